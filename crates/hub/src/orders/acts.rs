//! Ordering: what a shop wants is promised as it is asked for, or refused.

use std::collections::{BTreeMap, HashMap, HashSet};

use ::store::{Planted, Tx, planted};
use economy::ledger::{Account, Book, CauseKind, Posting, Transfer, acts as ledger};
use frame::webhooks::{self, Event, Kind};
use frame::{Outcome, Role, Say, Stop, Who, journal};
use jiff::civil::Date;
use polity::members::{Side, store as members};
use units::{CauseId, CoalitionId, CycleId, Language, OrganisationId, Quantity, ReferenceId};

use super::model::{Ask, ChangedLine, MOST_UNITS, Order, OrderLine};
use super::store::{self, Orderable};
use crate::catalogue::StockMode;
use crate::cycles::{Cycle, Stage, store as cycles};
use crate::receptions::{Allotment, store as receptions};
use crate::words::words;
use crate::{supply, transport};

/// What an order is refused for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotOrdered {
    /// The cycle takes no orders now.
    Closed,
    NotOffered,
    /// Neither zero nor whole steps within reason.
    NotBySteps {
        step: Quantity,
    },
    /// Somebody else was promised the last ones; `left` are still there.
    SoldOut {
        reference: ReferenceId,
        left: Quantity,
    },
    /// After closing every change says why.
    ReasonMissing,
    /// The goods are received: what changes now changes at the preparation.
    AlreadyReceived,
    NotADeliveryDay,
    /// One reference has two lines.
    Twice,
    /// The shop is no member today.
    HasLeft,
}

impl Say for NotOrdered {
    fn say(&self, language: Language) -> String {
        let t = words(language);
        match self {
            Self::Closed => t.order_closed(),
            Self::NotOffered => t.order_not_offered(),
            Self::NotBySteps { step } => t.order_not_by_steps(language.quantity(*step)),
            Self::SoldOut { left, .. } if left.is_zero() => t.order_sold_out(),
            Self::SoldOut { left, .. } => t.order_only_left(language.quantity(*left)),
            Self::ReasonMissing => t.order_reason_missing(),
            Self::AlreadyReceived => t.order_already_received(),
            Self::NotADeliveryDay => t.order_not_a_delivery_day(),
            Self::Twice => t.order_twice(),
            Self::HasLeft => t.order_has_left(),
        }
    }
}

/// Makes sure that `who` orders for this shop, and gives the cycle.
pub fn enter_order(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    cycle: CycleId,
    shop: OrganisationId,
) -> Outcome<Cycle> {
    let (cycle, stands) = enter_as_one_of(tx, who, hub, cycle, shop, &[Role::Coordinator])?;
    if stands { Ok(cycle) } else { Err(NotOrdered::HasLeft.into()) }
}

/// The cycle for whoever may read this shop's order in it, also after the shop has left; and whether the
/// reader may order.
fn enter_to_read(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    cycle: CycleId,
    shop: OrganisationId,
) -> Outcome<(Cycle, bool)> {
    let staff = [Role::Coordinator, Role::Warehouse, Role::Bookkeeper];
    let (cycle, stands) = enter_as_one_of(tx, who, hub, cycle, shop, &staff)?;
    let orders = who.acts_in(hub, &[Role::Coordinator]) || who.acts_for(shop, Role::Shop);
    Ok((cycle, stands && orders))
}

/// The cycle for the shop itself and these roles, and whether the shop is a member today.
fn enter_as_one_of(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    cycle: CycleId,
    shop: OrganisationId,
    roles: &[Role],
) -> Outcome<(Cycle, bool)> {
    who.must_be_within(hub)?;
    let cycle = cycles::find(tx, hub, cycle)?.ok_or(Stop::NotFound)?;
    let memberships = members::memberships_of(tx, hub, shop)?;
    let as_shop = memberships.iter().find(|membership| membership.side == Side::Shop);
    let as_shop = as_shop.ok_or(Stop::NotFound)?;
    if who.acts_in(hub, roles) || who.acts_for(shop, Role::Shop) || planted(Planted::OwnerUnasked) {
        Ok((cycle, as_shop.is_good_on(who.today)))
    } else {
        Err(Stop::NotAllowed)
    }
}

