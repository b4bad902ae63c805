//! Writing a dump.

use std::io::Write;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::Serialize;
use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use super::catalogue::{Kind, Table, tables};
use super::{Dumped, FORMAT, Head, Step, TableHead, Tail, VERSION, hex};
use crate::tx::Engine;
use crate::{Db, Error, Migration, Result, Row, Tx};

/// Writes all that the database holds to `out`, from one snapshot, while others go on; gives `out` back.
///
/// # Errors
/// [`Error::Dump`] when `out` does not take it.
pub async fn write<W: Write + Send + 'static>(
    db: &Db,
    migrations: &[Migration],
    out: W,
) -> Result<(Dumped, W)> {
    let migrations = migrations.to_vec();
    db.read(move |tx| {
        let mut lines = Lines { out, hash: Sha256::new() };
        let dumped = whole(tx, &migrations, &mut lines)?;
        Ok((dumped, lines.out))
    })
    .await
}

/// The lines written so far, and what they come to.
struct Lines<W> {
    out: W,
    hash: Sha256,
}

impl<W: Write> Lines<W> {
    fn line(&mut self, value: &impl Serialize) -> Result<()> {
        let mut line = serde_json::to_vec(value).map_err(|error| Error::Other(error.to_string()))?;
        line.push(b'\n');
        self.hash.update(&line);
        self.out.write_all(&line).map_err(|error| Error::Dump(format!("writing it: {error}")))
    }
}

fn whole<W: Write>(tx: &Tx<'_>, migrations: &[Migration], lines: &mut Lines<W>) -> Result<Dumped> {
    lines.line(&Head {
        format: FORMAT.to_owned(),
        version: VERSION,
        migrations: migrations.iter().map(Step::of).collect(),
    })?;
    let mut dumped = Dumped { tables: 0, rows: 0 };
    for table in tables(tx, migrations)? {
        let columns = table.columns.iter().map(|column| column.name.clone()).collect();
        lines.line(&TableHead { table: table.name.clone(), columns })?;
        tx.stream(&every_row(tx, &table), &[], |row| {
            let cells = table.columns.iter().enumerate();
            let cells: Vec<Json> =
                cells.map(|(at, column)| cell(row, at, column.kind)).collect::<Result<_>>()?;
            dumped.rows += 1;
            lines.line(&cells)
        })?;
        dumped.tables += 1;
    }
    let sha256 = hex(&lines.hash.clone().finalize());
    lines.line(&Tail { rows: dumped.rows, sha256 })?;
    lines.out.flush().map_err(|error| Error::Dump(format!("writing it: {error}")))?;
    Ok(dumped)
}

/// Every row in the order of its key, byte by byte whatever the database's own order of letters is.
fn every_row(tx: &Tx<'_>, table: &Table) -> String {
    let names: Vec<String> = table.columns.iter().map(|column| format!("\"{}\"", column.name)).collect();
    let key: Vec<String> = table
        .key()
        .into_iter()
        .map(|column| match (&tx.0, column.kind) {
            (Engine::Postgres(_), Kind::Text) => format!("\"{}\" COLLATE \"C\"", column.name),
            _ => format!("\"{}\"", column.name),
        })
        .collect();
    format!("SELECT {} FROM \"{}\" ORDER BY {}", names.join(", "), table.name, key.join(", "))
}

fn cell(row: &Row<'_>, at: usize, kind: Kind) -> Result<Json> {
    Ok(match kind {
        Kind::Int => row.get::<Option<i64>>(at)?.into(),
        // SQLite keeps truth values as numbers.
        Kind::Bool => row.get::<Option<bool>>(at)?.map(i64::from).into(),
        Kind::Text => row.get::<Option<String>>(at)?.into(),
        Kind::Bytes => row.get::<Option<Vec<u8>>>(at)?.map(|bytes| BASE64_STANDARD.encode(bytes)).into(),
    })
}
