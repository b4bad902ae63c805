//! Sell together: producers offer, shops order, the hub receives, weighs, delivers, invoices and pays
//! out, week after week.
//!
//! One cycle is a chain of steps, each of which refers to the one before it: offer, order, consolidated
//! order, reception, allotment, delivery, invoice and statement.

pub mod calendar;
pub mod catalogue;
pub mod crates;
pub mod cycles;
pub mod day;
pub mod euro;
pub mod families;
pub mod lots;
pub mod orders;
pub mod preparation;
pub mod receptions;
pub mod settlement;
pub mod supply;
pub mod transport;

mod words {
    frame::speak!();
}

use frame::{Gate, Role};

/// Who runs the common work.
const STAFF: Gate = Gate::Roles(&[Role::Coordinator, Role::Warehouse, Role::Bookkeeper]);
/// Who handles goods.
const HANDLERS: Gate = Gate::Roles(&[Role::Coordinator, Role::Warehouse]);

pub const SLICES: &[frame::Slice] = &[
    day::SLICE,
    calendar::SLICE,
    catalogue::SLICE,
    cycles::SLICE,
    orders::SLICE,
    supply::SLICE,
    receptions::SLICE,
    preparation::SLICE,
    settlement::SLICE,
    lots::SLICE,
    euro::SLICE,
    crates::SLICE,
];
