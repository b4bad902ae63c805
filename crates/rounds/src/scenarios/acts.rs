//! Who may rehearse a season, what it is rehearsed from, and keeping it.

use std::collections::{BTreeMap, HashMap};

use ::store::Tx;
use economy::shipments::{Place, Shipment, Standing, store as shipments};
use frame::form::Fault;
use frame::{Outcome, Role, Say, Stop, Who, journal};
use jiff::civil::Date;
use people::organisations::{Site, store as organisations};
use polity::members::acts::enter_as;
use polity::members::store as members;
use units::{CoalitionId, Code, Language, OrganisationId, SiteId};
use uuid::Uuid;

use super::model::{Driven, GOAL, Given, Scenario, Then, by_day};
use super::store;
use crate::fleet::{Absence, Vehicle, store as fleet};
use crate::plans::describe::{Chosen, Question};
use crate::road::Learnt;
use crate::road::acts::learnt;
use crate::words::words;

/// A season has no more days, so that a task ends on the day that it began.
const MOST_DAYS: i32 = 190;

/// What a rehearsal is refused for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotRehearsed {
    /// It ends before it begins, or is longer than half a year.
    Period,
    /// Nothing moved in it.
    NothingMoved,
    /// Who asks does not coordinate the other hub.
    NotYours,
    /// The same weekday twice.
    SameDay,
    /// What the rule needs, by its field.
    Missing(&'static str),
}

impl Say for NotRehearsed {
    fn say(&self, language: Language) -> String {
        let t = words(language);
        match self {
            Self::Period => t.scenario_period(),
            Self::NothingMoved => t.scenario_nothing_moved(),
            Self::NotYours => t.scenario_not_yours(),
            Self::SameDay => t.scenario_same_day(),
            Self::Missing(_) => Fault::Missing.say(language),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Period | Self::NothingMoved => Some("last"),
            Self::NotYours => Some("with"),
            Self::SameDay => Some("to"),
            Self::Missing(field) => Some(field),
        }
    }
}

/// What somebody wants to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish {
    pub first: Date,
    pub last: Date,
    pub given: Given,
    pub seed: i64,
    pub iterations: i64,
}

/// A hub's season: what moved, and with what it could move.
#[derive(Debug, Clone)]
pub struct Ground {
    pub organisation: OrganisationId,
    pub days: BTreeMap<Date, Vec<Shipment>>,
    vehicles: Vec<Vehicle>,
    absences: Vec<Absence>,
    sites: Vec<Site>,
    names: HashMap<OrganisationId, String>,
    learnt: BTreeMap<SiteId, Learnt>,
}

impl Ground {
    /// The vehicles that have a price, as they are today.
    pub fn vehicles_now(&self) -> impl Iterator<Item = Then> {
        self.vehicles.iter().filter_map(|one| {
            let (name, grams_per_km) = (one.name.clone(), one.grams_per_km);
            Some(Then { vehicle: one.id, name, prices: one.prices?, grams_per_km })
        })
    }

    /// What is to be planned on a day, with every vehicle that is there.
    pub fn question(&self, day: Date, shipments: Vec<Shipment>, depot: Option<Place>) -> Question {
        let there = self.vehicles.iter().filter(|one| one.is_there_on(day, &self.absences));
        Question {
            day,
            goal: GOAL,
            hub: self.organisation,
            shipments,
            sites: self.sites.clone(),
            names: self.names.clone(),
            chosen: there.map(|one| Chosen { vehicle: one.clone(), driver: None }).collect(),
            locks: Vec::new(),
            late_minutes: 0,
            stays: HashMap::new(),
            learnt: self.learnt.clone(),
            also: depot.into_iter().collect(),
        }
    }
}

/// What a season is rehearsed from: the hub's own, and the other hub's where both are put together.
pub fn gather(tx: &Tx<'_>, who: &Who, hub: CoalitionId, wish: &Wish) -> Outcome<Vec<Ground>> {
    enter_as(tx, who, hub, &[Role::Coordinator])?;
    let length = wish.last.since(wish.first).map_or(-1, |span| span.get_days());
    if !(0..=MOST_DAYS).contains(&length) {
        return Err(NotRehearsed::Period.into());
    }
    let mut grounds = Vec::new();
    let mut also = None;
    match wish.given {
        Given::OtherDay { from, to } if from == to => return Err(NotRehearsed::SameDay.into()),
        Given::Depot { organisation, site } => {
            let memberships = members::memberships(tx, hub)?;
            let is_member = memberships.iter().any(|one| one.organisation == organisation);
            let sites = organisations::sites(tx, organisation)?;
            if !is_member || !sites.iter().any(|one| one.id == site) {
                return Err(Stop::NotFound);
            }
            also = Some(organisation);
        }
        Given::Together { with } if with == hub || !coordinates(who, with) => {
            return Err(NotRehearsed::NotYours.into());
        }
        _ => {}
    }
    grounds.push(ground(tx, hub, wish, also)?);
    if let Given::Together { with } = wish.given {
        grounds.push(ground(tx, with, wish, None)?);
    }
    if grounds.iter().all(|one| one.days.is_empty()) {
        return Err(NotRehearsed::NothingMoved.into());
    }
    Ok(grounds)
}

