//! Cycles and their snapshots in the database.

use ::store::{Result, Row, Tx, Value, params};
use jiff::Timestamp;
use jiff::civil::Date;
use units::{Cents, CoalitionId, CycleId, OrganisationId, Price, ReferenceId};

use super::model::{Cycle, FrozenTerms, LineFees, Offer, OrderFees};
use crate::catalogue::{Arrangement, StockMode, store as catalogue};

/// Writes a cycle that has not opened as it is, whether new or known; what it was made from stays.
pub fn save(tx: &Tx<'_>, cycle: &Cycle) -> Result<()> {
    let c = cycle;
    tx.execute(
        "INSERT INTO cycle (hub_id, id, number, name, opens_at, closes_at, repeats, made_from_id, opened_at,
             closed_at, settled_at, shortage_rule, shop_payment_days, producer_payment_days, hub_per_order,
             transport_per_order, packing_per_order)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0)
         ON CONFLICT (hub_id, id) DO UPDATE SET name = excluded.name, opens_at = excluded.opens_at,
             closes_at = excluded.closes_at, repeats = excluded.repeats",
        params![c.hub, c.id, c.number, &c.name, c.opens_at, c.closes_at, c.repeats, c.made_from],
    )?;
    tx.execute("DELETE FROM cycle_day WHERE hub_id = $1 AND cycle_id = $2", params![c.hub, c.id])?;
    let days = c.delivery_days.iter().map(|day| [c.hub.into(), c.id.into(), (*day).into()]);
    tx.insert_all("cycle_day (hub_id, cycle_id, delivers_on)", days, "ON CONFLICT DO NOTHING")?;
    Ok(())
}

/// Deletes a cycle that has not opened. Those that were planned from it stand by themselves.
pub fn delete(tx: &Tx<'_>, hub: CoalitionId, id: CycleId) -> Result<()> {
    for table in ["cycle_day", "cycle_without"] {
        tx.execute(
            &format!("DELETE FROM {table} WHERE hub_id = $1 AND cycle_id = $2"),
            params![hub, id],
        )?;
    }
    tx.execute(
        "UPDATE cycle SET made_from_id = NULL WHERE hub_id = $1 AND made_from_id = $2",
        params![hub, id],
    )?;
    tx.execute(
        "DELETE FROM cycle WHERE hub_id = $1 AND id = $2 AND opened_at IS NULL",
        params![hub, id],
    )?;
    Ok(())
}

const CYCLE: &str =
    "SELECT hub_id, id, number, name, opens_at, closes_at, repeats, made_from_id, opened_at,
    closed_at, settled_at, shortage_rule, shop_payment_days, producer_payment_days, hub_per_order,
    transport_per_order, packing_per_order,
    (SELECT string_agg(d.delivers_on, ' ' ORDER BY d.delivers_on) FROM cycle_day d
     WHERE d.hub_id = cycle.hub_id AND d.cycle_id = cycle.id) FROM cycle";

pub fn find(tx: &Tx<'_>, hub: CoalitionId, id: CycleId) -> Result<Option<Cycle>> {
    let sql = format!("{CYCLE} WHERE hub_id = $1 AND id = $2");
    tx.row(&sql, params![hub, id], read)
}

/// The latest cycles, newest first.
pub fn latest(tx: &Tx<'_>, hub: CoalitionId, most: i64) -> Result<Vec<Cycle>> {
    page(tx, hub, 0, most)
}

/// Cycles after the newest `from`, newest first.
pub fn page(tx: &Tx<'_>, hub: CoalitionId, from: i64, most: i64) -> Result<Vec<Cycle>> {
    let sql = format!("{CYCLE} WHERE hub_id = $1 ORDER BY number DESC LIMIT $3 OFFSET $2");
    tx.rows(&sql, params![hub, from, most], read)
}

pub fn count(tx: &Tx<'_>, hub: CoalitionId) -> Result<i64> {
    tx.number("SELECT COUNT(*) FROM cycle WHERE hub_id = $1", params![hub])
}

