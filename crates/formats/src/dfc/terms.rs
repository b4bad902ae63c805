//! Names in JSON-LD, brought back to the terms of the ontology.
//!
//! The same property is written `dfc-b:name`, `name`, `DFC:name` or as a full address under any of
//! five hosts. What matters is the last part, once it is known to be of DFC; so contexts that stand
//! in the file are followed, contexts elsewhere are taken for those of DFC.
//!
//! Source: JSON-LD 1.1, sections 3.1, 4.1 and 4.4, as far as peers use them.

use std::collections::HashMap;
use std::rc::Rc;

use serde_json::Value;

/// Prefixes that mean DFC even where no context says so.
const PREFIXES: [&str; 5] = ["dfc-b", "dfc-t", "dfc-p", "dfc", "DFC"];

/// What an inline context defines, over what the ones around it do.
#[derive(Default)]
pub(super) struct Terms {
    around: Option<Rc<Terms>>,
    definitions: HashMap<String, String>,
    base: Option<String>,
    vocabulary: Option<String>,
}

impl Terms {
    /// The terms inside an object with this `@context`.
    pub(super) fn with(around: &Rc<Self>, context: &Value) -> Rc<Self> {
        let mut terms = Self { around: Some(Rc::clone(around)), ..Self::default() };
        terms.read(context);
        Rc::new(terms)
    }

    fn read(&mut self, context: &Value) {
        match context {
            Value::Array(contexts) => contexts.iter().for_each(|context| self.read(context)),
            Value::Object(entries) => {
                for (term, definition) in entries {
                    let target = definition.as_str().or_else(|| definition.get("@id")?.as_str());
                    // Each use of a term copies its definition.
                    let target = target.filter(|target| target.len() <= 500);
                    match (term.as_str(), target) {
                        ("@base", Some(base)) => self.base = Some(base.to_owned()),
                        ("@vocab", Some(vocabulary)) => self.vocabulary = Some(vocabulary.to_owned()),
                        (_, Some(target)) => {
                            self.definitions.insert(term.clone(), target.to_owned());
                        }
                        (_, None) => {}
                    }
                }
            }
            // The address of a context: ours are all of DFC, and none is fetched.
            _ => {}
        }
    }

    fn find<'a, T: ?Sized>(&'a self, own: impl Fn(&'a Self) -> Option<&'a T>) -> Option<&'a T> {
        let mut terms = Some(self);
        while let Some(here) = terms {
            if let Some(found) = own(here) {
                return Some(found);
            }
            terms = here.around.as_deref();
        }
        None
    }

    fn definition(&self, term: &str) -> Option<&str> {
        self.find(|terms| terms.definitions.get(term).map(String::as_str))
    }

    /// The full address of a term or a compact one, as far as the contexts say.
    fn expand(&self, term: &str) -> String {
        let mut term = term.to_owned();
        // A term may be defined by a compact one, and that by a prefix; a circle ends here.
        for _ in 0..4 {
            if let Some(target) = self.definition(&term).filter(|&target| target != term) {
                term = target.to_owned();
                continue;
            }
            let Some((prefix, rest)) = term.split_once(':').filter(|(_, rest)| !rest.starts_with("//"))
            else {
                break;
            };
            let Some(namespace) = self.definition(prefix) else { break };
            term = format!("{namespace}{rest}");
        }
        if term.contains(':') || term.starts_with('@') {
            return term;
        }
        let vocabulary = self.find(|terms| terms.vocabulary.as_deref());
        vocabulary.map_or(term.clone(), |vocabulary| format!("{vocabulary}{term}"))
    }

    /// A property, class or keyword: the bare term when it is of DFC, else as full as it gets.
    pub(super) fn name(&self, term: &str) -> String {
        if let Some((prefix, rest)) = term.split_once(':')
            && PREFIXES.contains(&prefix)
        {
            return rest.to_owned();
        }
        let expanded = self.expand(term);
        if let Some(bare) = bare_term(&expanded) {
            return bare.to_owned();
        }
        match expanded.split_once(':') {
            Some((prefix, rest)) if PREFIXES.contains(&prefix) => rest.to_owned(),
            _ => expanded,
        }
    }

    /// The fragment of a concept: `dfc-m:Kilogram` and any address of it give `Kilogram`.
    pub(super) fn concept(&self, text: &str) -> String {
        let text = if text.contains(':') { text.to_owned() } else { self.expand(text) };
        let text = text.trim_end_matches(['#', '/', ':']);
        text.rsplit(['#', '/', ':']).next().unwrap_or_default().to_owned()
    }

    /// An identifier against the base of the file.
    ///
    /// # Source
    /// RFC 3986, section 5.2, without dot segments.
    pub(super) fn resolve(&self, iri: &str) -> String {
        if iri.starts_with("_:") || has_scheme(iri) {
            return iri.to_owned();
        }
        if let Some((prefix, rest)) = iri.split_once(':')
            && let Some(namespace) = self.definition(prefix)
        {
            return format!("{namespace}{rest}");
        }
        let Some(base) = self.find(|terms| terms.base.as_deref()) else {
            return iri.trim_start_matches('/').to_owned();
        };
        let host = base.find("://").map_or(0, |at| at + 3);
        let path = base[host..].find('/').map_or(base.len(), |at| host + at);
        if iri.starts_with('/') {
            return format!("{}{iri}", &base[..path]);
        }
        match base[path..].rfind('/') {
            Some(last) => format!("{}{iri}", &base[..=path + last]),
            None => format!("{base}/{iri}"),
        }
    }
}

