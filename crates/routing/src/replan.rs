//! When something changes after a plan was told to others: what is driven stays driven, what is on board stays on board, and
//! what was promised stays promised.

use std::collections::HashMap;

use crate::description::{Description, Hub, Request, Stays, Stop};
use crate::plan::{Does, Halt, Plan, Round, Terms};

/// What of a plan is to stay.
#[derive(Debug, Clone, Copy, Default)]
pub struct Keep {
    /// Halts that a vehicle has left for by this time are made as planned.
    pub now: u32,
    /// What it costs to give a request to another vehicle.
    pub moving_cents: u64,
    /// Halts begin within so many seconds of the time that was told, as far as their windows allow; without it, at any.
    pub promised_seconds: Option<u32>,
}

/// What is left to be planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    pub description: Description,
    /// What is left of the plan, for [`Settings::from`](crate::Settings::from).
    pub plan: Plan,
}

/// What is left of `plan`, which was made for `before`, if the day is to be as `after` says. Requests and vehicles are the
/// same if their names are.
///
/// A vehicle that has left begins where it is heading to; goods on board stay in it. Goods that are on their way to a hub,
/// and go on from there with another vehicle, are two requests: the one to the hub has ` (1)` after its name.
pub fn replan(before: &Description, plan: &Plan, after: &Description, keep: &Keep) -> Left {
    let mut left =
        Left { description: Description { requests: Vec::new(), ..after.clone() }, plan: nothing() };
    let carried: Vec<Carried<'_>> = plan
        .rounds
        .iter()
        .filter_map(|round| {
            let id = &before.vehicles.get(round.vehicle)?.id;
            let vehicle = after.vehicles.iter().position(|vehicle| vehicle.id == *id)?;
            Some(Carried { round, vehicle, done: done(round, keep.now) })
        })
        .collect();
    for carried in carried.iter().filter(|carried| carried.round.departs < keep.now) {
        carried.set_out(before, &mut left.description);
    }
    let mut rounds: HashMap<usize, Vec<(usize, Halt)>> = HashMap::new();
    for request in &after.requests {
        let known = before.requests.iter().position(|known| known.id == request.id);
        let halts: Vec<Planned<'_>> = carried
            .iter()
            .flat_map(|carried| {
                let halts = carried.round.halts.iter().enumerate();
                halts.map(move |(place, halt)| Planned { halt, place, carried })
            })
            .filter(|planned| Some(planned.halt.request) == known)
            .collect();
        for (request, halts) in remains(request, after, &halts, keep) {
            for (planned, does) in halts {
                let halt =
                    Halt { request: left.description.requests.len(), does, ..planned.halt.clone() };
                rounds.entry(planned.carried.vehicle).or_default().push((planned.place, halt));
            }
            left.description.requests.push(request);
        }
    }
    for carried in &carried {
        let Some(mut halts) = rounds.remove(&carried.vehicle) else { continue };
        halts.sort_by_key(|(place, _)| *place);
        let halts = halts.into_iter().map(|(_, halt)| halt).collect();
        left.plan.rounds.push(Round { vehicle: carried.vehicle, halts, ..carried.round.clone() });
    }
    left
}

fn nothing() -> Plan {
    Plan {
        rounds: Vec::new(),
        left_out: Vec::new(),
        metres: 0,
        terms: Terms::default(),
        left_out_cents: 0,
        cents: 0,
        iterations: 0,
    }
}

struct Carried<'a> {
    round: &'a Round,
    /// Its place among the vehicles that there are after the change.
    vehicle: usize,
    /// So many halts are made as planned.
    done: usize,
}

#[derive(Clone, Copy)]
struct Planned<'a> {
    halt: &'a Halt,
    place: usize,
    carried: &'a Carried<'a>,
}

impl Planned<'_> {
    fn is_done(&self) -> bool {
        self.place < self.carried.done
    }

    fn has_left(&self, now: u32) -> bool {
        self.carried.round.departs < now
    }

    /// When the vehicle can do something else.
    fn free(&self) -> u32 {
        self.carried.free()
    }
}

/// Halts that the vehicle has left for.
fn done(round: &Round, now: u32) -> usize {
    let leaves = std::iter::once(round.departs).chain(round.halts.iter().map(|halt| halt.leaves));
    leaves.take_while(|&leaves| leaves < now).count().min(round.halts.len())
}

impl Carried<'_> {
    fn free(&self) -> u32 {
        self.done.checked_sub(1).map_or(self.round.departs, |last| self.round.halts[last].leaves)
    }

    /// The vehicle begins where its last halt that is done leaves it.
    fn set_out(&self, before: &Description, left: &mut Description) {
        let vehicle = &before.vehicles[self.round.vehicle];
        let Some(profile) = before.profiles.iter().find(|profile| profile.id == vehicle.profile) else {
            return;
        };
        let site = |id: &String| before.sites.iter().position(|site| site.id == *id);
        let (Some(mut at), mut metres, mut driven) = (site(&vehicle.start), 0, 0) else { return };
        for halt in &self.round.halts[..self.done] {
            metres += profile.metres[at][halt.site];
            driven += profile.seconds[at][halt.site];
            if let Some(rest) = vehicle.rest {
                driven = driven.saturating_sub(rest.after_driving_seconds * halt.rests);
                let waited = halt.begins.saturating_sub(halt.arrives);
                driven = if waited >= rest.seconds { 0 } else { driven };
            }
            at = halt.site;
        }
        let now = &mut left.vehicles[self.vehicle];
        now.start.clone_from(&before.sites[at].id);
        now.shift[0] = self.free();
        now.fixed_cents = 0;
        now.most_metres = now.most_metres.map(|most| most.saturating_sub(metres));
        now.most_seconds =
            now.most_seconds.map(|most| most.saturating_sub(self.free() - self.round.departs));
        if let Some(rest) = &mut now.rest {
            rest.driven_seconds += driven;
        }
    }
}

