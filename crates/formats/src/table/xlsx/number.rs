//! Numbers of a workbook as the text that its owner sees.
//!
//! A workbook stores binary floating-point numbers printed with 17 digits, so that 2.4 stands in the
//! file as 2.3999999999999999. Rounding to the 15 digits that spreadsheet programs show gives back
//! the decimal that was typed; from there on numbers are texts, then integers.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use super::styles::Kind;

/// The text of the number in a cell; what is not a number stays as it stands.
pub(super) fn show(stored: &str, kind: Kind, since_1904: bool) -> String {
    let stored = stored.trim();
    let Some(number) = stored.parse::<f64>().ok().filter(|number| number.is_finite()) else {
        return stored.to_owned();
    };
    match kind {
        Kind::Plain => decimal(number, 0),
        Kind::Percent => format!("{}%", decimal(number, 2)),
        Kind::Moment => moment(&decimal(number, 0), since_1904).unwrap_or_else(|| decimal(number, 0)),
    }
}

/// The number of a plain decimal, if a workbook can hold it so that [`show`] gives the text back.
pub(crate) fn exact(text: &str) -> Option<f64> {
    text.parse::<f64>().ok().filter(|number| number.is_finite() && decimal(*number, 0) == text)
}

/// Shortest decimal text of at most 15 significant digits, the mark moved `places` to the right.
fn decimal(number: f64, places: i32) -> String {
    let scientific = format!("{number:.14e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent = exponent.parse::<i32>().unwrap_or_default() + places;
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_end_matches('0');
    if digits.is_empty() {
        return "0".to_owned();
    }
    let sign = if mantissa.starts_with('-') { "-" } else { "" };
    match usize::try_from(exponent) {
        Ok(exponent) if digits.len() > exponent + 1 => {
            let (whole, fraction) = digits.split_at(exponent + 1);
            format!("{sign}{whole}.{fraction}")
        }
        Ok(exponent) => format!("{sign}{digits:0<width$}", width = exponent + 1),
        Err(_) => {
            let zeros = usize::try_from(-exponent - 1).unwrap_or_default();
            format!("{sign}0.{}{digits}", "0".repeat(zeros))
        }
    }
}

/// The ISO text of a count of days: a date, a time of day below one, or both.
fn moment(days: &str, since_1904: bool) -> Option<String> {
    let (whole, fraction) = days.split_once('.').unwrap_or((days, "0"));
    let whole: i64 = whole.parse().ok().filter(|days| (0..=2_958_465).contains(days))?;
    let billionths: u64 = format!("{fraction:0<9}").get(..9)?.parse().ok()?;
    let seconds = (billionths * 86_400 + 500_000_000) / 1_000_000_000;
    let (whole, seconds) = if seconds == 86_400 { (whole + 1, 0) } else { (whole, seconds) };
    let time = format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    if whole == 0 && !since_1904 {
        return Some(time);
    }
    let date = civil_date(whole, since_1904)?;
    Some(if seconds == 0 { date } else { format!("{date}T{time}") })
}

/// Day 1 is 1 January 1900, and day 60 a 29 February that never was, kept from Lotus 1-2-3.
fn civil_date(days: i64, since_1904: bool) -> Option<String> {
    let (epoch, days) = match (since_1904, days) {
        (true, days) => (Date::constant(1904, 1, 1), days),
        (false, 60) => return Some("1900-02-29".to_owned()),
        (false, days @ ..60) => (Date::constant(1899, 12, 31), days),
        (false, days) => (Date::constant(1899, 12, 30), days),
    };
    let span: Span = 0.days().try_days(days).ok()?;
    epoch.checked_add(span).ok().map(|date| date.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_they_were_typed() {
        let numbers = [
            ("2.3999999999999999", "2.4"),
            ("2.0", "2"),
            ("12.720000000000001", "12.72"),
            ("0", "0"),
            ("-0.0", "0"),
            ("-1250", "-1250"),
            ("1E-3", "0.001"),
            ("5412345000013", "5412345000013"),
            ("1.5E+20", "150000000000000000000"),
            ("1e309", "1e309"),
            ("abc", "abc"),
        ];
        for (stored, shown) in numbers {
            assert_eq!(show(stored, Kind::Plain, false), shown);
        }
        assert_eq!(show("0.06", Kind::Percent, false), "6%");
        assert_eq!(show("0.055", Kind::Percent, false), "5.5%");
    }

    #[test]
    fn days_are_shown_as_dates() {
        let days = [
            ("46350", "2026-11-24"),
            ("46350.4375", "2026-11-24T10:30:00"),
            ("0.5", "12:00:00"),
            ("46350.99999999", "2026-11-25"),
            ("60", "1900-02-29"),
            ("59", "1900-02-28"),
            ("61", "1900-03-01"),
            ("-3", "-3"),
            ("99999999", "99999999"),
        ];
        for (stored, shown) in days {
            assert_eq!(show(stored, Kind::Moment, false), shown);
        }
        assert_eq!(show("0", Kind::Moment, true), "1904-01-01");
    }

    #[test]
    fn a_number_is_exact_when_it_is_shown_as_it_is_written() {
        assert_eq!(exact("12.5"), Some(12.5));
        for text in ["12.50", "9007199254740991", "1e5", "", "NaN"] {
            assert_eq!(exact(text), None);
        }
    }
}
