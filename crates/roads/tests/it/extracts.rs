//! Two countries, driven.

use roads::extract::Via;
use roads::{Extract, Graph, Profile, UNREACHABLE, limits, matrix};
use units::Coordinates;

use crate::oracle::Oracle;
use crate::support::{ANDORRA, BOTH, Chance, LIECHTENSTEIN, coarse, extract, graph, scattered};

/// Points that are sites to the millionth, and lie on the net as the product sees it.
fn sites_at_points(extract: &Extract, graph: &Graph, count: usize, seed: u64) -> Vec<(u32, Coordinates)> {
    let mut chance = Chance(seed);
    let mut sites = Vec::new();
    while sites.len() < count {
        let point = extract.road_points[chance.below(extract.road_points.len())];
        let at = extract.points[point as usize];
        let twins = extract.points.iter().filter(|other| **other == at).count();
        let on_the_net = roads::snap(graph, at.coordinates()).is_some_and(|snap| snap.distance_metres == 0);
        if on_the_net && twins == 1 && extract.stopped.binary_search(&point).is_err() {
            sites.push((point, at.coordinates()));
        }
    }
    sites
}

#[test]
fn two_hundred_pairs_of_each_extract_are_what_an_oracle_says() {
    for profile in [Profile::VAN, Profile::SMALL_LORRY] {
        for (country, bytes) in BOTH {
            let mut extract = extract(bytes, &profile);
            extract.points.iter_mut().for_each(|point| *point = coarse(*point));
            let graph = Graph::of(extract.clone(), profile).unwrap();
            let oracle = Oracle::of(&extract);
            let sites = sites_at_points(&extract, &graph, 30, 7);
            let places: Vec<Coordinates> = sites.iter().map(|(_, at)| *at).collect();
            for graph in [graph.clone(), graph.with_hierarchy()] {
                let found = matrix(&graph, &places, limits::SNAP_METRES).unwrap().matrix;
                for from in 0..20 {
                    let reached = oracle.from(sites[from].0);
                    for to in 20..30 {
                        let (ms, cm) = reached[&sites[to].0];
                        let expected = (Some((ms + 500) / 1000), Some((cm + 50) / 100));
                        let shown = |value: Option<u32>| value.map(u64::from);
                        let got = (shown(found.seconds(from, to)), shown(found.metres(from, to)));
                        assert_eq!(got, expected, "{country}, {} -> {}", sites[from].0, sites[to].0);
                    }
                }
            }
        }
    }
}

#[test]
fn the_hierarchy_says_what_dijkstra_says() {
    for (country, bytes) in BOTH {
        let graph = graph(bytes);
        let sites = scattered(&graph, 100, 3);
        let plain = matrix(&graph, &sites, 1_500).unwrap();
        let quick = matrix(&graph.with_hierarchy(), &sites, 1_500).unwrap();
        assert_eq!(plain.matrix, quick.matrix, "{country}");
        let on_the_net = plain.snaps.iter().flatten().count();
        assert!((20..100).contains(&on_the_net), "{country}: {on_the_net}");
        // Whoever is on the net reaches all others, and comes back.
        assert_eq!(plain.matrix.unreachable().len(), 100 * 100 - on_the_net * on_the_net - (100 - on_the_net));
    }
}

#[test]
fn what_was_read_is_what_the_extracts_hold() {
    let shown = |bytes: &[u8]| {
        let graph = graph(bytes);
        let size = graph.size();
        let largest = graph.places().iter().map(|place| (place.kind, place.name.as_str())).min();
        format!(
            "{} junctions, {} connected, {} edges, {} copies, {} places, {:?}; {}",
            size.junctions, size.connected, size.edges, size.copies, size.places, largest, graph.attribution()
        )
    };
    assert_eq!(shown(LIECHTENSTEIN), "");
    assert_eq!(shown(ANDORRA), "");
}

#[test]
fn bans() {
    for (country, bytes) in BOTH {
        let extract = extract(bytes, &Profile::VAN);
        for ban in &extract.bans {
            let at = match ban.via { Via::Point(p) => Some(extract.points[p as usize].coordinates()), Via::Ways(_) => None };
            println!("{country} {ban:?} {at:?}");
        }
        let oneways: Vec<_> = extract.roads.iter().filter(|road| road.speeds[1] == 0).take(5).collect();
        println!("{country} {oneways:?} {}", extract.roads.len());
    }
    let _ = UNREACHABLE;
}
