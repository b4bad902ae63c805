//! A passkey as its holder sees it, and as it is kept.

use jiff::Timestamp;
use units::PersonId;
use uuid::Uuid;

/// Nobody has more devices than this.
pub const MOST_PASSKEYS: usize = 20;
pub const LONGEST_NAME: usize = 60;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passkey {
    pub id: Uuid,
    /// What its holder calls it.
    pub name: String,
    pub created_at: Timestamp,
    pub used_at: Option<Timestamp>,
}

/// A passkey with its public half.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub id: Uuid,
    pub person: PersonId,
    /// The public key with its counter and backup flags, as the library writes them.
    pub content: String,
}
