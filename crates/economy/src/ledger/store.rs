//! The ledger in the database.

use std::collections::BTreeSet;

use ::store::{Result, Tx, Value, params};
use frame::Who;
use units::{Cents, CauseId};

use super::model::{Account, Book, Posting};

/// Claims the cause: `false` when it is known already.
pub fn claim_cause(tx: &Tx<'_>, who: &Who, posting: &Posting) -> Result<bool> {
    let claimed = tx.execute(
        "INSERT INTO cause (book, id, kind, at, day, person_id) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT DO NOTHING",
        params![
            posting.book.0,
            posting.cause,
            Value::code(posting.kind),
            who.at,
            who.today,
            who.person,
        ],
    )?;
    Ok(claimed == 1)
}

/// The transfers of a cause as (debit, credit, amount), in their order, with the cause's kind.
pub fn transfers(tx: &Tx<'_>, book: Book, cause: CauseId) -> Result<(String, Vec<(String, String, i64)>)> {
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

pub fn insert_transfers(tx: &Tx<'_>, posting: &Posting) -> Result<()> {
    let accounts: BTreeSet<(String, String)> = posting
        .transfers
        .iter()
        .flat_map(|transfer| [transfer.debit, transfer.credit])
        .map(|account| (account.name(), account.unit()))
        .collect();
    tx.insert_all(
        "account (book, id, unit)",
        accounts.iter().map(|(name, unit)| [posting.book.0.into(), name.into(), unit.into()]),
        "ON CONFLICT DO NOTHING",
    )?;
    let rows = posting.transfers.iter().enumerate().map(|(line, transfer)| {
        [
            posting.book.0.into(),
            posting.cause.into(),
            (line as i64).into(),
            transfer.debit.name().into(),
            transfer.credit.name().into(),
            transfer.amount.into(),
        ]
    });
    tx.insert_all("transfer (book, cause_id, line, debit, credit, amount)", rows, "")?;
    Ok(())
}

/// Changes a guard; `false` when that would take it below zero.
pub fn change_guard(tx: &Tx<'_>, book: Book, account: &str, change: i64) -> Result<bool> {
    let changed = tx.execute(
        "UPDATE guard SET free = free + $3 WHERE book = $1 AND account = $2 AND free + $3 >= 0",
        params![book.0, account, change],
    )?;
    if changed == 1 || change < 0 {
        return Ok(changed == 1);
    }
    tx.execute(
        "INSERT INTO guard (book, account, free) VALUES ($1, $2, $3)",
        params![book.0, account, change],
    )?;
    Ok(true)
}

/// What a guarded account has left; nothing when nothing was ever put there.
pub fn free(tx: &Tx<'_>, book: Book, account: Account) -> Result<i64> {
    tx.number(
        "SELECT free FROM guard WHERE book = $1 AND account = $2",
        params![book.0, account.name()],
    )
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
