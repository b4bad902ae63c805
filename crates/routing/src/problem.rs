//! The description, checked once and laid out for the search: whole numbers in flat tables.

use std::collections::HashMap;

use crate::description::{Description, Profile, Rest, Stop};

/// Dimensions of load at most.
pub const MOST_DIMENSIONS: usize = 8;
/// A week in seconds, and a little: every time of a plan lies before.
pub const HORIZON: u32 = 1 << 29;
/// So many can be planned with: all sums stay within whole numbers of 64 bits.
pub const MOST_SITES: usize = 5_000;
pub const MOST_REQUESTS: usize = 10_000;
pub const MOST_VEHICLES: usize = 5_000;
pub const MOST_HUBS: usize = 16;
/// A hundred euro a kilometre, ten thousand an hour.
const MOST_CENTS_PER_KM: u32 = 10_000;
const MOST_CENTS_PER_HOUR: u32 = 1_000_000;
/// No node.
pub(crate) const NONE: u32 = u32::MAX;

/// Why a description cannot be planned: what is wrong, where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("{what} {id:?} is given twice: give each its own name")]
    Twice { what: &'static str, id: String },
    #[error("{wher} names {what} {id:?}, which is not in the list: add it there, or correct the name")]
    Unknown { wher: String, what: &'static str, id: String },
    #[error("{wher} has {found} numbers where {asked} are needed, one for each {each}")]
    Count { wher: String, found: usize, asked: usize, each: &'static str },
    #[error(
        "{wher}: {from} is after {to}; write the earlier time first, and windows in order and apart"
    )]
    Window { wher: String, from: u32, to: u32 },
    #[error("{wher} is {found}, more than {most}, the most that can be planned with")]
    TooMuch { wher: String, found: u64, most: u64 },
    #[error("request {0:?} has neither a place to pick up nor one to deliver: give at least one")]
    Nowhere(String),
    #[error("request {0:?} goes through a hub, and so needs a place to pick up and one to deliver")]
    HalfWay(String),
    #[error("request {request:?} goes through {hub:?} twice: name each hub once")]
    TwiceThrough { request: String, hub: String },
    #[error("there is {0}: a plan needs at least one")]
    Nothing(&'static str),
}

/// A checked description. It does not change.
#[derive(Debug, Clone)]
pub struct Problem {
    pub(crate) description: Description,
    pub(crate) nodes: Vec<Node>,
    pub(crate) windows: Vec<(i32, i32)>,
    pub(crate) tasks: Vec<Task>,
    pub(crate) vehicles: Vec<Lorry>,
    pub(crate) profiles: Vec<Legs>,
    /// Of each kind of goods: those that it may not travel with, as bits.
    pub(crate) apart: Vec<u64>,
}

/// A halt that may be made: for loading, for unloading.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Node {
    pub site: u32,
    pub task: u32,
    pub role: Role,
    /// The other halt of the same leg.
    pub mate: u32,
    pub service: i32,
    /// The first window's beginning, the last one's end.
    pub open: i32,
    pub close: i32,
    /// Into `windows`; at most one where `open` and `close` say it all.
    pub windows: (u32, u32),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// On board from the vehicle's start.
    Bring,
    /// On board until the vehicle's end.
    Fetch,
    Pick,
    Drop,
}

/// What one vehicle does for a request: one halt, or two in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Leg {
    pub first: u32,
    pub last: u32,
}

/// A way through a hub.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Through {
    pub inward: Leg,
    pub outward: Leg,
    pub handling: i32,
    pub most_stored: i32,
}

#[derive(Debug, Clone)]
pub(crate) struct Task {
    pub direct: Leg,
    pub through: Vec<Through>,
    pub load: [i32; MOST_DIMENSIONS],
    /// Goods that are on board from the start keep the vehicle there until then.
    pub release: i32,
    pub needs: u64,
    /// Into `apart`.
    pub goods: Option<u8>,
    pub most_on_board: Option<i32>,
    pub penalty_cents: Option<u64>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lorry {
    pub profile: usize,
    pub start: u32,
    pub end: u32,
    pub from: i32,
    pub to: i32,
    pub capacity: [i32; MOST_DIMENSIONS],
    pub traits: u64,
    pub most_metres: i64,
    pub most_seconds: i32,
    pub rest: Option<Rest>,
    pub fixed_cents: u32,
    pub cents_per_km: u32,
    pub cents_per_hour: u32,
    pub cents_per_stop: u32,
}

/// From a site to a site.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Way {
    pub seconds: i32,
    pub metres: i32,
}

/// All ways of a kind of vehicle, by where they begin and, a second time, by where they end: a search asks for
/// many of the same row, and a row lies together.
#[derive(Debug, Clone)]
pub(crate) struct Legs {
    sites: usize,
    from: Vec<Way>,
    into: Vec<Way>,
}

