//! Looking for a plan: what it is made from is gathered, ways are found, the engine searches aside, and the best
//! that it found is kept, also when somebody stops it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};
use std::time::Duration;

use frame::task::Progress;
use frame::{App, Outcome, Stop, Who, aside};
use routing::description::Profile;
use routing::plan::drive;
use routing::{Budget, Description, Problem, Settings, Tuning, check};
use units::{CoalitionId, Language, PlanId, ShipmentId, VehicleId};

use super::acts::{self, Found, NotPlanned, Pasted, Whole, Wish};
use super::describe::{self, Question};
use super::figures::objective;
use super::mending;
use super::model::Made;
use super::moving::{Ground, Target};
use crate::ways::{self, Source};
use crate::words::words;

/// How often it is said how far the search is.
const BEAT: Duration = Duration::from_millis(400);

/// Searches for a plan and keeps it under this identifier.
pub async fn search(
    app: &App,
    who: &Who,
    hub: CoalitionId,
    id: PlanId,
    wish: &Wish,
    progress: Option<&Progress>,
    language: Language,
) -> Outcome<()> {
    let (asked, reader) = (wish.clone(), language);
    let question = app.look(who, move |tx, who| acts::gather(tx, who, hub, &asked, reader)).await?;
    let (profiles, source) = find_ways(app, &question, wish.pasted.as_ref()).await?;
    let base = match wish.base {
        Some(base) => Some(app.look(who, move |tx, who| acts::show(tx, who, hub, base)).await?),
        None => None,
    };
    let description = question.describe(profiles);
    let result = solve(&description, wish, base.as_ref(), progress, language).await?;
    let found = Found {
        id,
        day: wish.day,
        goal: wish.goal,
        made: Made::Searched,
        base: wish.base,
        seed: wish.seed,
        iterations: wish.iterations,
        source,
        crews: acts::crews_of(&question),
        locks: question.locks.clone(),
        learnt: question.learnt_here(),
        description,
        result,
    };
    app.act(who, move |tx, who| acts::keep(tx, who, hub, &found)).await
}

/// The ways between the places of a question: typed by somebody, or found.
pub async fn find_ways(
    app: &App,
    question: &Question,
    pasted: Option<&Pasted>,
) -> Outcome<(Vec<Profile>, Source)> {
    let places: Vec<ways::Place> = question.places().into_iter().map(|(_, place)| place).collect();
    let mut profiles = Vec::new();
    let mut source = None;
    for name in question.profiles() {
        let found = match pasted {
            Some(pasted) => {
                let names: Vec<&str> = places.iter().map(|place| place.name.as_str()).collect();
                let day = app.today().to_string();
                ways::pasted(&pasted.minutes, &pasted.kilometres, &names, &day)?
            }
            None => ways::find(app, &places, describe::roads_of(name)).await?,
        };
        profiles.push(describe::profile(name, &found));
        source.get_or_insert(found.source);
    }
    source.map(|source| (profiles, source)).ok_or(Stop::NotFound)
}

/// What the search and the one who waits for it tell each other.
#[derive(Default)]
struct Line {
    iterations: AtomicU64,
    first: AtomicI64,
    best: AtomicI64,
    is_stopped: AtomicBool,
}

async fn solve(
    description: &Description,
    wish: &Wish,
    base: Option<&Whole>,
    progress: Option<&Progress>,
    language: Language,
) -> Outcome<routing::Plan> {
    let problem = problem(description)?;
    let begin = base.and_then(|base| beginning(base, description, &problem));
    let line = Arc::new(Line::default());
    let work = {
        let (line, wish) = (Arc::clone(&line), wish.clone());
        move || {
            searched(&problem, &wish, begin.as_ref(), &mut |told| {
                line.iterations.store(told.iterations, Ordering::Relaxed);
                if line.first.load(Ordering::Relaxed) == 0 {
                    line.first.store(told.cost, Ordering::Relaxed);
                }
                line.best.store(told.cost, Ordering::Relaxed);
                !line.is_stopped.load(Ordering::Relaxed)
            })
        }
    };
    let mut working = tokio::task::spawn_blocking(work);
    let total = usize::try_from(wish.iterations).unwrap_or(usize::MAX);
    let plan = loop {
        tokio::select! {
            ended = &mut working => break ended.map_err(anyhow::Error::from)?,
            () = tokio::time::sleep(BEAT) => {}
        }
        if let Some(progress) = progress {
            let done = usize::try_from(line.iterations.load(Ordering::Relaxed)).unwrap_or(usize::MAX);
            let goes_on = progress.say(done, total, &so_far(&line, language)).await?;
            line.is_stopped.store(!goes_on, Ordering::Relaxed);
        }
    };
    let faults = check::check(description, &plan);
    if faults.is_empty() { Ok(plan) } else { Err(NotPlanned::BreaksRules { faults }.into()) }
}

/// By how much the best plan so far is better than the first that was found.
fn so_far(line: &Line, language: Language) -> String {
    let (first, best) = (line.first.load(Ordering::Relaxed), line.best.load(Ordering::Relaxed));
    if first <= 0 || best <= 0 {
        return String::new();
    }
    let tenths = (first - best).max(0).saturating_mul(1_000) / first;
    words(language).plan_better_by(language.number(tenths, 1, 1))
}

/// # Errors
/// [`NotPlanned::Unplannable`] in the engine's words.
pub fn problem(description: &Description) -> Outcome<Problem> {
    Problem::new(description.clone())
        .map_err(|fault| NotPlanned::Unplannable { why: fault.to_string() }.into())
}

/// What a search begins from: the courses of its base, as far as they still stand.
fn beginning(base: &Whole, description: &Description, problem: &Problem) -> Option<routing::Plan> {
    let courses = mending::carried_over(&base.description, &base.result, description);
    drive(problem, &courses).ok()
}

