//! Plans and published rounds in the database.

use ::store::{Result, Row, Tx, Value, params};
use economy::shipments::Place;
use frame::Who;
use jiff::Timestamp;
use jiff::civil::Date;
use units::{CoalitionId, PersonId, PlanId, ShipmentId};

use super::model::{Crew, Figures, Halt, HaltItem, Lock, Plan, Round, State};
use crate::fleet::Prices;
use crate::road::Learnt;

const COLUMNS: &str =
    "id, day, number, goal, made, base_id, seed, iterations, ended_at_iteration, engine,
    ways, ways_of, state, rounds, metres, cents, seconds, grams, fill, late_seconds, left_out, made_at,
    made_by, published_at, published_by";

/// Writes a new plan with its `description` and `result`, both JSON.
pub fn insert(
    tx: &Tx<'_>,
    hub: CoalitionId,
    plan: &Plan,
    description: &str,
    result: &str,
) -> Result<()> {
    let (p, f) = (plan, &plan.figures);
    tx.execute(
        &format!(
            "INSERT INTO plan (hub_id, {COLUMNS}, description, result)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
                 $20, $21, $22, $23, $24, $25, $26, $27, $28)"
        ),
        params![
            hub,
            p.id,
            p.day,
            p.number,
            Value::code(p.goal),
            Value::code(p.made),
            p.base,
            p.seed,
            p.iterations,
            p.ended_at_iteration,
            &p.engine,
            Value::code(p.ways),
            &p.ways_of,
            Value::code(p.state),
            f.rounds,
            f.metres,
            f.cents,
            f.seconds,
            f.grams,
            f.fill,
            f.late_seconds,
            f.left_out,
            p.made_at,
            p.made_by,
            p.published_at,
            p.published_by,
            description,
            result,
        ],
    )?;
    Ok(())
}

/// The next number of a day's plans.
pub fn next_number(tx: &Tx<'_>, hub: CoalitionId, day: Date) -> Result<i64> {
    tx.number(
        "SELECT COALESCE(MAX(number), 0) + 1 FROM plan WHERE hub_id = $1 AND day = $2",
        params![hub, day],
    )
}

pub fn find(tx: &Tx<'_>, hub: CoalitionId, id: PlanId) -> Result<Option<Plan>> {
    let sql = format!("SELECT {COLUMNS} FROM plan WHERE hub_id = $1 AND id = $2");
    tx.row(&sql, params![hub, id], read)
}

/// The plans of a day, the oldest first.
pub fn of_day(tx: &Tx<'_>, hub: CoalitionId, day: Date) -> Result<Vec<Plan>> {
    let sql = format!("SELECT {COLUMNS} FROM plan WHERE hub_id = $1 AND day = $2 ORDER BY number");
    tx.rows(&sql, params![hub, day], read)
}

/// The plan that is driven on a day.
pub fn published_on(tx: &Tx<'_>, hub: CoalitionId, day: Date) -> Result<Option<Plan>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM plan WHERE hub_id = $1 AND day = $2 AND state = 'published'
         ORDER BY number DESC LIMIT 1"
    );
    tx.row(&sql, params![hub, day], read)
}

/// Published plans of these days, both included, by day.
pub fn published_between(tx: &Tx<'_>, hub: CoalitionId, first: Date, last: Date) -> Result<Vec<Plan>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM plan WHERE hub_id = $1 AND day >= $2 AND day <= $3 AND state = 'published'
         ORDER BY day, number"
    );
    tx.rows(&sql, params![hub, first, last], read)
}

/// What all published plans of a hub cost.
pub fn published_cents(tx: &Tx<'_>, hub: CoalitionId) -> Result<i64> {
    tx.number(
        "SELECT CAST(COALESCE(SUM(cents), 0) AS BIGINT) FROM plan WHERE hub_id = $1 AND state = 'published'",
        params![hub],
    )
}

