//! Small problems with every rule, planned by the engine and by trying all plans there are: no plan costs less.
//!
//! The oracle is slow and plain. It knows the description only, and tries every share of requests among vehicles, every
//! order of halts, every departure and, where goods may not be long on board, every wait.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use routing::description::{Late, Profile, Request, Rest, Site, Stays, Stop, Vehicle};
use routing::{Budget, Description, Objective, Problem, Settings, Tuning, check, solve};

/// Times are whole steps of so many seconds.
const STEP: u32 = 600;
const DAY: u32 = 24 * STEP;
/// Of cost units in a cent: metres at cents a kilometre, seconds at cents an hour, and squared ones are whole.
const UNITS: u64 = 12_960_000;
const NEVER: u64 = u64::MAX;

#[derive(Debug, Clone, Copy, PartialEq)]
struct Halt {
    request: usize,
    loads: bool,
}

fn stop(request: &Request, halt: Halt) -> &Stop {
    let stop = if halt.loads { &request.pick_up } else { &request.deliver };
    stop.as_ref().unwrap()
}

struct Oracle<'a>(&'a Description);

impl Oracle<'_> {
    fn site(&self, id: &str) -> usize {
        self.0.sites.iter().position(|site| site.id == id).unwrap()
    }

    /// The least that all plans cost.
    fn least(&self) -> u64 {
        let mut shares = vec![Vec::new(); self.0.vehicles.len()];
        self.share(0, &mut shares)
    }

    fn share(&self, request: usize, shares: &mut Vec<Vec<usize>>) -> u64 {
        if request == self.0.requests.len() {
            let rounds = shares.iter().enumerate().map(|(vehicle, share)| self.round(vehicle, share));
            return rounds.fold(0, u64::saturating_add);
        }
        let mut least = match self.0.requests[request].penalty_cents {
            Some(cents) => self.share(request + 1, shares).saturating_add(cents * UNITS),
            None => NEVER,
        };
        for vehicle in 0..shares.len() {
            shares[vehicle].push(request);
            least = least.min(self.share(request + 1, shares));
            shares[vehicle].pop();
        }
        least
    }

    /// The least that a vehicle with these requests costs, in any order.
    fn round(&self, vehicle: usize, share: &[usize]) -> u64 {
        if share.is_empty() {
            return 0;
        }
        let halts: Vec<Halt> = share
            .iter()
            .flat_map(|&request| {
                let asked = &self.0.requests[request];
                let loads = asked.pick_up.is_some().then_some(Halt { request, loads: true });
                loads
                    .into_iter()
                    .chain(asked.deliver.is_some().then_some(Halt { request, loads: false }))
            })
            .collect();
        self.order(vehicle, &mut Vec::new(), halts)
    }

    fn order(&self, vehicle: usize, order: &mut Vec<Halt>, left: Vec<Halt>) -> u64 {
        if left.is_empty() {
            return self.driven(vehicle, order);
        }
        let mut least = NEVER;
        for (at, &halt) in left.iter().enumerate() {
            let is_loaded = halt.loads
                || self.0.requests[halt.request].pick_up.is_none()
                || order.contains(&Halt { loads: true, ..halt });
            if is_loaded {
                let mut rest = left.clone();
                rest.remove(at);
                order.push(halt);
                least = least.min(self.order(vehicle, order, rest));
                order.pop();
            }
        }
        least
    }

    fn driven(&self, vehicle: usize, order: &[Halt]) -> u64 {
        let asked = &self.0.vehicles[vehicle];
        let requests = || order.iter().map(|halt| &self.0.requests[halt.request]);
        if requests().any(|request| request.needs.iter().any(|need| !asked.traits.contains(need)))
            || requests().any(|request| !request.only.is_empty() && !request.only.contains(&asked.id))
            || !self.fits(vehicle, order)
        {
            return NEVER;
        }
        let profile = &self.0.profiles[0];
        let (mut at, mut metres, mut halts) = (self.site(&asked.start), 0_u64, 0_u64);
        for halt in order {
            let site = self.site(&stop(&self.0.requests[halt.request], *halt).site);
            metres += u64::from(profile.metres[at][site]);
            halts += u64::from(site != at);
            at = site;
        }
        metres += u64::from(profile.metres[at][self.site(&asked.end)]);
        if asked.most_metres.is_some_and(|most| metres > most.into()) {
            return NEVER;
        }
        let brought = requests().filter(|request| request.pick_up.is_none());
        let ready = brought.map(|request| request.release).max().unwrap_or(0).max(asked.shift[0]);
        // As little late as can be, then as short.
        let mut best: Option<(u64, u32)> = None;
        for departs in (ready..=asked.shift[1]).step_by(STEP as usize) {
            if let Some((late, arrives)) = self.arrival(vehicle, order, departs) {
                let found = (late, arrives - departs);
                best = Some(best.map_or(found, |known| known.min(found)));
            }
        }
        let Some((late, seconds)) = best else { return NEVER };
        if asked.most_seconds.is_some_and(|most| seconds > most) {
            return NEVER;
        }
        let moved = |request: &&Request| {
            request
                .stays
                .as_ref()
                .filter(|stays| stays.vehicle != asked.id)
                .map(|stays| stays.otherwise_cents)
        };
        let first = |(at, halt): &(usize, &Halt)| order[..*at].iter().all(|o| o.request != halt.request);
        let carried =
            order.iter().enumerate().filter(first).map(|(_, halt)| &self.0.requests[halt.request]);
        let moved: u64 = carried.filter_map(|request| moved(&request)).sum();
        let seconds = u64::from(seconds);
        (u64::from(asked.fixed_cents) + halts * u64::from(asked.cents_per_stop) + moved) * UNITS
            + metres * u64::from(asked.cents_per_km) * 12_960
            + (seconds * u64::from(asked.cents_per_hour) + late) * 3_600
            + seconds * seconds * u64::from(asked.cents_per_hour_squared)
    }

    fn fits(&self, vehicle: usize, order: &[Halt]) -> bool {
        let most: Vec<i64> = (0..self.0.dimensions.len())
            .map(|dimension| {
                let amount = |halt: &Halt| i64::from(self.0.requests[halt.request].load[dimension]);
                let brought = |halt: &&Halt| self.0.requests[halt.request].pick_up.is_none();
                let mut load: i64 = order.iter().filter(brought).map(amount).sum();
                let mut most = load;
                for halt in order {
                    load += if halt.loads { amount(halt) } else { -amount(halt) };
                    most = most.max(load);
                }
                most
            })
            .collect();
        let vehicle = &self.0.vehicles[vehicle];
        let mut layouts = std::iter::once(&vehicle.capacity).chain(&vehicle.or_capacity);
        layouts.any(|room| most.iter().zip(room).all(|(most, room)| *most <= i64::from(*room)))
    }

    /// How late it is, in cents an hour times seconds, and when it is back, if it departs then.
    fn arrival(&self, vehicle: usize, order: &[Halt], departs: u32) -> Option<(u64, u32)> {
        let start = self.site(&self.0.vehicles[vehicle].start);
        self.halts(vehicle, order, 0, start, departs, departs, 0, &mut Vec::new())
    }

    fn halts(
        &self,
        vehicle: usize,
        order: &[Halt],
        at: usize,
        site: usize,
        free: u32,
        departs: u32,
        driven: u32,
        begins: &mut Vec<u32>,
    ) -> Option<(u64, u32)> {
        let asked = &self.0.vehicles[vehicle];
        let profile = &self.0.profiles[0];
        let next = order.get(at).map(|&halt| stop(&self.0.requests[halt.request], halt));
        let to = self.site(next.map_or(&asked.end, |stop| &stop.site));
        let seconds = profile.seconds[site][to];
        let (mut free, mut driven) = (free, driven + seconds);
        while let Some(rest) = asked.rest
            && driven > rest.after_driving_seconds
        {
            free += rest.seconds;
            driven -= rest.after_driving_seconds;
        }
        let arrives = free + seconds;
        let Some(next) = next else {
            return (arrives <= asked.shift[1] && self.on_board(order, begins, departs, arrives))
                .then_some((0, arrives));
        };
        let request = &self.0.requests[order[at].request];
        let ready = if request.pick_up.is_some() { request.release } else { 0 };
        let waits =
            order.iter().any(|halt| self.0.requests[halt.request].most_seconds_on_board.is_some());
        let mut least = None;
        let mut begin = arrives;
        while begin <= asked.shift[1] {
            let last = next.windows.last().map_or(u32::MAX, |window| window[1]);
            let late = begin.saturating_sub(last);
            let is_open = next.windows.is_empty()
                || next.windows.iter().any(|w| w[0] <= begin && begin <= w[1])
                || late > 0 && next.late.is_some_and(|price| late <= price.most_seconds);
            let price = next.late.map_or(0, |price| u64::from(price.cents_per_hour) * u64::from(late));
            if is_open && begin >= ready {
                let rested = asked.rest.is_some_and(|rest| begin - arrives >= rest.seconds);
                let driven = if rested { 0 } else { driven };
                begins.push(begin);
                let leaves = begin + next.service_seconds;
                let back = self.halts(vehicle, order, at + 1, to, leaves, departs, driven, begins);
                begins.pop();
                let back = back.map(|(later, arrives)| (later + price, arrives));
                least = match (least, back) {
                    (Some(least), Some(back)) => Some(std::cmp::min::<(u64, u32)>(least, back)),
                    (known, back) => known.or(back),
                };
                if !waits {
                    break;
                }
            }
            begin += STEP;
        }
        least
    }

    fn on_board(&self, order: &[Halt], begins: &[u32], departs: u32, arrives: u32) -> bool {
        order.iter().zip(begins).all(|(halt, &begin)| {
            let request = &self.0.requests[halt.request];
            let Some(most) = request.most_seconds_on_board else { return true };
            let leaves = begin + stop(request, *halt).service_seconds;
            match (halt.loads, request.pick_up.is_some(), request.deliver.is_some()) {
                (true, _, true) => {
                    let unloads =
                        order.iter().position(|other| other.request == halt.request && !other.loads);
                    begins[unloads.unwrap()] - leaves <= most
                }
                (true, _, false) => arrives - leaves <= most,
                (false, false, _) => begin - departs <= most,
                (false, true, _) => true,
            }
        })
    }
}

