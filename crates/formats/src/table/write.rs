//! Tables written for spreadsheet programs: CSV that they open with accents intact, and XLSX.
//!
//! Both are deterministic, and neither lets a text become a formula.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook};

use super::{WriteError, guard, xlsx};

/// One cell to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    Text(String),
    /// A plain decimal with a point, such as `-12.5`.
    Number(String),
    Empty,
}

/// Writes a table as UTF-8 text with a byte order mark, `;` between cells and `\r\n` after rows.
///
/// `decimal_mark` is what the reader's spreadsheet program takes for one: a comma in Belgium and
/// France, a point elsewhere. Every `Vec` holds as many cells as there are headers, or fewer.
pub fn write_csv(
    headers: &[impl AsRef<str>],
    rows: impl IntoIterator<Item = Vec<Cell>>,
    decimal_mark: char,
) -> Vec<u8> {
    let mut out = String::from(BYTE_ORDER_MARK);
    let names = headers.iter().map(|header| Cell::Text(header.as_ref().to_owned())).collect();
    for row in std::iter::once(names).chain(rows) {
        push_row(&mut out, &row, decimal_mark);
    }
    out.into_bytes()
}

/// What a CSV file begins with, so that spreadsheet programs take it for UTF-8.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

/// One row as [`write_csv`] writes it, with its line end: for tables too long to hold.
pub fn csv_row(row: &[Cell], decimal_mark: char) -> String {
    let mut out = String::new();
    push_row(&mut out, row, decimal_mark);
    out
}

fn push_row(out: &mut String, row: &[Cell], decimal_mark: char) {
    for (index, cell) in row.iter().enumerate() {
        if index > 0 {
            out.push(';');
        }
        match cell {
            Cell::Text(text) => push_quoted(out, &guard::for_csv(text)),
            Cell::Number(number) => {
                out.extend(number.chars().map(|c| if c == '.' { decimal_mark } else { c }));
            }
            Cell::Empty => {}
        }
    }
    out.push_str("\r\n");
}

/// Quotes whatever a reader could take for a delimiter, ours or another.
fn push_quoted(out: &mut String, text: &str) {
    if !text.contains([';', ',', '\t', '|', '"', '\r', '\n']) {
        out.push_str(text);
        return;
    }
    out.push('"');
    out.push_str(&text.replace('"', "\"\""));
    out.push('"');
}

/// Writes a table as a workbook of one sheet.
///
/// `sheet_name` has at most 31 characters and none of `[ ] : * ? / \`. A number that a spreadsheet
/// cannot hold to the last digit is written as text.
///
/// # Errors
/// [`WriteError`] for a bad name, a text above 32,767 characters or more than 1,048,576 rows.
pub fn write_xlsx(
    sheet_name: &str,
    headers: &[impl AsRef<str>],
    rows: impl IntoIterator<Item = Vec<Cell>>,
) -> Result<Vec<u8>, WriteError> {
    let mut workbook = Workbook::new();
    // The moment of writing would make each export a different file.
    let moment = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&moment));
    let sheet = workbook.add_worksheet();
    sheet.set_name(sheet_name)?;
    let bold = Format::new().set_bold();
    for (column, header) in (0..).zip(headers) {
        sheet.write_string_with_format(0, column, guard::for_string_cell(header.as_ref()), &bold)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    for (row, cells) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Cell::Text(text) => sheet.write_string(row, column, guard::for_string_cell(&text))?,
                Cell::Number(number) => match xlsx::exact_number(&number) {
                    Some(value) => sheet.write_number(row, column, value)?,
                    None => sheet.write_string(row, column, number)?,
                },
                Cell::Empty => continue,
            };
        }
    }
    Ok(workbook.save_to_buffer()?)
}
