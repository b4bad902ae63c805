//! Tying shipments to their vehicles, for what is searched from a plan.

use ::store::Tx;
use frame::{Outcome, Role, Stop, Who, journal};
use polity::members::acts::enter_as;
use units::{CoalitionId, PlanId, ShipmentId};

use super::{Whole, whole};
use crate::plans::model::Lock;
use crate::plans::{mending, store};

/// What is tied, or untied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tied {
    Shipments(Vec<ShipmentId>),
    /// All that a round has, by its number from 1.
    Round(usize),
}

/// Ties shipments to the vehicle that has them in this plan, or unties them.
pub fn lock(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    id: PlanId,
    tied: &Tied,
    is_tied: bool,
) -> Outcome<()> {
    enter_as(tx, who, hub, &[Role::Coordinator])?;
    let whole = whole(tx, hub, id)?;
    let shipments = match tied {
        Tied::Shipments(shipments) => shipments.clone(),
        Tied::Round(number) => of_round(&whole, *number).ok_or(Stop::NotFound)?,
    };
    for shipment in shipments {
        whole.request_at(shipment).ok_or(Stop::NotFound)?;
        if !is_tied {
            store::delete_lock(tx, hub, id, shipment)?;
            continue;
        }
        let vehicle = mending::vehicle_of(&whole.description, &whole.result, shipment);
        let vehicle = vehicle.ok_or(Stop::NotFound)?;
        store::insert_lock(tx, who, hub, id, Lock { shipment, vehicle })?;
    }
    journal::note(tx, who, "plan.lock", id, "")?;
    Ok(())
}

/// The shipments of a round, each once.
fn of_round(whole: &Whole, number: usize) -> Option<Vec<ShipmentId>> {
    let round = whole.result.rounds.get(number.checked_sub(1)?)?;
    let halts = round.halts.iter();
    let mut found: Vec<ShipmentId> =
        halts.filter_map(|halt| whole.description.requests[halt.request].id.parse().ok()).collect();
    found.sort_unstable();
    found.dedup();
    Some(found)
}
