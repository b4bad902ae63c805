//! The vehicles of member organisations and who drives them: what they hold, what they cost, when they
//! are there.

mod keeps;
mod model;
pub mod store;

use ::store::Migration;
use frame::Slice;

pub use model::*;

pub const SLICE: Slice = Slice {
    keeps: keeps::KEEPS,
    ..Slice::named(
        "fleet",
        &[Migration { slice: "fleet", number: 1, sql: include_str!("../../migrations/0001_fleet.sql") }],
    )
};
