//! Text made to fit a place of fixed size.
//!
//! A label cannot grow: its text is made smaller step by step, and only then cut, visibly.

use krilla::geom::Point;
use krilla::surface::Surface;

use crate::draw::draw_line;
use crate::look::Style;
use crate::text::{Line, Text};

/// Lines of text in the largest of the sizes that let them fit.
#[derive(Debug)]
pub(crate) struct Fitted {
    lines: Vec<Line>,
    pub(crate) style: Style,
    /// Stands after the last line where lines are missing.
    ellipsis: Vec<Line>,
}

const FACTORS: [f32; 4] = [1.0, 0.9, 0.8, SMALLEST];
const SMALLEST: f32 = 0.7;

impl Fitted {
    /// Sets texts below one another, `width` points wide; `most` is how many lines of a given height
    /// there may be.
    pub(crate) fn new(texts: &[&str], style: Style, width: f32, most: impl Fn(f32) -> usize) -> Self {
        let texts: Vec<Text> = texts.iter().map(|text| Text::new(text, style.face)).collect();
        for factor in FACTORS {
            let style = style.scaled(factor);
            let lines = wrap(&texts, style, width);
            let whole_words = texts.iter().all(|text| text.widest_word() * style.size <= width);
            if whole_words && lines.len() <= most(style.leading) {
                return Self { lines, style, ellipsis: Vec::new() };
            }
        }
        Self::cut(&texts, style.scaled(SMALLEST), width, most)
    }

    fn cut(texts: &[Text], style: Style, width: f32, most: impl Fn(f32) -> usize) -> Self {
        let most = most(style.leading);
        let lines = wrap(texts, style, width);
        if lines.len() <= most {
            return Self { lines, style, ellipsis: Vec::new() };
        }
        let dots = Text::new("…", style.face);
        let mut lines = wrap(texts, style, width - dots.width() * style.size);
        lines.truncate(most);
        Self { lines, style, ellipsis: dots.wrap(f32::INFINITY) }
    }

    /// The width of the widest line; none without a visible line.
    pub(crate) fn width(&self) -> Option<f32> {
        let dots = self.ellipsis.first().map_or(0.0, |dots| dots.width);
        let last = self.lines.last().map_or(0.0, |last| last.width + dots);
        let widest = self.lines.iter().map(|line| line.width).fold(last, f32::max) * self.style.size;
        (widest > 0.0).then_some(widest)
    }

    /// Draws the lines from a left top corner and says where they end below.
    pub(crate) fn draw(&self, surface: &mut Surface<'_>, (left, top): (f32, f32)) -> f32 {
        let mut baseline = top + self.style.baseline();
        let mut bottom = top;
        for line in &self.lines {
            draw_line(surface, Point::from_xy(left, baseline), line, self.style);
            baseline += self.style.leading;
            bottom += self.style.leading;
        }
        if let (Some(last), Some(dots)) = (self.lines.last(), self.ellipsis.first()) {
            let after =
                Point::from_xy(left + last.width * self.style.size, baseline - self.style.leading);
            draw_line(surface, after, dots, self.style);
        }
        bottom
    }
}

fn wrap(texts: &[Text], style: Style, width: f32) -> Vec<Line> {
    texts.iter().flat_map(|text| text.wrap(width / style.size)).collect()
}
