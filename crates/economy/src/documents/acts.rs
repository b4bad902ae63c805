//! Issuing documents, and correcting them by others.

use std::collections::BTreeMap;

use ::store::Tx;
use frame::webhooks::{self, Event, Kind};
use frame::{Outcome, Role, Say, Stop, Who, journal};
use jiff::civil::Date;
use units::{CoalitionId, Code, CycleId, DocumentId, Language, OrganisationId, Quantity};

pub use super::credit::{Credited, Incorrect, NewCredit};
use super::credit::{credit_lines, left, take_back_vat};
use super::model::{
    BorneBy, Document, DocumentKind, Line, NewDocument, Shares, Subject, series, total_of,
};
use super::store::{self, Narrowed};
use crate::ledger::acts::{self as ledger, Posted, Unposted};
use crate::ledger::{Account, Posting, Transfer, store as ledger_store};
use crate::payments::{self, Claim, Party, Side};
use crate::words::words;

impl Say for Incorrect {
    fn say(&self, language: Language) -> String {
        let t = words(language);
        match self {
            Self::NotAnInvoice => t.credit_not_an_invoice(),
            Self::TooMuch { line } => t.credit_too_much(*line as i64 + 1),
            Self::Nothing => t.credit_nothing(),
        }
    }
}

/// Issues a document: numbers it, freezes it, posts what it moves, opens what is owed.
///
/// A second document of the same kind for the same occasion is not issued: the first is the answer.
///
/// # Errors
/// [`Unposted::OtherContent`] when the first says something else.
pub fn issue(tx: &Tx<'_>, who: &Who, new: &NewDocument) -> Outcome<Document> {
    issue_once(tx, who, new).map(|(document, _)| document)
}

fn issue_once(tx: &Tx<'_>, who: &Who, new: &NewDocument) -> Outcome<(Document, Posted)> {
    issue_all(tx, who, std::slice::from_ref(new))?.pop().ok_or(Stop::NotFound)
}

/// Issues many documents of one hub and one kind, each as [`issue`] does, in as many statements as one
/// takes; whether each was issued now or had been before.
pub fn issue_all(tx: &Tx<'_>, who: &Who, news: &[NewDocument]) -> Outcome<Vec<(Document, Posted)>> {
    let Some(&NewDocument { hub, kind, .. }) = news.first() else { return Ok(Vec::new()) };
    assert!(news.iter().all(|new| (new.hub, new.kind) == (hub, kind)), "one series of numbers");
    let occasions: Vec<&str> = news.iter().map(|new| new.occasion.as_str()).collect();
    let before = store::of_occasions(tx, hub, kind, &occasions)?;
    let fresh: Vec<&NewDocument> =
        news.iter().filter(|new| !before.contains_key(&new.occasion)).collect();
    let mut issued = issue_fresh(tx, who, hub, kind, &fresh)?.into_iter();
    let mut all = Vec::with_capacity(news.len());
    for new in news {
        all.push(match before.get(&new.occasion) {
            Some(document) if says_the_same(tx, new, document)? => (document.clone(), Posted::Before),
            Some(_) => return Err(Unposted::OtherContent.into()),
            None => (issued.next().ok_or(Stop::NotFound)?, Posted::Now),
        });
    }
    Ok(all)
}

fn says_the_same(tx: &Tx<'_>, new: &NewDocument, document: &Document) -> Outcome<bool> {
    Ok(new.says_the_same(document, &store::lines(tx, document.hub, document.id)?))
}

/// Documents that nobody has issued yet. Numbers are taken in the transaction that uses them.
fn issue_fresh(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    kind: DocumentKind,
    news: &[&NewDocument],
) -> Outcome<Vec<Document>> {
    if news.is_empty() {
        return Ok(Vec::new());
    }
    let year = i64::from(who.today.year());
    let first = ledger_store::take_numbers(tx, hub.into(), &series(kind, year), news.len() as i64)?;
    let postings: Vec<Posting> = news.iter().filter_map(|new| new.posting()).collect();
    ledger::post_new(tx, who, &postings)?;
    let issued: Vec<(&NewDocument, Document)> =
        (first..).zip(news).map(|(number, new)| (*new, new.issued(year, number, who.today))).collect();
    store::insert_all(tx, &issued)?;
    // A correction settles what it corrects before all else.
    let claims: Vec<(Claim, Option<uuid::Uuid>)> =
        issued.iter().map(|(_, d)| (claim(d), d.corrects.map(|id| id.0))).collect();
    payments::acts::open_all(tx, hub, &claims, who.today)?;
    for (_, document) in &issued {
        let about = [("document", document.id.to_string()), ("kind", document.kind.code().to_owned())];
        webhooks::tell(tx, who, hub, &Event { kind: Kind::DocumentIssued, about: &about })?;
    }
    Ok(issued.into_iter().map(|(_, document)| document).collect())
}

