//! Lots: one step back to who brought it, one step forward to who has it, in one search.
//!
//! # Source
//! Regulation (EC) No 178/2002, article 18.

pub mod acts;
pub mod pages;
pub mod store;

use frame::{Gate, MenuEntry, Role, Slice};

/// Who traces: handlers all lots, producers their own.
const TRACERS: Gate =
    Gate::Roles(&[Role::Coordinator, Role::Warehouse, Role::Bookkeeper, Role::Producer]);

pub const SLICE: Slice = Slice {
    routes: |routes| {
        routes.get("/hubs/{hub}/lots", TRACERS, pages::search).get(
            "/hubs/{hub}/lots/recall",
            TRACERS,
            pages::recall,
        )
    },
    menu: |who, language| {
        let Some(hub) = who.place() else { return Vec::new() };
        if !matches!(who.role(), Some(Role::Coordinator | Role::Warehouse | Role::Producer)) {
            return Vec::new();
        }
        let label = crate::words::words(language).lots_title();
        vec![MenuEntry { place: 70, label, path: format!("/hubs/{hub}/lots") }]
    },
    ..Slice::named("lots", &[])
};
