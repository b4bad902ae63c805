//! The sealed log: what was noted can be shown not to have been changed since.
//!
//! Each minute the rows that no seal holds yet are put into one: a Merkle tree (RFC 6962) over their salted
//! hashes, chained with the seal before and signed (Ed25519, RFC 8032). What is hashed, so that another program
//! can verify it:
//!
//! - **content** of a row: `[kind,[cell,…]]` as JSON (RFC 8259) without spaces, in UTF-8; each cell is the
//!   column's value as text, whole numbers in decimals, or null. A row with parts has them as a third element,
//!   `[[cell,…],…]`, in their order. Which columns, in which order: the `Sealed` of each slice.
//! - **hash** of a row: SHA-256 of its salt (the 64 letters that stand in `seal_row.salt`), then its content.
//! - **leaf**: SHA-256 of the byte 0, then the 32 bytes of the hash. **Node**: SHA-256 of the byte 1, then both
//!   sides. The leaves stand in the order of `seal_row.place`. The top is the seal's root.
//! - **statement** of a seal: the lines that [`Seal::statement`] writes. Its SHA-256 is the seal's hash, which
//!   the next statement names; its signature is made with the instance's key.
//!
//! Rows are found by what is in no seal, not by their time, so that an act that was committed late is not passed
//! over. There is no chain that an act waits for: it would be one row that all of them touch. A content that is
//! to be forgotten takes its salt with it ([`store::forget`]): the hash stays, and tells nothing.

mod keeps;
mod key;
mod letter;
mod merkle;
mod model;
pub mod store;
#[cfg(test)]
mod tests;
mod verify;

use std::time::Duration;

use ::store::Migration;
use jiff::{SignedDuration, Timestamp};

use crate::app::App;
use crate::clock::Ids;
use crate::outcome::Outcome;
use crate::slice::{Job, Slice};

pub use key::{PublicKey, SealKey};
pub use model::{Fault, Parts, Seal, Sealed, Verified};
pub use verify::verify;

use model::{Member, earlier, hash};

/// The sealing as a slice: its tables, and the work of each minute.
pub const SLICE: Slice = Slice {
    jobs: || {
        vec![
            Job { name: "seals", every: Duration::from_mins(1), run: |app| Box::pin(seal_all(app)) },
            Job {
                name: "seals for the auditors",
                every: Duration::from_mins(10),
                run: |app| Box::pin(letter::write_daily(app)),
            },
        ]
    },
    checks: store::CHECKS,
    sealed: &[crate::journal::SEALED],
    keeps: keeps::KEEPS,
    ..Slice::named(
        "seal",
        &[Migration { slice: "seal", number: 1, sql: include_str!("../../migrations/0001_seal.sql") }],
    )
};

/// Rows of one seal at most, so that nobody waits long for the transaction that keeps it.
const MOST_ROWS: usize = 4000;
/// A write is on disk within seconds of the time that its rows bear: a day is a wide margin.
const LATEST_COMMIT: SignedDuration = SignedDuration::from_hours(24);
/// How long a node that seals keeps others from doing the same work.
const LEASE: SignedDuration = SignedDuration::from_secs(45);

/// The time of the oldest row that waits for a seal, as far back as sealing looks: a row that was put into an
/// older past is for `tresse verify-log` to find.
pub fn oldest_waiting(tx: &::store::Tx<'_>, sealed: &[Sealed]) -> ::store::Result<Option<Timestamp>> {
    let since = store::latest_complete(tx)?.map(|at| at - LATEST_COMMIT);
    store::oldest_waiting(tx, sealed, since)
}

/// Seals all that waits; nothing on an instance without a key.
pub async fn seal_all(app: App) -> Outcome<()> {
    let Some(key) = app.settings.seal_key.clone() else { return Ok(()) };
    while seal_some(&app, &key, MOST_ROWS).await? == Some(false) {}
    Ok(())
}

/// Seals at most so many rows. Says whether that was all of them; nothing when nothing was sealed, because
/// nothing waits or another node is at it.
pub async fn seal_some(app: &App, key: &SealKey, most: usize) -> Outcome<Option<bool>> {
    let now = app.clock.now();
    let sealed = (app.door.sealed)();
    let (before, waiting) = app
        .db
        .read(move |tx| {
            let before = store::latest(tx)?;
            let since = store::latest_complete(tx)?.map(|at| earlier(at, LATEST_COMMIT));
            let mut waiting = Vec::new();
            for one in &sealed {
                let room = (most + 1).saturating_sub(waiting.len());
                waiting.extend(store::waiting(tx, one, since, None, room)?);
            }
            Ok::<_, ::store::Error>((before, waiting))
        })
        .await?;
    if waiting.is_empty() {
        return Ok(None);
    }
    let complete = waiting.len() <= most;
    let members: Vec<Member> = waiting
        .into_iter()
        .take(most)
        .map(|row| {
            let salt = Ids::secret();
            let hash = hash(&salt, &row.content);
            Member { kind: row.kind, book: row.book, id: row.id, salt, hash }
        })
        .collect();
    let seal = Seal::over(&members, before.as_ref(), now, complete, key);
    let node = app.node.clone();
    let kept = app
        .db
        .write(move |tx| {
            // Whoever was faster has sealed the same rows: their seal has this number.
            let is_ours = store::take_lease(tx, "seal", &node, now, now + LEASE)?
                && store::latest(tx)?.map(|seal| seal.number) == before.as_ref().map(|seal| seal.number);
            if is_ours {
                store::insert(tx, &seal, &members)?;
            }
            Ok::<_, ::store::Error>(is_ours)
        })
        .await?;
    Ok(kept.then_some(complete))
}
