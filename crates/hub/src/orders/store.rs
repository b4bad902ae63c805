//! Orders in the database.

use std::collections::{BTreeMap, HashMap};

use ::store::{Result, Row, Tx, Value, params};
use economy::ledger::{Account, Book, store as ledger};
use frame::Who;
use jiff::Timestamp;
use jiff::civil::Date;
use units::{CoalitionId, CycleId, OrganisationId, Quantity, ReferenceId};
use uuid::Uuid;

use super::model::{Ask, Change, ChangedLine, Order, OrderLine};
use crate::catalogue::StockMode;

pub fn find(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    shop: OrganisationId,
) -> Result<Option<Order>> {
    tx.row(
        "SELECT shop_id, delivers_on, note, placed_at, changed_at FROM shop_order
         WHERE hub_id = $1 AND cycle_id = $2 AND shop_id = $3",
        params![hub, cycle, shop],
        read,
    )
}

/// The orders of a cycle, in the order of their shops.
pub fn all(tx: &Tx<'_>, hub: CoalitionId, cycle: CycleId) -> Result<Vec<Order>> {
    tx.rows(
        "SELECT shop_id, delivers_on, note, placed_at, changed_at FROM shop_order
         WHERE hub_id = $1 AND cycle_id = $2 ORDER BY shop_id",
        params![hub, cycle],
        read,
    )
}

fn read(row: &Row<'_>) -> Result<Order> {
    Ok(Order {
        shop: row.get(0)?,
        delivers_on: row.get(1)?,
        note: row.get(2)?,
        placed_at: row.get(3)?,
        changed_at: row.get(4)?,
    })
}

/// Makes sure that the shop has an order, and notes that it has changed.
pub fn touch(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    shop: OrganisationId,
    delivers_on: Date,
    at: Timestamp,
) -> Result<()> {
    insert(tx, hub, cycle, shop, delivers_on, at, "UPDATE SET changed_at = excluded.changed_at")
}

/// Inserts an order of the shop's; where there is one, does `known` instead.
fn insert(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    shop: OrganisationId,
    delivers_on: Date,
    at: Timestamp,
    known: &str,
) -> Result<()> {
    let sql = format!(
        "INSERT INTO shop_order (hub_id, cycle_id, shop_id, delivers_on, note, placed_at, changed_at)
         VALUES ($1, $2, $3, $4, '', $5, $5) ON CONFLICT (hub_id, cycle_id, shop_id) DO {known}"
    );
    tx.execute(&sql, params![hub, cycle, shop, delivers_on, at])?;
    Ok(())
}

pub fn set_wishes(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    shop: OrganisationId,
    delivers_on: Date,
    note: &str,
) -> Result<()> {
    tx.execute(
        "UPDATE shop_order SET delivers_on = $4, note = $5
         WHERE hub_id = $1 AND cycle_id = $2 AND shop_id = $3",
        params![hub, cycle, shop, delivers_on, note],
    )?;
    Ok(())
}

/// The lines of a shop's order, those of zero too.
pub fn lines(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    shop: OrganisationId,
) -> Result<Vec<OrderLine>> {
    tx.rows(
        "SELECT shop_id, reference_id, ordered, takes_second_choice, placed_at FROM order_line
         WHERE hub_id = $1 AND cycle_id = $2 AND shop_id = $3 ORDER BY reference_id",
        params![hub, cycle, shop],
        read_line,
    )
}

/// The lines of a shop's order for these references, those of zero too, in no order.
pub fn lines_for(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    shop: OrganisationId,
    references: impl IntoIterator<Item = ReferenceId>,
) -> Result<Vec<OrderLine>> {
    let mut found = Vec::new();
    let of: Vec<Value<'_>> = references.into_iter().map(Value::from).collect();
    tx.each_of(
        "SELECT shop_id, reference_id, ordered, takes_second_choice, placed_at FROM order_line
         WHERE hub_id = $1 AND cycle_id = $2 AND shop_id = $3 AND reference_id IN ({})",
        params![hub, cycle, shop],
        &of,
        |row| {
            found.push(read_line(row)?);
            Ok(())
        },
    )?;
    Ok(found)
}

/// What was ordered of a reference, by whom.
pub fn lines_of_reference(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    reference: ReferenceId,
) -> Result<Vec<OrderLine>> {
    tx.rows(
        "SELECT shop_id, reference_id, ordered, takes_second_choice, placed_at FROM order_line
         WHERE hub_id = $1 AND cycle_id = $2 AND reference_id = $3 AND ordered > 0 ORDER BY shop_id",
        params![hub, cycle, reference],
        read_line,
    )
}

