//! The ledger in the database.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use ::store::{Planted, Result, Tx, Value, params, planted};
use frame::Who;
use frame::seal::{Parts, Sealed};
use units::{CauseId, Cents};

use super::model::{Account, Book, Posting};

/// How causes go into the sealed log, each with its transfers.
pub const SEALED: Sealed = Sealed {
    kind: "cause",
    table: "cause",
    in_books: true,
    joined: "",
    at: "r.at",
    columns: &["book", "id", "kind", "at", "day", "person_id"],
    parts: Some(Parts {
        table: "transfer",
        of: "cause_id",
        columns: &["line", "debit", "credit", "amount"],
    }),
};

const GUARDS_AT_ONCE: usize = 64;

/// Claims the causes of postings; how many of them were not known yet.
pub fn claim_causes(tx: &Tx<'_>, who: &Who, postings: &[Posting]) -> Result<u64> {
    let rows = postings.iter().map(|posting| {
        [
            posting.book.0.into(),
            posting.cause.into(),
            Value::code(posting.kind),
            who.at.into(),
            who.today.into(),
            who.person.into(),
        ]
    });
    tx.insert_all("cause (book, id, kind, at, day, person_id)", rows, "ON CONFLICT DO NOTHING")
}

/// A transfer as it is kept: debit, credit, amount.
pub type Kept = (String, String, i64);

/// The transfers of a cause, in their order, with the cause's kind.
pub fn transfers(tx: &Tx<'_>, book: Book, cause: CauseId) -> Result<(String, Vec<Kept>)> {
    let kind =
        tx.row("SELECT kind FROM cause WHERE book = $1 AND id = $2", params![book.0, cause], |row| {
            row.get(0)
        })?;
    let transfers = tx.rows(
        "SELECT debit, credit, amount FROM transfer WHERE book = $1 AND cause_id = $2 ORDER BY line",
        params![book.0, cause],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    Ok((kind.unwrap_or_default(), transfers))
}

pub fn insert_transfers(tx: &Tx<'_>, postings: &[Posting]) -> Result<()> {
    let accounts: BTreeSet<(Book, String, String)> = postings
        .iter()
        .flat_map(|posting| posting.transfers.iter().map(|transfer| (posting.book, transfer)))
        .flat_map(|(book, transfer)| [(book, transfer.debit), (book, transfer.credit)])
        .map(|(book, account)| (book, account.name(), account.unit()))
        .collect();
    tx.insert_all(
        "account (book, id, unit)",
        accounts.iter().map(|(book, name, unit)| [book.0.into(), name.into(), unit.into()]),
        "ON CONFLICT DO NOTHING",
    )?;
    let rows = postings.iter().flat_map(|posting| {
        posting.transfers.iter().enumerate().map(|(line, transfer)| {
            [
                posting.book.0.into(),
                posting.cause.into(),
                (line as i64).into(),
                transfer.debit.name().into(),
                transfer.credit.name().into(),
                transfer.amount.into(),
            ]
        })
    });
    tx.insert_all("transfer (book, cause_id, line, debit, credit, amount)", rows, "")?;
    Ok(())
}

/// Changes guards of a book, by account; the first that would fall below zero, where there is one, and then the act must
/// not be kept.
pub fn change_guards(
    tx: &Tx<'_>,
    book: Book,
    changes: &BTreeMap<String, i64>,
) -> Result<Option<String>> {
    let mut open = changes.clone();
    if planted(Planted::StockUnguarded) {
        for (account, change) in changes {
            if free_by_name(tx, book, account)? + change < 0 {
                open.remove(account);
            }
        }
    }
    let asked: Vec<(String, i64)> = open.clone().into_iter().collect();
    for chunk in asked.chunks(GUARDS_AT_ONCE) {
        let places: Vec<String> = (1..=chunk.len())
            .map(|n| format!("(CAST(${} AS TEXT), CAST(${} AS BIGINT))", 2 * n, 2 * n + 1))
            .collect();
        let sql = format!(
            "UPDATE guard SET free = free + asked.column2 FROM (VALUES {}) AS asked
             WHERE book = $1 AND account = asked.column1 AND free + asked.column2 >= 0 RETURNING account",
            places.join(", ")
        );
        let params: Vec<Value<'_>> = std::iter::once(book.0.into())
            .chain(chunk.iter().flat_map(|(account, change)| [account.into(), (*change).into()]))
            .collect();
        tx.each(&sql, &params, |row| {
            open.remove(&row.get::<String>(0)?);
            Ok(())
        })?;
    }
    if let Some((short, _)) = open.iter().find(|(_, change)| **change < 0) {
        return Ok(Some(short.clone()));
    }
    let new = open.iter().map(|(account, change)| [book.0.into(), account.into(), (*change).into()]);
    tx.insert_all("guard (book, account, free)", new, "")?;
    Ok(None)
}

/// What a guarded account has left; nothing when nothing was ever put there.
pub fn free(tx: &Tx<'_>, book: Book, account: Account) -> Result<i64> {
    free_by_name(tx, book, &account.name())
}

fn free_by_name(tx: &Tx<'_>, book: Book, account: &str) -> Result<i64> {
    tx.number("SELECT free FROM guard WHERE book = $1 AND account = $2", params![book.0, account])
}

/// What guarded accounts of a book have left, in their order: one query for every 64 of them.
pub fn free_of(tx: &Tx<'_>, book: Book, accounts: &[Account]) -> Result<Vec<i64>> {
    let names: Vec<String> = accounts.iter().map(|account| account.name()).collect();
    let mut left: HashMap<String, i64> = HashMap::with_capacity(names.len());
    let of: Vec<Value<'_>> = names.iter().map(Value::from).collect();
    let sql = "SELECT account, free FROM guard WHERE book = $1 AND account IN ({})";
    tx.each_of(sql, params![book.0], &of, |row| {
        left.insert(row.get(0)?, row.get(1)?);
        Ok(())
    })?;
    Ok(names.iter().map(|name| left.get(name).copied().unwrap_or(0)).collect())
}

/// Debits less credits of an account.
pub fn balance(tx: &Tx<'_>, book: Book, account: Account) -> Result<i64> {
    tx.number(
        "SELECT CAST(COALESCE((SELECT SUM(amount) FROM transfer WHERE book = $1 AND debit = $2), 0)
             - COALESCE((SELECT SUM(amount) FROM transfer WHERE book = $1 AND credit = $2), 0) AS BIGINT)",
        params![book.0, account.name()],
    )
}

