//! Takes requests out: strings of halts that follow one another, from rounds that are near one another.
//!
//! # Source
//! Christiaens & Vanden Berghe, *Slack Induction by String Removals for Vehicle Routing Problems*, Transportation
//! Science 54(2), 2020, doi 10.1287/trsc.2019.0914, section 5.2.

use super::chance::Chance;
use super::ground::Ground;
use super::state::{Standing, State};

/// How many requests are taken out on average, and the longest string.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Strength {
    pub average: f64,
    pub longest: f64,
}

/// A string is taken with a gap of halts that stay, as often as not.
const SPLIT: f64 = 0.5;
/// The gap grows by one more halt with this chance.
const WIDER: f64 = 0.01;

pub(crate) struct Ruin {
    /// Of each direct node: the others, the nearest first.
    pub near: Vec<Vec<u32>>,
    strength: Strength,
    string: Vec<u32>,
    /// The requests that are searched for.
    pub asked: Vec<u32>,
    /// Of each node: whether it is at a place where a great part of all requests halt.
    docked: Vec<bool>,
}

impl Ruin {
    pub fn new<const D: usize>(ground: &Ground<'_, D>, strength: Strength, most_near: usize) -> Self {
        let problem = ground.problem;
        let direct = |node: &u32| {
            let leg = problem.tasks[ground.node(*node).task as usize].direct;
            leg.first == *node || leg.last == *node
        };
        let nodes: Vec<u32> = (0..problem.nodes.len() as u32).filter(direct).collect();
        // Halts at the dock are near everything, and tell nothing of which requests are near one another.
        let mut halts_at = vec![0; problem.description.sites.len()];
        for &node in &nodes {
            halts_at[ground.node(node).site as usize] += 1;
        }
        let is_dock = |&node: &u32| halts_at[ground.node(node).site as usize] > nodes.len() / 4;
        let apart = problem.tasks.iter().all(|task| {
            let both = [task.direct.first, task.direct.last];
            both.iter().any(|node| *node != crate::problem::NONE && !is_dock(node))
        });
        let docked: Vec<bool> =
            (0..problem.nodes.len() as u32).map(|node| apart && is_dock(&node)).collect();
        let nodes: Vec<u32> = nodes.into_iter().filter(|&node| !docked[node as usize]).collect();
        let legs = ground.legs(0);
        let mut near = vec![Vec::new(); problem.nodes.len()];
        for &node in &nodes {
            let ways = legs.ways_from(ground.node(node).site);
            let back = legs.ways_into(ground.node(node).site);
            let far = |other: &u32| {
                let site = ground.node(*other).site as usize;
                (i64::from(ways[site].metres) + i64::from(back[site].metres), *other)
            };
            let mut others = nodes.clone();
            if others.len() > most_near {
                others.select_nth_unstable_by_key(most_near - 1, far);
                others.truncate(most_near);
            }
            others.sort_by_cached_key(far);
            near[node as usize] = others;
        }
        Self {
            near,
            strength,
            string: Vec::new(),
            asked: (0..problem.tasks.len() as u32).collect(),
            docked,
        }
    }

    /// Takes requests out of `state`; whether what is left keeps every rule. Those taken out are in `state.absent`.
    pub fn run<const D: usize>(
        &mut self,
        ground: &Ground<'_, D>,
        state: &mut State<D>,
        chance: &mut Chance,
    ) -> bool {
        let halts: u32 = state.lengths.iter().sum();
        let moving = state.lengths.iter().filter(|&&length| length > 0).count();
        if moving == 0 {
            return true;
        }
        let longest = self.strength.longest.min(f64::from(halts) / moving as f64);
        let most_strings = 4.0 * self.strength.average / (1.0 + longest) - 1.0;
        let strings = (chance.between(1.0, most_strings + 1.0)) as usize;
        let seed = self.asked[chance.below(self.asked.len())];
        let seed = ground.problem.tasks[seed as usize].direct;
        let is_docked = |node: u32| node == crate::problem::NONE || self.docked[node as usize];
        let seed = match (is_docked(seed.first), is_docked(seed.last)) {
            (false, true) => seed.first,
            (true, false) => seed.last,
            _ if seed.last != crate::problem::NONE && chance.happens(0.5) => seed.last,
            _ => seed.first,
        };
        let mut ruined: Vec<u32> = Vec::with_capacity(strings);
        let near = std::mem::take(&mut self.near[seed as usize]);
        for &node in &near {
            if ruined.len() >= strings {
                break;
            }
            let Some((tour, at)) = standing(ground, state, node) else { continue };
            if ruined.contains(&tour) {
                continue;
            }
            let len = state.tours[tour as usize].len();
            let most = longest.min(len as f64);
            let length = chance.between(1.0, most + 1.0) as usize;
            self.cut(state, tour, at as usize, length, chance);
            let string = std::mem::take(&mut self.string);
            for &node in &string {
                let task = ground.node(node).task;
                if state.standing[task as usize] != Standing::Absent {
                    state.take_out(ground, task);
                }
            }
            self.string = string;
            ruined.push(tour);
        }
        self.near[seed as usize] = near;
        state.close_gaps(ground)
    }

    /// The nodes of a string of `length` halts that holds the one at place `at`.
    fn cut<const D: usize>(
        &mut self,
        state: &State<D>,
        tour: u32,
        at: usize,
        length: usize,
        chance: &mut Chance,
    ) {
        let halts = &state.tours[tour as usize].halts;
        let len = halts.len() - 2;
        let length = length.min(len);
        let mut gap = 0;
        if length > 1 && length < len && chance.happens(SPLIT) {
            gap = 1;
            while length + gap < len && chance.happens(WIDER) {
                gap += 1;
            }
        }
        let whole = length + gap;
        // Places are 1..=len; the string begins where it still holds `at` and ends within.
        let first = at.saturating_sub(whole - 1).max(1);
        let last = at.min(len + 1 - whole);
        let begin = first + chance.below(last - first + 1);
        let kept = if gap > 0 { begin + 1 + chance.below(length - 1) } else { 0 };
        self.string.clear();
        for (place, halt) in halts.iter().enumerate().skip(begin).take(whole) {
            if gap == 0 || !(kept..kept + gap).contains(&place) {
                self.string.push(halt.node);
            }
        }
    }
}

/// Where the request of a direct node halts there, however it is carried.
fn standing<const D: usize>(ground: &Ground<'_, D>, state: &State<D>, node: u32) -> Option<(u32, u32)> {
    let task = ground.node(node).task;
    let node = match (state.standing[task as usize], &ground.problem.tasks[task as usize]) {
        (Standing::Absent, _) => return None,
        (Standing::Direct, _) => node,
        (Standing::Through(hub), asked) => {
            let through = &asked.through[usize::from(hub)];
            if node == asked.direct.first { through.inward.first } else { through.outward.last }
        }
    };
    let place = state.places[node as usize];
    Some((place.tour, place.at))
}
