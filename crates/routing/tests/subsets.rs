//! What each group of members would pay alone.

#![allow(clippy::unwrap_used, clippy::cast_possible_truncation)]

use routing::description::{Profile, Request, Site, Stop, Vehicle};
use routing::subsets::{Effort, Members, MembersFault};
use routing::{Budget, Description, Objective, Problem, Settings, Tuning, cost_of_subsets, solve};

const MEMBERS: usize = 5;

/// Five farms, each with three shops to deliver to, on a grid of blocks that takes its shape from `seed`.
fn farms(seed: u32, vehicles: usize) -> (Description, Vec<usize>) {
    let place = |at: u32| ((at * 7 + seed * 3) % 11, (at * 5 + seed * 13) % 13);
    let places: Vec<(u32, u32)> = (0..=3 * MEMBERS as u32).map(place).collect();
    let rows = |each: u32| {
        let away = |a: (u32, u32), b: (u32, u32)| (a.0.abs_diff(b.0) + a.1.abs_diff(b.1)) * each;
        places.iter().map(|&a| places.iter().map(|&b| away(a, b)).collect()).collect::<Vec<Vec<u32>>>()
    };
    let van = |at: usize| Vehicle {
        id: at.to_string(),
        profile: "van".to_owned(),
        start: "0".to_owned(),
        end: "0".to_owned(),
        shift: [0, 20_000],
        capacity: vec![8],
        fixed_cents: 2_000,
        cents_per_km: 60,
        ..Vehicle::default()
    };
    let request = |at: usize| Request {
        id: at.to_string(),
        deliver: Some(Stop { site: at.to_string(), ..Stop::default() }),
        load: vec![1 + at as u32 % 3],
        ..Request::default()
    };
    let description = Description {
        dimensions: vec!["crates".to_owned()],
        sites: (0..places.len()).map(|at| Site { id: at.to_string() }).collect(),
        profiles: vec![Profile { id: "van".to_owned(), seconds: rows(60), metres: rows(1_000) }],
        requests: (1..places.len()).map(request).collect(),
        vehicles: (0..vehicles).map(van).collect(),
        ..Description::default()
    };
    (description, (0..3 * MEMBERS).map(|at| at / 3).collect())
}

fn costs(description: &Description, of: &[usize]) -> Vec<Option<u64>> {
    let problem = Problem::new(description.clone()).unwrap();
    let nobodys = vec![None; description.vehicles.len()];
    let members = Members { count: MEMBERS, of_requests: of, of_vehicles: &nobodys };
    let effort = Effort { seed: 1, objective: Objective::Cost, iterations_a_group: 600 };
    cost_of_subsets(&problem, members, effort, &mut |_| true).unwrap()
}

#[test]
fn each_group_costs_what_its_own_plan_costs() {
    for seed in 0..4 {
        let (description, of) = farms(seed, 6);
        for (group, cost) in costs(&description, &of).into_iter().enumerate() {
            let mut alone = description.clone();
            let mut members = of.iter();
            alone.requests.retain(|_| members.next().is_some_and(|member| group >> member & 1 == 1));
            let settings = Settings {
                seed: 7,
                objective: Objective::Cost,
                budget: Budget::Iterations(3_000),
                threads: 1,
                from: None,
                tuning: Tuning::default(),
            };
            let plan = solve(&Problem::new(alone).unwrap(), &settings, &mut |_| true);
            assert!(cost.unwrap() <= plan.cents, "group {group:b}: {cost:?}, alone {}", plan.cents);
            assert!(cost.unwrap() + 3 >= plan.cents, "group {group:b}: {cost:?}, alone {}", plan.cents);
        }
    }
}

#[test]
fn no_group_costs_more_than_its_parts() {
    let (description, of) = farms(2, 2 * MEMBERS);
    let costs: Vec<u64> = costs(&description, &of).into_iter().map(Option::unwrap).collect();
    for group in 1..costs.len() {
        for part in (1..group).filter(|part| part & !group == 0) {
            // Each is rounded to the cent.
            let (one, other) = (costs[part], costs[group & !part]);
            assert!(costs[group] <= one + other + 1, "{group:b}: {} > {one} + {other}", costs[group]);
        }
    }
}

#[test]
fn a_group_that_has_no_vehicle_has_no_cost() {
    let (description, of) = farms(0, 1);
    let problem = Problem::new(description).unwrap();
    let members = Members { count: MEMBERS, of_requests: &of, of_vehicles: &[Some(0)] };
    let effort = Effort { seed: 1, objective: Objective::Cost, iterations_a_group: 100 };
    let costs = cost_of_subsets(&problem, members, effort, &mut |_| true).unwrap();
    assert_eq!((costs[0], costs[0b10]), (Some(0), None));
    assert!(costs[0b01].is_some());
    let few = Members { count: MEMBERS, of_requests: &of[1..], of_vehicles: &[None] };
    let refused = cost_of_subsets(&problem, few, effort, &mut |_| true);
    assert_eq!(refused, Err(MembersFault::Named { of: "requests", found: 14, asked: 15 }));
}
