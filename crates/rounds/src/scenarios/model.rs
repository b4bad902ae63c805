//! Another rule, and what a season comes to under it.

use std::collections::{BTreeMap, BTreeSet};

use economy::shipments::{Place, Shipment};
use jiff::Span;
use jiff::civil::Date;
use routing::Description;
use routing::description::{Hub, Site};
use serde::{Deserialize, Serialize};
use units::{Cents, CoalitionId, OrganisationId, SiteId, VehicleId};

use crate::fleet::Prices;
use crate::plans::describe::{Question, site_id};
use crate::plans::{Figures, Goal};

units::codes! {
    /// What is otherwise than it is.
    pub enum Rule {
        /// No vehicle leaves before a time of day.
        NoNight = "no_night",
        /// What moves on one weekday moves on another.
        OtherDay = "other_day",
        /// Goods may change vehicles at one place more.
        Depot = "depot",
        /// Two hubs plan what they move together, with the vehicles of both.
        Together = "together",
    }
}

units::codes! {
    pub enum Side {
        AsItIs = "as_it_is",
        Changed = "changed",
    }
}

/// What a rule was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Given {
    /// In minutes after midnight.
    NoNight {
        earliest: i64,
    },
    /// From 1 for Monday.
    OtherDay {
        from: i8,
        to: i8,
    },
    Depot {
        organisation: OrganisationId,
        site: SiteId,
    },
    Together {
        with: CoalitionId,
    },
}

impl Given {
    pub fn rule(&self) -> Rule {
        match self {
            Self::NoNight { .. } => Rule::NoNight,
            Self::OtherDay { .. } => Rule::OtherDay,
            Self::Depot { .. } => Rule::Depot,
            Self::Together { .. } => Rule::Together,
        }
    }
}

/// Steps of each day's search: from a first look to one that is sure of the last percent.
pub const STEPS: [i64; 3] = [1_000, 4_000, 20_000];

/// A season that was driven once more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scenario {
    pub id: uuid::Uuid,
    pub first: Date,
    pub last: Date,
    pub given: Given,
    pub seed: i64,
    pub iterations: i64,
    pub engine: String,
}

/// A day of a side, with what it was planned from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Driven {
    pub side: Side,
    pub day: Date,
    /// Of two hubs, each by itself: which.
    pub part: i64,
    pub figures: Figures,
}

/// A vehicle as it was on the day of the rehearsal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Then {
    pub vehicle: VehicleId,
    pub name: String,
    pub prices: Prices,
    /// Of CO2 equivalents, well to wheel.
    pub grams_per_km: i64,
}

/// What one side of a season comes to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Season {
    pub days: i64,
    pub rounds: i64,
    pub metres: i64,
    pub cents: Cents,
    pub seconds: i64,
    pub grams: i64,
    pub left_out: i64,
}

impl Season {
    pub fn of(side: Side, driven: &[Driven]) -> Self {
        Self::sum(driven.iter().filter(|one| one.side == side))
    }

    /// What one of two hubs comes to by itself.
    pub fn of_part(part: i64, driven: &[Driven]) -> Self {
        Self::sum(driven.iter().filter(|one| one.side == Side::AsItIs && one.part == part))
    }

    fn sum<'a>(driven: impl Iterator<Item = &'a Driven>) -> Self {
        let own: Vec<&Driven> = driven.collect();
        let days: BTreeSet<Date> = own.iter().map(|one| one.day).collect();
        let mut season = Self { days: days.len() as i64, ..Self::default() };
        for one in own {
            let figures = &one.figures;
            season.rounds += figures.rounds;
            season.metres += figures.metres;
            season.cents += figures.cents;
            season.seconds += figures.seconds;
            season.grams += figures.grams;
            season.left_out += figures.left_out;
        }
        season
    }
}

/// What moves on each day of a season: on the day that it may move first.
pub fn by_day(shipments: Vec<Shipment>, first: Date, last: Date) -> BTreeMap<Date, Vec<Shipment>> {
    let mut days: BTreeMap<Date, Vec<Shipment>> = BTreeMap::new();
    for shipment in shipments {
        if (first..=last).contains(&shipment.first_day) {
            days.entry(shipment.first_day).or_default().push(shipment);
        }
    }
    days
}

/// The same days, with what moves on one weekday moved within its week to another.
pub fn on_other_days(
    days: BTreeMap<Date, Vec<Shipment>>,
    from: i8,
    to: i8,
) -> BTreeMap<Date, Vec<Shipment>> {
    let mut moved: BTreeMap<Date, Vec<Shipment>> = BTreeMap::new();
    for (day, shipments) in days {
        let is_it = day.weekday().to_monday_one_offset() == from;
        let day = if is_it { day.saturating_add(Span::new().days(to - from)) } else { day };
        moved.entry(day).or_default().extend(shipments);
    }
    moved
}

