//! Points as OpenStreetMap keeps them, and how far apart they are.

use units::Coordinates;

/// A point in ten-millionths of a degree (about 1 cm), WGS 84.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Point {
    pub latitude_e7: i32,
    pub longitude_e7: i32,
}

/// Metres along a meridian for one ten-millionth of a degree, on a sphere of 6,371,009 m.
const METRES_AN_E7: f64 = 6_371_009.0 * std::f64::consts::PI / 180.0 / 1e7;

impl Point {
    /// `None` beyond 90 degrees of latitude or 180 of longitude.
    pub fn from_e7(latitude_e7: i64, longitude_e7: i64) -> Option<Self> {
        let on_earth =
            latitude_e7.unsigned_abs() <= 900_000_000 && longitude_e7.unsigned_abs() <= 1_800_000_000;
        Some(Self {
            latitude_e7: i32::try_from(latitude_e7).ok().filter(|_| on_earth)?,
            longitude_e7: i32::try_from(longitude_e7).ok()?,
        })
    }

    /// `None` beyond 90 degrees of latitude or 180 of longitude.
    pub fn of(place: Coordinates) -> Option<Self> {
        Self::from_e7(place.latitude_e6.checked_mul(10)?, place.longitude_e6.checked_mul(10)?)
    }

    pub fn coordinates(self) -> Coordinates {
        let rounded = |e7: i32| (i64::from(e7) + if e7 < 0 { -5 } else { 5 }) / 10;
        Coordinates { latitude_e6: rounded(self.latitude_e7), longitude_e6: rounded(self.longitude_e7) }
    }

    /// Metres to the east and to the north of `origin`, on a plane that touches Earth there.
    pub fn metres_from(self, origin: Self) -> (f64, f64) {
        let north = f64::from(self.latitude_e7) - f64::from(origin.latitude_e7);
        let east = f64::from(self.longitude_e7) - f64::from(origin.longitude_e7);
        (east * METRES_AN_E7 * origin.shrink(), north * METRES_AN_E7)
    }

    /// How much shorter a degree of longitude is here than one of latitude.
    pub fn shrink(self) -> f64 {
        (f64::from(self.latitude_e7) / 1e7).to_radians().cos()
    }
}

/// The straight line from `a` to `b` in whole centimetres, for points of one stretch of road.
pub fn straight_cm(a: Point, b: Point) -> u32 {
    let north = f64::from(a.latitude_e7) - f64::from(b.latitude_e7);
    let east = f64::from(a.longitude_e7) - f64::from(b.longitude_e7);
    // The mean of both ends, so that there and back are as long.
    let east = east * f64::midpoint(a.shrink(), b.shrink());
    whole(east.hypot(north) * METRES_AN_E7 * 100.0)
}

/// The great circle from `a` to `b` in whole metres.
pub fn crow_metres(a: Coordinates, b: Coordinates) -> u32 {
    let radians = |e6: i64| (clamp_e6(e6) / 1e6).to_radians();
    let (phi_a, phi_b) = (radians(a.latitude_e6), radians(b.latitude_e6));
    let north = (phi_b - phi_a) / 2.0;
    let east = (radians(b.longitude_e6) - radians(a.longitude_e6)) / 2.0;
    let h = north.sin().powi(2) + phi_a.cos() * phi_b.cos() * east.sin().powi(2);
    whole(2.0 * 6_371_009.0 * h.sqrt().min(1.0).asin())
}

#[expect(clippy::cast_precision_loss, reason = "clamped to what an f64 holds exactly")]
fn clamp_e6(e6: i64) -> f64 {
    e6.clamp(-180_000_000, 180_000_000) as f64
}

/// Rounded, and held within what fits.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast of a float saturates, which is what is wanted"
)]
pub fn whole(number: f64) -> u32 {
    number.round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_those_of_the_map() {
        // Vaduz castle to Balzers castle, Libramont to Bastogne: on the ellipsoid, by Vincenty's formula.
        let cases = [
            ((47_139_600, 9_524_400), (47_066_500, 9_502_300), 8_298),
            ((49_920_300, 5_376_000), (50_003_300, 5_715_000), 26_017),
        ];
        for (a, b, expected) in cases {
            let place = |(latitude_e6, longitude_e6)| Coordinates { latitude_e6, longitude_e6 };
            let (a, b) = (place(a), place(b));
            let (crow, line) =
                (crow_metres(a, b), straight_cm(Point::of(a).unwrap(), Point::of(b).unwrap()) / 100);
            assert!(crow.abs_diff(expected) < expected / 200, "{crow} {expected}");
            assert!(line.abs_diff(crow) < 20, "{line} {crow}");
            assert_eq!(crow, crow_metres(b, a));
        }
    }

    #[test]
    fn there_and_back_are_as_long() {
        let (a, b) = (Point::from_e7(471_396_000, 95_244_000), Point::from_e7(471_400_123, 95_250_987));
        let (a, b) = (a.unwrap(), b.unwrap());
        assert_eq!(straight_cm(a, b), straight_cm(b, a));
    }

    #[test]
    fn a_point_is_on_earth() {
        assert_eq!(Point::from_e7(900_000_001, 0), None);
        assert_eq!(Point::from_e7(i64::MAX, i64::MIN), None);
        let place = Coordinates { latitude_e6: -49_920_300, longitude_e6: 5_376_000 };
        assert_eq!(Point::of(place).unwrap().coordinates(), place);
    }
}
