//! Backups: the same from either database, taken while others write, restored into either, or refused.

use std::collections::BTreeSet;
use std::io::Read as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use frame::App;
use store::dump::{self, Dumped};
use store::testing::{TestDb, databases, postgres, sqlite};
use store::{Db, Error, Location};
use tresse::sample::{Chance, Plan, Week, World};
use tresse::{backup, check, migrations, rehearsal};

use crate::town::RUNTIME;

/// A password's hash that is always the same: what is compared must not hang on a salt.
const HASH: &str = "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0$no-password-has-this-hash";

/// Two whole cycles of a small hub.
pub async fn live(db: &Db) -> App {
    let app = rehearsal::application(db.clone(), 7);
    let plan = Plan { producers: 6, shops: 5, references: 50, lines_a_week: 50, ..Plan::default() };
    let mut chance = Chance::new(7);
    let first = app.today();
    let world = World::found(&app, &plan, &mut chance, HASH, first.month()).await.unwrap();
    let mut week = Week::new(&app, &world, &mut chance);
    let mut id = week.plan_first(tresse::sample::week::later(first, 2)).await.unwrap();
    for _ in 0..2 {
        week.whole(id).await.unwrap();
        id = week.after(id).await.unwrap();
    }
    app
}

pub async fn dumped(db: &Db) -> String {
    let (_, bytes) = dump::write(db, &migrations(), Vec::new()).await.unwrap();
    String::from_utf8(bytes).unwrap()
}

fn unpacked(path: &Path) -> String {
    let mut text = String::new();
    let file = std::fs::File::open(path).unwrap();
    flate2::read::GzDecoder::new(file).read_to_string(&mut text).unwrap();
    text
}

async fn faults(db: &Db) -> Vec<String> {
    check::all(db).await.unwrap().into_iter().flat_map(|checked| checked.faults).collect()
}

