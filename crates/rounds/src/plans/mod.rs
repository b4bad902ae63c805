//! Plans of rounds for a day: drawn up, compared, changed by hand, published.

pub mod acts;
mod api;
mod by_hand;
mod check;
pub mod describe;
pub mod figures;
mod keeps;
pub mod mending;
mod model;
pub mod moving;
mod pages;
pub mod search;
mod sheet;
pub mod store;

use ::store::Migration;
use frame::{Gate, MenuEntry, Role, Slice};

pub use model::*;

/// Who runs the rounds.
const STAFF: Gate = Gate::Roles(&[Role::Coordinator, Role::Warehouse]);
/// Who plans them.
const PLANNERS: Gate = Gate::Roles(&[Role::Coordinator]);

pub const SLICE: Slice = Slice {
    routes: |routes| {
        routes
            .get("/hubs/{hub}/rounds", STAFF, pages::day)
            .get("/hubs/{hub}/plans/new", PLANNERS, pages::new_form)
            .post("/hubs/{hub}/plans/new", PLANNERS, pages::draw_up)
            .get("/hubs/{hub}/plans/{plan}", STAFF, sheet::show)
            .get("/hubs/{hub}/plans/{plan}/json/{file}", STAFF, pages::json)
            .post("/hubs/{hub}/plans/{plan}/search", PLANNERS, pages::search_on)
            .post("/hubs/{hub}/plans/{plan}/publish", PLANNERS, pages::publish)
            .post("/hubs/{hub}/plans/{plan}/mend", PLANNERS, pages::mend)
            .post("/hubs/{hub}/plans/{plan}/lock", PLANNERS, sheet::lock)
            .get("/hubs/{hub}/plans/{plan}/move/{shipment}", PLANNERS, by_hand::move_form)
            .post("/hubs/{hub}/plans/{plan}/move/{shipment}", PLANNERS, by_hand::move_stop)
            .post("/hubs/{hub}/plans/{plan}/rounds/{round}/driver", PLANNERS, sheet::set_driver)
            .api(api::LIST, api::list)
            .api(api::SHOW, api::show)
            .api(api::SEARCH, api::search)
            .api(api::PUBLISH, api::publish)
    },
    menu: |who, language| {
        let hub = who.mandate.as_ref().and_then(|mandate| mandate.coalition);
        match (hub, who.role()) {
            (Some(hub), Some(Role::Coordinator | Role::Warehouse)) => {
                let label = crate::words::words(language).rounds_title();
                vec![MenuEntry { place: 45, label, path: format!("/hubs/{hub}/rounds") }]
            }
            _ => Vec::new(),
        }
    },
    checks: check::CHECKS,
    keeps: keeps::KEEPS,
    ..Slice::named(
        "plans",
        &[Migration { slice: "plans", number: 1, sql: include_str!("../../migrations/0001_plans.sql") }],
    )
};
