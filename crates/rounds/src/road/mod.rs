//! The road: a driver's run sheet on paper and on a telephone without network, what happened at each halt, and an
//! address by which who waits sees when the vehicle comes.

pub mod acts;
mod api;
mod keeps;
mod letters;
mod model;
pub mod pages;
mod read;
mod sheet;
pub mod store;

use std::time::Duration;

use ::store::Migration;
use frame::{App, Gate, Job, MenuEntry, Outcome, Role, Slice};

pub use model::*;

/// Who may drive: whoever drives nothing but rounds, and members and staff who do it beside other work. The act at the
/// end opens to each only what they drive.
const DRIVERS: Gate =
    Gate::Roles(&[Role::Driver, Role::Coordinator, Role::Warehouse, Role::Producer, Role::Shop]);
const STAFF: Gate = Gate::Roles(&[Role::Coordinator, Role::Warehouse]);

pub const SLICE: Slice = Slice {
    routes: |routes| {
        routes
            .get("/drive", DRIVERS, pages::index)
            .get("/drive/script.js", Gate::Public, pages::script)
            .get("/drive/worker.js", Gate::Public, pages::worker)
            .get("/drive/{hub}/{plan}/{round}", DRIVERS, pages::show)
            .post("/drive/{hub}/{plan}/{round}", DRIVERS, pages::drive)
            .get("/drive/{hub}/{plan}/{round}/sheet", DRIVERS, pages::sheet)
            .get("/drive/{hub}/{plan}/{round}/{place}/{shipment}", DRIVERS, pages::picture)
            .post("/drive/{hub}/{plan}/{round}/{place}/track", DRIVERS, pages::make_address)
            .get("/hubs/{hub}/rounds/sites", STAFF, pages::learnt)
            .get("/track/{secret}", Gate::Public, pages::follow)
            .api(api::LIST, api::list)
            .api(api::SHOW, api::show)
            .api(api::DEPART, api::depart)
            .api(api::ARRIVE, api::arrive)
            .api(api::REFUSE, api::refuse)
            .api(api::PICTURE, api::add_picture)
            .api(api::LEAVE, api::leave)
            .api(api::DELAY, api::delay)
            .api(api::END, api::end)
            .api(api::TRACK, api::track)
    },
    menu: |who, language| {
        // Others come to their rounds by the plan.
        if !who.is(Role::Driver) {
            return Vec::new();
        }
        let label = crate::words::words(language).road_title();
        vec![MenuEntry { place: 10, label, path: "/drive".to_owned() }]
    },
    jobs: || {
        vec![Job {
            name: "old addresses to follow vehicles by",
            every: Duration::from_hours(6),
            run: |app| Box::pin(forget_old(app)),
        }]
    },
    keeps: keeps::KEEPS,
    ..Slice::named(
        "road",
        &[Migration { slice: "road", number: 1, sql: include_str!("../../migrations/0001_road.sql") }],
    )
};

async fn forget_old(app: App) -> Outcome<()> {
    let now = app.clock.now();
    app.db.write(move |tx| acts::forget_old(tx, now)).await?;
    Ok(())
}
