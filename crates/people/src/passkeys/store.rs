//! Passkeys in the database.

use ::store::{Result, Tx, params};
use jiff::Timestamp;
use units::PersonId;
use uuid::Uuid;

use super::ceremony::Made;
use super::model::{Kept, Passkey};

pub fn insert(
    tx: &Tx<'_>,
    id: Uuid,
    person: PersonId,
    name: &str,
    made: &Made,
    at: Timestamp,
) -> Result<()> {
    tx.execute(
        "INSERT INTO passkey (id, person_id, credential, name, content, created_at, used_at)
         VALUES ($1, $2, $3, $4, $5, $6, NULL)",
        params![id, person, &made.credential, name, &made.content, at],
    )?;
    Ok(())
}

/// The person's keys, the oldest first.
pub fn of(tx: &Tx<'_>, person: PersonId) -> Result<Vec<Passkey>> {
    tx.rows(
        "SELECT id, name, created_at, used_at FROM passkey WHERE person_id = $1 ORDER BY created_at, id",
        params![person],
        |row| {
            Ok(Passkey {
                id: row.get(0)?,
                name: row.get(1)?,
                created_at: row.get(2)?,
                used_at: row.get(3)?,
            })
        },
    )
}

/// The names under which the person's devices know their keys.
pub fn credentials_of(tx: &Tx<'_>, person: PersonId) -> Result<Vec<String>> {
    tx.rows("SELECT credential FROM passkey WHERE person_id = $1 ORDER BY id", params![person], |row| {
        row.get(0)
    })
}

pub fn find(tx: &Tx<'_>, credential: &str) -> Result<Option<Kept>> {
    tx.row(
        "SELECT id, person_id, content FROM passkey WHERE credential = $1",
        params![credential],
        |row| Ok(Kept { id: row.get(0)?, person: row.get(1)?, content: row.get(2)? }),
    )
}

/// Keeps the key as it answered; whether it was still as it had been read.
pub fn used(tx: &Tx<'_>, key: &Kept, content: &str, at: Timestamp) -> Result<bool> {
    let updated = tx.execute(
        "UPDATE passkey SET content = $3, used_at = $4 WHERE id = $1 AND content = $2",
        params![key.id, &key.content, content, at],
    )?;
    Ok(updated == 1)
}

pub fn delete(tx: &Tx<'_>, person: PersonId, id: Uuid) -> Result<bool> {
    let deleted =
        tx.execute("DELETE FROM passkey WHERE person_id = $1 AND id = $2", params![person, id])?;
    Ok(deleted == 1)
}
