//! From a description to what is searched with: names become places in lists, and every number is looked at.

use std::collections::HashMap;

use crate::description::{Description, Profile, Stop, Vehicle};
use crate::problem::{
    Fault, HORIZON, Leg, Legs, Lorry, MOST_CENTS_PER_HOUR, MOST_CENTS_PER_HOUR_SQUARED,
    MOST_CENTS_PER_KM, MOST_DIMENSIONS, MOST_HUBS, MOST_REQUESTS, MOST_SITES, MOST_VEHICLES, NONE, Node,
    Problem, Role, Task, Through, Way,
};

/// Where each name stands in its list.
pub(crate) struct Layout {
    sites: HashMap<String, u32>,
    vehicles: HashMap<String, u32>,
    profiles: HashMap<String, u32>,
    hubs: HashMap<String, u32>,
    traits: HashMap<String, u32>,
    goods: HashMap<String, u32>,
}

/// The place of each name in its list.
fn places<'a>(
    what: &'static str,
    names: impl Iterator<Item = &'a String>,
) -> Result<HashMap<String, u32>, Fault> {
    let mut places = HashMap::new();
    for (place, name) in (0..).zip(names) {
        if places.insert(name.clone(), place).is_some() {
            return Err(Fault::Twice { what, id: name.clone() });
        }
    }
    Ok(places)
}

fn place(
    places: &HashMap<String, u32>,
    what: &'static str,
    id: &str,
    wher: impl FnOnce() -> String,
) -> Result<u32, Fault> {
    places.get(id).copied().ok_or_else(|| Fault::Unknown { wher: wher(), what, id: id.to_owned() })
}

/// Each name once, in the order of first mention.
fn distinct<'a>(names: impl Iterator<Item = &'a String>) -> HashMap<String, u32> {
    let mut places = HashMap::new();
    for name in names {
        let next = u32::try_from(places.len()).unwrap_or(NONE);
        places.entry(name.clone()).or_insert(next);
    }
    places
}

fn at_most(found: u64, most: u64, wher: impl FnOnce() -> String) -> Result<(), Fault> {
    if found > most { Err(Fault::TooMuch { wher: wher(), found, most }) } else { Ok(()) }
}

/// As the search counts; more than [`HORIZON`] is refused.
fn bounded(value: u32, wher: impl FnOnce() -> String) -> Result<i32, Fault> {
    at_most(value.into(), HORIZON.into(), wher)?;
    Ok(value.cast_signed())
}

impl Layout {
    pub fn of(description: &Description) -> Result<Self, Fault> {
        if description.sites.is_empty() {
            return Err(Fault::Nothing("no site"));
        }
        if description.vehicles.is_empty() {
            return Err(Fault::Nothing("no vehicle"));
        }
        let through =
            description.requests.iter().map(|request| request.through.len()).max().unwrap_or(0);
        let counts = [
            ("dimensions", description.dimensions.len(), MOST_DIMENSIONS),
            ("sites", description.sites.len(), MOST_SITES),
            ("requests", description.requests.len(), MOST_REQUESTS),
            ("vehicles", description.vehicles.len(), MOST_VEHICLES),
            ("hubs of a request", through, MOST_HUBS),
        ];
        for (what, found, most) in counts {
            at_most(found as u64, most as u64, || format!("the number of {what}"))?;
        }
        places("dimension", description.dimensions.iter())?;
        places("request", description.requests.iter().map(|request| &request.id))?;
        let traits = distinct(description.vehicles.iter().flat_map(|vehicle| &vehicle.traits));
        let goods = distinct(description.incompatible.iter().flatten());
        for (found, what) in [(traits.len(), "traits"), (goods.len(), "kinds of incompatible goods")] {
            at_most(found as u64, 63, || format!("the number of {what}"))?;
        }
        Ok(Self {
            sites: places("site", description.sites.iter().map(|site| &site.id))?,
            vehicles: places("vehicle", description.vehicles.iter().map(|vehicle| &vehicle.id))?,
            profiles: places("profile", description.profiles.iter().map(|profile| &profile.id))?,
            hubs: places("hub", description.hubs.iter().map(|hub| &hub.site))?,
            traits,
            goods,
        })
    }

