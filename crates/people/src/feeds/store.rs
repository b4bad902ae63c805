//! Addresses of calendars in the database, as digests.

use ::store::{Result, Tx, params};
use jiff::Timestamp;
use units::{MandateId, PersonId};

/// Keeps the digest of an address; the one that the person had under this mandate is worth nothing any more.
pub fn save(
    tx: &Tx<'_>,
    mandate: MandateId,
    person: PersonId,
    digest: &str,
    at: Timestamp,
) -> Result<()> {
    tx.execute(
        "INSERT INTO feed (mandate_id, person_id, digest, made_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (mandate_id, person_id) DO UPDATE SET digest = excluded.digest,
             made_at = excluded.made_at",
        params![mandate, person, digest, at],
    )?;
    Ok(())
}

/// Whose address this is, and under which mandate.
pub fn find(tx: &Tx<'_>, digest: &str) -> Result<Option<(PersonId, MandateId)>> {
    tx.row("SELECT person_id, mandate_id FROM feed WHERE digest = $1", params![digest], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

/// When the person's address under this mandate was made.
pub fn made_at(tx: &Tx<'_>, mandate: MandateId, person: PersonId) -> Result<Option<Timestamp>> {
    tx.row(
        "SELECT made_at FROM feed WHERE mandate_id = $1 AND person_id = $2",
        params![mandate, person],
        |row| row.get(0),
    )
}

pub fn delete(tx: &Tx<'_>, mandate: MandateId, person: PersonId) -> Result<u64> {
    tx.execute("DELETE FROM feed WHERE mandate_id = $1 AND person_id = $2", params![mandate, person])
}

pub fn delete_of_person(tx: &Tx<'_>, person: PersonId) -> Result<u64> {
    tx.execute("DELETE FROM feed WHERE person_id = $1", params![person])
}

pub fn delete_of_mandate(tx: &Tx<'_>, mandate: MandateId) -> Result<u64> {
    tx.execute("DELETE FROM feed WHERE mandate_id = $1", params![mandate])
}

/// Deletes the addresses of whoever stood in for the holder before `deputy`.
pub fn delete_of_former_deputies(
    tx: &Tx<'_>,
    mandate: MandateId,
    holder: PersonId,
    deputy: Option<PersonId>,
) -> Result<u64> {
    tx.execute(
        "DELETE FROM feed WHERE mandate_id = $1 AND person_id <> $2
             AND (CAST($3 AS TEXT) IS NULL OR person_id <> $3)",
        params![mandate, holder, deputy],
    )
}
