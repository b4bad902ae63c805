//! Webhooks: other programs hear of what happens in a coalition, as the Standard Webhooks specification has it.
//!
//! A message is written in the transaction of the act that it tells of, so that none is lost and none told
//! that did not happen. It is delivered afterwards, once or more, under one identifier.

pub mod acts;
mod job;
mod keeps;
mod model;
mod pages;
mod sign;
mod store;
#[cfg(test)]
mod tests;

use std::time::Duration;

use ::store::Migration;

pub use job::deliver;
pub use model::{Event, Kind};
pub use sign::signatures;
pub use store::{count_silent, queue, tell};

use crate::slice::{Gate, Job, Slice};
use crate::who::Role;

const COORDINATOR: Gate = Gate::Roles(&[Role::Coordinator]);

pub const SLICE: Slice = Slice {
    routes: |routes| {
        routes
            .get("/hubs/{hub}/webhooks", COORDINATOR, pages::index)
            .post("/hubs/{hub}/webhooks", COORDINATOR, pages::add)
            .get("/hubs/{hub}/webhooks/{webhook}", COORDINATOR, pages::show)
            .post("/hubs/{hub}/webhooks/{webhook}/pause", COORDINATOR, pages::pause)
            .post("/hubs/{hub}/webhooks/{webhook}/resume", COORDINATOR, pages::resume)
            .post("/hubs/{hub}/webhooks/{webhook}/test", COORDINATOR, pages::test)
            .post("/hubs/{hub}/webhooks/{webhook}/secret", COORDINATOR, pages::replace_secret)
            .post("/hubs/{hub}/webhooks/{webhook}/remove", COORDINATOR, pages::remove)
            .post("/hubs/{hub}/webhooks/{webhook}/messages/{event}/again", COORDINATOR, pages::again)
    },
    jobs: || {
        vec![
            Job {
                name: "webhooks",
                every: Duration::from_secs(5),
                run: |app| Box::pin(job::deliver(app)),
            },
            Job {
                name: "old messages of webhooks",
                every: Duration::from_hours(24),
                run: |app| Box::pin(job::forget_old(app)),
            },
        ]
    },
    keeps: keeps::KEEPS,
    ..Slice::named(
        "webhooks",
        &[Migration {
            slice: "webhooks",
            number: 1,
            sql: include_str!("../../migrations/0001_webhooks.sql"),
        }],
    )
};
