//! The queue of letters: written in the act that causes them, sent afterwards, tried again.
//!
//! A letter that the server took is never sent again; one whose fate nobody knows (the line broke after it was
//! handed over, or the program stopped there) goes out again, a few times at most and under the same
//! `Message-ID`: SMTP has no way to ask (RFC 1047).

#[cfg(test)]
mod tests;

use jiff::{SignedDuration, Timestamp};
use store::{Tx, Value, params};
use units::Language;
use uuid::Uuid;

use crate::app::App;
use crate::clock::Ids;
use crate::letter;
pub use crate::letter::{Letter, LetterFile};
use crate::mailer::Handed;
pub use crate::mailer::Mailer;
use crate::operation::Queue;
use crate::outcome::{Outcome, Stop};

/// A letter in the queue.
pub struct Waiting {
    pub id: Uuid,
    pub written_at: Timestamp,
    pub to: String,
    pub subject: String,
    pub body: String,
    pub sent_at: Option<Timestamp>,
    pub given_up_at: Option<Timestamp>,
    /// Whether it was given up because nobody knows if it arrived.
    pub in_doubt: bool,
    pub problem: Option<String>,
}

/// A node that has a letter in hand for longer than this went down with it: longer than any conversation
/// with the server takes.
const IN_HAND: SignedDuration = SignedDuration::from_mins(5);
/// After this many tries a person has to look: four to five days, as RFC 5321 (4.5.4.1) asks.
const TRIES: i64 = 32;
/// The time between tries doubles up to this.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(4);
/// A letter goes out this often without our knowing what became of it, and not once more.
const DOUBTS: i64 = 3;

/// The letters that wait for a mail server, and those that were given up.
pub fn queue(tx: &Tx<'_>) -> store::Result<Queue> {
    let queue = tx.row(
        "SELECT COUNT(*), MIN(CASE WHEN given_up_at IS NULL THEN written_at END), COUNT(given_up_at)
         FROM letter WHERE sent_at IS NULL",
        &[],
        |row| {
            let (unsent, failed): (i64, i64) = (row.get(0)?, row.get(2)?);
            Ok(Queue { waiting: unsent - failed, oldest: row.get(1)?, failed })
        },
    )?;
    Ok(queue.unwrap_or_default())
}

/// What went wrong with the oldest letter that was tried in vain.
pub fn first_problem(tx: &Tx<'_>) -> store::Result<Option<String>> {
    tx.row(
        "SELECT problem FROM letter WHERE sent_at IS NULL AND problem IS NOT NULL
         ORDER BY written_at, id LIMIT 1",
        &[],
        |row| row.get(0),
    )
}

/// Puts a letter into the queue, in the same transaction as its cause.
pub fn write(tx: &Tx<'_>, ids: &Ids, at: Timestamp, letter: &Letter) -> store::Result<()> {
    let id: Uuid = ids.next();
    tx.execute(
        "INSERT INTO letter (id, written_at, recipient, language, subject, body, button, secret, tries,
             next_try_at, sent_at, problem, doubts)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $2, NULL, NULL, 0)",
        params![
            id,
            at,
            &letter.to,
            Value::code(letter.language),
            &letter.subject,
            &letter.body,
            letter.button.as_deref(),
            letter.secret,
        ],
    )?;
    for (number, file) in letter.files.iter().enumerate() {
        tx.execute(
            "INSERT INTO letter_file (letter_id, number, name, media_type, bytes)
             VALUES ($1, $2, $3, $4, $5)",
            params![id, number as i64, &file.name, &file.media_type, &file.bytes],
        )?;
    }
    Ok(())
}

/// The latest letters, newest first.
pub fn latest(tx: &Tx<'_>, most: i64) -> store::Result<Vec<Waiting>> {
    tx.rows(
        "SELECT id, written_at, recipient, subject, body, sent_at, given_up_at, doubts, problem FROM letter
         ORDER BY written_at DESC, id DESC LIMIT $1",
        params![most],
        |row| {
            Ok(Waiting {
                id: row.get(0)?,
                written_at: row.get(1)?,
                to: row.get(2)?,
                subject: row.get(3)?,
                body: row.get(4)?,
                sent_at: row.get(5)?,
                given_up_at: row.get(6)?,
                in_doubt: row.get::<i64>(7)? >= DOUBTS,
                problem: row.get(8)?,
            })
        },
    )
}

/// Puts a letter that was given up into the queue again, as if it had never been tried.
///
/// # Errors
/// [`Stop::NotFound`] when it was not given up.
pub fn try_again(tx: &Tx<'_>, id: Uuid, now: Timestamp) -> Outcome<()> {
    let taken_up = tx.execute(
        "UPDATE letter SET given_up_at = NULL, tries = 0, doubts = 0, problem = NULL, held_until = NULL,
             next_try_at = $2
         WHERE id = $1 AND given_up_at IS NOT NULL AND sent_at IS NULL",
        params![id, now],
    )?;
    if taken_up == 0 { Err(Stop::NotFound) } else { Ok(()) }
}

