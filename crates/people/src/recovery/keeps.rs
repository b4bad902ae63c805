//! What is kept of recovery codes: a digest of each.

use frame::keep::{Basis, Blank, Erased, Holds, Kept, Of};

pub const KEEPS: &[Kept] = &[Kept {
    persons: &[Of::Column("person_id")],
    erased: Erased::Deleted,
    columns: &[("digest", Holds::Secret(Blank::Empty)), ("person_id", Holds::Person)],
    ..Kept::named("recovery_code", Basis::Contract)
}];
