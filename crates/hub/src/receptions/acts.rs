//! Receiving goods, and sharing what is short of them.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use ::store::Tx;
use economy::containers::acts::{Move, move_all};
use economy::containers::store as containers;
use economy::documents::{DocumentKind, store as documents};
use economy::ledger::CauseKind;
use frame::webhooks::{self, Event, Kind};
use frame::{Outcome, Role, Say, Stop, Who, journal};
use polity::members::acts::enter_as;
use polity::members::{Side, store as members};
use sha2::{Digest, Sha256};
use units::{CoalitionId, Code, ContainerId, CycleId, Language, OrganisationId, Quantity, ReferenceId};

use super::model::{Allotment, Exchanged, Lot, Received, allot, allot_in_full, stand_in};
use super::shortage::{Demand, Second, Shortage, can_stand_in, grain, spare};
use super::store;
use crate::cycles::{Assortment, Cycle, Offer, Stage, store as cycles};
use crate::orders::{OrderLine, store as orders};
use crate::preparation::store as preparation;
use crate::supply::store as supply;
use crate::transport;
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
    /// A shop has taken its goods over: what differs is credited.
    AlreadyDelivered,
    /// Something that the cycle does not offer of this producer.
    NotOffered,
    /// Goods paid by weight came without one.
    NotWeighed,
    /// A container of neither the hub nor this producer.
    UnknownContainer,
    /// What was to be shared is no longer what was shown.
    SharedOtherwise,
}