/// Whether somebody may see another hub's season: they coordinate it too, whichever mandate they act under.
fn coordinates(who: &Who, hub: CoalitionId) -> bool {
    let own =
        |mandate: &frame::Mandate| mandate.role == Role::Coordinator && mandate.coalition == Some(hub);
    who.mandates.iter().any(own)
}

fn ground(tx: &Tx<'_>, hub: CoalitionId, wish: &Wish, also: Option<OrganisationId>) -> Outcome<Ground> {
    let coalition = members::find(tx, hub)?.ok_or(Stop::NotFound)?;
    let mut moved = shipments::between(tx, hub, wish.first, wish.last)?;
    moved.retain(|one| one.standing != Standing::Cancelled);
    let vehicles = fleet::vehicles(tx, hub)?;
    let ends = moved.iter().flat_map(|one| [one.from.organisation, one.to.organisation]);
    let homes = vehicles.iter().map(|one| one.home.organisation);
    let names = organisations::names(tx, ends.chain(homes).chain(also))?;
    let all: Vec<OrganisationId> = names.keys().copied().collect();
    Ok(Ground {
        organisation: coalition.organisation,
        days: by_day(moved, wish.first, wish.last),
        absences: fleet::absences_from(tx, hub, wish.first)?,
        sites: organisations::sites_of(tx, &all)?,
        names,
        learnt: learnt(tx, hub)?,
        vehicles,
    })
}

/// Keeps a season that was driven, each day with its description, and the vehicles at the prices of today.
pub fn keep(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    scenario: &Scenario,
    driven: &[(Driven, String)],
    vehicles: &[Then],
) -> Outcome<()> {
    enter_as(tx, who, hub, &[Role::Coordinator])?;
    let given = serde_json::to_string(&scenario.given).map_err(anyhow::Error::from)?;
    store::insert(tx, who, hub, scenario, &given)?;
    store::insert_vehicles(tx, hub, scenario.id, vehicles)?;
    for (driven, description) in driven {
        store::insert_day(tx, hub, scenario.id, driven, description)?;
    }
    journal::note(tx, who, "scenario.rehearse", scenario.id, scenario.given.rule().code())?;
    Ok(())
}

pub fn list(tx: &Tx<'_>, who: &Who, hub: CoalitionId) -> Outcome<Vec<Scenario>> {
    enter_as(tx, who, hub, &[Role::Coordinator])?;
    Ok(store::all(tx, hub)?)
}

/// A season as it was rehearsed.
pub struct Rehearsed {
    pub scenario: Scenario,
    pub days: Vec<Driven>,
    /// At the prices of the day of the rehearsal.
    pub vehicles: Vec<Then>,
    /// Of two hubs that were put together, their names.
    pub hubs: Vec<String>,
}

pub fn show(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: Uuid) -> Outcome<Rehearsed> {
    let own = enter_as(tx, who, hub, &[Role::Coordinator])?;
    let scenario = store::find(tx, hub, id)?.ok_or(Stop::NotFound)?;
    let hubs = match scenario.given {
        Given::Together { with } => {
            let other = members::find(tx, with)?.map(|other| other.name);
            vec![own.name, other.unwrap_or_default()]
        }
        _ => Vec::new(),
    };
    let (days, vehicles) = (store::days(tx, hub, id)?, store::vehicles(tx, hub, id)?);
    Ok(Rehearsed { scenario, days, vehicles, hubs })
}

/// What may be chosen in the form: sites that could be a depot, and other hubs that who asks coordinates too.
pub struct Choices {
    pub depots: Vec<(Place, String)>,
    pub hubs: Vec<(CoalitionId, String)>,
}

pub fn choices(tx: &Tx<'_>, who: &Who, hub: CoalitionId) -> Outcome<Choices> {
    enter_as(tx, who, hub, &[Role::Coordinator])?;
    let ids: Vec<OrganisationId> =
        members::memberships(tx, hub)?.iter().map(|one| one.organisation).collect();
    let names = organisations::names(tx, ids.iter().copied())?;
    let mut depots: Vec<(Place, String)> = Vec::new();
    for site in organisations::sites_of(tx, &ids)?.iter().filter(|site| site.coordinates.is_some()) {
        let name = names.get(&site.organisation).map_or("", String::as_str);
        let place = Place { organisation: site.organisation, site: site.id };
        depots.push((place, format!("{name} ({})", site.town)));
    }
    depots.sort_by_cached_key(|(place, name)| (units::text::fold(name), *place));
    let mut hubs = Vec::new();
    for mandate in &who.mandates {
        let other = mandate.coalition.filter(|other| *other != hub);
        if let Some(other) = other.filter(|_| mandate.role == Role::Coordinator) {
            hubs.push((other, mandate.label.clone()));
        }
    }
    Ok(Choices { depots, hubs })
}
