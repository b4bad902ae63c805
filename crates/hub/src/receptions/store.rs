//! Receptions, shortages and allotments in the database.

use std::collections::HashMap;

use ::store::{Result, Row, Tx, Value, params};
use frame::Who;
use polity::agreements::ShortageRule;
use units::{CoalitionId, Code, CycleId, OrganisationId, Quantity, ReferenceId};

use super::model::{Allotment, Exchanged, Lot, Received, Reception};

pub fn find(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    producer: OrganisationId,
) -> Result<Option<Reception>> {
    tx.row(
        "SELECT producer_id, received_at, received_by, note FROM reception
         WHERE hub_id = $1 AND cycle_id = $2 AND producer_id = $3",
        params![hub, cycle, producer],
        read,
    )
}

pub fn all(tx: &Tx<'_>, hub: CoalitionId, cycle: CycleId) -> Result<Vec<Reception>> {
    tx.rows(
        "SELECT producer_id, received_at, received_by, note FROM reception
         WHERE hub_id = $1 AND cycle_id = $2 ORDER BY producer_id",
        params![hub, cycle],
        read,
    )
}

fn read(row: &Row<'_>) -> Result<Reception> {
    Ok(Reception {
        producer: row.get(0)?,
        received_at: row.get(1)?,
        received_by: row.get(2)?,
        note: row.get(3)?,
    })
}

/// Writes a reception as it is, in place of the one before.
pub fn save(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    cycle: CycleId,
    producer: OrganisationId,
    lots: &[Lot],
    exchanged: &[Exchanged],
    note: &str,
) -> Result<()> {
    tx.execute(
        "INSERT INTO reception (hub_id, cycle_id, producer_id, received_at, received_by, note)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (hub_id, cycle_id, producer_id) DO UPDATE SET received_at = excluded.received_at,
             received_by = excluded.received_by, note = excluded.note",
        params![hub, cycle, producer, who.at, who.person, note],
    )?;
    for table in ["reception_lot", "reception_container"] {
        tx.execute(
            &format!("DELETE FROM {table} WHERE hub_id = $1 AND cycle_id = $2 AND producer_id = $3"),
            params![hub, cycle, producer],
        )?;
    }
    let rows = lots.iter().enumerate().map(|(number, lot)| {
        [
            hub.into(),
            cycle.into(),
            producer.into(),
            lot.reference.into(),
            (number as i64).into(),
            (&lot.lot).into(),
            lot.best_before.into(),
            lot.quantity.into(),
            lot.measure.into(),
        ]
    });
    tx.insert_all(
        "reception_lot (hub_id, cycle_id, producer_id, reference_id, number, lot, best_before, quantity,
             measure)",
        rows,
        "",
    )?;
    let rows = exchanged.iter().map(|one| {
        [
            hub.into(),
            cycle.into(),
            producer.into(),
            one.container.into(),
            one.came.into(),
            one.went.into(),
        ]
    });
    tx.insert_all("reception_container (hub_id, cycle_id, producer_id, container_id, came, went)", rows, "")?;
    Ok(())
}

pub fn lots(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    producer: OrganisationId,
) -> Result<Vec<Lot>> {
    tx.rows(
        "SELECT reference_id, lot, best_before, quantity, measure FROM reception_lot
         WHERE hub_id = $1 AND cycle_id = $2 AND producer_id = $3 ORDER BY number",
        params![hub, cycle, producer],
        |row| {
            Ok(Lot {
                reference: row.get(0)?,
                lot: row.get(1)?,
                best_before: row.get(2)?,
                quantity: row.get(3)?,
                measure: row.get(4)?,
            })
        },
    )
}

pub fn exchanged(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    producer: OrganisationId,
) -> Result<Vec<Exchanged>> {
    tx.rows(
        "SELECT container_id, came, went FROM reception_container
         WHERE hub_id = $1 AND cycle_id = $2 AND producer_id = $3 ORDER BY container_id",
        params![hub, cycle, producer],
        |row| Ok(Exchanged { container: row.get(0)?, came: row.get(1)?, went: row.get(2)? }),
    )
}

