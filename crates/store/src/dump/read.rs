//! Reading a dump: whether it is whole, and back into a database.

use std::fmt;
use std::io::{BufRead, Read as _};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::de::{DeserializeOwned, Error as _, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use super::{Dumped, FORMAT, Head, Step, TableHead, Tail, VERSION, hex};
use crate::catalogue::{Column, Kind, Table, tables};
use crate::db::Location;
use crate::{Db, Error, Migration, Result, Tx, Value, migrate};

/// No row of ours is longer: the largest file that is handed in, 20 MB, takes 27 in base 64.
const LONGEST_LINE: u64 = 28 << 20;
/// No line that tells of tables comes near.
const LONGEST_HEAD: usize = 1 << 20;
/// No table of ours has so many columns.
const MOST_CELLS: usize = 200;
/// Rows that are inserted together.
const A_BATCH: usize = 256;

/// Reads a dump to its end, and makes sure that it is whole and unchanged.
///
/// # Errors
/// [`Error::Dump`] with what is wrong with it.
pub fn verify(input: impl BufRead) -> Result<Dumped> {
    let mut lines = Lines::of(input);
    lines.head()?;
    lines.each(|_, _| Ok(()))
}

/// Puts what a dump holds into an empty database: all of it or nothing. Migrations that it had not run yet
/// are run afterwards. `open` gives the dump from its beginning, each time that it is asked.
///
/// # Errors
/// [`Error::Dump`] when the dump is not whole, [`Error::Newer`] when a newer version wrote it,
/// [`Error::InUse`] when the database holds something.
pub async fn restore<R: BufRead>(
    location: &Location,
    migrations: &[Migration],
    open: impl Fn() -> Result<R> + Send + 'static,
) -> Result<(Db, Dumped)> {
    let then = steps_of(&Lines::of(open()?).head()?, migrations)?;
    let db = Db::open(location, &then).await?;
    let dumped = db.write(move |tx| fill(tx, &then, Lines::of(open()?))).await?;
    migrate::run(&db, migrations).await?;
    Ok((db, dumped))
}

/// The migrations that had run when the dump was written, in the order that a new database runs them.
fn steps_of(head: &Head, migrations: &[Migration]) -> Result<Vec<Migration>> {
    for step in &head.migrations {
        let name = format!("{}/{}", step.slice, step.number);
        let known = migrations.iter().find(|own| own.slice == step.slice && own.number == step.number);
        match known {
            None => return Err(Error::Newer { found: name }),
            Some(own) if Step::of(own).sha256 != step.sha256 => {
                return Err(Error::ChangedMigration { name });
            }
            Some(_) => {}
        }
    }
    let had_run = |own: &&Migration| {
        head.migrations.iter().any(|s| s.slice == own.slice && s.number == own.number)
    };
    Ok(migrations.iter().filter(had_run).copied().collect())
}

fn fill<R: BufRead>(tx: &Tx<'_>, migrations: &[Migration], mut lines: Lines<R>) -> Result<Dumped> {
    let known = tables(tx, migrations)?;
    for table in &known {
        let held = tx.number(&format!("SELECT COUNT(*) FROM \"{}\"", table.name), &[])?;
        if held > 0 {
            return Err(Error::InUse { table: table.name.clone() });
        }
    }
    lines.head()?;
    let mut batch = Batch::default();
    let dumped = lines.each(|head, row| match row {
        None => {
            batch.insert(tx)?;
            batch = Batch::of(head, &known)?;
            Ok(())
        }
        Some(cells) => {
            batch.take(cells)?;
            if batch.is_full() { batch.insert(tx) } else { Ok(()) }
        }
    })?;
    batch.insert(tx)?;
    Ok(dumped)
}

/// Rows of one table that wait to be inserted.
#[derive(Default)]
struct Batch<'a> {
    into: String,
    columns: Vec<&'a Column>,
    values: Vec<Value<'static>>,
}

impl<'a> Batch<'a> {
    fn of(head: &TableHead, known: &'a [Table]) -> Result<Self> {
        let table = known.iter().find(|table| table.name == head.table);
        let table =
            table.ok_or_else(|| Error::Dump(format!("it has an unknown table, {}", head.table)))?;
        if head.columns.is_empty() {
            return Err(Error::Dump(format!("its table {} has no columns", head.table)));
        }
        let column = |name: &String| {
            let column = table.columns.iter().find(|column| column.name == *name);
            column.ok_or_else(|| Error::Dump(format!("it has an unknown column, {}.{name}", head.table)))
        };
        let columns: Vec<&Column> = head.columns.iter().map(column).collect::<Result<_>>()?;
        let names: Vec<String> = columns.iter().map(|column| format!("\"{}\"", column.name)).collect();
        let into = format!("\"{}\" ({})", table.name, names.join(", "));
        Ok(Self { into, columns, values: Vec::new() })
    }

    fn take(&mut self, cells: Vec<Json>) -> Result<()> {
        if cells.len() != self.columns.len() {
            return Err(Error::Dump(format!("a row of {} has {} cells", self.into, cells.len())));
        }
        for (cell, column) in cells.into_iter().zip(&self.columns) {
            let unreadable = || Error::Dump(format!("{} cannot be read in {}", column.name, self.into));
            self.values.push(value(cell, column.kind).ok_or_else(unreadable)?);
        }
        Ok(())
    }

