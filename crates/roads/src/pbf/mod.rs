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
