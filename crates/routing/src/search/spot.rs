//! Where a request may go, and at what price: the best two, and those whose price only a timetable can tell.

use super::ground::Ground;
use super::tour::Tour;
use crate::problem::{Leg, NONE};

/// No price.
pub(crate) const NOWHERE: i64 = i64::MAX;

/// Where a leg may go in a tour: its first halt after the halt at `first`, its last after that at `last`, both places
/// counted before the insertion; and what it adds to the cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spot {
    pub cost: i64,
    pub first: u16,
    pub last: u16,
}

/// The best spot, and the best after it for when one looks away. Of spots that cost `below` or more nothing is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Best {
    pub one: Spot,
    pub two: Spot,
    pub below: i64,
}

impl Spot {
    pub const NONE: Self = Self { cost: NOWHERE, first: 0, last: 0 };
}

impl Best {
    pub const NONE: Self = Self::under(NOWHERE);

    pub const fn under(below: i64) -> Self {
        Self { one: Spot::NONE, two: Spot::NONE, below }
    }

    /// What costs as much is of no interest.
    pub fn limit(&self) -> i64 {
        self.two.cost.min(self.below)
    }

    pub fn dearer_by(self, cost: i64) -> Self {
        let dearer = |spot: Spot| Spot { cost: spot.cost.saturating_add(cost), ..spot };
        Self { one: dearer(self.one), two: dearer(self.two), below: self.below.saturating_add(cost) }
    }

    pub fn offer(&mut self, spot: Spot) {
        if spot.cost < self.one.cost {
            self.two = self.one;
            self.one = spot;
        } else if spot.cost < self.two.cost {
            self.two = spot;
        }
    }
}

/// A spot that passed the quick questions. Where only a timetable can judge, it costs that much at least.
#[derive(Clone, Copy)]
pub(super) struct Offer {
    pub spot: Spot,
    /// Hours and lateness apart.
    pub without_hours: i64,
}

/// What is known so far, and what is to be asked of a timetable.
pub(super) struct Sought {
    pub best: Best,
    /// A longer detour costs too much already.
    pub most_metres: i64,
    pub unsure: Vec<Offer>,
}

impl<const D: usize> Ground<'_, D> {
    /// A spot that passed the quick questions; where only a timetable can judge, it is asked later.
    pub(super) fn offer(&self, sought: &mut Sought, tour: &Tour<D>, leg: Leg, offer: Offer) {
        if offer.spot.cost >= sought.best.limit() {
            return;
        }
        if self.must_be_tried(tour, leg, offer.spot) {
            sought.unsure.push(offer);
        } else {
            sought.best.offer(offer.spot);
            sought.most_metres = self.most_metres(tour, &sought.best);
        }
    }

    /// Asks timetables for what each spot costs, those first that promise most, until none can be better.
    pub(super) fn ask_timetables(
        &self,
        halts: &mut Vec<u32>,
        tour: &Tour<D>,
        leg: Leg,
        sought: &mut Sought,
    ) {
        let Sought { best, unsure, .. } = sought;
        unsure.sort_unstable_by_key(|offer| (offer.spot.cost, offer.spot.first, offer.spot.last));
        for offer in unsure.drain(..) {
            if offer.spot.cost >= best.limit() {
                break;
            }
            if let Some(cost) = self.exactly(halts, tour, leg, offer) {
                best.offer(Spot { cost, ..offer.spot });
            }
        }
    }

    /// What a spot costs by its timetable; none where there is none.
    fn exactly(&self, halts: &mut Vec<u32>, tour: &Tour<D>, leg: Leg, offer: Offer) -> Option<i64> {
        let (first, last) = (usize::from(offer.spot.first), usize::from(offer.spot.last));
        if !self.layouts[tour.vehicle].is_empty() {
            let mut tried = tour.clone();
            self.put(&mut tried, leg, first, last);
            let moved = self.moved(self.node(leg.first).task, tour.vehicle);
            return self.reckon(&mut tried).then(|| tried.cost - tour.cost - moved);
        }
        halts.clear();
        halts.extend(tour.nodes());
        if leg.last != NONE {
            halts.insert(last, leg.last);
        }
        halts.insert(first, leg.first);
        let (seconds, late) = self.hours(tour.vehicle, halts)?;
        let price = self.prices[tour.vehicle];
        let longer = price.of_seconds(seconds) - price.of_seconds(tour.seconds);
        (seconds <= self.lorry(tour.vehicle).most_seconds)
            .then_some(offer.without_hours + longer + late - tour.late)
    }

    /// Whether the quick questions do not suffice.
    fn must_be_tried(&self, tour: &Tour<D>, leg: Leg, spot: Spot) -> bool {
        if tour.exact
            || self.is_exact(leg.first)
            || self.is_exact(leg.last)
            || !self.layouts[tour.vehicle].is_empty()
        {
            return true;
        }
        if self.lorry(tour.vehicle).rest.is_none() {
            return false;
        }
        let legs = self.legs(tour.vehicle);
        let seconds = |from: u32, to: u32| legs.way(from, to).seconds;
        let ends = |place: u16| {
            let at = usize::from(place);
            (tour.halts[at].site, tour.halts[at + 1].site)
        };
        let ((before, behind), site) = (ends(spot.first), self.node(leg.first).site);
        let standing = if tour.stands_still() { seconds(before, behind) } else { 0 };
        let more = if leg.last == NONE {
            seconds(before, site) + seconds(site, behind) - seconds(before, behind)
        } else {
            let (other, out) = (self.node(leg.last).site, ends(spot.last));
            if spot.first == spot.last {
                seconds(before, site) + seconds(site, other) + seconds(other, behind)
                    - seconds(before, behind)
            } else {
                seconds(before, site) + seconds(site, behind) - seconds(before, behind)
                    + seconds(out.0, other)
                    + seconds(other, out.1)
                    - seconds(out.0, out.1)
            }
        };
        self.rests(tour.vehicle, tour.driving + standing + more)
    }
}
