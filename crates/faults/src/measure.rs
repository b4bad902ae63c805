//! Measures what the server bears.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use clap::Args;
use serde::Serialize;
use store::{Db, Location};
use tresse::migrations;
use tresse::sample::{Plan, Size, people};
use units::Code as _;

use crate::caller::{Asked, Caller};
use crate::cluster::{Cluster, programs};
use crate::ground::Ground;
use crate::load::{Load, Measured};
use crate::node::{Launch, Node};
use crate::shopper::{Habits, order};
use crate::stage::{Setting, Stage, path};

/// What is measured, and how long each lasts.
#[derive(Debug, Args)]
pub struct Measure {
    /// Seconds that each load lasts
    #[arg(long, default_value_t = 20)]
    seconds: u64,
    /// Only these: orders, nodes, mix, xl, recovery
    only: Vec<String>,
    /// A line of PostgreSQL's settings to be tried: `enable_seqscan = off`
    #[arg(long, value_name = "LINE")]
    set: Vec<String>,
    /// Print the figures as JSON, too
    #[arg(long)]
    json: bool,
    /// A release to be measured, instead of this very program
    #[arg(long, value_name = "FILE")]
    program: Option<PathBuf>,
}

#[derive(Debug, Serialize)]
struct Line {
    name: String,
    figure: f64,
    unit: &'static str,
    goal: String,
}

#[derive(Debug, Default, Serialize)]
struct Figures {
    lines: Vec<Line>,
    loads: Vec<Measured>,
}

const CLIENTS: usize = 32;

impl Measure {
    pub async fn run(&self) -> anyhow::Result<()> {
        let mut figures = Figures::default();
        let wants = |name: &str| self.only.is_empty() || self.only.iter().any(|only| only == name);
        if wants("orders") {
            self.orders_on_a_file(&mut figures).await?;
        }
        if wants("nodes") {
            self.orders_on_a_server(&mut figures).await?;
        }
        if wants("mix") {
            self.mix(&mut figures).await?;
        }
        if wants("xl") {
            self.extra_large(&mut figures).await?;
        }
        if wants("recovery") {
            self.recovery(&mut figures).await?;
        }
        print!("{}", figures.written());
        if self.json {
            println!("{}", serde_json::to_string(&figures)?);
        }
        Ok(())
    }

    fn lasts(&self) -> Duration {
        Duration::from_secs(self.seconds)
    }

    fn setting(&self, name: &str) -> Setting {
        let habits = Habits::OrdersOnly;
        Setting { shops: CLIENTS, habits, patience: Duration::from_secs(30), ..Setting::new(name, 1) }
    }

    async fn orders_on_a_file(&self, figures: &mut Figures) -> anyhow::Result<()> {
        let folder = tempfile::tempdir()?;
        let stage = Stage::on_file(&self.setting("orders"), folder.path()).await?;
        self.ceiling(stage, "orders of three lines, SQLite, 32 clients", "1000", figures).await
    }

    async fn orders_on_a_server(&self, figures: &mut Figures) -> anyhow::Result<()> {
        let cluster =
            Cluster::start(&programs().context("PostgreSQL is not installed")?, true, &self.set)?;
        cluster.create_database("tresse")?;
        let stage = Stage::on_server(&self.setting("nodes"), &cluster.url("tresse"), 2).await?;
        self.ceiling(stage, "orders of three lines, PostgreSQL, two servers, 32 clients", "700", figures)
            .await
    }

    /// As fast as the shops are answered, and every one of them is looked for afterwards.
    async fn ceiling(
        &self,
        mut stage: Stage,
        name: &str,
        goal: &str,
        figures: &mut Figures,
    ) -> anyhow::Result<()> {
        stage.begin();
        tokio::time::sleep(Duration::from_secs(2)).await;
        let (before, began) = (stage.done(), frame::monotonic());
        let worked = stage.nodes.iter().filter_map(Node::processor).sum::<Duration>();
        tokio::time::sleep(self.lasts()).await;
        let (done, took) = (stage.done() - before, frame::monotonic().saturating_sub(began));
        let worked =
            stage.nodes.iter().filter_map(Node::processor).sum::<Duration>().saturating_sub(worked);
        let memory = stage.nodes.iter().filter_map(Node::peak_memory).max();
        #[allow(clippy::cast_precision_loss, reason = "a count of orders")]
        let rate = done as f64 / took.as_secs_f64();
        let verdict = stage.end().await?;
        anyhow::ensure!(verdict.is_sound(), "{name}: {verdict}");
        figures.add(&format!("durable {name}, a second"), rate, "", goal);
        figures.add("… processors of the server", worked.as_secs_f64() / took.as_secs_f64(), "", "");
        figures.add("… most memory of a server", megabytes(memory), "MB", "");
        Ok(())
    }

    /// Orders and pages at a given rate on a hub of size M.
    async fn mix(&self, figures: &mut Figures) -> anyhow::Result<()> {
        let folder = tempfile::tempdir()?;
        let hub = Hub::open(folder.path(), Size::M, self.program.clone()).await?;
        let [orders, pages] = [hub.orders(200.0, self.lasts()), hub.pages(500.0, self.lasts()).await?];
        let (orders, pages) = tokio::try_join!(orders.run(), pages.run())?;
        for (load, name) in [(orders, "orders at 200/s"), (pages, "pages read at 500/s")] {
            figures.add(&format!("{name}, corrected p99"), load.corrected.p99, "ms", "50");
            figures.loads.push(load);
        }
        figures.add("… most memory of the server", megabytes(hub.node.peak_memory()), "MB", "");
        Ok(())
    }

