//! The road graph: junctions, the roads between them with their course, and the turns at them.
//!
//! A **junction** is where a road ends, or where two meet. An **edge** is the road between two of
//! them; its course is kept, for snapping and for the map. A **node** is what a search goes over: a
//! junction, or a copy of it for who comes from where not every turn is allowed. An **arc** leads from
//! node to node along one direction of an edge.

mod bans;
mod components;
mod net;
mod shape;
mod turns;

use units::Coordinates;

use crate::Fault;
use crate::cost::Cost;
use crate::extract::{Extract, Place};
use crate::hierarchy::Hierarchy;
use crate::limits;
use crate::point::Point;
use crate::profile::{Class, Profile, Speed};
use crate::snap::Grid;
pub(crate) use shape::{Course, encode};

/// The roads of a region for one vehicle, ready for matrices and maps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Graph {
    pub(crate) profile: Profile,
    /// Seconds since 1970.
    pub(crate) as_of: Option<i64>,
    pub(crate) junctions: Vec<Point>,
    pub(crate) edges: Edges,
    pub(crate) arcs: Arcs,
    /// The junction of each node beyond the junctions themselves, in ascending order.
    pub(crate) copies: Vec<u32>,
    /// Of each node, whether it is in the largest part where one can go everywhere and come back.
    pub(crate) home: Vec<bool>,
    pub(crate) grid: Grid,
    pub(crate) places: Vec<Place>,
    pub(crate) hierarchy: Option<Hierarchy>,
}

/// What is known of each edge; its index is its number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Edges {
    pub from: Vec<u32>,
    pub to: Vec<u32>,
    /// Along and against; 0 where closed.
    pub along: Vec<Speed>,
    pub against: Vec<Speed>,
    pub class: Vec<u8>,
    /// Where the course of each begins in `shapes`, and where the last ends.
    pub first_shape: Vec<u32>,
    pub shapes: Vec<u8>,
}

/// The arcs out of each node, one node after another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Arcs {
    /// Where those of each node begin, and where the last end.
    pub first: Vec<u32>,
    pub head: Vec<u32>,
    /// Twice the edge, and one more where it is driven against its course.
    pub lane: Vec<u32>,
    pub cost: Vec<Cost>,
}

/// Size of a graph, for whoever built it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    pub junctions: usize,
    pub edges: usize,
    pub arcs: usize,
    /// Junctions that can be reached, and left again, from nearly everywhere.
    pub connected: usize,
    /// Nodes that stand for the turns at a junction.
    pub copies: usize,
    pub places: usize,
    /// Shortcuts and roads of the hierarchy, 0 without one.
    pub hierarchy_arcs: usize,
}

impl Graph {
    /// Joins an extract's roads to a graph, with a hierarchy where it is large enough to need one.
    ///
    /// # Errors
    /// [`Fault::NoRoads`], or [`Fault::ExtractTooLarge`] beyond what can be numbered.
    pub fn of(extract: Extract, profile: Profile) -> Result<Self, Fault> {
        let graph = net::joined(extract, profile)?;
        let is_large = graph.junctions.len() > limits::HIERARCHY_JUNCTIONS;
        Ok(if is_large { graph.with_hierarchy() } else { graph })
    }

    /// The same graph with a hierarchy, whatever its size.
    pub fn with_hierarchy(mut self) -> Self {
        self.hierarchy = Some(Hierarchy::of(&self));
        self
    }

    /// The same graph without its hierarchy: every matrix is searched by Dijkstra.
    pub fn without_hierarchy(mut self) -> Self {
        self.hierarchy = None;
        self
    }

    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// Seconds since 1970 until when the data is known.
    pub fn as_of(&self) -> Option<i64> {
        self.as_of
    }

