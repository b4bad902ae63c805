//! The day of whoever comes in: what closes, what is short, who waits for money, what to do next.

mod acts;
pub mod pages;

use frame::{Gate, MenuEntry, Slice};
use polity::members::WITHIN;

pub const SLICE: Slice = Slice {
    routes: |routes| routes.get("/", Gate::Public, pages::home).get("/hubs/{hub}", WITHIN, pages::show),
    menu: |who, language| {
        let Some(hub) = who.place() else { return Vec::new() };
        let label = crate::words::words(language).day_title();
        vec![MenuEntry { place: 10, label, path: format!("/hubs/{hub}") }]
    },
    ..Slice::named("day", &[])
};
