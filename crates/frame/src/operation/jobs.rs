//! Timed work, and how its latest round went; a server's own is to say that it runs.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};

use super::model::{Node, Round, RoundState};
use super::{standing, store};
use crate::app::App;
use crate::outcome::Outcome;
use crate::slice::Job;

/// The latest round of each job, on this server.
#[derive(Default)]
pub struct Rounds(Mutex<BTreeMap<&'static str, Round>>);

impl Rounds {
    fn note(&self, job: &Job, state: RoundState, since: Timestamp) {
        let every = SignedDuration::try_from(job.every).unwrap_or(SignedDuration::MAX);
        let round = Round { name: job.name, every, state, since };
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(job.name, round);
    }

    /// All of them, by name.
    pub fn all(&self) -> Vec<Round> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).values().copied().collect()
    }
}

/// Does timed work again and again, as long as the program runs.
pub async fn repeat(app: App, job: Job) {
    loop {
        app.rounds.note(&job, RoundState::UnderWay, app.clock.now());
        let ended = (job.run)(app.clone()).await;
        let state = if ended.is_ok() { RoundState::Done } else { RoundState::Failed };
        app.rounds.note(&job, state, app.clock.now());
        if let Err(stop) = ended {
            tracing::error!(job = job.name, "{stop:?}");
        }
        tokio::time::sleep(job.every).await;
    }
}

/// A server of the same name that was not seen for this long is this one's predecessor.
const GONE: SignedDuration = SignedDuration::from_mins(5);

/// Says that this server runs, and which backup it wrote last.
pub(super) async fn beat(app: App) -> Outcome<()> {
    let backups = standing::backups(&app).await?;
    let now = app.clock.now();
    let machine = rustix::system::uname();
    let node = Node {
        id: app.node.clone(),
        name: format!("{}:{}", machine.nodename().to_string_lossy(), app.settings.listen.port()),
        version: super::VERSION.to_owned(),
        started_at: app.started_at,
        seen_at: now,
        backup_at: backups.and_then(|backups| backups.latest),
    };
    app.db.write(move |tx| store::note(tx, &node, now - GONE)).await?;
    Ok(())
}

/// Says that this server ends.
pub async fn leave(app: &App) {
    let id = app.node.clone();
    if let Err(error) = app.db.write(move |tx| store::forget(tx, &id)).await {
        tracing::warn!("that this server ends could not be noted: {error}");
    }
}
