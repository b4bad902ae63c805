//! Moving one shipment of a plan by hand: where it could go, and at once what that costs.

use askama::Template;
use axum::response::Response;
use economy::shipments::{clock, said_load};
use frame::{At, Form, Outcome, Reader, Stop, Visit, aside};
use units::{Cents, CoalitionId, PlanId, ShipmentId, VehicleId};

use super::acts::{self, Whole};
use super::figures::courses;
use super::model::Plan;
use super::moving::{Ground, Possible, Target};
use super::sheet::{Around, gather, load_of};
use super::{mending, pages, search};
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

/// Somewhere that a shipment can go, and what that changes.
struct MoveOption {
    vehicle: VehicleId,
    name: String,
    place: usize,
    /// After which stop it is; none at the beginning.
    after: Option<String>,
    time: String,
    more_cents: Cents,
    more_metres: i64,
    is_now: bool,
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
        let request = request_of(&whole, shipment).ok_or(Stop::NotFound)?;
        let with = mending::vehicle_of(&whole.description, &whole.result, shipment);
        let known = around.shipments.get(&shipment).ok_or(Stop::NotFound)?;
        let (from, to) = (around.names.end(&known.from), around.names.end(&known.to));
        let looked_at = looked_at.or(with);
        let problem = search::problem(&whole.description)?;
        let ground = Ground { description: &whole.description, problem: &problem, crews: &whole.crews };
        let courses = courses(&whole.result);
        let moves = Moves { ground: &ground, whole: &whole, around: &around, request };
        let possible = ground.possibilities(&courses, request);
        let options: Vec<MoveOption> = possible.iter().map(|one| moves.option(one)).collect();
        let places = match looked_at.and_then(|id| vehicle_at(&whole, id)) {
            Some(vehicle) => {
                let all = ground.places(&courses, request, vehicle);
                all.iter().map(|one| moves.option(one)).collect()
            }
            None => Vec::new(),
        };
        let load = said_load(&r, &load_of(&whole.description.requests[request].load));
        let looked_at = looked_at.map(|id| (id, around.vehicle(&id.to_string())));
        let way = t.plan_way(from, to);
        let plan = whole.plan.clone();
        Ok::<_, Stop>(MovePage { t, r, hub, plan, way, load, with, options, looked_at, places })
    })
    .await??;
    Ok(page)
}

fn request_of(whole: &Whole, shipment: ShipmentId) -> Option<usize> {
    let id = shipment.to_string();
    whole.description.requests.iter().position(|request| request.id == id)
}

fn vehicle_at(whole: &Whole, vehicle: VehicleId) -> Option<usize> {
    let id = vehicle.to_string();
    whole.description.vehicles.iter().position(|one| one.id == id)
}

struct Moves<'a> {
    ground: &'a Ground<'a>,
    whole: &'a Whole,
    around: &'a Around,
    request: usize,
}

impl Moves<'_> {
    fn option(&self, possible: &Possible) -> MoveOption {
        let vehicle = &self.whole.description.vehicles[possible.vehicle];
        let round = possible.plan.rounds.iter().find(|round| round.vehicle == possible.vehicle);
        let halts = round.map_or(&[][..], |round| &round.halts);
        let here = halts.get(possible.place);
        let after = possible.place.checked_sub(1).and_then(|at| halts.get(at));
        let metres = |plan: &routing::Plan| i64::try_from(plan.metres).unwrap_or(i64::MAX);
        MoveOption {
            vehicle: self.whole.crews[possible.vehicle].vehicle,
            name: self.around.vehicle(&vehicle.id),
            place: possible.place,
            after: after.map(|halt| self.around.place(self.whole, halt.site)),
            time: here.map(|halt| clock(i64::from(halt.begins) / 60)).unwrap_or_default(),
            more_cents: Cents(self.ground.paid(&possible.plan) - self.ground.paid(&self.whole.result)),
            more_metres: metres(&possible.plan) - metres(&self.whole.result),
            is_now: self.is_now(possible),
        }
    }

    /// Whether it is as in the plan: in the same vehicle, for the same money and the same way.
    fn is_now(&self, possible: &Possible) -> bool {
        let shipment = self.whole.description.requests[self.request].id.parse().ok();
        let with = |plan| shipment.and_then(|id| mending::vehicle_of(&self.whole.description, plan, id));
        let (here, now) = (&possible.plan, &self.whole.result);
        with(here) == with(now)
            && here.metres == now.metres
            && self.ground.paid(here) == self.ground.paid(now)
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
        self.with == Some(option.vehicle)
    }
}

pub(super) async fn move_stop(
    visit: Visit,
    At((hub, base, shipment)): At<(CoalitionId, PlanId, ShipmentId)>,
    form: Form,
) -> Outcome<Response> {
    let whole = visit.look(move |tx, who| acts::show(tx, who, hub, base)).await?;
    let request = request_of(&whole, shipment).ok_or(Stop::NotFound)?;
    let vehicle = form.value("vehicle").parse().ok().and_then(|id| vehicle_at(&whole, id));
    let target = match (vehicle, form.value("place").parse().ok()) {
        (Some(vehicle), Some(place)) => Target::Place { vehicle, place },
        (Some(vehicle), None) => Target::Vehicle(vehicle),
        (None, _) if form.value("vehicle") == "nobody" => Target::Nobody,
        (None, _) => return Err(Stop::NotFound),
    };
    let id: PlanId = visit.app.ids.next();
    let who = visit.who()?.clone();
    match search::move_by_hand(&visit.app, &who, hub, base, id, request, target).await {
        Ok(()) => {
            let t = words(visit.language);
            Ok(visit.done(&format!("/hubs/{hub}/plans/{id}"), &t.move_done()))
        }
        Err(stop) => {
            let page = move_page(&visit, hub, base, shipment).await?;
            visit.again(&stop, &page.t.move_title(), &page)
        }
    }
}
