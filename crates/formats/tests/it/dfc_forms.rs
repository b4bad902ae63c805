//! One product in the many forms that peers give it.

use formats::catalogue::{Article, Stock};
use formats::dfc::{self, Case, Product, Remark};
use units::{Price, Quantity, Rate, Unit};

fn only(document: &str) -> Product {
    let mut catalogue = dfc::read(document.as_bytes()).expect(document);
    assert_eq!(catalogue.products.len(), 1, "{document}");
    catalogue.products.remove(0)
}

/// A jar of pesto of 100 g at 4.95, VAT 5.5 %, twenty left.
fn is_the_pesto(article: &Article) -> bool {
    article.name == "Pesto"
        && article.code.as_deref() == Some("P1")
        && article.family.as_deref() == Some("processed-vegetable")
        && article.order_unit == Some(Unit::Piece)
        && article.pay_unit == Some(Unit::Piece)
        && article.content == Some((Quantity::whole(100), Unit::Gram))
        && article.price == Some(Price(49_500))
        && article.currency.as_deref() == Some("GBP")
        && article.vat == Some(Rate(550))
        && article.stock == Some(Stock::Limited(Quantity::whole(20)))
}

#[test]
fn nested_referenced_prefixed_or_not_it_is_the_same_pesto() {
    let nested = r#"{"@type": "dfc-b:SuppliedProduct", "@id": "p", "dfc-b:name": "Pesto",
        "dfc-p:hasType": {"@id": "dfc-pt:processed-vegetable"},
        "dfc-b:hasQuantity": {"dfc-b:hasUnit": ["dfc-m:Gram"], "dfc-b:value": {"@value": "100.0"}},
        "dfc-b:referencedBy": {"dfc-b:sku": "P1", "dfc-b:stockLimitation": 20.0, "dfc-b:offeredThrough": [
            {"dfc-b:hasPrice": {"dfc-b:value": 4.95, "dfc-b:VATrate": "5.5", "dfc-b:hasUnit": "dfc-m:GBP"}}]}}"#;
    let flat = r#"[{"@context": {"@base": "http://a.example/"}, "@graph": [
        {"@id": "p", "@type": ["SuppliedProduct", "SuppliedProduct"], "name": ["Pesto"],
         "hasType": "https://github.com/datafoodconsortium/taxonomies/releases/latest/download/productTypes.rdf#processed-vegetable",
         "hasQuantity": "_:q"},
        {"@id": "_:q", "hasUnit": "dfc-m:gram", "value": 100},
        {"@id": "i", "@type": "CatalogItem", "references": "/p", "sku": "P1"},
        {"@id": "o", "@type": "Offer", "offers": {"@id": "i"}, "hasPrice": "_:c", "stockLimitation": "20"},
        {"@id": "_:c", "value": "4.95", "VATrate": 5.5, "hasUnit": ["GBP"]}]}]"#;
    let expanded = r#"{"@context": {"b": "http://w3id.org/dfc/ontology/v2.0.0/src/DFC_BusinessOntology.owl#",
            "id": "@id", "type": "@type", "title": "b:name"},
        "@graph": [
        {"id": "urn:p", "type": "b:SuppliedProduct", "title": {"@value": "Pesto", "@language": "fr"},
         "b:hasType": "http://w3id.org/dfc/taxonomies/v2.0.0/productTypes.rdf#processed-vegetable",
         "http://static.datafoodconsortium.org/ontologies/DFC_BusinessOntology.owl#hasQuantity":
            {"@type": "b:QuantitiveValue", "b:hasUnit": "http://static.datafoodconsortium.org/data/measures.rdf#Gram", "b:value": "100"},
         "http://w3id.org/dfc/ontology/DFC_BusinessOntology.owl#totalTheoriticalStock": "20"},
        {"id": "urn:o", "type": "b:Offer", "b:offeredItem": "urn:p", "b:hasPrice": {"@list": [{"b:value": "4.9500", "b:VATrate": "5.50",
            "b:hasUnit": {"@id": "https://github.com/datafoodconsortium/taxonomies/releases/latest/download/measures.rdf#PoundSterling"}}]}},
        {"id": "urn:i", "b:references": {"id": "urn:p"}, "b:sku": "P1"}]}"#;
    let order = r#"{"@context": "https://www.datafoodconsortium.org", "@graph": [
        {"@id": "http://a/Orders/1", "@type": "dfc-b:Order", "dfc-b:hasPart": {"@type": "dfc-b:OrderLine",
            "dfc-b:quantity": 3, "dfc-b:hasPrice": {"dfc-b:value": "99"}, "dfc-b:concerns": {"@id": "http://a/o",
            "@type": "dfc-b:Offer", "dfc-b:hasPrice": {"dfc-b:value": "4.95", "dfc-b:VATrate": 5.5, "dfc-b:hasUnit": "dfc-m:PoundSterling"},
            "dfc-b:offeredItem": {"@id": "http://a/p", "@type": "dfc-b:SuppliedProduct", "dfc-b:name": "Pesto",
                "dfc-b:hasType": "dfc-pt:processed-vegetable", "dfc-b:totalTheoreticalStock": 20,
                "dfc-b:hasQuantity": {"dfc-b:hasUnit": "dfc-m:Gram", "dfc-b:value": 1e2},
                "dfc-b:referencedBy": {"@id": "http://a/i", "dfc-b:sku": "P1"}}}}}]}"#;
    for document in [nested, flat, expanded, order] {
        let product = only(document);
        assert!(is_the_pesto(&product.article), "{document}\n{product:#?}");
    }
    assert_eq!(only(flat).iri, "http://a.example/p");
}