/// The JSON of the description and of the result.
pub fn texts(tx: &Tx<'_>, hub: CoalitionId, id: PlanId) -> Result<Option<(String, String)>> {
    tx.row(
        "SELECT description, result FROM plan WHERE hub_id = $1 AND id = $2",
        params![hub, id],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Turns a plan of this state into another, where it still is in it.
pub fn set_state(tx: &Tx<'_>, hub: CoalitionId, id: PlanId, from: State, to: State) -> Result<u64> {
    tx.execute(
        "UPDATE plan SET state = $4 WHERE hub_id = $1 AND id = $2 AND state = $3",
        params![hub, id, Value::code(from), Value::code(to)],
    )
}

pub fn note_published(
    tx: &Tx<'_>,
    hub: CoalitionId,
    id: PlanId,
    by: PersonId,
    at: Timestamp,
) -> Result<u64> {
    tx.execute(
        "UPDATE plan SET published_at = $3, published_by = $4 WHERE hub_id = $1 AND id = $2",
        params![hub, id, at, by],
    )
}

fn read(row: &Row<'_>) -> Result<Plan> {
    Ok(Plan {
        id: row.get(0)?,
        day: row.get(1)?,
        number: row.get(2)?,
        goal: row.code(3)?,
        made: row.code(4)?,
        base: row.get(5)?,
        seed: row.get(6)?,
        iterations: row.get(7)?,
        ended_at_iteration: row.get(8)?,
        engine: row.get(9)?,
        ways: row.code(10)?,
        ways_of: row.get(11)?,
        state: row.code(12)?,
        figures: Figures {
            rounds: row.get(13)?,
            metres: row.get(14)?,
            cents: row.get(15)?,
            seconds: row.get(16)?,
            grams: row.get(17)?,
            fill: row.get(18)?,
            late_seconds: row.get(19)?,
            left_out: row.get(20)?,
        },
        made_at: row.get(21)?,
        made_by: row.get(22)?,
        published_at: row.get(23)?,
        published_by: row.get(24)?,
    })
}

pub fn insert_crews(tx: &Tx<'_>, hub: CoalitionId, plan: PlanId, crews: &[Crew]) -> Result<()> {
    let rows = crews.iter().enumerate().map(|(at, crew)| {
        [
            hub.into(),
            plan.into(),
            crew.vehicle.into(),
            (at as i64).into(),
            crew.driver.into(),
            crew.prices.fixed.into(),
            crew.prices.per_km.into(),
            crew.prices.per_hour.into(),
            crew.prices.per_stop.into(),
            crew.grams_per_km.into(),
        ]
    });
    tx.insert_all(
        "plan_vehicle (hub_id, plan_id, vehicle_id, place, driver_id, fixed_cents, cents_per_km,
             cents_per_hour, cents_per_stop, grams_per_km)",
        rows,
        "",
    )?;
    Ok(())
}

/// In the order of the description's vehicles.
pub fn crews(tx: &Tx<'_>, hub: CoalitionId, plan: PlanId) -> Result<Vec<Crew>> {
    tx.rows(
        "SELECT vehicle_id, driver_id, fixed_cents, cents_per_km, cents_per_hour, cents_per_stop,
             grams_per_km
         FROM plan_vehicle WHERE hub_id = $1 AND plan_id = $2 ORDER BY place",
        params![hub, plan],
        |row| {
            let prices = Prices {
                fixed: row.get(2)?,
                per_km: row.get(3)?,
                per_hour: row.get(4)?,
                per_stop: row.get(5)?,
            };
            Ok(Crew { vehicle: row.get(0)?, driver: row.get(1)?, prices, grams_per_km: row.get(6)? })
        },
    )
}

/// Writes at which sites the minutes of a plan were learnt.
pub fn insert_learnt(
    tx: &Tx<'_>,
    hub: CoalitionId,
    plan: PlanId,
    learnt: &[(Place, Learnt)],
) -> Result<()> {
    let rows = learnt.iter().map(|(place, learnt)| {
        [
            hub.into(),
            plan.into(),
            place.organisation.into(),
            place.site.into(),
            learnt.seconds.into(),
            (learnt.halts as i64).into(),
        ]
    });
    tx.insert_all("plan_learnt (hub_id, plan_id, organisation_id, site_id, seconds, halts)", rows, "")?;
    Ok(())
}

pub fn learnt(tx: &Tx<'_>, hub: CoalitionId, plan: PlanId) -> Result<Vec<(Place, Learnt)>> {
    tx.rows(
        "SELECT organisation_id, site_id, seconds, halts FROM plan_learnt
         WHERE hub_id = $1 AND plan_id = $2 ORDER BY site_id",
        params![hub, plan],
        |row| {
            let place = Place { organisation: row.get(0)?, site: row.get(1)? };
            let halts = usize::try_from(row.get::<i64>(3)?).unwrap_or_default();
            Ok((place, Learnt { seconds: row.get(2)?, halts }))
        },
    )
}

pub fn insert_lock(tx: &Tx<'_>, who: &Who, hub: CoalitionId, plan: PlanId, lock: Lock) -> Result<()> {
    tx.execute(
        "INSERT INTO plan_lock (hub_id, plan_id, shipment_id, vehicle_id, locked_at, locked_by)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (hub_id, plan_id, shipment_id) DO UPDATE SET vehicle_id = excluded.vehicle_id,
             locked_at = excluded.locked_at, locked_by = excluded.locked_by",
        params![hub, plan, lock.shipment, lock.vehicle, who.at, who.person],
    )?;
    Ok(())
}

pub fn delete_lock(tx: &Tx<'_>, hub: CoalitionId, plan: PlanId, shipment: ShipmentId) -> Result<u64> {
    tx.execute(
        "DELETE FROM plan_lock WHERE hub_id = $1 AND plan_id = $2 AND shipment_id = $3",
        params![hub, plan, shipment],
    )
}

pub fn locks(tx: &Tx<'_>, hub: CoalitionId, plan: PlanId) -> Result<Vec<Lock>> {
    tx.rows(
        "SELECT shipment_id, vehicle_id FROM plan_lock WHERE hub_id = $1 AND plan_id = $2
         ORDER BY shipment_id",
        params![hub, plan],
        |row| Ok(Lock { shipment: row.get(0)?, vehicle: row.get(1)? }),
    )
}

/// Writes the rounds of a plan that is published.
pub fn insert_rounds(tx: &Tx<'_>, hub: CoalitionId, plan: PlanId, rounds: &[Round]) -> Result<()> {
    let rows = rounds.iter().map(|round| {
        [
            hub.into(),
            plan.into(),
            round.number.into(),
            round.vehicle.into(),
            round.driver.into(),
            round.departs_at.into(),
            round.arrives_at.into(),
            round.metres.into(),
            round.cents.into(),
        ]
    });
    tx.insert_all(
        "round (hub_id, plan_id, number, vehicle_id, driver_id, departs_at, arrives_at, metres, cents)",
        rows,
        "",
    )?;
    insert_halts(tx, hub, plan, rounds)?;
    insert_items(tx, hub, plan, rounds)
}

fn insert_halts(tx: &Tx<'_>, hub: CoalitionId, plan: PlanId, rounds: &[Round]) -> Result<()> {
    let halts = rounds.iter().flat_map(|round| round.halts.iter().map(move |halt| (round, halt)));
    let rows = halts.map(|(round, halt)| {
        [
            hub.into(),
            plan.into(),
            round.number.into(),
            halt.place.into(),
            halt.at.organisation.into(),
            halt.at.site.into(),
            halt.arrives_at.into(),
            halt.begins_at.into(),
            halt.leaves_at.into(),
        ]
    });
    tx.insert_all(
        "halt (hub_id, plan_id, round_number, place, organisation_id, site_id, arrives_at, begins_at,
             leaves_at)",
        rows,
        "",
    )?;
    Ok(())
}

