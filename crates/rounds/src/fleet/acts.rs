//! Keeping vehicles, what they cost, who drives them, and when they are away.

use ::store::Tx;
use economy::shipments::Place;
use frame::form::Fault;
use frame::{Outcome, Role, Say, Stop, Who, journal};
use jiff::civil::Date;
use people::organisations::{Site, store as organisations};
use people::persons::{Held, store as persons};
use polity::members::{acts::enter, store as members};
use units::{Cents, CoalitionId, Language, OrganisationId, PersonId, VehicleId};
use uuid::Uuid;

use super::model::{Absence, Absent, Costing, Driver, Shift, Vehicle};
use super::store;
use crate::words::words;

/// Who plans rounds and handles what they bring.
pub(crate) const STAFF: [Role; 2] = [Role::Coordinator, Role::Warehouse];
/// Crates or kilograms of a vehicle at most: beyond it a finger slipped.
pub(super) const MOST_HELD: i64 = 100_000;
/// Which members have vehicles.
const OWNERS: [Role; 2] = [Role::Producer, Role::Shop];

/// Why a vehicle or a driver is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// Its home is no site of its owner's, or the owner is no member.
    HomeElsewhere,
    /// It is there on no day, or gone before it comes.
    NeverThere,
    HoldsNothing,
    /// The person has no mandate within the hub.
    NoMandate,
    LastBeforeFirst,
    /// It is worth more when it is sold than when it is bought.
    GainsInValue,
    /// A number that a finger slipped on, by its field.
    TooLarge(&'static str),
    /// It has to be said.
    Missing(&'static str),
}

impl Say for Unfit {
    fn say(&self, language: Language) -> String {
        let t = words(language);
        match self {
            Self::HomeElsewhere => t.vehicle_home_elsewhere(),
            Self::NeverThere => t.vehicle_never_there(),
            Self::HoldsNothing => t.vehicle_holds_nothing(),
            Self::NoMandate => t.driver_no_mandate(),
            Self::LastBeforeFirst => t.absence_last_before_first(),
            Self::GainsInValue => t.cost_gains_in_value(),
            Self::TooLarge(_) => Fault::TooLarge.say(language),
            Self::Missing(_) => Fault::Missing.say(language),
        }
    }

    fn field(&self) -> Option<&'static str> {
        Some(match self {
            Self::HomeElsewhere => "home",
            Self::NeverThere => "to",
            Self::HoldsNothing => "kilograms",
            Self::NoMandate => "person",
            Self::LastBeforeFirst => "last_day",
            Self::GainsInValue => "resale",
            Self::TooLarge(field) | Self::Missing(field) => field,
        })
    }
}

/// The vehicles and drivers that somebody may see, with their absences from today on.
pub struct Fleet {
    pub vehicles: Vec<Vehicle>,
    pub drivers: Vec<Driver>,
    pub absences: Vec<Absence>,
}

/// For whom the reader keeps vehicles, where they act for a member; none for the staff, which sees all.
fn keeper(tx: &Tx<'_>, who: &Who, hub: CoalitionId) -> Outcome<Option<OrganisationId>> {
    enter(tx, who, hub)?;
    if who.acts_in(hub, &STAFF) {
        return Ok(None);
    }
    who.must_act_in(hub, &OWNERS)?;
    let member = who.mandate.as_ref().and_then(|mandate| mandate.organisation);
    member.map(Some).ok_or(Stop::NotAllowed)
}

/// The same for who changes something: of the staff, only the coordinator.
fn changer(tx: &Tx<'_>, who: &Who, hub: CoalitionId) -> Outcome<Option<OrganisationId>> {
    let keeper = keeper(tx, who, hub)?;
    if keeper.is_none() {
        who.must_act_in(hub, &[Role::Coordinator])?;
    }
    Ok(keeper)
}

fn must_be_of(keeper: Option<OrganisationId>, owner: OrganisationId) -> Outcome<()> {
    if keeper.is_none_or(|keeper| keeper == owner) { Ok(()) } else { Err(Stop::NotFound) }
}

pub fn list(tx: &Tx<'_>, who: &Who, hub: CoalitionId) -> Outcome<Fleet> {
    let keeper = keeper(tx, who, hub)?;
    let is_mine = |owner: OrganisationId| keeper.is_none_or(|keeper| keeper == owner);
    let mut vehicles = store::vehicles(tx, hub)?;
    vehicles.retain(|vehicle| is_mine(vehicle.home.organisation));
    let mut drivers = store::drivers(tx, hub)?;
    drivers.retain(|driver| is_mine(driver.organisation));
    let mut absences = store::absences_from(tx, hub, who.today)?;
    absences.retain(|absence| match absence.of {
        Absent::Vehicle(id) => vehicles.iter().any(|vehicle| vehicle.id == id),
        Absent::Driver(id) => drivers.iter().any(|driver| driver.person == id),
    });
    Ok(Fleet { vehicles, drivers, absences })
}

