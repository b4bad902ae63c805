//! A day's plans side by side, and asking for another.

use std::collections::HashMap;

use askama::Template;
use axum::response::Response;
use economy::shipments::{Shipment, store as shipments};
use frame::form::Fault;
use frame::{At, Form, Outcome, Reader, Role, Stop, Visit, task};
use jiff::Span;
use jiff::civil::Date;
use units::{CoalitionId, Code, Language, PersonId, PlanId, Rate, VehicleId};

use super::acts::{self, Pasted, Wish};
use super::describe::Question;
use super::mending::Change;
use super::model::{Figures, Goal, Plan, State};
use super::{search, store};
use crate::fleet::{Driver, Vehicle};
use crate::words::{Words, words};

/// So many days can be chosen from the page of one.
const DAYS: i64 = 14;
/// Steps of the engine, by how thoroughly somebody wants it to look.
pub(super) const EFFORTS: [(&str, i64); 3] =
    [("quick", 1_000), ("good", 6_000), ("thorough", 1_000_000)];
/// Characters of a pasted table.
const MOST_PASTED: usize = 2_000_000;

#[derive(Template)]
#[template(path = "plans/day.html")]
struct DayPage {
    t: &'static Words,
    r: Reader,
    hub: CoalitionId,
    day: Date,
    days: Vec<(Date, usize)>,
    shipments: Vec<Shipment>,
    plans: Vec<Plan>,
    changes: Vec<String>,
    coordinates: bool,
    may_plan: bool,
}

#[derive(Template)]
#[template(path = "plans/new.html")]
struct NewPage {
    t: &'static Words,
    r: Reader,
    language: Language,
    hub: CoalitionId,
    day: Date,
    shipments: usize,
    vehicles: Vec<Vehicle>,
    drivers: Vec<(Driver, String)>,
    /// The places in the order of a pasted table.
    places: Vec<String>,
    form: Form,
}

pub(super) async fn day(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    let today = visit.app.today();
    let day: Date = visit.asked("day").parse().unwrap_or(today);
    let language = visit.language;
    let (days, shipments, plans, changes) = visit
        .look(move |tx, who| {
            let plans = acts::list(tx, who, hub, day)?;
            let to_move = acts::to_be_carried(tx, hub, day)?;
            let last = today.saturating_add(Span::new().days(DAYS - 1));
            let ahead = shipments::between(tx, hub, today.min(day), last)?;
            let changes = match plans.iter().find(|plan| plan.state == State::Published) {
                Some(plan) => said_changes(tx, hub, plan.id, language)?,
                None => Vec::new(),
            };
            Ok((days(today, day, &ahead), to_move, plans, changes))
        })
        .await?;
    let t = words(visit.language);
    let coordinates = visit.who()?.is(Role::Coordinator);
    let page = DayPage {
        t,
        r: visit.reader(),
        hub,
        day,
        days,
        shipments,
        plans,
        changes,
        coordinates,
        may_plan: coordinates && day >= today,
    };
    visit.page(&t.rounds_title(), &page)
}

/// What changed since a plan was drawn up, in sentences.
pub(super) fn said_changes(
    tx: &::store::Tx<'_>,
    hub: CoalitionId,
    plan: PlanId,
    language: Language,
) -> Outcome<Vec<String>> {
    let whole = acts::whole(tx, hub, plan)?;
    let changes: Vec<Change> = acts::changes(tx, hub, &whole)?;
    let names = acts::names_of(tx, &changes)?;
    Ok(changes.iter().map(|change| change.say(&names, language)).collect())
}

/// The days ahead on which something may be moved, and the one that is looked at.
fn days(today: Date, day: Date, ahead: &[Shipment]) -> Vec<(Date, usize)> {
    let coming = (0..DAYS).map(|more| today.saturating_add(Span::new().days(more)));
    let counted = coming.map(|one| {
        let moving = ahead.iter().filter(|shipment| {
            shipment.may_move_on(one) && shipment.standing != economy::shipments::Standing::Cancelled
        });
        (one, moving.count())
    });
    counted.filter(|(one, count)| *count > 0 || *one == day).collect()
}

impl DayPage {
    fn is_day(&self, day: &Date) -> bool {
        self.day == *day
    }

    fn crates(&self) -> i64 {
        self.shipments.iter().map(|one| one.load.crates()).sum()
    }

    fn kilograms(&self) -> i64 {
        self.shipments.iter().map(|one| one.load.kilograms).sum()
    }

