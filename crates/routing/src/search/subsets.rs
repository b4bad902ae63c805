//! All groups of members: each group's plan begins from those of groups near it.

use super::ground::DEAR;
use super::state::Standing;
use super::{Search, Work, work};
use crate::problem::Problem;
use crate::solve::{Budget, Objective, Settings, Tuning};
use crate::subsets::{Effort, Members};

/// How hot each pass begins, as a share of what a request costs on average: the first two look around the plans of groups
/// nearby, the last further away, for what all of them missed. Up from smaller groups to larger ones, down, up again.
const PASSES: [f64; 3] = [0.2, 0.2, 3.0];
const COLD: f64 = 0.03;

pub(crate) fn costs(
    problem: &Problem,
    members: Members<'_>,
    effort: Effort,
    tell: &mut dyn FnMut(f64) -> bool,
) -> Vec<Option<u64>> {
    let settings = Settings {
        seed: effort.seed,
        objective: effort.objective,
        budget: Budget::Iterations(0),
        threads: 1,
        from: None,
        tuning: Tuning::default(),
    };
    work(problem, &settings, 0, Groups { members, effort, tell })
}

/// The best plan known of a group.
#[derive(Debug, Clone, Default)]
struct Known {
    cost: i64,
    rounds: Vec<(u32, Vec<u32>)>,
    through: Vec<(u32, u8)>,
    promises: Vec<(u32, i32, i32)>,
}

struct Groups<'a> {
    members: Members<'a>,
    effort: Effort,
    tell: &'a mut dyn FnMut(f64) -> bool,
}

impl Work for Groups<'_> {
    type Result = Vec<Option<u64>>;

    fn run<const D: usize, const TIMED: bool>(self, search: Search<'_, D, TIMED>) -> Self::Result {
        let count = 1 << self.members.count;
        let requests = |group: usize| {
            let of = self.members.of_requests.iter().zip(0..);
            of.filter(|&(&member, _)| group >> member & 1 == 1).map(|(_, task)| task).collect()
        };
        let requests: Vec<Vec<u32>> = (0..count).map(requests).collect();
        let mut groups: Vec<usize> = (1..count).collect();
        groups.sort_by_key(|group| group.count_ones());
        let known = vec![Known::default(); count];
        let mut all =
            All { members: self.members, effort: self.effort, search, requests, known, hot: 0.0 };
        // A group whose plan is not known yet costs more than any.
        for group in 1..count {
            all.known[group].cost = i64::MAX;
        }
        let smaller = groups.iter().map(|&group| (group, true));
        let larger = groups.iter().rev().map(|&group| (group, false));
        let passes = smaller.clone().chain(larger).chain(smaller);
        for (done, (group, is_smaller)) in passes.enumerate() {
            all.hot = PASSES[done / groups.len()];
            if !(self.tell)(done as f64 / (PASSES.len() * groups.len()) as f64) {
                break;
            }
            if is_smaller {
                all.up_to(group);
            } else {
                all.down_to(group);
            }
        }
        for &group in &groups {
            all.close(group);
        }
        let parts = if self.effort.objective == Objective::Cost { 18_000 } else { 1 };
        let told =
            |known: &Known| (known.cost < DEAR).then(|| (known.cost.unsigned_abs() + parts / 2) / parts);
        all.known.iter().map(told).collect()
    }
}

struct All<'a, 'p, const D: usize, const TIMED: bool> {
    members: Members<'a>,
    effort: Effort,
    search: Search<'p, D, TIMED>,
    /// Of each group.
    requests: Vec<Vec<u32>>,
    known: Vec<Known>,
    hot: f64,
}

impl<const D: usize, const TIMED: bool> All<'_, '_, D, TIMED> {
    /// From the plan of a group without one of its members, or of two halves.
    fn up_to(&mut self, group: usize) {
        self.close(group);
        for member in (0..self.members.count).filter(|member| group >> member & 1 == 1) {
            let start = self.known[group & !(1 << member)].clone();
            self.begin(group, &start);
            self.keep(group);
        }
        self.improve(group);
    }

    /// From the plan of a group with a member more, whose requests are taken out.
    fn down_to(&mut self, group: usize) {
        for member in (0..self.members.count).filter(|member| group >> member & 1 == 0) {
            let start = self.known[group | 1 << member].clone();
            self.begin(group, &start);
            self.keep(group);
        }
        self.improve(group);
    }

