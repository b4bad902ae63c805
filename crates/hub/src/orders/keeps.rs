//! What is kept of orders: they prove what was invoiced.

use frame::keep::{Basis, Holds, Kept, Of, Period, Since, terms};

pub const KEEPS: &[Kept] = &[
    Kept {
        hub: Some(Of::Column("hub_id")),
        members: &[Of::Column("shop_id")],
        columns: &[("note", Holds::Words)],
        period: Period::Blank { since: Since::Instant("placed_at"), term: &terms::BOOKS },
        ..Kept::named("shop_order", Basis::Law)
    },
    Kept {
        hub: Some(Of::Column("hub_id")),
        members: &[Of::Column("shop_id")],
        ..Kept::named("order_line", Basis::Law)
    },
    Kept {
        persons: &[Of::Column("person_id")],
        hub: Some(Of::Column("hub_id")),
        members: &[Of::Column("shop_id")],
        columns: &[("person_id", Holds::Person), ("reason", Holds::Words)],
        period: Period::Blank { since: Since::Instant("at"), term: &terms::BOOKS },
        ..Kept::named("order_change", Basis::Law)
    },
    Kept {
        hub: Some(Of::Through { column: "shop_id", table: "membership", key: "organisation_id" }),
        members: &[Of::Own("shop_id")],
        for_coordinators: true,
        ..Kept::named("favourite", Basis::Contract)
    },
];
