//! Vehicles for programs: what they hold, what they cost, adding and changing one.

use economy::shipments::{Load, Need, Place};
use frame::Outcome;
use frame::api::{Amount, Body, Call, Day, Line, Measure, Operation, Scope, Seen, UnitPrice, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::Tx;
use units::{Cents, CoalitionId, OrganisationId, Quantity, SiteId, VehicleId};

use super::WeekShift;
use crate::fleet::KEEPERS;
use crate::fleet::acts;
use crate::fleet::model::{Costing, Fuel, Vehicle, VehicleKind};

pub(in crate::fleet) const VEHICLES: Operation = Operation::get(
    "/api/v1/hubs/{hub}/vehicles",
    "listVehicles",
    "The vehicles that rounds may use: what they hold, cost and emit. A member sees its own.",
)
.for_(KEEPERS, Scope::RoundsRead);
pub(in crate::fleet) const VEHICLE: Operation = Operation::get(
    "/api/v1/hubs/{hub}/vehicles/{vehicle}",
    "getVehicle",
    "A vehicle with what the calculator was told of it.",
)
.for_(KEEPERS, Scope::RoundsRead);
pub(in crate::fleet) const ADD: Operation = Operation::post(
    "/api/v1/hubs/{hub}/vehicles",
    "addVehicle",
    "Adds a vehicle of a member’s; no plan may use it until somebody has said what it costs.",
)
.creates()
.for_(KEEPERS, Scope::RoundsWrite);
pub(in crate::fleet) const CHANGE: Operation = Operation::put(
    "/api/v1/hubs/{hub}/vehicles/{vehicle}",
    "changeVehicle",
    "Changes a vehicle; its prices stay, and what it emits follows its fuel.",
)
.for_(KEEPERS, Scope::RoundsWrite);
pub(in crate::fleet) const COST: Operation = Operation::put(
    "/api/v1/hubs/{hub}/vehicles/{vehicle}/cost",
    "setVehicleCost",
    "Tells the calculator what a vehicle costs: its prices and what it emits follow.",
)
.for_(KEEPERS, Scope::RoundsWrite);

/// A vehicle of a member's.
#[derive(Serialize, JsonSchema)]
pub(in crate::fleet) struct ListedVehicle {
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
    traits: Vec<Need>,
    shift: WeekShift,
    /// None until somebody has said what it costs.
    prices: Option<VehiclePrices>,
    /// Of CO2 equivalents, well to wheel.
    grams_per_km: i64,
    /// From this day on it is no longer there.
    retired_on: Option<Day>,
}

/// What a round with the vehicle costs.
#[derive(Serialize, JsonSchema)]
pub(in crate::fleet) struct VehiclePrices {
    /// If it leaves at all.
    fixed: Amount,
    per_km: Amount,
    per_hour: Amount,
    per_stop: Amount,
}

/// A vehicle with what it costs.
#[derive(Serialize, JsonSchema)]
pub(in crate::fleet) struct VehicleSheet {
    vehicle: ListedVehicle,
    /// None until somebody has said it.
    cost: Option<VehicleCost>,
}

/// A vehicle as somebody describes it.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::fleet) struct DescribedVehicle {
    #[schemars(length(min = 1))]
    name: Line<60>,
    /// A member, or the hub’s own organisation.
    owner: OrganisationId,
    /// A site of its owner’s: there it begins and ends its day.
    home: SiteId,
    kind: VehicleKind,
    fuel: Fuel,
    #[serde(default)]
    #[schemars(range(max = 100_000))]
    dry_crates: u32,
    #[serde(default)]
    #[schemars(range(max = 100_000))]
    cold_crates: u32,
    #[serde(default)]
    #[schemars(range(max = 100_000))]
    frozen_crates: u32,
    #[schemars(range(min = 1, max = 100_000))]
    kilograms: u32,
    #[serde(default)]
    #[schemars(length(max = 4))]
    traits: Vec<Need>,
    shift: WeekShift,
    retired_on: Option<Day>,
}

/// What the calculator is told of a vehicle.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::fleet) struct VehicleCost {
    /// Litres, kilograms or kilowatt-hours.
    use_per_100_km: Measure,
    /// Of one of them.
    energy_price: UnitPrice,
    /// Tyres, maintenance, repairs.
    wear_per_km: UnitPrice,
    purchase: Amount,
    resale: Amount,
    #[schemars(range(min = 1, max = 50))]
    years: u16,
    /// On which it leaves.
    #[schemars(range(min = 1, max = 366))]
    days_per_year: u16,
    /// Of a year.
    insurance: Amount,
    /// Of a year.
    tax: Amount,
    wage_per_hour: Amount,
    /// Besides what a stop takes in time and way.
    #[serde(default)]
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
            traits: one.traits.clone(),
            shift: (&one.shift).into(),
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

