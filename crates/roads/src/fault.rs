//! Why an extract or a graph file is refused: one sentence that says what, where, and what to do.
//!
//! The English text is for the command line and for logs; a page translates the variant.

use crate::limits;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error(
        "this is not an OpenStreetMap extract: give a file that ends in .osm.pbf, as Geofabrik offers them"
    )]
    NotAnExtract,
    #[error("the extract breaks off at byte {at_byte}: it came only in part, download it again")]
    ExtractCut { at_byte: u64 },
    #[error("the extract is damaged in the block at byte {at_byte} ({what}): download it again")]
    ExtractDamaged { at_byte: u64, what: &'static str },
    #[error(
        "the extract asks for {feature}, which is not read here: write it anew with `osmium cat -f pbf`"
    )]
    ExtractForeign { feature: String },
    #[error("the extract holds more than {} {what}: take the extract of a smaller region", limit)]
    ExtractTooLarge { what: &'static str, limit: usize },
    #[error(
        "the extract has no road that a {vehicle} may use: it is empty, of the sea, or its end is missing"
    )]
    NoRoads { vehicle: &'static str },
    #[error("this is not a road graph: give a file that `tresse roads build` wrote")]
    NotAGraph,
    #[error(
        "the road graph is of version {found} and this program reads version {}: build it again from the extract",
        limits::GRAPH_VERSION
    )]
    GraphVersion { found: u32 },
    #[error("the road graph breaks off in its {part}: build it again from the extract")]
    GraphCut { part: &'static str },
    #[error("the road graph was changed after it was written ({part}): build it again from the extract")]
    GraphChanged { part: &'static str },
    #[error("the file could not be read: {reason}")]
    Unreadable { reason: String },
    #[error("the file could not be written: {reason}")]
    Unwritable { reason: String },
}

impl Fault {
    pub(crate) fn unreadable(error: &std::io::Error) -> Self {
        Self::Unreadable { reason: error.to_string() }
    }

    pub(crate) fn unwritable(error: &std::io::Error) -> Self {
        Self::Unwritable { reason: error.to_string() }
    }
}
