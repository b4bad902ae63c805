//! The faults, each with how often it is tried in the long form and in the short one.

mod disks;
mod invitations;
mod kills;
mod machines;
mod servers;

use std::fmt;
use std::process::{Command, Stdio};

use serde::Serialize;

use crate::verdict::Verdict;

/// What is asked of a trial.
#[derive(Debug, Clone)]
pub struct Order {
    pub times: usize,
    pub seed: u64,
    /// A mistake to be made on purpose.
    pub planted: Option<String>,
}

impl Order {
    fn setting(&self, name: &str) -> crate::stage::Setting {
        let planted = self.planted.clone();
        crate::stage::Setting { planted, ..crate::stage::Setting::new(name, self.seed) }
    }
}

/// What came of a trial.
#[derive(Debug, Clone, Serialize)]
pub enum Came {
    /// So many faults, with what was seen on the way.
    Ran { faults: usize, verdict: Verdict, seen: Vec<String> },
    /// This machine does not allow it, or lacks something.
    NotRun(String),
}

impl fmt::Display for Came {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotRun(why) => write!(f, "not run: {why}"),
            Self::Ran { faults, verdict, seen } => {
                write!(f, "{faults} times; {verdict}")?;
                seen.iter().try_for_each(|seen| write!(f, "\n    {seen}"))
            }
        }
    }
}

/// One kind of fault.
#[derive(Clone, Copy)]
pub struct Trial {
    pub name: &'static str,
    pub about: &'static str,
    pub long: usize,
    pub short: usize,
    pub run: fn(Order) -> Running,
}

pub type Running = std::pin::Pin<Box<dyn Future<Output = anyhow::Result<Came>> + Send>>;

pub const ALL: &[Trial] = &[
    Trial {
        name: "kill",
        about: "SQLite: the server is killed (SIGKILL) at random",
        long: 100,
        short: 6,
        run: |order| Box::pin(kills::at_random(order)),
    },
    Trial {
        name: "call",
        about: "SQLite: the server is killed at its n-th write or sync",
        long: 1000,
        short: 6,
        run: |order| Box::pin(kills::at_a_call(order)),
    },
    Trial {
        name: "error",
        about: "SQLite: the n-th write or sync answers EIO",
        long: 100,
        short: 3,
        run: |order| Box::pin(kills::errors(order)),
    },
    Trial {
        name: "full",
        about: "SQLite: the disk is full, then there is room again",
        long: 10,
        short: 1,
        run: |order| Box::pin(disks::full(order)),
    },
    Trial {
        name: "power",
        about: "SQLite: the power is cut, and what was not synced is gone",
        long: 200,
        short: 3,
        run: |order| Box::pin(disks::power(order)),
    },
    Trial {
        name: "clock",
        about: "SQLite: the clock jumps a day ahead and a day back",
        long: 10,
        short: 1,
        run: |order| Box::pin(machines::clock(order)),
    },
    Trial {
        name: "node",
        about: "PostgreSQL: one of two servers is killed (SIGKILL) at random",
        long: 100,
        short: 4,
        run: |order| Box::pin(servers::kill(order)),
    },
    Trial {
        name: "frozen",
        about: "PostgreSQL: one of two servers stands still for seconds, and goes on",
        long: 20,
        short: 1,
        run: |order| Box::pin(servers::frozen(order)),
    },
    Trial {
        name: "cut",
        about: "PostgreSQL: the network between server and database is cut, and comes back",
        long: 20,
        short: 2,
        run: |order| Box::pin(servers::cut(order)),
    },
    Trial {
        name: "failover",
        about: "PostgreSQL: the primary is killed and its synchronous replica promoted",
        long: 50,
        short: 1,
        run: |order| Box::pin(servers::failover(order)),
    },
    Trial {
        name: "race",
        about: "PostgreSQL: sixteen clients of two servers race for the last 50 units and for one payment",
        long: 1000,
        short: 3,
        run: |order| Box::pin(servers::race(order)),
    },
    Trial {
        name: "invitation",
        about: "PostgreSQL: six people open one invitation on two servers at once",
        long: 1000,
        short: 5,
        run: |order| Box::pin(invitations::race(order)),
    },
];

/// Whether a program is there to be run.
fn has(program: &str) -> bool {
    let mut command = Command::new(program);
    command.arg("--version").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok()
}
