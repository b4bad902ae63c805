//! Extracts that are none, are cut, or were made to do harm.

use std::io::{Cursor, Write};

use proptest::prelude::*;
use roads::{Fault, Profile};

use crate::support::{ANDORRA, BOTH, Chance};

fn refused(bytes: &[u8]) -> Fault {
    roads::build(Cursor::new(bytes), &Profile::VAN).unwrap_err()
}

#[test]
fn each_refusal_is_a_sentence() {
    let half = &ANDORRA[..ANDORRA.len() / 2];
    let mut damaged = ANDORRA.to_vec();
    damaged[ANDORRA.len() / 2] ^= 0xff;
    let not_an_extract = "this is not an OpenStreetMap extract: \
                          give a file that ends in .osm.pbf, as Geofabrik offers them";
    let cases: [(&[u8], &str); 6] = [
        (b"", not_an_extract),
        (b"<?xml version='1.0'?><osm version='0.6'></osm>", not_an_extract),
        (b"PK\x03\x04 something else that is long enough to be read", not_an_extract),
        (half, "the extract breaks off at byte 282695: it came only in part, download it again"),
        (
            &damaged,
            "the extract is damaged in the block at byte 262248 (its compression): download it again",
        ),
        (
            &ANDORRA[..ANDORRA.len() - 1],
            "the extract breaks off at byte 565389: it came only in part, download it again",
        ),
    ];
    for (bytes, expected) in cases {
        assert_eq!(refused(bytes).to_string(), expected);
    }
}

#[test]
fn wherever_an_extract_is_cut_it_is_refused() {
    let mut chance = Chance(1);
    for (_, bytes) in BOTH {
        for _ in 0..40 {
            refused(&bytes[..chance.below(bytes.len())]);
        }
    }
}

#[test]
fn whatever_byte_is_changed_nothing_breaks() {
    let mut chance = Chance(2);
    for _ in 0..60 {
        let mut bytes = ANDORRA.to_vec();
        for _ in 0..=chance.below(3) {
            let at = chance.below(bytes.len());
            bytes[at] ^= 1 << chance.below(8);
        }
        let _ = roads::build(Cursor::new(bytes), &Profile::VAN);
    }
}

#[test]
fn a_block_that_unpacks_to_more_than_the_format_allows_is_refused() {
    let zeros = vec![0; 33 * 1024 * 1024];
    let file = file(&[("OSMHeader", &[]), ("OSMData", &zeros)]);
    assert!(file.len() < 64 * 1024);
    let Fault::ExtractDamaged { what, .. } = refused(&file) else { panic!() };
    assert_eq!(what, "it unpacks to more than 32 MiB");
}

#[test]
fn a_length_is_not_believed() {
    let mut header = Vec::new();
    field(1, b"OSMData", &mut header);
    header.extend([3 << 3, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1]);
    let mut bytes = file(&[("OSMHeader", &[])]);
    let began = bytes.len();
    bytes.extend(u32::try_from(header.len()).unwrap().to_be_bytes());
    bytes.extend(header);
    let at_byte = began as u64;
    assert_eq!(refused(&bytes), Fault::ExtractDamaged { at_byte, what: "its size" });
}

#[test]
fn differences_that_overflow_are_no_roads() {
    let (mut ids, mut dense, mut group, mut block) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    ids.extend([0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01, 2]);
    field(1, &ids, &mut dense);
    field(8, &ids, &mut dense);
    field(9, &ids, &mut dense);
    field(2, &dense, &mut group);
    field(1, &[], &mut block);
    field(2, &group, &mut block);
    let file = file(&[("OSMHeader", &[]), ("OSMData", &block)]);
    assert_eq!(refused(&file), Fault::NoRoads { vehicle: "van" });
}

#[test]
fn what_must_be_known_and_is_not_is_named() {
    let mut header = Vec::new();
    field(4, b"OsmSchema-V0.6", &mut header);
    field(4, b"HistoricalInformation", &mut header);
    let sentence = refused(&file(&[("OSMHeader", &header)])).to_string();
    let expected = "the extract asks for HistoricalInformation, which is not read here: \
                    write it anew with `osmium cat -f pbf`";
    assert_eq!(sentence, expected);
}

proptest! {
    #[test]
    fn any_block_is_read_or_refused(block in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = roads::build(Cursor::new(file(&[("OSMHeader", &[]), ("OSMData", &block)])), &Profile::VAN);
    }

    #[test]
    fn any_file_is_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = roads::build(Cursor::new(&bytes), &Profile::VAN);
        let _ = roads::Graph::read(&bytes[..]);
    }
}

/// A file of these blocks, each compressed.
fn file(blocks: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = Vec::new();
    for (kind, block) in blocks {
        let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        packed.write_all(block).unwrap();
        let (mut blob, mut header) = (Vec::new(), Vec::new());
        field(3, &packed.finish().unwrap(), &mut blob);
        field(1, kind.as_bytes(), &mut header);
        header.push(3 << 3);
        varint(blob.len(), &mut header);
        file.extend(u32::try_from(header.len()).unwrap().to_be_bytes());
        file.extend(header);
        file.extend(blob);
    }
    file
}

fn field(number: u8, bytes: &[u8], out: &mut Vec<u8>) {
    out.push(number << 3 | 2);
    varint(bytes.len(), out);
    out.extend(bytes);
}

fn varint(mut number: usize, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push(u8::try_from(number & 0x7f).unwrap() | 0x80);
        number >>= 7;
    }
    out.push(u8::try_from(number).unwrap());
}
