//! A rectangle of text under one row of headers, as CSV and XLSX files carry it.
//!
//! Producers keep their catalogues in spreadsheets, so this is the widest door into the product and
//! the one most worth guarding: limits hold before memory is spent, whatever a file claims.

mod build;
mod csv;
mod decode;
mod error;
mod guard;
mod write;
mod xlsx;

pub use error::{TableError, WriteError, cell_address};
pub use write::{BYTE_ORDER_MARK, Cell, csv_row, write_csv, write_xlsx};

pub use csv::read_csv;
pub use xlsx::read_xlsx;

/// What a file may hold; each is refused with a [`TableError`] of its own.
pub mod limits {
    /// Bytes of a workbook, which may hold pictures.
    pub const FILE_BYTES: u64 = 20 * 1024 * 1024;
    /// Bytes of a text: in other encodings it takes twice the room once it is read.
    pub const TEXT_FILE_BYTES: u64 = 8 * 1024 * 1024;
    /// Bytes of a workbook once unpacked.
    pub const UNPACKED_BYTES: u64 = 64 * 1024 * 1024;
    /// Rows below the headers.
    pub const ROWS: usize = 50_000;
    pub const COLUMNS: usize = 200;
    /// Characters in one cell.
    pub const CELL_CHARACTERS: usize = 10_000;
    /// Cells of a whole table: rows times columns of the header row.
    pub const CELLS: usize = 250_000;
    /// Bytes of text of a whole table: one text of a workbook can stand in many cells.
    pub const TEXT_BYTES: usize = 12 * 1024 * 1024;
}

/// The rows of a file under its headers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Trimmed; no two fold to the same text. A column may have an empty header.
    pub headers: Vec<String>,
    pub rows: Vec<TableRow>,
}

/// One row with at least one cell that is not blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// The line, or the number of the row, as the person sees it in their own program.
    pub line: u32,
    /// Trimmed, as many as there are headers.
    pub cells: Vec<String>,
}

/// Reads a file by what is in it: a workbook when it begins as a ZIP archive does, otherwise text.
///
/// `name` is the name of the file as the person sent it; it serves to explain a file that is
/// neither.
///
/// # Errors
/// [`TableError`], of which each variant says where.
pub fn read(name: &str, bytes: &[u8]) -> Result<Table, TableError> {
    if bytes.starts_with(b"PK") {
        return read_xlsx(bytes);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(TableError::OldWorkbook);
    }
    match read_csv(bytes) {
        Err(TableError::NotText { .. }) if has_workbook_extension(name) => Err(TableError::NotAWorkbook),
        result => result,
    }
}

fn has_workbook_extension(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, extension)| {
        ["xlsx", "xlsm", "xls", "ods"].iter().any(|known| extension.eq_ignore_ascii_case(known))
    })
}

fn check_size(bytes: &[u8], most: u64) -> Result<(), TableError> {
    let size = bytes.len() as u64;
    if size > most { Err(TableError::FileTooLarge { bytes: size }) } else { Ok(()) }
}
