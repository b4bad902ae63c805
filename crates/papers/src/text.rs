//! Texts measured and cut into lines.
//!
//! A text is shaped once, then asked for its width or for its lines: a table needs the first to
//! size its columns and the second to fill them.

use std::ops::Range;
use std::sync::Arc;

use crate::font::{Face, Shaped};
use crate::signs::{self, After};

/// A text in one face, shaped paragraph by paragraph.
#[derive(Debug, Clone)]
pub(crate) struct Text {
    paragraphs: Vec<Arc<Shaped>>,
}

/// One line of a text: some glyphs of one paragraph, and their width in ems.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) shaped: Arc<Shaped>,
    pub(crate) glyphs: Range<usize>,
    /// Without the space that hangs beyond the end.
    pub(crate) width: f32,
}

impl Text {
    pub(crate) fn new(text: &str, face: Face) -> Self {
        let shaped = signs::paragraphs(text).map(|paragraph| Arc::new(face.shape(paragraph)));
        let mut paragraphs: Vec<_> = shaped.collect();
        while paragraphs.last().is_some_and(|last| last.glyphs.is_empty()) {
            paragraphs.pop();
        }
        Self { paragraphs }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.paragraphs.is_empty()
    }

    /// The text as a search finds it, in one line.
    pub(crate) fn plain(&self) -> String {
        let texts: Vec<&str> = self.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
        texts.join(" ").trim().to_owned()
    }

    /// The width in ems that needs no line to be cut.
    pub(crate) fn width(&self) -> f32 {
        self.wrap(f32::INFINITY).iter().map(|line| line.width).fold(0.0, f32::max)
    }

    /// The width in ems of the longest piece that no line end may cut.
    pub(crate) fn widest_word(&self) -> f32 {
        let mut widest = 0.0_f32;
        for paragraph in &self.paragraphs {
            let mut word = 0.0;
            for glyph in &paragraph.glyphs {
                if glyph.after != After::Space {
                    word += glyph.advance;
                }
                widest = widest.max(word);
                if glyph.after != After::Stay {
                    word = 0.0;
                }
            }
        }
        widest
    }

    /// The lines of the text, none wider than `most` ems unless a single glyph is.
    ///
    /// An empty paragraph between others is an empty line.
    pub(crate) fn wrap(&self, most: f32) -> Vec<Line> {
        let mut lines = Vec::new();
        for paragraph in &self.paragraphs {
            wrap_paragraph(paragraph, most, &mut lines);
        }
        lines
    }
}

fn wrap_paragraph(paragraph: &Arc<Shaped>, most: f32, lines: &mut Vec<Line>) {
    let all = paragraph.glyphs.len();
    let mut start = 0;
    loop {
        let (end, width) = line_end(paragraph, start, most);
        lines.push(Line { shaped: Arc::clone(paragraph), glyphs: start..end, width });
        start = end;
        if start >= all {
            return;
        }
    }
}

/// Where the line that begins at `start` ends, and its width.
fn line_end(paragraph: &Shaped, start: usize, most: f32) -> (usize, f32) {
    let glyphs = &paragraph.glyphs;
    let mut advance = 0.0_f32;
    let mut width = 0.0_f32;
    // The last place to cut between words, and between letters where no word ends in time.
    let mut between_words = None;
    let mut between_letters = None;
    for (index, glyph) in glyphs.iter().enumerate().skip(start) {
        if index > start && glyph.bytes != glyphs[index - 1].bytes {
            between_letters = Some((index, width));
        }
        advance += glyph.advance;
        if glyph.after == After::Space {
            between_words = Some((index + 1, width));
            continue;
        }
        width = advance;
        if width > most
            && let Some(cut) = between_words.or(between_letters)
        {
            return cut;
        }
        if glyph.after == After::Break
            && glyphs.get(index + 1).is_none_or(|next| next.bytes != glyph.bytes)
        {
            between_words = Some((index + 1, width));
        }
    }
    (glyphs.len(), width)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, most: f32, expected: &[&str]) {
        let lines = Text::new(text, Face::Regular).wrap(most);
        let written: Vec<&str> = lines
            .iter()
            .map(|line| {
                let glyphs = &line.shaped.glyphs[line.glyphs.clone()];
                let bytes = glyphs.first().map_or(0, |first| first.bytes.start)
                    ..glyphs.last().map_or(0, |last| last.bytes.end);
                &line.shaped.text[bytes]
            })
            .collect();
        assert_eq!(written, expected);
        for line in &lines {
            assert!(line.width <= most || line.glyphs.len() == 1, "{line:?}");
        }
    }

    #[test]
    fn lines_end_between_words_and_long_words_are_cut() {
        check("", 10.0, &[]);
        check("Tomme de brebis", 100.0, &["Tomme de brebis"]);
        check("Tomme de brebis", 4.0, &["Tomme ", "de ", "brebis"]);
        check("12,50\u{a0}€ le kg", 4.0, &["12,50 € ", "le kg"]);
        check("anticonstitutionnellement", 5.0, &["anticonstit", "utionnelle", "ment"]);
        check("un\n\ndeux\n", 100.0, &["un", "", "deux"]);
        check("WW", 0.0, &["W", "W"]);
    }
}