/// The first line that two texts do not share: a whole dump is nothing to read.
fn assert_same(one: &str, other: &str) {
    if let Some((number, (a, b))) = one.lines().zip(other.lines()).enumerate().find(|(_, (a, b))| a != b)
    {
        panic!("line {number} differs:\n{a}\n{b}");
    }
    assert_eq!(one.len(), other.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_life_on_both_databases_gives_the_same_dump() {
    let all = databases(&migrations()).await;
    let mut dumps = Vec::new();
    for database in &all {
        live(&database.db).await;
        dumps.push(dumped(&database.db).await);
    }
    assert!(dumps[0].lines().count() > 1000);
    for other in &dumps[1..] {
        assert_same(&dumps[0], other);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_table_is_in_a_dump() {
    let database = sqlite(&migrations()).await;
    let text = dumped(&database.db).await;
    let held: BTreeSet<String> = text
        .lines()
        .filter_map(|line| line.strip_prefix("{\"table\":\"")?.split('"').next().map(str::to_owned))
        .collect();
    let there: Vec<String> = database
        .db
        .read(|tx| {
            tx.rows(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
                 AND name <> 'migration' ORDER BY name",
                &[],
                |row| row.get(0),
            )
        })
        .await
        .unwrap();
    assert_eq!(held, there.into_iter().collect());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_taken_while_others_write_is_restored_into_either_database() {
    let folder = tempfile::tempdir().unwrap();
    for (number, source) in databases(&migrations()).await.into_iter().enumerate() {
        let app = live(&source.db).await;
        let busy = tokio::spawn(write_on(app));
        let path = folder.path().join(format!("{number}.jsonl.gz"));
        let written = backup::write(&source.db, &path).await.unwrap();
        busy.abort();
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        let text = unpacked(&path);
        for target in empty_ones().await {
            let (db, restored) = backup::restore(&target.location, &path).await.unwrap();
            assert_eq!(restored, written);
            assert_eq!(faults(&db).await, Vec::<String>::new(), "into {}", db.engine());
            assert_same(&dumped(&db).await, &text);
        }
    }
}

/// Rows that come one after the other, for as long as they may.
async fn write_on(app: App) {
    for number in 0_u32.. {
        let (id, at) = (app.ids.next::<uuid::Uuid>(), app.clock.now());
        let queued = app.db.write(move |tx| {
            tx.execute(
                "INSERT INTO journal (id, at, coalition_id, person_id, mandate_id, act, subject, detail)
                 VALUES ($1, $2, NULL, $1, NULL, 'test.write', $3, '')",
                store::params![id, at, number.to_string()],
            )
        });
        queued.await.unwrap();
    }
}

pub async fn empty_ones() -> Vec<TestDb> {
    let mut all = vec![sqlite(&[]).await];
    all.extend(postgres(&[]).await);
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dump_that_was_cut_or_changed_is_refused_and_nothing_is_written() {
    let source = sqlite(&migrations()).await;
    live(&source.db).await;
    let text = dumped(&source.db).await;
    let target = sqlite(&[]).await;
    let refused = async |bytes: Vec<u8>, what: String| {
        let outcome = restore(&target.location, bytes.clone()).await.map(|(_, dumped)| dumped);
        assert!(matches!(outcome, Err(Error::Dump(_) | Error::Newer { .. })), "{what}: {outcome:?}");
        assert!(dump::verify(&bytes[..]).is_err(), "{what}");
    };
    // Cut anywhere, also right behind a line.
    let ends: Vec<usize> = text.match_indices('\n').map(|(at, _)| at + 1).collect();
    let inside = (1..40).map(|part| text.len() * part / 40);
    for at in inside.chain(ends.iter().copied().step_by(ends.len() / 20)) {
        refused(text.as_bytes()[..at].to_vec(), format!("cut at {at}")).await;
    }
    // A digit changed, a row left out, two rows exchanged.
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let (row, digit) = lines
        .iter()
        .enumerate()
        .rev()
        .find_map(|(row, line)| Some((row, line.starts_with('[').then(|| line.rfind('7'))??)))
        .unwrap();
    let joined = |lines: &[&str]| lines.concat().into_bytes();
    let changed = format!("{}8{}", &lines[row][..digit], &lines[row][digit + 1..]);
    let mut others = lines.clone();
    others[row] = &changed;
    refused(joined(&others), "a changed digit".to_owned()).await;
    let mut fewer = lines.clone();
    fewer.remove(row);
    refused(joined(&fewer), "a row left out".to_owned()).await;
    refused(b"a,b\n1,2\n".to_vec(), "another file".to_owned()).await;
    refused(Vec::new(), "an empty file".to_owned()).await;
    // After all that the database is empty: the whole one fits.
    let (db, _) = restore(&target.location, text.clone().into_bytes()).await.unwrap();
    assert_same(&dumped(&db).await, &text);
    let again = restore(&target.location, text.into_bytes()).await;
    assert!(matches!(again, Err(Error::InUse { .. })), "{:?}", again.err());
}

pub async fn restore(location: &Location, bytes: Vec<u8>) -> Result<(Db, Dumped), Error> {
    let input = std::sync::Arc::new(bytes);
    let open = move || Ok(std::io::Cursor::new(Shared(std::sync::Arc::clone(&input))));
    dump::restore(location, &migrations(), open).await
}

struct Shared(std::sync::Arc<Vec<u8>>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

#[test]
fn an_operator_backs_up_and_restores() {
    let folder = tempfile::tempdir().unwrap();
    let tresse = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_tresse"))
            .args(arguments)
            .current_dir(folder.path())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned()
            + &String::from_utf8_lossy(&output.stdout);
        (output.status.success(), said)
    };
    let nothing = tresse(&["backup", "--data", "nowhere", "b.jsonl.gz"]);
    assert!(!nothing.0 && nothing.1.contains("there is no database at nowhere"), "{}", nothing.1);
    assert!(!folder.path().join("b.jsonl.gz").exists());

    RUNTIME.block_on(async {
        let location = Location::File(PathBuf::from(folder.path()).join("own/tresse.db"));
        live(&tresse::server::open(&location).await.unwrap()).await;
    });
    let own = std::fs::metadata(folder.path().join("own")).unwrap();
    assert_eq!(own.permissions().mode() & 0o777, 0o700, "nobody else looks into it");
    let written = tresse(&["backup", "--data", "own", "b.jsonl.gz"]);
    assert!(written.0 && written.1.contains("read back and whole"), "{}", written.1);
    let again = tresse(&["backup", "--data", "own", "b.jsonl.gz"]);
    assert!(!again.0 && again.1.contains("is there already"), "{}", again.1);

    let restored = tresse(&["restore", "--data", "new", "b.jsonl.gz"]);
    assert!(restored.0 && restored.1.contains("holds"), "{}", restored.1);
    let in_use = tresse(&["restore", "--data", "own", "b.jsonl.gz"]);
    assert!(!in_use.0 && in_use.1.contains("the database is in use"), "{}", in_use.1);

    let bytes = std::fs::read(folder.path().join("b.jsonl.gz")).unwrap();
    std::fs::write(folder.path().join("cut.jsonl.gz"), &bytes[..bytes.len() / 2]).unwrap();
    let cut = tresse(&["restore", "--data", "other", "cut.jsonl.gz"]);
    assert!(!cut.0 && cut.1.contains("the backup cannot be used"), "{}", cut.1);
}

#[test]
fn a_server_writes_a_backup_when_it_starts() {
    let folder = tempfile::tempdir().unwrap();
    let mut server = Command::new(env!("CARGO_BIN_EXE_tresse"))
        .args(["serve", "--data", "own", "--listen", "127.0.0.1:0", "--backups", "kept"])
        .current_dir(folder.path())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let written = || -> Option<PathBuf> {
        let entries = std::fs::read_dir(folder.path().join("kept")).ok()?;
        let mut paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
        paths.find(|path| path.extension().is_some_and(|ending| ending == "gz"))
    };
    let mut waits = 0;
    while written().is_none() && waits < 1000 {
        std::thread::sleep(std::time::Duration::from_millis(20));
        waits += 1;
    }
    server.kill().unwrap();
    server.wait().unwrap();
    let text = unpacked(&written().expect("a backup"));
    assert!(text.starts_with("{\"format\":\"tresse-dump\""), "{text}");
}
