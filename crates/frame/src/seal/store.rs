//! Seals in the database, and the rows that they are over.

use std::collections::HashMap;

use jiff::Timestamp;
use store::{Result, Row, Tx, Value, params};

use super::model::{Cells, Member, Parts, Seal, Sealed, Waiting, content};
use crate::outcome::Outcome;
use crate::slice::Check;

const COLUMNS: &str =
    "number, made_at, row_count, complete, root, previous, public_key, signature, hash";

fn read(row: &Row<'_>) -> Result<Seal> {
    Ok(Seal {
        number: row.get(0)?,
        made_at: row.get(1)?,
        rows: row.get(2)?,
        complete: row.get(3)?,
        root: row.get(4)?,
        previous: row.get(5)?,
        key: row.get(6)?,
        signature: row.get(7)?,
        hash: row.get(8)?,
    })
}

/// The newest seal.
pub fn latest(tx: &Tx<'_>) -> Result<Option<Seal>> {
    tx.row(&format!("SELECT {COLUMNS} FROM seal ORDER BY number DESC LIMIT 1"), &[], read)
}

/// When all that there was had been sealed, the last time that it had.
pub fn latest_complete(tx: &Tx<'_>) -> Result<Option<Timestamp>> {
    tx.row("SELECT made_at FROM seal WHERE complete = TRUE ORDER BY number DESC LIMIT 1", &[], |row| {
        row.get(0)
    })
}

/// Seals with a higher number, in their order.
pub fn after_number(tx: &Tx<'_>, number: i64, most: i64) -> Result<Vec<Seal>> {
    tx.rows(
        &format!("SELECT {COLUMNS} FROM seal WHERE number > $1 ORDER BY number LIMIT $2"),
        params![number, most],
        read,
    )
}

/// The last seal made before a time.
pub fn last_before(tx: &Tx<'_>, before: Timestamp) -> Result<Option<Seal>> {
    tx.row(
        &format!("SELECT {COLUMNS} FROM seal WHERE made_at < $1 ORDER BY number DESC LIMIT 1"),
        params![before],
        read,
    )
}

/// Keeps a seal with the rows that it is over, in their order.
pub(super) fn insert(tx: &Tx<'_>, seal: &Seal, members: &[Member]) -> Result<()> {
    tx.execute(
        &format!("INSERT INTO seal ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"),
        params![
            seal.number,
            seal.made_at,
            seal.rows,
            seal.complete,
            &seal.root,
            &seal.previous,
            &seal.key,
            &seal.signature,
            &seal.hash,
        ],
    )?;
    let rows = members.iter().enumerate().map(|(place, member)| {
        [
            member.kind.into(),
            (&member.book).into(),
            (&member.id).into(),
            seal.number.into(),
            (place as i64).into(),
            (&member.salt).into(),
            (&member.hash).into(),
        ]
    });
    tx.insert_all("seal_row (kind, book, row_id, seal, place, salt, hash)", rows, "")?;
    Ok(())
}

