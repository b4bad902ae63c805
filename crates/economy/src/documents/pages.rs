//! Pages of documents.

use askama::Template;
use axum::response::Response;
use frame::form::Fault;
use frame::{At, Form, Outcome, Reader, Role, Stop, Visit, aside, inline};
use units::{CoalitionId, Code, DocumentId, Language, OrganisationId, Quantity};

use super::acts::{self, Credited, Leaf, NewCredit};
use super::model::{BorneBy, Document, DocumentKind, Line, Shares, Subject, total_of, vat_by_rate};
use super::sheet;
use super::store::Narrowed;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "documents/index.html")]
struct Index {
    t: &'static Words,
    r: Reader,
    hub: CoalitionId,
    narrowed: Narrowed,
    leaf: Leaf,
}

#[derive(Template)]
#[template(path = "documents/show.html")]
struct Show {
    t: &'static Words,
    r: Reader,
    hub: CoalitionId,
    document: Document,
    lines: Vec<Line>,
    may_credit: bool,
}

#[derive(Template)]
#[template(path = "documents/credit.html")]
struct Credit {
    t: &'static Words,
    r: Reader,
    language: Language,
    document: Document,
    lines: Vec<Line>,
    left: Vec<(Quantity, Shares)>,
    form: Form,
}

pub(super) async fn index(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    let narrowed = Narrowed {
        kind: DocumentKind::from_code(visit.asked("kind")),
        party: visit.asked("party").parse::<OrganisationId>().ok(),
        cycle: visit.asked("cycle").parse().ok(),
        year: visit.asked("year").parse().ok(),
    };
    let page = visit.asked("page").parse().unwrap_or(1);
    let (narrowed, leaf) = visit
        .look(move |tx, who| acts::leaf(tx, who, hub, &narrowed, page).map(|leaf| (narrowed, leaf)))
        .await?;
    let t = words(visit.language);
    visit.page(&t.documents_title(), &Index { t, r: visit.reader(), hub, narrowed, leaf })
}

pub(super) async fn show(
    visit: Visit,
    At((hub, id)): At<(CoalitionId, DocumentId)>,
) -> Outcome<Response> {
    let (document, lines) = visit.look(move |tx, who| acts::show(tx, who, hub, id)).await?;
    let may_credit = document.kind == DocumentKind::Invoice
        && visit.who()?.acts_in(hub, &[Role::Coordinator, Role::Bookkeeper]);
    let title = sheet::title(&document, visit.language);
    let t = words(visit.language);
    visit.page(&title, &Show { t, r: visit.reader(), hub, document, lines, may_credit })
}

pub(super) async fn pdf(
    visit: Visit,
    At((hub, id)): At<(CoalitionId, DocumentId)>,
) -> Outcome<Response> {
    let (document, lines) = visit.look(move |tx, who| acts::show(tx, who, hub, id)).await?;
    let zone = visit.app.settings.zone.clone();
    let name = format!("{}.pdf", sheet::title(&document, document.frozen.language));
    let bytes = aside(move || sheet::pdf(&document, &lines, &zone)).await??;
    Ok(inline("application/pdf", &name, bytes))
}

pub(super) async fn credit_form(
    visit: Visit,
    At((hub, id)): At<(CoalitionId, DocumentId)>,
) -> Outcome<Response> {
    // The identifier travels with the form: sending it twice issues one note.
    let note: DocumentId = visit.app.ids.next();
    let form = Form::of([("id", note.to_string()), ("borne_by", BorneBy::Hub.code().to_owned())]);
    let page = credit_page(&visit, hub, id, form).await?;
    visit.page(&page.t.credit_title(), &page)
}

async fn credit_page(visit: &Visit, hub: CoalitionId, id: DocumentId, form: Form) -> Outcome<Credit> {
    let (document, lines, left) = visit
        .look(move |tx, who| {
            let (document, lines) = acts::show(tx, who, hub, id)?;
            if document.kind != DocumentKind::Invoice {
                return Err(acts::Incorrect::NotAnInvoice.into());
            }
            let left = acts::left_of(tx, &document, &lines)?;
            Ok((document, lines, left))
        })
        .await?;
    let t = words(visit.language);
    Ok(Credit { t, r: visit.reader(), language: visit.language, document, lines, left, form })
}

pub(super) async fn credit(
    visit: Visit,
    At((hub, id)): At<(CoalitionId, DocumentId)>,
    form: Form,
) -> Outcome<Response> {
    match credit_from(&visit, hub, id, &form).await {
        Ok(note) => {
            let t = words(visit.language);
            Ok(visit.done(
                &format!("/hubs/{hub}/documents/{}", note.id),
                &t.credit_done(note.written_number()),
            ))
        }
        Err(stop) => {
            form.note(&stop, visit.language);
            let page = credit_page(&visit, hub, id, form).await?;
            visit.again(&stop, &page.t.credit_title(), &page)
        }
    }
}

