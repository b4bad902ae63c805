//! What the search asks of a problem: prices by objective, loads in as many numbers as there are.

use crate::problem::{HORIZON, Leg, Legs, Lorry, MOST_DIMENSIONS, NONE, Node, Problem};
use crate::solve::Objective;
use crate::timetable::Sequence;

/// What leaving out a request costs where nothing else is said: more than any round.
pub(crate) const DEAR: i64 = 1 << 48;

/// Of one vehicle, in the objective's unit of cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Price {
    pub fixed: i64,
    pub metre: i64,
    pub second: i64,
    pub halt: i64,
    /// For a squared hour.
    pub squared_hour: i64,
}

impl Price {
    /// What being away for so long costs.
    pub fn of_seconds(&self, seconds: i32) -> i64 {
        const SQUARED: i128 = 3_600 * 3_600;
        let seconds = i64::from(seconds);
        let straight = self.second * seconds;
        if self.squared_hour == 0 {
            return straight;
        }
        let squared = i128::from(self.squared_hour) * i128::from(seconds * seconds) / SQUARED;
        straight + squared as i64
    }
}

pub(crate) struct Ground<'p, const D: usize> {
    pub problem: &'p Problem,
    /// Those of the problem, but what is handed over at a hub has windows that the search decides.
    pub nodes: Vec<Node>,
    /// Of each request: its first halt, if it goes direct.
    pub firsts: Vec<u32>,
    pub prices: Vec<Price>,
    pub loads: Vec<[i32; D]>,
    /// Of each vehicle, what fits at most; where it can be fitted out in several ways, the most of each.
    pub capacities: Vec<[i32; D]>,
    /// Its ways to be fitted out, where there are several.
    pub layouts: Vec<Vec<[i32; D]>>,
    /// Who was to take each request, and what it costs to move it; nothing where none was promised.
    pub stays: Vec<Option<(u32, i64)>>,
    pub penalties: Vec<i64>,
    /// Vehicles that nothing tells apart have the same kind: of those that stand still, one is looked at.
    pub kinds: Vec<u32>,
    /// Of each node: whether only a whole timetable can judge the rounds that halt there.
    exact: Vec<bool>,
    /// Hours cost, or are limited.
    pub timed: bool,
    pub many_windows: bool,
    /// Some goods come only after a vehicle could have left.
    pub released: bool,
    /// Some goods may not travel with others.
    pub apart: bool,
    /// Some goods are loaded on the way and unloaded on it.
    pub pairs: bool,
    /// To come late costs.
    pub late: bool,
    /// Of each node: the hub where goods change vehicles; nothing where no hub has a limited number of docks.
    hubs: Vec<Option<usize>>,
}

fn first<const D: usize>(amounts: &[i32]) -> [i32; D] {
    std::array::from_fn(|at| amounts[at])
}

