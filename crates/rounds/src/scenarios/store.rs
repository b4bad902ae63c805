//! Rehearsed seasons in the database.

use ::store::{Result, Row, Tx, Value, params};
use frame::Who;
use units::CoalitionId;
use uuid::Uuid;

use super::model::{Driven, Given, Scenario, Then};
use crate::fleet::Prices;
use crate::plans::Figures;

pub fn insert(tx: &Tx<'_>, who: &Who, hub: CoalitionId, scenario: &Scenario, given: &str) -> Result<()> {
    tx.execute(
        "INSERT INTO scenario (hub_id, id, first_day, last_day, rule, given, seed, iterations, engine,
             made_at, made_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        params![
            hub,
            scenario.id,
            scenario.first,
            scenario.last,
            Value::code(scenario.given.rule()),
            given,
            scenario.seed,
            scenario.iterations,
            &scenario.engine,
            who.at,
            who.person,
        ],
    )?;
    Ok(())
}

/// Keeps a day of a season, with what it was planned from.
pub fn insert_day(
    tx: &Tx<'_>,
    hub: CoalitionId,
    scenario: Uuid,
    driven: &Driven,
    description: &str,
) -> Result<()> {
    let figures = &driven.figures;
    tx.execute(
        "INSERT INTO scenario_day (hub_id, scenario_id, side, day, part, rounds, metres, cents, seconds,
             grams, left_out, description)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        params![
            hub,
            scenario,
            Value::code(driven.side),
            driven.day,
            driven.part,
            figures.rounds,
            figures.metres,
            figures.cents,
            figures.seconds,
            figures.grams,
            figures.left_out,
            description,
        ],
    )?;
    Ok(())
}

/// Keeps the vehicles of a season as they are today.
pub fn insert_vehicles(tx: &Tx<'_>, hub: CoalitionId, scenario: Uuid, vehicles: &[Then]) -> Result<()> {
    let rows = vehicles.iter().map(|one| {
        [
            hub.into(),
            scenario.into(),
            one.vehicle.into(),
            (&one.name).into(),
            one.prices.fixed.into(),
            one.prices.per_km.into(),
            one.prices.per_hour.into(),
            one.prices.per_stop.into(),
            one.grams_per_km.into(),
        ]
    });
    tx.insert_all(
        "scenario_vehicle (hub_id, scenario_id, vehicle_id, name, fixed_cents, cents_per_km, cents_per_hour,
             cents_per_stop, grams_per_km)",
        rows,
        "",
    )?;
    Ok(())
}

/// The vehicles of a season as they were then, by name.
pub fn vehicles(tx: &Tx<'_>, hub: CoalitionId, scenario: Uuid) -> Result<Vec<Then>> {
    tx.rows(
        "SELECT vehicle_id, name, fixed_cents, cents_per_km, cents_per_hour, cents_per_stop, grams_per_km
         FROM scenario_vehicle WHERE hub_id = $1 AND scenario_id = $2 ORDER BY name, vehicle_id",
        params![hub, scenario],
        |row| {
            let prices = Prices {
                fixed: row.get(2)?,
                per_km: row.get(3)?,
                per_hour: row.get(4)?,
                per_stop: row.get(5)?,
            };
            Ok(Then { vehicle: row.get(0)?, name: row.get(1)?, prices, grams_per_km: row.get(6)? })
        },
    )
}

const COLUMNS: &str = "id, first_day, last_day, given, seed, iterations, engine";

/// The seasons of a hub, the latest first.
pub fn all(tx: &Tx<'_>, hub: CoalitionId) -> Result<Vec<Scenario>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM scenario WHERE hub_id = $1 ORDER BY made_at DESC, id DESC LIMIT 100"
    );
    Ok(tx.rows(&sql, params![hub], read)?.into_iter().flatten().collect())
}

pub fn find(tx: &Tx<'_>, hub: CoalitionId, id: Uuid) -> Result<Option<Scenario>> {
    let sql = format!("SELECT {COLUMNS} FROM scenario WHERE hub_id = $1 AND id = $2");
    Ok(tx.row(&sql, params![hub, id], read)?.flatten())
}

/// None where what the rule was given is not of this version.
fn read(row: &Row<'_>) -> Result<Option<Scenario>> {
    let given: String = row.get(3)?;
    let Ok(given) = serde_json::from_str::<Given>(&given) else { return Ok(None) };
    Ok(Some(Scenario {
        id: row.get(0)?,
        first: row.get(1)?,
        last: row.get(2)?,
        given,
        seed: row.get(4)?,
        iterations: row.get(5)?,
        engine: row.get(6)?,
    }))
}

/// The days of a season, each with what it was planned from.
pub fn days(tx: &Tx<'_>, hub: CoalitionId, scenario: Uuid) -> Result<Vec<Driven>> {
    tx.rows(
        "SELECT side, day, part, rounds, metres, cents, seconds, grams, left_out FROM scenario_day
         WHERE hub_id = $1 AND scenario_id = $2 ORDER BY day, side, part",
        params![hub, scenario],
        |row| {
            Ok(Driven {
                side: row.code(0)?,
                day: row.get(1)?,
                part: row.get(2)?,
                figures: Figures {
                    rounds: row.get(3)?,
                    metres: row.get(4)?,
                    cents: row.get(5)?,
                    seconds: row.get(6)?,
                    grams: row.get(7)?,
                    left_out: row.get(8)?,
                    ..Figures::default()
                },
            })
        },
    )
}

/// What the days of a season were planned from, in the order of [`days`].
pub fn descriptions(tx: &Tx<'_>, hub: CoalitionId, scenario: Uuid) -> Result<Vec<String>> {
    tx.rows(
        "SELECT description FROM scenario_day WHERE hub_id = $1 AND scenario_id = $2
         ORDER BY day, side, part",
        params![hub, scenario],
        |row| row.get(0),
    )
}
