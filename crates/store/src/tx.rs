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
    let mut left = values;
    let mut inserted = 0;
    while !left.is_empty() {
        let (chunk, rest) = left.split_at(chunk_rows(left.len() / columns) * columns);
        inserted +=
            session.execute(&insert_sql(into, columns, chunk.len() / columns, conflict), chunk)?;
        left = rest;
    }
    Ok(inserted)
}

/// Powers of two up to 256: few different statements to prepare, and below 65,535 parameters each.
fn chunk_rows(left: usize) -> usize {
    (1 << left.ilog2()).min(256)
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
    fn chunks_shrink_by_halves() {
        assert_eq!([777, 265, 9, 1].map(chunk_rows), [256, 256, 8, 1]);
    }

    #[test]
    fn rows_are_numbered_through() {
        assert_eq!(
            insert_sql("t (a, b)", 2, 2, "ON CONFLICT DO NOTHING"),
            "INSERT INTO t (a, b) VALUES ($1, $2), ($3, $4) ON CONFLICT DO NOTHING"
        );
    }
}
