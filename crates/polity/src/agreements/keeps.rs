//! What is kept of agreements: invoices follow from them.

use frame::keep::{Basis, Holds, Kept, Of};

pub const KEEPS: &[Kept] = &[
    Kept {
        persons: &[Of::Column("agreed_by")],
        hub: Some(Of::Column("coalition_id")),
        members: &[Of::All],
        columns: &[("agreed_by", Holds::Person)],
        ..Kept::named("terms", Basis::Contract)
    },
    Kept {
        persons: &[Of::Column("agreed_by")],
        hub: Some(Of::Column("coalition_id")),
        members: &[Of::All],
        columns: &[("agreed_by", Holds::Person)],
        ..Kept::named("transport_terms", Basis::Contract)
    },
    Kept {
        persons: &[Of::Column("agreed_by")],
        hub: Some(Of::Column("coalition_id")),
        members: &[Of::ColumnOrNone("producer_id")],
        columns: &[("agreed_by", Holds::Person)],
        ..Kept::named("fee", Basis::Contract)
    },
];