/// One search: the same problem, wish and beginning give the same plan to the byte, as long as `tell` says the same.
fn searched(
    problem: &Problem,
    wish: &Wish,
    begin: Option<&routing::Plan>,
    tell: &mut dyn FnMut(routing::Progress) -> bool,
) -> routing::Plan {
    let settings = Settings {
        seed: wish.seed.unsigned_abs(),
        objective: objective(wish.goal),
        budget: Budget::Iterations(wish.iterations.unsigned_abs()),
        threads: 1,
        from: begin,
        tuning: Tuning::default(),
    };
    routing::solve(problem, &settings, tell)
}

/// Makes a plan again from what is stored of it: the same to the byte.
///
/// # Errors
/// A description that the engine does not take: it was changed by other hands.
pub fn again(whole: &Whole, base: Option<&Whole>) -> Outcome<routing::Plan> {
    let problem = problem(&whole.description)?;
    if whole.plan.made != Made::Searched {
        let driven = drive(&problem, &super::figures::courses(&whole.result));
        return driven.map_err(|course| {
            let why = format!("vehicle {} cannot drive its course", course.vehicle);
            NotPlanned::Unplannable { why }.into()
        });
    }
    let begin = base.and_then(|base| beginning(base, &whole.description, &problem));
    let ended = whole.plan.ended_at_iteration.unsigned_abs();
    let wish = acts::wish_of(whole);
    // Where somebody stopped it, it stops at the same step.
    let mut tell =
        |told: routing::Progress| told.iterations + 1 < ended || ended >= wish.iterations.unsigned_abs();
    Ok(searched(&problem, &wish, begin.as_ref(), &mut tell))
}

/// Where somebody moves a shipment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Destination {
    /// Into a vehicle, where it costs least, or at a place among the halts of its round.
    Vehicle { vehicle: VehicleId, place: Option<usize> },
    /// Into no vehicle: somebody else takes it.
    Nobody,
}

impl Destination {
    fn target(self, whole: &Whole) -> Option<Target> {
        let Self::Vehicle { vehicle, place } = self else { return Some(Target::Nobody) };
        let vehicle = whole.vehicle_at(vehicle)?;
        Some(place.map_or(Target::Vehicle(vehicle), |place| Target::Place { vehicle, place }))
    }
}

/// The plan in which one shipment has another vehicle, or another place of its round; it is not kept yet.
pub async fn moved_by_hand(
    app: &App,
    who: &Who,
    hub: CoalitionId,
    base: PlanId,
    shipment: ShipmentId,
    to: Destination,
) -> Outcome<Found> {
    let (whole, locks) = app
        .look(who, move |tx, who| {
            Ok((acts::show(tx, who, hub, base)?, super::store::locks(tx, hub, base)?))
        })
        .await?;
    let request = whole.request_at(shipment).ok_or(Stop::NotFound)?;
    let target = to.target(&whole).ok_or(Stop::NotFound)?;
    let found = aside(move || moved(whole, request, target)).await??;
    Ok(Found { id: app.ids.next(), base: Some(base), locks, ..found })
}

fn moved(whole: Whole, request: usize, to: Target) -> Outcome<Found> {
    let problem = problem(&whole.description)?;
    let ground = Ground { description: &whole.description, problem: &problem, crews: &whole.crews };
    let courses = super::figures::courses(&whole.result);
    let possible = ground.target(&courses, request, to).ok_or(NotPlanned::NobodyCanTakeIt)?;
    made_from(whole, Made::ByHand, possible)
}

fn made_from(whole: Whole, made: Made, result: routing::Plan) -> Outcome<Found> {
    Ok(Found {
        id: whole.plan.id,
        day: whole.plan.day,
        goal: whole.plan.goal,
        made,
        base: Some(whole.plan.id),
        seed: whole.plan.seed,
        iterations: 0,
        source: acts::source_of(&whole.plan)?,
        description: whole.description,
        result,
        crews: whole.crews,
        locks: Vec::new(),
        learnt: whole.learnt,
    })
}

/// The smallest change of a plan that carries what is to be carried now; it is not kept yet.
pub async fn mended(
    app: &App,
    who: &Who,
    hub: CoalitionId,
    base: PlanId,
    language: Language,
) -> Outcome<Found> {
    let (whole, changes) = app
        .look(who, move |tx, who| {
            let whole = acts::show(tx, who, hub, base)?;
            let changes = acts::changes(tx, hub, &whole)?;
            Ok((whole, changes))
        })
        .await?;
    if changes.is_empty() {
        return Err(NotPlanned::NothingChanged.into());
    }
    let wish = acts::wish_of(&whole);
    let question = app.look(who, move |tx, who| acts::gather(tx, who, hub, &wish, language)).await?;
    let places: Vec<_> = question.places().into_iter().map(|(place, _)| place).collect();
    let (profiles, source) = match describe::known_profiles(&whole.description, &places) {
        // The same ways as before: nothing else of the plan moves by a minute.
        Some(known) => (known, acts::source_of(&whole.plan)?),
        None => find_ways(app, &question, None).await?,
    };
    let found = aside(move || {
        let description = question.describe(profiles);
        let problem = problem(&description)?;
        let crews = acts::crews_of(&question);
        let result = mending::mended(&whole.description, &whole.result, &description, &problem, &crews);
        let result = result.ok_or(NotPlanned::NobodyCanTakeIt)?;
        let made = made_from(whole, Made::Mended, result)?;
        let learnt = question.learnt_here();
        Ok::<_, Stop>(Found { source, description, crews, locks: question.locks, learnt, ..made })
    })
    .await??;
    Ok(Found { id: app.ids.next(), ..found })
}
