//! What is to be driven: rounds with their times, what was left out and why.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::problem::{NONE, Node, Problem, Role};
use crate::search::{self, Found, Why};
use crate::solve::{Progress, Settings};
use crate::timetable::{Sequence, Timetable};

/// Rounds that keep every rule, and the requests that no round takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Plan {
    /// Of the vehicles that leave, in their order.
    pub rounds: Vec<Round>,
    pub left_out: Vec<LeftOut>,
    pub metres: u64,
    /// Of all rounds.
    pub terms: Terms,
    /// The penalties of what was left out.
    pub left_out_cents: u64,
    /// What was to be least: all terms and penalties.
    pub cents: u64,
    pub iterations: u64,
}

/// What a round costs and why, in cents, each rounded to the nearest.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Terms {
    pub fixed_cents: u64,
    pub kilometres_cents: u64,
    pub hours_cents: u64,
    pub stops_cents: u64,
    /// For coming after a window.
    pub late_cents: u64,
    /// For requests that another vehicle was to take; nobody pays it.
    pub moved_cents: u64,
    /// For hours squared; nobody pays it.
    pub evenness_cents: u64,
}

impl Terms {
    /// What is paid for vehicles and drivers.
    pub fn paid_cents(&self) -> u64 {
        self.fixed_cents + self.kilometres_cents + self.hours_cents + self.stops_cents
    }

    fn all_cents(&self) -> u64 {
        self.paid_cents() + self.late_cents + self.moved_cents + self.evenness_cents
    }

