//! One's own account: record, ways in, mandates, devices.

pub mod acts;
mod keys;
pub mod pages;

use frame::{Gate, Slice};

/// Where one's page shows the ways in, and the sessions.
pub(crate) const WAYS_IN: &str = "/me#ways-in";
const SESSIONS: &str = "/me#sessions";

pub const SLICE: Slice = Slice {
    routes: |routes| {
        routes
            .get("/me", Gate::SignedIn, pages::account)
            .post("/me", Gate::SignedIn, pages::save)
            .post("/me/password", Gate::SignedIn, pages::change_password)
            .post_afresh("/me/passkeys/begin", Gate::SignedIn, WAYS_IN, keys::begin)
            .post_afresh("/me/passkeys", Gate::SignedIn, WAYS_IN, keys::add)
            .post_afresh("/me/passkeys/{passkey}/remove", Gate::SignedIn, WAYS_IN, keys::remove)
            .post_afresh("/me/sessions/end", Gate::SignedIn, SESSIONS, pages::sign_out_everywhere)
            .post_afresh(
                "/me/sessions/{session}/revoke",
                Gate::SignedIn,
                SESSIONS,
                pages::revoke_session,
            )
            .post("/me/mandates/{mandate}/deputy", Gate::SignedIn, pages::set_own_deputy)
    },
    ..Slice::named("account", &[])
};
