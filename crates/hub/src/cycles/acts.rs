//! Planning, opening and closing cycles.

use ::store::Tx;
use economy::ledger::{Account, CauseKind, Posting, Transfer, acts as ledger};
use economy::vat::{self, VatCategory};
use frame::webhooks::{self, Event, Kind};
use frame::{Outcome, Role, Say, Stop, Who, journal};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use people::organisations::store as organisations;
use polity::agreements::{acts::terms_on, store as agreements};
use polity::members::acts::{enter, enter_as};
use units::{CauseId, CoalitionId, Country, CycleId, Language, OrganisationId};

use super::model::{Cycle, Stage, a_week_later, frozen_terms, line_fees};
use super::store;
use crate::catalogue::StockMode;
use crate::catalogue::acts::must_be_a_producer;
use crate::words::words;
use crate::{families, supply, transport};

/// What a cycle is refused for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Untimely {
    ClosesBeforeOpening,
    NoDeliveryDay,
    DeliversBeforeClosing,
    /// It is open or over: its times are kept, its snapshot too.
    AlreadyOpen,
    NotOpen,
    NothingToOffer,
}

impl Say for Untimely {
    fn say(&self, language: Language) -> String {
        let t = words(language);
        match self {
            Self::ClosesBeforeOpening => t.cycle_closes_before_opening(),
            Self::NoDeliveryDay => t.cycle_no_delivery_day(),
            Self::DeliversBeforeClosing => t.cycle_delivers_before_closing(),
            Self::AlreadyOpen => t.cycle_already_open(),
            Self::NotOpen => t.cycle_not_open(),
            Self::NothingToOffer => t.cycle_nothing_to_offer(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::ClosesBeforeOpening => Some("closes_at"),
            Self::NoDeliveryDay | Self::DeliversBeforeClosing => Some("delivery_days"),
            Self::AlreadyOpen | Self::NotOpen | Self::NothingToOffer => None,
        }
    }
}

/// A cycle as a form plans it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub name: String,
    pub opens_at: Timestamp,
    pub closes_at: Timestamp,
    pub delivery_days: Vec<Date>,
    pub repeats: bool,
    pub without: Vec<OrganisationId>,
    /// The cycle that it follows, where it is planned from one.
    pub made_from: Option<CycleId>,
}

impl Plan {
    fn check(&self, zone: &TimeZone) -> Result<(), Untimely> {
        if self.closes_at <= self.opens_at {
            return Err(Untimely::ClosesBeforeOpening);
        }
        let Some(first) = self.delivery_days.iter().min() else { return Err(Untimely::NoDeliveryDay) };
        if *first < zone.to_datetime(self.closes_at).date() {
            return Err(Untimely::DeliversBeforeClosing);
        }
        Ok(())
    }
}

/// Cycles that one page shows.
const A_PAGE: i64 = 50;

/// Some of a hub's cycles.
pub struct Listed {
    /// Newest first.
    pub cycles: Vec<Cycle>,
    /// From 1 on; the last where a later one was asked for.
    pub page: i64,
    pub pages: i64,
}

pub fn list(tx: &Tx<'_>, who: &Who, hub: CoalitionId, page: i64) -> Outcome<Listed> {
    enter(tx, who, hub)?;
    let pages = (store::count(tx, hub)? + A_PAGE - 1) / A_PAGE;
    let page = page.clamp(1, pages.max(1));
    Ok(Listed { cycles: store::page(tx, hub, (page - 1) * A_PAGE, A_PAGE)?, page, pages })
}

/// The cycle, for whoever acts within its hub.
pub fn find(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: CycleId) -> Outcome<Cycle> {
    enter(tx, who, hub)?;
    store::find(tx, hub, id)?.ok_or(Stop::NotFound)
}

