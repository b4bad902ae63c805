//! What a round cost and costs; booking it.

use std::collections::{BTreeMap, HashMap};

use ::store::Tx;
use economy::documents::Document;
use economy::shipments::{Shipment, store as shipments};
use economy::transport::acts as transport;
use economy::transport::{RoundCost, Share, store as booked};
use frame::{Outcome, Role, Say, Stop, Who};
use jiff::Span;
use jiff::civil::Date;
use people::organisations::store as organisations;
use polity::agreements::acts::{terms_on, transport_on};
use polity::agreements::{TransportPay, TransportTerms};
use polity::members::acts::enter_as;
use units::{Cents, CoalitionId, DocumentId, Language, OrganisationId, ShipmentId};

use super::model::{Alone, Cost, average};
use crate::fleet::{Prices, Vehicle, store as fleet};
use crate::plans::acts::{Whole, whole};
use crate::plans::{Crew, Plan, Round, store as plans};
use crate::road::RoundRun;
use crate::road::store::{self as road, Drive};
use crate::words::words;

const STAFF: [Role; 2] = [Role::Coordinator, Role::Bookkeeper];
/// The list goes back so far.
const LISTED_DAYS: i64 = 60;

/// What a booking is refused for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotCounted {
    /// The round is not back.
    StillOut,
    /// The agreement pays nothing for it.
    NothingAgreed,
}

impl Say for NotCounted {
    fn say(&self, language: Language) -> String {
        match self {
            Self::StillOut => words(language).costs_still_out(),
            Self::NothingAgreed => words(language).costs_nothing_agreed(),
        }
    }
}

/// A round in the list.
pub struct Line {
    pub drive: Drive,
    pub day: Date,
    pub vehicle: String,
    pub carrier: String,
    pub planned: Cents,
    /// None until it is back.
    pub real: Option<Cents>,
    pub booked: Option<Cents>,
}

/// Rounds, and what carriers are owed.
pub struct List {
    pub lines: Vec<Line>,
    pub owed: Vec<Owed>,
}

/// What a carrier is owed for rounds that no statement has yet.
pub struct Owed {
    pub carrier: OrganisationId,
    pub name: String,
    pub owed: Cents,
    /// The hub's own vehicles: it does not pay itself.
    pub is_the_hub: bool,
}

/// A round with its costs.
pub struct Costs {
    pub plan: Plan,
    pub round: Round,
    pub vehicle: Vehicle,
    pub carrier: String,
    pub planned: Cost,
    /// None until it is back.
    pub real: Option<Cost>,
    pub stops: Vec<StopCost>,
    pub shipments: Vec<ShipmentCost>,
    pub terms: Option<TransportTerms>,
    pub booked: Option<RoundCost>,
    /// The statement by which its carrier is paid.
    pub statement: Option<DocumentId>,
}

impl Costs {
    /// What the agreement pays for it.
    pub fn due(&self) -> Option<Cents> {
        let real = self.real.map(|cost| cost.total())?;
        let terms = self.terms.filter(|terms| terms.pays != TransportPay::Nothing)?;
        Some(terms.paid(self.planned.total(), real))
    }
}

pub struct StopCost {
    pub place: i64,
    pub name: String,
    /// Its even part of the round.
    pub average: Cents,
    /// What the round saves without it.
    pub marginal: Option<Cents>,
}

pub struct ShipmentCost {
    pub shipment: Shipment,
    pub from: String,
    pub to: String,
    /// Its part of the round by its crates.
    pub average: Cents,
    pub marginal: Option<Cents>,
}

