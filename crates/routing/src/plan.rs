//! What is to be driven.

use crate::problem::Problem;
use crate::search;
use crate::solve::{Progress, Settings};

/// Rounds, by vehicle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Of each vehicle: its requests' halts, as (request, whether it is unloaded there).
    pub rounds: Vec<Vec<(usize, bool)>>,
    pub left_out: Vec<usize>,
    pub metres: u64,
    pub cost: i64,
    pub iterations: u64,
}

/// The best plan that the budget finds. `tell` is told now and then where the search stands, and ends it with `false`.
pub fn solve(problem: &Problem, settings: &Settings<'_>, tell: &mut dyn FnMut(Progress) -> bool) -> Plan {
    let found = search::search(problem, settings, tell);
    let mut metres = 0;
    for (vehicle, nodes) in found.rounds.iter().enumerate() {
        if nodes.is_empty() {
            continue;
        }
        let lorry = &problem.vehicles[vehicle];
        let legs = &problem.profiles[lorry.profile];
        let mut at = lorry.start;
        for &node in nodes {
            let site = problem.nodes[node as usize].site;
            metres += legs.way(at, site).metres as u64;
            at = site;
        }
        metres += legs.way(at, lorry.end).metres as u64;
    }
    let halt = |&node: &u32| {
        let node = &problem.nodes[node as usize];
        (node.task as usize, matches!(node.role, crate::problem::Role::Drop | crate::problem::Role::Bring))
    };
    Plan {
        rounds: found.rounds.iter().map(|nodes| nodes.iter().map(halt).collect()).collect(),
        left_out: found.absent.iter().map(|&task| task as usize).collect(),
        metres,
        cost: found.cost,
        iterations: found.iterations,
    }
}
