//! What webhooks keep: no personal data goes into a message, only identifiers.

use crate::keep::{Basis, Blank, Holds, Kept, Of, Period, Since};

pub const KEEPS: &[Kept] = &[
    Kept {
        hub: Some(Of::Column("coalition_id")),
        for_coordinators: true,
        columns: &[
            ("address", Holds::Words),
            ("secret", Holds::Secret(Blank::Empty)),
            ("old_secret", Holds::Secret(Blank::Nothing)),
            ("made_by", Holds::Person),
            ("paused_why", Holds::Words),
        ],
        ..Kept::named("webhook", Basis::Contract)
    },
    Kept {
        hub: Some(Of::Column("coalition_id")),
        for_coordinators: true,
        columns: &[("data", Holds::Json), ("problem", Holds::Words)],
        period: Period::Days { since: Since::Instant("happened_at"), days: 30 },
        ..Kept::named("webhook_message", Basis::Contract)
    },
];
