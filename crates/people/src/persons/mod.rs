//! Persons and their mandates.

pub mod acts;
pub mod erasure;
mod keeps;
mod leaving;
mod model;
pub mod pages;
pub mod store;
#[cfg(test)]
pub(crate) mod tests;

use ::store::Migration;
use frame::{Gate, MenuEntry, Role, Slice};

pub use acts::leaders;
pub use model::*;

const ADMINISTRATOR: Gate = Gate::Roles(&[Role::Administrator]);

pub const SLICE: Slice = Slice {
    routes: |routes| {
        routes
            .get("/me/data", Gate::SignedIn, leaving::own)
            .post("/me/archive", Gate::SignedIn, leaving::own_archive)
            .post("/me/erasure", Gate::SignedIn, leaving::ask_for_erasure)
            .post("/me/erasure/withdraw", Gate::SignedIn, leaving::withdraw_erasure)
            .get("/persons", ADMINISTRATOR, pages::index)
            .get("/persons/new", ADMINISTRATOR, pages::invitation_form)
            .post("/persons/new", ADMINISTRATOR, pages::invite)
            .get("/persons/{person}", ADMINISTRATOR, pages::show)
            .post("/persons/{person}/link", ADMINISTRATOR, pages::send_link)
            .post("/persons/{person}/suspend", ADMINISTRATOR, pages::suspend)
            .get("/persons/{person}/data", ADMINISTRATOR, leaving::of_person)
            .post("/persons/{person}/archive", ADMINISTRATOR, leaving::archive)
            .post("/persons/{person}/erase", ADMINISTRATOR, leaving::erase)
            .post("/persons/{person}/administrator", ADMINISTRATOR, pages::let_administer)
            .post("/persons/{person}/mandates/{mandate}/end", ADMINISTRATOR, pages::end_mandate)
            .get("/letters", ADMINISTRATOR, pages::letters)
            .post("/letters/{letter}/again", ADMINISTRATOR, pages::try_letter_again)
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
    keeps: keeps::KEEPS,
    ..Slice::named(
        "persons",
        &[
            Migration {
                slice: "persons",
                number: 1,
                sql: include_str!("../../migrations/0001_persons.sql"),
            },
            Migration {
                slice: "persons",
                number: 2,
                sql: include_str!("../../migrations/0002_erasures.sql"),
            },
        ],
    )
};
