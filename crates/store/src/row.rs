//! One row on its way out of a query.

use jiff::Timestamp;
use jiff::civil::Date;
use units::{Cents, Code, Country, Price, Quantity, Rate};
use uuid::Uuid;

use crate::{Error, Result};

/// A row of either database, read by column number from 0.
pub struct Row<'a>(pub(crate) Source<'a>);

pub(crate) enum Source<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a tokio_postgres::Row),
}

impl Row<'_> {
    /// The column's value.
    ///
    /// # Errors
    /// [`Error::Column`] when it is NULL or of another kind.
    pub fn get<T: FromColumn>(&self, index: usize) -> Result<T> {
        T::from_column(self, index)
    }

    /// The code word in the column, as its enumeration.
    pub fn code<T: Code>(&self, index: usize) -> Result<T> {
        read_code(index, &self.get::<String>(index)?)
    }

    /// The same where the column may be NULL.
    pub fn maybe_code<T: Code>(&self, index: usize) -> Result<Option<T>> {
        let word: Option<String> = self.get(index)?;
        word.map(|word| read_code(index, &word)).transpose()
    }
}

fn read_code<T: Code>(index: usize, word: &str) -> Result<T> {
    T::from_code(word).ok_or_else(|| unreadable(index, word))
}

fn unreadable(index: usize, text: &str) -> Error {
    Error::Column { index, problem: format!("{text:?}, which cannot be read") }
}

/// What a column can be read as.
pub trait FromColumn: Sized {
    fn from_column(row: &Row<'_>, index: usize) -> Result<Self>;
}

macro_rules! native {
    ($($target:ty),*) => {$(
        impl FromColumn for $target {
            fn from_column(row: &Row<'_>, index: usize) -> Result<Self> {
                match &row.0 {
                    Source::Sqlite(row) => row.get(index).map_err(|e| wrong_kind(index, &e)),
                    Source::Postgres(row) => row.try_get(index).map_err(|e| wrong_kind(index, &e)),
                }
            }
        }
        impl FromColumn for Option<$target> {
            fn from_column(row: &Row<'_>, index: usize) -> Result<Self> {
                match &row.0 {
                    Source::Sqlite(row) => row.get(index).map_err(|e| wrong_kind(index, &e)),
                    Source::Postgres(row) => row.try_get(index).map_err(|e| wrong_kind(index, &e)),
                }
            }
        }
    )*};
}
native!(i64, bool, String, Vec<u8>);

fn wrong_kind(index: usize, error: &dyn std::error::Error) -> Error {
    Error::Column { index, problem: error.to_string() }
}

/// Derives a column type from a plainer one that both databases know.
macro_rules! derived {
    ($($target:ty: $plain:ty => |$value:ident| $read:expr;)*) => {$(
        impl FromColumn for $target {
            fn from_column(row: &Row<'_>, index: usize) -> Result<Self> {
                let $value: $plain = row.get(index)?;
                let read: Option<$target> = $read;
                read.ok_or_else(|| unreadable(index, &format!("{:?}", $value)))
            }
        }
        impl FromColumn for Option<$target> {
            fn from_column(row: &Row<'_>, index: usize) -> Result<Self> {
                let Some($value): Option<$plain> = row.get(index)? else { return Ok(None) };
                let read: Option<$target> = $read;
                read.map(Some).ok_or_else(|| unreadable(index, &format!("{:?}", $value)))
            }
        }
    )*};
}
derived! {
    u32: i64 => |value| u32::try_from(value).ok();
    Cents: i64 => |value| Some(Cents(value));
    Price: i64 => |value| Some(Price(value));
    Quantity: i64 => |value| Some(Quantity(value));
    Rate: i64 => |value| Some(Rate(value));
    Timestamp: i64 => |value| Timestamp::from_microsecond(value).ok();
    Date: String => |value| value.parse().ok();
    Country: String => |value| Country::parse(&value);
    Uuid: String => |value| Uuid::try_parse(&value).ok();
}

macro_rules! ids {
    ($($target:ident),*) => {$(
        impl FromColumn for units::$target {
            fn from_column(row: &Row<'_>, index: usize) -> Result<Self> {
                row.get(index).map(units::$target)
            }
        }
        impl FromColumn for Option<units::$target> {
            fn from_column(row: &Row<'_>, index: usize) -> Result<Self> {
                Ok(row.get::<Option<Uuid>>(index)?.map(units::$target))
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
