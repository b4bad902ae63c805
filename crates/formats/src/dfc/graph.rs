//! The nodes of a document, however they are nested, each with all that is said of it.

use std::collections::HashMap;
use std::rc::Rc;

use serde_json::{Map, Value};

use super::links::MOST;
use super::terms::Terms;

/// Values of a property that are looked at, and the bytes of each: a hostile file has thousands of
/// products share one node with a million values, or one value of a million bytes.
const VALUES: usize = 100;
const TEXT_BYTES: usize = 2_000;

#[derive(Default)]
pub(super) struct Graph {
    /// In the order of the document.
    pub(super) nodes: Vec<Node>,
    by_iri: HashMap<String, usize>,
}

pub(super) struct Node {
    pub(super) iri: String,
    /// Bare names of DFC classes, each once.
    pub(super) classes: Vec<String>,
    properties: HashMap<String, Vec<Object>>,
    /// The terms in force where the node first stands.
    pub(super) terms: Rc<Terms>,
}

enum Object {
    Node(usize),
    /// A string, number, truth value or reference, as text.
    Text(String),
}

impl Graph {
    pub(super) fn new(document: &Value) -> Self {
        let mut graph = Self::default();
        graph.add_top(document, &Rc::new(Terms::default()));
        graph
    }

    /// A document is one node, a list of nodes, or an object around a graph of them.
    fn add_top(&mut self, value: &Value, terms: &Rc<Terms>) {
        match value {
            Value::Array(values) => values.iter().for_each(|value| self.add_top(value, terms)),
            Value::Object(object) => {
                self.add_node(object, terms);
            }
            _ => {}
        }
    }

    fn add_node(&mut self, object: &Map<String, Value>, terms: &Rc<Terms>) -> usize {
        let terms = match object.get("@context") {
            Some(context) => Terms::with(terms, context),
            None => Rc::clone(terms),
        };
        let named: Vec<(String, &Value)> =
            object.iter().map(|(term, value)| (terms.name(term), value)).collect();
        let iri = named.iter().find(|(name, _)| name == "@id").and_then(|(_, value)| value.as_str());
        let node = self.node(iri, &terms);
        for (name, value) in named {
            match name.as_str() {
                "@id" | "@context" => {}
                "@type" => self.add_classes(node, value, &terms),
                "@graph" | "@included" => self.add_top(value, &terms),
                _ => self.add_values(node, name, value, &terms),
            }
        }
        node
    }

    /// The node of an identifier; without a real one (`#` stands for none) a node of its own.
    fn node(&mut self, iri: Option<&str>, terms: &Rc<Terms>) -> usize {
        let number = self.nodes.len();
        let given =
            iri.map(str::trim).filter(|iri| !matches!(*iri, "" | "#") && iri.len() <= TEXT_BYTES);
        let iri = given.map_or_else(|| format!("_:unnamed-{number}"), |iri| terms.resolve(iri));
        if given.is_some() {
            if let Some(&node) = self.by_iri.get(&iri) {
                return node;
            }
            self.by_iri.insert(iri.clone(), number);
        }
        let (classes, properties) = (Vec::new(), HashMap::new());
        self.nodes.push(Node { iri, classes, properties, terms: Rc::clone(terms) });
        number
    }

    fn add_classes(&mut self, node: usize, value: &Value, terms: &Terms) {
        match value {
            Value::Array(values) => values.iter().for_each(|value| self.add_classes(node, value, terms)),
            Value::String(class) => {
                let class = terms.name(class);
                let classes = &mut self.nodes[node].classes;
                if !classes.contains(&class) {
                    classes.push(class);
                }
            }
            _ => {}
        }
    }

    fn add_values(&mut self, node: usize, name: String, value: &Value, terms: &Rc<Terms>) {
        let mut objects = Vec::new();
        self.collect(value, terms, &mut objects);
        if !objects.is_empty() {
            self.nodes[node].properties.entry(name).or_default().append(&mut objects);
        }
    }

    fn collect(&mut self, value: &Value, terms: &Rc<Terms>, objects: &mut Vec<Object>) {
        match value {
            Value::Null => {}
            Value::Bool(truth) => objects.push(Object::Text(truth.to_string())),
            Value::Number(number) => objects.push(Object::Text(number.to_string())),
            Value::String(text) => objects.push(Object::Text(text.clone())),
            Value::Array(values) => values.iter().for_each(|value| self.collect(value, terms, objects)),
            Value::Object(object) => {
                let inner = ["@value", "@list", "@set"].iter().find_map(|keyword| object.get(*keyword));
                if let Some(inner) = inner {
                    self.collect(inner, terms, objects);
                } else if !object.is_empty() {
                    objects.push(Object::Node(self.add_node(object, terms)));
                }
            }
        }
    }

    pub(super) fn find(&self, iri: &str) -> Option<usize> {
        self.by_iri.get(iri).copied()
    }

    /// Every node that a property leads to, nested or by reference.
    pub(super) fn linked(&self, node: usize, property: &str) -> impl Iterator<Item = usize> {
        let node = &self.nodes[node];
        node.properties
            .get(property)
            .into_iter()
            .flatten()
            .filter_map(|object| self.target(node, object))
    }

    /// The first few nodes that a property leads to.
    pub(super) fn some_linked(&self, node: usize, property: &str) -> Vec<usize> {
        let node = &self.nodes[node];
        let objects = node.properties.get(property).into_iter().flatten().take(VALUES);
        objects.filter_map(|object| self.target(node, object)).take(MOST).collect()
    }

    fn target(&self, node: &Node, object: &Object) -> Option<usize> {
        match object {
            Object::Node(target) => Some(*target),
            Object::Text(iri) if iri.len() > TEXT_BYTES => None,
            Object::Text(iri) => self.by_iri.get(&node.terms.resolve(iri)).copied(),
        }
    }

    /// The texts of a property, trimmed and not empty; a reference counts as its identifier.
    pub(super) fn texts(&self, node: usize, property: &str) -> impl Iterator<Item = &str> {
        self.long_texts(node, property).filter(|text| text.len() <= TEXT_BYTES)
    }

    fn long_texts(&self, node: usize, property: &str) -> impl Iterator<Item = &str> {
        let objects = self.nodes[node].properties.get(property).into_iter().flatten().take(VALUES);
        let texts = objects.map(|object| match object {
            Object::Node(target) => self.nodes[*target].iri.as_str(),
            Object::Text(text) => text.trim(),
        });
        texts.filter(|text| !text.is_empty())
    }

    pub(super) fn text(&self, node: usize, property: &str) -> Option<&str> {
        self.texts(node, property).next()
    }

    /// A text of any length, for what only its own node says.
    pub(super) fn long_text(&self, node: usize, property: &str) -> Option<&str> {
        self.long_texts(node, property).next()
    }

    /// The fragments of the concepts of a property.
    pub(super) fn concepts(&self, node: usize, property: &str) -> Vec<String> {
        let terms = &self.nodes[node].terms;
        let concepts = self.texts(node, property).map(|text| terms.concept(text));
        concepts.filter(|concept| !concept.is_empty()).collect()
    }

    pub(super) fn has_properties(&self, node: usize) -> bool {
        !self.nodes[node].properties.is_empty()
    }

    /// The names of classes that occur, at most `most` of them.
    pub(super) fn classes(&self, most: usize) -> Vec<String> {
        let mut classes: Vec<String> = Vec::new();
        for class in self.nodes.iter().flat_map(|node| &node.classes) {
            if classes.len() < most && !classes.contains(class) {
                classes.push(class.chars().take(80).collect());
            }
        }
        classes
    }
}
