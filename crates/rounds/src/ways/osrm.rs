//! The table service of OSRM: a question of one address, an answer of two squares of numbers.
//!
//! # Source
//! OSRM 26.10, `docs/http.md`, "Table service".

use std::ops::Range;

use serde::Deserialize;
use units::Coordinates;

use super::server::{Cell, ServerFault, Table, degrees, is_off_road, its_words, table};

#[derive(Deserialize)]
struct Answer {
    code: String,
    #[serde(default)]
    message: String,
    #[serde(default)]
    durations: Vec<Vec<Cell>>,
    #[serde(default)]
    distances: Vec<Vec<Cell>>,
    #[serde(default)]
    sources: Vec<Waypoint>,
    #[serde(default)]
    destinations: Vec<Waypoint>,
}

/// A site, moved to a road.
#[derive(Deserialize)]
struct Waypoint {
    distance: f64,
}

/// The path and query that ask for the ways from some sites to some others.
pub fn question(sites: &[Coordinates], from: &Range<usize>, to: &Range<usize>) -> String {
    let place = |at: usize| {
        let site = sites[at];
        format!("{},{}", degrees(site.longitude_e6), degrees(site.latitude_e6))
    };
    let places: Vec<String> = from.clone().chain(to.clone()).map(place).collect();
    let numbers = |range: Range<usize>| range.map(|at| at.to_string()).collect::<Vec<_>>().join(";");
    let (sources, destinations) = (numbers(0..from.len()), numbers(from.len()..places.len()));
    format!(
        "/table/v1/driving/{}?annotations=duration,distance&sources={sources}&destinations={destinations}",
        places.join(";")
    )
}

/// Reads the answer, whatever the bytes.
///
/// # Errors
/// [`ServerFault`]; [`ServerFault::OffRoad`] counts within `from` and `to` as they were asked.
pub fn read(bytes: &[u8], from: &Range<usize>, to: &Range<usize>) -> Result<Table, ServerFault> {
    let answer: Answer = serde_json::from_slice(bytes).map_err(|_| ServerFault::NoTable)?;
    if answer.code != "Ok" {
        return Err(ServerFault::Refuses(its_words(&format!("{} {}", answer.code, answer.message))));
    }
    let far = |range: &Range<usize>, moved: &[Waypoint]| {
        let far = range.clone().zip(moved).filter(|(_, moved)| is_off_road(moved.distance));
        far.map(|(at, _)| at).collect::<Vec<_>>()
    };
    let mut off = far(from, &answer.sources);
    off.extend(far(to, &answer.destinations));
    if !off.is_empty() {
        off.sort_unstable();
        off.dedup();
        return Err(ServerFault::OffRoad(off));
    }
    if answer.distances.len() != answer.durations.len() {
        return Err(ServerFault::NoTable);
    }
    let rows = answer.durations.into_iter().zip(answer.distances);
    let cells = rows.map(|(seconds, metres)| seconds.into_iter().zip(metres).collect()).collect();
    table(cells, from.len(), to.len())
}
