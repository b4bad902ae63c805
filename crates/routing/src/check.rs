//! An independent look at a plan: every rule of the description, asked of the plan's own times. It shares no code with the
//! search, and knows nothing but the description.

use std::collections::HashMap;

use crate::description::{Description, Request, Stop, Vehicle};
use crate::plan::{Does, Halt, Plan, Round};

/// Checks `plan` against `description`; gives what is broken, one sentence each. None means that the plan may be driven.
///
/// `description` is one that [`Problem::new`](crate::Problem::new) takes.
pub fn check(description: &Description, plan: &Plan) -> Vec<String> {
    let mut found = Vec::new();
    let checker = Checker::of(description);
    let mut leaves_once = vec![0; description.vehicles.len()];
    for round in &plan.rounds {
        let Some(times) = leaves_once.get_mut(round.vehicle) else {
            found.push(format!("a round has vehicle {}, which is not in the list", round.vehicle));
            continue;
        };
        *times += 1;
        if *times > 1 {
            found.push(format!("vehicle {} has two rounds", round.vehicle));
        }
        checker.round(round, &mut found);
    }
    checker.requests(plan, &mut found);
    checker.docks(plan, &mut found);
    checker.sums(plan, &mut found);
    found
}

/// The rules that one round keeps or breaks by itself, as [`check`] asks them of a whole plan.
pub fn check_round(description: &Description, round: &Round) -> Vec<String> {
    let mut found = Vec::new();
    Checker::of(description).round(round, &mut found);
    found
}

struct Checker<'a> {
    description: &'a Description,
    sites: HashMap<&'a str, usize>,
}

impl<'a> Checker<'a> {
    fn of(description: &'a Description) -> Self {
        let places = description.sites.iter().enumerate().map(|(at, site)| (site.id.as_str(), at));
        Self { description, sites: places.collect() }
    }

    fn round(&self, round: &Round, found: &mut Vec<String>) {
        let vehicle = &self.description.vehicles[round.vehicle];
        let mut say = |what: String| found.push(format!("vehicle {}: {what}", vehicle.id));
        if round.halts.is_empty() {
            say("leaves for nothing".to_owned());
        }
        if round.departs < vehicle.shift[0] || round.arrives > vehicle.shift[1] {
            say(format!("is away from {} to {}, outside its shift", round.departs, round.arrives));
        }
        if vehicle.most_seconds.is_some_and(|most| round.arrives.saturating_sub(round.departs) > most) {
            say(format!("is away for {} seconds", round.arrives.saturating_sub(round.departs)));
        }
        if vehicle.most_metres.is_some_and(|most| round.metres > most.into()) {
            say(format!("drives {} metres", round.metres));
        }
        for halt in &round.halts {
            for fault in self.halt(round, vehicle, halt) {
                say(fault);
            }
        }
        for fault in self.way(round, vehicle).into_iter().chain(self.loads(round, vehicle)) {
            say(fault);
        }
        for fault in self.company(round) {
            say(fault);
        }
    }

    /// What a halt keeps by itself: place, window, service, traits, when the goods are ready.
    fn halt(&self, round: &Round, vehicle: &Vehicle, halt: &Halt) -> Vec<String> {
        let Some(request) = self.description.requests.get(halt.request) else {
            return vec![format!("halts for request {}, which is not in the list", halt.request)];
        };
        let mut faults = Vec::new();
        if !request.only.is_empty() && !request.only.contains(&vehicle.id) {
            faults.push(format!("takes {}, which is for others", request.id));
        }
        if let Some(need) = request.needs.iter().find(|need| !vehicle.traits.contains(need)) {
            faults.push(format!("takes {} without {need}", request.id));
        }
        let (site, windows, service) = match halt.does {
            Does::PickUp | Does::Deliver => {
                let stop = if halt.does == Does::PickUp { &request.pick_up } else { &request.deliver };
                let Some(Stop { site, windows, service_seconds, late }) = stop else {
                    return vec![format!("halts for {} where it has no place", request.id)];
                };
                let mut windows = windows.clone();
                if let (Some(late), Some(last)) = (late, windows.last_mut()) {
                    last[1] = last[1].saturating_add(late.most_seconds);
                }
                (self.sites.get(site.as_str()), windows, *service_seconds)
            }
            Does::HandOver | Does::TakeOver => {
                let hub = self.description.hubs.iter().find(|hub| {
                    self.sites.get(hub.site.as_str()) == Some(&halt.site)
                        && request.through.contains(&hub.site)
                });
                let Some(hub) = hub else {
                    return vec![format!("hands {} over where it may not", request.id)];
                };
                (self.sites.get(hub.site.as_str()), Vec::new(), hub.service_seconds)
            }
        };
        if site != Some(&halt.site) {
            faults.push(format!("halts for {} at another place", request.id));
        }
        if halt.begins < halt.arrives || halt.leaves != halt.begins + service {
            faults.push(format!("serves {} from {} to {}", request.id, halt.begins, halt.leaves));
        }
        let in_window = |&[from, to]: &[u32; 2]| from <= halt.begins && halt.begins <= to;
        if !windows.is_empty() && !windows.iter().any(in_window) {
            faults.push(format!("is at {} at {}, outside its windows", request.id, halt.begins));
        }
        let loads = if request.pick_up.is_some() { halt.begins } else { round.departs };
        if (halt.does == Does::PickUp || request.pick_up.is_none()) && loads < request.release {
            faults.push(format!("loads {} at {loads}, before it is ready", request.id));
        }
        faults
    }