pub fn plan(tx: &Tx<'_>, who: &Who, hub: CoalitionId, plan: &Plan, zone: &TimeZone) -> Outcome<CycleId> {
    enter_as(tx, who, hub, &[Role::Coordinator])?;
    plan.check(zone)?;
    if let Some(source) = plan.made_from {
        store::find(tx, hub, source)?.ok_or(Stop::NotFound)?;
    }
    leaves_out_its_own(tx, hub, plan)?;
    let id = who.ids.next();
    write_plan(tx, hub, id, plan)?;
    journal::note(tx, who, "cycle.plan", id, "")?;
    Ok(id)
}

/// Whom a cycle does without is a producer of its hub.
fn leaves_out_its_own(tx: &Tx<'_>, hub: CoalitionId, plan: &Plan) -> Outcome<()> {
    plan.without.iter().try_for_each(|&producer| must_be_a_producer(tx, hub, producer))
}

fn write_plan(tx: &Tx<'_>, hub: CoalitionId, id: CycleId, plan: &Plan) -> Outcome<()> {
    let number = match store::find(tx, hub, id)? {
        Some(known) => known.number,
        None => ledger::next_number(tx, hub.into(), "cycle")?,
    };
    let cycle = Cycle {
        hub,
        id,
        number,
        name: plan.name.clone(),
        opens_at: plan.opens_at,
        closes_at: plan.closes_at,
        delivery_days: plan.delivery_days.clone(),
        repeats: plan.repeats,
        made_from: plan.made_from,
        opened_at: None,
        closed_at: None,
        settled_at: None,
        terms: None,
    };
    store::save(tx, &cycle)?;
    store::set_without(tx, hub, id, &plan.without)?;
    Ok(())
}

/// Changes the plan of a cycle that has not opened; of an open one, its closing time and what follows.
pub fn change(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    id: CycleId,
    plan: &Plan,
    zone: &TimeZone,
) -> Outcome<()> {
    enter_as(tx, who, hub, &[Role::Coordinator])?;
    plan.check(zone)?;
    let cycle = store::find(tx, hub, id)?.ok_or(Stop::NotFound)?;
    let same_opening = plan.opens_at == cycle.opens_at;
    match cycle.stage() {
        Stage::Planned => {}
        Stage::Open if same_opening => {}
        _ => return Err(Untimely::AlreadyOpen.into()),
    }
    leaves_out_its_own(tx, hub, plan)?;
    write_plan(tx, hub, id, plan)?;
    journal::note(tx, who, "cycle.change", id, "")?;
    Ok(())
}

/// Puts a cycle that has not opened off by a week: what follows from it follows a week later too.
pub fn skip(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: CycleId, zone: &TimeZone) -> Outcome<()> {
    let cycle = find_planned(tx, who, hub, id)?;
    write_plan(tx, hub, id, &next_plan(tx, &cycle, zone)?)?;
    journal::note(tx, who, "cycle.skip", id, &cycle.opens_at.to_string())?;
    Ok(())
}

/// Takes a cycle that has not opened out of the list, and with it those that would have followed.
pub fn cancel(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: CycleId) -> Outcome<()> {
    let cycle = find_planned(tx, who, hub, id)?;
    store::delete(tx, hub, id)?;
    journal::note(tx, who, "cycle.cancel", id, &cycle.number.to_string())?;
    Ok(())
}

fn find_planned(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: CycleId) -> Outcome<Cycle> {
    enter_as(tx, who, hub, &[Role::Coordinator])?;
    let cycle = store::find(tx, hub, id)?.ok_or(Stop::NotFound)?;
    if cycle.stage() == Stage::Planned { Ok(cycle) } else { Err(Untimely::AlreadyOpen.into()) }
}

