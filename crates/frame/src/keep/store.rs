//! The rows that are somebody's, what an erasure does to them, and what the end of a period does.

use std::fmt::Write as _;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use store::catalogue::Table;
use store::{Result, Row, Tx, Value, params};
use units::PersonId;

use crate::seal::{self, Sealed};

use super::{Blank, Erased, Holds, Kept, Of, Period, Since, Whose};

/// A condition as SQL with the values that it names by number.
#[derive(Default)]
struct Asked<'a> {
    values: Vec<Value<'a>>,
}

impl<'a> Asked<'a> {
    fn bind(&mut self, value: impl Into<Value<'a>>) -> String {
        let value = value.into();
        let at = self.values.iter().position(|known| *known == value).unwrap_or_else(|| {
            self.values.push(value);
            self.values.len() - 1
        });
        format!("${}", at + 1)
    }

    /// Which rows of a table are asked for; none where none can be.
    fn condition(&mut self, keeps: &[Kept], kept: &Kept, whose: Whose) -> Option<String> {
        match whose {
            Whose::Person(_) => self.any(keeps, kept.persons, whose),
            Whose::Hub { coordinates, .. } if kept.for_coordinators && !coordinates => None,
            Whose::Hub { .. } => self.any(keeps, kept.hub.as_slice(), whose),
            Whose::Member { hub, .. } => {
                let (own, within): (Vec<Of>, Vec<Of>) =
                    kept.members.iter().partition(|of| matches!(of, Of::Own(_)));
                let own = self.any(keeps, &own, whose);
                let within = self.any(keeps, &within, whose).map(|within| match kept.hub {
                    Some(Of::Column(column)) => {
                        format!("(\"{column}\" = {} AND {within})", self.bind(hub))
                    }
                    _ => within,
                });
                match (own, within) {
                    (Some(own), Some(within)) => Some(format!("({own} OR {within})")),
                    (own, within) => own.or(within),
                }
            }
        }
    }

    fn any(&mut self, keeps: &[Kept], ofs: &[Of], whose: Whose) -> Option<String> {
        let each: Vec<String> = ofs.iter().filter_map(|&of| self.one(keeps, of, whose)).collect();
        (!each.is_empty()).then(|| format!("({})", each.join(" OR ")))
    }

    fn one(&mut self, keeps: &[Kept], of: Of, whose: Whose) -> Option<String> {
        let id = match whose {
            Whose::Person(person) => person.0,
            Whose::Hub { hub, .. } => hub.0,
            Whose::Member { organisation, .. } => organisation.0,
        };
        Some(match of {
            Of::Column(column) | Of::Own(column) => format!("\"{column}\" = {}", self.bind(id)),
            Of::ColumnOrNone(column) => {
                format!("\"{column}\" = {} OR \"{column}\" IS NULL", self.bind(id))
            }
            Of::Ending(column) => format!("\"{column}\" LIKE {}", self.bind(format!("%/{id}"))),
            Of::Email(column) => {
                format!("\"{column}\" = (SELECT email FROM person WHERE id = {})", self.bind(id))
            }
            Of::Through { column, table, key } => {
                let other = keeps.iter().find(|kept| kept.table == table)?;
                let condition = self.condition(keeps, other, whose)?;
                format!("\"{column}\" IN (SELECT \"{key}\" FROM \"{table}\" WHERE {condition})")
            }
            Of::All => "1 = 1".to_owned(),
        })
    }
}

