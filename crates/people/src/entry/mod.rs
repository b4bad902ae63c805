//! The way in: signing in and out, sessions, and a password set by a link.

pub mod acts;
mod keeps;
pub mod letters;
mod model;
pub mod pages;
mod password;
pub mod store;
#[cfg(test)]
mod tests;

use std::time::Duration;

use ::store::Migration;
use frame::{Gate, Job, Slice};

pub use acts::{Unwelcome, recognise, signed_in, touch};
pub use model::*;
pub use password::Password;
pub(crate) use password::in_turn;

pub const SLICE: Slice = Slice {
    routes: |routes| {
        routes
            .get("/sign-in", Gate::Public, pages::sign_in_form)
            .post("/sign-in", Gate::Public, pages::sign_in)
            .post("/sign-out", Gate::SignedIn, pages::sign_out)
            .post("/language", Gate::Public, pages::choose_language)
            .post("/mandate", Gate::SignedIn, pages::switch_mandate)
            .get("/reset", Gate::Public, pages::reset_form)
            .post("/reset", Gate::Public, pages::reset)
            .get("/link/{token}", Gate::Public, pages::link_form)
            .post("/link/{token}", Gate::Public, pages::use_link)
    },
    jobs: || {
        vec![
            Job {
                name: "letters to who forgot a password",
                every: Duration::from_secs(30),
                run: |app| Box::pin(acts::write_asked_resets(app)),
            },
            Job {
                name: "expired sessions and links",
                every: Duration::from_hours(1),
                run: |app| Box::pin(acts::forget_expired(app)),
            },
        ]
    },
    keeps: keeps::KEEPS,
    ..Slice::named(
        "entry",
        &[Migration { slice: "entry", number: 1, sql: include_str!("../../migrations/0001_entry.sql") }],
    )
};
