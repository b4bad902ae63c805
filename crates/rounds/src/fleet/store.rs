//! Vehicles, drivers and absences in the database.

use ::store::{Result, Row, Tx, Value, params};
use economy::shipments::{Load, Need, Place};
use frame::Who;
use jiff::civil::Date;
use units::{CoalitionId, PersonId, VehicleId};
use uuid::Uuid;

use super::model::{Absence, Absent, Costing, Driver, Prices, Shift, Vehicle};

const VEHICLE: &str = "id, organisation_id, site_id, name, kind, fuel, dry_crates, cold_crates,
    frozen_crates, kilograms, traits, fixed_cents, cents_per_km, cents_per_hour, cents_per_stop,
    grams_per_km, weekdays, from_minute, to_minute, retired_on";

/// Writes the vehicle as it is, whether new or known.
pub fn save(tx: &Tx<'_>, who: &Who, hub: CoalitionId, vehicle: &Vehicle) -> Result<()> {
    let v = vehicle;
    tx.execute(
        &format!(
            "INSERT INTO vehicle (hub_id, {VEHICLE}, changed_at, changed_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
                 $20, $21, $22, $23)
             ON CONFLICT (hub_id, id) DO UPDATE SET organisation_id = excluded.organisation_id,
                 site_id = excluded.site_id, name = excluded.name, kind = excluded.kind,
                 fuel = excluded.fuel, dry_crates = excluded.dry_crates,
                 cold_crates = excluded.cold_crates, frozen_crates = excluded.frozen_crates,
                 kilograms = excluded.kilograms, traits = excluded.traits,
                 fixed_cents = excluded.fixed_cents, cents_per_km = excluded.cents_per_km,
                 cents_per_hour = excluded.cents_per_hour, cents_per_stop = excluded.cents_per_stop,
                 grams_per_km = excluded.grams_per_km, weekdays = excluded.weekdays,
                 from_minute = excluded.from_minute, to_minute = excluded.to_minute,
                 retired_on = excluded.retired_on, changed_at = excluded.changed_at,
                 changed_by = excluded.changed_by"
        ),
        params![
            hub,
            v.id,
            v.home.organisation,
            v.home.site,
            &v.name,
            Value::code(v.kind),
            Value::code(v.fuel),
            v.holds.dry,
            v.holds.cold,
            v.holds.frozen,
            v.holds.kilograms,
            Need::written(&v.traits),
            v.prices.map(|prices| prices.fixed),
            v.prices.map(|prices| prices.per_km),
            v.prices.map(|prices| prices.per_hour),
            v.prices.map(|prices| prices.per_stop),
            v.grams_per_km,
            v.shift.weekdays_written(),
            v.shift.from,
            v.shift.to,
            v.retired_on,
            who.at,
            who.person,
        ],
    )?;
    Ok(())
}

/// All vehicles that there are and were, by name.
pub fn vehicles(tx: &Tx<'_>, hub: CoalitionId) -> Result<Vec<Vehicle>> {
    let sql = format!("SELECT {VEHICLE} FROM vehicle WHERE hub_id = $1 ORDER BY name, id");
    tx.rows(&sql, params![hub], read_vehicle)
}

pub fn vehicle(tx: &Tx<'_>, hub: CoalitionId, id: VehicleId) -> Result<Option<Vehicle>> {
    let sql = format!("SELECT {VEHICLE} FROM vehicle WHERE hub_id = $1 AND id = $2");
    tx.row(&sql, params![hub, id], read_vehicle)
}

fn read_vehicle(row: &Row<'_>) -> Result<Vehicle> {
    let fixed: Option<units::Cents> = row.get(11)?;
    let prices = match fixed {
        None => None,
        Some(fixed) => {
            Some(Prices { fixed, per_km: row.get(12)?, per_hour: row.get(13)?, per_stop: row.get(14)? })
        }
    };
    Ok(Vehicle {
        id: row.get(0)?,
        home: Place { organisation: row.get(1)?, site: row.get(2)? },
        name: row.get(3)?,
        kind: row.code(4)?,
        fuel: row.code(5)?,
        holds: Load { dry: row.get(6)?, cold: row.get(7)?, frozen: row.get(8)?, kilograms: row.get(9)? },
        traits: Need::read(&row.get::<String>(10)?),
        prices,
        grams_per_km: row.get(15)?,
        shift: read_shift(row, 16)?,
        retired_on: row.get(19)?,
    })
}

fn read_shift(row: &Row<'_>, at: usize) -> Result<Shift> {
    Ok(Shift {
        weekdays: Shift::read_weekdays(&row.get::<String>(at)?),
        from: row.get(at + 1)?,
        to: row.get(at + 2)?,
    })
}

const COSTING: &str = "use_per_100_km, energy_price, wear_per_km, purchase_cents, resale_cents, years,
    days_per_year, insurance_cents, tax_cents, wage_cents_per_hour";

