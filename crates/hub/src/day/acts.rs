//! What each role needs to see when its day begins.

use ::store::Tx;
use economy::documents::{Document, acts as documents, store::Narrowed};
use economy::payments::acts::{Balances, balances};
use frame::{Outcome, Role, Who};
use polity::members::Coalition;
use polity::members::acts::enter;
use units::{CoalitionId, CycleId, OrganisationId};

use crate::cycles::{Cycle, Stage, store as cycles};
use crate::orders::{Order, store as orders};
use crate::preparation::store as preparation;
use crate::receptions::store as receptions;
use crate::settlement::acts::{Standing, standing_of};
use crate::supply::{SupplyOrder, store as supply};

/// A cycle with how far it is.
pub struct Running {
    pub cycle: Cycle,
    /// Shops that have ordered, and lines.
    pub shops: i64,
    pub lines: i64,
    pub standing: Standing,
    pub prepared: i64,
    pub delivered: i64,
    pub to_deliver: i64,
}

/// The day of a hub, as one mandate sees it.
pub struct Day {
    pub coalition: Coalition,
    pub running: Vec<Running>,
    pub next: Option<Cycle>,
    pub balances: Balances,
    /// The member's own: its orders, its consolidated orders, its latest documents.
    pub own_orders: Vec<(CycleId, Order)>,
    pub own_supply: Vec<(CycleId, SupplyOrder)>,
    pub own_documents: Vec<Document>,
}

pub fn day(tx: &Tx<'_>, who: &Who, hub: CoalitionId) -> Outcome<Day> {
    let coalition = enter(tx, who, hub)?;
    let (planned, begun): (Vec<Cycle>, Vec<Cycle>) =
        cycles::unsettled(tx, hub)?.into_iter().partition(|cycle| cycle.stage() == Stage::Planned);
    let next = planned.into_iter().min_by_key(|cycle| cycle.opens_at);
    let mut running = Vec::new();
    for cycle in begun {
        running.push(run(tx, hub, cycle)?);
    }
    let own = who.mandate.as_ref().and_then(|mandate| mandate.organisation);
    let mut day = Day {
        coalition,
        running,
        next,
        balances: balances(tx, who, hub)?,
        own_orders: Vec::new(),
        own_supply: Vec::new(),
        own_documents: Vec::new(),
    };
    match (who.role(), own) {
        (Some(Role::Shop), Some(shop)) => day.own_orders = own_orders(tx, hub, &day.running, shop)?,
        (Some(Role::Producer), Some(producer)) => {
            day.own_supply = supply::of_producer(tx, hub, producer, 4)?;
        }
        _ => {}
    }
    if matches!(who.role(), Some(Role::Shop | Role::Producer)) {
        day.own_documents = documents::list(tx, who, hub, &Narrowed::default())?;
        day.own_documents.truncate(5);
    }
    Ok(day)
}

fn run(tx: &Tx<'_>, hub: CoalitionId, cycle: Cycle) -> Outcome<Running> {
    let counts = orders::counts(tx, hub, cycle.id)?;
    let closed = cycle.stage() == Stage::Closed;
    let standing = if closed { standing_of(tx, hub, cycle.id)? } else { Standing::default() };
    let (prepared, delivered, to_deliver) = if closed {
        (
            preparation::prepared(tx, hub, cycle.id)?.len() as i64,
            preparation::deliveries(tx, hub, cycle.id)?.len() as i64,
            receptions::counts(tx, hub, cycle.id)?.len() as i64,
        )
    } else {
        (0, 0, 0)
    };
    Ok(Running {
        shops: counts.len() as i64,
        lines: counts.values().sum(),
        cycle,
        standing,
        prepared,
        delivered,
        to_deliver,
    })
}

fn own_orders(
    tx: &Tx<'_>,
    hub: CoalitionId,
    running: &[Running],
    shop: OrganisationId,
) -> Outcome<Vec<(CycleId, Order)>> {
    let mut own = Vec::new();
    for one in running {
        if let Some(order) = orders::find(tx, hub, one.cycle.id, shop)? {
            own.push((one.cycle.id, order));
        }
    }
    Ok(own)
}
