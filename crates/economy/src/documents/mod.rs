//! Documents: invoices, credit notes, statements; numbered without gaps and frozen when issued.

pub mod acts;
mod addressed;
mod api;
mod check;
mod credit;
mod keeps;
mod model;
mod pages;
mod sheet;
pub mod store;

use ::store::Migration;
use frame::{Gate, MenuEntry, Role, Slice};

pub use addressed::block;
pub use api::Split;
pub use model::*;
pub use sheet::pdf;

/// Who may open documents at all: staff, and members their own.
const READERS: Gate = Gate::Roles(&[Role::Coordinator, Role::Bookkeeper, Role::Producer, Role::Shop]);
const BOOKKEEPERS: Gate = Gate::Roles(&[Role::Coordinator, Role::Bookkeeper]);

pub const SLICE: Slice = Slice {
    routes: |routes| {
        routes
            .get("/hubs/{hub}/documents", READERS, pages::index)
            .get("/hubs/{hub}/documents/{document}", READERS, pages::show)
            .get("/hubs/{hub}/documents/{document}/pdf", READERS, pages::pdf)
            .get("/hubs/{hub}/documents/{document}/credit", BOOKKEEPERS, pages::credit_form)
            .post("/hubs/{hub}/documents/{document}/credit", BOOKKEEPERS, pages::credit)
            .api(api::LIST, api::list)
            .api(api::SHOW, api::show)
            .api(api::PDF, api::pdf)
            .api(api::CREDIT, api::credit)
    },
    menu: |who, language| {
        let Some(hub) = who.place() else { return Vec::new() };
        if matches!(who.role(), Some(Role::Warehouse | Role::Reader) | None) {
            return Vec::new();
        }
        let label = crate::words::words(language).documents_title();
        vec![MenuEntry { place: 50, label, path: format!("/hubs/{hub}/documents") }]
    },
    checks: check::CHECKS,
    keeps: keeps::KEEPS,
    sealed: &[store::SEALED],
    ..Slice::named(
        "documents",
        &[Migration {
            slice: "documents",
            number: 1,
            sql: include_str!("../../migrations/0001_documents.sql"),
        }],
    )
};
