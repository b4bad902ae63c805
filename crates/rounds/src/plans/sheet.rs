//! One plan on a page: its rounds stop by stop, its map, what it was made from.

use askama::Template;
use axum::response::Response;
use economy::shipments::{Load, clock, said_load};
use frame::{At, Outcome, Reader, Role, Stop, Visit, aside};
use routing::Why;
use routing::plan::{Halt, Round as EngineRound};
use units::{Cents, CoalitionId, Code, PersonId, PlanId, ShipmentId};

use super::acts::{self, Whole};
use super::around::{Around, gather};
use super::describe::read_site;
use super::figures::{away, cost, does, fullness, late, stops};
use super::model::{Does, Goal, Plan, State};
use super::on_map::{ground, lines, stands};
use super::pages;
use crate::map;
use crate::road::Learnt;
use crate::ways::Source;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "plans/show.html")]
struct Show {
    t: &'static Words,
    r: Reader,
    hub: CoalitionId,
    plan: Plan,
    rounds: Vec<RoundView>,
    left_out: Vec<(ShipmentId, String, String)>,
    changes: Vec<String>,
    source: Source,
    map: String,
    drivers: Vec<(String, String)>,
    may_plan: bool,
    /// The round whose stops are shown, where all of them would be too many for a page.
    open: Option<i64>,
}

/// So many things to do are shown on one page.
const MOST_ITEMS: usize = 110;
/// What is loaded at the dock for a whole round is shown as one.
const MOST_APART: usize = 4;

struct RoundView {
    letter: String,
    number: i64,
    vehicle: String,
    driver: Option<PersonId>,
    driver_name: String,
    departs: String,
    arrives: String,
    metres: i64,
    seconds: i64,
    cents: Cents,
    fill: i64,
    is_locked: bool,
    rows: Vec<StopView>,
}

struct StopView {
    mark: String,
    time: String,
    place: String,
    /// How long it takes, and whether that was learnt or given.
    service: String,
    late_minutes: i64,
    items: Vec<ItemView>,
    /// What is done for all of them together, where they are many: each is shown at its other end.
    together: Vec<String>,
    on_board: String,
}

struct ItemView {
    shipment: ShipmentId,
    does: Does,
    /// Where it is from, or goes.
    other: String,
    load: String,
    is_locked: bool,
}

pub(super) async fn show(visit: Visit, At((hub, id)): At<(CoalitionId, PlanId)>) -> Outcome<Response> {
    let page = page(&visit, hub, id).await?;
    visit.page(&page.title(), &page)
}

/// The page again, with what was refused above it.
pub(super) async fn again(
    visit: &Visit,
    hub: CoalitionId,
    id: PlanId,
    stop: &Stop,
) -> Outcome<Response> {
    let page = page(visit, hub, id).await?;
    visit.again(stop, &page.title(), &page)
}

async fn page(visit: &Visit, hub: CoalitionId, id: PlanId) -> Outcome<Show> {
    let (whole, around) = gather(visit, hub, id).await?;
    let networks = crate::ways::networks(&visit.app).await?;
    let stands = stands(&whole, &around);
    let ground = ground(visit, &networks, &stands.spots).await?;
    let (language, r) = (visit.language, visit.reader());
    let asked = visit.asked("round").parse().unwrap_or(1);
    let may_plan = visit.who()?.is(Role::Coordinator);
    let drawn = move || {
        let source = acts::source_of(&whole.plan)?;
        let roads = (!source.is_estimate()).then_some(&*networks);
        let lines = lines(&whole, &around, &stands, roads);
        let map = map::figure(&ground, &stands.spots, &lines, language)?;
        let t = words(language);
        let view = View { t, r: &r, whole: &whole, around: &around };
        let (rounds, left_out) = (view.rounds(), view.left_out());
        let items: usize = whole.result.rounds.iter().map(|round| round.halts.len()).sum();
        let open = (items > MOST_ITEMS).then_some(asked);
        let (plan, changes, drivers) = (whole.plan.clone(), around.changes, around.drivers);
        Ok::<_, Stop>(Show {
            t,
            r,
            hub,
            plan,
            rounds,
            left_out,
            changes,
            source,
            map,
            drivers,
            may_plan,
            open,
        })
    };
    aside(drawn).await?
}

struct View<'a> {
    t: &'static Words,
    r: &'a Reader,
    whole: &'a Whole,
    around: &'a Around,
}

