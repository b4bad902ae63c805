//! What happened on the road, in the database.

use std::collections::BTreeMap;

use ::store::{Result, Tx, Value, params};
use frame::Who;
use jiff::Timestamp;
use jiff::civil::Date;
use units::{CoalitionId, PersonId, PlanId, ShipmentId, SiteId};

use super::model::{Crates, Deed, HaltRun, Leaving, Refusal, RoundRun};

/// A round of a published plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Drive {
    pub hub: CoalitionId,
    pub plan: PlanId,
    pub round: i64,
}

/// A round in a list: enough to find it by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    pub drive: Drive,
    pub day: Date,
    pub vehicle: String,
    pub departs_at: Timestamp,
    pub arrives_at: Timestamp,
    pub halts: i64,
    pub departed_at: Option<Timestamp>,
    pub ended_at: Option<Timestamp>,
}

/// The rounds of published plans from a day on, of one driver or of all.
pub fn drives(
    tx: &Tx<'_>,
    hub: CoalitionId,
    driver: Option<PersonId>,
    from: Date,
) -> Result<Vec<Listed>> {
    tx.rows(
        "SELECT p.id, r.number, p.day, v.name, r.departs_at, r.arrives_at,
             (SELECT COUNT(*) FROM halt h
              WHERE h.hub_id = r.hub_id AND h.plan_id = r.plan_id AND h.round_number = r.number),
             n.departed_at, n.ended_at
         FROM plan p
             JOIN round r ON r.hub_id = p.hub_id AND r.plan_id = p.id
             JOIN vehicle v ON v.hub_id = r.hub_id AND v.id = r.vehicle_id
             LEFT JOIN round_run n
                 ON n.hub_id = r.hub_id AND n.plan_id = r.plan_id AND n.round_number = r.number
         WHERE p.hub_id = $1 AND p.state = 'published' AND p.day >= $2
             AND (CAST($3 AS TEXT) IS NULL OR r.driver_id = $3)
         ORDER BY p.day, r.departs_at, r.number LIMIT 200",
        params![hub, from, driver],
        |row| {
            Ok(Listed {
                drive: Drive { hub, plan: row.get(0)?, round: row.get(1)? },
                day: row.get(2)?,
                vehicle: row.get(3)?,
                departs_at: row.get(4)?,
                arrives_at: row.get(5)?,
                halts: row.get(6)?,
                departed_at: row.get(7)?,
                ended_at: row.get(8)?,
            })
        },
    )
}

/// Takes the key of an act: whether it was free, else the digest of what was sent under it.
pub fn claim(tx: &Tx<'_>, who: &Who, drive: Drive, deed: &Deed, digest: &str) -> Result<Option<String>> {
    let taken = tx.execute(
        "INSERT INTO road_act (hub_id, plan_id, round_number, act_key, number, kind, place, happened_at,
             received_at, person_id, digest)
         SELECT $1, $2, $3, $4, COALESCE(MAX(number), 0) + 1, $5, $6, $7, $8, $9, $10
         FROM road_act WHERE hub_id = $1 AND plan_id = $2 AND round_number = $3
         ON CONFLICT (hub_id, plan_id, round_number, act_key) DO NOTHING",
        params![
            drive.hub,
            drive.plan,
            drive.round,
            &deed.key,
            Value::code(deed.what.kind()),
            deed.what.place(),
            deed.at,
            who.at,
            who.person,
            digest,
        ],
    )?;
    if taken == 1 {
        return Ok(None);
    }
    tx.row(
        "SELECT digest FROM road_act
         WHERE hub_id = $1 AND plan_id = $2 AND round_number = $3 AND act_key = $4",
        params![drive.hub, drive.plan, drive.round, &deed.key],
        |row| row.get(0),
    )
}

