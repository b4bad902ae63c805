//! Times and distances between sites: by a road network, by a server that the operator named, as somebody pasted
//! them, or by estimate. Whatever is planned with them says which, and of which day.

mod find;
mod model;
pub mod osrm;
mod said;
mod server;
pub mod valhalla;

pub use find::{Networks, find, networks};
pub use model::{Place, Source, Speeds, Ways};
pub use said::NoWays;
pub use server::{ServerFault, Table};

/// Sites on each side of one question to a server: as many as both kinds answer as they are installed.
///
/// # Source
/// `osrm-routed`, `--max-table-size` 100 by 100; Valhalla, `service_limits.auto.max_matrix_location_pairs` 2,500.
const BLOCK: usize = 50;

/// As somebody typed them: a table of minutes, and one of kilometres, for these sites in this order.
///
/// # Errors
/// [`NoWays::Pasted`]: the first thing to mend; [`NoWays::NoWay`] where a pair has no way.
pub fn pasted(minutes: &str, kilometres: &str, names: &[&str], day: &str) -> Result<Ways, NoWays> {
    let times = roads::parse(minutes, names, roads::Measure::Minutes)?;
    let distances = roads::parse(kilometres, names, roads::Measure::Kilometres)?;
    let matrix = roads::Matrix::pasted(times, distances)?;
    Ways::of(matrix.size, matrix.seconds, matrix.metres, Source::Pasted { day: day.to_owned() }, names)
}

#[cfg(test)]
mod tests;
