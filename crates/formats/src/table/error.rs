//! Why a file is refused as a table, and where in it: enough for a translated sentence.
//!
//! One variant is one thing that a person can mend in their spreadsheet program. The English text
//! is for logs and for the command line.

use super::limits;

/// Why bytes are not an acceptable table.
///
/// Lines and rows are counted as the person's own program shows them; columns begin at 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    #[error(
        "the file holds {bytes} bytes: a workbook may hold {}, a text {}",
        limits::FILE_BYTES,
        limits::TEXT_FILE_BYTES
    )]
    FileTooLarge { bytes: u64 },
    #[error("unpacked, the workbook holds more than {} bytes", limits::UNPACKED_BYTES)]
    UnpackedTooLarge,
    #[error("more than {} rows (row {line})", limits::ROWS)]
    TooManyRows { line: u32 },
    #[error("more than {} columns (row {line})", limits::COLUMNS)]
    TooManyColumns { line: u32 },
    #[error("more text or cells than a table may hold (row {line})")]
    TooMuch { line: u32 },
    #[error("cell {} holds more than {} characters", cell_address(*column, *line), limits::CELL_CHARACTERS)]
    CellTooLong { line: u32, column: u32 },
    #[error("there is no row of headers")]
    NoHeader,
    #[error("columns {first} and {second} have the same header, {header:?}")]
    DuplicateColumn { header: String, first: u32, second: u32 },
    /// More cells than headers: often a decimal comma that was taken for a delimiter.
    #[error("row {line} has {cells} cells under {headers} headers")]
    RowTooLong { line: u32, cells: u32, headers: u32 },
    #[error("a quotation mark opened on line {line} is never closed")]
    OpenQuote { line: u32 },
    /// Neither UTF-8, UTF-16 nor Windows-1252 text.
    #[error("line {line} is not text")]
    NotText { line: u32 },
    /// A workbook from before 2007, or one with a password.
    #[error("an old or a protected workbook: save it as .xlsx without a password")]
    OldWorkbook,
    #[error("not a workbook")]
    NotAWorkbook,
    #[error("the workbook is damaged in {part}: {reason}")]
    Damaged { part: String, reason: String },
    #[error("cell {cell} holds the error {shown}")]
    ErrorCell { cell: String, shown: String },
    /// A program wrote the formula and none has worked it out: its owner sees a number, we nothing.
    #[error("cell {cell} holds a formula without a result: open the workbook and save it")]
    Uncalculated { cell: String },
}

/// Why a workbook could not be written: a text above 32,767 characters, too many rows, a bad name.
#[derive(Debug, thiserror::Error)]
#[error("the workbook cannot be written: {0}")]
pub struct WriteError(#[from] pub(super) rust_xlsxwriter::XlsxError);

/// The address that spreadsheet programs show: column 2 of row 12 is `B12`.
pub fn cell_address(column: u32, line: u32) -> String {
    let mut letters = String::new();
    let mut left = column;
    while left > 0 {
        let digit = u8::try_from((left - 1) % 26).unwrap_or_default();
        letters.insert(0, char::from(b'A' + digit));
        left = (left - 1) / 26;
    }
    format!("{letters}{line}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_those_of_a_spreadsheet() {
        let cells = [(1, 1, "A1"), (2, 12, "B12"), (26, 3, "Z3"), (27, 4, "AA4"), (702, 5, "ZZ5")];
        for (column, line, expected) in cells {
            assert_eq!(cell_address(column, line), expected);
        }
    }
}
