//! The two databases hold the same tables and columns, and neither is opened by an older program.

use std::collections::BTreeSet;

use store::testing::{databases, sqlite};
use store::{Db, Error, Migration};
use tresse::migrations;

/// `table.column: kind, required or not`, of every table that the migrations make.
async fn columns(db: &Db) -> BTreeSet<String> {
    let is_sqlite = db.engine() == "SQLite";
    db.read(move |tx| {
        let sql = if is_sqlite {
            "SELECT m.name, c.name, c.type, c.\"notnull\" = 1 OR c.pk > 0 FROM sqlite_master m
             JOIN pragma_table_info(m.name) c ON TRUE WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'"
        } else {
            "SELECT table_name::text, column_name::text, data_type::text, is_nullable = 'NO'
             FROM information_schema.columns WHERE table_schema = 'public'"
        };
        let found = tx.rows(sql, &[], |row| {
            let (table, column, kind): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok((table, column, kind, row.get::<bool>(3)?))
        })?;
        Ok::<_, Error>(
            found
                .into_iter()
                .map(|(table, column, kind, required)| {
                    // SQLite keeps truth values as integers, and has one word for text and for bytes.
                    let kind = match kind.to_lowercase().as_str() {
                        "integer" | "bigint" | "boolean" => "number",
                        "blob" | "bytea" => "bytes",
                        "text" => "text",
                        other => panic!("{table}.{column} is {other}"),
                    };
                    format!("{table}.{column}: {kind}{}", if required { ", required" } else { "" })
                })
                .collect(),
        )
    })
    .await
    .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn both_databases_hold_the_same_columns() {
    let all = databases(&migrations()).await;
    let first = columns(&all[0].db).await;
    assert!(first.len() > 200, "{} columns", first.len());
    for other in &all[1..] {
        let columns = columns(&other.db).await;
        assert_eq!(first.symmetric_difference(&columns).collect::<Vec<_>>(), Vec::<&String>::new());
    }
}

const OF_TOMORROW: Migration = Migration {
    slice: "frame",
    number: 900,
    sql: "CREATE TABLE of_tomorrow (id TEXT NOT NULL PRIMARY KEY);",
};

#[tokio::test(flavor = "multi_thread")]
async fn a_database_of_a_newer_version_is_refused() {
    for database in databases(&migrations()).await {
        let mut newer = migrations();
        newer.push(OF_TOMORROW);
        drop(Db::open(&database.location, &newer).await.unwrap());
        let Err(error) = Db::open(&database.location, &migrations()).await else {
            panic!("it was opened")
        };
        assert!(matches!(error, Error::Newer { .. }), "{error}");
        assert!(error.to_string().contains("newer version"), "{error}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_migration_is_never_another_text() {
    let database = sqlite(&migrations()).await;
    let mut changed = migrations();
    changed[0].sql = "CREATE TABLE something_else (id TEXT NOT NULL PRIMARY KEY);";
    let Err(error) = Db::open(&database.location, &changed).await else { panic!("it was opened") };
    assert!(matches!(error, Error::ChangedMigration { .. }), "{error}");
}
