//! How often somebody has knocked of late: guessing is made slow, and hashing kept short.
//!
//! In memory, and of bounded size: a restart forgets, which helps nobody who has millions to guess.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::{SignedDuration, Timestamp};

/// A count is forgotten this long after its first attempt.
const WINDOW: SignedDuration = SignedDuration::from_mins(15);
/// More keys than this are not kept; the oldest goes first.
const MOST_KEYS: usize = 10_000;

/// Attempts by key, such as an account or an address on the network.
#[derive(Default)]
pub struct Attempts(Mutex<HashMap<String, Count>>);

struct Count {
    since: Timestamp,
    made: u32,
}

impl Attempts {
    /// Counts an attempt before it is made; `false` when there were `most` of late, and it must not be.
    pub fn take(&self, key: &str, most: u32, now: Timestamp) -> bool {
        let mut counts = self.counts();
        if !counts.contains_key(key) && counts.len() >= MOST_KEYS {
            make_room(&mut counts, now);
        }
        let count = counts.entry(key.to_owned()).or_insert(Count { since: now, made: 0 });
        if is_over(count, now) {
            *count = Count { since: now, made: 0 };
        }
        if count.made >= most {
            return false;
        }
        count.made += 1;
        true
    }

    /// Takes back one attempt, which was no guess.
    pub fn give_back(&self, key: &str) {
        if let Some(count) = self.counts().get_mut(key) {
            count.made = count.made.saturating_sub(1);
        }
    }

    /// Forgets the attempts of who has shown that they are who they say.
    pub fn forget(&self, key: &str) {
        self.counts().remove(key);
    }

    fn counts(&self) -> MutexGuard<'_, HashMap<String, Count>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn is_over(count: &Count, now: Timestamp) -> bool {
    now.duration_since(count.since) > WINDOW
}

fn make_room(counts: &mut HashMap<String, Count>, now: Timestamp) {
    counts.retain(|_, count| !is_over(count, now));
    if counts.len() >= MOST_KEYS {
        let oldest = counts.iter().min_by_key(|(_, count)| count.since).map(|(key, _)| key.clone());
        oldest.map(|key| counts.remove(&key));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minute(number: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_mins(number)
    }

    #[test]
    fn after_the_last_one_it_is_time_to_wait() {
        let attempts = Attempts::default();
        for _ in 0..3 {
            assert!(attempts.take("eva", 3, minute(0)));
        }
        assert!(!attempts.take("eva", 3, minute(15)));
        assert!(attempts.take("tom", 3, minute(15)));
        assert!(attempts.take("eva", 3, minute(16)));
    }

    #[test]
    fn what_was_no_guess_does_not_count() {
        let attempts = Attempts::default();
        for _ in 0..10 {
            assert!(attempts.take("eva", 1, minute(0)));
            attempts.give_back("eva");
        }
        assert!(attempts.take("eva", 1, minute(0)));
        attempts.forget("eva");
        assert!(attempts.take("eva", 1, minute(0)));
    }

    #[test]
    fn the_memory_has_an_end() {
        let attempts = Attempts::default();
        for n in 0..=MOST_KEYS {
            attempts.take(&n.to_string(), 1, minute(i64::from(n > 0)));
        }
        assert_eq!(attempts.counts().len(), MOST_KEYS);
        assert!(!attempts.take("1", 1, minute(1)), "only the oldest is forgotten");
    }
}
