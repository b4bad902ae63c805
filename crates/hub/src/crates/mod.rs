//! Crates, jars and bottles: their kinds, and who holds how many.

pub mod pages;

use frame::{Gate, MenuEntry, Role, Slice};
use polity::members::WITHIN;

/// Who keeps kinds of container: the hub's its coordinator, a producer its own.
const KEEPERS: Gate = Gate::Roles(&[Role::Coordinator, Role::Producer]);

pub const SLICE: Slice = Slice {
    routes: |routes| {
        routes.get("/hubs/{hub}/crates", WITHIN, pages::index).post(
            "/hubs/{hub}/crates",
            KEEPERS,
            pages::save,
        )
    },
    menu: |who, language| {
        let Some(hub) = who.place() else { return Vec::new() };
        let label = crate::words::words(language).crates_title();
        vec![MenuEntry { place: 75, label, path: format!("/hubs/{hub}/crates") }]
    },
    ..Slice::named("crates", &[])
};
