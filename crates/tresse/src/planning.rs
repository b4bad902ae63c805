//! `tresse plan`: rounds for a file of requests and vehicles.

#![expect(
    clippy::cast_precision_loss,
    reason = "metres are shown as kilometres and as the file's units"
)]

use std::io::Write as _;
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context as _, bail};
use clap::{Args, ValueEnum};
use routing::plan::{Does, Halt, Plan};
use routing::read::Instance;
use routing::{Budget, Description, Objective, Problem, Settings, Tuning, check};
use serde_json::{Value, json};

/// A file of more bytes is not read.
const MOST_BYTES: u64 = 256 << 20;

#[derive(Debug, Args)]
pub struct Planning {
    /// File of sites, requests and vehicles
    file: PathBuf,
    /// How long to look for a better plan
    #[arg(long, default_value_t = 10.0, value_parser = seconds, conflicts_with = "iterations")]
    seconds: f64,
    /// Steps to look for instead: the same plan every time, to the byte
    #[arg(long, value_name = "N")]
    iterations: Option<u64>,
    /// What chance begins with
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Searches side by side
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=256))]
    threads: u16,
    /// What the plan should have least of
    #[arg(long, value_enum, default_value_t = Goal::Cost)]
    objective: Goal,
    /// Print the plan as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Goal {
    /// Metres
    Distance,
    /// Vehicles, then metres
    VehiclesFirst,
    /// Money
    Cost,
}

impl Goal {
    fn objective(self) -> Objective {
        match self {
            Self::Distance => Objective::Distance,
            Self::VehiclesFirst => Objective::VehiclesFirst,
            Self::Cost => Objective::Cost,
        }
    }
}

fn seconds(text: &str) -> Result<f64, String> {
    text.parse()
        .ok()
        .filter(|seconds| (0.01..=86_400.0).contains(seconds))
        .ok_or_else(|| "a time is a number of seconds, from 0.01 to 86400".to_owned())
}

impl Planning {
    pub fn run(self) -> anyhow::Result<()> {
        let name = self.file.display().to_string();
        let size = std::fs::metadata(&self.file).with_context(|| format!("reading {name}"))?.len();
        if size > MOST_BYTES {
            bail!("{name} has {size} bytes, and at most {MOST_BYTES} are read: is it the right file?");
        }
        let bytes = std::fs::read(&self.file).with_context(|| format!("reading {name}"))?;
        let text = String::from_utf8(bytes)
            .map_err(|_| anyhow::anyhow!("{name} is no text in UTF-8: save it as such"))?;
        let instance = routing::read::read(&text).with_context(|| name.clone())?;
        let problem = Problem::new(instance.description.clone()).with_context(|| name.clone())?;
        // The one clock of the search: the engine has none.
        #[expect(clippy::disallowed_methods, reason = "how long the command itself takes")]
        let began = Instant::now();
        let elapsed = || began.elapsed().as_secs_f64();
        let settings = Settings {
            seed: self.seed,
            objective: self.objective.objective(),
            budget: match self.iterations {
                Some(iterations) => Budget::Iterations(iterations),
                None => Budget::Seconds { most: self.seconds, elapsed: &elapsed },
            },
            threads: self.threads.into(),
            from: None,
            tuning: Tuning::default(),
        };
        let plan = routing::solve(&problem, &settings, &mut |_| true);
        let faults = check::check(&instance.description, &plan);
        if let Some(fault) = faults.first() {
            bail!("the plan breaks a rule and is not shown: {fault}; please report this with the file");
        }
        let out = &mut std::io::stdout().lock();
        if self.json {
            let told = self.told(&instance, &plan, elapsed());
            writeln!(out, "{told}")?;
        } else {
            write!(out, "{}", table(&instance.description, &plan))?;
        }
        Ok(())
    }

    fn told(&self, instance: &Instance, plan: &Plan, seconds: f64) -> Value {
        let routes: Vec<Vec<Value>> = plan
            .rounds
            .iter()
            .map(|round| round.halts.iter().map(|halt| id(instance, halt)).collect())
            .collect();
        let distance = plan.metres as f64 / f64::from(instance.scale);
        let unassigned: Vec<Value> =
            plan.left_out.iter().flat_map(|left| ids(instance, left.request)).collect();
        json!({
            "feasible": plan.left_out.iter().all(|left| {
                instance.description.requests[left.request].penalty_cents.is_some()
            }),
            "cost": match self.objective {
                Goal::Cost => json!(plan.cents),
                Goal::Distance | Goal::VehiclesFirst => json!(distance),
            },
            "distance": distance,
            "vehicles": plan.rounds.len(),
            "routes": routes,
            "unassigned": unassigned,
            "seconds": (seconds * 1_000.0).round() / 1_000.0,
            "iterations": plan.iterations,
            "seed": self.seed,
            "plan": if instance.numbers.iter().all(|numbers| *numbers == (None, None)) {
                json!(plan)
            } else {
                Value::Null
            },
        })
    }
}

/// As the file names the halt: a number of its own, or the request.
fn id(instance: &Instance, halt: &Halt) -> Value {
    let (from, to) = instance.numbers[halt.request];
    let number = if matches!(halt.does, Does::Deliver | Does::HandOver) { to } else { from };
    match number {
        Some(number) => json!(number),
        None => json!(instance.description.requests[halt.request].id),
    }
}

fn ids(instance: &Instance, request: usize) -> Vec<Value> {
    match instance.numbers[request] {
        (None, None) => vec![json!(instance.description.requests[request].id)],
        (from, to) => from.into_iter().chain(to).map(|number| json!(number)).collect(),
    }
}

fn clock(seconds: u32) -> String {
    format!("{:02}:{:02}", seconds / 3_600, seconds % 3_600 / 60)
}

fn table(description: &Description, plan: &Plan) -> String {
    let mut lines = Vec::new();
    for round in &plan.rounds {
        let vehicle = &description.vehicles[round.vehicle];
        lines.push(format!(
            "{}: {} to {}, {:.1} km, {} halts",
            vehicle.id,
            clock(round.departs),
            clock(round.arrives),
            round.metres as f64 / 1_000.0,
            round.halts.len()
        ));
        for halt in &round.halts {
            let does = match halt.does {
                Does::PickUp => "pick up",
                Does::Deliver => "deliver",
                Does::HandOver => "hand over",
                Does::TakeOver => "take over",
            };
            let rest = if halt.rests > 0 { ", after a break" } else { "" };
            lines.push(format!(
                "  {}  {does:<9} {} at {}{rest}",
                clock(halt.begins),
                description.requests[halt.request].id,
                description.sites[halt.site].id
            ));
        }
    }
    for left in &plan.left_out {
        lines.push(format!("left out: {}: {}", description.requests[left.request].id, left.why));
    }
    lines.push(format!(
        "{} rounds, {:.1} km, {}.{:02} euro",
        plan.rounds.len(),
        plan.metres as f64 / 1_000.0,
        plan.cents / 100,
        plan.cents % 100
    ));
    lines.join("\n") + "\n"
}
