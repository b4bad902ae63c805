//! What must hold of orders, whatever happened.

use ::store::Tx;
use frame::{Check, Outcome};

pub(super) const CHECKS: &[Check] = &[Check {
    name: "what is promised of each guarded reference is what shops ordered of it",
    run: promised,
}];

/// Promises are made in the producer's book for what is on hand, in the hub's for what is per cycle.
fn promised(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    let faults = tx.rows(
        "SELECT reference, ordered, promised FROM (
             SELECT g.reference AS reference, g.ordered AS ordered,
                 CAST(COALESCE((SELECT SUM(t.amount) FROM transfer t
                         WHERE t.book = g.book AND t.debit = 'promised/' || g.reference), 0)
                     - COALESCE((SELECT SUM(t.amount) FROM transfer t
                         WHERE t.book = g.book AND t.credit = 'promised/' || g.reference), 0) AS BIGINT)
                     AS promised
             FROM (
                 SELECT o.reference_id AS reference,
                     CASE WHEN o.stock_mode = 'on_hand' THEN o.producer_id ELSE o.hub_id END AS book,
                     CAST(SUM(l.ordered) AS BIGINT) AS ordered
                 FROM offer o
                 JOIN order_line l ON l.hub_id = o.hub_id AND l.cycle_id = o.cycle_id
                     AND l.reference_id = o.reference_id
                 WHERE o.stock_mode <> 'on_demand'
                 GROUP BY o.reference_id, CASE WHEN o.stock_mode = 'on_hand' THEN o.producer_id ELSE o.hub_id END
             ) AS g
         ) AS compared WHERE ordered <> promised ORDER BY reference LIMIT 20",
        &[],
        |row| {
            let reference: String = row.get(0)?;
            let (ordered, promised): (i64, i64) = (row.get(1)?, row.get(2)?);
            Ok(format!(
                "reference {reference}: {ordered} thousandths ordered, {promised} promised by the ledger"
            ))
        },
    )?;
    Ok(faults)
}