/// A time, in steps.
fn time(range: std::ops::Range<u32>) -> impl Strategy<Value = u32> {
    range.prop_map(|steps| steps * STEP)
}

fn windows() -> impl Strategy<Value = Vec<[u32; 2]>> {
    prop_oneof![
        2 => Just(Vec::new()),
        3 => (0..14_u32, 1..8_u32).prop_map(|(from, long)| vec![[from * STEP, (from + long) * STEP]]),
        1 => (0..6_u32, 1..3_u32, 1..5_u32).prop_map(|(from, long, gap)| {
            let later = from + long + gap;
            vec![[from * STEP, (from + long) * STEP], [later * STEP, (later + 4) * STEP]]
        }),
    ]
}

fn stops(sites: usize) -> impl Strategy<Value = Stop> {
    let late = (time(1..5), 0..4_000_u32)
        .prop_map(|(most_seconds, cents_per_hour)| Late { most_seconds, cents_per_hour });
    let late = prop::option::weighted(0.15, late);
    (0..sites, windows(), time(0..2), late).prop_map(|(site, windows, service_seconds, late)| Stop {
        site: site.to_string(),
        windows,
        service_seconds,
        late,
    })
}

fn requests(sites: usize) -> impl Strategy<Value = Request> {
    let ends = prop_oneof![
        1 => stops(sites).prop_map(|to| (None, Some(to))),
        1 => stops(sites).prop_map(|from| (Some(from), None)),
        3 => (stops(sites), stops(sites)).prop_map(|(from, to)| (Some(from), Some(to))),
    ];
    let limits = (
        prop_oneof![3 => Just(None), 1 => time(1..6).prop_map(Some)],
        prop_oneof![3 => Just(0), 1 => time(1..6)],
        prop_oneof![1 => Just(None), 3 => (100..4_000_u64).prop_map(Some)],
        prop_oneof![4 => Just(Vec::new()), 1 => (0..2_u8).prop_map(|only| vec![only.to_string()])],
        prop::option::weighted(0.3, (0..2_u8, 0..1_000_u64)),
    );
    (ends, prop::collection::vec(0..4_u32, 2), prop::bool::weighted(0.2), limits).prop_map(
        |(
            (pick_up, deliver),
            load,
            cold,
            (most_seconds_on_board, release, penalty_cents, only, stays),
        )| Request {
            pick_up,
            deliver,
            load,
            needs: if cold { vec!["fridge".to_owned()] } else { Vec::new() },
            most_seconds_on_board,
            release,
            penalty_cents,
            only,
            stays: stays
                .map(|(who, otherwise_cents)| Stays { vehicle: who.to_string(), otherwise_cents }),
            ..Request::default()
        },
    )
}

