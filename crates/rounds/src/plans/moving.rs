//! Moving one shipment by hand, and the smallest change of a plan: everything else stays in its vehicle and
//! its order.

use routing::plan::{Course, Does, Plan, Round, drive, weigh};
use routing::{Description, Problem, check};

use super::figures::cost;
use super::model::Crew;

/// At most so many places in a round are looked at for each end of a shipment.
const MOST_PLACES: usize = 400;

/// A shipment in some vehicle: what its round is then, and what all rounds come to.
#[derive(Debug, Clone)]
pub struct Possible {
    pub vehicle: usize,
    /// Where it is among the halts of the round: its delivery, or its loading where that is what takes the vehicle
    /// somewhere.
    pub place: usize,
    pub course: Course,
    /// Without the slack of its halts.
    pub round: Round,
    /// Of all rounds, by their vehicles' own prices.
    pub cents: i64,
    /// Of all rounds.
    pub metres: u64,
}

/// Where a shipment is moved by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// Into a vehicle, where it costs least.
    Vehicle(usize),
    /// Into a vehicle, delivered at this place among the halts of its round.
    Place { vehicle: usize, place: usize },
    /// Into no vehicle: somebody else takes it.
    Nobody,
}

/// A plan to be changed, with what it was made from.
pub struct Ground<'a> {
    pub description: &'a Description,
    pub problem: &'a Problem,
    pub crews: &'a [Crew],
}

