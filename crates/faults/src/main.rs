//! Breaks a serving hub on purpose, and looks whether what it said yes to is there, once.
//!
//! One program: shops that order and pay over HTTP, the faults, the checks afterwards, and the load. The
//! server that it starts is itself: `faults tresse serve` is the product.

mod book;
mod caller;
mod cluster;
mod disk;
mod ground;
mod load;
mod measure;
mod node;
mod relay;
mod shopper;
mod stage;
mod store;
mod trials;
mod verdict;

use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use trials::{Came, Order, Trial};

/// Breaks a serving hub on purpose, and looks whether what it said yes to is there, once
#[derive(Debug, Parser)]
#[command(name = "faults", max_term_width = 100)]
struct Command {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Try the faults, all of them or some
    Run(Run),
    /// Measure what the server bears
    Measure(measure::Measure),
}

#[derive(Debug, Args)]
struct Run {
    /// A few of each, in a minute or two
    #[arg(long)]
    short: bool,
    /// Only these: kill, call, error, full, clock, node, frozen, cut, failover, race …
    only: Vec<String>,
    /// How often each, instead of what is usual
    #[arg(long)]
    times: Option<usize>,
    /// What chance begins with; it is printed, so that what failed can be tried again
    #[arg(long)]
    seed: Option<u64>,
    /// Make this mistake on purpose; only a program built with the feature `planted` does
    #[arg(long)]
    planted: Option<String>,
    /// Print what came of it as JSON, too
    #[arg(long)]
    json: bool,
}

fn main() -> ExitCode {
    // The servers that are broken here are this very program.
    let words: Vec<String> = std::env::args().skip(1).collect();
    if words.first().is_some_and(|word| word == "tresse") {
        return tresse::command::run(tresse::command::Command::parse_from(words));
    }
    let command = Command::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("faults: starting: {error}");
            return ExitCode::FAILURE;
        }
    };
    let done = runtime.block_on(async {
        match command.verb {
            Verb::Run(run) => run.run().await,
            Verb::Measure(measure) => measure.run().await.map(|()| true),
        }
    });
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("faults: {error:#}");
            ExitCode::FAILURE
        }
    }
}

impl Run {
    /// Whether everything that was run is as it should be.
    async fn run(&self) -> anyhow::Result<bool> {
        let seed = self.seed.unwrap_or_else(|| u64::from(std::process::id()));
        if let Some(stranger) = self.only.iter().find(|name| trials::ALL.iter().all(|t| t.name != *name))
        {
            anyhow::bail!("{stranger} is no fault that is known here");
        }
        let chosen = |trial: &&Trial| self.only.is_empty() || self.only.iter().any(|n| n == trial.name);
        let mut sound = true;
        let mut all = Vec::new();
        println!("seed {seed}");
        for trial in trials::ALL.iter().filter(chosen) {
            let usual = if self.short { trial.short } else { trial.long };
            let times = self.times.unwrap_or(usual);
            let order = Order { times, seed, planted: self.planted.clone() };
            let began = frame::monotonic();
            let came = (trial.run)(order).await;
            let took = frame::monotonic().saturating_sub(began).as_secs_f64();
            let is_sound = match &came {
                Ok(Came::Ran { verdict, .. }) => verdict.is_sound() && verdict.acknowledged > 0,
                Ok(Came::NotRun(_)) => true,
                Err(_) => false,
            };
            println!("{:<9} {} ({took:.0} s)", trial.name, trial.about);
            match came {
                Ok(came) => {
                    println!("  {} {came}", if is_sound { "ok  " } else { "FAIL" });
                    all.push(serde_json::json!({ "name": trial.name, "came": came, "seconds": took }));
                }
                Err(error) => println!("  FAIL {error:#}"),
            }
            if !is_sound {
                println!("  again with: faults run {} --times {times} --seed {seed}", trial.name);
            }
            sound &= is_sound;
        }
        if self.json {
            println!("{}", serde_json::json!({ "seed": seed, "trials": all }));
        }
        Ok(sound)
    }
}
