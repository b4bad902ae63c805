//! A round that leaves at a given time, gone through once: when it is back, and by how much later it may leave without being
//! back later. A search asks for many, so that nothing is kept of the halts.

use crate::description::Rest;
use crate::problem::HORIZON;
use crate::timetable::Sequence;

#[derive(Debug, Clone, Copy)]
pub(crate) struct Passage {
    pub departs: i32,
    pub arrives: i32,
    /// What coming late costs, in cents an hour times seconds.
    pub late: i64,
    /// Seconds that it waits in all, breaks apart.
    pub waits: i32,
    /// By how much it may leave later and be back no later: waits take up what comes later before them, no window is
    /// missed, no wait becomes too short to serve as a break, and nothing is later where that costs.
    pub leeway: i32,
}

/// A halt or the end is missed. Who leaves later misses it too, but for a wait that then no longer serves as a break: from
/// this time on the break is taken behind it, where it may fit better.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Missed {
    pub unless_it_leaves_at: Option<i32>,
}

impl Passage {
    /// Each halt as early as windows and breaks allow. `rest`: the break, if one may be due.
    pub fn new(of: &Sequence<'_>, rest: Option<Rest>, departs: i32) -> Result<Self, Missed> {
        let lorry = of.lorry();
        let legs = &of.problem.profiles[lorry.profile];
        let (mut at, mut leaves) = (lorry.start, departs);
        let (mut waits, mut leeway, mut late) = (0, i32::MAX, 0);
        let mut missed = Missed { unless_it_leaves_at: None };
        let mut wheel = Wheel::new(rest);
        for node in of.each() {
            let arrives = leaves.saturating_add(wheel.drive(legs.way(at, node.site).seconds));
            let (begins, until) = of.problem.opens_until(node, arrives).ok_or(missed)?;
            let waited = begins - arrives;
            if wheel.rests_for(waited) {
                let serves = waits + waited - wheel.long;
                leeway = leeway.min(serves);
                let later = departs + serves + 1;
                missed.unless_it_leaves_at =
                    Some(missed.unless_it_leaves_at.map_or(later, |known| known.min(later)));
            }
            waits += waited;
            let until = if node.late_cents_per_hour == 0 {
                until
            } else {
                late += node.late_at(begins);
                until.min(node.due.max(begins))
            };
            leeway = leeway.min(waits.saturating_add(until - begins));
            (at, leaves) = (node.site, begins + node.service);
        }
        let arrives = leaves.saturating_add(wheel.drive(legs.way(at, lorry.end).seconds));
        if arrives > lorry.to {
            return Err(missed);
        }
        Ok(Self { departs, arrives, late, waits, leeway: leeway.min(waits) })
    }

    pub fn seconds(&self) -> i32 {
        self.arrives - self.departs
    }
}

/// How long somebody has been driving, and the breaks that follow: as late as the rule allows, or as a wait that is as long.
pub(crate) struct Wheel {
    driven: i32,
    /// Without a break, and that long.
    longest: i32,
    pub long: i32,
    /// Breaks taken on the last way.
    pub rests: i32,
}

impl Wheel {
    pub fn new(rest: Option<Rest>) -> Self {
        let seconds = |of: fn(Rest) -> u32| rest.map_or(HORIZON, of).min(HORIZON).cast_signed();
        Self {
            driven: if rest.is_some() { seconds(|rest| rest.driven_seconds) } else { 0 },
            longest: seconds(|rest| rest.after_driving_seconds).max(1),
            long: seconds(|rest| rest.seconds),
            rests: 0,
        }
    }

    /// How long a way takes, breaks and all.
    pub fn drive(&mut self, seconds: i32) -> i32 {
        self.driven = self.driven.saturating_add(seconds);
        self.rests = 0;
        if self.driven <= self.longest {
            return seconds;
        }
        self.rests = (self.driven - 1) / self.longest;
        self.driven -= self.rests * self.longest;
        seconds.saturating_add(self.rests.saturating_mul(self.long))
    }

    /// Whether a wait serves as a break that was needed.
    pub fn rests_for(&mut self, waited: i32) -> bool {
        let serves = waited >= self.long && self.driven > 0;
        if serves {
            self.driven = 0;
        }
        serves
    }
}
