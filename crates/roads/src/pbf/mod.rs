//! OpenStreetMap's binary format, read in place and within bounds.
//!
//! Written here rather than taken from a library: those at hand add up differences with `+`, which
//! ends the program on a hostile file where overflow is checked, and build an object for each
//! element before they look at it, so that a file of some kilobytes can ask for gigabytes.
//!
//! # Source
//! <https://wiki.openstreetmap.org/wiki/PBF_Format>

mod blob;
mod block;
pub mod wire;

pub use blob::{Blobs, Kind};
pub use block::{Block, Header, Relation, Tags};

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    #[test]
    fn every_element_of_an_extract_is_seen() {
        let cases: [(&[u8], [usize; 3]); 2] = [
            (include_bytes!("../../tests/data/liechtenstein.osm.pbf"), [142_832, 15_247, 358]),
            (include_bytes!("../../tests/data/andorra.osm.pbf"), [69_644, 2_725, 74]),
        ];
        for (bytes, expected) in cases {
            let mut blobs = Blobs::of(Cursor::new(bytes));
            let (mut block, mut seen) = (Vec::new(), [0; 3]);
            while let Some(kind) = blobs.next(&mut block).unwrap() {
                if kind == Kind::Data {
                    let block = Block::read(&block).unwrap();
                    block.nodes(|_, _, _| seen[0] += 1).unwrap();
                    block.ways(|_, _, _, _| seen[1] += 1).unwrap();
                    block.relations(|_| seen[2] += 1).unwrap();
                }
            }
            assert_eq!(seen, expected);
        }
    }
}
