//! What a trip really costs, and what it emits: fuel, wear, the vehicle's own days, its driver.

use units::{Cents, Price};

use super::model::{Costing, Fuel, Prices};

/// What one unit of a fuel emits, as it is known at a time.
#[derive(Debug)]
pub struct Emission {
    pub fuel: Fuel,
    /// Of CO2 equivalents, well to wheel, of a litre, a kilogram or a kilowatt-hour.
    pub grams: i64,
    pub source: &'static str,
}

/// # Source
/// As each line says. What is burnt is counted with its way from the well; electricity as it was made in Belgium.
/// Table A.1 of the norm has these for fuels without biofuel. With what is mixed in at the pump it has less (diesel
/// with 5 % biodiesel 3.17 kg, petrol with 5 % ethanol 2.80 kg a litre): what is said here is never too little.
pub const EMISSIONS: [Emission; 5] = [
    Emission { fuel: Fuel::Diesel, grams: 3_240, source: "EN 16258:2012, A.1: diesel (B0), 3.24 kg/l" },
    Emission {
        fuel: Fuel::Petrol,
        grams: 2_880,
        source: "EN 16258:2012, A.1: gasoline (E0), 2.88 kg/l",
    },
    Emission { fuel: Fuel::NaturalGas, grams: 3_070, source: "EN 16258:2012, A.1: CNG, 3.07 kg/kg" },
    Emission {
        fuel: Fuel::Electricity,
        grams: 118,
        source: "Ember / Our World in Data, 2024, BE (kWh)",
    },
    Emission { fuel: Fuel::Muscle, grams: 0, source: "–" },
];

impl Fuel {
    pub fn emission(self) -> &'static Emission {
        EMISSIONS.iter().find(|line| line.fuel == self).unwrap_or(&EMISSIONS[0])
    }
}

/// A trip to be reckoned: its way, and how long the vehicle is away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trip {
    pub metres: i64,
    pub seconds: i64,
}

/// What a trip costs, part by part.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Parts {
    pub energy: Cents,
    pub wear: Cents,
    /// What the vehicle loses in value on one of its days.
    pub value: Cents,
    pub insurance: Cents,
    pub tax: Cents,
    pub wage: Cents,
}

impl Parts {
    pub fn sum(&self) -> Cents {
        self.energy + self.wear + self.value + self.insurance + self.tax + self.wage
    }
}

impl Costing {
    /// What a kilometre takes in fuel, to a hundredth of a cent.
    fn energy_per_km(&self) -> Price {
        // Thousandths of a unit in a hundred kilometres.
        Price(rounded(self.use_per_100_km * self.energy_price.0, 100_000))
    }

    /// Prices as a plan counts with: whole cents, rounded half away from zero. A stop costs what it takes in time
    /// and way, and `per_stop` besides where somebody asks for it.
    pub fn prices(&self, per_stop: Cents) -> Prices {
        let day = self.on_a_day();
        Prices {
            fixed: day.value + day.insurance + day.tax,
            per_km: Cents(rounded(self.energy_per_km().0 + self.wear_per_km.0, 100)),
            per_hour: self.wage_per_hour,
            per_stop,
        }
    }

    /// What its days bear of it, however far it goes.
    fn on_a_day(&self) -> Parts {
        let days = self.days_per_year.max(1);
        let lost = (self.purchase.0 - self.resale.0).max(0);
        Parts {
            value: Cents(rounded(lost, days * self.years.max(1))),
            insurance: Cents(rounded(self.insurance.0, days)),
            tax: Cents(rounded(self.tax.0, days)),
            ..Parts::default()
        }
    }

    /// What one trip costs that is all the vehicle does that day.
    pub fn of(&self, trip: Trip) -> Parts {
        let along = |per_km: Price| Cents(rounded(per_km.0 * trip.metres, 100_000));
        Parts {
            energy: along(self.energy_per_km()),
            wear: along(self.wear_per_km),
            wage: Cents(rounded(self.wage_per_hour.0 * trip.seconds, 3_600)),
            ..self.on_a_day()
        }
    }

    /// What it emits on a kilometre.
    pub fn grams_per_km(&self, fuel: Fuel) -> i64 {
        rounded(self.use_per_100_km * fuel.emission().grams, 100_000)
    }
}

/// Rounded half away from zero.
fn rounded(amount: i64, by: i64) -> i64 {
    let half = by / 2;
    if amount < 0 { (amount - half) / by } else { (amount + half) / by }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A diesel van as a Walloon cooperative keeps it.
    const VAN: Costing = Costing {
        use_per_100_km: 9_500,
        energy_price: Price(14_500),
        wear_per_km: Price(800),
        purchase: Cents(3_200_000),
        resale: Cents(800_000),
        years: 8,
        days_per_year: 200,
        insurance: Cents(130_000),
        tax: Cents(18_000),
        wage_per_hour: Cents(2_650),
    };

    #[test]
    fn a_trip_is_reckoned_part_by_part() {
        let parts = VAN.of(Trip { metres: 120_000, seconds: 5 * 3_600 });
        // 11.4 litres at 1.45 euro; 8 cents a kilometre; 3,000 euro a year on 200 days.
        assert_eq!(
            parts,
            Parts {
                energy: Cents(1_654),
                wear: Cents(960),
                value: Cents(1_500),
                insurance: Cents(650),
                tax: Cents(90),
                wage: Cents(13_250),
            }
        );
        assert_eq!(parts.sum(), Cents(18_104));
    }

    #[test]
    fn prices_come_near_what_trips_cost() {
        let prices = VAN.prices(Cents::ZERO);
        assert_eq!(
            prices,
            Prices {
                fixed: Cents(2_240),
                per_km: Cents(22),
                per_hour: Cents(2_650),
                per_stop: Cents::ZERO
            }
        );
        let trip = Trip { metres: 120_000, seconds: 5 * 3_600 };
        let by_prices = prices.fixed.0 + prices.per_km.0 * 120 + prices.per_hour.0 * 5;
        assert!((by_prices - VAN.of(trip).sum().0).abs() <= 120, "half a cent a kilometre at most");
    }

    #[test]
    fn what_is_emitted_follows_from_what_is_burnt() {
        let grams = |fuel| VAN.grams_per_km(fuel);
        assert_eq!(grams(Fuel::Diesel), 308);
        let electric = Costing { use_per_100_km: 28_000, ..VAN };
        assert_eq!(electric.grams_per_km(Fuel::Electricity), 33);
        assert_eq!(grams(Fuel::Muscle), 0);
        for fuel in <Fuel as units::Code>::ALL {
            assert_eq!(fuel.emission().fuel, *fuel, "each fuel has its line");
        }
        // Where a source names a number, it is the one that is counted with.
        for line in EMISSIONS.iter().filter(|line| line.source.starts_with("EN 16258")) {
            let kilograms = format!("{}.{:02} kg/", line.grams / 1_000, line.grams % 1_000 / 10);
            assert!(line.source.contains(&kilograms), "{}", line.source);
        }
    }
}
