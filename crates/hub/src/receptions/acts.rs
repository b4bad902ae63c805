//! Receiving goods, and sharing what is short of them.

use std::collections::{BTreeMap, HashMap};

use ::store::Tx;
use economy::containers::acts::{Move, move_all};
use economy::documents::{DocumentKind, store as documents};
use economy::ledger::CauseKind;
use frame::{Outcome, Role, Say, Stop, Who, journal};
use polity::members::acts::enter_as;
use polity::members::{Side, store as members};
use units::{CoalitionId, Code, CycleId, Language, OrganisationId, Quantity, ReferenceId};

use super::model::{Allotment, Exchanged, Lot, Reason, Received, allot, allot_in_full};
use super::shortage::{Demand, grain, share};
use super::store;
use crate::cycles::{Assortment, Cycle, Offer, Stage, store as cycles};
use crate::orders::{OrderLine, store as orders};
use crate::supply::store as supply;
use crate::words::words;

const HANDLERS: [Role; 2] = [Role::Coordinator, Role::Warehouse];

/// What a reception is refused for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotReceived {
    /// The cycle has not closed, or is settled.
    NotNow,
    /// Nothing was ordered of this producer.
    NotExpected,
    /// Invoices are out: what differs is credited.
    AlreadyInvoiced,
}

impl Say for NotReceived {
    fn say(&self, language: Language) -> String {
        let t = words(language);
        match self {
            Self::NotNow => t.reception_not_now(),
            Self::NotExpected => t.reception_not_expected(),
            Self::AlreadyInvoiced => t.reception_already_invoiced(),
        }
    }
}

/// The cycle, for who handles its goods now.
pub fn enter_dock(tx: &Tx<'_>, who: &Who, hub: CoalitionId, cycle: CycleId) -> Outcome<Cycle> {
    enter_as(tx, who, hub, &HANDLERS)?;
    cycles::find(tx, hub, cycle)?.ok_or(Stop::NotFound)
}

/// The same while goods may still change hands: closed, and not invoiced yet.
pub fn enter_open_dock(tx: &Tx<'_>, who: &Who, hub: CoalitionId, cycle: CycleId) -> Outcome<Cycle> {
    let found = enter_dock(tx, who, hub, cycle)?;
    if found.stage() != Stage::Closed {
        return Err(NotReceived::NotNow.into());
    }
    Ok(found)
}

/// Writes down what a producer brought, and allots to the shops what came in full.
///
/// What is short waits until it is shared. Received again, only what has changed is allotted anew.
pub fn receive(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    cycle: CycleId,
    producer: OrganisationId,
    assortment: &Assortment,
    lots: &[Lot],
    exchanged: &[Exchanged],
    note: &str,
) -> Outcome<()> {
    enter_open_dock(tx, who, hub, cycle)?;
    if documents::count_of_cycle(tx, hub, cycle, DocumentKind::Invoice)? > 0 {
        return Err(NotReceived::AlreadyInvoiced.into());
    }
    supply::find(tx, hub, cycle, producer)?.ok_or(NotReceived::NotExpected)?;
    let is_first = store::find(tx, hub, cycle, producer)?.is_none();
    let before = store::received(tx, hub, cycle, Some(producer))?;
    exchange(tx, who, hub, cycle, producer, exchanged)?;
    store::save(tx, who, hub, cycle, producer, lots, exchanged, note)?;
    let after = store::received(tx, hub, cycle, Some(producer))?;
    let ranks = ranks(tx, hub)?;
    let rank = |shop: OrganisationId| ranks.get(&shop).copied().unwrap_or(100);
    let mut allotments = Vec::new();
    for (reference, lines) in by_reference(&orders::lines_of_producer(tx, hub, cycle, producer)?) {
        let received = after.get(&reference).copied().unwrap_or_default();
        if !is_first {
            if before.get(&reference).copied().unwrap_or_default() == received {
                continue;
            }
            store::forget(tx, hub, cycle, reference)?;
        }
        let Some(offer) = assortment.find(reference) else { continue };
        let ordered: Quantity = lines.iter().map(|line| line.ordered).sum();
        if received.quantity >= ordered {
            allotments.extend(allot_in_full(offer, received, &lines, rank));
        }
    }
    store::insert_allotments(tx, hub, cycle, &allotments)?;
    journal::note(tx, who, "reception", producer, &lots.len().to_string())?;
    Ok(())
}

