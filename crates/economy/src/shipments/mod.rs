//! What must be moved: the hub's sales write it, members add to it by hand, rounds carry it.

pub mod acts;
mod api;
mod check;
pub mod files;
mod keeps;
mod model;
mod pages;
mod said;
pub mod store;

use ::store::Migration;
use frame::{Gate, MenuEntry, Role, Slice};

pub use model::*;
pub use said::{Names, choices, clock, said_load};

/// Who plans what is moved, and who has something to be moved.
const MOVERS: Gate = Gate::Roles(&[Role::Coordinator, Role::Warehouse, Role::Producer, Role::Shop]);

pub const SLICE: Slice = Slice {
    routes: |routes| {
        routes
            .get("/hubs/{hub}/shipments", MOVERS, pages::index)
            .get("/hubs/{hub}/shipments/new", MOVERS, pages::add_form)
            .post("/hubs/{hub}/shipments/new", MOVERS, pages::add)
            .get("/hubs/{hub}/shipments/file", MOVERS, pages::file_form)
            .post("/hubs/{hub}/shipments/file", MOVERS, pages::add_file)
            .get("/hubs/{hub}/shipments/export.csv", MOVERS, pages::csv)
            .get("/hubs/{hub}/shipments/{shipment}", MOVERS, pages::change_form)
            .post("/hubs/{hub}/shipments/{shipment}", MOVERS, pages::change)
            .post("/hubs/{hub}/shipments/{shipment}/cancel", MOVERS, pages::cancel)
            .api(api::LIST, api::list)
            .api(api::ADD, api::add)
            .api(api::CHANGE, api::change)
            .api(api::CANCEL, api::cancel)
    },
    menu: |who, language| {
        let hub = who.mandate.as_ref().and_then(|mandate| mandate.coalition);
        match (hub, who.role()) {
            (Some(hub), Some(role)) if pages::IN_MENU.contains(&role) => {
                let label = crate::words::words(language).shipments_title();
                vec![MenuEntry { place: 46, label, path: format!("/hubs/{hub}/shipments") }]
            }
            _ => Vec::new(),
        }
    },
    checks: check::CHECKS,
    keeps: keeps::KEEPS,
    ..Slice::named(
        "shipments",
        &[Migration {
            slice: "shipments",
            number: 1,
            sql: include_str!("../../migrations/0001_shipments.sql"),
        }],
    )
};
