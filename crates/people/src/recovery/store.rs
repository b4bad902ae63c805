//! Recovery codes in the database.

use ::store::{Result, Tx, params};
use jiff::Timestamp;
use units::PersonId;

/// Puts these codes in the place of all that the person had.
pub fn replace(tx: &Tx<'_>, person: PersonId, digests: &[String], at: Timestamp) -> Result<()> {
    tx.execute("DELETE FROM recovery_code WHERE person_id = $1", params![person])?;
    for digest in digests {
        tx.execute(
            "INSERT INTO recovery_code (digest, person_id, made_at, used_at) VALUES ($1, $2, $3, NULL)",
            params![digest, person, at],
        )?;
    }
    Ok(())
}

/// How many codes the person can still use.
pub fn count_left(tx: &Tx<'_>, person: PersonId) -> Result<i64> {
    tx.number(
        "SELECT COUNT(*) FROM recovery_code WHERE person_id = $1 AND used_at IS NULL",
        params![person],
    )
}

/// Uses a code up: whose it is, when it is of the person with this address, who is not suspended.
pub fn take(tx: &Tx<'_>, email: &str, digest: &str, at: Timestamp) -> Result<Option<PersonId>> {
    let holder = tx.row(
        "SELECT c.person_id FROM recovery_code c JOIN person p ON p.id = c.person_id
         WHERE c.digest = $1 AND c.used_at IS NULL AND p.email = $2 AND p.suspended_at IS NULL",
        params![digest, email],
        |row| row.get(0),
    )?;
    let Some(holder) = holder else { return Ok(None) };
    let taken = tx.execute(
        "UPDATE recovery_code SET used_at = $2 WHERE digest = $1 AND used_at IS NULL",
        params![digest, at],
    )?;
    Ok((taken == 1).then_some(holder))
}
