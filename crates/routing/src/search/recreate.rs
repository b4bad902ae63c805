//! Puts absent requests where they cost least, now and then looking away from the best place.
//!
//! # Source
//! Christiaens & Vanden Berghe 2020 (see `ruin`), section 5.3: greedy insertion with blinks.

use super::chance::Chance;
use super::docks;
use super::ground::{DEAR, Ground};
use super::near::near;
use super::spot::{Best, NOWHERE, Spot};
use super::state::{Promise, Standing, State};
use super::tour::Tour;
use crate::problem::{HORIZON, Leg, NONE, Through};

/// One place in a hundred is not seen.
const BLINK: f64 = 0.01;
/// So often requests that cost more than their penalty are put in all the same: alone each costs a whole round, and
/// together they may share one.
const FORCED: f64 = 0.1;
/// Rounds into a hub that are looked at closely, the cheapest first.
const INWARD: usize = 4;

/// So many rounds are all asked.
const FEW_ROUNDS: usize = 16;

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
    /// Of each request and vehicle: whether it could take it, direct; nothing where all vehicles can take all.
    suits: Vec<bool>,
    /// Some requests may be left out at a price.
    optional: bool,
    order: Vec<u32>,
    /// The rounds that are looked at: those that move, and of the vehicles of a kind that stand still the first, since
    /// one is as good as another.
    active: Vec<u32>,
    /// Of those, the vehicles that stand still.
    idle: Vec<u32>,
    stale: Vec<u32>,
    /// Of each request: those near it; nothing where all are.
    near: Vec<Vec<u32>>,
    /// The rounds of those near the request that is looked at, and for each round when it was last noted among them.
    close_by: Vec<u32>,
    noted: Vec<u32>,
    look: u32,
}

/// By two rounds through a hub: the cost, where the goods are brought in, where they go on, and when they are ready.
type Handed = (i64, (u32, Spot), (u32, Spot), Ready);

/// Where a request goes.
enum Choice {
    Direct { tour: u32, spot: Spot },
    Through { hub: u8, inward: (u32, Spot), outward: (u32, Spot), ready: Ready },
}

