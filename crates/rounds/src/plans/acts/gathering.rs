//! Gathering what a plan is made from: what is to be carried, by whom, and what is in the way of it.

use std::collections::{HashMap, HashSet};

use ::store::Tx;
use economy::shipments::{Shipment, Standing, store as shipments};
use frame::{Outcome, Role, Stop, Who};
use jiff::civil::Date;
use people::organisations::store as organisations;
use people::persons::store as persons;
use polity::members::acts::enter_as;
use units::{CoalitionId, Language, OrganisationId, PersonId, PlanId, VehicleId};

use super::NotPlanned;
use crate::fleet::acts::STAFF;
use crate::fleet::{Driver, Vehicle, store as fleet};
use crate::plans::describe::{Chosen, Obstacle, Question};
use crate::plans::model::{Crew, Goal};
use crate::plans::store;
use crate::road::acts::learnt;

/// What somebody asks a plan to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    pub day: Date,
    pub goal: Goal,
    pub vehicles: Vec<(VehicleId, Option<PersonId>)>,
    pub late_minutes: i64,
    pub seed: i64,
    pub iterations: i64,
    /// Times and distances as somebody typed them, in place of those that would be found.
    pub pasted: Option<Pasted>,
    /// The plan to begin from: its locks hold, and its courses as long as nothing better is found.
    pub base: Option<PlanId>,
}

/// Tables of minutes and of kilometres, over the places of the day in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pasted {
    pub minutes: String,
    pub kilometres: String,
}

/// What may be carried on a day: what waits, and what this day's plans carry already.
pub fn to_be_carried(tx: &Tx<'_>, hub: CoalitionId, day: Date) -> Outcome<Vec<Shipment>> {
    let published = store::published_on(tx, hub, day)?.map(|plan| plan.id);
    let mut found = shipments::of_day(tx, hub, day)?;
    found.retain(|one| match one.standing {
        Standing::Waiting => true,
        Standing::Carried => one.carried.is_some_and(|carried| Some(carried.plan) == published),
        Standing::Moved | Standing::Cancelled => false,
    });
    Ok(found)
}

/// Everything that a plan is made from, for its coordinator.
///
/// # Errors
/// [`NotPlanned::InTheWay`], with everything that is, by name.
pub fn gather(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    wish: &Wish,
    language: Language,
) -> Outcome<Question> {
    let question = question(tx, who, hub, wish)?;
    let mut obstacles = question.obstacles();
    let there: HashSet<VehicleId> = question.chosen.iter().map(|one| one.vehicle.id).collect();
    let known = fleet::vehicles(tx, hub)?;
    for (id, _) in wish.vehicles.iter().filter(|(id, _)| !there.contains(id)) {
        let vehicle = known.iter().find(|vehicle| vehicle.id == *id).ok_or(Stop::NotFound)?;
        obstacles.push(Obstacle::NotThere { vehicle: vehicle.name.clone() });
    }
    if obstacles.is_empty() {
        return Ok(question);
    }
    let obstacles = obstacles.iter().map(|one| one.say(language)).collect();
    Err(NotPlanned::InTheWay { obstacles }.into())
}

/// What is to be planned, with whatever is in the way of it.
pub fn question(tx: &Tx<'_>, who: &Who, hub: CoalitionId, wish: &Wish) -> Outcome<Question> {
    let coalition = enter_as(tx, who, hub, &[Role::Coordinator])?;
    if wish.day < who.today {
        return Err(NotPlanned::Past.into());
    }
    let locks = match wish.base {
        Some(base) => store::locks(tx, hub, base)?,
        None => Vec::new(),
    };
    let shipments = to_be_carried(tx, hub, wish.day)?;
    let chosen = chosen(tx, hub, wish)?;
    let ends = shipments.iter().flat_map(|one| [one.from.organisation, one.to.organisation]);
    let homes = chosen.iter().map(|one| one.vehicle.home.organisation);
    let names = organisations::names(tx, ends.chain(homes))?;
    let all: Vec<OrganisationId> = names.keys().copied().collect();
    Ok(Question {
        day: wish.day,
        goal: wish.goal,
        hub: coalition.organisation,
        sites: organisations::sites_of(tx, &all)?,
        shipments,
        names,
        chosen,
        locks,
        late_minutes: wish.late_minutes,
        stays: HashMap::new(),
        learnt: learnt(tx, hub)?,
        also: Vec::new(),
    })
}

/// The vehicles that were chosen and are there, with their drivers where those are.
fn chosen(tx: &Tx<'_>, hub: CoalitionId, wish: &Wish) -> Outcome<Vec<Chosen>> {
    let (vehicles, drivers) = (fleet::vehicles(tx, hub)?, fleet::drivers(tx, hub)?);
    let absences = fleet::absences_from(tx, hub, wish.day)?;
    let mut chosen = Vec::new();
    for (id, driver) in &wish.vehicles {
        let vehicle = vehicles.iter().find(|one| one.id == *id);
        let Some(vehicle) = vehicle.filter(|one| one.is_there_on(wish.day, &absences)) else { continue };
        let driver = match driver {
            None => None,
            Some(person) => {
                let known = drivers.iter().find(|one| one.person == *person).ok_or(Stop::NotFound)?;
                if !known.is_there_on(wish.day, &absences) {
                    continue;
                }
                Some(known.clone())
            }
        };
        chosen.push(Chosen { vehicle: vehicle.clone(), driver });
    }
    Ok(chosen)
}

/// Vehicles, and drivers with their names.
pub type Available = (Vec<Vehicle>, Vec<(Driver, String)>);

/// Vehicles and drivers that may be chosen for a day.
pub fn available(tx: &Tx<'_>, who: &Who, hub: CoalitionId, day: Date) -> Outcome<Available> {
    enter_as(tx, who, hub, &STAFF)?;
    let absences = fleet::absences_from(tx, hub, day)?;
    let mut vehicles = fleet::vehicles(tx, hub)?;
    vehicles.retain(|one| one.is_there_on(day, &absences));
    let mut drivers = fleet::drivers(tx, hub)?;
    drivers.retain(|one| one.is_there_on(day, &absences));
    let ids: Vec<PersonId> = drivers.iter().map(|one| one.person).collect();
    let names: HashMap<PersonId, String> = persons::names(tx, &ids)?.into_iter().collect();
    let named = drivers.into_iter().map(|one| {
        let name = names.get(&one.person).cloned().unwrap_or_default();
        (one, name)
    });
    Ok((vehicles, named.collect()))
}

/// The crews of a question, in the order of its description's vehicles.
pub fn crews_of(question: &Question) -> Vec<Crew> {
    let crew = |one: &Chosen| {
        Some(Crew {
            vehicle: one.vehicle.id,
            driver: one.driver.as_ref().map(|driver| driver.person),
            prices: one.vehicle.prices?,
            grams_per_km: one.vehicle.grams_per_km,
        })
    };
    question.chosen.iter().filter_map(crew).collect()
}
