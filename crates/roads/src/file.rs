//! The graph file: what took minutes to build is read in a fraction of a second.
//!
//! Little-endian: a mark, a version, and parts in a fixed order, each with its length before it and its
//! checksum (CRC-32 of its name, length and bytes) after it. What was cut, changed or made up is refused:
//! checksums find accidents, and every number is checked against what it points into, so that not even
//! a file that somebody made on purpose leads a search outside its arrays.

use std::io::{Read, Write};

use crate::Fault;
use crate::cost::NEVER;
use crate::extract::{Place, PlaceKind};
use crate::graph::{Arcs, Edges, Graph};
use crate::hierarchy::Hierarchy;
use crate::limits::GRAPH_VERSION;
use crate::point::Point;
use crate::profile::{Class, Profile, Vehicle};
use crate::snap::Grid;

const MARK: &[u8; 8] = b"TRESSE\x1aR";
const LICENCE: &str = "(c) OpenStreetMap contributors, Open Database License 1.0, \
                       https://opendatacommons.org/licenses/odbl/";
/// Bytes that are read or written at once.
const CHUNK: usize = 1 << 20;

impl Graph {
    /// Writes the graph file; the same graph gives the same bytes.
    ///
    /// # Errors
    /// [`Fault::Unwritable`].
    pub fn write(&self, to: impl Write) -> Result<(), Fault> {
        self.put(&mut Writer(to)).map_err(|error| Fault::unwritable(&error))
    }

    fn put<W: Write>(&self, to: &mut Writer<W>) -> std::io::Result<()> {
        to.0.write_all(MARK)?;
        to.0.write_all(&GRAPH_VERSION.to_le_bytes())?;
        to.bytes("licence", LICENCE.as_bytes())?;
        to.bytes("description", &self.description())?;
        let (latitudes, longitudes) = apart(self.junctions.iter().copied());
        to.numbers("latitudes", &latitudes)?;
        to.numbers("longitudes", &longitudes)?;
        to.numbers("beginnings", &self.edges.from)?;
        to.numbers("ends", &self.edges.to)?;
        to.numbers("speeds along", &self.edges.along)?;
        to.numbers("speeds against", &self.edges.against)?;
        to.bytes("classes", &self.edges.class)?;
        to.numbers("shape beginnings", &self.edges.first_shape)?;
        to.bytes("shapes", &self.edges.shapes)?;
        to.numbers("arc beginnings", &self.arcs.first)?;
        to.numbers("arc heads", &self.arcs.head)?;
        to.numbers("arc lanes", &self.arcs.lane)?;
        to.numbers("arc costs", &self.arcs.cost)?;
        to.numbers("copies", &self.copies)?;
        let home: Vec<u8> = self.home.iter().map(|home| u8::from(*home)).collect();
        to.bytes("largest part", &home)?;
        to.numbers("squares", &self.grid.squares)?;
        to.numbers("square beginnings", &self.grid.first)?;
        to.numbers("square edges", &self.grid.edges)?;
        let (latitudes, longitudes) = apart(self.places.iter().map(|place| place.at));
        to.numbers("place latitudes", &latitudes)?;
        to.numbers("place longitudes", &longitudes)?;
        let kinds: Vec<u8> = self.places.iter().map(|place| place.kind as u8).collect();
        to.bytes("place kinds", &kinds)?;
        let inhabitants: Vec<u32> = self.places.iter().map(|place| place.inhabitants).collect();
        to.numbers("inhabitants", &inhabitants)?;
        let names: Vec<&str> = self.places.iter().map(|place| place.name.as_str()).collect();
        to.bytes("place names", names.join("\n").as_bytes())?;
        if let Some(hierarchy) = &self.hierarchy {
            to.numbers("ranks", &hierarchy.rank)?;
            to.numbers("shortcut beginnings", &hierarchy.first_up)?;
            to.numbers("shortcut heads", &hierarchy.up_head)?;
            to.numbers("costs upwards", &hierarchy.upwards)?;
            to.numbers("costs downwards", &hierarchy.downwards)?;
        }
        to.0.flush()
    }

