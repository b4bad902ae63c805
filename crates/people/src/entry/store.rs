//! Sessions, links in use, known devices, and what was begun at the door, in the database.

use ::store::{Planted, Result, Tx, params, planted};
use frame::operation::SignedIn;
use jiff::Timestamp;
use units::{MandateId, PersonId};
use uuid::Uuid;

use super::model::{Good, Session};
use crate::persons::{Person, store as persons};

/// What a session says about its holder.
pub struct Known {
    pub person: Person,
    pub mandate: Option<MandateId>,
    pub opened_at: Timestamp,
    pub seen_at: Timestamp,
}

pub fn insert_session(
    tx: &Tx<'_>,
    id: Uuid,
    digest: &str,
    person: PersonId,
    mandate: Option<MandateId>,
    agent: &str,
    at: Timestamp,
) -> Result<()> {
    tx.execute(
        "INSERT INTO session (digest, id, person_id, mandate_id, agent, created_at, seen_at)
         VALUES ($1, $2, $3, $4, $5, $6, $6)",
        params![digest, id, person, mandate, agent, at],
    )?;
    Ok(())
}

/// The holder of a session that is still good, unless suspended.
pub fn session(tx: &Tx<'_>, digest: &str, good: Good) -> Result<Option<Known>> {
    tx.row(
        "SELECT p.id, p.name, p.email, p.phone, p.language, p.suspended_at, s.mandate_id,
             s.created_at, s.seen_at
         FROM session s JOIN person p ON p.id = s.person_id
         WHERE s.digest = $1 AND s.seen_at >= $2 AND s.created_at >= $3 AND p.suspended_at IS NULL",
        params![digest, good.used_since, good.opened_since],
        |row| {
            Ok(Known {
                person: persons::read(row)?,
                mandate: row.get(6)?,
                opened_at: row.get(7)?,
                seen_at: row.get(8)?,
            })
        },
    )
}

pub fn touch_session(tx: &Tx<'_>, digest: &str, at: Timestamp) -> Result<()> {
    tx.execute("UPDATE session SET seen_at = $2 WHERE digest = $1", params![digest, at])?;
    Ok(())
}

pub fn delete_session(tx: &Tx<'_>, digest: &str) -> Result<()> {
    tx.execute("DELETE FROM session WHERE digest = $1", params![digest])?;
    Ok(())
}

/// Gives a session a new cookie and a mandate; the old cookie is worth nothing afterwards.
pub fn renew_session(tx: &Tx<'_>, old: &str, new: &str, mandate: Option<MandateId>) -> Result<()> {
    tx.execute(
        "UPDATE session SET digest = $2, mandate_id = $3 WHERE digest = $1",
        params![old, new, mandate],
    )?;
    Ok(())
}

/// Gives a session a new cookie when its holder has shown once more who they are.
pub fn reopen_session(tx: &Tx<'_>, old: &str, new: &str, at: Timestamp) -> Result<()> {
    tx.execute(
        "UPDATE session SET digest = $2, created_at = $3, seen_at = $3 WHERE digest = $1",
        params![old, new, at],
    )?;
    Ok(())
}

/// The sessions of a person, of which `current` is the digest of the one that asks.
pub fn sessions(tx: &Tx<'_>, person: PersonId, good: Good, current: &str) -> Result<Vec<Session>> {
    tx.rows(
        "SELECT id, agent, created_at, seen_at, digest FROM session
         WHERE person_id = $1 AND seen_at >= $2 AND created_at >= $3 ORDER BY seen_at DESC, id",
        params![person, good.used_since, good.opened_since],
        |row| {
            Ok(Session {
                id: row.get(0)?,
                is_current: row.get::<String>(4)? == current,
                agent: row.get(1)?,
                created_at: row.get(2)?,
                seen_at: row.get(3)?,
            })
        },
    )
}

/// How many are signed in.
pub fn signed_in(tx: &Tx<'_>, good: Good) -> Result<SignedIn> {
    let counted = tx.row(
        "SELECT COUNT(DISTINCT person_id), COUNT(*) FROM session WHERE seen_at >= $1 AND created_at >= $2",
        params![good.used_since, good.opened_since],
        |row| Ok(SignedIn { persons: row.get(0)?, devices: row.get(1)? }),
    )?;
    Ok(counted.unwrap_or_default())
}

pub fn revoke_session(tx: &Tx<'_>, person: PersonId, id: Uuid) -> Result<u64> {
    tx.execute("DELETE FROM session WHERE person_id = $1 AND id = $2", params![person, id])
}

pub fn revoke_all_sessions(tx: &Tx<'_>, person: PersonId) -> Result<u64> {
    tx.execute("DELETE FROM session WHERE person_id = $1", params![person])
}

/// Ends the sessions under a mandate of everybody but the one who `keeps` it.
pub fn revoke_sessions_under(tx: &Tx<'_>, mandate: MandateId, keeps: Option<PersonId>) -> Result<u64> {
    tx.execute(
        "DELETE FROM session WHERE mandate_id = $1 AND (CAST($2 AS TEXT) IS NULL OR person_id <> $2)",
        params![mandate, keeps],
    )
}

