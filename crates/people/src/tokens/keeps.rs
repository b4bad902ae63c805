//! What is kept of tokens: a digest, and what they were made for.

use frame::keep::{Basis, Blank, Erased, Holds, Kept, Of, Period, Since};

pub const KEEPS: &[Kept] = &[Kept {
    persons: &[Of::Column("person_id")],
    erased: Erased::Deleted,
    hub: Some(Of::Column("coalition_id")),
    for_coordinators: true,
    columns: &[
        ("digest", Holds::Secret(Blank::Empty)),
        ("name", Holds::Personal(Blank::Empty)),
        ("person_id", Holds::Person),
        ("created_by", Holds::Person),
        ("label", Holds::Organisation),
    ],
    period: Period::Days { since: Since::Instant("expires_at"), days: 365 },
    ..Kept::named("api_token", Basis::Contract)
}];