fn insert_items(tx: &Tx<'_>, hub: CoalitionId, plan: PlanId, rounds: &[Round]) -> Result<()> {
    let halts = rounds.iter().flat_map(|round| round.halts.iter().map(move |halt| (round, halt)));
    let items = halts.flat_map(|(round, halt)| halt.items.iter().map(move |item| (round, halt, item)));
    let rows = items.map(|(round, halt, item)| {
        [
            hub.into(),
            plan.into(),
            round.number.into(),
            halt.place.into(),
            item.shipment.into(),
            Value::code(item.does),
        ]
    });
    tx.insert_all("halt_item (hub_id, plan_id, round_number, place, shipment_id, does)", rows, "")?;
    Ok(())
}

/// The rounds of a published plan with their halts, in order.
pub fn rounds(tx: &Tx<'_>, hub: CoalitionId, plan: PlanId) -> Result<Vec<Round>> {
    let mut rounds = tx.rows(
        "SELECT number, vehicle_id, driver_id, departs_at, arrives_at, metres, cents FROM round
         WHERE hub_id = $1 AND plan_id = $2 ORDER BY number",
        params![hub, plan],
        |row| {
            Ok(Round {
                number: row.get(0)?,
                vehicle: row.get(1)?,
                driver: row.get(2)?,
                departs_at: row.get(3)?,
                arrives_at: row.get(4)?,
                metres: row.get(5)?,
                cents: row.get(6)?,
                halts: Vec::new(),
            })
        },
    )?;
    for (number, halt) in halts(tx, hub, plan)? {
        if let Some(round) = rounds.iter_mut().find(|round| round.number == number) {
            round.halts.push(halt);
        }
    }
    Ok(rounds)
}

