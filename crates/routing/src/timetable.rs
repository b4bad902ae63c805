//! When a round halts where: the earliest times that keep every rule, then the start as late as they allow.
//!
//! Windows, the way, time on board and breaks only ever push a time later, so that pushing until nothing moves gives the
//! least times of all; where they are too late, there are none.

use crate::passage::{Passage, Wheel};
use crate::problem::{HORIZON, Lorry, Node, Problem, Role};

/// A vehicle and where it halts, in order.
#[derive(Clone, Copy)]
pub(crate) struct Sequence<'a> {
    pub problem: &'a Problem,
    /// Those of the problem, or with other windows.
    pub nodes: &'a [Node],
    pub vehicle: usize,
    pub halts: &'a [u32],
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Timetable {
    /// Leaves its start.
    pub departs: i32,
    /// Service begins, for each halt.
    pub begins: Vec<i32>,
    /// How many breaks are taken on the way to each halt, and to the end: each as late as the rule allows.
    pub rests: Vec<u32>,
    /// Is at its end.
    pub arrives: i32,
}

/// How long a round lasts at least, and what coming late costs then, in cents an hour times seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shortest {
    pub seconds: i32,
    pub late: i64,
}

impl Timetable {
    pub fn seconds(&self) -> i32 {
        self.arrives - self.departs
    }
}

