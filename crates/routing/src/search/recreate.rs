//! Puts absent requests where they cost least, now and then looking away from the best place.
//!
//! # Source
//! Christiaens & Vanden Berghe 2020 (see `ruin`), section 5.3: greedy insertion with blinks.

use super::chance::Chance;
use super::ground::Ground;
use super::insertion::{Best, NOWHERE, Spot};
use super::state::{Promise, Standing, State};
use super::tour::Tour;
use crate::problem::{HORIZON, Leg, NONE, Through};

/// One place in a hundred is not seen.
const BLINK: f64 = 0.01;
/// Rounds into a hub that are looked at closely, the cheapest first.
const INWARD: usize = 4;

/// The orders in which requests are put in, with how often each is taken.
const ORDERS: [(Order, f64); 7] = [
    (Order::Random, 4.0),
    (Order::Load, 4.0),
    (Order::Far, 2.0),
    (Order::Close, 1.0),
    (Order::Narrow, 2.0),
    (Order::Opens, 2.0),
    (Order::Closes, 2.0),
];

#[derive(Debug, Clone, Copy)]
enum Order {
    Random,
    Load,
    Far,
    Close,
    Narrow,
    Opens,
    Closes,
}

pub(crate) struct Recreate {
    /// Of each order but the first: what each request is sorted by.
    keys: Vec<Vec<i64>>,
    /// How many places are seen until the next that is not.
    seen: u32,
    /// Vehicles that may be used; the others stand still.
    pub may_leave: Vec<bool>,
    /// Of each request: the vehicles that could take it, direct.
    suited: Vec<Vec<u32>>,
    order: Vec<u32>,
}

/// Where a request goes.
enum Choice {
    Direct { tour: u32, spot: Spot },
    Through { hub: u8, inward: (u32, Spot), outward: (u32, Spot), ready: i32 },
}

impl Recreate {
    pub fn new<const D: usize>(ground: &Ground<'_, D>) -> Self {
        let problem = ground.problem;
        let vehicles = problem.vehicles.len();
        let keys = ORDERS.iter().map(|&(order, _)| problem.tasks.iter().map(move |task| key(ground, order, task.direct)));
        Self {
            keys: keys.map(Iterator::collect).collect(),
            seen: 1,
            may_leave: vec![true; vehicles],
            suited: problem
                .tasks
                .iter()
                .map(|task| (0..vehicles as u32).filter(|&v| ground.suits(v as usize, task.direct)).collect())
                .collect(),
            order: Vec::new(),
        }
    }

    /// Puts in what it can of `state.absent`; the rest stays there.
    pub fn run<const D: usize, const TIMED: bool>(
        &mut self,
        ground: &mut Ground<'_, D>,
        state: &mut State<D>,
        chance: &mut Chance,
    ) {
        let mut order = std::mem::take(&mut self.order);
        order.clone_from(&state.absent);
        self.sort(&mut order, chance);
        state.absent.clear();
        for &task in &order {
            let choice = self.choose::<D, TIMED>(ground, state, task, chance);
            match choice {
                Some(choice) => put(ground, state, task, choice, chance),
                None => state.absent.push(task),
            }
        }
        self.order = order;
    }

    fn sort(&self, order: &mut [u32], chance: &mut Chance) {
        chance.shuffle(order);
        let whole: f64 = ORDERS.iter().map(|(_, weight)| weight).sum();
        let mut drawn = chance.between(0.0, whole);
        for (at, (_, weight)) in ORDERS.iter().enumerate() {
            drawn -= weight;
            if drawn < 0.0 {
                order.sort_by_key(|&task| self.keys[at][task as usize]);
                return;
            }
        }
    }

    fn blinks(&mut self, chance: &mut Chance) -> bool {
        self.seen -= 1;
        if self.seen > 0 {
            return false;
        }
        let until = libm::log(1.0 - chance.share()) / libm::log(1.0 - BLINK);
        self.seen = 1 + until.min(1e6) as u32;
        true
    }

