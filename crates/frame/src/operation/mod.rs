//! How the installation stands: disks, backups, what waits, slow pages, who is signed in, the servers at work.
//!
//! One look at it ([`examine`]) for the administrator's page and for monitoring; `tresse doctor` judges by the
//! same rules.

pub mod backups;
mod jobs;
mod keeps;
mod model;
mod pages;
mod standing;
mod store;
#[cfg(test)]
mod tests;

use std::time::Duration;

use ::store::Migration;

use crate::page::MenuEntry;
use crate::slice::{Gate, Job, Slice};
use crate::who::Role;

pub use jobs::{Rounds, leave, repeat};
pub use model::{Backups, Disk, Node, Queue, Sealing, SignedIn, Standing, Verdict, backup_verdict};
pub use standing::{disk, examine};

/// The program's.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

const ADMINISTRATOR: Gate = Gate::Roles(&[Role::Administrator]);

pub const SLICE: Slice = Slice {
    routes: |routes| routes.get("/operation", ADMINISTRATOR, pages::show),
    menu: |who, language| {
        if !who.is(Role::Administrator) {
            return Vec::new();
        }
        let label = crate::words::words(language).operation_title();
        vec![MenuEntry { place: 40, label, path: "/operation".to_owned() }]
    },
    jobs: || {
        vec![Job {
            name: "this server runs",
            every: Duration::from_mins(1),
            run: |app| Box::pin(jobs::beat(app)),
        }]
    },
    keeps: keeps::KEEPS,
    ..Slice::named(
        "operation",
        &[Migration {
            slice: "operation",
            number: 1,
            sql: include_str!("../../migrations/0001_operation.sql"),
        }],
    )
};