    fn add(&mut self, other: &Self) {
        self.fixed_cents += other.fixed_cents;
        self.kilometres_cents += other.kilometres_cents;
        self.hours_cents += other.hours_cents;
        self.stops_cents += other.stops_cents;
        self.late_cents += other.late_cents;
        self.moved_cents += other.moved_cents;
        self.evenness_cents += other.evenness_cents;
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Round {
    /// Its place among the vehicles.
    pub vehicle: usize,
    /// As late as brings it back at the same time.
    pub departs: u32,
    pub arrives: u32,
    pub metres: u64,
    pub halts: Vec<Halt>,
    /// How many breaks are taken on the way back.
    pub rests: u32,
    pub terms: Terms,
}

/// A vehicle halts for a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Halt {
    /// Its place among the requests.
    pub request: usize,
    pub does: Does,
    /// Its place among the sites.
    pub site: usize,
    /// How many breaks are taken on the way there, each as late as the rule allows.
    pub rests: u32,
    pub arrives: u32,
    /// Service begins, and is over.
    pub begins: u32,
    pub leaves: u32,
    /// Service may begin so many seconds later, with all that follows still in time.
    pub slack: u32,
    /// On board when it leaves.
    pub load: Vec<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Does {
    PickUp,
    Deliver,
    /// Leaves the goods at a hub, for another vehicle.
    HandOver,
    /// Takes goods on that another vehicle left at a hub.
    TakeOver,
}

/// A request that no round takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LeftOut {
    /// Its place among the requests.
    pub request: usize,
    pub why: Why,
}

/// The best plan that the budget finds. `tell` is told now and then where the search stands, and ends it with `false`.
pub fn solve(
    problem: &Problem,
    settings: &Settings<'_>,
    tell: &mut dyn FnMut(Progress) -> bool,
) -> Plan {
    plan(problem, &search::search(problem, settings, tell))
}

fn plan(problem: &Problem, found: &Found) -> Plan {
    let mut nodes = problem.nodes.clone();
    for &(node, open, close) in &found.promises {
        (nodes[node as usize].open, nodes[node as usize].close) = (open, close);
    }
    let moving = found.rounds.iter().enumerate().filter(|(_, halts)| !halts.is_empty());
    let rounds: Vec<Round> =
        moving.map(|(vehicle, halts)| round(problem, &nodes, found, vehicle, halts)).collect();
    let penalties =
        found.left_out.iter().filter_map(|(task, _)| problem.tasks[*task as usize].penalty_cents);
    let left_out_cents = penalties.sum();
    let mut terms = Terms::default();
    for round in &rounds {
        terms.add(&round.terms);
    }
    Plan {
        metres: rounds.iter().map(|round| round.metres).sum(),
        terms,
        left_out_cents,
        cents: terms.all_cents() + left_out_cents,
        rounds,
        left_out: found
            .left_out
            .iter()
            .map(|&(task, why)| LeftOut { request: task as usize, why })
            .collect(),
        iterations: found.iterations,
    }
}

fn terms(problem: &Problem, round: &Round, lateness: i64) -> Terms {
    let lorry = &problem.vehicles[round.vehicle];
    let nearest = |amount: u64, parts: u64| (amount + parts / 2) / parts;
    let seconds = u64::from(round.arrives - round.departs);
    let mut sites: Vec<usize> = vec![lorry.start as usize];
    sites.extend(round.halts.iter().map(|halt| halt.site));
    let halts = sites.windows(2).filter(|pair| pair[0] != pair[1]).count() as u64;
    let moved = |halt: &Halt| match problem.tasks[halt.request].stays {
        Some((who, cents)) if who as usize != round.vehicle => cents,
        _ => 0,
    };
    // Each request once in each vehicle: where it is loaded, or delivered if it was loaded at the start.
    let loads = |halt: &&Halt| {
        let brings = problem.description.requests[halt.request].pick_up.is_none();
        brings || matches!(halt.does, Does::PickUp | Does::TakeOver)
    };
    Terms {
        fixed_cents: lorry.fixed_cents.into(),
        kilometres_cents: nearest(round.metres * u64::from(lorry.cents_per_km), 1_000),
        hours_cents: nearest(seconds * u64::from(lorry.cents_per_hour), 3_600),
        stops_cents: halts * u64::from(lorry.cents_per_stop),
        late_cents: nearest(lateness.unsigned_abs(), 3_600),
        moved_cents: round.halts.iter().filter(loads).map(moved).sum(),
        evenness_cents: nearest(seconds * seconds * u64::from(lorry.cents_per_hour_squared), 12_960_000),
    }
}

fn round(problem: &Problem, nodes: &[Node], found: &Found, vehicle: usize, halts: &[u32]) -> Round {
    let sequence = Sequence { problem, nodes, vehicle, halts };
    let table = sequence.timetable().expect("the search keeps what has a timetable");
    let mut round = timed(&sequence, &table, found);
    for (place, halt) in round.halts.iter_mut().enumerate() {
        halt.slack = sequence.slack(&table, place).unsigned_abs();
    }
    round
}

/// A round but for the slack of its halts.
fn timed(sequence: &Sequence<'_>, table: &Timetable, found: &Found) -> Round {
    let &Sequence { problem, nodes, vehicle, halts } = sequence;
    let lorry = &problem.vehicles[vehicle];
    let legs = &problem.profiles[lorry.profile];
    let dimensions = problem.description.dimensions.len();
    let mut load = vec![0; dimensions];
    for &halt in halts {
        let node = &nodes[halt as usize];
        if node.role == Role::Bring {
            change(&mut load, &problem.tasks[node.task as usize].load, 1);
        }
    }
    let (mut at, mut left, mut metres) = (lorry.start, table.departs, 0);
    let mut listed = Vec::with_capacity(halts.len());
    for (place, &halt) in halts.iter().enumerate() {
        let node = &nodes[halt as usize];
        let way = legs.way(at, node.site);
        let rest = lorry.rest.map_or(0, |rest| rest.seconds * table.rests[place]);
        let arrives = left + rest.cast_signed() + way.seconds;
        left = table.begins[place] + node.service;
        let sign = if matches!(node.role, Role::Pick | Role::Fetch) { 1 } else { -1 };
        change(&mut load, &problem.tasks[node.task as usize].load, sign);
        listed.push(Halt {
            request: node.task as usize,
            does: does(problem, found, halt),
            site: node.site as usize,
            rests: table.rests[place],
            arrives: arrives.unsigned_abs(),
            begins: table.begins[place].unsigned_abs(),
            leaves: left.unsigned_abs(),
            slack: 0,
            load: load.iter().map(|load| load.unsigned_abs()).collect(),
        });
        metres += u64::from(way.metres.unsigned_abs());
        at = node.site;
    }
    metres += u64::from(legs.way(at, lorry.end).metres.unsigned_abs());
    let mut round = Round {
        vehicle,
        departs: table.departs.unsigned_abs(),
        arrives: table.arrives.unsigned_abs(),
        metres,
        halts: listed,
        rests: table.rests[halts.len()],
        terms: Terms::default(),
    };
    round.terms = terms(problem, &round, sequence.lateness(table));
    round
}

fn change(load: &mut [i32], amount: &[i32], sign: i32) {
    for (load, amount) in load.iter_mut().zip(amount) {
        *load += sign * amount;
    }
}

fn does(problem: &Problem, found: &Found, halt: u32) -> Does {
    let node = &problem.nodes[halt as usize];
    let hub = found.through[node.task as usize];
    let through = hub.map(|hub| &problem.tasks[node.task as usize].through[usize::from(hub)]);
    match (node.role, through) {
        (_, Some(through)) if halt == through.inward.last => Does::HandOver,
        (_, Some(through)) if halt == through.outward.first => Does::TakeOver,
        (Role::Pick | Role::Fetch, _) => Does::PickUp,
        (Role::Drop | Role::Bring, _) => Does::Deliver,
    }
}

/// What one vehicle is to do: requests and what is done for each, in this order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    pub vehicle: usize,
    pub halts: Vec<(usize, Does)>,
}

