//! The one question: may this go there, at what price? Every rule is asked here and nowhere else.

use super::ground::{Ground, Span};
use super::tour::{Halt, Tour, fits};
use crate::problem::{Leg, NONE, Node, Role, Way};

/// No price.
pub(crate) const NOWHERE: i64 = i64::MAX;

/// Where a leg may go in a tour: its first halt after the halt at `first`, its last after that at `last`, both places
/// counted before the insertion; and what it adds to the cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spot {
    pub cost: i64,
    pub first: u16,
    pub last: u16,
}

/// The best spot, and the best after it for when one looks away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Best {
    pub one: Spot,
    pub two: Spot,
}

impl Spot {
    pub const NONE: Self = Self { cost: NOWHERE, first: 0, last: 0 };
}

impl Best {
    pub const NONE: Self = Self { one: Spot::NONE, two: Spot::NONE };

    fn offer(&mut self, spot: Spot) {
        if spot.cost < self.one.cost {
            self.two = self.one;
            self.one = spot;
        } else if spot.cost < self.two.cost {
            self.two = spot;
        }
    }
}

/// A halt that asks to be let in, with its ways.
struct Guest<'a> {
    node: &'a Node,
    into: &'a [Way],
    from: &'a [Way],
}

impl<'p, const D: usize> Ground<'p, D> {
    /// The best spots of a leg in a tour, among those that keep every rule.
    ///
    /// Costs a look at each pair of places that times and loads allow: linear for one halt, at worst quadratic for two.
    pub fn best<const TIMED: bool>(&self, tour: &Tour<D>, leg: Leg) -> Best {
        let first = self.node(leg.first);
        let task = &self.problem.tasks[first.task as usize];
        if let Some(kind) = task.goods
            && self.problem.apart[usize::from(kind)] & tour.goods != 0
        {
            return Best::NONE;
        }
        let released = if first.role == Role::Bring { task.release } else { 0 };
        if released > tour.halts[0].late {
            return Best::NONE;
        }
        let mut best = Best::NONE;
        if leg.last == NONE {
            self.single::<TIMED>(tour, leg, &mut best);
        } else {
            self.pair::<TIMED>(tour, leg, &mut best);
        }
        best
    }

