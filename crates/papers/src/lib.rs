//! Papers: PDF from data, for the back office of a food hub.
//!
//! [`paper`] sets invoices, credit notes, statements, consolidated orders, delivery notes and picking
//! lists on A4 pages; [`labels`] sets packing labels. Values go in, already translated and formatted,
//! and bytes come out: no clock, no I/O, and the same value always gives the same bytes.
//!
//! A paper is PDF/A-3b, to be archived and to carry an e-invoice, and PDF/UA-1, to be read aloud.
//! krilla checks both as it writes. Its text can be searched and copied. Any text is accepted: what
//! Noto Sans (Latin, Greek, Cyrillic) cannot show is drawn as a mark and still found by a search.
//! Labels go to a printer and are plain PDF 1.7.

mod block;
mod braid;
mod draft;
mod draw;
mod fitted;
mod font;
mod frame;
mod head;
mod label;
mod look;
mod pages;
mod paper;
mod parts;
mod signs;
mod sticker;
mod table;
mod tags;
mod text;
mod widths;

pub use label::{Label, LabelSheet};
pub use paper::{Align, Column, Day, Paper, Part, Party, Row, Table, TotalLine, Width, Words};

/// Why there is no PDF.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// A limit of the format was passed, as eight million objects; no text alone does this.
    #[error("the PDF cannot be written: {0}")]
    Refused(String),
}

/// Sets a paper on as many A4 pages as it needs.
///
/// Some 3 ms a page on a small server; the first paper of a process also reads the fonts (1 ms).
///
/// # Errors
/// [`PaperError::Refused`], which no paper of a reasonable size meets.
pub fn paper(paper: &Paper) -> Result<Vec<u8>, PaperError> {
    draw::paper(paper, draft::draft(paper))
}

/// Sets labels on sheets in order, row by row; without labels there is one empty page.
///
/// What does not fit a label is first made smaller, then cut with an ellipsis.
///
/// # Errors
/// [`PaperError::Refused`], which no reasonable number of labels meets.
pub fn labels(labels: &[Label], sheet: LabelSheet) -> Result<Vec<u8>, PaperError> {
    label::labels(labels, sheet)
}