    fn km(&self, metres: &i64) -> String {
        said_km(&self.r, metres)
    }

    fn co2(&self, grams: &i64) -> String {
        said_kilograms_co2(&self.r, grams)
    }

    fn hours(&self, seconds: &i64) -> String {
        said_hours(seconds)
    }

    fn fill(&self, fill: &i64) -> String {
        said_fill(&self.r, fill)
    }

    /// The best of a column: what is least, or for fullness what is most.
    fn is_best(&self, column: &str, figures: &Figures) -> bool {
        let of = |figures: &Figures| column_of(column, figures);
        let drafts = self.plans.iter().filter(|plan| plan.state != State::Superseded);
        let all: Vec<i64> = drafts.map(|plan| of(&plan.figures)).collect();
        all.len() > 1 && all.iter().min() == Some(&of(figures)) && all.iter().max() != all.iter().min()
    }
}

fn column_of(column: &str, figures: &Figures) -> i64 {
    match column {
        "cost" => figures.cents.0,
        "km" => figures.metres,
        "hours" => figures.seconds,
        "co2" => figures.grams,
        "fill" => -figures.fill,
        "late" => figures.late_seconds,
        "left" => figures.left_out,
        _ => figures.rounds,
    }
}

/// Figures as they are read.
pub(super) fn said_km(r: &Reader, metres: &i64) -> String {
    format!("{}\u{a0}km", r.language.number((metres + 50) / 100, 1, 1))
}

pub(super) fn said_kilograms_co2(r: &Reader, grams: &i64) -> String {
    format!("{}\u{a0}kg", r.language.number((grams + 50) / 100, 1, 1))
}

pub(super) fn said_hours(seconds: &i64) -> String {
    let minutes = (seconds + 30) / 60;
    format!("{}\u{a0}h\u{a0}{:02}", minutes / 60, minutes % 60)
}

pub(super) fn said_fill(r: &Reader, fill: &i64) -> String {
    r.percent(Rate((fill + 50) / 100 * 100))
}

pub(super) async fn new_form(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    let day: Date = visit.asked("day").parse().unwrap_or(visit.app.today());
    let page = new_page(&visit, hub, day, None).await?;
    visit.page(&page.t.plan_new(), &page)
}

async fn new_page(visit: &Visit, hub: CoalitionId, day: Date, form: Option<Form>) -> Outcome<NewPage> {
    let (vehicles, drivers, shipments, places) = visit
        .look(move |tx, who| {
            let (vehicles, drivers) = acts::available(tx, who, hub, day)?;
            let to_move = acts::to_be_carried(tx, hub, day)?.len();
            let places = acts::question(tx, who, hub, &everybody(day, &vehicles))
                .map(|question| place_names(&question))
                .unwrap_or_default();
            Ok((vehicles, drivers, to_move, places))
        })
        .await?;
    let form = form.unwrap_or_else(|| usual(&vehicles, &drivers));
    Ok(NewPage {
        t: words(visit.language),
        r: visit.reader(),
        language: visit.language,
        hub,
        day,
        shipments,
        vehicles,
        drivers,
        places,
        form,
    })
}

fn everybody(day: Date, vehicles: &[Vehicle]) -> Wish {
    Wish {
        day,
        goal: Goal::Cheapest,
        vehicles: vehicles.iter().map(|vehicle| (vehicle.id, None)).collect(),
        late_minutes: 0,
        seed: 1,
        iterations: 0,
        pasted: None,
        base: None,
    }
}

fn place_names(question: &Question) -> Vec<String> {
    question.places().into_iter().map(|(_, place)| place.name).collect()
}

/// All vehicles that have a price, each with a driver of its owner's where there is one.
fn usual(vehicles: &[Vehicle], drivers: &[(Driver, String)]) -> Form {
    let mut form = Form::default();
    let mut taken: Vec<PersonId> = Vec::new();
    form.set("goal", Goal::Cheapest.code());
    form.set("effort", "good");
    form.set("late_minutes", "0");
    form.set("seed", "1");
    for vehicle in vehicles {
        if vehicle.prices.is_some() {
            form.set(&format!("vehicle.{}", vehicle.id), "yes");
        }
        let own = drivers.iter().map(|(driver, _)| driver).find(|driver| {
            driver.organisation == vehicle.home.organisation && !taken.contains(&driver.person)
        });
        if let Some(driver) = own {
            taken.push(driver.person);
            form.set(&format!("driver.{}", vehicle.id), driver.person.to_string());
        }
    }
    form
}

