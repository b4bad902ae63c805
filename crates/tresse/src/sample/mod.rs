//! Lives of hubs: invented names on real places, real prices and VAT, and weeks of trade between them.
//!
//! The demonstration and the rehearsal both live here. Everything goes through the acts that the pages
//! use, so that what they show is what a hub would get.

pub mod chance;
mod dock;
mod fleet;
mod founding;
pub mod lists;
pub mod numbers;
mod payday;
pub mod people;
pub mod plan;
mod rounds;
mod shelf;
mod tally;
pub mod week;
pub mod world;

pub use chance::Chance;
pub use plan::{Plan, Size};
pub use tally::{Milliseconds, Step, Tally};
pub use week::Week;
pub use world::World;
