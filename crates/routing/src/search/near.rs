//! Which requests are near one another, in place and in time: a request belongs with those, and is not asked for elsewhere
//! while one of their rounds will have it.
//!
//! # Source
//! Vidal, Crainic, Gendreau, Prins, *A hybrid genetic algorithm with adaptive diversity management for a large class of
//! vehicle routing problems with time-windows* (2013), section 4.4: a wait counts a fifth of a way, lateness as much.

use super::ground::Ground;
use crate::problem::{Legs, NONE, Node};

/// As many neighbours of each.
const MOST: usize = 48;
/// Of fewer requests all are near.
const FEW: usize = 128;

/// Of each request its neighbours, the nearest first; none where there are few requests, or hubs to go through.
pub(crate) fn near<const D: usize>(ground: &Ground<'_, D>) -> Vec<Vec<u32>> {
    let tasks = &ground.problem.tasks;
    if tasks.len() < FEW || tasks.iter().any(|task| !task.through.is_empty()) {
        return Vec::new();
    }
    let legs = ground.legs(0);
    let pace = legs.metres_a_second();
    let halts: Vec<Vec<&Node>> = tasks
        .iter()
        .map(|task| {
            let both = [task.direct.first, task.direct.last];
            both.into_iter().filter(|&node| node != NONE).map(|node| ground.node(node)).collect()
        })
        .collect();
    let apart = |one: usize, other: usize| {
        let pairs = halts[one].iter().flat_map(|one| halts[other].iter().map(move |other| (one, other)));
        pairs.map(|(one, other)| span(legs, pace, one, other).min(span(legs, pace, other, one))).min()
    };
    (0..tasks.len())
        .map(|one| {
            let mut others: Vec<(Option<i64>, u32)> = (0..tasks.len())
                .filter(|&other| other != one)
                .map(|other| (apart(one, other), other as u32))
                .collect();
            others.select_nth_unstable(MOST - 1);
            others.truncate(MOST);
            others.sort_unstable();
            others.into_iter().map(|(_, other)| other).collect()
        })
        .collect()
}

/// The way from a halt to a halt, in metres, with what is waited or too late.
fn span(legs: &Legs, pace: f64, from: &Node, to: &Node) -> i64 {
    let way = legs.way(from.site, to.site);
    let gone = from.service.saturating_add(way.seconds);
    let waits = to.open.saturating_sub(from.close.saturating_add(gone)).max(0);
    let late = from.open.saturating_add(gone).saturating_sub(to.close).max(0);
    let seconds = 0.2 * f64::from(waits) + f64::from(late);
    i64::from(way.metres) + (pace * seconds) as i64
}