    pub fn build(self, description: Description) -> Result<Problem, Fault> {
        let dimensions = description.dimensions.len();
        let mut apart = vec![0; self.goods.len()];
        for [one, other] in &description.incompatible {
            let (one, other) = (self.goods[one], self.goods[other]);
            apart[one as usize] |= 1 << other;
            apart[other as usize] |= 1 << one;
        }
        let profiles: Result<Vec<Legs>, Fault> =
            description.profiles.iter().map(|profile| legs(profile, description.sites.len())).collect();
        let vehicles: Result<Vec<Lorry>, Fault> =
            description.vehicles.iter().map(|vehicle| self.lorry(vehicle, dimensions)).collect();
        let mut problem = Problem {
            nodes: Vec::new(),
            windows: Vec::new(),
            tasks: Vec::new(),
            profiles: profiles?,
            vehicles: vehicles?,
            apart,
            limits_on_board: description
                .requests
                .iter()
                .any(|request| request.most_seconds_on_board.is_some()),
            description,
        };
        for at in 0..problem.description.requests.len() {
            let task = self.task(&mut problem, at)?;
            problem.tasks.push(task);
        }
        for (at, name) in problem.description.dimensions.iter().enumerate() {
            let whole: i64 = problem.tasks.iter().map(|task| i64::from(task.load[at])).sum();
            at_most(whole.unsigned_abs(), HORIZON.into(), || format!("the sum of all {name}"))?;
        }
        Ok(problem)
    }

    fn lorry(&self, vehicle: &Vehicle, dimensions: usize) -> Result<Lorry, Fault> {
        let called = || format!("vehicle {:?}", vehicle.id);
        let [from, to] = vehicle.shift;
        if from > to {
            return Err(Fault::Window { wher: format!("the shift of {}", called()), from, to });
        }
        let prices = [
            ("price of a kilometre", vehicle.cents_per_km, MOST_CENTS_PER_KM),
            ("price of an hour", vehicle.cents_per_hour, MOST_CENTS_PER_HOUR),
            ("price of an hour, squared,", vehicle.cents_per_hour_squared, MOST_CENTS_PER_HOUR_SQUARED),
        ];
        for (what, found, most) in prices {
            at_most(found.into(), most.into(), || format!("the {what} of {}, in cents,", called()))?;
        }
        Ok(Lorry {
            profile: place(&self.profiles, "profile", &vehicle.profile, called)? as usize,
            start: place(&self.sites, "site", &vehicle.start, called)?,
            end: place(&self.sites, "site", &vehicle.end, called)?,
            from: from.cast_signed(),
            to: bounded(to, || format!("the shift of {}", called()))?,
            layouts: std::iter::once(&vehicle.capacity)
                .chain(&vehicle.or_capacity)
                .map(|room| amounts(room, dimensions, || format!("a capacity of {}", called())))
                .collect::<Result<_, _>>()?,
            traits: vehicle.traits.iter().fold(0, |bits, name| bits | 1 << self.traits[name]),
            most_metres: vehicle.most_metres.map_or(i64::MAX, i64::from),
            most_seconds: match vehicle.most_seconds {
                Some(most) => bounded(most, || format!("the longest round of {}", called()))?,
                None => i32::MAX,
            },
            rest: vehicle.rest,
            fixed_cents: vehicle.fixed_cents,
            cents_per_km: vehicle.cents_per_km,
            cents_per_hour: vehicle.cents_per_hour,
            cents_per_stop: vehicle.cents_per_stop,
            cents_per_hour_squared: vehicle.cents_per_hour_squared,
        })
    }

