//! The base map.

use quick_xml::Reader;
use quick_xml::events::Event;
use roads::map::{BYTES, draw};
use units::Coordinates;

use crate::support::{BOTH, LIECHTENSTEIN, graph};

/// How many elements of each name there are, if the text is well-formed XML.
fn elements(svg: &str) -> std::collections::BTreeMap<String, usize> {
    let mut reader = Reader::from_str(svg);
    reader.config_mut().check_end_names = true;
    let (mut found, mut depth) = (std::collections::BTreeMap::new(), 0);
    loop {
        let name = match reader.read_event().unwrap() {
            Event::Start(start) => {
                depth += 1;
                start.name().as_ref().to_owned()
            }
            Event::Empty(start) => start.name().as_ref().to_owned(),
            Event::End(_) => {
                depth -= 1;
                continue;
            }
            Event::Eof => break,
            _ => continue,
        };
        *found.entry(name).or_insert(0) += 1;
    }
    assert_eq!(depth, 0);
    found
}

#[test]
fn a_map_is_small_well_formed_and_the_same_each_time() {
    for (country, bytes) in BOTH {
        let graph = graph(bytes);
        let map = draw(&graph, graph.bounds(), country, BYTES);
        let elements = elements(&map.svg);
        assert!(elements["path"] >= 3 && elements["text"] >= 3, "{country}: {elements:?}");
        assert!((20_000..100_000).contains(&map.svg.len()), "{country}: {} bytes", map.svg.len());
        assert_eq!(map, draw(&graph, graph.bounds(), country, BYTES));
        assert!(map.svg.contains(&graph.attribution()));
        // No address but the name of SVG: a page that shows it calls nobody.
        assert_eq!(map.svg.matches("http").count(), 1);
    }
}

#[test]
fn a_map_fits_into_what_it_may_take() {
    let graph = graph(LIECHTENSTEIN);
    for bytes in [60_000, 20_000, 8_000] {
        let map = draw(&graph, graph.bounds(), "x", bytes);
        assert!(map.svg.len() <= bytes + 200, "{} of {bytes}", map.svg.len());
        elements(&map.svg);
    }
}

#[test]
fn a_place_is_where_the_map_shows_it() {
    let graph = graph(LIECHTENSTEIN);
    let (low, high) = graph.bounds();
    let map = draw(&graph, (high, low), "x", BYTES);
    let (x, y) = map.frame.place(low).unwrap();
    assert!((-0.5..1600.0).contains(&x) && (y - f64::from(map.frame.height)).abs() < 1.0);
    let (_, y) = map.frame.place(high).unwrap();
    assert!(y.abs() < 1.0);
}

#[test]
fn whatever_is_asked_for_some_map_is_drawn() {
    let graph = graph(LIECHTENSTEIN);
    let place = |latitude_e6, longitude_e6| Coordinates { latitude_e6, longitude_e6 };
    let corners = [
        (place(47_100_000, 9_500_000), place(47_100_000, 9_500_000)),
        (place(-90_000_000, -180_000_000), place(90_000_000, 180_000_000)),
        (place(i64::MIN, i64::MAX), place(0, 0)),
        (place(89_999_999, 0), place(90_000_000, 1)),
    ];
    for corners in corners {
        let map = draw(&graph, corners, "<&\"\u{0}> Vaduz", 30_000);
        assert!(map.svg.len() < 40_000);
        assert!(map.svg.contains("<title>&lt;&amp;&quot;&gt; Vaduz</title>"));
        elements(&map.svg);
    }
}