    /// The order page of the largest hub, with its memory.
    async fn extra_large(&self, figures: &mut Figures) -> anyhow::Result<()> {
        let folder = tempfile::tempdir()?;
        let hub = Hub::open(folder.path(), Size::Xl, self.program.clone()).await?;
        let pages = Load { rate: None, clients: CLIENTS, ..hub.pages(0.0, self.lasts()).await? };
        let load = pages.run().await?;
        let name = format!("order page of {} references, 32 clients, p99", hub.ground.references);
        figures.add(&name, load.corrected.p99, "ms", "150");
        figures.add("… pages a second", load.rate, "", "");
        figures.add("resident memory at XL with 32 clients", megabytes(hub.node.memory()), "MB", "150");
        figures.add("… the most", megabytes(hub.node.peak_memory()), "MB", "");
        figures.loads.push(load);
        Ok(())
    }

    /// From a kill under load until the first page, on a hub of size M.
    async fn recovery(&self, figures: &mut Figures) -> anyhow::Result<()> {
        let folder = tempfile::tempdir()?;
        let mut hub = Hub::open(folder.path(), Size::M, self.program.clone()).await?;
        let mut times = Vec::new();
        for _ in 0..5 {
            let load = hub.orders(200.0, Duration::from_secs(2));
            let (loaded, ()) = tokio::join!(load.run(), tokio::time::sleep(Duration::from_millis(900)));
            loaded?;
            hub.node.kill();
            let began = frame::monotonic();
            hub.node = Node::start(&hub.launch).await?;
            times.push(frame::monotonic().saturating_sub(began).as_secs_f64());
        }
        let longest = times.into_iter().fold(0.0, f64::max);
        figures.add("from kill -9 to the first page, longest of 5", longest, "s", "2");
        Ok(())
    }
}

/// A hub of some size that serves.
struct Hub {
    ground: Arc<Ground>,
    launch: Launch,
    node: Node,
}

impl Hub {
    async fn open(
        folder: &std::path::Path,
        size: Size,
        program: Option<PathBuf>,
    ) -> anyhow::Result<Self> {
        let location = Location::File(folder.join("tresse.db"));
        let db = Db::open(&location, &migrations()).await?;
        eprintln!("founding a hub of size {}", size.code());
        let ground = Ground::found(&db, &Plan::of(size), 50, true).await?;
        drop(db);
        let mut launch = Launch::new(["--data", path(folder)?])?;
        launch.program = program;
        let node = Node::start(&launch).await?;
        Ok(Self { ground: Arc::new(ground), launch, node })
    }

    fn orders(&self, rate: f64, lasts: Duration) -> Load {
        let ground = Arc::clone(&self.ground);
        let run = frame::monotonic().as_micros();
        let make = move |_: usize, number: u64| {
            let at = usize::try_from(number).unwrap_or_default();
            let shop = &ground.shops[at % ground.shops.len()];
            let units = i64::try_from(number % 9000).unwrap_or_default() + 1;
            let lines = [0, 1, 2].map(|line| (ground.free[(at * 3 + line) % ground.free.len()], units));
            order(&ground.order_path(shop.id), &shop.token, &format!("load-{run}-{number}"), &lines)
        };
        Load {
            name: "orders".to_owned(),
            nodes: vec![self.launch.address],
            clients: 64,
            rate: Some(rate),
            lasts,
            make: Arc::new(make),
        }
    }

    /// The order page of a shop, as its buyer sees it in a browser.
    async fn pages(&self, rate: f64, lasts: Duration) -> anyhow::Result<Load> {
        let mut caller = Caller::new(self.launch.address, Duration::from_secs(5));
        let (email, password) = (self.ground.email.replace('@', "%40"), people::PASSWORD);
        let form = Asked::form("/sign-in", format!("email={email}&password={password}"));
        let answer = caller.ask(&form).await.context("signing in")?;
        let cookie = answer.cookie.context("a session")?;
        let page = self.ground.order_page(self.ground.shops[0].id);
        let make = move |_: usize, _: u64| Asked::page(page.clone(), &cookie);
        Ok(Load {
            name: "pages".to_owned(),
            nodes: vec![self.launch.address],
            clients: 128,
            rate: Some(rate),
            lasts,
            make: Arc::new(make),
        })
    }
}

#[allow(clippy::cast_precision_loss, reason = "bytes of memory")]
fn megabytes(bytes: Option<u64>) -> f64 {
    bytes.unwrap_or_default() as f64 / 1e6
}

impl Figures {
    fn add(&mut self, name: &str, figure: f64, unit: &'static str, goal: &str) {
        eprintln!("{name}: {figure:.1} {unit}");
        self.lines.push(Line { name: name.to_owned(), figure, unit, goal: goal.to_owned() });
    }

    fn written(&self) -> String {
        let mut text = String::from("\n| | measured | goal |\n|---|---:|---:|\n");
        for Line { name, figure, unit, goal } in &self.lines {
            let _ = writeln!(text, "| {name} | {figure:.1} {unit} | {goal} |");
        }
        if !self.loads.is_empty() {
            text.push_str(
                "\n| load, ms | asked/s | reached/s | errors | p50 | p90 | p99 | p99.9 | max | p99 uncorrected |\n\
                 |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n",
            );
        }
        for load in &self.loads {
            let asked = load.asked_rate.map_or("as fast as can be".to_owned(), |rate| rate.to_string());
            let of = &load.corrected;
            let _ = writeln!(
                text,
                "| {} | {asked} | {:.0} | {} | {:.1} | {:.1} | {:.1} | {:.1} | {:.1} | {:.1} |",
                load.name,
                load.rate,
                load.errors,
                of.p50,
                of.p90,
                of.p99,
                of.p999,
                of.max,
                load.uncorrected.p99
            );
        }
        text
    }
}
