//! How a problem is solved: what is sought, for how long, from which seed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::plan::Plan;

/// What a plan should have least of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Objective {
    /// Metres, whatever vehicles, hours and money.
    Distance,
    /// Vehicles that leave, then metres.
    VehiclesFirst,
    /// Money: vehicles, kilometres, hours, halts, requests left out.
    #[default]
    Cost,
}

/// How long is searched.
pub enum Budget<'a> {
    /// The same result every time.
    Iterations(u64),
    /// `elapsed` tells the seconds since the search began; the engine has no clock of its own.
    Seconds { most: f64, elapsed: &'a (dyn Fn() -> f64 + Sync) },
}

/// Where the search stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Progress {
    /// Of the budget, from 0 to 1.
    pub done: f64,
    pub iterations: u64,
    /// Of the best plan so far, in the objective's unit.
    pub cost: i64,
}

pub struct Settings<'a> {
    pub seed: u64,
    pub objective: Objective,
    pub budget: Budget<'a>,
    /// Searches side by side, each from a seed of its own; the best plan of them counts. As many threads, the same plan.
    pub threads: usize,
    /// A plan to begin from: what of it still keeps every rule stays, until something better is found.
    pub from: Option<&'a Plan>,
    pub tuning: Tuning,
}

/// How boldly the search changes a plan. The defaults suit sets of any size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tuning {
    /// Requests taken out at once, on average, and the longest string of them.
    pub average: f64,
    pub longest: f64,
    /// The temperature at the beginning and at the end, as shares of what a request costs on average.
    pub hot: f64,
    pub cold: f64,
    /// Where goods are loaded and unloaded on the way, rounds of more than ten halts begin hotter, by this power of how many
    /// times ten they have.
    pub long: f64,
}

impl Default for Tuning {
    fn default() -> Self {
        Self { average: 10.0, longest: 10.0, hot: 2.0, cold: 0.02, long: 2.5 }
    }
}
