//! Deliver together: vehicles of members and who drives them, plans of rounds for what must be moved,
//! what a round costs, what happened on the road.
//!
//! Rounds read the shipments that the economy keeps, and write down which of them they carry. They know
//! nothing of sales.

pub mod costs;
pub mod fleet;
pub mod map;
pub mod plans;
pub mod road;
pub mod scenarios;
pub mod ways;

mod words {
    frame::speak!();
}

pub const SLICES: &[frame::Slice] =
    &[fleet::SLICE, plans::SLICE, road::SLICE, costs::SLICE, scenarios::SLICE];
