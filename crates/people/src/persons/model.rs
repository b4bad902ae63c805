//! Persons, what they are asked to do, and for how long.

use frame::{Mandate, Role};
use jiff::Timestamp;
use jiff::civil::Date;
use units::{CoalitionId, Language, OrganisationId, PersonId};
use uuid::Uuid;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub id: PersonId,
    pub name: String,
    /// In lower case; it is what one signs in with.
    pub email: String,
    pub phone: Option<String>,
    pub language: Language,
    pub suspended_at: Option<Timestamp>,
}

/// Somebody to be invited.
#[derive(Debug, Clone)]
pub struct Invitation {
    pub name: String,
    pub email: String,
    pub language: Language,
    pub mandate: NewMandate,
}

/// A mandate to be given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMandate {
    pub role: Role,
    pub coalition: Option<CoalitionId>,
    pub organisation: Option<OrganisationId>,
    pub label: String,
    pub starts_on: Date,
    pub ends_on: Option<Date>,
}

impl NewMandate {
    /// The mandate to keep the instance, without an end.
    pub fn of_an_administrator(starts_on: Date) -> Self {
        Self {
            role: Role::Administrator,
            coalition: None,
            organisation: None,
            label: "Tresse".to_owned(),
            starts_on,
            ends_on: None,
        }
    }
}

/// A mandate with its holder, as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    pub mandate: Mandate,
    pub person: PersonId,
    pub person_name: String,
    pub starts_on: Date,
    pub ends_on: Option<Date>,
    pub deputy: Option<(PersonId, String)>,
}

impl Held {
    pub fn is_good_on(&self, day: Date) -> bool {
        self.starts_on <= day && self.ends_on.is_none_or(|end| day <= end)
    }
}

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
pub const SESSION_DAYS: i64 = 30;
/// An invitation can be answered for this long.
pub const INVITATION_HOURS: i64 = 24 * 14;
/// A forgotten password can be set anew for this long.
pub const RESET_HOURS: i64 = 2;

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
}
