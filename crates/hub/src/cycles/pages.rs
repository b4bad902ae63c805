//! Pages of cycles: the list, the plan, how far one is.

use askama::Template;
use axum::response::Response;
use frame::form::Fault;
use frame::{At, Form, Outcome, Reader, Role, Stop, Visit};
use jiff::civil::Date;
use jiff::{SignedDuration, Span};
use people::organisations::{Organisation, store as organisations};
use polity::members::{Side, store as members};
use units::{CoalitionId, Code, CycleId, Language, OrganisationId};

use super::acts::{self, Plan};
use super::model::{Cycle, Stage};
use super::store;
use crate::orders::store as orders;
use crate::settlement::acts::{Standing, standing_of};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "cycles/index.html")]
struct Index {
    t: &'static Words,
    r: Reader,
    hub: CoalitionId,
    listed: acts::Listed,
    role: Role,
    own: Option<OrganisationId>,
}

#[derive(Template)]
#[template(path = "cycles/plan.html")]
struct PlanPage {
    t: &'static Words,
    language: Language,
    title: String,
    form: Form,
    producers: Vec<Organisation>,
    /// Of an open cycle the opening is kept.
    is_open: bool,
}

#[derive(Template)]
#[template(path = "cycles/show.html")]
struct Show {
    t: &'static Words,
    r: Reader,
    hub: CoalitionId,
    cycle: Cycle,
    offers: (i64, i64),
    shops: i64,
    lines: i64,
    standing: Standing,
    role: Role,
    own: Option<OrganisationId>,
}

fn own(visit: &Visit) -> Outcome<(Role, Option<OrganisationId>)> {
    let who = visit.who()?;
    let own = who.mandate.as_ref().and_then(|mandate| mandate.organisation);
    Ok((who.role().unwrap_or(Role::Reader), own))
}

pub(super) async fn index(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    let page = visit.asked("page").parse().unwrap_or(1);
    let listed = visit.look(move |tx, who| acts::list(tx, who, hub, page)).await?;
    let (role, own) = own(&visit)?;
    let t = words(visit.language);
    visit.page(&t.cycles_title(), &Index { t, r: visit.reader(), hub, listed, role, own })
}

pub(super) async fn new(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    let zone = visit.app.settings.zone.clone();
    let from: Option<CycleId> = visit.asked("from").parse().ok();
    let plan = visit
        .look(move |tx, who| {
            let source = match from {
                Some(id) => Some(acts::find(tx, who, hub, id)?),
                None => acts::list(tx, who, hub, 1)?.cycles.into_iter().next(),
            };
            source.map(|source| acts::next_plan(tx, &source, &zone)).transpose()
        })
        .await?;
    let r = visit.reader();
    let form = if let Some(plan) = plan {
        filled_form(&r, &plan)
    } else {
        let opens = visit.app.clock.now();
        let closes = opens + SignedDuration::from_hours(72);
        let delivers = visit.app.today().saturating_add(Span::new().days(5));
        Form::of([
            ("opens_at", r.local(opens)),
            ("closes_at", r.local(closes)),
            ("delivery_days", delivers.to_string()),
            ("repeats", "yes".to_owned()),
        ])
    };
    show_plan(&visit, hub, form, None).await
}

async fn plan_page(
    visit: &Visit,
    hub: CoalitionId,
    form: Form,
    known: Option<&Cycle>,
) -> Outcome<PlanPage> {
    let mut producers = visit
        .look(move |tx, who| {
            let ids = members::on_side(tx, hub, Side::Producer, who.today)?;
            Ok(organisations::all(tx, &ids)?)
        })
        .await?;
    producers.sort_by_cached_key(|producer| units::text::fold(&producer.name));
    let t = words(visit.language);
    let title = if known.is_some() { t.cycle_change() } else { t.cycle_new() };
    let is_open = known.is_some_and(|cycle| cycle.stage() == Stage::Open);
    Ok(PlanPage { t, language: visit.language, title, form, producers, is_open })
}

async fn show_plan(
    visit: &Visit,
    hub: CoalitionId,
    form: Form,
    known: Option<&Cycle>,
) -> Outcome<Response> {
    let page = plan_page(visit, hub, form, known).await?;
    visit.page(&page.title.clone(), &page)
}

