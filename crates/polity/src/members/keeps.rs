//! What is kept of coalitions and their members.

use frame::keep::{Basis, Holds, Kept, Of};

pub const KEEPS: &[Kept] = &[
    Kept {
        hub: Some(Of::Column("id")),
        members: &[Of::All],
        columns: &[("name", Holds::Organisation)],
        ..Kept::named("coalition", Basis::Contract)
    },
    Kept {
        hub: Some(Of::Column("coalition_id")),
        members: &[Of::Column("organisation_id")],
        ..Kept::named("membership", Basis::Contract)
    },
];
