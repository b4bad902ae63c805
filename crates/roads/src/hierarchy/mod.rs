//! A contraction hierarchy over the nodes: a matrix over a country in the blink of an eye.
//!
//! Order and shape come from the crate `cch`; costs and queries are ours, because a cost is a time and
//! a length together, and `cch` adds numbers of 32 bits. What is loaded from a file is checked, so that
//! no file can lead a query astray.
//!
//! # Source
//! Dibbelt, Strasser and Wagner, *Customizable Contraction Hierarchies*, ACM J. Exp. Algorithmics 21 (2016).

mod ahead;

use crate::cost::{Cost, NEVER, plus};
use crate::graph::Graph;
use crate::snap::Links;
pub use ahead::Ahead;

/// Arcs from each node to those above it, by rank.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hierarchy {
    /// The rank of each node of the graph.
    pub(crate) rank: Vec<u32>,
    /// Where the arcs of each rank begin, and where the last end.
    pub(crate) first_up: Vec<u32>,
    /// Ranks, ascending within each rank's own.
    pub(crate) up_head: Vec<u32>,
    /// What each arc costs upwards.
    pub(crate) upwards: Vec<Cost>,
    /// What each arc costs the other way.
    pub(crate) downwards: Vec<Cost>,
}

/// Sources that are searched from at once.
const ABREAST: usize = 8;

impl Hierarchy {
    pub fn of(graph: &Graph) -> Self {
        let count = graph.node_count();
        let heads = &graph.arcs.head;
        let tails: Vec<u32> = (0u32..)
            .zip(graph.arcs.first.windows(2))
            .flat_map(|(node, range)| std::iter::repeat_n(node, (range[1] - range[0]) as usize))
            .collect();
        let (latitudes, longitudes): (Vec<f32>, Vec<f32>) = (0..number(count))
            .map(|node| graph.junctions[graph.junction_of(node) as usize])
            .map(|at| (degrees(at.latitude_e7), degrees(at.longitude_e7)))
            .unzip();
        let order = cch::inertial_order(number(count), &tails, heads, &latitudes, &longitudes);
        let shape = cch::Cch::build(
            &cch::graph::Graph {
                first_out: graph.arcs.first.clone(),
                head: heads.clone(),
                weight: vec![1; heads.len()],
            },
            &order,
        );
        let arcs = shape.up_head.len();
        let mut hierarchy = Self {
            rank: shape.rank,
            first_up: shape.up_first_out,
            up_head: shape.up_head,
            upwards: vec![NEVER; arcs],
            downwards: vec![NEVER; arcs],
        };
        hierarchy.take_costs(graph);
        hierarchy.close_triangles();
        hierarchy
    }

    /// Whether every number points where it may: ranks are a permutation, arcs lead upwards in order.
    pub fn is_sound(&self, nodes: usize) -> bool {
        let arcs = self.up_head.len();
        let mut seen = vec![false; nodes];
        let permutes = self.rank.len() == nodes
            && self.rank.iter().all(|rank| {
                seen.get_mut(*rank as usize).is_some_and(|seen| !std::mem::replace(seen, true))
            });
        permutes
            && self.first_up.len() == nodes + 1
            && self.first_up[0] == 0
            && self.first_up[nodes] as usize == arcs
            && self.first_up.is_sorted()
            && self.upwards.len() == arcs
            && self.downwards.len() == arcs
            && self.upwards.iter().chain(&self.downwards).all(|cost| *cost <= NEVER)
            && (0u32..).zip(self.first_up.windows(2)).all(|(rank, range)| {
                let heads = &self.up_head[range[0] as usize..range[1] as usize];
                heads.iter().all(|head| *head > rank && (*head as usize) < nodes)
                    && heads.is_sorted_by(|a, b| a < b)
            })
    }

    fn take_costs(&mut self, graph: &Graph) {
        for node in 0..number(graph.node_count()) {
            for (head, _, cost) in graph.arcs_of(node) {
                let (from, to) = (self.rank[node as usize], self.rank[head as usize]);
                if let Some(arc) = self.arc(from.min(to), from.max(to)) {
                    let side = if from < to { &mut self.upwards } else { &mut self.downwards };
                    side[arc] = side[arc].min(cost);
                }
            }
        }
    }

    fn arc(&self, low: u32, high: u32) -> Option<usize> {
        let range = self.ups(low);
        self.up_head[range.clone()].binary_search(&high).ok().map(|index| range.start + index)
    }

    fn ups(&self, rank: u32) -> std::ops::Range<usize> {
        self.first_up[rank as usize] as usize..self.first_up[rank as usize + 1] as usize
    }

    /// Every way through a lower node becomes a shortcut between the two above it.
    fn close_triangles(&mut self) {
        for low in 0..number(self.rank.len()) {
            let ups = self.ups(low);
            for to_middle in ups.clone() {
                // The arcs from the middle, among which are all to what lies above both.
                let mut from_middle = self.ups(self.up_head[to_middle]);
                for to_high in to_middle + 1..ups.end {
                    let high = self.up_head[to_high];
                    let Some(across) = from_middle.find(|arc| self.up_head[*arc] == high) else { break };
                    let up = self.downwards[to_middle].wrapping_add(self.upwards[to_high]);
                    let down = self.downwards[to_high].wrapping_add(self.upwards[to_middle]);
                    self.upwards[across] = self.upwards[across].min(up);
                    self.downwards[across] = self.downwards[across].min(down);
                }
            }
        }
    }

