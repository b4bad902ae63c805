//! What is kept of rehearsed seasons: what was moved, and who asked.

use frame::keep::{Basis, Holds, Kept, Of, Period, Since};

/// Two years: then a season is no longer like this one.
const DAYS: i64 = 730;

const PERIOD: Period = Period::Days {
    since: Since::Through { column: "scenario_id", table: "scenario", key: "id", instant: "made_at" },
    days: DAYS,
};

pub const KEEPS: &[Kept] = &[
    Kept {
        hub: Some(Of::Column("hub_id")),
        columns: &[("name", Holds::Organisation)],
        period: PERIOD,
        ..Kept::named("scenario_vehicle", Basis::Contract)
    },
    Kept {
        hub: Some(Of::Column("hub_id")),
        columns: &[("description", Holds::Json)],
        period: PERIOD,
        ..Kept::named("scenario_day", Basis::Contract)
    },
    Kept {
        persons: &[Of::Column("made_by")],
        hub: Some(Of::Column("hub_id")),
        columns: &[("made_by", Holds::Person), ("given", Holds::Json)],
        ..Kept::named("scenario", Basis::Contract)
    },
];
