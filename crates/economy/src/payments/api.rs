//! Payments for programs: who owes, one party's account, recording and reversing.

use frame::Outcome;
use frame::api::{Amount, Body, Call, Day, Line, Nothing, Operation, Scope, Seen, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use units::{CoalitionId, DocumentId, OrganisationId, PaymentId};
use uuid::Uuid;

use super::acts;
use super::model::{Method, Owing, Party, Payment, Side, Standing};
use super::{BOOKKEEPERS, WITHIN};
use crate::ledger::CauseKind;

pub(super) const BALANCES: Operation = Operation::get(
    "/api/v1/hubs/{hub}/balances",
    "getBalances",
    "Who owes the hub, whom the hub owes, and how late producers are paid.",
)
.for_(WITHIN, Scope::PaymentsRead);
pub(super) const SHOP: Operation = Operation::get(
    "/api/v1/hubs/{hub}/accounts/shops/{shop}",
    "getShopAccount",
    "What a shop owes, its credits and payments, the latest first.",
)
.for_(WITHIN, Scope::PaymentsRead);
pub(super) const PRODUCER: Operation = Operation::get(
    "/api/v1/hubs/{hub}/accounts/producers/{producer}",
    "getProducerAccount",
    "What a producer is owed, and what it was paid, the latest first.",
)
.for_(WITHIN, Scope::PaymentsRead);
pub(super) const CARRIER: Operation = Operation::get(
    "/api/v1/hubs/{hub}/accounts/carriers/{carrier}",
    "getCarrierAccount",
    "What a member is owed for rounds that its vehicles drove, and what it was paid, the latest first.",
)
.for_(WITHIN, Scope::PaymentsRead);
pub(super) const RECORD: Operation = Operation::post(
    "/api/v1/hubs/{hub}/payments",
    "recordPayment",
    "Records a payment from a shop, or to a producer or a carrier. It settles the document named first, then what is due longest.",
)
.creates()
.for_(BOOKKEEPERS, Scope::PaymentsWrite);
pub(super) const REVERSE: Operation = Operation::post(
    "/api/v1/hubs/{hub}/payments/{payment}/reverse",
    "reversePayment",
    "Takes a payment back by another the other way.",
)
.for_(BOOKKEEPERS, Scope::PaymentsWrite);

/// What stands open.
#[derive(Serialize, JsonSchema)]
pub(super) struct Balances {
    /// What shops owe; a member sees its own line only.
    shops: Vec<OpenBalance>,
    /// What producers are owed.
    producers: Vec<OpenBalance>,
    /// What members are owed for rounds; a member sees its own line only.
    carriers: Vec<OpenBalance>,
    lateness: PaymentLateness,
}

/// What one party owes or is owed, credits deducted.
#[derive(Serialize, JsonSchema)]
pub(super) struct OpenBalance {
    organisation: OrganisationId,
    /// None where the reader may not see the amounts.
    open: Option<Amount>,
    overdue: Option<Amount>,
    /// The oldest due day of what is open.
    oldest_due: Option<Day>,
}

/// How late producers are paid, for every member to see.
#[derive(Serialize, JsonSchema)]
pub(super) struct PaymentLateness {
    producers_waiting: i64,
    overdue: Amount,
    worst_days: i64,
    /// Of statements settled in the last ninety days: mean days after the due day.
    mean_days_late: i64,
    settled_recently: i64,
}

/// One party's account, the latest first.
#[derive(Serialize, JsonSchema)]
pub(super) struct PartyAccount {
    claims: Vec<Claim>,
    payments: Vec<RecordedPayment>,
}

/// Something owed (above zero) or a credit (below).
#[derive(Serialize, JsonSchema)]
pub(super) struct Claim {
    /// The document's or the payment's.
    id: Uuid,
    source: CauseKind,
    begun_on: Day,
    due_on: Day,
    amount: Amount,
    /// What is still open of it.
    open: Amount,
    settled_on: Option<Day>,
}

/// A payment as it was recorded.
#[derive(Serialize, JsonSchema)]
pub(super) struct RecordedPayment {
    id: PaymentId,
    side: Side,
    party: OrganisationId,
    amount: Amount,
    paid_on: Day,
    method: Method,
    note: String,
    /// The payment that this one takes back.
    reverses: Option<PaymentId>,
}

/// A payment to be recorded.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewPayment {
    /// `shop`: the shop pays the hub; `producer`, `carrier`: the hub pays the member.
    side: Side,
    party: OrganisationId,
    /// Above zero.
    amount: Amount,
    /// Not in the future.
    paid_on: Day,
    method: Method,
    #[serde(default)]
    note: Line<200>,
    /// The document that it settles first.
    document: Option<DocumentId>,
}

