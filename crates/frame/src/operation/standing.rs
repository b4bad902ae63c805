//! Looking at an installation: the same look for the administrator's page and for monitoring.

use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use jiff::SignedDuration;

use super::model::{Backups, Disk, Holding, Sealing, Standing};
use super::{backups as folders, store};
use crate::app::{App, aside};
use crate::outcome::Outcome;
use crate::{mail, seal, task, webhooks};

/// The disk that a folder is on.
pub fn disk(folder: &Path) -> std::io::Result<Disk> {
    let told = rustix::fs::statvfs(folder)?;
    let bytes = |blocks: u64| blocks.saturating_mul(told.f_frsize);
    Ok(Disk { free: bytes(told.f_bavail), whole: bytes(told.f_blocks) })
}

/// Looks at everything that this server can see.
pub async fn examine(app: &App) -> Outcome<Standing> {
    let (at, door, rounds) = (app.clock.now(), app.door, app.rounds.all());
    let disks = disks(app).await?;
    let backups = backups(app).await?;
    let database_bytes = app.db.bytes().await;
    app.db
        .read(move |tx| {
            Ok(Standing {
                at,
                disks,
                database_bytes,
                backups,
                letters: mail::queue(tx)?,
                webhooks: webhooks::queue(tx)?,
                silent_webhooks: webhooks::count_silent(tx)?,
                tasks: task::queue(tx, at, at - SignedDuration::from_hours(24))?,
                jobs: rounds,
                signed_in: (door.signed_in)(tx, at)?,
                sealing: Sealing {
                    latest: seal::store::latest(tx)?,
                    oldest_waiting: seal::oldest_waiting(tx, &(door.sealed)())?,
                },
                nodes: store::all(tx)?,
            })
        })
        .await
}

/// The backups that this server writes, where it does.
pub(super) async fn backups(app: &App) -> Outcome<Option<Backups>> {
    let Some(folder) = app.settings.backups.clone() else { return Ok(None) };
    let zone = app.settings.zone.clone();
    let found = aside(move || {
        folders::of_folder(&folder, &zone).unwrap_or_else(|error| {
            tracing::warn!("backups in {} cannot be looked at: {error}", folder.display());
            Backups { folder, ..Backups::default() }
        })
    });
    Ok(Some(found.await?))
}

async fn disks(app: &App) -> Outcome<Vec<(Holding, Disk)>> {
    let data = app.db.file().and_then(Path::parent).map(|folder| {
        // A database named without its folder is in the one that the program runs in.
        if folder.as_os_str().is_empty() { Path::new(".") } else { folder }.to_owned()
    });
    let backups = app.settings.backups.clone();
    let looked = aside(move || match (data, backups) {
        (Some(data), Some(backups)) if are_on_one_disk(&data, &backups) => {
            vec![(Holding::Both, disk(&data))]
        }
        (data, backups) => {
            let data = data.map(|folder| (Holding::Data, disk(&folder)));
            let backups = backups.map(|folder| (Holding::Backups, disk(&folder)));
            data.into_iter().chain(backups).collect()
        }
    });
    // A disk that does not tell how full it is has no line; `tresse doctor` says why.
    let looked = looked.await?;
    Ok(looked.into_iter().filter_map(|(holding, disk)| Some((holding, disk.ok()?))).collect())
}

fn are_on_one_disk(one: &Path, other: &Path) -> bool {
    let disk = |folder: &Path| std::fs::metadata(folder).ok().map(|found| found.dev());
    disk(one).is_some_and(|own| disk(other) == Some(own))
}