    fn choose<const D: usize, const TIMED: bool>(
        &mut self,
        ground: &mut Ground<'_, D>,
        state: &mut State<D>,
        task: u32,
        chance: &mut Chance,
    ) -> Option<Choice> {
        let mut best = (ground.penalties[task as usize], None);
        let mut standing_kind = NONE;
        for at in 0..self.suited[task as usize].len() {
            let tour = self.suited[task as usize][at];
            if !self.looks_at(ground, state, tour, &mut standing_kind) {
                continue;
            }
            let spots = state.best::<TIMED>(ground, task, tour);
            if spots.one.cost >= best.0 {
                continue;
            }
            let spot = if self.blinks(chance) { spots.two } else { spots.one };
            if spot.cost < best.0 {
                best = (spot.cost, Some(Choice::Direct { tour, spot }));
            }
        }
        for hub in 0..ground.problem.tasks[task as usize].through.len() {
            let through = ground.problem.tasks[task as usize].through[hub];
            if let Some((cost, inward, outward, ready)) =
                self.through::<D, TIMED>(ground, state, &through, best.0, chance)
            {
                best = (cost, Some(Choice::Through { hub: hub as u8, inward, outward, ready }));
            }
        }
        best.1
    }

    /// Of the vehicles of a kind that stand still, one is as good as another.
    fn looks_at<const D: usize>(
        &self,
        ground: &Ground<'_, D>,
        state: &State<D>,
        tour: u32,
        standing_kind: &mut u32,
    ) -> bool {
        let at = tour as usize;
        if !state.tours[at].stands_still() {
            return true;
        }
        let kind = ground.kinds[at];
        let looks = self.may_leave[at] && *standing_kind != kind;
        if looks {
            *standing_kind = kind;
        }
        looks
    }

    /// The cheapest two rounds through a hub, if they cost less than `least`: cost, where the goods are brought in, where
    /// they go on, and when they are ready at the hub.
    fn through<const D: usize, const TIMED: bool>(
        &mut self,
        ground: &mut Ground<'_, D>,
        state: &State<D>,
        through: &Through,
        least: i64,
        chance: &mut Chance,
    ) -> Option<(i64, (u32, Spot), (u32, Spot), i32)> {
        let mut inward: Vec<(i64, u32, Spot)> = Vec::new();
        open(ground, through, 0);
        let mut standing_kind = NONE;
        for tour in 0..state.tours.len() as u32 {
            if ground.suits(tour as usize, through.inward) && self.looks_at(ground, state, tour, &mut standing_kind)
            {
                let spot = self.see(ground.best::<TIMED>(&state.tours[tour as usize], through.inward), chance);
                if spot.cost < least {
                    inward.push((spot.cost, tour, spot));
                }
            }
        }
        inward.sort_by_key(|&(cost, tour, _)| (cost, tour));
        let mut best = None;
        let mut least = least;
        for &(cost, tour, spot) in inward.iter().take(INWARD) {
            let Some(ready) = ready(ground, &state.tours[tour as usize], through, spot) else { continue };
            open(ground, through, ready);
            let mut standing_kind = if state.tours[tour as usize].stands_still() {
                ground.kinds[tour as usize]
            } else {
                NONE
            };
            for other in 0..state.tours.len() as u32 {
                if other == tour
                    || !ground.suits(other as usize, through.outward)
                    || !self.looks_at(ground, state, other, &mut standing_kind)
                {
                    continue;
                }
                let on = self.see(ground.best::<TIMED>(&state.tours[other as usize], through.outward), chance);
                if on.cost != NOWHERE && cost + on.cost < least {
                    least = cost + on.cost;
                    best = Some((least, (tour, spot), (other, on), ready));
                }
            }
        }
        best
    }

    fn see(&mut self, best: Best, chance: &mut Chance) -> Spot {
        if self.blinks(chance) { best.two } else { best.one }
    }
}

