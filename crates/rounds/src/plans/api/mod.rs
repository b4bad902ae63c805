//! Plans for programs: those of a day, one with its rounds, looking for another, publishing.

mod changes;

use ::store::Tx;
use frame::api::{
    Amount, Body, Call, Cells, Day, Instant, Nothing, Operation, Query, Scope, Seen, Written,
};
use frame::task::{self, Started};
use frame::{Outcome, Stop, Who};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use units::{CoalitionId, Language, OrganisationId, PersonId, PlanId, ShipmentId, SiteId, VehicleId};

use super::acts::{self, Pasted, Whole, Wish};
use super::model::{Does, Figures, Goal, Made, Plan, Round, State, WaysFrom};
use super::{PLANNERS as COORDINATOR, STAFF, search, store};
use crate::words::words;

pub(in crate::plans) use changes::*;

pub(in crate::plans) const LIST: Operation = Operation::get(
    "/api/v1/hubs/{hub}/plans",
    "listPlans",
    "The plans of a day side by side: cost, distance, hours, CO2, fullness, lateness.",
)
.for_(STAFF, Scope::RoundsRead);
pub(in crate::plans) const SHOW: Operation = Operation::get(
    "/api/v1/hubs/{hub}/plans/{plan}",
    "getPlan",
    "A plan; once it is published, with its rounds halt by halt.",
)
.for_(STAFF, Scope::RoundsRead);
pub(in crate::plans) const SEARCH: Operation = Operation::post(
    "/api/v1/hubs/{hub}/plans",
    "searchPlan",
    "Looks for a plan of a day; it is kept as a draft, also when the task is stopped.",
)
.starts()
.for_(COORDINATOR, Scope::RoundsWrite);
pub(in crate::plans) const PUBLISH: Operation = Operation::post(
    "/api/v1/hubs/{hub}/plans/{plan}/publish",
    "publishPlan",
    "Publishes a draft that keeps every rule and is still as the orders are; it takes the place of the day's plan before it.",
)
.for_(COORDINATOR, Scope::RoundsWrite);

/// Of which day.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::plans) struct OfDay {
    /// Today where it is left out.
    day: Option<Day>,
}

/// A plan and what it comes to.
#[derive(Serialize, JsonSchema)]
pub(in crate::plans) struct ListedPlan {
    id: PlanId,
    day: Day,
    number: i64,
    goal: Goal,
    made: Made,
    state: State,
    /// Where times and distances come from.
    ways: WaysFrom,
    engine: String,
    seed: i64,
    iterations: i64,
    rounds: i64,
    cost: Amount,
    metres: i64,
    seconds: i64,
    /// Of CO2 equivalents, well to wheel.
    grams: i64,
    /// Hundredths of a percent of what the vehicles hold, at their fullest.
    fill: i64,
    late_seconds: i64,
    left_out: i64,
    published_at: Option<Instant>,
}

/// A plan with its rounds.
#[derive(Serialize, JsonSchema)]
pub(in crate::plans) struct PlanSheet {
    plan: ListedPlan,
    /// Empty until it is published.
    rounds: Vec<ListedRound>,
}

/// A round of a published plan.
#[derive(Serialize, JsonSchema)]
pub(in crate::plans) struct ListedRound {
    number: i64,
    vehicle: VehicleId,
    driver: Option<PersonId>,
    departs_at: Instant,
    arrives_at: Instant,
    metres: i64,
    cost: Amount,
    halts: Vec<ListedHalt>,
}

/// A halt of a round.
#[derive(Serialize, JsonSchema)]
pub(in crate::plans) struct ListedHalt {
    place: i64,
    organisation: OrganisationId,
    site: SiteId,
    arrives_at: Instant,
    begins_at: Instant,
    leaves_at: Instant,
    /// Of how many earlier halts its minutes were learnt; none where they were given.
    learnt_from: Option<usize>,
    items: Vec<ListedItem>,
}

/// What is done at a halt for a shipment.
#[derive(Serialize, JsonSchema)]
pub(in crate::plans) struct ListedItem {
    shipment: ShipmentId,
    does: Does,
}

/// A vehicle for a plan.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::plans) struct CrewWish {
    vehicle: VehicleId,
    driver: Option<PersonId>,
}

/// What a plan should be.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::plans) struct PlanWish {
    day: Day,
    goal: Goal,
    #[schemars(length(min = 1, max = 100))]
    vehicles: Vec<CrewWish>,
    /// How late goods may be.
    #[serde(default)]
    #[schemars(range(max = 240))]
    late_minutes: u16,
    #[serde(default)]
    #[schemars(range(max = 1_000_000))]
    seed: u32,
    /// Steps that the engine looks for.
    #[schemars(range(min = 1, max = 2_000_000))]
    iterations: u32,
    /// In place of the times and distances that would be found.
    pasted: Option<PastedWays>,
}

/// Tables over the places of the day in the order of the page, a line for each, cells apart by tabs or semicolons.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::plans) struct PastedWays {
    minutes: Cells<2_000_000>,
    kilometres: Cells<2_000_000>,
}

