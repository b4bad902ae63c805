//! What operation keeps: the machines that the instance runs on.

use crate::keep::{Basis, Kept, Period, Since};

pub const KEEPS: &[Kept] = &[Kept {
    period: Period::Days { since: Since::Instant("seen_at"), days: 7 },
    ..Kept::named("node", Basis::Interest)
}];
