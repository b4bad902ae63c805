//! What an operator's monitoring asks: whether the server lives, whether it can work, what it has done.
//!
//! It is served on an address of its own, which nobody else needs to reach.

use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::get;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::registry::{Registry, Unit};
use units::Code as _;

use crate::app::App;
use crate::operation::{self, Standing};
use crate::seal;
use crate::times::Times;

/// A database that has not answered by then does not.
const PATIENCE: Duration = Duration::from_secs(2);
const OPEN_METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// What is counted while the server runs, and how the installation stood when somebody last asked.
pub struct Measures {
    registry: Registry,
    pub(crate) times: Times,
    memory: Gauge,
    database: Gauge,
    disk: Family<On, Gauge>,
    disk_free: Family<On, Gauge>,
    waiting: [(Gauge, Gauge); 3],
    jobs_failed: Gauge,
    backed_up_at: Gauge,
    sealed: Gauge,
    sealed_at: Gauge,
    devices: Gauge,
    nodes: Gauge,
}

/// What a disk holds.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct On {
    holding: &'static str,
}

impl Default for Measures {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("tresse");
        let times = Times::default();
        registry.register_with_unit("request", "Requests answered", Unit::Seconds, times.clone());
        let r = &mut registry;
        let waiting = [
            ("letters", "Letters to be sent", "Letters that were given up"),
            ("webhook_messages", "Messages to be heard", "Messages that were tried in vain so far"),
            ("tasks", "Tasks under way", "Tasks of the last day that failed"),
        ];
        let waiting = waiting.map(|(name, waits, failed)| {
            (gauge(r, &format!("{name}_waiting"), waits), gauge(r, &format!("{name}_failed"), failed))
        });
        let (disk, disk_free) = <(Family<On, Gauge>, Family<On, Gauge>)>::default();
        r.register_with_unit("disk", "Size of the disk", Unit::Bytes, disk.clone());
        r.register_with_unit("disk_free", "Room left on the disk", Unit::Bytes, disk_free.clone());
        let (backed_up, made) = (
            "When the latest backup was written, since 1970",
            "When the latest seal was made, since 1970",
        );
        Self {
            times,
            memory: gauge_in(r, "memory", "Resident memory", Unit::Bytes),
            database: gauge_in(r, "database", "Size of the database", Unit::Bytes),
            disk,
            disk_free,
            waiting,
            jobs_failed: gauge(r, "jobs_failed", "Timed work whose latest round failed"),
            backed_up_at: gauge_in(r, "backup_made", backed_up, Unit::Seconds),
            sealed: gauge(r, "seal", "Number of the latest seal of the log"),
            sealed_at: gauge_in(r, "seal_made", made, Unit::Seconds),
            devices: gauge(r, "sessions", "Devices on which somebody is signed in"),
            nodes: gauge(r, "nodes", "Servers that use the database"),
            registry,
        }
    }
}

fn gauge(registry: &mut Registry, name: &str, help: &str) -> Gauge {
    let gauge = Gauge::default();
    registry.register(name, help, gauge.clone());
    gauge
}

fn gauge_in(registry: &mut Registry, name: &str, help: &str, unit: Unit) -> Gauge {
    let gauge = Gauge::default();
    registry.register_with_unit(name, help, unit, gauge.clone());
    gauge
}

impl Measures {
    fn note(&self, standing: &Standing) {
        for (holding, disk) in &standing.disks {
            let on = On { holding: holding.code() };
            self.disk.get_or_create(&on).set(disk.whole.cast_signed());
            self.disk_free.get_or_create(&on).set(disk.free.cast_signed());
        }
        let queues = [standing.letters, standing.webhooks, standing.tasks];
        for ((waiting, failed), queue) in self.waiting.iter().zip(queues) {
            waiting.set(queue.waiting);
            failed.set(queue.failed);
        }
        self.database.set(standing.database_bytes.unwrap_or_default().cast_signed());
        self.jobs_failed.set(standing.jobs.iter().filter(|job| job.has_failed()).count() as i64);
        if let Some(latest) = standing.latest_backup() {
            self.backed_up_at.set(latest.as_second());
        }
        if let Some(seal) = &standing.sealing.latest {
            self.sealed.set(seal.number);
            self.sealed_at.set(seal.made_at.as_second());
        }
        self.devices.set(standing.signed_in.devices);
        let at_work = standing.nodes.iter().filter(|node| !node.is_gone(standing.at));
        self.nodes.set(at_work.count() as i64);
    }
}

/// The roads of monitoring, for an address of its own.
pub fn monitor(app: App) -> Router {
    Router::new()
        .route("/health/live", get(|| async { "live\n" }))
        .route("/health/ready", get(ready))
        .route("/metrics", get(metrics))
        .route("/seal", get(latest_seal))
        .with_state(app)
}

async fn ready(State(app): State<App>) -> (StatusCode, &'static str) {
    match tokio::time::timeout(PATIENCE, app.db.answers()).await {
        Ok(Ok(())) => (StatusCode::OK, "ready\n"),
        Ok(Err(error)) => {
            tracing::error!("not ready: {error}");
            (StatusCode::SERVICE_UNAVAILABLE, "the database refuses: the log says why\n")
        }
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n"),
    }
}

/// The latest seal as it was signed, with its signature and its hash: for whoever keeps it elsewhere.
async fn latest_seal(State(app): State<App>) -> (StatusCode, String) {
    match app.db.read(seal::store::latest).await {
        Ok(Some(seal)) => {
            let told = format!("{}signature {}\nhash {}\n", seal.statement(), seal.signature, seal.hash);
            (StatusCode::OK, told)
        }
        Ok(None) => (StatusCode::NOT_FOUND, "nothing has been sealed yet\n".to_owned()),
        Err(_) => {
            (StatusCode::SERVICE_UNAVAILABLE, "the database refuses: the log says why\n".to_owned())
        }
    }
}

async fn metrics(State(app): State<App>) -> impl IntoResponse {
    let measures = &app.measures;
    match operation::examine(&app).await {
        Ok(standing) => measures.note(&standing),
        // The figures of before stand: what the requests took is told all the same.
        Err(stop) => tracing::warn!("how the installation stands could not be seen: {stop:?}"),
    }
    if let Some(bytes) = memory("VmRSS") {
        measures.memory.set(bytes.cast_signed());
    }
    let mut text = String::new();
    match encode(&mut text, &measures.registry) {
        Ok(()) => (StatusCode::OK, [(CONTENT_TYPE, OPEN_METRICS)], text),
        Err(_) => (StatusCode::INTERNAL_SERVER_ERROR, [(CONTENT_TYPE, "text/plain")], String::new()),
    }
}

/// Bytes of memory that this process has, where the system tells: `VmRSS` now, `VmHWM` at most.
pub fn memory(which: &str) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(which)?.strip_prefix(':'))?;
    let kilobytes: u64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kilobytes * 1024)
}