/// A vehicle with what the calculator was told of it.
pub fn show(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    id: VehicleId,
) -> Outcome<(Vehicle, Option<Costing>)> {
    let keeper = keeper(tx, who, hub)?;
    let vehicle = store::vehicle(tx, hub, id)?.ok_or(Stop::NotFound)?;
    must_be_of(keeper, vehicle.home.organisation)?;
    Ok((vehicle, store::costing(tx, hub, id)?))
}

/// The sites that a vehicle may be at home at: of the reader's member, or for the staff of all of them.
pub fn homes(tx: &Tx<'_>, who: &Who, hub: CoalitionId) -> Outcome<Vec<Site>> {
    let owners = match keeper(tx, who, hub)? {
        Some(member) => vec![member],
        None => owners(tx, who, hub)?,
    };
    Ok(organisations::sites_of(tx, &owners)?)
}

/// The members of today, and the hub's own organisation.
fn owners(tx: &Tx<'_>, who: &Who, hub: CoalitionId) -> Outcome<Vec<OrganisationId>> {
    let coalition = enter(tx, who, hub)?;
    let memberships = members::memberships(tx, hub)?;
    let good = memberships.iter().filter(|membership| membership.is_good_on(who.today));
    let mut all: Vec<OrganisationId> = good.map(|membership| membership.organisation).collect();
    all.push(coalition.organisation);
    all.sort_unstable();
    all.dedup();
    Ok(all)
}

fn must_be_a_home(tx: &Tx<'_>, who: &Who, hub: CoalitionId, home: Place) -> Outcome<()> {
    let is_owner = owners(tx, who, hub)?.contains(&home.organisation);
    let sites = organisations::sites(tx, home.organisation)?;
    if is_owner && sites.iter().any(|site| site.id == home.site) {
        Ok(())
    } else {
        Err(Unfit::HomeElsewhere.into())
    }
}

/// Adds a vehicle; what it costs is said afterwards.
pub fn add(tx: &Tx<'_>, who: &Who, hub: CoalitionId, vehicle: &Vehicle) -> Outcome<()> {
    let keeper = changer(tx, who, hub)?;
    save(tx, who, hub, keeper, vehicle)
}

/// Changes a vehicle that is known. Its prices are those of the calculator: they stay as they are.
pub fn change(tx: &Tx<'_>, who: &Who, hub: CoalitionId, vehicle: &Vehicle) -> Outcome<()> {
    let keeper = changer(tx, who, hub)?;
    let known = store::vehicle(tx, hub, vehicle.id)?.ok_or(Stop::NotFound)?;
    must_be_of(keeper, known.home.organisation)?;
    let costing = store::costing(tx, hub, vehicle.id)?;
    let grams_per_km = costing.map_or(0, |costing| costing.grams_per_km(vehicle.fuel));
    save(tx, who, hub, keeper, &Vehicle { prices: known.prices, grams_per_km, ..vehicle.clone() })
}

fn save(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    keeper: Option<OrganisationId>,
    vehicle: &Vehicle,
) -> Outcome<()> {
    must_be_of(keeper, vehicle.home.organisation)?;
    must_be_a_home(tx, who, hub, vehicle.home)?;
    let holds = &vehicle.holds;
    if holds.crates() == 0 || holds.kilograms == 0 {
        return Err(Unfit::HoldsNothing.into());
    }
    if [holds.dry, holds.cold, holds.frozen, holds.kilograms].iter().any(|count| *count > MOST_HELD) {
        return Err(Unfit::TooLarge("kilograms").into());
    }
    must_be_there(&vehicle.shift)?;
    store::save(tx, who, hub, vehicle)?;
    journal::note(tx, who, "vehicle.save", vehicle.id, "")?;
    Ok(())
}

fn must_be_there(shift: &Shift) -> Outcome<()> {
    let knows_its_days =
        !shift.weekdays.is_empty() && shift.weekdays.iter().all(|day| (1..=7).contains(day));
    let knows_its_hours = 0 <= shift.from && shift.from < shift.to && shift.to <= 1_440;
    if knows_its_days && knows_its_hours { Ok(()) } else { Err(Unfit::NeverThere.into()) }
}

/// Writes what a vehicle costs: its prices and what it emits follow.
pub fn set_cost(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    id: VehicleId,
    costing: &Costing,
    per_stop: Cents,
) -> Outcome<()> {
    let keeper = changer(tx, who, hub)?;
    let vehicle = store::vehicle(tx, hub, id)?.ok_or(Stop::NotFound)?;
    must_be_of(keeper, vehicle.home.organisation)?;
    if costing.resale > costing.purchase {
        return Err(Unfit::GainsInValue.into());
    }
    must_be_likely(costing)?;
    store::save_costing(tx, hub, id, costing)?;
    let prices = Some(costing.prices(per_stop));
    let grams_per_km = costing.grams_per_km(vehicle.fuel);
    store::save(tx, who, hub, &Vehicle { prices, grams_per_km, ..vehicle })?;
    journal::note(tx, who, "vehicle.cost", id, "")?;
    Ok(())
}