/// What was ordered of a producer's references, by reference and shop.
///
/// The join is a cross join so that SQLite begins with the producer's few offers: told to choose, it
/// walks all orders of the cycle for the sake of their order.
pub fn lines_of_producer(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    producer: OrganisationId,
) -> Result<Vec<OrderLine>> {
    tx.rows(
        "SELECT l.shop_id, l.reference_id, l.ordered, l.takes_second_choice, l.placed_at
         FROM offer o CROSS JOIN order_line l
         WHERE o.hub_id = $1 AND o.cycle_id = $2 AND o.producer_id = $3 AND l.ordered > 0
             AND l.hub_id = o.hub_id AND l.cycle_id = o.cycle_id AND l.reference_id = o.reference_id
         ORDER BY l.reference_id, l.shop_id",
        params![hub, cycle, producer],
        read_line,
    )
}

fn read_line(row: &Row<'_>) -> Result<OrderLine> {
    Ok(OrderLine {
        shop: row.get(0)?,
        reference: row.get(1)?,
        ordered: row.get(2)?,
        takes_second_choice: row.get(3)?,
        placed_at: row.get(4)?,
    })
}

/// Sets lines to what was asked for, and gives those that this changed, in the order of the asks.
///
/// No line is read first: what it was comes back from the writing. PostgreSQL would take note of the pages that were
/// read, and undo what neighbours on them order at the same time.
pub fn set_lines(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    shop: OrganisationId,
    asks: &[Ask],
    delivers_on: Date,
    at: Timestamp,
) -> Result<Vec<ChangedLine>> {
    let (wanted, unwanted): (Vec<Ask>, Vec<Ask>) = asks.iter().partition(|ask| !ask.quantity.is_zero());
    let (told, untold): (Vec<Ask>, Vec<Ask>) =
        wanted.into_iter().partition(|ask| ask.takes_second_choice.is_some());
    if !told.is_empty() || !untold.is_empty() {
        insert(tx, hub, cycle, shop, delivers_on, at, "NOTHING")?;
    }
    let mut changed = HashMap::with_capacity(asks.len());
    let mut keep = |row: &Row<'_>| {
        let line = ChangedLine { now: read_line(row)?, before: row.get(5)? };
        changed.insert(line.now.reference, line);
        Ok(())
    };
    for (asks, second_choice) in
        [(told, "excluded.takes_second_choice"), (untold, "order_line.takes_second_choice")]
    {
        let rows = asks.iter().map(|ask| {
            [
                hub.into(),
                cycle.into(),
                shop.into(),
                ask.reference.into(),
                ask.quantity.into(),
                ask.takes_second_choice.unwrap_or(false).into(),
                at.into(),
            ]
        });
        let known = format!(
            "ON CONFLICT (hub_id, cycle_id, shop_id, reference_id) DO UPDATE SET
                 ordered_before = order_line.ordered, ordered = excluded.ordered,
                 takes_second_choice = {second_choice},
                 placed_at = CASE WHEN excluded.ordered > order_line.ordered THEN excluded.placed_at
                     ELSE order_line.placed_at END
             WHERE order_line.ordered <> excluded.ordered
                 OR order_line.takes_second_choice <> {second_choice}
             RETURNING shop_id, reference_id, ordered, takes_second_choice, placed_at, ordered_before"
        );
        tx.insert_all_returning(
            "order_line (hub_id, cycle_id, shop_id, reference_id, ordered, takes_second_choice, placed_at)",
            rows,
            &known,
            &mut keep,
        )?;
    }
    let of: Vec<Value<'_>> = unwanted.iter().map(|ask| ask.reference.into()).collect();
    tx.each_of(
        "UPDATE order_line SET ordered_before = ordered, ordered = 0
         WHERE hub_id = $1 AND cycle_id = $2 AND shop_id = $3 AND reference_id IN ({}) AND ordered > 0
         RETURNING shop_id, reference_id, ordered, takes_second_choice, placed_at, ordered_before",
        params![hub, cycle, shop],
        &of,
        &mut keep,
    )?;
    Ok(asks.iter().filter_map(|ask| changed.remove(&ask.reference)).collect())
}

pub fn insert_changes(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    cycle: CycleId,
    shop: OrganisationId,
    changes: &[(ReferenceId, Quantity, Quantity)],
    reason: &str,
) -> Result<()> {
    let rows = changes.iter().map(|&(reference, before, after)| {
        [
            hub.into(),
            cycle.into(),
            shop.into(),
            reference.into(),
            who.ids.next::<Uuid>().into(),
            who.at.into(),
            who.person.into(),
            before.into(),
            after.into(),
            reason.into(),
        ]
    });
    tx.insert_all(
        "order_change (hub_id, cycle_id, shop_id, reference_id, id, at, person_id, before, after, reason)",
        rows,
        "",
    )?;
    Ok(())
}

/// The trail of an order, oldest first.
pub fn changes(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    shop: OrganisationId,
) -> Result<Vec<Change>> {
    tx.rows(
        "SELECT reference_id, at, person_id, before, after, reason FROM order_change
         WHERE hub_id = $1 AND cycle_id = $2 AND shop_id = $3 ORDER BY at, id LIMIT 2000",
        params![hub, cycle, shop],
        |row| {
            Ok(Change {
                reference: row.get(0)?,
                at: row.get(1)?,
                person: row.get(2)?,
                before: row.get(3)?,
                after: row.get(4)?,
                reason: row.get(5)?,
            })
        },
    )
}