impl From<&Payment> for RecordedPayment {
    fn from(payment: &Payment) -> Self {
        Self {
            id: payment.id,
            side: payment.party.side(),
            party: payment.party.organisation(),
            amount: payment.amount.into(),
            paid_on: payment.paid_on.into(),
            method: payment.method,
            note: payment.note.clone(),
            reverses: payment.reverses,
        }
    }
}

impl From<&Standing> for Claim {
    fn from(standing: &Standing) -> Self {
        Self {
            id: standing.claim.id,
            source: standing.claim.source,
            begun_on: standing.claim.begun_on.into(),
            due_on: standing.claim.due_on.into(),
            amount: standing.claim.amount.into(),
            open: standing.open.into(),
            settled_on: standing.settled_on.map(Day),
        }
    }
}

pub(super) async fn balances(call: Call<CoalitionId>) -> Outcome<Seen<Balances>> {
    let hub = call.at;
    let own = call.visit.who()?.mandate.as_ref().and_then(|mandate| mandate.organisation);
    let balances = call.look(move |tx, who| acts::balances(tx, who, hub)).await?;
    let seen = |owing: &Owing| {
        let sees = balances.is_staff || own == Some(owing.organisation);
        OpenBalance {
            organisation: owing.organisation,
            open: sees.then(|| owing.open.into()),
            overdue: sees.then(|| owing.overdue.into()),
            oldest_due: owing.oldest_due.map(Day),
        }
    };
    let lateness = &balances.lateness;
    Ok(Seen(Balances {
        shops: balances.shops.iter().map(seen).collect(),
        producers: balances.producers.iter().map(seen).collect(),
        carriers: balances.carriers.iter().map(seen).collect(),
        lateness: PaymentLateness {
            producers_waiting: lateness.producers_waiting,
            overdue: lateness.overdue.into(),
            worst_days: lateness.worst_days,
            mean_days_late: lateness.mean_days_late,
            settled_recently: lateness.settled_recently,
        },
    }))
}

type Account = (CoalitionId, OrganisationId);

pub(super) async fn shop(call: Call<Account>) -> Outcome<Seen<PartyAccount>> {
    account(&call, Side::Shop).await
}

pub(super) async fn producer(call: Call<Account>) -> Outcome<Seen<PartyAccount>> {
    account(&call, Side::Producer).await
}

pub(super) async fn carrier(call: Call<Account>) -> Outcome<Seen<PartyAccount>> {
    account(&call, Side::Carrier).await
}

async fn account(call: &Call<Account>, side: Side) -> Outcome<Seen<PartyAccount>> {
    let (hub, party) = call.at;
    let account = call.look(move |tx, who| acts::account(tx, who, hub, side, party)).await?;
    Ok(Seen(PartyAccount {
        claims: account.standing.iter().map(Claim::from).collect(),
        payments: account.payments.iter().map(RecordedPayment::from).collect(),
    }))
}

pub(super) async fn record(
    call: Call<CoalitionId, Body<NewPayment>>,
) -> Outcome<Written<RecordedPayment>> {
    let hub = call.at;
    let Body(new) = &call.asked;
    let document = new.document.map(|document| document.0);
    let payment = Payment {
        id: call.visit.app.ids.next(),
        party: Party::new(new.side, new.party),
        amount: new.amount.0,
        paid_on: new.paid_on.0,
        method: new.method,
        note: new.note.0.clone(),
        reverses: None,
    };
    call.once(move |tx, who| {
        acts::record(tx, who, hub, &payment, document)?;
        Ok(RecordedPayment::from(&payment))
    })
    .await
}

pub(super) async fn reverse(
    call: Call<(CoalitionId, PaymentId), Nothing>,
) -> Outcome<Written<RecordedPayment>> {
    let (hub, id) = call.at;
    call.once(move |tx, who| Ok(RecordedPayment::from(&acts::reverse(tx, who, hub, id)?))).await
}