/// Moves containers between the producer and the hub by what has changed since the last time.
fn exchange(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    cycle: CycleId,
    producer: OrganisationId,
    exchanged: &[Exchanged],
) -> Outcome<()> {
    let coalition = members::find(tx, hub)?.ok_or(Stop::NotFound)?;
    let mut net: BTreeMap<_, i64> = BTreeMap::new();
    for one in store::exchanged(tx, hub, cycle, producer)? {
        *net.entry(one.container).or_default() -= one.came - one.went;
    }
    for one in exchanged {
        *net.entry(one.container).or_default() += one.came - one.went;
    }
    let moves: Vec<Move> = net
        .into_iter()
        .map(|(container, count)| Move { container, from: producer, to: coalition.organisation, count })
        .collect();
    move_all(tx, who, hub, CauseKind::Reception, who.ids.next(), &moves)
}

fn ranks(tx: &Tx<'_>, hub: CoalitionId) -> Outcome<HashMap<OrganisationId, i64>> {
    let memberships = members::memberships(tx, hub)?;
    let shops = memberships.into_iter().filter(|membership| membership.side == Side::Shop);
    Ok(shops.map(|membership| (membership.organisation, membership.rank)).collect())
}

/// Lines come sorted by reference.
fn by_reference(lines: &[OrderLine]) -> Vec<(ReferenceId, Vec<OrderLine>)> {
    lines
        .chunk_by(|a, b| a.reference == b.reference)
        .map(|chunk| (chunk[0].reference, chunk.to_vec()))
        .collect()
}

/// How one short reference would be shared.
#[derive(Debug, Clone)]
pub struct Sharing {
    pub reference: ReferenceId,
    pub producer: OrganisationId,
    pub ordered: Quantity,
    pub received: Received,
    pub grain: Quantity,
    /// What each shop ordered and what it would get.
    pub allotments: Vec<(OrderLine, Allotment)>,
    /// What would go out in its place.
    pub substitutes: Vec<Allotment>,
}

/// How everything that is short in a cycle would be shared, by the rule that it opened with.
pub fn propose(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    cycle: CycleId,
    assortment: &Assortment,
) -> Outcome<(Cycle, Vec<Sharing>)> {
    let found = enter_dock(tx, who, hub, cycle)?;
    let Some(terms) = found.terms else { return Ok((found, Vec::new())) };
    let ranks = ranks(tx, hub)?;
    let rank = |shop: OrganisationId| ranks.get(&shop).copied().unwrap_or(100);
    let received = store::received(tx, hub, cycle, None)?;
    let mut surplus = Surplus::default();
    let mut sharings = Vec::new();
    for (reference, producer, ordered, _) in store::short(tx, hub, cycle)? {
        let Some(offer) = assortment.find(reference) else { continue };
        let came = received.get(&reference).copied().unwrap_or_default();
        let lines = orders::lines_of_reference(tx, hub, cycle, reference)?;
        let demands: Vec<Demand> = lines.iter().map(|line| demand(line, line.ordered, rank)).collect();
        let grain = grain(offer);
        let shares = share(terms.shortage_rule, &demands, came.quantity, grain);
        let allotments = allot(offer, came, &lines, &shares, rank);
        let substitutes = match offer.second_choice.and_then(|second| assortment.find(second)) {
            Some(second) => {
                let missing: Vec<Demand> = lines
                    .iter()
                    .zip(&shares)
                    .filter(|(line, _)| line.takes_second_choice)
                    .map(|(line, &share)| demand(line, line.ordered - share, rank))
                    .filter(|demand| demand.ordered > Quantity::ZERO)
                    .collect();
                surplus.substitute(tx, hub, cycle, second, offer, &received, &missing, terms.shortage_rule)?
            }
            None => Vec::new(),
        };
        sharings.push(Sharing {
            reference,
            producer,
            ordered,
            received: came,
            grain,
            allotments: lines.into_iter().zip(allotments).collect(),
            substitutes,
        });
    }
    Ok((found, sharings))
}

