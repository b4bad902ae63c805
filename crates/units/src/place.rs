//! Countries and points on the map.

use serde::{Deserialize, Serialize};

use crate::decimal::{self, DecimalError};

/// A country by its ISO 3166-1 alpha-2 code. That two letters name a real country is not checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Country([u8; 2]);

impl Country {
    pub const BELGIUM: Self = Self(*b"BE");
    pub const FRANCE: Self = Self(*b"FR");
    pub const GERMANY: Self = Self(*b"DE");
    pub const LUXEMBOURG: Self = Self(*b"LU");
    pub const NETHERLANDS: Self = Self(*b"NL");

    /// Two letters, in either case.
    pub fn parse(code: &str) -> Option<Self> {
        match code.trim().as_bytes() {
            [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                Some(Self([a.to_ascii_uppercase(), b.to_ascii_uppercase()]))
            }
            _ => None,
        }
    }

    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).expect("two ASCII letters")
    }
}

impl TryFrom<String> for Country {
    type Error = String;
    fn try_from(code: String) -> Result<Self, String> {
        Self::parse(&code).ok_or_else(|| format!("{code:?} is not a two-letter country code"))
    }
}

impl From<Country> for String {
    fn from(country: Country) -> Self {
        country.code().to_owned()
    }
}

/// A point in millionths of a degree (about 11 cm), WGS 84.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Coordinates {
    pub latitude_e6: i64,
    pub longitude_e6: i64,
}

impl Coordinates {
    /// Reads both numbers in degrees with at most six decimals.
    ///
    /// # Errors
    /// [`DecimalError::TooLarge`] beyond 90 degrees of latitude or 180 of longitude.
    pub fn parse(latitude: &str, longitude: &str) -> Result<Self, DecimalError> {
        let latitude_e6 = decimal::parse(latitude, 6)?;
        let longitude_e6 = decimal::parse(longitude, 6)?;
        if latitude_e6.abs() > 90_000_000 || longitude_e6.abs() > 180_000_000 {
            return Err(DecimalError::TooLarge);
        }
        Ok(Self { latitude_e6, longitude_e6 })
    }

    pub fn latitude(self) -> String {
        decimal::format(self.latitude_e6, 6, 1, '.')
    }

    pub fn longitude(self) -> String {
        decimal::format(self.longitude_e6, 6, 1, '.')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn libramont_is_read_and_written() {
        let place = Coordinates::parse("49.9203", "5,3760").unwrap();
        assert_eq!((place.latitude(), place.longitude()), ("49.9203".into(), "5.376".into()));
        assert_eq!(Coordinates::parse("91", "0"), Err(DecimalError::TooLarge));
    }

    #[test]
    fn a_country_is_two_letters() {
        assert_eq!(Country::parse("be"), Some(Country::BELGIUM));
        assert_eq!(Country::parse("Belgique"), None);
    }
}
