//! Orders: each shop one order a cycle, across all producers; what is promised is held.

pub mod acts;
mod api;
mod check;
mod keeps;
mod model;
pub mod pages;
pub mod store;
pub mod summary;

use ::store::Migration;
use frame::{Gate, Role, Slice};

pub use model::*;

/// Who orders: the shop, or the coordinator for it.
const ORDERERS: Gate = Gate::Roles(&[Role::Coordinator, Role::Shop]);
/// Who reads an order: the shop and the staff.
const READERS: Gate = Gate::Roles(&[Role::Coordinator, Role::Warehouse, Role::Bookkeeper, Role::Shop]);

pub const SLICE: Slice = Slice {
    routes: |routes| {
        routes
            .get("/hubs/{hub}/cycles/{cycle}/orders", crate::STAFF, pages::index)
            .get("/hubs/{hub}/cycles/{cycle}/orders/{shop}", ORDERERS, pages::show)
            .post("/hubs/{hub}/cycles/{cycle}/orders/{shop}", ORDERERS, pages::save)
            .post("/hubs/{hub}/cycles/{cycle}/orders/{shop}/repeat", ORDERERS, pages::repeat)
            .post("/hubs/{hub}/cycles/{cycle}/orders/{shop}/favourite", ORDERERS, pages::favourite)
            .post("/hubs/{hub}/cycles/{cycle}/orders/{shop}/wishes", ORDERERS, summary::wishes)
            .get("/hubs/{hub}/cycles/{cycle}/orders/{shop}/summary", READERS, summary::summary)
            .api(api::LIST, api::list)
            .api(api::SHOW, api::show)
            .api(api::OFFERS, api::offers)
            .api(api::CHANGE, api::change)
            .api(api::REPEAT, api::repeat)
            .api(api::WISHES, api::wishes)
            .api(api::FAVOURITE, api::favourite)
    },
    checks: check::CHECKS,
    keeps: keeps::KEEPS,
    ..Slice::named(
        "orders",
        &[
            Migration {
                slice: "orders",
                number: 1,
                sql: include_str!("../../migrations/0001_orders.sql"),
            },
            Migration {
                slice: "orders",
                number: 2,
                sql: include_str!("../../migrations/0002_orders_before.sql"),
            },
        ],
    )
};