impl<'p, const D: usize> Ground<'p, D> {
    pub fn new(problem: &'p Problem, objective: Objective) -> Self {
        let named = named(problem);
        let mut kinds: Vec<u32> = Vec::with_capacity(problem.vehicles.len());
        for (at, vehicle) in problem.vehicles.iter().enumerate() {
            let twin = problem.vehicles[..at]
                .iter()
                .zip(&named)
                .position(|(other, &is_named)| other == vehicle && !is_named && !named[at]);
            kinds.push(twin.map_or(at as u32, |twin| kinds[twin]));
        }
        let is_cost = objective == Objective::Cost;
        let hours_cost = |lorry: &Lorry| lorry.cents_per_hour > 0 || lorry.cents_per_hour_squared > 0;
        let timed = problem.vehicles.iter().any(hours_cost) && is_cost
            || problem.vehicles.iter().any(|v| v.most_seconds < i32::MAX);
        let late = is_cost && problem.nodes.iter().any(|node| node.late_cents_per_hour > 0);
        let moves_cost = is_cost && problem.tasks.iter().any(|task| task.stays.is_some());
        let many_windows = problem.nodes.iter().any(|node| node.windows.1 > 1);
        Self {
            problem,
            nodes: problem.nodes.clone(),
            firsts: problem.tasks.iter().map(|task| task.direct.first).collect(),
            prices: problem.vehicles.iter().map(|vehicle| objective.price(vehicle)).collect(),
            loads: problem.tasks.iter().map(|task| first(&task.load)).collect(),
            capacities: problem.vehicles.iter().map(|vehicle| roomiest(&vehicle.layouts)).collect(),
            layouts: problem.vehicles.iter().map(layouts).collect(),
            stays: if moves_cost {
                problem
                    .tasks
                    .iter()
                    .map(|task| task.stays.map(|(who, cents)| (who, parts(cents))))
                    .collect()
            } else {
                Vec::new()
            },
            penalties: problem.tasks.iter().map(|task| objective.penalty(task.penalty_cents)).collect(),
            kinds,
            exact: problem
                .nodes
                .iter()
                .map(|node| {
                    problem.tasks[node.task as usize].most_on_board.is_some()
                        || timed && node.windows.1 > 1
                        || late && node.late_cents_per_hour > 0
                })
                .collect(),
            timed,
            many_windows,
            released: problem.tasks.iter().any(|task| task.release > 0),
            apart: !problem.apart.is_empty(),
            pairs: problem.tasks.iter().any(|task| task.direct.last != NONE),
            late,
            hubs: hubs(problem),
        }
    }

    pub fn node(&self, node: u32) -> &Node {
        &self.nodes[node as usize]
    }

    /// Whether only a whole timetable can judge a round that halts here.
    pub fn is_exact(&self, node: u32) -> bool {
        node != NONE && self.exact[node as usize]
    }

    /// Whether who drives for so long has to take a break.
    pub fn rests(&self, vehicle: usize, driving: i32) -> bool {
        let rest = self.lorry(vehicle).rest;
        rest.is_some_and(|rest| {
            let most = rest.after_driving_seconds.cast_signed();
            driving.saturating_add(rest.driven_seconds.cast_signed()) > most
        })
    }

    pub fn docks_are_limited(&self) -> bool {
        !self.hubs.is_empty()
    }

    /// The hub where this node is, if goods change vehicles there.
    pub fn hub(&self, node: u32) -> Option<usize> {
        self.hubs.get(node as usize).copied().flatten()
    }

    pub fn sequence<'a>(&'a self, nodes: &'a [Node], vehicle: usize, halts: &'a [u32]) -> Sequence<'a> {
        Sequence { problem: self.problem, nodes, vehicle, halts }
    }

    pub fn legs(&self, vehicle: usize) -> &Legs {
        &self.problem.profiles[self.problem.vehicles[vehicle].profile]
    }

    pub fn lorry(&self, vehicle: usize) -> &Lorry {
        &self.problem.vehicles[vehicle]
    }

    /// Whether this vehicle could take it at all.
    pub fn suits(&self, vehicle: usize, leg: Leg) -> bool {
        let task = self.node(leg.first).task as usize;
        let asked = &self.problem.tasks[task];
        (asked.only.is_empty() || asked.only.contains(&(vehicle as u32)))
            && asked.needs & !self.lorry(vehicle).traits == 0
            && self.fits_out(vehicle, &self.loads[task])
    }

    /// Whether so much at most, in each dimension, fits in one of the vehicle's layouts.
    pub fn fits_out(&self, vehicle: usize, most: &[i32; D]) -> bool {
        let fits = |room: &[i32; D]| most.iter().zip(room).all(|(load, room)| load <= room);
        fits(&self.capacities[vehicle])
            && (self.layouts[vehicle].is_empty() || self.layouts[vehicle].iter().any(fits))
    }

    /// What it costs that this vehicle takes a request, because another was to.
    pub fn moved(&self, task: u32, vehicle: usize) -> i64 {
        match self.stays.get(task as usize) {
            Some(&Some((who, cost))) if who as usize != vehicle => cost,
            _ => 0,
        }
    }
}

