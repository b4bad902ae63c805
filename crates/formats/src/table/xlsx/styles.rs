//! What the number in a cell stands for: a plain number, a percentage, a moment.
//!
//! A date is a number with a format, so `45992` has to be looked up to be seen as 1 December 2025;
//! and a VAT rate typed as `6%` is stored as `0.06`.

use std::collections::HashMap;

use super::package::Package;
use super::xml::{Piece, attribute};
use crate::table::TableError;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Kind {
    #[default]
    Plain,
    Percent,
    Moment,
}

/// Formats and styles beyond these numbers are no longer a workbook that a person made.
const MOST: usize = 70_000;

/// The kind of each cell style, in the order that cells refer to.
pub(super) fn read(package: &mut Package<'_>, part: &str) -> Result<Vec<Kind>, TableError> {
    let mut xml = package.xml(part)?;
    let mut custom: HashMap<u32, Kind> = HashMap::new();
    let mut styles = Vec::new();
    let mut in_cell_styles = false;
    loop {
        match xml.next()? {
            Piece::Open(start) => match start.local_name().as_ref() {
                "numFmt" => {
                    if let (Some(id), Some(code)) =
                        (attribute(&start, "numFmtId"), attribute(&start, "formatCode"))
                        && let Ok(id) = id.parse()
                    {
                        custom.insert(id, classify(&code));
                    }
                }
                "cellXfs" => in_cell_styles = true,
                "xf" if in_cell_styles => {
                    let id = attribute(&start, "numFmtId").and_then(|id| id.parse().ok()).unwrap_or(0);
                    styles.push(custom.get(&id).copied().unwrap_or_else(|| built_in(id)));
                }
                _ => {}
            },
            Piece::Close(name) if name == "cellXfs" => in_cell_styles = false,
            Piece::End => return Ok(styles),
            _ => {}
        }
        if custom.len() > MOST || styles.len() > MOST {
            return Err(xml.damaged("too many styles"));
        }
    }
}

/// # Source
/// ECMA-376 part 1, 18.8.30, with the ranges that East Asian editions add.
fn built_in(id: u32) -> Kind {
    match id {
        9 | 10 => Kind::Percent,
        14..=22 | 27..=36 | 45 | 47 | 50..=58 => Kind::Moment,
        _ => Kind::Plain,
    }
}

/// Reads the first section of a format code, past quoted words, brackets and fillers.
fn classify(code: &str) -> Kind {
    let mut characters = code.chars();
    while let Some(character) = characters.next() {
        match character {
            ';' => break,
            '"' => skip_past(&mut characters, '"'),
            // `[h]:mm` is a duration, of which the number of days is the plainest text.
            '[' if characters.as_str().starts_with(['h', 'm', 's']) => return Kind::Plain,
            '[' => skip_past(&mut characters, ']'),
            '\\' | '_' | '*' => {
                characters.next();
            }
            '%' => return Kind::Percent,
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' => return Kind::Moment,
            'G' | 'g' if characters.as_str().to_lowercase().starts_with("eneral") => return Kind::Plain,
            _ => {}
        }
    }
    Kind::Plain
}

fn skip_past(characters: &mut std::str::Chars<'_>, end: char) {
    characters.find(|&character| character == end);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_told_apart() {
        let codes = [
            ("General", Kind::Plain),
            ("0.00\" h\"", Kind::Plain),
            ("#,##0.00\\ [$€-80C]", Kind::Plain),
            ("_-* #,##0.00\\ _d_-;-* 0", Kind::Plain),
            ("0.0%", Kind::Percent),
            ("yyyy-mm-dd", Kind::Moment),
            ("[h]:mm", Kind::Plain),
            ("[$-80C]dddd\\ d\\ mmmm", Kind::Moment),
            ("0;\"d\"", Kind::Plain),
            ("\"open", Kind::Plain),
        ];
        for (code, kind) in codes {
            assert_eq!(classify(code), kind, "{code}");
        }
    }
}
