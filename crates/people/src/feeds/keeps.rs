//! What is kept of calendars' addresses: a digest, and whose they are.

use frame::keep::{Basis, Blank, Erased, Holds, Kept, Of};

pub const KEEPS: &[Kept] = &[Kept {
    persons: &[Of::Column("person_id")],
    erased: Erased::Deleted,
    columns: &[("digest", Holds::Secret(Blank::Empty)), ("person_id", Holds::Person)],
    ..Kept::named("feed", Basis::Contract)
}];
