//! Plans of rounds for a day: drawn up, compared, changed by hand, published.

mod keeps;
mod model;
pub mod store;

use ::store::Migration;
use frame::Slice;

pub use model::*;

pub const SLICE: Slice = Slice {
    keeps: keeps::KEEPS,
    ..Slice::named(
        "plans",
        &[Migration { slice: "plans", number: 1, sql: include_str!("../../migrations/0001_plans.sql") }],
    )
};
