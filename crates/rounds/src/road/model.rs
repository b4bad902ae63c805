//! What happens on the road, and what follows from it: when a vehicle comes, how long a site really takes.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use units::{Cents, ContainerId, ShipmentId, SiteId};

use crate::plans::{Halt, Round};

units::codes! {
    /// What a driver does.
    pub enum Kind {
        /// Leaves with the vehicle.
        Depart = "depart",
        Arrive = "arrive",
        /// Notes that something was not taken, while still at the halt.
        Refuse = "refuse",
        /// Has given and taken everything, and drives on.
        Leave = "leave",
        /// Says how late the round is.
        Delay = "delay",
        /// Is back.
        End = "end",
    }
}

units::codes! {
    /// Why goods were not taken.
    pub enum Because {
        Closed = "closed",
        Damaged = "damaged",
        TooWarm = "too_warm",
        Wrong = "wrong",
        Missing = "missing",
        Other = "other",
    }
}

/// One act of a driver's, as their telephone noted it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// The telephone's own name for it: sent again, it is done once.
    pub key: String,
    pub at: Timestamp,
    pub what: What,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    Depart,
    Arrive { place: i64 },
    Refuse(Refusal),
    Leave(Leaving),
    Delay { minutes: i64 },
    End { metres: Option<i64>, extra: Cents, note: String },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    pub place: i64,
    pub shipment: ShipmentId,
    pub crates: i64,
    pub because: Because,
    pub note: String,
    /// JPEG, reduced already.
    pub picture: Option<Vec<u8>>,
}

/// What is written down when a halt is over.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Leaving {
    pub place: i64,
    /// Who took or gave the goods, as they said.
    pub met: String,
    /// See [`Strokes`].
    pub signature: String,
    pub code: String,
    /// Tenths of a degree.
    pub cold: Option<i64>,
    pub frozen: Option<i64>,
    pub crates: Vec<Crates>,
    pub note: String,
}

/// Empty crates besides those of the goods: given to the halt, taken from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Crates {
    pub container: ContainerId,
    pub given: i64,
    pub taken: i64,
}

impl What {
    pub fn kind(&self) -> Kind {
        match self {
            Self::Depart => Kind::Depart,
            Self::Arrive { .. } => Kind::Arrive,
            Self::Refuse(_) => Kind::Refuse,
            Self::Leave(_) => Kind::Leave,
            Self::Delay { .. } => Kind::Delay,
            Self::End { .. } => Kind::End,
        }
    }

    /// The halt that it is about.
    pub fn place(&self) -> Option<i64> {
        match self {
            Self::Arrive { place } => Some(*place),
            Self::Refuse(refusal) => Some(refusal.place),
            Self::Leave(leaving) => Some(leaving.place),
            Self::Depart | Self::Delay { .. } | Self::End { .. } => None,
        }
    }
}

/// No round is longer.
pub const MOST_METRES: i64 = 2_000_000;
/// Of a kind of crates, at one halt.
pub const MOST_CRATES: i64 = 10_000;
/// A day.
pub const MOST_MINUTES: i64 = 24 * 60;
/// Tenths of a degree, above and below zero.
pub const MOST_COLD: i64 = 600;

impl What {
    /// The field of a number that cannot be.
    pub fn too_large(&self) -> Option<&'static str> {
        match self {
            Self::Depart | Self::Arrive { .. } => None,
            Self::Refuse(refusal) => (refusal.crates > MOST_CRATES).then_some("crates"),
            Self::Leave(leaving) => {
                let is_too_many = |one: &Crates| one.given > MOST_CRATES || one.taken > MOST_CRATES;
                let is_no_degree = |tenths: Option<i64>| tenths.is_some_and(|t| t.abs() > MOST_COLD);
                let fields = [
                    ("crates", leaving.crates.iter().any(is_too_many)),
                    ("cold", is_no_degree(leaving.cold)),
                    ("frozen", is_no_degree(leaving.frozen)),
                ];
                fields.into_iter().find(|(_, is_wrong)| *is_wrong).map(|(field, _)| field)
            }
            Self::Delay { minutes } => (*minutes > MOST_MINUTES).then_some("minutes"),
            Self::End { metres, .. } => metres.is_some_and(|m| m > MOST_METRES).then_some("metres"),
        }
    }
}

