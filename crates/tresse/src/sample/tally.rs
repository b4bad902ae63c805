//! What was done in a rehearsal, and how long each step of it took.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Serialize, Serializer};

/// The steps of a cycle, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    Found,
    Open,
    Order,
    Close,
    Rounds,
    Receive,
    Share,
    Prepare,
    Deliver,
    Invoice,
    State,
    Credit,
    Pay,
    Check,
}

/// Counts by name, and the time spent by step.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    pub counts: BTreeMap<&'static str, i64>,
    pub spent: BTreeMap<Step, Duration>,
}

impl Tally {
    pub fn add(&mut self, name: &'static str, count: usize) {
        *self.counts.entry(name).or_default() += count as i64;
    }

    pub fn count(&self, name: &str) -> i64 {
        self.counts.get(name).copied().unwrap_or_default()
    }

    pub fn spend(&mut self, step: Step, time: Duration) {
        *self.spent.entry(step).or_default() += time;
    }

    /// Milliseconds by step.
    pub fn milliseconds(&self) -> BTreeMap<Step, Milliseconds> {
        self.spent.iter().map(|(step, time)| (*step, Milliseconds(*time))).collect()
    }
}

/// A duration that is written as milliseconds with one decimal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Milliseconds(pub Duration);

impl Serialize for Milliseconds {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let tenths = u32::try_from(self.0.as_micros() / 100).unwrap_or(u32::MAX);
        to.serialize_f64(f64::from(tenths) / 10.0)
    }
}
