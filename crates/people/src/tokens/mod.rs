//! Tokens: how a program comes in, for a person or as a service of a coalition's.

pub mod acts;
mod api;
mod keeps;
mod model;
mod pages;
pub mod store;
#[cfg(test)]
mod tests;

use ::store::Migration;
use frame::{Gate, Role, Slice};

pub use acts::{recognise, touch};
pub use model::*;

const COORDINATOR: Gate = Gate::Roles(&[Role::Coordinator]);

pub const SLICE: Slice = Slice {
    routes: |routes| {
        routes
            .get("/me/tokens", Gate::SignedIn, pages::own)
            .post_afresh("/me/tokens", Gate::SignedIn, "/me/tokens", pages::make_own)
            .post("/me/tokens/{token}/revoke", Gate::SignedIn, pages::revoke_own)
            .get("/hubs/{hub}/tokens", COORDINATOR, pages::of_services)
            .post_afresh(
                "/hubs/{hub}/tokens",
                COORDINATOR,
                "/hubs/{hub}/tokens",
                pages::make_for_service,
            )
            .post("/hubs/{hub}/tokens/{token}/revoke", COORDINATOR, pages::revoke_of_service)
            .api(api::ME, api::me)
    },
    keeps: keeps::KEEPS,
    ..Slice::named(
        "tokens",
        &[Migration {
            slice: "tokens",
            number: 1,
            sql: include_str!("../../migrations/0001_tokens.sql"),
        }],
    )
};
