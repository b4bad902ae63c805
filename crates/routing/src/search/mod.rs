//! The search: takes some requests out of a plan, puts them back, and keeps what is better or nearly as good.

mod chance;
mod docks;
mod ground;
mod insertion;
mod near;
mod polish;
mod recreate;
mod resume;
mod ruin;
mod spot;
mod state;
pub(crate) mod subsets;
mod tour;
mod why;

use std::sync::atomic::{AtomicBool, Ordering};

use chance::Chance;
pub(crate) use ground::Ground;
use polish::Polish;
use recreate::Recreate;
use ruin::{Ruin, Strength};
use state::{Standing, State};
pub use why::Why;

use crate::problem::{NONE, Problem};
use crate::solve::{Budget, Objective, Progress, Settings, Tuning};

/// What was found: the halts of each vehicle in order, and the requests left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub rounds: Vec<Vec<u32>>,
    pub left_out: Vec<(u32, Why)>,
    /// When handed-over goods are unloaded and loaded at their hubs: node, from, to.
    pub promises: Vec<(u32, i32, i32)>,
    absent: Vec<u32>,
    /// Through which hub each request goes, if one.
    pub through: Vec<Option<u8>>,
    pub cost: i64,
    pub iterations: u64,
}

impl Found {
    /// All vehicles stand still.
    pub fn nothing(problem: &Problem) -> Self {
        Self {
            rounds: vec![Vec::new(); problem.vehicles.len()],
            left_out: Vec::new(),
            promises: Vec::new(),
            absent: (0..problem.tasks.len() as u32).collect(),
            through: vec![None; problem.tasks.len()],
            cost: i64::MAX,
            iterations: 0,
        }
    }
}

/// Searches from as many seeds as there are threads, and takes the best; of equals, the first.
pub(crate) fn search(
    problem: &Problem,
    settings: &Settings<'_>,
    tell: &mut dyn FnMut(Progress) -> bool,
) -> Found {
    let (stopped, others) = (AtomicBool::new(false), 1..settings.threads.max(1) as u64);
    std::thread::scope(|scope| {
        let begun: Vec<_> = others
            .map(|at| {
                let stopped = &stopped;
                scope
                    .spawn(move || one(problem, settings, at, &mut |_| !stopped.load(Ordering::Relaxed)))
            })
            .collect();
        let first = one(problem, settings, 0, &mut |progress| {
            let goes_on = tell(progress);
            stopped.fetch_or(!goes_on, Ordering::Relaxed);
            goes_on
        });
        let all = begun.into_iter().map(|thread| match thread.join() {
            Ok(found) => found,
            Err(panic) => std::panic::resume_unwind(panic),
        });
        let all: Vec<Found> = std::iter::once(first).chain(all).collect();
        let iterations = all.iter().map(|found| found.iterations).sum();
        let vehicles = |found: &Found| match settings.objective {
            Objective::VehiclesFirst => found.rounds.iter().filter(|halts| !halts.is_empty()).count(),
            Objective::Distance | Objective::Cost => 0,
        };
        let best = all.into_iter().min_by_key(|found| (found.absent.len(), vehicles(found), found.cost));
        Found { iterations, ..best.expect("at least one search") }
    })
}

/// What is done with a search.
pub(crate) trait Work {
    type Result;

