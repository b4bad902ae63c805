//! The largest part of a graph in which one can go from everywhere to everywhere.

/// Whether each node is in the largest strongly connected component; of equal ones, the first found.
///
/// # Source
/// Tarjan, *Depth-first search and linear graph algorithms*, SIAM J. Comput. 1 (1972), without recursion.
pub fn largest(first: &[u32], head: &[u32]) -> Vec<bool> {
    let count = first.len().saturating_sub(1);
    let component = components(first, head, count);
    let mut sizes = vec![0usize; count];
    for &of in &component {
        sizes[of as usize] += 1;
    }
    let largest = (0..count).max_by_key(|of| (sizes[*of], usize::MAX - of));
    component.into_iter().map(|of| Some(of as usize) == largest).collect()
}

const UNSEEN: u32 = u32::MAX;

fn components(first: &[u32], head: &[u32], count: usize) -> Vec<u32> {
    let mut seen_at = vec![UNSEEN; count];
    let mut lowest = vec![0u32; count];
    let mut component = vec![UNSEEN; count];
    let (mut open, mut path) = (Vec::new(), Vec::new());
    let (mut seen, mut found) = (0, 0);
    for root in 0..count {
        if seen_at[root] != UNSEEN {
            continue;
        }
        path.push((root, first[root]));
        while let Some((node, next)) = path.pop() {
            if seen_at[node] == UNSEEN {
                (seen_at[node], lowest[node]) = (seen, seen);
                seen += 1;
                open.push(node);
            }
            if next < first[node + 1] {
                path.push((node, next + 1));
                let to = head[next as usize] as usize;
                if seen_at[to] == UNSEEN {
                    path.push((to, first[to]));
                } else if component[to] == UNSEEN {
                    lowest[node] = lowest[node].min(seen_at[to]);
                }
                continue;
            }
            if let Some((parent, _)) = path.last() {
                lowest[*parent] = lowest[*parent].min(lowest[node]);
            }
            if lowest[node] == seen_at[node] {
                while let Some(member) = open.pop() {
                    component[member] = found;
                    if member == node {
                        break;
                    }
                }
                found += 1;
            }
        }
    }
    component
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_round_trip_is_found() {
        // 0 -> 1 -> 2 -> 0 is a ring; 3 leads out of it, 4 and 5 are a pair, 6 is alone.
        let arcs = [(0, 1), (1, 2), (2, 0), (2, 3), (4, 5), (5, 4)];
        let first: Vec<u32> = (0..=7)
            .map(|node| (0u32..).zip(arcs).filter(|(_, (from, _))| *from < node).count())
            .map(|c| u32::try_from(c).unwrap())
            .collect();
        let head: Vec<u32> = arcs.iter().map(|(_, to)| *to).collect();
        assert_eq!(largest(&first, &head), [true, true, true, false, false, false, false]);
        assert_eq!(largest(&[0], &[]), Vec::<bool>::new());
    }
}
