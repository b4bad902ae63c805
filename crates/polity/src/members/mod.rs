//! Coalitions and their members: who works together, on which side, and who acts for whom.

pub mod acts;
mod keeps;
mod model;
pub mod pages;
pub mod store;

use ::store::Migration;
use frame::{Gate, MenuEntry, Role, Slice};

pub use model::*;

/// Everybody who acts within a coalition, for itself or for a member.
pub const WITHIN: Gate = Gate::Roles(&[
    Role::Coordinator,
    Role::Warehouse,
    Role::Bookkeeper,
    Role::Producer,
    Role::Shop,
    Role::Reader,
]);
pub const COORDINATOR: Gate = Gate::Roles(&[Role::Coordinator]);
/// Who leads a coalition's team: its coordinator, or the administrator where it has none.
const LEADERS: Gate = Gate::Roles(&[Role::Coordinator, Role::Administrator]);
const ADMINISTRATOR: Gate = Gate::Roles(&[Role::Administrator]);
/// Who may keep a member's record: its coordinator, or its own people.
const KEEPERS: Gate = Gate::Roles(&[Role::Coordinator, Role::Producer, Role::Shop]);
/// Who may take data along: the coalition's, or a member's own.
const TAKERS: Gate = Gate::Roles(&[Role::Coordinator, Role::Bookkeeper, Role::Producer, Role::Shop]);

pub const SLICE: Slice = Slice {
    routes: |routes| {
        routes
            .get("/coalitions", ADMINISTRATOR, pages::coalitions)
            .get("/coalitions/new", ADMINISTRATOR, pages::founding_form)
            .post("/coalitions/new", ADMINISTRATOR, pages::found)
            .get("/hubs/{hub}/members", WITHIN, pages::index)
            .get("/hubs/{hub}/members/new", COORDINATOR, pages::admission_form)
            .post("/hubs/{hub}/members/new", COORDINATOR, pages::admit)
            .get("/hubs/{hub}/members/{member}", WITHIN, pages::show)
            .get("/hubs/{hub}/members/{member}/edit", KEEPERS, pages::edit)
            .post("/hubs/{hub}/members/{member}/edit", KEEPERS, pages::update)
            .get("/hubs/{hub}/members/{member}/sites/{site}", KEEPERS, pages::edit_site)
            .post("/hubs/{hub}/members/{member}/sites/{site}", KEEPERS, pages::update_site)
            .post("/hubs/{hub}/members/{member}/membership", COORDINATOR, pages::change_membership)
            .post("/hubs/{hub}/members/{member}/invite", COORDINATOR, pages::invite_for_member)
            .get("/hubs/{hub}/archive", TAKERS, pages::archive)
            .post("/hubs/{hub}/archive", TAKERS, pages::take_archive)
            .get("/hubs/{hub}/team", LEADERS, pages::team)
            .post("/hubs/{hub}/team", LEADERS, pages::invite_to_team)
            .get("/hubs/{hub}/journal", LEADERS, pages::journal)
            .post("/hubs/{hub}/persons/{person}/link", LEADERS, pages::send_link)
            .post("/hubs/{hub}/mandates/{mandate}/end", LEADERS, pages::end_mandate)
            .post("/hubs/{hub}/mandates/{mandate}/deputy", Gate::SignedIn, pages::set_deputy)
    },
    menu: |who, language| {
        let t = crate::words::words(language);
        if who.is(Role::Administrator) {
            let label = t.coalitions_title();
            return vec![MenuEntry { place: 5, label, path: "/coalitions".to_owned() }];
        }
        let Some(hub) = who.place() else { return Vec::new() };
        vec![MenuEntry { place: 80, label: t.members_title(), path: format!("/hubs/{hub}/members") }]
    },
    keeps: keeps::KEEPS,
    ..Slice::named(
        "members",
        &[Migration {
            slice: "members",
            number: 1,
            sql: include_str!("../../migrations/0001_members.sql"),
        }],
    )
};
