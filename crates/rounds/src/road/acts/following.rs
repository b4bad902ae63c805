//! Following a vehicle that one waits for, by an address that names nobody.

use ::store::Tx;
use frame::{Ids, Outcome, Stop, Who, journal};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use people::persons::acts::digest;

use super::{Instance, enter_round, find};
use crate::plans::Halt;
use crate::road::model::{behind, expected};
use crate::road::store::{self, Drive};

/// An address to follow a vehicle by is good for so long after its halt.
const FOLLOWED: SignedDuration = SignedDuration::from_hours(24);
/// Makes an address by which a halt is followed, for who drives or coordinates to pass on.
pub fn make_address(tx: &Tx<'_>, who: &Who, drive: Drive, place: i64, secret: &str) -> Outcome<()> {
    let (_, round) = enter_round(tx, who, drive)?;
    let halt = round.halts.iter().find(|halt| halt.place == place).ok_or(Stop::NotFound)?;
    keep_address(tx, drive, halt, secret)?;
    journal::note(tx, who, "round.track", drive.plan, &format!("{}.{place}", drive.round))?;
    Ok(())
}

/// Keeps the digest of an address, with the four figures that who waits may read out.
pub(in crate::road) fn keep_address(
    tx: &Tx<'_>,
    drive: Drive,
    halt: &Halt,
    secret: &str,
) -> Outcome<()> {
    let code = code_of(secret);
    Ok(store::track(tx, drive, halt.place, &digest(secret), &code, halt.leaves_at + FOLLOWED)?)
}

/// Four figures from a secret's digits.
fn code_of(secret: &str) -> String {
    let number = secret.chars().filter_map(|letter| letter.to_digit(16)).take(8);
    format!("{:04}", number.fold(0_u64, |number, digit| number * 16 + u64::from(digit)) % 10_000)
}

/// A new address of an instance by which somebody follows a vehicle.
pub(in crate::road) fn address_of(instance: &Instance, secret: &str) -> String {
    format!("{}/track/{secret}", instance.address)
}

/// A secret for such an address.
pub fn new_secret() -> String {
    Ids::secret()
}

/// What who waits sees: when the vehicle comes, and nobody's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    pub day: Date,
    pub planned_at: Timestamp,
    pub expected_at: Timestamp,
    pub late: SignedDuration,
    pub departed_at: Option<Timestamp>,
    pub arrived_at: Option<Timestamp>,
    pub left_at: Option<Timestamp>,
    /// Halts that come before.
    pub before: i64,
    pub code: String,
}

/// Follows a vehicle by an address.
///
/// # Errors
/// [`Stop::NotFound`] when the address was never given, or is good no more.
pub fn follow(tx: &Tx<'_>, secret: &str, now: Timestamp) -> Outcome<Followed> {
    let found = store::tracked(tx, &digest(secret), now)?;
    let (drive, place, code) = found.ok_or(Stop::NotFound)?;
    let (plan, round) = find(tx, drive)?;
    let halt = round.halts.iter().find(|halt| halt.place == place).ok_or(Stop::NotFound)?;
    let (run, runs) = (store::round_run(tx, drive)?, store::halt_runs(tx, drive)?);
    let late = behind(&round, &run, &runs);
    let own = runs.get(&place).cloned().unwrap_or_default();
    let is_made = |halt: &&Halt| runs.get(&halt.place).is_some_and(|run| run.left_at.is_some());
    let before = round.halts.iter().filter(|halt| halt.place < place && !is_made(halt)).count();
    Ok(Followed {
        day: plan.day,
        planned_at: halt.arrives_at,
        expected_at: expected(halt, late, now),
        late,
        departed_at: run.departed_at,
        arrived_at: own.arrived_at,
        left_at: own.left_at,
        before: before as i64,
        code,
    })
}

/// Forgets addresses that lead nowhere any more.
pub fn forget_old(tx: &Tx<'_>, now: Timestamp) -> ::store::Result<u64> {
    store::forget_tracks(tx, now)
}
