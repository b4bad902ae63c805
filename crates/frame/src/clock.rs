//! The one place where the time is read, and the one where chance is.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use uuid::Uuid;

/// The time as the application sees it: the machine's, or one that a rehearsal sets.
#[derive(Clone, Default)]
pub struct Clock(Option<Arc<AtomicI64>>);

impl Clock {
    /// The machine's clock.
    pub fn of_the_machine() -> Self {
        Self(None)
    }

    /// A clock that stands at `start` until it is set.
    pub fn set_by_hand(start: Timestamp) -> Self {
        Self(Some(Arc::new(AtomicI64::new(start.as_microsecond()))))
    }

    /// Now, to the microsecond that the database keeps.
    #[allow(clippy::disallowed_methods, reason = "the one place where the time is read")]
    pub fn now(&self) -> Timestamp {
        let micros = match &self.0 {
            Some(hand) => hand.load(Ordering::SeqCst),
            None => Timestamp::now().as_microsecond(),
        };
        Timestamp::from_microsecond(micros).expect("a microsecond of this era")
    }

    /// Sets a clock of our own; the machine's goes on as it goes.
    pub fn set(&self, now: Timestamp) {
        if let Some(hand) = &self.0 {
            hand.store(now.as_microsecond(), Ordering::SeqCst);
        }
    }
}

/// Time spent since the first call, which no clock of ours can set: for measuring, never for deciding.
#[allow(clippy::disallowed_methods, reason = "the one place where it is read")]
pub fn monotonic() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    START.elapsed()
}

/// New identifiers: in the order they are made, and the same again for the same seed.
#[derive(Clone)]
pub struct Ids(Source);

#[derive(Clone)]
enum Source {
    Random,
    Seeded { seed: u64, made: Arc<AtomicU64> },
}

impl Ids {
    pub fn random() -> Self {
        Self(Source::Random)
    }

    /// Identifiers that a rehearsal of the same seed makes again.
    pub fn seeded(seed: u64) -> Self {
        Self(Source::Seeded { seed, made: Arc::default() })
    }

    /// A new identifier of any kind.
    #[allow(clippy::disallowed_methods, reason = "the one place where chance is asked")]
    pub fn next<T: From<Uuid>>(&self) -> T {
        let uuid = match &self.0 {
            Source::Random => Uuid::now_v7(),
            Source::Seeded { seed, made } => {
                let number = made.fetch_add(1, Ordering::SeqCst) + 1;
                // The counter leads, so that identifiers sort in the order they were made.
                Uuid::from_u64_pair((number << 16) | 0x8000, *seed)
            }
        };
        T::from(uuid)
    }

    /// 244 random bits as text, for what must not be guessed; never seeded.
    #[allow(clippy::disallowed_methods, reason = "the one place where chance is asked")]
    pub fn secret() -> String {
        format!("{}{}", Uuid::new_v4().simple(), Uuid::new_v4().simple())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use units::CycleId;

    #[test]
    fn a_seed_gives_the_same_identifiers_in_order() {
        let (one, two) = (Ids::seeded(7), Ids::seeded(7));
        let first: Vec<CycleId> = (0..3).map(|_| one.next()).collect();
        let second: Vec<CycleId> = (0..3).map(|_| two.next()).collect();
        assert_eq!(first, second);
        assert!(first.is_sorted());
        assert_ne!(first[0], Ids::seeded(8).next::<CycleId>());
    }

    #[test]
    fn a_clock_of_our_own_stands_still() {
        let noon: Timestamp = "2026-11-24T12:00:00Z".parse().unwrap();
        let clock = Clock::set_by_hand(noon);
        assert_eq!(clock.now(), noon);
        let later: Timestamp = "2026-11-25T12:00:00Z".parse().unwrap();
        clock.clone().set(later);
        assert_eq!(clock.now(), later);
    }
}
