//! What DFC has no words for, in the `tresse:` properties of our own exports.
//!
//! A cheese ordered by the piece and paid by the kilo has one price in DFC, that of a piece; ours
//! says both. A peer may have changed the file in between, so our properties count only where they
//! still agree with the rest of it.

use units::{Code as _, Price, Quantity, Rate, Unit, decimal};

use super::graph::Graph;
use super::{Remark, offer};
use crate::catalogue::{Article, bounds};

/// Names of the properties, for reader and writer.
pub(super) mod names {
    pub(crate) const VERSION: &str = "tresse:version";
    pub(crate) const ORDER_UNIT: &str = "tresse:orderUnit";
    pub(crate) const PAY_UNIT: &str = "tresse:payUnit";
    pub(crate) const MEASURE: &str = "tresse:measurePerUnit";
    /// What `hasQuantity` stands for: `content`, or something that DFC asks for and we derive.
    pub(crate) const QUANTITY_IS: &str = "tresse:quantityIs";
    pub(crate) const PAY_PRICE: &str = "tresse:payPrice";
    pub(crate) const CURRENCY: &str = "tresse:currency";
    pub(crate) const VAT: &str = "tresse:vat";
    pub(crate) const DESCRIPTION: &str = "tresse:description";
    pub(crate) const FAMILY: &str = "tresse:family";
    pub(crate) const STEP: &str = "tresse:step";
    pub(crate) const ORIGIN_PLACE: &str = "tresse:originPlace";
    pub(crate) const CERTIFICATES: &str = "tresse:certificates";
    pub(crate) const ALLERGENS: &str = "tresse:allergens";
    pub(crate) const STORAGE: &str = "tresse:storage";
    pub(crate) const DEPOSIT: &str = "tresse:deposit";
    pub(crate) const SECOND_CHOICE: &str = "tresse:secondChoice";
}

/// Sets the price of an article and whatever our own properties add.
///
/// `asked` is the price of one product as the offer gives it.
pub(super) fn complete(
    graph: &Graph,
    node: usize,
    article: &mut Article,
    asked: Option<&str>,
    remarks: &mut Vec<Remark>,
) {
    if graph.text(node, names::VERSION).is_some() {
        take_units(graph, node, article, remarks);
        take_words(graph, node, article);
        if take_price(graph, node, article, asked) {
            return;
        }
        remarks.push(Remark::Disagreement { property: names::PAY_PRICE });
        // What the peer asks is the price of the product as it is ordered.
        article.pay_unit = article.order_unit;
    }
    article.price = asked.and_then(|text| offer::price(text, remarks));
}

fn take_units(graph: &Graph, node: usize, article: &mut Article, remarks: &mut Vec<Remark>) {
    let unit = |name| graph.text(node, name).and_then(Unit::from_code);
    article.order_unit = unit(names::ORDER_UNIT);
    article.pay_unit = unit(names::PAY_UNIT);
    article.measure_per_unit = quantity(graph, node, names::MEASURE);
    article.step = quantity(graph, node, names::STEP);
    let derived = match graph.text(node, names::QUANTITY_IS) {
        Some("measure") => article.measure_per_unit.zip(article.pay_unit),
        Some("unit") => article.order_unit.map(|unit| (Quantity::ONE, unit)),
        _ => return,
    };
    let stated = article.content.take();
    if stated != derived {
        remarks.push(Remark::Disagreement { property: names::QUANTITY_IS });
        article.content = stated;
        article.measure_per_unit = None;
    }
}

fn quantity(graph: &Graph, node: usize, name: &str) -> Option<Quantity> {
    let quantity = graph.text(node, name).and_then(|text| Quantity::parse(text).ok())?;
    (Quantity(1)..=bounds::QUANTITY).contains(&quantity).then_some(quantity)
}

fn take_words(graph: &Graph, node: usize, article: &mut Article) {
    let text = |name| graph.text(node, name).map(str::to_owned);
    let lists =
        [(names::CERTIFICATES, &mut article.certificates), (names::ALLERGENS, &mut article.allergens)];
    for (name, list) in lists {
        let words: Vec<String> = graph.texts(node, name).map(str::to_owned).collect();
        if !words.is_empty() {
            *list = words;
        }
    }
    article.family = text(names::FAMILY).or(article.family.take());
    article.origin_place = text(names::ORIGIN_PLACE).or(article.origin_place.take());
    article.storage = text(names::STORAGE).or(article.storage.take());
    article.deposit = text(names::DEPOSIT);
    article.second_choice = text(names::SECOND_CHOICE);
    let words = graph.long_text(node, names::DESCRIPTION);
    if words.is_some() && words == graph.long_text(node, "description") {
        article.description = words.map(str::to_owned);
    }
}

/// Takes our price where the offer's agrees with it; false when it no longer does.
fn take_price(graph: &Graph, node: usize, article: &mut Article, asked: Option<&str>) -> bool {
    let ours = graph.text(node, names::PAY_PRICE).and_then(|text| Price::parse(text).ok());
    let ours = ours.filter(|price| (Price(0)..=bounds::PRICE).contains(price));
    let product = ours.and_then(|price| product_price(article, price));
    if product.as_deref() != asked.map(canonical).as_deref() {
        return false;
    }
    article.price = ours;
    if article.currency.is_none() {
        article.currency = graph.text(node, names::CURRENCY).map(str::to_owned);
    }
    if article.vat.is_none() {
        let vat = graph.text(node, names::VAT).and_then(|text| Rate::parse(text).ok());
        article.vat = vat.filter(|rate| (Rate::ZERO..=bounds::RATE).contains(rate));
    }
    true
}

/// The price of one product as it is ordered, to its last digit: seven decimals at most.
///
/// None for an article of unknown weight that is paid by weight.
pub(super) fn product_price(article: &Article, price: Price) -> Option<String> {
    let pay_units = article.pay_units_per_order_unit()?;
    let product = i128::from(price.0) * i128::from(pay_units.0);
    let scale = 10_i128.pow(7);
    Some(canonical(&format!("{}.{:07}", product / scale, product % scale)))
}

/// A decimal without idle zeros and with a point, so that equal numbers are equal texts.
fn canonical(text: &str) -> String {
    let text = text.trim().replace(',', ".");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    let text = text.trim_start_matches('0');
    match text.as_bytes().first() {
        None | Some(b'.') => format!("0{text}"),
        _ => text.to_owned(),
    }
}

/// The decimal text of a scaled integer, for the properties above.
pub(super) fn plain(value: i64, decimals: u32) -> String {
    decimal::format(value, decimals, 0, '.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Origin;

    #[test]
    fn the_price_of_a_cheese_is_exact() {
        let mut cheese = Article::named(Origin::Line(1), "Tomme");
        cheese.order_unit = Some(Unit::Piece);
        cheese.pay_unit = Some(Unit::Kilogram);
        assert_eq!(product_price(&cheese, Price(189_000)), None);
        cheese.measure_per_unit = Some(Quantity(2412));
        assert_eq!(product_price(&cheese, Price(189_000)).as_deref(), Some("45.5868"));
        cheese.measure_per_unit = None;
        cheese.content = Some((Quantity::whole(250), Unit::Gram));
        assert_eq!(product_price(&cheese, Price(1)).as_deref(), Some("0.000025"));
        cheese.pay_unit = None;
        assert_eq!(product_price(&cheese, Price(2350)).as_deref(), Some("0.235"));
        assert_eq!(canonical("045,60"), "45.6");
        assert_eq!(canonical("0.000"), "0");
        assert_eq!(canonical("100"), "100");
    }
}
