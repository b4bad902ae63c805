//! Packing labels, for sheets of stickers and for a roll printer.
//!
//! The sheets that are sold in shops, and the one roll that hubs print on. What one label looks like
//! is the business of `sticker`.

use krilla::metadata::Metadata;
use krilla::{Document, SerializeSettings};

use crate::PaperError;
use crate::draw::{page_settings, refused};
use crate::look::{MM, PAGE_HEIGHT, PAGE_WIDTH};
use crate::sticker::Sticker;

/// What one sticker says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Label {
    /// For whom: the shop.
    pub headline: String,
    /// From whom, what, which lot.
    pub lines: Vec<String>,
    /// Large in the corner: the number of the crate, as "2/5".
    pub corner: Option<String>,
    /// How to store it, in a word, white on black.
    pub mark: Option<String>,
}

/// The stickers that labels are printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LabelSheet {
    /// A4, two by four: 105 x 74 mm.
    TwoByFour,
    /// A4, three by eight: 70 x 37 mm.
    ThreeByEight,
    /// A roll, one label a page: 100 x 62 mm.
    Roll,
}

/// A place for a label and how its texts are set, in points.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Format {
    columns: usize,
    rows: usize,
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) padding: f32,
    pub(crate) headline: f32,
    pub(crate) line: f32,
    pub(crate) corner: f32,
    pub(crate) mark: f32,
    pub(crate) braid: bool,
}

impl LabelSheet {
    #[expect(clippy::cast_precision_loss)]
    fn format(self) -> Format {
        let sheet = |columns: usize, rows: usize| Format {
            columns,
            rows,
            width: PAGE_WIDTH / columns as f32,
            height: PAGE_HEIGHT / rows as f32,
            padding: 6.0 * MM,
            headline: 18.0,
            line: 12.0,
            corner: 30.0,
            mark: 11.0,
            braid: true,
        };
        match self {
            Self::TwoByFour => sheet(2, 4),
            Self::ThreeByEight => Format {
                padding: 4.0 * MM,
                headline: 10.5,
                line: 7.6,
                corner: 17.0,
                mark: 7.5,
                braid: false,
                ..sheet(3, 8)
            },
            Self::Roll => Format {
                columns: 1,
                rows: 1,
                width: 100.0 * MM,
                height: 62.0 * MM,
                padding: 5.0 * MM,
                line: 11.0,
                ..sheet(1, 1)
            },
        }
    }
}

pub(crate) fn labels(labels: &[Label], sheet: LabelSheet) -> Result<Vec<u8>, PaperError> {
    let format = sheet.format();
    let settings = SerializeSettings { enable_tagging: false, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    document.set_metadata(Metadata::new().creator("Tresse".to_owned()));
    let mut sheets: Vec<&[Label]> = labels.chunks(format.columns * format.rows).collect();
    if sheets.is_empty() {
        sheets.push(&[]);
    }
    for labels in sheets {
        let (width, height) = format.page();
        let mut page = document.start_page_with(page_settings(width, height)?);
        let mut surface = page.surface();
        for (index, label) in labels.iter().enumerate() {
            Sticker { format, corner: format.place(index) }.draw(&mut surface, label);
        }
        surface.finish();
        page.finish();
    }
    document.finish().map_err(refused)
}

#[expect(clippy::cast_precision_loss)]
impl Format {
    fn page(self) -> (f32, f32) {
        (self.width * self.columns as f32, self.height * self.rows as f32)
    }

    fn place(self, index: usize) -> (f32, f32) {
        let (row, column) = (index / self.columns, index % self.columns);
        (column as f32 * self.width, row as f32 * self.height)
    }
}
