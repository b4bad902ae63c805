//! Decimal texts from elsewhere, brought to the decimals that our words of measure hold.
//!
//! `units::decimal::parse` never rounds, which is right for a person who can mend a cell. A peer's
//! computed value (a case price divided by six) has to be rounded, and the reader says so.

use units::decimal::{self, DecimalError};

/// A number read from a peer, and whether digits were rounded away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rounded {
    pub(crate) value: i64,
    pub(crate) exact: bool,
}

/// Reads `text` as a number scaled by `10^decimals`, halves away from zero.
///
/// # Errors
/// What [`decimal::parse`] refuses, save for too many decimals.
pub(crate) fn parse_rounded(text: &str, decimals: u32) -> Result<Rounded, DecimalError> {
    match decimal::parse(text, decimals) {
        Err(DecimalError::TooManyDecimals { .. }) => {}
        other => return other.map(|value| Rounded { value, exact: true }),
    }
    // Only ASCII digits follow the mark, or the error would have been another.
    let Some(mark) = text.find(['.', ',']) else { return Err(DecimalError::NotANumber) };
    let kept = mark + 1 + decimals as usize;
    let (head, tail) = text.split_at_checked(kept).ok_or(DecimalError::NotANumber)?;
    let value = decimal::parse(head, decimals)?;
    let up = tail.bytes().next().is_some_and(|digit| digit >= b'5');
    let negative = text.trim_start().starts_with(['-', '\u{2212}']);
    let step = match (up, negative) {
        (false, _) => 0,
        (true, false) => 1,
        (true, true) => -1,
    };
    Ok(Rounded { value: value + step, exact: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_price_divided_by_twelve_is_rounded_and_says_so() {
        let rounded = |value| Ok(Rounded { value, exact: false });
        assert_eq!(parse_rounded("1.5708333333333333", 4), rounded(15_708));
        assert_eq!(parse_rounded("1,57085", 4), rounded(15_709));
        assert_eq!(parse_rounded("-0.00005", 4), rounded(-1));
        assert_eq!(parse_rounded("0.99999", 4), rounded(10_000));
        assert_eq!(parse_rounded("2.0900", 2), Ok(Rounded { value: 209, exact: true }));
        assert_eq!(parse_rounded("1.2.3", 1), Err(DecimalError::NotANumber));
        assert_eq!(parse_rounded("1e309", 4), Err(DecimalError::NotANumber));
    }
}
