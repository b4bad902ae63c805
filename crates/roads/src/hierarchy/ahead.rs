//! What is left to a target from wherever one is: with it a way is found arc by arc.
//!
//! # Source
//! Strasser and Zeitz, *A Fast and Tight Heuristic for A\* in Road Networks*, SEA 2021 (lazy potentials).

use std::collections::HashSet;

use super::Hierarchy;
use crate::cost::{Cost, NEVER, plus};
use crate::graph::Graph;
use crate::snap::Links;
use crate::way::Route;

/// What is left to one target, worked out only where somebody asks; then to the next.
pub struct Ahead<'h> {
    hierarchy: &'h Hierarchy,
    /// Of each rank, what it costs downwards to the target.
    down: Vec<Cost>,
    /// Of each rank, what is left whichever way; where it is not asked for yet, [`UNASKED`].
    left: Vec<Cost>,
    touched: Vec<u32>,
}

const UNASKED: Cost = Cost::MAX;

impl<'h> Ahead<'h> {
    pub fn of(hierarchy: &'h Hierarchy) -> Self {
        let ranks = hierarchy.rank.len();
        let (down, left) = (vec![NEVER; ranks], vec![UNASKED; ranks]);
        Self { hierarchy, down, left, touched: Vec::new() }
    }

    /// The way from `source` to `target`, node by node; none where no way leads.
    ///
    /// Each step goes where what is left is less by what the step costs.
    pub fn route(&mut self, graph: &Graph, source: &Links, target: &Links) -> Option<Route> {
        self.aim_at(target);
        let (start, cost) = Route::nearest(&source.out, |node| self.left(node))?;
        let mut passed = HashSet::from([start.0]);
        let (mut node, mut trail) = (start.0, Vec::new());
        loop {
            let left = self.left(node);
            if let Some(&end) = target.back.iter().find(|end| **end == (node, left)) {
                let lanes = trail.into_iter().map(|(_, lane)| lane).collect();
                return Some(Route { cost, start, lanes, end });
            }
            let mut on = graph.arcs_of(node);
            let on = on
                .find(|&(head, _, cost)| plus(cost, self.left(head)) == left && !passed.contains(&head));
            // Arcs that cost nothing may lead in a ring: whoever is at its end goes back.
            node = match on {
                Some((head, lane, _)) => {
                    trail.push((node, lane));
                    passed.insert(head);
                    head
                }
                None => trail.pop()?.0,
            };
        }
    }

    fn aim_at(&mut self, target: &Links) {
        for rank in self.touched.drain(..) {
            (self.down[rank as usize], self.left[rank as usize]) = (NEVER, UNASKED);
        }
        let mut above = Vec::new();
        for &(node, cost) in &target.back {
            let rank = self.hierarchy.rank[node as usize];
            self.down[rank as usize] = self.down[rank as usize].min(cost);
            above.extend(std::iter::successors(Some(rank), |rank| self.hierarchy.parent(*rank)));
        }
        above.sort_unstable();
        above.dedup();
        for &rank in &above {
            let so_far = self.down[rank as usize];
            for arc in self.hierarchy.ups(rank) {
                let above = &mut self.down[self.hierarchy.up_head[arc] as usize];
                *above = (*above).min(plus(so_far, self.hierarchy.downwards[arc]));
            }
        }
        self.touched = above;
    }

    fn left(&mut self, node: u32) -> Cost {
        let hierarchy = self.hierarchy;
        let rank = hierarchy.rank[node as usize];
        let above = std::iter::successors(Some(rank), |rank| hierarchy.parent(*rank));
        let unasked: Vec<u32> = above.take_while(|rank| self.left[*rank as usize] == UNASKED).collect();
        // From the top, so that whatever an arc leads to is known.
        for &rank in unasked.iter().rev() {
            let over = hierarchy.ups(rank).map(|arc| {
                plus(hierarchy.upwards[arc], self.left[hierarchy.up_head[arc] as usize].min(NEVER))
            });
            let over = over.min().unwrap_or(NEVER);
            self.left[rank as usize] = self.down[rank as usize].min(over);
            self.touched.push(rank);
        }
        self.left[rank as usize]
    }
}
