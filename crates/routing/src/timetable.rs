//! When a round halts where: the earliest times that keep every rule, then the start as late as they allow.
//!
//! Windows, the way, time on board and breaks only ever push a time later, so that pushing until nothing moves gives the
//! least times of all; where they are too late, there are none.

use crate::problem::{HORIZON, Node, Problem, Role};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Timetable {
    /// Leaves its start.
    pub departs: i32,
    /// Service begins, for each halt.
    pub begins: Vec<i32>,
    /// How many breaks are taken on the way to each halt, and to the end: each as late as the rule allows.
    pub rests: Vec<u32>,
    /// Is at its end.
    pub arrives: i32,
}

impl Timetable {
    pub fn seconds(&self) -> i32 {
        self.arrives - self.departs
    }
}

/// The timetable of a vehicle that halts at `nodes` in this order, and is away for as short as can be; none where no
/// times keep every rule.
///
/// To leave later shortens waits until a halt would miss a window, and so falls into its next one: the shortest round
/// leaves just before, for one of the windows, or as late as it may at all.
///
/// Where coming late has a price, it is first as little late as can be.
pub(crate) fn of(problem: &Problem, nodes: &[Node], vehicle: usize, halts: &[u32]) -> Option<Timetable> {
    let earliest = pushed(problem, nodes, vehicle, halts, i32::MIN, &[])?;
    if is_plain(problem, nodes, vehicle, halts) {
        return Some(shortest(problem, nodes, vehicle, halts, earliest));
    }
    let last = problem.vehicles[vehicle].to;
    let least_late = lateness(nodes, halts, &earliest);
    let latest = |by: i32, keeps: &dyn Fn(&Timetable) -> bool| {
        let (mut table, mut bounds) = (None, (earliest.departs, by.min(last)));
        while bounds.0 <= bounds.1 {
            let middle = bounds.0 + (bounds.1 - bounds.0) / 2;
            let later = pushed(problem, nodes, vehicle, halts, middle, &[])
                .filter(|later| keeps(later) && lateness(nodes, halts, later) <= least_late);
            match later {
                Some(later) => (table, bounds.0) = (Some(later), middle + 1),
                None => bounds.1 = middle - 1,
            }
        }
        table
    };
    // Who leaves later by more than all waits together is back later.
    let waited = waits(problem, nodes, vehicle, halts, &earliest);
    if waited == 0 {
        return Some(earliest);
    }
    let by = earliest.departs.saturating_add(waited);
    let mut best = latest(by, &|later| later.arrives <= earliest.arrives)?;
    let wait = waits(problem, nodes, vehicle, halts, &best);
    let many = |&halt: &u32| nodes[halt as usize].windows.1 > 1;
    if wait == 0 || problem.vehicles[vehicle].rest.is_none() && !halts.iter().any(many) {
        return Some(best);
    }
    let mut offer = |table: Option<Timetable>| {
        if let Some(table) = table
            && table.seconds() < best.seconds()
        {
            best = table;
        }
    };
    for (place, &halt) in halts.iter().enumerate() {
        let (first, count) = nodes[halt as usize].windows;
        for window in &problem.windows[first as usize..][..count as usize] {
            offer(latest(last, &|later| later.begins[place] <= window.1));
        }
    }
    offer(latest(last, &|_| true));
    Some(best)
}

/// Nothing but windows tells when a halt is made: no break is due, and nothing is on board for a limited time.
fn is_plain(problem: &Problem, nodes: &[Node], vehicle: usize, halts: &[u32]) -> bool {
    let lorry = &problem.vehicles[vehicle];
    let limited =
        |&halt: &u32| problem.tasks[nodes[halt as usize].task as usize].most_on_board.is_some();
    let rests = lorry.rest.is_some_and(|rest| {
        let legs = &problem.profiles[lorry.profile];
        let (mut at, mut driving) = (lorry.start, i64::from(rest.driven_seconds));
        for site in halts.iter().map(|&halt| nodes[halt as usize].site).chain([lorry.end]) {
            driving += i64::from(legs.way(at, site).seconds);
            at = site;
        }
        driving > rest.after_driving_seconds.into()
    });
    !rests && !halts.iter().any(limited)
}

