//! Payments, what is still open, and who waits for money since when.
//!
//! How late producers are paid is shown to every member: cooperatives have gone under on late payments
//! that nobody saw.

pub mod acts;
mod api;
mod check;
mod keeps;
mod model;
mod pages;
pub mod store;

use ::store::Migration;
use frame::{Gate, MenuEntry, Role, Slice};

pub use model::*;

const BOOKKEEPERS: Gate = Gate::Roles(&[Role::Coordinator, Role::Bookkeeper]);
const WITHIN: Gate = Gate::Roles(&[
    Role::Coordinator,
    Role::Warehouse,
    Role::Bookkeeper,
    Role::Producer,
    Role::Shop,
    Role::Reader,
]);

pub const SLICE: Slice = Slice {
    routes: |routes| {
        routes
            .get("/hubs/{hub}/balances", WITHIN, pages::balances)
            .get("/hubs/{hub}/balances/{side}/{party}", WITHIN, pages::account)
            .get("/hubs/{hub}/payments/new", BOOKKEEPERS, pages::payment_form)
            .post("/hubs/{hub}/payments/new", BOOKKEEPERS, pages::record)
            .post("/hubs/{hub}/payments/{payment}/reverse", BOOKKEEPERS, pages::reverse)
            .api(api::BALANCES, api::balances)
            .api(api::SHOP, api::shop)
            .api(api::PRODUCER, api::producer)
            .api(api::CARRIER, api::carrier)
            .api(api::RECORD, api::record)
            .api(api::REVERSE, api::reverse)
    },
    menu: |who, language| {
        let Some(hub) = who.place() else { return Vec::new() };
        let label = crate::words::words(language).balances_title();
        vec![MenuEntry { place: 60, label, path: format!("/hubs/{hub}/balances") }]
    },
    checks: check::CHECKS,
    keeps: keeps::KEEPS,
    ..Slice::named(
        "payments",
        &[Migration {
            slice: "payments",
            number: 1,
            sql: include_str!("../../migrations/0001_payments.sql"),
        }],
    )
};
