//! The way from one site to another, point by point: what a matrix only measures.

use units::Coordinates;

use crate::cost::{Cost, NEVER, metres, plus, seconds};
use crate::graph::Graph;
use crate::hierarchy::Ahead;
use crate::point::Point;
use crate::search::Search;
use crate::snap::{Links, Snap, Spot};

/// What a vehicle drives from one site to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// The course of the roads, from where it leaves to where it stops, both included.
    pub points: Vec<Coordinates>,
    pub seconds: u32,
    pub metres: u32,
}

/// The quickest way of each leg, as a matrix counts it; `None` where no way leads.
///
/// Takes a search over the region for each leg, or, with a hierarchy, a fraction of a millisecond.
pub fn ways(graph: &Graph, legs: &[(Snap, Snap)]) -> Vec<Option<Way>> {
    let mut ahead = graph.hierarchy.as_ref().map(Ahead::of);
    let each = legs.iter().map(|(from, to)| {
        let (source, target) = (Links::of(graph, from.spot), Links::of(graph, to.spot));
        let route = match &mut ahead {
            Some(ahead) => ahead.route(graph, &source, &target),
            None => Search::to(graph, std::slice::from_ref(&target)).route(&source, &target),
        };
        let over_nodes = route.as_ref().map_or(NEVER, |route| route.cost);
        match source.lane_to(&target) {
            Some((cost, lane)) if cost <= over_nodes => Some(along(graph, lane, cost, (from, to))),
            _ => route.map(|route| driven(graph, &route, (from, to))),
        }
    });
    each.collect()
}

/// From node to node, with what it costs from site to site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Route {
    pub cost: Cost,
    /// Where it comes to the nodes, and what it cost to come there.
    pub start: (u32, Cost),
    pub lanes: Vec<u32>,
    /// Where it leaves them, and what is left from there.
    pub end: (u32, Cost),
}

impl Route {
    /// Where a site's links and a search meet for the least; none where they do not.
    pub fn nearest(
        links: &[(u32, Cost)],
        mut rest: impl FnMut(u32) -> Cost,
    ) -> Option<((u32, Cost), Cost)> {
        let each = links.iter().map(|&(node, cost)| ((node, cost), plus(cost, rest(node))));
        each.min_by_key(|(_, whole)| *whole).filter(|(_, whole)| *whole < NEVER)
    }
}

/// Both sites are on the same lane, one after the other.
fn along(graph: &Graph, lane: u32, cost: Cost, (from, to): (&Snap, &Snap)) -> Way {
    let course = course(graph, lane);
    let first = beyond(&course, lane, from.spot);
    let last = beyond(&course, lane, to.spot);
    way(cost, from, course.get(first..last).unwrap_or_default().iter().copied(), to)
}

fn driven(graph: &Graph, route: &Route, (from, to): (&Snap, &Snap)) -> Way {
    let mut between = Vec::new();
    if let Some(lane) = left_by(graph, from.spot, route.start) {
        let course = course(graph, lane);
        between.extend_from_slice(&course[beyond(&course, lane, from.spot)..]);
    }
    for &lane in &route.lanes {
        between.extend(course(graph, lane));
    }
    if let Some(lane) = come_by(graph, to.spot, route.end) {
        let course = course(graph, lane);
        between.extend_from_slice(&course[..beyond(&course, lane, to.spot)]);
    }
    way(route.cost, from, between.into_iter(), to)
}

fn way(cost: Cost, from: &Snap, between: impl Iterator<Item = Point>, to: &Snap) -> Way {
    let between = between.map(Point::coordinates);
    let mut points: Vec<Coordinates> =
        std::iter::once(from.at).chain(between).chain(std::iter::once(to.at)).collect();
    points.dedup();
    Way { points, seconds: seconds(cost), metres: metres(cost) }
}

/// The points of a lane as it is driven.
fn course(graph: &Graph, lane: u32) -> Vec<Point> {
    let mut course: Vec<Point> = graph.course(lane / 2).collect();
    if !lane.is_multiple_of(2) {
        course.reverse();
    }
    course
}

/// The first point of a lane's course that lies beyond a spot on it.
fn beyond(course: &[Point], lane: u32, spot: Spot) -> usize {
    let along = spot.stretch as usize + 1;
    let at = if lane.is_multiple_of(2) { along } else { course.len().saturating_sub(along) };
    at.min(course.len())
}

/// The lane by which a site is left for a node; none where it is at that junction.
fn left_by(graph: &Graph, spot: Spot, (node, cost): (u32, Cost)) -> Option<u32> {
    let junction = graph.junction_of(node);
    let mut lanes = spot.lanes(graph).into_iter();
    lanes.find_map(|(lane, (_, after))| {
        (cost > 0 && after == cost && graph.speed(lane) > 0 && graph.ends(lane).1 == junction)
            .then_some(lane)
    })
}

/// The lane by which a site is come to from a node; none where it is at that junction.
fn come_by(graph: &Graph, spot: Spot, (node, cost): (u32, Cost)) -> Option<u32> {
    let junction = graph.junction_of(node);
    let mut lanes = spot.lanes(graph).into_iter();
    lanes.find_map(|(lane, (before, _))| {
        (cost > 0 && before == cost && graph.speed(lane) > 0 && graph.ends(lane).0 == junction)
            .then_some(lane)
    })
}
