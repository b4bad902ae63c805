//! What a paper says: the data that becomes pages.
//!
//! Strings arrive translated and formatted; nothing here knows French, VAT or a clock. The same
//! value always gives the same bytes.

/// A document of A4 pages, from its issuer to its recipient.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Paper {
    /// What it is and its number, as "Facture 2026-0412".
    pub title: String,
    /// A language tag, as "fr" or "fr-BE": readers that speak the text need it.
    pub language: String,
    /// The day it was issued; the document's metadata says so too.
    pub issued: Day,
    pub issuer: Party,
    /// Placed for the window of an envelope: 50 mm from the top, on the right. Lines beyond the page
    /// are not drawn.
    pub recipient: Option<Party>,
    /// Names and values under the title: date, due date, order, payment reference.
    pub facts: Vec<(String, String)>,
    /// A sentence that must not be missed, in a frame under the head.
    pub notice: Option<String>,
    /// The body, in this order.
    pub parts: Vec<Part>,
    /// The company line at the foot of each page; up to six lines are drawn.
    pub footer: String,
    pub words: Words,
}

/// Who writes or receives: a name, then the lines of the address and the numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Party {
    pub name: String,
    pub lines: Vec<String>,
}

/// A day of the calendar, for the metadata; impossible ones are moved to the nearest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    pub year: i16,
    pub month: i8,
    pub day: i8,
}

impl Default for Day {
    fn default() -> Self {
        Self { year: 1970, month: 1, day: 1 }
    }
}

/// The few words that the pages themselves need, in the language of the paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// `{n}` and `{total}` are replaced, as in "Page {n} / {total}".
    pub page: String,
    /// Follows the title of a group that goes on from the page before, as "suite".
    pub continued: String,
}

impl Default for Words {
    fn default() -> Self {
        Self { page: "{n} / {total}".to_owned(), continued: "…".to_owned() }
    }
}

/// A piece of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    Heading(String),
    /// Running text; line ends in it are kept.
    Text(String),
    Table(Table),
    /// Names and amounts on the right; the last line is the strong one. Never parted over pages.
    Totals(Vec<TotalLine>),
    /// Names and values in a tinted frame: how and where to pay.
    Frame(Vec<(String, String)>),
    /// Empty boxes to sign in, each under its caption, three in a row.
    Signatures(Vec<String>),
    /// Empty height in millimetres; nothing at the top of a page.
    Space(u16),
    NewPage,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TotalLine {
    pub label: String,
    pub amount: String,
}

/// A table; it breaks over pages and repeats its head.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub header: String,
    pub align: Align,
    pub width: Width,
}

impl Column {
    pub fn new(header: impl Into<String>, align: Align, width: Width) -> Self {
        Self { header: header.into(), align, width }
    }
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Align {
    #[default]
    Left,
    Right,
    Center,
}

/// How wide a column is. Widths that exceed the page together are narrowed in proportion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// As wide as its widest line: for figures.
    Fit,
    Millimetres(u16),
    /// This many parts of what the other columns leave.
    Share(u16),
}

/// A row of a table. Cells beyond the columns are not drawn, missing ones are empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// A title over the rows that follow; it stays with the first of them.
    Group(String),
    Line(Vec<String>),
    /// A small grey line that belongs to the row above: a lot, a reason.
    Detail(String),
    /// A strong line that closes the rows above.
    Subtotal(Vec<String>),
}
