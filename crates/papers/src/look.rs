//! How our papers look: colours, measures and kinds of text.
//!
//! One place, so that a label, an invoice and an order are recognised as coming from one house, and
//! so that a test can hold every text colour to a legible contrast.

use crate::font::Face;

/// Points in a millimetre; all inner measures are points from the top left corner.
pub(crate) const MM: f32 = 72.0 / 25.4;

/// A4.
pub(crate) const PAGE_WIDTH: f32 = 210.0 * MM;
pub(crate) const PAGE_HEIGHT: f32 = 297.0 * MM;
pub(crate) const MARGIN: f32 = 18.0 * MM;
pub(crate) const BODY_WIDTH: f32 = PAGE_WIDTH - 2.0 * MARGIN;
/// Where the text begins on the pages after the first, under their running head.
pub(crate) const NEXT_BODY_TOP: f32 = 31.0 * MM;

/// An sRGB colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Colour(pub(crate) u8, pub(crate) u8, pub(crate) u8);

pub(crate) const WHITE: Colour = Colour(0xFF, 0xFF, 0xFF);
pub(crate) const INK: Colour = Colour(0x22, 0x30, 0x2B);
pub(crate) const GREY: Colour = Colour(0x5A, 0x66, 0x60);
pub(crate) const HAIRLINE: Colour = Colour(0xD8, 0xD2, 0xC4);
pub(crate) const TINT: Colour = Colour(0xF7, 0xF3, 0xEA);
pub(crate) const LEAF: Colour = Colour(0x2F, 0x6B, 0x4F);
pub(crate) const OCHRE: Colour = Colour(0xB7, 0x79, 0x1F);
pub(crate) const SLATE: Colour = Colour(0x3F, 0x58, 0x73);

/// A kind of text: its face, its size and the height of its lines in points, its colour.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    pub(crate) face: Face,
    pub(crate) size: f32,
    pub(crate) leading: f32,
    pub(crate) colour: Colour,
}

impl Style {
    const fn regular(size: f32, leading: f32, colour: Colour) -> Self {
        Self { face: Face::Regular, size, leading, colour }
    }

    const fn bold(size: f32, leading: f32, colour: Colour) -> Self {
        Self { face: Face::Bold, size, leading, colour }
    }

    /// The same text, larger or smaller.
    pub(crate) fn scaled(self, factor: f32) -> Self {
        Self { size: self.size * factor, leading: self.leading * factor, ..self }
    }

    /// How far the baseline lies below the top of a line: capitals stand in its middle.
    pub(crate) fn baseline(self) -> f32 {
        self.leading / 2.0 + self.size * CAPITALS / 2.0
    }
}

/// The height of Noto Sans's capitals in ems.
pub(crate) const CAPITALS: f32 = 0.714;

pub(crate) const ISSUER_NAME: Style = Style::bold(15.0, 20.0, INK);
pub(crate) const ISSUER_LINE: Style = Style::regular(8.5, 11.8, GREY);
pub(crate) const ADDRESS_NAME: Style = Style::bold(10.5, 14.5, INK);
pub(crate) const ADDRESS_LINE: Style = Style::regular(10.5, 14.5, INK);
pub(crate) const TITLE: Style = Style::bold(19.0, 25.0, LEAF);
pub(crate) const FACT_NAME: Style = Style::regular(8.5, 14.0, GREY);
pub(crate) const FACT_VALUE: Style = Style::regular(9.5, 14.0, INK);
pub(crate) const NOTICE: Style = Style::regular(9.5, 13.5, INK);
pub(crate) const HEADING: Style = Style::bold(12.0, 16.0, LEAF);
pub(crate) const BODY: Style = Style::regular(9.5, 13.5, INK);
pub(crate) const COLUMN_HEAD: Style = Style::bold(8.0, 10.5, INK);
pub(crate) const CELL: Style = Style::regular(9.0, 12.0, INK);
pub(crate) const GROUP: Style = Style::bold(9.5, 12.5, LEAF);
pub(crate) const DETAIL: Style = Style::regular(7.8, 10.2, GREY);
pub(crate) const SUBTOTAL: Style = Style::bold(9.0, 12.0, INK);
pub(crate) const TOTAL: Style = Style::regular(9.5, 13.0, INK);
pub(crate) const LAST_TOTAL: Style = Style::bold(12.5, 17.0, INK);
pub(crate) const CAPTION: Style = Style::regular(8.0, 11.0, GREY);
pub(crate) const FOOTER: Style = Style::regular(7.5, 10.0, GREY);
pub(crate) const RUNNING: Style = Style::bold(8.5, 11.0, INK);

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance, WCAG 2.2.
    fn luminance(colour: Colour) -> f64 {
        let part = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(colour.0) + 0.7152 * part(colour.1) + 0.0722 * part(colour.2)
    }

    #[test]
    fn every_text_colour_is_legible_on_white_and_on_tint() {
        for text in [INK, GREY, LEAF] {
            for ground in [WHITE, TINT] {
                let contrast = (luminance(ground) + 0.05) / (luminance(text) + 0.05);
                assert!(contrast >= 4.5, "{text:?} on {ground:?}: {contrast:.2}");
            }
        }
    }
}