fn filled_form(r: &Reader, plan: &Plan) -> Form {
    let mut pairs = vec![
        ("name".to_owned(), plan.name.clone()),
        ("opens_at".to_owned(), r.local(plan.opens_at)),
        ("closes_at".to_owned(), r.local(plan.closes_at)),
    ];
    pairs.extend(plan.delivery_days.iter().map(|day| ("delivery_days".to_owned(), day.to_string())));
    if plan.repeats {
        pairs.push(("repeats".to_owned(), "yes".to_owned()));
    }
    pairs.extend(plan.made_from.map(|source| ("from".to_owned(), source.to_string())));
    pairs.extend(plan.without.iter().map(|producer| ("without".to_owned(), producer.to_string())));
    Form::from_pairs(pairs)
}

/// Fields for delivery days that are empty, besides those in use.
const MORE_DAYS: usize = 2;

impl PlanPage {
    /// The delivery days, each in a field of its own, and some empty ones.
    fn days(&self) -> Vec<&str> {
        let chosen = self.form.values("delivery_days").filter(|day| !day.is_empty());
        chosen.chain(std::iter::repeat_n("", MORE_DAYS)).collect()
    }
}

fn read_plan(form: &Form, visit: &Visit) -> Outcome<Plan> {
    let zone = &visit.app.settings.zone;
    let opens_at = form.must("opens_at", form.moment("opens_at", zone));
    let closes_at = form.must("closes_at", form.moment("closes_at", zone));
    let mut delivery_days: Vec<Date> = Vec::new();
    for day in form.values("delivery_days").filter(|day| !day.is_empty()) {
        match day.parse() {
            Ok(day) => delivery_days.push(day),
            Err(_) => form.fault("delivery_days", Fault::NotADate),
        }
    }
    delivery_days.sort_unstable();
    delivery_days.dedup();
    let plan = Plan {
        name: form.text("name", 80),
        opens_at: opens_at.unwrap_or_default(),
        closes_at: closes_at.unwrap_or_default(),
        delivery_days,
        repeats: form.ticked("repeats"),
        without: form.values("without").filter_map(|id| id.parse().ok()).collect(),
        made_from: form.id("from"),
    };
    form.accept()?;
    Ok(plan)
}

pub(super) async fn create(visit: Visit, At(hub): At<CoalitionId>, form: Form) -> Outcome<Response> {
    let zone = visit.app.settings.zone.clone();
    let created = match read_plan(&form, &visit) {
        Ok(plan) => visit.act(move |tx, who| acts::plan(tx, who, hub, &plan, &zone)).await,
        Err(stop) => Err(stop),
    };
    match created {
        Ok(id) => {
            let t = words(visit.language);
            Ok(visit.done(&format!("/hubs/{hub}/cycles/{id}"), &t.cycle_planned()))
        }
        Err(stop) => plan_again(&visit, hub, stop, form, None).await,
    }
}

async fn plan_again(
    visit: &Visit,
    hub: CoalitionId,
    stop: Stop,
    form: Form,
    known: Option<&Cycle>,
) -> Outcome<Response> {
    form.note(&stop, visit.language);
    let page = plan_page(visit, hub, form, known).await?;
    visit.again(&stop, &page.title.clone(), &page)
}

pub(super) async fn edit(visit: Visit, At((hub, id)): At<(CoalitionId, CycleId)>) -> Outcome<Response> {
    let (cycle, without) = visit
        .look(move |tx, who| Ok((acts::find(tx, who, hub, id)?, store::without(tx, hub, id)?)))
        .await?;
    let plan = Plan {
        name: cycle.name.clone(),
        opens_at: cycle.opens_at,
        closes_at: cycle.closes_at,
        delivery_days: cycle.delivery_days.clone(),
        repeats: cycle.repeats,
        without,
        made_from: cycle.made_from,
    };
    show_plan(&visit, hub, filled_form(&visit.reader(), &plan), Some(&cycle)).await
}

