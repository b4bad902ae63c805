//! How often one caller may ask: so many times a minute, a minute's worth at once.
//!
//! It is counted in the memory of each node, since a count in the database would cost more than most answers: of
//! two nodes a caller has twice as much. What guesses secrets is counted for all nodes, in [`crate::attempts`].

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::Mutex;

use jiff::Timestamp;
use units::{Language, PersonId};
use uuid::Uuid;

use crate::outcome::{Outcome, Say};
use crate::visit::Visit;
use crate::words::words;

const MINUTE: i64 = 60_000_000;
/// Callers that are remembered at once; who has not used up anything is forgotten first.
const MOST: usize = 10_000;

/// Who asks: a token, a person who is in, and of others only the line that they come by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Asker {
    Token(Uuid),
    Person(PersonId),
    Line(IpAddr),
}

/// What callers have used up.
///
/// # Source
/// The generic cell rate algorithm (ITU-T I.371, annex A) as a virtual schedule: an instant for each caller, until
/// which their calls are spread out evenly.
pub struct Pace {
    /// Microseconds of the schedule that one call takes; zero where there is no limit.
    each: i64,
    until: Mutex<HashMap<Asker, i64>>,
}

/// It may be asked again after so many seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct TooOften {
    seconds: u32,
}

impl Say for TooOften {
    fn say(&self, language: Language) -> String {
        words(language).stop_too_often(i64::from(self.seconds))
    }

    fn wait(&self) -> Option<u32> {
        Some(self.seconds)
    }
}

impl Pace {
    /// So many calls a minute of each caller; none at all is no limit.
    pub fn new(calls_a_minute: u32) -> Self {
        let each = MINUTE.checked_div(i64::from(calls_a_minute)).unwrap_or(0);
        Self { each, until: Mutex::default() }
    }

    /// Counts a call.
    ///
    /// # Errors
    /// A refusal when there were too many of late: it does not count.
    pub(crate) fn take(&self, visit: &Visit, now: Timestamp) -> Outcome<()> {
        let person = visit.who.as_ref().map(|who| Asker::Person(who.person));
        let known = visit.bearer.as_ref().map(|bearer| Asker::Token(bearer.token)).or(person);
        match known.or(visit.line().map(Asker::Line)) {
            Some(asker) => Ok(self.count(asker, now.as_microsecond())?),
            None => Ok(()),
        }
    }

    fn count(&self, asker: Asker, now: i64) -> Result<(), TooOften> {
        if self.each == 0 {
            return Ok(());
        }
        let Ok(mut all) = self.until.lock() else { return Ok(()) };
        if all.len() >= MOST {
            all.retain(|_, until| *until > now);
        }
        let until = all.entry(asker).or_insert(now);
        // Nobody waits for longer than a minute, were the clock set back by a day.
        *until = (*until).clamp(now, now + MINUTE);
        let after = *until + self.each;
        let too_early = after - now - MINUTE;
        if too_early > 0 {
            let seconds = u32::try_from(too_early / 1_000_000 + 1).unwrap_or(60);
            return Err(TooOften { seconds });
        }
        *until = after;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(number: u8) -> Asker {
        Asker::Line(IpAddr::from([192, 0, 2, number]))
    }

    /// How many of a hundred calls at this moment are taken.
    fn taken(pace: &Pace, asker: Asker, second: i64) -> usize {
        (0..100).filter(|_| pace.count(asker, second * 1_000_000).is_ok()).count()
    }

    #[test]
    fn a_minutes_worth_at_once_and_then_evenly() {
        let pace = Pace::new(30);
        assert_eq!(taken(&pace, line(1), 0), 30);
        assert_eq!(pace.count(line(1), 0), Err(TooOften { seconds: 3 }));
        assert_eq!(taken(&pace, line(2), 0), 30, "another line has its own");
        assert_eq!(taken(&pace, line(1), 1), 0);
        assert_eq!(taken(&pace, line(1), 2), 1);
        assert_eq!(taken(&pace, line(1), 12), 5);
        assert_eq!(taken(&pace, line(1), 600), 30, "what was not used is not saved up");
    }

    #[test]
    fn a_clock_set_back_shuts_nobody_out_for_longer() {
        let pace = Pace::new(30);
        assert_eq!(taken(&pace, line(1), 86_400), 30);
        assert_eq!(taken(&pace, line(1), 0), 0);
        assert_eq!(taken(&pace, line(1), 60), 30);
    }

    #[test]
    fn without_a_limit_nothing_is_counted() {
        let pace = Pace::new(0);
        assert_eq!(taken(&pace, line(1), 0), 100);
        assert!(pace.until.lock().unwrap().is_empty());
    }

    #[test]
    fn who_used_up_nothing_is_forgotten() {
        let pace = Pace::new(30);
        for number in 0..u128::try_from(MOST).unwrap() {
            pace.count(Asker::Person(PersonId(Uuid::from_u128(number))), 0).unwrap();
        }
        pace.count(line(1), 60_000_000).unwrap();
        assert_eq!(pace.until.lock().unwrap().len(), 1);
    }
}