/// The plan of given courses, none of which hands anything over: when each halt is made, and what it costs. Requests that
/// no course names are left out.
///
/// # Errors
/// The first course that cannot be driven: a halt that its request does not have, or times that no window allows. Loads
/// and traits are for [`check`](crate::check::check) to see.
pub fn drive(problem: &Problem, courses: &[Course]) -> Result<Plan, Course> {
    let mut found = Found::nothing(problem);
    for course in courses {
        let nodes = halts_of(problem, course).filter(|nodes| {
            let vehicle = course.vehicle;
            Sequence { problem, nodes: &problem.nodes, vehicle, halts: nodes }.timetable().is_some()
        });
        found.rounds[course.vehicle] = nodes.ok_or_else(|| course.clone())?;
    }
    let carried: Vec<usize> =
        courses.iter().flat_map(|course| &course.halts).map(|halt| halt.0).collect();
    let left = (0..problem.tasks.len()).filter(|task| !carried.contains(task));
    found.left_out = left.map(|task| (task as u32, Why::NotYetPlaced)).collect();
    Ok(plan(problem, &found))
}

/// One course alone, as [`drive`] has it: for weighing many against one another. The slack of its halts, which takes
/// longest to find, is left at 0. None where it cannot be driven.
pub fn weigh(problem: &Problem, course: &Course) -> Option<Round> {
    let nodes = halts_of(problem, course)?;
    let vehicle = course.vehicle;
    let sequence = Sequence { problem, nodes: &problem.nodes, vehicle, halts: &nodes };
    let table = sequence.timetable()?;
    Some(timed(&sequence, &table, &Found::nothing(problem)))
}

/// The halts of a course as the search knows them; none where its vehicle or one of them is unknown.
fn halts_of(problem: &Problem, course: &Course) -> Option<Vec<u32>> {
    let node = |&(request, does): &(usize, Does)| {
        let leg = problem.tasks.get(request)?.direct;
        let picks = problem.description.requests[request].pick_up.is_some();
        match does {
            Does::PickUp => picks.then_some(leg.first),
            Does::Deliver if picks => (leg.last != NONE).then_some(leg.last),
            Does::Deliver => Some(leg.first),
            Does::HandOver | Does::TakeOver => None,
        }
    };
    let nodes = course.halts.iter().map(node).collect();
    if course.vehicle < problem.vehicles.len() { nodes } else { None }
}
