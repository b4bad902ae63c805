//! An account elsewhere, and what is remembered while somebody is there.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Who a provider says that somebody is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    pub issuer: String,
    pub subject: String,
}

/// A provider on the page of one's account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    pub key: String,
    pub name: String,
    /// Since when an account there is linked, if one is, and when it was last used.
    pub linked: Option<(Timestamp, Option<Timestamp>)>,
}

/// What is remembered from the way to a provider until the way back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    pub provider: String,
    /// Comes back within the signed answer: an answer to another question is none.
    pub nonce: String,
    /// Shows with the code that we asked for it (PKCE, RFC 7636).
    pub verifier: String,
    /// A digest of the cookie of the browser that went: no other comes back.
    pub browser: String,
    /// Whether the person was in already, and shows there once more who they are.
    pub again: bool,
    /// Where the person was going.
    pub next: String,
}
