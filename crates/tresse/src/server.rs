//! Starting an instance: the database, the application, its timed work, its roads.

use std::fs::DirBuilder;
use std::net::SocketAddr;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::Path;
use std::time::Duration;

use anyhow::Context as _;
use frame::mail::Mailer;
use frame::seal::{self, SealKey};
use frame::{App, Clock, Ids, Settings, operation};
use store::{Db, Location};
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::{DOOR, migrations, routes, slices};

/// Opens the database and runs the migrations that it lacks.
pub async fn open(location: &Location) -> anyhow::Result<Db> {
    make_room(location)?;
    Db::open(location, &migrations()).await.with_context(|| format!("opening {location}"))
}

/// Makes the folder that a database's file goes into.
pub fn make_room(location: &Location) -> anyhow::Result<()> {
    match location {
        Location::File(path) => path.parent().map_or(Ok(()), make_folder),
        Location::Server(_) => Ok(()),
    }
}

/// Makes a folder, unless it is there, that nobody but its owner looks into.
pub fn make_folder(folder: &Path) -> anyhow::Result<()> {
    if folder.as_os_str().is_empty() {
        return Ok(());
    }
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .with_context(|| format!("making the folder {}", folder.display()))
}

/// The application on a database, by the machine's clock.
pub fn application(db: Db, settings: Settings, mailer: Option<Mailer>) -> App {
    App::new(db, Clock::of_the_machine(), Ids::random(), settings, mailer, DOOR)
}

/// The application on a database, by a clock of one's own.
pub fn application_at(db: Db, settings: Settings, clock: Clock) -> App {
    App::new(db, clock, Ids::random(), settings, None, DOOR)
}

/// The key for seals in this file, made where there is none; what an operator should know of it is logged.
pub async fn seal_key(db: &Db, path: Option<&Path>) -> anyhow::Result<Option<SealKey>> {
    let Some(path) = path else {
        tracing::warn!(
            "nothing is sealed: give all nodes the same key with --seal-key FILE, which is made where it is not"
        );
        return Ok(None);
    };
    let key = SealKey::of_file(path)?;
    let latest = db.read(seal::store::latest).await?;
    match latest.filter(|seal| seal.key != key.public().to_string()) {
        None => tracing::info!("seals are signed with the key {} in {}", key.public(), path.display()),
        Some(seal) => tracing::warn!(
            "seal {} was signed with the key {}, and the one in {} is another, {}: whoever verifies the log \
             must be given both",
            seal.number,
            seal.key,
            path.display(),
            key.public()
        ),
    }
    Ok(Some(key))
}

/// Serves until somebody asks to stop, and finishes what it has accepted.
pub async fn serve(app: App, listen: SocketAddr, ready: impl FnOnce(SocketAddr)) -> anyhow::Result<()> {
    let listener = self::listen(listen).await?;
    ready(listener.local_addr()?);
    for job in slices().iter().flat_map(|slice| (slice.jobs)()) {
        tokio::spawn(operation::repeat(app.clone(), job));
    }
    let service =
        frame::router(app.clone(), routes()).into_make_service_with_connect_info::<SocketAddr>();
    let (begin, begun) = watch::channel(None);
    let end = ending(begun.clone());
    let served = async { axum::serve(listener, service).with_graceful_shutdown(end).await };
    let watched = app.clone();
    tokio::spawn(async move {
        let reason = tokio::select! {
            () = asked_to_stop() => String::new(),
            reason = watched.db.broken() => reason,
        };
        begin.send_replace(Some(reason));
    });
    let too_long = async {
        ending(begun.clone()).await;
        tokio::time::sleep(LONGEST_END).await;
    };
    tokio::select! {
        ended = served => ended?,
        () = too_long => tracing::warn!("some requests were still open: they were broken off"),
    }
    app.work.end(LONGEST_END).await;
    let reason = begun.borrow().clone().unwrap_or_default();
    if reason.is_empty() {
        operation::leave(&app).await;
    } else {
        anyhow::bail!(
            "the disk no longer keeps what it is given ({reason}). What was acknowledged is there; look at the \
             disk, then start the server again: it recovers by itself"
        );
    }
    Ok(())
}

/// How long requests that came before the end may take, and then the work of tasks.
const LONGEST_END: Duration = Duration::from_secs(20);

/// Waits until the server is to end, for whichever reason.
async fn ending(mut begun: watch::Receiver<Option<String>>) {
    // Whoever would tell is gone only when the program is.
    let _ = begun.wait_for(Option::is_some).await;
}

pub async fn listen(address: SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address)
        .await
        .with_context(|| format!("listening on {address}: is another program using this port?"))
}

/// Answers monitoring as long as the program runs.
pub async fn monitor(app: App, listener: TcpListener) {
    if let Err(error) = axum::serve(listener, frame::monitor(app)).await {
        tracing::error!("monitoring has ended: {error}");
    }
}

async fn asked_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let terminate = async {
        match signal(SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = terminate => {}
    }
}
