//! What is kept of accounts at sign-in providers: whose each is.

use frame::keep::{Basis, Blank, Erased, Holds, Kept, Of};

pub const KEEPS: &[Kept] = &[Kept {
    persons: &[Of::Column("person_id")],
    erased: Erased::Deleted,
    columns: &[("subject", Holds::Personal(Blank::Empty)), ("person_id", Holds::Person)],
    ..Kept::named("provider_link", Basis::Contract)
}];
