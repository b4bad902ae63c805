//! Takes up a plan that is there already: all of it that keeps the rules of this problem.

use super::ground::Ground;
use super::state::{Promise, Standing, State};
use crate::plan::{Does, Plan};
use crate::problem::{HORIZON, Leg, NONE, Task};

/// A halt of the plan: of which vehicle, where in its round, from when to when.
#[derive(Clone, Copy)]
struct Known {
    vehicle: u32,
    place: usize,
    does: Does,
    site: u32,
    begins: i32,
    leaves: i32,
}

/// Puts what it can of `plan` into `state`, where all requests are absent.
pub(super) fn resume<const D: usize>(ground: &mut Ground<'_, D>, state: &mut State<D>, plan: &Plan) {
    let problem = ground.problem;
    let mut known: Vec<Vec<Known>> = vec![Vec::new(); problem.tasks.len()];
    for round in plan.rounds.iter().filter(|round| round.vehicle < problem.vehicles.len()) {
        for (place, halt) in round.halts.iter().enumerate() {
            let Some(known) = known.get_mut(halt.request) else { continue };
            known.push(Known {
                vehicle: round.vehicle as u32,
                place,
                does: halt.does,
                site: halt.site as u32,
                begins: halt.begins.min(HORIZON).cast_signed(),
                leaves: halt.leaves.min(HORIZON).cast_signed(),
            });
        }
    }
    let mut rounds: Vec<Vec<(usize, u32)>> = vec![Vec::new(); problem.vehicles.len()];
    for (task, known) in known.iter().enumerate() {
        let asked = &problem.tasks[task];
        let ways = std::iter::once((Standing::Direct, [Some(asked.direct), None])).chain(
            asked.through.iter().zip(0..).map(|(through, hub)| {
                (Standing::Through(hub), [Some(through.inward), Some(through.outward)])
            }),
        );
        for (standing, legs) in ways {
            if asked.never_direct && standing == Standing::Direct {
                continue;
            }
            let Some(nodes) = carried(ground, asked, legs, known) else { continue };
            for (halt, node) in nodes {
                rounds[halt.vehicle as usize].push((halt.place, node));
            }
            if let Standing::Through(hub) = standing {
                promise(ground, state, task, hub, known);
            }
            state.stand(task as u32, standing);
            state.absent.retain(|&absent| absent as usize != task);
            state.cost -= ground.penalties[task];
            break;
        }
    }
    for (tour, halts) in rounds.iter_mut().enumerate() {
        halts.sort_unstable();
        state.rebuild(ground, tour as u32, halts.iter().map(|&(_, node)| node));
    }
    // A round that breaks a rule of this problem begins anew.
    for tour in 0..rounds.len() as u32 {
        while !state.settle(ground, tour) {
            let nodes: Vec<u32> = state.tours[tour as usize].nodes().collect();
            for node in nodes {
                let task = ground.node(node).task;
                if state.standing[task as usize] != Standing::Absent {
                    state.take_out(ground, task);
                }
            }
            state.close_gaps(ground);
        }
    }
}

/// Which halts these legs are; none where the plan does not carry the request so.
fn carried<const D: usize>(
    ground: &Ground<'_, D>,
    asked: &Task,
    legs: [Option<Leg>; 2],
    known: &[Known],
) -> Option<Vec<(Known, u32)>> {
    let mut nodes = Vec::new();
    for leg in legs.into_iter().flatten() {
        let find = |node: u32| {
            let does = does(asked, node);
            let site = ground.node(node).site;
            known.iter().copied().find(|halt| does.contains(&halt.does) && halt.site == site)
        };
        let first = find(leg.first)?;
        if !ground.suits(first.vehicle as usize, leg) {
            return None;
        }
        nodes.push((first, leg.first));
        if leg.last != NONE {
            let last = find(leg.last)?;
            if last.vehicle != first.vehicle || last.place <= first.place {
                return None;
            }
            nodes.push((last, leg.last));
        }
    }
    (nodes.len() == known.len()).then_some(nodes)
}

fn does(asked: &Task, node: u32) -> &'static [Does] {
    let at_hub =
        |at: fn(&crate::problem::Through) -> u32| asked.through.iter().any(|way| at(way) == node);
    if at_hub(|way| way.inward.last) {
        &[Does::HandOver]
    } else if at_hub(|way| way.outward.first) {
        &[Does::TakeOver]
    } else if node == asked.direct.last || at_hub(|way| way.outward.last) {
        &[Does::Deliver]
    } else if asked.direct.last == NONE {
        // On board from the start or until the end.
        &[Does::Deliver, Does::PickUp]
    } else {
        &[Does::PickUp]
    }
}

/// What the plan's own times promise at the hub.
fn promise<const D: usize>(
    ground: &mut Ground<'_, D>,
    state: &mut State<D>,
    task: usize,
    hub: u8,
    known: &[Known],
) {
    let through = ground.problem.tasks[task].through[usize::from(hub)];
    let at = |does: Does| known.iter().find(|halt| halt.does == does).copied();
    let (Some(over), Some(on)) = (at(Does::HandOver), at(Does::TakeOver)) else { return };
    let service = over.leaves - over.begins;
    let by = on.begins - through.handling - service;
    let is_limited = through.most_stored < HORIZON.cast_signed();
    let (since, until) = if is_limited {
        (over.begins, over.leaves + through.handling + through.most_stored)
    } else {
        (0, HORIZON.cast_signed())
    };
    state.promise(ground, Promise { node: through.inward.last, open: since, close: by.max(since) });
    state.promise(ground, Promise { node: through.outward.first, open: on.begins, close: until });
}
