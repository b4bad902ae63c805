//! Two countries, driven.

use roads::extract::Via;
use roads::{Extract, Graph, Point, Profile, limits, matrix};
use units::Coordinates;

use crate::oracle::Oracle;
use crate::support::{ANDORRA, BOTH, Chance, LIECHTENSTEIN, coarse, extract, graph, scattered};

/// Points that are sites to the millionth, and lie on the net as the product sees it.
pub fn sites_at_points(
    extract: &Extract,
    graph: &Graph,
    count: usize,
    seed: u64,
) -> Vec<(u32, Coordinates)> {
    let mut chance = Chance(seed);
    let mut sites = Vec::new();
    for _ in 0..count * 50 {
        if sites.len() == count {
            return sites;
        }
        let point = extract.road_points[chance.below(extract.road_points.len())];
        let at = extract.points[point as usize];
        let twins = extract.points.iter().filter(|other| **other == at).count();
        let on_the_net =
            roads::snap(graph, at.coordinates()).is_some_and(|snap| snap.distance_metres == 0);
        if on_the_net && twins == 1 && extract.stopped.binary_search(&point).is_err() {
            sites.push((point, at.coordinates()));
        }
    }
    panic!("hardly a point lies on the net")
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
            for graph in [graph.clone().without_hierarchy(), graph.with_hierarchy()] {
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
        let plain = matrix(&graph.clone().without_hierarchy(), &sites, 1_500).unwrap();
        let quick = matrix(&graph.with_hierarchy(), &sites, 1_500).unwrap();
        assert_eq!(plain.matrix, quick.matrix, "{country}");
        let on_the_net = plain.snaps.iter().flatten().count();
        assert!((20..100).contains(&on_the_net), "{country}: {on_the_net}");
        // Whoever is on the net reaches all others, and comes back.
        assert_eq!(
            plain.matrix.unreachable().len(),
            100 * 100 - on_the_net * on_the_net - (100 - on_the_net)
        );
    }
}

#[test]
fn what_was_read_is_what_the_extracts_hold() {
    let shown = |bytes: &[u8]| {
        let graph = graph(bytes);
        let size = graph.size();
        let largest = graph.places().iter().map(|place| (place.kind, place.name.as_str())).min();
        let counts = [size.junctions, size.connected, size.edges, size.copies, size.places];
        (counts, largest.unwrap().1.to_owned(), graph.attribution())
    };
    let expected = |counts, largest: &str, day: &str| {
        (counts, largest.to_owned(), format!("© OpenStreetMap contributors (ODbL), {day}"))
    };
    assert_eq!(shown(LIECHTENSTEIN), expected([3_797, 3_667, 4_277, 4, 19], "Balzers", "2015-07-27"));
    assert_eq!(shown(ANDORRA), expected([1_754, 1_722, 2_068, 0, 59], "Andorra la Vella", "2013-05-28"));
}

/// Seconds from a site to another at points of the extract.
fn seconds(graph: &Graph, from: Point, to: Point) -> u32 {
    let sites = [from.coordinates(), to.coordinates()];
    matrix(graph, &sites, 20).unwrap().matrix.seconds(0, 1).unwrap()
}

#[test]
fn a_one_way_street_of_liechtenstein_is_driven_one_way() {
    let extract = extract(LIECHTENSTEIN, &Profile::VAN);
    let road = extract.roads.iter().find(|road| road.way == 239_539_645).unwrap();
    let points = extract.points_of(road);
    let at = |index: usize| extract.points[points[index] as usize];
    let (graph, last) = (graph(LIECHTENSTEIN), points.len() - 2);
    let (along, against) = (seconds(&graph, at(1), at(last)), seconds(&graph, at(last), at(1)));
    // A kilometre one way, and seven minutes round the other.
    assert_eq!((along, against), (57, 420));
}

#[test]
fn turn_restrictions_of_liechtenstein_are_obeyed() {
    let extract = extract(LIECHTENSTEIN, &Profile::VAN);
    let mut lawless = extract.clone();
    lawless.bans.clear();
    let (lawful, lawless) =
        (Graph::of(extract.clone(), Profile::VAN).unwrap(), Graph::of(lawless, Profile::VAN).unwrap());
    let beside = |way: i64, via: u32| {
        let road = extract.roads.iter().find(|road| road.way == way)?;
        let points = extract.points_of(road);
        let at = points.iter().position(|point| *point == via).unwrap();
        Some(extract.points[points[if at == 0 { 1 } else { at - 1 }] as usize])
    };
    let mut turns = Vec::new();
    for ban in &extract.bans {
        let Via::Point(via) = ban.via else { panic!("{ban:?}") };
        // The way of one of the three is closed to a van anyway.
        let (Some(from), Some(to)) = (beside(ban.from_way, via), beside(ban.to_way, via)) else {
            continue;
        };
        turns.push((ban.from_way, seconds(&lawless, from, to), seconds(&lawful, from, to)));
    }
    // Without them, and with them.
    assert_eq!(turns, [(167_992_391, 3, 15), (258_306_367, 1, 13)]);
}
