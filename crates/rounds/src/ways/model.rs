//! What a plan knows of the ways between its sites.

use routing::description::Profile;
use serde::{Deserialize, Serialize};
use units::Coordinates;

use super::NoWays;

/// A site to be reached, by the name that people know it by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub name: String,
    pub at: Coordinates,
}

/// Where times and distances come from; days are written as in `2026-11-28`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "from", rename_all = "snake_case")]
pub enum Source {
    /// A network of roads; what stands beside whatever is made of it has the day of its data.
    Roads {
        attribution: String,
    },
    Osrm {
        server: String,
        day: String,
    },
    Valhalla {
        server: String,
        day: String,
    },
    Pasted {
        day: String,
    },
    /// Straight lines, longer by what roads turn: nobody knows whether there is a road.
    Estimate {
        parts: Vec<Speeds>,
    },
}

/// How a part of a trip is estimated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speeds {
    /// Where the part ends, in kilometres of straight line; the last has no end.
    pub until_km: Option<u32>,
    /// How much longer the road is than the straight line.
    pub longer_percent: u32,
    pub kmh: u32,
}

/// Seconds and metres from each of some sites to each other, all of them known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ways {
    size: usize,
    seconds: Vec<u32>,
    metres: Vec<u32>,
    pub source: Source,
}

impl Ways {
    /// Row by row, `[from * size + to]`, with [`roads::UNREACHABLE`] where no way leads.
    ///
    /// # Errors
    /// [`NoWays::NoWay`], with the first pair by name.
    pub(super) fn of(
        size: usize,
        seconds: Vec<u32>,
        metres: Vec<u32>,
        source: Source,
        names: &[&str],
    ) -> Result<Self, NoWays> {
        debug_assert!(seconds.len() == size * size && metres.len() == size * size, "a square each");
        let missing =
            |cell: &usize| seconds[*cell] == roads::UNREACHABLE || metres[*cell] == roads::UNREACHABLE;
        let mut missing = (0..size * size).filter(missing);
        if let Some(cell) = missing.next() {
            let name = |at: usize| names.get(at).copied().unwrap_or_default().to_owned();
            let (from, to) = (name(cell / size), name(cell % size));
            return Err(NoWays::NoWay { from, to, others: missing.count() });
        }
        Ok(Self { size, seconds, metres, source })
    }

    pub fn size(&self) -> usize {
        self.size
    }

    pub fn seconds(&self, from: usize, to: usize) -> u32 {
        self.seconds[from * self.size + to]
    }

    pub fn metres(&self, from: usize, to: usize) -> u32 {
        self.metres[from * self.size + to]
    }

    /// As the planner takes it, under the name of a kind of vehicle.
    pub fn profile(&self, id: &str) -> Profile {
        let rows = |values: &[u32]| values.chunks(self.size.max(1)).map(<[u32]>::to_vec).collect();
        Profile { id: id.to_owned(), seconds: rows(&self.seconds), metres: rows(&self.metres) }
    }
}
