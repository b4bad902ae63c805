//! When a round halts where: the earliest times that keep every rule, then the start as late as they allow.
//!
//! Windows, the way, time on board and breaks only ever push a time later, so that pushing until nothing moves gives the
//! least times of all; where they are too late, there are none.

use crate::problem::{Node, Problem, Role};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Timetable {
    /// Leaves its start.
    pub departs: i32,
    /// Service begins, for each halt.
    pub begins: Vec<i32>,
    /// Whether a break is taken before the way to each halt, and to the end.
    pub rests: Vec<bool>,
    /// Is at its end.
    pub arrives: i32,
}

impl Timetable {
    pub fn seconds(&self) -> i32 {
        self.arrives - self.departs
    }
}

/// The timetable of a vehicle that halts at `nodes` in this order; none where no times keep every rule.
pub(crate) fn of(problem: &Problem, nodes: &[Node], vehicle: usize, halts: &[u32]) -> Option<Timetable> {
    let earliest = pushed(problem, nodes, vehicle, halts, i32::MIN)?;
    // Waiting at the start costs nothing: as late as brings it back at the same time.
    let mut departs = (earliest.departs, earliest.arrives);
    let mut table = earliest;
    while departs.0 < departs.1 {
        let middle = departs.0 + (departs.1 - departs.0 + 1) / 2;
        match pushed(problem, nodes, vehicle, halts, middle) {
            Some(later) if later.arrives <= table.arrives => {
                departs.0 = middle;
                table = later;
            }
            _ => departs.1 = middle - 1,
        }
    }
    Some(table)
}

fn pushed(
    problem: &Problem,
    nodes: &[Node],
    vehicle: usize,
    halts: &[u32],
    not_before: i32,
) -> Option<Timetable> {
    let lorry = &problem.vehicles[vehicle];
    let released = halts
        .iter()
        .map(|&halt| &nodes[halt as usize])
        .filter(|node| node.role == Role::Bring)
        .map(|node| problem.tasks[node.task as usize].release);
    let departs = released.max().unwrap_or(0).max(lorry.from).max(not_before);
    let mut begins = vec![i32::MIN; halts.len()];
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
                    return pushed(problem, nodes, vehicle, halts, table.begins[place] - most);
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

/// Along the halts once: as early as windows, breaks and `not_before`, a time for each halt, allow.
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
    let (mut at, mut leaves, mut driven) = (lorry.start, departs, 0);
    for place in 0..=halts.len() {
        let node = halts.get(place).map(|&halt| &nodes[halt as usize]);
        let site = node.map_or(lorry.end, |node| node.site);
        let seconds = legs.way(at, site).seconds;
        let longest = lorry.rest.map_or(i32::MAX, |rest| rest.after_driving_seconds.cast_signed());
        if seconds > longest {
            return None;
        }
        rests.push(driven + seconds > longest);
        if let Some(rest) = lorry.rest
            && rests[place]
        {
            leaves += rest.seconds.cast_signed();
            driven = 0;
        }
        driven += seconds;
        let arrives = leaves + seconds;
        let Some(node) = node else {
            return (arrives <= lorry.to).then_some(Timetable { departs, begins, rests, arrives });
        };
        let begin = problem.opens(node, arrives.max(not_before[place]))?;
        if lorry.rest.is_some_and(|rest| begin - arrives >= rest.seconds.cast_signed()) {
            driven = 0;
        }
        begins.push(begin);
        leaves = begin + node.service;
        at = site;
    }
    None
}
