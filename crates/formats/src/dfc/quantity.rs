//! What is in one product: a value and a unit, in any of the forms that peers give them.

use units::decimal::{self, DecimalError};
use units::{Quantity, Unit};

use super::Remark;
use super::graph::Graph;
use crate::catalogue::{bounds, unit};
use crate::number::parse_rounded;

/// Reads the quantity of a product or a flow, and says what it could not use.
pub(super) fn read(graph: &Graph, node: usize, remarks: &mut Vec<Remark>) -> Option<(Quantity, Unit)> {
    let (value, fragment) = find(graph, node)?;
    let value = value?;
    let Some(unit) = fragment.as_deref().and_then(named) else {
        let value = format!("{value} {}", fragment.unwrap_or_default());
        remarks.push(Remark::UnknownUnit { value: cut(value.trim()) });
        return None;
    };
    amount(value, unit, remarks)
}

/// A node of its own, by either name; else, in the oldest files, properties of the product.
fn find(graph: &Graph, node: usize) -> Option<(Option<&str>, Option<String>)> {
    let unit_of = |node| graph.concepts(node, "hasUnit").into_iter().next();
    for property in ["hasQuantity", "quantity"] {
        if let Some(quantity) = graph.some_linked(node, property).into_iter().next() {
            return Some((graph.text(quantity, "value"), unit_of(quantity)));
        }
        if let Some(value) = graph.text(node, property) {
            return Some((Some(value), unit_of(node)));
        }
    }
    None
}

/// The unit of a fragment: `Kilogram`, `kg`, `unit`, `pack`.
fn named(fragment: &str) -> Option<Unit> {
    Unit::from_dfc(fragment).or_else(|| unit::read(fragment))
}

fn amount(value: &str, unit: Unit, remarks: &mut Vec<Remark>) -> Option<(Quantity, Unit)> {
    let unreadable = || Remark::Unreadable { property: "hasQuantity", value: cut(value) };
    let (quantity, unit) = match (decimal::parse(value, 3), finer(unit)) {
        // Half a gram of saffron is 0.0005 kilogram to a peer.
        (Err(DecimalError::TooManyDecimals { .. }), Some(finer)) if decimal::parse(value, 6).is_ok() => {
            (decimal::parse(value, 6).unwrap_or_default(), finer)
        }
        (Err(DecimalError::TooManyDecimals { .. }), _) => {
            remarks.push(Remark::Rounded { property: "hasQuantity", value: cut(value) });
            (parse_rounded(value, 3).map_or(0, |rounded| rounded.value), unit)
        }
        (Err(_), _) => {
            remarks.push(unreadable());
            return None;
        }
        (Ok(quantity), _) => (quantity, unit),
    };
    let quantity = Quantity(quantity);
    if quantity.is_zero() {
        remarks.push(Remark::QuantityUnknown);
        return None;
    }
    if quantity < Quantity::ZERO || quantity > bounds::QUANTITY {
        remarks.push(unreadable());
        return None;
    }
    Some((quantity, unit))
}

/// The unit a thousand times smaller.
fn finer(unit: Unit) -> Option<Unit> {
    match unit {
        Unit::Tonne => Some(Unit::Kilogram),
        Unit::Kilogram => Some(Unit::Gram),
        Unit::Gram => Some(Unit::Milligram),
        Unit::Litre => Some(Unit::Millilitre),
        _ => None,
    }
}

/// A value for a remark.
pub(super) fn cut(value: &str) -> String {
    value.chars().take(80).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_keep_their_digits() {
        let check = |value, unit, expected, remarks: &[Remark]| {
            let mut found = Vec::new();
            assert_eq!(amount(value, unit, &mut found), expected, "{value}");
            assert_eq!(found, remarks, "{value}");
        };
        check("0.4", Unit::Kilogram, Some((Quantity(400), Unit::Kilogram)), &[]);
        check("0,5", Unit::Kilogram, Some((Quantity(500), Unit::Kilogram)), &[]);
        check("0.0005", Unit::Kilogram, Some((Quantity(500), Unit::Gram)), &[]);
        check("0", Unit::Kilogram, None, &[Remark::QuantityUnknown]);
        let rounded = Remark::Rounded { property: "hasQuantity", value: "0.33333".into() };
        check("0.33333", Unit::Piece, Some((Quantity(333), Unit::Piece)), &[rounded]);
        for value in ["-1", "NaN", "1e300", "99999999999999999999", "9000000000"] {
            let unreadable = Remark::Unreadable { property: "hasQuantity", value: value.into() };
            check(value, Unit::Gram, None, &[unreadable]);
        }
    }
}
