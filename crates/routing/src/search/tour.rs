//! A round while it is searched for: its halts, and for each what an insertion beside it must know.

use super::ground::{Ground, Span};
use crate::problem::{Leg, NONE, Role};

/// A halt of a round, or its start or end.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Halt<const D: usize> {
    /// [`NONE`] at the start and at the end.
    pub node: u32,
    pub site: u32,
    /// The way from the halt before.
    pub seconds: i32,
    pub metres: i32,
    /// Service begins at the earliest, and is then over.
    pub early: i32,
    pub leave: i32,
    /// Service begins at the latest, for all that follows to be in time.
    pub late: i32,
    /// On board when it leaves.
    pub load: [i32; D],
    /// The most on board from the start until it leaves, and from then until the end.
    pub before: [i32; D],
    pub after: [i32; D],
}

#[derive(Debug, Clone)]
pub(crate) struct Tour<const D: usize> {
    pub vehicle: usize,
    /// With its start and its end: two where the vehicle stands still.
    pub halts: Vec<Halt<D>>,
    /// From the start to each halt, and from there to the end; only where hours count.
    pub heads: Vec<Span>,
    pub tails: Vec<Span>,
    /// Tells this sequence of halts from every other.
    pub version: u32,
    pub metres: i64,
    /// Seconds under way.
    pub driving: i32,
    /// Only its whole timetable can judge it.
    pub exact: bool,
    /// From start to end, where hours count.
    pub seconds: i32,
    /// What coming late costs.
    pub late: i64,
    pub cost: i64,
    /// Kinds of goods that are on board at some time, as bits.
    pub goods: u64,
}

impl<const D: usize> Tour<D> {
    pub fn stands_still(&self) -> bool {
        self.halts.len() == 2
    }

    /// How many halts, without start and end.
    pub fn len(&self) -> usize {
        self.halts.len() - 2
    }

    pub fn nodes(&self) -> impl DoubleEndedIterator<Item = u32> + ExactSizeIterator + '_ {
        self.halts[1..self.halts.len() - 1].iter().map(|halt| halt.node)
    }
}

