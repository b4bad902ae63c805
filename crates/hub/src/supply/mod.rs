//! Consolidated orders: what the hub asks of each producer once a cycle has closed.

pub mod acts;
mod api;
mod keeps;
mod letters;
pub mod pages;
mod sheet;
pub mod store;

use ::store::Migration;
use frame::{Gate, Role, Slice};
use jiff::Timestamp;
use units::{OrganisationId, Quantity, ReferenceId};

pub use letters::send_waiting;
pub(crate) use sheet::party;

/// A consolidated order: what all shops together ask of one producer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupplyOrder {
    pub producer: OrganisationId,
    pub number: i64,
    /// 1 when made at closing; each later change makes another.
    pub revision: i64,
    pub sent_revision: i64,
    pub made_at: Timestamp,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SupplyLine {
    pub producer: OrganisationId,
    pub reference: ReferenceId,
    pub ordered: Quantity,
}

/// Who reads a producer's consolidated order: staff, and the producer its own.
const READERS: Gate =
    Gate::Roles(&[Role::Coordinator, Role::Warehouse, Role::Bookkeeper, Role::Producer]);

pub const SLICE: Slice = Slice {
    routes: |routes| {
        routes
            .get("/hubs/{hub}/cycles/{cycle}/supply", crate::STAFF, pages::index)
            .get("/hubs/{hub}/cycles/{cycle}/supply/{producer}", READERS, pages::show)
            .get("/hubs/{hub}/cycles/{cycle}/supply/{producer}/pdf", READERS, pages::pdf)
            .get("/hubs/{hub}/cycles/{cycle}/supply/{producer}/csv", READERS, pages::csv)
            .post("/hubs/{hub}/cycles/{cycle}/supply/{producer}/send", crate::HANDLERS, pages::send)
            .api(api::LIST, api::list)
            .api(api::SHOW, api::show)
            .api(api::SEND, api::send)
    },
    keeps: keeps::KEEPS,
    ..Slice::named(
        "supply",
        &[Migration {
            slice: "supply",
            number: 1,
            sql: include_str!("../../migrations/0001_supply.sql"),
        }],
    )
};
