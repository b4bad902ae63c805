//! Rehearsed seasons for programs.

use frame::Outcome;
use frame::api::{Amount, Body, Call, Day, Operation, Scope, Seen, Written};
use frame::task::{self, Started};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use units::{CoalitionId, OrganisationId, SiteId, VehicleId};
use uuid::Uuid;

use super::acts::{self, NotRehearsed, Wish};
use super::model::{Driven, Given, Rule, STEPS, Scenario, Season, Side, Then};
use super::{PLANNERS, rehearse};
use crate::words::words;

pub(super) const LIST: Operation = Operation::get(
    "/api/v1/hubs/{hub}/scenarios",
    "listScenarios",
    "The seasons that were rehearsed, the latest first.",
)
.for_(PLANNERS, Scope::RoundsRead);
pub(super) const SHOW: Operation = Operation::get(
    "/api/v1/hubs/{hub}/scenarios/{scenario}",
    "getScenario",
    "A rehearsed season: as it is and under the other rule, in all and day by day.",
)
.for_(PLANNERS, Scope::RoundsRead);
pub(super) const REHEARSE: Operation = Operation::post(
    "/api/v1/hubs/{hub}/scenarios",
    "rehearseSeason",
    "Drives a season once more under another rule, beside the same season as it is.",
)
.starts()
.for_(PLANNERS, Scope::RoundsWrite);

/// A season that was rehearsed.
#[derive(Serialize, JsonSchema)]
pub(super) struct ListedScenario {
    id: Uuid,
    first_day: Day,
    last_day: Day,
    rule: Rule,
    seed: i64,
    iterations: i64,
    engine: String,
}

/// A season on both its sides.
#[derive(Serialize, JsonSchema)]
pub(super) struct ScenarioSheet {
    scenario: ListedScenario,
    as_it_is: SeasonFigures,
    changed: SeasonFigures,
    days: Vec<DrivenDay>,
    /// At the prices of the day of the rehearsal.
    vehicles: Vec<VehicleThen>,
}

/// A vehicle as it was on the day of the rehearsal.
#[derive(Serialize, JsonSchema)]
pub(super) struct VehicleThen {
    vehicle: VehicleId,
    name: String,
    fixed: Amount,
    per_km: Amount,
    per_hour: Amount,
    per_stop: Amount,
    grams_per_km: i64,
}

/// What one side of a season comes to.
#[derive(Serialize, JsonSchema)]
pub(super) struct SeasonFigures {
    days: i64,
    rounds: i64,
    cost: Amount,
    metres: i64,
    seconds: i64,
    /// Of CO2 equivalents, well to wheel.
    grams: i64,
    left_out: i64,
}

/// A day of one side.
#[derive(Serialize, JsonSchema)]
pub(super) struct DrivenDay {
    side: Side,
    day: Day,
    /// Of two hubs, each by itself: which, from 0.
    part: i64,
    rounds: i64,
    cost: Amount,
    metres: i64,
    left_out: i64,
}

/// A site of a member’s.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct DepotSite {
    organisation: OrganisationId,
    site: SiteId,
}

/// A season, and the rule that it is driven by; of the fields below the rule, its own are read.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AskedSeason {
    first_day: Day,
    last_day: Day,
    rule: Rule,
    /// `no_night`: after midnight.
    #[schemars(range(max = 1_439))]
    earliest_minute: Option<u16>,
    /// `other_day`: from 1 for Monday.
    #[schemars(range(min = 1, max = 7))]
    from_weekday: Option<u8>,
    #[schemars(range(min = 1, max = 7))]
    to_weekday: Option<u8>,
    /// `depot`: where goods may change vehicles.
    depot: Option<DepotSite>,
    /// `together`: another hub that the caller coordinates too.
    with: Option<CoalitionId>,
    #[serde(default)]
    seed: u32,
    /// Steps of each day’s search.
    #[schemars(range(min = 1, max = 20_000))]
    iterations: u32,
}