/// Takes out of a question what cannot be planned, so that the rest can; how many shipments that is.
pub fn take_out_obstacles(question: &mut Question) -> i64 {
    let can: Vec<bool> = question.shipments.iter().map(|one| question.can_be_planned(one)).collect();
    let all = question.shipments.len();
    let mut can = can.into_iter();
    question.shipments.retain(|_| can.next().unwrap_or(false));
    question.chosen.retain(|one| one.vehicle.prices.is_some());
    (all - question.shipments.len()) as i64
}

/// No vehicle leaves before this minute of the day.
pub fn start_later(question: &mut Question, earliest: i64) {
    for one in &mut question.chosen {
        one.vehicle.shift.from = one.vehicle.shift.from.max(earliest);
    }
    question.chosen.retain(|one| one.vehicle.shift.from < one.vehicle.shift.to);
}

/// Both hubs' goods and vehicles in one plan.
pub fn together(mut own: Question, other: Question) -> Question {
    let known: Vec<(OrganisationId, SiteId)> =
        own.sites.iter().map(|site| (site.organisation, site.id)).collect();
    let new = other.sites.into_iter().filter(|site| !known.contains(&(site.organisation, site.id)));
    own.sites.extend(new);
    own.shipments.extend(other.shipments);
    own.chosen.extend(other.chosen);
    own.names.extend(other.names);
    own.learnt.extend(other.learnt);
    own
}

/// To unload a shipment at a depot, and as long to load it; and until it may be loaded again.
const DEPOT_SECONDS: u32 = 240;
const DEPOT_HANDLING_SECONDS: u32 = 900;

/// Lets goods change vehicles at a place that the ways of the description know already.
pub fn with_depot(description: &mut Description, depot: Place) {
    let site = site_id(depot);
    if !description.sites.contains(&Site { id: site.clone() }) {
        return;
    }
    for request in &mut description.requests {
        let ends = [&request.pick_up, &request.deliver];
        if ends.iter().all(|end| end.as_ref().is_some_and(|stop| stop.site != site)) {
            request.through = vec![site.clone()];
        }
    }
    description.hubs = vec![Hub {
        site,
        service_seconds: DEPOT_SECONDS,
        handling_seconds: DEPOT_HANDLING_SECONDS,
        most_seconds_stored: None,
        docks: None,
    }];
}

/// Seasons are searched for what costs least.
pub const GOAL: Goal = Goal::Cheapest;

#[cfg(test)]
mod tests {
    use super::*;

    fn driven(side: Side, day: &str, part: i64, cents: i64) -> Driven {
        let figures = Figures { rounds: 2, metres: 1_000, cents: Cents(cents), ..Figures::default() };
        Driven { side, day: day.parse().unwrap(), part, figures }
    }

    #[test]
    fn a_season_is_the_sum_of_its_days() {
        let all = [
            driven(Side::AsItIs, "2026-11-24", 0, 100),
            driven(Side::AsItIs, "2026-11-24", 1, 50),
            driven(Side::AsItIs, "2026-11-26", 0, 30),
            driven(Side::Changed, "2026-11-24", 0, 120),
        ];
        let before = Season::of(Side::AsItIs, &all);
        assert_eq!((before.days, before.rounds, before.cents), (2, 6, Cents(180)));
        assert_eq!(Season::of(Side::Changed, &all).cents, Cents(120));
        let parts = [0, 1].map(|part| Season::of_part(part, &all).cents);
        assert_eq!(parts, [Cents(130), Cents(50)], "each hub by itself, which make the whole");
    }

    #[test]
    fn a_weekday_moves_within_its_week() {
        let day = |text: &str| -> Date { text.parse().unwrap() };
        // A Tuesday and a Thursday, and the Tuesday after.
        let days: BTreeMap<Date, Vec<Shipment>> =
            ["2026-11-24", "2026-11-26", "2026-12-01"].map(|text| (day(text), Vec::new())).into();
        let moved: Vec<Date> = on_other_days(days, 2, 4).into_keys().collect();
        assert_eq!(moved, [day("2026-11-26"), day("2026-12-03")]);
    }

    #[test]
    fn goods_may_change_vehicles_at_a_depot_that_is_not_an_end_of_theirs() {
        use routing::description::{Request, Stop};
        let place = |number: u128| Place {
            organisation: OrganisationId(uuid::Uuid::from_u128(number)),
            site: SiteId(uuid::Uuid::from_u128(number)),
        };
        let stop = |number| Some(Stop { site: site_id(place(number)), ..Stop::default() });
        let request =
            |from, to| Request { pick_up: stop(from), deliver: stop(to), ..Request::default() };
        let mut description = Description {
            sites: (1..4).map(|number| Site { id: site_id(place(number)) }).collect(),
            requests: vec![request(1, 2), request(1, 3)],
            ..Description::default()
        };
        with_depot(&mut description, place(3));
        assert_eq!(description.hubs.len(), 1);
        assert_eq!(description.requests[0].through, [site_id(place(3))]);
        assert!(description.requests[1].through.is_empty(), "it ends there");
        let mut unknown = Description { hubs: Vec::new(), ..description.clone() };
        with_depot(&mut unknown, place(9));
        assert!(unknown.hubs.is_empty());
    }
}
