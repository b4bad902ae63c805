//! The description, checked once and laid out for the search: whole numbers in flat tables.

use crate::description::{Description, Rest};
use crate::layout::Layout;

/// Dimensions of load at most.
pub const MOST_DIMENSIONS: usize = 8;
/// A week in seconds, and a little: every time of a plan lies before.
pub const HORIZON: u32 = 1 << 29;
/// So many can be planned with: all sums stay within whole numbers of 64 bits.
pub const MOST_SITES: usize = 5_000;
pub const MOST_REQUESTS: usize = 10_000;
pub const MOST_VEHICLES: usize = 5_000;
pub const MOST_HUBS: usize = 16;
/// A hundred euro a kilometre, ten thousand an hour.
pub(crate) const MOST_CENTS_PER_KM: u32 = 10_000;
pub(crate) const MOST_CENTS_PER_HOUR: u32 = 1_000_000;
pub(crate) const MOST_CENTS_PER_HOUR_SQUARED: u32 = 1_000;
/// No node.
pub(crate) const NONE: u32 = u32::MAX;

/// Why a description cannot be planned: what is wrong, where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("{what} {id:?} is given twice: give each its own name")]
    Twice { what: &'static str, id: String },
    #[error("{wher} names {what} {id:?}, which is not in the list: add it there, or correct the name")]
    Unknown { wher: String, what: &'static str, id: String },
    #[error("{wher} has {found} numbers where {asked} are needed, one for each {each}")]
    Count { wher: String, found: usize, asked: usize, each: &'static str },
    #[error(
        "{wher}: {from} is after {to}; write the earlier time first, and windows in order and apart"
    )]
    Window { wher: String, from: u32, to: u32 },
    #[error("{wher} is {found}, more than {most}, the most that can be planned with")]
    TooMuch { wher: String, found: u64, most: u64 },
    #[error("request {0:?} has neither a place to pick up nor one to deliver: give at least one")]
    Nowhere(String),
    #[error("request {0:?} goes through a hub, and so needs a place to pick up and one to deliver")]
    HalfWay(String),
    #[error("request {request:?} goes through {hub:?} twice: name each hub once")]
    TwiceThrough { request: String, hub: String },
    #[error("request {0:?} may not go direct, and names no hub: name one, or let it go direct")]
    NoWay(String),
    #[error("there is {0}: a plan needs at least one")]
    Nothing(&'static str),
}

/// A checked description. It does not change.
#[derive(Debug, Clone)]
pub struct Problem {
    pub(crate) description: Description,
    pub(crate) nodes: Vec<Node>,
    pub(crate) windows: Vec<(i32, i32)>,
    pub(crate) tasks: Vec<Task>,
    pub(crate) vehicles: Vec<Lorry>,
    pub(crate) profiles: Vec<Legs>,
    /// Of each kind of goods: those that it may not travel with, as bits.
    pub(crate) apart: Vec<u64>,
    /// Some goods may be on board for a limited time only.
    pub(crate) limits_on_board: bool,
}

/// A halt that may be made: for loading, for unloading.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Node {
    pub site: u32,
    pub task: u32,
    pub role: Role,
    /// The other halt of the same leg.
    pub mate: u32,
    pub service: i32,
    /// The first window's beginning, the last one's end.
    pub open: i32,
    pub close: i32,
    /// To begin later than this costs so much an hour; `close` lies behind.
    pub due: i32,
    pub late_cents_per_hour: u32,
    /// Into `windows`; at most one where `open` and `close` say it all.
    pub windows: (u32, u32),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// On board from the vehicle's start.
    Bring,
    /// On board until the vehicle's end.
    Fetch,
    Pick,
    Drop,
}

/// What one vehicle does for a request: one halt, or two in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Leg {
    pub first: u32,
    pub last: u32,
}

impl Node {
    /// What it costs to begin then, in cents an hour times seconds.
    pub fn late_at(&self, begins: i32) -> i64 {
        i64::from(self.late_cents_per_hour) * i64::from((begins - self.due).max(0))
    }
}

/// A way through a hub.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Through {
    pub inward: Leg,
    pub outward: Leg,
    pub handling: i32,
    pub most_stored: i32,
    /// Its place among the hubs.
    pub hub: usize,
}

