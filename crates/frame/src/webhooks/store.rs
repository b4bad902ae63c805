//! Addresses and their messages in the database.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value as Json, json};
use store::{Result, Row, Tx, Value, params};
use units::{CoalitionId, Code};
use uuid::Uuid;

use super::model::{Ended, Event, Kind, Message, ToSend, Webhook, Why, wait_after};
use crate::operation::Queue;
use crate::who::Who;

/// A node that has a message in hand for longer than this went down with it: longer than any call takes.
const IN_HAND: SignedDuration = SignedDuration::from_mins(2);

/// Writes what happened for every address that hears of it, in the transaction of the act itself.
///
/// What is already waiting to be told of the same thing is not told twice: a message says where to look, not
/// what it was like.
pub fn tell(tx: &Tx<'_>, who: &Who, coalition: CoalitionId, event: &Event<'_>) -> Result<()> {
    let hears = tx.rows(
        "SELECT id, kinds FROM webhook WHERE coalition_id = $1 ORDER BY id",
        params![coalition],
        |row| Ok((row.get::<Uuid>(0)?, row.get::<String>(1)?)),
    )?;
    let mut id = None;
    for (webhook, kinds) in hears {
        if kinds.is_empty() || kinds.split(' ').any(|kind| kind == event.kind.code()) {
            let id = *id.get_or_insert_with(|| who.ids.next());
            write(tx, coalition, webhook, id, who.at, event)?;
        }
    }
    Ok(())
}

/// Writes one message, unless one that says the same has yet to be tried.
pub fn write(
    tx: &Tx<'_>,
    coalition: CoalitionId,
    webhook: Uuid,
    id: Uuid,
    at: Timestamp,
    event: &Event<'_>,
) -> Result<()> {
    let mut data = Map::from_iter([("hub".to_owned(), Json::from(coalition.to_string()))]);
    data.extend(event.about.iter().map(|(name, id)| ((*name).to_owned(), Json::from(id.as_str()))));
    let data = Json::Object(data).to_string();
    // A change of the row, not a look at it: whoever takes it in hand meanwhile, and this act, cannot both be.
    let waiting = tx.execute(
        "UPDATE webhook_message SET happened_at = $5
         WHERE coalition_id = $1 AND webhook_id = $2 AND kind = $3 AND data = $4 AND tries = 0
             AND heard_at IS NULL",
        params![coalition, webhook, Value::code(event.kind), &data, at],
    )?;
    if waiting > 0 {
        return Ok(());
    }
    tx.execute(
        "INSERT INTO webhook_message (coalition_id, webhook_id, event_id, kind, happened_at, data, tries,
             next_try_at, tried_at, heard_at, status, spent_ms, problem)
         VALUES ($1, $2, $3, $4, $5, $6, 0, $5, NULL, NULL, NULL, NULL, NULL)",
        params![coalition, webhook, id, Value::code(event.kind), at, &data],
    )?;
    Ok(())
}

const WEBHOOK: &str = "SELECT coalition_id, id, address, kinds, made_at, paused_at, paused_why, old_secret_until FROM webhook";

fn read(row: &Row<'_>) -> Result<Webhook> {
    let paused_at: Option<Timestamp> = row.get(5)?;
    Ok(Webhook {
        coalition: row.get(0)?,
        id: row.get(1)?,
        address: row.get(2)?,
        kinds: row.get::<String>(3)?.split(' ').filter_map(Kind::from_code).collect(),
        made_at: row.get(4)?,
        paused: paused_at.zip(row.maybe_code::<Why>(6)?),
        old_secret_until: row.get(7)?,
    })
}

pub fn all(tx: &Tx<'_>, coalition: CoalitionId) -> Result<Vec<Webhook>> {
    let sql = format!("{WEBHOOK} WHERE coalition_id = $1 ORDER BY id");
    tx.rows(&sql, params![coalition], read)
}

pub fn find(tx: &Tx<'_>, coalition: CoalitionId, id: Uuid) -> Result<Option<Webhook>> {
    tx.row(&format!("{WEBHOOK} WHERE coalition_id = $1 AND id = $2"), params![coalition, id], read)
}

pub fn insert(tx: &Tx<'_>, who: &Who, webhook: &Webhook, secret: &str) -> Result<()> {
    let kinds: Vec<&str> = webhook.kinds.iter().map(|kind| kind.code()).collect();
    tx.execute(
        "INSERT INTO webhook (coalition_id, id, address, kinds, secret, old_secret, old_secret_until, made_at,
             made_by, paused_at, paused_why)
         VALUES ($1, $2, $3, $4, $5, NULL, NULL, $6, $7, NULL, NULL)",
        params![
            webhook.coalition,
            webhook.id,
            &webhook.address,
            kinds.join(" "),
            secret,
            webhook.made_at,
            who.person,
        ],
    )?;
    Ok(())
}