    /// Reads a graph file.
    ///
    /// # Errors
    /// [`Fault`]: not a graph, of another version, cut, or changed.
    pub fn read(from: impl Read) -> Result<Self, Fault> {
        let mut from = Reader { from, chunk: vec![0; CHUNK] };
        from.mark()?;
        from.bytes("licence")?;
        let (profile, as_of, has_hierarchy) = described(&from.bytes("description")?)?;
        let junctions = from.points("latitudes", "longitudes")?;
        let edges = Edges {
            from: from.numbers("beginnings")?,
            to: from.numbers("ends")?,
            along: from.numbers("speeds along")?,
            against: from.numbers("speeds against")?,
            class: from.bytes("classes")?,
            first_shape: from.numbers("shape beginnings")?,
            shapes: from.bytes("shapes")?,
        };
        let arcs = Arcs {
            first: from.numbers("arc beginnings")?,
            head: from.numbers("arc heads")?,
            lane: from.numbers("arc lanes")?,
            cost: from.numbers("arc costs")?,
        };
        let copies = from.numbers("copies")?;
        let home = from.bytes("largest part")?.into_iter().map(|home| home == 1).collect();
        let grid = Grid {
            squares: from.numbers("squares")?,
            first: from.numbers("square beginnings")?,
            edges: from.numbers("square edges")?,
        };
        let places = from.places()?;
        let hierarchy = if has_hierarchy { Some(from.hierarchy()?) } else { None };
        from.end()?;
        let graph =
            Self { profile, as_of, junctions, edges, arcs, copies, home, grid, places, hierarchy };
        graph.check()?;
        Ok(graph)
    }

    fn description(&self) -> Vec<u8> {
        let Profile { vehicle, height_cm, width_cm, weight_kg } = self.profile;
        let flags = [vehicle as u8, u8::from(self.as_of.is_some()), u8::from(self.hierarchy.is_some())];
        let mut description = flags.to_vec();
        for number in [height_cm, width_cm, weight_kg] {
            description.extend(number.to_le_bytes());
        }
        description.extend(self.as_of.unwrap_or(0).to_le_bytes());
        description
    }

    /// Whether every number points into what it is meant for.
    fn check(&self) -> Result<(), Fault> {
        let (junctions, nodes) = (self.junctions.len(), self.node_count());
        let (edges, arcs) = (self.edges.from.len(), self.arcs.head.len());
        let below = |numbers: &[u32], limit: usize| numbers.iter().all(|n| (*n as usize) < limit);
        let ranges = |first: &[u32], parts: usize, whole: usize| {
            let ends =
                first.first() == Some(&0) && first.last().is_some_and(|last| *last as usize == whole);
            first.len() == parts + 1 && ends && first.is_sorted()
        };
        let rules = [
            ("junctions", junctions > 0 && u32::try_from(nodes).is_ok()),
            ("beginnings", below(&self.edges.from, junctions) && edges <= (u32::MAX / 2) as usize),
            ("ends", self.edges.to.len() == edges && below(&self.edges.to, junctions)),
            ("speeds", self.edges.along.len() == edges && self.edges.against.len() == edges),
            ("classes", self.edges.class.len() == edges),
            ("classes", self.edges.class.iter().all(|class| Class::numbered(*class).is_some())),
            ("shapes", ranges(&self.edges.first_shape, edges, self.edges.shapes.len())),
            ("arc beginnings", ranges(&self.arcs.first, nodes, arcs)),
            ("arc heads", below(&self.arcs.head, nodes)),
            ("arc lanes", self.arcs.lane.len() == arcs && below(&self.arcs.lane, edges * 2)),
            ("arc costs", self.arcs.cost.len() == arcs && self.arcs.cost.iter().all(|c| *c < NEVER)),
            ("copies", below(&self.copies, junctions) && self.copies.is_sorted()),
            ("largest part", self.home.len() == nodes),
            ("squares", self.grid.squares.is_sorted()),
            ("squares", ranges(&self.grid.first, self.grid.squares.len(), self.grid.edges.len())),
            ("squares", below(&self.grid.edges, edges)),
            ("hierarchy", self.hierarchy.as_ref().is_none_or(|hierarchy| hierarchy.is_sound(nodes))),
        ];
        match rules.into_iter().find(|(_, holds)| !holds) {
            Some((part, _)) => Err(Fault::GraphChanged { part }),
            None => Ok(()),
        }
    }
}