    /// What must stand beside whatever is made of this graph, with the day of its data.
    ///
    /// # Source
    /// Open Database Licence 1.0, 4.3; <https://osmfoundation.org/wiki/Licence/Attribution_Guidelines>
    pub fn attribution(&self) -> String {
        let day = self.as_of.and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
        match day {
            Some(day) => format!("© OpenStreetMap contributors (ODbL), {}", day.strftime("%Y-%m-%d")),
            None => "© OpenStreetMap contributors (ODbL)".into(),
        }
    }

    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// The corners of all roads: south-west and north-east.
    pub fn bounds(&self) -> (Coordinates, Coordinates) {
        let first = self.junctions.first().copied().unwrap_or_default();
        let (mut low, mut high) = (first, first);
        for at in &self.junctions {
            low.latitude_e7 = low.latitude_e7.min(at.latitude_e7);
            low.longitude_e7 = low.longitude_e7.min(at.longitude_e7);
            high.latitude_e7 = high.latitude_e7.max(at.latitude_e7);
            high.longitude_e7 = high.longitude_e7.max(at.longitude_e7);
        }
        (low.coordinates(), high.coordinates())
    }

    pub fn size(&self) -> Size {
        let junctions = self.junctions.len();
        Size {
            junctions,
            edges: self.edges.from.len(),
            arcs: self.arcs.head.len(),
            connected: self.home.iter().take(junctions).filter(|home| **home).count(),
            copies: self.copies.len(),
            places: self.places.len(),
            hierarchy_arcs: self.hierarchy.as_ref().map_or(0, |hierarchy| hierarchy.up_head.len()),
        }
    }

    pub(crate) fn node_count(&self) -> usize {
        self.junctions.len() + self.copies.len()
    }

    pub(crate) fn junction_of(&self, node: u32) -> u32 {
        match (node as usize).checked_sub(self.junctions.len()) {
            Some(copy) => self.copies[copy],
            None => node,
        }
    }

    /// A junction and its copies.
    pub(crate) fn nodes_of(&self, junction: u32) -> impl Iterator<Item = u32> + '_ {
        let first = self.copies.partition_point(|of| *of < junction);
        let count = self.copies[first..].partition_point(|of| *of == junction);
        let copies = first..first + count;
        let offset = self.junctions.len();
        let copies = copies.filter_map(move |copy| u32::try_from(offset + copy).ok());
        std::iter::once(junction).chain(copies)
    }

    /// The arcs out of a node: where to, along which lane, at what cost.
    pub(crate) fn arcs_of(&self, node: u32) -> impl Iterator<Item = (u32, u32, Cost)> + '_ {
        let node = node as usize;
        let range = self.arcs.first[node] as usize..self.arcs.first[node + 1] as usize;
        range.map(|arc| (self.arcs.head[arc], self.arcs.lane[arc], self.arcs.cost[arc]))
    }

    /// The course of an edge from its first junction to its last, those included.
    pub(crate) fn course(&self, edge: u32) -> Course<'_> {
        let index = edge as usize;
        let first = self.edges.first_shape[index] as usize;
        let last = self.edges.first_shape[index + 1] as usize;
        Course::of(
            self.junctions[self.edges.from[index] as usize],
            self.edges.shapes.get(first..last).unwrap_or_default(),
            self.junctions[self.edges.to[index] as usize],
        )
    }

    pub(crate) fn class(&self, edge: u32) -> Class {
        Class::numbered(self.edges.class[edge as usize]).unwrap_or(Class::Service)
    }

    pub(crate) fn speed(&self, lane: u32) -> Speed {
        let edge = (lane / 2) as usize;
        if lane.is_multiple_of(2) { self.edges.along[edge] } else { self.edges.against[edge] }
    }

    /// The junctions that a lane leads from and to.
    pub(crate) fn ends(&self, lane: u32) -> (u32, u32) {
        let edge = (lane / 2) as usize;
        let (from, to) = (self.edges.from[edge], self.edges.to[edge]);
        if lane.is_multiple_of(2) { (from, to) } else { (to, from) }
    }
}