/// The shortest of the plain rounds that are no later, where that costs, than `earliest`.
///
/// As long as a round waits somewhere, who leaves later is back at the same time, until a window is missed: then it is back
/// later by a leap. Each leap is looked at once; a round that waits nowhere cannot be shorter.
fn shortest(
    problem: &Problem,
    nodes: &[Node],
    vehicle: usize,
    halts: &[u32],
    earliest: Timetable,
) -> Timetable {
    let leaves_at = |departs: i32| passed(problem, nodes, vehicle, halts, departs, &[]);
    let least_late = lateness(nodes, halts, &earliest);
    let delayed = |table: Timetable| match leeway(problem, nodes, vehicle, halts, &table) {
        0 => table,
        seconds => leaves_at(table.departs + seconds).unwrap_or(table),
    };
    let mut known = delayed(earliest);
    let mut best = known.clone();
    while waits(problem, nodes, vehicle, halts, &known) > 0 {
        let next = leaves_at(known.departs + 1);
        let Some(next) = next.filter(|next| lateness(nodes, halts, next) <= least_late) else { break };
        known = delayed(next);
        if known.seconds() < best.seconds() {
            best = known.clone();
        }
    }
    best
}

/// By how much a plain round may leave later and be back no later, missing no window and no later where that costs: waits
/// take up what comes later before them.
fn leeway(problem: &Problem, nodes: &[Node], vehicle: usize, halts: &[u32], table: &Timetable) -> i32 {
    let lorry = &problem.vehicles[vehicle];
    let legs = &problem.profiles[lorry.profile];
    let (mut at, mut leaves, mut waited, mut most) = (lorry.start, table.departs, 0, i32::MAX);
    for (&halt, &begins) in halts.iter().zip(&table.begins) {
        let node = &nodes[halt as usize];
        waited += begins - (leaves + legs.way(at, node.site).seconds);
        let closes = problem.window_ends(node, begins);
        let until =
            if node.late_cents_per_hour == 0 { closes } else { closes.min(node.due.max(begins)) };
        most = most.min(waited + until - begins);
        (at, leaves) = (node.site, begins + node.service);
    }
    most.min(waited)
}

/// The same, but every halt as early as can be.
pub(crate) fn earliest(
    problem: &Problem,
    nodes: &[Node],
    vehicle: usize,
    halts: &[u32],
) -> Option<Timetable> {
    pushed(problem, nodes, vehicle, halts, i32::MIN, &[])
}

/// What coming late costs, in cents an hour times seconds.
pub(crate) fn lateness(nodes: &[Node], halts: &[u32], table: &Timetable) -> i64 {
    let late = |(&halt, &begins): (&u32, &i32)| {
        let node = &nodes[halt as usize];
        i64::from(node.late_cents_per_hour) * i64::from((begins - node.due).max(0))
    };
    halts.iter().zip(&table.begins).map(late).sum()
}

/// How much longer a round lasts than its ways and its services.
fn waits(problem: &Problem, nodes: &[Node], vehicle: usize, halts: &[u32], table: &Timetable) -> i32 {
    let lorry = &problem.vehicles[vehicle];
    let legs = &problem.profiles[lorry.profile];
    let (mut at, mut busy) = (lorry.start, 0);
    for &halt in halts {
        let node = &nodes[halt as usize];
        busy += legs.way(at, node.site).seconds + node.service;
        at = node.site;
    }
    table.seconds() - busy - legs.way(at, lorry.end).seconds
}

/// By how many seconds the service at a place may begin later, for all that follows to keep every rule.
pub(crate) fn slack(
    problem: &Problem,
    nodes: &[Node],
    vehicle: usize,
    halts: &[u32],
    table: &Timetable,
    place: usize,
) -> i32 {
    let keeps = |seconds: i32| {
        let mut begins = table.begins.clone();
        begins[place] += seconds;
        pushed(problem, nodes, vehicle, halts, table.departs, &begins)
            .is_some_and(|later| later.begins[place] == begins[place])
    };
    let mut bounds = (0, problem.vehicles[vehicle].to - table.begins[place]);
    while bounds.0 < bounds.1 {
        let middle = bounds.1 - (bounds.1 - bounds.0) / 2;
        if keeps(middle) { bounds.0 = middle } else { bounds.1 = middle - 1 }
    }
    bounds.0
}

