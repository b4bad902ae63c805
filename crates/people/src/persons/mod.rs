//! Persons: the way in, their sessions, their mandates.

pub mod acts;
mod model;
pub mod pages;
mod password;
pub mod store;
#[cfg(test)]
mod tests;

use std::time::Duration;

use ::store::Migration;
use frame::{Gate, Job, MenuEntry, Role, Slice};

pub use acts::{recognise, touch};
pub use model::*;
pub use password::Password;

const ADMINISTRATOR: Gate = Gate::Roles(&[Role::Administrator]);

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
            .get("/me", Gate::SignedIn, pages::account)
            .post("/me", Gate::SignedIn, pages::save_account)
            .post("/me/password", Gate::SignedIn, pages::change_password)
            .post("/me/sessions/{session}/revoke", Gate::SignedIn, pages::revoke_session)
            .post("/me/mandates/{mandate}/deputy", Gate::SignedIn, pages::set_own_deputy)
            .get("/persons", ADMINISTRATOR, pages::index)
            .get("/persons/new", ADMINISTRATOR, pages::invitation_form)
            .post("/persons/new", ADMINISTRATOR, pages::invite)
            .get("/persons/{person}", ADMINISTRATOR, pages::show)
            .post("/persons/{person}/link", ADMINISTRATOR, pages::send_link)
            .post("/persons/{person}/suspend", ADMINISTRATOR, pages::suspend)
            .post("/persons/{person}/administrator", ADMINISTRATOR, pages::let_administer)
            .post("/persons/{person}/mandates/{mandate}/end", ADMINISTRATOR, pages::end_mandate)
            .get("/letters", ADMINISTRATOR, pages::letters)
    },
    menu: |who, language| {
        if !who.is(Role::Administrator) {
            return Vec::new();
        }
        let t = crate::words::words(language);
        vec![
            MenuEntry { place: 20, label: t.persons_title(), path: "/persons".to_owned() },
            MenuEntry { place: 30, label: t.letters_title(), path: "/letters".to_owned() },
        ]
    },
    jobs: || {
        vec![Job {
            name: "expired sessions and links",
            every: Duration::from_hours(24),
            run: |app| Box::pin(acts::forget_expired(app)),
        }]
    },
    ..Slice::named(
        "persons",
        &[Migration {
            slice: "persons",
            number: 1,
            sql: include_str!("../../migrations/0001_persons.sql"),
        }],
    )
};
