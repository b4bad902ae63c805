//! Writing what a sale must have moved.

use std::collections::{BTreeMap, HashMap};

use ::store::Tx;
use economy::containers::{acts as containers, store as container_store};
use economy::shipments::acts::{self as shipments, usual_end};
use economy::shipments::{Load, Moves, Origin};
use frame::{Outcome, Stop, Who};
use jiff::civil::Date;
use people::organisations::store as organisations;
use polity::members::store as members;
use units::{CoalitionId, CycleId, OrganisationId};

use super::model::{Good, collection_days, load};
use super::store;
use crate::cycles::{Cycle, Stage, store as cycles};
use crate::orders::store as orders;

/// Writes what a closed cycle must have moved, in place of what was written before.
pub fn write(tx: &Tx<'_>, who: &Who, hub: CoalitionId, cycle: CycleId) -> Outcome<()> {
    let cycle = cycles::find(tx, hub, cycle)?.ok_or(Stop::NotFound)?;
    if cycle.stage() != Stage::Closed {
        return Ok(());
    }
    let all = moves(tx, who, &cycle)?;
    shipments::rewrite(tx, who, hub, cycle.id, &all)
}

fn moves(tx: &Tx<'_>, who: &Who, cycle: &Cycle) -> Outcome<Vec<Moves>> {
    let hub = cycle.hub;
    let dock = members::find(tx, hub)?.ok_or(Stop::NotFound)?.organisation;
    let (mut by_producer, mut by_shop): (Grouped, Grouped) = (BTreeMap::new(), BTreeMap::new());
    for good in store::goods(tx, hub, cycle.id)? {
        by_producer.entry(good.producer).or_default().push(good.clone());
        by_shop.entry(good.shop).or_default().push(good);
    }
    let days: HashMap<OrganisationId, Date> = orders::all(tx, hub, cycle.id)?
        .into_iter()
        .map(|order| (order.shop, order.delivers_on))
        .collect();
    let mut everybody: Vec<OrganisationId> = by_producer.keys().chain(by_shop.keys()).copied().collect();
    everybody.push(dock);
    let sites = organisations::sites_of(tx, &everybody)?;
    let end = |organisation: OrganisationId| usual_end(organisation, &sites);
    let first_delivery = cycle.delivery_days.first().copied().unwrap_or(who.today);
    let (first_day, last_day) = collection_days(who.today, first_delivery);
    let mut all = Vec::new();
    for (&producer, goods) in by_producer.iter().filter(|(producer, _)| **producer != dock) {
        let (from, to) = (end(producer), end(dock));
        let load = load(goods);
        all.push(Moves { origin: Origin::Collection, from, to, first_day, last_day, load });
    }
    let empty = empty_crates(tx, hub, dock)?;
    for (&shop, goods) in by_shop.iter().filter(|(shop, _)| **shop != dock) {
        let day = days.get(&shop).copied().unwrap_or(first_delivery);
        let (first_day, last_day) = (day, day);
        let moved = |origin, from, to, load| Moves { origin, from, to, first_day, last_day, load };
        all.push(moved(Origin::Delivery, end(dock), end(shop), load(goods)));
        if let Some(&crates) = empty.get(&shop) {
            let load = Load { dry: nested(crates), kilograms: crates * 2, ..Load::default() };
            all.push(moved(Origin::CratesBack, end(shop), end(dock), load));
        }
    }
    all.retain(|moves| !moves.load.is_nothing());
    Ok(all)
}

type Grouped = BTreeMap<OrganisationId, Vec<Good>>;

/// Empty crates stand in one another: four in the room of one.
fn nested(crates: i64) -> i64 {
    (crates + 3) / 4
}

/// The hub's own transport crates, by the shop that has them: what goes against a deposit comes back with whoever
/// wants it paid.
fn empty_crates(
    tx: &Tx<'_>,
    hub: CoalitionId,
    dock: OrganisationId,
) -> Outcome<HashMap<OrganisationId, i64>> {
    let own = container_store::of_owners(tx, &[dock])?;
    let travels = |id| own.iter().any(|kind| kind.id == id && kind.deposit.is_zero());
    let mut found: HashMap<OrganisationId, i64> = HashMap::new();
    for (kind, holder, count) in containers::held(tx, hub)? {
        if travels(kind) && holder != dock && count > 0 {
            *found.entry(holder).or_default() += count;
        }
    }
    Ok(found)
}

/// A producer's goods have come to the dock.
pub fn collected(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    producer: OrganisationId,
) -> Outcome<()> {
    let dock = members::find(tx, hub)?.ok_or(Stop::NotFound)?.organisation;
    shipments::arrived(tx, hub, cycle, Origin::Collection, producer, dock)
}

/// A shop has its goods, and gave its empty crates along.
pub fn delivered(tx: &Tx<'_>, hub: CoalitionId, cycle: CycleId, shop: OrganisationId) -> Outcome<()> {
    let dock = members::find(tx, hub)?.ok_or(Stop::NotFound)?.organisation;
    shipments::arrived(tx, hub, cycle, Origin::Delivery, dock, shop)?;
    shipments::arrived(tx, hub, cycle, Origin::CratesBack, shop, dock)
}
