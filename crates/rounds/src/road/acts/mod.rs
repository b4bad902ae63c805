//! A round for who drives it; driving it, following it and learning from it stand beside.

mod driving;
mod following;
mod learning;

use std::collections::HashMap;

use ::store::Tx;
use economy::containers::{Container, store as containers};
use economy::shipments::{Shipment, store as shipments};
use frame::{Outcome, Role, Stop, Who};
use jiff::{SignedDuration, Span};
use people::organisations::{Organisation, Site, store as organisations};
use polity::members::acts::enter;
use polity::members::store as members;
use units::{CoalitionId, OrganisationId, ShipmentId};

use super::model::{Crates, HaltRun, Learnt, Refusal, RoundRun, behind};
use super::store::{self, Drive, Listed};
use crate::fleet::{Vehicle, store as fleet};
use crate::plans::{Does, Halt, HaltItem, Plan, Round, store as plans};

pub use driving::{Done, Instance, NotDriven, add_picture, drive, is_of_a_halt};
pub use following::{Followed, follow, forget_old, make_address, new_secret};
pub(super) use following::{address_of, keep_address};
pub use learning::{learnt, learnt_of_sites};

/// Who sees every round of a hub.
const SEE_ALL: [Role; 2] = [Role::Coordinator, Role::Warehouse];
/// Rounds stay in the list this many days after they were driven.
const LISTED_DAYS: i64 = 7;

/// A round with all that its driver needs.
pub struct Sheet {
    pub drive: Drive,
    pub hub: Organisation,
    pub plan: Plan,
    pub round: Round,
    pub vehicle: Vehicle,
    pub driver: Option<String>,
    pub stops: Vec<SheetStop>,
    pub run: RoundRun,
    /// The hub's own crates, of which empty ones go to and fro.
    pub containers: Vec<Container>,
}

pub struct SheetStop {
    pub halt: Halt,
    pub organisation: Organisation,
    pub site: Option<Site>,
    pub goods: Vec<Goods>,
    /// Of which halts its minutes were learnt; none where they were given.
    pub learnt: Option<Learnt>,
    pub run: HaltRun,
    pub refusals: Vec<(Refusal, bool)>,
    pub crates: Vec<Crates>,
}

/// A shipment at a halt, with whose it is at its other end.
pub struct Goods {
    pub does: Does,
    pub shipment: Shipment,
    pub other: String,
}

impl Sheet {
    /// How late the round is.
    pub fn behind(&self) -> SignedDuration {
        let halts = self.stops.iter().map(|stop| (stop.halt.place, stop.run.clone())).collect();
        behind(&self.round, &self.run, &halts)
    }

    /// The stop that comes next, if one does.
    pub fn next(&self) -> Option<&SheetStop> {
        self.stops.iter().find(|stop| stop.run.left_at.is_none())
    }
}

/// The rounds that somebody may open where their mandate is, from the last days on.
pub fn list(tx: &Tx<'_>, who: &Who) -> Outcome<Vec<Listed>> {
    let hub = who.mandate.as_ref().and_then(|mandate| mandate.coalition).ok_or(Stop::NotAllowed)?;
    list_of(tx, who, hub)
}

/// The same, of one hub.
pub fn list_of(tx: &Tx<'_>, who: &Who, hub: CoalitionId) -> Outcome<Vec<Listed>> {
    enter(tx, who, hub)?;
    let driver = (!who.acts_in(hub, &SEE_ALL)).then_some(who.person);
    let from = who.today.saturating_sub(Span::new().days(LISTED_DAYS));
    Ok(store::drives(tx, hub, driver, from)?)
}

/// A round, for who drives it and for who sees all; for others it does not exist.
fn enter_round(tx: &Tx<'_>, who: &Who, drive: Drive) -> Outcome<(Plan, Round)> {
    enter(tx, who, drive.hub)?;
    let (plan, round) = find(tx, drive)?;
    if round.driver != Some(who.person) && !who.acts_in(drive.hub, &SEE_ALL) {
        return Err(Stop::NotFound);
    }
    Ok((plan, round))
}

fn find(tx: &Tx<'_>, drive: Drive) -> Outcome<(Plan, Round)> {
    let plan = plans::find(tx, drive.hub, drive.plan)?.ok_or(Stop::NotFound)?;
    let rounds = plans::rounds(tx, drive.hub, drive.plan)?;
    let round = rounds.into_iter().find(|round| round.number == drive.round).ok_or(Stop::NotFound)?;
    Ok((plan, round))
}