impl View<'_> {
    fn rounds(&self) -> Vec<RoundView> {
        self.whole.result.rounds.iter().enumerate().map(|(at, round)| self.round(at, round)).collect()
    }

    fn round(&self, at: usize, round: &EngineRound) -> RoundView {
        let description = &self.whole.description;
        let number = at as i64 + 1;
        let crew = self.whole.crews.get(round.vehicle);
        let planned = crew.and_then(|crew| crew.driver);
        let driver = self.around.driven_by.get(&number).copied().unwrap_or(planned);
        let letter = map::letter(at);
        let rows: Vec<StopView> = stops(round)
            .into_iter()
            .enumerate()
            .map(|(place, stop)| self.stop(format!("{letter}{}", place + 1), stop))
            .collect();
        RoundView {
            letter,
            number,
            vehicle: self.around.vehicle(&description.vehicles[round.vehicle].id),
            driver,
            driver_name: driver
                .and_then(|driver| self.around.persons.get(&driver).cloned())
                .unwrap_or_default(),
            departs: clock(i64::from(round.departs) / 60),
            arrives: clock(i64::from(round.arrives) / 60),
            metres: i64::try_from(round.metres).unwrap_or(i64::MAX),
            seconds: away(round),
            cents: crew.map_or(Cents::ZERO, |crew| cost(description, round, crew)),
            fill: fullness(description, round),
            is_locked: rows.iter().flat_map(|row| &row.items).all(|item| item.is_locked),
            rows,
        }
    }

    fn stop(&self, mark: String, stop: &[Halt]) -> StopView {
        let (first, last) = (stop.first(), stop.last());
        let time = first.map(|halt| clock(i64::from(halt.begins) / 60)).unwrap_or_default();
        let lateness: i64 =
            stop.iter().map(|halt| late(&self.whole.description, halt)).max().unwrap_or(0);
        StopView {
            mark,
            time,
            place: first.map(|halt| self.around.place(self.whole, halt.site)).unwrap_or_default(),
            service: first.zip(last).map(|(first, last)| self.service(first, last)).unwrap_or_default(),
            late_minutes: (lateness + 59) / 60,
            items: stop.iter().filter_map(|halt| self.item(halt)).collect(),
            together: if stop.len() > MOST_APART { self.together(stop) } else { Vec::new() },
            on_board: last.map(|halt| self.on_board(halt)).unwrap_or_default(),
        }
    }

    /// The minutes between the first halt's beginning and the last one's end.
    fn service(&self, first: &Halt, last: &Halt) -> String {
        let site = self.whole.description.sites.get(first.site).and_then(|site| read_site(&site.id));
        let learnt = site.and_then(|place| self.whole.learnt_at(place));
        said_service(self.t, i64::from(last.leaves) - i64::from(first.begins), learnt)
    }

    /// What is loaded at a stop, and what is unloaded, as sums.
    fn together(&self, stop: &[Halt]) -> Vec<String> {
        let each = Does::ALL.iter().filter_map(|&done| {
            let done_here = stop.iter().filter(|halt| does(halt.does) == done);
            let loads: Vec<Load> = done_here.map(|halt| self.load(halt.request)).collect();
            let (count, sum) = (loads.len() as i64, loads.into_iter().sum());
            let load = said_load(self.r, &sum);
            (count > 0).then(|| self.t.plan_together(count, self.t.plan_does(done.code()), load))
        });
        each.collect()
    }

    fn item(&self, halt: &Halt) -> Option<ItemView> {
        let shipment: ShipmentId = self.whole.description.requests[halt.request].id.parse().ok()?;
        let known = self.around.shipments.get(&shipment);
        let done = does(halt.does);
        let other = known.map(|one| if done == Does::PickUp { one.to } else { one.from });
        Some(ItemView {
            shipment,
            does: done,
            other: other.map(|end| self.around.names.end(&end)).unwrap_or_default(),
            load: said_load(self.r, &self.load(halt.request)),
            is_locked: self.around.locked.contains(&shipment),
        })
    }

    fn load(&self, request: usize) -> Load {
        load_of(&self.whole.description.requests[request].load)
    }

    fn on_board(&self, halt: &Halt) -> String {
        let load = load_of(&halt.load);
        if load.is_nothing() { self.t.plan_empty() } else { said_load(self.r, &load) }
    }

    fn left_out(&self) -> Vec<(ShipmentId, String, String)> {
        let each = self.whole.result.left_out.iter().filter_map(|left| {
            let id: ShipmentId = self.whole.description.requests[left.request].id.parse().ok()?;
            let known = self.around.shipments.get(&id)?;
            let (from, to) = (self.around.names.end(&known.from), self.around.names.end(&known.to));
            Some((id, self.t.plan_way(from, to), self.why(&left.why)))
        });
        each.collect()
    }

    fn why(&self, why: &Why) -> String {
        match why {
            Why::NoVehicleHasTheTraits => self.t.why_traits(),
            Why::NoVehicleIsLargeEnough => self.t.why_too_large(),
            Why::NobodyIsThereInTime => self.t.why_too_late(),
            Why::AllAreTaken => self.t.why_taken(),
            Why::NotYetPlaced => self.t.why_not_yet(),
            other @ Why::CostsMoreThanItsPenalty { .. } => other.to_string(),
        }
    }
}

/// How long is spent at a stop, and where that is known from.
pub(crate) fn said_service(t: &Words, seconds: i64, learnt: Option<Learnt>) -> String {
    let minutes = (seconds + 30) / 60;
    match learnt {
        Some(learnt) => t.plan_service_learnt(minutes, learnt.halts as i64),
        None => t.plan_service_given(minutes),
    }
}

pub(super) fn load_of(load: &[u32]) -> Load {
    let of = |at: usize| load.get(at).copied().map_or(0, i64::from);
    Load { dry: of(0), cold: of(1), frozen: of(2), kilograms: of(3) }
}

impl Show {
    fn title(&self) -> String {
        self.t.plan_title(self.plan.number, self.r.day(self.plan.day))
    }

    fn km(&self, metres: &i64) -> String {
        pages::said_km(&self.r, metres)
    }

    fn co2(&self, grams: &i64) -> String {
        pages::said_kilograms_co2(&self.r, grams)
    }

    fn hours(&self, seconds: &i64) -> String {
        pages::said_hours(seconds)
    }

    fn fill(&self, fill: &i64) -> String {
        pages::said_fill(&self.r, fill)
    }

    fn said_source(&self) -> String {
        self.source.said(self.r.language)
    }

    fn goals(&self) -> Vec<(&'static str, String)> {
        Goal::ALL.iter().map(|goal| (goal.code(), self.t.plan_goal(goal.code()))).collect()
    }

    /// Whether the stops of this round are shown.
    fn shows(&self, round: &RoundView) -> bool {
        self.open.is_none_or(|open| open == round.number)
    }

    fn has_goal(&self, code: &str) -> bool {
        self.plan.goal.code() == code
    }

    fn is_driver(&self, round: &RoundView, choice: &str) -> bool {
        round.driver.map(|driver| driver.to_string()).unwrap_or_default() == choice
    }
}
