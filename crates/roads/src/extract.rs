//! An extract becomes the roads that one vehicle may use, with their points, bans and places.
//!
//! Two passes: the first takes the ways and the turn restrictions, the second only the blocks that
//! hold nodes, for the points that those ways need. What no vehicle drives on is never kept.

use std::io::{Read, Seek};

use crate::Fault;
use crate::limits;
use crate::pbf::wire::Malformed;
use crate::pbf::{Blobs, Block, Header, Kind, Relation, Tags};
use crate::point::{Point, straight_cm};
use crate::profile::{Class, Profile, Speed, ferry_minutes};

/// What one vehicle needs of an extract.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extract {
    /// Seconds since 1970: until when the data is known, by its own word or by its newest way.
    pub as_of: Option<i64>,
    pub points: Vec<Point>,
    /// Where something stops the vehicle, in ascending order.
    pub stopped: Vec<u32>,
    pub roads: Vec<Road>,
    /// The points of all roads, one road after another.
    pub road_points: Vec<u32>,
    pub bans: Vec<Ban>,
    pub places: Vec<Place>,
}

/// A way, or as much of it as lies within the extract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Road {
    /// Its identifier in OpenStreetMap.
    pub way: i64,
    pub class: Class,
    pub to_ends: bool,
    /// Along its points and against them; 0 where closed.
    pub speeds: [Speed; 2],
    /// Where its points begin in [`Extract::road_points`].
    pub first: u32,
    /// How many they are, at least two.
    pub count: u32,
}

/// A turn that is forbidden (`only` false), or the only one that is allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ban {
    pub from_way: i64,
    pub via: Via,
    pub to_way: i64,
    pub only: bool,
}

/// What lies between the two ways of a ban.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Via {
    /// Index of a point.
    Point(u32),
    /// Identifiers of ways.
    Ways(Vec<i64>),
}

/// Somewhere with a name, for the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub at: Point,
    pub kind: PlaceKind,
    /// 0 where it is not known.
    pub inhabitants: u32,
    pub name: String,
}

/// From the largest down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceKind {
    City,
    Town,
    Village,
    Hamlet,
}

impl PlaceKind {
    pub const ALL: [Self; 4] = [Self::City, Self::Town, Self::Village, Self::Hamlet];

    pub const fn name(self) -> &'static str {
        match self {
            Self::City => "city",
            Self::Town => "town",
            Self::Village => "village",
            Self::Hamlet => "hamlet",
        }
    }
}

impl Extract {
    pub fn points_of(&self, road: &Road) -> &[u32] {
        let first = road.first as usize;
        self.road_points.get(first..first + road.count as usize).unwrap_or_default()
    }

    /// Reads an `.osm.pbf` for one vehicle.
    ///
    /// # Errors
    /// [`Fault`]: not an extract, cut, damaged, too large, or without a road for this vehicle. A file
    /// that was cut exactly between two blocks can only be noticed by what it then lacks.
    pub fn read<R: Read + Seek>(reader: R, profile: &Profile) -> Result<Self, Fault> {
        let mut blobs = Blobs::of(reader);
        let mut ways = Ways { profile, ..Ways::new(profile) };
        let blobs_with_nodes = ways.first_pass(&mut blobs)?;
        let mut points = Points::needed_by(&ways);
        for at_byte in blobs_with_nodes {
            points.take(&mut blobs, at_byte, profile)?;
        }
        let extract = joined(ways, points);
        if extract.roads.is_empty() {
            return Err(Fault::NoRoads { vehicle: profile.vehicle.name() });
        }
        Ok(extract)
    }
}

/// What the first pass collects, still by the identifiers of OpenStreetMap.
struct Ways<'p> {
    profile: &'p Profile,
    replicated_until: Option<i64>,
    newest: Option<i64>,
    roads: Vec<Road>,
    minutes: Vec<Option<u32>>,
    nodes: Vec<i64>,
    bans: Vec<Ban>,
    /// The node of each ban with [`Via::Point`].
    ban_nodes: Vec<i64>,
}

impl<'p> Ways<'p> {
    fn new(profile: &'p Profile) -> Self {
        Self {
            profile,
            replicated_until: None,
            newest: None,
            roads: Vec::new(),
            minutes: Vec::new(),
            nodes: Vec::new(),
            bans: Vec::new(),
            ban_nodes: Vec::new(),
        }
    }

