//! The dates of a mandate: on a page, and as a calendar that a phone reads by itself (RFC 5545).

pub mod acts;
mod ics;
mod model;
mod pages;

use frame::{Gate, Slice};
use polity::members::WITHIN;

pub use ics::written;
pub use model::*;

pub const SLICE: Slice = Slice {
    routes: |routes| {
        routes
            .get("/hubs/{hub}/calendar", WITHIN, pages::show)
            .post("/hubs/{hub}/calendar", WITHIN, pages::renew)
            .post("/hubs/{hub}/calendar/revoke", WITHIN, pages::revoke)
            .get("/calendar/{token}", Gate::Public, pages::feed)
    },
    ..Slice::named("calendar", &[])
};