/// A round as it was driven so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RoundRun {
    pub departed_at: Option<Timestamp>,
    pub ended_at: Option<Timestamp>,
    pub late_minutes: i64,
    pub late_told_at: Option<Timestamp>,
    pub metres: Option<i64>,
    pub extra: Cents,
    pub note: String,
}

/// A halt as it was made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HaltRun {
    pub arrived_at: Option<Timestamp>,
    pub left_at: Option<Timestamp>,
    pub met: String,
    pub signature: String,
    pub is_code_right: Option<bool>,
    pub cold: Option<i64>,
    pub frozen: Option<i64>,
    pub note: String,
}

/// A signature as a hand draws it: strokes of points, each a pair of whole numbers from 0 to [`Strokes::WIDE`] and
/// [`Strokes::TALL`], written `12,30 14,33;60,20 61,22`.
pub struct Strokes;

impl Strokes {
    pub const WIDE: u32 = 600;
    pub const TALL: u32 = 200;
    /// A hand that draws for half a minute makes some 2,000 points.
    pub const MOST_BYTES: usize = 32 << 10;

    /// Whether a text is a signature; nothing is none.
    pub fn are_fine(text: &str) -> bool {
        let point = |point: &str| {
            let (x, y) = point.split_once(',')?;
            let (x, y): (u32, u32) = (x.parse().ok()?, y.parse().ok()?);
            (x <= Self::WIDE && y <= Self::TALL).then_some(())
        };
        text.len() <= Self::MOST_BYTES
            && text.split(';').all(|stroke| stroke.split(' ').all(|one| point(one).is_some()))
    }

    /// The course of each stroke, as an SVG's `polyline` takes it.
    pub fn of(text: &str) -> Vec<&str> {
        text.split(';').filter(|stroke| !stroke.is_empty()).collect()
    }
}

/// How far behind its plan a round is: by what happened last, and by what the driver announced since.
pub fn behind(round: &Round, run: &RoundRun, halts: &BTreeMap<i64, HaltRun>) -> SignedDuration {
    let mut last: Option<(Timestamp, SignedDuration)> =
        run.departed_at.map(|at| (at, at.duration_since(round.departs_at)));
    for halt in &round.halts {
        let Some(made) = halts.get(&halt.place) else { continue };
        let events = [(made.arrived_at, halt.arrives_at), (made.left_at, halt.leaves_at)];
        for (at, planned) in events.into_iter().filter_map(|(at, planned)| Some((at?, planned))) {
            if last.is_none_or(|(latest, _)| latest <= at) {
                last = Some((at, at.duration_since(planned)));
            }
        }
    }
    let told = run.late_told_at.filter(|told| last.is_none_or(|(latest, _)| latest <= *told));
    let seen = last.map_or(SignedDuration::ZERO, |(_, behind)| behind);
    let announced = told.map_or(SignedDuration::ZERO, |_| SignedDuration::from_mins(run.late_minutes));
    seen.max(announced).max(SignedDuration::ZERO)
}

/// When the vehicle is expected at a halt that it has not reached; never in the past.
pub fn expected(halt: &Halt, behind: SignedDuration, now: Timestamp) -> Timestamp {
    (halt.arrives_at + behind).max(now)
}

/// How long a halt at a site really takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Learnt {
    pub seconds: i64,
    /// From so many halts.
    pub halts: usize,
}

/// Fewer halts say nothing.
const FEWEST: usize = 3;
/// Older ones say little of today.
const LATEST: usize = 20;
/// A halt that took longer was a break, or an act that was sent late.
const LONGEST: i64 = 4 * 3600;

/// The median of each site's latest halts, of which `seconds` has the latest first.
pub fn learn(halts: impl Iterator<Item = (SiteId, i64)>) -> BTreeMap<SiteId, Learnt> {
    let mut of_sites: BTreeMap<SiteId, Vec<i64>> = BTreeMap::new();
    for (site, seconds) in halts.filter(|(_, seconds)| (0..=LONGEST).contains(seconds)) {
        let of_site = of_sites.entry(site).or_default();
        if of_site.len() < LATEST {
            of_site.push(seconds);
        }
    }
    let learnt = of_sites.into_iter().filter(|(_, all)| all.len() >= FEWEST);
    learnt.map(|(site, all)| (site, Learnt { halts: all.len(), seconds: median(all) })).collect()
}

