//! Which edges pass through which square of the map: sparse, so that a far island costs nothing.

use crate::graph::Graph;
use crate::point::Point;

/// The side of a square in ten-millionths of a degree: about 555 m to the north.
const SIDE_E7: i32 = 50_000;
const METRES_A_SIDE: f64 = 555.0;

/// Squares that hold roads, in ascending order, with the edges of each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Grid {
    pub(crate) squares: Vec<u64>,
    /// Where the edges of each square begin, and where the last end.
    pub(crate) first: Vec<u32>,
    pub(crate) edges: Vec<u32>,
}

impl Grid {
    /// Of every edge that one can reach and leave again.
    pub fn of(graph: &Graph) -> Self {
        let mut usable = vec![false; graph.edges.from.len()];
        for node in (0..graph.node_count()).filter(|node| graph.home[*node]) {
            let Ok(node) = u32::try_from(node) else { break };
            for (head, lane, _) in graph.arcs_of(node) {
                usable[(lane / 2) as usize] |= graph.home[head as usize];
            }
        }
        let mut pairs = Vec::new();
        for (edge, _) in (0..).zip(&usable).filter(|(_, usable)| **usable) {
            add(graph, edge, &mut pairs);
        }
        pairs.sort_unstable();
        pairs.dedup();
        let mut grid =
            Self { squares: Vec::new(), first: Vec::new(), edges: Vec::with_capacity(pairs.len()) };
        for (square, edge) in pairs {
            if grid.squares.last() != Some(&square) {
                grid.squares.push(square);
                grid.first.push(u32::try_from(grid.edges.len()).unwrap_or(u32::MAX));
            }
            grid.edges.push(edge);
        }
        grid.first.push(u32::try_from(grid.edges.len()).unwrap_or(u32::MAX));
        grid
    }

    /// Edges near a point, ring after ring of squares until `within_metres`, each ring with the
    /// distance within which nothing can be that was not in it or in those before.
    pub fn rings(&self, site: Point, within_metres: f64) -> impl Iterator<Item = (Vec<u32>, f64)> + '_ {
        let (row, column) = square(site);
        // The narrowest that a square gets within reach, towards a pole.
        let width = METRES_A_SIDE * site.shrink().min(shrink_at(row, within_metres)).max(0.01);
        let mut done = false;
        (0i32..400).map_while(move |ring| {
            if done {
                return None;
            }
            let beyond = f64::from(ring) * width;
            done = beyond > within_metres;
            let mut edges = Vec::new();
            for north in -ring..=ring {
                let step = if north.abs() == ring { 1 } else { (2 * ring).max(1) };
                for east in (-ring..=ring).step_by(usize::try_from(step).unwrap_or(1)) {
                    edges.extend_from_slice(self.edges_in(key(row + north, column + east)));
                }
            }
            edges.sort_unstable();
            edges.dedup();
            Some((edges, beyond))
        })
    }

    fn edges_in(&self, square: u64) -> &[u32] {
        let Ok(index) = self.squares.binary_search(&square) else { return &[] };
        let range = self.first[index] as usize..self.first[index + 1] as usize;
        self.edges.get(range).unwrap_or_default()
    }
}

fn add(graph: &Graph, edge: u32, pairs: &mut Vec<(u64, u32)>) {
    let mut course = graph.course(edge);
    let Some(mut from) = course.next() else { return };
    for to in course {
        let ((row, column), (last_row, last_column)) = (square(from), square(to));
        let rows = row.min(last_row)..=row.max(last_row);
        let columns = column.min(last_column)..=column.max(last_column);
        if rows.clone().count() * columns.clone().count() <= 64 {
            for row in rows {
                pairs.extend(columns.clone().map(|column| (key(row, column), edge)));
            }
        } else {
            // A ferry's straight line: one boards it at its ends.
            pairs.extend([(key(row, column), edge), (key(last_row, last_column), edge)]);
        }
        from = to;
    }
}

fn square(point: Point) -> (i32, i32) {
    (point.latitude_e7.div_euclid(SIDE_E7), point.longitude_e7.div_euclid(SIDE_E7))
}

fn key(row: i32, column: i32) -> u64 {
    u64::from((row ^ i32::MIN).cast_unsigned()) << 32 | u64::from((column ^ i32::MIN).cast_unsigned())
}

fn shrink_at(row: i32, within_metres: f64) -> f64 {
    let north = f64::from(row.abs() + 1) * f64::from(SIDE_E7) / 1e7 + within_metres / 111_000.0;
    north.min(89.9).to_radians().cos()
}