impl Recreate {
    pub fn new<const D: usize>(ground: &Ground<'_, D>) -> Self {
        let problem = ground.problem;
        let vehicles = problem.vehicles.len();
        let keys = ORDERS
            .iter()
            .map(|&(order, _)| problem.tasks.iter().map(move |task| key(ground, order, task.direct)));
        let suits: Vec<bool> = problem
            .tasks
            .iter()
            .flat_map(|task| (0..vehicles).map(move |vehicle| ground.suits(vehicle, task.direct)))
            .collect();
        Self {
            keys: keys.map(Iterator::collect).collect(),
            seen: 1,
            may_leave: vec![true; vehicles],
            suits: if suits.iter().all(|&suits| suits) { Vec::new() } else { suits },
            optional: ground.penalties.iter().any(|&penalty| penalty < DEAR),
            order: Vec::new(),
            active: Vec::new(),
            idle: Vec::new(),
            stale: Vec::new(),
            near: near(ground),
            close_by: Vec::new(),
            noted: vec![0; vehicles],
            look: 0,
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
        self.look_around(ground, state);
        let forced = self.optional && chance.happens(FORCED);
        for &task in &order {
            let most =
                if forced && chance.happens(0.5) { NOWHERE } else { ground.penalties[task as usize] };
            match self.choose::<D, TIMED>(ground, state, task, most, chance) {
                Some(choice) => {
                    if put(ground, state, task, choice, chance) {
                        self.look_around(ground, state);
                    }
                }
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
        most: i64,
        chance: &mut Chance,
    ) -> Option<Choice> {
        let mut best = (most, None);
        let may_go_direct = !ground.problem.tasks[task as usize].never_direct;
        let close_by =
            if may_go_direct { self.rounds_close_by(ground, state, task) } else { Vec::new() };
        self.ask::<D, TIMED>(ground, state, task, &close_by, &mut best, chance);
        if may_go_direct && best.1.is_none() && close_by.len() < self.active.len() {
            let active = std::mem::take(&mut self.active);
            self.ask::<D, TIMED>(ground, state, task, &active, &mut best, chance);
            self.active = active;
        }
        self.close_by = close_by;
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

    /// The rounds that carry its neighbours, and those that stand still; all where all are near.
    fn rounds_close_by<const D: usize>(
        &mut self,
        ground: &Ground<'_, D>,
        state: &State<D>,
        task: u32,
    ) -> Vec<u32> {
        let mut close_by = std::mem::take(&mut self.close_by);
        close_by.clear();
        if self.near.is_empty() || self.active.len() <= FEW_ROUNDS {
            close_by.extend_from_slice(&self.active);
            return close_by;
        }
        self.look = self.look.wrapping_add(1);
        for &other in &self.near[task as usize] {
            if state.standing[other as usize] == Standing::Absent {
                continue;
            }
            let tour = state.places[ground.firsts[other as usize] as usize].tour;
            if self.noted[tour as usize] != self.look {
                self.noted[tour as usize] = self.look;
                close_by.push(tour);
            }
        }
        close_by.extend_from_slice(&self.idle);
        close_by
    }

    /// Asks these rounds for the best place.
    fn ask<const D: usize, const TIMED: bool>(
        &mut self,
        ground: &Ground<'_, D>,
        state: &mut State<D>,
        task: u32,
        rounds: &[u32],
        best: &mut (i64, Option<Choice>),
        chance: &mut Chance,
    ) {
        let vehicles = state.tours.len();
        self.stale.clear();
        // What is known first: it tells what a place must not cost in the rounds that have changed.
        for &tour in rounds {
            if !self.suits.is_empty() && !self.suits[task as usize * vehicles + tour as usize] {
                continue;
            }
            match state.floor(task, tour) {
                Some(floor) if floor.cost >= best.0 => {}
                Some(floor) if floor.is_met => {
                    self.weigh(best, tour, state.spots(task, tour), chance);
                }
                _ => self.stale.push(tour),
            }
        }
        for at in 0..self.stale.len() {
            let tour = self.stale[at];
            let spots = state.ask::<TIMED>(ground, task, tour, best.0);
            self.weigh(best, tour, spots, chance);
        }
    }

    fn weigh(
        &mut self,
        best: &mut (i64, Option<Choice>),
        tour: u32,
        spots: [Spot; 2],
        chance: &mut Chance,
    ) {
        if spots[0].cost < best.0 {
            let spot = if self.blinks(chance) { spots[1] } else { spots[0] };
            if spot.cost < best.0 {
                *best = (spot.cost, Some(Choice::Direct { tour, spot }));
            }
        }
    }

    fn look_around<const D: usize>(&mut self, ground: &Ground<'_, D>, state: &State<D>) {
        self.active.clear();
        self.idle.clear();
        let mut standing = NONE;
        for (at, &length) in state.lengths.iter().enumerate() {
            if length == 0 {
                if !self.may_leave[at] || standing == ground.kinds[at] {
                    continue;
                }
                standing = ground.kinds[at];
                self.idle.push(at as u32);
            }
            self.active.push(at as u32);
        }
    }

    /// The cheapest two rounds through a hub, if they cost less than `least`: cost, where the goods are brought in, where
    /// they go on, and when they are ready at the hub.
    fn through<const D: usize, const TIMED: bool>(
        &mut self,
        ground: &mut Ground<'_, D>,
        state: &mut State<D>,
        through: &Through,
        least: i64,
        chance: &mut Chance,
    ) -> Option<Handed> {
        let mut inward: Vec<(i64, u32, Spot)> = Vec::new();
        open(ground, through, Ready { from: 0, to: EVER });
        for at in 0..self.active.len() {
            let tour = self.active[at];
            if ground.suits(tour as usize, through.inward) {
                let seen = ground.best::<TIMED>(
                    &mut state.scratch,
                    &state.tours[tour as usize],
                    through.inward,
                    least,
                );
                let spot = self.see(seen, chance);
                if spot.cost < least {
                    inward.push((spot.cost, tour, spot));
                }
            }
        }
        inward.sort_by_key(|&(cost, tour, _)| (cost, tour));
        let mut best = None;
        let mut least = least;
        for &(cost, tour, spot) in inward.iter().take(INWARD) {
            let Some(ready) = ready(ground, &state.tours[tour as usize], through, spot) else {
                continue;
            };
            open(ground, through, ready);
            for at in 0..self.active.len() {
                let other = self.active[at];
                if other == tour || !ground.suits(other as usize, through.outward) {
                    continue;
                }
                let onward = &state.tours[other as usize];
                let on = self.see(
                    ground.best::<TIMED>(&mut state.scratch, onward, through.outward, least),
                    chance,
                );
                if on.cost != NOWHERE && cost.saturating_add(on.cost) < least {
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
        Order::Opens => i64::from(ground.node(leg.first).open),
        Order::Closes => -i64::from(node.close),
    }
}

/// When goods at a hub may go on: from the earliest that the round which brings them allows, to its latest.
#[derive(Clone, Copy)]
struct Ready {
    from: i32,
    to: i32,
}

const EVER: i32 = HORIZON.cast_signed();

/// No promise yet: the goods may come at any time, and go on when they are ready.
fn open<const D: usize>(ground: &mut Ground<'_, D>, through: &Through, ready: Ready) {
    let (inward, outward) = (through.inward.last as usize, through.outward.first as usize);
    (ground.nodes[inward].open, ground.nodes[inward].close) = (0, EVER);
    (ground.nodes[outward].open, ground.nodes[outward].close) =
        (ready.from, ready.to.saturating_add(through.most_stored).min(EVER));
}

/// When the goods may be loaded again, if they come in by `spot`.
fn ready<const D: usize>(
    ground: &Ground<'_, D>,
    tour: &Tour<D>,
    through: &Through,
    spot: Spot,
) -> Option<Ready> {
    let mut tried = tour.clone();
    ground.put(&mut tried, through.inward, spot.first.into(), spot.last.into());
    if !ground.reckon(&mut tried) {
        return None;
    }
    let at = tried.halts.iter().position(|halt| halt.node == through.inward.last)?;
    let halt = &tried.halts[at];
    let service = halt.leave - halt.early;
    let comes = if tried.exact {
        let nodes: Vec<u32> = tried.nodes().collect();
        ground.sequence(&ground.nodes, tried.vehicle, &nodes).earliest()?.begins[at - 1]
    } else {
        halt.early
    };
    let after = service + through.handling;
    Some(Ready { from: comes + after, to: halt.late.max(comes) + after })
}

fn docks_suffice<const D: usize>(ground: &Ground<'_, D>, state: &State<D>) -> bool {
    !ground.docks_are_limited() || docks::assign(ground, state).is_some()
}

/// Whether a vehicle that stood still leaves for it.
fn put<const D: usize>(
    ground: &mut Ground<'_, D>,
    state: &mut State<D>,
    task: u32,
    choice: Choice,
    chance: &mut Chance,
) -> bool {
    let stood = |state: &State<D>, tour: u32| state.lengths[tour as usize] == 0;
    let asked = &ground.problem.tasks[task as usize];
    let penalty = ground.penalties[task as usize];
    match choice {
        Choice::Direct { tour, spot } => {
            let leaves = stood(state, tour);
            if state.put(ground, tour, asked.direct, spot) && docks_suffice(ground, state) {
                state.stand(task, Standing::Direct);
                state.cost -= penalty;
                return leaves;
            }
            state.remove(ground, tour, asked.direct);
            state.absent.push(task);
            false
        }
        Choice::Through { hub, inward, outward, ready } => {
            let through = asked.through[usize::from(hub)];
            let leaves = stood(state, inward.0) || stood(state, outward.0);
            open(ground, &through, ready);
            let mut kept = state.put(ground, inward.0, through.inward, inward.1);
            kept &= state.put(ground, outward.0, through.outward, outward.1);
            if kept {
                promise(ground, state, &through, ready, chance);
                kept = state.settle(ground, inward.0)
                    && state.settle(ground, outward.0)
                    && docks_suffice(ground, state);
            }
            if !kept {
                state.remove(ground, inward.0, through.inward);
                state.remove(ground, outward.0, through.outward);
                state.absent.push(task);
                return false;
            }
            state.stand(task, Standing::Through(hub));
            state.cost -= penalty;
            leaves
        }
    }
}

/// Fixes until when the goods are there: somewhere in the time that both rounds leave between them. From then on
/// neither has to ask the other.
fn promise<const D: usize>(
    ground: &mut Ground<'_, D>,
    state: &mut State<D>,
    through: &Through,
    ready: Ready,
    chance: &mut Chance,
) {
    let place = state.places[through.outward.first as usize];
    let goes = state.tours[place.tour as usize].halts[place.at as usize];
    let is_limited = through.most_stored < EVER;
    // Not so early that the goods would have to wait for longer than they may.
    let earliest =
        if is_limited { ready.from.max(goes.early - through.most_stored) } else { ready.from };
    let latest = goes.late.min(ready.to).max(earliest);
    // Either all the time for who comes, or all for who goes, or something between.
    let share = match chance.below(3) {
        0 => 0.0,
        1 => 1.0,
        _ => chance.share(),
    };
    let promised = earliest + (f64::from(latest - earliest) * share) as i32;
    let by = promised - through.handling - ground.node(through.inward.last).service;
    // A limit of storage is shared out between who comes and who goes.
    let (since, until) = if is_limited {
        let goes_after = (goes.early - promised).max(through.most_stored / 2).min(through.most_stored);
        (by - (through.most_stored - goes_after), promised + goes_after)
    } else {
        (0, EVER)
    };
    state.promise(ground, Promise { node: through.inward.last, open: since.max(0), close: by });
    state.promise(ground, Promise { node: through.outward.first, open: promised, close: until });
}
