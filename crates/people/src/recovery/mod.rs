//! Recovery codes: ten on paper, each good once, for who lost a device or cannot read their mail.

pub mod acts;
mod keeps;
mod model;
pub mod pages;
pub mod store;
#[cfg(test)]
mod tests;

use ::store::Migration;
use frame::{Gate, Slice};

use crate::account::WAYS_IN;
pub use model::*;

pub const SLICE: Slice = Slice {
    routes: |routes| {
        routes
            .get("/recover", Gate::Public, pages::form)
            .post("/recover", Gate::Public, pages::recover)
            .post_afresh("/me/codes", Gate::SignedIn, WAYS_IN, pages::make)
    },
    keeps: keeps::KEEPS,
    ..Slice::named(
        "recovery",
        &[Migration {
            slice: "recovery",
            number: 1,
            sql: include_str!("../../migrations/0001_recovery.sql"),
        }],
    )
};
