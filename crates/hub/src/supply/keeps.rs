//! What is kept of the orders to producers.

use frame::keep::{Basis, Kept, Of};

pub const KEEPS: &[Kept] = &[
    Kept {
        hub: Some(Of::Column("hub_id")),
        members: &[Of::Column("producer_id")],
        ..Kept::named("supply_order", Basis::Law)
    },
    Kept {
        hub: Some(Of::Column("hub_id")),
        members: &[Of::Column("producer_id")],
        ..Kept::named("supply_line", Basis::Law)
    },
];
