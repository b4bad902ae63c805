//! Vehicles, drivers and absences on a page.

use std::collections::HashMap;

use askama::Template;
use axum::response::Response;
use economy::shipments::{End, Load, Names, Place, clock, said_load};
use frame::form::Fault;
use frame::{At, Form, Outcome, Reader, Role, Stop, Visit};
use people::persons::store as persons;
use units::{CoalitionId, Code, Language, OrganisationId, PersonId};
use uuid::Uuid;

use super::acts::{self, Fleet};
use super::model::{Absence, Absent, Driver, Shift};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "fleet/index.html")]
struct Index {
    t: &'static Words,
    r: Reader,
    language: Language,
    hub: CoalitionId,
    fleet: Fleet,
    names: Names,
    persons: HashMap<PersonId, String>,
    candidates: Vec<(String, String)>,
    may_change: bool,
    form: Form,
}

pub(super) async fn index(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    let page = index_page(&visit, hub, Form::default()).await?;
    visit.page(&page.t.fleet_title(), &page)
}

async fn index_page(visit: &Visit, hub: CoalitionId, form: Form) -> Outcome<Index> {
    let (fleet, names, persons, candidates) = visit
        .look(move |tx, who| {
            let fleet = acts::list(tx, who, hub)?;
            let vehicles = fleet.vehicles.iter().map(|vehicle| vehicle.home.organisation);
            let drivers = fleet.drivers.iter().map(|driver| driver.organisation);
            let names = Names::read(tx, vehicles.chain(drivers))?;
            let drivers: Vec<PersonId> = fleet.drivers.iter().map(|driver| driver.person).collect();
            let persons: HashMap<PersonId, String> = persons::names(tx, &drivers)?.into_iter().collect();
            Ok((fleet, names, persons, acts::candidates(tx, who, hub)?))
        })
        .await?;
    let mut choices: Vec<(String, String)> = candidates
        .into_iter()
        .map(|held| {
            let of = held.mandate.organisation.map_or(String::new(), |of| of.to_string());
            (format!("{}.{of}", held.person), format!("{} – {}", held.person_name, held.mandate.label))
        })
        .collect();
    choices.sort_by_cached_key(|(_, name)| units::text::fold(name));
    choices.dedup_by(|one, other| one.0 == other.0);
    choices.insert(0, (String::new(), "–".to_owned()));
    let may_change = !visit.who()?.is(Role::Warehouse);
    Ok(Index {
        t: words(visit.language),
        r: visit.reader(),
        language: visit.language,
        hub,
        fleet,
        names,
        persons,
        candidates: choices,
        may_change,
        form,
    })
}

impl Index {
    fn owner(&self, home: &Place) -> String {
        self.names.end(&End::from(*home))
    }

    fn name_of(&self, organisation: &OrganisationId) -> String {
        self.names.end(&End { organisation: *organisation, site: None })
    }

    fn person(&self, id: &PersonId) -> &str {
        self.persons.get(id).map_or("–", String::as_str)
    }

    fn shift(&self, shift: &Shift) -> String {
        said_shift(self.t, &self.r, shift)
    }

    fn holds(&self, load: &Load) -> String {
        said_load(&self.r, load)
    }

    fn absent(&self, of: &Absent) -> String {
        match of {
            Absent::Vehicle(id) => {
                let found = self.fleet.vehicles.iter().find(|vehicle| vehicle.id == *id);
                found.map_or_else(|| "–".to_owned(), |vehicle| vehicle.name.clone())
            }
            Absent::Driver(id) => self.person(id).to_owned(),
        }
    }

    fn absences(&self) -> &[Absence] {
        &self.fleet.absences
    }

    /// Who can be away: every vehicle and driver that is listed.
    fn who_is_away(&self) -> Vec<(String, String)> {
        let vehicles =
            self.fleet.vehicles.iter().map(|one| (format!("vehicle.{}", one.id), one.name.clone()));
        let drivers = self
            .fleet
            .drivers
            .iter()
            .map(|one| (format!("driver.{}", one.person), self.person(&one.person).to_owned()));
        let none = (String::new(), "–".to_owned());
        std::iter::once(none).chain(vehicles).chain(drivers).collect()
    }

    fn weekdays(&self) -> Vec<(String, String)> {
        (1..=7).map(|day: i8| (format!("day.{day}"), self.r.weekday(day))).collect()
    }
}

