//! A table grown row by row, so that CSV and XLSX hold to the same rules and limits.

use std::collections::HashMap;

use units::text::fold;

use super::{Table, TableError, TableRow, guard, limits};

/// The first row that is not blank becomes the headers, the others follow.
#[derive(Default)]
pub(super) struct Builder {
    table: Option<Table>,
    text_bytes: usize,
}

impl Builder {
    /// Adds the cells of a row; blank rows are passed over.
    pub(super) fn push(&mut self, line: u32, cells: Vec<String>) -> Result<(), TableError> {
        let cells = self.clean(line, cells)?;
        if cells.is_empty() {
            return Ok(());
        }
        let Some(table) = &mut self.table else {
            self.table = Some(Table { headers: check_headers(cells)?, rows: Vec::new() });
            return Ok(());
        };
        let headers = table.headers.len();
        if cells.len() > headers {
            return Err(TableError::RowTooLong {
                line,
                cells: count(cells.len()),
                headers: count(headers),
            });
        }
        if table.rows.len() == limits::ROWS {
            return Err(TableError::TooManyRows { line });
        }
        if (table.rows.len() + 1) * headers > limits::CELLS {
            return Err(TableError::TooMuch { line });
        }
        let mut cells = cells;
        cells.resize(headers, String::new());
        table.rows.push(TableRow { line, cells });
        Ok(())
    }

    /// Whether a row of headers was met.
    pub(super) fn has_header(&self) -> bool {
        self.table.is_some()
    }

    pub(super) fn finish(self) -> Result<Table, TableError> {
        self.table.ok_or(TableError::NoHeader)
    }

    /// Trims and checks each cell, and drops blank ones at the end.
    fn clean(&mut self, line: u32, mut cells: Vec<String>) -> Result<Vec<String>, TableError> {
        for (index, cell) in cells.iter_mut().enumerate() {
            let text = guard::undo(cell.trim());
            if text.len() > limits::CELL_CHARACTERS
                && text.chars().nth(limits::CELL_CHARACTERS).is_some()
            {
                return Err(TableError::CellTooLong { line, column: count(index + 1) });
            }
            self.text_bytes += text.len();
            if text.len() != cell.len() {
                *cell = text.to_owned();
            }
        }
        if self.text_bytes > limits::TEXT_BYTES {
            return Err(TableError::TooMuch { line });
        }
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        if cells.len() > limits::COLUMNS {
            return Err(TableError::TooManyColumns { line });
        }
        Ok(cells)
    }
}

fn check_headers(headers: Vec<String>) -> Result<Vec<String>, TableError> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (index, header) in headers.iter().enumerate() {
        let folded = fold(header);
        if folded.is_empty() {
            continue;
        }
        if let Some(first) = seen.insert(folded, index) {
            return Err(TableError::DuplicateColumn {
                header: header.clone(),
                first: count(first + 1),
                second: count(index + 1),
            });
        }
    }
    Ok(headers)
}

pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
