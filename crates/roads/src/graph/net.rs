//! Roads cut at their junctions and joined to a net, with the turns that bans forbid.

use super::turns::{FREE, Turns};
use super::{Arcs, Edges, Graph, bans, components, encode};
use crate::Fault;
use crate::cost::{Cost, cost, milliseconds};
use crate::extract::{Extract, Road, Via};
use crate::limits;
use crate::point::{Point, straight_cm};
use crate::profile::Profile;
use crate::snap::Grid;

pub fn joined(extract: Extract, profile: Profile) -> Result<Graph, Fault> {
    let mut net = Net::cut(&extract)?;
    if net.edges.from.is_empty() {
        return Err(Fault::NoRoads { vehicle: profile.vehicle.name() });
    }
    net.index_lanes();
    let turns = Turns::of(&bans::sequences(&net, &extract.bans));
    let (arcs, copies) = net.expanded(&turns);
    let home = components::largest(&arcs.first, &arcs.head);
    let mut graph = Graph {
        profile,
        as_of: extract.as_of,
        junctions: net.junctions,
        edges: net.edges,
        arcs,
        copies,
        home,
        grid: Grid::default(),
        places: extract.places,
        hierarchy: None,
    };
    graph.grid = Grid::of(&graph);
    Ok(graph)
}

/// Edges with what is needed only until they are joined.
#[derive(Default)]
pub struct Net {
    junctions: Vec<Point>,
    /// Of each point of the extract: its junction, [`THROUGH`] or [`STOPPED`].
    pub junction_at: Vec<u32>,
    pub edges: Edges,
    /// Way and edge, in ascending order.
    edges_of_ways: Vec<(i64, u32)>,
    lane_costs: Vec<Cost>,
    /// The lanes out of each junction, one junction after another.
    first_lane: Vec<u32>,
    lanes: Vec<u32>,
}

/// A point in the course of one road.
const THROUGH: u32 = u32::MAX;
/// A point where something stops the vehicle: each road has an end of its own there.
const STOPPED: u32 = u32::MAX - 1;

impl Net {
    fn cut(extract: &Extract) -> Result<Self, Fault> {
        let mut net = Self::default();
        net.edges.first_shape.push(0);
        net.find_junctions(extract);
        for road in &extract.roads {
            net.cut_road(extract, road);
        }
        // Lanes are numbered in 32 bits, shapes by their bytes.
        let most = (u32::MAX / 2) as usize;
        if net.edges.from.len() > most || net.edges.shapes.len() > most * 2 {
            return Err(Fault::ExtractTooLarge { what: "points of roads", limit: limits::ROAD_POINTS });
        }
        net.edges_of_ways.sort_unstable();
        Ok(net)
    }

    /// Junctions lie in memory as they lie on the map, so that a search stays in what was just read.
    fn find_junctions(&mut self, extract: &Extract) {
        let mut uses = vec![0u8; extract.points.len()];
        for road in &extract.roads {
            let points = extract.points_of(road);
            for (index, point) in points.iter().enumerate() {
                let ends = index == 0 || index + 1 == points.len();
                let seen = &mut uses[*point as usize];
                *seen = seen.saturating_add(if ends { 2 } else { 1 });
            }
        }
        for ban in &extract.bans {
            if let Via::Point(point) = ban.via {
                uses[point as usize] = 2;
            }
        }
        for &point in &extract.stopped {
            uses[point as usize] = 0;
        }
        let mut found: Vec<u32> = (0..number(uses.len())).filter(|at| uses[*at as usize] > 1).collect();
        found.sort_by_cached_key(|point| (along_z(extract.points[*point as usize]), *point));
        self.junction_at = vec![THROUGH; uses.len()];
        for point in found {
            self.junction_at[point as usize] = number(self.junctions.len());
            self.junctions.push(extract.points[point as usize]);
        }
        for &point in &extract.stopped {
            self.junction_at[point as usize] = STOPPED;
        }
    }

    fn cut_road(&mut self, extract: &Extract, road: &Road) {
        let Some((&start, rest)) = extract.points_of(road).split_first() else { return };
        let mut at = extract.points[start as usize];
        let mut from = self.junction(start, at);
        let (mut between, mut length, mut times) = (Vec::new(), 0, [0, 0]);
        for &point in rest {
            let next = extract.points[point as usize];
            let stretch = straight_cm(at, next);
            length += u64::from(stretch);
            times[0] += milliseconds(stretch, road.speeds[0]);
            times[1] += milliseconds(stretch, road.speeds[1]);
            at = next;
            if self.junction_at[point as usize] == THROUGH {
                between.push(next);
                continue;
            }
            let to = self.junction(point, next);
            self.edges_of_ways.push((road.way, number(self.edges.from.len())));
            self.lane_costs.extend(times.map(|time| cost(time, length)));
            self.edges.from.push(from);
            self.edges.to.push(to);
            self.edges.along.push(road.speeds[0]);
            self.edges.against.push(road.speeds[1]);
            self.edges.class.push(road.class.number());
            encode(self.junctions[from as usize], &between, &mut self.edges.shapes);
            self.edges.first_shape.push(number(self.edges.shapes.len()));
            from = self.junction(point, next);
            between.clear();
            (length, times) = (0, [0, 0]);
        }
    }