/// What is still to be done for a request, and which halts of the plan are for it.
fn remains<'a>(
    request: &Request,
    after: &Description,
    halts: &[Planned<'a>],
    keep: &Keep,
) -> Vec<(Request, Vec<(Planned<'a>, Does)>)> {
    let find = |does: Does| halts.iter().copied().find(|planned| planned.halt.does == does);
    let is_done = |planned: &Option<Planned<'_>>| planned.is_some_and(|planned| planned.is_done());
    let (from, over) = (find(Does::PickUp), find(Does::HandOver));
    let (on, to) = (find(Does::TakeOver), find(Does::Deliver));
    if is_done(&to) {
        return Vec::new();
    }
    let vehicle = |planned: &Planned<'_>| after.vehicles[planned.carried.vehicle].id.clone();
    let rest =
        |planned: Option<Planned<'a>>, does| planned.into_iter().map(move |planned| (planned, does));
    if let Some(on) = on.filter(Planned::is_done) {
        return vec![(
            on_board(request, vehicle(&on), on.free() - on.halt.leaves),
            rest(to, Does::Deliver).collect(),
        )];
    }
    if let (Some(over), Some(on)) = (over, on)
        && is_done(&from)
        && let Some(hub) = after.hubs.iter().find(|hub| request.through.contains(&hub.site))
    {
        let onward = from_hub(request, hub, over.halt);
        let mut second = rest(Some(on), Does::PickUp).collect::<Vec<_>>();
        second.extend(rest(to, Does::Deliver));
        if over.is_done() {
            return vec![(onward, second)];
        }
        let from = from.unwrap_or(over);
        let to_hub = Request {
            id: format!("{} (1)", request.id),
            deliver: Some(Stop {
                site: hub.site.clone(),
                windows: vec![[0, over.halt.begins]],
                service_seconds: hub.service_seconds,
                late: None,
            }),
            ..on_board(request, vehicle(&from), from.free() - from.halt.leaves)
        };
        return vec![(to_hub, rest(Some(over), Does::Deliver).collect()), (onward, second)];
    }
    if let Some(from) = from.filter(Planned::is_done) {
        let held = from.free() - from.halt.leaves;
        if request.deliver.is_none() {
            return vec![(fetched(request, &vehicle(&from), after, from), Vec::new())];
        }
        return vec![(on_board(request, vehicle(&from), held), rest(to, Does::Deliver).collect())];
    }
    if request.pick_up.is_none()
        && let Some(to) = to.filter(|to| to.has_left(keep.now))
    {
        let held = to.free() - to.carried.round.departs;
        return vec![(on_board(request, vehicle(&to), held), rest(Some(to), Does::Deliver).collect())];
    }
    let mut promised = request.clone();
    if over.is_none()
        && let Some(planned) = from.or(to)
    {
        let stays = Stays { vehicle: vehicle(&planned), otherwise_cents: keep.moving_cents };
        promised.stays = promised.stays.or(Some(stays));
    }
    if let Some(seconds) = keep.promised_seconds {
        for (stop, planned) in [(&mut promised.pick_up, from), (&mut promised.deliver, to)] {
            if let (Some(stop), Some(planned)) = (stop, planned) {
                narrow(stop, planned.halt.begins, seconds);
            }
        }
    }
    vec![(promised, halts.iter().map(|planned| (*planned, planned.halt.does)).collect())]
}

/// In a vehicle since so many seconds, and to be delivered by it.
fn on_board(request: &Request, vehicle: String, held: u32) -> Request {
    Request {
        pick_up: None,
        release: 0,
        only: vec![vehicle],
        stays: None,
        through: Vec::new(),
        never_direct: false,
        penalty_cents: None,
        most_seconds_on_board: request.most_seconds_on_board.map(|most| most.saturating_sub(held)),
        ..request.clone()
    }
}

/// On board until the end: it only takes room.
fn fetched(request: &Request, vehicle: &str, after: &Description, from: Planned<'_>) -> Request {
    let last = from.carried.done - 1;
    let site = after.sites[from.carried.round.halts[last].site].id.clone();
    Request {
        pick_up: Some(Stop { site, ..Stop::default() }),
        ..on_board(request, vehicle.to_owned(), from.free() - from.halt.leaves)
    }
}

/// At a hub, or soon there.
fn from_hub(request: &Request, hub: &Hub, over: &Halt) -> Request {
    let ready = over.leaves + hub.handling_seconds;
    let until = hub.most_seconds_stored.map(|most| ready.saturating_add(most));
    Request {
        pick_up: Some(Stop {
            site: hub.site.clone(),
            windows: until.map(|until| vec![[ready, until]]).unwrap_or_default(),
            service_seconds: hub.service_seconds,
            late: None,
        }),
        release: ready,
        through: Vec::new(),
        never_direct: false,
        penalty_cents: None,
        ..request.clone()
    }
}

/// Windows within so many seconds of the time that was told, if any of them is.
fn narrow(stop: &mut Stop, told: u32, seconds: u32) {
    let (from, to) = (told.saturating_sub(seconds), told.saturating_add(seconds));
    let windows = if stop.windows.is_empty() { vec![[from, to]] } else { stop.windows.clone() };
    let within: Vec<[u32; 2]> = windows
        .iter()
        .map(|window| [window[0].max(from), window[1].min(to)])
        .filter(|window| window[0] <= window[1])
        .collect();
    if !within.is_empty() {
        stop.windows = within;
    }
}
