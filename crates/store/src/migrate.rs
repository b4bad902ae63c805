//! Migrations: forward only, each in one transaction, kept with their text in the database itself.

use crate::tx::Engine;
use crate::{Db, Error, Result, Tx, dialect, params};

/// One step of a slice's tables. Steps are numbered from 1 and never change once released.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    pub slice: &'static str,
    pub number: i64,
    /// Statements in PostgreSQL's words, each ending with a semicolon at the end of a line.
    pub sql: &'static str,
}

const OWN_TABLE: &str = "CREATE TABLE IF NOT EXISTS migration (
    slice TEXT NOT NULL, number BIGINT NOT NULL, sql TEXT NOT NULL, PRIMARY KEY (slice, number))";

pub(crate) async fn run(db: &Db, migrations: &[Migration]) -> Result<()> {
    db.write(|tx| define(tx, OWN_TABLE)).await?;
    for step in missing(db, migrations).await? {
        db.write(move |tx| run_one(tx, step)).await?;
    }
    Ok(())
}

/// The steps that the database has not run yet.
pub(crate) async fn missing(db: &Db, migrations: &[Migration]) -> Result<Vec<Migration>> {
    let done = db.read(done).await?;
    for (slice, number, sql) in &done {
        let name = || format!("{slice}/{number}");
        let known = migrations.iter().find(|step| step.slice == slice && step.number == *number);
        match known {
            None => return Err(Error::Newer { found: name() }),
            Some(step) if step.sql != sql => return Err(Error::ChangedMigration { name: name() }),
            Some(_) => {}
        }
    }
    let ran = |step: &Migration| {
        done.iter().any(|(slice, number, _)| slice == step.slice && *number == step.number)
    };
    Ok(migrations.iter().filter(|step| !ran(step)).copied().collect())
}

fn done(tx: &Tx<'_>) -> Result<Vec<(String, i64, String)>> {
    tx.rows("SELECT slice, number, sql FROM migration ORDER BY slice, number", &[], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    })
}

/// Another node may have run the step since we looked: its row says so.
fn run_one(tx: &Tx<'_>, step: Migration) -> Result<()> {
    let claimed = tx.execute(
        "INSERT INTO migration (slice, number, sql) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        params![step.slice, step.number, step.sql],
    )?;
    if claimed == 1 {
        dialect::statements(step.sql).iter().try_for_each(|statement| define(tx, statement))?;
    }
    Ok(())
}

fn define(tx: &Tx<'_>, statement: &str) -> Result<()> {
    match &tx.0 {
        Engine::Sqlite(connection) => connection.define(statement),
        Engine::Postgres(session) => session.define(statement),
    }
}
