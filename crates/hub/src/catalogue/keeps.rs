//! What is kept of the catalogue. What a producer agreed with one shop is for these two and their coordinator.

use frame::keep::{Basis, Holds, Kept, Of, Period, Since};

const OF_PRODUCERS: Of =
    Of::Through { column: "producer_id", table: "membership", key: "organisation_id" };
const OF_REFERENCES: Of = Of::Through { column: "reference_id", table: "reference", key: "id" };

pub const KEEPS: &[Kept] = &[
    Kept {
        hub: Some(OF_PRODUCERS),
        members: &[Of::Own("producer_id")],
        for_coordinators: true,
        ..Kept::named("reference", Basis::Contract)
    },
    Kept {
        persons: &[Of::Column("changed_by")],
        hub: Some(OF_REFERENCES),
        members: &[OF_REFERENCES],
        for_coordinators: true,
        columns: &[("changed_by", Holds::Person), ("name", Holds::Organisation)],
        ..Kept::named("reference_version", Basis::Contract)
    },
    Kept {
        hub: Some(OF_REFERENCES),
        members: &[OF_REFERENCES, Of::Own("shop_id")],
        for_coordinators: true,
        ..Kept::named("arrangement", Basis::Contract)
    },
    Kept {
        hub: Some(OF_PRODUCERS),
        members: &[Of::Own("producer_id")],
        for_coordinators: true,
        columns: &[("bytes", Holds::File)],
        ..Kept::named("picture", Basis::Contract)
    },
    Kept {
        hub: Some(OF_PRODUCERS),
        members: &[Of::Own("producer_id")],
        for_coordinators: true,
        columns: &[("name", Holds::Words), ("bytes", Holds::File)],
        period: Period::Days { since: Since::Instant("made_at"), days: 1 },
        ..Kept::named("import_draft", Basis::Contract)
    },
];
