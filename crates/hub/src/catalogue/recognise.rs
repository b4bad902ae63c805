//! Which reference an article of a file is, and whether it stands in the file twice.

use std::collections::HashMap;

use formats::catalogue::Article;
use units::ReferenceId;
use units::text::fold;

use super::files::{Against, Problem};
use super::model::Reference;

/// Articles and references by what they are recognised by: their code, or where a file gives none their
/// name.
pub(super) struct Index<'a> {
    references_by_code: HashMap<&'a str, &'a Reference>,
    references_by_name: HashMap<String, &'a Reference>,
    pub references_by_id: HashMap<ReferenceId, &'a Reference>,
    /// The first article of the file with this code.
    articles_by_code: HashMap<&'a str, usize>,
    /// The first article of the file with this name, and the first without a code.
    articles_by_name: HashMap<String, (usize, Option<usize>)>,
    /// The first article of the file that is this reference.
    articles_by_reference: HashMap<ReferenceId, usize>,
    /// Each article's name, folded.
    names: Vec<String>,
}

impl<'a> Index<'a> {
    pub fn new(articles: &'a [Article], against: &Against<'a>) -> Self {
        let mut index = Self {
            references_by_code: against.references.iter().map(|one| (one.code.as_str(), one)).collect(),
            references_by_name: HashMap::new(),
            references_by_id: against.references.iter().map(|one| (one.id, one)).collect(),
            articles_by_code: HashMap::new(),
            articles_by_name: HashMap::new(),
            articles_by_reference: HashMap::new(),
            names: articles.iter().map(|article| fold(&article.name)).collect(),
        };
        for reference in against.references {
            index.references_by_name.entry(fold(&reference.item.name)).or_insert(reference);
        }
        for (at, article) in articles.iter().enumerate() {
            let of_name = index.articles_by_name.entry(index.names[at].clone()).or_insert((at, None));
            match article.code.as_deref() {
                Some(code) => _ = index.articles_by_code.entry(code).or_insert(at),
                None => _ = of_name.1.get_or_insert(at),
            }
            if let Some(known) = index.known(at, article) {
                index.articles_by_reference.entry(known.id).or_insert(at);
            }
        }
        index
    }

    /// The reference that an article is.
    pub fn known(&self, at: usize, article: &Article) -> Option<&'a Reference> {
        match article.code.as_deref() {
            Some(code) => self.references_by_code.get(code).copied(),
            None => self.references_by_name.get(&self.names[at]).copied(),
        }
    }

    /// Whether an article further up is the same one: by its code, by its name where either has no code,
    /// or by the reference that both are.
    pub fn twice(&self, at: usize, articles: &[Article]) -> Option<Problem> {
        let article = &articles[at];
        let (of_name, of_name_without_code) = self
            .articles_by_name
            .get(&self.names[at])
            .map_or((None, None), |both| (Some(both.0), both.1));
        let of_code = article.code.as_deref().and_then(|code| self.articles_by_code.get(code).copied());
        let known = self.known(at, article);
        let of_reference = known.and_then(|known| self.articles_by_reference.get(&known.id).copied());
        let by_name = if article.code.is_some() { of_name_without_code } else { of_name };
        let first = [by_name, of_code, of_reference].into_iter().flatten().min()?;
        (first < at).then(|| Problem::Twice { first: articles[first].origin.clone() })
    }

    pub fn has_code(&self, code: &str) -> bool {
        self.articles_by_code.contains_key(code) || self.references_by_code.contains_key(code)
    }
}
