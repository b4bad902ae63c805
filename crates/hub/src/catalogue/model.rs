//! What a reference says, and when it may be offered.

use economy::vat::VatCategory;
use people::organisations::Storage;
use units::{Code, ContainerId, OrganisationId, PictureId, Price, Quantity, ReferenceId, Unit};

units::codes! {
    /// How much of a reference may be promised.
    pub enum StockMode {
        /// Made or harvested as ordered.
        OnDemand = "on_demand",
        /// What is there; it carries over from cycle to cycle.
        OnHand = "on_hand",
        /// A quantity for each cycle.
        PerCycle = "per_cycle",
    }
}

units::codes! {
    /// The substances that must be declared.
    ///
    /// # Source
    /// Regulation (EU) No 1169/2011, annex II.
    pub enum Allergen {
        Gluten = "gluten",
        Crustaceans = "crustaceans",
        Eggs = "eggs",
        Fish = "fish",
        Peanuts = "peanuts",
        Soy = "soy",
        Milk = "milk",
        Nuts = "nuts",
        Celery = "celery",
        Mustard = "mustard",
        Sesame = "sesame",
        Sulphites = "sulphites",
        Lupin = "lupin",
        Molluscs = "molluscs",
    }
}

units::codes! {
    /// Certificates that have a name in four languages; others are kept in the words of the producer.
    pub enum Certificate {
        Organic = "organic",
        Demeter = "demeter",
        NatureProgres = "nature_progres",
        DifferentiatedQuality = "differentiated_quality",
        FairProducer = "fair_producer",
        ProtectedOrigin = "protected_origin",
    }
}

/// What a reference says, in one version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub name: String,
    pub description: String,
    /// Code of the family.
    pub family: String,
    pub order_unit: Unit,
    pub pay_unit: Unit,
    /// How many pay units one order unit holds on average; 1 where the units are the same.
    pub measure_per_unit: Quantity,
    /// What one order unit holds, for the reader: 500 g, 75 cl.
    pub content: Option<(Quantity, Unit)>,
    /// Without VAT, per pay unit, set by the producer; none while it is not for sale.
    pub price: Option<Price>,
    pub vat: VatCategory,
    pub storage: Storage,
    pub origin: String,
    /// Codes of [`Certificate`], or the producer's own words.
    pub certificates: Vec<String>,
    pub allergens: Vec<Allergen>,
    /// Orders go by multiples of this many order units.
    pub step: Quantity,
    pub picture: Option<PictureId>,
    /// The container that goes out with each order unit, and how many of it.
    pub container: Option<(ContainerId, i64)>,
}

/// A producer's article, as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    pub id: ReferenceId,
    pub producer: OrganisationId,
    /// The producer's own code for it.
    pub code: String,
    pub version: i64,
    pub item: Item,
    pub stock_mode: StockMode,
    /// For each cycle, where the stock is per cycle.
    pub cycle_stock: Quantity,
    /// What goes in its place where a shop accepts it.
    pub second_choice: Option<ReferenceId>,
    pub is_withdrawn: bool,
}

/// What a producer agreed with one shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arrangement {
    pub reference: ReferenceId,
    pub shop: OrganisationId,
    pub price: Option<Price>,
    pub hidden: bool,
}

/// What is wrong with a reference, by field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    NameMissing,
    UnknownFamily,
    /// Ordered and paid in the same unit, one cannot hold several of the other.
    MeasureOfSameUnit,
    MeasureNotPositive,
    MeasureTooLarge,
    StepNotPositive,
    StepTooLarge,
    PriceTooHigh,
    /// At this price and this measure, one unit ordered costs more than anything does.
    UnitTooDear,
}

// Beyond these a finger slipped. Within them no order, invoice or year comes near 64 bits.

/// Ten thousand euros for a unit paid.
const HIGHEST_PRICE: Price = Price(100_000_000);
/// A hundred thousand euros for a unit ordered.
const HIGHEST_UNIT_PRICE: Price = Price(1_000_000_000);
const LARGEST_MEASURE: Quantity = Quantity::whole(100_000);
const LARGEST_STEP: Quantity = Quantity::whole(10_000);

