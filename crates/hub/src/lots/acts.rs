//! Tracing a lot.

use ::store::Tx;
use frame::{Outcome, Role, Stop, Who};
use polity::members::acts::enter;
use units::{CoalitionId, OrganisationId};

use super::store::{self, Came, Went};

/// Lots that one search follows forward.
const MOST: i64 = 30;

/// A lot with everybody who has, or may have, goods of it.
pub struct Traced {
    pub came: Came,
    pub went: Vec<Went>,
}

impl Traced {
    /// Whether the shops surely have this lot: it was the only one of its goods in the cycle.
    pub fn is_certain(&self) -> bool {
        self.came.lots == 1
    }
}

/// Lots by number, goods or producer: staff see all, a producer its own.
pub fn trace(tx: &Tx<'_>, who: &Who, hub: CoalitionId, words: &str) -> Outcome<Vec<Traced>> {
    enter(tx, who, hub)?;
    let only = only_own(who, hub)?;
    if words.trim().is_empty() {
        return Ok(Vec::new());
    }
    let mut traced = Vec::new();
    for came in store::search(tx, hub, words, only, MOST)? {
        let went = store::forward(tx, hub, came.cycle, came.reference)?;
        traced.push(Traced { came, went });
    }
    Ok(traced)
}

fn only_own(who: &Who, hub: CoalitionId) -> Outcome<Option<OrganisationId>> {
    if who.acts_in(hub, &[Role::Coordinator, Role::Warehouse, Role::Bookkeeper]) {
        return Ok(None);
    }
    match &who.mandate {
        Some(mandate) if mandate.role == Role::Producer => Ok(mandate.organisation),
        _ => Err(Stop::NotAllowed),
    }
}
