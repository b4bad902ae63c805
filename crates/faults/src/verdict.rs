//! After the fault: is everything there that was acknowledged, once, and nothing by halves?

use std::collections::HashMap;
use std::fmt;
use std::ops::AddAssign;

use ::store::Db;
use serde::Serialize;
use tresse::check;
use units::{OrganisationId, Quantity, ReferenceId};

use crate::book::{Deed, End, Entry};
use crate::ground::Ground;
use crate::shopper::Run;
use crate::store::{self, Change, Kept};

/// What came of a run. All zeros but the first three, and no word, is what it should be.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Verdict {
    pub acknowledged: usize,
    pub refused: usize,
    /// Without an answer to the end: it may be there or not, but whole.
    pub unknown: usize,
    /// Acknowledged, and not there.
    pub lost: usize,
    /// There twice, or there though it was refused.
    pub double: usize,
    /// Some lines of an order are there and others are not.
    pub half: usize,
    /// Articles of which more was promised than there was.
    pub oversold: usize,
    /// What else is wrong, in words.
    pub faults: Vec<String>,
}

impl Verdict {
    pub fn is_sound(&self) -> bool {
        self.lost + self.double + self.half + self.oversold == 0 && self.faults.is_empty()
    }

    /// Compares what was found with what the shops were told.
    pub fn of(found: &Found, entries: &[Entry], ground: &Ground) -> Self {
        let mut verdict = Self::default();
        for entry in entries {
            match entry.end {
                End::Done => verdict.acknowledged += 1,
                End::Refused => verdict.refused += 1,
                End::Unknown => verdict.unknown += 1,
            }
        }
        verdict.weigh_orders(found, entries, ground);
        verdict.weigh_payments(found, entries);
        verdict.weigh_requests(found, entries);
        verdict.weigh_stock(found, ground);
        verdict
    }

    /// Replays what each shop was told, and expects that trail and those quantities.
    fn weigh_orders(&mut self, found: &Found, entries: &[Entry], ground: &Ground) {
        let mut now: HashMap<(OrganisationId, ReferenceId), i64> = HashMap::new();
        let mut trail = found.changes.clone();
        let mut open: Vec<Vec<Change>> = Vec::new();
        for entry in entries {
            let Deed::Order { shop, lines } = &entry.deed else { continue };
            let id = ground.shops[*shop].id;
            let changes: Vec<Change> = lines
                .iter()
                .filter_map(|(reference, units)| {
                    let after = Quantity::whole(*units).0;
                    let before = *now.get(&(id, *reference))?;
                    (before != after).then_some((id, *reference, before, after))
                })
                .collect();
            match entry.end {
                End::Refused => continue,
                End::Unknown => {
                    open.push(changes);
                    continue;
                }
                End::Done => {}
            }
            for (reference, units) in lines {
                // None of what was never ordered is no line.
                if *units > 0 || now.contains_key(&(id, *reference)) {
                    now.insert((id, *reference), Quantity::whole(*units).0);
                }
            }
            let missing = changes.iter().filter(|change| !take(&mut trail, change)).count();
            self.half += usize::from(missing > 0 && missing < changes.len());
            self.lost += usize::from(missing > 0);
        }
        let mut may_be = HashMap::new();
        for changes in &open {
            let there = changes.iter().filter(|change| take(&mut trail, change)).count();
            self.half += usize::from(there > 0 && there < changes.len());
            may_be.extend(changes.iter().map(|change| ((change.0, change.1), change.3)));
        }
        for ((shop, reference), units) in &now {
            let line = found.lines.get(&(*shop, *reference));
            if line != Some(units) && (line.is_none() || line != may_be.get(&(*shop, *reference))) {
                self.lost += 1;
                self.say(format!("{shop} was told {units} of {reference}, and has {line:?}"));
            }
        }
        let ours = |change: &Change| now.contains_key(&(change.0, change.1));
        let extra: i64 = trail.iter().filter(|(change, _)| ours(change)).map(|(_, count)| count).sum();
        self.double += usize::try_from(extra).unwrap_or_default();
    }

