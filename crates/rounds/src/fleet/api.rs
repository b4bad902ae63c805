//! Vehicles for programs.

use frame::Outcome;
use frame::api::{Amount, Call, Day, Operation, Scope, Seen};
use schemars::JsonSchema;
use serde::Serialize;
use units::{CoalitionId, OrganisationId, SiteId, VehicleId};

use super::KEEPERS;
use super::acts;
use super::model::{Fuel, Vehicle, VehicleKind};

pub(super) const VEHICLES: Operation = Operation::get(
    "/api/v1/hubs/{hub}/vehicles",
    "listVehicles",
    "The vehicles that rounds may use: what they hold, cost and emit. A member sees its own.",
)
.for_(KEEPERS, Scope::RoundsRead);

/// A vehicle of a member's.
#[derive(Serialize, JsonSchema)]
pub(super) struct ListedVehicle {
    id: VehicleId,
    name: String,
    owner: OrganisationId,
    home: SiteId,
    kind: VehicleKind,
    fuel: Fuel,
    dry_crates: i64,
    cold_crates: i64,
    frozen_crates: i64,
    kilograms: i64,
    /// None until somebody has said what it costs.
    prices: Option<VehiclePrices>,
    /// Of CO2 equivalents, well to wheel.
    grams_per_km: i64,
    retired_on: Option<Day>,
}

/// What a round with the vehicle costs.
#[derive(Serialize, JsonSchema)]
pub(super) struct VehiclePrices {
    /// If it leaves at all.
    fixed: Amount,
    per_km: Amount,
    per_hour: Amount,
    per_stop: Amount,
}

impl From<&Vehicle> for ListedVehicle {
    fn from(one: &Vehicle) -> Self {
        Self {
            id: one.id,
            name: one.name.clone(),
            owner: one.home.organisation,
            home: one.home.site,
            kind: one.kind,
            fuel: one.fuel,
            dry_crates: one.holds.dry,
            cold_crates: one.holds.cold,
            frozen_crates: one.holds.frozen,
            kilograms: one.holds.kilograms,
            prices: one.prices.map(|prices| VehiclePrices {
                fixed: prices.fixed.into(),
                per_km: prices.per_km.into(),
                per_hour: prices.per_hour.into(),
                per_stop: prices.per_stop.into(),
            }),
            grams_per_km: one.grams_per_km,
            retired_on: one.retired_on.map(Day::from),
        }
    }
}

pub(super) async fn vehicles(call: Call<CoalitionId>) -> Outcome<Seen<Vec<ListedVehicle>>> {
    let hub = call.at;
    let fleet = call.look(move |tx, who| acts::list(tx, who, hub)).await?;
    Ok(Seen(fleet.vehicles.iter().map(ListedVehicle::from).collect()))
}
