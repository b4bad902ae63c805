//! Receptions, shortages and allotments in the database.

use std::collections::HashMap;

use ::store::{Result, Row, Tx, Value, params};
use frame::Who;
use units::{CoalitionId, Code, CycleId, OrganisationId, Quantity, ReferenceId};

use super::model::{Allotment, Exchanged, Lot, Received, Reception};
use super::shortage::{Second, Shortage};

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

/// Writes a reception as it is, in place of the one before; `searched` is the text to find each lot by.
pub fn save(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    cycle: CycleId,
    producer: OrganisationId,
    lots: &[Lot],
    searched: &[String],
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
    let rows = lots.iter().zip(searched).enumerate().map(|(number, (lot, searched))| {
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
            who.at.into(),
            searched.into(),
        ]
    });
    tx.insert_all(
        "reception_lot (hub_id, cycle_id, producer_id, reference_id, number, lot, best_before, quantity,
             measure, received_at, searched)",
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
    tx.insert_all(
        "reception_container (hub_id, cycle_id, producer_id, container_id, came, went)",
        rows,
        "",
    )?;
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
    shortage: &Shortage,
) -> Result<()> {
    let s = shortage;
    tx.execute(
        "INSERT INTO shortage (hub_id, cycle_id, reference_id, rule, grain, received, second_id, second_grain,
             second_left, shared_at, shared_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        params![
            hub,
            cycle,
            s.reference,
            Value::code(s.rule),
            s.grain,
            s.received,
            s.second.map(|second| second.reference),
            s.second.map(|second| second.grain),
            s.second.map(|second| second.left),
            who.at,
            who.person,
        ],
    )?;
    Ok(())
}

/// Takes back the allotments of a reference that is received anew, and the sharing of it and of every
/// other that it stands in for; the shops whose goods change by that.
pub fn forget(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    reference: ReferenceId,
) -> Result<Vec<OrganisationId>> {
    let mut undone: Vec<ReferenceId> = tx.rows(
        "SELECT DISTINCT stands_for_id FROM allotment
         WHERE hub_id = $1 AND cycle_id = $2 AND reference_id = $3 AND stands_for_id <> $3
         ORDER BY stands_for_id",
        params![hub, cycle, reference],
        |row| row.get(0),
    )?;
    undone.push(reference);
    let mut shops = Vec::new();
    for one in undone {
        shops.extend(tx.rows(
            "SELECT DISTINCT shop_id FROM allotment
             WHERE hub_id = $1 AND cycle_id = $2 AND stands_for_id = $3 ORDER BY shop_id",
            params![hub, cycle, one],
            |row| row.get::<OrganisationId>(0),
        )?);
        tx.execute(
            "DELETE FROM allotment WHERE hub_id = $1 AND cycle_id = $2 AND stands_for_id = $3",
            params![hub, cycle, one],
        )?;
        tx.execute(
            "DELETE FROM shortage WHERE hub_id = $1 AND cycle_id = $2 AND reference_id = $3",
            params![hub, cycle, one],
        )?;
    }
    Ok(shops)
}

/// Shortages that were shared in any hub, for the check.
pub fn shared(tx: &Tx<'_>) -> Result<Vec<(CoalitionId, CycleId, Shortage)>> {
    tx.rows(
        "SELECT hub_id, cycle_id, reference_id, rule, grain, received, second_id, second_grain, second_left
         FROM shortage ORDER BY hub_id, cycle_id, reference_id",
        &[],
        |row| {
            let second = match row.get::<Option<ReferenceId>>(6)? {
                Some(reference) => {
                    Some(Second { reference, grain: row.get(7)?, left: row.get(8)? })
                }
                None => None,
            };
            let shortage = Shortage {
                reference: row.get(2)?,
                rule: row.code(3)?,
                grain: row.get(4)?,
                received: row.get(5)?,
                second,
            };
            Ok((row.get(0)?, row.get(1)?, shortage))
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
            one.stands_for.unwrap_or(one.reference).into(),
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
         WHERE hub_id = $1 AND cycle_id = $2 AND shop_id = $3 AND reference_id = $4 AND stands_for_id = $10",
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
            one.stands_for.unwrap_or(one.reference),
        ],
    )?;
    Ok(())
}

const ALLOTMENT: &str =
    "SELECT shop_id, reference_id, share, rank, quantity, measure, invoiced, reason, remark,
    stands_for_id FROM allotment";

pub fn allotments_of_shop(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    shop: OrganisationId,
) -> Result<Vec<Allotment>> {
    let sql = format!(
        "{ALLOTMENT} WHERE hub_id = $1 AND cycle_id = $2 AND shop_id = $3
        ORDER BY reference_id, stands_for_id"
    );
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
    let sql = format!(
        "{ALLOTMENT} WHERE hub_id = $1 AND cycle_id = $2
        ORDER BY shop_id, reference_id, stands_for_id"
    );
    tx.rows(&sql, params![hub, cycle], read_allotment)
}

/// Every allotment of a reference, also where it stands in for another.
pub fn allotments_of_reference(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    reference: ReferenceId,
) -> Result<Vec<Allotment>> {
    let sql = format!(
        "{ALLOTMENT} WHERE hub_id = $1 AND cycle_id = $2 AND reference_id = $3
        ORDER BY shop_id, stands_for_id"
    );
    tx.rows(&sql, params![hub, cycle, reference], read_allotment)
}

/// What stands in for a reference that was short.
pub fn substitutes_of(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    short: ReferenceId,
) -> Result<Vec<Allotment>> {
    let sql = format!(
        "{ALLOTMENT} WHERE hub_id = $1 AND cycle_id = $2 AND stands_for_id = $3
        AND reference_id <> $3 ORDER BY shop_id, reference_id"
    );
    tx.rows(&sql, params![hub, cycle, short], read_allotment)
}

/// The shops that an offer of a cycle is hidden from.
pub fn hidden_from(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    reference: ReferenceId,
) -> Result<Vec<OrganisationId>> {
    tx.rows(
        "SELECT shop_id FROM offer_arrangement
         WHERE hub_id = $1 AND cycle_id = $2 AND reference_id = $3 AND hidden ORDER BY shop_id",
        params![hub, cycle, reference],
        |row| row.get(0),
    )
}

fn read_allotment(row: &Row<'_>) -> Result<Allotment> {
    let reference: ReferenceId = row.get(1)?;
    Ok(Allotment {
        shop: row.get(0)?,
        reference,
        share: row.get(2)?,
        rank: row.get(3)?,
        quantity: row.get(4)?,
        measure: row.get(5)?,
        invoiced: row.get(6)?,
        reason: row.maybe_code(7)?,
        remark: row.get(8)?,
        stands_for: row.get::<Option<ReferenceId>>(9)?.filter(|id| *id != reference),
    })
}

/// How many of its lines are allotted to each shop of a cycle.
pub fn counts(tx: &Tx<'_>, hub: CoalitionId, cycle: CycleId) -> Result<HashMap<OrganisationId, i64>> {
    let counts = tx.rows(
        "SELECT shop_id, COUNT(*) FROM allotment
         WHERE hub_id = $1 AND cycle_id = $2 AND stands_for_id = reference_id
         GROUP BY shop_id ORDER BY shop_id",
        params![hub, cycle],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(counts.into_iter().collect())
}
