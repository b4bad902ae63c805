//! Cycles for programs: the list, one with how far it is, planning, opening, closing.

use frame::Outcome;
use frame::api::{
    Amount, Body, Call, Day, Instant, Line, Nothing, Operation, Query, Scope, Seen, Written,
};
use polity::agreements::ShortageRule;
use polity::members::WITHIN;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use units::{CoalitionId, CycleId, OrganisationId};

use super::acts::{self, Plan};
use super::model::{Cycle, Stage};
use super::{COORDINATOR, store};

pub(super) const LIST: Operation = Operation::get(
    "/api/v1/hubs/{hub}/cycles",
    "listCycles",
    "The cycles of a hub, newest first, page by page.",
)
.for_(WITHIN, Scope::CyclesRead);
pub(super) const SHOW: Operation =
    Operation::get("/api/v1/hubs/{hub}/cycles/{cycle}", "getCycle", "One cycle, with what it offers.")
        .for_(WITHIN, Scope::CyclesRead);
pub(super) const PLAN: Operation = Operation::post(
    "/api/v1/hubs/{hub}/cycles",
    "planCycle",
    "Plans a cycle, which opens and closes by itself at its times.",
)
.creates()
.for_(COORDINATOR, Scope::CyclesWrite);
pub(super) const CHANGE: Operation = Operation::put(
    "/api/v1/hubs/{hub}/cycles/{cycle}",
    "changeCycle",
    "Changes the plan of a cycle; of an open one all but its opening.",
)
.for_(COORDINATOR, Scope::CyclesWrite);
pub(super) const SKIP: Operation = Operation::post(
    "/api/v1/hubs/{hub}/cycles/{cycle}/skip",
    "skipCycle",
    "Puts a planned cycle off by a week.",
)
.for_(COORDINATOR, Scope::CyclesWrite);
pub(super) const CANCEL: Operation = Operation::post(
    "/api/v1/hubs/{hub}/cycles/{cycle}/cancel",
    "cancelCycle",
    "Takes a planned cycle out of the list, and with it those that would have followed.",
)
.for_(COORDINATOR, Scope::CyclesWrite);
pub(super) const OPEN: Operation = Operation::post(
    "/api/v1/hubs/{hub}/cycles/{cycle}/open",
    "openCycle",
    "Opens a planned cycle now: what it offers is frozen.",
)
.for_(COORDINATOR, Scope::CyclesWrite);
pub(super) const CLOSE: Operation = Operation::post(
    "/api/v1/hubs/{hub}/cycles/{cycle}/close",
    "closeCycle",
    "Closes an open cycle now: each producer has one consolidated order.",
)
.for_(COORDINATOR, Scope::CyclesWrite);

type Place = (CoalitionId, CycleId);

/// A cycle of a hub.
#[derive(Serialize, JsonSchema)]
pub(super) struct CycleSummary {
    id: CycleId,
    number: i64,
    name: String,
    stage: Stage,
    opens_at: Instant,
    closes_at: Instant,
    delivery_days: Vec<Day>,
    /// Whether the next one is planned when this one opens.
    repeats: bool,
    opened_at: Option<Instant>,
    closed_at: Option<Instant>,
    settled_at: Option<Instant>,
}

/// A page of cycles.
#[derive(Serialize, JsonSchema)]
pub(super) struct CyclePage {
    page: i64,
    pages: i64,
    cycles: Vec<CycleSummary>,
}

/// A cycle with what it offers and by which rules.
#[derive(Serialize, JsonSchema)]
pub(super) struct CycleSheet {
    #[serde(flatten)]
    cycle: CycleSummary,
    /// References offered, and producers that offer them.
    references: i64,
    producers: i64,
    /// Producers that do not take part.
    without: Vec<OrganisationId>,
    /// What held on the day it opened; none before.
    terms: Option<CycleTerms>,
}

/// What a cycle keeps of the agreement.
#[derive(Serialize, JsonSchema)]
pub(super) struct CycleTerms {
    shortage_rule: ShortageRule,
    shop_payment_days: i64,
    producer_payment_days: i64,
    /// What every order bears once.
    hub_fee_per_order: Amount,
    transport_fee_per_order: Amount,
    packing_fee_per_order: Amount,
}

/// Which page of a list.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Page {
    /// From 1 on; beyond the last page it is the last.
    #[schemars(range(min = 1, max = 100_000))]
    page: Option<i64>,
}

/// When a cycle opens, closes and is delivered.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CyclePlan {
    #[serde(default)]
    name: Line<80>,
    opens_at: Instant,
    closes_at: Instant,
    /// None before the closing.
    #[schemars(length(min = 1, max = 31))]
    delivery_days: Vec<Day>,
    /// Whether the next one is planned, a week later, when this one opens.
    #[serde(default)]
    repeats: bool,
    /// Producers that do not take part.
    #[serde(default)]
    #[schemars(length(max = 5000))]
    without: Vec<OrganisationId>,
}