impl From<&Plan> for ListedPlan {
    fn from(one: &Plan) -> Self {
        let Figures { rounds, metres, cents, seconds, grams, fill, late_seconds, left_out } =
            one.figures;
        Self {
            id: one.id,
            day: one.day.into(),
            number: one.number,
            goal: one.goal,
            made: one.made,
            state: one.state,
            ways: one.ways,
            engine: one.engine.clone(),
            seed: one.seed,
            iterations: one.ended_at_iteration,
            rounds,
            cost: cents.into(),
            metres,
            seconds,
            grams,
            fill,
            late_seconds,
            left_out,
            published_at: one.published_at.map(Instant::from),
        }
    }
}

impl ListedRound {
    fn of(one: &Round, whole: &Whole) -> Self {
        let halts = one.halts.iter().map(|halt| ListedHalt {
            place: halt.place,
            organisation: halt.at.organisation,
            site: halt.at.site,
            arrives_at: halt.arrives_at.into(),
            begins_at: halt.begins_at.into(),
            leaves_at: halt.leaves_at.into(),
            learnt_from: whole.learnt_at(halt.at).map(|learnt| learnt.halts),
            items: halt
                .items
                .iter()
                .map(|item| ListedItem { shipment: item.shipment, does: item.does })
                .collect(),
        });
        Self {
            number: one.number,
            vehicle: one.vehicle,
            driver: one.driver,
            departs_at: one.departs_at.into(),
            arrives_at: one.arrives_at.into(),
            metres: one.metres,
            cost: one.cents.into(),
            halts: halts.collect(),
        }
    }
}

pub(in crate::plans) async fn list(
    call: Call<CoalitionId, Query<OfDay>>,
) -> Outcome<Seen<Vec<ListedPlan>>> {
    let hub = call.at;
    let day = call.asked.0.day.as_ref().map_or(call.visit.app.today(), |day| day.0);
    let plans = call.look(move |tx, who| acts::list(tx, who, hub, day)).await?;
    Ok(Seen(plans.iter().map(ListedPlan::from).collect()))
}

pub(in crate::plans) async fn show(call: Call<(CoalitionId, PlanId)>) -> Outcome<Seen<PlanSheet>> {
    let (hub, id) = call.at;
    call.look(move |tx, who| sheet(tx, who, hub, id).map(Seen)).await
}

fn sheet(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: PlanId) -> Outcome<PlanSheet> {
    let whole = acts::show(tx, who, hub, id)?;
    let rounds = store::rounds(tx, hub, id)?;
    let rounds = rounds.iter().map(|round| ListedRound::of(round, &whole)).collect();
    Ok(PlanSheet { plan: (&whole.plan).into(), rounds })
}

pub(in crate::plans) async fn search(
    call: Call<CoalitionId, Body<PlanWish>>,
) -> Outcome<Written<Started>> {
    let (hub, asked, language) = (call.at, &call.asked.0, call.language());
    let wish = Wish {
        day: asked.day.0,
        goal: asked.goal,
        vehicles: asked.vehicles.iter().map(|crew| (crew.vehicle, crew.driver)).collect(),
        late_minutes: asked.late_minutes.into(),
        seed: asked.seed.into(),
        iterations: asked.iterations.into(),
        pasted: asked.pasted.as_ref().map(|pasted| Pasted {
            minutes: pasted.minutes.0.clone(),
            kilometres: pasted.kilometres.0.clone(),
        }),
        base: None,
    };
    start(&call, hub, wish, language).await
}

/// Begins the search; what is in the way of it is told before.
async fn start<P, A>(
    call: &Call<P, A>,
    hub: CoalitionId,
    wish: Wish,
    language: Language,
) -> Outcome<Written<Started>> {
    let title = words(language).plan_searching(call.visit.reader().day(wish.day));
    let target = format!("/hubs/{hub}/rounds?day={}", wish.day);
    let gathered = wish.clone();
    let started = call
        .once(move |tx, who| {
            acts::gather(tx, who, hub, &gathered, language)?;
            task::begin(tx, who, &title, &target)
        })
        .await?;
    let (app, id) = (call.visit.app.clone(), call.visit.app.ids.next::<PlanId>());
    task::run_if_new(call, &started, |who, progress| async move {
        search::search(&app, &who, hub, id, &wish, Some(&progress), language).await
    })?;
    Ok(started)
}

/// What was published.
#[derive(Serialize, JsonSchema)]
pub(in crate::plans) struct PublishedPlan {
    id: PlanId,
}

pub(in crate::plans) async fn publish(
    call: Call<(CoalitionId, PlanId), Nothing>,
) -> Outcome<Written<PublishedPlan>> {
    let (hub, id) = call.at;
    let zone = call.visit.app.settings.zone.clone();
    call.once(move |tx, who| {
        acts::publish(tx, who, hub, id, &zone)?;
        Ok::<_, Stop>(PublishedPlan { id })
    })
    .await
}