fn demand(line: &OrderLine, ordered: Quantity, rank: impl Fn(OrganisationId) -> i64) -> Demand {
    Demand { shop: line.shop, ordered, placed_at: line.placed_at, rank: rank(line.shop) }
}

/// What came beyond the orders, while it is given out as second choice.
#[derive(Default)]
struct Surplus(HashMap<ReferenceId, Quantity>);

impl Surplus {
    /// Shares the surplus of `second` among those who miss `short`, unit for unit.
    fn substitute(
        &mut self,
        tx: &Tx<'_>,
        hub: CoalitionId,
        cycle: CycleId,
        second: &Offer,
        short: &Offer,
        received: &HashMap<ReferenceId, Received>,
        missing: &[Demand],
        rule: polity::agreements::ShortageRule,
    ) -> Outcome<Vec<Allotment>> {
        let Some(came) = received.get(&second.reference) else { return Ok(Vec::new()) };
        let left = match self.0.get(&second.reference) {
            Some(left) => *left,
            None => {
                let given = store::allotments_of_reference(tx, hub, cycle, second.reference)?;
                came.quantity - given.iter().map(|one| one.quantity).sum()
            }
        };
        let grain = grain(second);
        let whole: Vec<Demand> = missing
            .iter()
            .map(|demand| Demand { ordered: Quantity(demand.ordered.0 / grain.0 * grain.0), ..*demand })
            .collect();
        let shares = share(rule, &whole, left, grain);
        let given: Quantity = shares.iter().copied().sum();
        self.0.insert(second.reference, left - given);
        let each = if came.quantity.is_zero() { Quantity::ZERO } else { came.quantity };
        Ok(whole
            .iter()
            .zip(shares)
            .filter(|(_, share)| *share > Quantity::ZERO)
            .map(|(demand, share)| Allotment {
                shop: demand.shop,
                reference: second.reference,
                share,
                rank: demand.rank,
                quantity: share,
                measure: part_of_weight(second, *came, share, each),
                invoiced: None,
                reason: Some(Reason::SecondChoice),
                remark: String::new(),
                stands_for: Some(short.reference),
            })
            .collect())
    }
}

fn part_of_weight(offer: &Offer, came: Received, part: Quantity, whole: Quantity) -> Quantity {
    if !offer.item.is_weighed() || whole.is_zero() {
        return offer.item.expected_measure(part);
    }
    let product = i128::from(came.measure.0) * i128::from(part.0);
    Quantity(i64::try_from(product / i128::from(whole.0)).unwrap_or_default())
}

/// Shares everything that is short, as proposed; the number of references shared.
pub fn share_all(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    cycle: CycleId,
    assortment: &Assortment,
) -> Outcome<usize> {
    enter_open_dock(tx, who, hub, cycle)?;
    let (found, sharings) = propose(tx, who, hub, cycle, assortment)?;
    let Some(terms) = found.terms else { return Err(NotReceived::NotNow.into()) };
    for sharing in &sharings {
        store::insert_shortage(
            tx,
            who,
            hub,
            cycle,
            sharing.reference,
            terms.shortage_rule,
            sharing.grain,
            sharing.received.quantity,
        )?;
        let own: Vec<Allotment> = sharing.allotments.iter().map(|(_, one)| one.clone()).collect();
        store::insert_allotments(tx, hub, cycle, &own)?;
    }
    // A shop may have ordered the second choice too: then what stands in adds to what it gets.
    for one in sharings.iter().flat_map(|sharing| &sharing.substitutes) {
        match store::find_allotment(tx, hub, cycle, one.shop, one.reference)? {
            Some(mut known) => {
                known.quantity += one.quantity;
                known.measure += one.measure;
                known.reason = Some(Reason::SecondChoice);
                store::update_allotment(tx, hub, cycle, &known)?;
            }
            None => {
                let standing_in = Allotment { share: Quantity::ZERO, ..one.clone() };
                store::insert_allotments(tx, hub, cycle, &[standing_in])?;
            }
        }
    }
    if !sharings.is_empty() {
        journal::note(tx, who, "shortage.share", cycle, terms.shortage_rule.code())?;
    }
    Ok(sharings.len())
}