/// `at_least`: when each halt begins, or nothing.
fn pushed(
    problem: &Problem,
    nodes: &[Node],
    vehicle: usize,
    halts: &[u32],
    not_before: i32,
    at_least: &[i32],
) -> Option<Timetable> {
    let lorry = &problem.vehicles[vehicle];
    let released = halts
        .iter()
        .map(|&halt| &nodes[halt as usize])
        .filter(|node| node.role == Role::Bring)
        .map(|node| problem.tasks[node.task as usize].release);
    let departs = released.max().unwrap_or(0).max(lorry.from).max(not_before);
    let mut begins = if at_least.is_empty() { vec![i32::MIN; halts.len()] } else { at_least.to_vec() };
    loop {
        let table = passed(problem, nodes, vehicle, halts, departs, &begins)?;
        begins.clone_from(&table.begins);
        let mut moved = false;
        for (place, &halt) in halts.iter().enumerate() {
            let node = &nodes[halt as usize];
            let Some(most) = problem.tasks[node.task as usize].most_on_board else { continue };
            // Who is taken too early waits too long: loading is put off.
            let (loaded, unloads) = match node.role {
                Role::Fetch => (place, table.arrives),
                Role::Pick => match halts.iter().position(|&other| other == node.mate) {
                    Some(dropped) => (place, table.begins[dropped]),
                    None => continue,
                },
                Role::Bring if table.begins[place] - departs > most => {
                    return pushed(problem, nodes, vehicle, halts, table.begins[place] - most, at_least);
                }
                Role::Bring | Role::Drop => continue,
            };
            let least = unloads - most - node.service;
            if begins[loaded] < least {
                begins[loaded] = least;
                moved = true;
            }
        }
        if !moved {
            return Some(table);
        }
    }
}

/// Along the halts once: as early as windows, breaks and `not_before`, a time for each halt or nothing, allow.
fn passed(
    problem: &Problem,
    nodes: &[Node],
    vehicle: usize,
    halts: &[u32],
    departs: i32,
    not_before: &[i32],
) -> Option<Timetable> {
    let lorry = &problem.vehicles[vehicle];
    let legs = &problem.profiles[lorry.profile];
    let (mut begins, mut rests) = (Vec::with_capacity(halts.len()), Vec::with_capacity(halts.len() + 1));
    let already = lorry.rest.map_or(0, |rest| rest.driven_seconds.min(HORIZON).cast_signed());
    let (mut at, mut leaves, mut driven) = (lorry.start, departs, already);
    for place in 0..=halts.len() {
        let node = halts.get(place).map(|&halt| &nodes[halt as usize]);
        let site = node.map_or(lorry.end, |node| node.site);
        let seconds = legs.way(at, site).seconds;
        driven += seconds;
        let mut arrives = leaves + seconds;
        rests.push(0);
        if let Some(rest) = lorry.rest {
            let longest = rest.after_driving_seconds.cast_signed().max(1);
            let taken = (driven - 1).max(0) / longest;
            driven -= taken * longest;
            arrives =
                arrives.saturating_add(taken.saturating_mul(rest.seconds.min(HORIZON).cast_signed()));
            rests[place] = taken.unsigned_abs();
        }
        let Some(node) = node else {
            return (arrives <= lorry.to).then_some(Timetable { departs, begins, rests, arrives });
        };
        let begin =
            problem.opens(node, arrives.max(not_before.get(place).copied().unwrap_or(i32::MIN)))?;
        if lorry.rest.is_some_and(|rest| begin - arrives >= rest.seconds.cast_signed()) {
            driven = 0;
        }
        begins.push(begin);
        leaves = begin + node.service;
        at = site;
    }
    None
}