/// Ends every session of the person but the one with this digest.
pub fn revoke_other_sessions(tx: &Tx<'_>, person: PersonId, digest: &str) -> Result<u64> {
    tx.execute("DELETE FROM session WHERE person_id = $1 AND digest <> $2", params![person, digest])
}

/// Whose unused link this is.
pub fn link_holder(tx: &Tx<'_>, digest: &str, now: Timestamp) -> Result<Option<PersonId>> {
    tx.row(
        "SELECT l.person_id FROM single_use_link l JOIN person p ON p.id = l.person_id
         WHERE l.digest = $1 AND (l.used_at IS NULL OR $3) AND l.expires_at > $2 AND p.suspended_at IS NULL",
        params![digest, now, planted(Planted::LinkReused)],
        |row| row.get(0),
    )
}

/// Uses the link up, once: the first to come gets its holder, whose other links are good no more.
pub fn use_link(tx: &Tx<'_>, digest: &str, now: Timestamp) -> Result<Option<PersonId>> {
    let holder = link_holder(tx, digest, now)?;
    let used = tx.execute(
        "UPDATE single_use_link SET used_at = $2
         WHERE digest = $1 AND (used_at IS NULL OR $3) AND expires_at > $2",
        params![digest, now, planted(Planted::LinkReused)],
    )?;
    let holder = holder.filter(|_| used == 1);
    if let Some(holder) = holder {
        tx.execute(
            "UPDATE single_use_link SET used_at = $2 WHERE person_id = $1 AND used_at IS NULL",
            params![holder, now],
        )?;
    }
    Ok(holder)
}

/// Notes that the person was on this device; whether it was known as theirs, and whether any was.
pub fn meet_device(tx: &Tx<'_>, person: PersonId, device: &str, at: Timestamp) -> Result<(bool, bool)> {
    let known = tx.number("SELECT COUNT(*) FROM known_device WHERE person_id = $1", params![person])?;
    let met = tx.execute(
        "UPDATE known_device SET seen_at = $3 WHERE person_id = $1 AND digest = $2",
        params![person, device, at],
    )?;
    if met == 0 {
        tx.execute(
            "INSERT INTO known_device (person_id, digest, seen_at) VALUES ($1, $2, $3)",
            params![person, device, at],
        )?;
    }
    Ok((met > 0, known > 0))
}

/// Keeps what a ceremony must remember until its answer comes, to whichever node it comes.
pub fn begin(
    tx: &Tx<'_>,
    digest: &str,
    kind: &str,
    person: Option<PersonId>,
    state: &str,
    until: Timestamp,
) -> Result<()> {
    tx.execute(
        "INSERT INTO ceremony (digest, kind, person_id, state, expires_at) VALUES ($1, $2, $3, $4, $5)",
        params![digest, kind, person, state, until],
    )?;
    Ok(())
}

/// Ends a ceremony: who began it and what it remembers, for the first to ask and nobody after.
pub fn finish(
    tx: &Tx<'_>,
    digest: &str,
    kind: &str,
    now: Timestamp,
) -> Result<Option<(Option<PersonId>, String)>> {
    let begun = tx.row(
        "SELECT person_id, state FROM ceremony WHERE digest = $1 AND kind = $2 AND expires_at > $3",
        params![digest, kind, now],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let ended = tx.execute("DELETE FROM ceremony WHERE digest = $1", params![digest])?;
    Ok(begun.filter(|_| ended == 1))
}

/// Notes that somebody asks for a link at this address, known here or not.
pub fn ask_for_reset(tx: &Tx<'_>, id: Uuid, email: &str, at: Timestamp) -> Result<()> {
    tx.execute("INSERT INTO reset_asked (id, email, at) VALUES ($1, $2, $3)", params![id, email, at])?;
    Ok(())
}

/// The addresses at which links were asked for, each time once.
pub fn take_asked_resets(tx: &Tx<'_>) -> Result<Vec<String>> {
    tx.rows("DELETE FROM reset_asked RETURNING email", &[], |row| row.get(0))
}

/// Forgets sessions that are over, links and ceremonies that were good until before `now`, and devices that
/// nobody came by since `device_since`.
pub fn forget_expired(tx: &Tx<'_>, good: Good, now: Timestamp, device_since: Timestamp) -> Result<()> {
    tx.execute(
        "DELETE FROM session WHERE seen_at < $1 OR created_at < $2",
        params![good.used_since, good.opened_since],
    )?;
    tx.execute("DELETE FROM single_use_link WHERE expires_at < $1", params![now])?;
    tx.execute("DELETE FROM ceremony WHERE expires_at < $1", params![now])?;
    tx.execute("DELETE FROM known_device WHERE seen_at < $1", params![device_since])?;
    Ok(())
}
