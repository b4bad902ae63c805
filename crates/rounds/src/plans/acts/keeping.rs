//! Keeping a plan that was found, as a draft.

use ::store::Tx;
use economy::shipments::Place;
use frame::{Outcome, Role, Who, journal};
use jiff::civil::Date;
use polity::members::acts::enter_as;
use routing::Description;
use units::{CoalitionId, PlanId};

use crate::plans::model::{Crew, Goal, Lock, Made, Plan, State, WaysFrom};
use crate::plans::{figures, store};
use crate::road::Learnt;
use crate::ways::Source;

/// A plan that was found, to be kept.
#[derive(Debug, Clone)]
pub struct Found {
    pub id: PlanId,
    pub day: Date,
    pub goal: Goal,
    pub made: Made,
    pub base: Option<PlanId>,
    pub seed: i64,
    pub iterations: i64,
    pub source: Source,
    pub description: Description,
    pub result: routing::Plan,
    pub crews: Vec<Crew>,
    pub locks: Vec<Lock>,
    /// Where halts take as long as was seen, and from how many that was learnt.
    pub learnt: Vec<(Place, Learnt)>,
}

/// The engine that plans are made by.
pub fn engine() -> String {
    format!("routing {}", env!("CARGO_PKG_VERSION"))
}

/// Keeps a plan that was found, as a draft.
pub fn keep(tx: &Tx<'_>, who: &Who, hub: CoalitionId, found: &Found) -> Outcome<()> {
    enter_as(tx, who, hub, &[Role::Coordinator])?;
    let plan = Plan {
        id: found.id,
        day: found.day,
        number: store::next_number(tx, hub, found.day)?,
        goal: found.goal,
        made: found.made,
        base: found.base,
        seed: found.seed,
        iterations: found.iterations,
        ended_at_iteration: i64::try_from(found.result.iterations).unwrap_or(i64::MAX),
        engine: engine(),
        ways: ways_from(&found.source),
        ways_of: serde_json::to_string(&found.source).map_err(anyhow::Error::from)?,
        state: State::Draft,
        figures: figures::figures(&found.description, &found.result, &found.crews),
        made_at: who.at,
        made_by: who.person,
        published_at: None,
        published_by: None,
    };
    let description = serde_json::to_string(&found.description).map_err(anyhow::Error::from)?;
    let result = serde_json::to_string(&found.result).map_err(anyhow::Error::from)?;
    store::insert(tx, hub, &plan, &description, &result)?;
    store::insert_crews(tx, hub, plan.id, &found.crews)?;
    store::insert_learnt(tx, hub, plan.id, &found.learnt)?;
    for &lock in &found.locks {
        store::insert_lock(tx, who, hub, plan.id, lock)?;
    }
    let act = match found.made {
        Made::Searched => "plan.search",
        Made::ByHand => "plan.move",
        Made::Mended => "plan.mend",
    };
    journal::note(tx, who, act, plan.id, "")?;
    Ok(())
}

fn ways_from(source: &Source) -> WaysFrom {
    match source {
        Source::Roads { .. } => WaysFrom::Graph,
        Source::Osrm { .. } => WaysFrom::Osrm,
        Source::Valhalla { .. } => WaysFrom::Valhalla,
        Source::Pasted { .. } => WaysFrom::Pasted,
        Source::Estimate { .. } => WaysFrom::GreatCircle,
    }
}
