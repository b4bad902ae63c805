//! What is in the tables afterwards, read past the acts that wrote it.

use std::collections::HashMap;

use ::store::{Result, Tx, params};
use economy::ledger::Book;
use units::{CoalitionId, CycleId, OrganisationId, PersonId, ReferenceId};

/// The units of a line now, by shop and reference, in thousandths.
pub fn lines(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
) -> Result<HashMap<(OrganisationId, ReferenceId), i64>> {
    let mut lines = HashMap::new();
    tx.each(
        "SELECT shop_id, reference_id, ordered FROM order_line WHERE hub_id = $1 AND cycle_id = $2",
        params![hub, cycle],
        |row| {
            lines.insert((row.get(0)?, row.get(1)?), row.get(2)?);
            Ok(())
        },
    )?;
    Ok(lines)
}

/// One change of a line: shop, reference, units before and after, in thousandths.
pub type Change = (OrganisationId, ReferenceId, i64, i64);

/// How often each change of a cycle's orders is in their trail.
pub fn changes(tx: &Tx<'_>, hub: CoalitionId, cycle: CycleId) -> Result<HashMap<Change, i64>> {
    let mut changes = HashMap::new();
    tx.each(
        "SELECT shop_id, reference_id, before, after FROM order_change WHERE hub_id = $1 AND cycle_id = $2",
        params![hub, cycle],
        |row| {
            let change: Change = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
            *changes.entry(change).or_default() += 1;
            Ok(())
        },
    )?;
    Ok(changes)
}

/// How many payments have each note.
pub fn payments(tx: &Tx<'_>, hub: CoalitionId) -> Result<HashMap<String, i64>> {
    let mut payments = HashMap::new();
    tx.each("SELECT note, COUNT(*) FROM payment WHERE book = $1 GROUP BY note", params![hub], |row| {
        payments.insert(row.get(0)?, row.get(1)?);
        Ok(())
    })?;
    Ok(payments)
}

/// What is kept of a request under its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    Done,
    Refused,
    /// Its key was taken, and nothing was answered.
    Nothing,
}

/// What the server knows of each request.
pub fn requests(tx: &Tx<'_>) -> Result<HashMap<String, Kept>> {
    let mut requests = HashMap::new();
    tx.each("SELECT request_key, answer FROM api_request", params![], |row| {
        let kept = match row.get::<String>(1)?.chars().next() {
            None => Kept::Nothing,
            Some('!') => Kept::Refused,
            Some(_) => Kept::Done,
        };
        requests.insert(row.get(0)?, kept);
        Ok(())
    })?;
    Ok(requests)
}

/// What is left of a guarded account, in thousandths.
pub fn free(tx: &Tx<'_>, book: Book, account: &str) -> Result<i64> {
    tx.number("SELECT free FROM guard WHERE book = $1 AND account = $2", params![book.0, account])
}

/// What one's latest letter says.
pub fn letter_to(tx: &Tx<'_>, email: &str) -> Result<Option<String>> {
    let sql = "SELECT body FROM letter WHERE recipient = $1 ORDER BY id DESC LIMIT 1";
    tx.row(sql, params![email], |row| row.get(0))
}

/// The sessions that a person has open.
pub fn sessions(tx: &Tx<'_>, person: PersonId) -> Result<i64> {
    tx.number("SELECT COUNT(*) FROM session WHERE person_id = $1", params![person])
}
