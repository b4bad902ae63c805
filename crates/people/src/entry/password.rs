//! Passwords: argon2id, never kept, never compared in a time that tells anything.

use std::collections::HashSet;
use std::sync::LazyLock;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use frame::{Outcome, aside};
use tokio::sync::Semaphore;

use super::acts::Unwelcome;

const FEWEST: usize = 10;
const MOST: usize = 200;
/// Each hash takes 19 MiB and a core: no more at once, whoever knocks.
const HASHES_AT_ONCE: usize = 2;
/// So many wait for their turn, a second or two; whoever comes then is asked to come again.
const MOST_WAITING: usize = 64;

/// A password as somebody typed it; it is never shown and never logged.
#[derive(Clone)]
pub struct Password(String);

/// Why a new password is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weak {
    TooShort { fewest: usize },
    TooLong { most: usize },
    Guessable,
}

impl Password {
    pub fn typed(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// Whether it will do for somebody with this e-mail address: long enough, and not the first thing
    /// that one would try.
    ///
    /// # Source
    /// NIST SP 800-63B-4, section 3.1.1: length, a list of common ones, no rules of composition. The
    /// shortest allowed here is ten characters.
    pub fn check(&self, email: &str) -> Result<(), Weak> {
        let length = self.0.chars().count();
        if length < FEWEST {
            return Err(Weak::TooShort { fewest: FEWEST });
        }
        if length > MOST {
            return Err(Weak::TooLong { most: MOST });
        }
        let plain = self.0.to_lowercase();
        let local = email.split('@').next().unwrap_or(email);
        let few_letters = {
            let mut letters: Vec<char> = plain.chars().collect();
            letters.sort_unstable();
            letters.dedup();
            letters.len() < 4
        };
        let is_common =
            is_common(&plain) || is_common(plain.trim_end_matches(|c: char| !c.is_alphabetic()));
        if few_letters || is_common || (local.len() > 3 && plain.contains(local)) {
            return Err(Weak::Guessable);
        }
        Ok(())
    }

    /// Its argon2id hash with a new salt: 19 MiB and two passes, some 20 ms of work.
    ///
    /// # Source
    /// OWASP Password Storage Cheat Sheet: argon2id, m = 19 MiB, t = 2, p = 1.
    pub fn hash(&self) -> anyhow::Result<String> {
        let hash = Argon2::default()
            .hash_password(self.0.as_bytes())
            .map_err(|error| anyhow::anyhow!("hashing a password: {error}"))?;
        Ok(hash.to_string())
    }

    /// Whether it is the password of this hash; a longer one than can be set is none. Without a hash the same work is done for nothing, so
    /// that the time taken does not tell whether somebody is known here.
    pub fn matches(&self, hash: Option<&str>) -> bool {
        static NOBODYS: LazyLock<String> =
            LazyLock::new(|| Password::typed("nobody has this password").hash().unwrap_or_default());
        if self.0.chars().count() > MOST {
            return false;
        }
        let known = hash.is_some();
        let Ok(parsed) = PasswordHash::new(hash.unwrap_or(&NOBODYS)) else { return false };
        Argon2::default().verify_password(self.0.as_bytes(), &parsed).is_ok() && known
    }
}

/// Words that somebody would think of here, of all places.
const OURS: [&str; 10] = [
    "tresse",
    "cooperative",
    "coopérative",
    "coöperatie",
    "genossenschaft",
    "coordination",
    "producteur",
    "producent",
    "administration",
    "epicerie",
];

/// Whether it is one of the passwords that breaches have shown to be common, or a word that many begin theirs with.
fn is_common(plain: &str) -> bool {
    static COMMON: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
        let lines = include_str!("../../assets/common-passwords.txt").lines();
        lines.filter(|line| !line.starts_with('#')).collect()
    });
    OURS.contains(&plain) || COMMON.contains(plain)
}

/// Does what hashes passwords where it keeps nobody waiting, when it is its turn.
///
/// # Errors
/// [`Unwelcome::Busy`] when too many wait already: an answer now is kinder than a turn that never comes.
pub(crate) async fn in_turn<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Outcome<T> {
    static QUEUE: Queue = Queue::new(HASHES_AT_ONCE, MOST_WAITING);
    QUEUE.take_turn(work).await
}

/// Work that takes turns: so many at once, so many behind them, and the next one is sent away.
struct Queue {
    places: Semaphore,
    turns: Semaphore,
}

impl Queue {
    const fn new(at_once: usize, waiting: usize) -> Self {
        let places = Semaphore::const_new(at_once + waiting);
        Self { places, turns: Semaphore::const_new(at_once) }
    }

    async fn take_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Outcome<T> {
        let Ok(_place) = self.places.try_acquire() else { return Err(Unwelcome::Busy.into()) };
        let _turn = self.turns.acquire().await.map_err(anyhow::Error::from)?;
        aside(work).await
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use frame::Stop;

    use super::*;

    #[test]
    fn a_password_is_known_by_its_hash_alone() {
        let password = Password::typed("trois brins de paille");
        let hash = password.hash().unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(password.matches(Some(&hash)));
        assert!(!Password::typed("trois brins de faille").matches(Some(&hash)));
        assert!(!password.matches(None));
        let longest = Password::typed(&"a".repeat(MOST + 1));
        assert!(!longest.matches(Some(&longest.hash().unwrap())));
        assert!(!Password::typed("nobody has this password").matches(None));
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn who_finds_the_queue_full_is_told_so_at_once() {
        let queue = Arc::new(Queue::new(2, 1));
        let (open, door) = std::sync::mpsc::channel::<()>();
        let door = Arc::new(Mutex::new(door));
        let at_work = |queue: &Arc<Queue>| {
            let (queue, door) = (Arc::clone(queue), Arc::clone(&door));
            tokio::spawn(async move { queue.take_turn(move || door.lock().unwrap().recv()).await })
        };
        let busy: Vec<_> = (0..3).map(|_| at_work(&queue)).collect();
        while queue.places.available_permits() > 0 {
            tokio::task::yield_now().await;
        }
        let Err(Stop::Refused(refusal)) = queue.take_turn(|| ()).await else { panic!("let in") };
        assert_eq!(refusal.of::<Unwelcome>(), Some(&Unwelcome::Busy));
        assert!(refusal.wait().is_some(), "it says when to come again");
        for _ in 0..3 {
            open.send(()).unwrap();
        }
        for work in busy {
            work.await.unwrap().unwrap().unwrap();
        }
        queue.take_turn(|| ()).await.unwrap();
    }

    #[test]
    fn what_one_would_try_first_is_refused() {
        let check = |text: &str| Password::typed(text).check("marie.lambert@ferme.be");
        assert_eq!(check("court"), Err(Weak::TooShort { fewest: 10 }));
        for common in [
            "motdepasse1",
            "q1w2e3r4t5y6",
            "Password123!",
            "Chocolat2026",
            "manchester",
            "soleil-12345",
            "Coopérative2026!",
        ] {
            assert_eq!(check(common), Err(Weak::Guessable), "{common}");
        }
        assert_eq!(check("aaaaaaaaaaaa"), Err(Weak::Guessable));
        assert_eq!(check("marie.lambert2026"), Err(Weak::Guessable));
        assert_eq!(check(&"é".repeat(201)), Err(Weak::TooLong { most: 200 }));
        assert_eq!(check("trois brins de paille"), Ok(()));
    }
}