impl AskedSeason {
    fn wish(&self) -> Result<Wish, NotRehearsed> {
        let weekday = |day: Option<u8>, field| {
            let day = day.filter(|day| (1..=7).contains(day)).ok_or(NotRehearsed::Missing(field))?;
            Ok(i8::try_from(day).unwrap_or(7))
        };
        let given = match self.rule {
            Rule::NoNight => {
                let earliest = self.earliest_minute.filter(|minute| *minute < 1_440);
                let earliest = earliest.ok_or(NotRehearsed::Missing("earliest_minute"))?;
                Given::NoNight { earliest: earliest.into() }
            }
            Rule::OtherDay => Given::OtherDay {
                from: weekday(self.from_weekday, "from_weekday")?,
                to: weekday(self.to_weekday, "to_weekday")?,
            },
            Rule::Depot => {
                let depot = self.depot.as_ref().ok_or(NotRehearsed::Missing("depot"))?;
                Given::Depot { organisation: depot.organisation, site: depot.site }
            }
            Rule::Together => Given::Together { with: self.with.ok_or(NotRehearsed::Missing("with"))? },
        };
        let (first, last) = (self.first_day.0, self.last_day.0);
        let iterations = i64::from(self.iterations).clamp(1, STEPS[2]);
        Ok(Wish { first, last, given, seed: self.seed.into(), iterations })
    }
}

impl From<&Scenario> for ListedScenario {
    fn from(one: &Scenario) -> Self {
        Self {
            id: one.id,
            first_day: one.first.into(),
            last_day: one.last.into(),
            rule: one.given.rule(),
            seed: one.seed,
            iterations: one.iterations,
            engine: one.engine.clone(),
        }
    }
}

impl From<Season> for SeasonFigures {
    fn from(season: Season) -> Self {
        let Season { days, rounds, metres, cents, seconds, grams, left_out } = season;
        Self { days, rounds, cost: cents.into(), metres, seconds, grams, left_out }
    }
}

impl From<&Driven> for DrivenDay {
    fn from(one: &Driven) -> Self {
        let figures = &one.figures;
        Self {
            side: one.side,
            day: one.day.into(),
            part: one.part,
            rounds: figures.rounds,
            cost: figures.cents.into(),
            metres: figures.metres,
            left_out: figures.left_out,
        }
    }
}

impl From<&Then> for VehicleThen {
    fn from(one: &Then) -> Self {
        Self {
            vehicle: one.vehicle,
            name: one.name.clone(),
            fixed: one.prices.fixed.into(),
            per_km: one.prices.per_km.into(),
            per_hour: one.prices.per_hour.into(),
            per_stop: one.prices.per_stop.into(),
            grams_per_km: one.grams_per_km,
        }
    }
}

pub(super) async fn list(call: Call<CoalitionId>) -> Outcome<Seen<Vec<ListedScenario>>> {
    let hub = call.at;
    let all = call.look(move |tx, who| acts::list(tx, who, hub)).await?;
    Ok(Seen(all.iter().map(ListedScenario::from).collect()))
}

pub(super) async fn show(call: Call<(CoalitionId, Uuid)>) -> Outcome<Seen<ScenarioSheet>> {
    let (hub, id) = call.at;
    let rehearsed = call.look(move |tx, who| acts::show(tx, who, hub, id)).await?;
    let days = rehearsed.days;
    Ok(Seen(ScenarioSheet {
        scenario: (&rehearsed.scenario).into(),
        as_it_is: Season::of(Side::AsItIs, &days).into(),
        changed: Season::of(Side::Changed, &days).into(),
        days: days.iter().map(DrivenDay::from).collect(),
        vehicles: rehearsed.vehicles.iter().map(VehicleThen::from).collect(),
    }))
}

pub(super) async fn rehearse(call: Call<CoalitionId, Body<AskedSeason>>) -> Outcome<Written<Started>> {
    let (hub, wish) = (call.at, call.asked.0.wish()?);
    let id: Uuid = call.visit.app.ids.next();
    let title = words(call.language()).scenario_working();
    let target = format!("/hubs/{hub}/scenarios/{id}");
    let started = call
        .once(move |tx, who| {
            acts::gather(tx, who, hub, &wish)?;
            task::begin(tx, who, &title, &target)
        })
        .await?;
    let app = call.visit.app.clone();
    task::run_if_new(&call, &started, |who, progress| async move {
        rehearse::rehearse(&app, &who, hub, id, wish, Some(&progress)).await
    })?;
    Ok(started)
}