/// Makes `secret` the one that messages are signed with; the one before it is good until `until` too.
pub fn replace_secret(
    tx: &Tx<'_>,
    coalition: CoalitionId,
    id: Uuid,
    secret: &str,
    until: Timestamp,
) -> Result<()> {
    tx.execute(
        "UPDATE webhook SET old_secret = secret, old_secret_until = $4, secret = $3
         WHERE coalition_id = $1 AND id = $2",
        params![coalition, id, secret, until],
    )?;
    Ok(())
}

/// Pauses an address; `false` when it is paused already.
pub fn pause(tx: &Tx<'_>, coalition: CoalitionId, id: Uuid, at: Timestamp, why: Why) -> Result<bool> {
    let paused = tx.execute(
        "UPDATE webhook SET paused_at = $3, paused_why = $4
         WHERE coalition_id = $1 AND id = $2 AND paused_at IS NULL",
        params![coalition, id, at, Value::code(why)],
    )?;
    Ok(paused == 1)
}

/// Takes an address up again: what it has not heard is tried as if it were new.
pub fn resume(tx: &Tx<'_>, coalition: CoalitionId, id: Uuid, at: Timestamp) -> Result<()> {
    tx.execute(
        "UPDATE webhook SET paused_at = NULL, paused_why = NULL WHERE coalition_id = $1 AND id = $2",
        params![coalition, id],
    )?;
    tx.execute(
        "UPDATE webhook_message SET tries = 0, next_try_at = $3
         WHERE coalition_id = $1 AND webhook_id = $2 AND heard_at IS NULL",
        params![coalition, id, at],
    )?;
    Ok(())
}

pub fn remove(tx: &Tx<'_>, coalition: CoalitionId, id: Uuid) -> Result<()> {
    for sql in [
        "DELETE FROM webhook_message WHERE coalition_id = $1 AND webhook_id = $2",
        "DELETE FROM webhook WHERE coalition_id = $1 AND id = $2",
    ] {
        tx.execute(sql, params![coalition, id])?;
    }
    Ok(())
}

/// The latest messages of an address, newest first.
pub fn latest(tx: &Tx<'_>, coalition: CoalitionId, webhook: Uuid, most: i64) -> Result<Vec<Message>> {
    tx.rows(
        "SELECT event_id, kind, happened_at, tries, next_try_at, tried_at, heard_at, status, spent_ms, problem
         FROM webhook_message WHERE coalition_id = $1 AND webhook_id = $2
         ORDER BY happened_at DESC, event_id DESC LIMIT $3",
        params![coalition, webhook, most],
        |row| {
            Ok(Message {
                event: row.get(0)?,
                kind: row.code(1)?,
                happened_at: row.get(2)?,
                tries: row.get(3)?,
                next_try_at: row.get(4)?,
                tried_at: row.get(5)?,
                heard_at: row.get(6)?,
                status: row.get(7)?,
                spent_ms: row.get(8)?,
                problem: row.get(9)?,
            })
        },
    )
}

/// Sends a message again under its identifier; `false` when there is none.
pub fn again(
    tx: &Tx<'_>,
    coalition: CoalitionId,
    webhook: Uuid,
    event: Uuid,
    at: Timestamp,
) -> Result<bool> {
    let marked = tx.execute(
        "UPDATE webhook_message SET heard_at = NULL, tries = 0, next_try_at = $4
         WHERE coalition_id = $1 AND webhook_id = $2 AND event_id = $3",
        params![coalition, webhook, event, at],
    )?;
    Ok(marked == 1)
}

/// The messages that wait to be heard, of all coalitions together, and those that were tried in vain so far.
pub fn queue(tx: &Tx<'_>) -> Result<Queue> {
    let queue = tx.row(
        "SELECT COUNT(*), MIN(m.happened_at), COUNT(CASE WHEN m.tries > 0 THEN 1 END)
         FROM webhook_message m JOIN webhook w ON w.coalition_id = m.coalition_id AND w.id = m.webhook_id
         WHERE m.heard_at IS NULL AND w.paused_at IS NULL",
        &[],
        |row| Ok(Queue { waiting: row.get(0)?, oldest: row.get(1)?, failed: row.get(2)? }),
    )?;
    Ok(queue.unwrap_or_default())
}

/// Addresses that are called no more because they do not answer.
pub fn count_silent(tx: &Tx<'_>) -> Result<i64> {
    let failing = params![Value::code(Why::Failing)];
    tx.number("SELECT COUNT(*) FROM webhook WHERE paused_why = $1", failing)
}