    /// Ways, breaks and metres between halts.
    fn way(&self, round: &Round, vehicle: &Vehicle) -> Vec<String> {
        let mut faults = Vec::new();
        let Some(profile) =
            self.description.profiles.iter().find(|profile| profile.id == vehicle.profile)
        else {
            return vec!["has no profile".to_owned()];
        };
        let end = self.sites[vehicle.end.as_str()];
        let (mut at, mut free, mut metres, mut driven) = (
            self.sites[vehicle.start.as_str()],
            round.departs,
            0,
            vehicle.rest.map_or(0, |rest| rest.driven_seconds),
        );
        let halts = round.halts.iter().map(|halt| (halt.site, halt.arrives, halt.rests, Some(halt)));
        for (site, arrives, rests, halt) in halts.chain([(end, round.arrives, round.rests, None)]) {
            let seconds = profile.seconds[at][site];
            let rest = vehicle.rest.map_or(0, |rest| rest.seconds * rests);
            if arrives < free + rest + seconds {
                faults.push(format!("is at site {site} at {arrives}, sooner than the way allows"));
            }
            driven += seconds;
            if let Some(rest) = vehicle.rest {
                // Each break comes after as much driving as is allowed, no later.
                driven = driven.saturating_sub(rest.after_driving_seconds * rests);
                if driven > rest.after_driving_seconds {
                    faults.push(format!("drives {driven} seconds without a break"));
                }
            }
            if let Some(halt) = halt {
                if vehicle.rest.is_some_and(|rest| halt.begins.saturating_sub(arrives) >= rest.seconds) {
                    driven = 0;
                }
                free = halt.leaves;
            }
            metres += u64::from(profile.metres[at][site]);
            at = site;
        }
        if metres != round.metres {
            faults.push(format!("drives {metres} metres, not {}", round.metres));
        }
        faults
    }

    fn loads(&self, round: &Round, vehicle: &Vehicle) -> Vec<String> {
        let mut faults = Vec::new();
        let mut most = Vec::new();
        for (dimension, name) in self.description.dimensions.iter().enumerate() {
            let amount = |halt: &Halt| {
                self.description
                    .requests
                    .get(halt.request)
                    .map_or(0, |request| i64::from(request.load[dimension]))
            };
            let brought = |halt: &&Halt| {
                self.description
                    .requests
                    .get(halt.request)
                    .is_some_and(|request| request.pick_up.is_none())
            };
            let mut load: i64 = round.halts.iter().filter(brought).map(amount).sum();
            let mut highest = load;
            for halt in &round.halts {
                let loads = matches!(halt.does, Does::PickUp | Does::TakeOver);
                load += if loads { amount(halt) } else { -amount(halt) };
                highest = highest.max(load);
                if i64::from(halt.load[dimension]) != load {
                    faults.push(format!("has {load} {name} on board, not {}", halt.load[dimension]));
                }
            }
            most.push(highest);
        }
        let fits = |room: &Vec<u32>| most.iter().zip(room).all(|(most, room)| *most <= i64::from(*room));
        if !std::iter::once(&vehicle.capacity).chain(&vehicle.or_capacity).any(fits) {
            faults.push(format!("carries {most:?}, more than fits"));
        }
        faults
    }

