use std::time::Instant;
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let get = |name: &str| args.iter().position(|a| a == name).map(|at| args[at + 1].clone());
    let path = args[2].clone();
    let text = std::fs::read_to_string(&path).unwrap();
    let instance = routing::read::read(&text).unwrap();
    let problem = routing::Problem::new(instance.description.clone()).unwrap();
    let began = Instant::now();
    let elapsed = || began.elapsed().as_secs_f64();
    let number = |name: &str, or: f64| get(name).map_or(or, |v| v.parse().unwrap());
    let d = routing::Tuning::default();
    let settings = routing::Settings {
        seed: number("--seed", 1.0) as u64,
        objective: match get("--objective").as_deref() { Some("vehicles-first") => routing::Objective::VehiclesFirst, Some("cost") => routing::Objective::Cost, _ => routing::Objective::Distance },
        budget: match get("--iterations") { Some(n) => routing::Budget::Iterations(n.parse().unwrap()), None => routing::Budget::Seconds { most: number("--seconds", 1.0), elapsed: &elapsed } },
        threads: number("--threads", 1.0) as usize,
        tuning: routing::Tuning { average: number("--average", d.average), longest: number("--longest", d.longest), hot: number("--hot", d.hot), cold: number("--cold", d.cold), long: number("--long", d.long) },
    };
    let plan = routing::solve(&problem, &settings, &mut |_| true);
    let faults = routing::check::check(problem.description(), &plan);
    for fault in faults.iter().take(5) { eprintln!("CHECK {fault}"); }
    let routes: Vec<String> = plan.rounds.iter().map(|r| {
        let ids: Vec<String> = r.halts.iter().map(|h| { let n = instance.numbers[h.request]; (if h.does == routing::plan::Does::Deliver { n.1 } else { n.0 }).map_or_else(|| h.request.to_string(), |n| n.to_string()) }).collect();
        format!("[{}]", ids.join(","))
    }).collect();
    println!("{{\"feasible\":{},\"distance\":{},\"vehicles\":{},\"iterations\":{},\"seconds\":{:.2},\"routes\":[{}]}}", plan.left_out.is_empty(), plan.metres as f64 / f64::from(instance.scale), routes.len(), plan.iterations, elapsed(), routes.join(","));
}