/// Addresses that have something to hear by now.
pub fn due(tx: &Tx<'_>, now: Timestamp) -> Result<Vec<(CoalitionId, Uuid)>> {
    tx.rows(
        "SELECT DISTINCT m.coalition_id, m.webhook_id
         FROM webhook_message m JOIN webhook w ON w.coalition_id = m.coalition_id AND w.id = m.webhook_id
         WHERE m.heard_at IS NULL AND m.next_try_at <= $1 AND w.paused_at IS NULL
         ORDER BY m.coalition_id, m.webhook_id LIMIT 1000",
        params![now],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// What one address has to hear by now, the oldest first.
pub fn due_of(
    tx: &Tx<'_>,
    coalition: CoalitionId,
    webhook: Uuid,
    now: Timestamp,
    most: i64,
) -> Result<Vec<Uuid>> {
    tx.rows(
        "SELECT event_id FROM webhook_message
         WHERE coalition_id = $1 AND webhook_id = $2 AND heard_at IS NULL AND next_try_at <= $3
         ORDER BY happened_at, event_id LIMIT $4",
        params![coalition, webhook, now, most],
        |row| row.get(0),
    )
}

/// Takes a message in hand for a try: a second node finds it taken, and a crash leaves it for later.
pub fn take(
    tx: &Tx<'_>,
    coalition: CoalitionId,
    webhook: Uuid,
    event: Uuid,
    now: Timestamp,
) -> Result<Option<ToSend>> {
    let taken = tx.row(
        "UPDATE webhook_message SET tries = tries + 1, tried_at = $4, next_try_at = $5
         WHERE coalition_id = $1 AND webhook_id = $2 AND event_id = $3 AND heard_at IS NULL
             AND next_try_at <= $4
         RETURNING kind, happened_at, data, tries",
        params![coalition, webhook, event, now, now + IN_HAND],
        |row| {
            let (kind, data): (Kind, String) = (row.code(0)?, row.get(2)?);
            Ok((kind, row.get::<Timestamp>(1)?, data, row.get::<i64>(3)?))
        },
    )?;
    let Some((kind, happened_at, data, tries)) = taken else { return Ok(None) };
    let told = tx.row(
        "SELECT address, secret, old_secret, old_secret_until FROM webhook
         WHERE coalition_id = $1 AND id = $2 AND paused_at IS NULL",
        params![coalition, webhook],
        |row| {
            let until: Option<Timestamp> = row.get(3)?;
            let old: Option<String> = row.get(2)?;
            let old = old.filter(|_| until.is_some_and(|until| now < until));
            let secrets = std::iter::once(row.get::<String>(1)?).chain(old).collect();
            Ok((row.get::<String>(0)?, secrets))
        },
    )?;
    let data: Json = serde_json::from_str(&data).unwrap_or_default();
    let body = json!({ "type": kind.code(), "timestamp": happened_at.to_string(), "data": data });
    Ok(told.map(|(address, secrets)| ToSend { event, body: body.to_string(), address, secrets, tries }))
}

/// Notes how a try ended; `false` when it was the last one for which there is patience.
pub fn settle(
    tx: &Tx<'_>,
    coalition: CoalitionId,
    webhook: Uuid,
    to_send: &ToSend,
    at: Timestamp,
    ended: &Ended,
) -> Result<bool> {
    let (heard_at, status, spent_ms, problem) = match ended {
        Ended::Heard { status, spent_ms } => (Some(at), Some(*status), Some(*spent_ms), None),
        Ended::Refused { status, spent_ms } => (None, Some(*status), Some(*spent_ms), None),
        Ended::Unanswered(problem) => (None, None, None, Some(problem.as_str())),
    };
    let wait = wait_after(to_send.tries);
    tx.execute(
        "UPDATE webhook_message SET heard_at = $4, status = $5, spent_ms = $6, problem = $7, next_try_at = $8
         WHERE coalition_id = $1 AND webhook_id = $2 AND event_id = $3 AND heard_at IS NULL AND tries = $9",
        params![
            coalition,
            webhook,
            to_send.event,
            heard_at,
            status,
            spent_ms,
            problem,
            at + wait.unwrap_or_default(),
            to_send.tries,
        ],
    )?;
    Ok(heard_at.is_some() || wait.is_some() && !ended.is_gone())
}

/// Forgets messages older than `before`, heard or not.
pub fn forget(tx: &Tx<'_>, before: Timestamp) -> Result<()> {
    tx.execute("DELETE FROM webhook_message WHERE happened_at < $1", params![before])?;
    Ok(())
}
