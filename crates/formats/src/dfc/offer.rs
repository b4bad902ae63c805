//! What a product costs and how much of it there is, through catalogue items and offers.

use units::{Price, Quantity, Rate};

use super::Remark;
use super::graph::Graph;
use super::links::Links;
use super::quantity::cut;
use super::vocabulary::currency_code;
use crate::catalogue::{Stock, bounds};
use crate::number::parse_rounded;

/// A price as it is written, since our own are exact beyond four decimals.
#[derive(Default)]
pub(super) struct Asked {
    pub(super) value: Option<String>,
    pub(super) currency: Option<String>,
    pub(super) vat: Option<Rate>,
}

/// The price of the first offer that has one; of an offer without a value, its VAT rate at least.
pub(super) fn asked(graph: &Graph, links: &Links, product: usize, remarks: &mut Vec<Remark>) -> Asked {
    let offers = links.offers(product);
    let prices: Vec<PriceNode<'_>> =
        offers.iter().filter_map(|&offer| price_node(graph, offer)).collect();
    let first = prices.iter().find(|price| price.value.is_some()).or(prices.first());
    let Some(first) = first else { return Asked::default() };
    let others =
        prices.iter().filter(|price| price.value.is_some() && price.value != first.value).count();
    if others > 0 {
        remarks.push(Remark::OtherPrices { count: others });
    }
    let vat = first.node.and_then(|node| graph.text(node, "VATrate"));
    Asked {
        value: first.value.map(str::to_owned),
        currency: first.node.and_then(|node| currency(graph, node, remarks)),
        vat: vat.and_then(|text| rate(text, remarks)),
    }
}

struct PriceNode<'a> {
    node: Option<usize>,
    value: Option<&'a str>,
}

/// A price is a node with a value, or in old files a bare number on the offer.
fn price_node(graph: &Graph, offer: usize) -> Option<PriceNode<'_>> {
    for property in ["hasPrice", "price"] {
        let nodes = graph.some_linked(offer, property);
        let with_value = nodes.iter().find(|&&node| graph.text(node, "value").is_some());
        if let Some(&node) = with_value.or(nodes.first()) {
            return Some(PriceNode { node: Some(node), value: graph.text(node, "value") });
        }
        if let Some(value) = graph.text(offer, property) {
            return Some(PriceNode { node: None, value: Some(value) });
        }
    }
    None
}

fn currency(graph: &Graph, price: usize, remarks: &mut Vec<Remark>) -> Option<String> {
    let fragment = graph.concepts(price, "hasUnit").into_iter().next()?;
    let code = currency_code(&fragment);
    if code.is_none() {
        remarks.push(Remark::UnknownCurrency { value: cut(&fragment) });
    }
    code
}

/// A price brought to four decimals.
pub(super) fn price(text: &str, remarks: &mut Vec<Remark>) -> Option<Price> {
    let price = number("hasPrice", text, 4, remarks)?;
    (0..=bounds::PRICE.0)
        .contains(&price)
        .then_some(Price(price))
        .or_else(|| unreadable("hasPrice", text, remarks))
}

pub(super) fn rate(text: &str, remarks: &mut Vec<Remark>) -> Option<Rate> {
    let rate = number("VATrate", text.trim_end_matches(['%', ' ']), 2, remarks)?;
    (0..=bounds::RATE.0)
        .contains(&rate)
        .then_some(Rate(rate))
        .or_else(|| unreadable("VATrate", text, remarks))
}

/// The limit on the catalogue item, else on an offer, else the theoretical stock of the product.
pub(super) fn stock(
    graph: &Graph,
    links: &Links,
    product: usize,
    remarks: &mut Vec<Remark>,
) -> Option<Stock> {
    let items = links.catalog_items(product).iter().copied();
    let limits = items.chain(links.offers(product)).map(|node| (node, "stockLimitation"));
    // Both spellings have been in releases of the ontology.
    let stocks = ["totalTheoreticalStock", "totalTheoriticalStock"].map(|property| (product, property));
    let mut texts = limits
        .chain(stocks)
        .filter_map(|(node, property)| Some((property, graph.text(node, property)?)));
    texts.find_map(|(property, text)| {
        let quantity = Quantity(number(property, text, 3, remarks)?);
        if quantity > bounds::QUANTITY {
            return unreadable(property, text, remarks);
        }
        Some(if quantity < Quantity::ZERO { Stock::OnDemand } else { Stock::Limited(quantity) })
    })
}

fn number(property: &'static str, text: &str, decimals: u32, remarks: &mut Vec<Remark>) -> Option<i64> {
    match parse_rounded(text, decimals) {
        Ok(rounded) => {
            if !rounded.exact {
                remarks.push(Remark::Rounded { property, value: cut(text) });
            }
            Some(rounded.value)
        }
        Err(_) => unreadable(property, text, remarks),
    }
}

fn unreadable<T>(property: &'static str, value: &str, remarks: &mut Vec<Remark>) -> Option<T> {
    remarks.push(Remark::Unreadable { property, value: cut(value) });
    None
}
