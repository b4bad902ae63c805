//! The solution that is being changed, with what it takes to take a change back.

use super::ground::Ground;
use super::insertion::Scratch;
use super::spot::{Best, Spot};
use super::tour::{Halt, Tour};
use crate::problem::{Leg, NONE};

/// How a request stands in the solution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    Absent,
    Direct,
    /// By two vehicles, through this one of its hubs.
    Through(u8),
}

/// Where a node stands: tour and place among its halts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    pub tour: u32,
    pub at: u32,
}

pub(crate) struct State<const D: usize> {
    pub tours: Vec<Tour<D>>,
    pub standing: Vec<Standing>,
    pub places: Vec<Place>,
    pub absent: Vec<u32>,
    pub cost: i64,
    /// Of each tour, beside it since they are asked for most: its version, and how many halts it has.
    pub versions: Vec<u32>,
    pub lengths: Vec<u32>,
    newest: u32,
    /// Requests whose halts are to go when their tours are settled.
    leaving: Vec<bool>,
    /// What the tours were before the change, each once, with the number of the change in which they were kept.
    kept: Vec<Tour<D>>,
    kept_in: Vec<u64>,
    touched: Vec<u32>,
    change: u64,
    standing_before: Vec<(u32, Standing)>,
    windows_before: Vec<(u32, i32, i32)>,
    absent_before: Vec<u32>,
    cost_before: i64,
    /// Of each request and tour: what is known of going there, apart from where, since most is asked and then passed over.
    known: Vec<Known>,
    spots: Vec<[Spot; 2]>,
    pub scratch: Scratch,
}

#[derive(Debug, Clone, Copy)]
struct Known {
    version: u32,
    is_met: bool,
    cost: i64,
}

impl Known {
    const NOTHING: Self = Self { version: NONE, is_met: false, cost: 0 };
}

/// No spot costs less; there is one at this cost where it `is_met`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Floor {
    pub cost: i64,
    pub is_met: bool,
}

/// Handed-over goods are unloaded at the hub, and loaded again, within these times.
pub(crate) struct Promise {
    pub node: u32,
    pub open: i32,
    pub close: i32,
}

impl<const D: usize> State<D> {
    pub fn new(ground: &Ground<'_, D>) -> Self {
        let tasks = ground.problem.tasks.len();
        let tours: Vec<Tour<D>> =
            (0..ground.problem.vehicles.len()).map(|at| ground.empty(at)).collect();
        let absent: Vec<u32> = (0..tasks as u32).collect();
        let mut state = Self {
            kept: tours.clone(),
            kept_in: vec![0; tours.len()],
            known: vec![Known::NOTHING; tasks * tours.len()],
            spots: vec![[Spot::NONE; 2]; tasks * tours.len()],
            versions: vec![0; tours.len()],
            lengths: vec![0; tours.len()],
            leaving: vec![false; tasks],
            tours,
            standing: vec![Standing::Absent; tasks],
            places: vec![Place { tour: NONE, at: 0 }; ground.problem.nodes.len()],
            absent,
            cost: ground.penalties.iter().sum(),
            newest: 0,
            touched: Vec::new(),
            change: 0,
            standing_before: Vec::new(),
            windows_before: Vec::new(),
            absent_before: Vec::new(),
            cost_before: 0,
            scratch: Scratch::default(),
        };
        for at in 0..state.tours.len() {
            state.tours[at].version = state.next_version();
            state.index(at as u32);
        }
        state
    }

    /// All vehicles stand still, and no request is asked for.
    pub fn clear(&mut self, ground: &Ground<'_, D>) {
        self.begin();
        for tour in 0..self.tours.len() {
            if !self.tours[tour].stands_still() {
                self.rebuild(ground, tour as u32, std::iter::empty());
                self.settle(ground, tour as u32);
            }
        }
        self.standing.fill(Standing::Absent);
        self.absent.clear();
        self.cost = 0;
    }