fn described(bytes: &[u8]) -> Result<(Profile, Option<i64>, bool), Fault> {
    let changed = Fault::GraphChanged { part: "description" };
    let Ok(bytes) = <[u8; 23]>::try_from(bytes) else { return Err(changed) };
    let number =
        |at: usize| u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
    let vehicle = match bytes[0] {
        0 => Vehicle::Van,
        1 => Vehicle::SmallLorry,
        _ => return Err(changed),
    };
    let profile = Profile { vehicle, height_cm: number(3), width_cm: number(7), weight_kg: number(11) };
    let seconds = u64::from(number(19)) << 32 | u64::from(number(15));
    Ok((profile, (bytes[1] == 1).then_some(seconds.cast_signed()), bytes[2] == 1))
}

fn apart(points: impl Iterator<Item = Point>) -> (Vec<u32>, Vec<u32>) {
    points.map(|at| (at.latitude_e7.cast_unsigned(), at.longitude_e7.cast_unsigned())).unzip()
}

/// A number of fixed width, lowest byte first.
trait Fixed: Copy {
    const BYTES: usize;
    fn put(self, bytes: &mut Vec<u8>);
    /// Of [`Self::BYTES`] bytes.
    fn take(bytes: &[u8]) -> Self;
}

macro_rules! fixed {
    ($($number:ty),*) => { $(
        impl Fixed for $number {
            const BYTES: usize = size_of::<$number>();
            fn put(self, bytes: &mut Vec<u8>) {
                bytes.extend_from_slice(&self.to_le_bytes());
            }
            fn take(bytes: &[u8]) -> Self {
                bytes.try_into().map_or(0, <$number>::from_le_bytes)
            }
        }
    )* };
}
fixed!(u8, u16, u32, u64);

struct Writer<W>(W);

impl<W: Write> Writer<W> {
    fn bytes(&mut self, name: &str, bytes: &[u8]) -> std::io::Result<()> {
        self.numbers(name, bytes)
    }

    fn numbers<N: Fixed>(&mut self, name: &str, numbers: &[N]) -> std::io::Result<()> {
        let length = (numbers.len() * N::BYTES) as u64;
        let mut sum = checksum(name, length);
        self.0.write_all(&length.to_le_bytes())?;
        let mut chunk = Vec::with_capacity(CHUNK);
        for some in numbers.chunks(CHUNK / N::BYTES) {
            chunk.clear();
            for number in some {
                number.put(&mut chunk);
            }
            sum.update(&chunk);
            self.0.write_all(&chunk)?;
        }
        self.0.write_all(&sum.finalize().to_le_bytes())
    }
}

fn checksum(name: &str, length: u64) -> crc32fast::Hasher {
    let mut sum = crc32fast::Hasher::new();
    sum.update(name.as_bytes());
    sum.update(&length.to_le_bytes());
    sum
}

struct Reader<R> {
    from: R,
    chunk: Vec<u8>,
}

impl<R: Read> Reader<R> {
    fn mark(&mut self) -> Result<(), Fault> {
        let mut mark = [0; 8];
        self.fill(&mut mark).map_err(|error| error.unwrap_or(Fault::NotAGraph))?;
        if &mark != MARK {
            return Err(Fault::NotAGraph);
        }
        let found = self.number::<u32>("version")?;
        if found == GRAPH_VERSION { Ok(()) } else { Err(Fault::GraphVersion { found }) }
    }

    fn bytes(&mut self, part: &'static str) -> Result<Vec<u8>, Fault> {
        self.numbers(part)
    }

