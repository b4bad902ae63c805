//! Moving one shipment by hand, and the smallest change of a plan: everything else stays in its vehicle and
//! its order.

use routing::plan::{Course, Does, Plan, drive};
use routing::{Description, Problem, check};

use super::figures::{cost, courses};
use super::model::Crew;

/// At most so many places in a round are looked at for each end of a shipment.
const MOST_PLACES: usize = 400;

/// A shipment in some vehicle: the whole plan, and where in the round it is brought.
#[derive(Debug, Clone)]
pub struct Possible {
    pub vehicle: usize,
    /// Where it is among the halts of the round: its delivery, or its loading where that is what takes the vehicle
    /// somewhere.
    pub place: usize,
    pub plan: Plan,
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
        let without = without(courses, request);
        let vehicles = 0..self.description.vehicles.len();
        vehicles.filter_map(|vehicle| self.cheapest(&without, request, vehicle)).collect()
    }

    /// Every place in one vehicle's round, in their order; its other end is where it costs least.
    pub fn places(&self, courses: &[Course], request: usize, vehicle: usize) -> Vec<Possible> {
        let without = without(courses, request);
        let mut candidates = self.candidates(&without, request, vehicle);
        candidates.sort_by_key(|one| (one.place, one.cents));
        candidates.dedup_by_key(|one| one.place);
        candidates.into_iter().filter_map(|one| self.whole(&without, vehicle, one)).collect()
    }

    /// The plan with the request moved; none where it cannot be there.
    pub fn target(&self, courses: &[Course], request: usize, to: Target) -> Option<Plan> {
        match to {
            Target::Vehicle(vehicle) => {
                let found = self.cheapest(&without(courses, request), request, vehicle);
                found.map(|possible| possible.plan)
            }
            Target::Place { vehicle, place } => {
                let all = self.places(courses, request, vehicle);
                all.into_iter().find(|one| one.place == place).map(|one| one.plan)
            }
            Target::Nobody => drive(self.problem, &without(courses, request)).ok(),
        }
    }

    /// Puts the requests in one after the other, each where it costs least; those that nobody can take stay out.
    pub fn put_in(&self, mut courses: Vec<Course>, requests: &[usize]) -> Option<Plan> {
        for &request in requests {
            let mut all = self.possibilities(&courses, request);
            all.sort_by_key(|one| (self.paid(&one.plan), one.vehicle));
            if let Some(best) = all.into_iter().next() {
                courses = self::courses(&best.plan);
            }
        }
        drive(self.problem, &courses).ok().filter(|plan| self.keeps_every_rule(plan))
    }

    fn cheapest(&self, without: &[Course], request: usize, vehicle: usize) -> Option<Possible> {
        let mut candidates = self.candidates(without, request, vehicle);
        candidates.sort_by_key(|one| (one.cents, one.place));
        // What is cheapest may be too much on board: of those that fit, the first.
        candidates.into_iter().take(MOST_PLACES).find_map(|one| self.whole(without, vehicle, one))
    }

    /// The round of one vehicle with the request put in, at every place that its windows allow.
    fn candidates(&self, without: &[Course], request: usize, vehicle: usize) -> Vec<Candidate> {
        let known = without.iter().find(|course| course.vehicle == vehicle);
        let halts = known.map_or(&[][..], |course| &course.halts);
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
                let Ok(driven) = drive(self.problem, std::slice::from_ref(&course)) else { continue };
                let cents = self.paid(&driven);
                let place = if is_loaded_beside { place } else { pick };
                found.push(Candidate { course, place, cents });
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

    fn whole(&self, without: &[Course], vehicle: usize, one: Candidate) -> Option<Possible> {
        let mut courses: Vec<Course> =
            without.iter().filter(|course| course.vehicle != vehicle).cloned().collect();
        courses.push(one.course);
        courses.sort_by_key(|course| course.vehicle);
        let plan = drive(self.problem, &courses).ok()?;
        self.keeps_every_rule(&plan).then_some(Possible { vehicle, place: one.place, plan })
    }

    fn keeps_every_rule(&self, plan: &Plan) -> bool {
        check::check(self.description, plan).is_empty()
    }

    /// What the rounds of a plan cost by their vehicles' own prices.
    pub fn paid(&self, plan: &Plan) -> i64 {
        let each = plan.rounds.iter().filter_map(|round| {
            self.crews.get(round.vehicle).map(|crew| cost(self.description, round, crew).0)
        });
        each.sum()
    }
}

struct Candidate {
    course: Course,
    place: usize,
    cents: i64,
}

/// The courses without one request; a vehicle that has nothing else to do stays at home.
fn without(courses: &[Course], request: usize) -> Vec<Course> {
    let less = courses.iter().map(|course| Course {
        vehicle: course.vehicle,
        halts: course.halts.iter().filter(|halt| halt.0 != request).copied().collect(),
    });
    less.filter(|course| !course.halts.is_empty()).collect()
}
