//! What is wrong with a file of rows, in the reader's words: where it stands and what to do about it.

use formats::table::{TableError, cell_address, limits};
use units::Language;

use crate::words::words;

pub fn say(error: &TableError, language: Language) -> String {
    use TableError as E;
    let t = words(language);
    let at = |line: u32| i64::from(line);
    match error {
        E::FileTooLarge { .. } | E::UnpackedTooLarge => t.file_too_large(),
        E::TooManyRows { .. } => t.file_too_many_rows(limits::ROWS as i64),
        E::TooManyColumns { .. } => t.file_too_many_columns(limits::COLUMNS as i64),
        E::TooMuch { line } => t.file_too_much(at(*line)),
        E::CellTooLong { line, column } => t.file_cell_too_long(cell_address(*column, *line)),
        E::NoHeader => t.file_no_header(),
        E::DuplicateColumn { header, .. } => t.file_duplicate_column(header),
        E::RowTooLong { line, .. } => t.file_row_too_long(at(*line)),
        E::OpenQuote { line } => t.file_open_quote(at(*line)),
        E::NotText { line } => t.file_not_text(at(*line)),
        E::OldWorkbook => t.file_old_workbook(),
        E::NotAWorkbook => t.file_not_a_workbook(),
        E::Damaged { part, .. } => t.file_damaged(part),
        E::ErrorCell { cell, .. } => t.file_error_cell(cell),
        E::Uncalculated { cell } => t.file_uncalculated(cell),
    }
}

/// That a file holds more than is read.
pub fn too_large(language: Language) -> String {
    words(language).file_too_large()
}