/// What came of each reference of a cycle, or of one producer's.
pub fn received(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    producer: Option<OrganisationId>,
) -> Result<HashMap<ReferenceId, Received>> {
    let sums = tx.rows(
        "SELECT reference_id, CAST(SUM(quantity) AS BIGINT), CAST(SUM(measure) AS BIGINT) FROM reception_lot
         WHERE hub_id = $1 AND cycle_id = $2 AND (CAST($3 AS TEXT) IS NULL OR producer_id = $3)
         GROUP BY reference_id ORDER BY reference_id",
        params![hub, cycle, producer],
        |row| Ok((row.get(0)?, Received { quantity: row.get(1)?, measure: row.get(2)? })),
    )?;
    Ok(sums.into_iter().collect())
}

/// References of received producers of which less came than is ordered, and that nobody has shared yet:
/// (reference, producer, ordered, received).
pub fn short(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
) -> Result<Vec<(ReferenceId, OrganisationId, Quantity, Quantity)>> {
    tx.rows(
        "SELECT s.reference_id, s.producer_id, s.ordered, CAST(COALESCE(SUM(l.quantity), 0) AS BIGINT)
         FROM supply_line s
         JOIN reception r ON r.hub_id = s.hub_id AND r.cycle_id = s.cycle_id AND r.producer_id = s.producer_id
         LEFT JOIN reception_lot l ON l.hub_id = s.hub_id AND l.cycle_id = s.cycle_id
             AND l.producer_id = s.producer_id AND l.reference_id = s.reference_id
         LEFT JOIN shortage h ON h.hub_id = s.hub_id AND h.cycle_id = s.cycle_id
             AND h.reference_id = s.reference_id
         WHERE s.hub_id = $1 AND s.cycle_id = $2 AND h.reference_id IS NULL
         GROUP BY s.reference_id, s.producer_id, s.ordered
         HAVING COALESCE(SUM(l.quantity), 0) < s.ordered
         ORDER BY s.producer_id, s.reference_id",
        params![hub, cycle],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
    )
}

pub fn insert_shortage(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    cycle: CycleId,
    reference: ReferenceId,
    rule: ShortageRule,
    grain: Quantity,
    received: Quantity,
) -> Result<()> {
    tx.execute(
        "INSERT INTO shortage (hub_id, cycle_id, reference_id, rule, grain, received, shared_at, shared_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![hub, cycle, reference, Value::code(rule), grain, received, who.at, who.person],
    )?;
    Ok(())
}

/// Takes back the sharing and the allotments of a reference: it is received anew.
pub fn forget(tx: &Tx<'_>, hub: CoalitionId, cycle: CycleId, reference: ReferenceId) -> Result<()> {
    for table in ["shortage", "allotment"] {
        tx.execute(
            &format!("DELETE FROM {table} WHERE hub_id = $1 AND cycle_id = $2 AND reference_id = $3"),
            params![hub, cycle, reference],
        )?;
    }
    Ok(())
}

/// Shortages that were shared in any hub, for the check: (hub, cycle, reference, rule, grain, received).
pub fn shared(
    tx: &Tx<'_>,
) -> Result<Vec<(CoalitionId, CycleId, ReferenceId, ShortageRule, Quantity, Quantity)>> {
    tx.rows(
        "SELECT hub_id, cycle_id, reference_id, rule, grain, received FROM shortage
         ORDER BY hub_id, cycle_id, reference_id",
        &[],
        |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.code(3)?, row.get(4)?, row.get(5)?))
        },
    )
}

pub fn insert_allotments(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    allotments: &[Allotment],
) -> Result<()> {
    let rows = allotments.iter().map(|one| {
        [
            hub.into(),
            cycle.into(),
            one.shop.into(),
            one.reference.into(),
            one.share.into(),
            one.rank.into(),
            one.quantity.into(),
            one.measure.into(),
            one.invoiced.into(),
            one.reason.map(Code::code).into(),
            (&one.remark).into(),
            one.stands_for.into(),
        ]
    });
    tx.insert_all(
        "allotment (hub_id, cycle_id, shop_id, reference_id, share, rank, quantity, measure, invoiced, reason,
             remark, stands_for_id)",
        rows,
        "",
    )?;
    Ok(())
}

