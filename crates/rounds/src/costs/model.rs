//! What a round cost: by its prices, and what of it each thing that was carried made it cost.

use routing::description::{Description, Request, Stop, Vehicle};
use routing::plan::{Course, Does, Round, weigh};
use routing::{Problem, description};
use units::Cents;

use crate::fleet::Prices;

/// A round's cost, part by part.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cost {
    pub fixed: Cents,
    pub distance: Cents,
    pub time: Cents,
    pub stops: Cents,
    /// Tolls, parking: what was paid on the way.
    pub extra: Cents,
}

impl Cost {
    /// By a vehicle's prices, each part rounded half up.
    pub fn of(prices: &Prices, metres: i64, seconds: i64, stops: i64, extra: Cents) -> Self {
        let part =
            |price: Cents, count: i64, unit: i64| Cents((price.0 * count.max(0) + unit / 2) / unit);
        Self {
            fixed: prices.fixed,
            distance: part(prices.per_km, metres, 1_000),
            time: part(prices.per_hour, seconds, 3_600),
            stops: part(prices.per_stop, stops, 1),
            extra,
        }
    }

    pub fn total(&self) -> Cents {
        [self.fixed, self.distance, self.time, self.stops, self.extra].into_iter().sum()
    }
}

/// A round taken out of its plan: its vehicle with what it carries and nothing else, so that leaving some of it out
/// shows what that saves.
pub struct Alone {
    problem: Problem,
    course: Course,
    ids: Vec<String>,
}

impl Alone {
    /// At these prices, whatever the plan was searched by; none where the description is not that of the round.
    pub fn of(description: &Description, round: &Round, prices: &Prices) -> Option<Self> {
        let vehicle = description.vehicles.get(round.vehicle)?;
        let mut places: Vec<usize> = round.halts.iter().map(|halt| halt.request).collect();
        places.sort_unstable();
        places.dedup();
        let requests = places.iter().map(|place| own_part(description, round, *place));
        let requests: Vec<Request> = requests.collect::<Option<_>>()?;
        let ids = requests.iter().map(|request| request.id.clone()).collect();
        let profile = description.profiles.iter().find(|one| one.id == vehicle.profile)?;
        let alone = Description {
            dimensions: description.dimensions.clone(),
            sites: description.sites.clone(),
            profiles: vec![profile.clone()],
            requests,
            vehicles: vec![priced(vehicle, prices)],
            ..Description::default()
        };
        let halts = round.halts.iter().map(|halt| {
            let does = match halt.does {
                Does::PickUp | Does::TakeOver => Does::PickUp,
                Does::Deliver | Does::HandOver => Does::Deliver,
            };
            Some((places.binary_search(&halt.request).ok()?, does))
        });
        let course = Course { vehicle: 0, halts: halts.collect::<Option<_>>()? };
        Some(Self { problem: Problem::new(alone).ok()?, course, ids })
    }

    /// What the round costs without some of its requests; none where it cannot be driven so.
    pub fn without(&self, left_out: &dyn Fn(&str) -> bool) -> Option<Cents> {
        let stays = |&(request, _): &(usize, Does)| !left_out(&self.ids[request]);
        let halts: Vec<(usize, Does)> = self.course.halts.iter().copied().filter(stays).collect();
        if halts.is_empty() {
            return Some(Cents::ZERO);
        }
        let round = weigh(&self.problem, &Course { vehicle: 0, halts })?;
        // What is paid, and not what the plan's goal counts besides.
        let paid = round.terms.paid_cents();
        Some(Cents(i64::try_from(paid).ok()?))
    }

    /// What leaving some of its requests out would save.
    pub fn marginal(&self, left_out: &dyn Fn(&str) -> bool) -> Option<Cents> {
        Some(self.without(&|_| false)? - self.without(left_out)?)
    }
}

