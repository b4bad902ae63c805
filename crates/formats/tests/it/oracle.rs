//! A second reading of DFC files, as naive as can be: for every question it walks the whole document.
//!
//! It knows only the spelling `dfc-b:…` and nothing of contexts, which is enough for the files of
//! Open Food Network and for our own; it shares no code with the reader.

use serde_json::{Map, Value};

/// What must not be lost of a product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Seen {
    /// Empty for a product without one.
    pub(crate) iri: String,
    pub(crate) name: String,
    pub(crate) family: Option<String>,
    /// Value and fragment of the unit: `0.4 Kilogram`.
    pub(crate) quantity: Option<String>,
    pub(crate) price: Option<String>,
    pub(crate) currency: Option<String>,
    pub(crate) vat: Option<String>,
    /// `-` on demand.
    pub(crate) stock: Option<String>,
}

type Object = Map<String, Value>;

/// Every product of the document, in the order in which they first stand.
pub(crate) fn products_in(bytes: &[u8]) -> Vec<Seen> {
    let document: Value = serde_json::from_slice(bytes).unwrap();
    let mut objects = Vec::new();
    walk(&document, &mut objects);
    let mut seen: Vec<Seen> = Vec::new();
    for object in &objects {
        let iri = object.get("@id").and_then(Value::as_str).unwrap_or_default();
        let known = !iri.is_empty() && seen.iter().any(|product| product.iri == iri);
        if is_a(object, "dfc-b:SuppliedProduct") && !known {
            seen.push(look(&objects, object, iri));
        }
    }
    seen
}

fn walk<'a>(value: &'a Value, objects: &mut Vec<&'a Object>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| walk(value, objects)),
        Value::Object(object) => {
            objects.push(object);
            object
                .iter()
                .filter(|(name, _)| *name != "@context")
                .for_each(|(_, value)| walk(value, objects));
        }
        _ => {}
    }
}

fn is_a(object: &Object, class: &str) -> bool {
    match object.get("@type") {
        Some(Value::Array(classes)) => classes.iter().any(|known| known == class),
        Some(known) => known == class,
        None => false,
    }
}

/// All that is said under a name of the node that `object` stands for, wherever it is said.
fn said(objects: &[&Object], object: &Object, name: &str) -> Vec<Value> {
    let same = |other: &&&Object| match object.get("@id") {
        Some(iri) => other.get("@id") == Some(iri),
        None => std::ptr::eq(**other, object),
    };
    let values = objects.iter().filter(same).filter_map(|object| object.get(name));
    values.flat_map(|value| value.as_array().cloned().unwrap_or_else(|| vec![value.clone()])).collect()
}

/// The objects that the values stand for: themselves, or all with that identifier.
fn follow(objects: &[&Object], values: &[Value]) -> Vec<Object> {
    let mut found = Vec::new();
    for value in values {
        let iri = value.as_str().or_else(|| value.get("@id")?.as_str());
        match iri {
            Some(iri) => {
                let named =
                    objects.iter().filter(|object| object.get("@id").is_some_and(|id| id == iri));
                found.extend(named.map(|object| (*object).clone()));
            }
            None => found.extend(value.as_object().cloned()),
        }
    }
    found
}

fn mentions(object: &Object, name: &str, iri: &str) -> bool {
    object.get(name).is_some_and(|value| value.to_string().contains(&format!("\"{iri}\"")))
}

fn look(objects: &[&Object], product: &Object, iri: &str) -> Seen {
    let of = |name: &str| said(objects, product, name);
    let mut items = follow(objects, &of("dfc-b:referencedBy"));
    items.extend(
        objects.iter().filter(|object| mentions(object, "dfc-b:references", iri)).map(|o| (*o).clone()),
    );
    let mut offers = Vec::new();
    for item in &items {
        offers.extend(follow(objects, &said(objects, item, "dfc-b:offeredThrough")));
    }
    offers.extend(
        objects.iter().filter(|object| mentions(object, "dfc-b:offeredItem", iri)).map(|o| (*o).clone()),
    );
    let price = offers
        .iter()
        .flat_map(|offer| follow(objects, &said(objects, offer, "dfc-b:hasPrice")))
        .find(|price| price.contains_key("dfc-b:value"))
        .unwrap_or_default();
    let limit =
        items.iter().chain(&offers).find_map(|object| object.get("dfc-b:stockLimitation").cloned());
    let stock = limit.or_else(|| of("dfc-b:totalTheoreticalStock").into_iter().next());
    let quantity = follow(objects, &of("dfc-b:hasQuantity")).into_iter().next().unwrap_or_default();
    Seen {
        iri: iri.to_owned(),
        name: of("dfc-b:name").first().map(text).unwrap_or_default(),
        family: of("dfc-b:hasType").first().map(fragment),
        quantity: quantity.get("dfc-b:value").map(decimal).filter(|value| value != "0").map(|value| {
            format!("{value} {}", quantity.get("dfc-b:hasUnit").map(fragment).unwrap_or_default())
        }),
        price: price.get("dfc-b:value").map(decimal),
        currency: price.get("dfc-b:hasUnit").map(fragment).map(|name| match name.as_str() {
            "Euro" => "EUR".to_owned(),
            "PoundSterling" => "GBP".to_owned(),
            "AustralianDollar" => "AUD".to_owned(),
            other => other.to_owned(),
        }),
        vat: price.get("dfc-b:VATrate").map(decimal),
        stock: stock
            .as_ref()
            .map(decimal)
            .map(|stock| if stock.starts_with('-') { "-".into() } else { stock }),
    }
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn fragment(value: &Value) -> String {
    let first = value.get(0).unwrap_or(value);
    text(first).rsplit([':', '#', '/']).next().unwrap_or_default().to_owned()
}

/// A number or a string as a decimal without idle zeros.
fn decimal(value: &Value) -> String {
    let text = text(value);
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}
