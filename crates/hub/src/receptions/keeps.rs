//! What is kept of receptions, lots and shares: with the deliveries that followed.

use frame::keep::{Basis, Holds, Kept, Of, Period, Since, terms};

pub const KEEPS: &[Kept] = &[
    Kept {
        persons: &[Of::Column("received_by")],
        hub: Some(Of::Column("hub_id")),
        members: &[Of::Column("producer_id")],
        columns: &[("received_by", Holds::Person), ("note", Holds::Words)],
        period: Period::Blank { since: Since::Instant("received_at"), term: &terms::LOTS },
        ..Kept::named("reception", Basis::Law)
    },
    Kept {
        hub: Some(Of::Column("hub_id")),
        members: &[Of::Column("producer_id")],
        columns: &[("searched", Holds::Organisation)],
        ..Kept::named("reception_lot", Basis::Law)
    },
    Kept {
        hub: Some(Of::Column("hub_id")),
        members: &[Of::Column("producer_id")],
        ..Kept::named("reception_container", Basis::Law)
    },
    Kept {
        persons: &[Of::Column("shared_by")],
        hub: Some(Of::Column("hub_id")),
        columns: &[("shared_by", Holds::Person)],
        ..Kept::named("shortage", Basis::Contract)
    },
    Kept {
        hub: Some(Of::Column("hub_id")),
        members: &[Of::Column("shop_id")],
        columns: &[("remark", Holds::Words)],
        period: Period::Blank {
            since: Since::Through {
                column: "cycle_id",
                table: "cycle",
                key: "id",
                instant: "closed_at",
            },
            term: &terms::BOOKS,
        },
        ..Kept::named("allotment", Basis::Law)
    },
];
