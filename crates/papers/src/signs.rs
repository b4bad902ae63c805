//! From any text to signs that the font can show.
//!
//! Data comes with control characters, emoji and scripts that Noto Sans lacks; PDF/A refuses a
//! missing glyph, and a reader must see that something stands there. The text kept for search and
//! for reading aloud stays what it was, wherever the standard allows it.

/// One character: what is drawn, what a search or a screen reader finds, and what may follow it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sign {
    pub(crate) shown: char,
    pub(crate) kept: char,
    pub(crate) after: After,
}

/// What a line may do after a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum After {
    Stay,
    Break,
    /// The sign is a space: it may hang beyond the end of its line.
    Space,
}

/// Drawn for what the font cannot show.
pub(crate) const MARK: char = '\u{FFFD}';

/// The paragraphs of a text: it is cut at every kind of line end.
pub(crate) fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'])
}

/// The signs of one paragraph: spaces single and none at the ends, nothing invisible, and
/// [`MARK`] for each character that `in_font` denies. A paragraph of spaces has no sign.
pub(crate) fn signs(paragraph: &str, in_font: impl Fn(char) -> bool) -> Vec<Sign> {
    let mut signs: Vec<Sign> = Vec::with_capacity(paragraph.len());
    for c in paragraph.chars().filter(|&c| !is_invisible(c)) {
        let sign = sign(c, &in_font);
        let doubled = signs.last().is_none_or(|last| last.after == After::Space);
        if !(sign.after == After::Space && doubled) {
            signs.push(sign);
        }
    }
    if signs.last().is_some_and(|last| last.after == After::Space) {
        signs.pop();
    }
    if signs.iter().all(|sign| sign.kept == ' ') {
        signs.clear();
    }
    allow_breaks_inside_words(&mut signs);
    show_minus(&mut signs, in_font);
    signs
}

fn sign(c: char, in_font: impl Fn(char) -> bool) -> Sign {
    let stay = |shown, kept| Sign { shown, kept, after: After::Stay };
    match c {
        // Kept as plain spaces, so that a search for "1 234,50 €" finds it.
        '\u{a0}' | '\u{202f}' | '\u{2007}' => stay(if in_font(c) { c } else { ' ' }, ' '),
        '\u{2011}' => stay('-', '-'),
        c if c.is_whitespace() || c == '\u{2800}' => Sign { shown: ' ', kept: ' ', after: After::Space },
        c if in_font(c) => stay(c, c),
        '\u{2610}' if in_font('\u{25a1}') => stay('\u{25a1}', c),
        // A private character means nothing to anybody else.
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. => stay(MARK, MARK),
        c => stay(MARK, c),
    }
}

/// Lets "bulk-packed" and "kg/crate" be cut after their mark, but never "-12" or "+++090/9337+++".
fn allow_breaks_inside_words(signs: &mut [Sign]) {
    for at in 1..signs.len().saturating_sub(1) {
        let between_letters = signs[at - 1].kept.is_alphabetic() && signs[at + 1].kept.is_alphabetic();
        if between_letters && matches!(signs[at].kept, '-' | '/' | '–') {
            signs[at].after = After::Break;
        }
    }
}

/// Shows a hyphen that begins a number as a minus, which is as wide as a figure.
fn show_minus(signs: &mut [Sign], in_font: impl Fn(char) -> bool) {
    for at in 0..signs.len().saturating_sub(1) {
        let begins = at == 0 || signs[at - 1].kept == ' ';
        let number = begins && signs[at].shown == '-' && signs[at + 1].kept.is_ascii_digit();
        if number && in_font('\u{2212}') {
            signs[at].shown = '\u{2212}';
        }
    }
}

/// Characters without a shape: controls, directions, joiners, variation selectors, non-characters.
fn is_invisible(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fdd0}'..='\u{fdef}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
        || u32::from(c) & 0xFFFE == 0xFFFE
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, shown: &str, kept: &str) {
        let signs = signs(text, |c| u32::from(c) < 0x2000 || matches!(c, '\u{202f}' | '€' | MARK));
        assert_eq!(signs.iter().map(|sign| sign.shown).collect::<String>(), shown, "{text:?}");
        assert_eq!(signs.iter().map(|sign| sign.kept).collect::<String>(), kept, "{text:?}");
    }

    #[test]
    fn what_cannot_be_shown_is_marked_and_still_found() {
        check("  Tomme \t de\u{7}  brebis ", "Tomme de brebis", "Tomme de brebis");
        check("1\u{202f}234,50\u{a0}€", "1\u{202f}234,50\u{a0}€", "1 234,50 €");
        check("🧀 chèvre", "\u{FFFD} chèvre", "🧀 chèvre");
        check("👨\u{200d}🌾", "\u{FFFD}\u{FFFD}", "👨🌾");
        check("\u{e001}\u{FFFE}\u{feff}x", "\u{FFFD}x", "\u{FFFD}x");
        check("", "", "");
        check("\u{a0}\u{202f} \u{3000}", "", "");
    }

    #[test]
    fn words_break_between_letters_and_figures_never() {
        let breaks =
            |text| signs(text, |_| true).iter().filter(|sign| sign.after == After::Break).count();
        assert_eq!(breaks("demi-gras et/ou frais"), 2);
        assert_eq!(breaks("-12,50 +++090/9337/55493+++ 2026-0412"), 0);
    }
}
