//! What the ground keeps.

use crate::keep::{Basis, Blank, Erased, Holds, Kept, Of, Period, Since, terms};

pub const KEEPS: &[Kept] = &[
    Kept {
        persons: &[Of::Column("person_id"), Of::Column("subject")],
        hub: Some(Of::Column("coalition_id")),
        for_coordinators: true,
        columns: &[("person_id", Holds::Person), ("subject", Holds::Person)],
        period: Period::Delete { since: Since::Instant("at"), term: &terms::ACTS },
        ..Kept::named("journal", Basis::Interest)
    },
    Kept {
        persons: &[Of::Email("recipient")],
        erased: Erased::Deleted,
        columns: &[
            ("recipient", Holds::Personal(Blank::Empty)),
            ("subject", Holds::Words),
            ("body", Holds::WordsUnless("secret")),
        ],
        period: Period::Days { since: Since::Instant("written_at"), days: 365 },
        ..Kept::named("letter", Basis::Contract)
    },
    Kept {
        persons: &[Of::Through { column: "letter_id", table: "letter", key: "id" }],
        erased: Erased::Deleted,
        columns: &[("name", Holds::Words), ("bytes", Holds::File)],
        period: Period::Days {
            since: Since::Through {
                column: "letter_id",
                table: "letter",
                key: "id",
                instant: "written_at",
            },
            days: 30,
        },
        ..Kept::named("letter_file", Basis::Contract)
    },
    Kept {
        persons: &[Of::Column("person_id")],
        erased: Erased::Deleted,
        columns: &[("person_id", Holds::Person), ("title", Holds::Words)],
        period: Period::Days { since: Since::Instant("started_at"), days: 30 },
        ..Kept::named("task", Basis::Contract)
    },
    Kept {
        columns: &[("digest", Holds::Secret(Blank::Empty))],
        period: Period::Days { since: Since::Instant("since"), days: 1 },
        ..Kept::named("attempt", Basis::Interest)
    },
    Kept {
        persons: &[Of::Through { column: "token_id", table: "api_token", key: "id" }],
        erased: Erased::Deleted,
        columns: &[
            ("digest", Holds::Secret(Blank::Empty)),
            ("request_key", Holds::Secret(Blank::Empty)),
            ("answer", Holds::Words),
        ],
        period: Period::Days { since: Since::Instant("at"), days: 7 },
        ..Kept::named("api_request", Basis::Contract)
    },
];
