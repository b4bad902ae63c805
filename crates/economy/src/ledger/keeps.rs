//! What is kept of the ledger: entries are never changed, and name nobody.

use frame::keep::{Basis, Holds, Kept, Of};

/// A member's accounts: `receivable/{shop}`, `payable/{producer}`, `held/{container}/{holder}`.
const fn of_accounts(column: &'static str) -> Of {
    Of::Through { column, table: "account", key: "id" }
}

pub const KEEPS: &[Kept] = &[
    Kept {
        hub: Some(Of::Column("book")),
        members: &[Of::Ending("id"), Of::Own("book")],
        ..Kept::named("account", Basis::Law)
    },
    Kept {
        persons: &[Of::Column("person_id")],
        hub: Some(Of::Column("book")),
        members: &[Of::Through { column: "id", table: "transfer", key: "cause_id" }, Of::Own("book")],
        columns: &[("person_id", Holds::Person)],
        ..Kept::named("cause", Basis::Law)
    },
    Kept {
        hub: Some(Of::Column("book")),
        members: &[of_accounts("debit"), of_accounts("credit"), Of::Own("book")],
        ..Kept::named("transfer", Basis::Law)
    },
    Kept {
        hub: Some(Of::Column("book")),
        members: &[Of::Own("book")],
        ..Kept::named("guard", Basis::Contract)
    },
    Kept {
        hub: Some(Of::Column("book")),
        members: &[Of::Own("book")],
        ..Kept::named("counter", Basis::Law)
    },
];
