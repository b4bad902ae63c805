//! Who may drive where, by the signs that are tagged.
//!
//! The nearest word wins: what is said of goods vehicles goes before what is said of vehicles.
//! Conditions of hours (`:conditional`) are not read: a matrix has no hour.
//!
//! # Source
//! <https://wiki.openstreetmap.org/wiki/Key:access>

use super::Vehicle;
use crate::pbf::Tags;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    Open,
    /// For who has something to do there, such as a delivery.
    ToEnds,
    Closed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Both,
    Along,
    Against,
    None,
}

/// The kinds of vehicle that this one is, the nearest first.
pub fn kinds(vehicle: Vehicle) -> [&'static str; 4] {
    match vehicle {
        Vehicle::Van => ["goods", "motorcar", "motor_vehicle", "vehicle"],
        Vehicle::SmallLorry => ["hgv", "goods", "motor_vehicle", "vehicle"],
    }
}

/// What the signs say, `None` where there are none.
pub fn of(tags: &Tags<'_>, vehicle: Vehicle) -> Option<Access> {
    kinds(vehicle).into_iter().chain(["access"]).find_map(|key| word(tags.get(key)?))
}

fn word(value: &str) -> Option<Access> {
    // Where several are named, who delivers is let in by the most generous.
    let words = value.split(';').filter_map(|one| match one.trim() {
        "yes" | "permissive" | "designated" | "official" | "public" => Some(Access::Open),
        "destination" | "delivery" | "customers" | "discouraged" => Some(Access::ToEnds),
        "no" | "private" | "agricultural" | "forestry" | "military" | "emergency" | "permit"
        | "residents" | "psv" | "bus" | "use_sidepath" | "dismount" => Some(Access::Closed),
        _ => None,
    });
    words.min_by_key(|access| *access as u8)
}

pub fn is_impassable(tags: &Tags<'_>) -> bool {
    tags.get("smoothness") == Some("impassable") || tags.get("impassable") == Some("yes")
}

pub fn direction(tags: &Tags<'_>) -> Direction {
    let signed = ["oneway:motor_vehicle", "oneway:vehicle", "oneway"];
    match signed.iter().find_map(|key| tags.get(key)) {
        Some("yes" | "1" | "true") => Direction::Along,
        Some("-1" | "reverse") => Direction::Against,
        Some("no" | "0" | "false" | "alternating") => Direction::Both,
        Some("reversible") => Direction::None,
        _ if matches!(tags.get("junction"), Some("roundabout" | "circular"))
            || tags.get("highway") == Some("motorway") =>
        {
            Direction::Along
        }
        _ => Direction::Both,
    }
}

/// Whether a thing on the road closes it, unless a sign lets this vehicle through.
pub fn is_barrier(tags: &Tags<'_>, vehicle: Vehicle) -> bool {
    let Some(barrier) = tags.get("barrier") else { return false };
    match of(tags, vehicle) {
        Some(access) => access == Access::Closed,
        None => match barrier {
            "bollard"
            | "block"
            | "jersey_barrier"
            | "chain"
            | "cycle_barrier"
            | "debris"
            | "log"
            | "rope"
            | "planter"
            | "turnstile"
            | "stile"
            | "kissing_gate"
            | "full-height_turnstile"
            | "motorcycle_barrier"
            | "bus_trap"
            | "sump_buster"
            | "horse_stile"
            | "wall"
            | "fence" => true,
            // A locked gate stands for somebody's own ground; an open one is driven through.
            "gate" | "lift_gate" | "swing_gate" | "sliding_gate" => tags.get("locked") == Some("yes"),
            _ => false,
        },
    }
}
