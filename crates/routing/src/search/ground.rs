//! What the search asks of a problem: prices by objective, loads in as many numbers as there are.

use crate::problem::{HORIZON, Leg, Legs, Lorry, Node, Problem};
use crate::solve::Objective;

/// What leaving out a request costs where nothing else is said: more than any round.
pub(crate) const DEAR: i64 = 1 << 48;

/// Of one vehicle, in the objective's unit of cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Price {
    pub fixed: i64,
    pub metre: i64,
    pub second: i64,
    pub halt: i64,
}

pub(crate) struct Ground<'p, const D: usize> {
    pub problem: &'p Problem,
    /// Those of the problem, but what is handed over at a hub has windows that the search decides.
    pub nodes: Vec<Node>,
    /// Of each request: its first halt, if it goes direct.
    pub firsts: Vec<u32>,
    pub prices: Vec<Price>,
    pub loads: Vec<[i32; D]>,
    pub capacities: Vec<[i32; D]>,
    pub penalties: Vec<i64>,
    /// Vehicles that nothing tells apart have the same kind: of those that stand still, one is looked at.
    pub kinds: Vec<u32>,
    /// Rules that only a whole timetable can judge.
    pub exact: bool,
    /// Hours cost, or are limited.
    pub timed: bool,
    pub many_windows: bool,
    /// Some goods come only after a vehicle could have left.
    pub released: bool,
    /// Some goods may not travel with others.
    pub apart: bool,
}

fn first<const D: usize>(amounts: &[i32]) -> [i32; D] {
    std::array::from_fn(|at| amounts[at])
}

impl<'p, const D: usize> Ground<'p, D> {
    pub fn new(problem: &'p Problem, objective: Objective) -> Self {
        let mut kinds: Vec<u32> = Vec::with_capacity(problem.vehicles.len());
        for (at, vehicle) in problem.vehicles.iter().enumerate() {
            let twin = problem.vehicles[..at].iter().position(|other| other == vehicle);
            kinds.push(twin.map_or(at as u32, |twin| kinds[twin]));
        }
        let timed = problem.vehicles.iter().any(|v| v.cents_per_hour > 0)
            && objective == Objective::Cost
            || problem.vehicles.iter().any(|v| v.most_seconds < i32::MAX);
        let many_windows = problem.nodes.iter().any(|node| node.windows.1 > 1);
        Self {
            problem,
            nodes: problem.nodes.clone(),
            firsts: problem.tasks.iter().map(|task| task.direct.first).collect(),
            prices: problem.vehicles.iter().map(|vehicle| objective.price(vehicle)).collect(),
            loads: problem.tasks.iter().map(|task| first(&task.load)).collect(),
            capacities: problem.vehicles.iter().map(|vehicle| first(&vehicle.capacity)).collect(),
            penalties: problem.tasks.iter().map(|task| objective.penalty(task.penalty_cents)).collect(),
            kinds,
            exact: problem.tasks.iter().any(|task| task.most_on_board.is_some())
                || problem.vehicles.iter().any(|vehicle| vehicle.rest.is_some())
                || timed && many_windows,
            timed,
            many_windows,
            released: problem.tasks.iter().any(|task| task.release > 0),
            apart: !problem.apart.is_empty(),
        }
    }

    pub fn node(&self, node: u32) -> &Node {
        &self.nodes[node as usize]
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
        let fits =
            self.loads[task].iter().zip(&self.capacities[vehicle]).all(|(load, room)| load <= room);
        fits && self.problem.tasks[task].needs & !self.lorry(vehicle).traits == 0
    }
}

impl Objective {
    pub(crate) fn price(self, vehicle: &Lorry) -> Price {
        match self {
            Self::Distance | Self::VehiclesFirst => Price { fixed: 0, metre: 1, second: 0, halt: 0 },
            // In 18,000ths of a cent, so that cents per kilometre and cents per hour are whole numbers.
            Self::Cost => Price {
                fixed: i64::from(vehicle.fixed_cents) * 18_000,
                metre: i64::from(vehicle.cents_per_km) * 18,
                second: i64::from(vehicle.cents_per_hour) * 5,
                halt: i64::from(vehicle.cents_per_stop) * 18_000,
            },
        }
    }

    fn penalty(self, cents: Option<u64>) -> i64 {
        match (self, cents) {
            (Self::Cost, Some(cents)) => {
                i64::try_from(cents).unwrap_or(DEAR).saturating_mul(18_000).min(DEAR)
            }
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
