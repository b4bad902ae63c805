//! Changing a plan, for programs: searching on from it, moving a shipment by hand, tying, mending, who drives.

use frame::api::{Amount, Body, Call, Nothing, Operation, Query, Scope, Seen, Written};
use frame::task::Started;
use frame::{Outcome, aside};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::Tx;
use units::{CoalitionId, PersonId, PlanId, ShipmentId, VehicleId};

use super::{COORDINATOR, ListedPlan, PlanSheet, STAFF, sheet};
use crate::plans::acts::{self, Found, Tied, Wish};
use crate::plans::choices::{Choice, choices};
use crate::plans::model::Goal;
use crate::plans::search::{self, Destination};

pub(in crate::plans) const SEARCH_ON: Operation = Operation::post(
    "/api/v1/hubs/{hub}/plans/{plan}/search",
    "searchOnFromPlan",
    "Looks for a plan with the vehicles of this one: what is tied stays, and its courses hold until better ones are found.",
)
.starts()
.for_(COORDINATOR, Scope::RoundsWrite);
pub(in crate::plans) const MOVES: Operation = Operation::get(
    "/api/v1/hubs/{hub}/plans/{plan}/moves/{shipment}",
    "listMoves",
    "Where one shipment of a plan could go, and what each move would change.",
)
.for_(STAFF, Scope::RoundsRead);
pub(in crate::plans) const MOVE: Operation = Operation::post(
    "/api/v1/hubs/{hub}/plans/{plan}/moves",
    "moveShipment",
    "Moves one shipment to another vehicle, to another place of a round or out of the plan: a new draft, with everything else as it was.",
)
.creates()
.for_(COORDINATOR, Scope::RoundsWrite);
pub(in crate::plans) const LOCK: Operation = Operation::post(
    "/api/v1/hubs/{hub}/plans/{plan}/lock",
    "lockShipments",
    "Ties shipments to their vehicles in whatever is searched from this plan, or unties them.",
)
.for_(COORDINATOR, Scope::RoundsWrite);
pub(in crate::plans) const MEND: Operation = Operation::post(
    "/api/v1/hubs/{hub}/plans/{plan}/mend",
    "mendPlan",
    "Proposes the smallest change of a plan that carries what is to be carried now: a new draft, taken by publishing it.",
)
.creates()
.for_(COORDINATOR, Scope::RoundsWrite);
pub(in crate::plans) const SET_DRIVER: Operation = Operation::put(
    "/api/v1/hubs/{hub}/plans/{plan}/rounds/{round}/driver",
    "setRoundDriver",
    "Says who drives a round of a published plan.",
)
.for_(COORDINATOR, Scope::RoundsWrite);

/// What is to be looked for from a plan; what is left out is as it was.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::plans) struct SearchOn {
    goal: Option<Goal>,
    /// The next of its seed where it is left out.
    #[schemars(range(max = 1_000_000))]
    seed: Option<u32>,
    /// Steps that the engine looks for.
    #[schemars(range(min = 1, max = 2_000_000))]
    iterations: u32,
}

/// Whose round is looked at place by place.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::plans) struct LookedAt {
    /// The vehicle that has the shipment where it is left out.
    vehicle: Option<VehicleId>,
}

/// Where a shipment could go.
#[derive(Serialize, JsonSchema)]
pub(in crate::plans) struct Moves {
    /// For each vehicle that can take it, where that costs least.
    cheapest: Vec<ListedMove>,
    /// Every place in the round that is looked at.
    places: Vec<ListedMove>,
}

/// Somewhere that a shipment could go, and what that changes.
#[derive(Serialize, JsonSchema)]
pub(in crate::plans) struct ListedMove {
    vehicle: VehicleId,
    /// Among the halts of the vehicle’s round, from 0.
    place: usize,
    /// After midnight.
    begins_second: Option<u32>,
    more_cost: Amount,
    more_metres: i64,
    /// Whether it is so in the plan.
    is_now: bool,
}

/// Where a shipment is moved.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::plans) struct WantedMove {
    shipment: ShipmentId,
    /// None: no vehicle takes it.
    vehicle: Option<VehicleId>,
    /// Among the halts of the vehicle’s round; where it costs least when it is left out.
    #[schemars(range(max = 10_000))]
    place: Option<u16>,
}

/// What is tied or untied.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::plans) struct WantedLock {
    /// Looked at where no round is named.
    #[serde(default)]
    #[schemars(length(max = 2_000))]
    shipments: Vec<ShipmentId>,
    /// All that this round has, by its number from 1.
    #[schemars(range(min = 1, max = 10_000))]
    round: Option<u16>,
    tied: bool,
}

