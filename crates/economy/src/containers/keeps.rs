//! What is kept of containers.

use frame::keep::{Basis, Holds, Kept, Of};

pub const KEEPS: &[Kept] = &[Kept {
    hub: Some(Of::Through { column: "owner_id", table: "membership", key: "organisation_id" }),
    members: &[Of::Own("owner_id")],
    columns: &[("name", Holds::Organisation)],
    ..Kept::named("container", Basis::Contract)
}];
