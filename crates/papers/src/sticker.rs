//! One label, drawn.
//!
//! A label is read at arm's length in a cold room: the name large, the crate's number larger, the
//! way to store it white on black. It has no colour to lose but the braid.

use krilla::surface::Surface;

use crate::braid::Braid;
use crate::draw::draw_area;
use crate::fitted::Fitted;
use crate::font::Face;
use crate::label::{Format, Label};
use crate::look::{CAPITALS, INK, MM, Style, WHITE};

const LEADING: f32 = 1.28;
const BRAID_INDENT: f32 = 8.0 * MM;
const HEADLINE_LINES: usize = 2;

/// A label's place on its sheet, by its left top corner.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sticker {
    pub(crate) format: Format,
    pub(crate) corner: (f32, f32),
}

impl Sticker {
    pub(crate) fn draw(self, surface: &mut Surface<'_>, label: &Label) {
        let format = self.format;
        let (left, top) = (self.corner.0 + format.padding, self.corner.1 + format.padding);
        let right = self.corner.0 + format.width - format.padding;
        let bottom = self.corner.1 + format.height - format.padding;
        if format.braid {
            Braid { x: left, y: top, width: 4.2 * MM, height: bottom - top, stroke: 1.9 }.draw(surface);
        }
        let left = if format.braid { left + BRAID_INDENT } else { left };
        let corner = draw_corner(surface, label, format, (right, top));
        let foot = bottom - draw_mark(surface, label, format, (right, bottom));
        let bold = style(Face::Bold, format.headline);
        let headline = Fitted::new(&[&label.headline], bold, right - left - corner, |_| HEADLINE_LINES);
        let end = headline.draw(surface, (left, top));
        let below_corner = if corner > 0.0 { top + format.corner * 1.05 } else { top };
        let begin = end.max(below_corner) + format.line * 0.45;
        let texts: Vec<&str> = label.lines.iter().map(String::as_str).collect();
        let room = |leading: f32| lines_within(foot - begin, leading);
        let lines = Fitted::new(&texts, style(Face::Regular, format.line), right - left, room);
        lines.draw(surface, (left, begin));
    }
}

/// Draws the number of the crate and says what width it takes from the headline.
fn draw_corner(
    surface: &mut Surface<'_>,
    label: &Label,
    format: Format,
    (right, top): (f32, f32),
) -> f32 {
    let Some(corner) = &label.corner else { return 0.0 };
    let fitted = Fitted::new(&[corner], style(Face::Bold, format.corner), format.width * 0.36, |_| 1);
    let Some(width) = fitted.width() else { return 0.0 };
    // Capitals begin at the top of the label, not the line that holds them.
    let rise = (fitted.style.leading - fitted.style.size * CAPITALS) / 2.0;
    fitted.draw(surface, (right - width, top - rise));
    width + 3.0 * MM
}

/// Draws the word of storage at the foot and says what height it takes from the lines.
fn draw_mark(
    surface: &mut Surface<'_>,
    label: &Label,
    format: Format,
    (right, bottom): (f32, f32),
) -> f32 {
    let Some(mark) = &label.mark else { return 0.0 };
    let white = Style { colour: WHITE, ..style(Face::Bold, format.mark) };
    let fitted = Fitted::new(&[mark], white, format.width * 0.6, |_| 1);
    let Some(width) = fitted.width() else { return 0.0 };
    let (across, along) = (format.mark * 0.3, format.mark * 0.7);
    let height = fitted.style.leading + 2.0 * across;
    let left = right - width - 2.0 * along;
    draw_area(surface, (left, bottom - height), (right - left, height), INK);
    fitted.draw(surface, (left + along, bottom - height + across));
    height + format.line * 0.3
}

fn style(face: Face, size: f32) -> Style {
    Style { face, size, leading: size * LEADING, colour: INK }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn lines_within(height: f32, leading: f32) -> usize {
    (height / leading) as usize
}
