//! Settlement: each shop one invoice for all producers, each producer one statement.

pub mod acts;
mod api;
mod check;
mod lines;
pub mod pages;
mod run;

use frame::{Gate, Role, Slice};
use units::{CycleId, OrganisationId};

pub use run::{issue_invoices, issue_statements};

const BOOKKEEPERS: Gate = Gate::Roles(&[Role::Coordinator, Role::Bookkeeper]);

/// The occasion of a shop's invoice and of a producer's statement: one of each a cycle.
pub fn occasion(cycle: CycleId, party: OrganisationId) -> String {
    format!("{cycle}/{party}")
}

pub const SLICE: Slice = Slice {
    routes: |routes| {
        routes
            .get("/hubs/{hub}/cycles/{cycle}/settlement", BOOKKEEPERS, pages::show)
            .post("/hubs/{hub}/cycles/{cycle}/settlement/invoices", BOOKKEEPERS, pages::invoices)
            .post("/hubs/{hub}/cycles/{cycle}/settlement/statements", BOOKKEEPERS, pages::statements)
            .api(api::SHOW, api::show)
            .api(api::INVOICES, api::invoices)
            .api(api::STATEMENTS, api::statements)
    },
    checks: check::CHECKS,
    ..Slice::named("settlement", &[])
};