pub fn list(tx: &Tx<'_>, who: &Who, hub: CoalitionId) -> Outcome<List> {
    let own = enter_as(tx, who, hub, &STAFF)?.organisation;
    let first = who.today.saturating_sub(Span::new().days(LISTED_DAYS));
    let vehicles: HashMap<_, Vehicle> =
        fleet::vehicles(tx, hub)?.into_iter().map(|one| (one.id, one)).collect();
    let bookings: HashMap<_, Cents> = booked::between(tx, hub, first, Date::MAX)?
        .into_iter()
        .map(|one| ((one.plan, one.round), one.booked))
        .collect();
    let owed = booked::owed(tx, hub)?;
    let mut ids: Vec<OrganisationId> = vehicles.values().map(|one| one.home.organisation).collect();
    ids.extend(owed.iter().map(|(id, _)| *id));
    let names = organisations::names(tx, ids)?;
    let name = |id: &OrganisationId| names.get(id).cloned().unwrap_or_default();
    let mut lines = Vec::new();
    for plan in plans::published_between(tx, hub, first, Date::MAX)? {
        let crews = plans::crews(tx, hub, plan.id)?;
        for round in plans::rounds(tx, hub, plan.id)? {
            let drive = Drive { hub, plan: plan.id, round: round.number };
            let Some(vehicle) = vehicles.get(&round.vehicle) else { continue };
            let run = road::round_run(tx, drive)?;
            lines.push(Line {
                drive,
                day: plan.day,
                vehicle: vehicle.name.clone(),
                carrier: name(&vehicle.home.organisation),
                planned: round.cents,
                real: AsPlanned::of(&crews, &round)
                    .and_then(|planned| planned.real(&round, &run))
                    .map(|cost| cost.total()),
                booked: bookings.get(&(plan.id, round.number)).copied(),
            });
        }
    }
    lines.reverse();
    let owed = owed.iter().map(|(id, owed)| Owed {
        carrier: *id,
        name: name(id),
        owed: *owed,
        is_the_hub: *id == own,
    });
    Ok(List { lines, owed: owed.collect() })
}

/// What a published plan holds of a round: the prices of its vehicle as they were then, and how often it stops.
struct AsPlanned {
    prices: Prices,
    /// As they are paid: where the vehicle begins its day is no stop.
    stops: i64,
}

impl AsPlanned {
    fn of(crews: &[Crew], round: &Round) -> Option<Self> {
        let prices = crews.iter().find(|crew| crew.vehicle == round.vehicle)?.prices;
        // What the plan counted besides its other parts.
        let others = Cost::of(&prices, round.metres, away(round), 0, Cents::ZERO).total();
        let stops = match prices.per_stop.0 {
            0 => 0,
            one => (round.cents - others).0 / one,
        };
        Some(Self { prices, stops })
    }

    fn planned(&self, round: &Round) -> Cost {
        Cost::of(&self.prices, round.metres, away(round), self.stops, Cents::ZERO)
    }

    /// What a round that is back cost; who did not look at the kilometres drove those planned.
    fn real(&self, round: &Round, run: &RoundRun) -> Option<Cost> {
        let seconds = run.ended_at?.duration_since(run.departed_at?).as_secs();
        let metres = run.metres.unwrap_or(round.metres);
        Some(Cost::of(&self.prices, metres, seconds, self.stops, run.extra))
    }
}

/// Seconds from when a round leaves to when it is back.
fn away(round: &Round) -> i64 {
    round.arrives_at.duration_since(round.departs_at).as_secs()
}

pub fn show(tx: &Tx<'_>, who: &Who, drive: Drive) -> Outcome<Costs> {
    enter_as(tx, who, drive.hub, &STAFF)?;
    let plan = plans::find(tx, drive.hub, drive.plan)?.ok_or(Stop::NotFound)?;
    let rounds = plans::rounds(tx, drive.hub, drive.plan)?;
    let round = rounds.into_iter().find(|round| round.number == drive.round).ok_or(Stop::NotFound)?;
    let vehicle = fleet::vehicle(tx, drive.hub, round.vehicle)?.ok_or(Stop::NotFound)?;
    let whole = whole(tx, drive.hub, drive.plan)?;
    let as_planned = AsPlanned::of(&whole.crews, &round).ok_or(Stop::NotFound)?;
    let alone = of_engine(&whole, &round)
        .and_then(|engine| Alone::of(&whole.description, engine, &as_planned.prices));
    let planned = as_planned.planned(&round);
    let real = as_planned.real(&round, &road::round_run(tx, drive)?);
    let carried = carried(tx, drive.hub, &round)?;
    let mut ids: Vec<OrganisationId> =
        carried.iter().flat_map(|one| [one.from.organisation, one.to.organisation]).collect();
    ids.extend(round.halts.iter().map(|halt| halt.at.organisation));
    ids.push(vehicle.home.organisation);
    let names = organisations::names(tx, ids)?;
    let total = real.unwrap_or(planned).total();
    Ok(Costs {
        terms: transport_on(tx, drive.hub, plan.day)?,
        booked: booked::find(tx, drive.hub, drive.plan, drive.round)?,
        statement: booked::statement_of(tx, drive.hub, drive.plan, drive.round)?,
        stops: of_stops(&round, total, alone.as_ref(), &names),
        shipments: of_shipments(carried, total, alone.as_ref(), &names),
        carrier: names.get(&vehicle.home.organisation).cloned().unwrap_or_default(),
        plan,
        round,
        vehicle,
        planned,
        real,
    })
}

