//! The ground that every slice stands on: the application and its clock, who acts and by which
//! mandate, refusals in four languages, pages and forms, mail, tasks that show their progress, the
//! journal, and what a slice offers to the product.

pub mod api;
mod app;
mod assets;
pub mod attempts;
mod clock;
pub mod cookies;
pub mod form;
mod http;
pub mod journal;
pub mod keep;
mod keeps;
mod letter;
pub mod mail;
mod mailer;
mod memo;
mod monitor;
pub mod operation;
mod outcome;
pub mod outside;
mod pace;
mod page;
pub mod picture;
mod reader;
pub mod seal;
mod slice;
pub mod task;
mod times;
mod visit;
pub mod webhooks;
mod who;
mod words;

pub use app::{Addressee, App, Caller, Door, Moment, Provider, RouteServer, Settings, aside};
pub use assets::key_script;
pub use clock::{Clock, Ids, monotonic};
pub use form::{Form, Upload};
pub use http::router;
pub use monitor::{memory, monitor};
pub use outcome::{Outcome, Refusal, Say, Stop};
pub use page::{MenuEntry, download, fragment, inline, redirect};
pub use reader::Reader;
pub use slice::{Check, Gate, Job, Route, Routes, Slice};
pub use visit::{At, Visit};
pub use who::{Mandate, Role, Who};

use std::time::Duration;

use store::Migration;

/// The ground as a slice: its tables, the pages of running tasks, the sending of letters.
pub const SLICE: Slice = Slice {
    routes: |routes| keep::routes(task::routes(routes)),
    keeps: keeps::KEEPS,
    jobs: || {
        vec![
            Job {
                name: "letters",
                every: Duration::from_secs(10),
                run: |app| Box::pin(mail::send_waiting(app)),
            },
            Job {
                name: "old attempts",
                every: Duration::from_hours(1),
                run: |app| Box::pin(attempts::forget_old(app)),
            },
            Job {
                name: "old requests of programs",
                every: Duration::from_hours(1),
                run: |app| Box::pin(api::forget_old(app)),
            },
            keep::job(),
        ]
    },
    ..Slice::named(
        "frame",
        &[
            Migration { slice: "frame", number: 1, sql: include_str!("../migrations/0001_ground.sql") },
            Migration {
                slice: "frame",
                number: 2,
                sql: include_str!("../migrations/0002_attempts.sql"),
            },
            Migration { slice: "frame", number: 3, sql: include_str!("../migrations/0003_api.sql") },
            Migration { slice: "frame", number: 4, sql: include_str!("../migrations/0004_letters.sql") },
        ],
    )
};
