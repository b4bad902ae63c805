//! Opening claims, recording payments, and seeing who waits.

use ::store::Tx;
use frame::{Outcome, Role, Say, Stop, Who, journal};
use jiff::civil::Date;
use units::{CauseId, CoalitionId, Language, OrganisationId, PaymentId};
use uuid::Uuid;

use super::model::{Claim, Lateness, Owing, Party, Payment, Side, Standing, pair_up};
use super::store;
use crate::ledger::{Account, CauseKind, Posting, Transfer, acts as ledger};
use crate::words::words;

/// What a payment is refused for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unpaid {
    /// A payment moves something.
    Nothing,
    /// What is to come is no payment yet.
    InTheFuture,
    /// The same id came with another content.
    OtherContent,
    AlreadyReversed,
}

impl Say for Unpaid {
    fn say(&self, language: Language) -> String {
        let t = words(language);
        match self {
            Self::Nothing => t.payment_nothing(),
            Self::InTheFuture => t.payment_in_the_future(),
            Self::OtherContent => t.ledger_other_content(),
            Self::AlreadyReversed => t.payment_already_reversed(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Nothing => Some("amount"),
            Self::InTheFuture => Some("paid_on"),
            Self::OtherContent | Self::AlreadyReversed => None,
        }
    }
}

/// Opens a claim or a credit, and settles with it what it can: `first` before all others.
pub fn open(tx: &Tx<'_>, hub: CoalitionId, claim: &Claim, first: Option<Uuid>, on: Date) -> Outcome<()> {
    store::insert_claim(tx, hub, claim)?;
    let standing = store::open_of(tx, hub, claim.party)?;
    for (owed, credit, amount) in pair_up(&standing, first) {
        store::settle(tx, hub, standing[owed].claim.id, standing[credit].claim.id, amount, on)?;
    }
    Ok(())
}

/// Records a payment, once: from a shop to the hub, or from the hub to a producer.
///
/// It settles `document` first, then what has been due longest; what is left over stays as credit.
pub fn record(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    payment: &Payment,
    document: Option<Uuid>,
) -> Outcome<()> {
    who.must_act_in(hub, &[Role::Coordinator, Role::Bookkeeper])?;
    if payment.amount.0 <= 0 {
        return Err(Unpaid::Nothing.into());
    }
    if payment.paid_on > who.today {
        return Err(Unpaid::InTheFuture.into());
    }
    if !store::insert_payment(tx, who, hub, payment)? {
        let before = store::find_payment(tx, hub, payment.id)?;
        return if before.as_ref() == Some(payment) { Ok(()) } else { Err(Unpaid::OtherContent.into()) };
    }
    // A reversal gives back what the payment had settled: it is owed again.
    let sign = if payment.reverses.is_some() { -1 } else { 1 };
    let amount = units::Cents(sign * payment.amount.0);
    let transfer = match payment.party {
        Party::Shop(_) => Transfer::money(Account::Bank, payment.party.account(), amount),
        Party::Producer(_) => Transfer::money(payment.party.account(), Account::Bank, amount),
    };
    let posting = Posting {
        book: hub.into(),
        kind: CauseKind::Payment,
        cause: CauseId(payment.id.0),
        transfers: transfer.into_iter().collect(),
    };
    ledger::post(tx, who, &posting)?;
    let claim = Claim {
        id: payment.id.0,
        party: payment.party,
        source: CauseKind::Payment,
        begun_on: payment.paid_on,
        due_on: payment.paid_on,
        amount: -amount,
    };
    open(tx, hub, &claim, document, payment.paid_on)?;
    journal::note(tx, who, "payment.record", payment.id, "")?;
    Ok(())
}

/// Takes a payment back by another the other way, once.
pub fn reverse(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: PaymentId) -> Outcome<Payment> {
    who.must_act_in(hub, &[Role::Coordinator, Role::Bookkeeper])?;
    let payment = store::find_payment(tx, hub, id)?.ok_or(Stop::NotFound)?;
    if payment.reverses.is_some() || store::is_reversed(tx, hub, id)? {
        return Err(Unpaid::AlreadyReversed.into());
    }
    let back = Payment { id: who.ids.next(), reverses: Some(id), paid_on: who.today, ..payment };
    record(tx, who, hub, &back, None)?;
    Ok(back)
}

/// Who owes and who is owed. Members see their own line, and how late every producer is paid.
pub struct Balances {
    pub shops: Vec<Owing>,
    pub producers: Vec<Owing>,
    pub lateness: Lateness,
    pub is_staff: bool,
}

pub fn balances(tx: &Tx<'_>, who: &Who, hub: CoalitionId) -> Outcome<Balances> {
    who.must_be_within(hub)?;
    let is_staff = sees_all(who, hub);
    let own = who.mandate.as_ref().and_then(|mandate| mandate.organisation);
    let mut shops = store::owing(tx, hub, Side::Shop, who.today)?;
    let producers = store::owing(tx, hub, Side::Producer, who.today)?;
    let ninety_days_ago = who.today.saturating_sub(jiff::Span::new().days(90));
    let settled = store::settled_statements(tx, hub, ninety_days_ago)?;
    let lateness = store::lateness(&producers, &settled, who.today);
    if !is_staff {
        shops.retain(|owing| Some(owing.organisation) == own);
    }
    Ok(Balances { shops, producers, lateness, is_staff })
}

fn sees_all(who: &Who, hub: CoalitionId) -> bool {
    who.acts_in(hub, &[Role::Coordinator, Role::Bookkeeper])
}

/// One party's account: claims, credits, payments.
pub struct PartyAccount {
    pub party: Party,
    pub standing: Vec<Standing>,
    pub payments: Vec<Payment>,
}

pub fn account(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    side: Side,
    organisation: OrganisationId,
) -> Outcome<PartyAccount> {
    who.must_be_within(hub)?;
    let own_role = match side {
        Side::Shop => Role::Shop,
        Side::Producer => Role::Producer,
    };
    if !sees_all(who, hub) && !who.acts_for(organisation, own_role) {
        return Err(Stop::NotFound);
    }
    let party = Party::new(side, organisation);
    let standing = store::all_of(tx, hub, party)?;
    let payments = store::payments_of(tx, hub, party)?;
    Ok(PartyAccount { party, standing, payments })
}
