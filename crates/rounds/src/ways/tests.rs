//! Answers of real servers, recorded in `tests/data`: `osrm-routed` 26.10 and `valhalla_service` 3.9.1, each on the
//! extract of Liechtenstein of `crates/roads/tests/data`, asked what `question` asks.

use proptest::prelude::*;
use roads::{UNREACHABLE, Vehicle};
use units::{Coordinates, Language};

use super::server::ServerFault;
use super::*;

const OSRM: &[u8] = include_bytes!("../../tests/data/osrm.json");
const OSRM_FAR: &[u8] = include_bytes!("../../tests/data/osrm-far.json");
const OSRM_REFUSED: &[u8] = include_bytes!("../../tests/data/osrm-refused.json");
const VALHALLA: &[u8] = include_bytes!("../../tests/data/valhalla.json");
const VALHALLA_REFUSED: &[u8] = include_bytes!("../../tests/data/valhalla-refused.json");

/// Vaduz, Balzers, Schaan, Ruggell.
fn sites() -> Vec<Coordinates> {
    let all = [
        (47_141_000, 9_520_900),
        (47_066_500, 9_502_300),
        (47_165_000, 9_509_500),
        (47_238_000, 9_528_000),
    ];
    all.map(|(latitude_e6, longitude_e6)| Coordinates { latitude_e6, longitude_e6 }).to_vec()
}

#[test]
fn a_question_to_osrm_is_one_address() {
    assert_eq!(
        osrm::question(&sites(), &(0..2), &(2..4)),
        "/table/v1/driving/9.520900,47.141000;9.502300,47.066500;9.509500,47.165000;9.528000,47.238000\
         ?annotations=duration,distance&sources=0;1&destinations=2;3"
    );
    let south = [Coordinates { latitude_e6: -33_000_005, longitude_e6: -500_000 }];
    assert!(osrm::question(&south, &(0..1), &(0..1)).contains("/-0.500000,-33.000005;"));
}

#[test]
fn what_osrm_answered_is_a_table() {
    let table = osrm::read(OSRM, &(0..4), &(0..4)).unwrap();
    assert_eq!(table.seconds[..4], [0, 682, 268, 974]);
    assert_eq!(table.metres[4..8], [9_132, 0, 12_039, 21_431]);
    assert_eq!(osrm::read(OSRM, &(0..3), &(0..4)), Err(ServerFault::NoTable));
}

#[test]
fn a_site_that_osrm_moved_across_the_map_is_off_the_road() {
    assert_eq!(osrm::read(OSRM_FAR, &(6..8), &(6..8)), Err(ServerFault::OffRoad(vec![7])));
}

#[test]
fn what_a_server_refuses_is_told_in_its_words() {
    let said = "InvalidQuery Query string malformed close to position 41".to_owned();
    assert_eq!(osrm::read(OSRM_REFUSED, &(0..2), &(0..2)), Err(ServerFault::Refuses(said)));
    let said = "Path distance exceeds the max distance limit: 400000 meters".to_owned();
    let read = valhalla::read(VALHALLA_REFUSED, &sites(), &(0..1), &(0..1));
    assert_eq!(read, Err(ServerFault::Refuses(said)));
}

#[test]
fn what_valhalla_answered_is_a_table() {
    let table = valhalla::read(VALHALLA, &sites(), &(0..4), &(0..4)).unwrap();
    assert_eq!(table.seconds[..4], [0, 569, 217, 790]);
    assert_eq!(table.metres[12..], [12_534, 21_901, 9_558, 0]);
    let asked = valhalla::question(&sites(), &(0..1), &(1..2), Vehicle::SmallLorry);
    assert_eq!(
        serde_json::from_slice::<serde_json::Value>(&asked).unwrap(),
        serde_json::json!({
            "sources": [{ "lat": 47.141, "lon": 9.5209 }],
            "targets": [{ "lat": 47.0665, "lon": 9.5023 }],
            "costing": "truck", "units": "kilometers", "verbose": true,
        })
    );
}

