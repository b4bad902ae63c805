//! Sessions, and how long what lets somebody in is good.

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// One of a person's sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    pub id: Uuid,
    /// Whether it is the one that asks.
    pub is_current: bool,
    pub agent: String,
    pub created_at: Timestamp,
    pub seen_at: Timestamp,
}

/// A session unused for this long is over.
pub const IDLE_DAYS: i64 = 14;
/// A session is over this long after it was opened, however much it is used.
pub const LONGEST_DAYS: i64 = 90;
/// A device that nobody came by for this long is a stranger again. No browser keeps a cookie longer.
pub const DEVICE_DAYS: i64 = 400;
/// A forgotten password can be set anew for this long.
pub const RESET_MINUTES: i64 = 30;
/// What was begun at the door is to be finished within this time.
pub const CEREMONY_MINUTES: i64 = 5;

/// Since when a session must have been opened, and used, to be good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Good {
    pub opened_since: Timestamp,
    pub used_since: Timestamp,
}

impl Good {
    pub fn at(now: Timestamp) -> Self {
        let days = |days: i64| now - SignedDuration::from_hours(24 * days);
        Self { opened_since: days(LONGEST_DAYS), used_since: days(IDLE_DAYS) }
    }
}

/// Somebody's browser at the door, once it is known whose it is.
#[derive(Debug, Clone)]
pub struct Arrival {
    /// The cookie of the session to be opened.
    pub session: String,
    /// The cookie that the browser brought; its session is over.
    pub before: String,
    /// The cookie by which the device is known again.
    pub device: String,
    /// The browser in short, for the person to recognise.
    pub agent: String,
}

/// What changed in how somebody comes in; they are told of it by letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    Password,
    PasskeyAdded,
    PasskeyRemoved,
    CodesMade,
    CodeUsed,
    ProviderLinked,
    ProviderUnlinked,
}

impl Change {
    pub fn code(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::PasskeyAdded => "passkey_added",
            Self::PasskeyRemoved => "passkey_removed",
            Self::CodesMade => "codes_made",
            Self::CodeUsed => "code_used",
            Self::ProviderLinked => "provider_linked",
            Self::ProviderUnlinked => "provider_unlinked",
        }
    }
}

/// Only an address of ours: `//elsewhere` and `https://elsewhere` would lead away, and so
/// would `/\elsewhere` and `/` with a tab after it, which browsers read as the first.
pub fn own_path(next: &str) -> &str {
    let misread = |c: char| c == '\\' || c.is_control();
    let ours = next.starts_with('/') && !next.starts_with("//") && !next.contains(misread);
    if ours { next } else { "/" }
}

/// `Firefox, Linux` out of a browser's long word about itself.
pub fn agent_in_short(agent: &str) -> String {
    let first = |names: &[(&str, &str)]| {
        names.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| (*name).to_owned())
    };
    let browser = first(&[
        ("Firefox/", "Firefox"),
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = first(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ]);
    match (browser, system) {
        (Some(browser), Some(system)) => format!("{browser}, {system}"),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => agent.chars().take(40).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_named_shortly() {
        let phone =
            "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36";
        assert_eq!(agent_in_short(phone), "Chrome, Android");
        assert_eq!(agent_in_short("curl/8.5.0"), "curl/8.5.0");
    }

    #[test]
    fn one_comes_back_only_to_an_address_of_ours() {
        assert_eq!(own_path("/me"), "/me");
        assert_eq!(own_path("/hubs/1/day?on=2026-11-24"), "/hubs/1/day?on=2026-11-24");
        for elsewhere in [
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "/\n/evil.example",
            "\u{1}//evil.example",
            "",
        ] {
            assert_eq!(own_path(elsewhere), "/", "{elsewhere}");
        }
    }
}
