//! Asking for a season under another rule, and reading both sides beside one another.

use askama::Template;
use axum::response::Response;
use economy::shipments::Place;
use frame::{At, Form, Outcome, Reader, Stop, Visit, task};
use jiff::Span;
use units::{Cents, CoalitionId, Code as _, Language};
use uuid::Uuid;

use super::acts::{self, Choices, Rehearsed, Wish};
use super::model::{Driven, Given, Rule, STEPS, Scenario, Season, Side, Then};
use super::rehearse;
use crate::words::{Words, words};

/// Weeks of the season that a form begins with.
const WEEKS: i64 = 4;

#[derive(Template)]
#[template(path = "scenarios/index.html")]
struct Index {
    t: &'static Words,
    r: Reader,
    language: Language,
    hub: CoalitionId,
    scenarios: Vec<Scenario>,
    choices: Choices,
    form: Form,
}

#[derive(Template)]
#[template(path = "scenarios/show.html")]
struct Show {
    t: &'static Words,
    r: Reader,
    hub: CoalitionId,
    scenario: Scenario,
    choices: Choices,
    days: Vec<Driven>,
    vehicles: Vec<Then>,
    /// Of two hubs, what each comes to by itself.
    alone: Vec<(String, Season)>,
    before: Season,
    after: Season,
}

pub(super) async fn index(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    let today = visit.app.today();
    let form = Form::of([
        ("first", today.saturating_sub(Span::new().weeks(WEEKS)).to_string()),
        ("last", today.to_string()),
        ("earliest", "06:00".to_owned()),
        ("from", "2".to_owned()),
        ("to", "4".to_owned()),
        ("iterations", STEPS[0].to_string()),
        ("seed", "1".to_owned()),
    ]);
    let page = index_page(&visit, hub, form).await?;
    visit.page(&page.t.scenarios_title(), &page)
}

async fn index_page(visit: &Visit, hub: CoalitionId, form: Form) -> Outcome<Index> {
    let (scenarios, choices) =
        visit.look(move |tx, who| Ok((acts::list(tx, who, hub)?, acts::choices(tx, who, hub)?))).await?;
    let (t, r, language) = (words(visit.language), visit.reader(), visit.language);
    Ok(Index { t, r, language, hub, scenarios, choices, form })
}

pub(super) async fn rehearse(visit: Visit, At(hub): At<CoalitionId>, form: Form) -> Outcome<Response> {
    let asked = match read(&form) {
        Ok(wish) => {
            // What is in the way is told at once, not by a task that fails.
            let looked = visit.look(move |tx, who| acts::gather(tx, who, hub, &wish)).await;
            looked.map(|_| wish)
        }
        Err(stop) => Err(stop),
    };
    let wish = match asked {
        Ok(wish) => wish,
        Err(stop) => {
            form.note(&stop, visit.language);
            let page = index_page(&visit, hub, form).await?;
            return visit.again(&stop, &page.t.scenarios_title(), &page);
        }
    };
    let id: Uuid = visit.app.ids.next();
    let (app, t) = (visit.app.clone(), words(visit.language));
    let target = format!("/hubs/{hub}/scenarios/{id}");
    task::start(&visit, t.scenario_working(), target, move |who, progress| async move {
        rehearse::rehearse(&app, &who, hub, id, wish, Some(&progress)).await
    })
    .await
}

fn read(form: &Form) -> Outcome<Wish> {
    let (first, last) = (form.must("first", form.date("first")), form.must("last", form.date("last")));
    let iterations = form.must("iterations", form.whole("iterations", STEPS[2]));
    let seed = form.must("seed", form.whole("seed", i64::from(u32::MAX)));
    let given = form.code("rule").and_then(|rule| given(form, rule));
    form.accept()?;
    let read = || {
        Some(Wish {
            first: first?,
            last: last?,
            given: given?,
            seed: seed?,
            iterations: iterations?.max(1),
        })
    };
    read().ok_or(Stop::NotFound)
}

fn given(form: &Form, rule: Rule) -> Option<Given> {
    let weekday = |name: &str| {
        let day = form.must(name, form.whole(name, 7)).filter(|day| *day > 0)?;
        i8::try_from(day).ok()
    };
    match rule {
        Rule::NoNight => {
            Some(Given::NoNight { earliest: form.must("earliest", form.minute("earliest"))? })
        }
        Rule::OtherDay => Some(Given::OtherDay { from: weekday("from")?, to: weekday("to")? }),
        Rule::Depot => {
            let (organisation, site) = form.value("depot").split_once('.').unwrap_or_default();
            let place = organisation.parse().ok().zip(site.parse().ok());
            let (organisation, site) = form.must("depot", place)?;
            Some(Given::Depot { organisation, site })
        }
        Rule::Together => Some(Given::Together { with: form.must("with", form.id("with"))? }),
    }
}

