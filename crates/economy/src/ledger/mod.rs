//! The ledger: double entry as TigerBeetle keeps it.
//!
//! One immutable row per transfer holds both sides; the caller's id is the idempotency key; a running
//! balance guards only what may be refused, every other balance is a sum; corrections are transfers the
//! other way. Stock, crates and bottles are accounts as money is.

pub mod acts;
mod check;
mod keeps;
mod model;
pub mod store;

use ::store::Migration;
use frame::Slice;

pub use model::*;

pub const SLICE: Slice = Slice {
    checks: check::CHECKS,
    keeps: keeps::KEEPS,
    sealed: &[store::SEALED],
    ..Slice::named(
        "ledger",
        &[
            Migration {
                slice: "ledger",
                number: 1,
                sql: include_str!("../../migrations/0001_ledger.sql"),
            },
            Migration {
                slice: "ledger",
                number: 2,
                sql: include_str!("../../migrations/0002_ledger_by_time.sql"),
            },
        ],
    )
};
