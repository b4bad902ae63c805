//! The rows of one worksheet.

use std::io::Read;

use super::number;
use super::package::Package;
use super::strings::{Strings, read_text};
use super::styles::Kind;
use super::xml::{Piece, Xml, attribute};
use crate::table::build::{Builder, count};
use crate::table::{TableError, cell_address, limits};

/// What the cells of a sheet refer to.
pub(super) struct Context<'a> {
    pub(super) strings: &'a Strings,
    pub(super) styles: &'a [Kind],
    pub(super) since_1904: bool,
}

/// Rows of a sheet end here in every program, so a number beyond is a lie.
const LAST_ROW: u32 = 1_048_576;

/// A row being read; cells before the first and between are blank.
#[derive(Default)]
struct Row {
    line: u32,
    cells: Vec<String>,
}

/// Reads each row into `builder`; positions that the file leaves out follow one another.
pub(super) fn read(
    package: &mut Package<'_>,
    part: &str,
    context: &Context<'_>,
    builder: &mut Builder,
) -> Result<(), TableError> {
    let mut xml = package.xml(part)?;
    let mut row = Row::default();
    let mut column: u32 = 0;
    loop {
        match xml.next()? {
            Piece::Open(start) => match start.local_name().as_ref() {
                "row" => {
                    let given = attribute(&start, "r").and_then(|row| row.parse::<u32>().ok());
                    row = Row { line: given.unwrap_or(row.line + 1), cells: Vec::new() };
                    column = 0;
                    if row.line > LAST_ROW {
                        return Err(TableError::TooManyRows { line: row.line });
                    }
                }
                "c" => {
                    let given = attribute(&start, "r").and_then(|address| column_of(&address));
                    column = given.unwrap_or(column.saturating_add(1));
                    let form = Form {
                        kind: attribute(&start, "t").unwrap_or_default(),
                        style: attribute(&start, "s").and_then(|style| style.parse().ok()).unwrap_or(0),
                    };
                    let text = read_cell(&mut xml, &form, context, column, row.line)?;
                    row.put(column, text)?;
                }
                _ => {}
            },
            Piece::Close(name) if name == "row" => {
                builder.push(row.line, std::mem::take(&mut row.cells))?;
            }
            Piece::Close(name) if name == "sheetData" => return Ok(()),
            Piece::End => return Err(xml.damaged("a sheet without an end")),
            _ => {}
        }
    }
}

impl Row {
    fn put(&mut self, column: u32, text: String) -> Result<(), TableError> {
        if text.is_empty() {
            return Ok(());
        }
        let index = usize::try_from(column).unwrap_or(usize::MAX).saturating_sub(1);
        if index >= limits::COLUMNS {
            return Err(TableError::TooManyColumns { line: self.line });
        }
        if self.cells.len() <= index {
            self.cells.resize(index + 1, String::new());
        }
        self.cells[index] = text;
        Ok(())
    }
}

/// How a cell says what it holds.
struct Form {
    kind: String,
    style: usize,
}

fn read_cell<R: Read>(
    xml: &mut Xml<R>,
    form: &Form,
    context: &Context<'_>,
    column: u32,
    line: u32,
) -> Result<String, TableError> {
    let mut value = String::new();
    let (mut in_value, mut formula) = (false, false);
    loop {
        match xml.next()? {
            Piece::Open(start) => match start.local_name().as_ref() {
                "v" => in_value = true,
                "f" => formula = true,
                "is" => value = read_text(xml, "is")?,
                _ => {}
            },
            Piece::Close(name) if name == "v" => in_value = false,
            Piece::Close(name) if name == "c" => break,
            Piece::Text(text) if in_value => {
                value.push_str(&text);
                if value.len() > limits::CELL_CHARACTERS * 8 {
                    return Err(TableError::CellTooLong { line, column });
                }
            }
            Piece::End => return Err(xml.damaged("a cell without an end")),
            _ => {}
        }
    }
    // A formula that gives an empty text says so by its kind.
    if formula && value.is_empty() && form.kind != "str" {
        return Err(TableError::Uncalculated { cell: cell_address(column, line) });
    }
    Ok(match form.kind.as_str() {
        _ if value.is_empty() => value,
        "s" => {
            let text = value.trim().parse().ok().and_then(|index| context.strings.get(index));
            text.ok_or_else(|| xml.damaged("a cell refers to a text that is not there"))?.to_owned()
        }
        "e" => {
            let cell = cell_address(column, line);
            return Err(TableError::ErrorCell { cell, shown: value });
        }
        "b" => boolean(&value).to_owned(),
        "str" | "inlineStr" | "d" => value,
        _ => {
            let kind = context.styles.get(form.style).copied().unwrap_or_default();
            number::show(&value, kind, context.since_1904)
        }
    })
}

fn boolean(value: &str) -> &str {
    match value.trim() {
        "1" | "true" => "true",
        "0" | "false" => "false",
        other => other,
    }
}

/// The column of an address such as `AB12`: 28.
fn column_of(address: &str) -> Option<u32> {
    let letters: Vec<u32> = address
        .bytes()
        .map_while(|byte| {
            byte.is_ascii_alphabetic().then(|| u32::from(byte.to_ascii_uppercase() - b'A') + 1)
        })
        .take(8)
        .collect();
    if letters.is_empty() || letters.len() > 3 {
        return (letters.len() > 3).then_some(count(usize::MAX));
    }
    Some(letters.into_iter().fold(0, |column, letter| column * 26 + letter))
}

#[cfg(test)]
mod tests {
    use super::column_of;

    #[test]
    fn columns_are_counted_from_their_letters() {
        let columns = [
            ("A1", Some(1)),
            ("Z9", Some(26)),
            ("AB12", Some(28)),
            ("XFD1", Some(16_384)),
            ("12", None),
        ];
        for (address, column) in columns {
            assert_eq!(column_of(address), column);
        }
        assert_eq!(column_of("AAAAAAAA1"), Some(u32::MAX));
    }
}
