//! Erasing a person: their record and their ways in go, what the books need stays under an identifier that
//! leads to nobody.
//!
//! # Source
//! Regulation (EU) 2016/679 (GDPR), article 17 (1), and (3) (b) for what the law wants kept.

use ::store::Tx;
use frame::keep::{self, Archive, Kept, Whose};
use frame::mail::{self, Letter};
use frame::{Outcome, Role, Say, Stop, Who, journal};
use jiff::Timestamp;
use units::{Language, PersonId};

use super::model::{Erasure, Person};
use super::store;
use crate::words::words;

/// What an erasure is refused for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotErased {
    /// Nobody would administer the instance.
    LastAdministrator,
    /// Nobody would coordinate what the mandate is for.
    LastCoordinator {
        label: String,
    },
    Already,
    /// The box that says that it cannot be undone was left empty.
    Unconfirmed,
}

impl Say for NotErased {
    fn say(&self, language: Language) -> String {
        let t = words(language);
        match self {
            Self::LastAdministrator => t.mandate_last_administrator(),
            Self::LastCoordinator { label } => t.erasure_last_coordinator(label.as_str()),
            Self::Already => t.erasure_already(),
            Self::Unconfirmed => t.erasure_unconfirmed(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Unconfirmed => Some("confirmed"),
            _ => None,
        }
    }
}

/// Whether somebody asked to be erased, or was.
pub fn of(tx: &Tx<'_>, person: PersonId) -> Outcome<Option<Erasure>> {
    Ok(store::erasure(tx, person)?)
}

/// Asks to be erased; the administrators are written to, once.
pub fn ask(tx: &Tx<'_>, who: &Who, address: &str) -> Outcome<()> {
    if !store::insert_erasure(tx, who.person, who.at)? {
        return Ok(());
    }
    for (_, holder) in store::holders(tx, Role::Administrator, None, who.today)? {
        let Some(administrator) = store::find(tx, holder)? else { continue };
        let t = words(administrator.language);
        let letter = Letter {
            to: administrator.email,
            language: administrator.language,
            subject: t.letter_erasure_subject(),
            body: t.letter_erasure(
                administrator.name.as_str(),
                format!("{address}/persons/{}", who.person).as_str(),
            ),
            button: None,
            files: Vec::new(),
            secret: false,
        };
        mail::write(tx, &who.ids, who.at, &letter)?;
    }
    journal::note(tx, who, "erasure.ask", who.person, "")?;
    Ok(())
}

/// Takes the question back.
pub fn withdraw(tx: &Tx<'_>, who: &Who) -> Outcome<()> {
    if store::withdraw_erasure(tx, who.person)? > 0 {
        journal::note(tx, who, "erasure.withdraw", who.person, "")?;
    }
    Ok(())
}

/// Erases somebody, for an administrator.
///
/// # Errors
/// A refusal when nobody would administer the instance, or coordinate one of its coalitions: others are
/// named first.
pub fn erase(tx: &Tx<'_>, who: &Who, keeps: &[Kept], person: PersonId) -> Outcome<()> {
    who.must_be_administrator()?;
    let person = store::find(tx, person)?.ok_or(Stop::NotFound)?;
    may_go(tx, who, &person)?;
    carry_out(tx, who, keeps, person.id, who.at)?;
    journal::note(tx, who, "person.erase", person.id, "")?;
    Ok(())
}

fn may_go(tx: &Tx<'_>, who: &Who, person: &Person) -> Outcome<()> {
    if person.is_erased() {
        return Err(NotErased::Already.into());
    }
    for held in store::mandates_of(tx, person.id)? {
        let mandate = &held.mandate;
        let is_needed = matches!(mandate.role, Role::Administrator | Role::Coordinator);
        if held.person != person.id || !is_needed || !held.is_good_on(who.today) {
            continue;
        }
        let holders = store::holders(tx, mandate.role, mandate.coalition, who.today)?;
        if holders.iter().all(|&(_, holder)| holder == person.id) {
            return Err(match mandate.role {
                Role::Administrator => NotErased::LastAdministrator.into(),
                _ => NotErased::LastCoordinator { label: mandate.label.clone() }.into(),
            });
        }
    }
    Ok(())
}

fn carry_out(
    tx: &Tx<'_>,
    who: &Who,
    keeps: &[Kept],
    person: PersonId,
    erased_at: Timestamp,
) -> Outcome<()> {
    let yesterday = who.today.yesterday().map_err(anyhow::Error::from)?;
    store::end_mandates_of(tx, person, yesterday)?;
    store::forget_deputy(tx, person)?;
    keep::blank_and_delete(tx, keeps, person)?;
    store::suspend(tx, person, Some(erased_at))?;
    store::set_erased(tx, person, erased_at, who.person)?;
    Ok(())
}

/// Everybody who was erased, with when.
pub fn all(tx: &Tx<'_>) -> Outcome<Vec<(PersonId, Timestamp)>> {
    Ok(store::erased(tx)?)
}

/// Erases again who is on a list that was kept outside a backup, and is back with it; how many were.
pub fn replay(tx: &Tx<'_>, who: &Who, keeps: &[Kept], list: &[(PersonId, Timestamp)]) -> Outcome<usize> {
    let mut again = 0;
    for &(person, erased_at) in list {
        if store::find(tx, person)?.is_some_and(|person| !person.is_erased()) {
            carry_out(tx, who, keeps, person, erased_at)?;
            journal::note(tx, who, "person.erase", person, "")?;
            again += 1;
        }
    }
    Ok(again)
}

/// All that is kept of oneself.
pub fn own_archive(who: &Who, language: Language) -> Archive {
    Archive {
        whose: Whose::Person(who.person),
        language,
        of: who.name.clone(),
        name: format!("tresse-{}", who.name),
    }
}

/// All that is kept of somebody, for an administrator whom they asked, in their own language.
pub fn archive_for(tx: &Tx<'_>, who: &Who, person: PersonId) -> Outcome<Archive> {
    who.must_be_administrator()?;
    let person = store::find(tx, person)?.ok_or(Stop::NotFound)?;
    journal::note(tx, who, "person.archive", person.id, "")?;
    Ok(Archive {
        whose: Whose::Person(person.id),
        language: person.language,
        name: format!("tresse-{}", person.name),
        of: person.name,
    })
}