fn said_shift(t: &Words, r: &Reader, shift: &Shift) -> String {
    let days = match shift.weekdays.as_slice() {
        [1, .., 7] if shift.weekdays.len() == 7 => t.shift_every_day(),
        [first, .., last] if shift.weekdays.len() > 2 && is_in_a_row(&shift.weekdays) => {
            t.shift_from_to_day(r.weekday(*first), r.weekday(*last))
        }
        days => days.iter().map(|&day| r.weekday(day)).collect::<Vec<_>>().join(", "),
    };
    t.shift_said(days, clock(shift.from), clock(shift.to))
}

fn is_in_a_row(weekdays: &[i8]) -> bool {
    weekdays.windows(2).all(|pair| pair[0] + 1 == pair[1])
}

pub(super) fn read_shift(form: &Form) -> Option<Shift> {
    let weekdays = (1..=7).filter(|day| form.ticked(&format!("day.{day}"))).collect();
    let from = form.must("shift_from", form.minute("shift_from"));
    let to = form.must("shift_to", form.minute("shift_to"));
    Some(Shift { weekdays, from: from?, to: to? })
}

pub(super) async fn save_driver(
    visit: Visit,
    At(hub): At<CoalitionId>,
    form: Form,
) -> Outcome<Response> {
    let saved = match read_driver(&visit, hub, &form).await {
        Ok(driver) => visit.act(move |tx, who| acts::save_driver(tx, who, hub, &driver)).await,
        Err(stop) => Err(stop),
    };
    let t = words(visit.language);
    answer(visit, hub, form, saved, &t.driver_saved()).await
}

/// The person with the member that their mandate is for; where it is the hub's own, its organisation.
async fn read_driver(visit: &Visit, hub: CoalitionId, form: &Form) -> Outcome<Driver> {
    let chosen =
        form.value("person").split_once('.').map(|(person, of)| (person.to_owned(), of.to_owned()));
    let person: Option<PersonId> = chosen.as_ref().and_then(|(person, _)| person.parse().ok());
    if person.is_none() {
        form.fault("person", Fault::Missing);
    }
    let shift = read_shift(form);
    form.accept()?;
    let own = chosen.and_then(|(_, of)| of.parse().ok());
    let organisation = match own {
        Some(member) => member,
        None => {
            visit
                .look(move |tx, who| Ok(polity::members::acts::enter(tx, who, hub)?.organisation))
                .await?
        }
    };
    match (person, shift) {
        (Some(person), Some(shift)) => Ok(Driver { person, organisation, shift, left_on: None }),
        _ => Err(Stop::NotFound),
    }
}

pub(super) async fn driver_leaves(
    visit: Visit,
    At((hub, person)): At<(CoalitionId, PersonId)>,
) -> Outcome<Response> {
    visit.act(move |tx, who| acts::driver_leaves(tx, who, hub, person)).await?;
    let t = words(visit.language);
    Ok(visit.done(&format!("/hubs/{hub}/fleet"), &t.driver_left()))
}

pub(super) async fn add_absence(
    visit: Visit,
    At(hub): At<CoalitionId>,
    form: Form,
) -> Outcome<Response> {
    let of = form.value("absent").split_once('.').and_then(|(kind, id)| match kind {
        "vehicle" => Some(Absent::Vehicle(id.parse().ok()?)),
        "driver" => Some(Absent::Driver(id.parse().ok()?)),
        _ => None,
    });
    if of.is_none() {
        form.fault("absent", Fault::Missing);
    }
    let first_day = form.must("first_day", form.date("first_day"));
    let last_day = form.date("last_day").or(first_day);
    let saved = match (form.accept(), of, first_day, last_day) {
        (Ok(()), Some(of), Some(first), Some(last)) => {
            visit.act(move |tx, who| acts::add_absence(tx, who, hub, of, first, last).map(drop)).await
        }
        (Err(stop), ..) => Err(stop),
        _ => Err(Stop::NotFound),
    };
    let t = words(visit.language);
    answer(visit, hub, form, saved, &t.absence_saved()).await
}

async fn answer(
    visit: Visit,
    hub: CoalitionId,
    form: Form,
    saved: Outcome<()>,
    notice: &str,
) -> Outcome<Response> {
    match saved {
        Ok(()) => Ok(visit.done(&format!("/hubs/{hub}/fleet"), notice)),
        Err(stop) => {
            form.note(&stop, visit.language);
            let page = index_page(&visit, hub, form).await?;
            visit.again(&stop, &page.t.fleet_title(), &page)
        }
    }
}

pub(super) async fn end_absence(
    visit: Visit,
    At((hub, absence)): At<(CoalitionId, Uuid)>,
) -> Outcome<Response> {
    visit.act(move |tx, who| acts::end_absence(tx, who, hub, absence)).await?;
    let t = words(visit.language);
    Ok(visit.done(&format!("/hubs/{hub}/fleet"), &t.absence_ended()))
}