    fn is_full(&self) -> bool {
        self.values.len() >= A_BATCH * self.columns.len()
    }

    fn insert(&mut self, tx: &Tx<'_>) -> Result<()> {
        let values = std::mem::take(&mut self.values);
        if !values.is_empty() {
            tx.insert_values(&self.into, self.columns.len(), &values)?;
        }
        Ok(())
    }
}

fn value(cell: Json, kind: Kind) -> Option<Value<'static>> {
    Some(match (cell, kind) {
        (Json::Null, _) => Value::Null,
        (Json::Number(number), Kind::Int) => Value::Int(number.as_i64()?),
        (Json::Number(number), Kind::Bool) => Value::Bool(number.as_i64()? != 0),
        (Json::String(text), Kind::Text) => Value::from(text),
        (Json::String(text), Kind::Bytes) => Value::Bytes(BASE64_STANDARD.decode(text).ok()?.into()),
        _ => return None,
    })
}

/// The lines of a dump as they come, and what those read so far come to.
struct Lines<R> {
    input: R,
    hash: Sha256,
    number: u64,
}

impl<R: BufRead> Lines<R> {
    fn of(input: R) -> Self {
        Self { input, hash: Sha256::new(), number: 0 }
    }

    fn next(&mut self) -> Result<Vec<u8>> {
        let mut line = Vec::new();
        self.number += 1;
        let number = self.number;
        self.input
            .by_ref()
            .take(LONGEST_LINE)
            .read_until(b'\n', &mut line)
            .map_err(|error| Error::Dump(format!("line {number}: {error}")))?;
        if line.pop() != Some(b'\n') {
            return Err(Error::Dump(format!("it ends in line {number}: it was cut")));
        }
        Ok(line)
    }

    fn count(&mut self, line: &[u8]) {
        self.hash.update(line);
        self.hash.update(b"\n");
    }

    fn read<T: DeserializeOwned>(&self, line: &[u8]) -> Result<T> {
        let unreadable =
            || Error::Dump(format!("line {} is not what stands there in a dump", self.number));
        if line.first() != Some(&b'[') && line.len() > LONGEST_HEAD {
            return Err(unreadable());
        }
        serde_json::from_slice(line).map_err(|_| unreadable())
    }

    fn head(&mut self) -> Result<Head> {
        let line = self.next()?;
        let head: Head = self.read(&line)?;
        if head.format != FORMAT || head.version != VERSION {
            return Err(Error::Dump(format!("it is {} {}, unknown here", head.format, head.version)));
        }
        self.count(&line);
        Ok(head)
    }

    /// Hands over each table's head, then that head with each of its rows; makes sure of the end.
    fn each(
        mut self,
        mut visit: impl FnMut(&TableHead, Option<Vec<Json>>) -> Result<()>,
    ) -> Result<Dumped> {
        let mut dumped = Dumped { tables: 0, rows: 0 };
        let mut table: Option<TableHead> = None;
        loop {
            let line = self.next()?;
            if line.first() == Some(&b'[') {
                let Cells(cells) = self.read(&line)?;
                let table = table.as_ref();
                let table =
                    table.ok_or_else(|| Error::Dump("a row stands before any table".to_owned()))?;
                visit(table, Some(cells))?;
                dumped.rows += 1;
            } else if let Ok(head) = self.read::<TableHead>(&line) {
                visit(&head, None)?;
                dumped.tables += 1;
                table = Some(head);
            } else {
                let tail: Tail = self.read(&line)?;
                if tail.rows != dumped.rows || tail.sha256 != hex(&self.hash.clone().finalize()) {
                    return Err(Error::Dump("it was changed after it was written".to_owned()));
                }
                return Ok(dumped);
            }
            self.count(&line);
        }
    }
}

/// The cells of a row: a few plain values, so that a line never takes many times its own room.
struct Cells(Vec<Json>);

struct Cell(Json);

impl<'de> Deserialize<'de> for Cells {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        struct Row;

        impl<'de> Visitor<'de> for Row {
            type Value = Cells;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "at most {MOST_CELLS} cells")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut row: A) -> std::result::Result<Cells, A::Error> {
                let mut cells = Vec::new();
                while let Some(Cell(cell)) = row.next_element()? {
                    if cells.len() == MOST_CELLS {
                        return Err(A::Error::invalid_length(MOST_CELLS + 1, &self));
                    }
                    cells.push(cell);
                }
                Ok(Cells(cells))
            }
        }

        from.deserialize_seq(Row)
    }
}

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        struct Plain;

        impl Visitor<'_> for Plain {
            type Value = Cell;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("nothing, a whole number or a text")
            }

            fn visit_unit<E>(self) -> std::result::Result<Cell, E> {
                Ok(Cell(Json::Null))
            }

            fn visit_i64<E>(self, number: i64) -> std::result::Result<Cell, E> {
                Ok(Cell(number.into()))
            }

            fn visit_u64<E>(self, number: u64) -> std::result::Result<Cell, E> {
                Ok(Cell(number.into()))
            }

            fn visit_str<E>(self, text: &str) -> std::result::Result<Cell, E> {
                Ok(Cell(text.into()))
            }
        }

        from.deserialize_any(Plain)
    }
}
