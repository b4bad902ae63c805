//! What the sealed log keeps: hashes, which say nothing once their salt is forgotten.

use crate::keep::{Basis, Blank, Holds, Kept};

pub const KEEPS: &[Kept] = &[
    Kept::named("seal", Basis::Interest),
    Kept {
        columns: &[("salt", Holds::Secret(Blank::Nothing))],
        ..Kept::named("seal_row", Basis::Interest)
    },
    Kept::named("seal_letter", Basis::Interest),
    // The name of a common task, and of the node that does it: nobody's.
    Kept { columns: &[("name", Holds::Words)], ..Kept::named("lease", Basis::Interest) },
];
