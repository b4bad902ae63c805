//! Articles as a DFC catalogue: an enterprise, its products, its catalogue items and its offers.
//!
//! Strict, and shaped as Open Food Network reads it: it walks from the product through
//! `referencedBy`, and finds other addresses by replacing `/SuppliedProducts` in that of a product.
//! What DFC cannot say stands beside it in `tresse:` properties, which JSON-LD readers pass over.

use std::collections::HashSet;
use std::fmt::Write as _;

use units::{Code as _, Quantity, Unit};

use super::out::Json;
use super::own::{names, plain, product_price};
use super::vocabulary::{ALLERGENS, CERTIFICATIONS, ORIGINS, currency_concept, is_fragment};
use crate::catalogue::{Article, Origin, Stock};
use crate::html;

const CONTEXT: &str = "https://w3id.org/dfc/ontology/context/context_1.16.0.json";

/// Whose catalogue is written.
#[derive(Debug, Clone, Copy)]
pub struct WriteOptions<'a> {
    /// Address of the enterprise, such as `https://hub.example/api/dfc/Enterprises/12`.
    pub base: &'a str,
    /// Name of the enterprise.
    pub organisation: &'a str,
    /// ISO 4217 code of the prices that name no currency.
    pub currency: &'a str,
}

/// Writes articles as JSON-LD of ontology 1.16.0.
///
/// A product is `{base}/SuppliedProducts/{id}`, where `id` is the code of the article or else its
/// place in the list; an article whose origin is such an address keeps it. Prices are those of one
/// order unit, exact to seven decimals; an article paid by weight of which the weight is unknown has
/// no price for peers. [`super::read`] gives the same articles back, with the default currency where
/// a price named none and addresses as origins.
///
/// # Source
/// DFC business ontology 1.16.0, taxonomies 1.3.0.
pub fn write(articles: &[Article], options: WriteOptions<'_>) -> String {
    let base = options.base.trim_end_matches('/');
    let products = addresses(articles, base);
    let items = products.iter().map(|product| format!("{product}/CatalogItem"));
    let mut graph = vec![Json::Object(vec![
        ("@id", Json::text(base)),
        ("@type", Json::text("dfc-b:Enterprise")),
        ("dfc-b:name", Json::text(options.organisation)),
        ("dfc-b:supplies", Json::texts(&products)),
        ("dfc-b:manages", Json::texts(items)),
    ])];
    for (article, product) in articles.iter().zip(&products) {
        graph.push(supplied_product(article, product, options.currency));
        graph.push(catalog_item(article, product, base));
        graph.push(offer(article, product, options.currency));
    }
    Json::Object(vec![("@context", Json::text(CONTEXT)), ("@graph", Json::List(graph))]).write()
}

/// One address an article, each once.
fn addresses(articles: &[Article], base: &str) -> Vec<String> {
    let folder = format!("{base}/SuppliedProducts/");
    let mut taken = HashSet::new();
    let mut address = |index: usize, article: &Article| {
        let wanted = match (&article.origin, &article.code) {
            (Origin::Iri(iri), _) if iri.len() > folder.len() && iri.starts_with(&folder) => iri.clone(),
            (_, Some(code)) => format!("{folder}{}", percent_encode(code)),
            _ => format!("{folder}{}", index + 1),
        };
        let free = |address: &String| !taken.contains(address);
        let others = (2..).map(|number: u32| format!("{wanted}~{number}"));
        let address = std::iter::once(wanted.clone()).chain(others).find(free).unwrap_or(wanted);
        taken.insert(address.clone());
        address
    };
    articles.iter().enumerate().map(|(index, article)| address(index, article)).collect()
}