fn priced(vehicle: &Vehicle, prices: &Prices) -> Vehicle {
    let cents = |amount: Cents| u32::try_from(amount.0).unwrap_or(u32::MAX);
    Vehicle {
        fixed_cents: cents(prices.fixed),
        cents_per_km: cents(prices.per_km),
        cents_per_hour: cents(prices.per_hour),
        cents_per_stop: cents(prices.per_stop),
        cents_per_hour_squared: 0,
        ..vehicle.clone()
    }
}

/// What this round does of a request: all of it, or its part before or after a hub.
fn own_part(description: &Description, round: &Round, place: usize) -> Option<Request> {
    let request = description.requests.get(place)?;
    let halts = || round.halts.iter().filter(|halt| halt.request == place);
    let at_hub = |does: Does| {
        let halt = halts().find(|halt| halt.does == does)?;
        let site = description.sites.get(halt.site)?;
        let hub = description.hubs.iter().find(|hub| hub.site == site.id);
        let service_seconds = hub.map_or(0, |hub| hub.service_seconds);
        Some((Stop { site: site.id.clone(), service_seconds, ..Stop::default() }, halt.begins))
    };
    let (before, after) = (at_hub(Does::HandOver), at_hub(Does::TakeOver));
    let (pick_up, release) = match &after {
        Some((hub, begins)) => (Some(hub.clone()), *begins),
        None => (request.pick_up.clone(), request.release),
    };
    let deliver = match before {
        Some((hub, _)) => Some(hub),
        None => request.deliver.clone(),
    };
    Some(Request {
        id: request.id.clone(),
        pick_up,
        deliver,
        load: request.load.clone(),
        needs: request.needs.clone(),
        most_seconds_on_board: request.most_seconds_on_board,
        release,
        ..description::Request::default()
    })
}

