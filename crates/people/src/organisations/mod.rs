//! Organisations: who they are in law, where they are, when and what they can receive.

pub mod acts;
mod keeps;
mod model;
pub mod pages;
pub mod store;

use ::store::Migration;
use frame::{Gate, MenuEntry, Role, Slice};

pub use model::*;

const ADMINISTRATOR: Gate = Gate::Roles(&[Role::Administrator]);

pub const SLICE: Slice = Slice {
    routes: |routes| {
        routes
            .get("/organisations", ADMINISTRATOR, pages::index)
            .get("/organisations/new", ADMINISTRATOR, pages::new)
            .post("/organisations/new", ADMINISTRATOR, pages::create)
            .get("/organisations/{organisation}", ADMINISTRATOR, pages::show)
            .get("/organisations/{organisation}/edit", ADMINISTRATOR, pages::edit)
            .post("/organisations/{organisation}/edit", ADMINISTRATOR, pages::update)
            .get("/organisations/{organisation}/sites/{site}", ADMINISTRATOR, pages::edit_site)
            .post("/organisations/{organisation}/sites/{site}", ADMINISTRATOR, pages::update_site)
    },
    menu: |who, language| {
        if !who.is(Role::Administrator) {
            return Vec::new();
        }
        let label = crate::words::words(language).organisations_title();
        vec![MenuEntry { place: 10, label, path: "/organisations".to_owned() }]
    },
    keeps: keeps::KEEPS,
    ..Slice::named(
        "organisations",
        &[Migration {
            slice: "organisations",
            number: 1,
            sql: include_str!("../../migrations/0001_organisations.sql"),
        }],
    )
};
