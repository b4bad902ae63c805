//! Catalogues in the linked data (JSON-LD) of the Data Food Consortium.
//!
//! Peers agree on the ontology and disagree on nearly everything else: versions, prefixes, nesting,
//! numbers or strings. Reading therefore looks for what a product means wherever it may stand, and
//! notes what it could not use; writing follows ontology 1.16.0 to the letter. Nothing is fetched,
//! neither contexts nor thesauri.

mod case;
mod graph;
mod json;
mod links;
mod offer;
mod out;
mod own;
mod product;
mod quantity;
mod terms;
mod vocabulary;
mod write;

pub use write::{WriteOptions, write};

use units::Quantity;

use crate::catalogue::Article;

/// What a peer's file offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    /// In the order of the file; each identifier once.
    pub products: Vec<Product>,
    /// What was not usable, product by product.
    pub notes: Vec<Note>,
}

/// One supplied product, whether it is sold itself or only groups its variants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Product {
    /// Absolute where the file gives a base; begins with `_:` for a product without an identifier.
    pub iri: String,
    pub article: Article,
    /// The product that this one is a variant of.
    pub variant_of: Option<String>,
    pub case: Option<Case>,
}

/// The same goods by the case, as the planned transformation of a product says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    pub pieces_per_case: Quantity,
    /// The product that is the case, if it is named.
    pub product: Option<String>,
}

/// Something in a file that could not be used as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The product.
    pub iri: String,
    pub remark: Remark,
}

/// Each `property` is a term of the ontology; each `value` is cut at 80 characters.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Remark {
    #[error("the product has no name")]
    NameMissing,
    #[error("a quantity of zero, taken as unknown")]
    QuantityUnknown,
    #[error("{property} {value:?} is not a number that a catalogue can mean")]
    Unreadable { property: &'static str, value: String },
    #[error("{property} {value:?} is rounded")]
    Rounded { property: &'static str, value: String },
    #[error("the unit {value:?} is not known")]
    UnknownUnit { value: String },
    #[error("the currency {value:?} is not known")]
    UnknownCurrency { value: String },
    #[error("{count} more prices, the first is kept")]
    OtherPrices { count: usize },
    /// What we once added to our own export contradicts what a peer changed.
    #[error("our own {property} no longer agrees with the rest and is left out")]
    Disagreement { property: &'static str },
}

/// Why a file is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DfcError {
    #[error("the file holds {bytes} bytes, more than {}", json::BYTES)]
    TooLarge { bytes: u64 },
    #[error("the file holds more than {} objects or {} values", json::OBJECTS, json::VALUES)]
    TooMany,
    #[error("nested more than {} deep at line {line}, column {column}", json::DEPTH)]
    TooDeep { line: u32, column: u32 },
    #[error("not JSON at line {line}, column {column}: {reason}")]
    NotJson { line: u32, column: u32, reason: String },
    /// The classes that the file does hold, ten at most.
    #[error("no supplied product; the file holds: {}", holds.join(", "))]
    NoProduct { holds: Vec<String> },
}

/// Reads the supplied products of a catalogue, an order or any other document of DFC.
///
/// A product is sold by the piece unless its quantity is one of another unit of count; its quantity
/// is the content of that piece, its price without VAT that of one piece. Descriptions in HTML are
/// reduced to their words. Of several offers the first with a price counts.
///
/// # Errors
/// [`DfcError`], with the place where there is one.
///
/// # Source
/// DFC business ontology 1.7 to 2.0.0; Open Food Network's and its suppliers' recorded answers.
pub fn read(bytes: &[u8]) -> Result<Catalogue, DfcError> {
    let document = json::parse(bytes)?;
    let graph = graph::Graph::new(&document);
    let links = links::Links::new(&graph);
    let mut notes = Vec::new();
    let products: Vec<Product> =
        links.products.iter().map(|&node| product::read(&graph, &links, node, &mut notes)).collect();
    if products.is_empty() {
        return Err(DfcError::NoProduct { holds: graph.classes(10) });
    }
    Ok(Catalogue { products, notes })
}