    /// Where the blobs with nodes begin.
    fn first_pass<R: Read + Seek>(&mut self, blobs: &mut Blobs<R>) -> Result<Vec<u64>, Fault> {
        let (mut block, mut with_nodes, mut began) = (Vec::new(), Vec::new(), false);
        loop {
            let at_byte = blobs.at_byte();
            let damaged = |Malformed| Fault::ExtractDamaged { at_byte, what: "its elements" };
            match blobs.next(&mut block)? {
                None if began => return Ok(with_nodes),
                Some(Kind::Header) => {
                    let header = Header::read(&block).map_err(damaged)?;
                    if let Some(feature) = header.foreign {
                        return Err(Fault::ExtractForeign { feature });
                    }
                    self.replicated_until = header.replicated_until;
                    began = true;
                }
                Some(Kind::Data) if began => {
                    let block = Block::read(&block).map_err(damaged)?;
                    if block.has_nodes() {
                        with_nodes.push(at_byte);
                    }
                    block
                        .ways(|id, tags, nodes, changed| self.way(id, tags, nodes, changed))
                        .and_then(|()| block.relations(|relation| self.relation(relation)))
                        .map_err(damaged)?;
                    self.within_limits()?;
                }
                // A file of OpenStreetMap begins with what it is.
                None | Some(Kind::Data) => return Err(Fault::NotAnExtract),
                Some(Kind::Other) => {}
            }
        }
    }

    fn way(&mut self, way: i64, tags: &Tags<'_>, nodes: &[i64], changed: Option<i64>) {
        self.newest = self.newest.max(changed);
        let Some(found) = self.profile.use_of(tags) else { return };
        let (Ok(first), Ok(count)) = (u32::try_from(self.nodes.len()), u32::try_from(nodes.len()))
        else {
            return;
        };
        self.nodes.extend_from_slice(nodes);
        self.minutes.push(ferry_minutes(tags).filter(|_| found.class == Class::Ferry));
        let (class, to_ends, speeds) = (found.class, found.to_ends, found.speeds);
        self.roads.push(Road { way, class, to_ends, speeds, first, count });
    }

    fn relation(&mut self, relation: &Relation<'_>) {
        let Some(words) = self.profile.restriction(&relation.tags) else { return };
        let only = words.starts_with("only_");
        if !only && !words.starts_with("no_") {
            return;
        }
        let members = |kind: u64, role: &str| -> Vec<i64> {
            let found = relation.members.iter();
            let found = found.filter(|member| member.0 == kind && member.2 == role);
            found.map(|member| member.1).collect()
        };
        let (via_nodes, via_ways) = (members(0, "via"), members(1, "via"));
        for &from_way in &members(1, "from") {
            for &to_way in &members(1, "to") {
                let via = match (&via_nodes[..], &via_ways[..]) {
                    ([node], []) => {
                        self.ban_nodes.push(*node);
                        Via::Point(0)
                    }
                    ([], [_, ..]) => Via::Ways(via_ways.clone()),
                    _ => continue,
                };
                self.bans.push(Ban { from_way, via, to_way, only });
            }
        }
    }

    fn within_limits(&self) -> Result<(), Fault> {
        let counts = [
            ("points of roads", self.nodes.len(), limits::ROAD_POINTS),
            ("turn restrictions", self.bans.len(), limits::BANS),
        ];
        match counts.into_iter().find(|(_, count, limit)| count > limit) {
            Some((what, _, limit)) => Err(Fault::ExtractTooLarge { what, limit }),
            None => Ok(()),
        }
    }
}

/// What the second pass collects: where the needed nodes are.
struct Points {
    /// In ascending order.
    ids: Vec<i64>,
    at: Vec<Option<Point>>,
    stopped: Vec<u32>,
    places: Vec<Place>,
    /// Nodes come in the order of their identifiers, so the next one is most likely this.
    next: usize,
}

impl Points {
    fn needed_by(ways: &Ways<'_>) -> Self {
        let mut ids = ways.nodes.clone();
        ids.sort_unstable();
        ids.dedup();
        let at = vec![None; ids.len()];
        Self { ids, at, stopped: Vec::new(), places: Vec::new(), next: 0 }
    }

