//! The euro, opened, on pages: for a product, an order, a shop, a cycle, a year; and for the public where
//! the hub says so.

mod acts;
pub mod pages;

use frame::{Gate, MenuEntry, Slice};
use polity::members::WITHIN;

pub const SLICE: Slice = Slice {
    routes: |routes| {
        routes
            .get("/hubs/{hub}/euro", WITHIN, pages::show)
            .get("/open/{hub}", Gate::Public, pages::public_index)
            .get("/open/{hub}/{cycle}", Gate::Public, pages::public)
    },
    menu: |who, language| {
        let Some(hub) = who.place() else { return Vec::new() };
        let label = crate::words::words(language).euro_title();
        vec![MenuEntry { place: 65, label, path: format!("/hubs/{hub}/euro") }]
    },
    ..Slice::named("euro_pages", &[])
};
