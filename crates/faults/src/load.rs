//! Load: in an open loop, at times that were set before and whatever the server does; or in a closed one,
//! each client asking again as soon as it was answered.
//!
//! # Source
//! Gil Tene, "How NOT to Measure Latency": a latency is counted from when the request was due, so that a
//! server that stands still is charged for all who would have come meanwhile (coordinated omission).

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use hdrhistogram::Histogram;
use serde::Serialize;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep_until};

use crate::caller::{Asked, Caller};

/// Microseconds up to a minute, to three digits.
fn histogram() -> anyhow::Result<Histogram<u64>> {
    Ok(Histogram::new_with_bounds(1, 60_000_000, 3)?)
}

/// What a load came to; times in milliseconds.
#[derive(Debug, Clone, Serialize)]
pub struct Measured {
    pub name: String,
    /// Requests a second that were asked for; none in a closed loop.
    pub asked_rate: Option<f64>,
    pub rate: f64,
    pub answered: u64,
    pub errors: u64,
    /// From when a request was due.
    pub corrected: Quantiles,
    /// From when it was sent.
    pub uncorrected: Quantiles,
}

#[derive(Debug, Clone, Copy, Serialize)]
pub struct Quantiles {
    pub p50: f64,
    pub p90: f64,
    pub p99: f64,
    pub p999: f64,
    pub max: f64,
}

impl Quantiles {
    fn of(histogram: &Histogram<u64>) -> Self {
        #[allow(clippy::cast_precision_loss, reason = "a minute of microseconds")]
        let at = |quantile: f64| histogram.value_at_quantile(quantile) as f64 / 1000.0;
        Self { p50: at(0.5), p90: at(0.9), p99: at(0.99), p999: at(0.999), max: at(1.0) }
    }
}

/// What one client saw.
struct Seen {
    corrected: Histogram<u64>,
    uncorrected: Histogram<u64>,
    errors: u64,
}

/// Makes the n-th request of a client.
pub type Maker = Arc<dyn Fn(usize, u64) -> Asked + Send + Sync>;

/// Many requests of one kind.
pub struct Load {
    pub name: String,
    pub nodes: Vec<SocketAddr>,
    pub clients: usize,
    /// Requests a second in an open loop; none: as fast as answers come.
    pub rate: Option<f64>,
    pub lasts: Duration,
    pub make: Maker,
}

impl Load {
    pub async fn run(&self) -> anyhow::Result<Measured> {
        let start = Instant::now() + Duration::from_millis(20);
        let ticket = Arc::new(AtomicU64::new(0));
        let mut clients = JoinSet::new();
        for client in 0..self.clients {
            let node = self.nodes[client % self.nodes.len()];
            let caller = Caller::new(node, Duration::from_secs(30));
            let (make, ticket) = (Arc::clone(&self.make), Arc::clone(&ticket));
            let (rate, end) = (self.rate, start + self.lasts);
            clients.spawn(async move { go_on(client, caller, make, ticket, rate, start, end).await });
        }
        let (mut corrected, mut uncorrected, mut errors) = (histogram()?, histogram()?, 0);
        while let Some(seen) = clients.join_next().await {
            let seen = seen??;
            corrected.add(seen.corrected)?;
            uncorrected.add(seen.uncorrected)?;
            errors += seen.errors;
        }
        let seconds = start.elapsed().as_secs_f64();
        #[allow(clippy::cast_precision_loss, reason = "a count of requests")]
        let rate = corrected.len() as f64 / seconds;
        Ok(Measured {
            name: self.name.clone(),
            asked_rate: self.rate,
            rate,
            answered: corrected.len(),
            errors,
            corrected: Quantiles::of(&corrected),
            uncorrected: Quantiles::of(&uncorrected),
        })
    }
}

async fn go_on(
    client: usize,
    mut caller: Caller,
    make: Maker,
    ticket: Arc<AtomicU64>,
    rate: Option<f64>,
    start: Instant,
    end: Instant,
) -> anyhow::Result<Seen> {
    let mut seen = Seen { corrected: histogram()?, uncorrected: histogram()?, errors: 0 };
    sleep_until(start).await;
    loop {
        let number = ticket.fetch_add(1, Ordering::Relaxed);
        let asked = make(client, number);
        let due = match rate {
            #[allow(clippy::cast_precision_loss, reason = "a count of requests")]
            Some(rate) => {
                let due = start + Duration::from_secs_f64(number as f64 / rate);
                sleep_until(due).await;
                due
            }
            None => Instant::now(),
        };
        if due >= end {
            return Ok(seen);
        }
        let sent = Instant::now();
        match caller.ask(&asked).await {
            Some(answer) if answer.status < 300 => {
                seen.corrected.saturating_record(microseconds(due.elapsed()));
                seen.uncorrected.saturating_record(microseconds(sent.elapsed()));
            }
            _ => seen.errors += 1,
        }
    }
}

fn microseconds(time: Duration) -> u64 {
    u64::try_from(time.as_micros()).unwrap_or(u64::MAX).max(1)
}
