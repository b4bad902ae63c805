//! The apostrophe that keeps a spreadsheet program from running a text as a formula.
//!
//! `=HYPERLINK(…)` as the name of an article would be executed by whoever opens the export. The
//! apostrophe is taken off again on the way in, by a rule that undoes exactly what was done.
//!
//! Source: OWASP, *CSV Injection*.

use std::borrow::Cow;

/// Whether a program may take the text for a formula, apostrophes in front not counted.
fn is_active(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// The text as CSV carries it.
pub(super) fn for_csv(text: &str) -> Cow<'_, str> {
    if is_active(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text as a string cell of a workbook carries it: such a cell is never a formula, so only a
/// text that already has its apostrophe needs a second one, or reading would take it off.
pub(super) fn for_string_cell(text: &str) -> Cow<'_, str> {
    if text.starts_with('\'') { for_csv(text) } else { Cow::Borrowed(text) }
}

/// The text as it was before it was guarded.
pub(super) fn undo(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_active(rest) => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_formula_is_written_as_text_and_read_back() {
        for text in ["=1+1", "@SUM(A1)", "-5 %", "+32 61", "\tx", "\rx", "'=1", "''-"] {
            assert!(for_csv(text).starts_with('\''), "{text:?}");
            assert_eq!(undo(&for_csv(text)), text);
        }
        for text in ["", "l'ail", "'t Hof", "3-4 pièces"] {
            assert_eq!(for_csv(text), text);
            assert_eq!(undo(text), text);
        }
    }

    proptest! {
        #[test]
        fn guarding_is_undone(text in "['=+@\t\r a-]{0,6}") {
            for guarded in [for_csv(&text), for_string_cell(&text)] {
                prop_assert_eq!(undo(&guarded), &text);
            }
        }
    }
}
