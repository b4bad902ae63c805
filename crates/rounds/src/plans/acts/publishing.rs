//! Publishing a plan: what is refused, what is laid out, what takes the place of what.

use std::collections::HashSet;

use ::store::Tx;
use economy::shipments::{Carried, store as shipments};
use frame::{Outcome, Role, Stop, Who, journal};
use jiff::tz::TimeZone;
use polity::members::acts::enter_as;
use routing::{Problem, check};
use units::{CoalitionId, PersonId, PlanId, ShipmentId};

use super::{NotPlanned, Whole, changes, names_of, whole};
use crate::fleet::store as fleet;
use crate::plans::model::{Plan, Round, State};
use crate::plans::{figures, store};

/// Publishes a plan: its rounds are laid out, its shipments are carried, and the plan that was published for the
/// day before it is superseded. Only what the checker passes, and what is still as the orders are.
pub fn publish(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: PlanId, zone: &TimeZone) -> Outcome<()> {
    enter_as(tx, who, hub, &[Role::Coordinator])?;
    let whole = whole(tx, hub, id)?;
    if whole.plan.state != State::Draft {
        return Err(NotPlanned::AlreadyPublished.into());
    }
    if whole.plan.day < who.today {
        return Err(NotPlanned::Past.into());
    }
    must_keep_every_rule(&whole)?;
    must_be_up_to_date(tx, who, hub, &whole)?;
    let rounds =
        figures::laid_out(whole.plan.day, zone, &whole.description, &whole.result, &whole.crews)?;
    if let Some(before) = store::published_on(tx, hub, whole.plan.day)? {
        must_let_go_on(tx, who, hub, &before, &rounds)?;
        store::set_state(tx, hub, before.id, State::Published, State::Superseded)?;
        shipments::release(tx, hub, before.id)?;
    }
    store::set_state(tx, hub, id, State::Draft, State::Published)?;
    store::note_published(tx, hub, id, who.person, who.at)?;
    store::insert_rounds(tx, hub, id, &rounds)?;
    for round in &rounds {
        let items = round.halts.iter().flat_map(|halt| &halt.items);
        let carried = Carried { plan: id, round: round.number };
        let all: HashSet<ShipmentId> = items.map(|item| item.shipment).collect();
        for shipment in all {
            shipments::set_carried(tx, hub, shipment, carried)?;
        }
    }
    journal::note(tx, who, "plan.publish", id, "")?;
    Ok(())
}

fn must_keep_every_rule(whole: &Whole) -> Outcome<()> {
    Problem::new(whole.description.clone())
        .map_err(|fault| NotPlanned::Unplannable { why: fault.to_string() })?;
    let faults = check::check(&whole.description, &whole.result);
    if faults.is_empty() { Ok(()) } else { Err(NotPlanned::BreaksRules { faults }.into()) }
}

fn must_be_up_to_date(tx: &Tx<'_>, who: &Who, hub: CoalitionId, whole: &Whole) -> Outcome<()> {
    let changes = changes(tx, hub, whole)?;
    if changes.is_empty() {
        return Ok(());
    }
    let names = names_of(tx, &changes)?;
    let changes = changes.iter().map(|change| change.say(&names, who.language)).collect();
    Err(NotPlanned::Outdated { changes }.into())
}

/// Rounds that have left are the same in the plan that takes the place of theirs.
fn must_let_go_on(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    before: &Plan,
    after: &[Round],
) -> Outcome<()> {
    for round in store::rounds(tx, hub, before.id)? {
        if round.departs_at > who.at {
            continue;
        }
        let same =
            after.iter().any(|other| other.vehicle == round.vehicle && other.halts == round.halts);
        if !same {
            let vehicle = fleet::vehicle(tx, hub, round.vehicle)?.map(|one| one.name);
            return Err(NotPlanned::OnTheRoad { vehicle: vehicle.unwrap_or_default() }.into());
        }
    }
    Ok(())
}

/// Says who drives a round of a published plan.
pub fn set_driver(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    id: PlanId,
    round: i64,
    driver: Option<PersonId>,
) -> Outcome<()> {
    enter_as(tx, who, hub, &[Role::Coordinator])?;
    store::find(tx, hub, id)?.ok_or(Stop::NotFound)?;
    if let Some(person) = driver
        && !fleet::drivers(tx, hub)?.iter().any(|known| known.person == person)
    {
        return Err(Stop::NotFound);
    }
    if store::set_driver(tx, hub, id, round, driver)? == 0 {
        return Err(Stop::NotFound);
    }
    journal::note(tx, who, "round.driver", id, &round.to_string())?;
    Ok(())
}
