//! What was ordered, as it weighs.

use ::store::{Result, Tx, params};
use units::{CoalitionId, CycleId};

use super::model::Good;

/// Every ordered line of a cycle with what its article says of its weight.
pub fn goods(tx: &Tx<'_>, hub: CoalitionId, cycle: CycleId) -> Result<Vec<Good>> {
    tx.rows(
        "SELECT o.producer_id, l.shop_id, v.storage, v.order_unit, v.pay_unit, v.measure_per_unit, v.content,
             v.content_unit, l.ordered
         FROM order_line l
         JOIN offer o ON o.hub_id = l.hub_id AND o.cycle_id = l.cycle_id AND o.reference_id = l.reference_id
         JOIN reference_version v ON v.reference_id = o.reference_id AND v.version = o.version
         WHERE l.hub_id = $1 AND l.cycle_id = $2 AND l.ordered > 0",
        params![hub, cycle],
        |row| {
            let content = row.get::<Option<units::Quantity>>(6)?.zip(row.maybe_code(7)?);
            Ok(Good {
                producer: row.get(0)?,
                shop: row.get(1)?,
                storage: row.code(2)?,
                order_unit: row.code(3)?,
                pay_unit: row.code(4)?,
                measure_per_unit: row.get(5)?,
                content,
                ordered: row.get(8)?,
            })
        },
    )
}
