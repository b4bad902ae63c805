//! What must hold of settled cycles, whatever happened.

use ::store::Tx;
use frame::{Check, Outcome};

pub(super) const CHECKS: &[Check] =
    &[Check { name: "the goods of a settled cycle come to zero", run: goods_are_cleared }];

/// Invoices put goods into the cycle's account, statements take them out; rounding and losses are booked.
fn goods_are_cleared(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    let faults = tx.rows(
        "SELECT hub, number, balance FROM (
             SELECT c.hub_id AS hub, c.number AS number,
                 CAST(COALESCE((SELECT SUM(amount) FROM transfer t
                         WHERE t.book = c.hub_id AND t.debit = 'goods/' || c.id), 0)
                     - COALESCE((SELECT SUM(amount) FROM transfer t
                         WHERE t.book = c.hub_id AND t.credit = 'goods/' || c.id), 0) AS BIGINT) AS balance
             FROM cycle c WHERE c.settled_at IS NOT NULL
         ) AS cleared WHERE balance <> 0 ORDER BY hub, number LIMIT 20",
        &[],
        |row| {
            let (hub, number, balance): (String, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok(format!("cycle {number} of {hub} is settled and has {balance} cents of goods left"))
        },
    )?;
    Ok(faults)
}
