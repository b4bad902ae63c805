//! What is kept of payments: with the books.

use frame::keep::{Basis, Holds, Kept, Of, Period, Since, terms};

pub const KEEPS: &[Kept] = &[
    Kept {
        persons: &[Of::Column("recorded_by")],
        hub: Some(Of::Column("book")),
        members: &[Of::Column("party_id")],
        columns: &[("recorded_by", Holds::Person), ("note", Holds::Words)],
        period: Period::Blank { since: Since::Day("paid_on"), term: &terms::BOOKS },
        ..Kept::named("payment", Basis::Law)
    },
    Kept {
        hub: Some(Of::Column("book")),
        members: &[Of::Column("party_id")],
        ..Kept::named("claim", Basis::Law)
    },
    Kept {
        hub: Some(Of::Column("book")),
        members: &[Of::Through { column: "claim_id", table: "claim", key: "id" }],
        ..Kept::named("settlement", Basis::Law)
    },
];
