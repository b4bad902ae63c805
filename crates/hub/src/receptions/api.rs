//! Receptions for programs: what came, and how what is short is shared.

use frame::api::{Body, Call, Day, Instant, Line, Lines, Measure, Operation, Scope, Seen, Written};
use frame::{Outcome, Stop};
use polity::agreements::ShortageRule;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use units::{CoalitionId, ContainerId, CycleId, OrganisationId, Quantity, ReferenceId};

use super::acts::{self, NotReceived, Sharing};
use super::model::{Allotment, Exchanged, Lot};
use super::store;
use crate::HANDLERS;
use crate::cycles::{Assortment, assortment};

pub(super) const LIST: Operation = Operation::get(
    "/api/v1/hubs/{hub}/cycles/{cycle}/receptions",
    "listReceptions",
    "The receptions of a cycle so far.",
)
.for_(HANDLERS, Scope::ReceptionsRead);
pub(super) const SHOW: Operation = Operation::get(
    "/api/v1/hubs/{hub}/cycles/{cycle}/receptions/{producer}",
    "getReception",
    "What one producer brought: lots and containers.",
)
.for_(HANDLERS, Scope::ReceptionsRead);
pub(super) const RECEIVE: Operation = Operation::put(
    "/api/v1/hubs/{hub}/cycles/{cycle}/receptions/{producer}",
    "receive",
    "Writes down what a producer brought, in place of what was written before.",
)
.for_(HANDLERS, Scope::ReceptionsWrite);
pub(super) const SHORTAGES: Operation = Operation::get(
    "/api/v1/hubs/{hub}/cycles/{cycle}/shortages",
    "getShortages",
    "How everything that is short would be shared, by the rule that the cycle opened with.",
)
.for_(HANDLERS, Scope::ReceptionsRead);
pub(super) const SHARE: Operation = Operation::post(
    "/api/v1/hubs/{hub}/cycles/{cycle}/shortages",
    "shareShortages",
    "Shares everything that is short, as the proposal of this digest said.",
)
.for_(HANDLERS, Scope::ReceptionsWrite);

type Place = (CoalitionId, CycleId, OrganisationId);

/// A reception in the list of a cycle.
#[derive(Serialize, JsonSchema)]
pub(super) struct ListedReception {
    producer: OrganisationId,
    received_at: Instant,
    note: String,
}

/// What a producer brought.
#[derive(Serialize, JsonSchema)]
pub(super) struct ReceptionSheet {
    producer: OrganisationId,
    received_at: Instant,
    note: String,
    lots: Vec<ReceivedLot>,
    containers: Vec<ExchangedContainers>,
}

/// A part of what came of a reference.
#[derive(Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ReceivedLot {
    /// One that the cycle offers of this producer, ordered or not.
    reference: ReferenceId,
    #[serde(default)]
    lot: Line<40>,
    best_before: Option<Day>,
    /// In units ordered.
    quantity: Measure,
    /// In units paid; only goods that are weighed need it.
    measure: Option<Measure>,
}

/// Containers of one kind that came in full and went back empty.
#[derive(Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ExchangedContainers {
    container: ContainerId,
    #[schemars(range(max = 10_000))]
    came: u16,
    #[schemars(range(max = 10_000))]
    went: u16,
}

/// What a producer brought, to be written down.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Received {
    /// Empty where nothing came.
    #[schemars(length(max = 5000))]
    lots: Vec<ReceivedLot>,
    #[serde(default)]
    #[schemars(length(max = 200))]
    containers: Vec<ExchangedContainers>,
    #[serde(default)]
    note: Lines<500>,
}

/// How what is short would be shared.
#[derive(Serialize, JsonSchema)]
pub(super) struct Proposal {
    /// What sharing it has to name, so that nothing else is shared unseen.
    digest: String,
    shortages: Vec<SharedShortage>,
}

/// One reference of which too little came.
#[derive(Serialize, JsonSchema)]
pub(super) struct SharedShortage {
    reference: ReferenceId,
    producer: OrganisationId,
    rule: ShortageRule,
    ordered: Measure,
    received: Measure,
    shares: Vec<ShopShare>,
    /// What would go out in its place.
    substitutes: Vec<ShopSubstitute>,
}

/// What one shop ordered and would get.
#[derive(Serialize, JsonSchema)]
pub(super) struct ShopShare {
    shop: OrganisationId,
    ordered: Measure,
    gets: Measure,
}

/// What one shop would get in place of it.
#[derive(Serialize, JsonSchema)]
pub(super) struct ShopSubstitute {
    shop: OrganisationId,
    reference: ReferenceId,
    gets: Measure,
}

/// Which proposal is meant.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Sought {
    #[schemars(length(min = 16, max = 16))]
    digest: Line<16>,
}

/// How many references were shared.
#[derive(Serialize, JsonSchema)]
pub(super) struct SharedReferences {
    references: usize,
}

pub(super) async fn list(call: Call<(CoalitionId, CycleId)>) -> Outcome<Seen<Vec<ListedReception>>> {
    let (hub, cycle) = call.at;
    call.look(move |tx, who| {
        acts::enter_dock(tx, who, hub, cycle)?;
        let listed = store::all(tx, hub, cycle)?.into_iter().map(|reception| ListedReception {
            producer: reception.producer,
            received_at: reception.received_at.into(),
            note: reception.note,
        });
        Ok(Seen(listed.collect()))
    })
    .await
}