fn hubs(problem: &Problem) -> Vec<Option<usize>> {
    if problem.description.hubs.iter().all(|hub| hub.docks.is_none()) {
        return Vec::new();
    }
    let mut hubs = vec![None; problem.nodes.len()];
    for through in problem.tasks.iter().flat_map(|task| &task.through) {
        hubs[through.inward.last as usize] = Some(through.hub);
        hubs[through.outward.first as usize] = Some(through.hub);
    }
    hubs
}

/// Vehicles that some request names are not as good as another.
fn named(problem: &Problem) -> Vec<bool> {
    let mut named = vec![false; problem.vehicles.len()];
    for task in &problem.tasks {
        for &vehicle in task.only.iter().chain(task.stays.as_ref().map(|(vehicle, _)| vehicle)) {
            named[vehicle as usize] = true;
        }
    }
    named
}

fn roomiest<const D: usize>(layouts: &[[i32; MOST_DIMENSIONS]]) -> [i32; D] {
    std::array::from_fn(|at| layouts.iter().map(|room| room[at]).max().unwrap_or(0))
}

fn layouts<const D: usize>(vehicle: &Lorry) -> Vec<[i32; D]> {
    let several = vehicle.layouts.len() > 1;
    vehicle.layouts.iter().filter(|_| several).map(|room| first(room)).collect()
}

/// A price in cents, in 18,000ths of one.
fn parts(cents: u64) -> i64 {
    i64::try_from(cents).unwrap_or(DEAR).saturating_mul(18_000).min(DEAR)
}

impl Objective {
    pub(crate) fn price(self, vehicle: &Lorry) -> Price {
        match self {
            Self::Distance | Self::VehiclesFirst => {
                Price { fixed: 0, metre: 1, second: 0, halt: 0, squared_hour: 0 }
            }
            // In 18,000ths of a cent, so that cents per kilometre and cents per hour are whole numbers.
            Self::Cost => Price {
                fixed: i64::from(vehicle.fixed_cents) * 18_000,
                metre: i64::from(vehicle.cents_per_km) * 18,
                second: i64::from(vehicle.cents_per_hour) * 5,
                halt: i64::from(vehicle.cents_per_stop) * 18_000,
                squared_hour: i64::from(vehicle.cents_per_hour_squared) * 18_000,
            },
        }
    }

    fn penalty(self, cents: Option<u64>) -> i64 {
        match (self, cents) {
            (Self::Cost, Some(cents)) => parts(cents),
            _ => DEAR,
        }
    }
}

/// A stretch of a round: how long it lasts at least, and when it may begin so that it lasts no longer.
///
/// # Source
/// Vidal, Crainic, Gendreau, Prins, *A hybrid genetic algorithm with adaptive diversity management for a large class
/// of vehicle routing problems with time-windows* (2013), section 4.2, for stretches that are feasible.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Span {
    pub length: i32,
    pub early: i32,
    pub late: i32,
}

impl Span {
    pub fn of(node: &Node) -> Self {
        Self { length: node.service, early: node.open, late: node.close }
    }

    /// This stretch, the way, that stretch; none where the second cannot be reached in time.
    pub fn then(self, seconds: i32, next: Self) -> Option<Self> {
        let gone = self.length.saturating_add(seconds);
        if self.early.saturating_add(gone) > next.late {
            return None;
        }
        let waits = next.early.saturating_sub(gone).saturating_sub(self.late).max(0);
        let late = self.late.min(next.late.saturating_sub(gone));
        let early = self.early.max(next.early.saturating_sub(gone)).saturating_sub(waits);
        let length = gone.saturating_add(next.length).saturating_add(waits);
        Some(Self { length, early: early.max(-(HORIZON.cast_signed())), late })
    }
}
