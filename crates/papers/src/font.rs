//! The two faces of our papers, read once, and text shaped with them.
//!
//! Shaping is done here and not by krilla, so that the widths that were measured are the widths
//! that are drawn, and so that a face is read once for all documents.

use std::ops::Range;
use std::sync::LazyLock;

use harfrust::{
    Direction, Feature, ShapeOptions, ShapePlan, Shaper, ShaperData, Tag, UnicodeBuffer, script,
};
use krilla::surface::Location;
use krilla::text::{Font, Glyph, GlyphId};
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider as _};

use crate::signs::{self, After, MARK, Sign};

/// A face of Noto Sans. Its figures are all of one width, so columns of numbers align.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Face {
    Regular,
    Bold,
}

/// One paragraph in one face: its text and the glyphs that show it, from left to right.
#[derive(Debug)]
pub(crate) struct Shaped {
    pub(crate) face: Face,
    pub(crate) text: String,
    pub(crate) glyphs: Vec<Shape>,
}

/// A glyph in its place; widths and offsets in ems.
#[derive(Debug, Clone)]
pub(crate) struct Shape {
    id: GlyphId,
    pub(crate) advance: f32,
    offset: (f32, f32),
    /// The bytes of the text that this glyph shows, alone or with its neighbours of equal range.
    pub(crate) bytes: Range<usize>,
    pub(crate) after: After,
}

struct Loaded {
    shaper: Shaper<'static>,
    charmap: Charmap<'static>,
    plan: ShapePlan,
    font: Font,
    units_per_em: f32,
    /// The glyph of [`MARK`] and its advance in the units of the font.
    mark: (GlyphId, f32),
}

static REGULAR: LazyLock<Loaded> = LazyLock::new(|| Loaded::read(ttf_noto_sans::REGULAR));
static BOLD: LazyLock<Loaded> = LazyLock::new(|| Loaded::read(ttf_noto_sans::BOLD));

impl Face {
    fn loaded(self) -> &'static Loaded {
        match self {
            Self::Regular => &REGULAR,
            Self::Bold => &BOLD,
        }
    }

    pub(crate) fn font(self) -> Font {
        self.loaded().font.clone()
    }

    /// Shapes one paragraph; a text without a visible sign has no glyph.
    pub(crate) fn shape(self, paragraph: &str) -> Shaped {
        let loaded = self.loaded();
        let signs = signs::signs(paragraph, |c| loaded.charmap.map(c).is_some());
        let mut buffer = UnicodeBuffer::new();
        for (index, sign) in signs.iter().enumerate() {
            buffer.add(sign.shown, u32::try_from(index).unwrap_or(u32::MAX));
        }
        let (text, glyphs) = loaded.shape(&signs, buffer);
        Shaped { face: self, text, glyphs }
    }
}

impl Loaded {
    fn read(bytes: &'static [u8]) -> Self {
        let read = FontRef::new(bytes).expect("the font of the crate is whole");
        // Two faces, kept as long as the program runs.
        let tables: &'static ShaperData = Box::leak(Box::new(ShaperData::new(&read)));
        let shaper = tables.shaper(&read).build();
        let charmap = read.charmap();
        let font = Font::new(bytes.into(), 0).expect("the font of the crate is whole");
        // Ligatures would hide letters from the search of simple readers.
        let plain = [Feature::new(Tag::new(b"liga"), 0, ..)];
        let plan = ShapePlan::new(&shaper, Direction::LeftToRight, Some(script::LATIN), None, &plain);
        let units_per_em = font.units_per_em();
        let mark = charmap.map(MARK).expect("the font of the crate has the mark");
        let advance = read.glyph_metrics(Size::unscaled(), LocationRef::default()).advance_width(mark);
        let mark = (GlyphId::new(mark.to_u32()), advance.unwrap_or_default());
        Self { shaper, charmap, plan, font, units_per_em, mark }
    }

