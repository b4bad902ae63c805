//! What somebody sees and changes of themselves.

use ::store::Tx;
use frame::{Outcome, Provider, Settings, Stop, Who, journal};
use units::Language;
use uuid::Uuid;

use crate::entry::{Change, Good, Session, letters, store as entry};
use crate::passkeys::{self, Passkey};
use crate::persons::acts::digest;
use crate::persons::{Held, Person, store as persons};
use crate::providers::{self, Offered};
use crate::recovery;

/// All that the page of the account shows.
pub struct Account {
    pub person: Person,
    pub has_password: bool,
    pub passkeys: Vec<Passkey>,
    /// How many recovery codes are left.
    pub codes: i64,
    pub providers: Vec<Offered>,
    pub mandates: Vec<Held>,
    pub sessions: Vec<Session>,
}

/// One's own account, of whose sessions `cookie` opens the current one.
pub fn account(tx: &Tx<'_>, who: &Who, cookie: &str, providers: &[Provider]) -> Outcome<Account> {
    Ok(Account {
        person: oneself(tx, who)?,
        has_password: persons::has_password(tx, who.person)?,
        passkeys: passkeys::acts::list(tx, who)?,
        codes: recovery::acts::count_left(tx, who)?,
        providers: providers::acts::offered(tx, who, providers)?,
        mandates: persons::mandates_of(tx, who.person)?,
        sessions: entry::sessions(tx, who.person, Good::at(who.at), &digest(cookie))?,
    })
}

pub fn oneself(tx: &Tx<'_>, who: &Who) -> Outcome<Person> {
    persons::find(tx, who.person)?.ok_or(Stop::NotFound)
}

pub fn save(tx: &Tx<'_>, who: &Who, name: &str, phone: Option<&str>, language: Language) -> Outcome<()> {
    Ok(persons::update(tx, who.person, name, phone, language)?)
}

/// Sets one's password, ends every other session, and gives this one the cookie `new` in the place of `old`.
pub fn change_password(
    tx: &Tx<'_>,
    who: &Who,
    settings: &Settings,
    hash: &str,
    old: &str,
    new: &str,
) -> Outcome<()> {
    persons::set_password(tx, who.person, hash)?;
    entry::revoke_other_sessions(tx, who.person, &digest(old))?;
    entry::reopen_session(tx, &digest(old), &digest(new), who.at)?;
    journal::note(tx, who, "password.change", who.person, "")?;
    letters::tell_of_change(tx, &who.moment(), settings, &oneself(tx, who)?, Change::Password)
}

pub fn revoke_session(tx: &Tx<'_>, who: &Who, session: Uuid) -> Outcome<()> {
    match entry::revoke_session(tx, who.person, session)? {
        0 => Err(Stop::NotFound),
        _ => Ok(()),
    }
}

/// Ends every session, the one that asks among them.
pub fn sign_out_everywhere(tx: &Tx<'_>, who: &Who) -> Outcome<()> {
    entry::revoke_all_sessions(tx, who.person)?;
    journal::note(tx, who, "sessions.end", who.person, "")?;
    Ok(())
}