impl CyclePlan {
    fn plan(&self, made_from: Option<CycleId>) -> Plan {
        let mut delivery_days: Vec<_> = self.delivery_days.iter().map(|day| day.0).collect();
        delivery_days.sort_unstable();
        delivery_days.dedup();
        Plan {
            name: self.name.0.clone(),
            opens_at: self.opens_at.0,
            closes_at: self.closes_at.0,
            delivery_days,
            repeats: self.repeats,
            without: self.without.clone(),
            made_from,
        }
    }
}

impl From<&Cycle> for CycleSummary {
    fn from(cycle: &Cycle) -> Self {
        Self {
            id: cycle.id,
            number: cycle.number,
            name: cycle.name.clone(),
            stage: cycle.stage(),
            opens_at: cycle.opens_at.into(),
            closes_at: cycle.closes_at.into(),
            delivery_days: cycle.delivery_days.iter().map(|&day| day.into()).collect(),
            repeats: cycle.repeats,
            opened_at: cycle.opened_at.map(Instant),
            closed_at: cycle.closed_at.map(Instant),
            settled_at: cycle.settled_at.map(Instant),
        }
    }
}

pub(super) async fn list(call: Call<CoalitionId, Query<Page>>) -> Outcome<Seen<CyclePage>> {
    let (hub, page) = (call.at, call.asked.0.page.unwrap_or(1));
    let listed = call.look(move |tx, who| acts::list(tx, who, hub, page)).await?;
    Ok(Seen(CyclePage {
        page: listed.page,
        pages: listed.pages.max(1),
        cycles: listed.cycles.iter().map(CycleSummary::from).collect(),
    }))
}

pub(super) async fn show(call: Call<Place>) -> Outcome<Seen<CycleSheet>> {
    let (hub, id) = call.at;
    call.look(move |tx, who| {
        let cycle = acts::find(tx, who, hub, id)?;
        let (references, producers) = store::count_offers(tx, hub, id)?;
        let terms = cycle.terms.map(|terms| CycleTerms {
            shortage_rule: terms.shortage_rule,
            shop_payment_days: terms.shop_payment_days,
            producer_payment_days: terms.producer_payment_days,
            hub_fee_per_order: terms.per_order.hub.into(),
            transport_fee_per_order: terms.per_order.transport.into(),
            packing_fee_per_order: terms.per_order.packing.into(),
        });
        let without = store::without(tx, hub, id)?;
        Ok(Seen(CycleSheet { cycle: CycleSummary::from(&cycle), references, producers, without, terms }))
    })
    .await
}

/// A summary of the cycle as the act has left it.
fn summary(tx: &::store::Tx<'_>, hub: CoalitionId, id: CycleId) -> Outcome<CycleSummary> {
    let cycle = store::find(tx, hub, id)?.ok_or(frame::Stop::NotFound)?;
    Ok(CycleSummary::from(&cycle))
}

pub(super) async fn plan(call: Call<CoalitionId, Body<CyclePlan>>) -> Outcome<Written<CycleSummary>> {
    let (hub, plan) = (call.at, call.asked.0.plan(None));
    let zone = call.visit.app.settings.zone.clone();
    call.once(move |tx, who| {
        let id = acts::plan(tx, who, hub, &plan, &zone)?;
        summary(tx, hub, id)
    })
    .await
}

pub(super) async fn change(call: Call<Place, Body<CyclePlan>>) -> Outcome<Written<CycleSummary>> {
    let (hub, id) = call.at;
    let zone = call.visit.app.settings.zone.clone();
    let Call { asked: Body(asked), .. } = &call;
    let plan = asked.plan(None);
    call.once(move |tx, who| {
        let known = acts::find(tx, who, hub, id)?;
        let plan = Plan { made_from: known.made_from, ..plan.clone() };
        acts::change(tx, who, hub, id, &plan, &zone)?;
        summary(tx, hub, id)
    })
    .await
}

pub(super) async fn skip(call: Call<Place, Nothing>) -> Outcome<Written<CycleSummary>> {
    let (hub, id) = call.at;
    let zone = call.visit.app.settings.zone.clone();
    call.once(move |tx, who| {
        acts::skip(tx, who, hub, id, &zone)?;
        summary(tx, hub, id)
    })
    .await
}

/// Nothing is left to show.
#[derive(Serialize, JsonSchema)]
pub(super) struct Cancelled {
    id: CycleId,
}

pub(super) async fn cancel(call: Call<Place, Nothing>) -> Outcome<Written<Cancelled>> {
    let (hub, id) = call.at;
    call.once(move |tx, who| {
        acts::cancel(tx, who, hub, id)?;
        Ok(Cancelled { id })
    })
    .await
}

pub(super) async fn open(call: Call<Place, Nothing>) -> Outcome<Written<CycleSummary>> {
    let (hub, id) = call.at;
    let zone = call.visit.app.settings.zone.clone();
    call.once(move |tx, who| {
        acts::open(tx, who, hub, id, &zone)?;
        summary(tx, hub, id)
    })
    .await
}

pub(super) async fn close(call: Call<Place, Nothing>) -> Outcome<Written<CycleSummary>> {
    let (hub, id) = call.at;
    call.once(move |tx, who| {
        acts::close(tx, who, hub, id)?;
        summary(tx, hub, id)
    })
    .await
}
