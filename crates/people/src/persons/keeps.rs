//! What is kept of persons: their record and their way in, until they are erased.

use frame::keep::{Basis, Blank, Erased, Holds, Kept, Of, Period, Since};

use crate::entry::IDLE_DAYS;

pub const KEEPS: &[Kept] = &[
    Kept {
        persons: &[Of::Column("id")],
        erased: Erased::Blanked,
        columns: &[
            ("id", Holds::Person),
            ("name", Holds::Personal(Blank::Dash)),
            ("email", Holds::Personal(Blank::Address)),
            ("phone", Holds::Personal(Blank::Nothing)),
            ("password_hash", Holds::Secret(Blank::Nothing)),
        ],
        ..Kept::named("person", Basis::Contract)
    },
    Kept {
        persons: &[Of::Column("person_id"), Of::Column("deputy_id"), Of::Column("given_by")],
        hub: Some(Of::Column("coalition_id")),
        members: &[Of::Column("organisation_id")],
        for_coordinators: true,
        columns: &[
            ("person_id", Holds::Person),
            ("deputy_id", Holds::Person),
            ("given_by", Holds::Person),
            ("label", Holds::Organisation),
        ],
        ..Kept::named("mandate", Basis::Contract)
    },
    Kept {
        persons: &[Of::Column("person_id")],
        erased: Erased::Deleted,
        columns: &[
            ("digest", Holds::Secret(Blank::Empty)),
            ("person_id", Holds::Person),
            ("agent", Holds::Personal(Blank::Empty)),
        ],
        period: Period::Days { since: Since::Instant("seen_at"), days: IDLE_DAYS },
        ..Kept::named("session", Basis::Contract)
    },
    Kept {
        persons: &[Of::Column("person_id")],
        erased: Erased::Deleted,
        columns: &[("digest", Holds::Secret(Blank::Empty)), ("person_id", Holds::Person)],
        period: Period::Days { since: Since::Instant("expires_at"), days: 0 },
        ..Kept::named("single_use_link", Basis::Contract)
    },
    Kept {
        persons: &[Of::Column("person_id"), Of::Column("erased_by")],
        columns: &[("person_id", Holds::Person), ("erased_by", Holds::Person)],
        ..Kept::named("erasure", Basis::Law)
    },
];