/// Sets the quantities of some lines: all of them, or none with the reason; the lines that changed.
///
/// Shops order while the cycle takes orders; the coordinator also after, with a reason that stays in the
/// trail, until the goods are received. What is guarded is promised in the same transaction: two shops
/// never both get the last crate.
pub fn ask(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    cycle_id: CycleId,
    shop: OrganisationId,
    asks: &[Ask],
    reason: &str,
) -> Outcome<Vec<OrderLine>> {
    let cycle = enter_order(tx, who, hub, cycle_id, shop)?;
    let after_closing = !cycle.takes_orders_at(who.at);
    if after_closing {
        may_change_after_closing(who, &cycle, reason)?;
    }
    let references: Vec<ReferenceId> = asks.iter().map(|ask| ask.reference).collect();
    let orderables = store::orderables(tx, hub, cycle_id, shop, &references)?;
    let mut asked_for = HashSet::with_capacity(asks.len());
    for ask in asks {
        let orderable = orderables.get(&ask.reference).ok_or(NotOrdered::NotOffered)?;
        if !(Quantity::ZERO..=MOST_UNITS).contains(&ask.quantity)
            || ask.quantity.0 % orderable.step.0 != 0
        {
            return Err(NotOrdered::NotBySteps { step: orderable.step }.into());
        }
        if !asked_for.insert(ask.reference) {
            return Err(NotOrdered::Twice.into());
        }
    }
    let first_day = cycle.delivery_days.first().copied().unwrap_or(who.today);
    let changed = store::set_lines(tx, hub, cycle_id, shop, asks, first_day, who.at)?;
    if changed.is_empty() {
        return Ok(Vec::new());
    }
    let mut trail = Vec::new();
    let mut grown: Vec<(ReferenceId, Orderable, Quantity)> = Vec::new();
    for ChangedLine { now, before } in &changed {
        let orderable = orderables.get(&now.reference).ok_or(NotOrdered::NotOffered)?;
        let growth = now.ordered - before.unwrap_or(Quantity::ZERO);
        if growth > Quantity::ZERO && orderable.hidden {
            return Err(NotOrdered::NotOffered.into());
        }
        if !growth.is_zero() {
            grown.push((now.reference, *orderable, growth));
            if before.is_some() || after_closing {
                trail.push((now.reference, before.unwrap_or(Quantity::ZERO), now.ordered));
            }
        }
    }
    if after_closing {
        // Also where only the second choice changed: a shortage is shared by it.
        let producers: Vec<OrganisationId> = changed
            .iter()
            .filter_map(|line| orderables.get(&line.now.reference))
            .map(|one| one.producer)
            .collect();
        supply::acts::must_not_be_received(tx, hub, cycle_id, &producers)?;
    }
    store::touch(tx, hub, cycle_id, shop, first_day, who.at)?;
    store::insert_changes(tx, who, hub, cycle_id, shop, &trail, reason)?;
    promise(tx, who, hub, cycle_id, &grown)?;
    if after_closing {
        let references: Vec<ReferenceId> = grown.iter().map(|(reference, _, _)| *reference).collect();
        supply::acts::revise(tx, who, hub, cycle_id, &references)?;
        transport::acts::write(tx, who, hub, cycle_id)?;
        journal::note(tx, who, "order.change", shop, reason)?;
    }
    tell_of_change(tx, who, hub, cycle_id, shop)?;
    Ok(changed.into_iter().map(|line| line.now).collect())
}

fn tell_of_change(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    cycle: CycleId,
    shop: OrganisationId,
) -> Outcome<()> {
    let about = [("cycle", cycle.to_string()), ("shop", shop.to_string())];
    Ok(webhooks::tell(tx, who, hub, &Event { kind: Kind::OrderChanged, about: &about })?)
}

fn may_change_after_closing(who: &Who, cycle: &Cycle, reason: &str) -> Outcome<()> {
    if !who.acts_in(cycle.hub, &[Role::Coordinator]) || cycle.stage() != Stage::Closed {
        return Err(NotOrdered::Closed.into());
    }
    if reason.trim().is_empty() {
        return Err(NotOrdered::ReasonMissing.into());
    }
    Ok(())
}

/// Holds what is guarded: each book's stock in one posting, under one cause.
fn promise(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    cycle: CycleId,
    grown: &[(ReferenceId, Orderable, Quantity)],
) -> Outcome<()> {
    let mut by_book: BTreeMap<Book, Vec<Transfer>> = BTreeMap::new();
    for &(reference, orderable, growth) in grown {
        let (book, stock) = match orderable.stock_mode {
            StockMode::OnDemand => continue,
            StockMode::OnHand => (Book::from(orderable.producer), Account::Stock(reference)),
            StockMode::PerCycle => (Book::from(hub), Account::CycleStock(cycle, reference)),
        };
        let promised = Transfer::goods(Account::Promised(reference), stock, growth);
        by_book.entry(book).or_default().extend(promised);
    }
    let cause: CauseId = who.ids.next();
    for (book, transfers) in by_book {
        let posting = Posting { book, kind: CauseKind::Order, cause, transfers };
        ledger::post(tx, who, &posting).map_err(|stop| sold_out(tx, hub, cycle, grown, stop))?;
    }
    Ok(())
}

