//! What is kept of preparations and deliveries: they prove that goods were handed over.

use frame::keep::{Basis, Holds, Kept, Of, Period, Since, terms};

pub const KEEPS: &[Kept] = &[
    Kept {
        persons: &[Of::Column("prepared_by")],
        hub: Some(Of::Column("hub_id")),
        members: &[Of::Column("shop_id")],
        columns: &[("prepared_by", Holds::Person)],
        ..Kept::named("preparation", Basis::Contract)
    },
    Kept {
        persons: &[Of::Column("delivered_by")],
        hub: Some(Of::Column("hub_id")),
        members: &[Of::Column("shop_id")],
        columns: &[("delivered_by", Holds::Person), ("taken_by", Holds::Name), ("note", Holds::Words)],
        period: Period::Blank { since: Since::Instant("delivered_at"), term: &terms::BOOKS },
        ..Kept::named("delivery", Basis::Law)
    },
    Kept {
        hub: Some(Of::Column("hub_id")),
        members: &[Of::Column("shop_id")],
        ..Kept::named("delivery_container", Basis::Law)
    },
];