#[test]
fn a_site_that_valhalla_moved_too_far_is_off_the_road() {
    let mut moved = sites();
    moved[2].latitude_e6 += 20_000;
    let read = valhalla::read(VALHALLA, &moved, &(0..4), &(0..4));
    assert_eq!(read, Err(ServerFault::OffRoad(vec![2])));
}

#[test]
fn a_hole_in_a_table_is_named_by_its_sites() {
    let text = String::from_utf8(OSRM.to_vec()).unwrap().replace("9391.8", "null");
    let table = osrm::read(text.as_bytes(), &(0..4), &(0..4)).unwrap();
    assert_eq!(table.seconds[11], UNREACHABLE);
    let names = ["Vaduz", "Balzers", "Schaan", "Ruggell"];
    let source = Source::Pasted { day: "2026-11-28".to_owned() };
    let ways = Ways::of(4, table.seconds, table.metres, source, &names);
    let expected = NoWays::NoWay { from: "Schaan".to_owned(), to: "Ruggell".to_owned(), others: 0 };
    assert_eq!(ways, Err(expected));
}

#[test]
fn a_table_that_somebody_pasted_is_whole_or_says_what_to_mend() {
    let names = ["Hub", "Ferme", "Halle"];
    let ways = pasted("0,10,20\n11,0,5\n21,6,0", "0,8,15\n8,0,4\n15,4,0", &names, "2026-11-28").unwrap();
    assert_eq!((ways.seconds(1, 0), ways.metres(0, 2), ways.size()), (660, 15_000, 3));
    assert_eq!(ways.profile("van").seconds[2], [1_260, 360, 0]);
    let check = |minutes: &str, expected: &str| {
        let refused = pasted(minutes, "0,8,15\n8,0,4\n15,4,0", &names, "2026-11-28").unwrap_err();
        assert_eq!(frame::Say::say(&refused, Language::En), expected);
    };
    check(
        "0,10,\n11,0,5\n21,6,0",
        "Nothing stands in row 1, column 3 (from Hub to Halle): fill it in, or write x where no road leads.",
    );
    check(
        "0,10,20\n11,0,5",
        "The table has 2 rows for 3 sites: paste one row for each site, in their order.",
    );
    check(
        "0,10,x\n11,0,x\n21,6,0",
        "No road leads from Hub to Halle, and so it is with 1 other pair of sites: \
         correct their coordinates, or plan those sites apart.",
    );
}

#[test]
fn an_estimate_says_that_it_is_one_and_whose_factors_it_has() {
    let places: Vec<Place> = sites().into_iter().map(|at| Place { name: "S".to_owned(), at }).collect();
    let ways = find::estimated(&places, Vehicle::Van).unwrap();
    assert!(ways.source.is_estimate() && ways.seconds(0, 1) > 0);
    assert_eq!(
        ways.source.said(Language::En),
        "Times and distances are estimates that know of no road: the straight line, made longer \
         by 45 % up to 3 km (32 km/h), by 35 % up to 20 km (48 km/h), by 25 % beyond (75 km/h) \
         (after Boscoe, Henry and Zdeb, 2012). Check trips that cross a river or a valley."
    );
    let kept = serde_json::to_string(&ways.source).unwrap();
    assert_eq!(serde_json::from_str::<Source>(&kept).unwrap(), ways.source);
}

proptest! {
    #[test]
    fn any_bytes_of_a_server_are_read_or_refused(at in 0usize..1_800, byte: u8, cut in 0usize..1_864) {
        let mut bytes = OSRM[..cut].to_vec();
        if let Some(changed) = bytes.get_mut(at) {
            *changed = byte;
        }
        let _ = osrm::read(&bytes, &(0..4), &(0..4));
        let mut bytes = VALHALLA.to_vec();
        bytes[at] = byte;
        let _ = valhalla::read(&bytes, &sites(), &(0..4), &(0..4));
    }
}
