//! What is kept of organisations: for as long as they work here, and their documents are kept.

use frame::keep::{Basis, Holds, Kept, Of};

/// Those that are members of the coalition.
const OF_MEMBERS: Of =
    Of::Through { column: "organisation_id", table: "membership", key: "organisation_id" };

pub const KEEPS: &[Kept] = &[
    Kept {
        persons: &[Of::Column("changed_by")],
        hub: Some(Of::Through { column: "id", table: "membership", key: "organisation_id" }),
        members: &[Of::Own("id")],
        columns: &[
            ("changed_by", Holds::Person),
            ("name", Holds::Organisation),
            ("enterprise_number", Holds::Organisation),
            ("vat_number", Holds::Organisation),
            ("iban", Holds::Organisation),
            ("email", Holds::Organisation),
            ("phone", Holds::Organisation),
            ("street", Holds::Organisation),
            ("postcode", Holds::Organisation),
            ("town", Holds::Organisation),
            ("search", Holds::Organisation),
        ],
        ..Kept::named("organisation", Basis::Contract)
    },
    Kept {
        hub: Some(OF_MEMBERS),
        members: &[Of::Own("organisation_id")],
        columns: &[
            ("name", Holds::Organisation),
            ("street", Holds::Organisation),
            ("postcode", Holds::Organisation),
            ("town", Holds::Organisation),
            ("note", Holds::Organisation),
        ],
        ..Kept::named("site", Basis::Contract)
    },
    Kept {
        hub: Some(OF_MEMBERS),
        members: &[Of::Own("organisation_id")],
        ..Kept::named("opening_window", Basis::Contract)
    },
];
