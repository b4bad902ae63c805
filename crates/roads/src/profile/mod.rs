//! Which vehicle goes, where it may drive, and how fast: OpenStreetMap's tags read for it.

mod access;
mod speed;
mod value;

use crate::pbf::Tags;
use access::Access;

/// Tenths of a kilometre an hour; 0 where a direction is closed.
pub type Speed = u16;

/// What a round is driven with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Vehicle {
    /// Up to 3.5 t: what a producer with a driving licence B drives.
    Van,
    /// Above 3.5 t: signs for goods vehicles hold for it, and it is slower.
    SmallLorry,
}

impl Vehicle {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Van => "van",
            Self::SmallLorry => "small lorry",
        }
    }
}

/// A vehicle with its measures; who knows their own sets them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Profile {
    pub vehicle: Vehicle,
    /// From the road to the roof.
    pub height_cm: u32,
    pub width_cm: u32,
    /// The weight that it may have with its load, and what its papers say.
    pub weight_kg: u32,
}

impl Profile {
    /// A high-roofed van of 3.5 t.
    pub const VAN: Self =
        Self { vehicle: Vehicle::Van, height_cm: 270, width_cm: 210, weight_kg: 3_500 };
    /// A box lorry of 7.5 t.
    pub const SMALL_LORRY: Self =
        Self { vehicle: Vehicle::SmallLorry, height_cm: 350, width_cm: 250, weight_kg: 7_500 };

    /// How this vehicle may use a way of these tags, `None` where it may not.
    ///
    /// The speed of a ferry is not known here: see [`ferry_minutes`].
    pub fn use_of(&self, tags: &Tags<'_>) -> Option<Use> {
        let class = Class::of(tags)?;
        let access = access::of(tags, self.vehicle);
        let open = match access {
            Some(Access::Closed) => return None,
            Some(Access::Open | Access::ToEnds) => true,
            None => class.is_open_unless_signed(tags),
        };
        if !open || access::is_impassable(tags) || self.is_too_large(tags) {
            return None;
        }
        let to_ends = access == Some(Access::ToEnds);
        let mut speeds = speed::both_ways(tags, class, self.vehicle);
        if to_ends {
            speeds = speeds.map(|speed| (speed / 2).max(10));
        }
        match access::direction(tags) {
            access::Direction::Both => {}
            access::Direction::Along => speeds[1] = 0,
            access::Direction::Against => speeds[0] = 0,
            access::Direction::None => return None,
        }
        Some(Use { class, to_ends, speeds })
    }

    /// Whether a node of these tags stops this vehicle: a bollard, a gate that is not open, a low bar.
    pub fn is_stopped_by(&self, tags: &Tags<'_>) -> bool {
        access::is_barrier(tags, self.vehicle) || self.is_too_large(tags)
    }

    /// Whether a turn restriction is meant for this vehicle, and its words if so.
    ///
    /// One that holds at some hours only is left out: a matrix has no hour.
    pub fn restriction<'a>(&self, tags: &Tags<'a>) -> Option<&'a str> {
        let hours = ["day_on", "hour_on"].iter().any(|key| tags.get(key).is_some());
        if tags.get("type") != Some("restriction") || hours {
            return None;
        }
        let kinds = access::kinds(self.vehicle);
        let excepted = tags
            .get("except")
            .is_some_and(|except| except.split(';').any(|kind| kinds.contains(&kind.trim())));
        let own = kinds.iter().find_map(|kind| tags.get(&format!("restriction:{kind}")));
        own.or_else(|| tags.get("restriction").filter(|_| !excepted))
    }

    fn is_too_large(&self, tags: &Tags<'_>) -> bool {
        let lower = |keys: &[&str], own: u32, read: fn(&str) -> Option<u32>| {
            keys.iter().filter_map(|key| read(tags.get(key)?)).any(|limit| limit < own)
        };
        lower(&["maxheight", "maxheight:physical"], self.height_cm, value::centimetres)
            || lower(&["maxwidth", "maxwidth:physical"], self.width_cm, value::centimetres)
            || lower(&["maxweight", "maxweightrating"], self.weight_kg, value::kilograms)
            || self.vehicle == Vehicle::SmallLorry
                && lower(&["maxweight:hgv", "maxweightrating:hgv"], self.weight_kg, value::kilograms)
    }
}

/// How a vehicle may use a way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Use {
    pub class: Class,
    /// Only for who has something to do there: it counts as half as fast, so that nobody is sent
    /// through, and who must go there still can.
    pub to_ends: bool,
    /// Along the way and against it.
    pub speeds: [Speed; 2],
}

/// What a road is in the net, from the widest down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    Motorway,
    Trunk,
    Primary,
    Secondary,
    Tertiary,
    Unclassified,
    Residential,
    LivingStreet,
    Service,
    Track,
    Pedestrian,
    Ferry,
}

impl Class {
    pub const ALL: [Self; 12] = [
        Self::Motorway,
        Self::Trunk,
        Self::Primary,
        Self::Secondary,
        Self::Tertiary,
        Self::Unclassified,
        Self::Residential,
        Self::LivingStreet,
        Self::Service,
        Self::Track,
        Self::Pedestrian,
        Self::Ferry,
    ];

    /// The word of OpenStreetMap, which is also the class on the map.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Motorway => "motorway",
            Self::Trunk => "trunk",
            Self::Primary => "primary",
            Self::Secondary => "secondary",
            Self::Tertiary => "tertiary",
            Self::Unclassified => "unclassified",
            Self::Residential => "residential",
            Self::LivingStreet => "living_street",
            Self::Service => "service",
            Self::Track => "track",
            Self::Pedestrian => "pedestrian",
            Self::Ferry => "ferry",
        }
    }

    pub(crate) fn number(self) -> u8 {
        self as u8
    }

    pub(crate) fn numbered(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number)).copied()
    }

    fn of(tags: &Tags<'_>) -> Option<Self> {
        if tags.get("route") == Some("ferry") {
            return Some(Self::Ferry);
        }
        let highway = tags.get("highway")?;
        if tags.get("area") == Some("yes") {
            return None;
        }
        Some(match highway {
            "motorway" | "motorway_link" => Self::Motorway,
            "trunk" | "trunk_link" => Self::Trunk,
            "primary" | "primary_link" => Self::Primary,
            "secondary" | "secondary_link" => Self::Secondary,
            "tertiary" | "tertiary_link" => Self::Tertiary,
            "unclassified" | "road" => Self::Unclassified,
            "residential" => Self::Residential,
            "living_street" => Self::LivingStreet,
            "service" => Self::Service,
            "track" => Self::Track,
            "pedestrian" => Self::Pedestrian,
            _ => return None,
        })
    }

    /// What holds where no sign says who may drive.
    fn is_open_unless_signed(self, tags: &Tags<'_>) -> bool {
        match self {
            Self::Pedestrian => false,
            Self::Service => tags.get("service") != Some("emergency_access"),
            // Farms lie at the end of the better ones.
            Self::Track => matches!(tags.get("tracktype"), Some("grade1" | "grade2")),
            // One that says who else may come aboard, and nothing of vehicles, takes none.
            Self::Ferry => ["foot", "bicycle"].iter().all(|key| tags.get(key).is_none()),
            _ => true,
        }
    }
}

/// The minutes that a ferry says it takes, as `15`, `0:15` or `PT15M`.
pub fn ferry_minutes(tags: &Tags<'_>) -> Option<u32> {
    tags.get("duration").and_then(value::minutes)
}

#[cfg(test)]
mod tests;