    fn run<const D: usize, const TIMED: bool>(self, search: Search<'_, D, TIMED>) -> Self::Result;
}

/// Sums of loads are looked at in one, four or eight numbers: a machine adds that many at once.
fn work<W: Work>(problem: &Problem, settings: &Settings<'_>, thread: u64, work: W) -> W::Result {
    match problem.description.dimensions.len() {
        0..=1 => timed::<1, W>(problem, settings, thread, work),
        2..=4 => timed::<4, W>(problem, settings, thread, work),
        _ => timed::<8, W>(problem, settings, thread, work),
    }
}

fn timed<const D: usize, W: Work>(
    problem: &Problem,
    settings: &Settings<'_>,
    thread: u64,
    work: W,
) -> W::Result {
    let ground = Ground::<D>::new(problem, settings.objective);
    if ground.timed {
        work.run(Search::<D, true>::new(ground, settings, thread))
    } else {
        work.run(Search::<D, false>::new(ground, settings, thread))
    }
}

/// The best plan of one seed.
struct OnePlan<'a, 's> {
    settings: &'a Settings<'s>,
    tell: &'a mut dyn FnMut(Progress) -> bool,
}

impl Work for OnePlan<'_, '_> {
    type Result = Found;

    fn run<const D: usize, const TIMED: bool>(self, search: Search<'_, D, TIMED>) -> Found {
        search.run(self.settings, self.tell)
    }
}

fn one(
    problem: &Problem,
    settings: &Settings<'_>,
    thread: u64,
    tell: &mut dyn FnMut(Progress) -> bool,
) -> Found {
    work(problem, settings, thread, OnePlan { settings, tell })
}

pub(crate) struct Search<'p, const D: usize, const TIMED: bool> {
    ground: Ground<'p, D>,
    state: State<D>,
    ruin: Ruin,
    recreate: Recreate,
    polish: Polish<D>,
    taken_out: Vec<u32>,
    chance: Chance,
    best: Found,
    /// Of each vehicle: the version in which its round stands in `best`.
    best_versions: Vec<u32>,
    /// How often each request could not be put in.
    missed: Vec<u64>,
    iterations: u64,
}

impl<'p, const D: usize, const TIMED: bool> Search<'p, D, TIMED> {
    fn new(ground: Ground<'p, D>, settings: &Settings<'_>, thread: u64) -> Self {
        let tasks = ground.problem.tasks.len();
        let vehicles = ground.problem.vehicles.len();
        let strength = Strength { average: settings.tuning.average, longest: settings.tuning.longest };
        Self {
            ruin: Ruin::new(&ground, strength, 400),
            recreate: Recreate::new(&ground),
            polish: Polish::new(&ground),
            taken_out: Vec::new(),
            state: State::new(&ground),
            chance: Chance::new(settings.seed ^ thread.wrapping_mul(0x9E37_79B9_7F4A_7C15)),
            best: Found::nothing(ground.problem),
            best_versions: vec![NONE; vehicles],
            missed: vec![0; tasks],
            iterations: 0,
            ground,
        }
    }

    fn run(mut self, settings: &Settings<'_>, tell: &mut dyn FnMut(Progress) -> bool) -> Found {
        self.state.begin();
        if let Some(plan) = settings.from {
            resume::resume(&mut self.ground, &mut self.state, plan);
        }
        self.recreate.run::<D, TIMED>(&mut self.ground, &mut self.state, &mut self.chance);
        self.note_best();
        let (mut done, mut stopped) = (settings.budget.done(0), false);
        if settings.objective == Objective::VehiclesFirst {
            self.fewer_vehicles(settings, &mut done);
        }
        let began = done;
        let mut scale = self.scale();
        let mut temperature = 0.0;
        while done < 1.0 && !stopped && !self.ground.problem.tasks.is_empty() {
            if self.iterations.is_multiple_of(64) {
                done = settings.budget.done(self.iterations);
                scale = scale.min(self.scale());
                let cooled = ((done - began) / (1.0 - began)).clamp(0.0, 1.0);
                let Tuning { hot, cold, long, .. } = settings.tuning;
                let hot = if self.ground.pairs {
                    hot * libm::pow(self.halts_a_round() / 10.0, long).max(1.0)
                } else {
                    // Polished rounds are each in good order: a hotter search goes from one to another.
                    2.0 * hot
                };
                temperature = scale * hot * libm::pow(cold / hot, cooled);
                let progress = Progress { done, iterations: self.iterations, cost: self.best.cost };
                stopped = !tell(progress);
            }
            self.step(temperature);
        }
        self.back_to_best();
        let reasons = self
            .best
            .absent
            .iter()
            .map(|&task| (task, why::why::<D, TIMED>(&self.ground, &self.state, task)));
        self.best.left_out = reasons.collect();
        self.best.left_out.sort_by_key(|&(task, _)| task);
        self.best.iterations = self.iterations;
        self.best
    }