async fn credit_from(
    visit: &Visit,
    hub: CoalitionId,
    invoice: DocumentId,
    form: &Form,
) -> Outcome<Document> {
    let id = form.must("id", form.id("id"));
    let reason = form.required("reason", 200);
    let borne_by = form.code::<BorneBy>("borne_by");
    let mut credited = Vec::new();
    for (line, typed) in form.numbered("line.").filter(|(_, typed)| !typed.trim().is_empty()) {
        let field = format!("line.{line}");
        match (line.parse(), Quantity::parse(typed)) {
            (Ok(line), Ok(quantity)) if quantity >= Quantity::ZERO => {
                credited.push(Credited { line, quantity });
            }
            (_, Err(error)) => form.fault(&field, error.into()),
            _ => form.fault(&field, Fault::Negative),
        }
    }
    form.accept()?;
    let (id, borne_by) = id.zip(borne_by).ok_or(Stop::NotFound)?;
    let credit = NewCredit { id, invoice, credited, borne_by, reason };
    visit.act(move |tx, who| acts::credit(tx, who, hub, &credit)).await
}

impl Index {
    fn is_kind(&self, kind: Option<&DocumentKind>) -> bool {
        self.narrowed.kind.as_ref() == kind
    }

    fn is_year(&self, year: Option<&i64>) -> bool {
        self.narrowed.year.as_ref() == year
    }

    /// The first page of documents of another kind.
    fn of_kind(&self, kind: Option<&DocumentKind>) -> String {
        self.address(&Narrowed { kind: kind.copied(), ..self.narrowed.clone() }, 1)
    }

    /// The first page of documents of another year.
    fn of_year(&self, year: Option<&i64>) -> String {
        self.address(&Narrowed { year: year.copied(), ..self.narrowed.clone() }, 1)
    }

    fn newer(&self) -> Option<String> {
        let page = self.leaf.page;
        (page > 1).then(|| self.address(&self.narrowed, page - 1))
    }

    fn older(&self) -> Option<String> {
        let page = self.leaf.page;
        (page < self.leaf.pages).then(|| self.address(&self.narrowed, page + 1))
    }

    fn address(&self, narrowed: &Narrowed, page: i64) -> String {
        let asked = [
            narrowed.kind.map(|kind| format!("kind={}", kind.code())),
            narrowed.year.map(|year| format!("year={year}")),
            narrowed.party.map(|party| format!("party={party}")),
            narrowed.cycle.map(|cycle| format!("cycle={cycle}")),
            (page > 1).then(|| format!("page={page}")),
        ];
        let asked: Vec<String> = asked.into_iter().flatten().collect();
        let mark = if asked.is_empty() { "" } else { "?" };
        format!("/hubs/{}/documents{mark}{}", self.hub, asked.join("&"))
    }
}

impl Show {
    fn total(&self) -> Shares {
        total_of(&self.lines)
    }

    fn goods(&self) -> Vec<(bool, &Line)> {
        let mut heading = "";
        let is_goods = |line: &&Line| !matches!(line.subject, Subject::Container(_));
        self.lines
            .iter()
            .filter(is_goods)
            .map(|line| {
                let begins = line.heading != heading;
                heading = &line.heading;
                (begins, line)
            })
            .collect()
    }

    fn containers(&self) -> Vec<&Line> {
        self.lines.iter().filter(|line| matches!(line.subject, Subject::Container(_))).collect()
    }

    fn quantity(&self, line: &Line) -> String {
        sheet::quantity(&self.r, line)
    }

    fn heads(&self) -> (String, String) {
        sheet::heads(self.t, self.document.kind)
    }

    fn vat(&self) -> Vec<(units::Rate, units::Cents, units::Cents)> {
        vat_by_rate(&self.lines)
    }
}

impl Credit {
    /// Lines with what is left of each, by their number.
    fn rows(&self) -> Vec<(usize, &Line, &Quantity)> {
        self.lines
            .iter()
            .zip(&self.left)
            .enumerate()
            .filter(|(_, (_, (left, _)))| left.0 > 0)
            .map(|(number, (line, (left, _)))| (number, line, left))
            .collect()
    }

    fn bearers(&self) -> Vec<(String, String)> {
        BorneBy::ALL
            .iter()
            .map(|one| (one.code().to_owned(), self.t.credit_borne_by(one.code())))
            .collect()
    }
}
