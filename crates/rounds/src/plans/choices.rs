//! Where one shipment of a plan could go, and at once what that changes.

use frame::{Outcome, Stop};
use routing::plan::Round;
use units::{Cents, ShipmentId, VehicleId};

use super::acts::Whole;
use super::figures::courses;
use super::moving::{Ground, Possible};
use super::{mending, search};

/// Somewhere that a shipment can go, and what that changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    pub vehicle: VehicleId,
    /// Among the halts of the vehicle's round, from 0.
    pub place: usize,
    /// The site of the halt before it; none at the beginning.
    pub after: Option<usize>,
    /// Seconds after midnight.
    pub begins: Option<u32>,
    pub more_cents: Cents,
    pub more_metres: i64,
    /// Whether it is so in the plan.
    pub is_now: bool,
}

/// For each vehicle that can take it the cheapest place, and each place in the round of one of them: the one that is
/// looked at, or else that which has the shipment.
///
/// # Errors
/// [`Stop::NotFound`] where the plan does not know the shipment.
pub fn choices(
    whole: &Whole,
    shipment: ShipmentId,
    looked_at: Option<VehicleId>,
) -> Outcome<(Vec<Choice>, Vec<Choice>)> {
    let request = whole.request_at(shipment).ok_or(Stop::NotFound)?;
    let problem = search::problem(&whole.description)?;
    let ground = Ground { description: &whole.description, problem: &problem, crews: &whole.crews };
    let courses = courses(&whole.result);
    let with = mending::vehicle_of(&whole.description, &whole.result, shipment);
    let before = Before { whole, ground: &ground, request };
    let cheapest = ground.possibilities(&courses, request);
    let places = match looked_at.or(with).and_then(|id| whole.vehicle_at(id)) {
        Some(vehicle) => ground.places(&courses, request, vehicle),
        None => Vec::new(),
    };
    let each = |all: &[Possible]| all.iter().map(|one| before.choice(one)).collect();
    Ok((each(&cheapest), each(&places)))
}

struct Before<'a> {
    whole: &'a Whole,
    ground: &'a Ground<'a>,
    request: usize,
}

impl Before<'_> {
    fn choice(&self, possible: &Possible) -> Choice {
        let (halts, now) = (&possible.round.halts, &self.whole.result);
        let after = possible.place.checked_sub(1).and_then(|at| halts.get(at));
        Choice {
            vehicle: self.whole.crews[possible.vehicle].vehicle,
            place: possible.place,
            after: after.map(|halt| halt.site),
            begins: halts.get(possible.place).map(|halt| halt.begins),
            more_cents: Cents(possible.cents - self.ground.paid(now)),
            more_metres: metres(possible.metres) - metres(now.metres),
            is_now: self.is_now(possible),
        }
    }

    /// Whether it is as in the plan: in the same vehicle, for the same money and the same way.
    fn is_now(&self, possible: &Possible) -> bool {
        let now = &self.whole.result;
        let has_it = |round: &&Round| round.halts.iter().any(|halt| halt.request == self.request);
        now.rounds.iter().find(has_it).is_some_and(|round| round.vehicle == possible.vehicle)
            && possible.metres == now.metres
            && possible.cents == self.ground.paid(now)
    }
}

fn metres(metres: u64) -> i64 {
    i64::try_from(metres).unwrap_or(i64::MAX)
}