    fn next_version(&mut self) -> u32 {
        self.newest += 1;
        // The cache holds what is true of a version for ever; when the numbers begin anew it holds nothing.
        if self.newest == NONE {
            self.known.fill(Known::NOTHING);
            self.newest = 1;
        }
        self.newest
    }

    /// What follows can be taken back.
    pub fn begin(&mut self) {
        self.change += 1;
        self.touched.clear();
        self.standing_before.clear();
        self.windows_before.clear();
        self.absent_before.clone_from(&self.absent);
        self.cost_before = self.cost;
    }

    pub fn take_back(&mut self, ground: &mut Ground<'_, D>) {
        for &tour in &self.touched {
            std::mem::swap(&mut self.tours[tour as usize], &mut self.kept[tour as usize]);
        }
        for at in 0..self.touched.len() {
            self.index(self.touched[at]);
        }
        for &(task, standing) in self.standing_before.iter().rev() {
            self.standing[task as usize] = standing;
        }
        for &(node, open, close) in self.windows_before.iter().rev() {
            let node = &mut ground.nodes[node as usize];
            (node.open, node.close) = (open, close);
        }
        self.absent.clone_from(&self.absent_before);
        self.cost = self.cost_before;
    }

    pub fn touch(&mut self, tour: u32) {
        let at = tour as usize;
        if self.kept_in[at] == self.change {
            return;
        }
        self.kept_in[at] = self.change;
        self.touched.push(tour);
        let (kept, now) = (&mut self.kept[at], &self.tours[at]);
        kept.halts.clear();
        kept.halts.extend_from_slice(&now.halts);
        kept.heads.clone_from(&now.heads);
        kept.tails.clone_from(&now.tails);
        (kept.version, kept.metres, kept.cost, kept.goods) =
            (now.version, now.metres, now.cost, now.goods);
        (kept.driving, kept.exact) = (now.driving, now.exact);
        (kept.seconds, kept.late) = (now.seconds, now.late);
    }

    pub fn stand(&mut self, task: u32, standing: Standing) {
        self.standing_before.push((task, self.standing[task as usize]));
        self.standing[task as usize] = standing;
    }

    pub fn promise(&mut self, ground: &mut Ground<'_, D>, promise: Promise) {
        let node = &mut ground.nodes[promise.node as usize];
        self.windows_before.push((promise.node, node.open, node.close));
        (node.open, node.close) = (promise.open, promise.close);
    }

    fn index(&mut self, tour: u32) {
        self.versions[tour as usize] = self.tours[tour as usize].version;
        self.lengths[tour as usize] = self.tours[tour as usize].len() as u32;
        for (at, node) in (1..).zip(self.tours[tour as usize].nodes()) {
            self.places[node as usize] = Place { tour, at };
        }
    }

    /// Reckons a tour whose halts were changed; whether it keeps every rule.
    pub fn settle(&mut self, ground: &Ground<'_, D>, tour: u32) -> bool {
        let version = self.next_version();
        let changed = &mut self.tours[tour as usize];
        let before = changed.cost;
        changed.version = version;
        let kept = ground.reckon(changed);
        self.cost += changed.cost - before;
        self.index(tour);
        kept
    }

    /// The tour of that vehicle as it was tried and reckoned.
    pub fn replace(&mut self, tour: u32, tried: &mut Tour<D>) {
        self.touch(tour);
        tried.version = self.next_version();
        self.cost += tried.cost - self.tours[tour as usize].cost;
        std::mem::swap(&mut self.tours[tour as usize], tried);
        self.index(tour);
    }

    /// A tour with other halts; it is to be settled then.
    pub fn rebuild(&mut self, ground: &Ground<'_, D>, tour: u32, nodes: impl Iterator<Item = u32>) {
        self.touch(tour);
        let halts = &mut self.tours[tour as usize].halts;
        let (start, end) = (halts[0], halts[halts.len() - 1]);
        halts.clear();
        halts.push(start);
        halts.extend(nodes.map(|node| Halt { node, site: ground.node(node).site, ..start }));
        halts.push(end);
    }

