//! What an extract, a graph file and a matrix may hold, so that memory is bounded by intent.

/// The version of the graph file: it changes whenever what is written does.
pub const GRAPH_VERSION: u32 = 1;
/// Points of all roads together; Belgium has about 12 million.
pub const ROAD_POINTS: usize = 60_000_000;
/// Named places.
pub const PLACES: usize = 500_000;
/// Turn restrictions.
pub const BANS: usize = 500_000;
/// Sites of one matrix.
pub const SITES: usize = 5_000;
/// Characters of a pasted matrix.
pub const PASTED_BYTES: usize = 64 * 1024 * 1024;
/// Beyond this many junctions a graph is built with its hierarchy: the hundred ways of a plan's map then take
/// more than a hundredth of a second by Dijkstra, and building it about that long once.
pub const HIERARCHY_JUNCTIONS: usize = 1_000;
/// A site farther than this from any road is not on the net, unless a caller says otherwise.
pub const SNAP_METRES: u32 = 1_000;
