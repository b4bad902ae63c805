//! The economy: every euro is a row of the ledger, every document is frozen, and anybody can see how
//! each euro divides.

pub mod containers;
pub mod documents;
pub mod euro;
pub mod ledger;
pub mod payments;
pub mod shipments;
pub mod tables;
pub mod transport;
pub mod vat;

mod words {
    frame::speak!();
}

pub const SLICES: &[frame::Slice] = &[
    ledger::SLICE,
    containers::SLICE,
    documents::SLICE,
    payments::SLICE,
    euro::SLICE,
    shipments::SLICE,
    transport::SLICE,
];
