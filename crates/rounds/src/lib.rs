//! Deliver together: vehicles of several organisations, one plan of rounds, what happened on the road,
//! what it cost.

pub mod map;
pub mod ways;

mod words {
    frame::speak!();
}