/// The halts of a plan, each with its round's number, in order.
fn halts(tx: &Tx<'_>, hub: CoalitionId, plan: PlanId) -> Result<Vec<(i64, Halt)>> {
    let mut halts = tx.rows(
        "SELECT round_number, place, organisation_id, site_id, arrives_at, begins_at, leaves_at FROM halt
         WHERE hub_id = $1 AND plan_id = $2 ORDER BY round_number, place",
        params![hub, plan],
        |row| {
            let halt = Halt {
                place: row.get(1)?,
                at: Place { organisation: row.get(2)?, site: row.get(3)? },
                arrives_at: row.get(4)?,
                begins_at: row.get(5)?,
                leaves_at: row.get(6)?,
                items: Vec::new(),
            };
            Ok((row.get::<i64>(0)?, halt))
        },
    )?;
    let items = tx.rows(
        "SELECT round_number, place, shipment_id, does FROM halt_item
         WHERE hub_id = $1 AND plan_id = $2 ORDER BY round_number, place, does DESC, shipment_id",
        params![hub, plan],
        |row| {
            let item = HaltItem { shipment: row.get::<ShipmentId>(2)?, does: row.code(3)? };
            Ok(((row.get::<i64>(0)?, row.get::<i64>(1)?), item))
        },
    )?;
    let mut halts_by_place = std::collections::BTreeMap::new();
    for (at, (round, halt)) in halts.iter().enumerate() {
        halts_by_place.insert((*round, halt.place), at);
    }
    for (place, item) in items {
        if let Some(&at) = halts_by_place.get(&place) {
            halts[at].1.items.push(item);
        }
    }
    Ok(halts)
}

/// Who drives a round of a published plan.
pub fn set_driver(
    tx: &Tx<'_>,
    hub: CoalitionId,
    plan: PlanId,
    round: i64,
    driver: Option<PersonId>,
) -> Result<u64> {
    tx.execute(
        "UPDATE round SET driver_id = $4 WHERE hub_id = $1 AND plan_id = $2 AND number = $3",
        params![hub, plan, round, driver],
    )
}
