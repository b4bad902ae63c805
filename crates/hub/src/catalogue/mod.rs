//! What producers offer: references with their versions, stock, pictures, agreements with shops.

pub mod acts;
mod api;
pub mod exchange;
mod files;
mod keeps;
mod model;
pub mod pages;
mod recognise;
mod said;
pub mod store;

use std::time::Duration;

use ::store::Migration;
use frame::{Gate, Job, MenuEntry, Role, Slice};
use polity::members::WITHIN;

pub use model::*;

/// Who keeps references: their producer, or the coordinator for it.
const KEEPERS: Gate = Gate::Roles(&[Role::Coordinator, Role::Producer]);

pub const SLICE: Slice = Slice {
    routes: |routes| {
        routes
            .get("/hubs/{hub}/catalogue", WITHIN, pages::producers)
            .get("/hubs/{hub}/catalogue/{producer}", KEEPERS, pages::index)
            .get("/hubs/{hub}/catalogue/{producer}/new", KEEPERS, pages::new)
            .post("/hubs/{hub}/catalogue/{producer}/new", KEEPERS, pages::create)
            .get("/hubs/{hub}/catalogue/{producer}/references/{reference}", KEEPERS, pages::edit)
            .post("/hubs/{hub}/catalogue/{producer}/references/{reference}", KEEPERS, pages::update)
            .post("/hubs/{hub}/catalogue/{producer}/references/{reference}/stock", KEEPERS, pages::count)
            .post(
                "/hubs/{hub}/catalogue/{producer}/references/{reference}/withdraw",
                KEEPERS,
                pages::withdraw,
            )
            .post(
                "/hubs/{hub}/catalogue/{producer}/references/{reference}/picture",
                KEEPERS,
                pages::set_picture,
            )
            .post(
                "/hubs/{hub}/catalogue/{producer}/references/{reference}/arrangements",
                KEEPERS,
                pages::arrange,
            )
            .get("/hubs/{hub}/catalogue/{producer}/import", KEEPERS, exchange::upload_form)
            .post("/hubs/{hub}/catalogue/{producer}/import", KEEPERS, exchange::upload)
            .get("/hubs/{hub}/catalogue/{producer}/import/{draft}", KEEPERS, exchange::preview)
            .post("/hubs/{hub}/catalogue/{producer}/import/{draft}", KEEPERS, exchange::take_in)
            .get("/hubs/{hub}/catalogue/{producer}/export/{format}", KEEPERS, exchange::export)
            .get("/hubs/{hub}/pictures/{producer}/{picture}", WITHIN, pages::picture)
            .api(api::PRODUCERS, api::producers)
            .api(api::LIST, api::list)
            .api(api::SHOW, api::show)
            .api(api::CREATE, api::create)
            .api(api::UPDATE, api::update)
            .api(api::COUNT, api::count)
            .api(api::WITHDRAW, api::withdraw)
            .api(api::ARRANGE, api::arrange)
            .api(api::SET_PICTURE, api::set_picture)
            .api(api::PICTURE, api::picture)
            .api(api::IMPORT, exchange::import)
            .api(api::CSV, exchange::csv)
            .api(api::XLSX, exchange::xlsx)
            .api(api::DFC, exchange::dfc)
    },
    menu: |who, language| {
        let t = crate::words::words(language);
        let Some(mandate) = &who.mandate else { return Vec::new() };
        let Some(hub) = mandate.coalition else { return Vec::new() };
        let entry = |path| vec![MenuEntry { place: 40, label: t.catalogue_title(), path }];
        match (mandate.role, mandate.organisation) {
            (Role::Producer, Some(producer)) => entry(format!("/hubs/{hub}/catalogue/{producer}")),
            (Role::Coordinator, _) => entry(format!("/hubs/{hub}/catalogue")),
            _ => Vec::new(),
        }
    },
    jobs: || {
        vec![Job {
            name: "import drafts",
            every: Duration::from_hours(1),
            run: |app| Box::pin(exchange::forget_old_drafts(app)),
        }]
    },
    keeps: keeps::KEEPS,
    ..Slice::named(
        "catalogue",
        &[Migration {
            slice: "catalogue",
            number: 1,
            sql: include_str!("../../migrations/0001_catalogue.sql"),
        }],
    )
};