    fn guest(&self, tour: &Tour<D>, node: u32) -> Guest<'_> {
        let legs = self.legs(tour.vehicle);
        let node = self.node(node);
        Guest { node, into: legs.ways_into(node.site), from: legs.ways_from(node.site) }
    }

    /// What the longer way costs, and if the vehicle stood still so far, that it leaves at all.
    fn price<const TIMED: bool>(&self, tour: &Tour<D>, metres: i64, length: i32, halts: i64) -> Option<i64> {
        let price = self.prices[tour.vehicle];
        let lorry = self.lorry(tour.vehicle);
        let (leaves, metres) = if tour.stands_still() {
            (price.fixed, metres + i64::from(tour.halts[1].metres))
        } else {
            (0, metres)
        };
        if tour.metres + metres > lorry.most_metres || TIMED && length > lorry.most_seconds {
            return None;
        }
        let longer = if TIMED {
            let before = if tour.stands_still() { 0 } else { tour.halts[0].tail.length };
            price.second * i64::from(length - before)
        } else {
            0
        };
        Some(leaves + price.metre * metres + longer + price.halt * halts)
    }

    /// A spot that passed the quick questions; where only a timetable can judge, it is asked.
    fn offer(&self, best: &mut Best, tour: &Tour<D>, leg: Leg, spot: Spot) {
        if !self.exact {
            best.offer(spot);
        } else if spot.cost < best.two.cost {
            let mut tried = tour.clone();
            self.put(&mut tried, leg, spot.first.into(), spot.last.into());
            if self.reckon(&mut tried) {
                best.offer(Spot { cost: tried.cost - tour.cost, ..spot });
            }
        }
    }

    fn single<const TIMED: bool>(&self, tour: &Tour<D>, leg: Leg, best: &mut Best) {
        let guest = self.guest(tour, leg.first);
        let node = guest.node;
        let amount = &self.loads[node.task as usize];
        let room = &self.capacities[tour.vehicle];
        let brings = node.role == Role::Bring;
        let released = if brings { self.problem.tasks[node.task as usize].release } else { 0 };
        let halts = &tour.halts[..];
        // Whatever the place, all that is brought is on board at the start, and all that is fetched at the end.
        let at_one_end = if brings { &halts[0].load } else { &halts[halts.len() - 1].load };
        if !fits(at_one_end, amount, room) {
            return;
        }
        let waits = released > halts[0].leave;
        // Later places: before these, the guest would make those that follow late.
        let lower = halts[1..].partition_point(|next| next.late < node.open + node.service);
        let mut pushed = halts[0].leave.max(released);
        for at in 0..halts.len() - 1 {
            let (a, b) = (&halts[at], &halts[at + 1]);
            if waits && at > 0 {
                // The start waits for the goods: all before the guest is later than it was.
                pushed = (pushed + a.seconds).max(a.early) + (a.leave - a.early);
            }
            let leaves = if waits { pushed } else { a.leave };
            if leaves > node.close {
                break;
            }
            if at < lower {
                continue;
            }
            let (into, from) = (guest.into[a.site as usize], guest.from[b.site as usize]);
            let metres = i64::from(into.metres) + i64::from(from.metres) - i64::from(b.metres);
            if !TIMED && metres * self.prices[tour.vehicle].metre >= best.two.cost {
                continue;
            }
            let Some(begins) = self.begins(node, leaves + into.seconds) else { continue };
            if begins + node.service + from.seconds > b.late {
                continue;
            }
            if !fits(if brings { &a.before } else { &a.after }, amount, room) {
                if brings {
                    break;
                }
                continue;
            }
            let length = if TIMED {
                let whole = a.head.then(into.seconds, Span::of(node));
                match whole.and_then(|head| head.then(from.seconds, b.tail)) {
                    Some(whole) => whole.length,
                    None => continue,
                }
            } else {
                0
            };
            let more = i64::from(a.site != node.site && b.site != node.site);
            if let Some(cost) = self.price::<TIMED>(tour, metres, length, more) {
                self.offer(best, tour, leg, Spot { cost, first: at as u16, last: at as u16 });
            }
        }
    }

    fn begins(&self, node: &Node, arrives: i32) -> Option<i32> {
        self.problem.opens(node, arrives)
    }

    fn pair<const TIMED: bool>(&self, tour: &Tour<D>, leg: Leg, best: &mut Best) {
        let (pick, drop) = (self.guest(tour, leg.first), self.guest(tour, leg.last));
        let amount = &self.loads[pick.node.task as usize];
        let room = &self.capacities[tour.vehicle];
        let halts = &tour.halts[..];
        let between = self.legs(tour.vehicle).way(pick.node.site, drop.node.site);
        let lower = halts[1..].partition_point(|next| next.late < pick.node.open + pick.node.service);
        for at in lower..halts.len() - 1 {
            let (a, b) = (&halts[at], &halts[at + 1]);
            if a.leave > pick.node.close {
                break;
            }
            if !fits(&a.load, amount, room) {
                continue;
            }
            let (into, from) = (pick.into[a.site as usize], pick.from[b.site as usize]);
            let Some(begins) = self.begins(pick.node, a.leave + into.seconds) else { continue };
            let leaves = begins + pick.node.service;
            let head = if TIMED {
                match a.head.then(into.seconds, Span::of(pick.node)) {
                    Some(head) => head,
                    None => continue,
                }
            } else {
                Span::default()
            };
            // Both halts one after the other.
            let out = drop.from[b.site as usize];
            if let Some(unloads) = self.begins(drop.node, leaves + between.seconds)
                && unloads + drop.node.service + out.seconds <= b.late
            {
                let metres = sum([into, between, out]) - i64::from(b.metres);
                let more = i64::from(a.site != pick.node.site && b.site != pick.node.site)
                    + i64::from(pick.node.site != drop.node.site && b.site != drop.node.site);
                let whole = head.then(between.seconds, Span::of(drop.node));
                self.consider::<TIMED>(best, tour, leg, (at, at), metres, more, whole, out.seconds, b);
            }
            let detour = i64::from(into.metres) + i64::from(from.metres) - i64::from(b.metres);
            if leaves + from.seconds > b.late
                || !TIMED && detour * self.prices[tour.vehicle].metre >= best.two.cost
            {
                continue;
            }
            let more = i64::from(a.site != pick.node.site && b.site != pick.node.site);
            self.drops::<TIMED>(best, tour, leg, &drop, at, leaves + from.seconds, detour, more, head, from.seconds);
        }
    }

    /// The goods are loaded after the halt at `picked`, and unloaded after one of the following.
    #[expect(clippy::too_many_arguments, reason = "what is known of the way up to there")]
    fn drops<const TIMED: bool>(
        &self,
        best: &mut Best,
        tour: &Tour<D>,
        leg: Leg,
        drop: &Guest<'_>,
        picked: usize,
        mut arrives: i32,
        detour: i64,
        more: i64,
        mut head: Span,
        mut seconds: i32,
    ) {
        let amount = &self.loads[drop.node.task as usize];
        let room = &self.capacities[tour.vehicle];
        let halts = &tour.halts[..];
        for at in picked + 1..halts.len() - 1 {
            let (a, b) = (&halts[at], &halts[at + 1]);
            let node = self.node(a.node);
            let begins = if node.windows.1 <= 1 {
                arrives.max(a.early)
            } else {
                match self.problem.opens(node, arrives) {
                    Some(begins) => begins,
                    None => return,
                }
            };
            if begins > a.late || !fits(&a.load, amount, room) {
                return;
            }
            let leaves = begins + (a.leave - a.early);
            if leaves > drop.node.close {
                return;
            }
            if TIMED {
                match head.then(seconds, Span::of(node)) {
                    Some(longer) => head = longer,
                    None => return,
                }
            }
            seconds = b.seconds;
            let (into, out) = (drop.into[a.site as usize], drop.from[b.site as usize]);
            let metres = detour + i64::from(into.metres) + i64::from(out.metres) - i64::from(b.metres);
            arrives = leaves + b.seconds;
            if !TIMED && metres * self.prices[tour.vehicle].metre >= best.two.cost {
                continue;
            }
            let Some(unloads) = self.begins(drop.node, leaves + into.seconds) else { continue };
            if unloads + drop.node.service + out.seconds > b.late {
                continue;
            }
            let more = more + i64::from(a.site != drop.node.site && b.site != drop.node.site);
            let whole = head.then(into.seconds, Span::of(drop.node));
            self.consider::<TIMED>(best, tour, leg, (picked, at), metres, more, whole, out.seconds, b);
        }
    }

    #[expect(clippy::too_many_arguments, reason = "what is known of the whole round")]
    fn consider<const TIMED: bool>(
        &self,
        best: &mut Best,
        tour: &Tour<D>,
        leg: Leg,
        (first, last): (usize, usize),
        metres: i64,
        more: i64,
        head: Option<Span>,
        seconds: i32,
        next: &Halt<D>,
    ) {
        let length = if TIMED {
            match head.and_then(|head| head.then(seconds, next.tail)) {
                Some(whole) => whole.length,
                None => return,
            }
        } else {
            0
        };
        if let Some(cost) = self.price::<TIMED>(tour, metres, length, more) {
            self.offer(best, tour, leg, Spot { cost, first: first as u16, last: last as u16 });
        }
    }
}

fn sum(ways: [Way; 3]) -> i64 {
    ways.iter().map(|way| i64::from(way.metres)).sum()
}