    /// Goods that never share a vehicle.
    fn company(&self, round: &Round) -> Vec<String> {
        let goods = |halt: &Halt| self.description.requests.get(halt.request)?.goods.clone();
        let carried: Vec<String> = round.halts.iter().filter_map(goods).collect();
        let together = self.description.incompatible.iter().filter(|[one, other]| {
            carried.contains(one)
                && carried.contains(other)
                && (one != other || carried.iter().filter(|goods| *goods == one).count() > 1)
        });
        together.map(|[one, other]| format!("carries {one} with {other}")).collect()
    }

    /// Each request is done once and whole, or left out; goods are loaded before they are unloaded.
    fn requests(&self, plan: &Plan, found: &mut Vec<String>) {
        let mut halts: HashMap<usize, Vec<(usize, usize, &Halt, &Round)>> = HashMap::new();
        for round in &plan.rounds {
            for (place, halt) in round.halts.iter().enumerate() {
                halts.entry(halt.request).or_default().push((round.vehicle, place, halt, round));
            }
        }
        for (at, request) in self.description.requests.iter().enumerate() {
            let times_out = plan.left_out.iter().filter(|left| left.request == at).count();
            let mut say = |what: &str| found.push(format!("request {}: {what}", request.id));
            match (halts.get(&at), times_out) {
                (None, 1) => {}
                (None, 0) => say("is neither carried nor left out"),
                (_, 2..) => say("is left out twice"),
                (Some(_), 1) => say("is carried and left out"),
                (Some(halts), _) => {
                    for fault in self.carried(request, halts) {
                        say(fault);
                    }
                }
            }
        }
    }

