//! What is kept of plans and rounds: with the deliveries that they prove.

use frame::keep::{Basis, Holds, Kept, Of};

/// Of a plan, a member sees the halts at its own sites.
pub const KEEPS: &[Kept] = &[
    Kept {
        persons: &[Of::Column("made_by"), Of::Column("published_by")],
        hub: Some(Of::Column("hub_id")),
        for_coordinators: true,
        columns: &[
            ("made_by", Holds::Person),
            ("published_by", Holds::Person),
            ("description", Holds::LongJson),
            ("result", Holds::LongJson),
        ],
        ..Kept::named("plan", Basis::Contract)
    },
    Kept {
        persons: &[Of::Column("driver_id")],
        hub: Some(Of::Column("hub_id")),
        for_coordinators: true,
        columns: &[("driver_id", Holds::Person)],
        ..Kept::named("plan_vehicle", Basis::Contract)
    },
    Kept {
        persons: &[Of::Column("locked_by")],
        hub: Some(Of::Column("hub_id")),
        for_coordinators: true,
        columns: &[("locked_by", Holds::Person)],
        ..Kept::named("plan_lock", Basis::Contract)
    },
    Kept {
        hub: Some(Of::Column("hub_id")),
        members: &[Of::Column("organisation_id")],
        ..Kept::named("plan_learnt", Basis::Contract)
    },
    Kept {
        persons: &[Of::Column("driver_id")],
        hub: Some(Of::Column("hub_id")),
        members: &[Of::Through { column: "vehicle_id", table: "vehicle", key: "id" }],
        columns: &[("driver_id", Holds::Person)],
        ..Kept::named("round", Basis::Contract)
    },
    Kept {
        hub: Some(Of::Column("hub_id")),
        members: &[Of::Column("organisation_id")],
        ..Kept::named("halt", Basis::Contract)
    },
    Kept {
        hub: Some(Of::Column("hub_id")),
        members: &[Of::Through { column: "shipment_id", table: "shipment", key: "id" }],
        ..Kept::named("halt_item", Basis::Contract)
    },
];