impl Ground<'_> {
    /// For each vehicle the cheapest way of taking the request, all others as they were.
    pub fn possibilities(&self, courses: &[Course], request: usize) -> Vec<Possible> {
        let others = self.others(courses, request);
        let vehicles = 0..self.description.vehicles.len();
        vehicles.filter_map(|vehicle| self.cheapest(&others, request, vehicle)).collect()
    }

    /// Every place in one vehicle's round, in their order; its other end is where it costs least.
    pub fn places(&self, courses: &[Course], request: usize, vehicle: usize) -> Vec<Possible> {
        let mut all = self.candidates(&self.others(courses, request), request, vehicle);
        all.sort_by_key(|one| (one.place, one.cents));
        all.dedup_by_key(|one| one.place);
        all.retain(|one| self.keeps_its_rules(&one.round));
        all
    }

    /// The plan with the request moved; none where it cannot be there.
    pub fn target(&self, courses: &[Course], request: usize, to: Target) -> Option<Plan> {
        let possible = match to {
            Target::Vehicle(vehicle) => {
                self.cheapest(&self.others(courses, request), request, vehicle)?
            }
            Target::Place { vehicle, place } => {
                let all = self.places(courses, request, vehicle);
                all.into_iter().find(|one| one.place == place)?
            }
            Target::Nobody => return drive(self.problem, &without(courses, request)).ok(),
        };
        let plan = drive(self.problem, &with(&without(courses, request), possible.course)).ok()?;
        self.keeps_every_rule(&plan).then_some(plan)
    }

    /// Puts the requests in one after the other, each where it costs least; those that nobody can take stay out.
    pub fn put_in(&self, mut courses: Vec<Course>, requests: &[usize]) -> Option<Plan> {
        for &request in requests {
            let mut all = self.possibilities(&courses, request);
            all.sort_by_key(|one| (one.cents, one.vehicle));
            if let Some(best) = all.into_iter().next() {
                courses = with(&without(&courses, request), best.course);
            }
        }
        drive(self.problem, &courses).ok().filter(|plan| self.keeps_every_rule(plan))
    }

    fn others(&self, courses: &[Course], request: usize) -> Others {
        let courses = without(courses, request);
        let rounds = courses.iter().filter_map(|course| weigh(self.problem, course)).collect();
        Others { courses, rounds }
    }

    fn cheapest(&self, others: &Others, request: usize, vehicle: usize) -> Option<Possible> {
        let mut all = self.candidates(others, request, vehicle);
        all.sort_by_key(|one| (one.cents, one.place));
        // What is cheapest may be too much on board: of those that fit, the first.
        all.into_iter().take(MOST_PLACES).find(|one| self.keeps_its_rules(&one.round))
    }

    /// The round of one vehicle with the request put in, at every place that its windows allow.
    fn candidates(&self, others: &Others, request: usize, vehicle: usize) -> Vec<Possible> {
        let known = others.courses.iter().find(|course| course.vehicle == vehicle);
        let halts = known.map_or(&[][..], |course| &course.halts);
        let rest = || others.rounds.iter().filter(|round| round.vehicle != vehicle);
        let rest_cents: i64 = rest().map(|round| self.cost(round)).sum();
        let rest_metres: u64 = rest().map(|round| round.metres).sum();
        let mut found = Vec::new();
        let dock = self.site(request, Does::PickUp);
        let is_loaded_beside = halts.iter().any(|&(other, done)| self.site(other, done) == dock);
        for pick in self.openings(halts, request, Does::PickUp) {
            let mut picked = halts.to_vec();
            picked.insert(pick, (request, Does::PickUp));
            for place in
                self.openings(&picked, request, Does::Deliver).into_iter().filter(|at| *at > pick)
            {
                let mut halts = picked.clone();
                halts.insert(place, (request, Does::Deliver));
                let course = Course { vehicle, halts };
                let Some(round) = weigh(self.problem, &course) else { continue };
                let (cents, metres) = (rest_cents + self.cost(&round), rest_metres + round.metres);
                let place = if is_loaded_beside { place } else { pick };
                found.push(Possible { vehicle, place, course, round, cents, metres });
            }
        }
        found
    }

    /// Where in a round an end of the request may stand: beside what is done at the same site, else anywhere.
    fn openings(&self, halts: &[(usize, Does)], request: usize, does: Does) -> Vec<usize> {
        let site = self.site(request, does);
        let there = |&(other, done): &(usize, Does)| self.site(other, done) == site;
        let beside: Vec<usize> =
            halts.iter().enumerate().filter(|(_, halt)| there(halt)).map(|(at, _)| at + 1).collect();
        match beside.last() {
            // After the last of those that follow one another; a second visit is another opening.
            Some(_) => beside
                .iter()
                .copied()
                .filter(|at| !halts.get(*at).is_some_and(there))
                .take(MOST_PLACES)
                .collect(),
            None => (0..=halts.len()).take(MOST_PLACES).collect(),
        }
    }

    fn site(&self, request: usize, does: Does) -> Option<&str> {
        let request = self.description.requests.get(request)?;
        let stop = if does == Does::PickUp { &request.pick_up } else { &request.deliver };
        stop.as_ref().map(|stop| stop.site.as_str())
    }

    /// Hand-overs, which rounds share, are in none of these.
    fn keeps_its_rules(&self, round: &Round) -> bool {
        check::check_round(self.description, round).is_empty()
    }

    fn keeps_every_rule(&self, plan: &Plan) -> bool {
        check::check(self.description, plan).is_empty()
    }

    /// What the rounds of a plan cost by their vehicles' own prices.
    pub fn paid(&self, plan: &Plan) -> i64 {
        plan.rounds.iter().map(|round| self.cost(round)).sum()
    }

    fn cost(&self, round: &Round) -> i64 {
        self.crews.get(round.vehicle).map_or(0, |crew| cost(self.description, round, crew).0)
    }
}

/// The rounds without a request that is to be put somewhere.
struct Others {
    courses: Vec<Course>,
    rounds: Vec<Round>,
}

/// The courses with one of them changed, or one more.
fn with(courses: &[Course], changed: Course) -> Vec<Course> {
    let others = courses.iter().filter(|course| course.vehicle != changed.vehicle);
    let mut courses: Vec<Course> = others.cloned().chain([changed.clone()]).collect();
    courses.sort_by_key(|course| course.vehicle);
    courses
}

/// The courses without one request; a vehicle that has nothing else to do stays at home.
fn without(courses: &[Course], request: usize) -> Vec<Course> {
    let less = courses.iter().map(|course| Course {
        vehicle: course.vehicle,
        halts: course.halts.iter().filter(|halt| halt.0 != request).copied().collect(),
    });
    less.filter(|course| !course.halts.is_empty()).collect()
}
