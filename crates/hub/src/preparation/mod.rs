//! Preparation and delivery: each shop's goods picked, labelled, handed over.

pub mod acts;
mod keeps;
pub mod pages;
mod sheet;
pub mod store;

use ::store::Migration;
use frame::{Gate, Role, Slice};
use jiff::Timestamp;
use units::{ContainerId, OrganisationId, PersonId};

use crate::HANDLERS;

/// A delivery that took place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    pub shop: OrganisationId,
    pub number: i64,
    pub delivered_at: Timestamp,
    pub delivered_by: PersonId,
    pub taken_by: String,
    pub note: String,
}

/// Containers handed over and taken back with a delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Handed {
    pub container: ContainerId,
    /// Besides those that go out with goods.
    pub extra_out: i64,
    pub back: i64,
}

/// Who sees a delivery note: handlers, and the shop its own.
const READERS: Gate = Gate::Roles(&[Role::Coordinator, Role::Warehouse, Role::Bookkeeper, Role::Shop]);

pub const SLICE: Slice = Slice {
    routes: |routes| {
        routes
            .get("/hubs/{hub}/cycles/{cycle}/preparation", HANDLERS, pages::index)
            .get("/hubs/{hub}/cycles/{cycle}/preparation/{shop}", HANDLERS, pages::show)
            .post("/hubs/{hub}/cycles/{cycle}/preparation/{shop}", HANDLERS, pages::prepare)
            .get("/hubs/{hub}/cycles/{cycle}/preparation/{shop}/labels", HANDLERS, pages::labels)
            .get("/hubs/{hub}/cycles/{cycle}/preparation/{shop}/note", READERS, pages::note)
            .get("/hubs/{hub}/cycles/{cycle}/deliveries/{shop}", HANDLERS, pages::delivery_form)
            .post("/hubs/{hub}/cycles/{cycle}/deliveries/{shop}", HANDLERS, pages::deliver)
    },
    keeps: keeps::KEEPS,
    ..Slice::named(
        "preparation",
        &[Migration {
            slice: "preparation",
            number: 1,
            sql: include_str!("../../migrations/0001_preparation.sql"),
        }],
    )
};
