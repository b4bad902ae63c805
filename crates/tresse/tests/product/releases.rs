//! A database of every released version: today's program opens it, and it comes to the same.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use store::{Db, Location};
use tresse::{check, migrations};

use crate::backups::dumped;

/// What a release's database came to when it was made.
#[derive(Deserialize)]
struct Sums {
    rows: BTreeMap<String, i64>,
    /// `invoice/2026/1` and its total in cents.
    documents: BTreeMap<String, i64>,
    bank: i64,
}

fn releases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/releases");
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut releases: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    releases.sort();
    assert!(!releases.is_empty());
    releases
}

fn database_of(release: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    let file = std::fs::File::open(release.join("hub.db.gz")).unwrap();
    flate2::read::GzDecoder::new(file).read_to_end(&mut bytes).unwrap();
    bytes
}

async fn number(db: &Db, sql: String) -> i64 {
    db.read(move |tx| tx.number(&sql, &[])).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_release_is_opened_and_comes_to_the_same() {
    for release in releases() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("tresse.db");
        std::fs::write(&path, database_of(&release)).unwrap();
        let sums: Sums =
            serde_json::from_slice(&std::fs::read(release.join("sums.json")).unwrap()).unwrap();
        let db = Db::open(&Location::File(path), &migrations()).await.unwrap();

        for (table, rows) in sums.rows {
            let counted = number(&db, format!("SELECT COUNT(*) FROM \"{table}\"")).await;
            assert_eq!(counted, rows, "{table} of {}", release.display());
        }
        let documents: BTreeMap<String, i64> = db
            .read(|tx| {
                tx.rows(
                    "SELECT kind || '/' || year || '/' || number, net + vat + deposit FROM document",
                    &[],
                    |row| Ok((row.get(0)?, row.get(1)?)),
                )
            })
            .await
            .unwrap()
            .into_iter()
            .collect();
        assert_eq!(documents, sums.documents);
        let bank = "SELECT (SELECT SUM(amount) FROM transfer WHERE debit = 'bank')
                        - (SELECT COALESCE(SUM(amount), 0) FROM transfer WHERE credit = 'bank')";
        assert_eq!(number(&db, bank.to_owned()).await, sums.bank);
        let faults: Vec<String> =
            check::all(&db).await.unwrap().into_iter().flat_map(|one| one.faults).collect();
        assert_eq!(faults, Vec::<String>::new());
    }
}

/// The log that SQLite appends to, as far as it was when the program was killed.
struct Wal(Vec<u8>);

impl Wal {
    /// # Source
    /// The file format of SQLite, section 4.1: a head of 32 bytes, with the size of a page from the eighth on;
    /// before each page 24 bytes of its own.
    fn frames(&self) -> usize {
        (self.0.len() - 32) / self.frame()
    }

    fn frame(&self) -> usize {
        24 + u32::from_be_bytes(self.0[8..12].try_into().unwrap()) as usize
    }

    /// So many frames, and half of the next.
    fn cut_after(&self, frames: usize) -> &[u8] {
        let end = 32 + frames * self.frame() + self.frame() / 2;
        &self.0[..end.min(self.0.len())]
    }
}

/// SQLite writes nothing but its log while it migrates: each beginning of that log is what a kill leaves behind.
#[tokio::test(flavor = "multi_thread")]
async fn a_kill_while_migrating_leaves_each_step_undone_or_done() {
    for release in releases() {
        let before = database_of(&release);
        let folder = tempfile::tempdir().unwrap();
        let put = |name: &str, wal: Option<&[u8]>| {
            let path = folder.path().join(name);
            std::fs::write(&path, &before).unwrap();
            if let Some(wal) = wal {
                std::fs::write(folder.path().join(format!("{name}-wal")), wal).unwrap();
            }
            Location::File(path)
        };
        let db = Db::open(&put("whole.db", None), &migrations()).await.unwrap();
        let wal = Wal(std::fs::read(folder.path().join("whole.db-wal")).unwrap());
        assert_eq!(std::fs::read(folder.path().join("whole.db")).unwrap(), before, "only the log grew");
        let whole = dumped(&db).await;
        let mut seen = Vec::new();
        for frames in 0..=wal.frames() {
            let location = put(&format!("{frames}.db"), Some(wal.cut_after(frames)));
            seen.push(steps(&location).await);
            let db = Db::open(&location, &migrations()).await.unwrap();
            assert_eq!(dumped(&db).await, whole, "killed after {frames} frames");
        }
        assert!(seen.is_sorted(), "{seen:?}");
        let steps = seen.last().unwrap() - seen[0];
        assert!(steps > 0 && wal.frames() > steps, "{steps} steps in {} frames", wal.frames());
    }
}

/// How many steps had run; each has all of its tables, or none.
async fn steps(location: &Location) -> usize {
    let (db, missing) = Db::examine(location, &migrations()).await.unwrap();
    let there: Vec<String> =
        db.read(|tx| tx.rows("SELECT name FROM sqlite_master", &[], |row| row.get(0))).await.unwrap();
    let ran: Vec<(String, i64)> = db
        .read(|tx| {
            tx.rows("SELECT slice, number FROM migration", &[], |row| Ok((row.get(0)?, row.get(1)?)))
        })
        .await
        .unwrap();
    for step in migrations() {
        let has_run = ran.contains(&(step.slice.to_owned(), step.number));
        let made = ["CREATE TABLE ", "CREATE INDEX ", "CREATE UNIQUE INDEX "].iter().flat_map(|words| {
            step.sql
                .split(words)
                .skip(1)
                .filter_map(|rest| rest.split(|c: char| c.is_whitespace() || c == '(').next())
        });
        for name in made {
            assert_eq!(
                there.iter().any(|one| one == name),
                has_run,
                "{name} of {}/{}",
                step.slice,
                step.number
            );
        }
    }
    migrations().len() - missing
}
