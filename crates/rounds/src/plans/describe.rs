//! From what must be moved and who could move it to what the engine plans with; and everything that is in
//! the way of it, by name.

use std::collections::{BTreeMap, HashMap};

use economy::shipments::{End, Load, Need, Place, Shipment, clock};
use jiff::civil::Date;
use people::organisations::Site;
use routing::Description;
use routing::description::{self, Late, Profile, Request, Rest, Stop};
use units::{Code, Coordinates, OrganisationId, ShipmentId, SiteId, VehicleId};

use super::model::{Goal, Lock};
use crate::fleet::{Driver, Prices, Vehicle, VehicleKind};
use crate::road::Learnt;
use crate::ways::{self, Ways};

/// What loads are counted in, in this order.
pub const DIMENSIONS: [&str; 4] = ["dry", "cold", "frozen", "kg"];
const DAY_SECONDS: u32 = 86_400;
/// To halt, find somebody and hand over; at the hub's own dock nobody has to be found.
const SECONDS_A_STOP: i64 = 150;
const SECONDS_A_CRATE: i64 = 20;
const SECONDS_A_CRATE_AT_THE_DOCK: i64 = 8;
/// Regulation (EC) 561/2006, article 7: 45 minutes after four and a half hours, above 3.5 tonnes.
const REST: Rest = Rest { after_driving_seconds: 16_200, seconds: 2_700, driven_seconds: 0 };
/// A cargo bike goes so fast at most, and no faster than a van.
const BIKE_METRES_AN_HOUR: u64 = 15_000;

/// A vehicle that is chosen for a plan, with who drives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    pub vehicle: Vehicle,
    pub driver: Option<Driver>,
}

/// What is to be planned.
#[derive(Debug, Clone)]
pub struct Question {
    pub day: Date,
    pub goal: Goal,
    /// The organisation that invoices for the hub: its dock is its own.
    pub hub: OrganisationId,
    pub shipments: Vec<Shipment>,
    pub sites: Vec<Site>,
    pub names: HashMap<OrganisationId, String>,
    pub chosen: Vec<Chosen>,
    pub locks: Vec<Lock>,
    /// Goods may be so many minutes late, at a price.
    pub late_minutes: i64,
    /// Who carries what in the plan that this one should stay near to.
    pub stays: HashMap<ShipmentId, VehicleId>,
    /// How long halts at a site really take, where that was seen often enough.
    pub learnt: BTreeMap<SiteId, Learnt>,
    /// Places that are to be reached besides.
    pub also: Vec<Place>,
}

/// What is in the way of a plan; places and vehicles by their names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    NothingToMove,
    NoVehicle,
    WithoutCost {
        vehicle: String,
    },
    /// It or its driver is not there on that day, or not at the same time.
    NotThere {
        vehicle: String,
    },
    NoSite {
        from: String,
        to: String,
    },
    NoCoordinates {
        place: String,
    },
    ClosedThatDay {
        place: String,
    },
    /// What is asked for lies outside of the hours that somebody is there.
    OutsideHours {
        place: String,
        asked: String,
    },
}

/// How a kind of vehicle gets from site to site.
pub fn profile_of(kind: VehicleKind) -> &'static str {
    match kind {
        VehicleKind::CargoBike => "bike",
        VehicleKind::Car | VehicleKind::Van => "van",
        VehicleKind::Truck => "lorry",
    }
}

/// The roads that a profile drives on.
pub fn roads_of(profile: &str) -> roads::Vehicle {
    if profile == "lorry" { roads::Vehicle::SmallLorry } else { roads::Vehicle::Van }
}

impl Question {
    /// Everything that is in the way; nothing where a plan can be looked for.
    pub fn obstacles(&self) -> Vec<Obstacle> {
        let mut found = Vec::new();
        if self.shipments.is_empty() {
            found.push(Obstacle::NothingToMove);
        }
        if self.chosen.is_empty() {
            found.push(Obstacle::NoVehicle);
        }
        for one in &self.chosen {
            let vehicle = one.vehicle.name.clone();
            if one.vehicle.prices.is_none() {
                found.push(Obstacle::WithoutCost { vehicle });
            } else if shift(one).is_none() {
                found.push(Obstacle::NotThere { vehicle });
            }
        }
        found.extend(self.places_in_the_way());
        for shipment in &self.shipments {
            found.extend(self.hours_in_the_way(shipment));
        }
        // Five shipments from one closed farm are one thing to mend.
        let mut distinct: Vec<Obstacle> = Vec::new();
        for one in found {
            if !distinct.contains(&one) {
                distinct.push(one);
            }
        }
        distinct
    }