/// # Source
/// RFC 3986, section 2.3; `~` is left to set equal codes apart.
fn percent_encode(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' => out.push(char::from(byte)),
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

/// Properties of one node, of which many are there only when something is known.
struct Properties(Vec<(&'static str, Json)>);

impl Properties {
    fn new(iri: String, class: &str) -> Self {
        Self(vec![("@id", Json::Text(iri)), ("@type", Json::text(class))])
    }

    fn set(&mut self, name: &'static str, value: Option<Json>) {
        self.0.extend(value.map(|value| (name, value)));
    }

    fn set_text(&mut self, name: &'static str, text: Option<&str>) {
        self.set(name, text.filter(|text| !text.is_empty()).map(Json::text));
    }
}

fn supplied_product(article: &Article, iri: &str, currency: &str) -> Json {
    let mut product = Properties::new(iri.to_owned(), "dfc-b:SuppliedProduct");
    product.set_text("dfc-b:name", Some(&article.name));
    product.set_text("dfc-b:description", article.description.as_deref());
    let family = article.family.as_deref();
    product.set(
        "dfc-b:hasType",
        family.filter(|family| is_fragment(family)).map(|family| concept("pt", family)),
    );
    let quantity = stated_quantity(article);
    product.set(
        "dfc-b:hasQuantity",
        quantity.map(|(quantity, unit, _)| quantitative_value(quantity, unit)),
    );
    product.set_text("dfc-b:image", article.picture.as_deref());
    describe(&mut product, article);
    product.set("dfc-b:referencedBy", Some(Json::Text(format!("{iri}/CatalogItem"))));
    add_own(&mut product, article, quantity.map(|(.., meaning)| meaning), currency);
    Json::Object(product.0)
}

/// Origin, labels, allergens and storage, as far as the thesauri know them.
fn describe(product: &mut Properties, article: &Article) {
    let place = article.origin_place.as_deref().filter(|place| ORIGINS.contains(place));
    product.set("dfc-b:hasGeographicalOrigin", place.map(|place| concept("f", place)));
    let labels = known(&article.certificates, &CERTIFICATIONS).map(|label| concept("f", label));
    product.set("dfc-b:hasCertification", list(labels));
    let allergens = known(&article.allergens, &ALLERGENS).map(|allergen| {
        Json::Object(vec![
            ("@type", Json::text("dfc-b:AllergenCharacteristic")),
            ("dfc-b:hasAllergenDimension", concept("m", allergen)),
        ])
    });
    product.set("dfc-b:hasAllergenCharacteristic", list(allergens));
    if let Some((refrigerated, frozen)) = cooling(article) {
        product.set("dfc-b:refrigerated", Some(Json::Truth(refrigerated)));
        product.set("dfc-b:frozen", Some(Json::Truth(frozen)));
    }
}

/// What our reader needs beyond DFC to give the same article back.
fn add_own(product: &mut Properties, article: &Article, quantity_is: Option<&str>, currency: &str) {
    product.set(names::VERSION, Some(Json::Number("1".to_owned())));
    product.set_text(names::ORDER_UNIT, article.order_unit.map(Unit::code));
    product.set_text(names::PAY_UNIT, article.pay_unit.map(Unit::code));
    product.set_text(names::MEASURE, article.measure_per_unit.map(Quantity::plain).as_deref());
    product.set_text(names::QUANTITY_IS, quantity_is);
    product.set_text(names::PAY_PRICE, article.price.map(|price| plain(price.0, 4)).as_deref());
    product.set_text(names::STEP, article.step.map(Quantity::plain).as_deref());
    let code = article.currency.as_deref().or(article.price.map(|_| currency));
    let said = article.price.and_then(|price| product_price(article, price)).is_some();
    product.set_text(names::CURRENCY, code.filter(|code| !said || currency_concept(code).is_none()));
    product.set_text(names::VAT, article.vat.filter(|_| !said).map(|vat| plain(vat.0, 2)).as_deref());
    let family = article.family.as_deref();
    product.set_text(names::FAMILY, family.filter(|family| !is_fragment(family)));
    let place = article.origin_place.as_deref();
    product.set_text(names::ORIGIN_PLACE, place.filter(|place| !ORIGINS.contains(place)));
    let words = article.description.as_deref();
    product.set_text(names::DESCRIPTION, words.filter(|words| html::plain(words) != *words));
    for (name, words, known_words) in [
        (names::CERTIFICATES, &article.certificates, &CERTIFICATIONS[..]),
        (names::ALLERGENS, &article.allergens, &ALLERGENS[..]),
    ] {
        let all_known = words.iter().all(|word| known_words.contains(&word.as_str()));
        product.set(name, (!all_known).then(|| Json::texts(words)));
    }
    let storage = article.storage.as_deref();
    product.set_text(names::STORAGE, storage.filter(|_| cooling(article).is_none()));
    product.set_text(names::DEPOSIT, article.deposit.as_deref());
    product.set_text(names::SECOND_CHOICE, article.second_choice.as_deref());
}

fn catalog_item(article: &Article, product: &str, base: &str) -> Json {
    let mut item = Properties::new(format!("{product}/CatalogItem"), "dfc-b:CatalogItem");
    item.set("dfc-b:references", Some(Json::text(product)));
    item.set_text("dfc-b:sku", article.code.as_deref());
    item.set("dfc-b:stockLimitation", article.stock.map(stock_limitation));
    item.set("dfc-b:offeredThrough", Some(Json::Text(format!("{product}/Offer"))));
    item.set("dfc-b:managedBy", Some(Json::text(base)));
    Json::Object(item.0)
}

fn stock_limitation(stock: Stock) -> Json {
    Json::Number(match stock {
        Stock::OnDemand => "-1".to_owned(),
        Stock::Limited(quantity) => quantity.plain(),
    })
}

fn offer(article: &Article, product: &str, currency: &str) -> Json {
    let mut offer = Properties::new(format!("{product}/Offer"), "dfc-b:Offer");
    offer.set("dfc-b:offers", Some(Json::Text(format!("{product}/CatalogItem"))));
    let value = article.price.and_then(|price| product_price(article, price));
    offer.set("dfc-b:hasPrice", value.map(|value| price(article, value, currency)));
    offer.set("dfc-b:stockLimitation", article.stock.map(stock_limitation));
    Json::Object(offer.0)
}

fn price(article: &Article, value: String, currency: &str) -> Json {
    let unit = currency_concept(article.currency.as_deref().unwrap_or(currency));
    let mut price =
        Properties(vec![("@type", Json::text("dfc-b:Price")), ("dfc-b:value", Json::Number(value))]);
    price.set("dfc-b:VATrate", article.vat.map(|vat| Json::Number(plain(vat.0, 2))));
    price.set("dfc-b:hasUnit", unit.map(|unit| concept("m", unit)));
    Json::Object(price.0)
}

/// The quantity of one product, and what it is to us: its content, else how much of it is paid, else
/// one of the unit it is ordered in.
fn stated_quantity(article: &Article) -> Option<(Quantity, Unit, &'static str)> {
    let content = article.content.map(|(quantity, unit)| (quantity, unit, "content"));
    let measure = article.measure_per_unit.zip(article.pay_unit);
    let unit = article.order_unit.map(|unit| (Quantity::ONE, unit, "unit"));
    content.or_else(|| measure.map(|(quantity, unit)| (quantity, unit, "measure"))).or(unit)
}

fn quantitative_value(quantity: Quantity, unit: Unit) -> Json {
    Json::Object(vec![
        ("@type", Json::text("dfc-b:QuantitativeValue")),
        ("dfc-b:value", Json::Number(quantity.plain())),
        ("dfc-b:hasUnit", concept("m", unit.dfc())),
    ])
}

/// Whether to refrigerate and to freeze.
fn cooling(article: &Article) -> Option<(bool, bool)> {
    match article.storage.as_deref()? {
        "dry" => Some((false, false)),
        "cold" => Some((true, false)),
        "frozen" => Some((false, true)),
        _ => None,
    }
}

fn known<'a>(words: &'a [String], thesaurus: &'a [&str]) -> impl Iterator<Item = &'a str> {
    words.iter().map(String::as_str).filter(|word| thesaurus.contains(word))
}

fn list(values: impl Iterator<Item = Json>) -> Option<Json> {
    let values: Vec<Json> = values.collect();
    (!values.is_empty()).then_some(Json::List(values))
}

/// A concept of the measures (`m`), facets (`f`) or product types (`pt`) thesaurus.
fn concept(thesaurus: &str, fragment: &str) -> Json {
    Json::Text(format!("dfc-{thesaurus}:{fragment}"))
}
