//! Small nets: made up by chance and held against the oracle, or drawn to show one rule.

use proptest::prelude::*;
use roads::extract::{Ban, Road, Via};
use roads::profile::Class;
use roads::{Extract, Graph, Point, Profile, limits, matrix};

use crate::oracle::Oracle;
use crate::support::Chance;

/// Points that lie on no line with one another.
fn points(count: usize) -> Vec<Point> {
    let mut chance = Chance(99);
    let mut coordinate = || i32::try_from(chance.below(5_000)).unwrap() * 10;
    (0..count)
        .map(|_| Point {
            latitude_e7: 499_000_000 + coordinate(),
            longitude_e7: 53_000_000 + coordinate(),
        })
        .collect()
}

fn net(roads: &[(Vec<u32>, [u16; 2])], count: usize) -> Extract {
    let mut extract = Extract { points: points(count), ..Extract::default() };
    for (way, (road_points, speeds)) in (1..).zip(roads) {
        extract.roads.push(Road {
            way,
            class: Class::Tertiary,
            to_ends: false,
            speeds: *speeds,
            first: u32::try_from(extract.road_points.len()).unwrap(),
            count: u32::try_from(road_points.len()).unwrap(),
        });
        extract.road_points.extend(road_points);
    }
    extract
}

const POINTS: usize = 10;

fn road() -> impl Strategy<Value = (Vec<u32>, [u16; 2])> {
    let points = proptest::collection::vec(0..u32::try_from(POINTS).unwrap(), 2..6).prop_filter_map(
        "a road goes on",
        |mut points| {
            points.dedup();
            (points.len() > 1).then_some(points)
        },
    );
    let speeds = prop_oneof![Just([300, 300]), Just([500, 0]), Just([0, 200]), Just([900, 100])];
    (points, speeds)
}

pub fn any_net() -> impl Strategy<Value = Extract> {
    let bans = proptest::collection::vec((0usize..12, 0usize..6, 0usize..12, any::<bool>()), 0..6);
    let stopped = proptest::collection::btree_set(0u32..10, 0..2);
    (proptest::collection::vec(road(), 2..12), bans, stopped).prop_map(|(roads, bans, stopped)| {
        let mut extract = net(&roads, POINTS);
        extract.stopped = stopped.into_iter().collect();
        extract.bans = bans.into_iter().map(|ban| ban_between(&roads, ban)).collect();
        extract
    })
}

/// A ban from a road over one of its points into a road that has that point too.
fn ban_between(
    roads: &[(Vec<u32>, [u16; 2])],
    (from, at, to, only): (usize, usize, usize, bool),
) -> Ban {
    let from = from % roads.len();
    let via = roads[from].0[at % roads[from].0.len()];
    let meeting: Vec<usize> = (0..roads.len()).filter(|road| roads[*road].0.contains(&via)).collect();
    let way = |index: usize| i64::try_from(index).unwrap() + 1;
    let to_way = way(meeting[to % meeting.len()]);
    Ban { from_way: way(from), via: Via::Point(via), to_way, only }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]
    #[test]
    fn every_way_through_a_small_net_is_the_quickest(extract in any_net()) {
        let Ok(graph) = Graph::of(extract.clone(), Profile::VAN) else { return Ok(()) };
        let oracle = Oracle::of(&extract);
        let places: Vec<_> = extract.points.iter().map(|point| point.coordinates()).collect();
        let found = matrix(&graph, &places, limits::SNAP_METRES).unwrap();
        let quick = matrix(&graph.with_hierarchy(), &places, limits::SNAP_METRES).unwrap();
        prop_assert_eq!(&found, &quick);
        let is_there = |at: usize| {
            let passes = extract.stopped.binary_search(&u32::try_from(at).unwrap()).is_err();
            passes && found.snaps[at].is_some_and(|snap| snap.distance_metres == 0)
        };
        for from in (0..POINTS).filter(|at| is_there(*at)) {
            let reached = oracle.from(u32::try_from(from).unwrap());
            for to in (0..POINTS).filter(|to| is_there(*to) && *to != from) {
                let cost = reached.get(&u32::try_from(to).unwrap());
                let expected = cost.map(|(ms, cm)| ((ms + 500) / 1000, (cm + 50) / 100));
                let got = found.matrix.seconds(from, to).zip(found.matrix.metres(from, to));
                prop_assert_eq!(got.map(|(s, m)| (u64::from(s), u64::from(m))), expected, "{} -> {}", from, to);
            }
        }
    }
}