    /// What a request costs on average, in the best plan.
    fn scale(&self) -> f64 {
        let must = self.best.absent.iter().map(|&task| self.ground.penalties[task as usize]);
        let must: i64 = must.filter(|&penalty| penalty == ground::DEAR).sum();
        (self.best.cost - must) as f64 / self.best.through.len() as f64
    }

    fn halts_a_round(&self) -> f64 {
        let rounds = self.best.rounds.iter().filter(|halts| !halts.is_empty());
        self.best.rounds.iter().map(Vec::len).sum::<usize>() as f64 / rounds.count().max(1) as f64
    }

    fn step(&mut self, temperature: f64) {
        self.change(temperature);
        if self.state.cost < self.best.cost {
            self.note_best();
        }
    }

    /// One change, kept where it is better or chance at this temperature will have it.
    fn change(&mut self, temperature: f64) {
        self.iterations += 1;
        let before = self.state.cost;
        self.state.begin();
        if !self.ruin.run(&self.ground, &mut self.state, &mut self.chance) {
            self.state.take_back(&mut self.ground);
            return;
        }
        self.taken_out.clone_from(&self.state.absent);
        self.recreate.run::<D, TIMED>(&mut self.ground, &mut self.state, &mut self.chance);
        let allowed = before as f64 - temperature * libm::log(1.0 - self.chance.share()).min(0.0);
        let allowed = allowed.max(before as f64);
        // Goods that are loaded and unloaded on the way are too entangled for it: there it costs more than it gains.
        if !self.ground.pairs {
            self.polish.run(&self.ground, &mut self.state, &self.ruin.near, &self.taken_out);
        }
        if self.state.cost as f64 > allowed || !self.docks_suffice() {
            self.state.take_back(&mut self.ground);
        }
    }

    fn docks_suffice(&self) -> bool {
        !self.ground.docks_are_limited() || docks::assign(&self.ground, &self.state).is_some()
    }

    fn note_best(&mut self) {
        let docks = if self.ground.docks_are_limited() {
            docks::assign(&self.ground, &self.state)
        } else {
            Some(Vec::new())
        };
        let Some(docks) = docks else { return };
        self.best.cost = self.state.cost;
        self.best.absent.clone_from(&self.state.absent);
        for (at, tour) in self.state.tours.iter().enumerate() {
            if self.best_versions[at] != tour.version {
                self.best_versions[at] = tour.version;
                self.best.rounds[at].clear();
                self.best.rounds[at].extend(tour.nodes());
            }
        }
        self.best.promises.clear();
        for (task, standing) in self.state.standing.iter().enumerate() {
            self.best.through[task] = None;
            if let Standing::Through(hub) = standing {
                self.best.through[task] = Some(*hub);
                let through = &self.ground.problem.tasks[task].through[usize::from(*hub)];
                for halt in [through.inward.last, through.outward.first] {
                    let node = self.ground.node(halt);
                    self.best.promises.push((halt, node.open, node.close));
                }
            }
        }
        self.best.promises.extend(docks.into_iter().map(|(node, begins)| (node, begins, begins)));
    }

