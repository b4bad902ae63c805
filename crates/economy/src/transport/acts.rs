//! Booking a round.

use ::store::Tx;
use frame::{Outcome, Say, Who, journal};
use units::{Cents, CoalitionId, Language};

use super::{RoundCost, store};
use crate::ledger::{Account, CauseKind, Posting, Transfer, acts as ledger};
use crate::words::words;

/// What a booking is refused for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotBooked {
    /// The round is booked already.
    Already,
}

impl Say for NotBooked {
    fn say(&self, language: Language) -> String {
        match self {
            Self::Already => words(language).transport_already_booked(),
        }
    }
}

/// Books what a coalition owes whose vehicle drove a round, once; who may was asked before.
pub fn book(tx: &Tx<'_>, who: &Who, coalition: CoalitionId, cost: &RoundCost) -> Outcome<()> {
    let spread: Cents = cost.shares.iter().map(|share| share.booked).sum();
    assert!(cost.shares.is_empty() || spread == cost.booked, "what is booked is spread to the cent");
    if !store::insert(tx, who, coalition, cost)? {
        return Err(NotBooked::Already.into());
    }
    let transfers: Vec<Transfer> =
        Transfer::money(Account::Rounds, Account::Carrier(cost.carrier), cost.booked)
            .into_iter()
            .collect();
    if !transfers.is_empty() {
        let (book, kind, cause) = (coalition.into(), CauseKind::Round, cost.cause);
        ledger::post(tx, who, &Posting { book, kind, cause, transfers })?;
    }
    journal::note(tx, who, "round.book", cost.plan, &cost.round.to_string())?;
    Ok(())
}