/// No vehicle uses more in a hundred kilometres, no litre and no kilometre costs more, none is used for longer.
fn must_be_likely(costing: &Costing) -> Outcome<()> {
    let most = [
        ("use_per_100_km", costing.use_per_100_km, 1_000_000),
        ("energy_price", costing.energy_price.0, 1_000_000),
        ("wear_per_km", costing.wear_per_km.0, 1_000_000),
        ("years", costing.years, 50),
        ("days_per_year", costing.days_per_year, 366),
    ];
    match most.into_iter().find(|(_, value, most)| value > most) {
        Some((field, ..)) => Err(Unfit::TooLarge(field).into()),
        None => Ok(()),
    }
}

/// Who may drive for whom: everybody who holds a mandate within the hub on this day.
pub fn candidates(tx: &Tx<'_>, who: &Who, hub: CoalitionId) -> Outcome<Vec<Held>> {
    let keeper = keeper(tx, who, hub)?;
    let mut held = persons::mandates_in(tx, hub)?;
    held.retain(|held| {
        held.starts_on <= who.today
            && held.ends_on.is_none_or(|end| who.today <= end)
            && (keeper.is_none() || held.mandate.organisation == keeper)
    });
    Ok(held)
}

/// Writes a driver, new or known: somebody with a mandate of whom they drive for.
pub fn save_driver(tx: &Tx<'_>, who: &Who, hub: CoalitionId, driver: &Driver) -> Outcome<()> {
    let keeper = changer(tx, who, hub)?;
    must_be_of(keeper, driver.organisation)?;
    // Who has a mandate of the hub's own drives for its organisation.
    let own = enter(tx, who, hub)?.organisation;
    let held = candidates(tx, who, hub)?;
    let acts_for = |held: &Held| held.mandate.organisation.unwrap_or(own) == driver.organisation;
    if !held.iter().any(|held| held.person == driver.person && acts_for(held)) {
        return Err(Unfit::NoMandate.into());
    }
    must_be_there(&driver.shift)?;
    store::save_driver(tx, who, hub, driver)?;
    journal::note(tx, who, "driver.save", driver.person, "")?;
    Ok(())
}

/// Says that somebody drives no longer, from today on.
pub fn driver_leaves(tx: &Tx<'_>, who: &Who, hub: CoalitionId, person: PersonId) -> Outcome<()> {
    let keeper = changer(tx, who, hub)?;
    let known = store::drivers(tx, hub)?.into_iter().find(|driver| driver.person == person);
    let known = known.ok_or(Stop::NotFound)?;
    must_be_of(keeper, known.organisation)?;
    store::save_driver(tx, who, hub, &Driver { left_on: Some(who.today), ..known })?;
    journal::note(tx, who, "driver.leave", person, "")?;
    Ok(())
}

/// For whom somebody drives: the vehicle's owner or the driver's own.
fn owner_of(tx: &Tx<'_>, hub: CoalitionId, of: Absent) -> Outcome<OrganisationId> {
    let owner = match of {
        Absent::Vehicle(id) => store::vehicle(tx, hub, id)?.map(|vehicle| vehicle.home.organisation),
        Absent::Driver(id) => {
            let drivers = store::drivers(tx, hub)?;
            drivers.iter().find(|driver| driver.person == id).map(|driver| driver.organisation)
        }
    };
    owner.ok_or(Stop::NotFound)
}

pub fn add_absence(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    of: Absent,
    first_day: Date,
    last_day: Date,
) -> Outcome<Absence> {
    let keeper = changer(tx, who, hub)?;
    must_be_of(keeper, owner_of(tx, hub, of)?)?;
    if last_day < first_day {
        return Err(Unfit::LastBeforeFirst.into());
    }
    let absence = Absence { id: who.ids.next(), of, first_day, last_day };
    store::insert_absence(tx, who, hub, &absence)?;
    journal::note(tx, who, "absence.add", absence.id, "")?;
    Ok(absence)
}

pub fn end_absence(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: Uuid) -> Outcome<()> {
    let keeper = changer(tx, who, hub)?;
    let absences = store::absences_from(tx, hub, who.today)?;
    let known = absences.iter().find(|absence| absence.id == id).ok_or(Stop::NotFound)?;
    must_be_of(keeper, owner_of(tx, hub, known.of)?)?;
    store::delete_absence(tx, hub, id)?;
    journal::note(tx, who, "absence.end", id, "")?;
    Ok(())
}
