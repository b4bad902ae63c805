//! Opening claims, recording payments, and seeing who waits.

use std::collections::BTreeMap;

use ::store::Tx;
use frame::webhooks::{self, Event, Kind};
use frame::{Outcome, Role, Say, Stop, Who, journal};
use jiff::civil::Date;
use polity::members::{self, store as memberships};
use units::{CoalitionId, DocumentId, Language, OrganisationId, PaymentId};
use uuid::Uuid;

use super::model::{Claim, Lateness, Owing, Party, Payment, Side, Standing, pair_up};
use super::store;
use crate::documents::store as documents;
use crate::ledger::acts as ledger;
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

/// Opens claims and credits of one side, and settles with them what they can: of each party, the claim
/// named beside it before all others.
pub fn open_all(
    tx: &Tx<'_>,
    hub: CoalitionId,
    claims: &[(Claim, Option<Uuid>)],
    on: Date,
) -> Outcome<()> {
    store::insert_claims(tx, hub, claims.iter().map(|(claim, _)| claim))?;
    let firsts = claims.iter().rev().map(|(claim, first)| (claim.party, *first)).collect();
    settle_all(tx, hub, &firsts, on)
}

/// Settles what these parties have open, on either side of it.
fn settle_all(
    tx: &Tx<'_>,
    hub: CoalitionId,
    firsts: &BTreeMap<Party, Option<Uuid>>,
    on: Date,
) -> Outcome<()> {
    let parties: Vec<Party> = firsts.keys().copied().collect();
    let standing = store::open_of(tx, hub, &parties)?;
    for of_party in standing.chunk_by(|a, b| a.claim.party == b.claim.party) {
        let first = firsts.get(&of_party[0].claim.party).copied().flatten();
        for (owed, credit, amount) in pair_up(of_party, first) {
            store::settle(tx, hub, of_party[owed].claim.id, of_party[credit].claim.id, amount, on)?;
        }
    }
    Ok(())
}

/// Records a payment, once: from a shop to the hub, or from the hub to a producer or a carrier.
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
    must_be_a_member(tx, hub, payment.party)?;
    if let Some(id) = document {
        let owed = documents::find(tx, hub, DocumentId(id))?.ok_or(Stop::NotFound)?;
        if owed.party != payment.party.organisation() {
            return Err(Stop::NotFound);
        }
    }
    if !store::insert_payment(tx, who, hub, payment)? {
        let before = store::find_payment(tx, hub, payment.id)?;
        return if before.as_ref() == Some(payment) { Ok(()) } else { Err(Unpaid::OtherContent.into()) };
    }
    ledger::post(tx, who, &payment.posting(hub))?;
    open_all(tx, hub, &[(payment.claim(), document)], payment.paid_on)?;
    journal::note(tx, who, "payment.record", payment.id, "")?;
    let about = [("payment", payment.id.to_string())];
    webhooks::tell(tx, who, hub, &Event { kind: Kind::PaymentRecorded, about: &about })?;
    Ok(())
}

/// Money comes from a hub's shops and goes to its producers and carriers, past ones too: of anybody else it knows
/// nothing. Who carries is a member whatever else it does.
fn must_be_a_member(tx: &Tx<'_>, hub: CoalitionId, party: Party) -> Outcome<()> {
    let is_there = |side: members::Side| match party.side() {
        Side::Shop => side == members::Side::Shop,
        Side::Producer => side == members::Side::Producer,
        Side::Carrier => true,
    };
    let stands = memberships::memberships_of(tx, hub, party.organisation())?;
    if stands.iter().any(|one| is_there(one.side)) { Ok(()) } else { Err(Stop::NotFound) }
}