/// Forgets the salts of rows whose content is forgotten in the same transaction: their hashes then tell nothing.
///
/// `condition` is SQL on the sealed table, with `values` for its `$1` and on.
pub fn forget(tx: &Tx<'_>, sealed: &Sealed, condition: &str, mut values: Vec<Value<'_>>) -> Result<u64> {
    values.push(sealed.kind.into());
    let sql = format!(
        "UPDATE seal_row SET salt = NULL WHERE kind = ${} AND salt IS NOT NULL
             AND row_id IN (SELECT id FROM \"{}\" WHERE {condition})",
        values.len(),
        sealed.table
    );
    tx.execute(&sql, &values)
}

/// Takes or keeps what only one node needs to do; `false` while another has it.
pub fn take_lease(
    tx: &Tx<'_>,
    name: &str,
    holder: &str,
    now: Timestamp,
    until: Timestamp,
) -> Result<bool> {
    let taken = tx.execute(
        "INSERT INTO lease (name, holder, until) VALUES ($1, $2, $3)
         ON CONFLICT (name) DO UPDATE SET holder = $2, until = $3
         WHERE lease.holder = $2 OR lease.until <= $4",
        params![name, holder, until, now],
    )?;
    Ok(taken == 1)
}

/// Claims the letter of a day; `false` when it was written before.
pub(super) fn claim_letter(tx: &Tx<'_>, day: jiff::civil::Date, seal: i64) -> Result<bool> {
    let claimed = tx.execute(
        "INSERT INTO seal_letter (day, seal) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        params![day, seal],
    )?;
    Ok(claimed == 1)
}

/// The newest seal that was written to the auditors; 0 before the first.
pub(super) fn latest_told(tx: &Tx<'_>) -> Result<i64> {
    tx.number("SELECT MAX(seal) FROM seal_letter", &[])
}

/// The time of the oldest row that no seal holds, of `since` or later.
pub fn oldest_waiting(
    tx: &Tx<'_>,
    all: &[Sealed],
    since: Option<Timestamp>,
) -> Result<Option<Timestamp>> {
    let mut oldest: Option<Timestamp> = None;
    for sealed in all {
        let first = waiting(tx, sealed, since, None, 1)?.into_iter().next().map(|row| row.at);
        oldest = oldest.into_iter().chain(first).min();
    }
    Ok(oldest)
}

/// Rows that no seal holds, of `since` or later and before `before`, the oldest first.
pub(super) fn waiting(
    tx: &Tx<'_>,
    sealed: &Sealed,
    since: Option<Timestamp>,
    before: Option<Timestamp>,
    most: usize,
) -> Result<Vec<Waiting>> {
    let (Sealed { kind, table, joined, at, .. }, book) = (*sealed, book_of(sealed));
    // PostgreSQL orders by no constant.
    let order = if sealed.in_books { "r.book, r.id" } else { "r.id" };
    let unsealed = format!(
        "FROM {table} r {joined} WHERE {at} >= $2 AND {at} < $3 AND NOT EXISTS (
             SELECT 1 FROM seal_row s WHERE s.kind = $1 AND s.book = {book} AND s.row_id = r.id)
         ORDER BY {at}, {order} LIMIT $4"
    );
    let micros = |at: Timestamp| Value::Int(at.as_microsecond());
    let params = [
        Value::from(kind),
        since.map_or(Value::Int(i64::MIN), micros),
        before.map_or(Value::Int(i64::MAX), micros),
        Value::Int(most as i64),
    ];
    let mut parts = HashMap::new();
    if let Some(Parts { table, of, columns }) = sealed.parts {
        let of_these = format!(
            "SELECT u.book, u.id, {} FROM (SELECT {book} AS book, r.id AS id {unsealed}) AS u
             JOIN {table} p ON p.book = u.book AND p.{of} = u.id ORDER BY u.book, u.id, p.line",
            as_text("p", columns)
        );
        tx.each(&of_these, &params, |row| add_part(&mut parts, row, columns.len()))?;
    }
    let rows = format!("SELECT {book}, r.id, {at}, {} {unsealed}", as_text("r", sealed.columns));
    tx.rows(&rows, &params, |row| {
        let (book, id): (String, String) = (row.get(0)?, row.get(1)?);
        let cells = cells(row, 3, sealed.columns.len())?;
        let content = content_of(sealed, &cells, &mut parts, &book, &id);
        Ok(Waiting { kind, book, id, at: row.get(2)?, content })
    })
}

/// A row as a seal holds it, with what is there of it.
pub(super) struct Held {
    pub seal: i64,
    pub place: i64,
    pub book: String,
    pub id: String,
    /// Nothing once the content was forgotten.
    pub salt: Option<String>,
    pub hash: String,
    pub at: Option<Timestamp>,
    /// Nothing where the row is gone.
    pub content: Option<String>,
}

