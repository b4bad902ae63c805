//! What rounds cost, for programs; booking one.

use frame::Outcome;
use frame::api::{Amount, Call, Day, Nothing, Operation, Scope, Seen, Written};
use schemars::JsonSchema;
use serde::Serialize;
use store::Tx;
use units::{CoalitionId, DocumentId, OrganisationId, PlanId, ShipmentId, VehicleId};

use super::STAFF;
use super::acts::{self, Costs, Line, Owed, ShipmentCost, StopCost};
use super::model::Cost;
use crate::road::store::Drive;

pub(super) const LIST: Operation = Operation::get(
    "/api/v1/hubs/{hub}/rounds/costs",
    "listRoundCosts",
    "What the rounds of the last two months cost, planned and real, and what carriers are owed.",
)
.for_(STAFF, Scope::RoundsRead);
pub(super) const SHOW: Operation = Operation::get(
    "/api/v1/hubs/{hub}/plans/{plan}/rounds/{round}/cost",
    "getRoundCost",
    "What a round cost, by its parts, by stop and by shipment.",
)
.for_(STAFF, Scope::RoundsRead);
pub(super) const BOOK: Operation = Operation::post(
    "/api/v1/hubs/{hub}/plans/{plan}/rounds/{round}/cost",
    "bookRound",
    "Books a round that is back as the agreement of its day pays it, once.",
)
.for_(STAFF, Scope::RoundsWrite);

pub(super) const STATE: Operation = Operation::post(
    "/api/v1/hubs/{hub}/rounds/carriers/{carrier}/statement",
    "stateCarrier",
    "States to a carrier what is paid for its booked rounds that are on no statement yet: a self-billed document, open on its account.",
)
.creates()
.for_(STAFF, Scope::RoundsWrite);

/// What rounds cost.
#[derive(Serialize, JsonSchema)]
pub(super) struct RoundCosts {
    rounds: Vec<ListedCost>,
    owed: Vec<OwedCarrier>,
}

/// A round in the list.
#[derive(Serialize, JsonSchema)]
pub(super) struct ListedCost {
    plan: PlanId,
    round: i64,
    day: Day,
    vehicle: String,
    carrier: String,
    planned: Amount,
    /// None until it is back.
    real: Option<Amount>,
    booked: Option<Amount>,
}

/// What a carrier is owed for rounds that no statement has yet.
#[derive(Serialize, JsonSchema)]
pub(super) struct OwedCarrier {
    carrier: OrganisationId,
    owed: Amount,
}

/// What a round cost.
#[derive(Serialize, JsonSchema)]
pub(super) struct RoundCostSheet {
    plan: PlanId,
    round: i64,
    day: Day,
    vehicle: VehicleId,
    carrier: OrganisationId,
    planned: CostParts,
    /// None until it is back.
    real: Option<CostParts>,
    /// What the agreement of its day pays for it; none where it pays nothing or the round is not back.
    due: Option<Amount>,
    booked: Option<Amount>,
    /// By which its carrier is paid.
    statement: Option<DocumentId>,
    stops: Vec<CostOfStop>,
    shipments: Vec<CostOfShipment>,
}

/// A cost, part by part.
#[derive(Serialize, JsonSchema)]
pub(super) struct CostParts {
    fixed: Amount,
    distance: Amount,
    time: Amount,
    stops: Amount,
    /// Tolls, parking: what was paid on the way.
    extra: Amount,
    total: Amount,
}

/// What a stop cost.
#[derive(Serialize, JsonSchema)]
pub(super) struct CostOfStop {
    place: i64,
    /// Its even part of the round.
    average: Amount,
    /// What the round saves without it; none where nobody can say.
    marginal: Option<Amount>,
}

/// What a shipment cost.
#[derive(Serialize, JsonSchema)]
pub(super) struct CostOfShipment {
    shipment: ShipmentId,
    /// Its part of the round by its crates.
    average: Amount,
    marginal: Option<Amount>,
}

