//! Preparations and deliveries in the database.

use ::store::{Result, Row, Tx, params};
use frame::Who;
use jiff::Timestamp;
use units::{CauseId, CoalitionId, CycleId, OrganisationId};

use super::{Delivery, Handed};

pub fn mark_prepared(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    cycle: CycleId,
    shop: OrganisationId,
) -> Result<()> {
    tx.execute(
        "INSERT INTO preparation (hub_id, cycle_id, shop_id, prepared_at, prepared_by)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (hub_id, cycle_id, shop_id) DO UPDATE SET prepared_at = excluded.prepared_at,
             prepared_by = excluded.prepared_by",
        params![hub, cycle, shop, who.at, who.person],
    )?;
    Ok(())
}

/// The shop's goods have changed: they are to be prepared again.
pub fn unmark_prepared(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    shop: OrganisationId,
) -> Result<()> {
    tx.execute(
        "DELETE FROM preparation WHERE hub_id = $1 AND cycle_id = $2 AND shop_id = $3",
        params![hub, cycle, shop],
    )?;
    Ok(())
}

/// The shops whose goods are prepared, with when.
pub fn prepared(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
) -> Result<Vec<(OrganisationId, Timestamp)>> {
    tx.rows(
        "SELECT shop_id, prepared_at FROM preparation WHERE hub_id = $1 AND cycle_id = $2 ORDER BY shop_id",
        params![hub, cycle],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

pub fn insert_delivery(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    cycle: CycleId,
    id: CauseId,
    delivery: &Delivery,
    handed: &[Handed],
) -> Result<()> {
    tx.execute(
        "INSERT INTO delivery (hub_id, cycle_id, shop_id, id, number, delivered_at, delivered_by, taken_by,
             note)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![
            hub,
            cycle,
            delivery.shop,
            id,
            delivery.number,
            who.at,
            who.person,
            &delivery.taken_by,
            &delivery.note,
        ],
    )?;
    let rows = handed.iter().map(|one| {
        [
            hub.into(),
            cycle.into(),
            delivery.shop.into(),
            one.container.into(),
            one.extra_out.into(),
            one.back.into(),
        ]
    });
    tx.insert_all(
        "delivery_container (hub_id, cycle_id, shop_id, container_id, extra_out, back)",
        rows,
        "",
    )?;
    Ok(())
}

const DELIVERY: &str =
    "SELECT shop_id, number, delivered_at, delivered_by, taken_by, note FROM delivery";

pub fn delivery(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    shop: OrganisationId,
) -> Result<Option<Delivery>> {
    let sql = format!("{DELIVERY} WHERE hub_id = $1 AND cycle_id = $2 AND shop_id = $3");
    tx.row(&sql, params![hub, cycle, shop], read)
}

pub fn deliveries(tx: &Tx<'_>, hub: CoalitionId, cycle: CycleId) -> Result<Vec<Delivery>> {
    let sql = format!("{DELIVERY} WHERE hub_id = $1 AND cycle_id = $2 ORDER BY shop_id");
    tx.rows(&sql, params![hub, cycle], read)
}

fn read(row: &Row<'_>) -> Result<Delivery> {
    Ok(Delivery {
        shop: row.get(0)?,
        number: row.get(1)?,
        delivered_at: row.get(2)?,
        delivered_by: row.get(3)?,
        taken_by: row.get(4)?,
        note: row.get(5)?,
    })
}

pub fn handed(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    shop: OrganisationId,
) -> Result<Vec<Handed>> {
    tx.rows(
        "SELECT container_id, extra_out, back FROM delivery_container
         WHERE hub_id = $1 AND cycle_id = $2 AND shop_id = $3 ORDER BY container_id",
        params![hub, cycle, shop],
        |row| Ok(Handed { container: row.get(0)?, extra_out: row.get(1)?, back: row.get(2)? }),
    )
}
