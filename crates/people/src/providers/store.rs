//! Links between accounts elsewhere and persons, in the database.

use ::store::{Result, Tx, params};
use jiff::Timestamp;
use units::PersonId;

use super::model::Identity;

pub fn insert(tx: &Tx<'_>, identity: &Identity, person: PersonId, at: Timestamp) -> Result<()> {
    tx.execute(
        "INSERT INTO provider_link (issuer, subject, person_id, linked_at, used_at)
         VALUES ($1, $2, $3, $4, NULL)",
        params![&identity.issuer, &identity.subject, person, at],
    )?;
    Ok(())
}

/// Whose account it is.
pub fn holder(tx: &Tx<'_>, identity: &Identity) -> Result<Option<PersonId>> {
    tx.row(
        "SELECT person_id FROM provider_link WHERE issuer = $1 AND subject = $2",
        params![&identity.issuer, &identity.subject],
        |row| row.get(0),
    )
}

pub fn used(tx: &Tx<'_>, identity: &Identity, at: Timestamp) -> Result<()> {
    tx.execute(
        "UPDATE provider_link SET used_at = $3 WHERE issuer = $1 AND subject = $2",
        params![&identity.issuer, &identity.subject, at],
    )?;
    Ok(())
}

/// Since when the person has an account of this issuer linked, and when it was last used.
pub fn link(
    tx: &Tx<'_>,
    person: PersonId,
    issuer: &str,
) -> Result<Option<(Timestamp, Option<Timestamp>)>> {
    tx.row(
        "SELECT linked_at, used_at FROM provider_link WHERE person_id = $1 AND issuer = $2",
        params![person, issuer],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

pub fn delete(tx: &Tx<'_>, person: PersonId, issuer: &str) -> Result<bool> {
    let deleted = tx.execute(
        "DELETE FROM provider_link WHERE person_id = $1 AND issuer = $2",
        params![person, issuer],
    )?;
    Ok(deleted > 0)
}
