//! What is to be planned, as it is written down: the JSON of `tresse plan`, and what the application fills in.
//!
//! Times are whole seconds from any common beginning, such as midnight of the day; distances whole metres; money whole
//! cents. [`Problem::new`](crate::Problem::new) checks all of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Sites, requests and vehicles.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Description {
    /// What loads are counted in, one to eight of them: dry crates, cold crates, kilograms.
    pub dimensions: Vec<String>,
    pub sites: Vec<Site>,
    /// How a kind of vehicle gets from site to site.
    pub profiles: Vec<Profile>,
    pub requests: Vec<Request>,
    pub vehicles: Vec<Vehicle>,
    /// Pairs of goods that never share a vehicle.
    #[serde(default)]
    pub incompatible: Vec<[String; 2]>,
    /// Sites where goods may change from one vehicle to another.
    #[serde(default)]
    pub hubs: Vec<Hub>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Site {
    pub id: String,
}

/// Square matrices in the order of the sites: `seconds[from][to]`, `metres[from][to]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    pub id: String,
    pub seconds: Vec<Vec<u32>>,
    pub metres: Vec<Vec<u32>>,
}

/// Goods to be taken from one place to another by one vehicle, or by two through a hub.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Request {
    pub id: String,
    /// Without it the goods are in the vehicle when it leaves its start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pick_up: Option<Stop>,
    /// Without it they stay in the vehicle until its end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deliver: Option<Stop>,
    /// One number for each dimension.
    pub load: Vec<u32>,
    /// Traits that the vehicle must have: `fridge`, `tail lift`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<String>,
    /// What the goods are, where some may not travel with others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goods: Option<String>,
    /// From the end of loading to the beginning of unloading, in any one vehicle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_seconds_on_board: Option<u32>,
    /// The goods are not ready before.
    #[serde(default)]
    pub release: u32,
    /// What leaving it out costs; without it, it is left out only where no vehicle can take it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub penalty_cents: Option<u64>,
    /// Hubs that it may change vehicles at, by their sites.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub through: Vec<String>,
    /// It has to go through one of its hubs, to be weighed or repacked there. Otherwise it may always go direct.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub never_direct: bool,
    /// No other vehicle takes it; where nothing is said, each may. A place in a round is locked with this.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub only: Vec<String>,
    /// In a plan that others know already: who was to take it, and what it costs to move it to somebody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stays: Option<Stays>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stays {
    pub vehicle: String,
    /// For each other vehicle that carries it.
    pub otherwise_cents: u64,
}

/// Where and when a vehicle halts for a request.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stop {
    pub site: String,
    /// When service may begin: `[from, to]`, both included, in order, apart. None means at any time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub windows: Vec<[u32; 2]>,
    #[serde(default)]
    pub service_seconds: u32,
    /// Service may begin after the last window too, at a price.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late: Option<Late>,
}

/// What it costs to come after the last window. A plan is first as little late as can be, and then as short.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Late {
    /// Later than this is too late.
    pub most_seconds: u32,
    pub cents_per_hour: u32,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Hub {
    pub site: String,
    /// To unload the goods of a request, and as long to load them.
    #[serde(default)]
    pub service_seconds: u32,
    /// From the end of unloading until the goods may be loaded again.
    #[serde(default)]
    pub handling_seconds: u32,
    /// Goods stay at most so long.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_seconds_stored: Option<u32>,
    /// Vehicles that can hand over or take over at the same time; without it, any number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub docks: Option<u32>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Vehicle {
    pub id: String,
    /// The organisation whose vehicle it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    pub profile: String,
    pub start: String,
    pub end: String,
    /// Leaves its start at the earliest, is at its end at the latest.
    pub shift: [u32; 2],
    /// One number for each dimension: what fits at the same time.
    pub capacity: Vec<u32>,
    /// Other ways to fit it out, each with a number for each dimension: ten dry crates, or six and two cold ones. A round
    /// has one of them from its start to its end.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub or_capacity: Vec<Vec<u32>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub traits: Vec<String>,
    /// If it leaves at all.
    #[serde(default)]
    pub fixed_cents: u32,
    #[serde(default)]
    pub cents_per_km: u32,
    /// From when it leaves to when it is back, the start as late as the plan allows.
    #[serde(default)]
    pub cents_per_hour: u32,
    /// For each time that it halts.
    #[serde(default)]
    pub cents_per_stop: u32,
    /// For evenness between drivers, which nobody pays: hours away, squared. Two rounds of four hours count 32 times this,
    /// one of six and one of two 40 times.
    #[serde(default)]
    pub cents_per_hour_squared: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_metres: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_seconds: Option<u32>,
    #[serde(default, rename = "break", skip_serializing_if = "Option::is_none")]
    pub rest: Option<Rest>,
}

/// A break as drivers' hours ask for it: nobody drives longer than so much without one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rest {
    /// Regulation (EC) 561/2006, article 7: 16,200 (four and a half hours).
    pub after_driving_seconds: u32,
    /// Regulation (EC) 561/2006, article 7: 2,700 (45 minutes). Waiting for as long counts as one.
    pub seconds: u32,
    /// Driven already without one when the shift begins.
    #[serde(default)]
    pub driven_seconds: u32,
}
