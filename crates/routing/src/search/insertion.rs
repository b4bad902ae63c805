//! The one question: may this go there, at what price? Every rule is asked here and nowhere else.

use super::ground::{Ground, Span};
use super::spot::{Best, NOWHERE, Offer, Sought, Spot};
use super::tour::{Halt, Tour, fits};
use crate::problem::{Leg, NONE, Node, Role, Way};

/// A halt that asks to be let in, with its ways.
struct Guest<'a> {
    node: &'a Node,
    into: &'a [Way],
    from: &'a [Way],
}

impl Guest<'_> {
    /// How much longer the way becomes by a halt between these two.
    fn detour<const D: usize>(&self, a: &Halt<D>, b: &Halt<D>) -> i64 {
        i64::from(self.into[a.site as usize].metres) + i64::from(self.from[b.site as usize].metres)
            - i64::from(b.metres)
    }

    fn halts_anew<const D: usize>(&self, a: &Halt<D>, b: &Halt<D>) -> i64 {
        i64::from(a.site != self.node.site && b.site != self.node.site)
    }
}

/// Kept so that nobody asks for memory.
#[derive(Default)]
pub(crate) struct Scratch {
    /// Of each place in a tour: the least detour for the last halt there or later.
    least: Vec<i64>,
    unsure: Vec<Offer>,
    halts: Vec<u32>,
}

/// What is known of a leg once its first halt is placed.
struct Picked {
    at: usize,
    /// Arrives at the halt behind.
    arrives: i32,
    detour: i64,
    halts: i64,
    head: Span,
    /// The way to the halt behind.
    seconds: i32,
}

