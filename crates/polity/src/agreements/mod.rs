//! The agreement that a coalition works under: its terms, its fees, and from when each holds.

pub mod acts;
mod keeps;
mod model;
pub mod pages;
pub mod store;

use ::store::Migration;
use frame::{MenuEntry, Slice};

use crate::members::{COORDINATOR, WITHIN};

pub use model::*;

pub const SLICE: Slice = Slice {
    routes: |routes| {
        routes
            .get("/hubs/{hub}/agreement", WITHIN, pages::show)
            .post("/hubs/{hub}/agreement/terms", COORDINATOR, pages::agree_terms)
            .post("/hubs/{hub}/agreement/transport", COORDINATOR, pages::agree_transport)
            .post("/hubs/{hub}/agreement/fees", COORDINATOR, pages::agree_fee)
            .post("/hubs/{hub}/agreement/fees/{fee}/end", COORDINATOR, pages::end_fee)
            .post("/hubs/{hub}/agreement/public", COORDINATOR, pages::set_public)
    },
    menu: |who, language| {
        let Some(hub) = who.place() else { return Vec::new() };
        let label = crate::words::words(language).agreement_title();
        vec![MenuEntry { place: 90, label, path: format!("/hubs/{hub}/agreement") }]
    },
    keeps: keeps::KEEPS,
    ..Slice::named(
        "agreements",
        &[
            Migration {
                slice: "agreements",
                number: 1,
                sql: include_str!("../../migrations/0001_agreements.sql"),
            },
            Migration {
                slice: "agreements",
                number: 2,
                sql: include_str!("../../migrations/0002_agreements.sql"),
            },
        ],
    )
};
