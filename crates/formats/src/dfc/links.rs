//! Which node leads to which product: peers link from either side, or from both.

use std::collections::HashMap;

use super::graph::Graph;

/// Catalogue items of a product, or offers of an item, that are looked at.
pub(super) const MOST: usize = 16;

#[derive(Default)]
pub(super) struct Links {
    /// Supplied products in the order of the document.
    pub(super) products: Vec<usize>,
    catalog_items: HashMap<usize, Vec<usize>>,
    /// Offers by the product or catalogue item that they offer.
    offers: HashMap<usize, Vec<usize>>,
    /// The product that groups a variant.
    groups: HashMap<usize, usize>,
    /// Transformations by the flow that goes into them.
    transformations: HashMap<usize, usize>,
    /// Consumption flows by the product that they consume.
    consumptions: HashMap<usize, Vec<usize>>,
}

impl Links {
    pub(super) fn new(graph: &Graph) -> Self {
        let mut links = Self::default();
        let mut mentioned = vec![false; graph.nodes.len()];
        for node in 0..graph.nodes.len() {
            for property in ["supplies", "references", "offeredItem"] {
                graph.linked(node, property).for_each(|target| mentioned[target] = true);
            }
            links.add(graph, node);
        }
        let is_product = |&node: &usize| {
            let classes = &graph.nodes[node].classes;
            classes.iter().any(|class| class == "SuppliedProduct" || class == "Variant")
                || (classes.is_empty() && mentioned[node] && graph.has_properties(node))
        };
        links.products = (0..graph.nodes.len()).filter(is_product).collect();
        links
    }

    fn add(&mut self, graph: &Graph, node: usize) {
        for product in graph.linked(node, "references") {
            insert(&mut self.catalog_items, product, node);
        }
        for item in graph.linked(node, "referencedBy") {
            insert(&mut self.catalog_items, node, item);
        }
        for offered in ["offers", "offeredItem"] {
            for target in graph.linked(node, offered) {
                insert(&mut self.offers, target, node);
            }
        }
        for offer in graph.linked(node, "offeredThrough") {
            insert(&mut self.offers, node, offer);
        }
        for variant in graph.linked(node, "hasVariant") {
            self.groups.entry(variant).or_insert(node);
        }
        for input in ["hasIncome", "hasInput"] {
            for flow in graph.linked(node, input) {
                self.transformations.entry(flow).or_insert(node);
            }
        }
        for product in graph.linked(node, "consumes") {
            insert(&mut self.consumptions, product, node);
        }
    }

    pub(super) fn catalog_items(&self, product: usize) -> &[usize] {
        self.catalog_items.get(&product).map_or(&[], Vec::as_slice)
    }

    /// The offers of a product through its catalogue items, then its own.
    pub(super) fn offers(&self, product: usize) -> Vec<usize> {
        let sources = self.catalog_items(product).iter().chain([&product]);
        let mut offers: Vec<usize> = Vec::new();
        for offer in sources.filter_map(|source| self.offers.get(source)).flatten() {
            if offers.len() < MOST && !offers.contains(offer) {
                offers.push(*offer);
            }
        }
        offers
    }

    pub(super) fn group_of(&self, variant: usize) -> Option<usize> {
        self.groups.get(&variant).copied()
    }

    pub(super) fn consumptions(&self, product: usize) -> &[usize] {
        self.consumptions.get(&product).map_or(&[], Vec::as_slice)
    }

    pub(super) fn transformation_of(&self, flow: usize) -> Option<usize> {
        self.transformations.get(&flow).copied()
    }
}

fn insert(links: &mut HashMap<usize, Vec<usize>>, from: usize, to: usize) {
    let targets = links.entry(from).or_default();
    if targets.len() < MOST && !targets.contains(&to) {
        targets.push(to);
    }
}
