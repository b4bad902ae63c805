//! Making consolidated orders at closing, and again when a shop's order changes after it.

use std::collections::BTreeSet;

use ::store::Tx;
use economy::ledger::store as ledger;
use frame::{Outcome, Role, Stop, Who};
use polity::members::acts::enter;
use units::{CoalitionId, CycleId, OrganisationId, ReferenceId};

use super::{SupplyLine, SupplyOrder, store};
use crate::orders::acts::NotOrdered;
use crate::receptions;

/// Makes one order for each producer of what shops ordered; the number of orders.
pub fn consolidate(tx: &Tx<'_>, who: &Who, hub: CoalitionId, cycle: CycleId) -> Outcome<usize> {
    store::insert_lines(tx, hub, cycle)?;
    let producers = store::producers_with_lines(tx, hub, cycle)?;
    number_and_insert(tx, who, hub, cycle, &producers)?;
    Ok(producers.len())
}

fn number_and_insert(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    cycle: CycleId,
    producers: &[OrganisationId],
) -> Outcome<()> {
    if producers.is_empty() {
        return Ok(());
    }
    let first = ledger::take_numbers(tx, hub.into(), "supply_order", producers.len() as i64)?;
    Ok(store::insert_orders(tx, hub, cycle, producers, first, who.at)?)
}

/// Sums these references again and counts a revision for their producers.
pub fn revise(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    cycle: CycleId,
    references: &[ReferenceId],
) -> Outcome<()> {
    let mut producers = BTreeSet::new();
    for &reference in references {
        let producer = store::producer_of(tx, hub, cycle, reference)?.ok_or(Stop::NotFound)?;
        store::revise_line(tx, hub, cycle, producer, reference)?;
        producers.insert(producer);
    }
    for producer in producers {
        if !store::bump(tx, hub, cycle, producer)? {
            number_and_insert(tx, who, hub, cycle, &[producer])?;
        }
    }
    Ok(())
}

/// # Errors
/// A refusal when goods of one of these producers are received already.
pub fn must_not_be_received(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    producers: &[OrganisationId],
) -> Outcome<()> {
    for &producer in producers {
        if receptions::store::find(tx, hub, cycle, producer)?.is_some() {
            return Err(NotOrdered::AlreadyReceived.into());
        }
    }
    Ok(())
}

/// The consolidated orders of a cycle, for the staff.
pub fn list(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    cycle: CycleId,
) -> Outcome<(Vec<SupplyOrder>, Vec<SupplyLine>)> {
    enter(tx, who, hub)?;
    who.must_act_in(hub, &[Role::Coordinator, Role::Warehouse, Role::Bookkeeper])?;
    Ok((store::all(tx, hub, cycle)?, store::lines(tx, hub, cycle, None)?))
}

/// One producer's order, for the staff and the producer itself.
pub fn show(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    cycle: CycleId,
    producer: OrganisationId,
) -> Outcome<(SupplyOrder, Vec<SupplyLine>)> {
    enter(tx, who, hub)?;
    let staff = who.acts_in(hub, &[Role::Coordinator, Role::Warehouse, Role::Bookkeeper]);
    if !staff && !who.acts_for(producer, Role::Producer) {
        return Err(Stop::NotFound);
    }
    let order = store::find(tx, hub, cycle, producer)?.ok_or(Stop::NotFound)?;
    Ok((order, store::lines(tx, hub, cycle, Some(producer))?))
}

/// Asks for the order to be sent again.
pub fn send_again(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    cycle: CycleId,
    producer: OrganisationId,
) -> Outcome<()> {
    enter(tx, who, hub)?;
    who.must_act_in(hub, &[Role::Coordinator, Role::Warehouse])?;
    store::find(tx, hub, cycle, producer)?.ok_or(Stop::NotFound)?;
    Ok(store::mark_unsent(tx, hub, cycle, producer)?)
}