/// Seconds from point to point, `None` where no way leads.
fn seconds(extract: &Extract, from: usize, to: usize) -> Option<u32> {
    let graph = Graph::of(extract.clone(), Profile::VAN).unwrap();
    let places = [from, to].map(|at| extract.points[at].coordinates());
    let plain = matrix(&graph, &places, 5).unwrap().matrix;
    assert_eq!(plain, matrix(&graph.with_hierarchy(), &places, 5).unwrap().matrix);
    plain.seconds(0, 1)
}

#[test]
fn a_ban_over_a_way_forbids_the_whole_drive_and_none_of_its_parts() {
    // A dual road 0 - 1 and 3 - 4, joined by 1 - 2 - 3: nobody may turn back over the join.
    let both = [360, 360];
    let roads = [
        (vec![0, 1], both),
        (vec![1, 2], both),
        (vec![2, 3], both),
        (vec![3, 4], both),
        (vec![1, 5], both),
        (vec![3, 6], both),
        (vec![0, 7, 4], [10, 10]),
    ];
    let free = net(&roads, 8);
    let mut banned = free.clone();
    banned.bans.push(Ban { from_way: 1, via: Via::Ways(vec![2, 3]), to_way: 4, only: false });
    let mut only = free.clone();
    only.bans.push(Ban { from_way: 1, via: Via::Ways(vec![2, 3]), to_way: 4, only: true });
    assert!(seconds(&free, 0, 4) < seconds(&banned, 0, 4));
    for (from, to) in [(0, 6), (5, 4), (4, 0)] {
        assert_eq!(seconds(&free, from, to), seconds(&banned, from, to), "{from} -> {to}");
    }
    assert_eq!(seconds(&free, 0, 4), seconds(&only, 0, 4));
    assert!(seconds(&free, 0, 6) < seconds(&only, 0, 6));
}

#[test]
fn nobody_passes_where_something_stands() {
    let mut extract = net(&[(vec![0, 1, 2], [360, 360]), (vec![0, 3, 2], [90, 90])], 4);
    let quick = seconds(&extract, 0, 2);
    extract.stopped = vec![1];
    assert!(quick < seconds(&extract, 0, 2));
    assert_eq!(seconds(&extract, 0, 3), seconds(&net(&[(vec![0, 3], [90, 90])], 4), 0, 3));
}

#[test]
fn a_site_is_shown_how_far_the_road_is() {
    let extract = net(&[(vec![0, 1], [360, 360])], 2);
    let graph = Graph::of(extract.clone(), Profile::VAN).unwrap();
    let mut site = extract.points[0].coordinates();
    assert_eq!(roads::snap(&graph, site).unwrap().distance_metres, 0);
    site.latitude_e6 += 4_500;
    let far = roads::snap(&graph, site).unwrap();
    assert!((1..=500).contains(&far.distance_metres));
    assert_eq!(far.distance_metres, roads::crow_metres(site, far.at));
    site.latitude_e6 += 90_000;
    assert_eq!(roads::snap(&graph, site), None);
    assert!(roads::snap_within(&graph, site, 20_000).is_some());
    let found = matrix(&graph, &[site, extract.points[0].coordinates()], 1_000).unwrap();
    assert_eq!(found.matrix.unreachable(), [(0, 1), (1, 0)]);
}

#[test]
fn a_road_from_which_one_cannot_come_back_is_no_place_to_stop() {
    // The ring 0 - 1 - 2 and a one-way street out of it to 3.
    let ring = [(vec![0, 1], [300, 0]), (vec![1, 2, 0], [300, 0]), (vec![0, 3], [300, 0])];
    let graph = Graph::of(net(&ring, 4), Profile::VAN).unwrap();
    let dead_end = points(4)[3].coordinates();
    assert!(roads::snap(&graph, dead_end).unwrap().distance_metres > 0);
}