pub fn save_costing(tx: &Tx<'_>, hub: CoalitionId, vehicle: VehicleId, costing: &Costing) -> Result<()> {
    let c = costing;
    tx.execute(
        &format!(
            "INSERT INTO vehicle_cost (hub_id, vehicle_id, {COSTING})
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
             ON CONFLICT (hub_id, vehicle_id) DO UPDATE SET use_per_100_km = excluded.use_per_100_km,
                 energy_price = excluded.energy_price, wear_per_km = excluded.wear_per_km,
                 purchase_cents = excluded.purchase_cents, resale_cents = excluded.resale_cents,
                 years = excluded.years, days_per_year = excluded.days_per_year, insurance_cents = excluded.insurance_cents,
                 tax_cents = excluded.tax_cents, wage_cents_per_hour = excluded.wage_cents_per_hour"
        ),
        params![
            hub,
            vehicle,
            c.use_per_100_km,
            c.energy_price,
            c.wear_per_km,
            c.purchase,
            c.resale,
            c.years,
            c.days_per_year,
            c.insurance,
            c.tax,
            c.wage_per_hour,
        ],
    )?;
    Ok(())
}

pub fn costing(tx: &Tx<'_>, hub: CoalitionId, vehicle: VehicleId) -> Result<Option<Costing>> {
    let sql = format!("SELECT {COSTING} FROM vehicle_cost WHERE hub_id = $1 AND vehicle_id = $2");
    tx.row(&sql, params![hub, vehicle], |row| {
        Ok(Costing {
            use_per_100_km: row.get(0)?,
            energy_price: row.get(1)?,
            wear_per_km: row.get(2)?,
            purchase: row.get(3)?,
            resale: row.get(4)?,
            years: row.get(5)?,
            days_per_year: row.get(6)?,
            insurance: row.get(7)?,
            tax: row.get(8)?,
            wage_per_hour: row.get(9)?,
        })
    })
}

/// Writes the driver as they are, whether new or known.
pub fn save_driver(tx: &Tx<'_>, who: &Who, hub: CoalitionId, driver: &Driver) -> Result<()> {
    tx.execute(
        "INSERT INTO driver (hub_id, person_id, organisation_id, weekdays, from_minute, to_minute, left_on,
             changed_at, changed_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (hub_id, person_id) DO UPDATE SET organisation_id = excluded.organisation_id,
             weekdays = excluded.weekdays, from_minute = excluded.from_minute,
             to_minute = excluded.to_minute, left_on = excluded.left_on,
             changed_at = excluded.changed_at, changed_by = excluded.changed_by",
        params![
            hub,
            driver.person,
            driver.organisation,
            driver.shift.weekdays_written(),
            driver.shift.from,
            driver.shift.to,
            driver.left_on,
            who.at,
            who.person,
        ],
    )?;
    Ok(())
}

/// All who drive and drove.
pub fn drivers(tx: &Tx<'_>, hub: CoalitionId) -> Result<Vec<Driver>> {
    tx.rows(
        "SELECT person_id, organisation_id, weekdays, from_minute, to_minute, left_on FROM driver
         WHERE hub_id = $1 ORDER BY person_id",
        params![hub],
        |row| {
            Ok(Driver {
                person: row.get(0)?,
                organisation: row.get(1)?,
                shift: read_shift(row, 2)?,
                left_on: row.get(5)?,
            })
        },
    )
}

pub fn insert_absence(tx: &Tx<'_>, who: &Who, hub: CoalitionId, absence: &Absence) -> Result<()> {
    let (vehicle, driver): (Option<VehicleId>, Option<PersonId>) = match absence.of {
        Absent::Vehicle(vehicle) => (Some(vehicle), None),
        Absent::Driver(driver) => (None, Some(driver)),
    };
    tx.execute(
        "INSERT INTO absence (hub_id, id, vehicle_id, driver_id, first_day, last_day, noted_at, noted_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            hub,
            absence.id,
            vehicle,
            driver,
            absence.first_day,
            absence.last_day,
            who.at,
            who.person,
        ],
    )?;
    Ok(())
}

pub fn delete_absence(tx: &Tx<'_>, hub: CoalitionId, id: Uuid) -> Result<u64> {
    tx.execute("DELETE FROM absence WHERE hub_id = $1 AND id = $2", params![hub, id])
}

/// Absences that end on this day or later, the next first.
pub fn absences_from(tx: &Tx<'_>, hub: CoalitionId, day: Date) -> Result<Vec<Absence>> {
    tx.rows(
        "SELECT id, vehicle_id, driver_id, first_day, last_day FROM absence
         WHERE hub_id = $1 AND last_day >= $2 ORDER BY first_day, id",
        params![hub, day],
        |row| {
            let vehicle: Option<VehicleId> = row.get(1)?;
            Ok(Absence {
                id: row.get(0)?,
                of: match vehicle {
                    Some(vehicle) => Absent::Vehicle(vehicle),
                    None => Absent::Driver(row.get(2)?),
                },
                first_day: row.get(3)?,
                last_day: row.get(4)?,
            })
        },
    )
}
