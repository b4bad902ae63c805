//! What was done, by whom and under which mandate. Rows are only ever added; they hold no personal text.

use std::fmt::Display;

use jiff::Timestamp;
use store::{Row, Tx, params};
use units::CoalitionId;
use uuid::Uuid;

use crate::seal::Sealed;
use crate::who::Who;

/// How the journal goes into the sealed log.
pub const SEALED: Sealed = Sealed {
    kind: "journal",
    table: "journal",
    in_books: false,
    joined: "",
    at: "r.at",
    columns: &["id", "at", "coalition_id", "person_id", "mandate_id", "act", "subject", "detail"],
    parts: None,
};

/// Notes an act: `act` is its verb (`"cycle.open"`), `subject` what it was done to.
pub fn note(
    tx: &Tx<'_>,
    who: &Who,
    act: &str,
    subject: impl Display,
    detail: &str,
) -> store::Result<()> {
    let mandate = who.mandate.as_ref();
    tx.execute(
        "INSERT INTO journal (id, at, coalition_id, person_id, mandate_id, act, subject, detail)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            who.ids.next::<Uuid>(),
            who.at,
            mandate.and_then(|m| m.coalition),
            who.person,
            mandate.map(|m| m.id),
            act,
            subject.to_string(),
            detail,
        ],
    )?;
    Ok(())
}

/// One line of the journal.
pub struct Entry {
    pub at: Timestamp,
    pub person: units::PersonId,
    pub act: String,
    pub subject: String,
    pub detail: String,
}

/// The latest acts within a coalition, newest first.
pub fn latest(tx: &Tx<'_>, coalition: CoalitionId, most: i64) -> store::Result<Vec<Entry>> {
    tx.rows(
        "SELECT at, person_id, act, subject, detail FROM journal
         WHERE coalition_id = $1 ORDER BY at DESC, id DESC LIMIT $2",
        params![coalition, most],
        Entry::read,
    )
}

/// When something was last done to this subject.
pub fn last_about(tx: &Tx<'_>, subject: impl Display) -> store::Result<Option<Timestamp>> {
    let latest =
        tx.row("SELECT MAX(at) FROM journal WHERE subject = $1", params![subject.to_string()], |row| {
            row.get(0)
        })?;
    Ok(latest.flatten())
}

impl Entry {
    /// Out of `at, person_id, act, subject, detail`.
    pub fn read(row: &Row<'_>) -> store::Result<Self> {
        Ok(Self {
            at: row.get(0)?,
            person: row.get(1)?,
            act: row.get(2)?,
            subject: row.get(3)?,
            detail: row.get(4)?,
        })
    }
}