    fn places_in_the_way(&self) -> Vec<Obstacle> {
        let mut found = Vec::new();
        for shipment in &self.shipments {
            let ends = [shipment.from, shipment.to];
            if ends.iter().any(|end| self.site(*end).is_none()) {
                let (from, to) = (self.name(shipment.from), self.name(shipment.to));
                found.push(Obstacle::NoSite { from, to });
            }
        }
        for place in self.all_places() {
            let end = End::from(place);
            if self.site(end).is_some_and(|site| site.coordinates.is_none()) {
                found.push(Obstacle::NoCoordinates { place: self.name(end) });
            }
        }
        found
    }

    fn hours_in_the_way(&self, shipment: &Shipment) -> Vec<Obstacle> {
        let mut found = Vec::new();
        let asked = [
            (shipment.from, shipment.ready.map(|ready| (ready, 1_440)), shipment.ready),
            (shipment.to, shipment.due.map(|due| (0, due)), shipment.due),
        ];
        for (end, within, minute) in asked {
            let Some(site) = self.site(end) else { continue };
            let place = self.name(end);
            match hours(site, self.day) {
                None => found.push(Obstacle::ClosedThatDay { place }),
                Some(hours) if clipped(&hours, within).is_empty() => {
                    found.push(Obstacle::OutsideHours { place, asked: clock(minute.unwrap_or(0)) });
                }
                Some(_) => {}
            }
        }
        found
    }

    /// Whether nothing is in the way of this shipment.
    pub fn can_be_planned(&self, shipment: &Shipment) -> bool {
        let has_place = |end: End| self.site(end).is_some_and(|site| site.coordinates.is_some());
        has_place(shipment.from) && has_place(shipment.to) && self.hours_in_the_way(shipment).is_empty()
    }

    fn site(&self, end: End) -> Option<&Site> {
        let id = end.site?;
        self.sites.iter().find(|site| site.id == id && site.organisation == end.organisation)
    }

    /// A place as people know it: the organisation, and its town.
    pub fn name(&self, end: End) -> String {
        let name = self.names.get(&end.organisation).map_or("?", String::as_str);
        match self.site(end) {
            Some(site) => format!("{name} ({})", site.town),
            None => name.to_owned(),
        }
    }

