//! What is wrong with a line of a catalogue, with enough said to mend it.

use units::decimal::DecimalError;

/// One wrong cell, or one wrong line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineFault {
    /// The line or row as the person sees it.
    pub line: u32,
    /// The header of the column; empty when the column is missing.
    pub column: String,
    /// What the cell holds, cut at 80 characters.
    pub value: String,
    pub problem: Problem,
}

/// Each variant is one thing that a person can mend.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("the article has no name")]
    NameMissing,
    #[error("the same code stands on line {first_line}")]
    SameCode { first_line: u32 },
    #[error("{0}")]
    Number(DecimalError),
    #[error("a number below zero")]
    Negative,
    #[error("zero where there must be something")]
    Zero,
    #[error("a number larger than a catalogue can mean")]
    TooLarge,
    /// A rate such as 0.06 with no `%`, which is 6 % in some lists and 0.06 % in none.
    #[error("a VAT rate below 0.5: write 6 or 6 % for six percent")]
    RateAsFraction,
    #[error("not a unit that we know")]
    UnknownUnit,
    #[error("not a content such as 500 g or 6 x 75 cl")]
    ContentForm,
    #[error("a measure in a unit other than the one that is paid")]
    OtherUnit,
    #[error("neither a quantity nor words for on demand")]
    UnknownStock,
    #[error("none of dry, cold, frozen")]
    UnknownStorage,
    #[error("not a currency code of three letters")]
    UnknownCurrency,
}

impl From<DecimalError> for Problem {
    fn from(error: DecimalError) -> Self {
        match error {
            DecimalError::TooLarge => Self::TooLarge,
            other => Self::Number(other),
        }
    }
}
