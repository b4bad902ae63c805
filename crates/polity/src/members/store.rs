//! Coalitions and memberships in the database.

use ::store::{Result, Row, Tx, Value, params};
use frame::journal::Entry;
use jiff::Timestamp;
use jiff::civil::Date;
use people::organisations::NUMBER_CHANGES;
use units::{CoalitionId, OrganisationId};

use super::model::{Coalition, Membership, Side};

pub fn insert(tx: &Tx<'_>, coalition: &Coalition, at: Timestamp) -> Result<()> {
    tx.execute(
        "INSERT INTO coalition (id, kind, name, organisation_id, public_euro, founded_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
        params![
            coalition.id,
            Value::code(coalition.kind),
            &coalition.name,
            coalition.organisation,
            coalition.public_euro,
            at,
        ],
    )?;
    Ok(())
}

pub fn set_public_euro(tx: &Tx<'_>, id: CoalitionId, public: bool) -> Result<()> {
    tx.execute("UPDATE coalition SET public_euro = $2 WHERE id = $1", params![id, public])?;
    Ok(())
}

const COALITION: &str = "SELECT id, kind, name, organisation_id, public_euro FROM coalition";

pub fn find(tx: &Tx<'_>, id: CoalitionId) -> Result<Option<Coalition>> {
    tx.row(&format!("{COALITION} WHERE id = $1"), params![id], read)
}

pub fn all(tx: &Tx<'_>) -> Result<Vec<Coalition>> {
    tx.rows(&format!("{COALITION} ORDER BY id LIMIT 1000"), &[], read)
}

fn read(row: &Row<'_>) -> Result<Coalition> {
    Ok(Coalition {
        id: row.get(0)?,
        kind: row.code(1)?,
        name: row.get(2)?,
        organisation: row.get(3)?,
        public_euro: row.get(4)?,
    })
}

/// Writes the membership as it is, whether new or known.
pub fn save_membership(tx: &Tx<'_>, coalition: CoalitionId, membership: &Membership) -> Result<()> {
    tx.execute(
        "INSERT INTO membership (coalition_id, organisation_id, side, since, until, rank)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (coalition_id, organisation_id, side) DO UPDATE
         SET since = excluded.since, until = excluded.until, rank = excluded.rank",
        params![
            coalition,
            membership.organisation,
            Value::code(membership.side),
            membership.since,
            membership.until,
            membership.rank,
        ],
    )?;
    Ok(())
}

const MEMBERSHIP: &str = "SELECT organisation_id, side, since, until, rank FROM membership";

pub fn memberships(tx: &Tx<'_>, coalition: CoalitionId) -> Result<Vec<Membership>> {
    let sql = format!("{MEMBERSHIP} WHERE coalition_id = $1 ORDER BY organisation_id, side");
    tx.rows(&sql, params![coalition], read_membership)
}

pub fn memberships_of(
    tx: &Tx<'_>,
    coalition: CoalitionId,
    organisation: OrganisationId,
) -> Result<Vec<Membership>> {
    let sql = format!("{MEMBERSHIP} WHERE coalition_id = $1 AND organisation_id = $2 ORDER BY side");
    tx.rows(&sql, params![coalition, organisation], read_membership)
}

fn read_membership(row: &Row<'_>) -> Result<Membership> {
    Ok(Membership {
        organisation: row.get(0)?,
        side: row.code(1)?,
        since: row.get(2)?,
        until: row.get(3)?,
        rank: row.get(4)?,
    })
}

/// The latest changes of members' numbers that were made outside of the coalition, newest first.
pub fn number_changes_elsewhere(tx: &Tx<'_>, coalition: CoalitionId, most: i64) -> Result<Vec<Entry>> {
    let [iban, number, vat_number] = NUMBER_CHANGES;
    tx.rows(
        "SELECT at, person_id, act, subject, detail FROM journal
         WHERE subject IN (SELECT organisation_id FROM membership WHERE coalition_id = $1)
             AND act IN ($2, $3, $4) AND (coalition_id IS NULL OR coalition_id <> $1)
         ORDER BY at DESC, id DESC LIMIT $5",
        params![coalition, iban, number, vat_number, most],
        Entry::read,
    )
}

/// The organisations that stand on this side of the coalition on this day.
pub fn on_side(
    tx: &Tx<'_>,
    coalition: CoalitionId,
    side: Side,
    day: Date,
) -> Result<Vec<OrganisationId>> {
    tx.rows(
        "SELECT organisation_id FROM membership
         WHERE coalition_id = $1 AND side = $2 AND since <= $3 AND (until IS NULL OR until >= $3)
         ORDER BY organisation_id",
        params![coalition, Value::code(side), day],
        |row| row.get(0),
    )
}
