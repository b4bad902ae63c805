//! What a plan of rounds is, and what it is measured by.

use economy::shipments::Place;
use jiff::Timestamp;
use jiff::civil::Date;
use units::{Cents, PersonId, PlanId, ShipmentId, VehicleId};

use crate::fleet::Prices;

units::codes! {
    /// What a plan should have least of.
    pub enum Goal {
        /// Money.
        Cheapest = "cheapest",
        /// Vehicles that leave, then kilometres.
        FewestVehicles = "fewest_vehicles",
        /// Time until the last vehicle is back.
        Earliest = "earliest",
        /// Difference between what drivers work.
        Balanced = "balanced",
    }
}

units::codes! {
    /// How a plan came about.
    pub enum Made {
        /// The engine looked for it.
        Searched = "searched",
        /// Somebody moved a stop of another plan.
        ByHand = "by_hand",
        /// The smallest change of a published plan after an order changed.
        Mended = "mended",
    }
}

units::codes! {
    pub enum State {
        Draft = "draft",
        /// What is driven. A day has one at most.
        Published = "published",
        /// Another was published in its place.
        Superseded = "superseded",
    }
}

units::codes! {
    /// Where times and distances come from.
    pub enum WaysFrom {
        /// A road graph of an OpenStreetMap extract.
        Graph = "graph",
        Osrm = "osrm",
        Valhalla = "valhalla",
        /// A table that somebody pasted.
        Pasted = "pasted",
        /// Great-circle distances times a detour factor by class of trip.
        GreatCircle = "great_circle",
    }
}

units::codes! {
    /// What is done at a halt for a shipment.
    pub enum Does {
        PickUp = "pick_up",
        Deliver = "deliver",
        /// Leaves it at a hub for another vehicle.
        HandOver = "hand_over",
        /// Takes on what another vehicle left at a hub.
        TakeOver = "take_over",
    }
}

/// What plans are compared by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    pub rounds: i64,
    pub metres: i64,
    pub cents: Cents,
    /// From when vehicles leave to when they are back, all together.
    pub seconds: i64,
    /// Of CO2 equivalents, well to wheel.
    pub grams: i64,
    /// Of what the vehicles that leave hold, how much is used at their fullest: hundredths of a percent.
    pub fill: i64,
    /// After the ends of windows, all together.
    pub late_seconds: i64,
    /// Shipments that no round takes.
    pub left_out: i64,
}

/// A plan, without the long texts that it is made again from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub id: PlanId,
    pub day: Date,
    /// Of the day's plans, from 1.
    pub number: i64,
    pub goal: Goal,
    pub made: Made,
    /// The plan that it was made from.
    pub base: Option<PlanId>,
    pub seed: i64,
    /// So many were asked for, after so many it ended.
    pub iterations: i64,
    pub ended_at_iteration: i64,
    /// The engine's name and version.
    pub engine: String,
    pub ways: WaysFrom,
    /// Of which date the ways are, or by which rule they were reckoned.
    pub ways_of: String,
    pub state: State,
    pub figures: Figures,
    pub made_at: Timestamp,
    pub made_by: PersonId,
    pub published_at: Option<Timestamp>,
    pub published_by: Option<PersonId>,
}

/// A vehicle that a plan may use, with who drives it and what it costs and emits on that day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Crew {
    pub vehicle: VehicleId,
    pub driver: Option<PersonId>,
    pub prices: Prices,
    pub grams_per_km: i64,
}

/// A shipment that stays with a vehicle in whatever is searched from a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lock {
    pub shipment: ShipmentId,
    pub vehicle: VehicleId,
}

/// A round of a published plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// Within the plan, from 1.
    pub number: i64,
    pub vehicle: VehicleId,
    pub driver: Option<PersonId>,
    pub departs_at: Timestamp,
    pub arrives_at: Timestamp,
    pub metres: i64,
    pub cents: Cents,
    pub halts: Vec<Halt>,
}

/// A vehicle stands at a site for one shipment or several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Halt {
    /// From 1, in the order that they are driven.
    pub place: i64,
    pub at: Place,
    pub arrives_at: Timestamp,
    pub begins_at: Timestamp,
    pub leaves_at: Timestamp,
    pub items: Vec<HaltItem>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HaltItem {
    pub shipment: ShipmentId,
    pub does: Does,
}
