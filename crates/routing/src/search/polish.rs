//! Exchanges stretches of rounds around the requests that were put in: what taking out and putting in one by one seldom
//! finds where rounds are long.
//!
//! Every exchange is of one form: a stretch of one round changes places with a stretch of another. Either may be empty (its
//! halts move), or reach to the end (the rounds cross). Only what makes the way shorter is tried, and a round that is tried
//! is reckoned whole, by every rule.
//!
//! # Source
//! Taillard, Badeau, Gendreau, Guertin, Potvin, *A tabu search heuristic for the vehicle routing problem with soft time
//! windows* (1997): cross exchange; Toth & Vigo, *The granular tabu search* (2003): only towards neighbours.

use super::ground::Ground;
use super::state::{Standing, State};
use super::tour::{Halt, Tour};
use crate::problem::{NONE, Role};

/// Neighbours that an exchange may bring together.
const NEAR: usize = 16;
/// Stretches that are exchanged: of the one round, of the other.
const LENGTHS: [(usize, usize); 8] = [(0, 1), (0, 2), (0, 3), (1, 1), (1, 2), (2, 1), (2, 2), (3, 3)];

pub(crate) struct Polish<const D: usize> {
    one: Tour<D>,
    other: Tour<D>,
    /// When each node was last seen in a round that is looked at.
    seen: Vec<u64>,
    look: u64,
}

/// Stretches `one.1..one.2` of tour `one.0` and `other.1..other.2` of tour `other.0`, counted with the start.
#[derive(Debug, Clone, Copy)]
struct Exchange {
    one: (u32, usize, usize),
    other: (u32, usize, usize),
}

impl<const D: usize> Polish<D> {
    pub fn new(ground: &Ground<'_, D>) -> Self {
        Self { one: ground.empty(0), other: ground.empty(0), seen: vec![0; ground.nodes.len()], look: 0 }
    }

    /// Exchanges as long as that is better, around the halts of these requests.
    pub fn run(
        &mut self,
        ground: &Ground<'_, D>,
        state: &mut State<D>,
        near: &[Vec<u32>],
        tasks: &[u32],
    ) {
        for &task in tasks {
            let Standing::Direct = state.standing[task as usize] else { continue };
            let leg = ground.problem.tasks[task as usize].direct;
            for node in [leg.first, leg.last] {
                while node != NONE && self.around(ground, state, &near[node as usize], node) {}
            }
        }
    }

    /// Whether something was exchanged.
    fn around(&mut self, ground: &Ground<'_, D>, state: &mut State<D>, near: &[u32], node: u32) -> bool {
        let place = state.places[node as usize];
        let (tour, at) = (place.tour, place.at as usize);
        let halts = &state.tours[tour as usize].halts;
        let legs = ground.legs(tour as usize);
        let site = halts[at].site;
        let (behind, before) = (halts[at + 1].metres, halts[at].metres);
        for &other in near.iter().take(NEAR) {
            let asked = ground.node(other);
            if state.standing[asked.task as usize] != Standing::Direct || other == node {
                continue;
            }
            let (to, back) = (legs.way(site, asked.site).metres, legs.way(asked.site, site).metres);
            if to >= behind && back >= before {
                continue;
            }
            let there = state.places[other as usize];
            let exchanged = if there.tour == tour {
                to < behind && self.within(ground, state, tour, at, there.at as usize)
                    || back < before && self.within(ground, state, tour, there.at as usize, at)
            } else {
                to < behind && self.join(ground, state, (tour, at), (there.tour, there.at as usize))
                    || back < before
                        && self.join(ground, state, (there.tour, there.at as usize), (tour, at))
            };
            if exchanged {
                return true;
            }
        }
        false
    }