/// Says which reference is short, and how much of it is left.
fn sold_out(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    grown: &[(ReferenceId, Orderable, Quantity)],
    stop: Stop,
) -> Stop {
    let Stop::Refused(refusal) = &stop else { return stop };
    let Some(ledger::Unposted::Short { account }) = refusal.of() else { return stop };
    let short = grown.iter().find(|(reference, _, _)| account.ends_with(&reference.to_string()));
    let Some(&(reference, orderable, _)) = short else { return stop };
    let guarded = [(reference, orderable.producer, orderable.stock_mode)];
    match store::stock_left(tx, hub, cycle, &guarded) {
        Ok(left) => {
            let left = left.get(&reference).copied().unwrap_or_default();
            NotOrdered::SoldOut { reference, left }.into()
        }
        Err(error) => error.into(),
    }
}

/// Orders again what the shop ordered last time: what is still offered, as much as is left.
pub fn repeat(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    cycle_id: CycleId,
    shop: OrganisationId,
) -> Outcome<usize> {
    enter_order(tx, who, hub, cycle_id, shop)?;
    let last = store::before(tx, hub, cycle_id, shop)?;
    let references: Vec<ReferenceId> = last.iter().map(|(reference, _)| *reference).collect();
    let orderables = store::orderables(tx, hub, cycle_id, shop, &references)?;
    let guarded: Vec<_> =
        orderables.iter().map(|(id, one)| (*id, one.producer, one.stock_mode)).collect();
    let left = store::stock_left(tx, hub, cycle_id, &guarded)?;
    let has: HashMap<ReferenceId, Quantity> = store::lines(tx, hub, cycle_id, shop)?
        .into_iter()
        .map(|line| (line.reference, line.ordered))
        .collect();
    let asks: Vec<Ask> = last
        .into_iter()
        .filter_map(|(reference, wanted)| {
            let orderable = orderables.get(&reference).filter(|one| !one.hidden)?;
            let mine = has.get(&reference).copied().unwrap_or_default();
            let possible = left.get(&reference).map_or(wanted, |left| wanted.min(mine + *left));
            let by_steps = Quantity(possible.0 - possible.0 % orderable.step.0);
            let quantity = by_steps.max(mine);
            (quantity > mine).then_some(Ask { reference, quantity, takes_second_choice: None })
        })
        .collect();
    ask(tx, who, hub, cycle_id, shop, &asks, "")?;
    Ok(asks.len())
}

pub fn set_favourite(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    cycle: CycleId,
    shop: OrganisationId,
    reference: ReferenceId,
    wanted: bool,
) -> Outcome<()> {
    enter_order(tx, who, hub, cycle, shop)?;
    if !store::orderables(tx, hub, cycle, shop, &[reference])?.contains_key(&reference) {
        return Err(NotOrdered::NotOffered.into());
    }
    Ok(store::set_favourite(tx, shop, reference, wanted)?)
}

/// Sets the day that the shop wants its delivery, and what it has to say.
pub fn set_wishes(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    cycle_id: CycleId,
    shop: OrganisationId,
    delivers_on: Date,
    note: &str,
) -> Outcome<()> {
    let cycle = enter_order(tx, who, hub, cycle_id, shop)?;
    if !cycle.takes_orders_at(who.at) && !who.acts_in(hub, &[Role::Coordinator]) {
        return Err(NotOrdered::Closed.into());
    }
    if !cycle.delivery_days.contains(&delivers_on) {
        return Err(NotOrdered::NotADeliveryDay.into());
    }
    store::touch(tx, hub, cycle_id, shop, delivers_on, who.at)?;
    store::set_wishes(tx, hub, cycle_id, shop, delivers_on, note)?;
    transport::acts::write(tx, who, hub, cycle_id)?;
    tell_of_change(tx, who, hub, cycle_id, shop)
}

/// A shop's order with what the page needs around it.
pub struct Sheet {
    pub cycle: Cycle,
    pub order: Option<Order>,
    pub lines: Vec<OrderLine>,
    pub favourites: Vec<ReferenceId>,
    pub has_before: bool,
    /// Whether the reader orders for the shop, while the cycle takes orders.
    pub may_order: bool,
    /// What the shop gets, once it is received.
    pub allotments: Vec<Allotment>,
}

pub fn show(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    cycle_id: CycleId,
    shop: OrganisationId,
) -> Outcome<Sheet> {
    let (cycle, may_order) = enter_to_read(tx, who, hub, cycle_id, shop)?;
    let allotments = match cycle.stage() {
        Stage::Planned | Stage::Open => Vec::new(),
        Stage::Closed | Stage::Settled => receptions::allotments_of_shop(tx, hub, cycle_id, shop)?,
    };
    Ok(Sheet {
        cycle,
        may_order,
        allotments,
        order: store::find(tx, hub, cycle_id, shop)?,
        lines: store::lines(tx, hub, cycle_id, shop)?,
        favourites: store::favourites(tx, shop)?,
        has_before: !store::before(tx, hub, cycle_id, shop)?.is_empty(),
    })
}
