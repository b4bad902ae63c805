//! The euro, opened: how what shops pay divides, computed from the ledger.

mod coin;
mod model;
pub mod store;

use frame::Slice;

pub use coin::coin;
pub use model::*;

pub const SLICE: Slice = Slice::named("euro", &[]);
