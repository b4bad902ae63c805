//! The vehicles of member organisations and who drives them: what they hold, what they cost, when they
//! are there.

pub mod acts;
mod api;
pub mod calculator;
mod keeps;
mod model;
pub(crate) mod pages;
pub mod store;
mod vehicle;

use ::store::Migration;
use frame::{Gate, Role, Slice};

pub use model::*;

/// Who has vehicles, and who plans with them.
const KEEPERS: Gate = Gate::Roles(&[Role::Coordinator, Role::Warehouse, Role::Producer, Role::Shop]);

pub const SLICE: Slice = Slice {
    routes: |routes| {
        routes
            .get("/hubs/{hub}/fleet", KEEPERS, pages::index)
            .get("/hubs/{hub}/vehicles/new", KEEPERS, vehicle::vehicle_form)
            .post("/hubs/{hub}/vehicles/new", KEEPERS, vehicle::add_vehicle)
            .get("/hubs/{hub}/vehicles/{vehicle}", KEEPERS, vehicle::edit_vehicle)
            .post("/hubs/{hub}/vehicles/{vehicle}", KEEPERS, vehicle::change_vehicle)
            .get("/hubs/{hub}/vehicles/{vehicle}/cost", KEEPERS, vehicle::cost_form)
            .post("/hubs/{hub}/vehicles/{vehicle}/cost", KEEPERS, vehicle::set_cost)
            .post("/hubs/{hub}/drivers", KEEPERS, pages::save_driver)
            .post("/hubs/{hub}/drivers/{person}/leave", KEEPERS, pages::driver_leaves)
            .post("/hubs/{hub}/absences", KEEPERS, pages::add_absence)
            .post("/hubs/{hub}/absences/{absence}/end", KEEPERS, pages::end_absence)
            .api(api::VEHICLES, api::vehicles)
            .api(api::VEHICLE, api::vehicle)
            .api(api::ADD, api::add)
            .api(api::CHANGE, api::change)
            .api(api::COST, api::set_cost)
            .api(api::DRIVERS, api::drivers)
            .api(api::SAVE_DRIVER, api::save_driver)
            .api(api::DRIVER_LEAVES, api::driver_leaves)
            .api(api::ABSENCES, api::absences)
            .api(api::ADD_ABSENCE, api::add_absence)
            .api(api::END_ABSENCE, api::end_absence)
    },
    keeps: keeps::KEEPS,
    ..Slice::named(
        "fleet",
        &[Migration { slice: "fleet", number: 1, sql: include_str!("../../migrations/0001_fleet.sql") }],
    )
};