    fn shape(&self, signs: &[Sign], mut buffer: UnicodeBuffer) -> (String, Vec<Shape>) {
        // The font has Latin, Greek and Cyrillic: all run from left to right, and one plan serves.
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(script::LATIN);
        let shaped = self.shaper.shape(buffer, ShapeOptions::new().plan(Some(&self.plan)));
        let mut text = String::with_capacity(signs.len());
        let starts: Vec<usize> = signs
            .iter()
            .map(|sign| {
                text.push(sign.kept);
                text.len() - sign.kept.len_utf8()
            })
            .collect();
        let mut glyphs: Vec<Shape> = Vec::with_capacity(shaped.len());
        let mut end = signs.len();
        let mut start = signs.len();
        for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()).rev() {
            let cluster = (info.cluster as usize).min(signs.len().saturating_sub(1));
            if cluster < start {
                end = start;
                start = cluster;
            }
            let byte = |index: usize| starts.get(index).copied().unwrap_or(text.len());
            let (id, advance) = self.present(info.glyph_id, position.x_advance);
            glyphs.push(Shape {
                id,
                advance: advance / self.units_per_em,
                offset: (self.ems(position.x_offset), self.ems(position.y_offset)),
                bytes: byte(start)..byte(end),
                after: signs[end - 1].after,
            });
        }
        glyphs.reverse();
        (text, glyphs)
    }

    /// The glyph itself, or the mark where shaping ended at a glyph that the font lacks.
    #[expect(clippy::cast_precision_loss)]
    fn present(&self, id: u32, advance: i32) -> (GlyphId, f32) {
        match id {
            0 => self.mark,
            _ => (GlyphId::new(id), advance as f32),
        }
    }

    #[expect(clippy::cast_precision_loss)]
    fn ems(&self, units: i32) -> f32 {
        units as f32 / self.units_per_em
    }
}

impl Glyph for Shape {
    fn glyph_id(&self) -> GlyphId {
        self.id
    }

    fn text_range(&self) -> Range<usize> {
        self.bytes.clone()
    }

    fn x_advance(&self, size: f32) -> f32 {
        self.advance * size
    }

    fn x_offset(&self, size: f32) -> f32 {
        self.offset.0 * size
    }

    fn y_offset(&self, size: f32) -> f32 {
        self.offset.1 * size
    }

    fn y_advance(&self, _size: f32) -> f32 {
        0.0
    }

    fn location(&self) -> Option<Location> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_font_has_what_our_four_languages_write() {
        for face in [Face::Regular, Face::Bold] {
            let all = "€éèêëçàùûôîïœæßäöüñĳ–—’«»…°²³½×−±‰№•·→\u{202f}\u{a0}□\u{FFFD}";
            for c in all.chars() {
                assert!(face.loaded().charmap.map(c).is_some(), "{face:?} {c:?}");
            }
            // Figures and the minus are of one width, so that columns of numbers align.
            for figure in "0123456789\u{2212}".chars() {
                let advance = face.shape(&figure.to_string()).glyphs[0].advance;
                assert!((advance - face.shape("0").glyphs[0].advance).abs() < 1e-6, "{figure}");
            }
        }
    }

    #[test]
    fn an_accent_of_its_own_belongs_to_its_letter() {
        let shaped = Face::Regular.shape("pa\u{302}te\u{301}");
        assert_eq!(shaped.glyphs.len(), 4);
        assert_eq!(&shaped.text[shaped.glyphs[1].bytes.clone()], "a\u{302}");
        assert_eq!(&shaped.text[shaped.glyphs[3].bytes.clone()], "e\u{301}");
    }

    #[test]
    fn no_glyph_is_missing() {
        let shaped = Face::Bold.shape("שלום 🧀 日本 \u{0}\u{301}");
        assert!(shaped.glyphs.iter().all(|glyph| glyph.id != GlyphId::new(0)));
        assert_eq!(shaped.text, "שלום 🧀 日本 \u{301}");
    }
}