/// The plan of the cycle that follows this one by a week, by reference to it.
pub fn next_plan(tx: &Tx<'_>, cycle: &Cycle, zone: &TimeZone) -> Outcome<Plan> {
    let (opens_at, closes_at, delivery_days) = a_week_later(cycle, zone).map_err(anyhow::Error::from)?;
    let without = store::without(tx, cycle.hub, cycle.id)?;
    let name = cycle.name.clone();
    let made_from = Some(cycle.id);
    Ok(Plan { name, opens_at, closes_at, delivery_days, repeats: cycle.repeats, without, made_from })
}

/// Opens a cycle: its snapshot is taken, its stock made ready, and where it repeats the next one planned.
pub fn open(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: CycleId, zone: &TimeZone) -> Outcome<u64> {
    let coalition = enter_as(tx, who, hub, &[Role::Coordinator])?;
    let cycle = store::find(tx, hub, id)?.ok_or(Stop::NotFound)?;
    let fees = agreements::fees(tx, hub)?;
    let frozen = frozen_terms(&terms_on(tx, hub, who.today)?, &fees, who.today);
    if !store::mark_open(tx, &cycle, &frozen, who.at)? {
        return Err(Untimely::AlreadyOpen.into());
    }
    let without = store::without(tx, hub, id)?;
    let mut on_sale = store::on_sale(tx, hub, who.today)?;
    on_sale.retain(|one| !without.contains(&one.producer));
    // The hub sells: its own country's rates hold, whatever the producer's.
    let country = organisations::find(tx, coalition.organisation)?
        .map_or(Country::BELGIUM, |seller| seller.country);
    let offers = on_sale.iter().map(|one| {
        let rate_of = |category| vat::rate_on(country, category, who.today).map(|line| line.rate);
        let rate = rate_of(one.vat).or(rate_of(VatCategory::Standard)).unwrap_or_default();
        let families = families::path(&one.family);
        (one, rate, line_fees(&fees, who.today, one.producer, &families))
    });
    let count = store::insert_offers(tx, hub, id, offers)?;
    if count == 0 {
        return Err(Untimely::NothingToOffer.into());
    }
    store::freeze_arrangements(tx, hub, id)?;
    supply_stock(tx, who, hub, id, &on_sale)?;
    if cycle.repeats && store::made_from(tx, hub, id)?.is_none() {
        write_plan(tx, hub, who.ids.next(), &next_plan(tx, &cycle, zone)?)?;
    }
    journal::note(tx, who, "cycle.open", id, &count.to_string())?;
    let about = [("cycle", id.to_string())];
    webhooks::tell(tx, who, hub, &Event { kind: Kind::CycleOpened, about: &about })?;
    Ok(count)
}

/// Puts what is offered for one cycle into that cycle's guarded accounts.
fn supply_stock(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    id: CycleId,
    on_sale: &[store::OnSale],
) -> Outcome<()> {
    let transfers: Vec<Transfer> = on_sale
        .iter()
        .filter(|one| one.stock_mode == StockMode::PerCycle)
        .filter_map(|one| {
            let stock = Account::CycleStock(id, one.reference);
            Transfer::goods(stock, Account::Supply(one.reference), one.cycle_stock)
        })
        .collect();
    if !transfers.is_empty() {
        let posting =
            Posting { book: hub.into(), kind: CauseKind::Stocktake, cause: CauseId(id.0), transfers };
        ledger::post(tx, who, &posting)?;
    }
    Ok(())
}

/// Closes a cycle: shops order no more, and each producer has one consolidated order.
pub fn close(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: CycleId) -> Outcome<()> {
    enter_as(tx, who, hub, &[Role::Coordinator])?;
    if !store::mark_closed(tx, hub, id, who.at)? {
        return Err(Untimely::NotOpen.into());
    }
    let orders = supply::acts::consolidate(tx, who, hub, id)?;
    transport::acts::write(tx, who, hub, id)?;
    journal::note(tx, who, "cycle.close", id, &orders.to_string())?;
    let about = [("cycle", id.to_string())];
    webhooks::tell(tx, who, hub, &Event { kind: Kind::CycleClosed, about: &about })?;
    Ok(())
}
