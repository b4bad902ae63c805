//! The characters of a text file of unknown encoding.
//!
//! Spreadsheet programs of the last thirty years write UTF-8 with or without a mark, UTF-16, or the
//! Windows code page of western Europe, and never say which.

use std::borrow::Cow;

use super::TableError;
use super::build::count;

/// Decodes by the byte order mark, else as UTF-8, else as Windows-1252.
///
/// # Errors
/// [`TableError::NotText`] for a broken UTF-16 pair or a null character.
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, TableError> {
    let text = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8_or_1252(rest),
        [0xff, 0xfe, rest @ ..] => Cow::Owned(utf16(rest, u16::from_le_bytes)?),
        [0xfe, 0xff, rest @ ..] => Cow::Owned(utf16(rest, u16::from_be_bytes)?),
        _ => utf8_or_1252(bytes),
    };
    match text.find('\0') {
        Some(at) => Err(TableError::NotText { line: line_at(&text, at) }),
        None => Ok(text),
    }
}

fn utf8_or_1252(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(bytes.iter().map(|&byte| from_1252(byte)).collect()),
    }
}

/// # Source
/// The windows-1252 index of the WHATWG Encoding Standard.
fn from_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, TableError> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    for character in char::decode_utf16(pairs.iter().map(|&pair| unit(pair))) {
        match character {
            Ok(character) => text.push(character),
            Err(_) => return Err(TableError::NotText { line: line_at(&text, text.len()) }),
        }
    }
    if odd.is_empty() { Ok(text) } else { Err(TableError::NotText { line: line_at(&text, text.len()) }) }
}

fn line_at(text: &str, at: usize) -> u32 {
    count(text[..at].matches('\n').count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_gives_the_same_words() {
        let words = "Crème brûlée;œuf;3 €";
        let mut le = vec![0xff, 0xfe];
        let mut be = vec![0xfe, 0xff];
        for unit in words.encode_utf16() {
            le.extend(unit.to_le_bytes());
            be.extend(unit.to_be_bytes());
        }
        let windows = b"Cr\xe8me br\xfbl\xe9e;\x9cuf;3 \x80";
        let marked = ["\u{feff}", words].concat();
        for bytes in [words.as_bytes(), marked.as_bytes(), &le, &be, windows] {
            assert_eq!(decode(bytes).unwrap(), words);
        }
    }

    #[test]
    fn what_is_not_text_is_refused_with_its_line() {
        assert_eq!(decode(b"a\nb\0"), Err(TableError::NotText { line: 2 }));
        assert_eq!(decode(b"\xff\xfea\0\n\0\x00\xd8"), Err(TableError::NotText { line: 2 }));
        assert_eq!(decode(b"\xff\xfea"), Err(TableError::NotText { line: 1 }));
    }
}
