//! Comma-separated values, with whichever delimiter and encoding the writer's country uses.
//!
//! The grammar is that of RFC 4180 with the usual forgiveness: any line ending, quotation marks
//! inside a bare field, text after a closing one. Parsed by hand, since the line that the person
//! sees, an unclosed quotation mark and a field of twenty million characters all have to be known
//! while reading.

use super::build::{Builder, count};
use super::decode::decode;
use super::{Table, TableError, check_size, limits};

const DELIMITERS: [u8; 4] = [b';', b'\t', b'|', b','];

/// Reads a text file; encoding and delimiter are found in it.
///
/// The delimiter is the one among `;`, tab, `|` and `,` that the header line has most of, or the one
/// that a first line `sep=;` names.
///
/// # Errors
/// [`TableError`], of which each variant says where.
pub fn read_csv(bytes: &[u8]) -> Result<Table, TableError> {
    check_size(bytes, limits::TEXT_FILE_BYTES)?;
    let text = decode(bytes)?;
    let mut records = Records { bytes: text.as_bytes(), text: &text, at: 0, line: 1, delimiter: b';' };
    records.find_delimiter();
    let mut builder = Builder::default();
    while let Some((line, cells)) = records.next()? {
        builder.push(line, cells)?;
    }
    builder.finish()
}

struct Records<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    /// The line that `at` is on.
    line: u32,
    delimiter: u8,
}

impl Records<'_> {
    fn find_delimiter(&mut self) {
        let body = self.text.trim_start();
        let first = body.lines().next().unwrap_or_default().trim_end();
        if let Some(named) = first.strip_prefix("sep=").or_else(|| first.strip_prefix("SEP="))
            && let [delimiter] = named.as_bytes()
            && DELIMITERS.contains(delimiter)
        {
            self.delimiter = *delimiter;
            self.at = self.text.len() - body.len() + first.len();
            self.line += count(self.text[..self.at].matches('\n').count());
            return;
        }
        let mut counts = [0_usize; DELIMITERS.len()];
        let mut quoted = false;
        for &byte in body.as_bytes() {
            match byte {
                b'"' => quoted = !quoted,
                b'\n' | b'\r' if !quoted => break,
                _ if quoted => {}
                _ => {
                    if let Some(index) = DELIMITERS.iter().position(|&delimiter| delimiter == byte) {
                        counts[index] += 1;
                    }
                }
            }
        }
        let most = counts.iter().max().copied().unwrap_or_default();
        let best = counts.iter().position(|&found| found == most).unwrap_or_default();
        self.delimiter = DELIMITERS[best];
    }

    /// The next record and the line it begins on.
    fn next(&mut self) -> Result<Option<(u32, Vec<String>)>, TableError> {
        if self.at >= self.bytes.len() {
            return Ok(None);
        }
        let start = self.line;
        let mut cells = Vec::new();
        loop {
            let cell = self.field(cells.len())?;
            if cells.len() < limits::COLUMNS {
                cells.push(cell);
            } else if !cell.trim().is_empty() {
                return Err(TableError::TooManyColumns { line: start });
            }
            if self.bytes.get(self.at) != Some(&self.delimiter) {
                break;
            }
            self.at += 1;
        }
        self.end_line();
        Ok(Some((start, cells)))
    }

    fn field(&mut self, index: usize) -> Result<String, TableError> {
        let mut cell = String::new();
        if self.bytes.get(self.at) == Some(&b'"') {
            self.quoted(index, &mut cell)?;
        }
        let start = self.at;
        while let Some(&byte) = self.bytes.get(self.at)
            && byte != self.delimiter
            && !matches!(byte, b'\n' | b'\r')
        {
            self.at += 1;
        }
        check_length(self.line, index, cell.len() + self.at - start)?;
        cell.push_str(&self.text[start..self.at]);
        Ok(cell)
    }

    /// Reads from an opening quotation mark to just after the one that closes it.
    fn quoted(&mut self, index: usize, cell: &mut String) -> Result<(), TableError> {
        let line = self.line;
        self.at += 1;
        loop {
            let start = self.at;
            while let Some(&byte) = self.bytes.get(self.at)
                && byte != b'"'
            {
                self.at += 1;
                let ends_line =
                    byte == b'\n' || (byte == b'\r' && self.bytes.get(self.at) != Some(&b'\n'));
                self.line += u32::from(ends_line);
            }
            if self.at == self.bytes.len() {
                return Err(TableError::OpenQuote { line });
            }
            check_length(line, index, cell.len() + self.at - start)?;
            cell.push_str(&self.text[start..self.at]);
            self.at += 1;
            if self.bytes.get(self.at) != Some(&b'"') {
                return Ok(());
            }
            cell.push('"');
            self.at += 1;
        }
    }

    fn end_line(&mut self) {
        match (self.bytes.get(self.at), self.bytes.get(self.at + 1)) {
            (Some(b'\r'), Some(b'\n')) => self.at += 2,
            (Some(_), _) => self.at += 1,
            (None, _) => return,
        }
        self.line += 1;
    }
}

/// Refuses a field that no trimming can bring under the limit, before it is copied.
fn check_length(line: u32, index: usize, bytes: usize) -> Result<(), TableError> {
    // Four bytes a character, and as much again for spaces around.
    if bytes > limits::CELL_CHARACTERS * 8 {
        return Err(TableError::CellTooLong { line, column: count(index + 1) });
    }
    Ok(())
}
