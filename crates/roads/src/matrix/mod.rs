//! Times and distances from every site to every other: by road, by estimate, or as somebody pasted them.

mod estimate;
mod pasted;

pub use estimate::{Detour, TripClass, estimate};
pub use pasted::{Measure, PastedError, Table, parse};

use units::Coordinates;

use crate::cost::{Cost, NEVER, metres, seconds};
use crate::graph::Graph;
use crate::limits;
use crate::search::Search;
use crate::snap::{Links, Snap, snap_within};

/// Where no way leads.
pub const UNREACHABLE: u32 = u32::MAX;

/// Where a matrix comes from: whatever is planned with it says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// Searched on a road graph, whose attribution must stand beside the plan.
    Roads { attribution: String },
    /// Great circles times detour factors; nobody knows whether there is a road.
    Estimate,
    /// Somebody's own figures.
    Pasted,
}

/// From each of `size` sites to each: row by row, `[from * size + to]`.
///
/// Seconds and metres belong to the same way, the quickest. Both are [`UNREACHABLE`] where there is
/// none, and 0 from a site to itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    pub size: usize,
    pub seconds: Vec<u32>,
    pub metres: Vec<u32>,
    pub source: Source,
}

impl Matrix {
    pub fn seconds(&self, from: usize, to: usize) -> Option<u32> {
        self.seconds.get(from * self.size + to).copied().filter(|value| *value != UNREACHABLE)
    }

    pub fn metres(&self, from: usize, to: usize) -> Option<u32> {
        self.metres.get(from * self.size + to).copied().filter(|value| *value != UNREACHABLE)
    }

    /// The pairs between which no way leads, as (from, to).
    pub fn unreachable(&self) -> Vec<(usize, usize)> {
        let cells = self.seconds.iter().enumerate().filter(|(_, value)| **value == UNREACHABLE);
        cells.map(|(cell, _)| (cell / self.size, cell % self.size)).collect()
    }

    /// Somebody's own figures, of as many sites each.
    ///
    /// # Errors
    /// [`PastedError::OtherSize`] when times and distances are not of the same sites.
    pub fn pasted(seconds: Table, metres: Table) -> Result<Self, PastedError> {
        if seconds.size != metres.size {
            return Err(PastedError::OtherSize { times: seconds.size, distances: metres.size });
        }
        let (size, mut seconds, mut metres) = (seconds.size, seconds.values, metres.values);
        for (seconds, metres) in seconds.iter_mut().zip(&mut metres) {
            if *seconds == UNREACHABLE || *metres == UNREACHABLE {
                (*seconds, *metres) = (UNREACHABLE, UNREACHABLE);
            }
        }
        Ok(Self { size, seconds, metres, source: Source::Pasted })
    }
}

/// What was found for a list of sites.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub matrix: Matrix,
    /// Where each site is on the net; `None` where no road is near, and then nobody reaches it.
    pub snaps: Vec<Option<Snap>>,
}

/// The matrix of sites by road.
///
/// A site without a road within `within_metres` is unreachable, and named by its missing snap.
/// Takes a search over the region for each site, or, with a hierarchy, a fraction of a millisecond.
///
/// # Errors
/// [`TooManySites`] above [`limits::SITES`].
pub fn matrix(graph: &Graph, sites: &[Coordinates], within_metres: u32) -> Result<Found, TooManySites> {
    check_count(sites.len())?;
    let snaps: Vec<Option<Snap>> =
        sites.iter().map(|site| snap_within(graph, *site, within_metres)).collect();
    let links: Vec<Links> = snaps
        .iter()
        .map(|snap| snap.map_or_else(Links::default, |snap| Links::of(graph, snap.spot)))
        .collect();
    let mut costs = match &graph.hierarchy {
        Some(hierarchy) => hierarchy.costs(&links, &links),
        None => searched(graph, &links),
    };
    let size = sites.len();
    for (from, source) in links.iter().enumerate() {
        for (to, target) in links.iter().enumerate() {
            let cost = &mut costs[from * size + to];
            *cost = if from == to { 0 } else { (*cost).min(source.straight_to(target)) };
        }
    }
    let shown = |read: fn(Cost) -> u32| {
        costs.iter().map(|cost| if *cost >= NEVER { UNREACHABLE } else { read(*cost) }).collect()
    };
    let (seconds, metres) = (shown(seconds), shown(metres));
    let source = Source::Roads { attribution: graph.attribution() };
    Ok(Found { matrix: Matrix { size, seconds, metres, source }, snaps })
}

/// More sites than [`limits::SITES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{count} sites are more than a matrix may have, {}: plan in parts", limits::SITES)]
pub struct TooManySites {
    pub count: usize,
}

fn check_count(count: usize) -> Result<(), TooManySites> {
    if count > limits::SITES { Err(TooManySites { count }) } else { Ok(()) }
}

fn searched(graph: &Graph, links: &[Links]) -> Vec<Cost> {
    let mut search = Search::to(graph, links);
    let rows = links.iter().flat_map(|source| {
        search.run(source);
        links.iter().map(|target| search.at(target)).collect::<Vec<_>>()
    });
    rows.collect()
}