    /// Takes one round away after the other, as long as all its requests find a place in the others.
    ///
    /// # Source
    /// Christiaens & Vanden Berghe 2020, section 5.4: requests that were often left over are the last to be left over.
    fn fewer_vehicles(&mut self, settings: &Settings<'_>, done: &mut f64) {
        const SHARE: f64 = 0.5;
        while *done < SHARE {
            if self.state.absent.is_empty() && !self.take_round_away() {
                return;
            }
            while !self.state.absent.is_empty() && *done < SHARE {
                if self.iterations.is_multiple_of(64) {
                    *done = settings.budget.done(self.iterations);
                }
                self.squeeze();
            }
            if self.state.absent.is_empty() {
                self.note_best();
            }
        }
        if !self.state.absent.is_empty() {
            self.back_to_best();
        }
    }

    /// The round whose requests were missed least; whether there was one.
    fn take_round_away(&mut self) -> bool {
        let missed = |tour: &tour::Tour<D>| {
            tour.nodes().map(|node| self.missed[self.ground.node(node).task as usize]).sum::<u64>()
        };
        let moving = self.state.tours.iter().enumerate().filter(|(_, tour)| !tour.stands_still());
        let Some(least) =
            moving.min_by_key(|(at, tour)| (missed(tour), tour.len(), *at)).map(|(at, _)| at)
        else {
            return false;
        };
        if self.state.tours.iter().filter(|tour| !tour.stands_still()).count() <= 1 {
            return false;
        }
        for (may, tour) in self.recreate.may_leave.iter_mut().zip(&self.state.tours) {
            *may = !tour.stands_still();
        }
        self.recreate.may_leave[least] = false;
        self.state.begin();
        let nodes: Vec<u32> = self.state.tours[least].nodes().collect();
        for node in nodes {
            let task = self.ground.node(node).task;
            if self.state.standing[task as usize] != Standing::Absent {
                self.state.take_out(&self.ground, task);
            }
        }
        self.state.close_gaps(&self.ground)
    }

    /// One change while requests are left over: kept if fewer are, or easier ones.
    fn squeeze(&mut self) {
        self.iterations += 1;
        let sum = |search: &Self| {
            search.state.absent.iter().map(|&task| search.missed[task as usize]).sum::<u64>()
        };
        let (left, missed, cost) = (self.state.absent.len(), sum(self), self.state.cost);
        self.state.begin();
        if !self.ruin.run(&self.ground, &mut self.state, &mut self.chance) {
            self.state.take_back(&mut self.ground);
            return;
        }
        self.recreate.run::<D, TIMED>(&mut self.ground, &mut self.state, &mut self.chance);
        let after = sum(self);
        let same = self.state.absent.len() == left && after == missed;
        let better = self.state.absent.len() < left || after < missed || same && self.state.cost <= cost;
        for &task in &self.state.absent {
            self.missed[task as usize] += 1;
        }
        if !better {
            self.state.take_back(&mut self.ground);
        }
    }

    fn back_to_best(&mut self) {
        self.state.begin();
        for &(node, open, close) in &self.best.promises {
            (self.ground.nodes[node as usize].open, self.ground.nodes[node as usize].close) =
                (open, close);
        }
        for at in 0..self.state.tours.len() {
            let tour = at as u32;
            self.state.rebuild(&self.ground, tour, self.best.rounds[at].iter().copied());
            self.state.settle(&self.ground, tour);
            self.best_versions[at] = self.state.tours[at].version;
        }
        for task in 0..self.best.through.len() {
            let absent = self.best.absent.contains(&(task as u32));
            self.state.standing[task] = match (absent, self.best.through[task]) {
                (true, _) => Standing::Absent,
                (_, Some(hub)) => Standing::Through(hub),
                (_, None) => Standing::Direct,
            };
        }
        self.state.absent.clone_from(&self.best.absent);
        self.state.cost = self.best.cost;
    }
}

impl Budget<'_> {
    /// From 0 to 1 and beyond.
    fn done(&self, iterations: u64) -> f64 {
        match self {
            Self::Iterations(most) => iterations as f64 / (*most).max(1) as f64,
            Self::Seconds { most, elapsed } => elapsed() / most.max(1e-3),
        }
    }
}
