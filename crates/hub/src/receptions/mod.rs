//! Receptions: what came, in which lots, and how a shortage is shared.

pub mod acts;
mod api;
mod check;
mod keeps;
mod model;
pub mod pages;
mod shortage;
pub mod store;

use ::store::Migration;
use frame::Slice;

pub use model::*;
pub use shortage::{Demand, Shortage, grain, share};

use crate::HANDLERS;

pub const SLICE: Slice = Slice {
    routes: |routes| {
        routes
            .get("/hubs/{hub}/cycles/{cycle}/reception", HANDLERS, pages::index)
            .get("/hubs/{hub}/cycles/{cycle}/reception/{producer}", HANDLERS, pages::show)
            .post("/hubs/{hub}/cycles/{cycle}/reception/{producer}", HANDLERS, pages::receive)
            .get("/hubs/{hub}/cycles/{cycle}/shortages", HANDLERS, pages::shortages)
            .post("/hubs/{hub}/cycles/{cycle}/shortages", HANDLERS, pages::share_shortages)
            .api(api::LIST, api::list)
            .api(api::SHOW, api::show)
            .api(api::RECEIVE, api::receive)
            .api(api::SHORTAGES, api::shortages)
            .api(api::SHARE, api::share)
    },
    checks: check::CHECKS,
    keeps: keeps::KEEPS,
    ..Slice::named(
        "receptions",
        &[Migration {
            slice: "receptions",
            number: 1,
            sql: include_str!("../../migrations/0001_receptions.sql"),
        }],
    )
};