/// Hands over each row that is asked for, in the order of the key; `visit` does not touch the database.
/// `false` when no row of this table can be asked for.
pub(super) fn each_row(
    tx: &Tx<'_>,
    keeps: &[Kept],
    kept: &Kept,
    table: &Table,
    whose: Whose,
    visit: impl FnMut(&Row<'_>) -> Result<()>,
) -> Result<bool> {
    let mut asked = Asked::default();
    let Some(condition) = asked.condition(keeps, kept, whose) else { return Ok(false) };
    let sql = format!(
        "SELECT {} FROM \"{}\" WHERE {condition} ORDER BY {}",
        table.column_list(),
        table.name,
        table.key_order(tx)
    );
    tx.stream(&sql, &asked.values, visit)?;
    Ok(true)
}

/// Erases a person out of every table, as each table says: rows are deleted, children first, then what is
/// left is blanked. The number of rows that it changed.
pub fn blank_and_delete(tx: &Tx<'_>, keeps: &[Kept], person: PersonId) -> Result<u64> {
    let mut changed = 0;
    for kept in keeps.iter().rev().filter(|kept| kept.erased == Erased::Deleted) {
        let mut asked = Asked::default();
        let Some(condition) = asked.condition(keeps, kept, Whose::Person(person)) else { continue };
        changed +=
            tx.execute(&format!("DELETE FROM \"{}\" WHERE {condition}", kept.table), &asked.values)?;
    }
    for kept in keeps.iter().rev().filter(|kept| kept.erased == Erased::Blanked) {
        let mut asked = Asked::default();
        let Some(condition) = asked.condition(keeps, kept, Whose::Person(person)) else { continue };
        let blanks = kept.columns.iter().filter_map(|&(column, holds)| match holds {
            Holds::Personal(blank) | Holds::Secret(blank) => Some((column, blank)),
            _ => None,
        });
        let mut set = String::new();
        for (column, blank) in blanks {
            let value = match blank {
                Blank::Nothing => "NULL".to_owned(),
                Blank::Empty => "''".to_owned(),
                Blank::Dash => "'–'".to_owned(),
                Blank::Address => asked.bind(erased_address(person)),
            };
            let comma = if set.is_empty() { "" } else { ", " };
            let _ = write!(set, "{comma}\"{column}\" = {value}");
        }
        if !set.is_empty() {
            let sql = format!("UPDATE \"{}\" SET {set} WHERE {condition}", kept.table);
            changed += tx.execute(&sql, &asked.values)?;
        }
    }
    Ok(changed)
}

fn erased_address(person: PersonId) -> String {
    format!("{person}@erased.invalid")
}

/// What the end of a period changed in a table.
pub struct Ended {
    pub table: &'static str,
    pub rows: u64,
}

/// Deletes or blanks what was kept long enough. What is sealed of it is forgotten by the log as well: its hash
/// stays in the seal, and tells nothing.
pub fn end_periods(
    tx: &Tx<'_>,
    keeps: &[Kept],
    sealed: &[Sealed],
    now: Timestamp,
    today: Date,
) -> Result<Vec<Ended>> {
    let mut ended = Vec::new();
    // What belongs to a row goes before it.
    for kept in keeps.iter().rev() {
        let sealed = sealed.iter().find(|one| one.table == kept.table);
        if let (Some(sealed), Some((since, term))) = (sealed, kept.period.by_law()) {
            for (from, to) in term.over(today) {
                let (condition, values) = within(since, from, to);
                seal::store::forget(tx, sealed, &condition, values)?;
            }
        }
        let rows = match kept.period {
            Period::WhileUsed => continue,
            Period::Days { since, days } => {
                let before = now - SignedDuration::from_hours(24 * days);
                delete_before(tx, kept, since, before)?
            }
            Period::Delete { since, term } => each_stretch(term.over(today), |from, to| {
                let (condition, values) = within(since, from, to);
                tx.execute(&format!("DELETE FROM \"{}\" WHERE {condition}", kept.table), &values)
            })?,
            Period::Blank { since, term } => {
                each_stretch(term.over(today), |from, to| blank_words(tx, kept, since, from, to))?
            }
            Period::Rewrite { term, with, .. } => {
                each_stretch(term.over(today), |from, to| with(tx, &from.to_string(), &to.to_string()))?
            }
        };
        ended.push(Ended { table: kept.table, rows });
    }
    Ok(ended)
}

fn each_stretch(
    stretches: Vec<(Date, Date)>,
    mut end: impl FnMut(Date, Date) -> Result<u64>,
) -> Result<u64> {
    stretches.into_iter().try_fold(0, |rows, (from, to)| Ok(rows + end(from, to)?))
}

fn delete_before(tx: &Tx<'_>, kept: &Kept, since: Since, before: Timestamp) -> Result<u64> {
    let condition = match since {
        Since::Instant(column) => format!("\"{column}\" < $1"),
        Since::Day(column) => {
            let day = TimeZone::UTC.to_datetime(before).date();
            let sql = format!("DELETE FROM \"{}\" WHERE \"{column}\" < $1", kept.table);
            return tx.execute(&sql, params![day]);
        }
        Since::Through { column, table, key, instant } => {
            format!("\"{column}\" IN (SELECT \"{key}\" FROM \"{table}\" WHERE \"{instant}\" < $1)")
        }
    };
    tx.execute(&format!("DELETE FROM \"{}\" WHERE {condition}", kept.table), params![before])
}

/// Rows that date from a stretch of days. Instants are cut where the day begins in universal time: no
/// term that a law sets in years hangs on an hour.
fn within(since: Since, from: Date, to: Date) -> (String, Vec<Value<'static>>) {
    let instant = |day: Date| {
        let midnight = TimeZone::UTC.to_timestamp(day.at(0, 0, 0, 0));
        Value::from(midnight.unwrap_or(Timestamp::MAX))
    };
    match since {
        Since::Instant(column) => {
            (format!("\"{column}\" >= $1 AND \"{column}\" < $2"), vec![instant(from), instant(to)])
        }
        Since::Day(column) => {
            (format!("\"{column}\" >= $1 AND \"{column}\" < $2"), vec![from.into(), to.into()])
        }
        Since::Through { column, table, key, instant: of } => (
            format!(
                "\"{column}\" IN (SELECT \"{key}\" FROM \"{table}\" WHERE \"{of}\" >= $1 AND \"{of}\" < $2)"
            ),
            vec![instant(from), instant(to)],
        ),
    }
}

fn blank_words(tx: &Tx<'_>, kept: &Kept, since: Since, from: Date, to: Date) -> Result<u64> {
    let words: Vec<&str> =
        kept.columns.iter().filter(|(_, holds)| holds.ends()).map(|(column, _)| *column).collect();
    let set: Vec<String> = words.iter().map(|column| format!("\"{column}\" = ''")).collect();
    let some: Vec<String> = words.iter().map(|column| format!("\"{column}\" <> ''")).collect();
    let (condition, values) = within(since, from, to);
    let sql = format!(
        "UPDATE \"{}\" SET {} WHERE {condition} AND ({})",
        kept.table,
        set.join(", "),
        some.join(" OR ")
    );
    tx.execute(&sql, &values)
}