/// What a document's party owes or is owed by it.
fn claim(document: &Document) -> Claim {
    Claim {
        id: document.id.0,
        party: Party::new(document.kind.side(), document.party),
        source: document.kind.cause(),
        begun_on: document.issued_on,
        due_on: document.due_on,
        amount: document.total(),
    }
}

/// Documents on one page of a list.
pub const A_PAGE: i64 = 100;

/// Documents that this mandate may see, newest first: staff all, a member its own. The first page of them.
pub fn list(tx: &Tx<'_>, who: &Who, hub: CoalitionId, narrowed: &Narrowed) -> Outcome<Vec<Document>> {
    Ok(leaf(tx, who, hub, narrowed, 1)?.documents)
}

/// One page of a list of documents, with what leads to the others.
pub struct Leaf {
    pub documents: Vec<Document>,
    /// From 1 on.
    pub page: i64,
    pub pages: i64,
    pub years: Vec<i64>,
}

/// The page of this number, or the last one.
pub fn leaf(tx: &Tx<'_>, who: &Who, hub: CoalitionId, narrowed: &Narrowed, page: i64) -> Outcome<Leaf> {
    who.must_be_within(hub)?;
    let mut narrowed = narrowed.clone();
    if !is_staff(who, hub) {
        narrowed.party = Some(own(who)?);
    }
    let pages = (store::count(tx, hub, &narrowed)? + A_PAGE - 1) / A_PAGE;
    let page = page.clamp(1, pages.max(1));
    let mut documents = store::list(tx, hub, &narrowed, (page - 1) * A_PAGE, A_PAGE)?;
    documents.retain(|document| may_see(who, document));
    Ok(Leaf { documents, page, pages, years: store::years(tx, hub)? })
}

/// One document with its lines.
pub fn show(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: DocumentId) -> Outcome<(Document, Vec<Line>)> {
    who.must_be_within(hub)?;
    let document = store::find(tx, hub, id)?.ok_or(Stop::NotFound)?;
    if !may_see(who, &document) {
        return Err(Stop::NotFound);
    }
    Ok((document, store::lines(tx, hub, id)?))
}

fn is_staff(who: &Who, hub: CoalitionId) -> bool {
    who.acts_in(hub, &[Role::Coordinator, Role::Bookkeeper])
}

fn own(who: &Who) -> Outcome<OrganisationId> {
    who.mandate.as_ref().and_then(|mandate| mandate.organisation).ok_or(Stop::NotAllowed)
}

fn may_see(who: &Who, document: &Document) -> bool {
    let roles: &[Role] = match document.kind.side() {
        Side::Shop => &[Role::Shop],
        Side::Producer => &[Role::Producer],
        // A member carries whatever else it does.
        Side::Carrier => &[Role::Producer, Role::Shop],
    };
    is_staff(who, document.hub) || roles.iter().any(|role| who.acts_for(document.party, *role))
}

/// What earlier credit notes have left of an invoice's lines, by line: its quantity and its shares.
pub fn left_of(tx: &Tx<'_>, invoice: &Document, lines: &[Line]) -> Outcome<Vec<(Quantity, Shares)>> {
    Ok(left(lines, &corrected_before(tx, invoice, None)?))
}

/// The lines of the corrections of a document, those before `note` only.
fn corrected_before(tx: &Tx<'_>, document: &Document, note: Option<DocumentId>) -> Outcome<Vec<Line>> {
    let mut lines = Vec::new();
    for correction in store::corrections(tx, document.hub, document.id)? {
        if Some(correction.id) == note {
            break;
        }
        lines.extend(store::lines(tx, document.hub, correction.id)?);
    }
    Ok(lines)
}