pub fn show(tx: &Tx<'_>, who: &Who, drive: Drive) -> Outcome<Sheet> {
    let (plan, round) = enter_round(tx, who, drive)?;
    sheet(tx, drive, plan, round)
}

fn sheet(tx: &Tx<'_>, drive: Drive, plan: Plan, round: Round) -> Outcome<Sheet> {
    let coalition = members::find(tx, drive.hub)?.ok_or(Stop::NotFound)?;
    let hub = organisations::find(tx, coalition.organisation)?.ok_or(Stop::NotFound)?;
    let vehicle = fleet::vehicle(tx, drive.hub, round.vehicle)?.ok_or(Stop::NotFound)?;
    let driver = match round.driver {
        Some(driver) => people::persons::store::find(tx, driver)?.map(|person| person.name),
        None => None,
    };
    let containers = containers::of_owners(tx, &[coalition.organisation])?;
    let (stops, run) = (stops(tx, drive, &round)?, store::round_run(tx, drive)?);
    Ok(Sheet { drive, hub, plan, round, vehicle, driver, stops, run, containers })
}

fn stops(tx: &Tx<'_>, drive: Drive, round: &Round) -> Outcome<Vec<SheetStop>> {
    let items: Vec<ShipmentId> =
        round.halts.iter().flat_map(|halt| halt.items.iter().map(|item| item.shipment)).collect();
    let carried: HashMap<ShipmentId, Shipment> =
        shipments::all(tx, drive.hub, &items)?.into_iter().map(|one| (one.id, one)).collect();
    let mut ids: Vec<OrganisationId> = round.halts.iter().map(|halt| halt.at.organisation).collect();
    ids.extend(carried.values().flat_map(|one| [one.from.organisation, one.to.organisation]));
    ids.sort_unstable();
    ids.dedup();
    let known: HashMap<OrganisationId, Organisation> =
        organisations::all(tx, &ids)?.into_iter().map(|one| (one.id, one)).collect();
    let mut runs = store::halt_runs(tx, drive)?;
    let (refusals, crates) = (store::refusals(tx, drive)?, store::crates(tx, drive)?);
    let learnt = plans::learnt(tx, drive.hub, drive.plan)?;
    let mut stops = Vec::with_capacity(round.halts.len());
    for halt in &round.halts {
        let organisation = known.get(&halt.at.organisation).cloned().ok_or(Stop::NotFound)?;
        let sites = organisations::sites(tx, halt.at.organisation)?;
        let here = |place: &i64| *place == halt.place;
        stops.push(SheetStop {
            site: sites.into_iter().find(|site| site.id == halt.at.site),
            organisation,
            learnt: learnt.iter().find(|(place, _)| *place == halt.at).map(|(_, learnt)| *learnt),
            goods: halt.items.iter().filter_map(|item| goods(item, &carried, &known)).collect(),
            run: runs.remove(&halt.place).unwrap_or_default(),
            refusals: refusals.iter().filter(|(one, _)| here(&one.place)).cloned().collect(),
            crates: crates.iter().filter(|(place, _)| here(place)).map(|(_, one)| *one).collect(),
            halt: halt.clone(),
        });
    }
    Ok(stops)
}

fn goods(
    item: &HaltItem,
    carried: &HashMap<ShipmentId, Shipment>,
    known: &HashMap<OrganisationId, Organisation>,
) -> Option<Goods> {
    let shipment = carried.get(&item.shipment)?.clone();
    let other = match item.does {
        Does::PickUp | Does::TakeOver => shipment.to.organisation,
        Does::Deliver | Does::HandOver => shipment.from.organisation,
    };
    let other = known.get(&other).map(|one| one.name.clone()).unwrap_or_default();
    Some(Goods { does: item.does, shipment, other })
}

pub fn picture(
    tx: &Tx<'_>,
    who: &Who,
    drive: Drive,
    place: i64,
    shipment: ShipmentId,
) -> Outcome<Vec<u8>> {
    enter_round(tx, who, drive)?;
    store::picture(tx, drive, place, shipment)?.ok_or(Stop::NotFound)
}
