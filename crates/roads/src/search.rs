//! Dijkstra's search from one site to many: the plain one, against which the hierarchy is held.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::cost::{Cost, NEVER, plus};
use crate::graph::Graph;
use crate::snap::Links;
use crate::way::Route;

/// Where a search begins.
const NOWHERE: (u32, u32) = (u32::MAX, u32::MAX);

/// Room for searches over one graph, used again by each.
pub struct Search<'g> {
    graph: &'g Graph,
    costs: Vec<Cost>,
    /// From which node, and by which lane, each was reached for that.
    reached_from: Vec<(u32, u32)>,
    touched: Vec<u32>,
    waiting: BinaryHeap<Reverse<(Cost, u32)>>,
    is_wanted: Vec<bool>,
    wanted: usize,
}

impl<'g> Search<'g> {
    pub fn to(graph: &'g Graph, targets: &[Links]) -> Self {
        let mut is_wanted = vec![false; graph.node_count()];
        let nodes = targets.iter().flat_map(|target| &target.back);
        nodes.for_each(|(node, _)| is_wanted[*node as usize] = true);
        let wanted = is_wanted.iter().filter(|wanted| **wanted).count();
        let costs = vec![NEVER; graph.node_count()];
        let reached_from = vec![NOWHERE; graph.node_count()];
        let (touched, waiting) = (Vec::new(), BinaryHeap::new());
        Self { graph, costs, reached_from, touched, waiting, is_wanted, wanted }
    }

    /// What it costs from `source` to each node that a target hangs on; read with [`Self::at`].
    pub fn run(&mut self, source: &Links) {
        for node in self.touched.drain(..) {
            self.costs[node as usize] = NEVER;
        }
        self.waiting.clear();
        for &(node, cost) in &source.out {
            self.reach(node, cost, NOWHERE);
        }
        let mut left = self.wanted;
        while let Some(Reverse((cost, node))) = self.waiting.pop() {
            if cost > self.costs[node as usize] {
                continue;
            }
            if self.is_wanted[node as usize] {
                left -= 1;
                if left == 0 {
                    return;
                }
            }
            let graph = self.graph;
            for (head, lane, more) in graph.arcs_of(node) {
                self.reach(head, plus(cost, more), (node, lane));
            }
        }
    }

    pub fn at(&self, target: &Links) -> Cost {
        let ways = target.back.iter().map(|(node, more)| plus(self.costs[*node as usize], *more));
        ways.min().unwrap_or(NEVER)
    }

    /// The way from `source` to one of the targets, node by node; none where no way leads.
    pub fn route(&mut self, source: &Links, target: &Links) -> Option<Route> {
        self.run(source);
        let (end, cost) = Route::nearest(&target.back, |node| self.costs[node as usize])?;
        let (mut node, mut lanes) = (end.0, Vec::new());
        while self.reached_from[node as usize] != NOWHERE {
            let (from, lane) = self.reached_from[node as usize];
            lanes.push(lane);
            node = from;
        }
        lanes.reverse();
        Some(Route { cost, start: (node, self.costs[node as usize]), lanes, end })
    }

    fn reach(&mut self, node: u32, cost: Cost, from: (u32, u32)) {
        let known = &mut self.costs[node as usize];
        if cost < *known {
            if *known == NEVER {
                self.touched.push(node);
            }
            *known = cost;
            self.reached_from[node as usize] = from;
            self.waiting.push(Reverse((cost, node)));
        }
    }
}