impl NewPage {
    fn driver_choices(&self) -> Vec<(String, String)> {
        let none = (String::new(), "–".to_owned());
        let each = self.drivers.iter().map(|(driver, name)| (driver.person.to_string(), name.clone()));
        std::iter::once(none).chain(each).collect()
    }

    fn goals(&self) -> Vec<(String, String)> {
        Goal::ALL.iter().map(|goal| (goal.code().to_owned(), self.t.plan_goal(goal.code()))).collect()
    }

    fn efforts(&self) -> Vec<(String, String)> {
        EFFORTS.iter().map(|(code, _)| ((*code).to_owned(), self.t.plan_effort(*code))).collect()
    }

    fn field(&self, kind: &str, vehicle: &VehicleId) -> String {
        format!("{kind}.{vehicle}")
    }
}

pub(super) async fn draw_up(visit: Visit, At(hub): At<CoalitionId>, form: Form) -> Outcome<Response> {
    let day = form.date("day").unwrap_or(visit.app.today());
    let started = match read_wish(&form, day) {
        Ok(wish) => start(&visit, hub, wish).await,
        Err(stop) => Err(stop),
    };
    match started {
        Ok(response) => Ok(response),
        Err(stop) => {
            form.note(&stop, visit.language);
            let page = new_page(&visit, hub, day, Some(form)).await?;
            visit.again(&stop, &page.t.plan_new(), &page)
        }
    }
}

/// Begins the search; what is in the way of it is told before.
pub(super) async fn start(visit: &Visit, hub: CoalitionId, wish: Wish) -> Outcome<Response> {
    let (asked, language) = (wish.clone(), visit.language);
    visit.look(move |tx, who| acts::gather(tx, who, hub, &asked, language).map(drop)).await?;
    let id: PlanId = visit.app.ids.next();
    let t = words(language);
    let title = t.plan_searching(visit.reader().day(wish.day));
    let target = format!("/hubs/{hub}/rounds?day={}", wish.day);
    let app = visit.app.clone();
    task::start(visit, title, target, |who, progress| async move {
        search::search(&app, &who, hub, id, &wish, Some(&progress), language).await
    })
    .await
}

fn read_wish(form: &Form, day: Date) -> Outcome<Wish> {
    let goal = form.code("goal");
    let effort = EFFORTS.iter().find(|(code, _)| *code == form.value("effort"));
    if effort.is_none() {
        form.fault("effort", Fault::NotAmong);
    }
    let chosen: HashMap<VehicleId, Option<PersonId>> = form
        .numbered("vehicle.")
        .filter_map(|(id, _)| {
            let driver = form.value(&format!("driver.{id}")).parse().ok();
            Some((id.parse().ok()?, driver))
        })
        .collect();
    let mut vehicles: Vec<(VehicleId, Option<PersonId>)> = chosen.into_iter().collect();
    vehicles.sort_unstable();
    let late_minutes = form.whole("late_minutes", 240).unwrap_or(0);
    let seed = form.whole("seed", 1_000_000).unwrap_or(1);
    let (minutes, kilometres) =
        (form.cells("minutes", MOST_PASTED), form.cells("kilometres", MOST_PASTED));
    if minutes.is_empty() != kilometres.is_empty() {
        form.fault(if minutes.is_empty() { "minutes" } else { "kilometres" }, Fault::Missing);
    }
    form.accept()?;
    let pasted = (!minutes.is_empty()).then_some(Pasted { minutes, kilometres });
    let (Some(goal), Some((_, iterations))) = (goal, effort) else { return Err(Stop::NotFound) };
    let iterations = *iterations;
    Ok(Wish { day, goal, vehicles, late_minutes, seed, iterations, pasted, base: None })
}

/// The description and the result as they are kept: what `tresse plan` reads, and what it gave.
pub(super) async fn json(
    visit: Visit,
    At((hub, id, what)): At<(CoalitionId, PlanId, String)>,
) -> Outcome<Response> {
    let texts = visit
        .look(move |tx, who| {
            polity::members::acts::enter_as(tx, who, hub, &crate::fleet::acts::STAFF)?;
            store::texts(tx, hub, id)?.ok_or(Stop::NotFound)
        })
        .await?;
    let text = match what.as_str() {
        "description.json" => texts.0,
        "result.json" => texts.1,
        _ => return Err(Stop::NotFound),
    };
    Ok(frame::download("application/json", &what, text.into_bytes()))
}
