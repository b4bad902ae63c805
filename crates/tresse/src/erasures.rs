//! The list of who was erased, kept beside the backups and in none of them: a backup from before an erasure
//! would bring the person back, and restoring it erases them again.
//!
//! JSON Lines, each with an identifier and the time: it says nothing to who has no database.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Context as _;
use frame::{App, Moment, Who};
use jiff::Timestamp;
use people::persons::erasure;
use serde::{Deserialize, Serialize};
use store::Db;
use units::PersonId;

use crate::{check, keeps};

/// Its name in the folder of the backups.
pub const NAME: &str = "erasures.jsonl";

/// The list beside a backup, or beside one that is to be written.
pub fn beside(backup: &Path) -> PathBuf {
    backup.with_file_name(NAME)
}

#[derive(Serialize, Deserialize)]
struct Line {
    person: PersonId,
    /// RFC 3339.
    erased_at: String,
}

/// Reads a list; one that is not there is empty.
pub fn read(path: &Path) -> anyhow::Result<Vec<(PersonId, Timestamp)>> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error).with_context(|| format!("reading {}", path.display())),
    };
    let line = |(number, line): (usize, &str)| {
        let read: Line = serde_json::from_str(line)
            .with_context(|| format!("line {} of {}", number + 1, path.display()))?;
        let erased_at = read.erased_at.parse().context("a time")?;
        Ok((read.person, erased_at))
    };
    text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(line).collect()
}

/// Adds to a list whom the database knows to be erased. Nobody is ever taken off it.
pub async fn write(db: &Db, path: &Path) -> anyhow::Result<()> {
    let erased = db.read(erasure::all).await.map_err(check::sentence)?;
    let known: BTreeMap<PersonId, Timestamp> = read(path)?.into_iter().collect();
    if erased.iter().all(|(person, _)| known.contains_key(person)) {
        return Ok(());
    }
    let mut all = known;
    for (person, at) in erased {
        all.entry(person).or_insert(at);
    }
    let unfinished = path.with_extension("part");
    let mut file =
        OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&unfinished)?;
    for (person, erased_at) in all {
        let erased_at = erased_at.to_string();
        writeln!(file, "{}", serde_json::to_string(&Line { person, erased_at })?)?;
    }
    file.sync_all()?;
    std::fs::rename(&unfinished, path).with_context(|| format!("naming {}", path.display()))?;
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        // The name is on disk too.
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// Keeps the list of a folder as long as the server runs: an erasure is on it within a minute.
pub async fn every_minute(app: App, folder: PathBuf) {
    loop {
        if let Err(error) = write(&app.db, &folder.join(NAME)).await {
            tracing::error!("the list of erasures was not written: {error:#}");
        }
        tokio::time::sleep(Duration::from_mins(1)).await;
    }
}

/// Erases again everybody on a list whom a backup brought back; how many that were.
pub async fn replay(
    db: &Db,
    moment: &Moment,
    list: Vec<(PersonId, Timestamp)>,
) -> anyhow::Result<usize> {
    let (who, keeps) = (Who::at_the_machine(moment), keeps());
    db.write(move |tx| erasure::replay(tx, &who, &keeps, &list)).await.map_err(check::sentence)
}
