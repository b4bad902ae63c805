//! Words of measure that every other crate speaks: cents, prices, rates, quantities and their units,
//! numbers that carry a check digit, identifiers, languages, places on the map.
//!
//! No I/O, no clock, no floating point: amounts are integers with the unit in the type.

pub mod apportion;
mod code;
pub mod decimal;
mod id;
mod language;
mod money;
pub mod numbers;
mod place;
mod quantity;
pub mod text;

pub use apportion::apportion;
pub use code::Code;
pub use id::*;
pub use language::Language;
pub use money::{Cents, Price, Rate};
pub use place::{Coordinates, Country};
pub use quantity::{Quantity, Unit, UnitKind};
#[doc(hidden)]
pub use schemars;
#[doc(hidden)]
pub use serde;