/// The cycles that are not settled, however old, newest first.
pub fn unsettled(tx: &Tx<'_>, hub: CoalitionId) -> Result<Vec<Cycle>> {
    let sql =
        format!("{CYCLE} WHERE hub_id = $1 AND settled_at IS NULL ORDER BY number DESC LIMIT 1000");
    tx.rows(&sql, params![hub], read)
}

/// The cycle that was made from this one.
pub fn made_from(tx: &Tx<'_>, hub: CoalitionId, id: CycleId) -> Result<Option<CycleId>> {
    tx.row("SELECT id FROM cycle WHERE hub_id = $1 AND made_from_id = $2", params![hub, id], |row| {
        row.get(0)
    })
}

/// Cycles whose time to open or to close has come, in any hub.
pub fn due(tx: &Tx<'_>, now: Timestamp) -> Result<Vec<(CoalitionId, CycleId, bool)>> {
    tx.rows(
        "SELECT hub_id, id, opened_at IS NULL FROM cycle
         WHERE closed_at IS NULL AND ((opened_at IS NULL AND opens_at <= $1) OR closes_at <= $1)
         ORDER BY opens_at, id LIMIT 100",
        params![now],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}

fn read(row: &Row<'_>) -> Result<Cycle> {
    let terms = match row.maybe_code(11)? {
        None => None,
        Some(shortage_rule) => Some(FrozenTerms {
            shortage_rule,
            shop_payment_days: row.get::<Option<i64>>(12)?.unwrap_or_default(),
            producer_payment_days: row.get::<Option<i64>>(13)?.unwrap_or_default(),
            per_order: OrderFees { hub: row.get(14)?, transport: row.get(15)?, packing: row.get(16)? },
        }),
    };
    let days: Option<String> = row.get(17)?;
    let days = days.as_deref().unwrap_or_default().split_whitespace().map(str::parse);
    let days = days.collect::<std::result::Result<_, jiff::Error>>();
    Ok(Cycle {
        hub: row.get(0)?,
        id: row.get(1)?,
        number: row.get(2)?,
        name: row.get(3)?,
        opens_at: row.get(4)?,
        closes_at: row.get(5)?,
        delivery_days: days.map_err(|error| ::store::Error::Other(error.to_string()))?,
        repeats: row.get(6)?,
        made_from: row.get(7)?,
        opened_at: row.get(8)?,
        closed_at: row.get(9)?,
        settled_at: row.get(10)?,
        terms,
    })
}

/// Marks a cycle open with what holds that day; `false` when somebody else has.
pub fn mark_open(tx: &Tx<'_>, cycle: &Cycle, terms: &FrozenTerms, at: Timestamp) -> Result<bool> {
    let marked = tx.execute(
        "UPDATE cycle SET opened_at = $3, shortage_rule = $4, shop_payment_days = $5,
             producer_payment_days = $6, hub_per_order = $7, transport_per_order = $8, packing_per_order = $9
         WHERE hub_id = $1 AND id = $2 AND opened_at IS NULL",
        params![
            cycle.hub,
            cycle.id,
            at,
            Value::code(terms.shortage_rule),
            terms.shop_payment_days,
            terms.producer_payment_days,
            terms.per_order.hub,
            terms.per_order.transport,
            terms.per_order.packing,
        ],
    )?;
    Ok(marked == 1)
}

/// Marks a cycle closed; `false` when it is already, or was never open.
pub fn mark_closed(tx: &Tx<'_>, hub: CoalitionId, id: CycleId, at: Timestamp) -> Result<bool> {
    let marked = tx.execute(
        "UPDATE cycle SET closed_at = $3
         WHERE hub_id = $1 AND id = $2 AND opened_at IS NOT NULL AND closed_at IS NULL",
        params![hub, id, at],
    )?;
    Ok(marked == 1)
}

pub fn mark_settled(tx: &Tx<'_>, hub: CoalitionId, id: CycleId, at: Timestamp) -> Result<()> {
    tx.execute(
        "UPDATE cycle SET settled_at = $3 WHERE hub_id = $1 AND id = $2 AND settled_at IS NULL",
        params![hub, id, at],
    )?;
    Ok(())
}

/// The producers that a cycle leaves out.
pub fn without(tx: &Tx<'_>, hub: CoalitionId, id: CycleId) -> Result<Vec<OrganisationId>> {
    tx.rows(
        "SELECT producer_id FROM cycle_without WHERE hub_id = $1 AND cycle_id = $2 ORDER BY producer_id",
        params![hub, id],
        |row| row.get(0),
    )
}

pub fn set_without(
    tx: &Tx<'_>,
    hub: CoalitionId,
    id: CycleId,
    producers: &[OrganisationId],
) -> Result<()> {
    tx.execute("DELETE FROM cycle_without WHERE hub_id = $1 AND cycle_id = $2", params![hub, id])?;
    let rows = producers.iter().map(|&producer| [hub.into(), id.into(), producer.into()]);
    tx.insert_all("cycle_without (hub_id, cycle_id, producer_id)", rows, "ON CONFLICT DO NOTHING")?;
    Ok(())
}

/// What a cycle that opens may offer: references for sale of the hub's producers.
pub struct OnSale {
    pub reference: ReferenceId,
    pub producer: OrganisationId,
    pub code: String,
    pub version: i64,
    pub stock_mode: StockMode,
    pub cycle_stock: units::Quantity,
    pub second_choice: Option<ReferenceId>,
    pub family: String,
    pub vat: economy::vat::VatCategory,
    pub price: Price,
    pub deposit: Cents,
}

pub fn on_sale(tx: &Tx<'_>, hub: CoalitionId, day: Date) -> Result<Vec<OnSale>> {
    tx.rows(
        "SELECT r.id, r.producer_id, r.code, r.version, r.stock_mode, r.cycle_stock, r.second_choice_id,
             v.family, v.vat_category, v.price, COALESCE(c.deposit, 0)
         FROM membership m
         JOIN reference r ON r.producer_id = m.organisation_id
         JOIN reference_version v ON v.reference_id = r.id AND v.version = r.version
         LEFT JOIN container c ON c.id = v.container_id
         WHERE m.coalition_id = $1 AND m.side = 'producer' AND m.since <= $2
             AND (m.until IS NULL OR m.until >= $2) AND r.withdrawn_at IS NULL AND v.price IS NOT NULL
         ORDER BY r.producer_id, r.id",
        params![hub, day],
        |row| {
            Ok(OnSale {
                reference: row.get(0)?,
                producer: row.get(1)?,
                code: row.get(2)?,
                version: row.get(3)?,
                stock_mode: row.code(4)?,
                cycle_stock: row.get(5)?,
                second_choice: row.get(6)?,
                family: row.get(7)?,
                vat: row.code(8)?,
                price: row.get(9)?,
                deposit: row.get(10)?,
            })
        },
    )
}

/// Writes the snapshot: each reference on sale with its VAT rate and fees.
pub fn insert_offers<'a>(
    tx: &Tx<'_>,
    hub: CoalitionId,
    id: CycleId,
    offers: impl IntoIterator<Item = (&'a OnSale, units::Rate, LineFees)>,
) -> Result<u64> {
    let rows = offers.into_iter().map(|(on_sale, vat_rate, fees)| {
        [
            hub.into(),
            id.into(),
            on_sale.reference.into(),
            on_sale.producer.into(),
            (&on_sale.code).into(),
            on_sale.version.into(),
            on_sale.price.into(),
            vat_rate.into(),
            Value::code(on_sale.stock_mode),
            on_sale.second_choice.into(),
            on_sale.deposit.into(),
            fees.hub_rate.into(),
            fees.transport_rate.into(),
            fees.packing_rate.into(),
            fees.hub_per_unit.into(),
            fees.transport_per_unit.into(),
            fees.packing_per_unit.into(),
        ]
    });
    tx.insert_all(
        "offer (hub_id, cycle_id, reference_id, producer_id, code, version, price, vat_rate, stock_mode,
             second_choice_id, deposit, hub_rate, transport_rate, packing_rate, hub_per_unit,
             transport_per_unit, packing_per_unit)",
        rows,
        "",
    )
}

