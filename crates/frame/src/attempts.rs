//! How often somebody has knocked of late: guessing is made slow, and hashing kept short.
//!
//! Counts are in the database, so that they hold over a restart and for all nodes together. What is counted
//! (an account, an address on the network) is kept as a digest only.

use std::fmt::Write as _;

use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use store::{Tx, params};

use crate::app::App;
use crate::outcome::Outcome;

/// A count begins anew this long after its first attempt.
const WINDOW: SignedDuration = SignedDuration::from_mins(15);

/// Counts an attempt before it is made; `false` when there were `most` of late, and it must not be.
pub fn take(tx: &Tx<'_>, key: &str, most: i64, now: Timestamp) -> store::Result<bool> {
    let made = tx.number(
        "INSERT INTO attempt (digest, since, made) VALUES ($1, $2, 1)
         ON CONFLICT (digest) DO UPDATE SET
             made = CASE WHEN attempt.since <= $3 THEN 1 ELSE attempt.made + 1 END,
             since = CASE WHEN attempt.since <= $3 THEN $2 ELSE attempt.since END
         RETURNING made",
        params![digest(key), now, now - WINDOW],
    )?;
    Ok(made <= most)
}

/// Takes back one attempt, which was no guess.
pub fn give_back(tx: &Tx<'_>, key: &str) -> store::Result<()> {
    tx.execute(
        "UPDATE attempt SET made = made - 1 WHERE digest = $1 AND made > 0",
        params![digest(key)],
    )?;
    Ok(())
}

/// Forgets the attempts of who has shown that they are who they say.
pub fn forget(tx: &Tx<'_>, key: &str) -> store::Result<()> {
    tx.execute("DELETE FROM attempt WHERE digest = $1", params![digest(key)])?;
    Ok(())
}

/// Forgets what no longer counts.
pub async fn forget_old(app: App) -> Outcome<()> {
    let before = app.clock.now() - WINDOW;
    app.db.write(move |tx| tx.execute("DELETE FROM attempt WHERE since <= $1", params![before])).await?;
    Ok(())
}

fn digest(key: &str) -> String {
    Sha256::digest(key.as_bytes()).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::testing::databases;

    fn minute(number: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_mins(number)
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn after_the_last_one_it_is_time_to_wait() {
        for database in databases(crate::SLICE.migrations).await {
            let told = |key: &'static str, at: i64| {
                let db = database.db.clone();
                async move { db.write(move |tx| take(tx, key, 3, minute(at))).await.unwrap() }
            };
            for _ in 0..3 {
                assert!(told("eva", 0).await);
            }
            assert!(!told("eva", 14).await);
            assert!(told("tom", 14).await);
            assert!(told("eva", 15).await, "a quarter of an hour after the first");
        }
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn what_was_no_guess_does_not_count() {
        for database in databases(crate::SLICE.migrations).await {
            let outcome = database.db.write(|tx| {
                for _ in 0..10 {
                    assert!(take(tx, "eva", 1, minute(0))?);
                    give_back(tx, "eva")?;
                }
                assert!(take(tx, "eva", 1, minute(0))?);
                assert!(!take(tx, "eva", 1, minute(0))?);
                forget(tx, "eva")?;
                take(tx, "eva", 1, minute(0))
            });
            assert!(outcome.await.unwrap());
        }
    }
}
