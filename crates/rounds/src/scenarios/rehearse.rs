//! Driving a season twice, as it is and under another rule: both by the same search, so that they can be compared.

use std::collections::{BTreeMap, BTreeSet};

use economy::shipments::{Place, Shipment};
use frame::task::Progress;
use frame::{App, Outcome, Who, aside};
use jiff::civil::Date;
use routing::{Budget, Description, Problem, Settings, Tuning};
use units::CoalitionId;
use uuid::Uuid;

use super::acts::{self, Ground, Wish};
use super::model::{
    Driven, GOAL, Given, Scenario, Side, Then, on_other_days, start_later, take_out_obstacles, together,
    with_depot,
};
use crate::plans::acts::{NotPlanned, crews_of, engine};
use crate::plans::describe::Question;
use crate::plans::figures::{figures, objective};
use crate::plans::search::find_ways;
use crate::plans::{Crew, Figures};

/// A day of a side before it is searched.
struct Asked {
    side: Side,
    part: i64,
    question: Question,
    depot: Option<Place>,
}

/// Rehearses a season and keeps it under this identifier, unless somebody stops it.
pub async fn rehearse(
    app: &App,
    who: &Who,
    hub: CoalitionId,
    id: Uuid,
    wish: Wish,
    progress: Option<&Progress>,
) -> Outcome<()> {
    let grounds = app.look(who, move |tx, who| acts::gather(tx, who, hub, &wish)).await?;
    let vehicles: Vec<Then> = grounds.iter().flat_map(Ground::vehicles_now).collect();
    let asked = asked(&grounds, wish.given);
    let total = asked.len();
    let mut driven = Vec::with_capacity(total);
    for (done, one) in asked.into_iter().enumerate() {
        if let Some(progress) = progress
            && !progress.say(done, total, "").await?
        {
            return Ok(());
        }
        driven.push(drive(app, one, &wish).await?);
    }
    if let Some(progress) = progress {
        progress.say(total, total, "").await?;
    }
    let Wish { first, last, given, seed, iterations } = wish;
    let scenario = Scenario { id, first, last, given, seed, iterations, engine: engine() };
    app.act(who, move |tx, who| acts::keep(tx, who, hub, &scenario, &driven, &vehicles)).await
}

/// Every day of both sides. Under a rule that puts two hubs together, each is by itself as it is.
fn asked(grounds: &[Ground], given: Given) -> Vec<Asked> {
    let mut all = Vec::new();
    for (part, ground) in grounds.iter().enumerate() {
        for (day, shipments) in &ground.days {
            let question = ground.question(*day, shipments.clone(), None);
            all.push(Asked { side: Side::AsItIs, part: part as i64, question, depot: None });
        }
    }
    let Some(own) = grounds.first() else { return all };
    let changed = |question: Question, depot: Option<Place>| Asked {
        side: Side::Changed,
        part: 0,
        question,
        depot,
    };
    match given {
        Given::NoNight { earliest } => {
            all.extend(own.days.iter().map(|(day, shipments)| {
                let mut question = own.question(*day, shipments.clone(), None);
                start_later(&mut question, earliest);
                changed(question, None)
            }));
        }
        Given::OtherDay { from, to } => {
            let days: BTreeMap<Date, Vec<Shipment>> = on_other_days(own.days.clone(), from, to);
            all.extend(
                days.into_iter()
                    .map(|(day, shipments)| changed(own.question(day, shipments, None), None)),
            );
        }
        Given::Depot { organisation, site } => {
            let depot = Some(Place { organisation, site });
            all.extend(
                own.days.iter().map(|(day, shipments)| {
                    changed(own.question(*day, shipments.clone(), depot), depot)
                }),
            );
        }
        Given::Together { .. } => all.extend(both(grounds).into_iter().map(|one| changed(one, None))),
    }
    all
}

/// The days of two hubs as one.
fn both(grounds: &[Ground]) -> Vec<Question> {
    let days: BTreeSet<Date> = grounds.iter().flat_map(|ground| ground.days.keys().copied()).collect();
    let of_day = |ground: &Ground, day: Date| {
        let shipments = ground.days.get(&day).cloned().unwrap_or_default();
        ground.question(day, shipments, None)
    };
    let joined = days.into_iter().filter_map(|day| {
        let mut each = grounds.iter().map(|ground| of_day(ground, day));
        let first = each.next()?;
        Some(each.fold(first, together))
    });
    joined.collect()
}

async fn drive(app: &App, asked: Asked, wish: &Wish) -> Outcome<(Driven, String)> {
    let Asked { side, part, mut question, depot } = asked;
    let day = question.day;
    let impossible = take_out_obstacles(&mut question);
    let waiting = question.shipments.len() as i64;
    if question.shipments.is_empty() || question.chosen.is_empty() {
        let figures = Figures { left_out: impossible + waiting, ..Figures::default() };
        return Ok((Driven { side, day, part, figures }, "{}".to_owned()));
    }
    let (profiles, _) = find_ways(app, &question, None).await?;
    let (seed, iterations) = (wish.seed, wish.iterations);
    let (mut figures, text) = aside(move || {
        let mut description = question.describe(profiles);
        if let Some(depot) = depot {
            with_depot(&mut description, depot);
        }
        let figures = searched(&description, &crews_of(&question), seed, iterations)?;
        let text = serde_json::to_string(&description).map_err(anyhow::Error::from)?;
        Ok::<_, frame::Stop>((figures, text))
    })
    .await??;
    figures.left_out += impossible;
    Ok((Driven { side, day, part, figures }, text))
}

/// A day of a kept season once more, from what is stored of it, at the prices of then: the same to the cent. What could
/// not be planned at all is not in its description.
///
/// # Errors
/// A description that the engine does not take, or that names a vehicle which was not kept: changed by other hands.
pub fn again(scenario: &Scenario, description: &str, vehicles: &[Then]) -> Outcome<Figures> {
    let description: Description = serde_json::from_str(description).map_err(anyhow::Error::from)?;
    let crew = |one: &routing::description::Vehicle| {
        let then = vehicles.iter().find(|then| then.vehicle.to_string() == one.id)?;
        let (prices, grams_per_km) = (then.prices, then.grams_per_km);
        Some(Crew { vehicle: then.vehicle, driver: None, prices, grams_per_km })
    };
    let crews: Option<Vec<Crew>> = description.vehicles.iter().map(crew).collect();
    let crews = crews.ok_or_else(|| anyhow::anyhow!("a rehearsed vehicle without its prices"))?;
    searched(&description, &crews, scenario.seed, scenario.iterations)
}

/// What a day comes to: the same description, seed and steps give the same, to the cent.
///
/// # Errors
/// A description that the engine does not take, or a plan that its checker refuses.
pub fn searched(
    description: &Description,
    crews: &[Crew],
    seed: i64,
    iterations: i64,
) -> Outcome<Figures> {
    let problem = Problem::new(description.clone())
        .map_err(|fault| NotPlanned::Unplannable { why: fault.to_string() })?;
    let settings = Settings {
        seed: seed.unsigned_abs(),
        objective: objective(GOAL),
        budget: Budget::Iterations(iterations.unsigned_abs()),
        threads: 1,
        from: None,
        tuning: Tuning::default(),
    };
    let plan = routing::solve(&problem, &settings, &mut |_| true);
    let faults = routing::check::check(description, &plan);
    if !faults.is_empty() {
        return Err(NotPlanned::BreaksRules { faults }.into());
    }
    Ok(figures(description, &plan, crews))
}