/// Keeps what producers agreed with shops, for the references that the cycle offers.
pub fn freeze_arrangements(tx: &Tx<'_>, hub: CoalitionId, id: CycleId) -> Result<u64> {
    tx.execute(
        "INSERT INTO offer_arrangement (hub_id, cycle_id, reference_id, shop_id, price, hidden)
         SELECT o.hub_id, o.cycle_id, a.reference_id, a.shop_id, a.price, a.hidden
         FROM offer o JOIN arrangement a ON a.reference_id = o.reference_id
         WHERE o.hub_id = $1 AND o.cycle_id = $2",
        params![hub, id],
    )
}

/// All offers of a cycle.
pub fn offers(tx: &Tx<'_>, hub: CoalitionId, id: CycleId) -> Result<Vec<Offer>> {
    tx.rows(
        "SELECT o.reference_id, o.producer_id, o.code, o.version, o.price, o.vat_rate, o.stock_mode,
             o.second_choice_id, o.deposit, o.hub_rate, o.transport_rate, o.packing_rate, o.hub_per_unit,
             o.transport_per_unit, o.packing_per_unit, v.name, v.description, v.family, v.order_unit,
             v.pay_unit, v.measure_per_unit, v.content, v.content_unit, v.price, v.vat_category, v.storage,
             v.origin, v.certificates, v.allergens, v.step, v.picture_id, v.container_id, v.containers
         FROM offer o JOIN reference_version v ON v.reference_id = o.reference_id AND v.version = o.version
         WHERE o.hub_id = $1 AND o.cycle_id = $2 ORDER BY o.producer_id, o.reference_id",
        params![hub, id],
        |row| {
            Ok(Offer {
                reference: row.get(0)?,
                producer: row.get(1)?,
                code: row.get(2)?,
                version: row.get(3)?,
                price: row.get(4)?,
                vat_rate: row.get(5)?,
                stock_mode: row.code(6)?,
                second_choice: row.get(7)?,
                deposit: row.get(8)?,
                fees: LineFees {
                    hub_rate: row.get(9)?,
                    transport_rate: row.get(10)?,
                    packing_rate: row.get(11)?,
                    hub_per_unit: row.get(12)?,
                    transport_per_unit: row.get(13)?,
                    packing_per_unit: row.get(14)?,
                },
                item: catalogue::read_item(row, 15)?,
            })
        },
    )
}

/// What was agreed for a cycle with shops.
pub fn arrangements(tx: &Tx<'_>, hub: CoalitionId, id: CycleId) -> Result<Vec<Arrangement>> {
    tx.rows(
        "SELECT reference_id, shop_id, price, hidden FROM offer_arrangement
         WHERE hub_id = $1 AND cycle_id = $2 ORDER BY reference_id, shop_id",
        params![hub, id],
        |row| {
            Ok(Arrangement {
                reference: row.get(0)?,
                shop: row.get(1)?,
                price: row.get(2)?,
                hidden: row.get(3)?,
            })
        },
    )
}

/// How many references of how many producers a cycle offers.
pub fn count_offers(tx: &Tx<'_>, hub: CoalitionId, id: CycleId) -> Result<(i64, i64)> {
    let counts = tx.row(
        "SELECT COUNT(*), COUNT(DISTINCT producer_id) FROM offer WHERE hub_id = $1 AND cycle_id = $2",
        params![hub, id],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(counts.unwrap_or_default())
}
