//! What a plan comes to, and its rounds as those who drive and those who wait see them.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use routing::plan::{Course, Does as EngineDoes, Halt as EngineHalt, Plan, Round as EngineRound};
use routing::{Description, Objective};
use units::Cents;

use super::describe::read_site;
use super::model::{Crew, Does, Figures, Goal, Halt, HaltItem, Round};

/// What a goal asks of the engine; the prices that it searches by do the rest.
pub fn objective(goal: Goal) -> Objective {
    match goal {
        Goal::FewestVehicles => Objective::VehiclesFirst,
        Goal::Cheapest | Goal::Earliest | Goal::Balanced => Objective::Cost,
    }
}

/// What a plan comes to; `crews` in the order of the description's vehicles.
pub fn figures(description: &Description, plan: &Plan, crews: &[Crew]) -> Figures {
    let mut figures = Figures {
        rounds: plan.rounds.len() as i64,
        left_out: plan.left_out.len() as i64,
        ..Figures::default()
    };
    let mut fullest = 0;
    for round in &plan.rounds {
        figures.metres += whole(round.metres);
        figures.seconds += away(round);
        figures.late_seconds += late_seconds(description, round);
        fullest += fullness(description, round);
        if let Some(crew) = crews.get(round.vehicle) {
            figures.cents += cost(description, round, crew);
            figures.grams += nearest(whole(round.metres) * crew.grams_per_km, 1_000);
        }
    }
    figures.fill = fullest / figures.rounds.max(1);
    figures
}

/// What a round costs by its vehicle's own prices, whatever goal it was searched by.
pub fn cost(description: &Description, round: &EngineRound, crew: &Crew) -> Cents {
    let start = description
        .vehicles
        .get(round.vehicle)
        .and_then(|vehicle| description.sites.iter().position(|site| site.id == vehicle.start));
    let mut at = start;
    let mut stops = 0;
    for halt in &round.halts {
        stops += i64::from(at != Some(halt.site));
        at = Some(halt.site);
    }
    let prices = &crew.prices;
    Cents(
        prices.fixed.0
            + nearest(whole(round.metres) * prices.per_km.0, 1_000)
            + nearest(away(round) * prices.per_hour.0, 3_600)
            + stops * prices.per_stop.0,
    )
}

/// How long the vehicle is away.
pub fn away(round: &EngineRound) -> i64 {
    i64::from(round.arrives) - i64::from(round.departs)
}

/// Seconds after the last window, over all halts of a round.
fn late_seconds(description: &Description, round: &EngineRound) -> i64 {
    round.halts.iter().map(|halt| late(description, halt)).sum()
}

/// Seconds after the last window that service begins.
pub fn late(description: &Description, halt: &EngineHalt) -> i64 {
    let request = &description.requests[halt.request];
    let stop = match halt.does {
        EngineDoes::PickUp => request.pick_up.as_ref(),
        EngineDoes::Deliver => request.deliver.as_ref(),
        EngineDoes::HandOver | EngineDoes::TakeOver => None,
    };
    let end = stop.and_then(|stop| stop.windows.last()).map_or(i64::MAX, |window| i64::from(window[1]));
    (i64::from(halt.begins) - end).max(0)
}

/// Of what the vehicle holds, how much is used when it is at its fullest: hundredths of a percent of the kind of
/// room that is scarcest.
pub fn fullness(description: &Description, round: &EngineRound) -> i64 {
    let Some(vehicle) = description.vehicles.get(round.vehicle) else { return 0 };
    let loads = round.halts.iter().flat_map(|halt| halt.load.iter().zip(&vehicle.capacity));
    let used = loads
        .filter(|(_, holds)| **holds > 0)
        .map(|(load, holds)| nearest(i64::from(*load) * 10_000, i64::from(*holds)));
    used.max().unwrap_or(0)
}

fn whole(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn nearest(amount: i64, parts: i64) -> i64 {
    (amount + parts / 2) / parts
}

/// The order of halts of each round, without times.
pub fn courses(plan: &Plan) -> Vec<Course> {
    let course = |round: &EngineRound| Course {
        vehicle: round.vehicle,
        halts: round.halts.iter().map(|halt| (halt.request, halt.does)).collect(),
    };
    plan.rounds.iter().map(course).collect()
}

pub fn does(does: EngineDoes) -> Does {
    match does {
        EngineDoes::PickUp => Does::PickUp,
        EngineDoes::Deliver => Does::Deliver,
        EngineDoes::HandOver => Does::HandOver,
        EngineDoes::TakeOver => Does::TakeOver,
    }
}

/// The halts of a round that follow one another at the same site, as one stop.
pub fn stops(round: &EngineRound) -> Vec<&[EngineHalt]> {
    round.halts.chunk_by(|one, next| one.site == next.site).collect()
}

/// The rounds of a plan as they are driven.
///
/// # Errors
/// A time that the zone does not know, a name that the description did not give: faults of ours.
pub fn laid_out(
    day: Date,
    zone: &TimeZone,
    description: &Description,
    plan: &Plan,
    crews: &[Crew],
) -> anyhow::Result<Vec<Round>> {
    let at = |seconds: u32| -> anyhow::Result<Timestamp> { instant(day, zone, seconds) };
    let mut rounds = Vec::with_capacity(plan.rounds.len());
    for (place, round) in plan.rounds.iter().enumerate() {
        let crew = crews.get(round.vehicle).ok_or_else(|| anyhow::anyhow!("a round without a crew"))?;
        let mut halts = Vec::new();
        for (place, stop) in stops(round).into_iter().enumerate() {
            halts.push(halt(description, place, stop, &at)?);
        }
        rounds.push(Round {
            number: place as i64 + 1,
            vehicle: crew.vehicle,
            driver: crew.driver,
            departs_at: at(round.departs)?,
            arrives_at: at(round.arrives)?,
            metres: whole(round.metres),
            cents: cost(description, round, crew),
            halts,
        });
    }
    Ok(rounds)
}

fn halt(
    description: &Description,
    place: usize,
    stop: &[EngineHalt],
    at: &dyn Fn(u32) -> anyhow::Result<Timestamp>,
) -> anyhow::Result<Halt> {
    let (Some(first), Some(last)) = (stop.first(), stop.last()) else {
        anyhow::bail!("a stop of no halts");
    };
    let site = description.sites.get(first.site).and_then(|site| read_site(&site.id));
    let mut items = Vec::new();
    for halt in stop {
        let shipment = description.requests[halt.request].id.parse()?;
        items.push(HaltItem { shipment, does: does(halt.does) });
    }
    Ok(Halt {
        place: place as i64 + 1,
        at: site.ok_or_else(|| anyhow::anyhow!("a stop at no site"))?,
        arrives_at: at(first.arrives)?,
        begins_at: at(first.begins)?,
        leaves_at: at(last.leaves)?,
        items,
    })
}

/// So many seconds after midnight, by the clock on the wall.
pub fn instant(day: Date, zone: &TimeZone, seconds: u32) -> anyhow::Result<Timestamp> {
    let civil = day.to_datetime(Time::midnight()).checked_add(jiff::Span::new().seconds(seconds))?;
    Ok(zone.to_timestamp(civil)?)
}