/// The rows of one kind in these seals.
pub(super) fn held(tx: &Tx<'_>, sealed: &Sealed, first: i64, last: i64) -> Result<Vec<Held>> {
    let (Sealed { table, joined, at, .. }, params) = (*sealed, params![sealed.kind, first, last]);
    let mut parts = HashMap::new();
    if let Some(Parts { table, of, columns }) = sealed.parts {
        let of_these = format!(
            "SELECT s.book, s.row_id, {} FROM seal_row s JOIN {table} p ON p.book = s.book AND p.{of} = s.row_id
             WHERE s.kind = $1 AND s.seal >= $2 AND s.seal <= $3 ORDER BY s.book, s.row_id, p.line",
            as_text("p", columns)
        );
        tx.each(&of_these, params, |row| add_part(&mut parts, row, columns.len()))?;
    }
    let by_book = if sealed.in_books { "AND r.book = s.book" } else { "" };
    let joined = if joined.is_empty() { String::new() } else { format!("LEFT {joined}") };
    let rows = format!(
        "SELECT s.seal, s.place, s.book, s.row_id, s.salt, s.hash, {at}, r.id, {}
         FROM seal_row s LEFT JOIN {table} r ON r.id = s.row_id {by_book} {joined}
         WHERE s.kind = $1 AND s.seal >= $2 AND s.seal <= $3 ORDER BY s.seal, s.place",
        as_text("r", sealed.columns)
    );
    tx.rows(&rows, params, |row| {
        let (book, id): (String, String) = (row.get(2)?, row.get(3)?);
        let is_there = row.get::<Option<String>>(7)?.is_some();
        let cells = cells(row, 8, sealed.columns.len())?;
        let content = is_there.then(|| content_of(sealed, &cells, &mut parts, &book, &id));
        Ok(Held {
            seal: row.get(0)?,
            place: row.get(1)?,
            book,
            id,
            salt: row.get(4)?,
            hash: row.get(5)?,
            at: row.get(6)?,
            content,
        })
    })
}

fn book_of(sealed: &Sealed) -> &'static str {
    if sealed.in_books { "r.book" } else { "''" }
}

/// Both databases write whole numbers alike as text, and text as it is.
fn as_text(table: &str, columns: &[&str]) -> String {
    let columns: Vec<String> =
        columns.iter().map(|column| format!("CAST({table}.{column} AS TEXT)")).collect();
    columns.join(", ")
}

fn cells(row: &Row<'_>, first: usize, count: usize) -> Result<Cells> {
    (first..first + count).map(|at| row.get(at)).collect()
}

type PartsOf = HashMap<(String, String), Vec<Cells>>;

fn add_part(parts: &mut PartsOf, row: &Row<'_>, columns: usize) -> Result<()> {
    parts.entry((row.get(0)?, row.get(1)?)).or_default().push(cells(row, 2, columns)?);
    Ok(())
}

fn content_of(sealed: &Sealed, cells: &Cells, parts: &mut PartsOf, book: &str, id: &str) -> String {
    let own = sealed.parts.map(|_| parts.remove(&(book.to_owned(), id.to_owned())).unwrap_or_default());
    content(sealed.kind, cells, own.as_deref())
}

/// What a book tells of itself without reading all of it: `tresse verify-log` does.
pub const CHECKS: &[Check] = &[Check { name: "no seal of the log is missing", run: gaps }];

fn gaps(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    let faults = tx.rows(
        "SELECT s.number FROM seal s LEFT JOIN seal b ON b.number = s.number - 1
         WHERE s.number > 1 AND (b.number IS NULL OR b.hash <> s.previous) ORDER BY s.number LIMIT 20",
        &[],
        |row| Ok(format!("seal {} does not follow the one before", row.get::<i64>(0)?)),
    )?;
    Ok(faults)
}
