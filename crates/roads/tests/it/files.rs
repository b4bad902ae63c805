//! The graph file: written, read, cut and changed.

use roads::{Fault, Graph};

use crate::support::{ANDORRA, BOTH, Chance, graph};

fn written(graph: &Graph) -> Vec<u8> {
    let mut bytes = Vec::new();
    graph.write(&mut bytes).unwrap();
    bytes
}

#[test]
fn a_graph_is_read_as_it_was_written() {
    for (country, bytes) in BOTH {
        for graph in [graph(bytes), graph(bytes).with_hierarchy()] {
            let file = written(&graph);
            assert!(Graph::read(&file[..]).unwrap() == graph, "{country}");
            assert_eq!(file, written(&graph), "{country}");
        }
    }
}

#[test]
fn a_file_says_whose_data_it_holds() {
    let file = written(&graph(ANDORRA));
    let licence = b"OpenStreetMap contributors, Open Database License 1.0";
    assert!(file.windows(licence.len()).any(|part| part == licence));
}

#[test]
fn a_file_that_was_cut_or_changed_is_refused() {
    let file = written(&graph(ANDORRA).with_hierarchy());
    let mut chance = Chance(5);
    for _ in 0..300 {
        let at = chance.below(file.len());
        let cut = Graph::read(&file[..at]).unwrap_err();
        assert!(matches!(cut, Fault::GraphCut { .. } | Fault::NotAGraph), "{at}: {cut}");
        let mut changed = file.clone();
        changed[at] ^= 1 << chance.below(8);
        assert!(Graph::read(&changed[..]).is_err(), "{at}");
    }
    assert!(Graph::read(&[&file[..], b"x"].concat()[..]).is_err());
}

#[test]
fn each_refusal_is_a_sentence() {
    let file = written(&graph(ANDORRA).without_hierarchy());
    let mut newer = file.clone();
    newer[8] = 9;
    let mut changed = file.clone();
    let last = changed.len() - 1;
    changed[last] ^= 1;
    let cases: [(&[u8], &str); 4] = [
        (b"Balzers;47.07;9.50", "this is not a road graph: give a file that `tresse roads build` wrote"),
        (
            &newer,
            "the road graph is of version 9 and this program reads version 1: build it again from the extract",
        ),
        (
            &file[..file.len() / 2],
            "the road graph breaks off in its shapes: build it again from the extract",
        ),
        (
            &changed,
            "the road graph was changed after it was written (place names): build it again from the extract",
        ),
    ];
    for (bytes, expected) in cases {
        assert_eq!(Graph::read(bytes).unwrap_err().to_string(), expected);
    }
}

#[test]
fn a_file_made_on_purpose_leads_nowhere() {
    // Bytes are changed and the checksum of their part made to fit; whatever is then read is sound.
    let graph = graph(ANDORRA).with_hierarchy();
    let file = written(&graph);
    let sites = crate::support::scattered(&graph, 12, 1);
    let mut chance = Chance(11);
    let (mut read, mut refused) = (0, 0);
    for _ in 0..400 {
        let mut parts = parts(&file);
        let part = 1 + chance.below(parts.len() - 1);
        if parts[part].1.is_empty() {
            continue;
        }
        let at = chance.below(parts[part].1.len());
        parts[part].1[at] ^= 1 << chance.below(8);
        match Graph::read(&joined(&file, &parts)[..]) {
            Ok(graph) => {
                read += 1;
                let _ = roads::matrix(&graph, &sites, 5_000);
                let _ = roads::matrix(&graph.clone().without_hierarchy(), &sites, 5_000);
                let _ = roads::map::draw(&graph, graph.bounds(), "x", 20_000);
            }
            Err(_) => refused += 1,
        }
    }
    assert!(read > 50 && refused > 50, "{read} {refused}");
}

const NAMES: [&str; 30] = [
    "licence",
    "description",
    "latitudes",
    "longitudes",
    "beginnings",
    "ends",
    "speeds along",
    "speeds against",
    "classes",
    "shape beginnings",
    "shapes",
    "arc beginnings",
    "arc heads",
    "arc lanes",
    "arc costs",
    "copies",
    "largest part",
    "squares",
    "square beginnings",
    "square edges",
    "place latitudes",
    "place longitudes",
    "place kinds",
    "inhabitants",
    "place names",
    "ranks",
    "shortcut beginnings",
    "shortcut heads",
    "costs upwards",
    "costs downwards",
];

fn parts(file: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let mut at = 12;
    let part = |name| {
        let length = usize::try_from(u64::from_le_bytes(file[at..at + 8].try_into().unwrap())).unwrap();
        let bytes = file[at + 8..at + 8 + length].to_vec();
        at += 12 + length;
        (name, bytes)
    };
    NAMES.into_iter().map(part).collect()
}

fn joined(file: &[u8], parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut out = file[..12].to_vec();
    for (name, bytes) in parts {
        let length = (bytes.len() as u64).to_le_bytes();
        let mut sum = crc32fast::Hasher::new();
        for part in [name.as_bytes(), &length, bytes] {
            sum.update(part);
        }
        out.extend(length);
        out.extend(bytes);
        out.extend(sum.finalize().to_le_bytes());
    }
    out
}
