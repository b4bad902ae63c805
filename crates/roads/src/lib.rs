//! Roads: an OpenStreetMap extract becomes a graph for one vehicle, and the graph gives matrices of
//! travel times, the nearest road of a site, and the base map of every plan.
//!
//! Pure: bytes in, values out; no clock, no environment, no HTTP, and the same input gives the same
//! output. Times are whole seconds, distances whole metres. Data is © OpenStreetMap contributors under
//! the Open Database Licence: [`Graph::attribution`] must stand beside whatever is made of it.
//!
//! ```no_run
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let extract = std::io::BufReader::new(std::fs::File::open("belgium.osm.pbf")?);
//! let graph = roads::build(extract, &roads::Profile::VAN)?;
//! graph.write(std::fs::File::create("belgium-van.roads")?)?;
//!
//! let graph = roads::Graph::read(std::fs::File::open("belgium-van.roads")?)?;
//! let sites = [units::Coordinates { latitude_e6: 49_920_300, longitude_e6: 5_376_000 }];
//! let found = roads::matrix(&graph, &sites, roads::limits::SNAP_METRES)?;
//! assert_eq!(found.matrix.seconds(0, 0), Some(0));
//! # Ok(()) }
//! ```

mod cost;
pub mod extract;
mod fault;
mod file;
mod graph;
mod hierarchy;
pub mod limits;
pub mod map;
mod matrix;
mod pbf;
mod point;
pub mod profile;
mod search;
mod snap;
mod way;

pub use extract::Extract;
pub use fault::Fault;
pub use graph::{Graph, Size};
pub use matrix::{
    Detour, Found, Matrix, Measure, PastedError, Source, Table, TooManySites, TripClass, UNREACHABLE,
    estimate, matrix, parse,
};
pub use point::{Point, crow_metres};
pub use profile::{Profile, Vehicle};
pub use snap::{Snap, snap, snap_within};
pub use way::{Way, ways};

use std::io::{Read, Seek};

/// Builds the graph of an `.osm.pbf` extract for one vehicle.
///
/// The file is read twice, so `extract` must allow going back. Takes about a second for 10 MB.
///
/// # Errors
/// [`Fault`] in one sentence: what, where, and what to do.
pub fn build<R: Read + Seek>(extract: R, profile: &Profile) -> Result<Graph, Fault> {
    Graph::of(Extract::read(extract, profile)?, *profile)
}
