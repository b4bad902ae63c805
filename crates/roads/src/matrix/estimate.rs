//! A matrix without a map: great circles, longer by what roads turn, at the speed of such trips.
//!
//! A trip is counted in three parts, the first kilometres as local, the next as regional, the rest as
//! long: so a longer trip never takes less time, and no detour over a third site is ever shorter.

use units::Coordinates;

use super::{Matrix, Source, TooManySites, check_count};
use crate::point::crow_metres;
use crate::profile::Vehicle;

/// The parts of a trip, by how far one is from its beginning in a straight line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TripClass {
    /// Up to 3 km: streets and turns.
    Local,
    /// From there to 20 km: roads between villages.
    Regional,
    /// Farther: main roads.
    Long,
}

/// How much longer the road is than the straight line, and how fast it is driven.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Detour {
    pub class: TripClass,
    /// Where this part ends, in metres of straight line.
    pub until_metres: u32,
    /// Percent of the straight line.
    pub percent: u32,
    pub kmh: u32,
}

impl Detour {
    /// Road by straight line: about 1.4 on short trips and less on long ones. Speeds were compared with
    /// the matrices of the two extracts of this crate's tests; see its benchmark.
    ///
    /// # Source
    /// Boscoe, Henry and Zdeb, *A nationwide comparison of driving distance versus straight-line
    /// distance to hospitals*, Professional Geographer 64 (2012): 1.417 on average, less where far.
    pub const fn all(vehicle: Vehicle) -> [Self; 3] {
        let (local, regional, long) = match vehicle {
            Vehicle::Van => (32, 48, 75),
            Vehicle::SmallLorry => (29, 44, 65),
        };
        [
            Self { class: TripClass::Local, until_metres: 3_000, percent: 145, kmh: local },
            Self { class: TripClass::Regional, until_metres: 20_000, percent: 135, kmh: regional },
            Self { class: TripClass::Long, until_metres: u32::MAX, percent: 125, kmh: long },
        ]
    }
}

/// The matrix of sites by straight lines and detour factors; [`Source::Estimate`] says so.
///
/// # Errors
/// [`TooManySites`] above [`crate::limits::SITES`].
pub fn estimate(sites: &[Coordinates], vehicle: Vehicle) -> Result<Matrix, TooManySites> {
    check_count(sites.len())?;
    let pairs = sites.iter().flat_map(|from| sites.iter().map(move |to| crow_metres(*from, *to)));
    let (seconds, metres) = pairs.map(|crow| trip(crow, vehicle)).unzip();
    Ok(Matrix { size: sites.len(), seconds, metres, source: Source::Estimate })
}

/// Seconds and metres of road for metres of straight line.
fn trip(crow_metres: u32, vehicle: Vehicle) -> (u32, u32) {
    let (mut milliseconds, mut centimetres, mut from) = (0u64, 0u64, 0);
    for part in Detour::all(vehicle) {
        let crow = crow_metres.min(part.until_metres).saturating_sub(from);
        let road = u64::from(crow) * u64::from(part.percent);
        centimetres += road;
        milliseconds += road * 36 / u64::from(part.kmh);
        from = part.until_metres;
    }
    let whole = |number: u64| u32::try_from(number).unwrap_or(u32::MAX - 1);
    (whole((milliseconds + 500) / 1000), whole((centimetres + 50) / 100))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_trip_is_estimated_by_its_parts() {
        // straight metres, seconds and metres of road for a van, seconds for a small lorry
        let cases = [
            (0, 0, 0, 0),
            (1_000, 163, 1_450, 180),
            (3_000, 489, 4_350, 540),
            (10_000, 1_198, 13_800, 1_313),
            (50_000, 4_011, 64_800, 4_495),
        ];
        for (crow, van, metres, lorry) in cases {
            assert_eq!(trip(crow, Vehicle::Van), (van, metres), "{crow}");
            assert_eq!(trip(crow, Vehicle::SmallLorry), (lorry, metres), "{crow}");
        }
    }

    proptest! {
        #[test]
        fn farther_is_later_and_no_third_site_is_a_short_cut(a in 0u32..500_000, b in 0u32..500_000) {
            let van = |crow| trip(crow, Vehicle::Van);
            prop_assert!(van(a + b).0 >= van(a).0 && van(a + b).1 >= van(a).1);
            // A second and a metre are lost in rounding.
            prop_assert!(van(a + b).0 <= van(a).0 + van(b).0 + 2);
            prop_assert!(van(a + b).1 <= van(a).1 + van(b).1 + 2);
        }
    }
}
