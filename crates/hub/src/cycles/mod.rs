//! Cycles: a window for orders on a snapshot of what is offered, week after week.

pub mod acts;
mod api;
mod assortment;
mod jobs;
mod keeps;
mod model;
pub mod pages;
pub mod store;

use std::time::Duration;

use ::store::Migration;
use frame::{Job, MenuEntry, Slice};
use polity::members::{COORDINATOR, WITHIN};

pub use assortment::{Assortment, Sought, assortment};
pub use jobs::tick;
pub use model::*;

pub const SLICE: Slice = Slice {
    routes: |routes| {
        routes
            .get("/hubs/{hub}/cycles", WITHIN, pages::index)
            .get("/hubs/{hub}/cycles/new", COORDINATOR, pages::new)
            .post("/hubs/{hub}/cycles/new", COORDINATOR, pages::create)
            .get("/hubs/{hub}/cycles/{cycle}", WITHIN, pages::show)
            .get("/hubs/{hub}/cycles/{cycle}/edit", COORDINATOR, pages::edit)
            .post("/hubs/{hub}/cycles/{cycle}/edit", COORDINATOR, pages::update)
            .post("/hubs/{hub}/cycles/{cycle}/skip", COORDINATOR, pages::skip)
            .post("/hubs/{hub}/cycles/{cycle}/cancel", COORDINATOR, pages::cancel)
            .post("/hubs/{hub}/cycles/{cycle}/open", COORDINATOR, pages::open)
            .post("/hubs/{hub}/cycles/{cycle}/close", COORDINATOR, pages::close)
            .api(api::LIST, api::list)
            .api(api::SHOW, api::show)
            .api(api::PLAN, api::plan)
            .api(api::CHANGE, api::change)
            .api(api::SKIP, api::skip)
            .api(api::CANCEL, api::cancel)
            .api(api::OPEN, api::open)
            .api(api::CLOSE, api::close)
    },
    menu: |who, language| {
        let Some(hub) = who.place() else { return Vec::new() };
        let label = crate::words::words(language).cycles_title();
        vec![MenuEntry { place: 20, label, path: format!("/hubs/{hub}/cycles") }]
    },
    jobs: || {
        vec![Job {
            name: "cycles",
            every: Duration::from_secs(15),
            run: |app| Box::pin(jobs::tick(app)),
        }]
    },
    keeps: keeps::KEEPS,
    ..Slice::named(
        "cycles",
        &[Migration {
            slice: "cycles",
            number: 1,
            sql: include_str!("../../migrations/0001_cycles.sql"),
        }],
    )
};