/// A statement that was issued.
#[derive(Serialize, JsonSchema)]
pub(super) struct CarrierStatement {
    document: DocumentId,
    number: String,
    due_on: Day,
    net: Amount,
    vat: Amount,
    total: Amount,
}

impl From<&Line> for ListedCost {
    fn from(line: &Line) -> Self {
        Self {
            plan: line.drive.plan,
            round: line.drive.round,
            day: line.day.into(),
            vehicle: line.vehicle.clone(),
            carrier: line.carrier.clone(),
            planned: line.planned.into(),
            real: line.real.map(Amount),
            booked: line.booked.map(Amount),
        }
    }
}

impl From<&Owed> for OwedCarrier {
    fn from(one: &Owed) -> Self {
        Self { carrier: one.carrier, owed: one.owed.into() }
    }
}

impl From<Cost> for CostParts {
    fn from(cost: Cost) -> Self {
        Self {
            fixed: cost.fixed.into(),
            distance: cost.distance.into(),
            time: cost.time.into(),
            stops: cost.stops.into(),
            extra: cost.extra.into(),
            total: cost.total().into(),
        }
    }
}

impl From<&StopCost> for CostOfStop {
    fn from(one: &StopCost) -> Self {
        Self { place: one.place, average: one.average.into(), marginal: one.marginal.map(Amount) }
    }
}

impl From<&ShipmentCost> for CostOfShipment {
    fn from(one: &ShipmentCost) -> Self {
        let marginal = one.marginal.map(Amount);
        Self { shipment: one.shipment.id, average: one.average.into(), marginal }
    }
}

impl From<&Costs> for RoundCostSheet {
    fn from(costs: &Costs) -> Self {
        Self {
            plan: costs.plan.id,
            round: costs.round.number,
            day: costs.plan.day.into(),
            vehicle: costs.vehicle.id,
            carrier: costs.vehicle.home.organisation,
            planned: costs.planned.into(),
            real: costs.real.map(CostParts::from),
            due: costs.due().map(Amount),
            booked: costs.booked.as_ref().map(|booked| booked.booked.into()),
            statement: costs.statement,
            stops: costs.stops.iter().map(CostOfStop::from).collect(),
            shipments: costs.shipments.iter().map(CostOfShipment::from).collect(),
        }
    }
}

pub(super) async fn list(call: Call<CoalitionId>) -> Outcome<Seen<RoundCosts>> {
    let hub = call.at;
    let list = call.look(move |tx, who| acts::list(tx, who, hub)).await?;
    Ok(Seen(RoundCosts {
        rounds: list.lines.iter().map(ListedCost::from).collect(),
        owed: list.owed.iter().map(OwedCarrier::from).collect(),
    }))
}

fn sheet(tx: &Tx<'_>, who: &frame::Who, drive: Drive) -> Outcome<RoundCostSheet> {
    Ok(RoundCostSheet::from(&acts::show(tx, who, drive)?))
}

pub(super) async fn show(call: Call<(CoalitionId, PlanId, i64)>) -> Outcome<Seen<RoundCostSheet>> {
    let (hub, plan, round) = call.at;
    call.look(move |tx, who| sheet(tx, who, Drive { hub, plan, round }).map(Seen)).await
}

pub(super) async fn book(
    call: Call<(CoalitionId, PlanId, i64), Nothing>,
) -> Outcome<Written<RoundCostSheet>> {
    let (hub, plan, round) = call.at;
    let drive = Drive { hub, plan, round };
    call.once(move |tx, who| {
        acts::book(tx, who, drive)?;
        sheet(tx, who, drive)
    })
    .await
}

pub(super) async fn state(
    call: Call<(CoalitionId, OrganisationId), Nothing>,
) -> Outcome<Written<CarrierStatement>> {
    let (hub, carrier) = call.at;
    call.once(move |tx, who| {
        let document = acts::state(tx, who, hub, carrier)?;
        Ok(CarrierStatement {
            document: document.id,
            number: document.written_number(),
            due_on: document.due_on.into(),
            net: document.net.into(),
            vat: document.vat.into(),
            total: document.total().into(),
        })
    })
    .await
}