fn sheet(
    tx: &::store::Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    producer: OrganisationId,
) -> Outcome<ReceptionSheet> {
    let reception = store::find(tx, hub, cycle, producer)?.ok_or(Stop::NotFound)?;
    let lots = store::lots(tx, hub, cycle, producer)?.into_iter().map(|lot| ReceivedLot {
        reference: lot.reference,
        lot: Line(lot.lot),
        best_before: lot.best_before.map(Day),
        quantity: lot.quantity.into(),
        measure: Some(lot.measure.into()),
    });
    let exchanged = store::exchanged(tx, hub, cycle, producer)?;
    let containers = exchanged.into_iter().map(|one| ExchangedContainers {
        container: one.container,
        came: u16::try_from(one.came).unwrap_or_default(),
        went: u16::try_from(one.went).unwrap_or_default(),
    });
    Ok(ReceptionSheet {
        producer,
        received_at: reception.received_at.into(),
        note: reception.note,
        lots: lots.collect(),
        containers: containers.collect(),
    })
}

pub(super) async fn show(call: Call<Place>) -> Outcome<Seen<ReceptionSheet>> {
    let (hub, cycle, producer) = call.at;
    call.look(move |tx, who| {
        acts::enter_dock(tx, who, hub, cycle)?;
        Ok(Seen(sheet(tx, hub, cycle, producer)?))
    })
    .await
}

pub(super) async fn receive(call: Call<Place, Body<Received>>) -> Outcome<Written<ReceptionSheet>> {
    let (hub, cycle, producer) = call.at;
    let assortment = assortment(&call.visit.app, hub, cycle).await?;
    let Body(asked) = &call.asked;
    let lots = asked
        .lots
        .iter()
        .map(|lot| read_lot(&assortment, producer, lot))
        .collect::<Outcome<Vec<Lot>>>()?;
    let exchanged: Vec<Exchanged> = asked
        .containers
        .iter()
        .filter(|one| one.came + one.went > 0)
        .map(|one| Exchanged { container: one.container, came: one.came.into(), went: one.went.into() })
        .collect();
    let note = asked.note.0.clone();
    call.once(move |tx, who| {
        acts::receive(tx, who, hub, cycle, producer, &assortment, &lots, &exchanged, &note)?;
        sheet(tx, hub, cycle, producer)
    })
    .await
}

fn read_lot(assortment: &Assortment, producer: OrganisationId, lot: &ReceivedLot) -> Outcome<Lot> {
    let offer = assortment.find(lot.reference).filter(|offer| offer.producer == producer);
    let offer = offer.ok_or(NotReceived::NotOffered)?;
    let quantity = lot.quantity.0;
    let measure = match lot.measure {
        _ if !offer.item.is_weighed() => offer.item.expected_measure(quantity),
        Some(measure) => measure.0,
        None if quantity.is_zero() => Quantity::ZERO,
        None => return Err(NotReceived::NotWeighed.into()),
    };
    Ok(Lot {
        reference: lot.reference,
        lot: lot.lot.0.clone(),
        best_before: lot.best_before.map(|day| day.0),
        quantity,
        measure,
    })
}

pub(super) async fn shortages(call: Call<(CoalitionId, CycleId)>) -> Outcome<Seen<Proposal>> {
    let (hub, cycle) = call.at;
    let assortment = assortment(&call.visit.app, hub, cycle).await?;
    let (_, sharings) =
        call.look(move |tx, who| acts::propose(tx, who, hub, cycle, &assortment)).await?;
    Ok(Seen(Proposal {
        digest: acts::digest(&sharings),
        shortages: sharings.iter().map(SharedShortage::from).collect(),
    }))
}

impl From<&Sharing> for SharedShortage {
    fn from(sharing: &Sharing) -> Self {
        let substitute = |one: &Allotment| ShopSubstitute {
            shop: one.shop,
            reference: one.reference,
            gets: one.quantity.into(),
        };
        Self {
            reference: sharing.shortage.reference,
            producer: sharing.producer,
            rule: sharing.shortage.rule,
            ordered: sharing.ordered.into(),
            received: sharing.shortage.received.into(),
            shares: sharing
                .allotments
                .iter()
                .map(|(line, one)| ShopShare {
                    shop: line.shop,
                    ordered: line.ordered.into(),
                    gets: one.quantity.into(),
                })
                .collect(),
            substitutes: sharing.substitutes.iter().map(substitute).collect(),
        }
    }
}

pub(super) async fn share(
    call: Call<(CoalitionId, CycleId), Body<Sought>>,
) -> Outcome<Written<SharedReferences>> {
    let (hub, cycle) = call.at;
    let assortment = assortment(&call.visit.app, hub, cycle).await?;
    let seen = call.asked.0.digest.0.clone();
    call.once(move |tx, who| {
        let references = acts::share_all(tx, who, hub, cycle, &assortment, Some(&seen))?;
        Ok(SharedReferences { references })
    })
    .await
}
