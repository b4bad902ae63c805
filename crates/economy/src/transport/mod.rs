//! What carrying really cost: rounds booked in the ledger as the agreement pays them, spread over what they carried;
//! and the statements by which their carriers are paid.

pub mod acts;
mod check;
mod keeps;
mod statements;
pub mod store;

use ::store::Migration;
use frame::Slice;
use jiff::civil::Date;
use units::{CauseId, Cents, CycleId, OrganisationId, PlanId, ShipmentId};

/// A round as it is booked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundCost {
    pub cause: CauseId,
    pub plan: PlanId,
    /// The round's number within the plan.
    pub round: i64,
    pub day: Date,
    /// Whose vehicle drove it.
    pub carrier: OrganisationId,
    pub planned: Cents,
    pub real: Cents,
    /// As the agreement pays it.
    pub booked: Cents,
    /// What it is spread over; the parts add up to `booked`.
    pub shares: Vec<Share>,
}

/// What a shipment's way cost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    pub shipment: ShipmentId,
    /// Whose sale it belongs to; none by hand.
    pub cycle: Option<CycleId>,
    pub sender: OrganisationId,
    pub receiver: OrganisationId,
    pub booked: Cents,
    /// What the round would have saved without it; none where nobody can say.
    pub marginal: Option<Cents>,
}

pub const SLICE: Slice = Slice {
    checks: check::CHECKS,
    keeps: keeps::KEEPS,
    ..Slice::named(
        "transport",
        &[
            Migration {
                slice: "transport",
                number: 1,
                sql: include_str!("../../migrations/0001_transport.sql"),
            },
            Migration {
                slice: "transport",
                number: 2,
                sql: include_str!("../../migrations/0002_transport.sql"),
            },
        ],
    )
};