pub(super) async fn update(
    visit: Visit,
    At((hub, id)): At<(CoalitionId, CycleId)>,
    mut form: Form,
) -> Outcome<Response> {
    let cycle = visit.look(move |tx, who| acts::find(tx, who, hub, id)).await?;
    if cycle.stage() == Stage::Open {
        form.set("opens_at", visit.reader().local(cycle.opens_at));
    }
    let zone = visit.app.settings.zone.clone();
    let (opens_at, is_open) = (cycle.opens_at, cycle.stage() == Stage::Open);
    let changed = match read_plan(&form, &visit) {
        Ok(mut plan) => {
            // The form knows minutes; the opening that was keeps its seconds.
            if is_open {
                plan.opens_at = opens_at;
            }
            visit.act(move |tx, who| acts::change(tx, who, hub, id, &plan, &zone)).await
        }
        Err(stop) => Err(stop),
    };
    match changed {
        Ok(()) => {
            let t = words(visit.language);
            Ok(visit.done(&format!("/hubs/{hub}/cycles/{id}"), &t.cycle_changed()))
        }
        Err(stop) => plan_again(&visit, hub, stop, form, Some(&cycle)).await,
    }
}

pub(super) async fn show(visit: Visit, At((hub, id)): At<(CoalitionId, CycleId)>) -> Outcome<Response> {
    let (cycle, offers, counts, standing) = visit
        .look(move |tx, who| {
            let cycle = acts::find(tx, who, hub, id)?;
            let offers = store::count_offers(tx, hub, id)?;
            let counts = orders::counts(tx, hub, id)?;
            let standing = match cycle.stage() {
                Stage::Closed => standing_of(tx, hub, id)?,
                _ => Standing::default(),
            };
            Ok((cycle, offers, counts, standing))
        })
        .await?;
    let (role, own) = own(&visit)?;
    let t = words(visit.language);
    let title = t.cycle_named(cycle.number.to_string(), &cycle.name);
    let page = Show {
        t,
        r: visit.reader(),
        hub,
        cycle,
        offers,
        shops: counts.len() as i64,
        lines: counts.values().sum(),
        standing,
        role,
        own,
    };
    visit.page(&title, &page)
}

impl Index {
    fn coordinates(&self) -> bool {
        self.role == Role::Coordinator
    }

    fn is_shop(&self) -> bool {
        self.role == Role::Shop
    }
}

impl Show {
    fn stage(&self) -> Stage {
        self.cycle.stage()
    }

    fn is(&self, stage: &str) -> bool {
        self.cycle.stage().code() == stage
    }

    fn stages(&self) -> &'static [Stage] {
        Stage::ALL
    }

    fn coordinates(&self) -> bool {
        self.role == Role::Coordinator
    }

    fn is_staff(&self) -> bool {
        matches!(self.role, Role::Coordinator | Role::Warehouse | Role::Bookkeeper)
    }

    fn handles(&self) -> bool {
        matches!(self.role, Role::Coordinator | Role::Warehouse)
    }

    fn books(&self) -> bool {
        matches!(self.role, Role::Coordinator | Role::Bookkeeper)
    }
}

pub(super) async fn skip(visit: Visit, At((hub, id)): At<(CoalitionId, CycleId)>) -> Outcome<Response> {
    let zone = visit.app.settings.zone.clone();
    visit.act(move |tx, who| acts::skip(tx, who, hub, id, &zone)).await?;
    let t = words(visit.language);
    Ok(visit.done(&format!("/hubs/{hub}/cycles/{id}"), &t.cycle_skipped()))
}

pub(super) async fn cancel(
    visit: Visit,
    At((hub, id)): At<(CoalitionId, CycleId)>,
) -> Outcome<Response> {
    visit.act(move |tx, who| acts::cancel(tx, who, hub, id)).await?;
    Ok(visit.done(&format!("/hubs/{hub}/cycles"), &words(visit.language).cycle_cancelled()))
}

pub(super) async fn open(visit: Visit, At((hub, id)): At<(CoalitionId, CycleId)>) -> Outcome<Response> {
    let zone = visit.app.settings.zone.clone();
    let count = visit.act(move |tx, who| acts::open(tx, who, hub, id, &zone)).await?;
    let t = words(visit.language);
    Ok(visit.done(&format!("/hubs/{hub}/cycles/{id}"), &t.cycle_opened(count as i64)))
}

pub(super) async fn close(visit: Visit, At((hub, id)): At<(CoalitionId, CycleId)>) -> Outcome<Response> {
    visit.act(move |tx, who| acts::close(tx, who, hub, id)).await?;
    let t = words(visit.language);
    Ok(visit.done(&format!("/hubs/{hub}/cycles/{id}"), &t.cycle_closed_now()))
}