/// Sends what waits. Without a mail server nothing is sent: the administrator sees the letters.
pub async fn send_waiting(app: App) -> Outcome<()> {
    let Some(mailer) = app.mailer.clone() else { return Ok(()) };
    let now = app.clock.now();
    for id in app.db.read(move |tx| due(tx, now)).await? {
        let at = app.clock.now();
        let Some(taken) = app.db.write(move |tx| take(tx, id, at)).await? else { continue };
        let until = taken.until;
        let handed = match letter::message(id, taken.written_at, &mailer.from, taken.letter) {
            Ok(message) => mailer.hand_over(message).await,
            Err(error) => Handed::Never(format!("{error:#}")),
        };
        if handed != Handed::Over {
            tracing::warn!(letter = %id, ?handed, "a letter was not sent");
        }
        let at = app.clock.now();
        app.db.write(move |tx| settle(tx, id, until, at, &handed)).await?;
    }
    Ok(())
}

fn due(tx: &Tx<'_>, now: Timestamp) -> store::Result<Vec<Uuid>> {
    tx.rows(
        "SELECT id FROM letter WHERE sent_at IS NULL AND given_up_at IS NULL AND next_try_at <= $1
         ORDER BY next_try_at LIMIT 50",
        params![now],
        |row| row.get(0),
    )
}

/// A letter in hand, until a time that tells this hand from a later one.
struct Taken {
    until: Timestamp,
    written_at: Timestamp,
    letter: Letter,
}

/// Takes the letter in hand for this try: a second node finds it taken. What is found in a hand whose time
/// is over was broken off there, and counts as in doubt.
fn take(tx: &Tx<'_>, id: Uuid, now: Timestamp) -> store::Result<Option<Taken>> {
    let until = now + IN_HAND;
    let taken = tx.row(
        "UPDATE letter SET tries = tries + 1, next_try_at = $3, held_until = $3,
             doubts = doubts + CASE WHEN held_until IS NULL THEN 0 ELSE 1 END
         WHERE id = $1 AND sent_at IS NULL AND given_up_at IS NULL AND next_try_at <= $2
         RETURNING recipient, language, subject, body, button, secret, written_at, doubts",
        params![id, now, until],
        |row| {
            let letter = Letter {
                to: row.get(0)?,
                language: row.code::<Language>(1)?,
                subject: row.get(2)?,
                body: row.get(3)?,
                button: row.get(4)?,
                files: Vec::new(),
                secret: row.get(5)?,
            };
            Ok((letter, row.get::<Timestamp>(6)?, row.get::<i64>(7)?))
        },
    )?;
    let Some((mut letter, written_at, doubts)) = taken else { return Ok(None) };
    if doubts >= DOUBTS {
        let problem = "the program stopped while it was being sent";
        give_up(tx, id, now, problem)?;
        return Ok(None);
    }
    letter.files = tx.rows(
        "SELECT name, media_type, bytes FROM letter_file WHERE letter_id = $1 ORDER BY number",
        params![id],
        |row| Ok(LetterFile { name: row.get(0)?, media_type: row.get(1)?, bytes: row.get(2)? }),
    )?;
    Ok(Some(Taken { until, written_at, letter }))
}

/// Notes what became of a letter that was in hand until `until`.
fn settle(tx: &Tx<'_>, id: Uuid, until: Timestamp, at: Timestamp, handed: &Handed) -> store::Result<()> {
    if *handed == Handed::Over {
        // True whoever has it in hand by now.
        tx.execute(
            "UPDATE letter SET sent_at = $2, problem = NULL, held_until = NULL, given_up_at = NULL,
                 body = CASE WHEN secret THEN '' ELSE body END
             WHERE id = $1 AND sent_at IS NULL",
            params![id, at],
        )?;
        return Ok(());
    }
    let (problem, doubt) = match handed {
        Handed::Over => return Ok(()),
        Handed::NotNow(problem) | Handed::Never(problem) => (problem, 0),
        Handed::NobodyKnows(problem) => (problem, 1),
    };
    let counted = tx.row(
        "UPDATE letter SET problem = $3, held_until = NULL, doubts = doubts + $4
         WHERE id = $1 AND held_until = $2 AND sent_at IS NULL RETURNING tries, doubts",
        params![id, until, problem, doubt],
        |row| Ok((row.get::<i64>(0)?, row.get::<i64>(1)?)),
    )?;
    let Some((tries, doubts)) = counted else { return Ok(()) };
    if matches!(handed, Handed::Never(_)) || doubts >= DOUBTS || tries >= TRIES {
        return give_up(tx, id, at, problem);
    }
    tx.execute("UPDATE letter SET next_try_at = $2 WHERE id = $1", params![id, at + wait_after(tries)])?;
    Ok(())
}

fn give_up(tx: &Tx<'_>, id: Uuid, at: Timestamp, problem: &str) -> store::Result<()> {
    tx.execute(
        "UPDATE letter SET given_up_at = $2, problem = $3, held_until = NULL
         WHERE id = $1 AND sent_at IS NULL",
        params![id, at, problem],
    )?;
    Ok(())
}

/// One minute after the first try, then twice as long each time, four hours at most.
fn wait_after(tries: i64) -> SignedDuration {
    SignedDuration::from_mins(1 << (tries - 1).clamp(0, 10)).min(LONGEST_WAIT)
}