/// The middle one; of an even number the mean of both, rounded down.
fn median(mut all: Vec<i64>) -> i64 {
    all.sort_unstable();
    let middle = all.len() / 2;
    if all.len().is_multiple_of(2) { i64::midpoint(all[middle - 1], all[middle]) } else { all[middle] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(1_780_000_000 + minute * 60).unwrap()
    }

    fn halt(place: i64, arrives: i64, leaves: i64) -> Halt {
        Halt {
            place,
            at: economy::shipments::Place {
                organisation: units::OrganisationId(Uuid::nil()),
                site: SiteId(Uuid::nil()),
            },
            arrives_at: at(arrives),
            begins_at: at(arrives),
            leaves_at: at(leaves),
            items: Vec::new(),
        }
    }

    fn round() -> Round {
        Round {
            number: 1,
            vehicle: units::VehicleId(Uuid::nil()),
            driver: None,
            departs_at: at(0),
            arrives_at: at(100),
            metres: 40_000,
            cents: Cents(8_000),
            halts: vec![halt(1, 20, 30), halt(2, 50, 60)],
        }
    }

    #[test]
    fn a_round_is_as_late_as_it_was_last_seen_or_as_its_driver_says() {
        let check =
            |departed: Option<i64>, left: Option<i64>, told: Option<(i64, i64)>, expected: i64| {
                let run = RoundRun {
                    departed_at: departed.map(at),
                    late_minutes: told.map_or(0, |(minutes, _)| minutes),
                    late_told_at: told.map(|(_, when)| at(when)),
                    ..RoundRun::default()
                };
                let made = HaltRun { left_at: left.map(at), ..HaltRun::default() };
                let halts = BTreeMap::from([(1, made)]);
                assert_eq!(
                    behind(&round(), &run, &halts).as_mins(),
                    expected,
                    "{departed:?} {left:?} {told:?}"
                );
            };
        check(None, None, None, 0);
        check(Some(12), None, None, 12);
        // Made good on the way, and early is not late.
        check(Some(12), Some(33), None, 3);
        check(Some(0), Some(25), None, 0);
        // What was announced holds until something else is seen.
        check(Some(0), Some(30), Some((25, 40)), 25);
        check(Some(0), Some(33), Some((25, 10)), 3);
        check(Some(0), Some(60), Some((10, 70)), 30);
    }

    #[test]
    fn nobody_is_expected_in_the_past() {
        let behind = SignedDuration::from_mins(5);
        assert_eq!(expected(&halt(2, 50, 60), behind, at(30)), at(55));
        assert_eq!(expected(&halt(2, 50, 60), behind, at(70)), at(70));
    }

    #[test]
    fn a_site_takes_the_median_of_what_it_took() {
        let (a, b, c) =
            (SiteId(Uuid::from_u128(1)), SiteId(Uuid::from_u128(2)), SiteId(Uuid::from_u128(3)));
        let halts = [
            (a, 600),
            (a, 300),
            (b, 60),
            (a, 480),
            (b, 70),
            (a, 90_000),
            (a, -5),
            (c, 5),
            (c, 7),
            (c, 6),
        ];
        let learnt = learn(halts.into_iter().chain([(c, 8)]));
        assert_eq!(learnt.get(&a), Some(&Learnt { seconds: 480, halts: 3 }));
        assert_eq!(learnt.get(&b), None, "two halts say nothing");
        assert_eq!(learnt.get(&c), Some(&Learnt { seconds: 6, halts: 4 }));
    }

    #[test]
    fn a_signature_is_strokes_and_nothing_else() {
        for fine in ["1,2", "0,0 600,200;3,4 5,6"] {
            assert!(Strokes::are_fine(fine), "{fine}");
        }
        for wrong in ["", "1", "1,2;", "601,2", "1,-2", "1,2\"/><script>", "1, 2"] {
            assert!(!Strokes::are_fine(wrong), "{wrong}");
        }
        assert!(!Strokes::are_fine(&"1,2 ".repeat(9_000)));
        assert_eq!(Strokes::of("1,2 3,4;5,6"), ["1,2 3,4", "5,6"]);
    }
}