    fn task(&self, problem: &mut Problem, at: usize) -> Result<Task, Fault> {
        let request = problem.description.requests[at].clone();
        let called = || format!("request {:?}", request.id);
        let dimensions = problem.description.dimensions.len();
        let release = bounded(request.release, || format!("the release of {}", called()))?;
        let mut node = |stop: &Stop, role| self.node(problem, at, stop, role, release, &called);
        let direct = match (&request.pick_up, &request.deliver) {
            (None, None) => return Err(Fault::Nowhere(request.id)),
            (None, Some(stop)) => Leg { first: node(stop, Role::Bring)?, last: NONE },
            (Some(stop), None) => Leg { first: node(stop, Role::Fetch)?, last: NONE },
            (Some(from), Some(to)) => {
                Leg { first: node(from, Role::Pick)?, last: node(to, Role::Drop)? }
            }
        };
        marry(problem, direct);
        if request.never_direct && request.through.is_empty() {
            return Err(Fault::NoWay(request.id));
        }
        let mut through = Vec::new();
        for (at, hub) in request.through.iter().enumerate() {
            if request.through[..at].contains(hub) {
                return Err(Fault::TwiceThrough { request: request.id.clone(), hub: hub.clone() });
            }
            through.push(self.through(problem, direct, hub, &request.id)?);
        }
        // A trait that no vehicle has is not an error of the description: the plan says that nobody can take it.
        let needs = request
            .needs
            .iter()
            .fold(0, |bits, name| bits | 1 << self.traits.get(name).copied().unwrap_or(63));
        Ok(Task {
            direct,
            through,
            never_direct: request.never_direct,
            load: amounts(&request.load, dimensions, || format!("the load of {}", called()))?,
            release,
            needs,
            goods: request
                .goods
                .as_ref()
                .and_then(|goods| self.goods.get(goods))
                .map(|&goods| goods as u8),
            most_on_board: match request.most_seconds_on_board {
                Some(most) => Some(bounded(most, || format!("the time on board of {}", called()))?),
                None => None,
            },
            penalty_cents: request.penalty_cents,
            only: request
                .only
                .iter()
                .map(|id| place(&self.vehicles, "vehicle", id, called))
                .collect::<Result<_, _>>()?,
            stays: match &request.stays {
                Some(stays) => Some((
                    place(&self.vehicles, "vehicle", &stays.vehicle, called)?,
                    stays.otherwise_cents,
                )),
                None => None,
            },
        })
    }

    fn node(
        &self,
        problem: &mut Problem,
        task: usize,
        stop: &Stop,
        role: Role,
        release: i32,
        called: &dyn Fn() -> String,
    ) -> Result<u32, Fault> {
        let first = problem.windows.len();
        let mut before = None;
        for &[from, to] in &stop.windows {
            if from > to || before.is_some_and(|before| from <= before) {
                return Err(Fault::Window { wher: format!("a window of {}", called()), from, to });
            }
            before = Some(to);
            let window = (from.cast_signed(), bounded(to, || format!("a window of {}", called()))?);
            problem.windows.push(window);
        }
        let windows = &problem.windows[first..];
        // Goods that are loaded at the start are waited for there: `Search` sees to that.
        let open = windows.first().map_or(0, |window| window.0);
        let due = windows.last().map_or(HORIZON.cast_signed(), |window| window.1);
        let mut close = due;
        if let (Some(late), Some(last)) = (stop.late, problem.windows[first..].last_mut()) {
            let wher = || format!("the lateness of {}", called());
            at_most(late.cents_per_hour.into(), MOST_CENTS_PER_HOUR.into(), wher)?;
            close = bounded(due.unsigned_abs().saturating_add(late.most_seconds), wher)?;
            last.1 = close;
        }
        let windows = &problem.windows[first..];
        let open = if role == Role::Bring { open } else { open.max(release) };
        problem.nodes.push(Node {
            site: place(&self.sites, "site", &stop.site, called)?,
            task: task as u32,
            role,
            mate: NONE,
            service: bounded(stop.service_seconds, || format!("a service of {}", called()))?,
            open,
            close,
            due,
            late_cents_per_hour: stop.late.map_or(0, |late| late.cents_per_hour),
            windows: (first as u32, windows.len() as u32),
        });
        Ok(problem.nodes.len() as u32 - 1)
    }