pub(super) async fn show(visit: Visit, At((hub, id)): At<(CoalitionId, Uuid)>) -> Outcome<Response> {
    let (rehearsed, choices) = visit
        .look(move |tx, who| Ok((acts::show(tx, who, hub, id)?, acts::choices(tx, who, hub)?)))
        .await?;
    let Rehearsed { scenario, days, vehicles, hubs } = rehearsed;
    let (before, after) = (Season::of(Side::AsItIs, &days), Season::of(Side::Changed, &days));
    let alone = (0..).zip(hubs).map(|(part, name)| (name, Season::of_part(part, &days))).collect();
    let (t, r) = (words(visit.language), visit.reader());
    let page = Show { t, r, hub, scenario, choices, days, vehicles, alone, before, after };
    visit.page(&page.t.scenarios_title(), &page)
}

/// A rule with what it was given, in a sentence.
fn sentence(t: &'static Words, r: &Reader, given: &Given, choices: &Choices) -> String {
    match given {
        Given::NoNight { earliest } => {
            t.scenario_no_night(format!("{:02}:{:02}", earliest / 60, earliest % 60))
        }
        Given::OtherDay { from, to } => t.scenario_other_day(r.weekday(*to), r.weekday(*from)),
        Given::Depot { organisation, site } => {
            let place = Place { organisation: *organisation, site: *site };
            let found = choices.depots.iter().find(|(one, _)| *one == place);
            t.scenario_depot(found.map_or("?", |(_, name)| name.as_str()))
        }
        Given::Together { with } => {
            let found = choices.hubs.iter().find(|(one, _)| one == with);
            t.scenario_together(found.map_or("?", |(_, name)| name.as_str()))
        }
    }
}

impl Index {
    fn rules(&self) -> Vec<(String, String)> {
        Rule::ALL.iter().map(|one| (one.code().to_owned(), self.t.scenario_rule(one.code()))).collect()
    }

    fn weekdays(&self) -> Vec<(String, String)> {
        (1..=7).map(|day| (day.to_string(), self.r.weekday(day))).collect()
    }

    fn depots(&self) -> Vec<(String, String)> {
        let each = self
            .choices
            .depots
            .iter()
            .map(|(place, name)| (format!("{}.{}", place.organisation, place.site), name.clone()));
        std::iter::once((String::new(), "–".to_owned())).chain(each).collect()
    }

    fn hubs(&self) -> Vec<(String, String)> {
        let each = self.choices.hubs.iter().map(|(id, name)| (id.to_string(), name.clone()));
        std::iter::once((String::new(), "–".to_owned())).chain(each).collect()
    }

    fn steps(&self) -> Vec<(String, String)> {
        STEPS.iter().map(|steps| (steps.to_string(), self.r.count(*steps))).collect()
    }

    fn sentence(&self, scenario: &Scenario) -> String {
        sentence(self.t, &self.r, &scenario.given, &self.choices)
    }
}

impl Show {
    /// Of two hubs, whose day it is; nothing otherwise.
    fn hub_of(&self, driven: &Driven) -> &str {
        let part = usize::try_from(driven.part).ok().filter(|_| driven.side == Side::AsItIs);
        part.and_then(|part| self.alone.get(part)).map_or("", |(name, _)| name.as_str())
    }

    fn km(&self, metres: &i64) -> String {
        self.r.count((metres + 500) / 1_000)
    }

    fn sentence(&self) -> String {
        sentence(self.t, &self.r, &self.scenario.given, &self.choices)
    }

    /// What the rule changes, in words.
    fn verdict(&self) -> String {
        let apart = self.after.cents - self.before.cents;
        let standing = match apart.0 {
            0 => "even",
            1.. => "dearer",
            _ => "cheaper",
        };
        let percent = match self.before.cents.0 {
            0 => String::new(),
            before => {
                let tenths = (apart.0.abs() * 1_000 + before / 2) / before;
                self.r.language.number(tenths, 1, 1)
            }
        };
        self.t.scenario_verdict(standing, self.r.euros(Cents(apart.0.abs())), percent)
    }

    /// Each figure of both sides, and the difference of what is shown.
    fn rows(&self) -> Vec<(String, String, String, String)> {
        let number = |value: i64| self.r.count(value);
        let signed = |value: i64, said: String| if value > 0 { format!("+{said}") } else { said };
        let row = |label: String, of: fn(&Season) -> i64, said: &dyn Fn(i64) -> String| {
            let (before, after) = (of(&self.before), of(&self.after));
            let apart = after - before;
            (label, said(before), said(after), signed(apart, said(apart)))
        };
        let euros = |cents: i64| self.r.euros(Cents(cents));
        vec![
            row(self.t.scenario_cost(), |one| one.cents.0, &euros),
            row(self.t.scenario_days(), |one| one.days, &number),
            row(self.t.scenario_rounds(), |one| one.rounds, &number),
            row(self.t.scenario_km(), |one| (one.metres + 500) / 1_000, &number),
            row(self.t.scenario_hours(), |one| (one.seconds + 1_800) / 3_600, &number),
            row(self.t.scenario_co2(), |one| (one.grams + 500) / 1_000, &number),
            row(self.t.scenario_left_out(), |one| one.left_out, &number),
        ]
    }
}
