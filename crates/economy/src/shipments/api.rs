//! Shipments for programs: what is to be moved, adding to it, changing it, cancelling it.

use frame::Outcome;
use frame::api::{Body, Call, Day, Line, Nothing, Operation, Query, Scope, Seen, Written};
use jiff::Span;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use units::{CoalitionId, CycleId, OrganisationId, PlanId, ShipmentId, SiteId};

use super::MOVERS;
use super::acts;
use super::model::{Asked, End, Load, Need, Origin, Place, Shipment, Standing};

pub(super) const LIST: Operation = Operation::get(
    "/api/v1/hubs/{hub}/shipments",
    "listShipments",
    "What may be moved from a day on, for a week; a member sees its own.",
)
.for_(MOVERS, Scope::ShipmentsRead);
pub(super) const ADD: Operation = Operation::post(
    "/api/v1/hubs/{hub}/shipments",
    "addShipment",
    "Adds something to be moved between two sites of members.",
)
.creates()
.for_(MOVERS, Scope::ShipmentsWrite);
pub(super) const CHANGE: Operation = Operation::put(
    "/api/v1/hubs/{hub}/shipments/{shipment}",
    "changeShipment",
    "Changes what was added by hand; a published round goes on as it is until its coordinator takes the change.",
)
.for_(MOVERS, Scope::ShipmentsWrite);
pub(super) const CANCEL: Operation = Operation::post(
    "/api/v1/hubs/{hub}/shipments/{shipment}/cancel",
    "cancelShipment",
    "Says that what was added by hand is not to be moved after all.",
)
.for_(MOVERS, Scope::ShipmentsWrite);

/// From which day on.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct FromDay {
    /// Today where it is left out.
    from: Option<Day>,
}

/// Where a shipment begins or ends.
#[derive(Serialize, JsonSchema)]
pub(super) struct ShipmentEnd {
    organisation: OrganisationId,
    /// None where the organisation has no site yet.
    site: Option<SiteId>,
}

/// A site of a member's.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct MemberSite {
    organisation: OrganisationId,
    site: SiteId,
}

/// Crates by the cold that they need, and the weight of all.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ShipmentLoad {
    #[serde(default)]
    #[schemars(range(max = 100_000))]
    dry_crates: u32,
    #[serde(default)]
    #[schemars(range(max = 100_000))]
    cold_crates: u32,
    #[serde(default)]
    #[schemars(range(max = 100_000))]
    frozen_crates: u32,
    #[serde(default)]
    #[schemars(range(max = 100_000))]
    kilograms: u32,
}

/// Something to be moved.
#[derive(Serialize, JsonSchema)]
pub(super) struct ListedShipment {
    id: ShipmentId,
    origin: Origin,
    cycle: Option<CycleId>,
    from: ShipmentEnd,
    to: ShipmentEnd,
    first_day: Day,
    last_day: Day,
    /// In minutes after midnight: not fetched before.
    ready_minute: Option<i64>,
    /// In minutes after midnight: there by then.
    due_minute: Option<i64>,
    load: ShipmentLoad,
    needs: Vec<Need>,
    standing: Standing,
    /// The published plan that carries it, and the number of the round.
    plan: Option<PlanId>,
    round: Option<i64>,
    note: String,
}

/// Something that is asked to be moved.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AskedShipment {
    from: MemberSite,
    to: MemberSite,
    first_day: Day,
    /// The first day where it is left out.
    last_day: Option<Day>,
    /// In minutes after midnight.
    #[schemars(range(max = 1_439))]
    ready_minute: Option<u16>,
    #[schemars(range(max = 1_439))]
    due_minute: Option<u16>,
    load: ShipmentLoad,
    #[serde(default)]
    #[schemars(length(max = 4))]
    needs: Vec<Need>,
    #[serde(default)]
    note: Line<200>,
}

/// What was added.
#[derive(Serialize, JsonSchema)]
pub(super) struct AddedShipment {
    id: ShipmentId,
}

impl From<&Load> for ShipmentLoad {
    fn from(load: &Load) -> Self {
        let count = |number: i64| u32::try_from(number).unwrap_or(u32::MAX);
        Self {
            dry_crates: count(load.dry),
            cold_crates: count(load.cold),
            frozen_crates: count(load.frozen),
            kilograms: count(load.kilograms),
        }
    }
}

impl From<&Shipment> for ListedShipment {
    fn from(one: &Shipment) -> Self {
        let end = |end: End| ShipmentEnd { organisation: end.organisation, site: end.site };
        Self {
            id: one.id,
            origin: one.origin,
            cycle: one.cycle,
            from: end(one.from),
            to: end(one.to),
            first_day: one.first_day.into(),
            last_day: one.last_day.into(),
            ready_minute: one.ready,
            due_minute: one.due,
            load: (&one.load).into(),
            needs: one.needs.clone(),
            standing: one.standing,
            plan: one.carried.map(|carried| carried.plan),
            round: one.carried.map(|carried| carried.round),
            note: one.note.clone(),
        }
    }
}

impl AskedShipment {
    fn asked(&self) -> Asked {
        let place = |at: &MemberSite| Place { organisation: at.organisation, site: at.site };
        Asked {
            from: place(&self.from),
            to: place(&self.to),
            first_day: self.first_day.0,
            last_day: self.last_day.as_ref().map_or(self.first_day.0, |day| day.0),
            ready: self.ready_minute.map(i64::from),
            due: self.due_minute.map(i64::from),
            load: Load {
                dry: self.load.dry_crates.into(),
                cold: self.load.cold_crates.into(),
                frozen: self.load.frozen_crates.into(),
                kilograms: self.load.kilograms.into(),
            },
            needs: self.needs.clone(),
            note: self.note.0.clone(),
        }
    }
}

pub(super) async fn list(call: Call<CoalitionId, Query<FromDay>>) -> Outcome<Seen<Vec<ListedShipment>>> {
    let hub = call.at;
    let first = call.asked.0.from.as_ref().map_or(call.visit.app.today(), |day| day.0);
    let last = first.saturating_add(Span::new().days(6));
    let found = call.look(move |tx, who| acts::list(tx, who, hub, first, last)).await?;
    Ok(Seen(found.iter().map(ListedShipment::from).collect()))
}

pub(super) async fn add(
    call: Call<CoalitionId, Body<AskedShipment>>,
) -> Outcome<Written<AddedShipment>> {
    let (hub, all) = (call.at, [call.asked.0.asked()]);
    call.once(move |tx, who| {
        let added = acts::add(tx, who, hub, &all)?;
        added.first().map(|&id| AddedShipment { id }).ok_or(frame::Stop::NotFound)
    })
    .await
}

pub(super) async fn change(
    call: Call<(CoalitionId, ShipmentId), Body<AskedShipment>>,
) -> Outcome<Written<AddedShipment>> {
    let ((hub, id), asked) = (call.at, call.asked.0.asked());
    call.once(move |tx, who| {
        acts::change(tx, who, hub, id, &asked)?;
        Ok(AddedShipment { id })
    })
    .await
}

pub(super) async fn cancel(
    call: Call<(CoalitionId, ShipmentId), Nothing>,
) -> Outcome<Written<AddedShipment>> {
    let (hub, id) = call.at;
    call.once(move |tx, who| {
        acts::cancel(tx, who, hub, id)?;
        Ok(AddedShipment { id })
    })
    .await
}
