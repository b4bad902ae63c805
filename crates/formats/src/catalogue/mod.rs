//! An article as catalogue files carry it, whatever the file.
//!
//! Tables and linked data both become articles, and the application checks articles only once. What
//! a file does not say stays unsaid: a missing stock is not zero, a missing VAT rate not 6 %.

pub mod columns;
mod convert;
pub mod unit;

pub use convert::convert;

use units::{Price, Quantity, Rate, Unit};

/// Where an article stands in its file, for messages about it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// The line or row as the person sees it.
    Line(u32),
    /// The identifier of the product in linked data.
    Iri(String),
}

/// How much of an article may be ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stock {
    /// Made or harvested as ordered: no limit is stated.
    OnDemand,
    /// In order units; zero means that none is left.
    Limited(Quantity),
}

/// One article of a catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    pub origin: Origin,
    /// The producer's own reference (SKU).
    pub code: Option<String>,
    /// Empty only when linked data name no name; a note of the reader says so.
    pub name: String,
    pub description: Option<String>,
    /// Fragment of the DFC product type, such as `processed-vegetable`, or the words of a table.
    pub family: Option<String>,
    pub order_unit: Option<Unit>,
    /// None when it is paid in the unit that it is ordered in.
    pub pay_unit: Option<Unit>,
    /// How many pay units one order unit holds: 2.4 for a cheese by the piece, paid by the kilo.
    pub measure_per_unit: Option<Quantity>,
    /// What is in one order unit: 500 g.
    pub content: Option<(Quantity, Unit)>,
    /// Without VAT, per pay unit.
    pub price: Option<Price>,
    /// ISO 4217 code.
    pub currency: Option<String>,
    pub vat: Option<Rate>,
    pub stock: Option<Stock>,
    /// Orders go by multiples of this many order units.
    pub step: Option<Quantity>,
    pub origin_place: Option<String>,
    pub certificates: Vec<String>,
    pub allergens: Vec<String>,
    /// `dry`, `cold` or `frozen`.
    pub storage: Option<String>,
    /// Address of a picture.
    pub picture: Option<String>,
    /// Name of the container that a deposit is asked for.
    pub deposit: Option<String>,
    /// Code of the article to take when this one is short.
    pub second_choice: Option<String>,
}

impl Article {
    /// An article of which nothing is known but its name.
    pub fn named(origin: Origin, name: impl Into<String>) -> Self {
        Self {
            origin,
            code: None,
            name: name.into(),
            description: None,
            family: None,
            order_unit: None,
            pay_unit: None,
            measure_per_unit: None,
            content: None,
            price: None,
            currency: None,
            vat: None,
            stock: None,
            step: None,
            origin_place: None,
            certificates: Vec::new(),
            allergens: Vec::new(),
            storage: None,
            picture: None,
            deposit: None,
            second_choice: None,
        }
    }

    /// How many pay units one order unit holds, where that is certain: the price of one order unit
    /// is the price times this.
    pub fn pay_units_per_order_unit(&self) -> Option<Quantity> {
        let Some(pay_unit) = self.pay_unit.filter(|&unit| Some(unit) != self.order_unit) else {
            return Some(Quantity::ONE);
        };
        self.measure_per_unit.or_else(|| {
            let (quantity, unit) = self.content?;
            convert(quantity, unit, pay_unit)
        })
    }
}

/// Bounds of what a catalogue can sensibly say; beyond them a number is a slip or an attack.
///
/// Within them every product of a price and a quantity stays far inside 64 bits.
pub mod bounds {
    use units::{Price, Quantity, Rate};

    pub const PRICE: Price = Price::MOST;
    pub const QUANTITY: Quantity = Quantity::MOST;
    pub const RATE: Rate = Rate::MOST;
}
