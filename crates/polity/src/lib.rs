//! The polity: coalitions, their members, and the agreement that they work under.

pub mod agreements;
pub mod families;
pub mod members;

mod words {
    frame::speak!();
}

pub const SLICES: &[frame::Slice] = &[members::SLICE, agreements::SLICE];