impl Legs {
    pub fn way(&self, from: u32, to: u32) -> Way {
        self.from[from as usize * self.sites + to as usize]
    }

    /// On the average way.
    pub fn metres_a_second(&self) -> f64 {
        let sum = |of: fn(&Way) -> i32| self.from.iter().map(|way| i64::from(of(way))).sum::<i64>() as f64;
        sum(|way| way.metres) / sum(|way| way.seconds).max(1.0)
    }

    pub fn ways_from(&self, site: u32) -> &[Way] {
        &self.from[site as usize * self.sites..][..self.sites]
    }

    pub fn ways_into(&self, site: u32) -> &[Way] {
        &self.into[site as usize * self.sites..][..self.sites]
    }
}

impl Problem {
    /// Checks `description`. Nothing of it is kept where something is wrong.
    ///
    /// # Errors
    /// The first [`Fault`] found, in the order of the description's fields.
    pub fn new(description: Description) -> Result<Self, Fault> {
        Layout::of(&description)?.build(description)
    }

    /// What was checked.
    pub fn description(&self) -> &Description {
        &self.description
    }

    /// The earliest time from `at` that service may begin; none where the last window is over.
    pub(crate) fn opens(&self, node: &Node, at: i32) -> Option<i32> {
        if node.windows.1 <= 1 {
            return (at <= node.close).then_some(at.max(node.open));
        }
        let (first, count) = node.windows;
        let windows = &self.windows[first as usize..][..count as usize];
        let at = at.max(node.open);
        windows.iter().find(|window| at <= window.1).map(|window| at.max(window.0))
    }

    /// The latest time up to `at` that service may begin; none before the first window.
    pub(crate) fn closes(&self, node: &Node, at: i32) -> Option<i32> {
        if node.windows.1 <= 1 {
            return (at >= node.open).then_some(at.min(node.close));
        }
        let (first, count) = node.windows;
        let windows = &self.windows[first as usize..][..count as usize];
        windows.iter().rev().find(|window| at >= window.0).map(|window| at.min(window.1))
    }
}

/// Where each name stands in its list.
struct Layout {
    sites: HashMap<String, u32>,
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
    fn of(description: &Description) -> Result<Self, Fault> {
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
        places("vehicle", description.vehicles.iter().map(|vehicle| &vehicle.id))?;
        let traits = distinct(description.vehicles.iter().flat_map(|vehicle| &vehicle.traits));
        let goods = distinct(description.incompatible.iter().flatten());
        for (found, what) in [(traits.len(), "traits"), (goods.len(), "kinds of incompatible goods")] {
            at_most(found as u64, 63, || format!("the number of {what}"))?;
        }
        Ok(Self {
            sites: places("site", description.sites.iter().map(|site| &site.id))?,
            profiles: places("profile", description.profiles.iter().map(|profile| &profile.id))?,
            hubs: places("hub", description.hubs.iter().map(|hub| &hub.site))?,
            traits,
            goods,
        })
    }

    fn build(self, description: Description) -> Result<Problem, Fault> {
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

    fn lorry(&self, vehicle: &crate::description::Vehicle, dimensions: usize) -> Result<Lorry, Fault> {
        let called = || format!("vehicle {:?}", vehicle.id);
        let [from, to] = vehicle.shift;
        if from > to {
            return Err(Fault::Window { wher: format!("the shift of {}", called()), from, to });
        }
        let prices = [
            ("price of a kilometre", vehicle.cents_per_km, MOST_CENTS_PER_KM),
            ("price of an hour", vehicle.cents_per_hour, MOST_CENTS_PER_HOUR),
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
            capacity: amounts(&vehicle.capacity, dimensions, || {
                format!("the capacity of {}", called())
            })?,
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
        let close = windows.last().map_or(HORIZON.cast_signed(), |window| window.1);
        let open = if role == Role::Bring { open } else { open.max(release) };
        problem.nodes.push(Node {
            site: place(&self.sites, "site", &stop.site, called)?,
            task: task as u32,
            role,
            mate: NONE,
            service: bounded(stop.service_seconds, || format!("a service of {}", called()))?,
            open,
            close,
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
        let hub = &problem.description.hubs[place(&self.hubs, "hub", hub, called)? as usize];
        let site = place(&self.sites, "site", &hub.site, || format!("hub {:?}", hub.site))?;
        let bounds =
            [hub.service_seconds, hub.handling_seconds, hub.most_seconds_stored.unwrap_or(HORIZON)];
        let [service, handling, most_stored] = bounds.map(|seconds| seconds.min(HORIZON).cast_signed());
        let (first, last) = (problem.nodes[direct.first as usize], problem.nodes[direct.last as usize]);
        let at_hub =
            Node { site, service, open: 0, close: HORIZON.cast_signed(), windows: (0, 0), ..first };
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
        Ok(Through { inward, outward, handling, most_stored })
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
    let into = into.collect();
    Ok(Legs { sites, from, into })
}