fn vehicles(sites: usize) -> impl Strategy<Value = Vehicle> {
    let prices = (0..2_000_u32, 10..200_u32, 0..4_000_u32, 0..300_u32);
    let squared = prop_oneof![3 => Just(0), 1 => 1..200_u32];
    let rest = (1..5_u32, 1..3_u32).prop_map(|(after, long)| Rest {
        after_driving_seconds: after * STEP,
        seconds: long * STEP,
        driven_seconds: 0,
    });
    let limits = (
        prop::option::weighted(0.2, time(4..20)),
        prop::option::weighted(0.2, 10_000..80_000_u32),
        prop::option::weighted(0.3, rest),
        squared,
        prop::option::weighted(0.2, prop::collection::vec(2..8_u32, 2)),
    );
    ((0..sites, 0..sites), prop::collection::vec(2..8_u32, 2), prop::bool::weighted(0.6), prices, limits)
        .prop_map(
            |(
                (start, end),
                capacity,
                cold,
                (fixed, km, hour, halt),
                (most_seconds, most_metres, rest, squared, other),
            )| Vehicle {
                profile: "van".to_owned(),
                start: start.to_string(),
                end: end.to_string(),
                shift: [0, DAY],
                capacity,
                traits: if cold { vec!["fridge".to_owned()] } else { Vec::new() },
                fixed_cents: fixed,
                cents_per_km: km,
                cents_per_hour: hour,
                cents_per_stop: halt,
                cents_per_hour_squared: squared,
                or_capacity: other.into_iter().collect(),
                most_metres,
                most_seconds,
                rest,
                ..Vehicle::default()
            },
        )
}

