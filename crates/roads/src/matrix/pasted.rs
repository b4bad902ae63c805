//! A matrix that somebody pastes from a spreadsheet: a square of numbers, with or without names.
//!
//! It is taken whole or refused with the one cell, row or column to mend.

use super::UNREACHABLE;
use crate::limits;

/// What the numbers of a pasted table count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    Seconds,
    Minutes,
    Metres,
    Kilometres,
}

impl Measure {
    /// How many seconds or metres one of them is.
    const fn whole(self) -> u128 {
        match self {
            Self::Seconds | Self::Metres => 1,
            Self::Minutes => 60,
            Self::Kilometres => 1_000,
        }
    }
}

/// A square of whole seconds or metres, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub size: usize,
    pub values: Vec<u32>,
}

/// Why a pasted matrix is refused. Rows and columns are counted from 1 among the sites.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PastedError {
    #[error("the matrix is empty: paste a row of numbers for each site")]
    Empty,
    #[error(
        "the matrix has more than {} sites or {} bytes: plan in parts",
        limits::SITES,
        limits::PASTED_BYTES
    )]
    TooLarge,
    #[error("the matrix has {rows} rows for {sites} sites: paste one row for each site, in their order")]
    Rows { rows: usize, sites: usize },
    #[error("row {row} ({site}) has {cells} cells for {sites} sites: paste one number for each")]
    Columns { row: usize, site: String, cells: usize, sites: usize },
    #[error(
        "nothing stands in row {row}, column {column} (from {from} to {to}): \
         fill it in, or write x where no road leads"
    )]
    Hole { row: usize, column: usize, from: String, to: String },
    #[error(
        "{text:?} in row {row}, column {column} (from {from} to {to}) is not a number of zero or more: mend it"
    )]
    NotANumber { row: usize, column: usize, from: String, to: String, text: String },
    #[error(
        "row {row} ({site}) has another number than 0 from the site to itself: are the rows in another order?"
    )]
    Diagonal { row: usize, site: String },
    #[error(
        "{name:?} stands where {site:?} was expected, at {row}: put rows and columns in the order of the sites"
    )]
    OtherSite { row: usize, name: String, site: String },
    #[error(
        "the times are of {times} sites and the distances of {distances}: paste both for the same sites"
    )]
    OtherSize { times: usize, distances: usize },
}

/// Reads a table of `sites.len()` rows and columns, cells between tabs, semicolons or commas.
///
/// Names of the sites may head rows and columns, and must then be theirs. `x` or `-` says that no road
/// leads; the way from a site to itself may be left out.
///
/// # Errors
/// [`PastedError`]: the first thing to mend.
pub fn parse(text: &str, sites: &[&str], measure: Measure) -> Result<Table, PastedError> {
    if text.len() > limits::PASTED_BYTES || sites.len() > limits::SITES {
        return Err(PastedError::TooLarge);
    }
    let text = text.trim_start_matches('\u{feff}');
    let mut lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let delimiter = delimiter(lines.first().ok_or(PastedError::Empty)?);
    let size = sites.len();
    if lines.len() == size + 1 {
        check_names(&row(lines[0], delimiter), sites)?;
        lines.remove(0);
    }
    if lines.len() != size {
        return Err(PastedError::Rows { rows: lines.len(), sites: size });
    }
    let mut values = Vec::with_capacity(size * size);
    for (from, line) in lines.iter().enumerate() {
        let mut cells = row(line, delimiter);
        if cells.len() == size + 1 {
            check_name(&cells.remove(0), sites[from], from)?;
        }
        if cells.len() != size {
            let site = sites[from].to_owned();
            return Err(PastedError::Columns { row: from + 1, site, cells: cells.len(), sites: size });
        }
        for (to, cell) in cells.iter().enumerate() {
            values.push(value(cell, (from, to), sites, measure)?);
        }
    }
    Ok(Table { size, values })
}

fn value(
    cell: &str,
    (from, to): (usize, usize),
    sites: &[&str],
    measure: Measure,
) -> Result<u32, PastedError> {
    let place = || (from + 1, to + 1, sites[from].to_owned(), sites[to].to_owned());
    match cell {
        "" if from == to => return Ok(0),
        "" => {
            let (row, column, from, to) = place();
            return Err(PastedError::Hole { row, column, from, to });
        }
        "x" | "X" | "-" if from != to => return Ok(UNREACHABLE),
        _ => {}
    }
    let number = number(cell, measure).ok_or_else(|| {
        let (row, column, from, to) = place();
        let text = cell.chars().take(40).collect();
        PastedError::NotANumber { row, column, from, to, text }
    })?;
    if from == to && number != 0 {
        return Err(PastedError::Diagonal { row: from + 1, site: sites[from].to_owned() });
    }
    Ok(number)
}

