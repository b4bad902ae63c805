//! What is kept of ways in that were begun, and of the devices that somebody came by.

use frame::keep::{Basis, Blank, Erased, Holds, Kept, Of, Period, Since};

use super::model::DEVICE_DAYS;

pub const KEEPS: &[Kept] = &[
    Kept {
        persons: &[Of::Column("person_id")],
        erased: Erased::Deleted,
        columns: &[
            ("digest", Holds::Secret(Blank::Empty)),
            ("state", Holds::Secret(Blank::Empty)),
            ("person_id", Holds::Person),
        ],
        period: Period::Days { since: Since::Instant("expires_at"), days: 0 },
        ..Kept::named("ceremony", Basis::Interest)
    },
    Kept {
        persons: &[Of::Column("person_id")],
        erased: Erased::Deleted,
        columns: &[("digest", Holds::Secret(Blank::Empty)), ("person_id", Holds::Person)],
        period: Period::Days { since: Since::Instant("seen_at"), days: DEVICE_DAYS },
        ..Kept::named("known_device", Basis::Interest)
    },
    Kept {
        persons: &[Of::Email("email")],
        erased: Erased::Deleted,
        columns: &[("email", Holds::Personal(Blank::Empty))],
        period: Period::Days { since: Since::Instant("at"), days: 1 },
        ..Kept::named("reset_asked", Basis::Contract)
    },
];
