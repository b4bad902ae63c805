//! Gathering what a plan is made from, keeping plans, locking, publishing.

use std::collections::{HashMap, HashSet};

use ::store::Tx;
use economy::shipments::{Carried, Shipment, Standing, store as shipments};
use frame::{Outcome, Role, Say, Stop, Who, journal};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use people::organisations::store as organisations;
use people::persons::store as persons;
use polity::members::acts::{enter, enter_as};
use routing::{Description, Problem, check};
use units::{CoalitionId, Language, OrganisationId, PersonId, PlanId, ShipmentId, VehicleId};

use super::describe::{Chosen, Obstacle, Question};
use super::figures;
use super::mending::{self, Change};
use super::model::{Crew, Goal, Lock, Made, Plan, Round, State, WaysFrom};
use super::store;
use crate::fleet::acts::STAFF;
use crate::fleet::{Driver, Vehicle, store as fleet};
use crate::road::acts::learnt;
use crate::ways::Source;
use crate::words::words;

/// Why no plan is drawn up, or why it is not published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotPlanned {
    /// Everything that is in the way, one sentence each.
    InTheWay {
        obstacles: Vec<String>,
    },
    /// The engine's own words.
    Unplannable {
        why: String,
    },
    AlreadyPublished,
    /// The day is over.
    Past,
    /// What the checker found.
    BreaksRules {
        faults: Vec<String>,
    },
    /// Orders changed since it was drawn up.
    Outdated {
        changes: Vec<String>,
    },
    /// A round has left, and is another in this plan.
    OnTheRoad {
        vehicle: String,
    },
    NobodyCanTakeIt,
    NothingChanged,
}

impl Say for NotPlanned {
    fn say(&self, language: Language) -> String {
        let t = words(language);
        match self {
            Self::InTheWay { obstacles } => t.plan_in_the_way(obstacles.len() as i64),
            Self::Unplannable { why } => t.plan_unplannable(why),
            Self::AlreadyPublished => t.plan_already_published(),
            Self::Past => t.plan_past(),
            Self::BreaksRules { faults } => t.plan_breaks_rules(faults.len() as i64),
            Self::Outdated { changes } => t.plan_outdated(changes.len() as i64),
            Self::OnTheRoad { vehicle } => t.plan_on_the_road(vehicle),
            Self::NobodyCanTakeIt => t.move_nobody(),
            Self::NothingChanged => t.plan_nothing_changed(),
        }
    }

    fn details(&self) -> &[String] {
        match self {
            Self::InTheWay { obstacles } => obstacles,
            Self::BreaksRules { faults } => faults,
            Self::Outdated { changes } => changes,
            _ => &[],
        }
    }
}

impl Obstacle {
    pub fn say(&self, language: Language) -> String {
        let t = words(language);
        match self {
            Self::NothingToMove => t.obstacle_nothing(),
            Self::NoVehicle => t.obstacle_no_vehicle(),
            Self::WithoutCost { vehicle } => t.obstacle_without_cost(vehicle),
            Self::NotThere { vehicle } => t.obstacle_not_there(vehicle),
            Self::NoSite { from, to } => t.obstacle_no_site(from, to),
            Self::NoCoordinates { place } => t.obstacle_no_coordinates(place),
            Self::ClosedThatDay { place } => t.obstacle_closed(place),
            Self::OutsideHours { place, asked } => t.obstacle_outside_hours(asked, place),
        }
    }
}

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

/// A plan with everything that it was made from.
#[derive(Debug, Clone)]
pub struct Whole {
    pub plan: Plan,
    pub description: Description,
    pub result: routing::Plan,
    pub crews: Vec<Crew>,
}

