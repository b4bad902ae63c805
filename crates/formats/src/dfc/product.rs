//! One supplied product as an article.

use units::{Quantity, Unit, UnitKind};

use super::graph::Graph;
use super::links::Links;
use super::{Note, Product, Remark, case, offer, own, quantity};
use crate::catalogue::{Article, Origin};
use crate::html;

pub(super) fn read(graph: &Graph, links: &Links, node: usize, notes: &mut Vec<Note>) -> Product {
    let iri = graph.nodes[node].iri.clone();
    let mut remarks = Vec::new();
    let mut article = described(graph, node);
    article.code = links.catalog_items(node).iter().find_map(|&item| owned(graph, item, "sku"));
    article.stock = offer::stock(graph, links, node, &mut remarks);
    if article.name.is_empty() {
        remarks.push(Remark::NameMissing);
    }
    let content = quantity::read(graph, node, &mut remarks);
    let unit = order_unit(content);
    article.order_unit = Some(unit);
    article.pay_unit = Some(unit);
    article.content = content;
    let asked = offer::asked(graph, links, node, &mut remarks);
    article.currency.clone_from(&asked.currency);
    article.vat = asked.vat;
    own::complete(graph, node, &mut article, asked.value.as_deref(), &mut remarks);
    let case = case::read(graph, links, node, &mut remarks);
    notes.extend(remarks.into_iter().map(|remark| Note { iri: iri.clone(), remark }));
    Product { variant_of: variant_of(graph, links, node), iri, article, case }
}

/// A bunch is ordered by the bunch; 400 grams, or six eggs, by the piece that holds them.
fn order_unit(content: Option<(Quantity, Unit)>) -> Unit {
    match content {
        Some((Quantity::ONE, unit)) if unit.kind() == UnitKind::Count => unit,
        _ => Unit::Piece,
    }
}

/// What a product says of itself, without its quantity and its price.
fn described(graph: &Graph, node: usize) -> Article {
    let name = graph.text(node, "name").unwrap_or_default();
    let description = graph.long_text(node, "description").map(html::plain);
    Article {
        description: description.filter(|words| !words.is_empty()),
        family: graph.concepts(node, "hasType").into_iter().next(),
        origin_place: graph.concepts(node, "hasGeographicalOrigin").into_iter().next(),
        certificates: certificates(graph, node),
        allergens: allergens(graph, node),
        storage: storage(graph, node),
        picture: owned(graph, node, "image").or_else(|| owned(graph, node, "ofn:image")),
        ..Article::named(Origin::Iri(graph.nodes[node].iri.clone()), name)
    }
}

fn owned(graph: &Graph, node: usize, property: &str) -> Option<String> {
    graph.text(node, property).map(str::to_owned)
}

/// Concepts, or in version 2 certifications with a name of their own.
fn certificates(graph: &Graph, node: usize) -> Vec<String> {
    let named = graph
        .some_linked(node, "isCertifiedBy")
        .into_iter()
        .filter_map(|node| owned(graph, node, "name"));
    graph.concepts(node, "hasCertification").into_iter().chain(named).collect()
}

fn allergens(graph: &Graph, node: usize) -> Vec<String> {
    let characteristics = graph.some_linked(node, "hasAllergenCharacteristic").into_iter();
    let present = characteristics.filter(|&node| !is_zero(graph.text(node, "value")));
    present.flat_map(|node| graph.concepts(node, "hasAllergenDimension")).collect()
}

fn is_zero(value: Option<&str>) -> bool {
    value.is_some_and(|value| units::decimal::parse(value, 3) == Ok(0))
}

fn storage(graph: &Graph, node: usize) -> Option<String> {
    let truth = |property| match graph.text(node, property) {
        Some("true" | "True" | "1") => Some(true),
        Some("false" | "False" | "0") => Some(false),
        _ => None,
    };
    let code = match (truth("frozen"), truth("refrigerated")) {
        (Some(true), _) => "frozen",
        (_, Some(true)) => "cold",
        (Some(false), Some(false)) => "dry",
        _ => return None,
    };
    Some(code.to_owned())
}

fn variant_of(graph: &Graph, links: &Links, node: usize) -> Option<String> {
    if let Some(&group) = graph.some_linked(node, "isVariantOf").first() {
        return Some(graph.nodes[group].iri.clone());
    }
    let named = graph.text(node, "isVariantOf").map(|iri| graph.nodes[node].terms.resolve(iri));
    named.or_else(|| links.group_of(node).map(|group| graph.nodes[group].iri.clone()))
}