    pub fn put(&mut self, ground: &Ground<'_, D>, tour: u32, leg: Leg, spot: Spot) -> bool {
        self.touch(tour);
        ground.put(&mut self.tours[tour as usize], leg, spot.first.into(), spot.last.into());
        self.settle(ground, tour)
    }

    /// Takes out again what was put in.
    pub fn remove(&mut self, ground: &Ground<'_, D>, tour: u32, leg: Leg) {
        let halts = &mut self.tours[tour as usize].halts;
        halts.retain(|halt| halt.node == NONE || halt.node != leg.first && halt.node != leg.last);
        self.settle(ground, tour);
    }

    /// What a request that goes direct costs in a tour at least; none where the tour is not as it was when asked.
    pub fn floor(&self, task: u32, tour: u32) -> Option<Floor> {
        let known = &self.known[task as usize * self.tours.len() + tour as usize];
        (known.version == self.versions[tour as usize])
            .then_some(Floor { cost: known.cost, is_met: known.is_met })
    }

    /// The best spot in a tour, and the best after it, as last asked.
    pub fn spots(&self, task: u32, tour: u32) -> [Spot; 2] {
        self.spots[task as usize * self.tours.len() + tour as usize]
    }

    /// The best spots for a request that goes direct, of those that cost less than `below`, asked of the tour.
    pub fn ask<const TIMED: bool>(
        &mut self,
        ground: &Ground<'_, D>,
        task: u32,
        tour: u32,
        below: i64,
    ) -> [Spot; 2] {
        let leg = ground.problem.tasks[task as usize].direct;
        let asked = &self.tours[tour as usize];
        let Best { one, two, below } = ground.best::<TIMED>(&mut self.scratch, asked, leg, below);
        let at = task as usize * self.tours.len() + tour as usize;
        let is_met = one.cost < below;
        let cost = if is_met { one.cost } else { below };
        self.known[at] = Known { version: asked.version, is_met, cost };
        if is_met {
            self.spots[at] = [one, two];
        }
        [one, two]
    }

    /// Takes a request out. Its halts are there until [`close_gaps`](Self::close_gaps).
    pub fn take_out(&mut self, ground: &Ground<'_, D>, task: u32) {
        for leg in self.legs(ground, task).into_iter().flatten() {
            self.touch(self.places[leg.first as usize].tour);
        }
        if let Standing::Through(hub) = self.standing[task as usize] {
            // Whoever looks for another place opens these windows anew.
            let through = &ground.problem.tasks[task as usize].through[usize::from(hub)];
            for halt in [through.inward.last, through.outward.first] {
                let node = ground.node(halt);
                self.windows_before.push((halt, node.open, node.close));
            }
        }
        self.leaving[task as usize] = true;
        self.stand(task, Standing::Absent);
        self.absent.push(task);
        self.cost += ground.penalties[task as usize];
    }

    /// Settles the tours that requests were taken out of since [`begin`](Self::begin); whether they keep every rule.
    pub fn close_gaps(&mut self, ground: &Ground<'_, D>) -> bool {
        let mut kept = true;
        for at in 0..self.touched.len() {
            let tour = self.touched[at];
            let leaving = &self.leaving;
            self.tours[tour as usize]
                .halts
                .retain(|halt| halt.node == NONE || !leaving[ground.node(halt.node).task as usize]);
            kept &= self.settle(ground, tour);
        }
        for &task in &self.absent {
            self.leaving[task as usize] = false;
        }
        kept
    }

    /// The legs by which a request is carried.
    pub fn legs(&self, ground: &Ground<'_, D>, task: u32) -> [Option<Leg>; 2] {
        let asked = &ground.problem.tasks[task as usize];
        match self.standing[task as usize] {
            Standing::Absent => [None, None],
            Standing::Direct => [Some(asked.direct), None],
            Standing::Through(hub) => {
                let through = &asked.through[usize::from(hub)];
                [Some(through.inward), Some(through.outward)]
            }
        }
    }
}
