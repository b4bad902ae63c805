//! Plans of rounds for a day: drawn up, compared, changed by hand, published.

pub mod acts;
mod api;
mod around;
mod by_hand;
mod changing;
mod check;
mod choices;
pub mod describe;
pub mod figures;
mod keeps;
pub mod mending;
mod model;
pub mod moving;
mod on_map;
mod pages;
pub mod search;
pub(crate) mod sheet;
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
            .post("/hubs/{hub}/plans/{plan}/search", PLANNERS, changing::search_on)
            .post("/hubs/{hub}/plans/{plan}/publish", PLANNERS, changing::publish)
            .post("/hubs/{hub}/plans/{plan}/mend", PLANNERS, changing::mend)
            .post("/hubs/{hub}/plans/{plan}/lock", PLANNERS, changing::lock)
            .get("/hubs/{hub}/plans/{plan}/move/{shipment}", PLANNERS, by_hand::move_form)
            .post("/hubs/{hub}/plans/{plan}/move/{shipment}", PLANNERS, by_hand::move_stop)
            .post("/hubs/{hub}/plans/{plan}/rounds/{round}/driver", PLANNERS, changing::set_driver)
            .api(api::LIST, api::list)
            .api(api::SHOW, api::show)
            .api(api::SEARCH, api::search)
            .api(api::PUBLISH, api::publish)
            .api(api::SEARCH_ON, api::search_on)
            .api(api::MOVES, api::moves)
            .api(api::MOVE, api::move_shipment)
            .api(api::LOCK, api::lock)
            .api(api::MEND, api::mend)
            .api(api::SET_DRIVER, api::set_driver)
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
        &[
            Migration {
                slice: "plans",
                number: 1,
                sql: include_str!("../../migrations/0001_plans.sql"),
            },
            Migration {
                slice: "plans",
                number: 2,
                sql: include_str!("../../migrations/0002_plans.sql"),
            },
        ],
    )
};