    /// The junction at the end of a road, made anew where nobody passes.
    fn junction(&mut self, point: u32, at: Point) -> u32 {
        match self.junction_at[point as usize] {
            STOPPED => {
                self.junctions.push(at);
                number(self.junctions.len() - 1)
            }
            junction => junction,
        }
    }

    fn index_lanes(&mut self) {
        self.first_lane = vec![0; self.junctions.len() + 1];
        let open: Vec<u32> =
            (0..number(self.lane_costs.len())).filter(|lane| self.is_open(*lane)).collect();
        for &lane in &open {
            let from = self.ends(lane).0 as usize;
            self.first_lane[from + 1] += 1;
        }
        for junction in 0..self.junctions.len() {
            self.first_lane[junction + 1] += self.first_lane[junction];
        }
        let mut next = self.first_lane.clone();
        self.lanes = vec![0; open.len()];
        for lane in open {
            let place = &mut next[self.ends(lane).0 as usize];
            self.lanes[*place as usize] = lane;
            *place += 1;
        }
    }

    pub fn is_open(&self, lane: u32) -> bool {
        let edge = (lane / 2) as usize;
        let speed =
            if lane.is_multiple_of(2) { self.edges.along[edge] } else { self.edges.against[edge] };
        speed > 0
    }

    /// The junctions that a lane leads from and to.
    pub fn ends(&self, lane: u32) -> (u32, u32) {
        let edge = (lane / 2) as usize;
        let (from, to) = (self.edges.from[edge], self.edges.to[edge]);
        if lane.is_multiple_of(2) { (from, to) } else { (to, from) }
    }

    pub fn lanes_out_of(&self, junction: u32) -> &[u32] {
        let junction = junction as usize;
        &self.lanes[self.first_lane[junction] as usize..self.first_lane[junction + 1] as usize]
    }

    /// The open lanes of a way.
    pub fn lanes_of(&self, way: i64) -> impl Iterator<Item = u32> + '_ {
        let first = self.edges_of_ways.partition_point(|(of, _)| *of < way);
        let edges = self.edges_of_ways[first..].iter().take_while(move |(of, _)| *of == way);
        let lanes = edges.flat_map(|(_, edge)| [edge * 2, edge * 2 + 1]);
        lanes.filter(|lane| self.is_open(*lane))
    }

    /// The arcs of all nodes, and the junction of each node that is a copy.
    fn expanded(&self, turns: &Turns) -> (Arcs, Vec<u32>) {
        let mut copies: Vec<(u32, usize)> =
            turns.beginnings().map(|(state, lane)| (self.ends(lane).1, state)).collect();
        copies.sort_unstable();
        let count = number(self.junctions.len());
        // The node of each state; those that cannot be reached are never asked for.
        let mut nodes = vec![0; turns.state_count()];
        for (index, (_, state)) in copies.iter().enumerate() {
            nodes[*state] = count + number(index);
        }
        let mut arcs = Arcs { first: vec![0], ..Arcs::default() };
        let free = (0..count).map(|junction| (junction, FREE));
        for (junction, state) in free.chain(copies.iter().copied()) {
            for &lane in self.lanes_out_of(junction) {
                let Some(after) = turns.after(state, lane) else { continue };
                arcs.head.push(if after == FREE { self.ends(lane).1 } else { nodes[after] });
                arcs.lane.push(lane);
                arcs.cost.push(self.lane_costs[lane as usize]);
            }
            arcs.first.push(number(arcs.head.len()));
        }
        (arcs, copies.into_iter().map(|(junction, _)| junction).collect())
    }
}

/// The place of a point on a curve that fills the map (Morton's), so that neighbours stay near.
fn along_z(point: Point) -> u64 {
    let spread = |coordinate: i32| {
        let mut bits = u64::from(coordinate.cast_unsigned() ^ 0x8000_0000);
        for (shift, mask) in [
            (16, 0x0000_ffff_0000_ffff),
            (8, 0x00ff_00ff_00ff_00ff),
            (4, 0x0f0f_0f0f_0f0f_0f0f),
            (2, 0x3333_3333_3333_3333),
            (1, 0x5555_5555_5555_5555),
        ] {
            bits = (bits | (bits << shift)) & mask;
        }
        bits
    };
    spread(point.latitude_e7) << 1 | spread(point.longitude_e7)
}

/// Counts are below the limits of an extract, which fit.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
