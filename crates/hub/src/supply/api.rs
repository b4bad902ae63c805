//! Consolidated orders for programs: what the hub asks of its producers.

use frame::Outcome;
use frame::api::{Call, Instant, Measure, Nothing, Operation, Scope, Seen, Written};
use schemars::JsonSchema;
use serde::Serialize;
use units::{CoalitionId, CycleId, OrganisationId, ReferenceId};

use super::{READERS, SupplyLine, SupplyOrder, acts};

pub(super) const LIST: Operation = Operation::get(
    "/api/v1/hubs/{hub}/cycles/{cycle}/supply",
    "listSupplyOrders",
    "What all shops together ordered of each producer, once the cycle has closed.",
)
.for_(crate::STAFF, Scope::OrdersRead);
pub(super) const SHOW: Operation = Operation::get(
    "/api/v1/hubs/{hub}/cycles/{cycle}/supply/{producer}",
    "getSupplyOrder",
    "What all shops together ordered of one producer.",
)
.for_(READERS, Scope::OrdersRead);
pub(super) const SEND: Operation = Operation::post(
    "/api/v1/hubs/{hub}/cycles/{cycle}/supply/{producer}/send",
    "sendSupplyOrder",
    "Sends a producer its order again, as it stands.",
)
.for_(crate::HANDLERS, Scope::OrdersWrite);

/// What the hub asks of one producer.
#[derive(Serialize, JsonSchema)]
pub(super) struct SupplySheet {
    producer: OrganisationId,
    number: i64,
    /// 1 when made at closing; each later change makes another.
    revision: i64,
    /// The last one that was sent; 0 where none was.
    sent_revision: i64,
    made_at: Instant,
    lines: Vec<SupplySheetLine>,
}

/// What was ordered of one reference.
#[derive(Serialize, JsonSchema)]
pub(super) struct SupplySheetLine {
    reference: ReferenceId,
    /// In units ordered.
    ordered: Measure,
}

fn sheet(order: &SupplyOrder, lines: &[SupplyLine]) -> SupplySheet {
    let own = lines.iter().filter(|line| line.producer == order.producer);
    SupplySheet {
        producer: order.producer,
        number: order.number,
        revision: order.revision,
        sent_revision: order.sent_revision,
        made_at: order.made_at.into(),
        lines: own
            .map(|line| SupplySheetLine { reference: line.reference, ordered: line.ordered.into() })
            .collect(),
    }
}

type Place = (CoalitionId, CycleId, OrganisationId);

pub(super) async fn list(call: Call<(CoalitionId, CycleId)>) -> Outcome<Seen<Vec<SupplySheet>>> {
    let (hub, cycle) = call.at;
    let (orders, lines) = call.look(move |tx, who| acts::list(tx, who, hub, cycle)).await?;
    Ok(Seen(orders.iter().map(|order| sheet(order, &lines)).collect()))
}

pub(super) async fn show(call: Call<Place>) -> Outcome<Seen<SupplySheet>> {
    let (hub, cycle, producer) = call.at;
    let (order, lines) = call.look(move |tx, who| acts::show(tx, who, hub, cycle, producer)).await?;
    Ok(Seen(sheet(&order, &lines)))
}

pub(super) async fn send(call: Call<Place, Nothing>) -> Outcome<Written<SupplySheet>> {
    let (hub, cycle, producer) = call.at;
    call.once(move |tx, who| {
        acts::send_again(tx, who, hub, cycle, producer)?;
        let (order, lines) = acts::show(tx, who, hub, cycle, producer)?;
        Ok(sheet(&order, &lines))
    })
    .await
}
