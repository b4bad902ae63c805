//! Published instances: read, planned, and the plans looked at by the checker and against best known values.

#![allow(clippy::unwrap_used, clippy::cast_precision_loss)]

use std::path::Path;

use routing::plan::{Course, Does, Plan, drive};
use routing::read::{Instance, read};
use routing::{Budget, Objective, Problem, Settings, Tuning, check, solve};

fn instance(name: &str) -> Instance {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name);
    read(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn planned(
    instance: &Instance,
    objective: Objective,
    iterations: u64,
    seed: u64,
    threads: usize,
) -> Plan {
    let problem = Problem::new(instance.description.clone()).unwrap();
    let settings = Settings {
        seed,
        objective,
        budget: Budget::Iterations(iterations),
        threads,
        from: None,
        tuning: Tuning::default(),
    };
    let plan = solve(&problem, &settings, &mut |_| true);
    assert_eq!(check::check(&instance.description, &plan), Vec::<String>::new());
    plan
}

fn distance(instance: &Instance, plan: &Plan) -> f64 {
    plan.metres as f64 / f64::from(instance.scale)
}

/// Best known distances: DIMACS 2021, CVRPLIB, the instances of `PyVRP`, vroom-scripts.
#[test]
fn plans_are_near_the_best_known() {
    for (name, best, percent) in [
        ("lr104.txt", 1_013.386, 0.1),
        ("lrc104.txt", 1_128.402, 0.1),
        ("lr204.txt", 849.046, 0.1),
        ("R112.txt", 948.6, 2.0),
        ("C203.txt", 588.7, 1.0),
        ("RC207.txt", 962.9, 3.0),
        ("X-n101-k25.vrp", 27_591.0, 3.0),
    ] {
        let instance = instance(name);
        let plan = planned(&instance, Objective::Distance, 60_000, 1, 1);
        assert!(plan.left_out.is_empty(), "{name}");
        let more = (distance(&instance, &plan) / best - 1.0) * 100.0;
        assert!((-0.001..percent).contains(&more), "{name} is {more:.2} % from the best known");
    }
}

#[test]
fn few_vehicles_are_found() {
    for (name, best) in
        [("lr104.txt", 9), ("lrc104.txt", 10), ("lc204.txt", 3), ("lr204.txt", 2), ("bar-n100-1.txt", 6)]
    {
        let plan = planned(&instance(name), Objective::VehiclesFirst, 60_000, 1, 1);
        assert_eq!(plan.rounds.len(), best, "{name}");
    }
}

#[test]
fn the_same_seed_gives_the_same_plan_and_another_another() {
    let instance = instance("lr104.txt");
    let plan = |seed, threads| planned(&instance, Objective::Distance, 300, seed, threads);
    assert_eq!(plan(1, 1), plan(1, 1));
    assert_eq!(plan(1, 3), plan(1, 3));
    assert!(plan(1, 3).metres <= plan(1, 1).metres);
    assert_ne!(plan(1, 1).rounds, plan(2, 1).rounds);
}

/// A round a line, by the numbers of the file.
fn published(name: &str, instance: &Instance) -> Vec<Course> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/best").join(name);
    let does = |number: u32| {
        let picked = instance.numbers.iter().position(|numbers| numbers.0 == Some(number));
        let delivered = || instance.numbers.iter().position(|numbers| numbers.1 == Some(number));
        match picked {
            Some(request) => (request, Does::PickUp),
            None => (delivered().unwrap(), Does::Deliver),
        }
    };
    let text = std::fs::read_to_string(path).unwrap();
    let lines = text.lines().filter_map(|line| {
        let (head, numbers) = line.split_once(':').unwrap_or(("", line));
        let numbers: Option<Vec<u32>> =
            numbers.split_whitespace().map(|number| number.parse().ok()).collect();
        numbers.filter(|numbers| !numbers.is_empty() && (head.is_empty() || head.starts_with("Route")))
    });
    let courses = lines.enumerate();
    courses
        .map(|(vehicle, numbers)| Course { vehicle, halts: numbers.into_iter().map(does).collect() })
        .collect()
}

/// What others found is allowed by our checker too, and comes to the distance that they published.
#[test]
fn best_known_solutions_are_plans() {
    for (name, vehicles, best) in [
        ("lr104", 9, 1_013.389_3),
        ("lrc104", 10, 1_128.401_2),
        ("lc204", 3, 590.598_7),
        ("lr204", 2, 849.050_4),
    ] {
        let instance = instance(&format!("{name}.txt"));
        let problem = Problem::new(instance.description.clone()).unwrap();
        let courses = published(&format!("{name}.sol"), &instance);
        let plan = drive(&problem, &courses).unwrap();
        assert_eq!(check::check(&instance.description, &plan), Vec::<String>::new(), "{name}");
        assert_eq!(plan.rounds.len(), vehicles, "{name}");
        assert!(
            (distance(&instance, &plan) - best).abs() < 0.05,
            "{name}: {}",
            distance(&instance, &plan)
        );
    }
}

type Spoil<'a> = &'a dyn Fn(&mut Plan);

/// Each way of spoiling a good plan is seen.
#[test]
fn the_checker_sees_what_is_wrong() {
    let instance = instance("lr104.txt");
    let plan = planned(&instance, Objective::Distance, 300, 1, 1);
    let spoilt = |spoil: &dyn Fn(&mut Plan)| {
        let mut plan = plan.clone();
        spoil(&mut plan);
        check::check(&instance.description, &plan).first().cloned().unwrap_or_default()
    };
    let cases: [(Spoil<'_>, &str); 8] = [
        (&|plan| plan.rounds[0].halts.swap(0, 1), "way allows"),
        (
            &|plan| {
                plan.rounds[0].halts.pop();
            },
            "metres, not",
        ),
        (
            &|plan| {
                plan.rounds.pop();
            },
            "is neither carried nor left out",
        ),
        (&|plan| plan.rounds[1].vehicle = plan.rounds[0].vehicle, "has two rounds"),
        (&|plan| plan.rounds[0].halts[0].begins += 1, "serves"),
        (&|plan| plan.rounds[0].arrives += 10_000_000, "outside its shift"),
        (&|plan| plan.rounds[0].halts[0].load[0] += 1, "on board, not"),
        (&|plan| plan.cents += 1, "cents, and says"),
    ];
    for (spoil, said) in cases {
        assert!(spoilt(spoil).contains(said), "{said:?}: {:?}", spoilt(spoil));
    }
}
