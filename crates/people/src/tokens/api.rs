//! What a program asks about itself.

use frame::Outcome;
use frame::api::{Call, Operation, Scope, Seen};
use schemars::JsonSchema;
use serde::Serialize;
use units::{CoalitionId, OrganisationId};

pub(super) const ME: Operation =
    Operation::get("/api/v1/me", "getMe", "For whom the token acts, and what it is good for.");

/// For whom a token acts.
#[derive(Serialize, JsonSchema)]
pub(super) struct Me {
    /// The person's name, or the service's.
    name: String,
    role: frame::Role,
    /// The hub acted within.
    hub: Option<CoalitionId>,
    /// The member acted for; none where the hub itself is.
    organisation: Option<OrganisationId>,
    /// For whom, in words.
    label: String,
    scopes: Vec<Scope>,
}

pub(super) async fn me(call: Call<()>) -> Outcome<Seen<Me>> {
    let who = call.visit.who()?;
    let mandate = who.mandate.as_ref().ok_or(frame::Stop::NotAllowed)?;
    Ok(Seen(Me {
        name: who.name.clone(),
        role: mandate.role,
        hub: mandate.coalition,
        organisation: mandate.organisation,
        label: mandate.label.clone(),
        scopes: call.visit.bearer.as_ref().map(|bearer| bearer.scopes.clone()).unwrap_or_default(),
    }))
}
