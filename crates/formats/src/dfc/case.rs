//! How many pieces make a case, from the planned transformation of one product into another.
//!
//! Suppliers of Open Food Network publish `{product}/AsPlannedConsumptionFlow` (six bottles go in),
//! `…/AsPlannedProductionFlow` (one case comes out) and the transformation between the two. Some
//! leave out the transformation, so the names count too.

use units::Quantity;

use super::graph::Graph;
use super::links::Links;
use super::{Case, Remark, quantity};

pub(super) fn read(
    graph: &Graph,
    links: &Links,
    product: usize,
    remarks: &mut Vec<Remark>,
) -> Option<Case> {
    let &flow = links.consumptions(product).first()?;
    let (pieces, _) = quantity::read(graph, flow, remarks)?;
    let production = production_of(graph, links, flow);
    let cases = match production {
        Some(production) => quantity::read(graph, production, remarks).map(|(cases, _)| cases),
        None => None,
    };
    let cases = cases.unwrap_or(Quantity::ONE);
    let thousandths = i128::from(pieces.0) * 1000;
    if thousandths % i128::from(cases.0) != 0 {
        let value = format!("{} / {}", pieces.plain(), cases.plain());
        remarks.push(Remark::Unreadable { property: "hasQuantity", value });
        return None;
    }
    let pieces_per_case = Quantity(i64::try_from(thousandths / i128::from(cases.0)).ok()?);
    let case = production.and_then(|flow| graph.some_linked(flow, "produces").into_iter().next());
    let named = production.and_then(|flow| graph.text(flow, "produces"));
    let product = case.map(|case| graph.nodes[case].iri.clone()).or_else(|| named.map(str::to_owned));
    Some(Case { pieces_per_case, product })
}

/// The flow out of the transformation that `flow` goes into, else the one named like it.
fn production_of(graph: &Graph, links: &Links, flow: usize) -> Option<usize> {
    if let Some(transformation) = links.transformation_of(flow) {
        let outputs = ["hasOutcome", "hasOutput"].into_iter();
        let output = outputs.flat_map(|property| graph.some_linked(transformation, property)).next();
        if output.is_some() {
            return output;
        }
    }
    let name = graph.nodes[flow].iri.strip_suffix("/AsPlannedConsumptionFlow")?;
    graph.find(&format!("{name}/AsPlannedProductionFlow"))
}
