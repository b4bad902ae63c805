//! The matrix service of Valhalla: a question in JSON, an answer of a cell for each pair.
//!
//! # Source
//! Valhalla 3.9, `docs/api/matrix`.

use std::ops::Range;

use roads::{Vehicle, crow_metres};
use serde::Deserialize;
use serde_json::{Value, json};
use units::Coordinates;

use super::server::{Cell, ServerFault, Table, degrees, is_off_road, its_words, table};

pub const PATH: &str = "/sources_to_targets";

#[derive(Deserialize)]
struct Answer {
    #[serde(default)]
    error: String,
    #[serde(default)]
    sources_to_targets: Vec<Vec<Pair>>,
}

#[derive(Deserialize)]
struct Pair {
    time: Cell,
    /// In kilometres.
    distance: Cell,
    /// Where the way begins and ends: the sites, moved to a road.
    begin_lat: Option<f64>,
    begin_lon: Option<f64>,
    end_lat: Option<f64>,
    end_lon: Option<f64>,
}

/// What is sent to ask for the ways from some sites to some others.
pub fn question(
    sites: &[Coordinates],
    from: &Range<usize>,
    to: &Range<usize>,
    vehicle: Vehicle,
) -> Vec<u8> {
    let place = |site: &Coordinates| {
        let number = |e6| degrees(e6).parse::<f64>().map_or(Value::Null, Value::from);
        json!({ "lat": number(site.latitude_e6), "lon": number(site.longitude_e6) })
    };
    let places = |range: &Range<usize>| sites[range.clone()].iter().map(place).collect::<Vec<_>>();
    let costing = match vehicle {
        Vehicle::Van => "auto",
        Vehicle::SmallLorry => "truck",
    };
    let asked = json!({
        "sources": places(from),
        "targets": places(to),
        "costing": costing,
        "units": "kilometers",
        "verbose": true,
    });
    asked.to_string().into_bytes()
}

/// Reads the answer, whatever the bytes.
///
/// # Errors
/// [`ServerFault`]; [`ServerFault::OffRoad`] counts within `from` and `to` as they were asked.
pub fn read(
    bytes: &[u8],
    sites: &[Coordinates],
    from: &Range<usize>,
    to: &Range<usize>,
) -> Result<Table, ServerFault> {
    let answer: Answer = serde_json::from_slice(bytes).map_err(|_| ServerFault::NoTable)?;
    if !answer.error.is_empty() {
        return Err(ServerFault::Refuses(its_words(&answer.error)));
    }
    let off = off_road(&answer.sources_to_targets, sites, from, to);
    if !off.is_empty() {
        return Err(ServerFault::OffRoad(off));
    }
    let cell = |pair: &Pair| (pair.time, pair.distance.map(|kilometres| kilometres * 1_000.0));
    let rows = answer.sources_to_targets.iter();
    table(rows.map(|row| row.iter().map(cell).collect()).collect(), from.len(), to.len())
}

fn off_road(
    rows: &[Vec<Pair>],
    sites: &[Coordinates],
    from: &Range<usize>,
    to: &Range<usize>,
) -> Vec<usize> {
    let is_far = |site: usize, latitude: Option<f64>, longitude: Option<f64>| {
        let road = latitude.zip(longitude).map(|(latitude, longitude)| Coordinates {
            latitude_e6: millionths(latitude),
            longitude_e6: millionths(longitude),
        });
        road.is_some_and(|road| is_off_road(f64::from(crow_metres(sites[site], road))))
    };
    let mut off: Vec<usize> = Vec::new();
    for (source, row) in from.clone().zip(rows) {
        for (target, pair) in to.clone().zip(row) {
            off.extend(is_far(source, pair.begin_lat, pair.begin_lon).then_some(source));
            off.extend(is_far(target, pair.end_lat, pair.end_lon).then_some(target));
        }
    }
    off.sort_unstable();
    off.dedup();
    off
}

#[expect(clippy::cast_possible_truncation, reason = "a cast of a float saturates")]
fn millionths(degrees: f64) -> i64 {
    (degrees * 1e6).round() as i64
}
