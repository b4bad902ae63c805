//! Decimal numbers as people and files write them, to and from scaled integers.

use std::fmt::Write as _;

/// The largest scaled value accepted, 2^53 - 1: spreadsheets and JSON hold it exactly.
pub const LARGEST: i64 = (1 << 53) - 1;

/// Why a text is not an acceptable decimal number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DecimalError {
    #[error("empty")]
    Empty,
    #[error("not a plain decimal number")]
    NotANumber,
    #[error("more than {most} decimals")]
    TooManyDecimals { most: u32 },
    #[error("too large")]
    TooLarge,
}

/// Reads `text` as a number scaled by `10^decimals`: `parse("12,5", 2)` is `1250`.
///
/// The decimal mark is a point or a comma; spaces (also no-break and thin ones) or apostrophes may
/// stand between groups of three digits. Decimals beyond `decimals` must be zeros: nothing is
/// rounded away. Exponents, `inf` and `NaN` are not numbers here.
///
/// # Errors
/// [`DecimalError`], of which each variant is one thing that a person can mend.
pub fn parse(text: &str, decimals: u32) -> Result<i64, DecimalError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(DecimalError::Empty);
    }
    let (negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = match digits.split_once(['.', ',']) {
        Some((whole, fraction)) => (whole, fraction),
        None => (digits, ""),
    };
    if (whole.is_empty() && fraction.is_empty()) || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return Err(DecimalError::NotANumber);
    }
    let whole = ungroup(whole)?;
    let mut value: i64 = 0;
    for digit in whole.bytes() {
        value = push_digit(value, digit)?;
    }
    for place in 0..fraction.len().max(decimals as usize) {
        let digit = fraction.as_bytes().get(place).copied().unwrap_or(b'0');
        if place < decimals as usize {
            value = push_digit(value, digit)?;
        } else if digit != b'0' {
            return Err(DecimalError::TooManyDecimals { most: decimals });
        }
    }
    Ok(if negative { -value } else { value })
}

/// Reads `text` as [`parse`] does, `most` in size at most.
///
/// # Errors
/// [`DecimalError`], `TooLarge` beyond `most`.
pub fn parse_within(text: &str, decimals: u32, most: i64) -> Result<i64, DecimalError> {
    let value = parse(text, decimals)?;
    if value.abs() > most { Err(DecimalError::TooLarge) } else { Ok(value) }
}

/// Writes a scaled integer with at least `shortest` and at most `decimals` decimals.
pub fn format(value: i64, decimals: u32, shortest: u32, mark: char) -> String {
    let scale = 10_u64.pow(decimals);
    let size = value.unsigned_abs();
    let mut out = String::new();
    if value < 0 {
        out.push('-');
    }
    let _ = write!(out, "{}", size / scale);
    let mut fraction = format!("{:0width$}", size % scale, width = decimals as usize);
    while fraction.len() > shortest as usize && fraction.ends_with('0') {
        fraction.pop();
    }
    if decimals > 0 && !fraction.is_empty() {
        out.push(mark);
        out.push_str(&fraction);
    }
    out
}

fn push_digit(value: i64, digit: u8) -> Result<i64, DecimalError> {
    let next = value * 10 + i64::from(digit - b'0');
    if next > LARGEST { Err(DecimalError::TooLarge) } else { Ok(next) }
}

/// Takes out group separators, which must leave groups of exactly three digits.
fn ungroup(whole: &str) -> Result<String, DecimalError> {
    let is_separator = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\'' | '\u{2019}');
    let mut groups = whole.split(is_separator);
    let first = groups.next().unwrap_or_default();
    let mut out = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.is_empty() || first.len() > 3 {
            return Err(DecimalError::NotANumber);
        }
        out.push_str(group);
    }
    if out.bytes().all(|b| b.is_ascii_digit()) { Ok(out) } else { Err(DecimalError::NotANumber) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_what_people_write() {
        let table = [
            ("12", 2, Ok(1200)),
            ("12,5", 2, Ok(1250)),
            ("12.50", 2, Ok(1250)),
            (" 1 234,56 ", 2, Ok(123_456)),
            ("1\u{202f}234\u{202f}567", 0, Ok(1_234_567)),
            (".5", 1, Ok(5)),
            ("5.", 1, Ok(50)),
            ("-0,01", 2, Ok(-1)),
            ("2.4000", 3, Ok(2400)),
            ("", 2, Err(DecimalError::Empty)),
            (",", 2, Err(DecimalError::NotANumber)),
            ("12,5 €", 2, Err(DecimalError::NotANumber)),
            ("1.234,56", 2, Err(DecimalError::NotANumber)),
            ("12 34", 2, Err(DecimalError::NotANumber)),
            ("1e309", 2, Err(DecimalError::NotANumber)),
            ("NaN", 2, Err(DecimalError::NotANumber)),
            ("١٢", 2, Err(DecimalError::NotANumber)),
            ("0.12345678901234567890", 2, Err(DecimalError::TooManyDecimals { most: 2 })),
            ("99999999999999999999", 0, Err(DecimalError::TooLarge)),
        ];
        for (text, decimals, expected) in table {
            assert_eq!(parse(text, decimals), expected, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(value in -LARGEST..=LARGEST, decimals in 0_u32..6, comma: bool) {
            let mark = if comma { ',' } else { '.' };
            for shortest in 0..=decimals {
                prop_assert_eq!(parse(&format(value, decimals, shortest, mark), decimals), Ok(value));
            }
        }

        #[test]
        fn no_text_panics(text in ".*", decimals in 0_u32..6) {
            let _ = parse(&text, decimals);
        }
    }
}