    fn take<R: Read + Seek>(
        &mut self,
        blobs: &mut Blobs<R>,
        at_byte: u64,
        profile: &Profile,
    ) -> Result<(), Fault> {
        let damaged = |Malformed| Fault::ExtractDamaged { at_byte, what: "its nodes" };
        let mut block = Vec::new();
        blobs.go_to(at_byte)?;
        blobs.next(&mut block)?;
        let block = Block::read(&block).map_err(damaged)?;
        block.nodes(|id, at, tags| self.node(id, at, tags, profile)).map_err(damaged)?;
        if self.places.len() > limits::PLACES {
            return Err(Fault::ExtractTooLarge { what: "places", limit: limits::PLACES });
        }
        Ok(())
    }

    fn node(&mut self, id: i64, at: Point, tags: &Tags<'_>, profile: &Profile) {
        if !tags.is_empty() {
            self.places.extend(place(at, tags));
        }
        let Some(index) = self.index(id) else { return };
        self.at[index] = Some(at);
        if profile.is_stopped_by(tags)
            && let Ok(index) = u32::try_from(index)
        {
            self.stopped.push(index);
        }
    }

    fn index(&mut self, id: i64) -> Option<usize> {
        match self.ids.get(self.next) {
            Some(next) if *next == id => self.next += 1,
            Some(next) if *next > id && (self.next == 0 || self.ids[self.next - 1] < id) => return None,
            _ => match self.ids.binary_search(&id) {
                Ok(index) => self.next = index + 1,
                Err(index) => {
                    self.next = index;
                    return None;
                }
            },
        }
        Some(self.next - 1)
    }
}

fn place(at: Point, tags: &Tags<'_>) -> Option<Place> {
    let kind = match tags.get("place")? {
        "city" => PlaceKind::City,
        "town" => PlaceKind::Town,
        "village" => PlaceKind::Village,
        "hamlet" => PlaceKind::Hamlet,
        _ => return None,
    };
    let name: String = tags.get("name")?.chars().filter(|c| !c.is_control()).take(80).collect();
    let inhabitants = tags.get("population").and_then(|number| number.parse().ok()).unwrap_or(0);
    Some(Place { at, kind, inhabitants, name })
}

/// Both passes together: roads end where the extract knows no more of their points.
fn joined(ways: Ways<'_>, points: Points) -> Extract {
    let mut numbers = vec![None; points.ids.len()];
    let mut extract = Extract {
        as_of: ways.replicated_until.or(ways.newest),
        places: points.places,
        ..Extract::default()
    };
    for (number, at) in numbers.iter_mut().zip(&points.at) {
        if let Some(at) = at {
            *number = u32::try_from(extract.points.len()).ok();
            extract.points.push(*at);
        }
    }
    let number = |node: i64| numbers[points.ids.binary_search(&node).ok()?];
    extract.stopped = points.stopped.iter().filter_map(|index| numbers[*index as usize]).collect();
    extract.stopped.sort_unstable();
    extract.stopped.dedup();
    for (road, minutes) in ways.roads.iter().zip(&ways.minutes) {
        let nodes = &ways.nodes[road.first as usize..][..road.count as usize];
        for known in nodes.iter().map(|node| number(*node)).collect::<Vec<_>>().split(Option::is_none) {
            let known: Vec<u32> = known.iter().copied().flatten().collect();
            add_road(&mut extract, *road, &known, *minutes);
        }
    }
    let mut ban_nodes = ways.ban_nodes.into_iter();
    extract.bans = ways.bans;
    extract.bans.retain_mut(|ban| match &mut ban.via {
        Via::Ways(_) => true,
        Via::Point(point) => match ban_nodes.next().and_then(number) {
            Some(number) => {
                *point = number;
                true
            }
            None => false,
        },
    });
    extract
}

fn add_road(extract: &mut Extract, road: Road, points: &[u32], minutes: Option<u32>) {
    let (Ok(first), Ok(count)) = (u32::try_from(extract.road_points.len()), u32::try_from(points.len()))
    else {
        return;
    };
    if count < 2 {
        return;
    }
    let mut road = Road { first, count, ..road };
    if let Some(minutes) = minutes {
        let stretch = |pair: &[u32]| {
            u64::from(straight_cm(extract.points[pair[0] as usize], extract.points[pair[1] as usize]))
        };
        let centimetres: u64 = points.windows(2).map(stretch).sum();
        // Metres in minutes, as tenths of a kilometre an hour.
        let speed = centimetres * 6 / (1000 * u64::from(minutes.max(1)));
        let speed = Speed::try_from(speed.clamp(1, 1000)).unwrap_or(1);
        road.speeds = road.speeds.map(|open| if open == 0 { 0 } else { speed });
    }
    extract.road_points.extend_from_slice(points);
    extract.roads.push(road);
}