const SITES: usize = 5;

fn problems() -> impl Strategy<Value = Description> {
    // Places on a grid: the way between them takes as many steps as it has blocks, and is as long.
    let places = prop::collection::vec((0..3_u32, 0..3_u32), SITES);
    let asked =
        (prop::collection::vec(requests(SITES), 1..4), prop::collection::vec(vehicles(SITES), 1..3));
    (places, asked).prop_map(|(places, (mut requests, mut vehicles))| {
        let blocks = |a: (u32, u32), b: (u32, u32)| a.0.abs_diff(b.0) + a.1.abs_diff(b.1);
        let rows = |each: u32| {
            places
                .iter()
                .map(|&a| places.iter().map(|&b| blocks(a, b) * each).collect())
                .collect::<Vec<Vec<u32>>>()
        };
        // A wait counts as a break: where a time on board limits waits, the engine gives a good time, not the best.
        let rests = vehicles.iter().any(|vehicle| vehicle.rest.is_some());
        for (at, request) in requests.iter_mut().enumerate() {
            request.id = at.to_string();
            request.most_seconds_on_board = request.most_seconds_on_board.filter(|_| !rests);
            // Of one vehicle or two.
            let is_there = |id: &String| id.parse().is_ok_and(|at: usize| at < vehicles.len());
            request.only.retain(is_there);
            request.stays = request.stays.take().filter(|stays| is_there(&stays.vehicle));
        }
        for (at, vehicle) in vehicles.iter_mut().enumerate() {
            vehicle.id = at.to_string();
        }
        Description {
            dimensions: vec!["dry".to_owned(), "cold".to_owned()],
            sites: (0..SITES).map(|at| Site { id: at.to_string() }).collect(),
            profiles: vec![Profile { id: "van".to_owned(), seconds: rows(STEP), metres: rows(7_000) }],
            requests,
            vehicles,
            ..Description::default()
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_plan_costs_less(description in problems()) {
        let problem = Problem::new(description.clone()).unwrap();
        let settings = Settings {
            seed: 1,
            objective: Objective::Cost,
            budget: Budget::Iterations(4000),
            threads: 1,
            from: None,
            tuning: Tuning::default(),
        };
        let plan = solve(&problem, &settings, &mut |_| true);
        prop_assert_eq!(check::check(&description, &plan), Vec::<String>::new());
        let least = Oracle(&description).least();
        let all_served = plan.left_out.iter().all(|left| description.requests[left.request].penalty_cents.is_some());
        prop_assert_eq!(all_served, least != NEVER, "{:?}", plan);
        if all_served {
            let rounded = (least + UNITS / 2) / UNITS;
            // Each of seven terms of two rounds is rounded by itself.
            prop_assert!(plan.cents.abs_diff(rounded) <= 7, "{} cents, and {} would do: {:?}", plan.cents, rounded, plan);
        }
    }
}
