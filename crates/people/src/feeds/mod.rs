//! Addresses under which a calendar reads what a person sees under one mandate: secret, shown once, good as
//! long as the mandate is and the person is not suspended.

pub mod acts;
mod keeps;
pub mod store;

use ::store::Migration;
use frame::Slice;

pub const SLICE: Slice = Slice {
    keeps: keeps::KEEPS,
    ..Slice::named(
        "feeds",
        &[Migration { slice: "feeds", number: 1, sql: include_str!("../../migrations/0001_feeds.sql") }],
    )
};
