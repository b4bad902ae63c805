//! Who stands at which dock when: a hub serves so many vehicles at a time, and who comes later waits.
//!
//! The visit that can begin first has the first dock that is free. Waiting pushes what follows in that round, so each visit
//! is looked at when all before it are settled.

use super::ground::Ground;
use super::state::State;
use crate::problem::Node;
use crate::timetable::Timetable;

/// Halts at a hub one after the other: places in the round, both included.
struct Visit {
    hub: usize,
    first: usize,
    last: usize,
}

struct Round {
    vehicle: usize,
    halts: Vec<u32>,
    visits: std::vec::IntoIter<Visit>,
    next: Option<Visit>,
    table: Timetable,
}

/// When each visit to a hub with limited docks begins: its first node, and the time; none where somebody would come too late.
pub(crate) fn assign<const D: usize>(
    ground: &Ground<'_, D>,
    state: &State<D>,
) -> Option<Vec<(u32, i32)>> {
    let mut nodes = ground.nodes.clone();
    let mut rounds = Vec::new();
    for tour in state.tours.iter().filter(|tour| tour.nodes().any(|node| ground.hub(node).is_some())) {
        let halts: Vec<u32> = tour.nodes().collect();
        let mut visits = visits(ground, &halts).into_iter();
        let table = ground.sequence(&nodes, tour.vehicle, &halts).earliest()?;
        rounds.push(Round { vehicle: tour.vehicle, next: visits.next(), halts, visits, table });
    }
    let hubs = &ground.problem.description.hubs;
    let mut free: Vec<Vec<i32>> =
        hubs.iter().map(|hub| vec![0; hub.docks.unwrap_or(0).min(MOST) as usize]).collect();
    let mut begins = Vec::new();
    while let Some(at) = first(&rounds) {
        let round = &mut rounds[at];
        let visit = round.next.take()?;
        round.next = round.visits.next();
        let dock = free[visit.hub].iter_mut().min()?;
        let begin = round.table.begins[visit.first].max(*dock);
        let node = &mut nodes[round.halts[visit.first] as usize];
        if begin > node.close {
            return None;
        }
        (node.open, node.close) = (begin, begin);
        if begin > round.table.begins[visit.first] {
            round.table = ground.sequence(&nodes, round.vehicle, &round.halts).earliest()?;
        }
        *dock = ends(&nodes, round, &visit);
        begins.push((round.halts[visit.first], begin));
    }
    Some(begins)
}

/// More docks than this are as good as any number.
const MOST: u32 = 256;

/// The round whose next visit can begin first.
fn first(rounds: &[Round]) -> Option<usize> {
    let waiting = rounds.iter().enumerate().filter_map(|(at, round)| {
        round.next.as_ref().map(|visit| (round.table.begins[visit.first], at))
    });
    waiting.min().map(|(_, at)| at)
}

fn ends(nodes: &[Node], round: &Round, visit: &Visit) -> i32 {
    round.table.begins[visit.last] + nodes[round.halts[visit.last] as usize].service
}

fn visits<const D: usize>(ground: &Ground<'_, D>, halts: &[u32]) -> Vec<Visit> {
    let mut visits: Vec<Visit> = Vec::new();
    for (place, &halt) in halts.iter().enumerate() {
        let Some(hub) = ground.hub(halt) else { continue };
        match visits.last_mut() {
            Some(visit) if visit.hub == hub && visit.last + 1 == place => visit.last = place,
            _ => visits.push(Visit { hub, first: place, last: place }),
        }
    }
    visits.retain(|visit| ground.problem.description.hubs[visit.hub].docks.is_some());
    visits
}