impl DescribedVehicle {
    fn vehicle(&self, id: VehicleId) -> Outcome<Vehicle> {
        Ok(Vehicle {
            id,
            home: Place { organisation: self.owner, site: self.home },
            name: self.name.must("name")?.to_owned(),
            kind: self.kind,
            fuel: self.fuel,
            holds: Load {
                dry: self.dry_crates.into(),
                cold: self.cold_crates.into(),
                frozen: self.frozen_crates.into(),
                kilograms: self.kilograms.into(),
            },
            traits: self.traits.clone(),
            prices: None,
            grams_per_km: 0,
            shift: self.shift.shift(),
            retired_on: self.retired_on.map(|day| day.0),
        })
    }
}

impl VehicleCost {
    fn of(costing: &Costing, per_stop: Cents) -> Self {
        let small = |number: i64| u16::try_from(number).unwrap_or(u16::MAX);
        Self {
            use_per_100_km: Quantity(costing.use_per_100_km).into(),
            energy_price: costing.energy_price.into(),
            wear_per_km: costing.wear_per_km.into(),
            purchase: costing.purchase.into(),
            resale: costing.resale.into(),
            years: small(costing.years),
            days_per_year: small(costing.days_per_year),
            insurance: costing.insurance.into(),
            tax: costing.tax.into(),
            wage_per_hour: costing.wage_per_hour.into(),
            per_stop: per_stop.into(),
        }
    }

    fn costing(&self) -> Costing {
        Costing {
            use_per_100_km: self.use_per_100_km.0.0,
            energy_price: self.energy_price.0,
            wear_per_km: self.wear_per_km.0,
            purchase: self.purchase.0,
            resale: self.resale.0,
            years: self.years.into(),
            days_per_year: self.days_per_year.into(),
            insurance: self.insurance.0,
            tax: self.tax.0,
            wage_per_hour: self.wage_per_hour.0,
        }
    }
}

pub(in crate::fleet) async fn vehicles(call: Call<CoalitionId>) -> Outcome<Seen<Vec<ListedVehicle>>> {
    let hub = call.at;
    let fleet = call.look(move |tx, who| acts::list(tx, who, hub)).await?;
    Ok(Seen(fleet.vehicles.iter().map(ListedVehicle::from).collect()))
}

type OfVehicle = (CoalitionId, VehicleId);

fn sheet(tx: &Tx<'_>, who: &frame::Who, hub: CoalitionId, id: VehicleId) -> Outcome<VehicleSheet> {
    let (vehicle, costing) = acts::show(tx, who, hub, id)?;
    let per_stop = vehicle.prices.unwrap_or_default().per_stop;
    let cost = costing.map(|costing| VehicleCost::of(&costing, per_stop));
    Ok(VehicleSheet { vehicle: (&vehicle).into(), cost })
}

pub(in crate::fleet) async fn vehicle(call: Call<OfVehicle>) -> Outcome<Seen<VehicleSheet>> {
    let (hub, id) = call.at;
    call.look(move |tx, who| sheet(tx, who, hub, id).map(Seen)).await
}

pub(in crate::fleet) async fn add(
    call: Call<CoalitionId, Body<DescribedVehicle>>,
) -> Outcome<Written<VehicleSheet>> {
    let (hub, id) = (call.at, call.visit.app.ids.next());
    let vehicle = call.asked.0.vehicle(id)?;
    call.once(move |tx, who| {
        acts::add(tx, who, hub, &vehicle)?;
        sheet(tx, who, hub, id)
    })
    .await
}

pub(in crate::fleet) async fn change(
    call: Call<OfVehicle, Body<DescribedVehicle>>,
) -> Outcome<Written<VehicleSheet>> {
    let (hub, id) = call.at;
    let vehicle = call.asked.0.vehicle(id)?;
    call.once(move |tx, who| {
        acts::change(tx, who, hub, &vehicle)?;
        sheet(tx, who, hub, id)
    })
    .await
}

pub(in crate::fleet) async fn set_cost(
    call: Call<OfVehicle, Body<VehicleCost>>,
) -> Outcome<Written<VehicleSheet>> {
    let (hub, id) = call.at;
    let (costing, per_stop) = (call.asked.0.costing(), call.asked.0.per_stop.0);
    call.once(move |tx, who| {
        acts::set_cost(tx, who, hub, id, &costing, per_stop)?;
        sheet(tx, who, hub, id)
    })
    .await
}
