//! A transaction as store functions see it: SQL in, model types out.

use crate::postgres::PgSession;
use crate::row::{Row, Source};
use crate::sqlite::Connection;
use crate::{Result, Value};

/// An open transaction. It ends when the closure that received it returns: committed on `Ok`, undone
/// on `Err`.
pub struct Tx<'a>(pub(crate) Engine<'a>);

pub(crate) enum Engine<'a> {
    Sqlite(&'a Connection),
    Postgres(&'a PgSession),
}

impl Tx<'_> {
    /// Runs a statement; the number of rows that it changed.
    pub fn execute(&self, sql: &str, params: &[Value<'_>]) -> Result<u64> {
        match &self.0 {
            Engine::Sqlite(connection) => connection.execute(sql, params),
            Engine::Postgres(session) => session.execute(sql, params),
        }
    }

    /// All rows of a query, each through `read`.
    pub fn rows<T>(
        &self,
        sql: &str,
        params: &[Value<'_>],
        mut read: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut out = Vec::new();
        self.each(sql, params, |row| {
            out.push(read(row)?);
            Ok(())
        })?;
        Ok(out)
    }

    /// Hands each row of a query to `visit` as it comes.
    pub fn each(
        &self,
        sql: &str,
        params: &[Value<'_>],
        mut visit: impl FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        match &self.0 {
            Engine::Sqlite(connection) => {
                connection.each(sql, params, |row| visit(&Row(Source::Sqlite(row))))
            }
            Engine::Postgres(session) => {
                session.query(sql, params)?.iter().try_for_each(|row| visit(&Row(Source::Postgres(row))))
            }
        }
    }

    /// As [`Tx::each`] for a query about some of many: where `sql` says `{}` stand up to 64 of them at a time, numbered
    /// after `params`.
    pub fn each_of<'v>(
        &self,
        sql: &str,
        params: &[Value<'v>],
        of: &[Value<'v>],
        mut visit: impl FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        for chunk in of.chunks(64) {
            // A chunk is filled up with its last one, so that few different statements are prepared.
            let size = chunk.len().next_power_of_two();
            let places: Vec<String> = (1..=size).map(|n| format!("${}", params.len() + n)).collect();
            let last = chunk.last().into_iter().cycle();
            let padded = chunk.iter().chain(last).take(size);
            let params: Vec<Value<'v>> = params.iter().chain(padded).cloned().collect();
            self.each(&sql.replace("{}", &places.join(", ")), &params, &mut visit)?;
        }
        Ok(())
    }

    /// As [`Tx::each`], never holding more than a few rows; `visit` does not touch the database.
    pub fn stream(
        &self,
        sql: &str,
        params: &[Value<'_>],
        mut visit: impl FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        match &self.0 {
            Engine::Sqlite(_) => self.each(sql, params, visit),
            Engine::Postgres(session) => {
                session.stream(sql, params, |row| visit(&Row(Source::Postgres(row))))
            }
        }
    }

    /// The first row of a query, if there is one.
    pub fn row<T>(
        &self,
        sql: &str,
        params: &[Value<'_>],
        read: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        Ok(self.rows(sql, params, read)?.into_iter().next())
    }

    /// The single number that a `SELECT COUNT(*)` or `SUM` gives; NULL is 0.
    pub fn number(&self, sql: &str, params: &[Value<'_>]) -> Result<i64> {
        Ok(self.row(sql, params, |row| row.get::<Option<i64>>(0))?.flatten().unwrap_or_default())
    }

    /// Inserts many rows of `N` columns; the number of rows inserted.
    ///
    /// `into` names the table and its columns, `"offer (hub_id, cycle_id, price)"`; `conflict` is
    /// empty or an `ON CONFLICT` clause.
    pub fn insert_all<'v, const N: usize>(
        &self,
        into: &str,
        rows: impl IntoIterator<Item = [Value<'v>; N]>,
        conflict: &str,
    ) -> Result<u64> {
        match &self.0 {
            Engine::Sqlite(connection) => {
                connection.execute_all(&insert_sql(into, N, 1, conflict), rows)
            }
            Engine::Postgres(session) => {
                let values: Vec<Value<'v>> = rows.into_iter().flatten().collect();
                insert_chunks(session, into, N, &values, conflict)
            }
        }
    }

    /// As [`Tx::insert_all`] with a `conflict` that ends in a `RETURNING`: what comes back goes to `visit`, in no order.
    pub fn insert_all_returning<'v, const N: usize>(
        &self,
        into: &str,
        rows: impl IntoIterator<Item = [Value<'v>; N]>,
        conflict: &str,
        mut visit: impl FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        let values: Vec<Value<'v>> = rows.into_iter().flatten().collect();
        in_chunks(&values, N, |chunk, rows| {
            self.each(&insert_sql(into, N, rows, conflict), chunk, &mut visit)
        })
    }

    /// Inserts rows of so many `columns`, all their values one after the other.
    pub(crate) fn insert_values(&self, into: &str, columns: usize, values: &[Value<'_>]) -> Result<u64> {
        match &self.0 {
            Engine::Sqlite(connection) => {
                let sql = insert_sql(into, columns, 1, "");
                values.chunks(columns).try_fold(0, |sum, row| Ok(sum + connection.execute(&sql, row)?))
            }
            Engine::Postgres(session) => insert_chunks(session, into, columns, values, ""),
        }
    }
}

fn insert_chunks(
    session: &PgSession,
    into: &str,
    columns: usize,
    values: &[Value<'_>],
    conflict: &str,
) -> Result<u64> {
    let mut inserted = 0;
    in_chunks(values, columns, |chunk, rows| {
        inserted += session.execute(&insert_sql(into, columns, rows, conflict), chunk)?;
        Ok(())
    })?;
    Ok(inserted)
}

/// Hands the values of some rows at a time, and how many rows they are, to `run`.
fn in_chunks<'v>(
    values: &[Value<'v>],
    columns: usize,
    mut run: impl FnMut(&[Value<'v>], usize) -> Result<()>,
) -> Result<()> {
    let mut left = values;
    while !left.is_empty() {
        let rows = chunk_rows(left.len() / columns);
        let (chunk, rest) = left.split_at(rows * columns);
        run(chunk, rows)?;
        left = rest;
    }
    Ok(())
}

/// As many as there are up to sixteen, since each statement is a way to the database and back; then powers of two up to
/// 256, so that few different statements are prepared, below 65,535 parameters each.
fn chunk_rows(left: usize) -> usize {
    if left <= 16 { left } else { (1 << left.ilog2()).min(256) }
}

fn insert_sql(into: &str, columns: usize, rows: usize, conflict: &str) -> String {
    use std::fmt::Write as _;
    let mut sql = format!("INSERT INTO {into} VALUES ");
    for row in 0..rows {
        sql.push_str(if row == 0 { "(" } else { ", (" });
        for column in 1..=columns {
            let _ = write!(sql, "{}${}", if column == 1 { "" } else { ", " }, row * columns + column);
        }
        sql.push(')');
    }
    if !conflict.is_empty() {
        sql.push(' ');
        sql.push_str(conflict);
    }
    sql
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_shrink_by_halves_and_a_few_rows_are_one() {
        assert_eq!([777, 265, 40, 16, 9, 1].map(chunk_rows), [256, 256, 32, 16, 9, 1]);
    }

    #[test]
    fn rows_are_numbered_through() {
        assert_eq!(
            insert_sql("t (a, b)", 2, 2, "ON CONFLICT DO NOTHING"),
            "INSERT INTO t (a, b) VALUES ($1, $2), ($3, $4) ON CONFLICT DO NOTHING"
        );
    }
}