/// Reads a plan back.
///
/// # Errors
/// A fault of ours where what is stored cannot be read.
pub fn whole(tx: &Tx<'_>, hub: CoalitionId, id: PlanId) -> Outcome<Whole> {
    let plan = store::find(tx, hub, id)?.ok_or(Stop::NotFound)?;
    let (description, result) = store::texts(tx, hub, id)?.ok_or(Stop::NotFound)?;
    Ok(Whole {
        plan,
        description: serde_json::from_str(&description).map_err(anyhow::Error::from)?,
        result: serde_json::from_str(&result).map_err(anyhow::Error::from)?,
        crews: store::crews(tx, hub, id)?,
    })
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

/// A plan that was found, to be kept.
#[derive(Debug, Clone)]
pub struct Found {
    pub id: PlanId,
    pub day: Date,
    pub goal: Goal,
    pub made: Made,
    pub base: Option<PlanId>,
    pub seed: i64,
    pub iterations: i64,
    pub source: Source,
    pub description: Description,
    pub result: routing::Plan,
    pub crews: Vec<Crew>,
    pub locks: Vec<Lock>,
}

/// The engine that plans are made by.
pub fn engine() -> String {
    format!("routing {}", env!("CARGO_PKG_VERSION"))
}

/// Keeps a plan that was found, as a draft.
pub fn keep(tx: &Tx<'_>, who: &Who, hub: CoalitionId, found: &Found) -> Outcome<()> {
    enter_as(tx, who, hub, &[Role::Coordinator])?;
    let plan = Plan {
        id: found.id,
        day: found.day,
        number: store::next_number(tx, hub, found.day)?,
        goal: found.goal,
        made: found.made,
        base: found.base,
        seed: found.seed,
        iterations: found.iterations,
        ended_at_iteration: i64::try_from(found.result.iterations).unwrap_or(i64::MAX),
        engine: engine(),
        ways: ways_from(&found.source),
        ways_of: serde_json::to_string(&found.source).map_err(anyhow::Error::from)?,
        state: State::Draft,
        figures: figures::figures(&found.description, &found.result, &found.crews),
        made_at: who.at,
        made_by: who.person,
        published_at: None,
        published_by: None,
    };
    let description = serde_json::to_string(&found.description).map_err(anyhow::Error::from)?;
    let result = serde_json::to_string(&found.result).map_err(anyhow::Error::from)?;
    store::insert(tx, hub, &plan, &description, &result)?;
    store::insert_crews(tx, hub, plan.id, &found.crews)?;
    for &lock in &found.locks {
        store::insert_lock(tx, who, hub, plan.id, lock)?;
    }
    let act = match found.made {
        Made::Searched => "plan.search",
        Made::ByHand => "plan.move",
        Made::Mended => "plan.mend",
    };
    journal::note(tx, who, act, plan.id, "")?;
    Ok(())
}

fn ways_from(source: &Source) -> WaysFrom {
    match source {
        Source::Roads { .. } => WaysFrom::Graph,
        Source::Osrm { .. } => WaysFrom::Osrm,
        Source::Valhalla { .. } => WaysFrom::Valhalla,
        Source::Pasted { .. } => WaysFrom::Pasted,
        Source::Estimate { .. } => WaysFrom::GreatCircle,
    }
}

/// Where the ways of a plan are from, as its search was told.
///
/// # Errors
/// A fault of ours where what is stored cannot be read.
pub fn source_of(plan: &Plan) -> anyhow::Result<Source> {
    Ok(serde_json::from_str(&plan.ways_of)?)
}

/// A plan for who runs the rounds.
pub fn show(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: PlanId) -> Outcome<Whole> {
    enter_as(tx, who, hub, &STAFF)?;
    whole(tx, hub, id)
}

/// The plans of a day, for who runs the rounds.
pub fn list(tx: &Tx<'_>, who: &Who, hub: CoalitionId, day: Date) -> Outcome<Vec<Plan>> {
    enter_as(tx, who, hub, &STAFF)?;
    Ok(store::of_day(tx, hub, day)?)
}

/// The rounds that are driven on a day.
pub fn published(tx: &Tx<'_>, who: &Who, hub: CoalitionId, day: Date) -> Outcome<Vec<Round>> {
    enter(tx, who, hub)?;
    who.must_act_in(hub, &STAFF)?;
    match store::published_on(tx, hub, day)? {
        Some(plan) => Ok(store::rounds(tx, hub, plan.id)?),
        None => Ok(Vec::new()),
    }
}

/// Ties shipments to the vehicle that has them in this plan, or unties them.
pub fn lock(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    id: PlanId,
    tied: &[ShipmentId],
    is_tied: bool,
) -> Outcome<()> {
    enter_as(tx, who, hub, &[Role::Coordinator])?;
    let whole = whole(tx, hub, id)?;
    for &shipment in tied {
        if !is_tied {
            store::delete_lock(tx, hub, id, shipment)?;
            continue;
        }
        let vehicle = mending::vehicle_of(&whole.description, &whole.result, shipment);
        let vehicle = vehicle.ok_or(Stop::NotFound)?;
        store::insert_lock(tx, who, hub, id, Lock { shipment, vehicle })?;
    }
    journal::note(tx, who, "plan.lock", id, "")?;
    Ok(())
}

/// What changed of the orders since a plan was drawn up.
pub fn changes(tx: &Tx<'_>, hub: CoalitionId, whole: &Whole) -> Outcome<Vec<Change>> {
    let day = whole.plan.day;
    let today = to_be_carried(tx, hub, day)?;
    let carried = mending::shipments_of(&whole.description);
    let known = shipments::all(tx, hub, &carried)?;
    Ok(mending::changes(&whole.description, day, &today, &known))
}

/// What would ask for the same plan again.
pub fn wish_of(whole: &Whole) -> Wish {
    Wish {
        day: whole.plan.day,
        goal: whole.plan.goal,
        vehicles: whole.crews.iter().map(|crew| (crew.vehicle, crew.driver)).collect(),
        late_minutes: mending::late_minutes(&whole.description),
        seed: whole.plan.seed,
        iterations: whole.plan.iterations,
        pasted: None,
        base: Some(whole.plan.id),
    }
}

/// Publishes a plan: its rounds are laid out, its shipments are carried, and the plan that was published for the
/// day before it is superseded. Only what the checker passes, and what is still as the orders are.
pub fn publish(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: PlanId, zone: &TimeZone) -> Outcome<()> {
    enter_as(tx, who, hub, &[Role::Coordinator])?;
    let whole = whole(tx, hub, id)?;
    if whole.plan.state != State::Draft {
        return Err(NotPlanned::AlreadyPublished.into());
    }
    if whole.plan.day < who.today {
        return Err(NotPlanned::Past.into());
    }
    must_keep_every_rule(&whole)?;
    must_be_up_to_date(tx, who, hub, &whole)?;
    let rounds =
        figures::laid_out(whole.plan.day, zone, &whole.description, &whole.result, &whole.crews)?;
    if let Some(before) = store::published_on(tx, hub, whole.plan.day)? {
        must_let_go_on(tx, who, hub, &before, &rounds)?;
        store::set_state(tx, hub, before.id, State::Published, State::Superseded)?;
        shipments::release(tx, hub, before.id)?;
    }
    store::set_state(tx, hub, id, State::Draft, State::Published)?;
    store::note_published(tx, hub, id, who.person, who.at)?;
    store::insert_rounds(tx, hub, id, &rounds)?;
    for round in &rounds {
        let items = round.halts.iter().flat_map(|halt| &halt.items);
        let carried = Carried { plan: id, round: round.number };
        let all: HashSet<ShipmentId> = items.map(|item| item.shipment).collect();
        for shipment in all {
            shipments::set_carried(tx, hub, shipment, carried)?;
        }
    }
    journal::note(tx, who, "plan.publish", id, "")?;
    Ok(())
}

fn must_keep_every_rule(whole: &Whole) -> Outcome<()> {
    Problem::new(whole.description.clone())
        .map_err(|fault| NotPlanned::Unplannable { why: fault.to_string() })?;
    let faults = check::check(&whole.description, &whole.result);
    if faults.is_empty() { Ok(()) } else { Err(NotPlanned::BreaksRules { faults }.into()) }
}

fn must_be_up_to_date(tx: &Tx<'_>, who: &Who, hub: CoalitionId, whole: &Whole) -> Outcome<()> {
    let changes = changes(tx, hub, whole)?;
    if changes.is_empty() {
        return Ok(());
    }
    let names = names_of(tx, &changes)?;
    let changes = changes.iter().map(|change| change.say(&names, who.language)).collect();
    Err(NotPlanned::Outdated { changes }.into())
}

/// The names of the organisations that changes are about.
pub fn names_of(tx: &Tx<'_>, changes: &[Change]) -> Outcome<HashMap<OrganisationId, String>> {
    let ends = changes.iter().flat_map(|one| [one.from.organisation, one.to.organisation]);
    Ok(organisations::names(tx, ends)?)
}

/// Rounds that have left are the same in the plan that takes the place of theirs.
fn must_let_go_on(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    before: &Plan,
    after: &[Round],
) -> Outcome<()> {
    for round in store::rounds(tx, hub, before.id)? {
        if round.departs_at > who.at {
            continue;
        }
        let same =
            after.iter().any(|other| other.vehicle == round.vehicle && other.halts == round.halts);
        if !same {
            let vehicle = fleet::vehicle(tx, hub, round.vehicle)?.map(|one| one.name);
            return Err(NotPlanned::OnTheRoad { vehicle: vehicle.unwrap_or_default() }.into());
        }
    }
    Ok(())
}

/// Says who drives a round of a published plan.
pub fn set_driver(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    id: PlanId,
    round: i64,
    driver: Option<PersonId>,
) -> Outcome<()> {
    enter_as(tx, who, hub, &[Role::Coordinator])?;
    store::find(tx, hub, id)?.ok_or(Stop::NotFound)?;
    if let Some(person) = driver
        && !fleet::drivers(tx, hub)?.iter().any(|known| known.person == person)
    {
        return Err(Stop::NotFound);
    }
    if store::set_driver(tx, hub, id, round, driver)? == 0 {
        return Err(Stop::NotFound);
    }
    journal::note(tx, who, "round.driver", id, &round.to_string())?;
    Ok(())
}
