//! What is kept of vehicles, drivers and their absences.

use frame::keep::{Basis, Erased, Holds, Kept, Of};

pub const KEEPS: &[Kept] = &[
    Kept {
        persons: &[Of::Column("changed_by")],
        hub: Some(Of::Column("hub_id")),
        members: &[Of::Column("organisation_id")],
        columns: &[("changed_by", Holds::Person), ("name", Holds::Organisation)],
        ..Kept::named("vehicle", Basis::Contract)
    },
    Kept {
        hub: Some(Of::Column("hub_id")),
        members: &[Of::Through { column: "vehicle_id", table: "vehicle", key: "id" }],
        ..Kept::named("vehicle_cost", Basis::Contract)
    },
    Kept {
        persons: &[Of::Column("person_id"), Of::Column("changed_by")],
        hub: Some(Of::Column("hub_id")),
        members: &[Of::Column("organisation_id")],
        columns: &[("person_id", Holds::Person), ("changed_by", Holds::Person)],
        ..Kept::named("driver", Basis::Contract)
    },
    Kept {
        persons: &[Of::Column("driver_id"), Of::Column("noted_by")],
        erased: Erased::Stays,
        hub: Some(Of::Column("hub_id")),
        for_coordinators: true,
        columns: &[("driver_id", Holds::Person), ("noted_by", Holds::Person)],
        ..Kept::named("absence", Basis::Contract)
    },
];
