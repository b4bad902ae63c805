//! What must be moved: the hub's sales write it, members add to it by hand, rounds carry it.

mod keeps;
mod model;
pub mod store;

use ::store::Migration;
use frame::Slice;

pub use model::*;

pub const SLICE: Slice = Slice {
    keeps: keeps::KEEPS,
    ..Slice::named(
        "shipments",
        &[Migration {
            slice: "shipments",
            number: 1,
            sql: include_str!("../../migrations/0001_shipments.sql"),
        }],
    )
};