    fn carried(&self, request: &Request, halts: &[(usize, usize, &Halt, &Round)]) -> Vec<&'static str> {
        let mut faults = Vec::new();
        let only = |does: Does| {
            let mut those = halts.iter().filter(move |(_, _, halt, _)| halt.does == does);
            let first = those.next();
            if those.next().is_some() { None } else { first }
        };
        let counts = halts.len();
        let (from, to) = (only(Does::PickUp), only(Does::Deliver));
        let on_board = |loaded: u32, unloaded: u32| {
            request.most_seconds_on_board.is_none_or(|most| unloaded.saturating_sub(loaded) <= most)
        };
        match (&request.pick_up, &request.deliver) {
            (None, _) => match to {
                Some((_, _, halt, round)) if counts == 1 => {
                    if !on_board(round.departs, halt.begins) {
                        faults.push("is on board for too long");
                    }
                }
                _ => faults.push("is not delivered once"),
            },
            (_, None) => match from {
                Some((_, _, halt, round)) if counts == 1 => {
                    if !on_board(halt.leaves, round.arrives) {
                        faults.push("is on board for too long");
                    }
                }
                _ => faults.push("is not picked up once"),
            },
            (Some(_), Some(_)) => match (from, to, only(Does::HandOver), only(Does::TakeOver)) {
                (Some(from), Some(to), None, None) if counts == 2 => {
                    if request.never_direct {
                        faults.push("goes direct, and may not");
                    }
                    faults.extend(leg(from, to));
                    if !on_board(from.2.leaves, to.2.begins) {
                        faults.push("is on board for too long");
                    }
                }
                (Some(from), Some(to), Some(over), Some(on)) if counts == 4 => {
                    faults.extend(leg(from, over));
                    faults.extend(leg(on, to));
                    if !on_board(from.2.leaves, over.2.begins) || !on_board(on.2.leaves, to.2.begins) {
                        faults.push("is on board for too long");
                    }
                    faults.extend(self.handed_over(over.2, on.2));
                }
                _ => faults.push("is not picked up once and delivered once"),
            },
        }
        faults
    }

    fn handed_over(&self, over: &Halt, on: &Halt) -> Option<&'static str> {
        let hub = self
            .description
            .hubs
            .iter()
            .find(|hub| self.sites.get(hub.site.as_str()) == Some(&over.site))?;
        if over.site != on.site {
            return Some("is left at one hub and taken from another");
        }
        if on.begins < over.leaves + hub.handling_seconds {
            return Some("goes on before it is ready at the hub");
        }
        let stored = on.begins - over.leaves - hub.handling_seconds;
        hub.most_seconds_stored
            .is_some_and(|most| stored > most)
            .then_some("stays at the hub for too long")
    }

    fn sums(&self, plan: &Plan, found: &mut Vec<String>) {
        let metres: u64 = plan.rounds.iter().map(|round| round.metres).sum();
        if metres != plan.metres {
            found.push(format!("the rounds have {metres} metres, the plan says {}", plan.metres));
        }
        let left = plan.left_out.iter().filter_map(|left| self.description.requests.get(left.request));
        let mut cents: u64 = left.filter_map(|request| request.penalty_cents).sum();
        for round in &plan.rounds {
            let Some(vehicle) = self.description.vehicles.get(round.vehicle) else { continue };
            let terms = self.terms(round, vehicle);
            let said = &round.terms;
            let said = [
                said.fixed_cents,
                said.kilometres_cents,
                said.hours_cents,
                said.stops_cents,
                said.late_cents,
                said.moved_cents,
                said.evenness_cents,
            ];
            if terms != said {
                found.push(format!("vehicle {} costs {terms:?} cents, not {said:?}", vehicle.id));
            }
            cents += terms.iter().sum::<u64>();
        }
        if cents != plan.cents {
            found.push(format!("the plan costs {cents} cents, and says {}", plan.cents));
        }
    }

    /// Fixed, kilometres, hours, stops, lateness, moved requests, evenness: cents, each rounded to the nearest.
    fn terms(&self, round: &Round, vehicle: &Vehicle) -> [u64; 7] {
        let nearest = |parts: u128, whole: u128| ((2 * parts + whole) / (2 * whole)) as u64;
        let seconds = u128::from(round.arrives.saturating_sub(round.departs));
        let mut at = self.sites[vehicle.start.as_str()];
        let (mut halts, mut late, mut moved) = (0, 0, 0);
        let mut counted = Vec::new();
        for halt in &round.halts {
            halts += u64::from(halt.site != at);
            at = halt.site;
            let Some(request) = self.description.requests.get(halt.request) else { continue };
            let stop = match halt.does {
                Does::PickUp => &request.pick_up,
                Does::Deliver => &request.deliver,
                Does::HandOver | Does::TakeOver => &None,
            };
            if let Some(Stop { windows, late: Some(price), .. }) = stop
                && let Some(last) = windows.last()
            {
                late +=
                    u128::from(halt.begins.saturating_sub(last[1])) * u128::from(price.cents_per_hour);
            }
            if let Some(stays) = &request.stays
                && stays.vehicle != vehicle.id
                && !counted.contains(&halt.request)
            {
                counted.push(halt.request);
                moved += stays.otherwise_cents;
            }
        }
        [
            vehicle.fixed_cents.into(),
            nearest(u128::from(round.metres) * u128::from(vehicle.cents_per_km), 1_000),
            nearest(seconds * u128::from(vehicle.cents_per_hour), 3_600),
            halts * u64::from(vehicle.cents_per_stop),
            nearest(late, 3_600),
            moved,
            nearest(seconds * seconds * u128::from(vehicle.cents_per_hour_squared), 3_600 * 3_600),
        ]
    }

    /// At a hub no more vehicles stand at the same time than there are docks.
    fn docks(&self, plan: &Plan, found: &mut Vec<String>) {
        for hub in &self.description.hubs {
            let Some(docks) = hub.docks else { continue };
            let site = self.sites[hub.site.as_str()];
            // When each vehicle comes to a dock and leaves it: halts one after the other are one visit.
            let mut events: Vec<(u32, i32)> = Vec::new();
            for round in &plan.rounds {
                let mut since: Option<(u32, u32)> = None;
                for halt in &round.halts {
                    let is_here =
                        halt.site == site && matches!(halt.does, Does::HandOver | Does::TakeOver);
                    match (is_here, &mut since) {
                        (true, Some(visit)) => visit.1 = halt.leaves,
                        (true, none) => *none = Some((halt.begins, halt.leaves)),
                        (false, visit) => events.extend(ends(visit.take())),
                    }
                }
                events.extend(ends(since));
            }
            // Who leaves does so before the next comes.
            events.sort_unstable();
            let mut standing = 0;
            for (time, change) in events {
                standing += change;
                if standing > docks.cast_signed() {
                    found.push(format!("more than {docks} vehicles are at hub {} at {time}", hub.site));
                    break;
                }
            }
        }
    }
}

fn ends(visit: Option<(u32, u32)>) -> impl Iterator<Item = (u32, i32)> {
    visit.into_iter().filter(|(from, to)| from < to).flat_map(|(from, to)| [(from, 1), (to, -1)])
}

/// The same vehicle, first the one halt and then the other.
fn leg(
    from: &(usize, usize, &Halt, &Round),
    to: &(usize, usize, &Halt, &Round),
) -> Option<&'static str> {
    if from.0 != to.0 {
        Some("changes vehicles on the way")
    } else if from.1 > to.1 {
        Some("is unloaded before it is loaded")
    } else {
        None
    }
}
