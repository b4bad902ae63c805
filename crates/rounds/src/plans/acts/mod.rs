//! What is done with plans, by subject; here how they are read back, for those who run the rounds.

mod gathering;
mod keeping;
mod locking;
mod publishing;
mod refusals;

use std::collections::HashMap;

use ::store::Tx;
use economy::shipments::{Place, store as shipments};
use frame::{Outcome, Stop, Who};
use jiff::civil::Date;
use people::organisations::store as organisations;
use polity::members::acts::{enter, enter_as};
use routing::Description;
use units::{CoalitionId, OrganisationId, PlanId, ShipmentId, VehicleId};

use super::mending::{self, Change};
use super::model::{Crew, Plan, Round};
use super::store;
use crate::fleet::acts::STAFF;
use crate::road::Learnt;
use crate::ways::Source;

pub use gathering::{Available, Pasted, Wish, available, crews_of, gather, question, to_be_carried};
pub use keeping::{Found, engine, keep};
pub use locking::{Tied, lock};
pub use publishing::{publish, set_driver};
pub use refusals::NotPlanned;

/// A plan with everything that it was made from.
#[derive(Debug, Clone)]
pub struct Whole {
    pub plan: Plan,
    pub description: Description,
    pub result: routing::Plan,
    pub crews: Vec<Crew>,
    pub learnt: Vec<(Place, Learnt)>,
}

impl Whole {
    /// What the minutes at a place were learnt from; none where they were given.
    pub fn learnt_at(&self, place: Place) -> Option<Learnt> {
        self.learnt.iter().find(|(one, _)| *one == place).map(|(_, learnt)| *learnt)
    }

    /// Which of its description's requests a shipment is.
    pub fn request_at(&self, shipment: ShipmentId) -> Option<usize> {
        let id = shipment.to_string();
        self.description.requests.iter().position(|request| request.id == id)
    }

    /// Which of its description's vehicles this one is.
    pub fn vehicle_at(&self, vehicle: VehicleId) -> Option<usize> {
        let id = vehicle.to_string();
        self.description.vehicles.iter().position(|one| one.id == id)
    }
}

/// Reads a plan back.
///
/// # Errors
/// A fault of ours where what is stored cannot be read.
pub fn whole(tx: &Tx<'_>, hub: CoalitionId, id: PlanId) -> Outcome<Whole> {
    let plan = store::find(tx, hub, id)?.ok_or(Stop::NotFound)?;
    let (description, result) = store::texts(tx, hub, id)?.ok_or(Stop::NotFound)?;
    Ok(Whole {
        plan,
        description: serde_json::from_str(&description).map_err(anyhow::Error::from)?,
        result: serde_json::from_str(&result).map_err(anyhow::Error::from)?,
        crews: store::crews(tx, hub, id)?,
        learnt: store::learnt(tx, hub, id)?,
    })
}

/// Where the ways of a plan are from, as its search was told.
///
/// # Errors
/// A fault of ours where what is stored cannot be read.
pub fn source_of(plan: &Plan) -> anyhow::Result<Source> {
    Ok(serde_json::from_str(&plan.ways_of)?)
}

/// A plan for who runs the rounds.
pub fn show(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: PlanId) -> Outcome<Whole> {
    enter_as(tx, who, hub, &STAFF)?;
    whole(tx, hub, id)
}

/// The plans of a day, for who runs the rounds.
pub fn list(tx: &Tx<'_>, who: &Who, hub: CoalitionId, day: Date) -> Outcome<Vec<Plan>> {
    enter_as(tx, who, hub, &STAFF)?;
    Ok(store::of_day(tx, hub, day)?)
}

/// The rounds that are driven on a day.
pub fn published(tx: &Tx<'_>, who: &Who, hub: CoalitionId, day: Date) -> Outcome<Vec<Round>> {
    enter(tx, who, hub)?;
    who.must_act_in(hub, &STAFF)?;
    match store::published_on(tx, hub, day)? {
        Some(plan) => Ok(store::rounds(tx, hub, plan.id)?),
        None => Ok(Vec::new()),
    }
}

/// What changed of the orders since a plan was drawn up.
pub fn changes(tx: &Tx<'_>, hub: CoalitionId, whole: &Whole) -> Outcome<Vec<Change>> {
    let day = whole.plan.day;
    let today = to_be_carried(tx, hub, day)?;
    let carried = mending::shipments_of(&whole.description);
    let known = shipments::all(tx, hub, &carried)?;
    Ok(mending::changes(&whole.description, day, &today, &known))
}

/// What would ask for the same plan again.
pub fn wish_of(whole: &Whole) -> Wish {
    Wish {
        day: whole.plan.day,
        goal: whole.plan.goal,
        vehicles: whole.crews.iter().map(|crew| (crew.vehicle, crew.driver)).collect(),
        late_minutes: mending::late_minutes(&whole.description),
        seed: whole.plan.seed,
        iterations: whole.plan.iterations,
        pasted: None,
        base: Some(whole.plan.id),
    }
}

/// The names of the organisations that changes are about.
pub fn names_of(tx: &Tx<'_>, changes: &[Change]) -> Outcome<HashMap<OrganisationId, String>> {
    let ends = changes.iter().flat_map(|one| [one.from.organisation, one.to.organisation]);
    Ok(organisations::names(tx, ends)?)
}