    /// Some exchange after which the halt at `to` follows the halt at `from`, in different tours.
    fn join(
        &mut self,
        ground: &Ground<'_, D>,
        state: &mut State<D>,
        from: (u32, usize),
        to: (u32, usize),
    ) -> bool {
        let halts = [&state.tours[from.0 as usize].halts, &state.tours[to.0 as usize].halts];
        let ends = halts.map(|halts| halts.len() - 1);
        let (first, next) = (&halts[0][from.1], &halts[1][to.1]);
        let seconds = ground.legs(from.0 as usize).way(first.site, next.site).seconds;
        // Where the one follows the other too late, whatever goes before, nothing else needs to be asked.
        let follows = first.leave + seconds <= next.late;
        let opens = ground.node(first.node).open + (first.leave - first.early);
        let can_follow = opens + seconds <= next.late;
        let mut offer = |first: (usize, usize), last: (usize, usize)| {
            let exchange = Exchange { one: (from.0, first.0, first.1), other: (to.0, last.0, last.1) };
            first.1 <= ends[0] && last.1 <= ends[1] && self.exchange(ground, state, exchange)
        };
        // What follows `from` makes room for what begins with `to`.
        for (out, come) in LENGTHS.into_iter().filter(|_| follows) {
            if offer((from.1 + 1, from.1 + 1 + out), (to.1, to.1 + come)) {
                return true;
            }
        }
        // What ends with `from` goes before `to`, in exchange for what was there.
        for (come, out) in LENGTHS.into_iter().filter(|_| can_follow) {
            if from.1 >= out && to.1 > come && offer((from.1 + 1 - out, from.1 + 1), (to.1 - come, to.1))
            {
                return true;
            }
        }
        follows && offer((from.1 + 1, ends[0]), (to.1, ends[1]))
    }

    /// Some move within a tour after which the halt at `to` follows the halt at `from`.
    fn within(
        &mut self,
        ground: &Ground<'_, D>,
        state: &mut State<D>,
        tour: u32,
        from: usize,
        to: usize,
    ) -> bool {
        let end = state.tours[tour as usize].halts.len() - 1;
        for length in 1..=3 {
            // What begins with `to` goes behind `from`; what ends with `from` goes before `to`.
            let moves = [(to, to + length, from + 1), ((from + 1).saturating_sub(length), from + 1, to)];
            for (first, last, place) in moves {
                let apart = place < first || place > last;
                if first >= 1
                    && last <= end
                    && apart
                    && self.shift(ground, state, tour, (first, last), place)
                {
                    return true;
                }
            }
        }
        false
    }

    /// Moves the stretch to before the halt at `place`, if that is better.
    fn shift(
        &mut self,
        ground: &Ground<'_, D>,
        state: &mut State<D>,
        tour: u32,
        (first, last): (usize, usize),
        place: usize,
    ) -> bool {
        let legs = ground.legs(tour as usize);
        let halts = &state.tours[tour as usize].halts;
        let metres = |a: &Halt<D>, b: &Halt<D>| i64::from(legs.way(a.site, b.site).metres);
        let saved = i64::from(halts[first].metres)
            + i64::from(halts[last].metres)
            + i64::from(halts[place].metres);
        let longer = metres(&halts[first - 1], &halts[last])
            + metres(&halts[place - 1], &halts[first])
            + metres(&halts[last - 1], &halts[place]);
        if longer >= saved {
            return false;
        }
        let tried = &mut self.one;
        tried.vehicle = tour as usize;
        tried.halts.clear();
        if place < first {
            tried.halts.extend_from_slice(&halts[..place]);
            tried.halts.extend_from_slice(&halts[first..last]);
            tried.halts.extend_from_slice(&halts[place..first]);
            tried.halts.extend_from_slice(&halts[last..]);
        } else {
            tried.halts.extend_from_slice(&halts[..first]);
            tried.halts.extend_from_slice(&halts[last..place]);
            tried.halts.extend_from_slice(&halts[first..last]);
            tried.halts.extend_from_slice(&halts[place..]);
        }
        if !self.pairs_are_whole(ground, true)
            || !ground.reckon(&mut self.one)
            || self.one.cost >= state.tours[tour as usize].cost
        {
            return false;
        }
        state.replace(tour, &mut self.one);
        true
    }

    /// Makes the exchange, if that is better.
    fn exchange(&mut self, ground: &Ground<'_, D>, state: &mut State<D>, exchange: Exchange) -> bool {
        let Exchange { one, other } = exchange;
        let (a, b) = (&state.tours[one.0 as usize].halts, &state.tours[other.0 as usize].halts);
        let legs = ground.legs(one.0 as usize);
        let (saved, longer) = (
            edges(a, one.1, one.2) + edges(b, other.1, other.2),
            joined(legs, a, (one.1, one.2), b, (other.1, other.2))
                + joined(legs, b, (other.1, other.2), a, (one.1, one.2)),
        );
        if longer >= saved
            || !comes_in_time(legs, a, (one.1, one.2), b, (other.1, other.2))
            || !comes_in_time(legs, b, (other.1, other.2), a, (one.1, one.2))
        {
            return false;
        }
        fill(&mut self.one, one.0, a, (one.1, one.2), &b[other.1..other.2]);
        fill(&mut self.other, other.0, b, (other.1, other.2), &a[one.1..one.2]);
        let before = state.tours[one.0 as usize].cost + state.tours[other.0 as usize].cost;
        let suit = self.suits(ground, exchange);
        if !suit
            || !self.pairs_are_whole(ground, false)
            || !ground.reckon(&mut self.one)
            || !ground.reckon(&mut self.other)
            || self.one.cost + self.other.cost >= before
        {
            return false;
        }
        state.replace(one.0, &mut self.one);
        state.replace(other.0, &mut self.other);
        true
    }

