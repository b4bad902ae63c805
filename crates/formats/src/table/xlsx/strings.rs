//! The texts that the cells of a workbook share.

use std::io::Read;

use super::package::Package;
use super::xml::{Piece, Xml};
use crate::table::{TableError, limits};

/// Texts by number, end to end in one buffer: `ends[n]` is where text `n` ends.
#[derive(Default)]
pub(super) struct Strings {
    buffer: String,
    ends: Vec<u32>,
}

/// An empty text costs five bytes in the file and four here, so there is a limit to their number.
const MOST: usize = 250_000;

impl Strings {
    pub(super) fn get(&self, index: usize) -> Option<&str> {
        let end = usize::try_from(*self.ends.get(index)?).ok()?;
        let start = match index.checked_sub(1) {
            Some(before) => usize::try_from(*self.ends.get(before)?).ok()?,
            None => 0,
        };
        self.buffer.get(start..end)
    }
}

pub(super) fn read(package: &mut Package<'_>, part: &str) -> Result<Strings, TableError> {
    let mut xml = package.xml(part)?;
    let mut strings = Strings::default();
    loop {
        match xml.next()? {
            Piece::Open(start) if start.local_name().as_ref() == "si" => {
                let text = read_text(&mut xml, "si")?;
                strings.buffer.push_str(&text);
                let end =
                    u32::try_from(strings.buffer.len()).map_err(|_| TableError::UnpackedTooLarge)?;
                if strings.ends.len() == MOST || strings.buffer.len() > limits::TEXT_BYTES {
                    return Err(TableError::UnpackedTooLarge);
                }
                strings.ends.push(end);
            }
            Piece::End => return Ok(strings),
            _ => {}
        }
    }
}

/// The text of an `si` or `is` element whose start was read: its runs one after the other, without
/// the pronunciation that Japanese workbooks add.
///
/// A text beyond what a cell may hold is cut where that can still be seen.
pub(super) fn read_text<R: Read>(xml: &mut Xml<R>, element: &str) -> Result<String, TableError> {
    let mut text = String::new();
    let (mut in_text, mut phonetic) = (false, false);
    loop {
        match xml.next()? {
            Piece::Open(start) => match start.local_name().as_ref() {
                "t" => in_text = !phonetic,
                "rPh" => phonetic = true,
                _ => {}
            },
            Piece::Close(name) if name == element => return Ok(unescape(&text)),
            Piece::Close(name) => match name.as_str() {
                "t" => in_text = false,
                "rPh" => phonetic = false,
                _ => {}
            },
            Piece::Text(run) if in_text && text.len() <= limits::CELL_CHARACTERS * 8 => {
                text.push_str(&run);
            }
            Piece::Text(_) => {}
            Piece::End => return Err(xml.damaged("a text without an end")),
        }
    }
}

/// Turns `_x000D_` into the character that XML cannot carry.
///
/// # Source
/// ECMA-376 part 1, 22.9.2.19, `ST_Xstring`.
fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let code = rest.get(2..6).filter(|_| rest.as_bytes().get(6) == Some(&b'_'));
        let code = code.filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let character = code.and_then(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?));
        let (replacement, used) = character.map_or(('_', 1), |character| (character, 7));
        out.push(replacement);
        rest = &rest[used..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::unescape;

    #[test]
    fn escaped_characters_come_back() {
        assert_eq!(unescape("a_x000D_b_x005F_x0041_ _x12_ _xé000_"), "a\rb_x0041_ _x12_ _xé000_");
        assert_eq!(unescape("_x"), "_x");
        assert_eq!(unescape("_xD800_"), "_xD800_");
    }
}
