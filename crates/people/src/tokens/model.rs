//! What a token is, and what it is good for.

use frame::Role;
use frame::api::Scope;
use jiff::Timestamp;
use units::{CoalitionId, Code, MandateId, PersonId};
use uuid::Uuid;

/// For whom a program acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holder {
    /// A person, under one of the mandates that they may act under.
    Person { person: PersonId, mandate: MandateId },
    /// A service of a coalition's, under a role of its own: it outlives who set it up.
    Service { coalition: CoalitionId, role: Role },
}

/// A token as its list shows it; the secret itself is shown once and kept nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub id: Uuid,
    pub name: String,
    pub holder: Holder,
    /// For whom, in words: a member's name or the coalition's.
    pub label: String,
    pub scopes: Vec<Scope>,
    pub created_at: Timestamp,
    pub expires_at: Timestamp,
    pub used_at: Option<Timestamp>,
    pub revoked_at: Option<Timestamp>,
}

impl Token {
    pub fn is_good_at(&self, now: Timestamp) -> bool {
        self.revoked_at.is_none() && now < self.expires_at
    }
}

/// A token to be made.
#[derive(Debug, Clone)]
pub struct NewToken {
    pub name: String,
    pub scopes: Vec<Scope>,
    /// One of [`DAYS`].
    pub days: i64,
}

/// How long a token may be good for.
pub const DAYS: [i64; 4] = [7, 30, 90, 365];

/// What every token begins with, so that whoever finds one in a text knows what it is.
pub const PREFIX: &str = "tresse_";

/// Scopes as they are kept: their codes with spaces between.
pub(super) fn scopes_text(scopes: &[Scope]) -> String {
    scopes.iter().map(|scope| scope.code()).collect::<Vec<_>>().join(" ")
}

/// A scope that this program does not know lets in nowhere.
pub(super) fn scopes_of(text: &str) -> Vec<Scope> {
    text.split(' ').filter_map(Scope::from_code).collect()
}
