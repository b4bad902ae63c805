//! Adding a passkey, removing one, and knowing somebody by theirs.

use ::store::{Error, Tx};
use frame::{Moment, Outcome, Say, Settings, Stop, Who, journal};
use units::{Language, PersonId};
use uuid::Uuid;

use super::ceremony::{Begun, Made, Site};
use super::model::{Kept, MOST_PASSKEYS, Passkey};
use super::store;
use crate::entry::{Change, Unwelcome, acts as entry, letters};
use crate::persons::store as persons;
use crate::words::words;

const MAKING: &str = "passkey.make";
const SHOWING: &str = "passkey.show";

/// What adding a passkey is refused for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAdded {
    /// There are [`MOST_PASSKEYS`] already.
    TooMany,
    /// This device's key is there already.
    Known,
}

impl Say for NotAdded {
    fn say(&self, language: Language) -> String {
        let t = words(language);
        match self {
            Self::TooMany => t.passkey_too_many(MOST_PASSKEYS as i64),
            Self::Known => t.passkey_known(),
        }
    }
}

/// Begins to make a key; the secret of the ceremony, and what the browser is asked.
pub fn begin_making(tx: &Tx<'_>, who: &Who, site: &Site) -> Outcome<(String, Begun)> {
    let known = store::credentials_of(tx, who.person)?;
    if known.len() >= MOST_PASSKEYS {
        return Err(NotAdded::TooMany.into());
    }
    let person = persons::find(tx, who.person)?.ok_or(Stop::NotFound)?;
    let begun = site.begin_making(person.id, &person.email, &person.name, &known)?;
    let secret = entry::begin(tx, &who.moment(), MAKING, Some(who.person), &begun.state)?;
    Ok((secret, begun))
}

/// What the ceremony that this person began remembers. It is over with this, whatever its answer is worth.
pub fn end_making(tx: &Tx<'_>, who: &Who, secret: &str) -> Outcome<Option<String>> {
    let begun = entry::finish(tx, &who.moment(), MAKING, secret)?;
    Ok(begun.and_then(|(person, state)| (person == Some(who.person)).then_some(state)))
}

/// Keeps a key that was just made.
pub fn add(tx: &Tx<'_>, who: &Who, settings: &Settings, name: &str, made: &Made) -> Outcome<()> {
    match store::insert(tx, who.ids.next(), who.person, name, made, who.at) {
        Err(Error::Unique { index }) if index == "passkey_credential" => {
            return Err(NotAdded::Known.into());
        }
        inserted => inserted?,
    }
    journal::note(tx, who, "passkey.add", who.person, "")?;
    tell(tx, who, settings, Change::PasskeyAdded)
}

pub fn remove(tx: &Tx<'_>, who: &Who, settings: &Settings, id: Uuid) -> Outcome<()> {
    if !store::delete(tx, who.person, id)? {
        return Err(Stop::NotFound);
    }
    journal::note(tx, who, "passkey.remove", who.person, "")?;
    tell(tx, who, settings, Change::PasskeyRemoved)
}

fn tell(tx: &Tx<'_>, who: &Who, settings: &Settings, change: Change) -> Outcome<()> {
    let person = persons::find(tx, who.person)?.ok_or(Stop::NotFound)?;
    letters::tell_of_change(tx, &who.moment(), settings, &person, change)
}

pub fn list(tx: &Tx<'_>, who: &Who) -> Outcome<Vec<Passkey>> {
    Ok(store::of(tx, who.person)?)
}

/// Begins to ask somebody, whoever it is, for their key; the secret of the ceremony.
pub fn begin_showing(tx: &Tx<'_>, moment: &Moment, begun: &Begun) -> Outcome<String> {
    entry::begin(tx, moment, SHOWING, None, &begun.state)
}

/// What the ceremony remembers; it is over with this, whatever its answer is worth.
pub fn end_showing(tx: &Tx<'_>, moment: &Moment, secret: &str) -> Outcome<Option<String>> {
    Ok(entry::finish(tx, moment, SHOWING, secret)?.map(|(_, state)| state))
}

/// Finds a key by what an answer says, for its holder with this e-mail address where one was typed.
pub fn find(tx: &Tx<'_>, credential: &str, holder: Option<Uuid>, email: &str) -> Outcome<Kept> {
    let key = store::find(tx, credential)?.ok_or(Unwelcome::WrongKey)?;
    let person = persons::find(tx, key.person)?.ok_or(Unwelcome::WrongKey)?;
    let is_holder = holder.is_none_or(|holder| holder == key.person.0);
    let is_meant = email.is_empty() || email == person.email;
    if is_holder && is_meant { Ok(key) } else { Err(Unwelcome::WrongKey.into()) }
}

/// Keeps the key as it answered; its holder, who is known by it.
pub fn know(tx: &Tx<'_>, moment: &Moment, key: &Kept, content: &str) -> Outcome<PersonId> {
    // Meanwhile it answered elsewhere too: which of the two counters came first cannot be told.
    if !store::used(tx, key, content, moment.at)? {
        return Err(Unwelcome::WrongKey.into());
    }
    Ok(key.person)
}
