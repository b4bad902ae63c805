//! Consolidated orders in the database.

use ::store::{Result, Row, Tx, params};
use jiff::Timestamp;
use units::{CoalitionId, CycleId, OrganisationId, ReferenceId};

use super::{SupplyLine, SupplyOrder};

/// Sums what shops ordered into one line a reference; the number of lines made.
pub fn insert_lines(tx: &Tx<'_>, hub: CoalitionId, cycle: CycleId) -> Result<u64> {
    tx.execute(
        "INSERT INTO supply_line (hub_id, cycle_id, producer_id, reference_id, ordered)
         SELECT l.hub_id, l.cycle_id, o.producer_id, l.reference_id, CAST(SUM(l.ordered) AS BIGINT)
         FROM order_line l
         JOIN offer o ON o.hub_id = l.hub_id AND o.cycle_id = l.cycle_id AND o.reference_id = l.reference_id
         WHERE l.hub_id = $1 AND l.cycle_id = $2 AND l.ordered > 0
         GROUP BY l.hub_id, l.cycle_id, o.producer_id, l.reference_id",
        params![hub, cycle],
    )
}

/// The producers that have lines.
pub fn producers_with_lines(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
) -> Result<Vec<OrganisationId>> {
    tx.rows(
        "SELECT DISTINCT producer_id FROM supply_line WHERE hub_id = $1 AND cycle_id = $2 ORDER BY producer_id",
        params![hub, cycle],
        |row| row.get(0),
    )
}

/// Writes one order for each producer, numbered from `first` on.
pub fn insert_orders(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    producers: &[OrganisationId],
    first: i64,
    at: Timestamp,
) -> Result<()> {
    let rows = producers.iter().zip(first..).map(|(&producer, number)| {
        [hub.into(), cycle.into(), producer.into(), number.into(), 1.into(), 0.into(), at.into()]
    });
    tx.insert_all(
        "supply_order (hub_id, cycle_id, producer_id, number, revision, sent_revision, made_at)",
        rows,
        "",
    )?;
    Ok(())
}

/// Sums one reference again, after shops' orders of it were changed.
pub fn revise_line(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    producer: OrganisationId,
    reference: ReferenceId,
) -> Result<()> {
    let ordered = tx.number(
        "SELECT CAST(SUM(ordered) AS BIGINT) FROM order_line
         WHERE hub_id = $1 AND cycle_id = $2 AND reference_id = $3",
        params![hub, cycle, reference],
    )?;
    tx.execute(
        "INSERT INTO supply_line (hub_id, cycle_id, producer_id, reference_id, ordered)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (hub_id, cycle_id, producer_id, reference_id) DO UPDATE SET ordered = excluded.ordered",
        params![hub, cycle, producer, reference, ordered],
    )?;
    Ok(())
}

/// Counts a revision of a producer's order; `false` when it has none yet.
pub fn bump(tx: &Tx<'_>, hub: CoalitionId, cycle: CycleId, producer: OrganisationId) -> Result<bool> {
    let bumped = tx.execute(
        "UPDATE supply_order SET revision = revision + 1
         WHERE hub_id = $1 AND cycle_id = $2 AND producer_id = $3",
        params![hub, cycle, producer],
    )?;
    Ok(bumped == 1)
}

/// Notes that this revision is sent; `false` when it, or a later one, was before.
pub fn mark_sent(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    producer: OrganisationId,
    revision: i64,
) -> Result<bool> {
    let marked = tx.execute(
        "UPDATE supply_order SET sent_revision = $4
         WHERE hub_id = $1 AND cycle_id = $2 AND producer_id = $3 AND sent_revision < $4",
        params![hub, cycle, producer, revision],
    )?;
    Ok(marked == 1)
}

/// Notes that the order is to be sent again as it stands.
pub fn mark_unsent(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    producer: OrganisationId,
) -> Result<()> {
    tx.execute(
        "UPDATE supply_order SET sent_revision = revision - 1
         WHERE hub_id = $1 AND cycle_id = $2 AND producer_id = $3",
        params![hub, cycle, producer],
    )?;
    Ok(())
}

const ORDER: &str = "SELECT producer_id, number, revision, sent_revision, made_at FROM supply_order";

pub fn find(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    producer: OrganisationId,
) -> Result<Option<SupplyOrder>> {
    let sql = format!("{ORDER} WHERE hub_id = $1 AND cycle_id = $2 AND producer_id = $3");
    tx.row(&sql, params![hub, cycle, producer], read)
}

pub fn all(tx: &Tx<'_>, hub: CoalitionId, cycle: CycleId) -> Result<Vec<SupplyOrder>> {
    let sql = format!("{ORDER} WHERE hub_id = $1 AND cycle_id = $2 ORDER BY number");
    tx.rows(&sql, params![hub, cycle], read)
}

fn read(row: &Row<'_>) -> Result<SupplyOrder> {
    Ok(SupplyOrder {
        producer: row.get(0)?,
        number: row.get(1)?,
        revision: row.get(2)?,
        sent_revision: row.get(3)?,
        made_at: row.get(4)?,
    })
}

/// The lines of a producer's order, or of all of a cycle's.
pub fn lines(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    producer: Option<OrganisationId>,
) -> Result<Vec<SupplyLine>> {
    tx.rows(
        "SELECT producer_id, reference_id, ordered FROM supply_line
         WHERE hub_id = $1 AND cycle_id = $2 AND (CAST($3 AS TEXT) IS NULL OR producer_id = $3)
             AND ordered > 0
         ORDER BY producer_id, reference_id",
        params![hub, cycle, producer],
        |row| Ok(SupplyLine { producer: row.get(0)?, reference: row.get(1)?, ordered: row.get(2)? }),
    )
}

/// The producer of a reference in a cycle.
pub fn producer_of(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    reference: ReferenceId,
) -> Result<Option<OrganisationId>> {
    tx.row(
        "SELECT producer_id FROM offer WHERE hub_id = $1 AND cycle_id = $2 AND reference_id = $3",
        params![hub, cycle, reference],
        |row| row.get(0),
    )
}

/// Orders of any hub of which a revision is still to be sent.
pub fn to_be_sent(tx: &Tx<'_>, most: i64) -> Result<Vec<(CoalitionId, CycleId, OrganisationId)>> {
    tx.rows(
        "SELECT s.hub_id, s.cycle_id, s.producer_id FROM supply_order s
         JOIN organisation o ON o.id = s.producer_id
         JOIN cycle c ON c.hub_id = s.hub_id AND c.id = s.cycle_id
         WHERE s.sent_revision < s.revision AND o.email IS NOT NULL AND c.settled_at IS NULL
         ORDER BY s.hub_id, s.number LIMIT $1",
        params![most],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}

/// The consolidated orders of a producer in a hub, latest first.
pub fn of_producer(
    tx: &Tx<'_>,
    hub: CoalitionId,
    producer: OrganisationId,
    most: i64,
) -> Result<Vec<(CycleId, SupplyOrder)>> {
    tx.rows(
        "SELECT producer_id, number, revision, sent_revision, made_at, cycle_id FROM supply_order
         WHERE hub_id = $1 AND producer_id = $2 ORDER BY number DESC LIMIT $3",
        params![hub, producer, most],
        |row| Ok((row.get(5)?, read(row)?)),
    )
}
