//! Moving one shipment of a plan by hand: where it could go, and at once what that costs.

use askama::Template;
use axum::response::Response;
use economy::shipments::{clock, said_load};
use frame::{At, Form, Outcome, Reader, Stop, Visit, aside};
use units::{Cents, CoalitionId, PlanId, ShipmentId, VehicleId};

use super::acts::Whole;
use super::around::{Around, gather};
use super::choices::{Choice, choices};
use super::model::Plan;
use super::search::Destination;
use super::sheet::load_of;
use super::{changing, mending, pages, search};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "plans/move.html")]
struct MovePage {
    t: &'static Words,
    r: Reader,
    hub: CoalitionId,
    plan: Plan,
    way: String,
    load: String,
    /// The vehicle that has it in this plan.
    with: Option<VehicleId>,
    options: Vec<MoveOption>,
    /// The vehicle whose round is looked at place by place.
    looked_at: Option<(VehicleId, String)>,
    places: Vec<MoveOption>,
}

/// Somewhere that a shipment can go, by its names.
struct MoveOption {
    choice: Choice,
    /// The vehicle's.
    name: String,
    /// After which stop it is; none at the beginning.
    after: Option<String>,
    time: String,
}

pub(super) async fn move_form(
    visit: Visit,
    At((hub, id, shipment)): At<(CoalitionId, PlanId, ShipmentId)>,
) -> Outcome<Response> {
    let page = move_page(&visit, hub, id, shipment).await?;
    visit.page(&page.t.move_title(), &page)
}

async fn move_page(
    visit: &Visit,
    hub: CoalitionId,
    id: PlanId,
    shipment: ShipmentId,
) -> Outcome<MovePage> {
    let (whole, around) = gather(visit, hub, id).await?;
    let (t, r) = (words(visit.language), visit.reader());
    let looked_at: Option<VehicleId> = visit.asked("vehicle").parse().ok();
    let page = aside(move || {
        let (options, places) = choices(&whole, shipment, looked_at)?;
        let request = whole.request_at(shipment).ok_or(Stop::NotFound)?;
        let with = mending::vehicle_of(&whole.description, &whole.result, shipment);
        let known = around.shipments.get(&shipment).ok_or(Stop::NotFound)?;
        let (from, to) = (around.names.end(&known.from), around.names.end(&known.to));
        let looked_at = looked_at.or(with).map(|id| (id, around.vehicle(&id.to_string())));
        let load = said_load(&r, &load_of(&whole.description.requests[request].load));
        let each = |all: &[Choice]| all.iter().map(|one| option(one, &whole, &around)).collect();
        let (options, places) = (each(&options), each(&places));
        let (way, plan) = (t.plan_way(from, to), whole.plan.clone());
        Ok::<_, Stop>(MovePage { t, r, hub, plan, way, load, with, options, looked_at, places })
    })
    .await??;
    Ok(page)
}

fn option(choice: &Choice, whole: &Whole, around: &Around) -> MoveOption {
    MoveOption {
        name: around.vehicle(&choice.vehicle.to_string()),
        after: choice.after.map(|site| around.place(whole, site)),
        time: choice.begins.map(|begins| clock(i64::from(begins) / 60)).unwrap_or_default(),
        choice: *choice,
    }
}

impl MovePage {
    fn km(&self, metres: &i64) -> String {
        let sign = if *metres > 0 { "+" } else { "" };
        format!("{sign}{}", pages::said_km(&self.r, metres))
    }

    fn euros(&self, cents: &Cents) -> String {
        let sign = if cents.0 > 0 { "+" } else { "" };
        format!("{sign}{}", self.r.euros(cents))
    }

    fn title(&self) -> String {
        self.t.plan_title(self.plan.number, self.r.day(self.plan.day))
    }

    fn is_with(&self, option: &MoveOption) -> bool {
        self.with == Some(option.choice.vehicle)
    }
}

pub(super) async fn move_stop(
    visit: Visit,
    At((hub, base, shipment)): At<(CoalitionId, PlanId, ShipmentId)>,
    form: Form,
) -> Outcome<Response> {
    let vehicle: Option<VehicleId> = form.value("vehicle").parse().ok();
    let to = match vehicle {
        Some(vehicle) => Destination::Vehicle { vehicle, place: form.value("place").parse().ok() },
        None if form.value("vehicle") == "nobody" => Destination::Nobody,
        None => return Err(Stop::NotFound),
    };
    let who = visit.who()?.clone();
    let moved = search::moved_by_hand(&visit.app, &who, hub, base, shipment, to).await;
    match changing::keep(&visit, hub, moved).await {
        Ok(id) => {
            let t = words(visit.language);
            Ok(visit.done(&format!("/hubs/{hub}/plans/{id}"), &t.move_done()))
        }
        Err(stop) => {
            let page = move_page(&visit, hub, base, shipment).await?;
            visit.again(&stop, &page.t.move_title(), &page)
        }
    }
}