/// Takes a payment back by another the other way, once. What it had settled is owed again, since the day
/// it was due.
pub fn reverse(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: PaymentId) -> Outcome<Payment> {
    who.must_act_in(hub, &[Role::Coordinator, Role::Bookkeeper])?;
    let payment = store::find_payment(tx, hub, id)?.ok_or(Stop::NotFound)?;
    if payment.reverses.is_some() || store::is_reversed(tx, hub, id)? {
        return Err(Unpaid::AlreadyReversed.into());
    }
    let back = Payment { id: who.ids.next(), reverses: Some(id), paid_on: who.today, ..payment };
    store::insert_payment(tx, who, hub, &back)?;
    ledger::post(tx, who, &back.posting(hub))?;
    // A settlement is undone by one the other way; the payment is then whole, and what takes it back
    // settles with it and with nothing else.
    for (claim, amount) in store::settled_by(tx, hub, id.0)? {
        store::settle(tx, hub, id.0, claim, amount, who.today)?;
    }
    store::insert_claims(tx, hub, [&back.claim()])?;
    store::settle(tx, hub, back.id.0, id.0, back.amount, who.today)?;
    settle_all(tx, hub, &BTreeMap::from([(back.party, None)]), who.today)?;
    journal::note(tx, who, "payment.reverse", id, "")?;
    let about = [("payment", id.to_string()), ("reversal", back.id.to_string())];
    webhooks::tell(tx, who, hub, &Event { kind: Kind::PaymentReversed, about: &about })?;
    Ok(back)
}

/// Who owes and who is owed. Members see their own line, and how late every producer is paid.
pub struct Balances {
    pub shops: Vec<Owing>,
    pub producers: Vec<Owing>,
    pub carriers: Vec<Owing>,
    pub lateness: Lateness,
    /// Days after a statement's date in which producers are to be paid, as the latest statement had it.
    pub agreed_days: Option<i64>,
    pub is_staff: bool,
    /// The parties that the reader acts for, if any.
    own: Vec<Party>,
}

impl Balances {
    /// Whether the reader may open this party's account.
    pub fn opens(&self, party: Party) -> bool {
        self.is_staff || self.own.contains(&party)
    }
}

pub fn balances(tx: &Tx<'_>, who: &Who, hub: CoalitionId) -> Outcome<Balances> {
    who.must_be_within(hub)?;
    let is_staff = sees_all(who, hub);
    let own = who.mandate.as_ref().and_then(|mandate| mandate.organisation);
    let mut shops = store::owing(tx, hub, Side::Shop, who.today)?;
    let producers = store::owing(tx, hub, Side::Producer, who.today)?;
    let mut carriers = store::owing(tx, hub, Side::Carrier, who.today)?;
    let ninety_days_ago = who.today.saturating_sub(jiff::Span::new().days(90));
    let settled = store::settled_statements(tx, hub, ninety_days_ago)?;
    let lateness = Lateness::of(&producers, &settled, who.today);
    let agreed_days = store::agreed_days(tx, hub)?;
    if !is_staff {
        shops.retain(|owing| Some(owing.organisation) == own);
        carriers.retain(|owing| Some(owing.organisation) == own);
    }
    let own = own_parties(who);
    Ok(Balances { shops, producers, carriers, lateness, agreed_days, is_staff, own })
}

fn sees_all(who: &Who, hub: CoalitionId) -> bool {
    who.acts_in(hub, &[Role::Coordinator, Role::Bookkeeper])
}

/// What a member's mandate opens: its own side, and what it is owed for carrying.
fn own_parties(who: &Who) -> Vec<Party> {
    let Some(mandate) = &who.mandate else { return Vec::new() };
    match (mandate.role, mandate.organisation) {
        (Role::Shop, Some(own)) => vec![Party::Shop(own), Party::Carrier(own)],
        (Role::Producer, Some(own)) => vec![Party::Producer(own), Party::Carrier(own)],
        _ => Vec::new(),
    }
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
    let party = Party::new(side, organisation);
    if !sees_all(who, hub) && !own_parties(who).contains(&party) {
        return Err(Stop::NotFound);
    }
    must_be_a_member(tx, hub, party)?;
    let standing = store::all_of(tx, hub, party)?;
    let payments = store::payments_of(tx, hub, party)?;
    Ok(PartyAccount { party, standing, payments })
}
