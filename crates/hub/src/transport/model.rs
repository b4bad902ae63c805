//! How many crates and kilograms goods make, as far as a catalogue tells.

use std::collections::BTreeMap;

use economy::shipments::Load;
use jiff::Span;
use jiff::civil::Date;
use people::organisations::Storage;
use units::{OrganisationId, Quantity, Unit};

/// A crate of 60 × 40 cm with mixed goods is about as heavy as one lifts all morning.
const GRAMS_A_CRATE: i64 = 12_000;
/// What a piece weighs whose article does not say.
const GRAMS_A_PIECE: i64 = 500;

/// What a shop ordered of one article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Good {
    pub producer: OrganisationId,
    pub shop: OrganisationId,
    pub storage: Storage,
    pub order_unit: Unit,
    pub pay_unit: Unit,
    /// In units paid, of one unit ordered.
    pub measure_per_unit: Quantity,
    pub content: Option<(Quantity, Unit)>,
    pub ordered: Quantity,
}

impl Good {
    /// A litre is taken for a kilogram.
    fn grams(&self) -> i64 {
        let per_unit = |quantity: Quantity, unit: Unit| match unit {
            Unit::Kilogram | Unit::Litre => Some(quantity.0),
            Unit::Gram | Unit::Millilitre => Some(quantity.0 / 1_000),
            _ => None,
        };
        let each = per_unit(self.measure_per_unit, self.pay_unit)
            .or_else(|| self.content.and_then(|(quantity, unit)| per_unit(quantity, unit)))
            .unwrap_or(GRAMS_A_PIECE);
        each * self.ordered.0 / 1_000
    }
}

/// What these goods make together: what is ordered by the crate in its own crates, the rest packed.
pub fn load<'a>(goods: impl IntoIterator<Item = &'a Good>) -> Load {
    let mut grams: BTreeMap<Storage, i64> = BTreeMap::new();
    let mut crates: BTreeMap<Storage, i64> = BTreeMap::new();
    let mut all = 0;
    for good in goods {
        all += good.grams();
        if good.order_unit == Unit::Crate {
            *crates.entry(good.storage).or_default() += (good.ordered.0 + 999) / 1_000;
        } else {
            *grams.entry(good.storage).or_default() += good.grams();
        }
    }
    let of = |storage: Storage| {
        let packed = grams.get(&storage).map_or(0, |grams| (grams + GRAMS_A_CRATE - 1) / GRAMS_A_CRATE);
        packed + crates.get(&storage).copied().unwrap_or(0)
    };
    Load {
        dry: of(Storage::Dry),
        cold: of(Storage::Cold),
        frozen: of(Storage::Frozen),
        kilograms: (all + 999) / 1_000,
    }
}

/// The days on which goods may be collected: from the day after closing to the day before the first delivery; where
/// there is none between, on the day of the delivery itself.
pub fn collection_days(closed_on: Date, first_delivery: Date) -> (Date, Date) {
    let (first, last) = (
        closed_on.saturating_add(Span::new().days(1)),
        first_delivery.saturating_sub(Span::new().days(1)),
    );
    if first <= last { (first, last) } else { (first_delivery, first_delivery) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn good(storage: Storage, order_unit: Unit, pay_unit: Unit, per_unit: i64, ordered: i64) -> Good {
        Good {
            producer: OrganisationId(Uuid::from_u128(1)),
            shop: OrganisationId(Uuid::from_u128(2)),
            storage,
            order_unit,
            pay_unit,
            measure_per_unit: Quantity(per_unit),
            content: None,
            ordered: Quantity::whole(ordered),
        }
    }

    #[test]
    fn goods_are_packed_by_the_cold_that_they_need() {
        let carrots = good(Storage::Dry, Unit::Kilogram, Unit::Kilogram, 1_000, 25);
        let yoghurt = Good {
            content: Some((Quantity::whole(500), Unit::Gram)),
            ..good(Storage::Cold, Unit::Piece, Unit::Piece, 1_000, 30)
        };
        let apples = good(Storage::Dry, Unit::Crate, Unit::Kilogram, 10_000, 2);
        let soap = good(Storage::Dry, Unit::Piece, Unit::Piece, 1_000, 4);
        assert_eq!(load([&carrots, &soap]), Load { dry: 3, kilograms: 27, ..Load::default() });
        assert_eq!(load([&yoghurt]), Load { cold: 2, kilograms: 15, ..Load::default() });
        assert_eq!(load([&apples]), Load { dry: 2, kilograms: 20, ..Load::default() });
        assert_eq!(load([]), Load::default());
    }

    #[test]
    fn goods_are_collected_between_closing_and_delivery() {
        let day = |text: &str| -> Date { text.parse().unwrap() };
        let check = |closed: &str, delivery: &str, first: &str, last: &str| {
            assert_eq!(collection_days(day(closed), day(delivery)), (day(first), day(last)));
        };
        check("2026-11-25", "2026-11-27", "2026-11-26", "2026-11-26");
        check("2026-11-25", "2026-11-30", "2026-11-26", "2026-11-29");
        check("2026-11-26", "2026-11-27", "2026-11-27", "2026-11-27");
    }
}
