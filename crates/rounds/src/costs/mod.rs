//! What rounds cost: planned and real, by round, by stop, by shipment; booked as the agreement pays them.

pub mod acts;
mod api;
mod model;
pub mod pages;

use frame::{Gate, MenuEntry, Role, Slice};

pub use model::*;

/// Who sees what rounds cost; the books and the coordination write.
const STAFF: Gate = Gate::Roles(&[Role::Coordinator, Role::Bookkeeper]);

pub const SLICE: Slice = Slice {
    routes: |routes| {
        routes
            .get("/hubs/{hub}/rounds/costs", STAFF, pages::index)
            .get("/hubs/{hub}/rounds/costs/{plan}/{round}", STAFF, pages::show)
            .post("/hubs/{hub}/rounds/costs/{plan}/{round}", STAFF, pages::book)
            .post("/hubs/{hub}/rounds/carriers/{carrier}/statement", STAFF, pages::state)
            .api(api::LIST, api::list)
            .api(api::SHOW, api::show)
            .api(api::BOOK, api::book)
            .api(api::STATE, api::state)
    },
    menu: |who, language| {
        let Some(hub) = who.place() else { return Vec::new() };
        // Who plans comes from the day's rounds.
        if who.role() != Some(Role::Bookkeeper) {
            return Vec::new();
        }
        let label = crate::words::words(language).costs_title();
        vec![MenuEntry { place: 66, label, path: format!("/hubs/{hub}/rounds/costs") }]
    },
    ..Slice::named("costs", &[])
};
