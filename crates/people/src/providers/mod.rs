//! Sign-in by another service's account, where the operator has set one up: OpenID Connect.
//!
//! Nobody gets an account here by it. An account there is linked to a person who is known here: from their
//! own page, or by an e-mail address that the service has verified and that is theirs.

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

pub use model::*;

pub const SLICE: Slice = Slice {
    routes: |routes| {
        routes
            .get("/sign-in/with/{provider}", Gate::Public, pages::begin)
            .get("/sign-in/with/{provider}/back", Gate::Public, pages::back)
            .post("/me/providers/{provider}", Gate::SignedIn, pages::begin_linking)
            .post("/me/providers/{provider}/unlink", Gate::SignedIn, pages::unlink)
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