/// The round as the engine laid it out: that of the same vehicle.
fn of_engine<'a>(whole: &'a Whole, round: &Round) -> Option<&'a routing::plan::Round> {
    let place = whole.crews.iter().position(|crew| crew.vehicle == round.vehicle)?;
    whole.result.rounds.iter().find(|one| one.vehicle == place)
}

/// What a round carries, each once, in the order that it comes on board or leaves it.
fn carried(tx: &Tx<'_>, hub: CoalitionId, round: &Round) -> Outcome<Vec<Shipment>> {
    let mut ids: Vec<ShipmentId> = Vec::new();
    for item in round.halts.iter().flat_map(|halt| &halt.items) {
        if !ids.contains(&item.shipment) {
            ids.push(item.shipment);
        }
    }
    let mut known: BTreeMap<ShipmentId, Shipment> =
        shipments::all(tx, hub, &ids)?.into_iter().map(|one| (one.id, one)).collect();
    Ok(ids.iter().filter_map(|id| known.remove(id)).collect())
}

fn of_stops(
    round: &Round,
    total: Cents,
    alone: Option<&Alone>,
    names: &HashMap<OrganisationId, String>,
) -> Vec<StopCost> {
    let even = average(total, &vec![1; round.halts.len()]);
    let of_halts = round.halts.iter().zip(even);
    of_halts
        .map(|(halt, average)| {
            let here = |id: &str| halt.items.iter().any(|item| is_of(id, item.shipment));
            StopCost {
                place: halt.place,
                name: names.get(&halt.at.organisation).cloned().unwrap_or_default(),
                average,
                marginal: alone.and_then(|alone| alone.marginal(&here)),
            }
        })
        .collect()
}

fn of_shipments(
    carried: Vec<Shipment>,
    total: Cents,
    alone: Option<&Alone>,
    names: &HashMap<OrganisationId, String>,
) -> Vec<ShipmentCost> {
    let crates: Vec<i64> = carried.iter().map(|one| one.load.crates()).collect();
    let name = |id: OrganisationId| names.get(&id).cloned().unwrap_or_default();
    let spread = average(total, &crates);
    carried
        .into_iter()
        .zip(spread)
        .map(|(shipment, average)| ShipmentCost {
            from: name(shipment.from.organisation),
            to: name(shipment.to.organisation),
            marginal: alone.and_then(|alone| alone.marginal(&|id| is_of(id, shipment.id))),
            average,
            shipment,
        })
        .collect()
}

/// Whether a request of the engine's stands for a shipment.
fn is_of(request: &str, shipment: ShipmentId) -> bool {
    request.parse() == Ok(shipment)
}

/// Books a round that is back, as the agreement of its day pays it.
pub fn book(tx: &Tx<'_>, who: &Who, drive: Drive) -> Outcome<()> {
    let costs = show(tx, who, drive)?;
    let real = costs.real.ok_or(NotCounted::StillOut)?.total();
    let due = costs.due().ok_or(NotCounted::NothingAgreed)?;
    let crates: Vec<i64> = costs.shipments.iter().map(|one| one.shipment.load.crates()).collect();
    let shares = costs.shipments.iter().zip(average(due, &crates)).map(|(one, booked)| Share {
        shipment: one.shipment.id,
        cycle: one.shipment.cycle,
        sender: one.shipment.from.organisation,
        receiver: one.shipment.to.organisation,
        booked,
        marginal: one.marginal,
    });
    let cost = RoundCost {
        cause: who.ids.next(),
        plan: drive.plan,
        round: drive.round,
        day: costs.plan.day,
        carrier: costs.vehicle.home.organisation,
        planned: costs.planned.total(),
        real,
        booked: due,
        shares: shares.collect(),
    };
    transport::book(tx, who, drive.hub, &cost)
}

/// States to a carrier what is paid for its booked rounds, to be paid in the days that the agreement gives for
/// producers.
pub fn state(tx: &Tx<'_>, who: &Who, hub: CoalitionId, carrier: OrganisationId) -> Outcome<Document> {
    let coalition = enter_as(tx, who, hub, &STAFF)?;
    let days = terms_on(tx, hub, who.today)?.producer_payment_days.clamp(0, 3_650);
    let due_on = who.today.saturating_add(Span::new().days(days));
    let own = organisations::find(tx, coalition.organisation)?.ok_or(Stop::NotFound)?;
    transport::state(tx, who, hub, &own, carrier, due_on)
}