    /// A part, as far as the file really goes: its length is not believed before its bytes are there.
    fn numbers<N: Fixed>(&mut self, part: &'static str) -> Result<Vec<N>, Fault> {
        let length = self.number::<u64>(part)?;
        let mut sum = checksum(part, length);
        let width = N::BYTES as u64;
        if !length.is_multiple_of(width) {
            return Err(Fault::GraphChanged { part });
        }
        let mut numbers = Vec::new();
        let mut left = length;
        let mut chunk = std::mem::take(&mut self.chunk);
        while left > 0 {
            let size = usize::try_from(left).unwrap_or(CHUNK).min(CHUNK);
            self.fill(&mut chunk[..size]).map_err(|error| error.unwrap_or(Fault::GraphCut { part }))?;
            sum.update(&chunk[..size]);
            if left == length && left <= 64 * CHUNK as u64 {
                numbers.reserve_exact(usize::try_from(left / width).unwrap_or(0));
            }
            numbers.extend(chunk[..size].chunks_exact(N::BYTES).map(N::take));
            left -= size as u64;
        }
        self.chunk = chunk;
        if self.number::<u32>(part)? == sum.finalize() {
            Ok(numbers)
        } else {
            Err(Fault::GraphChanged { part })
        }
    }

    fn points(&mut self, first: &'static str, second: &'static str) -> Result<Vec<Point>, Fault> {
        let latitudes = self.numbers::<u32>(first)?;
        let longitudes = self.numbers::<u32>(second)?;
        let changed = Fault::GraphChanged { part: second };
        if latitudes.len() != longitudes.len() {
            return Err(changed);
        }
        let point = |(latitude, longitude): (u32, u32)| {
            Point::from_e7(i64::from(latitude.cast_signed()), i64::from(longitude.cast_signed()))
        };
        latitudes.into_iter().zip(longitudes).map(point).collect::<Option<_>>().ok_or(changed)
    }

    fn places(&mut self) -> Result<Vec<Place>, Fault> {
        let points = self.points("place latitudes", "place longitudes")?;
        let kinds = self.bytes("place kinds")?;
        let inhabitants = self.numbers::<u32>("inhabitants")?;
        let changed = Fault::GraphChanged { part: "places" };
        let names = String::from_utf8(self.bytes("place names")?).map_err(|_| changed.clone())?;
        let names: Vec<&str> = if points.is_empty() { Vec::new() } else { names.split('\n').collect() };
        let count = points.len();
        if [kinds.len(), inhabitants.len(), names.len()] != [count; 3] {
            return Err(changed);
        }
        let places = points.into_iter().zip(kinds).zip(inhabitants).zip(names);
        let places = places.map(|(((at, kind), inhabitants), name)| {
            let kind = *PlaceKind::ALL.get(usize::from(kind))?;
            Some(Place { at, kind, inhabitants, name: name.to_owned() })
        });
        places.collect::<Option<_>>().ok_or(changed)
    }

    fn hierarchy(&mut self) -> Result<Hierarchy, Fault> {
        Ok(Hierarchy {
            rank: self.numbers("ranks")?,
            first_up: self.numbers("shortcut beginnings")?,
            up_head: self.numbers("shortcut heads")?,
            upwards: self.numbers("costs upwards")?,
            downwards: self.numbers("costs downwards")?,
        })
    }

    fn end(&mut self) -> Result<(), Fault> {
        let mut more = [0];
        match self.fill(&mut more) {
            Ok(()) => Err(Fault::GraphChanged { part: "end" }),
            Err(Some(fault)) => Err(fault),
            Err(None) => Ok(()),
        }
    }

    fn number<N: Fixed>(&mut self, part: &'static str) -> Result<N, Fault> {
        let mut bytes = [0; 8];
        let bytes = &mut bytes[..N::BYTES];
        self.fill(bytes).map_err(|error| error.unwrap_or(Fault::GraphCut { part }))?;
        Ok(N::take(bytes))
    }

    /// `Err(None)` where the file ends first.
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), Option<Fault>> {
        self.from.read_exact(bytes).map_err(|error| match error.kind() {
            std::io::ErrorKind::UnexpectedEof => None,
            _ => Some(Fault::unreadable(&error)),
        })
    }
}
