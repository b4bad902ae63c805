//! Extracts, sites and a chance that is the same each time.

use std::io::Cursor;

use roads::{Extract, Graph, Point, Profile};
use units::Coordinates;

pub const LIECHTENSTEIN: &[u8] = include_bytes!("../data/liechtenstein.osm.pbf");
pub const ANDORRA: &[u8] = include_bytes!("../data/andorra.osm.pbf");
pub const BOTH: [(&str, &[u8]); 2] = [("Liechtenstein", LIECHTENSTEIN), ("Andorra", ANDORRA)];

pub fn extract(bytes: &[u8], profile: &Profile) -> Extract {
    Extract::read(Cursor::new(bytes), profile).unwrap()
}

pub fn graph(bytes: &[u8]) -> Graph {
    roads::build(Cursor::new(bytes), &Profile::VAN).unwrap()
}

/// A point as a site has it, in millionths of a degree.
pub fn coarse(point: Point) -> Point {
    Point::of(point.coordinates()).unwrap()
}

/// Steele, Lea and Flood's `SplitMix64`.
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % limit as u64).unwrap()
    }
}

/// Sites anywhere between the corners of a graph.
pub fn scattered(graph: &Graph, count: usize, seed: u64) -> Vec<Coordinates> {
    let (low, high) = graph.bounds();
    let mut chance = Chance(seed);
    let mut between = |low: i64, high: i64| {
        low + i64::try_from(chance.below(usize::try_from(high - low + 1).unwrap())).unwrap()
    };
    (0..count)
        .map(|_| Coordinates {
            latitude_e6: between(low.latitude_e6, high.latitude_e6),
            longitude_e6: between(low.longitude_e6, high.longitude_e6),
        })
        .collect()
}
