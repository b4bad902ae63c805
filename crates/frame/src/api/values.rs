//! Values as programs write them: amounts and quantities as decimal text, times as RFC 3339.
//!
//! No program writes an amount below zero; it may be shown one.
//! Text, as a JSON number is a binary fraction to many programs, and 0.1 is none.

use std::borrow::Cow;

use jiff::Timestamp;
use jiff::civil::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use units::decimal::DecimalError;
use units::{Cents, Price, Quantity, Rate};

use super::asks::Misread;
use crate::form::Fault;
use crate::outcome::Outcome;

/// What stands before the name of a fault in the words of an error.
const MARK: &str = "fault:";

macro_rules! decimals {
    ($($(#[$doc:meta])* $name:ident($of:ident), $decimals:literal, $example:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
        pub struct $name(pub $of);

        impl From<$of> for $name {
            fn from(value: $of) -> Self {
                Self(value)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(&self.0.plain())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = Cow::<'de, str>::deserialize(from)?;
                match $of::parse(&text) {
                    Ok(value) if value.0 < 0 => Err(D::Error::custom(format!("{MARK}negative"))),
                    Ok(value) => Ok(Self(value)),
                    Err(error) => Err(D::Error::custom(mark(error))),
                }
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn schema_id() -> Cow<'static, str> {
                concat!("frame::api::", stringify!($name)).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({
                    "type": "string",
                    "description": doc(&[$(stringify!($doc)),*]),
                    "pattern": concat!("^-?[0-9]{1,16}([.][0-9]{1,", $decimals, "})?$"),
                    "examples": [$example],
                })
            }
        }
    )*};
}

decimals! {
    /// Euros, to the cent.
    Amount(Cents), 2, "12.50";
    /// Euros for a unit, without VAT, to a hundredth of a cent.
    UnitPrice(Price), 4, "2.10";
    /// Units or their measure, to the thousandth.
    Measure(Quantity), 3, "2.4";
    /// Percent, to the hundredth.
    Percent(Rate), 2, "5.5";
}

/// The text of `#[doc = r" Euros."]`.
fn doc(attributes: &[&str]) -> String {
    let texts = attributes.iter().filter_map(|attribute| attribute.split('"').nth(1));
    texts.map(str::trim).collect::<Vec<_>>().join(" ")
}

fn mark(error: DecimalError) -> String {
    match error {
        DecimalError::Empty => format!("{MARK}missing"),
        DecimalError::NotANumber => format!("{MARK}not-a-number"),
        DecimalError::TooManyDecimals { most } => format!("{MARK}decimals-{most}"),
        DecimalError::TooLarge => format!("{MARK}too-large"),
    }
}

/// The fault that one of our values found, out of the words of an error.
pub(super) fn fault_of(reason: &str) -> Option<Fault> {
    let (_, marked) = reason.split_once(MARK)?;
    let name = marked.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).next()?;
    Some(match name {
        "missing" => Fault::Missing,
        "too-large" => Fault::TooLarge,
        "negative" => Fault::Negative,
        "not-a-date" => Fault::NotADate,
        "not-a-number" => Fault::NotANumber,
        _ => match name.split_once('-')? {
            ("decimals", most) => Fault::TooManyDecimals { most: most.parse().ok()? },
            ("letters", most) => Fault::TooLong { most: most.parse().ok()? },
            _ => return None,
        },
    })
}

macro_rules! times {
    ($($(#[$doc:meta])* $name:ident($of:ty), $format:literal, $example:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(pub $of);

        impl From<$of> for $name {
            fn from(value: $of) -> Self {
                Self(value)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = Cow::<'de, str>::deserialize(from)?;
                text.parse().map(Self).map_err(|_| D::Error::custom(format!("{MARK}not-a-date")))
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "format": $format, "examples": [$example] })
            }
        }
    )*};
}

times! {
    /// A moment, in UTC.
    Instant(Timestamp), "date-time", "2026-11-24T10:30:00Z";
    /// A day where the instance is.
    Day(Date), "date", "2026-11-24";
}

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident, $keeps:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Default)]
        pub struct $name<const MOST: usize>(pub String);

        impl<'de, const MOST: usize> Deserialize<'de> for $name<MOST> {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = Cow::<'de, str>::deserialize(from)?;
                let keeps: fn(char) -> bool = $keeps;
                let text: String = text.chars().filter(|&c| keeps(c)).collect();
                let text = text.trim_matches(|c: char| c.is_whitespace() && c != '\t');
                if text.chars().count() > MOST {
                    return Err(D::Error::custom(format!("{MARK}letters-{MOST}")));
                }
                Ok(Self(text.to_owned()))
            }
        }

        impl<const MOST: usize> Serialize for $name<MOST> {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(&self.0)
            }
        }

        impl<const MOST: usize> JsonSchema for $name<MOST> {
            fn schema_name() -> Cow<'static, str> {
                concat!(stringify!($name), "Text").into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "maxLength": MOST })
            }
        }
    )*};
}

texts! {
    /// One line of at most so many characters, without its outer spaces and what nobody sees.
    Line, |c| !c.is_control();
    /// A text that may have several lines.
    Lines, |c| !c.is_control() || c == '\n';
    /// A table, with the tabs between its cells.
    Cells, |c| !c.is_control() || matches!(c, '\n' | '\t');
}

impl<const MOST: usize> Line<MOST> {
    /// The text, which must be there.
    ///
    /// # Errors
    /// A refusal that names the field.
    pub fn must(&self, field: &'static str) -> Outcome<&str> {
        if self.0.is_empty() { Err(Misread::missing(field).into()) } else { Ok(&self.0) }
    }

    /// The text, or nothing when it is empty.
    pub fn filled(self) -> Option<String> {
        Some(self.0).filter(|text| !text.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_decimal_text() {
        let amount: Amount = serde_json::from_str("\"12.5\"").unwrap();
        assert_eq!(amount, Amount(Cents(1250)));
        assert_eq!(serde_json::to_string(&amount).unwrap(), "\"12.50\"");
        assert_eq!(serde_json::to_string(&Measure(Quantity(2400))).unwrap(), "\"2.4\"");
    }

    #[test]
    fn what_is_none_says_which_fault_it_is() {
        let check = |json: &str, expected: Fault| {
            let error = serde_json::from_str::<Amount>(json).unwrap_err().to_string();
            assert_eq!(fault_of(&error), Some(expected), "{error}");
        };
        check("\"twelve\"", Fault::NotANumber);
        check("\"1.234\"", Fault::TooManyDecimals { most: 2 });
        check("\"99999999999\"", Fault::TooLarge);
        check("\"\"", Fault::Missing);
        check("\"-1\"", Fault::Negative);
        let error = serde_json::from_str::<Day>("\"24/11/2026\"").unwrap_err().to_string();
        assert_eq!(fault_of(&error), Some(Fault::NotADate));
        assert!(serde_json::from_str::<Amount>("12.5").is_err());
        let error = serde_json::from_str::<Line<3>>("\"four\"").unwrap_err().to_string();
        assert_eq!(fault_of(&error), Some(Fault::TooLong { most: 3 }));
    }

    #[test]
    fn a_line_holds_nothing_unseen() {
        let line: Line<20> = serde_json::from_str("\" Ferme\\u0000 du\\nPont \"").unwrap();
        assert_eq!(line.0, "Ferme duPont");
    }
}