impl<const D: usize> Ground<'_, D> {
    /// The best spots of a leg in a tour, among those that keep every rule and cost less than `below`.
    ///
    /// Costs a look at each place, and for two halts at each pair of places that times, loads and `below` allow: linear
    /// as a rule, at worst quadratic.
    pub fn best<const TIMED: bool>(
        &self,
        scratch: &mut Scratch,
        tour: &Tour<D>,
        leg: Leg,
        below: i64,
    ) -> Best {
        let first = self.node(leg.first);
        let task = &self.problem.tasks[first.task as usize];
        if let Some(kind) = task.goods
            && self.problem.apart[usize::from(kind)] & tour.goods != 0
        {
            return Best::NONE;
        }
        if first.role == Role::Bring && task.release > tour.halts[0].late {
            return Best::NONE;
        }
        let moved = self.moved(first.task, tour.vehicle);
        let best = Best::under(below.saturating_sub(moved));
        let most_metres = self.most_metres(tour, &best);
        let mut sought = Sought { best, most_metres, unsure: std::mem::take(&mut scratch.unsure) };
        if leg.last == NONE {
            self.single::<TIMED>(tour, leg, &mut sought);
        } else {
            self.pair::<TIMED>(scratch, tour, leg, &mut sought);
        }
        if !sought.unsure.is_empty() {
            self.ask_timetables(&mut scratch.halts, tour, leg, &mut sought);
        }
        scratch.unsure = sought.unsure;
        sought.best.dearer_by(moved)
    }

    fn guest(&self, tour: &Tour<D>, node: u32) -> Guest<'_> {
        let legs = self.legs(tour.vehicle);
        let node = self.node(node);
        Guest { node, into: legs.ways_into(node.site), from: legs.ways_from(node.site) }
    }

    /// The longest detour that still costs less than what is known.
    pub(super) fn most_metres(&self, tour: &Tour<D>, best: &Best) -> i64 {
        let price = self.prices[tour.vehicle];
        let least = if tour.stands_still() { price.fixed } else { 0 };
        match best.limit() {
            NOWHERE => i64::MAX,
            limit if price.metre > 0 => (limit - least).div_euclid(price.metre),
            _ => i64::MAX,
        }
    }

    /// What the longer way costs, and if the vehicle stood still so far, that it leaves at all: hours apart, and with them.
    fn price<const TIMED: bool>(
        &self,
        tour: &Tour<D>,
        metres: i64,
        length: i32,
        halts: i64,
    ) -> Option<(i64, i64)> {
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
        let without_hours = leaves + price.metre * metres + price.halt * halts;
        let longer = if TIMED {
            // Where waits are not counted yet: a halt more never makes a round shorter.
            let length = if tour.exact { length.max(tour.seconds) } else { length };
            price.of_seconds(length) - price.of_seconds(tour.seconds)
        } else {
            0
        };
        Some((without_hours, without_hours + longer))
    }

    fn single<const TIMED: bool>(&self, tour: &Tour<D>, leg: Leg, sought: &mut Sought) {
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
        let lower = first_place(halts, node);
        let mut pushed = halts[0].leave.max(released);
        for at in if waits { 0 } else { lower }..halts.len() - 1 {
            let (a, b) = (&halts[at], &halts[at + 1]);
            if waits && at > 0 {
                // The start waits for the goods: all before the guest is later than it was.
                pushed = (pushed + a.seconds).max(a.early) + (a.leave - a.early);
            }
            let leaves = if waits { pushed } else { a.leave };
            if leaves > node.close {
                break;
            }
            let metres = guest.detour(a, b);
            if metres > sought.most_metres || at < lower {
                continue;
            }
            let (into, from) =
                (guest.into[a.site as usize].seconds, guest.from[b.site as usize].seconds);
            let Some(begins) = self.problem.opens(node, leaves + into) else { continue };
            if begins + node.service + from > b.late {
                continue;
            }
            if !fits(if brings { &a.before } else { &a.after }, amount, room) {
                if brings {
                    break;
                }
                continue;
            }
            let length = if TIMED {
                let head = tour.heads[at].then(into, Span::of(node));
                match head.and_then(|head| head.then(from, tour.tails[at + 1])) {
                    Some(whole) => whole.length,
                    None => continue,
                }
            } else {
                0
            };
            let priced = self.price::<TIMED>(tour, metres, length, guest.halts_anew(a, b));
            if let Some((without_hours, cost)) = priced {
                let spot = Spot { cost, first: at as u16, last: at as u16 };
                self.offer(sought, tour, leg, Offer { spot, without_hours });
            }
        }
    }

    fn pair<const TIMED: bool>(
        &self,
        scratch: &mut Scratch,
        tour: &Tour<D>,
        leg: Leg,
        sought: &mut Sought,
    ) {
        let (pick, drop) = (self.guest(tour, leg.first), self.guest(tour, leg.last));
        let amount = &self.loads[pick.node.task as usize];
        let room = &self.capacities[tour.vehicle];
        let halts = &tour.halts[..];
        let between = self.legs(tour.vehicle).way(pick.node.site, drop.node.site);
        let lower = first_place(halts, pick.node);
        let upper = halts.partition_point(|halt| halt.leave <= pick.node.close).min(halts.len() - 1);
        if lower >= upper {
            return;
        }
        let least_detour = self.legs(tour.vehicle).least_detour.unwrap_or(i64::MIN / 2);
        let mut knows_drops = false;
        let stays_put = self.legs(tour.vehicle).way(pick.node.site, pick.node.site) == Way::default();
        for at in lower..upper {
            let (a, b) = (&halts[at], &halts[at + 1]);
            if stays_put && b.site == pick.node.site && self.is_as_good_behind(pick.node, b) {
                continue;
            }
            let detour = pick.detour(a, b);
            let (into, from) = (pick.into[a.site as usize], pick.from[b.site as usize]);
            let out = drop.from[b.site as usize];
            // Both halts one after the other.
            let both = i64::from(into.metres) + i64::from(between.metres) + i64::from(out.metres)
                - i64::from(b.metres);
            let mut apart = detour + least_detour;
            if apart <= sought.most_metres {
                if !knows_drops {
                    self.look_at_drops(scratch, tour, &drop, lower);
                    knows_drops = true;
                }
                apart = detour.saturating_add(scratch.least[at + 1 - lower]);
            }
            if both > sought.most_metres && apart > sought.most_metres || !fits(&a.load, amount, room) {
                continue;
            }
            let Some(begins) = self.problem.opens(pick.node, a.leave + into.seconds) else { continue };
            let leaves = begins + pick.node.service;
            let head = if TIMED {
                match tour.heads[at].then(into.seconds, Span::of(pick.node)) {
                    Some(head) => head,
                    None => continue,
                }
            } else {
                Span::default()
            };
            let halts_anew = pick.halts_anew(a, b);
            if both <= sought.most_metres
                && let Some(unloads) = self.problem.opens(drop.node, leaves + between.seconds)
                && unloads + drop.node.service + out.seconds <= b.late
            {
                let anew = i64::from(a.site != pick.node.site && b.site != pick.node.site)
                    + i64::from(pick.node.site != drop.node.site && b.site != drop.node.site);
                let head =
                    if TIMED { head.then(between.seconds, Span::of(drop.node)) } else { Some(head) };
                self.consider::<TIMED>(sought, tour, leg, (at, at), both, anew, head, out.seconds);
            }
            if apart <= sought.most_metres && leaves + from.seconds <= b.late {
                let arrives = leaves + from.seconds;
                let picked =
                    Picked { at, arrives, detour, halts: halts_anew, head, seconds: from.seconds };
                self.drops::<TIMED>(sought, scratch, tour, leg, &drop, picked, lower);
            }
        }
    }

    /// Of a row of halts at the same place, such as the dock, the last is as good as any: the guest opens no sooner than the
    /// halt, may begin after it however late that is, and the goods of the halt may be on board from before it.
    fn is_as_good_behind(&self, guest: &Node, halt: &Halt<D>) -> bool {
        if halt.node == NONE {
            return false;
        }
        let node = self.node(halt.node);
        let tasks = &self.problem.tasks;
        node.windows.1.max(guest.windows.1) <= 1
            && node.open <= guest.open
            && halt.late.saturating_add(node.service) <= guest.close
            && tasks[node.task as usize].most_on_board.is_none()
            && guest.late_cents_per_hour == 0
    }

    /// Fills `scratch.least`: at `place - lower`, the least detour of the last halt in that place or behind.
    fn look_at_drops(&self, scratch: &mut Scratch, tour: &Tour<D>, drop: &Guest<'_>, lower: usize) {
        const FAR: i64 = i64::MAX / 2;
        let halts = &tour.halts[..];
        let count = halts.len() - lower;
        scratch.least.clear();
        scratch.least.resize(count, FAR);
        let mut least = FAR;
        for at in (lower + 1..halts.len() - 1).rev() {
            let (a, b) = (&halts[at], &halts[at + 1]);
            let begins = (a.leave + drop.into[a.site as usize].seconds).max(drop.node.open);
            let late = begins + drop.node.service + drop.from[b.site as usize].seconds > b.late;
            if begins <= drop.node.close && !late {
                least = least.min(drop.detour(a, b));
            }
            scratch.least[at - lower] = least;
        }
    }

    /// The goods are loaded, and unloaded after one of the halts that follow.
    fn drops<const TIMED: bool>(
        &self,
        sought: &mut Sought,
        scratch: &Scratch,
        tour: &Tour<D>,
        leg: Leg,
        drop: &Guest<'_>,
        picked: Picked,
        lower: usize,
    ) {
        let amount = &self.loads[drop.node.task as usize];
        let room = &self.capacities[tour.vehicle];
        let halts = &tour.halts[..];
        let Picked { mut arrives, mut head, mut seconds, .. } = picked;
        for at in picked.at + 1..halts.len() - 1 {
            if picked.detour + scratch.least[at - lower] > sought.most_metres {
                return;
            }
            let (a, b) = (&halts[at], &halts[at + 1]);
            let begins = if self.many_windows {
                match self.problem.opens(self.node(a.node), arrives) {
                    Some(begins) => begins,
                    None => return,
                }
            } else {
                arrives.max(a.early)
            };
            let leaves = begins + (a.leave - a.early);
            if begins > a.late || leaves > drop.node.close || !fits(&a.load, amount, room) {
                return;
            }
            if TIMED {
                match head.then(seconds, Span::of(self.node(a.node))) {
                    Some(longer) => head = longer,
                    None => return,
                }
            }
            seconds = b.seconds;
            arrives = leaves + b.seconds;
            let metres = picked.detour + drop.detour(a, b);
            if metres > sought.most_metres {
                continue;
            }
            let (into, out) = (drop.into[a.site as usize].seconds, drop.from[b.site as usize].seconds);
            let Some(unloads) = self.problem.opens(drop.node, leaves + into) else { continue };
            if unloads + drop.node.service + out > b.late {
                continue;
            }
            let anew = picked.halts + drop.halts_anew(a, b);
            let head = if TIMED { head.then(into, Span::of(drop.node)) } else { Some(head) };
            self.consider::<TIMED>(sought, tour, leg, (picked.at, at), metres, anew, head, out);
        }
    }

    /// A spot whose times fit: what it costs.
    fn consider<const TIMED: bool>(
        &self,
        sought: &mut Sought,
        tour: &Tour<D>,
        leg: Leg,
        (first, last): (usize, usize),
        metres: i64,
        halts: i64,
        head: Option<Span>,
        seconds: i32,
    ) {
        let length = if TIMED {
            match head.and_then(|head| head.then(seconds, tour.tails[last + 1])) {
                Some(whole) => whole.length,
                None => return,
            }
        } else {
            0
        };
        if let Some((without_hours, cost)) = self.price::<TIMED>(tour, metres, length, halts) {
            let spot = Spot { cost, first: first as u16, last: last as u16 };
            self.offer(sought, tour, leg, Offer { spot, without_hours });
        }
    }
}

/// Before a halt that has to begin sooner than the guest lets go, there is no place.
fn first_place<const D: usize>(halts: &[Halt<D>], guest: &Node) -> usize {
    let is_before = |next: &Halt<D>| next.late < guest.open + guest.service;
    if halts.len() < 24 {
        return halts[1..].iter().take_while(|next| is_before(next)).count();
    }
    halts[1..].partition_point(is_before)
}