fn has_scheme(iri: &str) -> bool {
    iri.split_once("://").is_some_and(|(scheme, _)| {
        !scheme.is_empty()
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+.-".contains(&byte))
    }) || ["urn:", "did:", "tag:", "mailto:"].iter().any(|scheme| iri.starts_with(scheme))
}

/// The term of an address such as `…/DFC_BusinessOntology.owl#name`, whatever host serves it.
fn bare_term(address: &str) -> Option<&str> {
    let file = address.rfind("DFC_").map(|at| &address[at..])?;
    let (_, term) = file.split_once(".owl")?;
    Some(term.strip_prefix('#').unwrap_or(term)).filter(|term| !term.is_empty() && !term.contains('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(context: &str) -> Rc<Terms> {
        Terms::with(&Rc::new(Terms::default()), &serde_json::from_str(context).unwrap())
    }

    #[test]
    fn every_spelling_of_a_property_is_the_same() {
        let inline = terms(
            r#"["https://w3id.org/dfc/ontology/context/context_1.16.0.json", {
                "b": "http://w3id.org/dfc/ontology/v2.0.0/src/DFC_BusinessOntology.owl#",
                "old": "https://raw.githack.com/datafoodconsortium/dfc-prototype-V2/master/DFC_FullModel.owl",
                "title": {"@id": "dfc-b:name"}, "called": "b:name", "id": "@id", "loop": "loop:a"
            }]"#,
        );
        for term in [
            "dfc-b:name",
            "dfc-p:name",
            "DFC:name",
            "name",
            "b:name",
            "old:name",
            "title",
            "called",
            "http://static.datafoodconsortium.org/ontologies/DFC_BusinessOntology.owl#name",
            "https://github.com/datafoodconsortium/ontology/releases/latest/download/DFC_FullModel.owl#name",
            "http://w3id.org/dfc/ontology/DFC_BusinessOntology.owl#name",
            "http://w3id.org/dfc/ontology/src/DFC_ProductGlossary.owl#name",
        ] {
            assert_eq!(inline.name(term), "name", "{term}");
        }
        assert_eq!(inline.name("id"), "@id");
        assert_eq!(inline.name("ofn:image"), "ofn:image");
        assert_eq!(inline.name("tresse:payUnit"), "tresse:payUnit");
        inline.name("loop");
        let vocabulary =
            terms(r#"{"@vocab": "http://w3id.org/dfc/ontology/DFC_BusinessOntology.owl#"}"#);
        assert_eq!(vocabulary.name("name"), "name");
        assert_eq!(terms(r#"{"@vocab": "http://schema.org/"}"#).name("name"), "http://schema.org/name");
    }

    #[test]
    fn concepts_are_known_by_their_fragment() {
        let terms = terms(r#"{"kilo": "dfc-m:Kilogram"}"#);
        for text in [
            "dfc-m:Kilogram",
            "kilo",
            "Kilogram",
            "https://github.com/datafoodconsortium/taxonomies/releases/latest/download/measures.rdf#Kilogram",
            "http://w3id.org/dfc/taxonomies/v2.0.0/measures.rdf#Kilogram",
            "/unit/Kilogram",
        ] {
            assert_eq!(terms.concept(text), "Kilogram");
        }
        assert_eq!(terms.concept("#"), "");
    }

    #[test]
    fn identifiers_are_resolved_against_the_base() {
        let cases = [
            ("http://a.example/", "x/1", "http://a.example/x/1"),
            ("http://a.example", "/x/1", "http://a.example/x/1"),
            ("http://a.example", "x/1", "http://a.example/x/1"),
            ("http://a.example/b/c", "x", "http://a.example/b/x"),
            ("http://a.example/b/c", "http://b.example/", "http://b.example/"),
            ("http://a.example/", "_:b1", "_:b1"),
        ];
        for (base, iri, expected) in cases {
            assert_eq!(terms(&format!(r#"{{"@base": "{base}"}}"#)).resolve(iri), expected);
        }
        assert_eq!(terms("{}").resolve("/x/1"), "x/1");
    }
}
