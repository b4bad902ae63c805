//! Booking a round, and stating to its carrier what is paid for it.

use ::store::Tx;
use frame::{Outcome, Say, Stop, Who, journal};
use jiff::civil::Date;
use people::organisations::{Organisation, store as organisations};
use units::{Cents, CoalitionId, DocumentId, Language, OrganisationId};

use super::{RoundCost, statements, store};
use crate::documents::{Document, DocumentKind, NewDocument, acts as documents};
use crate::ledger::{Account, CauseKind, Posting, Transfer, acts as ledger};
use crate::words::words;

/// What a booking or a statement is refused for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotBooked {
    /// The round is booked already.
    Already,
    /// No booked round waits for a statement of this carrier.
    NothingToState,
    /// The coalition's own vehicles drove: it would pay itself.
    OwnRounds,
}

impl Say for NotBooked {
    fn say(&self, language: Language) -> String {
        match self {
            Self::Already => words(language).transport_already_booked(),
            Self::NothingToState => words(language).carrier_nothing_to_state(),
            Self::OwnRounds => words(language).carrier_is_the_hub(),
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

/// States to a carrier all rounds that are booked and on no statement yet, and what it is paid for them; who may was
/// asked before. `hub` is the organisation that invoices for the coalition.
pub fn state(
    tx: &Tx<'_>,
    who: &Who,
    coalition: CoalitionId,
    hub: &Organisation,
    carrier: OrganisationId,
    due_on: Date,
) -> Outcome<Document> {
    if carrier == hub.id {
        return Err(NotBooked::OwnRounds.into());
    }
    let rounds = store::unstated(tx, coalition, carrier)?;
    if rounds.is_empty() {
        return Err(NotBooked::NothingToState.into());
    }
    let carrier = organisations::find(tx, carrier)?.ok_or(Stop::NotFound)?;
    let id: DocumentId = who.ids.next();
    let new = NewDocument {
        hub: coalition,
        id,
        kind: DocumentKind::CarrierStatement,
        party: carrier.id,
        cycle: None,
        occasion: id.to_string(),
        corrects: None,
        borne_by: None,
        due_on,
        frozen: statements::frozen(hub, &carrier, &rounds),
        lines: statements::lines(&carrier, &rounds),
        besides: Vec::new(),
    };
    let document = documents::issue(tx, who, &new)?;
    store::insert_stated(tx, coalition, document.id, &rounds)?;
    journal::note(tx, who, "round.state", document.id, "")?;
    Ok(document)
}