#[derive(Debug, Clone)]
pub(crate) struct Task {
    pub direct: Leg,
    pub through: Vec<Through>,
    pub never_direct: bool,
    pub load: [i32; MOST_DIMENSIONS],
    /// Goods that are on board from the start keep the vehicle there until then.
    pub release: i32,
    pub needs: u64,
    /// Into `apart`.
    pub goods: Option<u8>,
    pub most_on_board: Option<i32>,
    pub penalty_cents: Option<u64>,
    /// The only vehicles; each where none is named.
    pub only: Vec<u32>,
    /// Who was to take it, and what it costs to move it.
    pub stays: Option<(u32, u64)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lorry {
    pub profile: usize,
    pub start: u32,
    pub end: u32,
    pub from: i32,
    pub to: i32,
    /// The ways to fit it out, at least one.
    pub layouts: Vec<[i32; MOST_DIMENSIONS]>,
    pub traits: u64,
    pub most_metres: i64,
    pub most_seconds: i32,
    pub rest: Option<Rest>,
    pub fixed_cents: u32,
    pub cents_per_km: u32,
    pub cents_per_hour: u32,
    pub cents_per_stop: u32,
    pub cents_per_hour_squared: u32,
}

/// From a site to a site.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Way {
    pub seconds: i32,
    pub metres: i32,
}

/// All ways of a kind of vehicle, by where they begin and, unless there and back are the same, a second time by where they
/// end: a search asks for many of the same row, and a row lies together.
#[derive(Debug, Clone)]
pub(crate) struct Legs {
    pub sites: usize,
    pub from: Vec<Way>,
    pub into: Vec<Way>,
    /// No halt makes a way longer by less metres; none where that is not known.
    pub least_detour: Option<i64>,
}

impl Legs {
    pub fn way(&self, from: u32, to: u32) -> Way {
        self.from[from as usize * self.sites + to as usize]
    }

    /// On the average way.
    pub fn metres_a_second(&self) -> f64 {
        let sum =
            |of: fn(&Way) -> i32| self.from.iter().map(|way| i64::from(of(way))).sum::<i64>() as f64;
        sum(|way| way.metres) / sum(|way| way.seconds).max(1.0)
    }

    pub fn ways_from(&self, site: u32) -> &[Way] {
        &self.from[site as usize * self.sites..][..self.sites]
    }

    pub fn ways_into(&self, site: u32) -> &[Way] {
        let ways = if self.into.is_empty() { &self.from } else { &self.into };
        &ways[site as usize * self.sites..][..self.sites]
    }
}

impl Problem {
    /// Checks `description`. Nothing of it is kept where something is wrong.
    ///
    /// # Errors
    /// The first [`Fault`] found, in the order of the description's fields.
    pub fn new(description: Description) -> Result<Self, Fault> {
        Layout::of(&description)?.build(description)
    }

    /// What was checked.
    pub fn description(&self) -> &Description {
        &self.description
    }

    /// The earliest time from `at` that service may begin; none where the last window is over.
    pub(crate) fn opens(&self, node: &Node, at: i32) -> Option<i32> {
        self.opens_until(node, at).map(|(opens, _)| opens)
    }

    /// The same, and until when that window lasts.
    pub(crate) fn opens_until(&self, node: &Node, at: i32) -> Option<(i32, i32)> {
        if node.windows.1 <= 1 {
            return (at <= node.close).then_some((at.max(node.open), node.close));
        }
        let (first, count) = node.windows;
        let windows = &self.windows[first as usize..][..count as usize];
        let at = at.max(node.open);
        windows.iter().find(|window| at <= window.1).map(|window| (at.max(window.0), window.1))
    }

    /// The latest time up to `at` that service may begin; none before the first window.
    pub(crate) fn closes(&self, node: &Node, at: i32) -> Option<i32> {
        if node.windows.1 <= 1 {
            return (at >= node.open).then_some(at.min(node.close));
        }
        let (first, count) = node.windows;
        let windows = &self.windows[first as usize..][..count as usize];
        windows.iter().rev().find(|window| at >= window.0).map(|window| at.min(window.1))
    }
}