    /// Each place that a vehicle begins at or a shipment goes through, once.
    fn all_places(&self) -> Vec<Place> {
        let homes = self.chosen.iter().map(|one| one.vehicle.home);
        let ends = self.shipments.iter().flat_map(|one| [one.from.place(), one.to.place()]).flatten();
        let also = self.also.iter().copied();
        let mut places: Vec<Place> = homes.chain(ends).chain(also).collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    /// The places to be reached, in the order of the description's sites.
    ///
    /// Those that have no coordinates are obstacles, and were told before.
    pub fn places(&self) -> Vec<(Place, ways::Place)> {
        let found = self.all_places().into_iter().filter_map(|place| {
            let end = End::from(place);
            let at: Coordinates = self.site(end)?.coordinates?;
            Some((place, ways::Place { name: self.name(end), at }))
        });
        found.collect()
    }

    /// The places whose minutes are counted as they were learnt: at the hub's own dock they go by the crate.
    pub fn learnt_here(&self) -> Vec<(Place, Learnt)> {
        let members = self.all_places().into_iter().filter(|place| place.organisation != self.hub);
        members.filter_map(|place| Some((place, *self.learnt.get(&place.site)?))).collect()
    }

    /// The profiles that the chosen vehicles need.
    pub fn profiles(&self) -> Vec<&'static str> {
        let mut all: Vec<&'static str> =
            self.chosen.iter().map(|one| profile_of(one.vehicle.kind)).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// What the engine plans with, once nothing is in the way; the profiles lie over [`Self::places`].
    pub fn describe(&self, profiles: Vec<Profile>) -> Description {
        let sites = self.all_places().into_iter();
        Description {
            dimensions: DIMENSIONS.map(str::to_owned).to_vec(),
            sites: sites.map(|place| description::Site { id: site_id(place) }).collect(),
            profiles,
            requests: self.shipments.iter().filter_map(|shipment| self.request(shipment)).collect(),
            vehicles: self.chosen.iter().filter_map(|one| self.vehicle(one)).collect(),
            ..Description::default()
        }
    }

    fn request(&self, shipment: &Shipment) -> Option<Request> {
        let stop = |end: End, within: Option<(i64, i64)>| {
            let (place, site) = (end.place()?, self.site(end)?);
            let windows = clipped(&hours(site, self.day)?, within);
            Some(Stop {
                site: site_id(place),
                windows: windows.iter().map(|&(from, to)| [seconds(from), seconds(to)]).collect(),
                service_seconds: self.service(place, &shipment.load),
                ..Stop::default()
            })
        };
        let deliver = stop(shipment.to, shipment.due.map(|due| (0, due)))?;
        let chosen = |id: &&VehicleId| self.chosen.iter().any(|one| one.vehicle.id == **id);
        let lock = self.locks.iter().find(|lock| lock.shipment == shipment.id);
        let stays = self.stays.get(&shipment.id).filter(chosen);
        Some(Request {
            id: shipment.id.to_string(),
            pick_up: Some(stop(shipment.from, shipment.ready.map(|ready| (ready, 1_440)))?),
            deliver: Some(Stop { late: self.late(), ..deliver }),
            load: loads(&shipment.load),
            needs: shipment.needs.iter().map(|need| need.code().to_owned()).collect(),
            only: lock
                .map(|lock| lock.vehicle)
                .iter()
                .filter(chosen)
                .map(VehicleId::to_string)
                .collect(),
            stays: stays.map(|vehicle| description::Stays {
                vehicle: vehicle.to_string(),
                otherwise_cents: OTHERWISE_CENTS,
            }),
            ..Request::default()
        })
    }

    fn late(&self) -> Option<Late> {
        let most_seconds = seconds(self.late_minutes);
        (most_seconds > 0).then_some(Late { most_seconds, cents_per_hour: LATE_CENTS_AN_HOUR })
    }

    fn service(&self, at: Place, load: &Load) -> u32 {
        let crates = load.crates();
        let seconds = if at.organisation == self.hub {
            SECONDS_A_CRATE_AT_THE_DOCK * crates
        } else if let Some(learnt) = self.learnt.get(&at.site) {
            self.part_of(learnt, at, crates)
        } else {
            SECONDS_A_STOP + SECONDS_A_CRATE * crates
        };
        u32::try_from(seconds).unwrap_or(DAY_SECONDS).min(DAY_SECONDS)
    }

    /// What a shipment takes of a halt of which the whole is known: as much as it has of that day's crates there.
    fn part_of(&self, learnt: &Learnt, at: Place, crates: i64) -> i64 {
        let here = |one: &&Shipment| [one.from.place(), one.to.place()].contains(&Some(at));
        let all: i64 = self.shipments.iter().filter(here).map(|one| one.load.crates().max(1)).sum();
        (learnt.seconds * crates.max(1) + all - 1) / all.max(1)
    }

    fn vehicle(&self, one: &Chosen) -> Option<description::Vehicle> {
        let (from, to) = shift(one)?;
        let vehicle = &one.vehicle;
        let priced = priced(self.goal, &vehicle.prices?);
        Some(description::Vehicle {
            id: vehicle.id.to_string(),
            owner: Some(vehicle.home.organisation.to_string()),
            profile: profile_of(vehicle.kind).to_owned(),
            start: site_id(vehicle.home),
            end: site_id(vehicle.home),
            shift: [seconds(from), seconds(to)],
            capacity: loads(&vehicle.holds),
            traits: traits(vehicle),
            rest: (vehicle.kind == VehicleKind::Truck).then_some(REST),
            ..priced
        })
    }
}

/// What somebody else has to be told that a stop is theirs now, where they know a plan already.
const OTHERWISE_CENTS: u64 = 1_500;
/// A euro for each minute that somebody waits in a shop.
const LATE_CENTS_AN_HOUR: u32 = 6_000;
/// Squared hours outweigh everything else, so that the last vehicle is back early.
const EARLIEST_SQUARED: u32 = 1_000;
/// An hour more for who has eight already counts sixteen euro, beside what it costs.
const BALANCED_SQUARED: u32 = 100;

/// The prices that a goal searches by. What a plan costs is reckoned by the vehicles' own, whatever the goal.
fn priced(goal: Goal, prices: &Prices) -> description::Vehicle {
    let cents = |amount: units::Cents| u32::try_from(amount.0).unwrap_or(u32::MAX);
    let own = description::Vehicle {
        fixed_cents: cents(prices.fixed),
        cents_per_km: cents(prices.per_km),
        cents_per_hour: cents(prices.per_hour),
        cents_per_stop: cents(prices.per_stop),
        ..description::Vehicle::default()
    };
    match goal {
        Goal::Cheapest | Goal::FewestVehicles => own,
        Goal::Balanced => description::Vehicle { cents_per_hour_squared: BALANCED_SQUARED, ..own },
        Goal::Earliest => description::Vehicle {
            cents_per_hour_squared: EARLIEST_SQUARED,
            ..description::Vehicle::default()
        },
    }
}

/// A place as the description names it, so that it can be read back.
pub fn site_id(place: Place) -> String {
    format!("{}.{}", place.organisation, place.site)
}

/// The place of such a name.
pub fn read_site(id: &str) -> Option<Place> {
    let (organisation, site) = id.split_once('.')?;
    let site: SiteId = site.parse().ok()?;
    Some(Place { organisation: organisation.parse().ok()?, site })
}

/// The traits that the engine asks for: what the vehicle has, and the cold that its compartments keep.
fn traits(vehicle: &Vehicle) -> Vec<String> {
    let has = |need: &Need| match need {
        Need::Fridge => vehicle.holds.cold > 0,
        Need::Freezer => vehicle.holds.frozen > 0,
        Need::TailLift | Need::PalletTruck => false,
    };
    let all = Need::ALL.iter().filter(|need| vehicle.traits.contains(need) || has(need));
    all.map(|need| need.code().to_owned()).collect()
}

fn loads(load: &Load) -> Vec<u32> {
    let count = |number: i64| u32::try_from(number.max(0)).unwrap_or(u32::MAX);
    [load.dry, load.cold, load.frozen, load.kilograms].map(count).to_vec()
}

/// When the vehicle and its driver are both there, in minutes.
fn shift(one: &Chosen) -> Option<(i64, i64)> {
    let (mut from, mut to) = (one.vehicle.shift.from, one.vehicle.shift.to);
    if let Some(driver) = &one.driver {
        from = from.max(driver.shift.from);
        to = to.min(driver.shift.to);
    }
    (from < to).then_some((from, to))
}

/// When somebody is at a site on a day, in minutes: none where it is closed, all day where it says nothing.
fn hours(site: &Site, day: Date) -> Option<Vec<(i64, i64)>> {
    if site.windows.is_empty() {
        return Some(vec![(0, 1_440)]);
    }
    let mut hours: Vec<(i64, i64)> = Vec::new();
    for window in site.windows_on(day.weekday().to_monday_one_offset()) {
        match hours.last_mut() {
            Some(last) if window.opens <= last.1 => last.1 = last.1.max(window.closes),
            _ => hours.push((window.opens, window.closes)),
        }
    }
    (!hours.is_empty()).then_some(hours)
}

/// The parts of these hours that lie within.
fn clipped(hours: &[(i64, i64)], within: Option<(i64, i64)>) -> Vec<(i64, i64)> {
    let (first, last) = within.unwrap_or((0, 1_440));
    let parts = hours.iter().map(|&(from, to)| (from.max(first), to.min(last)));
    parts.filter(|(from, to)| from < to).collect()
}

fn seconds(minute: i64) -> u32 {
    u32::try_from(minute * 60).unwrap_or(0).min(DAY_SECONDS)
}

/// The ways of a profile as the engine takes them.
pub fn profile(name: &str, ways: &Ways) -> Profile {
    let mut found = ways.profile(name);
    if name == "bike" {
        slow_down(&mut found);
    }
    found
}

/// The profiles of a description that was made before, over these places in this order; none where one is new.
pub fn known_profiles(before: &Description, places: &[Place]) -> Option<Vec<Profile>> {
    let at = |place: &Place| before.sites.iter().position(|site| site.id == site_id(*place));
    let at: Vec<usize> = places.iter().map(at).collect::<Option<_>>()?;
    let picked = |table: &Vec<Vec<u32>>| -> Vec<Vec<u32>> {
        at.iter().map(|&from| at.iter().map(|&to| table[from][to]).collect()).collect()
    };
    let each = before.profiles.iter().map(|profile| Profile {
        id: profile.id.clone(),
        seconds: picked(&profile.seconds),
        metres: picked(&profile.metres),
    });
    Some(each.collect())
}

fn slow_down(profile: &mut Profile) {
    for (seconds, metres) in profile.seconds.iter_mut().zip(&profile.metres) {
        for (second, metre) in seconds.iter_mut().zip(metres) {
            let by_bike = u64::from(*metre) * 3_600 / BIKE_METRES_AN_HOUR;
            *second = (*second).max(u32::try_from(by_bike).unwrap_or(u32::MAX));
        }
    }
}
