//! What a vehicle holds, costs and emits, and when it and its driver are there.

use economy::shipments::{Load, Need, Place};
use jiff::civil::Date;
use units::{Cents, OrganisationId, PersonId, Price, VehicleId};
use uuid::Uuid;

units::codes! {
    pub enum VehicleKind {
        CargoBike = "cargo_bike",
        Car = "car",
        /// Up to 3.5 tonnes: a licence for cars is enough.
        Van = "van",
        /// Above 3.5 tonnes.
        Truck = "truck",
    }
}

units::codes! {
    pub enum Fuel {
        Muscle = "muscle",
        Electricity = "electricity",
        Diesel = "diesel",
        Petrol = "petrol",
        NaturalGas = "natural_gas",
    }
}

/// When a vehicle or a driver is there in an ordinary week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shift {
    /// From 1 for Monday, in order.
    pub weekdays: Vec<i8>,
    /// Minutes after midnight.
    pub from: i64,
    pub to: i64,
}

impl Shift {
    pub fn is_on(&self, day: Date) -> bool {
        self.weekdays.contains(&day.weekday().to_monday_one_offset())
    }

    /// As one column holds its weekdays: `12345`.
    pub fn weekdays_written(&self) -> String {
        self.weekdays.iter().map(|day| char::from(b'0' + day.unsigned_abs())).collect()
    }

    /// The weekdays of such a column.
    pub fn read_weekdays(text: &str) -> Vec<i8> {
        text.bytes().filter(u8::is_ascii_digit).map(|digit| (digit - b'0').cast_signed()).collect()
    }
}

/// What a round with the vehicle costs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Prices {
    /// If it leaves at all.
    pub fixed: Cents,
    pub per_km: Cents,
    pub per_hour: Cents,
    pub per_stop: Cents,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vehicle {
    pub id: VehicleId,
    /// Where it begins and ends its day; the organisation is its owner's.
    pub home: Place,
    pub name: String,
    pub kind: VehicleKind,
    pub fuel: Fuel,
    /// What fits at the same time.
    pub holds: Load,
    pub traits: Vec<Need>,
    /// None until somebody has said what it costs: then no plan may use it.
    pub prices: Option<Prices>,
    /// Of CO2 equivalents, well to wheel.
    pub grams_per_km: i64,
    pub shift: Shift,
    /// From this day on it is no longer there.
    pub retired_on: Option<Date>,
}

impl Vehicle {
    pub fn is_there_on(&self, day: Date, absences: &[Absence]) -> bool {
        self.shift.is_on(day)
            && self.retired_on.is_none_or(|end| day < end)
            && !absences
                .iter()
                .any(|absence| absence.of == Absent::Vehicle(self.id) && absence.covers(day))
    }
}

/// What the calculator is told of a vehicle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Costing {
    /// Litres, kilograms or kilowatt-hours in a hundred kilometres, in thousandths.
    pub use_per_100_km: i64,
    /// Of one of them.
    pub energy_price: Price,
    /// Tyres, maintenance, repairs, of one kilometre.
    pub wear_per_km: Price,
    pub purchase: Cents,
    pub resale: Cents,
    /// How long it is used.
    pub years: i64,
    /// On so many days of a year it leaves.
    pub days_per_year: i64,
    pub insurance: Cents,
    pub tax: Cents,
    /// What an hour of its driver costs who employs them.
    pub wage_per_hour: Cents,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Driver {
    pub person: PersonId,
    /// For whom they drive.
    pub organisation: OrganisationId,
    pub shift: Shift,
    /// From this day on they no longer drive.
    pub left_on: Option<Date>,
}

impl Driver {
    pub fn is_there_on(&self, day: Date, absences: &[Absence]) -> bool {
        self.shift.is_on(day)
            && self.left_on.is_none_or(|end| day < end)
            && !absences
                .iter()
                .any(|absence| absence.of == Absent::Driver(self.person) && absence.covers(day))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Absent {
    Vehicle(VehicleId),
    Driver(PersonId),
}

/// Days on which a vehicle or a driver is not there, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Absence {
    pub id: Uuid,
    pub of: Absent,
    pub first_day: Date,
    pub last_day: Date,
}

impl Absence {
    pub fn covers(&self, day: Date) -> bool {
        self.first_day <= day && day <= self.last_day
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vehicle_is_there_on_its_weekdays_unless_it_is_away_or_gone() {
        let id = VehicleId(Uuid::from_u128(1));
        let day = |text: &str| -> Date { text.parse().unwrap() };
        let vehicle = Vehicle {
            id,
            home: Place {
                organisation: OrganisationId(Uuid::from_u128(2)),
                site: units::SiteId(Uuid::from_u128(3)),
            },
            name: "Boxer".to_owned(),
            kind: VehicleKind::Van,
            fuel: Fuel::Diesel,
            holds: Load { dry: 60, kilograms: 1_100, ..Load::default() },
            traits: vec![Need::TailLift],
            prices: None,
            grams_per_km: 290,
            shift: Shift { weekdays: Shift::read_weekdays("24"), from: 360, to: 1_080 },
            retired_on: Some(day("2026-12-10")),
        };
        assert_eq!(vehicle.shift.weekdays_written(), "24");
        let away = Absence {
            id: Uuid::from_u128(4),
            of: Absent::Vehicle(id),
            first_day: day("2026-11-25"),
            last_day: day("2026-11-26"),
        };
        let check = |on: &str, expected: bool| {
            assert_eq!(vehicle.is_there_on(day(on), &[away]), expected, "{on}");
        };
        check("2026-11-24", true);
        check("2026-11-25", false);
        check("2026-11-26", false);
        check("2026-12-08", true);
        check("2026-12-10", false);
    }
}
