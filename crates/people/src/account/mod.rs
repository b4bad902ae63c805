//! One's own account: record, ways in, mandates, devices.

pub mod acts;
mod keys;
pub mod pages;

use frame::{Gate, Slice};

pub const SLICE: Slice = Slice {
    routes: |routes| {
        routes
            .get("/me", Gate::SignedIn, pages::account)
            .post("/me", Gate::SignedIn, pages::save)
            .post("/me/password", Gate::SignedIn, pages::change_password)
            .post("/me/passkeys/begin", Gate::SignedIn, keys::begin)
            .post("/me/passkeys", Gate::SignedIn, keys::add)
            .post("/me/passkeys/{passkey}/remove", Gate::SignedIn, keys::remove)
            .post("/me/sessions/end", Gate::SignedIn, pages::sign_out_everywhere)
            .post("/me/sessions/{session}/revoke", Gate::SignedIn, pages::revoke_session)
            .post("/me/mandates/{mandate}/deputy", Gate::SignedIn, pages::set_own_deputy)
    },
    ..Slice::named("account", &[])
};
