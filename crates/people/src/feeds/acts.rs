//! Making, renewing and revoking the address of a calendar, and who reads with it.

use ::store::Tx;
use frame::{Mandate, Moment, Outcome, Stop, Who, journal};
use jiff::Timestamp;

use super::store;
use crate::persons::acts::{acting_under, digest};

fn mandate(who: &Who) -> Outcome<&Mandate> {
    who.mandate.as_ref().ok_or(Stop::NotAllowed)
}

/// Makes `secret` the address of one's calendar under the mandate acted under; the one before it is good no
/// more.
pub fn renew(tx: &Tx<'_>, who: &Who, secret: &str) -> Outcome<()> {
    let mandate = mandate(who)?;
    store::save(tx, mandate.id, who.person, &digest(secret), who.at)?;
    journal::note(tx, who, "calendar.share", mandate.id, "")?;
    Ok(())
}

/// Makes one's address good for nothing.
pub fn revoke(tx: &Tx<'_>, who: &Who) -> Outcome<()> {
    let mandate = mandate(who)?;
    if store::delete(tx, mandate.id, who.person)? > 0 {
        journal::note(tx, who, "calendar.revoke", mandate.id, "")?;
    }
    Ok(())
}

/// When one's address was made, if there is one.
pub fn made_at(tx: &Tx<'_>, who: &Who) -> Outcome<Option<Timestamp>> {
    Ok(store::made_at(tx, mandate(who)?.id, who.person)?)
}

/// Who reads by this address, under its mandate.
///
/// # Errors
/// [`Stop::NotFound`] when the address was never given, or is good no more.
pub fn reader(tx: &Tx<'_>, secret: &str, moment: Moment) -> Outcome<Who> {
    let (person, mandate) = store::find(tx, &digest(secret))?.ok_or(Stop::NotFound)?;
    acting_under(tx, person, mandate, moment)?.ok_or(Stop::NotFound)
}