impl Say for NotReceived {
    fn say(&self, language: Language) -> String {
        let t = words(language);
        match self {
            Self::NotNow => t.reception_not_now(),
            Self::NotExpected => t.reception_not_expected(),
            Self::AlreadyInvoiced => t.reception_already_invoiced(),
            Self::AlreadyDelivered => t.reception_already_delivered(),
            Self::NotOffered => t.reception_not_offered(),
            Self::NotWeighed => t.reception_not_weighed(),
            Self::UnknownContainer => t.reception_unknown_container(),
            Self::SharedOtherwise => t.shortages_changed(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NotOffered | Self::NotWeighed => Some("lots"),
            Self::UnknownContainer => Some("containers"),
            _ => None,
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
/// What is short waits until it is shared. Received again, only what has changed is allotted anew, and
/// what it stood in for is to be shared again; goods that a shop has taken over change no more.
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
    let lots: Vec<Lot> = lots.iter().cloned().map(Lot::counted).collect();
    let searched: Vec<String> = lots.iter().map(|lot| searched(lot, producer, assortment)).collect();
    store::save(tx, who, hub, cycle, producer, &lots, &searched, exchanged, note)?;
    let after = store::received(tx, hub, cycle, Some(producer))?;
    let changed = changed(&before, &after);
    let mut touched = HashSet::new();
    if !is_first {
        // Also of what nobody ordered: it may stand in for something.
        for &reference in &changed {
            touched.extend(store::forget(tx, hub, cycle, reference)?);
        }
    }
    let ranks = ranks(tx, hub)?;
    let rank = |shop: OrganisationId| ranks.get(&shop).copied().unwrap_or(100);
    let mut allotments = Vec::new();
    for (reference, lines) in by_reference(&orders::lines_of_producer(tx, hub, cycle, producer)?) {
        if !changed.contains(&reference) {
            continue;
        }
        touched.extend(lines.iter().map(|line| line.shop));
        let received = after.get(&reference).copied().unwrap_or_default();
        let Some(offer) = assortment.find(reference) else { continue };
        let ordered: Quantity = lines.iter().map(|line| line.ordered).sum();
        if received.quantity >= ordered {
            allotments.extend(allot_in_full(offer, received, &lines, rank));
        }
    }
    to_prepare_again(tx, hub, cycle, &touched)?;
    store::insert_allotments(tx, hub, cycle, &allotments)?;
    transport::acts::collected(tx, hub, cycle, producer)?;
    journal::note(tx, who, "reception", producer, &lots.len().to_string())?;
    let about = [("cycle", cycle.to_string()), ("producer", producer.to_string())];
    webhooks::tell(tx, who, hub, &Event { kind: Kind::ReceptionReceived, about: &about })?;
    Ok(())
}

/// What a search finds a lot by: its number, its article, its producer.
fn searched(lot: &Lot, producer: OrganisationId, assortment: &Assortment) -> String {
    let article = assortment.find(lot.reference).map_or("", |offer| offer.item.name.as_str());
    units::text::fold(&format!("{} {article} {}", lot.lot, assortment.producer_name(producer)))
}

/// The references of which another quantity or weight came than was written down before, in order.
fn changed(
    before: &HashMap<ReferenceId, Received>,
    after: &HashMap<ReferenceId, Received>,
) -> BTreeSet<ReferenceId> {
    let came = |known: &HashMap<ReferenceId, Received>, reference: &ReferenceId| {
        known.get(reference).copied().unwrap_or_default()
    };
    let differs = |reference: &&ReferenceId| came(before, reference) != came(after, reference);
    before.keys().chain(after.keys()).filter(differs).copied().collect()
}

/// Shops whose goods have changed are prepared again; who has taken them over keeps what it has.
fn to_prepare_again(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    shops: &HashSet<OrganisationId>,
) -> Outcome<()> {
    if preparation::deliveries(tx, hub, cycle)?.iter().any(|delivery| shops.contains(&delivery.shop)) {
        return Err(NotReceived::AlreadyDelivered.into());
    }
    for (shop, _) in
        preparation::prepared(tx, hub, cycle)?.into_iter().filter(|(shop, _)| shops.contains(shop))
    {
        preparation::unmark_prepared(tx, hub, cycle, shop)?;
    }
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
    must_be_owned_by(
        tx,
        &[coalition.organisation, producer],
        exchanged.iter().map(|one| one.container),
    )?;
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

/// # Errors
/// A refusal when one of these kinds of container belongs to none of `owners`.
pub(crate) fn must_be_owned_by(
    tx: &Tx<'_>,
    owners: &[OrganisationId],
    used: impl Iterator<Item = ContainerId>,
) -> Outcome<()> {
    for id in used {
        let kind = containers::find(tx, id)?.filter(|kind| owners.contains(&kind.owner));
        kind.ok_or(NotReceived::UnknownContainer)?;
    }
    Ok(())
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
    pub shortage: Shortage,
    pub producer: OrganisationId,
    pub ordered: Quantity,
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
    // What this proposal gives in place of others already, by what is given.
    let mut promised: HashMap<ReferenceId, Quantity> = HashMap::new();
    let mut sharings = Vec::new();
    for (reference, producer, ordered, _) in store::short(tx, hub, cycle)? {
        let Some(offer) = assortment.find(reference) else { continue };
        let came = received.get(&reference).copied().unwrap_or_default();
        let lines = orders::lines_of_reference(tx, hub, cycle, reference)?;
        let demands: Vec<Demand> = lines.iter().map(|line| demand(line, rank)).collect();
        let second = offer
            .second_choice
            .and_then(|second| assortment.find(second))
            .filter(|second| can_stand_in(second, offer))
            .and_then(|second| Some((second, *received.get(&second.reference)?)));
        let shortage = Shortage {
            reference,
            rule: terms.shortage_rule,
            grain: grain(offer),
            received: came.quantity,
            second: match second {
                Some((second, came)) => {
                    let promised = promised.get(&second.reference).copied().unwrap_or_default();
                    Some(left_of(tx, hub, cycle, second, came, promised)?)
                }
                None => None,
            },
        };
        let shares = shortage.shares(&demands);
        let substitutes = match second {
            Some((second, came)) => {
                let accepts = accepting(tx, hub, cycle, &lines, second.reference)?;
                let given = shortage.substitutes(&demands, &shares, |shop| accepts.contains(&shop));
                *promised.entry(second.reference).or_default() += given.iter().copied().sum();
                stand_in(second, came, reference, &demands, &given)
            }
            None => Vec::new(),
        };
        let allotments = allot(offer, came, &lines, &shares, rank);
        sharings.push(Sharing {
            shortage,
            producer,
            ordered,
            allotments: lines.into_iter().zip(allotments).collect(),
            substitutes,
        });
    }
    Ok((found, sharings))
}

fn demand(line: &OrderLine, rank: impl Fn(OrganisationId) -> i64) -> Demand {
    Demand { shop: line.shop, ordered: line.ordered, placed_at: line.placed_at, rank: rank(line.shop) }
}

/// A second choice with what is left of it, beyond its own orders, what was given of it and `promised`.
fn left_of(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    second: &Offer,
    came: Received,
    promised: Quantity,
) -> Outcome<Second> {
    let reference = second.reference;
    let ordered: Quantity =
        orders::lines_of_reference(tx, hub, cycle, reference)?.iter().map(|line| line.ordered).sum();
    // By share: what was damaged since is not there to be given twice.
    let given: Quantity =
        store::allotments_of_reference(tx, hub, cycle, reference)?.iter().map(|one| one.share).sum();
    let left = spare(came.quantity, ordered, given) - promised;
    Ok(Second { reference, grain: grain(second), left: left.max(Quantity::ZERO) })
}

/// The shops that take this second choice, and are offered it.
pub(super) fn accepting(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    lines: &[OrderLine],
    second: ReferenceId,
) -> Outcome<Vec<OrganisationId>> {
    let hidden = store::hidden_from(tx, hub, cycle, second)?;
    let takes = lines.iter().filter(|line| line.takes_second_choice && !hidden.contains(&line.shop));
    Ok(takes.map(|line| line.shop).collect())
}

/// What a proposal comes to, in a few letters: the same proposal has the same.
pub fn digest(sharings: &[Sharing]) -> String {
    let mut hash = Sha256::new();
    for sharing in sharings {
        let own = sharing.allotments.iter().map(|(_, one)| one);
        for one in own.chain(&sharing.substitutes) {
            let line = format!(
                "{} {} {} {}\n",
                sharing.shortage.reference, one.reference, one.shop, one.quantity.0
            );
            hash.update(line.as_bytes());
        }
    }
    let first = hash.finalize().iter().take(8).fold(0, |all, &byte| all << 8 | u64::from(byte));
    format!("{first:016x}")
}

/// Shares everything that is short, as proposed; the number of references shared.
///
/// `seen` is the digest of the proposal that was looked at: something else is not shared unseen.
pub fn share_all(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    cycle: CycleId,
    assortment: &Assortment,
    seen: Option<&str>,
) -> Outcome<usize> {
    enter_open_dock(tx, who, hub, cycle)?;
    let (found, sharings) = propose(tx, who, hub, cycle, assortment)?;
    let Some(terms) = found.terms else { return Err(NotReceived::NotNow.into()) };
    if seen.is_some_and(|seen| seen != digest(&sharings)) {
        return Err(NotReceived::SharedOtherwise.into());
    }
    let touched = sharings
        .iter()
        .flat_map(|sharing| sharing.allotments.iter().map(|(line, _)| line.shop))
        .collect();
    to_prepare_again(tx, hub, cycle, &touched)?;
    for sharing in &sharings {
        store::insert_shortage(tx, who, hub, cycle, &sharing.shortage)?;
        let mut given: Vec<Allotment> = sharing.allotments.iter().map(|(_, one)| one.clone()).collect();
        given.extend(sharing.substitutes.iter().cloned());
        store::insert_allotments(tx, hub, cycle, &given)?;
    }
    if !sharings.is_empty() {
        journal::note(tx, who, "shortage.share", cycle, terms.shortage_rule.code())?;
    }
    Ok(sharings.len())
}
