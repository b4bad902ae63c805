//! Files of real peers, each product compared with what a slow and simple reading finds.

use std::fs;
use std::path::PathBuf;

use formats::catalogue::Stock;
use formats::dfc::{self, Catalogue, DfcError, Product};

use crate::oracle::{Seen, products_in};

pub(crate) fn files(folder: &str) -> Vec<(String, Vec<u8>)> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("testdata/dfc").join(folder);
    let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(path)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(path).unwrap()))
        .collect();
    files.sort();
    files
}

fn file(folder: &str, name: &str) -> Vec<u8> {
    let found = files(folder).into_iter().find(|(other, _)| other == name);
    found.unwrap_or_else(|| panic!("{folder}/{name}")).1
}

/// What the reader found of a product, in the words of the oracle.
pub(crate) fn found(product: &Product) -> Seen {
    let article = &product.article;
    Seen {
        iri: if product.iri.starts_with("_:") { String::new() } else { product.iri.clone() },
        name: article.name.clone(),
        family: article.family.clone(),
        quantity: article.content.map(|(quantity, unit)| format!("{} {}", quantity.plain(), unit.dfc())),
        price: article.price.map(|price| units::decimal::format(price.0, 4, 0, '.')),
        currency: article.currency.clone(),
        vat: article.vat.map(units::Rate::plain),
        stock: article.stock.map(|stock| match stock {
            Stock::OnDemand => "-".to_owned(),
            Stock::Limited(quantity) => quantity.plain(),
        }),
    }
}

#[test]
fn nothing_is_lost_of_what_open_food_network_sends_and_receives() {
    let (mut compared, mut priced, mut stocked) = (0, 0, 0);
    for folder in ["ofn-recorded", "ofn-api-examples"] {
        for (name, bytes) in files(folder) {
            let expected = products_in(&bytes);
            match dfc::read(&bytes) {
                Ok(Catalogue { products, .. }) => {
                    let found: Vec<Seen> = products.iter().map(found).collect();
                    assert_eq!(found, expected, "{folder}/{name}");
                    compared += found.len();
                    priced += found.iter().filter(|product| product.price.is_some()).count();
                    stocked += found.iter().filter(|product| product.stock.is_some()).count();
                }
                Err(DfcError::NoProduct { .. }) => assert_eq!(expected, [], "{folder}/{name}"),
                Err(error) => panic!("{folder}/{name}: {error}"),
            }
        }
    }
    assert_eq!((compared, priced, stocked), (122, 55, 62), "products compared");
}

/// One line a product, then the notes.
fn listing(bytes: &[u8]) -> String {
    let catalogue = dfc::read(bytes).unwrap();
    let mut lines = Vec::new();
    for product in &catalogue.products {
        let seen = found(product);
        let article = &product.article;
        let or_dash = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
        lines.push(format!(
            "{} | {} | {} | {} | {} {} | VAT {} | stock {} | {}",
            last(&product.iri),
            article.name,
            or_dash(article.code.clone()),
            or_dash(seen.quantity),
            or_dash(seen.price),
            or_dash(seen.currency),
            or_dash(seen.vat),
            or_dash(seen.stock),
            or_dash(seen.family),
        ));
        if let Some(group) = &product.variant_of {
            lines.push(format!("    variant of {}", last(group)));
        }
        if let Some(case) = &product.case {
            let product = case.product.as_deref().map_or("-", last);
            lines.push(format!("    {} make case {product}", case.pieces_per_case.plain()));
        }
        if let Some(words) = &article.description {
            lines.push(format!(
                "    {}",
                words.replace('\n', " / ").chars().take(90).collect::<String>()
            ));
        }
        let labels = [&article.certificates[..], &article.allergens[..]].concat();
        if !labels.is_empty() {
            lines.push(format!("    {}", labels.join(", ")));
        }
    }
    lines.extend(
        catalogue.notes.iter().map(|note| format!("note: {}: {}", last(&note.iri), note.remark)),
    );
    lines.join("\n")
}

fn last(iri: &str) -> &str {
    iri.rsplit(['/', '#']).next().unwrap_or(iri)
}

#[test]
fn a_suppliers_catalogue_reads_like_this() {
    insta::assert_snapshot!(listing(&file(
        "ofn-recorded",
        "BackorderJob__place_backorder_places_an_order.04.response.json"
    )));
}

#[test]
fn a_catalogue_of_open_food_network_reads_like_this() {
    insta::assert_snapshot!(
        listing(&file("ofn-api-examples", "supplied-products.get.200.in-dfc-v1-format.json")),
        @r"
    10001 | Pesto - 1g | BP | 1 Gram | 19.99 AUD | VAT - | stock 5 | processed-vegetable
        variant of 90000
        Basil Pesto
    90000 | Pesto | - | - | - - | VAT - | stock - | -
    "
    );
}

#[test]
fn the_standards_own_example_reads_like_this() {
    insta::assert_snapshot!(listing(&file("standard-examples", "version-1.8.2.1.json")), @r"
    item1 | Farmers Eggs | catalog item gtin or sku | 1000 Gram | 10 EUR | VAT 5 | stock 999 | egg
        20 fresh eggs
        Organic-AB, allergenCharacteristic1
    item2 | Plougastel's Strawberries | catalog item gtin or sku | 1000 Gram | 10 EUR | VAT 5 | stock 999 | strawberry
        Strawberries coming from Andrew's farm.
    ");
}

#[test]
fn older_and_newer_files_are_read_too() {
    let mut lines = Vec::new();
    for folder in ["ofn-fixtures", "prototype-examples", "standard-examples", "connector-vectors"] {
        for (name, bytes) in files(folder) {
            lines.push(format!("== {folder}/{name}"));
            lines.push(match dfc::read(&bytes) {
                Ok(_) => listing(&bytes),
                Err(error) => error.to_string(),
            });
        }
    }
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn files_that_are_not_json_are_refused_with_their_place() {
    let refused: Vec<String> = files("malformed")
        .into_iter()
        .map(|(name, bytes)| format!("{name}: {}", dfc::read(&bytes).unwrap_err()))
        .collect();
    insta::assert_snapshot!(refused.join("\n"), @r"
    exemple-API-Catalog-Producteur-1-LDP-SIB.json: not JSON at line 29, column 3: trailing comma
    exemple-API-Catalog-Producteur-1-LDP.json: not JSON at line 29, column 3: trailing comma
    exemple-API-Catalog-Producteur-1-LDP_flat.json: not JSON at line 13, column 7: trailing comma
    exemple-API-OFF-create-product-RESPONSE.json: not JSON at line 4, column 3: trailing comma
    ");
}
