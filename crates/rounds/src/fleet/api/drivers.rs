//! Drivers and absences for programs.

use frame::Outcome;
use frame::api::{Body, Call, Day, Nothing, Operation, Scope, Seen, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use units::{CoalitionId, OrganisationId, PersonId, VehicleId};
use uuid::Uuid;

use super::WeekShift;
use crate::fleet::KEEPERS;
use crate::fleet::acts::{self, Unfit};
use crate::fleet::model::{Absence, Absent, Driver};

pub(in crate::fleet) const DRIVERS: Operation = Operation::get(
    "/api/v1/hubs/{hub}/drivers",
    "listDrivers",
    "Who drives, for whom and when. A member sees its own.",
)
.for_(KEEPERS, Scope::RoundsRead);
pub(in crate::fleet) const SAVE_DRIVER: Operation = Operation::put(
    "/api/v1/hubs/{hub}/drivers/{person}",
    "saveDriver",
    "Says that somebody with a mandate within the hub drives, for whom, and when they are there.",
)
.for_(KEEPERS, Scope::RoundsWrite);
pub(in crate::fleet) const DRIVER_LEAVES: Operation = Operation::post(
    "/api/v1/hubs/{hub}/drivers/{person}/leave",
    "driverLeaves",
    "Says that somebody drives no longer, from today on.",
)
.for_(KEEPERS, Scope::RoundsWrite);
pub(in crate::fleet) const ABSENCES: Operation = Operation::get(
    "/api/v1/hubs/{hub}/absences",
    "listAbsences",
    "Which vehicles and drivers are away, from today on. A member sees its own.",
)
.for_(KEEPERS, Scope::RoundsRead);
pub(in crate::fleet) const ADD_ABSENCE: Operation = Operation::post(
    "/api/v1/hubs/{hub}/absences",
    "addAbsence",
    "Says that a vehicle or a driver is away on these days.",
)
.creates()
.for_(KEEPERS, Scope::RoundsWrite);
pub(in crate::fleet) const END_ABSENCE: Operation =
    Operation::post("/api/v1/hubs/{hub}/absences/{absence}/end", "endAbsence", "Takes an absence back.")
        .for_(KEEPERS, Scope::RoundsWrite);

/// Somebody who drives.
#[derive(Serialize, JsonSchema)]
pub(in crate::fleet) struct ListedDriver {
    person: PersonId,
    organisation: OrganisationId,
    shift: WeekShift,
    /// From this day on they no longer drive.
    left_on: Option<Day>,
}

/// For whom somebody drives, and when.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::fleet) struct DescribedDriver {
    /// Of whom they have a mandate; with one of the hub’s, its own organisation.
    organisation: OrganisationId,
    shift: WeekShift,
}

/// Days on which a vehicle or a driver is away, both included.
#[derive(Serialize, JsonSchema)]
pub(in crate::fleet) struct ListedAbsence {
    id: Uuid,
    vehicle: Option<VehicleId>,
    driver: Option<PersonId>,
    first_day: Day,
    last_day: Day,
}

/// A vehicle or a driver who is away: one of both.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::fleet) struct NewAbsence {
    vehicle: Option<VehicleId>,
    driver: Option<PersonId>,
    first_day: Day,
    /// The first day where it is left out.
    last_day: Option<Day>,
}

/// What was taken back.
#[derive(Serialize, JsonSchema)]
pub(in crate::fleet) struct EndedAbsence {
    id: Uuid,
}

/// Who drives no longer.
#[derive(Serialize, JsonSchema)]
pub(in crate::fleet) struct LeftDriver {
    person: PersonId,
}

impl From<&Driver> for ListedDriver {
    fn from(one: &Driver) -> Self {
        Self {
            person: one.person,
            organisation: one.organisation,
            shift: (&one.shift).into(),
            left_on: one.left_on.map(Day::from),
        }
    }
}

impl From<&Absence> for ListedAbsence {
    fn from(one: &Absence) -> Self {
        let (vehicle, driver) = match one.of {
            Absent::Vehicle(vehicle) => (Some(vehicle), None),
            Absent::Driver(driver) => (None, Some(driver)),
        };
        let (first_day, last_day) = (one.first_day.into(), one.last_day.into());
        Self { id: one.id, vehicle, driver, first_day, last_day }
    }
}

pub(in crate::fleet) async fn drivers(call: Call<CoalitionId>) -> Outcome<Seen<Vec<ListedDriver>>> {
    let hub = call.at;
    let fleet = call.look(move |tx, who| acts::list(tx, who, hub)).await?;
    Ok(Seen(fleet.drivers.iter().map(ListedDriver::from).collect()))
}

type OfPerson = (CoalitionId, PersonId);

pub(in crate::fleet) async fn save_driver(
    call: Call<OfPerson, Body<DescribedDriver>>,
) -> Outcome<Written<ListedDriver>> {
    let (hub, person) = call.at;
    let Body(asked) = &call.asked;
    let (organisation, shift) = (asked.organisation, asked.shift.shift());
    let driver = Driver { person, organisation, shift, left_on: None };
    call.once(move |tx, who| {
        acts::save_driver(tx, who, hub, &driver)?;
        Ok(ListedDriver::from(&driver))
    })
    .await
}

pub(in crate::fleet) async fn driver_leaves(
    call: Call<OfPerson, Nothing>,
) -> Outcome<Written<LeftDriver>> {
    let (hub, person) = call.at;
    call.once(move |tx, who| {
        acts::driver_leaves(tx, who, hub, person)?;
        Ok(LeftDriver { person })
    })
    .await
}

pub(in crate::fleet) async fn absences(call: Call<CoalitionId>) -> Outcome<Seen<Vec<ListedAbsence>>> {
    let hub = call.at;
    let fleet = call.look(move |tx, who| acts::list(tx, who, hub)).await?;
    Ok(Seen(fleet.absences.iter().map(ListedAbsence::from).collect()))
}

pub(in crate::fleet) async fn add_absence(
    call: Call<CoalitionId, Body<NewAbsence>>,
) -> Outcome<Written<ListedAbsence>> {
    let hub = call.at;
    let Body(asked) = &call.asked;
    let of = match (asked.vehicle, asked.driver) {
        (Some(vehicle), None) => Absent::Vehicle(vehicle),
        (None, Some(driver)) => Absent::Driver(driver),
        (None, None) | (Some(_), Some(_)) => return Err(Unfit::Missing("vehicle").into()),
    };
    let (first, last) = (asked.first_day.0, asked.last_day.unwrap_or(asked.first_day).0);
    call.once(move |tx, who| {
        acts::add_absence(tx, who, hub, of, first, last).map(|absence| ListedAbsence::from(&absence))
    })
    .await
}

pub(in crate::fleet) async fn end_absence(
    call: Call<(CoalitionId, Uuid), Nothing>,
) -> Outcome<Written<EndedAbsence>> {
    let (hub, id) = call.at;
    call.once(move |tx, who| {
        acts::end_absence(tx, who, hub, id)?;
        Ok(EndedAbsence { id })
    })
    .await
}
