//! What is kept and for how long, told to everybody who is signed in.

use askama::Template;
use axum::response::Response;
use units::Code as _;

use super::terms::{self, Term};
use super::{Erased, Kept, Of, Period};
use crate::outcome::Outcome;
use crate::reader::Reader;
use crate::visit::Visit;
use crate::words::{Words, words};

/// A table of the database, as people are told of it.
pub(super) struct Line {
    pub table: &'static str,
    pub about: String,
    pub whose: String,
    pub basis: String,
    pub period: String,
    pub erased: String,
}

impl Line {
    pub fn of(kept: &Kept, t: &Words, r: &Reader) -> Self {
        Self {
            table: kept.table,
            about: t.kept_table(kept.table),
            whose: t.kept_whose(whose(kept)),
            basis: t.kept_basis(kept.basis.code()),
            period: period(kept.period, t, r),
            erased: if kept.persons.is_empty() && kept.erased == Erased::Stays {
                String::new()
            } else {
                t.kept_erased(kept.erased.code())
            },
        }
    }
}

fn whose(kept: &Kept) -> &'static str {
    let concerns = kept.hub.is_some() || !kept.members.is_empty();
    let names_one = kept.persons.iter().any(|of| !matches!(of, Of::All));
    match (names_one, concerns) {
        (true, true) => "both",
        (true, false) => "person",
        (false, true) => "organisation",
        (false, false) => "nobody",
    }
}

fn period(period: Period, t: &Words, r: &Reader) -> String {
    let years = |term: &Term| r.count(term.current().years);
    match period {
        Period::WhileUsed => t.kept_while_used(),
        Period::Days { days, .. } => t.kept_days(days),
        Period::Delete { term, .. } => t.kept_years_deleted(years(term)),
        Period::Blank { term, .. } | Period::Rewrite { term, .. } => t.kept_years_blanked(years(term)),
    }
}

#[derive(Template)]
#[template(path = "kept/show.html")]
struct Show {
    t: &'static Words,
    r: Reader,
    lines: Vec<Line>,
    terms: [&'static Term; 3],
}

pub(super) async fn show(visit: Visit) -> Outcome<Response> {
    let (t, r) = (words(visit.language), visit.reader());
    let lines = (visit.app.door.keeps)().iter().map(|kept| Line::of(kept, t, &r)).collect();
    let terms = [&terms::BOOKS, &terms::LOTS, &terms::ACTS];
    visit.page(&t.kept_title(), &Show { t, r, lines, terms })
}