fn key<const D: usize>(ground: &Ground<'_, D>, order: Order, leg: Leg) -> i64 {
    let node = ground.node(if leg.last == NONE { leg.first } else { leg.last });
    let depot = ground.lorry(0).start;
    let away = || i64::from(ground.legs(0).way(depot, node.site).metres);
    match order {
        Order::Random => 0,
        Order::Load => -ground.loads[node.task as usize].iter().copied().map(i64::from).sum::<i64>(),
        Order::Far => -away(),
        Order::Close => away(),
        Order::Narrow => i64::from(node.close) - i64::from(node.open),
        Order::Opens => -i64::from(ground.node(leg.first).open),
        Order::Closes => i64::from(node.close),
    }
}

/// No promise yet: the goods may come at any time, and go on from `ready`.
fn open<const D: usize>(ground: &mut Ground<'_, D>, through: &Through, ready: i32) {
    let (inward, outward) = (through.inward.last as usize, through.outward.first as usize);
    (ground.nodes[inward].open, ground.nodes[inward].close) = (0, HORIZON.cast_signed());
    (ground.nodes[outward].open, ground.nodes[outward].close) =
        (ready, ready.saturating_add(through.most_stored).min(HORIZON.cast_signed()));
}

/// When the goods may be loaded again, if they come in by `spot`.
fn ready<const D: usize>(
    ground: &Ground<'_, D>,
    tour: &Tour<D>,
    through: &Through,
    spot: Spot,
) -> Option<i32> {
    let mut tried = tour.clone();
    ground.put(&mut tried, through.inward, spot.first.into(), spot.last.into());
    if !ground.reckon(&mut tried) {
        return None;
    }
    let halt = tried.halts.iter().find(|halt| halt.node == through.inward.last)?;
    Some(halt.leave + through.handling)
}

fn put<const D: usize>(
    ground: &mut Ground<'_, D>,
    state: &mut State<D>,
    task: u32,
    choice: Choice,
    chance: &mut Chance,
) {
    let asked = &ground.problem.tasks[task as usize];
    let penalty = ground.penalties[task as usize];
    match choice {
        Choice::Direct { tour, spot } => {
            if state.put(ground, tour, asked.direct, spot) {
                state.stand(task, Standing::Direct);
                state.cost -= penalty;
                return;
            }
            state.tours[tour as usize].halts.retain(|halt| {
                halt.node == NONE || halt.node != asked.direct.first && halt.node != asked.direct.last
            });
            state.settle(ground, tour);
            state.absent.push(task);
        }
        Choice::Through { hub, inward, outward, ready } => {
            let through = asked.through[usize::from(hub)];
            open(ground, &through, ready);
            state.put(ground, inward.0, through.inward, inward.1);
            state.put(ground, outward.0, through.outward, outward.1);
            promise(ground, state, &through, ready, chance);
            state.settle(ground, inward.0);
            state.settle(ground, outward.0);
            state.stand(task, Standing::Through(hub));
            state.cost -= penalty;
        }
    }
}

/// Fixes until when the goods are there: somewhere in the time that both rounds leave between them. From then on
/// neither has to ask the other.
fn promise<const D: usize>(
    ground: &mut Ground<'_, D>,
    state: &mut State<D>,
    through: &Through,
    ready: i32,
    chance: &mut Chance,
) {
    let halt = |node: u32| {
        let place = state.places[node as usize];
        state.tours[place.tour as usize].halts[place.at as usize]
    };
    let (comes, goes) = (halt(through.inward.last), halt(through.outward.first));
    let service = comes.leave - comes.early;
    // The latest that both allow, seen from when the goods are ready to go on.
    let latest = goes.late.min(comes.late.saturating_add(service + through.handling)).max(ready);
    let promised = ready + ((f64::from(latest - ready)) * chance.share()) as i32;
    let stored = promised.saturating_add(through.most_stored).min(HORIZON.cast_signed());
    let by = promised - through.handling - service;
    let since = if stored == HORIZON.cast_signed() { 0 } else { (stored - through.most_stored - service).min(by) };
    state.promise(ground, Promise { node: through.inward.last, open: since.max(0), close: by });
    state.promise(ground, Promise { node: through.outward.first, open: promised, close: stored });
}
