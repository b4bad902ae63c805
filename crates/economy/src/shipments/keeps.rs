//! What is kept of shipments: with the deliveries that they prove.

use frame::keep::{Basis, Holds, Kept, Of, Period, Since, terms};

pub const KEEPS: &[Kept] = &[Kept {
    persons: &[Of::Column("added_by")],
    hub: Some(Of::Column("coalition_id")),
    members: &[Of::Column("sender_id"), Of::Column("receiver_id"), Of::Column("asked_for_id")],
    columns: &[("added_by", Holds::Person), ("note", Holds::Words)],
    period: Period::Blank { since: Since::Instant("added_at"), term: &terms::BOOKS },
    ..Kept::named("shipment", Basis::Contract)
}];