fn with(properties: &str) -> String {
    format!(
        r#"{{"@id": "http://a/p", "@type": "dfc-b:SuppliedProduct", "dfc-b:name": "Ail", {properties}}}"#
    )
}

#[test]
fn stock_below_zero_is_on_demand_zero_is_none_left_absent_is_unknown() {
    let stocks = [
        ("\"-1\"", Some(Stock::OnDemand)),
        ("-1", Some(Stock::OnDemand)),
        ("0", Some(Stock::Limited(Quantity::ZERO))),
        ("0.0", Some(Stock::Limited(Quantity::ZERO))),
        ("\"6.32\"", Some(Stock::Limited(Quantity(6320)))),
        ("null", None),
        ("\"\"", None),
        ("\"many\"", None),
    ];
    for (value, stock) in stocks {
        let item = format!(r#""dfc-b:referencedBy": {{"dfc-b:stockLimitation": {value}}}"#);
        assert_eq!(only(&with(&item)).article.stock, stock, "{value}");
    }
}

#[test]
fn a_bunch_is_ordered_by_the_bunch_and_six_eggs_by_the_piece() {
    let units = [
        ("1", "Bunch", Unit::Bunch),
        ("1.0", "Dozen", Unit::Dozen),
        ("6", "Piece", Unit::Piece),
        ("1", "Kilogram", Unit::Piece),
        ("12", "pack", Unit::Piece),
    ];
    for (value, unit, expected) in units {
        let quantity = format!(
            r#""dfc-b:hasQuantity": {{"dfc-b:value": {value}, "dfc-b:hasUnit": "dfc-m:{unit}"}}"#
        );
        let article = only(&with(&quantity)).article;
        assert_eq!(article.order_unit, Some(expected), "{value} {unit}");
        assert!(article.content.is_some(), "{value} {unit}");
    }
}

#[test]
fn what_cannot_be_used_is_noted() {
    let document = with(
        r#""dfc-b:hasQuantity": {"dfc-b:value": "3", "dfc-b:hasUnit": "dfc-m:Furlong"},
        "dfc-b:referencedBy": {"dfc-b:stockLimitation": 1e300, "dfc-b:offeredThrough": [
            {"dfc-b:hasPrice": {"dfc-b:value": "1.57083333", "dfc-b:VATrate": -6, "dfc-b:hasUnit": "dfc-m:Shell"}},
            {"dfc-b:hasPrice": {"dfc-b:value": "2"}}]}"#,
    );
    let catalogue = dfc::read(document.as_bytes()).unwrap();
    let article = &catalogue.products[0].article;
    assert_eq!((article.content, article.price, article.vat), (None, Some(Price(15_708)), None));
    let said: Vec<String> = catalogue.notes.iter().map(|note| note.remark.to_string()).collect();
    insta::assert_snapshot!(said.join("\n"), @r#"
    stockLimitation "1e+300" is not a number that a catalogue can mean
    the unit "3 Furlong" is not known
    1 more prices, the first is kept
    the currency "Shell" is not known
    VATrate "-6" is not a number that a catalogue can mean
    hasPrice "1.57083333" is rounded
    "#);
    let nameless = dfc::read(br#"{"@type": "dfc-b:SuppliedProduct"}"#).unwrap();
    assert_eq!(nameless.notes[0].remark, Remark::NameMissing);
}

#[test]
fn a_case_holds_pieces() {
    let flows = r#"{"@graph": [
        {"@id": "http://a/p", "@type": "dfc-b:SuppliedProduct", "dfc-b:name": "Bottle"},
        {"@id": "http://a/c", "@type": "dfc-b:SuppliedProduct", "dfc-b:name": "Case"},
        {"@id": "http://a/p/AsPlannedConsumptionFlow", "dfc-b:consumes": "http://a/p",
         "dfc-b:hasQuantity": {"dfc-b:value": "12", "dfc-b:hasUnit": "dfc-m:Piece"}},
        {"@id": "http://a/p/AsPlannedProductionFlow", "dfc-b:produces": "http://a/c",
         "dfc-b:hasQuantity": {"dfc-b:value": "2", "dfc-b:hasUnit": "dfc-m:Piece"}}]}"#;
    let products = dfc::read(flows.as_bytes()).unwrap().products;
    let case = Case { pieces_per_case: Quantity::whole(6), product: Some("http://a/c".into()) };
    assert_eq!(products[0].case, Some(case));
    assert_eq!(products[1].case, None);
}

#[test]
fn variants_know_their_group_from_either_side() {
    let document = r#"{"@graph": [
        {"@id": "http://a/g", "@type": "dfc-b:SuppliedProduct", "dfc-b:name": "Pesto", "dfc-b:hasVariant": ["http://a/1", "http://a/2"]},
        {"@id": "http://a/1", "@type": "dfc-b:Variant", "dfc-b:name": "100 g"},
        {"@id": "http://a/2", "@type": "dfc-b:SuppliedProduct", "dfc-b:name": "Case", "dfc-b:isVariantOf": "http://a/g"},
        {"@id": "http://a/3", "@type": "dfc-b:SuppliedProduct", "dfc-b:name": "Elsewhere", "dfc-b:isVariantOf": "http://b/g"}]}"#;
    let groups: Vec<Option<String>> = dfc::read(document.as_bytes())
        .unwrap()
        .products
        .into_iter()
        .map(|product| product.variant_of)
        .collect();
    let group = |iri: &str| Some(iri.to_owned());
    assert_eq!(groups, [None, group("http://a/g"), group("http://a/g"), group("http://b/g")]);
}

#[test]
fn cold_frozen_and_dry_are_told_apart() {
    let cases = [
        ("true", "false", Some("cold")),
        ("\"true\"", "\"false\"", Some("cold")),
        ("true", "true", Some("frozen")),
        ("false", "\"false\"", Some("dry")),
        ("false", "null", None),
    ];
    for (refrigerated, frozen, storage) in cases {
        let properties = format!(r#""dfc-b:refrigerated": {refrigerated}, "dfc-b:frozen": {frozen}"#);
        assert_eq!(only(&with(&properties)).article.storage.as_deref(), storage);
    }
}
