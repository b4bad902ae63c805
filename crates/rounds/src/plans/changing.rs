//! Changing a plan from its page: searching on, publishing, mending, tying, who drives.

use axum::response::Response;
use frame::{At, Form, Outcome, Stop, Visit};
use units::{CoalitionId, PersonId, PlanId};

use super::acts::{self, Found, Tied, Wish};
use super::pages::{EFFORTS, start};
use super::{search, sheet};
use crate::words::words;

/// Searches again from a plan: its vehicles, its locks, and its courses to begin with.
pub(super) async fn search_on(
    visit: Visit,
    At((hub, base)): At<(CoalitionId, PlanId)>,
    form: Form,
) -> Outcome<Response> {
    let whole = visit.look(move |tx, who| acts::show(tx, who, hub, base)).await?;
    let goal = form.code("goal").unwrap_or(whole.plan.goal);
    let effort = EFFORTS.iter().find(|(code, _)| *code == form.value("effort"));
    let iterations = effort.map_or(EFFORTS[1].1, |(_, iterations)| *iterations);
    let wish = Wish { goal, iterations, seed: whole.plan.seed + 1, ..acts::wish_of(&whole) };
    start(&visit, hub, wish).await
}

pub(super) async fn publish(
    visit: Visit,
    At((hub, id)): At<(CoalitionId, PlanId)>,
) -> Outcome<Response> {
    let zone = visit.app.settings.zone.clone();
    let published = visit.act(move |tx, who| acts::publish(tx, who, hub, id, &zone)).await;
    match published {
        Ok(()) => {
            let t = words(visit.language);
            Ok(visit.done(&format!("/hubs/{hub}/plans/{id}"), &t.plan_published()))
        }
        Err(stop) => sheet::again(&visit, hub, id, &stop).await,
    }
}

/// Draws up the smallest change, and goes to it.
pub(super) async fn mend(visit: Visit, At((hub, base)): At<(CoalitionId, PlanId)>) -> Outcome<Response> {
    let who = visit.who()?.clone();
    let mended = search::mended(&visit.app, &who, hub, base, visit.language).await;
    match keep(&visit, hub, mended).await {
        Ok(id) => {
            let t = words(visit.language);
            Ok(visit.done(&format!("/hubs/{hub}/plans/{id}"), &t.plan_mended()))
        }
        Err(stop) => sheet::again(&visit, hub, base, &stop).await,
    }
}

/// Keeps what was made of a plan, and says under which identifier.
pub(super) async fn keep(visit: &Visit, hub: CoalitionId, found: Outcome<Found>) -> Outcome<PlanId> {
    let found = found?;
    let id = found.id;
    visit.act(move |tx, who| acts::keep(tx, who, hub, &found)).await?;
    Ok(id)
}

/// Ties or unties one shipment, or all of a round: `shipment`, or `round` with its number.
pub(super) async fn lock(
    visit: Visit,
    At((hub, id)): At<(CoalitionId, PlanId)>,
    form: Form,
) -> Outcome<Response> {
    let is_tied = form.value("tied") == "yes";
    let tied = match (form.value("shipment").parse(), form.value("round").parse()) {
        (Ok(one), _) => Tied::Shipments(vec![one]),
        (Err(_), Ok(round)) => Tied::Round(round),
        (Err(_), Err(_)) => return Err(Stop::NotFound),
    };
    visit.act(move |tx, who| acts::lock(tx, who, hub, id, &tied, is_tied)).await?;
    let t = words(visit.language);
    let notice = if is_tied { t.plan_locked() } else { t.plan_unlocked() };
    Ok(visit.done(&format!("/hubs/{hub}/plans/{id}"), &notice))
}

pub(super) async fn set_driver(
    visit: Visit,
    At((hub, id, round)): At<(CoalitionId, PlanId, i64)>,
    form: Form,
) -> Outcome<Response> {
    let driver: Option<PersonId> = form.value("driver").parse().ok();
    visit.act(move |tx, who| acts::set_driver(tx, who, hub, id, round, driver)).await?;
    let t = words(visit.language);
    Ok(visit.done(&format!("/hubs/{hub}/plans/{id}"), &t.plan_driver_saved()))
}