    /// The same goods by two vehicles: to the hub with the first, from the hub with the second.
    fn through(
        &self,
        problem: &mut Problem,
        direct: Leg,
        hub: &str,
        request: &str,
    ) -> Result<Through, Fault> {
        let called = || format!("request {request:?}");
        if direct.last == NONE {
            return Err(Fault::HalfWay(request.to_owned()));
        }
        let place_of_hub = place(&self.hubs, "hub", hub, called)? as usize;
        let hub = &problem.description.hubs[place_of_hub];
        let site = place(&self.sites, "site", &hub.site, || format!("hub {:?}", hub.site))?;
        let bounds =
            [hub.service_seconds, hub.handling_seconds, hub.most_seconds_stored.unwrap_or(HORIZON)];
        let [service, handling, most_stored] = bounds.map(|seconds| seconds.min(HORIZON).cast_signed());
        let (first, last) = (problem.nodes[direct.first as usize], problem.nodes[direct.last as usize]);
        let at_hub = Node {
            site,
            service,
            open: 0,
            close: HORIZON.cast_signed(),
            due: HORIZON.cast_signed(),
            late_cents_per_hour: 0,
            windows: (0, 0),
            ..first
        };
        let at = problem.nodes.len() as u32;
        problem.nodes.extend([
            first,
            Node { role: Role::Drop, ..at_hub },
            Node { role: Role::Pick, ..at_hub },
            last,
        ]);
        let (inward, outward) = (Leg { first: at, last: at + 1 }, Leg { first: at + 2, last: at + 3 });
        marry(problem, inward);
        marry(problem, outward);
        Ok(Through { inward, outward, handling, most_stored, hub: place_of_hub })
    }
}

fn marry(problem: &mut Problem, leg: Leg) {
    if leg.last != NONE {
        problem.nodes[leg.first as usize].mate = leg.last;
        problem.nodes[leg.last as usize].mate = leg.first;
    }
}

fn amounts(
    given: &[u32],
    dimensions: usize,
    wher: impl Fn() -> String,
) -> Result<[i32; MOST_DIMENSIONS], Fault> {
    if given.len() != dimensions {
        return Err(Fault::Count {
            wher: wher(),
            found: given.len(),
            asked: dimensions,
            each: "dimension",
        });
    }
    let mut amounts = [0; MOST_DIMENSIONS];
    for (amount, &given) in amounts.iter_mut().zip(given) {
        *amount = bounded(given, &wher)?;
    }
    Ok(amounts)
}

fn legs(profile: &Profile, sites: usize) -> Result<Legs, Fault> {
    let called = |what: &str| format!("the {what} of profile {:?}", profile.id);
    for (what, rows) in [("seconds", &profile.seconds), ("metres", &profile.metres)] {
        let count = |wher, found| Fault::Count { wher, found, asked: sites, each: "site" };
        if rows.len() != sites {
            return Err(count(called(what), rows.len()));
        }
        for (at, row) in rows.iter().enumerate() {
            if row.len() != sites {
                return Err(count(format!("row {} in {}", at + 1, called(what)), row.len()));
            }
            for &value in row {
                bounded(value, || format!("a value in row {} in {}", at + 1, called(what)))?;
            }
        }
    }
    let mut from = Vec::with_capacity(sites * sites);
    for (seconds, metres) in profile.seconds.iter().zip(&profile.metres) {
        from.extend(
            seconds
                .iter()
                .zip(metres)
                .map(|(s, m)| Way { seconds: s.cast_signed(), metres: m.cast_signed() }),
        );
    }
    let into = (0..sites)
        .flat_map(|to| (0..sites).map(move |at| (at, to)))
        .map(|(at, to)| from[at * sites + to]);
    let into: Vec<Way> = into.collect();
    let into = if into == from { Vec::new() } else { into };
    Ok(Legs { sites, from, into, least_detour: least_detour(&profile.metres) })
}

/// More sites than this are not compared with one another.
const MOST_COMPARED: usize = 800;

/// By how much a way through a third place is shorter than the straight one, at most: nothing on a map of shortest ways,
/// less than nothing where the quickest ways were measured.
fn least_detour(metres: &[Vec<u32>]) -> Option<i64> {
    if metres.len() > MOST_COMPARED {
        return None;
    }
    let past = |onward: &Vec<u32>, straight: &Vec<u32>| {
        onward.iter().zip(straight).map(|(on, straight)| on.wrapping_sub(*straight).cast_signed()).min()
    };
    let detours = metres.iter().flat_map(|straight| {
        straight.iter().zip(metres).filter_map(move |(&there, onward)| {
            past(onward, straight).map(|past| i64::from(there) + i64::from(past))
        })
    });
    Some(detours.min().unwrap_or(0))
}