/// Writes what was prepared or is invoiced of an allotment.
pub fn update_allotment(tx: &Tx<'_>, hub: CoalitionId, cycle: CycleId, one: &Allotment) -> Result<()> {
    tx.execute(
        "UPDATE allotment SET quantity = $5, measure = $6, invoiced = $7, reason = $8, remark = $9
         WHERE hub_id = $1 AND cycle_id = $2 AND shop_id = $3 AND reference_id = $4",
        params![
            hub,
            cycle,
            one.shop,
            one.reference,
            one.quantity,
            one.measure,
            one.invoiced,
            one.reason.map(Code::code),
            &one.remark,
        ],
    )?;
    Ok(())
}

const ALLOTMENT: &str = "SELECT shop_id, reference_id, share, rank, quantity, measure, invoiced, reason, remark,
    stands_for_id FROM allotment";

pub fn allotments_of_shop(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    shop: OrganisationId,
) -> Result<Vec<Allotment>> {
    let sql = format!("{ALLOTMENT} WHERE hub_id = $1 AND cycle_id = $2 AND shop_id = $3 ORDER BY reference_id");
    tx.rows(&sql, params![hub, cycle, shop], read_allotment)
}

/// The shops that have something to pay for in a cycle: goods, or containers that went or came back.
pub fn shops_to_bill(tx: &Tx<'_>, hub: CoalitionId, cycle: CycleId) -> Result<Vec<OrganisationId>> {
    tx.rows(
        "SELECT shop_id FROM allotment
         WHERE hub_id = $1 AND cycle_id = $2 AND COALESCE(invoiced, measure) > 0
         UNION
         SELECT shop_id FROM delivery_container
         WHERE hub_id = $1 AND cycle_id = $2 AND (extra_out > 0 OR back > 0)
         ORDER BY shop_id",
        params![hub, cycle],
        |row| row.get(0),
    )
}

/// Every allotment of a cycle.
pub fn all_allotments(tx: &Tx<'_>, hub: CoalitionId, cycle: CycleId) -> Result<Vec<Allotment>> {
    let sql = format!("{ALLOTMENT} WHERE hub_id = $1 AND cycle_id = $2 ORDER BY shop_id, reference_id");
    tx.rows(&sql, params![hub, cycle], read_allotment)
}

pub fn allotments_of_reference(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    reference: ReferenceId,
) -> Result<Vec<Allotment>> {
    let sql = format!("{ALLOTMENT} WHERE hub_id = $1 AND cycle_id = $2 AND reference_id = $3 ORDER BY shop_id");
    tx.rows(&sql, params![hub, cycle, reference], read_allotment)
}

pub fn find_allotment(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    shop: OrganisationId,
    reference: ReferenceId,
) -> Result<Option<Allotment>> {
    let sql = format!(
        "{ALLOTMENT} WHERE hub_id = $1 AND cycle_id = $2 AND shop_id = $3 AND reference_id = $4"
    );
    tx.row(&sql, params![hub, cycle, shop, reference], read_allotment)
}

fn read_allotment(row: &Row<'_>) -> Result<Allotment> {
    Ok(Allotment {
        shop: row.get(0)?,
        reference: row.get(1)?,
        share: row.get(2)?,
        rank: row.get(3)?,
        quantity: row.get(4)?,
        measure: row.get(5)?,
        invoiced: row.get(6)?,
        reason: row.maybe_code(7)?,
        remark: row.get(8)?,
        stands_for: row.get(9)?,
    })
}

/// How many allotments each shop of a cycle has.
pub fn counts(tx: &Tx<'_>, hub: CoalitionId, cycle: CycleId) -> Result<HashMap<OrganisationId, i64>> {
    let counts = tx.rows(
        "SELECT shop_id, COUNT(*) FROM allotment WHERE hub_id = $1 AND cycle_id = $2
         GROUP BY shop_id ORDER BY shop_id",
        params![hub, cycle],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(counts.into_iter().collect())
}
