//! A ZIP of all that is somebody's: each table as CSV for people and as JSON for programs, and a page that
//! says what is in it.
//!
//! It is made while it is read, with one row in memory at a time, from one snapshot of the database.

use std::io::Write;

use ::store::catalogue::{self, Column, Kind, Table};
use ::store::{Error, Row, Tx};
use askama::Template;
use axum::response::Response;
use formats::table::{BYTE_ORDER_MARK, Cell, csv_row};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Map, Value as Json};
use tokio::sync::Semaphore;
use units::{Code as _, Language};
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::measure::{Measure, measure};
use super::pages::Line;
use super::spool::spool;
use super::{Holds, Kept, Whose, store};
use crate::app::App;
use crate::outcome::Outcome;
use crate::page;
use crate::reader::Reader;
use crate::words::{Words, words};

/// One at a time: each holds a reader of the database for as long as it takes.
static BUILDING: Semaphore = Semaphore::const_new(1);

/// Rows between two looks at whether they are still wanted are few: the spool looks at each write.
type Zip<W> = ZipWriter<StreamWriter<W>>;

/// What is to be taken away.
#[derive(Debug, Clone)]
pub struct Archive {
    pub whose: Whose,
    pub language: Language,
    /// Of whom, in words.
    pub of: String,
    /// The name of the file, without its ending.
    pub name: String,
}

/// Answers with the archive as it is made.
///
/// # Errors
/// When there is no room for a temporary file.
pub fn download(app: &App, archive: Archive) -> Outcome<Response> {
    let (mut spool, body) = spool().map_err(anyhow::Error::from)?;
    let name = format!("{}.zip", archive.name);
    let app = app.clone();
    tokio::spawn(async move {
        let Ok(_turn) = BUILDING.acquire().await else { return };
        let made = Making::of(&app, archive);
        let written = app
            .db
            .read(move |tx| {
                made.write(tx, &mut spool)?;
                spool.finish();
                Ok::<_, Error>(())
            })
            .await;
        if let Err(error) = written {
            tracing::warn!("an archive was not made to its end: {error}");
        }
    });
    Ok(page::download_as_it_comes("application/zip", &name, body))
}

/// An archive in the making.
pub(super) struct Making {
    archive: Archive,
    keeps: Vec<Kept>,
    now: Timestamp,
    zone: TimeZone,
}

/// A table that is in the archive.
struct Part {
    line: Line,
    rows: u64,
}

#[derive(Template)]
#[template(path = "kept/archive.html")]
struct Index<'a> {
    t: &'static Words,
    language: Language,
    of: &'a str,
    made: String,
    is_person: bool,
    parts: Vec<Part>,
}

impl Making {
    fn of(app: &App, archive: Archive) -> Self {
        let (keeps, now) = ((app.door.keeps)(), app.clock.now());
        Self { archive, keeps, now, zone: app.settings.zone.clone() }
    }

    /// Writes the archive to its end.
    pub(super) fn write(&self, tx: &Tx<'_>, out: impl Write) -> ::store::Result<()> {
        let mut zip = ZipWriter::new_stream(out);
        let reader = Reader::new(self.archive.language, &self.zone);
        let t = words(self.archive.language);
        let mut parts = Vec::new();
        for kept in &self.keeps {
            let Some(table) = catalogue::table(tx, kept.table)? else { continue };
            let rows = self.json(tx, kept, &table, &mut zip)?;
            if rows > 0 {
                self.csv(tx, kept, &table, &mut zip)?;
                parts.push(Part { line: Line::of(kept, t, &reader), rows });
            }
        }
        let index = Index {
            t,
            language: self.archive.language,
            of: &self.archive.of,
            made: reader.moment(self.now),
            is_person: matches!(self.archive.whose, Whose::Person(_)),
            parts,
        };
        self.begin(&mut zip, "index.html")?;
        let page = index.render().map_err(broken)?;
        zip.write_all(page.as_bytes()).map_err(broken)?;
        zip.finish().map_err(broken)?;
        Ok(())
    }

    fn begin<W: Write>(&self, zip: &mut Zip<W>, name: &str) -> ::store::Result<()> {
        let made = self.zone.to_datetime(self.now);
        let (month, day) = (made.month().unsigned_abs(), made.day().unsigned_abs());
        let (hour, minute) = (made.hour().unsigned_abs(), made.minute().unsigned_abs());
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(
                DateTime::from_date_and_time(made.year().unsigned_abs(), month, day, hour, minute, 0)
                    .unwrap_or_default(),
            )
            .unix_permissions(0o600);
        zip.start_file(name, options).map_err(broken)
    }

