//! Whether everything is as it was sealed.

use std::collections::BTreeMap;

use ::store::{Db, Error};
use jiff::{SignedDuration, Timestamp};

use super::key::PublicKey;
use super::model::{Fault, Seal, Sealed, Verified, earlier, root};
use super::store::{self, Held};
use crate::outcome::Outcome;

/// Seals are looked at together until they are over so many rows.
const ROWS_AT_ONCE: i64 = 4000;
const SEALS_AT_ONCE: i64 = 500;
/// More of a kind of fault is not told one by one.
const MOST_STRAYS: usize = 100;
/// Clocks of two nodes differ by less, and no act takes longer.
const SLACK: SignedDuration = SignedDuration::from_mins(10);

/// Looks at every seal and at every row of these tables.
///
/// `trusted` are the keys that may have signed; with none, the first seal's is believed. `known` is the hash
/// of a seal that somebody has kept: without one, nobody can tell whether the newest seals were cut off.
pub async fn verify(
    db: &Db,
    sealed: &[Sealed],
    trusted: &[PublicKey],
    known: Option<&str>,
) -> Outcome<Verified> {
    let mut log = Log::new(trusted, known);
    loop {
        let after = log.last;
        let seals = db.read(move |tx| store::after_number(tx, after, SEALS_AT_ONCE)).await?;
        if seals.is_empty() {
            break;
        }
        let mut rows = 0;
        let together: Vec<Seal> = seals
            .into_iter()
            .take_while(|seal| {
                let is_room = rows < ROWS_AT_ONCE;
                rows = seal.rows.saturating_add(rows);
                is_room
            })
            .collect();
        let (Some(first), Some(last)) = (together.first(), together.last()) else { break };
        let (first, last) = (first.number, last.number);
        let tables = sealed.to_vec();
        let held = db
            .read(move |tx| {
                let held = tables.iter().map(|one| Ok((one.kind, store::held(tx, one, first, last)?)));
                held.collect::<Result<Vec<_>, Error>>()
            })
            .await?;
        log.take(together, held);
    }
    let strays = strays(db, sealed, log.complete_at).await?;
    Ok(log.ended(strays))
}

/// Rows that should be in a seal by now, and are in none.
async fn strays(db: &Db, sealed: &[Sealed], complete: Option<Timestamp>) -> Outcome<Vec<Fault>> {
    let Some(before) = complete.map(|at| earlier(at, SLACK)) else { return Ok(Vec::new()) };
    let tables = sealed.to_vec();
    let strays = db
        .read(move |tx| {
            let mut strays = Vec::new();
            for one in &tables {
                strays.extend(store::waiting(tx, one, None, Some(before), MOST_STRAYS)?);
            }
            Ok::<_, Error>(strays)
        })
        .await?;
    let faults = strays
        .into_iter()
        .map(|row| Fault::RowAdded { row: name(row.kind, &row.book, &row.id), at: row.at });
    Ok(faults.collect())
}

fn name(kind: &str, book: &str, id: &str) -> String {
    if book.is_empty() { format!("{kind} {id}") } else { format!("{kind} {id} of {book}") }
}

/// How far the chain was followed.
struct Log<'a> {
    trusted: Vec<PublicKey>,
    known: Option<&'a str>,
    /// The number of the seal before; 0 at the first.
    last: i64,
    before: Option<Seal>,
    /// When the last seal that left nothing out was made.
    complete_at: Option<Timestamp>,
    verified: Verified,
}

impl<'a> Log<'a> {
    fn new(trusted: &[PublicKey], known: Option<&'a str>) -> Self {
        Self {
            trusted: trusted.to_vec(),
            known,
            last: 0,
            before: None,
            complete_at: None,
            verified: Verified::default(),
        }
    }

    fn fault(&mut self, fault: Fault) {
        self.verified.faults.push(fault);
    }

    fn take(&mut self, seals: Vec<Seal>, held: Vec<(&'static str, Vec<Held>)>) {
        let mut by_seal: BTreeMap<i64, Vec<(&'static str, Held)>> = BTreeMap::new();
        for (kind, rows) in held {
            for row in rows {
                by_seal.entry(row.seal).or_default().push((kind, row));
            }
        }
        for seal in seals {
            let mut rows = by_seal.remove(&seal.number).unwrap_or_default();
            rows.sort_by_key(|(_, row)| row.place);
            self.link(&seal);
            self.rows(&seal, rows);
            if seal.complete {
                self.complete_at = Some(seal.made_at);
            }
            self.last = seal.number;
            self.before = Some(seal);
        }
    }

    fn link(&mut self, seal: &Seal) {
        let number = seal.number;
        if number - 1 > self.last {
            self.fault(Fault::SealsMissing { first: self.last + 1, last: number - 1 });
        }
        if !seal.is_whole() {
            self.fault(Fault::SealChanged { number });
        }
        let previous = self.before.as_ref().map_or_else(|| "0".repeat(64), |seal| seal.hash.clone());
        if number - 1 == self.last && seal.previous != previous {
            self.fault(Fault::NotChained { number });
        }
        let key = PublicKey::parse(&seal.key);
        if !key.is_some_and(|key| key.signed(&seal.statement(), &seal.signature)) {
            self.fault(Fault::NotSigned { number });
        }
        match key {
            Some(key) if self.trusted.is_empty() => self.trusted.push(key),
            _ => {}
        }
        let is_trusted = key.is_some_and(|key| self.trusted.contains(&key));
        if !is_trusted && self.before.as_ref().is_none_or(|before| before.key != seal.key) {
            self.fault(Fault::OtherKey { number, key: seal.key.clone() });
        }
        if self.known == Some(seal.hash.as_str()) {
            self.known = None;
        }
        self.verified.seals += 1;
    }

    fn rows(&mut self, seal: &Seal, rows: Vec<(&'static str, Held)>) {
        let number = seal.number;
        let in_place = rows.iter().enumerate().all(|(place, (_, row))| row.place == place as i64);
        let is_same = root(rows.iter().map(|(_, row)| row.hash.as_str())) == seal.root;
        if !in_place || !is_same || rows.len() as i64 != seal.rows {
            self.fault(Fault::OtherRows { number, rows: seal.rows, found: rows.len() as i64 });
        }
        for (kind, row) in rows {
            let name = || name(kind, &row.book, &row.id);
            match (&row.content, &row.salt) {
                (_, None) => self.verified.forgotten += 1,
                (None, Some(_)) => self.fault(Fault::RowMissing { row: name(), number }),
                (Some(content), Some(salt)) if super::hash(salt, content) != row.hash => {
                    self.fault(Fault::RowChanged { row: name(), number });
                }
                _ => {}
            }
            let since = self.complete_at.map(|at| earlier(at, SLACK));
            if let Some(at) = row.at.filter(|at| since.is_some_and(|since| *at < since)) {
                self.fault(Fault::RowAddedIntoPast { row: name(), at, number });
            }
            self.verified.rows += 1;
        }
    }

    fn ended(mut self, strays: Vec<Fault>) -> Verified {
        self.verified.faults.extend(strays);
        if let Some(hash) = self.known {
            self.fault(Fault::KnownSealMissing { hash: hash.to_owned() });
        }
        self.verified.latest = self.before;
        self.verified
    }
}
