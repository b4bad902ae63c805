//! What a sale must have moved: goods from producers to the hub, goods from the hub to shops, crates back.
//!
//! The sale writes it as shipments of the economy's at its closing, and again whenever an order changes
//! after it. Whoever carries them is none of its business.

pub mod acts;
mod model;
mod store;

pub use model::*;
