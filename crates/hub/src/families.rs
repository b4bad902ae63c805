//! The families of products as the hub uses them: with the VAT that their goods usually bear.

use economy::vat::VatCategory;
use units::Code;

pub use polity::families::*;

/// The VAT that the family's goods usually bear in Belgium.
pub fn usual_vat(family: &Family) -> VatCategory {
    VatCategory::from_code(&family.vat).expect("the table holds VAT categories")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_family_bears_a_vat() {
        for family in all() {
            usual_vat(family);
        }
    }
}