    /// Makes this the group that is searched for, with what it can use of a plan; what is missing is put in.
    fn begin(&mut self, group: usize, start: &Known) {
        let search = &mut self.search;
        for (may, of) in search.recreate.may_leave.iter_mut().zip(self.members.of_vehicles) {
            *may = of.is_none_or(|member| group >> member & 1 == 1);
        }
        search.ruin.asked.clone_from(&self.requests[group]);
        search.state.clear(&search.ground);
        for &(node, open, close) in &start.promises {
            let node = &mut search.ground.nodes[node as usize];
            (node.open, node.close) = (open, close);
        }
        let is_asked = |task: u32| self.requests[group].binary_search(&task).is_ok();
        let mut through =
            vec![None; if start.through.is_empty() { 0 } else { search.best.through.len() }];
        for &(task, hub) in &start.through {
            through[task as usize] = Some(hub);
        }
        let mut absent = self.requests[group].clone();
        for (tour, halts) in &start.rounds {
            if !search.recreate.may_leave[*tour as usize] {
                continue;
            }
            let ground = &search.ground;
            let mine: Vec<u32> =
                halts.iter().copied().filter(|&node| is_asked(ground.node(node).task)).collect();
            for &node in &mine {
                let task = ground.node(node).task;
                let hub = through.get(task as usize).copied().flatten();
                search.state.standing[task as usize] = hub.map_or(Standing::Direct, Standing::Through);
            }
            search.state.rebuild(ground, *tour, mine.into_iter());
            search.state.settle(ground, *tour);
        }
        absent.retain(|&task| search.state.standing[task as usize] == Standing::Absent);
        search.state.cost +=
            absent.iter().map(|&task| search.ground.penalties[task as usize]).sum::<i64>();
        search.state.absent = absent;
        search.state.begin();
        search.recreate.run::<D, TIMED>(&mut search.ground, &mut search.state, &mut search.chance);
    }

    /// The state is the group's plan, if it is better than what is known.
    fn keep(&mut self, group: usize) {
        let search = &self.search;
        if search.state.cost >= self.known[group].cost || !search.docks_suffice() {
            return;
        }
        let moving = search.state.tours.iter().filter(|tour| !tour.stands_still());
        let mut known = Known {
            cost: search.state.cost,
            rounds: moving.map(|tour| (tour.vehicle as u32, tour.nodes().collect())).collect(),
            ..Known::default()
        };
        for &task in &self.requests[group] {
            if let Standing::Through(hub) = search.state.standing[task as usize] {
                known.through.push((task, hub));
                let way = &search.ground.problem.tasks[task as usize].through[usize::from(hub)];
                for halt in [way.inward.last, way.outward.first] {
                    let node = search.ground.node(halt);
                    known.promises.push((halt, node.open, node.close));
                }
            }
        }
        self.known[group] = known;
    }

    /// Changes the group's plan, and keeps what is better.
    fn improve(&mut self, group: usize) {
        let requests = self.requests[group].len();
        let steps = self.effort.iterations_a_group / PASSES.len() as u64;
        if requests < 2 && self.known[group].through.is_empty() {
            return;
        }
        let start = self.known[group].clone();
        self.begin(group, &start);
        let scale = (self.known[group].cost % DEAR) as f64 / requests as f64;
        for step in 0..steps {
            let temperature = scale * self.hot * libm::pow(COLD / self.hot, step as f64 / steps as f64);
            let before = self.search.state.cost;
            self.search.change(temperature);
            if self.search.state.cost < before {
                self.keep(group);
            }
        }
    }

    /// A group costs no more than two parts of it, where their vehicles suffice for both.
    fn close(&mut self, group: usize) {
        let mut part = (group - 1) & group;
        while part > 0 {
            let rest = group & !part;
            if part > rest {
                let sum = self.known[part].cost.saturating_add(self.known[rest].cost);
                if sum < self.known[group].cost
                    && let Some(rounds) = self.side_by_side(part, rest)
                {
                    let (one, other) = (&self.known[part], &self.known[rest]);
                    self.known[group] = Known {
                        cost: sum,
                        rounds,
                        through: [one.through.as_slice(), &other.through].concat(),
                        promises: [one.promises.as_slice(), &other.promises].concat(),
                    };
                }
            }
            part = (part - 1) & group;
        }
    }

    /// The rounds of both, each with a vehicle of its own; none where there are too few of a kind.
    fn side_by_side(&self, one: usize, other: usize) -> Option<Vec<(u32, Vec<u32>)>> {
        let kinds = &self.search.ground.kinds;
        let of = self.members.of_vehicles;
        let mut rounds = self.known[one].rounds.clone();
        for (vehicle, halts) in &self.known[other].rounds {
            let is_free = |vehicle: u32| rounds.iter().all(|(taken, _)| *taken != vehicle);
            let twin = |&other: &u32| {
                kinds[other as usize] == kinds[*vehicle as usize]
                    && of[other as usize] == of[*vehicle as usize]
                    && is_free(other)
            };
            let free =
                if is_free(*vehicle) { Some(*vehicle) } else { (0..kinds.len() as u32).find(twin) };
            rounds.push((free?, halts.clone()));
        }
        Some(rounds)
    }
}
