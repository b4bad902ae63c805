//! Exact conversion between units of the same kind.

use units::{Quantity, Unit};

/// `quantity` of `from` in the unit `to`, when the result has at most three decimals.
///
/// Only metric units convert: what an ounce or a gallon weighs or holds depends on the country, and
/// what a crate holds on the crate.
pub fn convert(quantity: Quantity, from: Unit, to: Unit) -> Option<Quantity> {
    if from == to {
        return Some(quantity);
    }
    let (from, to) = (metric(from)?, metric(to)?);
    if from.0 != to.0 {
        return None;
    }
    let thousandths = i128::from(quantity.0) * from.1;
    (thousandths % to.1 == 0).then_some(thousandths / to.1)?.try_into().ok().map(Quantity)
}

/// The smallest unit of the same measure, and how many of those this unit is.
fn metric(unit: Unit) -> Option<(Unit, i128)> {
    Some(match unit {
        Unit::Milligram => (Unit::Milligram, 1),
        Unit::Gram => (Unit::Milligram, 1_000),
        Unit::Kilogram => (Unit::Milligram, 1_000_000),
        Unit::Tonne => (Unit::Milligram, 1_000_000_000),
        Unit::Millilitre => (Unit::Millilitre, 1),
        Unit::Centilitre => (Unit::Millilitre, 10),
        Unit::Decilitre => (Unit::Millilitre, 100),
        Unit::Litre => (Unit::Millilitre, 1_000),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grams_and_centilitres_are_exact_or_refused() {
        let cases = [
            (Quantity::whole(2400), Unit::Gram, Unit::Kilogram, Some(Quantity(2400))),
            (Quantity::whole(75), Unit::Centilitre, Unit::Litre, Some(Quantity(750))),
            (Quantity(1), Unit::Gram, Unit::Kilogram, None),
            (Quantity::ONE, Unit::Kilogram, Unit::Litre, None),
            (Quantity::ONE, Unit::Crate, Unit::Crate, Some(Quantity::ONE)),
            (Quantity::ONE, Unit::Pound, Unit::Gram, None),
            (Quantity(i64::MAX), Unit::Tonne, Unit::Milligram, None),
        ];
        for (quantity, from, to, expected) in cases {
            assert_eq!(convert(quantity, from, to), expected, "{quantity:?} {from:?} {to:?}");
        }
    }
}
