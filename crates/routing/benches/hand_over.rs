//! What it saves that goods may change vehicles at a hub: published instances, with vans that are at home in different
//! places and hubs between them. `cargo bench -p routing --bench hand_over`.
//!
//! Each is planned three times with the same number of steps: all requests direct, all through a hub, each as is cheapest.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss
)]

use routing::description::{Hub, Site, Stop};
use routing::plan::Plan;
use routing::read::read;
use routing::{Budget, Description, Objective, Problem, Settings, Tuning, check, solve};

const INSTANCES: [&str; 4] = ["lr104", "lrc104", "lr204", "lc204"];
const STEPS: u64 = 6_000;
const SEED: u64 = 1;

fn main() {
    println!("| instance | hubs | all direct | all through a hub | as is cheapest | left out | saved |");
    println!("|---|---:|---:|---:|---:|---:|---:|");
    for name in INSTANCES {
        let path = format!("{}/tests/data/{name}.txt", env!("CARGO_MANIFEST_DIR"));
        let description = read(&std::fs::read_to_string(path).unwrap()).unwrap().description;
        for hubs in [1, 2] {
            let mixed = spread(&description, hubs);
            let mut direct = mixed.clone();
            direct.requests.iter_mut().for_each(|request| request.through.clear());
            let mut through = mixed.clone();
            through.requests.iter_mut().for_each(|request| request.never_direct = true);
            let (direct, through) = (planned(&direct, None), planned(&through, None));
            let better = if through.cents < direct.cents { &through } else { &direct };
            let chosen = planned(&mixed, Some(better));
            println!(
                "| {name} | {hubs} | {} | {} | {} | {} {} {} | {:.1} % |",
                euros(&direct),
                euros(&through),
                euros(&chosen),
                direct.left_out.len(),
                through.left_out.len(),
                chosen.left_out.len(),
                100.0 - 100.0 * chosen.cents as f64 / better.cents as f64
            );
        }
    }
}

fn euros(plan: &Plan) -> String {
    format!("{}.{:02}", plan.cents / 100, plan.cents % 100)
}

fn planned(description: &Description, from: Option<&Plan>) -> Plan {
    let problem = Problem::new(description.clone()).unwrap();
    let settings = Settings {
        seed: SEED,
        objective: Objective::Cost,
        budget: Budget::Iterations(STEPS),
        threads: 1,
        from,
        tuning: Tuning::default(),
    };
    let plan = solve(&problem, &settings, &mut |_| true);
    assert_eq!(check::check(description, &plan), Vec::<String>::new());
    plan
}

/// The same places, without their windows. What is picked up furthest from the depot's corner is delivered nearest to it, so
/// that goods cross the land; ten vans are at home in five places far apart, and none drives further
/// than twice to the centre and back; hubs are the most central sites.
fn spread(description: &Description, hubs: usize) -> Description {
    let mut spread = description.clone();
    let metres = &description.profiles[0].metres;
    let near: Vec<usize> = {
        let mut sites: Vec<usize> = (0..metres.len()).collect();
        sites.sort_by_key(|&site| metres[site].iter().map(|&way| u64::from(way)).sum::<u64>());
        sites
    };
    // The second hub is the most central of those that are far from the first.
    let far = near.iter().copied().find(|&site| metres[near[0]][site] > mean(metres)).unwrap_or(near[1]);
    let places = [near[0], far];
    spread.hubs = places[..hubs]
        .iter()
        .map(|&site| Hub {
            site: id(&description.sites[site]),
            service_seconds: 10_000,
            ..Hub::default()
        })
        .collect();
    let homes = apart(metres, 5);
    spread.vehicles = (0..10)
        .map(|at| {
            let mut van = description.vehicles[0].clone();
            let home = id(&description.sites[homes[at % homes.len()]]);
            van.id = format!("van {at}");
            (van.start, van.end) = (home.clone(), home);
            van.shift[1] *= 2;
            van.fixed_cents = 2_000;
            van.cents_per_km = 6;
            van.most_metres = Some(metres[near[0]][homes[at % homes.len()]] * 4);
            van
        })
        .collect();
    let corner = homes[1];
    let away = |stop: &Option<Stop>| {
        let site = description
            .sites
            .iter()
            .position(|site| Some(&site.id) == stop.as_ref().map(|stop| &stop.site));
        metres[corner][site.unwrap()]
    };
    let mut deliveries: Vec<Option<Stop>> =
        description.requests.iter().map(|request| request.deliver.clone()).collect();
    deliveries.sort_by_key(|stop| std::cmp::Reverse(away(stop)));
    spread.requests.sort_by_key(|request| away(&request.pick_up));
    for (request, deliver) in spread.requests.iter_mut().zip(deliveries) {
        request.deliver = deliver;
        for stop in [&mut request.pick_up, &mut request.deliver].into_iter().flatten() {
            stop.windows.clear();
        }
        request.penalty_cents = Some(20_000);
        request.through = spread.hubs.iter().map(|hub| hub.site.clone()).collect();
    }
    spread
}

fn id(site: &Site) -> String {
    site.id.clone()
}

fn mean(metres: &[Vec<u32>]) -> u32 {
    let sum: u64 = metres.iter().flatten().map(|&way| u64::from(way)).sum();
    (sum / (metres.len() * metres.len()) as u64) as u32
}

/// Sites that are far from one another: each next one is the furthest from those before.
fn apart(metres: &[Vec<u32>], count: usize) -> Vec<usize> {
    let mut chosen = vec![0];
    while chosen.len() < count {
        let furthest = |&site: &usize| chosen.iter().map(|&other| metres[other][site]).min();
        let next = (0..metres.len()).max_by_key(furthest).unwrap();
        chosen.push(next);
    }
    chosen
}
