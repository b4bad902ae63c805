//! Shipments in the database.

use ::store::{Result, Row, Tx, Value, params};
use jiff::civil::Date;
use units::{CoalitionId, CycleId, OrganisationId, PlanId, ShipmentId};

use super::model::{Carried, End, Load, Need, Origin, Shipment, Standing};

const COLUMNS: &str = "id, origin, cycle_id, sender_id, sender_site_id, receiver_id,
    receiver_site_id, first_day, last_day, ready_minute, due_minute, dry_crates, cold_crates, frozen_crates,
    kilograms, needs, standing, plan_id, round_number, note, asked_for_id, added_at, added_by";

/// Writes the shipment as it is, whether new or known.
pub fn save(tx: &Tx<'_>, coalition: CoalitionId, shipment: &Shipment) -> Result<()> {
    let s = shipment;
    tx.execute(
        &format!(
            "INSERT INTO shipment (coalition_id, {COLUMNS})
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
                 $20, $21, $22, $23, $24)
             ON CONFLICT (coalition_id, id) DO UPDATE SET
                 sender_id = excluded.sender_id,
                 sender_site_id = excluded.sender_site_id,
                 receiver_id = excluded.receiver_id, receiver_site_id = excluded.receiver_site_id,
                 first_day = excluded.first_day, last_day = excluded.last_day,
                 ready_minute = excluded.ready_minute, due_minute = excluded.due_minute,
                 dry_crates = excluded.dry_crates, cold_crates = excluded.cold_crates,
                 frozen_crates = excluded.frozen_crates, kilograms = excluded.kilograms,
                 needs = excluded.needs, standing = excluded.standing, plan_id = excluded.plan_id,
                 round_number = excluded.round_number, note = excluded.note"
        ),
        params![
            coalition,
            s.id,
            Value::code(s.origin),
            s.cycle,
            s.from.organisation,
            s.from.site,
            s.to.organisation,
            s.to.site,
            s.first_day,
            s.last_day,
            s.ready,
            s.due,
            s.load.dry,
            s.load.cold,
            s.load.frozen,
            s.load.kilograms,
            Need::written(&s.needs),
            Value::code(s.standing),
            s.carried.map(|carried| carried.plan),
            s.carried.map(|carried| carried.round),
            &s.note,
            s.asked_for,
            s.added_at,
            s.added_by,
        ],
    )?;
    Ok(())
}

pub fn find(tx: &Tx<'_>, coalition: CoalitionId, id: ShipmentId) -> Result<Option<Shipment>> {
    let sql = format!("SELECT {COLUMNS} FROM shipment WHERE coalition_id = $1 AND id = $2");
    tx.row(&sql, params![coalition, id], read)
}

/// Those of these identifiers, in no order.
pub fn all(tx: &Tx<'_>, coalition: CoalitionId, ids: &[ShipmentId]) -> Result<Vec<Shipment>> {
    let mut found = Vec::with_capacity(ids.len());
    for chunk in ids.chunks(500) {
        let places: Vec<String> = (2..=chunk.len() + 1).map(|n| format!("${n}")).collect();
        let sql = format!(
            "SELECT {COLUMNS} FROM shipment WHERE coalition_id = $1 AND id IN ({})",
            places.join(", ")
        );
        let mut params: Vec<Value<'_>> = vec![coalition.into()];
        params.extend(chunk.iter().map(|&id| Value::from(id)));
        found.extend(tx.rows(&sql, &params, read)?);
    }
    Ok(found)
}

/// What may move on this day, cancelled or not, in the order it was added.
pub fn of_day(tx: &Tx<'_>, coalition: CoalitionId, day: Date) -> Result<Vec<Shipment>> {
    between(tx, coalition, day, day)
}

/// What may move on any of these days, both included, cancelled or not, in the order it was added.
pub fn between(tx: &Tx<'_>, coalition: CoalitionId, first: Date, last: Date) -> Result<Vec<Shipment>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM shipment WHERE coalition_id = $1 AND last_day >= $2 AND first_day <= $3
         ORDER BY id LIMIT 20000"
    );
    tx.rows(&sql, params![coalition, first, last], read)
}

/// What a sale moves.
pub fn of_cycle(tx: &Tx<'_>, coalition: CoalitionId, cycle: CycleId) -> Result<Vec<Shipment>> {
    let sql =
        format!("SELECT {COLUMNS} FROM shipment WHERE coalition_id = $1 AND cycle_id = $2 ORDER BY id");
    tx.rows(&sql, params![coalition, cycle], read)
}

/// What a sale moves of this kind between two organisations.
pub fn of_cycle_between(
    tx: &Tx<'_>,
    coalition: CoalitionId,
    cycle: CycleId,
    origin: Origin,
    from: OrganisationId,
    to: OrganisationId,
) -> Result<Option<Shipment>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM shipment WHERE cycle_id = $2 AND origin = $3 AND sender_id = $4
             AND receiver_id = $5 AND coalition_id = $1"
    );
    tx.row(&sql, params![coalition, cycle, Value::code(origin), from, to], read)
}

/// A published round carries it.
pub fn set_carried(
    tx: &Tx<'_>,
    coalition: CoalitionId,
    id: ShipmentId,
    carried: Carried,
) -> Result<u64> {
    tx.execute(
        "UPDATE shipment SET plan_id = $3, round_number = $4, standing = 'carried'
         WHERE coalition_id = $1 AND id = $2 AND standing IN ('waiting', 'carried')",
        params![coalition, id, carried.plan, carried.round],
    )
}

/// No round of this plan carries anything any more.
pub fn release(tx: &Tx<'_>, coalition: CoalitionId, plan: PlanId) -> Result<u64> {
    tx.execute(
        "UPDATE shipment SET plan_id = NULL, round_number = NULL,
             standing = CASE WHEN standing = 'carried' THEN 'waiting' ELSE standing END
         WHERE coalition_id = $1 AND plan_id = $2 AND standing <> 'moved'",
        params![coalition, plan],
    )
}

pub fn set_standing(
    tx: &Tx<'_>,
    coalition: CoalitionId,
    id: ShipmentId,
    standing: Standing,
) -> Result<u64> {
    tx.execute(
        "UPDATE shipment SET standing = $3 WHERE coalition_id = $1 AND id = $2",
        params![coalition, id, Value::code(standing)],
    )
}

fn read(row: &Row<'_>) -> Result<Shipment> {
    let (plan, round): (Option<PlanId>, Option<i64>) = (row.get(17)?, row.get(18)?);
    Ok(Shipment {
        id: row.get(0)?,
        origin: row.code(1)?,
        cycle: row.get(2)?,
        from: End { organisation: row.get(3)?, site: row.get(4)? },
        to: End { organisation: row.get(5)?, site: row.get(6)? },
        first_day: row.get(7)?,
        last_day: row.get(8)?,
        ready: row.get(9)?,
        due: row.get(10)?,
        load: Load {
            dry: row.get(11)?,
            cold: row.get(12)?,
            frozen: row.get(13)?,
            kilograms: row.get(14)?,
        },
        needs: Need::read(&row.get::<String>(15)?),
        standing: row.code(16)?,
        carried: plan.zip(round).map(|(plan, round)| Carried { plan, round }),
        note: row.get(19)?,
        asked_for: row.get(20)?,
        added_at: row.get(21)?,
        added_by: row.get(22)?,
    })
}
