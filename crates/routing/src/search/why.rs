//! Why a request was left out: the first reason that nobody could mend by another order of halts.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ground::{DEAR, Ground};
use super::insertion::Scratch;
use super::spot::NOWHERE;
use super::state::State;

/// In the order in which they are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", tag = "reason")]
pub enum Why {
    /// No vehicle has all the traits that it needs.
    NoVehicleHasTheTraits,
    /// No vehicle that has them is large enough.
    NoVehicleIsLargeEnough,
    /// Such a vehicle is not there in time, even if it goes nowhere else.
    NobodyIsThereInTime,
    /// Vehicles that could take it have no room or no time beside the other requests.
    AllAreTaken,
    /// A vehicle could take it, for more than leaving it out costs.
    #[serde(rename_all = "kebab-case")]
    CostsMoreThanItsPenalty { cents: u64, penalty_cents: u64 },
    /// A vehicle could take it; the search ended before it was put in.
    NotYetPlaced,
}

impl std::fmt::Display for Why {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let text = match self {
            Self::NoVehicleHasTheTraits => "no vehicle has all that it needs",
            Self::NoVehicleIsLargeEnough => "no vehicle that could take it is large enough",
            Self::NobodyIsThereInTime => "no vehicle is there in time, even if it goes nowhere else",
            Self::AllAreTaken => {
                "the vehicles that could take it have no room or no time beside the others"
            }
            Self::NotYetPlaced => "a vehicle could take it; look for longer",
            Self::CostsMoreThanItsPenalty { cents, penalty_cents } => {
                let euros = |cents: &u64| format!("{}.{:02}", cents / 100, cents % 100);
                return write!(
                    out,
                    "adding it costs {} euro, leaving it out {}",
                    euros(cents),
                    euros(penalty_cents)
                );
            }
        };
        out.write_str(text)
    }
}

pub(super) fn why<const D: usize, const TIMED: bool>(
    ground: &Ground<'_, D>,
    state: &State<D>,
    task: u32,
) -> Why {
    let asked = &ground.problem.tasks[task as usize];
    let all = || 0..ground.problem.vehicles.len();
    let has_traits = |&vehicle: &usize| asked.needs & !ground.lorry(vehicle).traits == 0;
    let suits = |&vehicle: &usize| ground.suits(vehicle, asked.direct);
    if !all().any(|vehicle| has_traits(&vehicle)) {
        return Why::NoVehicleHasTheTraits;
    }
    if !all().any(|vehicle| suits(&vehicle)) {
        return Why::NoVehicleIsLargeEnough;
    }
    let mut scratch = Scratch::default();
    let alone = all().filter(suits).any(|vehicle| {
        let empty = ground.empty(vehicle);
        ground.best::<TIMED>(&mut scratch, &empty, asked.direct, NOWHERE).one.cost != NOWHERE
    });
    if !alone && asked.through.is_empty() {
        return Why::NobodyIsThereInTime;
    }
    if asked.never_direct {
        return Why::AllAreTaken;
    }
    let best = all().filter(suits).map(|vehicle| {
        ground.best::<TIMED>(&mut scratch, &state.tours[vehicle], asked.direct, NOWHERE).one.cost
    });
    match (best.min().unwrap_or(NOWHERE), ground.penalties[task as usize]) {
        (NOWHERE, _) => Why::AllAreTaken,
        (cost, penalty) if penalty < DEAR && cost >= penalty => Why::CostsMoreThanItsPenalty {
            cents: cost.unsigned_abs().div_ceil(18_000),
            penalty_cents: asked.penalty_cents.unwrap_or_default(),
        },
        _ => Why::NotYetPlaced,
    }
}