    fn json<W: Write>(
        &self,
        tx: &Tx<'_>,
        kept: &Kept,
        table: &Table,
        zip: &mut Zip<W>,
    ) -> ::store::Result<u64> {
        let name = format!("json/{}.json", table.name);
        let mut rows = 0;
        store::each_row(tx, &self.keeps, kept, table, self.archive.whose, |row| {
            if rows == 0 {
                self.begin(zip, &name)?;
            }
            zip.write_all(if rows == 0 { b"[\n" } else { b",\n" }).map_err(broken)?;
            let mut object = Map::new();
            for (column, value) in self.values(kept, table, row)? {
                let value = match measure(&table.name, &column.name, column.kind) {
                    Measure::Decimal(decimals) => {
                        as_decimal(&value, decimals).map_or(Json::Null, Json::from)
                    }
                    Measure::Instant => {
                        as_instant(&value).map_or(Json::Null, |at| at.to_string().into())
                    }
                    Measure::Truth => value.as_i64().map_or(Json::Null, |truth| (truth != 0).into()),
                    Measure::Plain
                        if matches!(kept.holds(&column.name), Some(Holds::Json | Holds::LongJson)) =>
                    {
                        value.as_str().and_then(|text| serde_json::from_str(text).ok()).unwrap_or(value)
                    }
                    Measure::Plain => value,
                };
                object.insert(column.name.clone(), value);
            }
            serde_json::to_writer(&mut *zip, &object).map_err(broken)?;
            rows += 1;
            Ok(())
        })?;
        if rows > 0 {
            zip.write_all(b"\n]\n").map_err(broken)?;
        }
        Ok(rows)
    }

    fn csv<W: Write>(
        &self,
        tx: &Tx<'_>,
        kept: &Kept,
        table: &Table,
        zip: &mut Zip<W>,
    ) -> ::store::Result<()> {
        let mark = if self.archive.language == Language::En { '.' } else { ',' };
        self.begin(zip, &format!("csv/{}.csv", table.name))?;
        zip.write_all(BYTE_ORDER_MARK.as_bytes()).map_err(broken)?;
        let mut header: Option<String> = None;
        store::each_row(tx, &self.keeps, kept, table, self.archive.whose, |row| {
            let values = self.values(kept, table, row)?;
            let in_a_cell = |column: &Column| {
                !matches!(kept.holds(&column.name), Some(Holds::File | Holds::LongJson))
            };
            let values = values.into_iter().filter(|(column, _)| in_a_cell(column));
            let (names, cells): (Vec<Cell>, Vec<Cell>) = values
                .map(|(column, value)| {
                    let name = Cell::Text(column.name.clone());
                    (name, self.cell(&table.name, column, &value))
                })
                .unzip();
            if header.is_none() {
                let line = csv_row(&names, mark);
                zip.write_all(line.as_bytes()).map_err(broken)?;
                header = Some(line);
            }
            zip.write_all(csv_row(&cells, mark).as_bytes()).map_err(broken)
        })?;
        Ok(())
    }

    fn cell(&self, table: &str, column: &Column, value: &Json) -> Cell {
        if value.is_null() {
            return Cell::Empty;
        }
        match measure(table, &column.name, column.kind) {
            Measure::Decimal(decimals) => as_decimal(value, decimals).map_or(Cell::Empty, Cell::Number),
            Measure::Instant => as_instant(value).map_or(Cell::Empty, |at| {
                let local = self.zone.to_datetime(at);
                Cell::Text(local.strftime("%Y-%m-%d %H:%M:%S").to_string())
            }),
            Measure::Truth => Cell::Number(value.to_string()),
            Measure::Plain => match value {
                Json::String(text) => Cell::Text(text.clone()),
                other => Cell::Number(other.to_string()),
            },
        }
    }

    /// The columns that this archive may hold, with what they hold: no secret, and in a person's no other
    /// person; a member is told of no person at all.
    fn values<'t>(
        &self,
        kept: &Kept,
        table: &'t Table,
        row: &Row<'_>,
    ) -> ::store::Result<Vec<(&'t Column, Json)>> {
        let mut values = Vec::with_capacity(table.columns.len());
        for (at, column) in table.columns.iter().enumerate() {
            let value = column.value(row, at)?;
            match kept.holds(&column.name) {
                Some(Holds::Secret(_)) => continue,
                Some(Holds::WordsUnless(flag)) if is_true(table, row, flag)? => {
                    values.push((column, Json::Null));
                    continue;
                }
                Some(Holds::Name) if matches!(self.archive.whose, Whose::Person(_)) => continue,
                Some(Holds::Person) if !self.may_know(&value) => {
                    values.push((column, Json::Null));
                    continue;
                }
                _ => {}
            }
            values.push((column, value));
        }
        Ok(values)
    }

    fn may_know(&self, person: &Json) -> bool {
        match self.archive.whose {
            Whose::Person(own) => person.as_str() == Some(&own.to_string()),
            Whose::Hub { .. } => true,
            Whose::Member { .. } => false,
        }
    }
}

fn is_true(table: &Table, row: &Row<'_>, flag: &str) -> ::store::Result<bool> {
    let at = table.columns.iter().position(|column| column.name == flag && column.kind == Kind::Bool);
    match at {
        Some(at) => Ok(row.get::<Option<bool>>(at)?.unwrap_or(true)),
        // SQLite knows no truth values.
        None => match table.columns.iter().position(|column| column.name == flag) {
            Some(at) => Ok(row.get::<Option<i64>>(at)? != Some(0)),
            None => Ok(true),
        },
    }
}

fn as_decimal(value: &Json, decimals: u32) -> Option<String> {
    let shortest = if decimals == 2 { 2 } else { 0 };
    Some(units::decimal::format(value.as_i64()?, decimals, shortest, '.'))
}

fn as_instant(value: &Json) -> Option<Timestamp> {
    Timestamp::from_microsecond(value.as_i64()?).ok()
}

fn broken(error: impl std::fmt::Display) -> Error {
    Error::Other(format!("writing an archive: {error}"))
}
