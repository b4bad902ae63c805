//! What is kept of the road: it proves that goods were handed over, and by whom they were driven.

use frame::keep::{Basis, Blank, Holds, Kept, Of, Period, Since, terms};

const PROOF: Period = Period::Blank { since: Since::Instant("left_at"), term: &terms::BOOKS };

pub const KEEPS: &[Kept] = &[
    Kept {
        persons: &[Of::Column("person_id")],
        hub: Some(Of::Column("hub_id")),
        columns: &[("person_id", Holds::Person), ("digest", Holds::Secret(Blank::Empty))],
        period: Period::Delete { since: Since::Instant("happened_at"), term: &terms::ACTS },
        ..Kept::named("road_act", Basis::Interest)
    },
    Kept {
        hub: Some(Of::Column("hub_id")),
        columns: &[("note", Holds::Words)],
        period: Period::Blank { since: Since::Instant("departed_at"), term: &terms::BOOKS },
        ..Kept::named("round_run", Basis::Law)
    },
    Kept {
        hub: Some(Of::Column("hub_id")),
        columns: &[
            ("met", Holds::Name),
            ("signature", Holds::Name),
            ("code", Holds::Secret(Blank::Empty)),
            ("note", Holds::Words),
        ],
        period: PROOF,
        ..Kept::named("halt_run", Basis::Law)
    },
    Kept { hub: Some(Of::Column("hub_id")), ..Kept::named("halt_crate", Basis::Law) },
    Kept {
        hub: Some(Of::Column("hub_id")),
        columns: &[("note", Holds::Words), ("picture", Holds::File)],
        period: Period::Blank { since: Since::Instant("refused_at"), term: &terms::BOOKS },
        ..Kept::named("refusal", Basis::Law)
    },
    Kept {
        hub: Some(Of::Column("hub_id")),
        columns: &[("digest", Holds::Secret(Blank::Empty)), ("code", Holds::Secret(Blank::Empty))],
        period: Period::Days { since: Since::Instant("expires_at"), days: 1 },
        ..Kept::named("tracking", Basis::Contract)
    },
];
