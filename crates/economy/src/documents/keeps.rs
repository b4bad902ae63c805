//! What is kept of documents: as they were issued for as long as the law asks, then without their blocks of
//! names and addresses. Numbers and amounts stay, so that the books stay whole.

use frame::keep::{Basis, Holds, Kept, Of, Period, Since, terms};

use super::store;

pub const KEEPS: &[Kept] = &[
    Kept {
        hub: Some(Of::Column("book")),
        members: &[Of::Column("party_id")],
        columns: &[("frozen", Holds::Json)],
        period: Period::Rewrite {
            since: Since::Day("issued_on"),
            term: &terms::BOOKS,
            with: store::forget_blocks,
        },
        ..Kept::named("document", Basis::Law)
    },
    Kept {
        hub: Some(Of::Column("book")),
        members: &[Of::Through { column: "document_id", table: "document", key: "id" }],
        columns: &[("heading", Holds::Organisation)],
        ..Kept::named("document_line", Basis::Law)
    },
];
