//! Passkeys: keys that a person's devices hold, instead of a password or beside it.
//!
//! Every key can be found by its device without an e-mail address (it is discoverable), so that the way in
//! answers the same to everybody until a key has answered.

pub mod acts;
mod ceremony;
mod keeps;
mod model;
pub mod pages;
pub mod store;
#[cfg(test)]
mod tests;

use ::store::Migration;
use frame::{Gate, Settings, Slice};

pub use ceremony::{Begun, Made, Site};
pub use model::*;

/// Whether browsers do passkeys for this address: over HTTPS, or on the machine itself by its name.
pub fn are_possible(settings: &Settings) -> bool {
    Site::of(settings).is_some()
}

pub const SLICE: Slice = Slice {
    routes: |routes| {
        routes.post("/sign-in/passkey/begin", Gate::Public, pages::begin).post(
            "/sign-in/passkey",
            Gate::Public,
            pages::sign_in,
        )
    },
    keeps: keeps::KEEPS,
    ..Slice::named(
        "passkeys",
        &[Migration {
            slice: "passkeys",
            number: 1,
            sql: include_str!("../../migrations/0001_passkeys.sql"),
        }],
    )
};
