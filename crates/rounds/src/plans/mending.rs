//! What changed since a plan was drawn up, and the smallest change that puts it right.

use std::collections::HashMap;

use economy::shipments::{End, Shipment, Standing};
use jiff::civil::Date;
use routing::plan::{Course, Does, Plan, drive};
use routing::{Description, Problem, check};
use units::{Language, OrganisationId, ShipmentId, VehicleId};

use super::describe::site_id;
use super::figures::courses;
use super::model::Crew;
use super::moving::Ground;
use crate::words::words;

/// How a shipment differs from what a plan knows of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    New,
    /// Cancelled, moved on another day, or carried by somebody else.
    Gone,
    /// Other crates, other places or other hours.
    Other,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub kind: Kind,
    pub shipment: ShipmentId,
    pub from: End,
    pub to: End,
}

impl Change {
    pub fn say(&self, names: &HashMap<OrganisationId, String>, language: Language) -> String {
        let t = words(language);
        let name = |end: End| names.get(&end.organisation).cloned().unwrap_or_else(|| "?".to_owned());
        let (from, to) = (name(self.from), name(self.to));
        match self.kind {
            Kind::New => t.change_new(from, to),
            Kind::Gone => t.change_gone(from, to),
            Kind::Other => t.change_other(from, to),
        }
    }
}

/// The shipments that a description knows.
pub fn shipments_of(description: &Description) -> Vec<ShipmentId> {
    description.requests.iter().filter_map(|request| request.id.parse().ok()).collect()
}

/// Which vehicle takes a shipment in a plan.
pub fn vehicle_of(description: &Description, plan: &Plan, shipment: ShipmentId) -> Option<VehicleId> {
    let id = shipment.to_string();
    let request = description.requests.iter().position(|request| request.id == id)?;
    let round =
        plan.rounds.iter().find(|round| round.halts.iter().any(|halt| halt.request == request))?;
    description.vehicles.get(round.vehicle)?.id.parse().ok()
}

/// How late goods may be in a description.
pub fn late_minutes(description: &Description) -> i64 {
    let late = description.requests.iter().filter_map(|request| request.deliver.as_ref()?.late);
    late.map(|late| i64::from(late.most_seconds) / 60).max().unwrap_or(0)
}

/// What differs between a description and what is to be carried today; `known` is what became of the shipments
/// that it knows.
pub fn changes(
    description: &Description,
    day: Date,
    today: &[Shipment],
    known: &[Shipment],
) -> Vec<Change> {
    let requests: HashMap<&str, &routing::description::Request> =
        description.requests.iter().map(|request| (request.id.as_str(), request)).collect();
    let change =
        |kind: Kind, one: &Shipment| Change { kind, shipment: one.id, from: one.from, to: one.to };
    let mut found = Vec::new();
    for shipment in today {
        match requests.get(shipment.id.to_string().as_str()) {
            None => found.push(change(Kind::New, shipment)),
            Some(request) if is_other(request, shipment) => found.push(change(Kind::Other, shipment)),
            Some(_) => {}
        }
    }
    let gone = known.iter().filter(|one| {
        one.standing != Standing::Moved && !today.iter().any(|other| other.id == one.id)
            || !one.may_move_on(day)
    });
    found.extend(gone.map(|one| change(Kind::Gone, one)));
    found
}

fn is_other(request: &routing::description::Request, shipment: &Shipment) -> bool {
    let load = [shipment.load.dry, shipment.load.cold, shipment.load.frozen, shipment.load.kilograms];
    let same_load = request.load.iter().map(|&load| i64::from(load)).eq(load);
    let at = |end: End| end.place().map(site_id);
    let site = |stop: &Option<routing::description::Stop>| stop.as_ref().map(|stop| stop.site.clone());
    let same_places =
        site(&request.pick_up) == at(shipment.from) && site(&request.deliver) == at(shipment.to);
    let is_due = |stop: &Option<routing::description::Stop>| {
        let last = stop.as_ref().and_then(|stop| stop.windows.last()).map(|window| i64::from(window[1]));
        shipment.due.is_none_or(|due| last.is_some_and(|last| last <= due * 60))
    };
    let is_ready = |stop: &Option<routing::description::Stop>| {
        let first =
            stop.as_ref().and_then(|stop| stop.windows.first()).map(|window| i64::from(window[0]));
        shipment.ready.is_none_or(|ready| first.is_some_and(|first| first >= ready * 60))
    };
    !same_load || !same_places || !is_due(&request.deliver) || !is_ready(&request.pick_up)
}

/// The courses of a plan in the numbers of another description: what that one does not know is left out.
pub fn carried_over(before: &Description, plan: &Plan, after: &Description) -> Vec<Course> {
    let requests: HashMap<&str, usize> =
        after.requests.iter().enumerate().map(|(at, request)| (request.id.as_str(), at)).collect();
    let vehicles: HashMap<&str, usize> =
        after.vehicles.iter().enumerate().map(|(at, vehicle)| (vehicle.id.as_str(), at)).collect();
    let mut found = Vec::new();
    for course in courses(plan) {
        let Some(&vehicle) = vehicles.get(before.vehicles[course.vehicle].id.as_str()) else { continue };
        let halt = |&(request, does): &(usize, Does)| {
            requests.get(before.requests[request].id.as_str()).map(|&at| (at, does))
        };
        let halts: Vec<(usize, Does)> = course.halts.iter().filter_map(halt).collect();
        if !halts.is_empty() {
            found.push(Course { vehicle, halts });
        }
    }
    found
}

/// The smallest change of a plan that carries what is to be carried now: what did not change stays in its vehicle
/// and in its order; what changed stays too where it still can, and is put in where it costs least otherwise.
pub fn mended(
    before: &Description,
    plan: &Plan,
    after: &Description,
    problem: &Problem,
    crews: &[Crew],
) -> Option<Plan> {
    let ground = Ground { description: after, problem, crews };
    let mut kept = carried_over(before, plan, after);
    let in_courses = |courses: &[Course]| -> Vec<usize> {
        courses.iter().flat_map(|course| course.halts.iter().map(|halt| halt.0)).collect()
    };
    let stands = |courses: &[Course]| {
        drive(problem, courses).is_ok_and(|plan| check::check(after, &plan).is_empty())
    };
    if !stands(&kept) {
        let changed = |request: usize| {
            let id = after.requests[request].id.as_str();
            let known = before.requests.iter().find(|one| one.id == id);
            known.is_none_or(|known| *known != after.requests[request])
        };
        for course in &mut kept {
            course.halts.retain(|halt| !changed(halt.0));
        }
        kept.retain(|course| !course.halts.is_empty());
    }
    let there = in_courses(&kept);
    let missing: Vec<usize> =
        (0..after.requests.len()).filter(|request| !there.contains(request)).collect();
    ground.put_in(kept, &missing)
}
