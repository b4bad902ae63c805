//! What people are told of ways: where they come from, and why there are none.

use frame::{RouteServer, Say};
use roads::{PastedError, TooManySites, limits};
use units::Language;

use super::find::name;
use super::{Place, ServerFault, Source, Speeds};
use crate::words::words;

/// Why there are no times and distances. Sites are named as people know them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoWays {
    TooMany {
        sites: usize,
    },
    /// No road comes near these.
    OffRoad {
        sites: Vec<String>,
    },
    /// No road leads from the one to the other, and so it is with so many other pairs.
    NoWay {
        from: String,
        to: String,
        others: usize,
    },
    Pasted(PastedError),
    /// The server does not answer, with why.
    Silent {
        server: String,
        why: String,
    },
    Refuses {
        server: String,
        why: String,
    },
    NoTable {
        server: String,
    },
}

/// So many sites are named; a longer list is read by nobody.
const NAMED: usize = 5;

impl NoWays {
    pub(super) fn of_server(server: &RouteServer, fault: ServerFault, places: &[Place]) -> Self {
        let server = name(server);
        match fault {
            ServerFault::Silent(why) => Self::Silent { server, why },
            ServerFault::Refuses(why) => Self::Refuses { server, why },
            ServerFault::NoTable => Self::NoTable { server },
            ServerFault::OffRoad(sites) => {
                let named = sites.into_iter().filter_map(|at| places.get(at));
                Self::OffRoad { sites: named.map(|place| place.name.clone()).collect() }
            }
        }
    }
}

impl From<PastedError> for NoWays {
    fn from(error: PastedError) -> Self {
        Self::Pasted(error)
    }
}

impl From<TooManySites> for NoWays {
    fn from(many: TooManySites) -> Self {
        Self::TooMany { sites: many.count }
    }
}

impl Say for NoWays {
    fn say(&self, language: Language) -> String {
        let t = words(language);
        match self {
            Self::TooMany { sites } => t.ways_too_many(*sites as i64, limits::SITES as i64),
            Self::OffRoad { sites } => {
                let named = sites.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
                t.ways_off_road(sites.len() as i64, named)
            }
            Self::NoWay { from, to, others: 0 } => t.ways_no_way(from, to),
            Self::NoWay { from, to, others } => t.ways_no_way_and_others(from, to, *others as i64),
            Self::Pasted(error) => said_of_pasted(error, language),
            Self::Silent { server, why } => t.ways_server_silent(server, why),
            Self::Refuses { server, why } => t.ways_server_refuses(server, why),
            Self::NoTable { server } => t.ways_server_no_table(server),
        }
    }
}

fn said_of_pasted(error: &PastedError, language: Language) -> String {
    let t = words(language);
    let count = |number: &usize| *number as i64;
    match error {
        PastedError::Empty => t.ways_pasted_empty(),
        PastedError::TooLarge => t.ways_pasted_too_large(limits::SITES as i64),
        PastedError::Rows { rows, sites } => t.ways_pasted_rows(count(rows), count(sites)),
        PastedError::Columns { row, site, cells, sites } => {
            t.ways_pasted_columns(row.to_string(), site, count(cells), count(sites))
        }
        PastedError::Hole { row, column, from, to } => {
            t.ways_pasted_hole(row.to_string(), column.to_string(), from, to)
        }
        PastedError::NotANumber { row, column, from, to, text } => {
            t.ways_pasted_no_number(text, row.to_string(), column.to_string(), from, to)
        }
        PastedError::Diagonal { row, site } => t.ways_pasted_diagonal(row.to_string(), site),
        PastedError::OtherSite { row, name, site } => t.ways_pasted_other(name, site, row.to_string()),
        PastedError::OtherSize { times, distances } => {
            t.ways_pasted_other_size(count(times), count(distances))
        }
    }
}

impl Source {
    /// Where times and distances come from, in one or two sentences that stand on whatever is planned with them.
    pub fn said(&self, language: Language) -> String {
        let t = words(language);
        match self {
            Self::Roads { attribution } => t.ways_by_road(attribution),
            Self::Osrm { server, day } => t.ways_by_server("OSRM", server, day),
            Self::Valhalla { server, day } => t.ways_by_server("Valhalla", server, day),
            Self::Pasted { day } => t.ways_by_hand(day),
            Self::Estimate { parts } => {
                let part = |part: &Speeds| {
                    let (kmh, longer) = (i64::from(part.kmh), i64::from(part.longer_percent));
                    match part.until_km {
                        Some(until) => t.ways_estimate_part(longer, i64::from(until), kmh),
                        None => t.ways_estimate_last_part(longer, kmh),
                    }
                };
                t.ways_by_estimate(parts.iter().map(part).collect::<Vec<_>>().join(", "))
            }
        }
    }

    /// Whether a planner may rely on it: an estimate knows of no road.
    pub fn is_estimate(&self) -> bool {
        matches!(self, Self::Estimate { .. })
    }
}