/// The acts of a round by their keys, in the order that they came in.
pub fn acts(tx: &Tx<'_>, drive: Drive) -> Result<Vec<(String, String, Option<i64>)>> {
    tx.rows(
        "SELECT act_key, kind, place FROM road_act
         WHERE hub_id = $1 AND plan_id = $2 AND round_number = $3 ORDER BY number",
        params![drive.hub, drive.plan, drive.round],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}

/// Begins the record of a round, unless it has begun.
fn begin_round(tx: &Tx<'_>, drive: Drive) -> Result<()> {
    tx.execute(
        "INSERT INTO round_run (hub_id, plan_id, round_number, late_minutes, extra_cents, note)
         VALUES ($1, $2, $3, 0, 0, '') ON CONFLICT (hub_id, plan_id, round_number) DO NOTHING",
        params![drive.hub, drive.plan, drive.round],
    )?;
    Ok(())
}

fn begin_halt(tx: &Tx<'_>, drive: Drive, place: i64) -> Result<()> {
    tx.execute(
        "INSERT INTO halt_run (hub_id, plan_id, round_number, place, met, signature, code, note)
         VALUES ($1, $2, $3, $4, '', '', '', '')
         ON CONFLICT (hub_id, plan_id, round_number, place) DO NOTHING",
        params![drive.hub, drive.plan, drive.round, place],
    )?;
    Ok(())
}

/// Notes when a round left; the first time counts. Whether it is the first.
pub fn depart(tx: &Tx<'_>, drive: Drive, at: Timestamp) -> Result<bool> {
    begin_round(tx, drive)?;
    let first = tx.execute(
        "UPDATE round_run SET departed_at = $4
         WHERE hub_id = $1 AND plan_id = $2 AND round_number = $3 AND departed_at IS NULL",
        params![drive.hub, drive.plan, drive.round, at],
    )?;
    Ok(first == 1)
}

pub fn arrive(tx: &Tx<'_>, drive: Drive, place: i64, at: Timestamp) -> Result<()> {
    begin_halt(tx, drive, place)?;
    tx.execute(
        "UPDATE halt_run SET arrived_at = $5
         WHERE hub_id = $1 AND plan_id = $2 AND round_number = $3 AND place = $4 AND arrived_at IS NULL",
        params![drive.hub, drive.plan, drive.round, place, at],
    )?;
    Ok(())
}

/// Writes down that a halt is over, unless it was: then nothing is written, and false comes back.
pub fn leave(
    tx: &Tx<'_>,
    drive: Drive,
    at: Timestamp,
    leaving: &Leaving,
    is_code_right: Option<bool>,
) -> Result<bool> {
    begin_halt(tx, drive, leaving.place)?;
    let first = tx.execute(
        "UPDATE halt_run SET left_at = $5, met = $6, signature = $7, code = $8, is_code_right = $9,
             cold_temperature = $10, frozen_temperature = $11, note = $12
         WHERE hub_id = $1 AND plan_id = $2 AND round_number = $3 AND place = $4 AND left_at IS NULL",
        params![
            drive.hub,
            drive.plan,
            drive.round,
            leaving.place,
            at,
            &leaving.met,
            &leaving.signature,
            &leaving.code,
            is_code_right,
            leaving.cold,
            leaving.frozen,
            &leaving.note,
        ],
    )?;
    if first == 0 {
        return Ok(false);
    }
    let rows = leaving.crates.iter().map(|one| {
        [
            drive.hub.into(),
            drive.plan.into(),
            drive.round.into(),
            leaving.place.into(),
            one.container.into(),
            one.given.into(),
            one.taken.into(),
        ]
    });
    tx.insert_all(
        "halt_crate (hub_id, plan_id, round_number, place, container_id, given, taken)",
        rows,
        "",
    )?;
    Ok(true)
}

/// Writes a refusal; the latest of a shipment at a halt counts.
pub fn refuse(tx: &Tx<'_>, drive: Drive, at: Timestamp, refusal: &Refusal) -> Result<()> {
    tx.execute(
        "INSERT INTO refusal (hub_id, plan_id, round_number, place, shipment_id, crates, because, note,
             picture, refused_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT (hub_id, plan_id, round_number, place, shipment_id) DO UPDATE SET
             crates = excluded.crates, because = excluded.because, note = excluded.note,
             picture = COALESCE(excluded.picture, refusal.picture), refused_at = excluded.refused_at",
        params![
            drive.hub,
            drive.plan,
            drive.round,
            refusal.place,
            refusal.shipment,
            refusal.crates,
            Value::code(refusal.because),
            &refusal.note,
            refusal.picture.as_deref(),
            at,
        ],
    )?;
    Ok(())
}

pub fn delay(tx: &Tx<'_>, drive: Drive, at: Timestamp, minutes: i64) -> Result<()> {
    begin_round(tx, drive)?;
    tx.execute(
        "UPDATE round_run SET late_minutes = $4, late_told_at = $5
         WHERE hub_id = $1 AND plan_id = $2 AND round_number = $3",
        params![drive.hub, drive.plan, drive.round, minutes, at],
    )?;
    Ok(())
}

/// Notes that a round is back; the first time counts.
pub fn end(
    tx: &Tx<'_>,
    drive: Drive,
    at: Timestamp,
    metres: Option<i64>,
    extra: units::Cents,
    note: &str,
) -> Result<bool> {
    begin_round(tx, drive)?;
    let first = tx.execute(
        "UPDATE round_run SET ended_at = $4, metres = $5, extra_cents = $6, note = $7
         WHERE hub_id = $1 AND plan_id = $2 AND round_number = $3 AND ended_at IS NULL",
        params![drive.hub, drive.plan, drive.round, at, metres, extra, note],
    )?;
    Ok(first == 1)
}

pub fn round_run(tx: &Tx<'_>, drive: Drive) -> Result<RoundRun> {
    let run = tx.row(
        "SELECT departed_at, ended_at, late_minutes, late_told_at, metres, extra_cents, note FROM round_run
         WHERE hub_id = $1 AND plan_id = $2 AND round_number = $3",
        params![drive.hub, drive.plan, drive.round],
        |row| {
            Ok(RoundRun {
                departed_at: row.get(0)?,
                ended_at: row.get(1)?,
                late_minutes: row.get(2)?,
                late_told_at: row.get(3)?,
                metres: row.get(4)?,
                extra: row.get(5)?,
                note: row.get(6)?,
            })
        },
    )?;
    Ok(run.unwrap_or_default())
}

/// The halts of a round that have begun, by their place.
pub fn halt_runs(tx: &Tx<'_>, drive: Drive) -> Result<BTreeMap<i64, HaltRun>> {
    let runs = tx.rows(
        "SELECT place, arrived_at, left_at, met, signature, is_code_right, cold_temperature,
             frozen_temperature, note
         FROM halt_run WHERE hub_id = $1 AND plan_id = $2 AND round_number = $3 ORDER BY place",
        params![drive.hub, drive.plan, drive.round],
        |row| {
            let run = HaltRun {
                arrived_at: row.get(1)?,
                left_at: row.get(2)?,
                met: row.get(3)?,
                signature: row.get(4)?,
                is_code_right: row.get(5)?,
                cold: row.get(6)?,
                frozen: row.get(7)?,
                note: row.get(8)?,
            };
            Ok((row.get(0)?, run))
        },
    )?;
    Ok(runs.into_iter().collect())
}

/// The crates of a round's halts, each with its place.
pub fn crates(tx: &Tx<'_>, drive: Drive) -> Result<Vec<(i64, Crates)>> {
    tx.rows(
        "SELECT place, container_id, given, taken FROM halt_crate
         WHERE hub_id = $1 AND plan_id = $2 AND round_number = $3 ORDER BY place, container_id",
        params![drive.hub, drive.plan, drive.round],
        |row| {
            Ok((row.get(0)?, Crates { container: row.get(1)?, given: row.get(2)?, taken: row.get(3)? }))
        },
    )
}

/// What was refused on a round, without the pictures; whether there is one is said beside.
pub fn refusals(tx: &Tx<'_>, drive: Drive) -> Result<Vec<(Refusal, bool)>> {
    tx.rows(
        "SELECT place, shipment_id, crates, because, note, picture IS NOT NULL FROM refusal
         WHERE hub_id = $1 AND plan_id = $2 AND round_number = $3 ORDER BY place, shipment_id",
        params![drive.hub, drive.plan, drive.round],
        |row| {
            let refusal = Refusal {
                place: row.get(0)?,
                shipment: row.get(1)?,
                crates: row.get(2)?,
                because: row.code(3)?,
                note: row.get(4)?,
                picture: None,
            };
            Ok((refusal, row.get(5)?))
        },
    )
}

pub fn picture(tx: &Tx<'_>, drive: Drive, place: i64, shipment: ShipmentId) -> Result<Option<Vec<u8>>> {
    let found: Option<Option<Vec<u8>>> = tx.row(
        "SELECT picture FROM refusal
         WHERE hub_id = $1 AND plan_id = $2 AND round_number = $3 AND place = $4 AND shipment_id = $5",
        params![drive.hub, drive.plan, drive.round, place, shipment],
        |row| row.get(0),
    )?;
    Ok(found.flatten())
}

/// Keeps an address by which a halt is followed.
pub fn track(
    tx: &Tx<'_>,
    drive: Drive,
    place: i64,
    digest: &str,
    code: &str,
    expires_at: Timestamp,
) -> Result<()> {
    tx.execute(
        "INSERT INTO tracking (hub_id, plan_id, round_number, place, digest, code, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![drive.hub, drive.plan, drive.round, place, digest, code, expires_at],
    )?;
    Ok(())
}

/// The halt that an address leads to, with the code to read out, while the address is good.
pub fn tracked(tx: &Tx<'_>, digest: &str, now: Timestamp) -> Result<Option<(Drive, i64, String)>> {
    tx.row(
        "SELECT hub_id, plan_id, round_number, place, code FROM tracking
         WHERE digest = $1 AND expires_at > $2",
        params![digest, now],
        |row| {
            let drive = Drive { hub: row.get(0)?, plan: row.get(1)?, round: row.get(2)? };
            Ok((drive, row.get(3)?, row.get(4)?))
        },
    )
}

/// The codes that who waits at a halt was given.
pub fn codes(tx: &Tx<'_>, drive: Drive, place: i64) -> Result<Vec<String>> {
    tx.rows(
        "SELECT code FROM tracking
         WHERE hub_id = $1 AND plan_id = $2 AND round_number = $3 AND place = $4 ORDER BY digest",
        params![drive.hub, drive.plan, drive.round, place],
        |row| row.get(0),
    )
}

/// How long each halt of a hub took, the latest first.
pub fn halts_made(tx: &Tx<'_>, hub: CoalitionId) -> Result<Vec<(SiteId, i64)>> {
    tx.rows(
        "SELECT h.site_id, r.left_at - r.arrived_at FROM halt_run r
             JOIN halt h ON h.hub_id = r.hub_id AND h.plan_id = r.plan_id
                 AND h.round_number = r.round_number AND h.place = r.place
         WHERE r.hub_id = $1 AND r.arrived_at IS NOT NULL AND r.left_at IS NOT NULL
         ORDER BY r.left_at DESC, r.plan_id, r.round_number, r.place LIMIT 10000",
        params![hub],
        |row| Ok((row.get(0)?, row.get::<i64>(1)? / 1_000_000)),
    )
}

pub fn forget_tracks(tx: &Tx<'_>, before: Timestamp) -> Result<u64> {
    tx.execute("DELETE FROM tracking WHERE expires_at < $1", params![before])
}
