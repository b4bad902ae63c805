//! One run: a hub on a database, its servers, the shops that go on while something breaks, the verdict.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use anyhow::Context as _;
use store::{Db, Location};
use tokio::task::JoinSet;
use tresse::migrations;

use crate::book::Notebook;
use crate::ground::{Ground, small, yesterday};
use crate::node::{Launch, Node};
use crate::shopper::{Habits, Run, Shopper};
use crate::verdict::{Verdict, judge};

/// What a run is made of.
pub struct Setting {
    pub name: String,
    pub seed: u64,
    pub shops: usize,
    pub units: i64,
    pub patience: Duration,
    pub habits: Habits,
    /// A mistake to be made on purpose: only a program with the feature `planted` makes it.
    pub planted: Option<String>,
}

impl Setting {
    pub fn new(name: &str, seed: u64) -> Self {
        let patience = Duration::from_secs(5);
        let name = name.to_owned();
        Self { name, seed, shops: 6, units: 8, patience, habits: Habits::All, planted: None }
    }
}

pub struct Stage {
    pub location: Location,
    pub launches: Vec<Launch>,
    pub nodes: Vec<Node>,
    pub run: Arc<Run>,
    pub seed: u64,
    shoppers: JoinSet<anyhow::Result<()>>,
    /// Outside the fault domain: what was acknowledged is kept here.
    _folder: tempfile::TempDir,
}

impl Stage {
    /// Founds a hub in the empty database and starts as many servers on it as there are `launches`.
    pub async fn set(
        setting: &Setting,
        location: Location,
        mut launches: Vec<Launch>,
    ) -> anyhow::Result<Self> {
        let db = Db::open(&location, &migrations()).await?;
        let ground = Ground::found(&db, &small(setting.shops), setting.units, false).await?;
        drop(db);
        let folder = tempfile::tempdir()?;
        if let Some(mistake) = &setting.planted {
            for launch in &mut launches {
                launch.variables.push(("TRESSE_PLANTED".to_owned(), mistake.clone()));
            }
        }
        let run = Run {
            name: setting.name.clone(),
            ground: Arc::new(ground),
            notebook: Notebook::new(folder.path())?,
            stop: false.into(),
            done: 0.into(),
            nodes: launches.iter().map(|launch| launch.address).collect(),
            patience: setting.patience,
            habits: setting.habits,
            paid_on: yesterday(),
        };
        let mut nodes = Vec::new();
        for launch in &launches {
            nodes.push(Node::start(launch).await?);
        }
        let (run, shoppers, seed) = (Arc::new(run), JoinSet::new(), setting.seed);
        Ok(Self { location, launches, nodes, run, seed, shoppers, _folder: folder })
    }

    /// On SQLite in this folder, with one server.
    pub async fn on_file(setting: &Setting, folder: &Path) -> anyhow::Result<Self> {
        let data = folder.join("hub");
        tresse::server::make_folder(&data)?;
        let launch = Launch::new(["--data", path(&data)?])?;
        Self::set(setting, Location::File(data.join("tresse.db")), vec![launch]).await
    }

    /// On PostgreSQL, with so many servers.
    pub async fn on_server(setting: &Setting, url: &str, nodes: usize) -> anyhow::Result<Self> {
        let launches = (0..nodes).map(|_| Launch::new(["--database", url]));
        let launches = launches.collect::<anyhow::Result<Vec<_>>>()?;
        Self::set(setting, Location::Server(url.to_owned()), launches).await
    }

    /// Lets every shop begin.
    pub fn begin(&mut self) {
        for shop in 0..self.run.ground.shops.len() {
            self.shoppers.spawn(Shopper::new(&self.run, shop, self.seed).shop());
        }
    }

    pub fn done(&self) -> usize {
        self.run.done.load(Ordering::Relaxed)
    }

    /// Waits until so many more were acknowledged; false after half a minute without them.
    pub async fn acknowledges(&self, more: usize) -> bool {
        let wanted = self.done() + more;
        for _ in 0..10_000 {
            if self.done() >= wanted {
                return true;
            }
            tokio::time::sleep(Duration::from_millis(3)).await;
        }
        false
    }

    /// Starts a server again, and says how long it took until it answered.
    pub async fn restart(&mut self, node: usize) -> anyhow::Result<Duration> {
        let began = frame::monotonic();
        self.nodes[node] = Node::start(&self.launches[node]).await?;
        Ok(frame::monotonic().saturating_sub(began))
    }

    /// Lets the shops finish, stops the servers, and looks at what is in the tables.
    pub async fn end(mut self) -> anyhow::Result<Verdict> {
        self.finish().await?;
        self.nodes.clear();
        let db = Db::open(&self.location, &migrations()).await?;
        judge(&db, &self.run, true).await
    }

    /// Lets the shops finish; the servers go on.
    pub async fn finish(&mut self) -> anyhow::Result<()> {
        self.run.stop.store(true, Ordering::Relaxed);
        while let Some(done) = self.shoppers.join_next().await {
            done.context("a shop broke off")??;
        }
        Ok(())
    }
}

pub fn path(path: &Path) -> anyhow::Result<&str> {
    path.to_str().with_context(|| format!("{} is no text", path.display()))
}