    /// Whether each vehicle may take what comes to it.
    fn suits(&self, ground: &Ground<'_, D>, Exchange { one, other }: Exchange) -> bool {
        if ground.kinds[one.0 as usize] == ground.kinds[other.0 as usize] {
            return true;
        }
        let may = |tour: &Tour<D>| {
            tour.nodes().all(|node| {
                let task = ground.node(node).task;
                ground.suits(tour.vehicle, ground.problem.tasks[task as usize].direct)
            })
        };
        may(&self.one) && may(&self.other)
    }

    /// Goods are loaded before they are unloaded, by the same vehicle.
    fn pairs_are_whole(&mut self, ground: &Ground<'_, D>, only_one: bool) -> bool {
        if !ground.pairs {
            return true;
        }
        for tour in [&self.one, &self.other].into_iter().take(if only_one { 1 } else { 2 }) {
            self.look += 1;
            let mut open = 0_i64;
            for node in tour.nodes() {
                let halt = ground.node(node);
                match halt.role {
                    Role::Pick => {
                        self.seen[node as usize] = self.look;
                        open += 1;
                    }
                    Role::Drop if self.seen[halt.mate as usize] == self.look => open -= 1,
                    Role::Drop => return false,
                    Role::Bring | Role::Fetch => {}
                }
            }
            if open != 0 {
                return false;
            }
        }
        true
    }
}

/// The ways into a stretch and out of it.
fn edges<const D: usize>(halts: &[Halt<D>], from: usize, to: usize) -> i64 {
    let into = i64::from(halts[from].metres);
    // A round that crosses keeps the way to its end, whichever it is.
    if to > from { into + i64::from(halts[to].metres) } else { into }
}

/// The ways that take the place of those: into the other's stretch and out of it.
fn joined<const D: usize>(
    legs: &crate::problem::Legs,
    halts: &[Halt<D>],
    gap: (usize, usize),
    others: &[Halt<D>],
    stretch: (usize, usize),
) -> i64 {
    let way = |a: &Halt<D>, b: &Halt<D>| i64::from(legs.way(a.site, b.site).metres);
    let (before, after) = (&halts[gap.0 - 1], &halts[gap.1]);
    if stretch.0 == stretch.1 {
        return way(before, after);
    }
    way(before, &others[stretch.0]) + way(&others[stretch.1 - 1], after)
}

/// Whether the other's stretch can begin in time here, as far as a look at its two ends tells.
fn comes_in_time<const D: usize>(
    legs: &crate::problem::Legs,
    halts: &[Halt<D>],
    gap: (usize, usize),
    others: &[Halt<D>],
    stretch: (usize, usize),
) -> bool {
    let (before, after) = (&halts[gap.0 - 1], &halts[gap.1]);
    let is_tail = stretch.1 + 1 == others.len();
    if stretch.0 == stretch.1 {
        return before.leave + legs.way(before.site, after.site).seconds <= after.late;
    }
    let first = &others[stretch.0];
    let comes = before.leave + legs.way(before.site, first.site).seconds;
    if is_tail {
        return comes <= first.late;
    }
    // At least as long as its ways and services take.
    let last = &others[stretch.1 - 1];
    let least = (last.leave - first.early).min(services(others, stretch));
    comes + least + legs.way(last.site, after.site).seconds <= after.late
}

fn services<const D: usize>(halts: &[Halt<D>], (from, to): (usize, usize)) -> i32 {
    halts[from..to].iter().map(|halt| halt.leave - halt.early).sum::<i32>()
        + halts[from + 1..to].iter().map(|halt| halt.seconds).sum::<i32>()
}

fn fill<const D: usize>(
    tour: &mut Tour<D>,
    vehicle: u32,
    halts: &[Halt<D>],
    gap: (usize, usize),
    stretch: &[Halt<D>],
) {
    tour.vehicle = vehicle as usize;
    tour.halts.clear();
    tour.halts.extend_from_slice(&halts[..gap.0]);
    tour.halts.extend_from_slice(stretch);
    tour.halts.extend_from_slice(&halts[gap.1..]);
}
