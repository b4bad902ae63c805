//! How fast a vehicle really goes, from the class of a road and from its signs.
//!
//! A limit is not a speed: bends, crossings and other people take a fifth of it, which is what the
//! known routers count too. Where nothing is signed the class decides.

use super::{Class, Speed, Vehicle, access, value};
use crate::pbf::Tags;

/// Along the way and against it, in tenths of a kilometre an hour, never 0.
pub fn both_ways(tags: &Tags<'_>, class: Class, vehicle: Vehicle) -> [Speed; 2] {
    let general = signed(tags, vehicle, "");
    let usual = usual(tags, class, vehicle);
    ["forward", "backward"].map(|way| {
        let limit = signed(tags, vehicle, way).or(general);
        let speed = limit.map_or(usual, |limit| u32::from(limit) * 8 / 10);
        let slowest = speed.min(top(vehicle)).min(ground(tags, class)).min(spot(tags));
        Speed::try_from(slowest).unwrap_or(Speed::MAX).max(10)
    })
}

/// The limit that is signed for this vehicle.
fn signed(tags: &Tags<'_>, vehicle: Vehicle, way: &str) -> Option<Speed> {
    let limit = |key: &str| {
        let key = if way.is_empty() { key.to_owned() } else { format!("{key}:{way}") };
        tags.get(&key).and_then(value::tenths_kmh)
    };
    let own = access::kinds(vehicle).into_iter().filter_map(|kind| limit(&format!("maxspeed:{kind}")));
    let all = limit("maxspeed");
    let own = own.min();
    // A limit for lorries stands beside one for all: the lower holds.
    let signed = own.map_or(all, |own| Some(all.map_or(own, |all| all.min(own))));
    let zone = ["maxspeed:type", "source:maxspeed", "zone:maxspeed", "zone:traffic"];
    signed.or_else(|| {
        zone.iter().find_map(|key| tags.get(key).and_then(value::tenths_kmh)).filter(|_| way.is_empty())
    })
}

/// What is driven where nothing is signed.
fn usual(tags: &Tags<'_>, class: Class, vehicle: Vehicle) -> u32 {
    let link = tags.get("highway").is_some_and(|highway| highway.ends_with("_link"));
    let (van, lorry) = match class {
        Class::Motorway if link => (500, 450),
        Class::Motorway => (1000, 850),
        Class::Trunk if link => (450, 400),
        Class::Trunk => (850, 750),
        Class::Primary if link => (350, 300),
        Class::Primary => (650, 600),
        Class::Secondary if link => (300, 250),
        Class::Secondary => (550, 500),
        Class::Tertiary if link => (250, 220),
        Class::Tertiary => (400, 380),
        Class::Unclassified => (300, 280),
        Class::Residential => (250, 220),
        Class::LivingStreet | Class::Ferry => (100, 100),
        Class::Service | Class::Track => (150, 120),
        Class::Pedestrian => (60, 60),
    };
    match vehicle {
        Vehicle::Van => van,
        Vehicle::SmallLorry => lorry,
    }
}

/// What the vehicle itself does on an empty motorway.
fn top(vehicle: Vehicle) -> u32 {
    match vehicle {
        Vehicle::Van => 1100,
        // Limiters hold it at 90.
        Vehicle::SmallLorry => 850,
    }
}

/// What the ground allows.
fn ground(tags: &Tags<'_>, class: Class) -> u32 {
    let surface = match tags.get("surface") {
        Some("cobblestone" | "unhewn_cobblestone" | "sett") => 350,
        Some("compacted" | "fine_gravel" | "paving_stones:lanes") => 400,
        Some("gravel" | "unpaved" | "pebblestone" | "ground" | "dirt" | "earth" | "grass_paver") => 250,
        Some("sand" | "mud" | "grass") => 100,
        _ => u32::MAX,
    };
    let track = match (class, tags.get("tracktype")) {
        (Class::Track, Some("grade1")) | (_, Some("grade2")) => 200,
        (_, Some("grade3")) => 120,
        (_, Some("grade4" | "grade5")) => 60,
        _ => u32::MAX,
    };
    surface.min(track)
}

/// What a service road is good for.
fn spot(tags: &Tags<'_>) -> u32 {
    match tags.get("service") {
        Some("parking_aisle" | "driveway" | "drive-through" | "alley") => 100,
        _ => u32::MAX,
    }
}
