//! Backups: a dump in one compressed file, read back before it counts, and those that a server keeps.

use std::collections::BTreeSet;
use std::fs::{File, OpenOptions};
use std::io::{BufReader, BufWriter};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, bail};
use flate2::Compression;
use flate2::bufread::GzDecoder;
use flate2::write::GzEncoder;
use frame::App;
use frame::operation::backups;
use store::dump::{self, Dumped};
use store::{Db, Error, Location};

use crate::{erasures, migrations, server};

/// Writes a backup of a database that others may go on using, and reads it back.
///
/// The file has its name only once it is whole and on disk. Nobody but its owner may read it. Beside it stands
/// the list of erasures.
pub async fn write(db: &Db, path: &Path) -> anyhow::Result<Dumped> {
    if path.exists() {
        bail!("{} is there already: name another file", path.display());
    }
    let unfinished = beside(path);
    let written = write_and_verify(db, &unfinished).await;
    if written.is_err() {
        // Failing at this too changes nothing about what went wrong.
        let _ = std::fs::remove_file(&unfinished);
    }
    let dumped = written.with_context(|| format!("writing {}", path.display()))?;
    std::fs::rename(&unfinished, path).with_context(|| format!("naming {}", path.display()))?;
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        // The name is on disk too.
        File::open(folder)?.sync_all()?;
    }
    erasures::write(db, &erasures::beside(path)).await.context("writing the list of erasures")?;
    Ok(dumped)
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    path.with_file_name(name)
}

async fn write_and_verify(db: &Db, path: &Path) -> anyhow::Result<Dumped> {
    let file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)?;
    let out = GzEncoder::new(BufWriter::new(file), Compression::default());
    let (dumped, out) = dump::write(db, &migrations(), out).await?;
    let file = out.finish()?.into_inner().map_err(std::io::IntoInnerError::into_error)?;
    file.sync_all()?;
    let path = path.to_owned();
    let read = tokio::task::spawn_blocking(move || dump::verify(open(&path)?)).await??;
    if read != dumped {
        bail!("{} rows were written and {} read back", dumped.rows, read.rows);
    }
    Ok(dumped)
}

/// Puts a backup into an empty database, all of it or nothing.
pub async fn restore(location: &Location, path: &Path) -> anyhow::Result<(Db, Dumped)> {
    server::make_room(location)?;
    let file = path.to_owned();
    dump::restore(location, &migrations(), move || open(&file))
        .await
        .with_context(|| format!("restoring {} into {location}", path.display()))
}

fn open(path: &Path) -> Result<BufReader<GzDecoder<BufReader<File>>>, Error> {
    let file = File::open(path).map_err(|error| Error::Dump(format!("opening it: {error}")))?;
    Ok(BufReader::new(GzDecoder::new(BufReader::new(file))))
}

/// Writes a backup each hour as long as the server runs, and removes those that need not be kept.
pub async fn every_hour(app: App, folder: PathBuf) {
    loop {
        let name = backups::name(app.settings.zone.to_datetime(app.clock.now()));
        match write(&app.db, &folder.join(name)).await {
            Ok(dumped) => {
                tracing::info!(rows = dumped.rows, "a backup was written");
                if let Err(error) = remove_superseded(&folder) {
                    tracing::error!("removing old backups: {error:#}");
                }
            }
            // Those that are there stay, however old.
            Err(error) => tracing::error!("no backup was written: {error:#}"),
        }
        tokio::time::sleep(Duration::from_hours(1)).await;
    }
}

fn remove_superseded(folder: &Path) -> anyhow::Result<()> {
    let mut names = BTreeSet::new();
    for entry in std::fs::read_dir(folder)? {
        names.extend(entry?.file_name().into_string());
    }
    backups::superseded(&names)
        .into_iter()
        .try_for_each(|name| Ok(std::fs::remove_file(folder.join(name))?))
}