/// Spreads a cost over what was carried by its crates; what has none counts as one.
pub fn average(total: Cents, crates: &[i64]) -> Vec<Cents> {
    let weights: Vec<i64> = crates.iter().map(|count| (*count).max(1)).collect();
    if weights.is_empty() {
        return Vec::new();
    }
    units::apportion(total.0, &weights).into_iter().map(Cents).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use routing::description::{Hub, Profile, Site};
    use routing::{Budget, Objective, Settings, Tuning};

    const PRICES: Prices =
        Prices { fixed: Cents(2_000), per_km: Cents(35), per_hour: Cents(2_800), per_stop: Cents(50) };

    fn vehicle() -> Vehicle {
        Vehicle {
            id: "van".into(),
            profile: "road".into(),
            start: "hub".into(),
            end: "hub".into(),
            shift: [0, 40_000],
            capacity: vec![100],
            fixed_cents: 2_000,
            cents_per_km: 35,
            cents_per_hour: 2_800,
            cents_per_stop: 50,
            ..Vehicle::default()
        }
    }

    fn stop(site: &str) -> Stop {
        Stop { site: site.into(), service_seconds: 600, ..Stop::default() }
    }

    /// A hub, a village 10 km away, another 2 km behind it, and one 30 km the other way.
    fn description() -> Description {
        let metres = [
            [0, 10_000, 12_000, 30_000],
            [10_000, 0, 2_000, 40_000],
            [12_000, 2_000, 0, 42_000],
            [30_000, 40_000, 42_000, 0],
        ];
        let rows = metres.map(|row| row.to_vec()).to_vec();
        let seconds = rows.iter().map(|row| row.iter().map(|metres| metres / 15).collect()).collect();
        let request = |id: &str, site: &str, crates: u32| Request {
            id: id.into(),
            deliver: Some(stop(site)),
            load: vec![crates],
            ..Request::default()
        };
        Description {
            dimensions: vec!["crates".into()],
            sites: ["hub", "near", "behind", "far"].map(|id| Site { id: id.into() }).to_vec(),
            profiles: vec![Profile { id: "road".into(), seconds, metres: rows }],
            requests: vec![request("a", "near", 10), request("b", "behind", 5), request("c", "far", 1)],
            vehicles: vec![vehicle()],
            ..Description::default()
        }
    }

    fn solved(description: &Description) -> routing::Plan {
        let problem = Problem::new(description.clone()).unwrap();
        let settings = Settings {
            seed: 1,
            objective: Objective::Cost,
            budget: Budget::Iterations(200),
            threads: 1,
            from: None,
            tuning: Tuning::default(),
        };
        routing::solve(&problem, &settings, &mut |_| true)
    }

    #[test]
    fn a_round_costs_its_kilometres_hours_and_stops() {
        let cost = Cost::of(&PRICES, 84_200, 4 * 3_600 + 900, 3, Cents(350));
        assert_eq!(
            (cost.fixed, cost.distance, cost.time, cost.stops, cost.extra),
            (Cents(2_000), Cents(2_947), Cents(11_900), Cents(150), Cents(350))
        );
        assert_eq!(cost.total(), Cents(17_347));
        assert_eq!(Cost::of(&PRICES, -5, -5, 0, Cents::ZERO).total(), Cents(2_000));
    }

    #[test]
    fn what_a_shipment_adds_is_what_the_round_saves_without_it() {
        let description = description();
        let plan = solved(&description);
        assert_eq!((plan.rounds.len(), plan.left_out.len()), (1, 0));
        let alone = Alone::of(&description, &plan.rounds[0], &PRICES).unwrap();
        let whole = alone.without(&|_| false).unwrap();
        assert_eq!(whole, Cents(i64::try_from(plan.cents).unwrap()));
        let marginal = |id: &'static str| alone.marginal(&|one| one == id).unwrap();
        // The village behind: 4 km more there and back, with the way and ten minutes more at the door.
        let added = 4 * 35 + (4_000 / 15 + 600 + 1) * 2_800 / 3_600 + 50;
        assert!((marginal("b").0 - added).abs() <= 1, "{:?}, {added}", marginal("b"));
        assert!(marginal("c") > Cents(60 * 35), "the far one is 60 km: {:?}", marginal("c"));
        // Near and behind share the way, so that each adds less than both together.
        let both = alone.marginal(&|one| one != "c").unwrap();
        assert!(marginal("a") + marginal("b") < both);
        assert_eq!(alone.without(&|_| true), Some(Cents::ZERO), "a vehicle that does nothing stays");
    }

    #[test]
    fn a_part_before_a_hub_is_a_round_of_its_own() {
        let mut description = description();
        description.hubs = vec![Hub {
            site: "hub".into(),
            service_seconds: 300,
            handling_seconds: 0,
            most_seconds_stored: None,
            docks: None,
        }];
        description.requests[0].pick_up = Some(stop("far"));
        let halt = |request, does, site, arrives: u32, leaves| routing::plan::Halt {
            request,
            does,
            site,
            rests: 0,
            arrives,
            begins: arrives,
            leaves,
            slack: 0,
            load: vec![0],
        };
        let round = Round {
            vehicle: 0,
            departs: 0,
            arrives: 4_900,
            metres: 60_000,
            halts: vec![
                halt(0, Does::PickUp, 3, 2_000, 2_600),
                halt(0, Does::HandOver, 0, 4_600, 4_900),
            ],
            rests: 0,
            terms: routing::plan::Terms::default(),
        };
        let alone = Alone::of(&description, &round, &PRICES).unwrap();
        let expected = Cost::of(&PRICES, 60_000, 4_900, 2, Cents::ZERO).total();
        assert_eq!(alone.marginal(&|_| true), Some(expected));
    }

    #[test]
    fn a_cost_is_spread_by_crates_to_the_cent() {
        let spread = average(Cents(10_000), &[10, 5, 0]);
        assert_eq!(spread.iter().copied().sum::<Cents>(), Cents(10_000));
        assert_eq!(spread, [Cents(6_250), Cents(3_125), Cents(625)]);
        assert!(average(Cents(100), &[]).is_empty());
    }
}
