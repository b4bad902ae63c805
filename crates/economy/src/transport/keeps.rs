//! What is kept of the costs of rounds: they are books.

use frame::keep::{Basis, Holds, Kept, Of};

pub const KEEPS: &[Kept] = &[
    Kept {
        persons: &[Of::Column("booked_by")],
        hub: Some(Of::Column("coalition_id")),
        members: &[Of::Column("carrier_id")],
        columns: &[("booked_by", Holds::Person)],
        ..Kept::named("round_cost", Basis::Law)
    },
    Kept {
        hub: Some(Of::Column("coalition_id")),
        members: &[Of::Column("sender_id"), Of::Column("receiver_id")],
        ..Kept::named("shipment_cost", Basis::Law)
    },
    Kept {
        hub: Some(Of::Column("coalition_id")),
        members: &[Of::Column("carrier_id")],
        ..Kept::named("stated_round", Basis::Law)
    },
];