impl<'a> Sequence<'a> {
    pub fn lorry(&self) -> &'a Lorry {
        &self.problem.vehicles[self.vehicle]
    }

    pub fn each(&self) -> impl Iterator<Item = &'a Node> {
        let nodes = self.nodes;
        self.halts.iter().map(move |&halt| &nodes[halt as usize])
    }

    /// The timetable of the round that is away for as short as can be; none where no times keep every rule.
    ///
    /// Where coming late has a price, it is first as little late as can be.
    pub fn timetable(&self) -> Option<Timetable> {
        if !self.is_limited() {
            return self.passed(self.shortest_passage()?.departs, &[]);
        }
        let earliest = self.earliest()?;
        let least_late = self.lateness(&earliest);
        let latest = |by: i32, keeps: &dyn Fn(&Timetable) -> bool| {
            let (mut table, mut bounds) = (None, (earliest.departs, by.min(self.lorry().to)));
            while bounds.0 <= bounds.1 {
                let middle = bounds.0 + (bounds.1 - bounds.0) / 2;
                let later = self
                    .pushed(middle, &[])
                    .filter(|later| keeps(later) && self.lateness(later) <= least_late);
                match later {
                    Some(later) => (table, bounds.0) = (Some(later), middle + 1),
                    None => bounds.1 = middle - 1,
                }
            }
            table
        };
        // Who leaves later by more than all waits together is back later.
        let waited = self.waits(&earliest);
        if waited == 0 {
            return Some(earliest);
        }
        let by = earliest.departs.saturating_add(waited);
        let mut best = latest(by, &|later| later.arrives <= earliest.arrives)?;
        let many = self.each().any(|node| node.windows.1 > 1);
        if self.waits(&best) == 0 || self.lorry().rest.is_none() && !many {
            return Some(best);
        }
        // The shortest leaves just before a halt would miss a window, or as late as it may at all.
        let mut offer = |table: Option<Timetable>| {
            if let Some(table) = table
                && table.seconds() < best.seconds()
            {
                best = table;
            }
        };
        for (place, node) in self.each().enumerate() {
            let (first, count) = node.windows;
            for window in &self.problem.windows[first as usize..][..count as usize] {
                offer(latest(self.lorry().to, &|later| later.begins[place] <= window.1));
            }
        }
        offer(latest(self.lorry().to, &|_| true));
        Some(best)
    }

    /// What [`timetable`](Self::timetable) comes to; quicker where nothing is on board for a limited time.
    pub fn shortest(&self) -> Option<Shortest> {
        if self.is_limited() {
            let table = self.timetable()?;
            return Some(Shortest { seconds: table.seconds(), late: self.lateness(&table) });
        }
        let passage = self.shortest_passage()?;
        Some(Shortest { seconds: passage.seconds(), late: passage.late })
    }

    /// Every halt as early as can be.
    pub fn earliest(&self) -> Option<Timetable> {
        self.pushed(i32::MIN, &[])
    }

    /// Something is on board for a limited time.
    fn is_limited(&self) -> bool {
        self.problem.limits_on_board
            && self.each().any(|node| self.problem.tasks[node.task as usize].most_on_board.is_some())
    }

    /// As long as a round waits somewhere, who leaves later is back at the same time, until a window is missed or a wait no
    /// longer serves as a break: then it is back later by a leap. Each leap is looked at once; a round that waits nowhere
    /// cannot be shorter.
    fn shortest_passage(&self) -> Option<Passage> {
        let rest = self.lorry().rest.filter(|rest| {
            let driven = rest.driven_seconds.min(HORIZON).cast_signed();
            self.driving().saturating_add(driven) > rest.after_driving_seconds.cast_signed()
        });
        let leaves_at = |mut departs: i32| {
            loop {
                match Passage::new(self, rest, departs) {
                    Ok(passage) => return Some(passage),
                    Err(missed) => departs = missed.unless_it_leaves_at?,
                }
            }
        };
        let delayed = |passage: Passage| match passage.leeway {
            0 => passage,
            seconds => leaves_at(passage.departs + seconds).unwrap_or(passage),
        };
        let earliest = leaves_at(self.departs())?;
        let mut known = delayed(earliest);
        let mut best = known;
        while known.waits > 0 {
            let next = leaves_at(known.departs + 1);
            let Some(next) = next.filter(|next| next.late <= earliest.late) else { break };
            known = delayed(next);
            if known.seconds() < best.seconds() {
                best = known;
            }
        }
        Some(best)
    }

    /// Seconds under way.
    fn driving(&self) -> i32 {
        let legs = &self.problem.profiles[self.lorry().profile];
        let (mut at, mut driving) = (self.lorry().start, 0_i32);
        for site in self.each().map(|node| node.site).chain([self.lorry().end]) {
            driving = driving.saturating_add(legs.way(at, site).seconds);
            at = site;
        }
        driving
    }

    /// The earliest that it may leave: what it has on board must have come.
    fn departs(&self) -> i32 {
        let brought = self.each().filter(|node| node.role == Role::Bring);
        let released = brought.map(|node| self.problem.tasks[node.task as usize].release);
        released.max().unwrap_or(0).max(self.lorry().from)
    }

    /// What coming late costs, in cents an hour times seconds.
    pub fn lateness(&self, table: &Timetable) -> i64 {
        self.each().zip(&table.begins).map(|(node, &begins)| node.late_at(begins)).sum()
    }

    /// How much longer a round lasts than its ways and its services.
    fn waits(&self, table: &Timetable) -> i32 {
        table.seconds() - self.driving() - self.each().map(|node| node.service).sum::<i32>()
    }

    /// By how many seconds the service at a place may begin later, for all that follows to keep every rule.
    pub fn slack(&self, table: &Timetable, place: usize) -> i32 {
        let keeps = |seconds: i32| {
            let mut begins = table.begins.clone();
            begins[place] += seconds;
            self.pushed(table.departs, &begins).is_some_and(|later| later.begins[place] == begins[place])
        };
        let mut bounds = (0, self.lorry().to - table.begins[place]);
        while bounds.0 < bounds.1 {
            let middle = bounds.1 - (bounds.1 - bounds.0) / 2;
            if keeps(middle) { bounds.0 = middle } else { bounds.1 = middle - 1 }
        }
        bounds.0
    }

    /// `at_least`: when each halt begins, or nothing.
    fn pushed(&self, not_before: i32, at_least: &[i32]) -> Option<Timetable> {
        let departs = self.departs().max(not_before);
        if !self.is_limited() {
            return self.passed(departs, at_least);
        }
        let mut begins =
            if at_least.is_empty() { vec![i32::MIN; self.halts.len()] } else { at_least.to_vec() };
        loop {
            let table = self.passed(departs, &begins)?;
            begins.clone_from(&table.begins);
            let mut moved = false;
            for (place, node) in self.each().enumerate() {
                let Some(most) = self.problem.tasks[node.task as usize].most_on_board else { continue };
                // Who is taken too early waits too long: loading is put off.
                let unloads = match node.role {
                    Role::Fetch => table.arrives,
                    Role::Pick => match self.halts.iter().position(|&other| other == node.mate) {
                        Some(dropped) => table.begins[dropped],
                        None => continue,
                    },
                    Role::Bring if table.begins[place] - departs > most => {
                        return self.pushed(table.begins[place] - most, at_least);
                    }
                    Role::Bring | Role::Drop => continue,
                };
                let least = unloads - most - node.service;
                if begins[place] < least {
                    begins[place] = least;
                    moved = true;
                }
            }
            if !moved {
                return Some(table);
            }
        }
    }

    /// Along the halts once: as early as windows, breaks and `not_before`, a time for each halt or nothing, allow.
    fn passed(&self, departs: i32, not_before: &[i32]) -> Option<Timetable> {
        let lorry = self.lorry();
        let legs = &self.problem.profiles[lorry.profile];
        let mut begins = Vec::with_capacity(self.halts.len());
        let mut rests = Vec::with_capacity(self.halts.len() + 1);
        let (mut at, mut leaves, mut wheel) = (lorry.start, departs, Wheel::new(lorry.rest));
        for (place, node) in self.each().enumerate() {
            let arrives = leaves.saturating_add(wheel.drive(legs.way(at, node.site).seconds));
            let not_before = not_before.get(place).copied().unwrap_or(i32::MIN);
            let begin = self.problem.opens(node, arrives.max(not_before))?;
            rests.push(wheel.rests.unsigned_abs());
            wheel.rests_for(begin - arrives);
            begins.push(begin);
            leaves = begin + node.service;
            at = node.site;
        }
        let arrives = leaves.saturating_add(wheel.drive(legs.way(at, lorry.end).seconds));
        rests.push(wheel.rests.unsigned_abs());
        (arrives <= lorry.to).then_some(Timetable { departs, begins, rests, arrives })
    }
}
