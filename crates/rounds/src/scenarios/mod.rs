//! A season under other rules: what one depot more, other days, two hubs together or no start at night would have
//! cost, beside the same season as it is, both searched in the same way.

pub mod acts;
mod api;
mod keeps;
mod model;
pub mod pages;
pub mod rehearse;
pub mod store;

use ::store::Migration;
use frame::{Gate, Role, Slice};

pub use model::*;

const PLANNERS: Gate = Gate::Roles(&[Role::Coordinator]);

pub const SLICE: Slice = Slice {
    routes: |routes| {
        routes
            .get("/hubs/{hub}/scenarios", PLANNERS, pages::index)
            .post("/hubs/{hub}/scenarios", PLANNERS, pages::rehearse)
            .get("/hubs/{hub}/scenarios/{scenario}", PLANNERS, pages::show)
            .api(api::LIST, api::list)
            .api(api::SHOW, api::show)
            .api(api::REHEARSE, api::rehearse)
    },
    keeps: keeps::KEEPS,
    ..Slice::named(
        "scenarios",
        &[
            Migration {
                slice: "scenarios",
                number: 1,
                sql: include_str!("../../migrations/0001_scenarios.sql"),
            },
            Migration {
                slice: "scenarios",
                number: 2,
                sql: include_str!("../../migrations/0002_scenarios.sql"),
            },
        ],
    )
};
