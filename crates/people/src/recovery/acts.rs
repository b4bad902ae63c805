//! Making recovery codes, and coming in again by one.

use ::store::Tx;
use frame::{Ids, Moment, Outcome, Settings, Stop, Who, journal};
use jiff::SignedDuration;
use sha2::{Digest, Sha256};

use super::model::{CODES, as_kept, code};
use super::store;
use crate::entry::{Change, RESET_MINUTES, Unwelcome, letters};
use crate::persons::acts::{digest, new_link};
use crate::persons::store as persons;

/// Makes new codes; the old ones are worth nothing any more. They are told this once, and kept as digests.
pub fn make(tx: &Tx<'_>, who: &Who, settings: &Settings) -> Outcome<Vec<String>> {
    let codes: Vec<String> = (0..CODES).map(|_| new_code()).collect();
    let digests: Vec<String> = codes.iter().map(|code| digest(&as_kept(code))).collect();
    store::replace(tx, who.person, &digests, who.at)?;
    journal::note(tx, who, "codes.make", who.person, "")?;
    let person = persons::find(tx, who.person)?.ok_or(Stop::NotFound)?;
    letters::tell_of_change(tx, &who.moment(), settings, &person, Change::CodesMade)?;
    Ok(codes)
}

fn new_code() -> String {
    let chance: [u8; 32] = Sha256::digest(Ids::secret().as_bytes()).into();
    code(chance.first_chunk().expect("a digest is longer than a code"))
}

pub fn count_left(tx: &Tx<'_>, who: &Who) -> Outcome<i64> {
    Ok(store::count_left(tx, who.person)?)
}

/// Uses a code up; the link by which its holder sets a new password.
///
/// # Errors
/// [`Unwelcome::WrongCode`], whether the address is unknown, the code wrong, or used before.
pub fn recover(
    tx: &Tx<'_>,
    moment: &Moment,
    settings: &Settings,
    email: &str,
    typed: &str,
) -> Outcome<String> {
    let taken = store::take(tx, email, &digest(&as_kept(typed)), moment.at)?;
    let holder = taken.ok_or(Unwelcome::WrongCode)?;
    let person = persons::find(tx, holder)?.ok_or(Stop::NotFound)?;
    journal::note(tx, &Who::at_the_door(moment, holder, &person.name), "codes.use", holder, "")?;
    letters::tell_of_change(tx, moment, settings, &person, Change::CodeUsed)?;
    new_link(tx, moment, "", holder, SignedDuration::from_mins(RESET_MINUTES))
}
