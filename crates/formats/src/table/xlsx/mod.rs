//! Workbooks: the part of Office Open XML that a table needs, read under limits of our own.
//!
//! A workbook is an archive of XML files, and general readers trust it: `calamine` 0.38 reserves
//! memory for as many shared strings as the file claims to have, and unpacks whatever it is given.
//! Here each part is unpacked as a stream, its bytes counted, and only what a table needs is kept.
//!
//! Source: ECMA-376, part 1, `SpreadsheetML`; part 2, open packaging conventions.

mod number;
mod package;
mod sheet;
mod strings;
mod styles;
mod workbook;
mod xml;

pub(super) use number::exact as exact_number;

use super::build::Builder;
use super::{Table, TableError, check_size, limits};
use package::Package;
use strings::Strings;

/// Reads the first visible sheet that has a row which is not blank.
///
/// Numbers become their shortest decimal text of at most 15 digits, which is what a spreadsheet
/// computes with; percentages keep their sign (`6%`); dates become ISO texts, a time of day only when
/// there is one; formulas count for their stored result.
///
/// # Errors
/// [`TableError`]; a cell with an error such as `#N/A`, or a formula that was never worked out,
/// refuses the file with the cell's address.
pub fn read_xlsx(bytes: &[u8]) -> Result<Table, TableError> {
    check_size(bytes, limits::FILE_BYTES)?;
    let mut package = Package::open(bytes)?;
    let workbook = workbook::read(&mut package)?;
    let styles = match &workbook.styles {
        Some(part) => styles::read(&mut package, part)?,
        None => Vec::new(),
    };
    let strings = match &workbook.strings {
        Some(part) => strings::read(&mut package, part)?,
        None => Strings::default(),
    };
    for part in &workbook.sheets {
        let mut builder = Builder::default();
        let context =
            sheet::Context { strings: &strings, styles: &styles, since_1904: workbook.since_1904 };
        sheet::read(&mut package, part, &context, &mut builder)?;
        if builder.has_header() {
            return builder.finish();
        }
    }
    Err(TableError::NoHeader)
}