fn number(cell: &str, measure: Measure) -> Option<u32> {
    // Spreadsheets carry more decimals than anybody typed.
    let billionths = u128::try_from(units::decimal::parse(cell, 9).ok()?).ok()?;
    let rounded = (billionths * measure.whole() + 500_000_000) / 1_000_000_000;
    u32::try_from(rounded).ok().filter(|number| *number < UNREACHABLE)
}

fn check_names(names: &[String], sites: &[&str]) -> Result<(), PastedError> {
    // A corner stands above the names of the rows.
    let names = if names.len() == sites.len() + 1 { &names[1..] } else { names };
    if names.len() != sites.len() {
        let (rows, sites) = (sites.len() + 1, sites.len());
        return Err(PastedError::Rows { rows, sites });
    }
    names.iter().zip(sites).enumerate().try_for_each(|(at, (name, site))| check_name(name, site, at))
}

fn check_name(name: &str, site: &str, at: usize) -> Result<(), PastedError> {
    if name.to_lowercase() == site.trim().to_lowercase() {
        return Ok(());
    }
    let name = name.chars().take(80).collect();
    Err(PastedError::OtherSite { row: at + 1, name, site: site.to_owned() })
}

/// A comma is a delimiter only where nothing else is: elsewhere it may be that of a decimal.
fn delimiter(line: &str) -> char {
    ['\t', ';'].into_iter().find(|mark| line.contains(*mark)).unwrap_or(',')
}

fn row(line: &str, delimiter: char) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for letter in line.trim_end_matches('\r').chars() {
        match letter {
            '"' => quoted = !quoted,
            mark if mark == delimiter && !quoted => cells.push(String::new()),
            other => {
                if let Some(cell) = cells.last_mut() {
                    cell.push(other);
                }
            }
        }
    }
    cells.into_iter().map(|cell| cell.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SITES: [&str; 3] = ["Ferme du Bois", "Halle", "Épicerie"];

    fn check(text: &str, measure: Measure, expected: Result<&[u32], &str>) {
        let parsed = parse(text, &SITES, measure);
        let shown = parsed.as_ref().map(|table| &table.values[..]).map_err(ToString::to_string);
        assert_eq!(shown, expected.map_err(str::to_owned), "{text}");
    }

    #[test]
    fn a_square_is_read_with_or_without_names() {
        let plain: Result<&[u32], &str> = Ok(&[0, 60, 120, 61, 0, 33, UNREACHABLE, 30, 0]);
        check("0,60,120\n61,0,33\nx,30,0", Measure::Seconds, plain);
        check("0\t1\t2\r\n1,01\t\t0,55\r\n-\t0.5\t0\r\n\r\n", Measure::Minutes, plain);
        let named = "\u{feff};Ferme du Bois;halle;Épicerie\n\"Ferme du Bois\";;0,06;0,12\n\
                     Halle;0,061;;0.033\nÉpicerie;X;0,03;";
        check(named, Measure::Kilometres, plain);
    }

    #[test]
    fn a_square_that_is_not_whole_is_refused_with_what_to_mend() {
        let cases = [
            ("", "the matrix is empty: paste a row of numbers for each site"),
            (
                "0,1,2\n1,0,1",
                "the matrix has 2 rows for 3 sites: paste one row for each site, in their order",
            ),
            ("0,1,2\n1,0\n1,1,0", "row 2 (Halle) has 2 cells for 3 sites: paste one number for each"),
            (
                "0,1,\n1,0,1\n1,1,0",
                "nothing stands in row 1, column 3 (from Ferme du Bois to Épicerie): \
                 fill it in, or write x where no road leads",
            ),
            (
                "0,1,2\n1,0,-3\n1,1,0",
                "\"-3\" in row 2, column 3 (from Halle to Épicerie) is not a number of zero or more: mend it",
            ),
            (
                "0,1,2\n1,0,3\n1,1,7",
                "row 3 (Épicerie) has another number than 0 from the site to itself: are the rows in another order?",
            ),
            (
                "Halle;0;1;2\n;1;0;1\n;1;1;0",
                "\"Halle\" stands where \"Ferme du Bois\" was expected, at 1: put rows and columns in the order of the sites",
            ),
        ];
        for (text, expected) in cases {
            check(text, Measure::Seconds, Err(expected));
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "[0-9,;\t\nx\"a-]{0,60}") {
            let _ = parse(&text, &SITES, Measure::Minutes);
        }
    }
}