    /// The next node on the way to the top, which all ways up from here pass.
    fn parent(&self, rank: u32) -> Option<u32> {
        self.up_head[self.ups(rank)].first().copied()
    }

    /// What it costs from each source to each target, source by source.
    ///
    /// Only what lies above a target can be on the last half of a way. That part of the hierarchy is
    /// copied out once, and then gone through from the top for eight sources at a time.
    pub fn costs(&self, sources: &[Links], targets: &[Links]) -> Vec<Cost> {
        let nodes = targets.iter().flat_map(|target| &target.back).map(|(node, _)| *node);
        let part = Part::above(self, nodes);
        let ends: Vec<Vec<(usize, Cost)>> = targets
            .iter()
            .map(|target| {
                let places = target
                    .back
                    .iter()
                    .filter_map(|(node, more)| Some((part.place(self.rank[*node as usize])?, *more)));
                places.collect()
            })
            .collect();
        let mut costs = Vec::with_capacity(sources.len() * targets.len());
        let mut climb = Climb { costs: vec![NEVER; self.rank.len()], passed: Vec::new() };
        for some in sources.chunks(ABREAST) {
            let mut best = vec![[NEVER; ABREAST]; part.size()];
            for (column, source) in some.iter().enumerate() {
                climb.from(self, source);
                for &rank in &climb.passed {
                    if let Some(place) = part.place(rank) {
                        best[place][column] = climb.costs[rank as usize];
                    }
                }
            }
            part.descend(&mut best);
            for (column, _) in some.iter().enumerate() {
                costs.extend(ends.iter().map(|ends| {
                    let ways = ends.iter().map(|(place, more)| plus(best[*place][column], *more));
                    ways.min().unwrap_or(NEVER)
                }));
            }
        }
        costs
    }
}

/// The way up from one source: what each node above it costs, in ascending order.
struct Climb {
    costs: Vec<Cost>,
    passed: Vec<u32>,
}

impl Climb {
    fn from(&mut self, hierarchy: &Hierarchy, source: &Links) {
        for rank in self.passed.drain(..) {
            self.costs[rank as usize] = NEVER;
        }
        for &(node, cost) in &source.out {
            let mut rank = hierarchy.rank[node as usize];
            self.costs[rank as usize] = self.costs[rank as usize].min(cost);
            loop {
                self.passed.push(rank);
                match hierarchy.parent(rank) {
                    Some(parent) => rank = parent,
                    None => break,
                }
            }
        }
        self.passed.sort_unstable();
        self.passed.dedup();
        for &rank in &self.passed {
            let so_far = self.costs[rank as usize];
            for arc in hierarchy.ups(rank) {
                let above = &mut self.costs[hierarchy.up_head[arc] as usize];
                // Neither is above NEVER, so that the sum fits.
                *above = (*above).min(so_far.wrapping_add(hierarchy.upwards[arc]));
            }
        }
    }
}

/// What lies above some nodes, from the top down.
struct Part {
    /// Of each rank, its place from the top, [`OUTSIDE`] where it is not above any of them.
    places: Vec<u32>,
    first: Vec<u32>,
    /// Places, all nearer to the top.
    above: Vec<u32>,
    costs: Vec<Cost>,
}

const OUTSIDE: u32 = u32::MAX;

impl Part {
    fn above(hierarchy: &Hierarchy, nodes: impl Iterator<Item = u32>) -> Self {
        let mut places = vec![OUTSIDE; hierarchy.rank.len()];
        let mut ranks = Vec::new();
        for node in nodes {
            let mut next = Some(hierarchy.rank[node as usize]);
            while let Some(rank) = next.filter(|rank| places[*rank as usize] == OUTSIDE) {
                places[rank as usize] = 0;
                ranks.push(rank);
                next = hierarchy.parent(rank);
            }
        }
        ranks.sort_unstable_by(|a, b| b.cmp(a));
        for (place, rank) in (0u32..).zip(&ranks) {
            places[*rank as usize] = place;
        }
        let (mut first, mut above, mut costs) = (vec![0], Vec::new(), Vec::new());
        for &rank in &ranks {
            for arc in hierarchy.ups(rank) {
                above.push(places[hierarchy.up_head[arc] as usize]);
                costs.push(hierarchy.downwards[arc]);
            }
            first.push(number(above.len()));
        }
        Self { places, first, above, costs }
    }

    fn size(&self) -> usize {
        self.first.len() - 1
    }

    fn place(&self, rank: u32) -> Option<usize> {
        Some(self.places[rank as usize]).filter(|place| *place != OUTSIDE).map(|place| place as usize)
    }

    fn descend(&self, best: &mut [[Cost; ABREAST]]) {
        for (place, range) in self.first.windows(2).enumerate() {
            let (done, rest) = best.split_at_mut(place);
            let own = &mut rest[0];
            for arc in range[0] as usize..range[1] as usize {
                let Some(from) = done.get(self.above[arc] as usize) else { continue };
                for (own, from) in own.iter_mut().zip(from) {
                    *own = (*own).min(from.wrapping_add(self.costs[arc]));
                }
            }
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "an order of nodes needs no centimetres")]
fn degrees(e7: i32) -> f32 {
    (f64::from(e7) / 1e7) as f32
}

/// Counts of a graph are numbered in 32 bits.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
