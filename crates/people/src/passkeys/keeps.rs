//! What is kept of passkeys: the public half of each.

use frame::keep::{Basis, Blank, Erased, Holds, Kept, Of};

pub const KEEPS: &[Kept] = &[Kept {
    persons: &[Of::Column("person_id")],
    erased: Erased::Deleted,
    columns: &[
        ("person_id", Holds::Person),
        ("name", Holds::Personal(Blank::Empty)),
        ("credential", Holds::Secret(Blank::Empty)),
        ("content", Holds::Secret(Blank::Empty)),
    ],
    ..Kept::named("passkey", Basis::Contract)
}];