impl<const D: usize> Ground<'_, D> {
    pub fn empty(&self, vehicle: usize) -> Tour<D> {
        let lorry = self.lorry(vehicle);
        let halt = |site| Halt {
            node: NONE,
            site,
            seconds: 0,
            metres: 0,
            early: 0,
            leave: 0,
            late: 0,
            load: [0; D],
            before: [0; D],
            after: [0; D],
        };
        let halts = vec![halt(lorry.start), halt(lorry.end)];
        let (heads, tails) = (Vec::new(), Vec::new());
        let mut tour = Tour {
            vehicle,
            halts,
            heads,
            tails,
            version: 0,
            metres: 0,
            driving: 0,
            exact: false,
            seconds: 0,
            late: 0,
            cost: 0,
            goods: 0,
        };
        self.reckon(&mut tour);
        tour
    }

    pub fn put(&self, tour: &mut Tour<D>, leg: Leg, first: usize, last: usize) {
        let place = |tour: &mut Tour<D>, at: usize, node: u32| {
            let halt = Halt { node, site: self.node(node).site, ..tour.halts[at] };
            tour.halts.insert(at + 1, halt);
        };
        // The later one first, so that the earlier place still is where it was.
        if leg.last != NONE {
            place(tour, last, leg.last);
        }
        place(tour, first, leg.first);
    }

    /// Reckons times, loads and costs anew; whether the round keeps every rule.
    pub fn reckon(&self, tour: &mut Tour<D>) -> bool {
        if tour.stands_still() {
            self.reckon_standing(tour);
            return true;
        }
        self.reckon_loads(tour)
            && self.reckon_times(tour)
            && (!self.timed || self.reckon_spans(tour))
            && self.reckon_cost(tour)
    }

    fn reckon_standing(&self, tour: &mut Tour<D>) {
        let lorry = self.lorry(tour.vehicle);
        let way = self.legs(tour.vehicle).way(lorry.start, lorry.end);
        for halt in &mut tour.halts {
            (halt.early, halt.leave, halt.late) = (lorry.from, lorry.from, lorry.to);
            (halt.load, halt.before, halt.after) = ([0; D], [0; D], [0; D]);
        }
        let ends = vec![Span { length: 0, early: lorry.from, late: lorry.to }; 2];
        (tour.heads, tour.tails) = if self.timed { (ends.clone(), ends) } else { Default::default() };
        (tour.halts[1].metres, tour.halts[1].seconds) = (way.metres, way.seconds);
        (tour.metres, tour.cost, tour.goods) = (0, 0, 0);
        // Out and home again, as soon as somebody is on the way.
        (tour.driving, tour.exact) = (0, false);
        (tour.seconds, tour.late) = (0, 0);
    }

    fn reckon_loads(&self, tour: &mut Tour<D>) -> bool {
        let mut load = [0; D];
        let (mut goods, mut banned) = (0, 0);
        for halt in &tour.halts[1..tour.halts.len() - 1] {
            let node = self.node(halt.node);
            if node.role == Role::Bring {
                add(&mut load, &self.loads[node.task as usize]);
            }
            if self.apart
                && let Some(kind) = self.problem.tasks[node.task as usize].goods
            {
                goods |= 1 << kind;
                banned |= self.problem.apart[usize::from(kind)];
            }
        }
        tour.goods = goods;
        let mut most = load;
        let count = tour.halts.len();
        for (at, halt) in tour.halts.iter_mut().enumerate() {
            if at > 0 && at + 1 < count {
                let node = self.node(halt.node);
                let amount = &self.loads[node.task as usize];
                match node.role {
                    Role::Pick | Role::Fetch => add(&mut load, amount),
                    Role::Drop | Role::Bring => take(&mut load, amount),
                }
            }
            raise(&mut most, &load);
            (halt.load, halt.before) = (load, most);
        }
        let mut most = load;
        for halt in tour.halts.iter_mut().rev() {
            raise(&mut most, &halt.load);
            halt.after = most;
        }
        goods & banned == 0 && self.fits_out(tour.vehicle, &most)
    }

    /// When the vehicle may leave its start: what it has on board must have come.
    fn departs(&self, tour: &Tour<D>) -> i32 {
        if !self.released {
            return self.lorry(tour.vehicle).from;
        }
        let released = tour.nodes().map(|node| self.node(node)).filter(|node| node.role == Role::Bring);
        let released =
            released.map(|node| self.problem.tasks[node.task as usize].release).max().unwrap_or(0);
        released.max(self.lorry(tour.vehicle).from)
    }

    fn reckon_times(&self, tour: &mut Tour<D>) -> bool {
        let lorry = self.lorry(tour.vehicle);
        let legs = self.legs(tour.vehicle);
        let mut leaves = self.departs(tour);
        let last = tour.halts.len() - 1;
        (tour.halts[0].early, tour.halts[0].leave) = (leaves, leaves);
        let (mut site, mut metres, mut driving) = (tour.halts[0].site, 0, 0);
        let mut exact = false;
        for halt in &mut tour.halts[1..last] {
            let way = legs.way(site, halt.site);
            (halt.seconds, halt.metres) = (way.seconds, way.metres);
            metres += i64::from(way.metres);
            driving += way.seconds;
            exact |= self.is_exact(halt.node);
            let node = self.node(halt.node);
            let Some(early) = self.problem.opens(node, leaves + way.seconds) else { return false };
            leaves = early + node.service;
            (halt.early, halt.leave) = (early, leaves);
            site = halt.site;
        }
        let end = &mut tour.halts[last];
        let way = legs.way(site, end.site);
        (end.seconds, end.metres) = (way.seconds, way.metres);
        (end.early, end.leave) = (leaves + way.seconds, leaves + way.seconds);
        end.late = lorry.to;
        tour.metres = metres + i64::from(way.metres);
        tour.driving = driving + way.seconds;
        tour.exact = exact || self.rests(tour.vehicle, tour.driving);
        if end.early > lorry.to {
            return false;
        }
        let mut by = end.late - end.seconds;
        for halt in tour.halts[1..last].iter_mut().rev() {
            let node = self.node(halt.node);
            let Some(late) = self.problem.closes(node, by - node.service) else { return false };
            if halt.early > late {
                return false;
            }
            halt.late = late;
            by = late - halt.seconds;
        }
        tour.halts[0].late = by;
        tour.halts[0].early <= by
    }

    fn reckon_spans(&self, tour: &mut Tour<D>) -> bool {
        let lorry = self.lorry(tour.vehicle);
        let count = tour.halts.len();
        let start = Span { length: 0, early: tour.halts[0].early, late: lorry.to };
        let end = Span { length: 0, early: 0, late: lorry.to };
        let own = |tour: &Tour<D>, at: usize| match at {
            0 => start,
            _ if at + 1 == count => end,
            _ => Span::of(self.node(tour.halts[at].node)),
        };
        tour.heads.clear();
        tour.heads.push(start);
        for at in 1..count {
            let Some(head) = tour.heads[at - 1].then(tour.halts[at].seconds, own(tour, at)) else {
                return false;
            };
            tour.heads.push(head);
        }
        tour.tails.clear();
        tour.tails.resize(count, end);
        for at in (0..count - 1).rev() {
            let tail = own(tour, at).then(tour.halts[at + 1].seconds, tour.tails[at + 1]);
            let Some(tail) = tail else { return false };
            tour.tails[at] = tail;
        }
        true
    }

    fn reckon_cost(&self, tour: &mut Tour<D>) -> bool {
        let lorry = self.lorry(tour.vehicle);
        let price = self.prices[tour.vehicle];
        (tour.seconds, tour.late) = (tour.tails.first().map_or(0, |whole| whole.length), 0);
        if tour.exact {
            let nodes: Vec<u32> = tour.nodes().collect();
            let Some((seconds, late)) = self.hours(tour.vehicle, &nodes) else { return false };
            (tour.seconds, tour.late) = (seconds, late);
        }
        tour.cost = price.fixed + price.metre * tour.metres + price.of_seconds(tour.seconds) + tour.late;
        if !self.stays.is_empty() {
            tour.cost += tour
                .nodes()
                .map(|node| self.node(node))
                .filter(|node| node.role != Role::Drop)
                .map(|node| self.moved(node.task, tour.vehicle))
                .sum::<i64>();
        }
        if price.halt > 0 {
            let halts = tour.halts.windows(2).filter(|pair| pair[0].site != pair[1].site).count() as i64;
            let halts = halts - i64::from(tour.halts[tour.halts.len() - 2].site != lorry.end);
            tour.cost += price.halt * halts;
        }
        tour.metres <= lorry.most_metres && tour.seconds <= lorry.most_seconds
    }

    /// By its whole timetable, how long a vehicle with these halts is away, and what coming late costs; none where it cannot.
    pub fn hours(&self, vehicle: usize, halts: &[u32]) -> Option<(i32, i64)> {
        let shortest = self.sequence(&self.nodes, vehicle, halts).shortest()?;
        let late = if self.late { shortest.late * SECOND_AT_A_CENT_AN_HOUR } else { 0 };
        Some((shortest.seconds, late))
    }
}

/// In 18,000ths of a cent.
const SECOND_AT_A_CENT_AN_HOUR: i64 = 5;

pub(crate) fn add<const D: usize>(load: &mut [i32; D], amount: &[i32; D]) {
    for (load, amount) in load.iter_mut().zip(amount) {
        *load += amount;
    }
}

fn take<const D: usize>(load: &mut [i32; D], amount: &[i32; D]) {
    for (load, amount) in load.iter_mut().zip(amount) {
        *load -= amount;
    }
}

fn raise<const D: usize>(most: &mut [i32; D], load: &[i32; D]) {
    for (most, load) in most.iter_mut().zip(load) {
        *most = (*most).max(*load);
    }
}

/// Whether `amount` more than `load` fits.
pub(crate) fn fits<const D: usize>(load: &[i32; D], amount: &[i32; D], room: &[i32; D]) -> bool {
    (0..D).all(|at| load[at] + amount[at] <= room[at])
}