    fn weigh_payments(&mut self, found: &Found, entries: &[Entry]) {
        for entry in entries {
            let Deed::Payment { note } = &entry.deed else { continue };
            let there = found.payments.get(note).copied().unwrap_or_default();
            match (entry.end, there) {
                (End::Done, 0) => self.lost += 1,
                (End::Done | End::Unknown, 1) | (_, 0) => {}
                _ => self.double += 1,
            }
        }
    }

    fn weigh_requests(&mut self, found: &Found, entries: &[Entry]) {
        for entry in entries {
            let known = found.requests.get(&entry.key).copied();
            let agrees = match entry.end {
                End::Done => known == Some(Kept::Done),
                End::Refused => matches!(known, None | Some(Kept::Refused)),
                End::Unknown => known != Some(Kept::Nothing),
            };
            if !agrees {
                self.say(format!("{}: {:?}, and its key is kept as {known:?}", entry.key, entry.end));
            }
        }
    }

    fn weigh_stock(&mut self, found: &Found, ground: &Ground) {
        for (guarded, left) in ground.guarded.iter().zip(&found.left) {
            let promised: i64 = found
                .lines
                .iter()
                .filter(|((_, reference), _)| *reference == guarded.reference)
                .map(|(_, units)| units)
                .sum();
            let start = Quantity::whole(guarded.units).0;
            self.oversold += usize::from(promised > start || *left < 0);
            if promised + left != start {
                self.say(format!("{}: {promised} promised and {left} left of {start}", guarded.account));
            }
        }
    }

    /// A handful of words is enough: one fault can have a thousand faces.
    fn say(&mut self, words: String) {
        if self.faults.len() < 12 {
            self.faults.push(words);
        }
    }
}

impl AddAssign for Verdict {
    fn add_assign(&mut self, other: Self) {
        self.acknowledged += other.acknowledged;
        self.refused += other.refused;
        self.unknown += other.unknown;
        self.lost += other.lost;
        self.double += other.double;
        self.half += other.half;
        self.oversold += other.oversold;
        other.faults.into_iter().for_each(|fault| self.say(fault));
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { acknowledged, refused, unknown, lost, double, half, oversold, faults } = self;
        write!(f, "{acknowledged} acknowledged, {refused} refused, {unknown} open: ")?;
        write!(f, "{lost} lost, {double} double, {half} half, {oversold} oversold")?;
        faults.iter().try_for_each(|fault| write!(f, "\n    {fault}"))
    }
}

fn take(trail: &mut HashMap<Change, i64>, change: &Change) -> bool {
    let Some(count) = trail.get_mut(change).filter(|count| **count > 0) else { return false };
    *count -= 1;
    true
}

/// What the tables hold.
pub struct Found {
    lines: HashMap<(OrganisationId, ReferenceId), i64>,
    changes: HashMap<Change, i64>,
    payments: HashMap<String, i64>,
    requests: HashMap<String, Kept>,
    left: Vec<i64>,
}

/// Reads the tables past the acts, and compares them with what the shops were told.
pub async fn judge(db: &Db, run: &Run, whole_book: bool) -> anyhow::Result<Verdict> {
    let (hub, cycle) = (run.ground.hub, run.ground.cycle);
    let guarded = run.ground.guarded.clone();
    let found = db
        .read(move |tx| {
            Ok::<_, ::store::Error>(Found {
                lines: store::lines(tx, hub, cycle)?,
                changes: store::changes(tx, hub, cycle)?,
                payments: store::payments(tx, hub)?,
                requests: store::requests(tx)?,
                left: guarded
                    .iter()
                    .map(|one| store::free(tx, one.book, &one.account))
                    .collect::<Result<_, _>>()?,
            })
        })
        .await?;
    let mut verdict = Verdict::of(&found, &run.notebook.entries()?, &run.ground);
    run.notebook.complaints().into_iter().for_each(|complaint| verdict.say(complaint));
    if whole_book {
        for checked in check::all(db).await? {
            for fault in checked.faults {
                verdict.say(format!("{} {}: {fault}", checked.slice, checked.name));
            }
        }
    }
    Ok(verdict)
}
