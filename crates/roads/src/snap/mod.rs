//! Where a site is on the net: the nearest point of a road from which one can also come back.

mod grid;

use units::Coordinates;

use crate::cost::{Cost, NEVER, cost, milliseconds, plus};
use crate::graph::Graph;
use crate::limits;
use crate::point::{Point, straight_cm, whole};
pub(crate) use grid::Grid;

/// A site on the net.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Snap {
    /// Where the vehicle stops.
    pub at: Coordinates,
    /// From the site to there, in a straight line.
    pub distance_metres: u32,
    pub(crate) spot: Spot,
}

/// A place along an edge: so far into one of its stretches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spot {
    pub edge: u32,
    pub stretch: u32,
    /// Centimetres from the beginning of the stretch.
    pub into_cm: u32,
}

impl Spot {
    /// Both lanes of its edge, with what it costs along each until the spot and after it.
    pub fn lanes(self, graph: &Graph) -> [(u32, (Cost, Cost)); 2] {
        let [along, against] = halves(graph, self);
        [(self.edge * 2, along), (self.edge * 2 + 1, against)]
    }
}

/// The nearest road to a site, `None` where there is none within `within_metres`.
///
/// Only roads count from which one can also come back. Of equally near ones, the first by number.
pub fn snap_within(graph: &Graph, site: Coordinates, within_metres: u32) -> Option<Snap> {
    let site = Point::of(site)?;
    let mut best: Option<(f64, Spot, Point)> = None;
    for (edges, beyond_metres) in graph.grid.rings(site, f64::from(within_metres)) {
        for edge in edges {
            let (distance, spot, at) = nearest_on(graph, edge, site);
            let nearer = best.is_none_or(|(least, of, _)| (distance, edge) < (least, of.edge));
            if nearer && distance <= f64::from(within_metres) {
                best = Some((distance, spot, at));
            }
        }
        if best.is_some_and(|(distance, ..)| distance <= beyond_metres) {
            break;
        }
    }
    let (distance, spot, at) = best?;
    Some(Snap { at: at.coordinates(), distance_metres: whole(distance), spot })
}

/// [`snap_within`] a kilometre.
pub fn snap(graph: &Graph, site: Coordinates) -> Option<Snap> {
    snap_within(graph, site, limits::SNAP_METRES)
}

/// The nearest point of an edge: how many metres away, where along it, where on the map.
fn nearest_on(graph: &Graph, edge: u32, site: Point) -> (f64, Spot, Point) {
    let mut best = (f64::INFINITY, Spot { edge, stretch: 0, into_cm: 0 }, Point::default());
    let mut course = graph.course(edge);
    let Some(mut from) = course.next() else { return best };
    for (stretch, to) in (0..).zip(course) {
        let (a, b) = (from.metres_from(site), to.metres_from(site));
        let (along, length) = ((b.0 - a.0, b.1 - a.1), (b.0 - a.0).powi(2) + (b.1 - a.1).powi(2));
        let share = if length > 0.0 { -(a.0 * along.0 + a.1 * along.1) / length } else { 0.0 };
        let share = share.clamp(0.0, 1.0);
        let distance = (a.0 + along.0 * share).hypot(a.1 + along.1 * share);
        if distance < best.0 {
            let into_cm = whole(f64::from(straight_cm(from, to)) * share);
            best = (distance, Spot { edge, stretch, into_cm }, between(from, to, share));
        }
        from = to;
    }
    best
}

fn between(from: Point, to: Point, share: f64) -> Point {
    #[expect(clippy::cast_possible_truncation, reason = "between two coordinates that fit")]
    let mean = |a: i32, b: i32| (f64::from(a) + (f64::from(b) - f64::from(a)) * share).round() as i32;
    Point {
        latitude_e7: mean(from.latitude_e7, to.latitude_e7),
        longitude_e7: mean(from.longitude_e7, to.longitude_e7),
    }
}

/// How a site hangs on the nodes of the graph.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Links {
    /// Nodes that are reached from the site, and at what cost.
    pub out: Vec<(u32, Cost)>,
    /// Nodes from which the site is reached.
    pub back: Vec<(u32, Cost)>,
    /// The lanes that the site is on, with what it costs to come to it along each.
    pub on: Vec<(u32, Cost)>,
}

impl Links {
    /// Where the vehicle stops at a junction, it may go on as it likes, and come from everywhere.
    pub fn of(graph: &Graph, spot: Spot) -> Self {
        let mut links = Self::default();
        for (lane, (before, after)) in spot.lanes(graph) {
            if graph.speed(lane) == 0 {
                continue;
            }
            let (from, to) = graph.ends(lane);
            if before == 0 {
                links.at_junction(graph, from);
            } else if after == 0 {
                links.at_junction(graph, to);
            } else {
                links.on_lane(graph, lane, before, after);
            }
        }
        links.out.sort_unstable();
        links.out.dedup_by_key(|(node, _)| *node);
        links.back.sort_unstable();
        links.back.dedup_by_key(|(node, _)| *node);
        links
    }

    /// A copy is gone back to only where it can be reached; the junction itself is tried anyway.
    fn at_junction(&mut self, graph: &Graph, junction: u32) {
        self.back.extend(graph.nodes_of(junction).map(|node| (node, 0)));
        self.out.push((junction, 0));
    }

    fn on_lane(&mut self, graph: &Graph, lane: u32, before: Cost, after: Cost) {
        let (from, _) = graph.ends(lane);
        let head = |node| graph.arcs_of(node).find(|(_, of, _)| *of == lane).map(|(head, ..)| head);
        self.on.push((lane, before));
        self.out.extend(head(from).map(|head| (head, after)));
        let tails = graph.nodes_of(from).filter(|node| head(*node).is_some());
        self.back.extend(tails.map(|node| (node, before)));
    }

    /// What it costs to go to a site farther along the same lane, [`NEVER`] where there is none.
    pub fn straight_to(&self, other: &Self) -> Cost {
        self.lane_to(other).map_or(NEVER, |(cost, _)| cost)
    }

    /// The lane along which a site lies farther on, with what it costs to go there.
    pub fn lane_to(&self, other: &Self) -> Option<(Cost, u32)> {
        let ahead = self.on.iter().flat_map(|(lane, from)| {
            let same = other.on.iter().filter(move |(of, to)| of == lane && to >= from);
            same.map(move |(_, to)| (to - from, *lane))
        });
        ahead.min()
    }
}

/// For both lanes of the edge, what it costs until the spot and after it.
fn halves(graph: &Graph, spot: Spot) -> [(Cost, Cost); 2] {
    let mut before = [0; 2];
    let mut after = [0; 2];
    let speeds = [graph.speed(spot.edge * 2), graph.speed(spot.edge * 2 + 1)];
    let mut course = graph.course(spot.edge);
    let Some(mut from) = course.next() else { return [(0, 0); 2] };
    for (stretch, to) in (0..).zip(course) {
        let length = straight_cm(from, to);
        let into = match spot.stretch.cmp(&stretch) {
            std::cmp::Ordering::Less => 0,
            std::cmp::Ordering::Equal => spot.into_cm.min(length),
            std::cmp::Ordering::Greater => length,
        };
        for (side, speed) in speeds.into_iter().enumerate() {
            let total = milliseconds(length, speed);
            let first = if into == length { total } else { milliseconds(into, speed).min(total) };
            before[side] = plus(before[side], cost(first, u64::from(into)));
            after[side] = plus(after[side], cost(total - first, u64::from(length - into)));
        }
        from = to;
    }
    [(before[0], after[0]), (after[1], before[1])]
}
