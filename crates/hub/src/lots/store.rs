//! Lots in the database, back and forward.

use ::store::{Result, Tx, Value, params};
use jiff::Timestamp;
use jiff::civil::Date;
use units::text::fold;
use units::{CoalitionId, CycleId, OrganisationId, Quantity, ReferenceId, Unit};

/// A lot as it came: one step back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Came {
    pub cycle: CycleId,
    pub cycle_number: i64,
    pub producer: OrganisationId,
    pub producer_name: String,
    pub reference: ReferenceId,
    pub name: String,
    pub unit: Unit,
    pub lot: String,
    pub best_before: Option<Date>,
    pub quantity: Quantity,
    pub received_at: Timestamp,
    /// How many lots of this reference the cycle received.
    pub lots: i64,
}

/// A shop that has goods of it: one step forward.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Went {
    pub shop: OrganisationId,
    pub shop_name: String,
    pub town: String,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub quantity: Quantity,
    pub delivered_at: Option<Timestamp>,
}

/// Words beyond these narrow a search no further.
const MOST_WORDS: usize = 8;

/// The latest lots whose number, goods or producer hold all of `words`.
pub fn search(
    tx: &Tx<'_>,
    hub: CoalitionId,
    words: &str,
    producer: Option<OrganisationId>,
    most: i64,
) -> Result<Vec<Came>> {
    // Folded text holds nothing that LIKE would take for its own.
    let patterns: Vec<String> =
        fold(words).split(' ').take(MOST_WORDS).map(|word| format!("%{word}%")).collect();
    let holds: Vec<String> =
        (4..).take(patterns.len()).map(|at| format!("AND l.searched LIKE ${at}")).collect();
    let holds = holds.join(" ");
    let sql = format!(
        "SELECT l.cycle_id, c.number, l.producer_id, p.name, l.reference_id, v.name, v.order_unit, l.lot,
             l.best_before, l.quantity, l.received_at,
             (SELECT COUNT(*) FROM reception_lot o WHERE o.hub_id = l.hub_id AND o.cycle_id = l.cycle_id
                 AND o.producer_id = l.producer_id AND o.reference_id = l.reference_id)
         FROM reception_lot l
         JOIN cycle c ON c.hub_id = l.hub_id AND c.id = l.cycle_id
         JOIN offer f ON f.hub_id = l.hub_id AND f.cycle_id = l.cycle_id AND f.reference_id = l.reference_id
         JOIN reference_version v ON v.reference_id = f.reference_id AND v.version = f.version
         JOIN organisation p ON p.id = l.producer_id
         WHERE l.hub_id = $1 AND (CAST($2 AS TEXT) IS NULL OR l.producer_id = $2)
             {holds}
         ORDER BY l.received_at DESC, l.reference_id DESC, l.number DESC LIMIT $3"
    );
    let params: Vec<Value<'_>> = [hub.into(), producer.into(), most.into()]
        .into_iter()
        .chain(patterns.iter().map(Value::from))
        .collect();
    tx.rows(&sql, &params, |row| {
        Ok(Came {
            cycle: row.get(0)?,
            cycle_number: row.get(1)?,
            producer: row.get(2)?,
            producer_name: row.get(3)?,
            reference: row.get(4)?,
            name: row.get(5)?,
            unit: row.code(6)?,
            lot: row.get(7)?,
            best_before: row.get(8)?,
            quantity: row.get(9)?,
            received_at: row.get(10)?,
            lots: row.get(11)?,
        })
    })
}

/// The shops that got goods of a reference in a cycle.
pub fn forward(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    reference: ReferenceId,
) -> Result<Vec<Went>> {
    tx.rows(
        "SELECT a.shop_id, s.name, s.town, s.phone, s.email, CAST(SUM(a.quantity) AS BIGINT), d.delivered_at
         FROM allotment a
         JOIN organisation s ON s.id = a.shop_id
         LEFT JOIN delivery d ON d.hub_id = a.hub_id AND d.cycle_id = a.cycle_id AND d.shop_id = a.shop_id
         WHERE a.hub_id = $1 AND a.cycle_id = $2 AND a.reference_id = $3 AND a.quantity > 0
         GROUP BY a.shop_id, s.name, s.town, s.phone, s.email, d.delivered_at
         ORDER BY s.name, a.shop_id",
        params![hub, cycle, reference],
        |row| {
            Ok(Went {
                shop: row.get(0)?,
                shop_name: row.get(1)?,
                town: row.get(2)?,
                phone: row.get(3)?,
                email: row.get(4)?,
                quantity: row.get(5)?,
                delivered_at: row.get(6)?,
            })
        },
    )
}
