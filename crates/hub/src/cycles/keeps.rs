//! What is kept of cycles. The whole offer is for who runs it; a producer has its own part, a shop its own prices.

use frame::keep::{Basis, Holds, Kept, Of};

pub const KEEPS: &[Kept] = &[
    Kept {
        hub: Some(Of::Column("hub_id")),
        members: &[Of::All],
        columns: &[("name", Holds::Organisation)],
        ..Kept::named("cycle", Basis::Contract)
    },
    Kept {
        hub: Some(Of::Column("hub_id")),
        members: &[Of::All],
        ..Kept::named("cycle_day", Basis::Contract)
    },
    Kept {
        hub: Some(Of::Column("hub_id")),
        members: &[Of::Column("producer_id")],
        for_coordinators: true,
        ..Kept::named("cycle_without", Basis::Contract)
    },
    Kept {
        hub: Some(Of::Column("hub_id")),
        members: &[Of::Column("producer_id")],
        ..Kept::named("offer", Basis::Contract)
    },
    Kept {
        hub: Some(Of::Column("hub_id")),
        members: &[Of::Column("shop_id")],
        for_coordinators: true,
        ..Kept::named("offer_arrangement", Basis::Contract)
    },
];