/// What an order needs to know of an offer: whose it is, how it is guarded, by which step it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Orderable {
    pub producer: OrganisationId,
    pub stock_mode: StockMode,
    pub step: Quantity,
    pub hidden: bool,
}

/// The offers of these references in a cycle, as this shop may order them.
pub fn orderables(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    shop: OrganisationId,
    references: &[ReferenceId],
) -> Result<HashMap<ReferenceId, Orderable>> {
    let mut found = HashMap::with_capacity(references.len());
    let of: Vec<Value<'_>> = references.iter().copied().map(Value::from).collect();
    tx.each_of(
        "SELECT o.reference_id, o.producer_id, o.stock_mode, v.step, COALESCE(a.hidden, FALSE)
         FROM offer o
         JOIN reference_version v ON v.reference_id = o.reference_id AND v.version = o.version
         LEFT JOIN offer_arrangement a ON a.hub_id = o.hub_id AND a.cycle_id = o.cycle_id
             AND a.reference_id = o.reference_id AND a.shop_id = $3
         WHERE o.hub_id = $1 AND o.cycle_id = $2 AND o.reference_id IN ({})",
        params![hub, cycle, shop],
        &of,
        |row| {
            let orderable = Orderable {
                producer: row.get(1)?,
                stock_mode: row.code(2)?,
                step: row.get(3)?,
                hidden: row.get(4)?,
            };
            found.insert(row.get(0)?, orderable);
            Ok(())
        },
    )?;
    Ok(found)
}

/// The shop's latest order that holds something, in another cycle than this one.
pub fn before(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    shop: OrganisationId,
) -> Result<Vec<(ReferenceId, Quantity)>> {
    tx.rows(
        "SELECT reference_id, ordered FROM order_line
         WHERE hub_id = $1 AND shop_id = $3 AND ordered > 0 AND cycle_id = (
             SELECT o.cycle_id FROM shop_order o
             WHERE o.hub_id = $1 AND o.shop_id = $3 AND o.cycle_id <> $2 AND EXISTS (
                 SELECT 1 FROM order_line l WHERE l.hub_id = o.hub_id AND l.cycle_id = o.cycle_id
                     AND l.shop_id = o.shop_id AND l.ordered > 0)
             ORDER BY o.placed_at DESC, o.cycle_id DESC LIMIT 1)
         ORDER BY reference_id",
        params![hub, cycle, shop],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

pub fn favourites(tx: &Tx<'_>, shop: OrganisationId) -> Result<Vec<ReferenceId>> {
    tx.rows(
        "SELECT reference_id FROM favourite WHERE shop_id = $1 ORDER BY reference_id",
        params![shop],
        |row| row.get(0),
    )
}

pub fn set_favourite(
    tx: &Tx<'_>,
    shop: OrganisationId,
    reference: ReferenceId,
    wanted: bool,
) -> Result<()> {
    let sql = if wanted {
        "INSERT INTO favourite (shop_id, reference_id) VALUES ($1, $2) ON CONFLICT DO NOTHING"
    } else {
        "DELETE FROM favourite WHERE shop_id = $1 AND reference_id = $2"
    };
    tx.execute(sql, params![shop, reference])?;
    Ok(())
}

/// What guarded offers have left, by reference: the stock of the cycle, and what producers have on hand. A
/// query for each book, and for every 64 offers in it.
pub fn stock_left(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    offers: &[(ReferenceId, OrganisationId, StockMode)],
) -> Result<HashMap<ReferenceId, Quantity>> {
    let mut by_book: BTreeMap<Book, Vec<(ReferenceId, Account)>> = BTreeMap::new();
    for &(reference, producer, mode) in offers {
        let (book, account) = match mode {
            StockMode::OnDemand => continue,
            StockMode::OnHand => (Book::from(producer), Account::Stock(reference)),
            StockMode::PerCycle => (Book::from(hub), Account::CycleStock(cycle, reference)),
        };
        by_book.entry(book).or_default().push((reference, account));
    }
    let mut left = HashMap::new();
    for (book, guarded) in by_book {
        let accounts: Vec<Account> = guarded.iter().map(|(_, account)| *account).collect();
        let free = ledger::free_of(tx, book, &accounts)?;
        left.extend(guarded.iter().zip(free).map(|((reference, _), free)| (*reference, Quantity(free))));
    }
    Ok(left)
}

/// How many lines and units each shop of a cycle ordered.
pub fn counts(tx: &Tx<'_>, hub: CoalitionId, cycle: CycleId) -> Result<HashMap<OrganisationId, i64>> {
    let counts = tx.rows(
        "SELECT shop_id, COUNT(*) FROM order_line WHERE hub_id = $1 AND cycle_id = $2 AND ordered > 0
         GROUP BY shop_id ORDER BY shop_id",
        params![hub, cycle],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(counts.into_iter().collect())
}
