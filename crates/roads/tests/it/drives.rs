//! The way of each leg is the one that a matrix measures and an oracle finds, and its points lie along it.

use proptest::prelude::*;
use roads::{Graph, Matrix, Profile, Snap, UNREACHABLE, crow_metres, limits, matrix, ways};
use units::Coordinates;

use crate::nets::any_net;
use crate::oracle::Oracle;
use crate::support::{BOTH, coarse, extract, graph, scattered};

/// The whole of what a way promises, for each pair of these sites that are on the net.
fn held_against(matrix: &Matrix, graph: &Graph, sites: &[Coordinates], snaps: &[Option<Snap>]) {
    let there: Vec<usize> = (0..sites.len()).filter(|at| snaps[*at].is_some()).collect();
    let pairs: Vec<(usize, usize)> =
        there.iter().flat_map(|from| there.iter().map(move |to| (*from, *to))).collect();
    let legs: Vec<(Snap, Snap)> =
        pairs.iter().map(|(from, to)| (snaps[*from].unwrap(), snaps[*to].unwrap())).collect();
    let found = ways(graph, &legs);
    assert_eq!(found.len(), legs.len());
    for (((from, to), leg), way) in pairs.into_iter().zip(&legs).zip(found) {
        let expected = matrix.seconds(from, to).zip(matrix.metres(from, to));
        assert_eq!(way.as_ref().map(|way| (way.seconds, way.metres)), expected, "{from} -> {to}");
        let Some(way) = way else { continue };
        assert_eq!(way.points.first(), Some(&leg.0.at), "{from} -> {to}");
        assert_eq!(way.points.last(), Some(&leg.1.at), "{from} -> {to}");
        // Points are rounded to a millionth of a degree, each stretch to the metre.
        let along: u32 = way.points.windows(2).map(|pair| crow_metres(pair[0], pair[1])).sum();
        let points = u32::try_from(way.points.len()).unwrap();
        assert!(
            along.abs_diff(way.metres) <= points + way.metres / 500,
            "{from} -> {to}: {along} {way:?}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]
    #[test]
    fn in_a_small_net_every_way_is_driven_as_the_matrix_says(extract in any_net()) {
        let Ok(graph) = Graph::of(extract.clone(), Profile::VAN) else { return Ok(()) };
        let sites: Vec<_> = extract.points.iter().map(|point| point.coordinates()).collect();
        for graph in [graph.clone(), graph.with_hierarchy()] {
            let found = matrix(&graph, &sites, limits::SNAP_METRES).unwrap();
            held_against(&found.matrix, &graph, &sites, &found.snaps);
        }
    }
}

#[test]
fn in_two_countries_every_way_is_driven_as_the_matrix_says() {
    for (_, bytes) in BOTH {
        let graph = graph(bytes);
        let sites = scattered(&graph, 60, 11);
        for graph in [graph.clone().without_hierarchy(), graph.with_hierarchy()] {
            let found = matrix(&graph, &sites, 1_500).unwrap();
            assert!(found.matrix.seconds.iter().filter(|cell| **cell != UNREACHABLE).count() > 300);
            held_against(&found.matrix, &graph, &sites, &found.snaps);
        }
    }
}

#[test]
fn a_way_takes_as_long_as_the_oracle_says() {
    for profile in [Profile::VAN, Profile::SMALL_LORRY] {
        for (country, bytes) in BOTH {
            let mut extract = extract(bytes, &profile);
            extract.points.iter_mut().for_each(|point| *point = coarse(*point));
            let graph = Graph::of(extract.clone(), profile).unwrap().with_hierarchy();
            let oracle = Oracle::of(&extract);
            let sites = crate::extracts::sites_at_points(&extract, &graph, 12, 5);
            let snap = |at: usize| roads::snap(&graph, sites[at].1).unwrap();
            for from in 0..6 {
                let reached = oracle.from(sites[from].0);
                for to in 6..12 {
                    let way = ways(&graph, &[(snap(from), snap(to))]).remove(0).unwrap();
                    let (ms, cm) = reached[&sites[to].0];
                    let got = (u64::from(way.seconds), u64::from(way.metres));
                    assert_eq!(got, ((ms + 500) / 1000, (cm + 50) / 100), "{country}, {from} -> {to}");
                }
            }
        }
    }
}

#[test]
fn who_is_there_already_drives_nowhere() {
    let graph = graph(BOTH[0].1);
    let site = scattered(&graph, 40, 2).into_iter().find_map(|site| roads::snap(&graph, site)).unwrap();
    let way = ways(&graph, &[(site, site)]).remove(0).unwrap();
    assert_eq!((way.points, way.seconds, way.metres), (vec![site.at], 0, 0));
}