/// Credits parts of an invoice by a credit note, once; where the producers bear it, their statements are
/// corrected too.
pub fn credit(tx: &Tx<'_>, who: &Who, hub: CoalitionId, new: &NewCredit) -> Outcome<Document> {
    who.must_act_in(hub, &[Role::Coordinator, Role::Bookkeeper])?;
    let (invoice, lines) = show(tx, who, hub, new.invoice)?;
    if invoice.kind != DocumentKind::Invoice {
        return Err(Incorrect::NotAnInvoice.into());
    }
    // A note that is sent again is compared with what it could take then.
    let left = left(&lines, &corrected_before(tx, &invoice, Some(new.id))?);
    let credit_lines = credit_lines(&lines, &left, &new.credited, &new.reason)?;
    let (note, posted) = issue_once(tx, who, &credit_note(&invoice, new, credit_lines, who.today))?;
    if posted == Posted::Before {
        return Ok(note);
    }
    if new.borne_by == BorneBy::Producer {
        correct_statements(tx, who, &note)?;
    }
    journal::note(tx, who, "document.credit", note.id, new.borne_by.code())?;
    Ok(note)
}

fn credit_note(invoice: &Document, new: &NewCredit, lines: Vec<Line>, today: Date) -> NewDocument {
    let t = words(invoice.frozen.language);
    let mut frozen = invoice.frozen.clone();
    frozen.subject = t.credit_subject(invoice.written_number());
    frozen.notes = vec![new.reason.clone()];
    // What the hub bears leaves the goods of the cycle as they were, and is a loss of its own.
    let goods = Account::Goods(invoice.cycle.unwrap_or(CycleId(uuid::Uuid::nil())));
    let besides = match new.borne_by {
        BorneBy::Hub => Transfer::money(Account::Loss, goods, -total_of(&lines).producer),
        BorneBy::Producer => None,
    };
    NewDocument {
        hub: invoice.hub,
        id: new.id,
        kind: DocumentKind::CreditNote,
        party: invoice.party,
        cycle: invoice.cycle,
        occasion: new.id.to_string(),
        corrects: Some(invoice.id),
        borne_by: Some(new.borne_by),
        due_on: today,
        frozen,
        lines,
        besides: besides.into_iter().collect(),
    }
}

/// Takes from the producers, where their statements are out, what a credit note gave back at their cost.
/// Before its statement is out, the statement itself will say less.
fn correct_statements(tx: &Tx<'_>, who: &Who, note: &Document) -> Outcome<()> {
    let Some(cycle) = note.cycle else { return Ok(()) };
    let mut by_producer: BTreeMap<OrganisationId, Vec<Line>> = BTreeMap::new();
    for line in store::lines(tx, note.hub, note.id)? {
        if let Subject::Goods { producer, .. } = line.subject {
            by_producer.entry(producer).or_default().push(line);
        }
    }
    let mut corrections = Vec::new();
    for (producer, lines) in by_producer {
        let occasion = format!("{cycle}/{producer}");
        if let Some(statement) = store::of_occasion(tx, note.hub, DocumentKind::Statement, &occasion)? {
            corrections.push(statement_correction(tx, who, &statement, lines)?);
        }
    }
    issue_all(tx, who, &corrections)?;
    Ok(())
}

/// The correction of a statement by lines of a credit note: their goods, at the producer's own VAT.
fn statement_correction(
    tx: &Tx<'_>,
    who: &Who,
    statement: &Document,
    credited: Vec<Line>,
) -> Outcome<NewDocument> {
    let mut stated = store::lines(tx, statement.hub, statement.id)?;
    let mut lines: Vec<Line> = credited
        .into_iter()
        .map(|line| Line {
            vat_rate: stated.iter().find(|own| own.subject == line.subject).and_then(|own| own.vat_rate),
            shares: Shares { producer: line.shares.producer, ..Shares::default() },
            corrects: None,
            ..line
        })
        .collect();
    stated.extend(corrected_before(tx, statement, None)?);
    let charged: Vec<_> = stated.iter().map(|line| (line.vat_rate, line.shares)).collect();
    take_back_vat(&charged, &mut lines);
    let id: DocumentId = who.ids.next();
    let mut frozen = statement.frozen.clone();
    frozen.subject = words(frozen.language).credit_subject(statement.written_number());
    Ok(NewDocument {
        hub: statement.hub,
        id,
        kind: DocumentKind::StatementCorrection,
        party: statement.party,
        cycle: statement.cycle,
        occasion: id.to_string(),
        corrects: Some(statement.id),
        borne_by: None,
        due_on: who.today,
        frozen,
        lines,
        besides: Vec::new(),
    })
}