impl Item {
    /// What is wrong with it; nothing when it may be kept.
    pub fn flaws(&self) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        let mut note = |wrong: bool, flaw| {
            if wrong {
                flaws.push(flaw);
            }
        };
        note(self.name.trim().is_empty(), Flaw::NameMissing);
        note(crate::families::find(&self.family).is_none(), Flaw::UnknownFamily);
        note(
            self.order_unit == self.pay_unit && self.measure_per_unit != Quantity::ONE,
            Flaw::MeasureOfSameUnit,
        );
        note(self.measure_per_unit.0 <= 0, Flaw::MeasureNotPositive);
        note(self.measure_per_unit > LARGEST_MEASURE, Flaw::MeasureTooLarge);
        note(self.step.0 <= 0, Flaw::StepNotPositive);
        note(self.step > LARGEST_STEP, Flaw::StepTooLarge);
        let too_high = self.price.is_some_and(|price| price > HIGHEST_PRICE);
        note(too_high, Flaw::PriceTooHigh);
        let too_dear =
            self.price.is_some() && self.expected_price().is_none_or(|p| p > HIGHEST_UNIT_PRICE);
        note(!too_high && too_dear, Flaw::UnitTooDear);
        flaws
    }

    /// Whether it is weighed: ordered in one unit and paid in another.
    pub fn is_weighed(&self) -> bool {
        self.order_unit != self.pay_unit
    }

    /// How many pay units this many order units are expected to hold.
    pub fn expected_measure(&self, quantity: Quantity) -> Quantity {
        quantity.times(self.measure_per_unit)
    }

    /// The price of one order unit, as expected: what a shop compares.
    pub fn expected_price(&self) -> Option<Price> {
        let price = self.price?;
        let product = i128::from(price.0) * i128::from(self.measure_per_unit.0);
        i64::try_from((product + 500) / 1000).ok().map(Price)
    }
}

impl Reference {
    /// Whether a cycle may offer it.
    pub fn is_for_sale(&self) -> bool {
        !self.is_withdrawn && self.item.price.is_some()
    }
}

/// Codes joined for one column, and read back.
pub(crate) fn joined<T: Code>(codes: &[T]) -> String {
    codes.iter().map(|code| code.code()).collect::<Vec<_>>().join(" ")
}

pub(crate) fn split<T: Code>(text: &str) -> Vec<T> {
    text.split(' ').filter_map(T::from_code).collect()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A whole cheese, ordered by the piece and paid by the kilo.
    pub(crate) fn cheese() -> Item {
        Item {
            name: "Tomme au lait cru entière".to_owned(),
            description: String::new(),
            family: "mature-cheese".to_owned(),
            order_unit: Unit::Piece,
            pay_unit: Unit::Kilogram,
            measure_per_unit: Quantity(2400),
            content: None,
            price: Some(Price(168_000)),
            vat: VatCategory::Reduced,
            storage: Storage::Cold,
            origin: "Bertrix".to_owned(),
            certificates: vec!["organic".to_owned()],
            allergens: vec![Allergen::Milk],
            step: Quantity::ONE,
            picture: None,
            container: None,
        }
    }

    #[test]
    fn a_cheese_by_the_piece_is_paid_by_the_kilo() {
        let cheese = cheese();
        assert!(cheese.is_weighed());
        assert_eq!(cheese.expected_measure(Quantity::whole(3)), Quantity(7200));
        assert_eq!(cheese.expected_price(), Some(Price(403_200)));
        assert_eq!(cheese.flaws(), []);
    }

    #[test]
    fn what_cannot_be_is_named() {
        let check = |change: fn(&mut Item), expected: &[Flaw]| {
            let mut item = cheese();
            change(&mut item);
            assert_eq!(item.flaws(), expected);
        };
        check(|item| item.name = "  ".to_owned(), &[Flaw::NameMissing]);
        check(|item| item.family = "moon".to_owned(), &[Flaw::UnknownFamily]);
        check(|item| item.pay_unit = Unit::Piece, &[Flaw::MeasureOfSameUnit]);
        check(|item| item.measure_per_unit = Quantity::ZERO, &[Flaw::MeasureNotPositive]);
        check(|item| item.step = Quantity::ZERO, &[Flaw::StepNotPositive]);
        check(|item| item.price = Some(Price(100_000_001)), &[Flaw::PriceTooHigh]);
        check(|item| item.step = Quantity(10_000_001), &[Flaw::StepTooLarge]);
        check(
            |item| item.measure_per_unit = Quantity(i64::MAX),
            &[Flaw::MeasureTooLarge, Flaw::UnitTooDear],
        );
        check(|item| item.measure_per_unit = Quantity::whole(6000), &[Flaw::UnitTooDear]);
    }
}
