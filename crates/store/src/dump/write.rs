//! Writing a dump.

use std::io::Write;

use serde::Serialize;
use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use super::{Dumped, FORMAT, Head, Step, TableHead, Tail, VERSION, hex};
use crate::catalogue::{Table, tables};
use crate::{Db, Error, Migration, Result, Tx};

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
                cells.map(|(at, column)| column.value(row, at)).collect::<Result<_>>()?;
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

fn every_row(tx: &Tx<'_>, table: &Table) -> String {
    format!("SELECT {} FROM \"{}\" ORDER BY {}", table.column_list(), table.name, table.key_order(tx))
}
