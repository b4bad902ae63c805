//! Values on their way into a statement.

use std::borrow::Cow;

use jiff::Timestamp;
use jiff::civil::Date;
use units::{Cents, Code, Country, Price, Quantity, Rate};
use uuid::Uuid;

/// One parameter of a statement; [`crate::params!`] makes them.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    Null,
    Int(i64),
    Bool(bool),
    Text(Cow<'a, str>),
    Bytes(Cow<'a, [u8]>),
    /// Kept as text of 36 characters.
    Id(Uuid),
}

impl Value<'_> {
    /// The code word of an enumeration.
    pub fn code(word: impl Code) -> Self {
        Self::Text(Cow::Borrowed(word.code()))
    }
}

/// The parameters of a statement, in the order of their numbers.
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { &[$($crate::Value::from($value)),*] };
}

macro_rules! integers {
    ($($source:ty),*) => {$(
        impl From<$source> for Value<'_> {
            fn from(value: $source) -> Self {
                Self::Int(i64::from(value))
            }
        }
    )*};
}
integers!(i64, i32, u32, i8, u8, i16, u16);

macro_rules! measures {
    ($($source:ty),*) => {$(
        impl From<$source> for Value<'_> {
            fn from(value: $source) -> Self {
                Self::Int(value.0)
            }
        }
    )*};
}
measures!(Cents, Price, Quantity, Rate);

macro_rules! ids {
    ($($source:ident),*) => {$(
        impl From<units::$source> for Value<'_> {
            fn from(id: units::$source) -> Self {
                Self::Id(id.0)
            }
        }
    )*};
}
ids!(
    OrganisationId,
    SiteId,
    PersonId,
    MandateId,
    CoalitionId,
    ReferenceId,
    ContainerId,
    CycleId,
    FeeId,
    DocumentId,
    PaymentId,
    PictureId,
    ShipmentId,
    VehicleId,
    PlanId,
    TaskId,
    CauseId
);

impl From<Uuid> for Value<'_> {
    fn from(id: Uuid) -> Self {
        Self::Id(id)
    }
}

impl From<bool> for Value<'_> {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<&'a [u8]> for Value<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self::Bytes(Cow::Borrowed(bytes))
    }
}

impl<'a> From<&'a Vec<u8>> for Value<'a> {
    fn from(bytes: &'a Vec<u8>) -> Self {
        Self::Bytes(Cow::Borrowed(bytes))
    }
}

/// Instants are kept as microseconds since 1970.
impl From<Timestamp> for Value<'_> {
    fn from(instant: Timestamp) -> Self {
        Self::Int(instant.as_microsecond())
    }
}

/// Civil dates are kept as ISO 8601 text, which sorts as dates do.
impl From<Date> for Value<'_> {
    fn from(date: Date) -> Self {
        Self::Text(Cow::Owned(date.to_string()))
    }
}

impl From<Country> for Value<'_> {
    fn from(country: Country) -> Self {
        Self::Text(Cow::Owned(country.code().to_owned()))
    }
}

impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Value::Null, Into::into)
    }
}
