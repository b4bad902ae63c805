//! Persons, what they are asked to do, and for how long.

use frame::{Mandate, Role};
use jiff::Timestamp;
use jiff::civil::Date;
use units::{CoalitionId, Language, OrganisationId, PersonId};

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

impl Person {
    /// Whether nothing but the identifier is left: the address is one that nobody can have.
    pub fn is_erased(&self) -> bool {
        self.email.ends_with("@erased.invalid")
    }
}

/// That somebody asked to be erased, and whether they were.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Erasure {
    pub asked_at: Timestamp,
    pub erased_at: Option<Timestamp>,
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

/// An invitation can be answered for this long.
pub const INVITATION_DAYS: i64 = 14;