/// The balances of every account whose name begins with `prefix`, debits less credits, by name.
pub fn balances(tx: &Tx<'_>, book: Book, prefix: &str) -> Result<Vec<(String, i64)>> {
    // Names are ASCII, and '0' follows '/' there: a range, so that the index serves.
    let from = format!("{prefix}/");
    let below = format!("{prefix}0");
    tx.rows(
        "SELECT name, CAST(SUM(amount) AS BIGINT) FROM (
             SELECT debit AS name, amount FROM transfer WHERE book = $1 AND debit >= $2 AND debit < $3
             UNION ALL
             SELECT credit AS name, -amount FROM transfer WHERE book = $1 AND credit >= $2 AND credit < $3
         ) AS moved GROUP BY name ORDER BY name",
        params![book.0, from, below],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Takes `count` numbers of a series and gives the first, from 1 on and without gaps: they are used in the
/// transaction that takes them.
pub fn take_numbers(tx: &Tx<'_>, book: Book, series: &str, count: i64) -> Result<i64> {
    let last = tx.row(
        "INSERT INTO counter (book, series, last) VALUES ($1, $2, $3)
         ON CONFLICT (book, series) DO UPDATE SET last = counter.last + $3 RETURNING last",
        params![book.0, series, count],
        |row| row.get::<i64>(0),
    )?;
    Ok(last.unwrap_or(count) - count + 1)
}

/// What shops were charged for each account of these kinds of document, credit notes deducted.
pub fn charged(tx: &Tx<'_>, sql_filter: &str, params: &[Value<'_>]) -> Result<Vec<(String, Cents)>> {
    let sql = format!(
        "SELECT name, CAST(SUM(amount) AS BIGINT) FROM (
             SELECT t.credit AS name, t.amount AS amount FROM transfer t
             JOIN document d ON d.book = t.book AND d.id = t.cause_id
             WHERE t.book = $1 AND d.kind IN ('invoice', 'credit_note') AND {sql_filter}
             UNION ALL
             SELECT t.debit AS name, -t.amount AS amount FROM transfer t
             JOIN document d ON d.book = t.book AND d.id = t.cause_id
             WHERE t.book = $1 AND d.kind IN ('invoice', 'credit_note') AND {sql_filter}
         ) AS moved GROUP BY name ORDER BY name"
    );
    tx.rows(&sql, params, |row| Ok((row.get(0)?, row.get(1)?)))
}
