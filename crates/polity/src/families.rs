//! The families of products: the DFC thesaurus, with what coalitions need to know of each.

use std::collections::HashMap;
use std::sync::LazyLock;

use people::organisations::Storage;
use units::{Code, Language};

/// One family; see `data/README.md` for where the table comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Family {
    /// The fragment of the DFC concept, as in `dfc-pt:carrot`.
    pub code: String,
    pub parent: Option<String>,
    /// The cold that its goods usually need.
    pub storage: Storage,
    /// The code of the VAT that its goods usually bear in Belgium.
    pub vat: String,
    names: [String; 4],
}

impl Family {
    pub fn name(&self, language: Language) -> &str {
        &self.names[language as usize]
    }
}

struct Thesaurus {
    families: Vec<Family>,
    by_code: HashMap<String, usize>,
}

static THESAURUS: LazyLock<Thesaurus> = LazyLock::new(|| {
    let families = read_table(include_str!("../data/families.csv"));
    let by_code = families.iter().enumerate().map(|(at, family)| (family.code.clone(), at)).collect();
    Thesaurus { families, by_code }
});

fn read_table(text: &str) -> Vec<Family> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader
        .records()
        .map(|record| {
            let record = record.expect("the table is part of the program");
            let cell = |at: usize| record[at].to_owned();
            Family {
                code: cell(0),
                parent: Some(cell(1)).filter(|parent| !parent.is_empty()),
                storage: Storage::from_code(&record[2]).expect("a storage"),
                vat: cell(3),
                // In the order of `Language`: fr, nl, en, de.
                names: [cell(4), cell(5), cell(6), cell(7)],
            }
        })
        .collect()
}

/// All families, each after its parent.
pub fn all() -> &'static [Family] {
    &THESAURUS.families
}

pub fn find(code: &str) -> Option<&'static Family> {
    THESAURUS.by_code.get(code).map(|&at| &THESAURUS.families[at])
}

/// A family by its code or by its name in any language, as a file may give it.
pub fn recognise(text: &str) -> Option<&'static Family> {
    find(text.trim()).or_else(|| {
        let folded = units::text::fold(text);
        all().iter().find(|family| family.names.iter().any(|name| units::text::fold(name) == folded))
    })
}

/// The family's name, or the code where the thesaurus has no such family.
pub fn name(code: &str, language: Language) -> &str {
    find(code).map_or(code, |family| family.name(language))
}

/// The family and its ancestors, the nearest first.
pub fn path(code: &str) -> Vec<&'static str> {
    let mut path = Vec::new();
    let mut next = find(code);
    while let Some(family) = next {
        path.push(family.code.as_str());
        next = family
            .parent
            .as_deref()
            .and_then(find)
            .filter(|parent| !path.contains(&parent.code.as_str()));
    }
    path
}

/// The widest family above this one; the code itself where the thesaurus has no such family.
pub fn root(code: &str) -> &str {
    path(code).last().copied().unwrap_or(code)
}

/// The widest families, in the order of the table.
pub fn roots() -> impl Iterator<Item = &'static Family> {
    all().iter().filter(|family| family.parent.is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_family_leads_to_a_root() {
        assert!(all().len() > 200);
        for family in all() {
            let path = path(&family.code);
            let root = find(path.last().unwrap()).unwrap();
            assert!(root.parent.is_none(), "{}: {path:?}", family.code);
            for &language in Language::ALL {
                assert!(!family.name(language).is_empty(), "{} in {language:?}", family.code);
            }
        }
        assert_eq!(roots().count(), 9);
    }

    #[test]
    fn a_carrot_is_a_vegetable() {
        assert_eq!(root("carrot"), "vegetable");
        assert_eq!(root("moon-cheese"), "moon-cheese");
        assert_eq!(recognise("Légume").map(|family| family.code.as_str()), Some("vegetable"));
        assert_eq!(
            recognise("groente").map(|f| f.code.as_str()),
            recognise("GROENTE").map(|f| f.code.as_str())
        );
    }
}
