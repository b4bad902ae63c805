//! What an operator's monitoring asks: whether the server lives, whether it can work, what it has done.
//!
//! It is served on an address of its own, which nobody else needs to reach. Roads are named by their pattern,
//! never by their address: that may hold a link that lets its holder in.

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
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

use crate::app::App;
use crate::{mail, seal};

/// Upper ends in seconds: a page is to take 50 ms, and a person waits a second without asking why.
const DURATIONS: [f64; 9] = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0];
/// A database that has not answered by then does not.
const PATIENCE: Duration = Duration::from_secs(2);
const OPEN_METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// What is counted while the server runs.
pub struct Measures {
    registry: Registry,
    answered: Family<Answered, Histogram, fn() -> Histogram>,
    letters: Gauge,
    memory: Gauge,
    sealed: Gauge,
    sealed_at: Gauge,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answered {
    method: String,
    road: String,
    status: u16,
}

impl Default for Measures {
    fn default() -> Self {
        let histogram: fn() -> Histogram = || Histogram::new(DURATIONS);
        let answered = Family::new_with_constructor(histogram);
        let (letters, memory) = (Gauge::default(), Gauge::default());
        let (sealed, sealed_at) = (Gauge::default(), Gauge::default());
        let mut registry = Registry::with_prefix("tresse");
        registry.register_with_unit("request", "Requests answered", Unit::Seconds, answered.clone());
        registry.register("letters_waiting", "Letters to be sent", letters.clone());
        registry.register_with_unit("memory", "Resident memory", Unit::Bytes, memory.clone());
        registry.register("seal", "Number of the latest seal of the log", sealed.clone());
        registry.register_with_unit(
            "seal_made",
            "When the latest seal was made, since 1970",
            Unit::Seconds,
            sealed_at.clone(),
        );
        Self { registry, answered, letters, memory, sealed, sealed_at }
    }
}

impl Measures {
    pub(crate) fn answered(&self, method: &str, road: &str, status: StatusCode, took: Duration) {
        let labels =
            Answered { method: method.to_owned(), road: road.to_owned(), status: status.as_u16() };
        self.answered.get_or_create(&labels).observe(took.as_secs_f64());
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
    if let Ok(waiting) = app.db.read(mail::count_waiting).await {
        measures.letters.set(waiting);
    }
    if let Ok(Some(seal)) = app.db.read(seal::store::latest).await {
        measures.sealed.set(seal.number);
        measures.sealed_at.set(seal.made_at.as_second());
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