/// What is tied in a plan.
#[derive(Serialize, JsonSchema)]
pub(in crate::plans) struct Locks {
    locks: Vec<ListedLock>,
}

/// A shipment that stays with its vehicle.
#[derive(Serialize, JsonSchema)]
pub(in crate::plans) struct ListedLock {
    shipment: ShipmentId,
    vehicle: VehicleId,
}

/// Who drives.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::plans) struct WantedDriver {
    /// None: nobody yet.
    driver: Option<PersonId>,
}

impl From<&Choice> for ListedMove {
    fn from(one: &Choice) -> Self {
        Self {
            vehicle: one.vehicle,
            place: one.place,
            begins_second: one.begins,
            more_cost: one.more_cents.into(),
            more_metres: one.more_metres,
            is_now: one.is_now,
        }
    }
}

type OfPlan = (CoalitionId, PlanId);

pub(in crate::plans) async fn search_on(
    call: Call<OfPlan, Body<SearchOn>>,
) -> Outcome<Written<Started>> {
    let ((hub, base), asked, language) = (call.at, &call.asked.0, call.language());
    let whole = call.look(move |tx, who| acts::show(tx, who, hub, base)).await?;
    let wish = Wish {
        goal: asked.goal.unwrap_or(whole.plan.goal),
        seed: asked.seed.map_or(whole.plan.seed + 1, i64::from),
        iterations: asked.iterations.into(),
        ..acts::wish_of(&whole)
    };
    super::start(&call, hub, wish, language).await
}

pub(in crate::plans) async fn moves(
    call: Call<(CoalitionId, PlanId, ShipmentId), Query<LookedAt>>,
) -> Outcome<Seen<Moves>> {
    let ((hub, id, shipment), looked_at) = (call.at, call.asked.0.vehicle);
    let whole = call.look(move |tx, who| acts::show(tx, who, hub, id)).await?;
    let (cheapest, places) = aside(move || choices(&whole, shipment, looked_at)).await??;
    let each = |all: &[Choice]| all.iter().map(ListedMove::from).collect();
    Ok(Seen(Moves { cheapest: each(&cheapest), places: each(&places) }))
}

/// Keeps a plan that was made from another, and shows it.
fn keep(tx: &Tx<'_>, who: &frame::Who, hub: CoalitionId, found: &Found) -> Outcome<ListedPlan> {
    acts::keep(tx, who, hub, found)?;
    Ok(ListedPlan::from(&acts::show(tx, who, hub, found.id)?.plan))
}

pub(in crate::plans) async fn move_shipment(
    call: Call<OfPlan, Body<WantedMove>>,
) -> Outcome<Written<ListedPlan>> {
    let ((hub, base), asked) = (call.at, &call.asked.0);
    let to = match asked.vehicle {
        Some(vehicle) => Destination::Vehicle { vehicle, place: asked.place.map(usize::from) },
        None => Destination::Nobody,
    };
    let who = call.visit.who()?.clone();
    let moved = search::moved_by_hand(&call.visit.app, &who, hub, base, asked.shipment, to);
    call.once_prepared(moved, move |tx, who, found| keep(tx, who, hub, found)).await
}

pub(in crate::plans) async fn lock(call: Call<OfPlan, Body<WantedLock>>) -> Outcome<Written<Locks>> {
    let ((hub, id), asked) = (call.at, &call.asked.0);
    let tied = match asked.round {
        Some(round) => Tied::Round(round.into()),
        None => Tied::Shipments(asked.shipments.clone()),
    };
    let is_tied = asked.tied;
    call.once(move |tx, who| {
        acts::lock(tx, who, hub, id, &tied, is_tied)?;
        let locks = crate::plans::store::locks(tx, hub, id)?.into_iter();
        let locks = locks.map(|lock| ListedLock { shipment: lock.shipment, vehicle: lock.vehicle });
        Ok(Locks { locks: locks.collect() })
    })
    .await
}

pub(in crate::plans) async fn mend(call: Call<OfPlan, Nothing>) -> Outcome<Written<ListedPlan>> {
    let (hub, base) = call.at;
    let who = call.visit.who()?.clone();
    let mended = search::mended(&call.visit.app, &who, hub, base, call.language());
    call.once_prepared(mended, move |tx, who, found| keep(tx, who, hub, found)).await
}

pub(in crate::plans) async fn set_driver(
    call: Call<(CoalitionId, PlanId, i64), Body<WantedDriver>>,
) -> Outcome<Written<PlanSheet>> {
    let ((hub, id, round), driver) = (call.at, call.asked.0.driver);
    call.once(move |tx, who| {
        acts::set_driver(tx, who, hub, id, round, driver)?;
        sheet(tx, who, hub, id)
    })
    .await
}
