//! Sign-in by another service's account, where the operator has set one up: OpenID Connect.
//!
//! Nobody gets an account here by it. A person who is in links theirs from their own page, and it is known by its
//! issuer and subject from then on: an address that a service gives lets in nobody, so that no service can say that
//! somebody is another one's.

pub mod acts;
mod dialogue;
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
            .get("/sign-in/with/{provider}", Gate::Public, pages::begin)
            .get("/sign-in/with/{provider}/back", Gate::Public, pages::back)
            .post_afresh("/me/providers/{provider}", Gate::SignedIn, WAYS_IN, pages::begin_linking)
            .post_afresh("/me/providers/{provider}/unlink", Gate::SignedIn, WAYS_IN, pages::unlink)
    },
    keeps: keeps::KEEPS,
    ..Slice::named(
        "providers",
        &[Migration {
            slice: "providers",
            number: 1,
            sql: include_str!("../../migrations/0001_providers.sql"),
        }],
    )
};
