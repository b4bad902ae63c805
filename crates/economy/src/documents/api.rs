//! Documents for programs: the list, one with its lines, its PDF, crediting.

use frame::api::{
    Amount, Body, Call, Day, File, Line as Text, Measure, Operation, Percent, Query, Scope, Seen,
    UnitPrice, Written,
};
use frame::{Outcome, aside};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use units::{CoalitionId, ContainerId, CycleId, DocumentId, OrganisationId, ReferenceId, Unit};

use super::acts::{self, Credited, NewCredit};
use super::model::{Block, BorneBy, Document, DocumentKind, Line, Shares, Subject, total_of};
use super::store::Narrowed;
use super::{BOOKKEEPERS, READERS, sheet};

pub(super) const LIST: Operation = Operation::get(
    "/api/v1/hubs/{hub}/documents",
    "listDocuments",
    "Invoices, credit notes and statements, newest first, page by page; a member sees its own.",
)
.for_(READERS, Scope::DocumentsRead);
pub(super) const SHOW: Operation = Operation::get(
    "/api/v1/hubs/{hub}/documents/{document}",
    "getDocument",
    "One document with its lines, as it was issued.",
)
.for_(READERS, Scope::DocumentsRead);
pub(super) const PDF: Operation = Operation::get(
    "/api/v1/hubs/{hub}/documents/{document}/pdf",
    "getDocumentPdf",
    "One document as PDF.",
)
.for_(READERS, Scope::DocumentsRead)
.file("application/pdf");
pub(super) const CREDIT: Operation = Operation::post(
    "/api/v1/hubs/{hub}/documents/{document}/credit",
    "creditInvoice",
    "Credits parts of an invoice by a credit note.",
)
.creates()
.for_(BOOKKEEPERS, Scope::DocumentsWrite);

/// What documents are narrowed to.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct DocumentsAsked {
    kind: Option<DocumentKind>,
    party: Option<OrganisationId>,
    cycle: Option<CycleId>,
    #[schemars(range(min = 1900, max = 9999))]
    year: Option<u16>,
    /// From 1 on; beyond the last page it is the last.
    #[schemars(range(min = 1, max = 100_000))]
    page: Option<u32>,
}

/// A page of documents.
#[derive(Serialize, JsonSchema)]
pub(super) struct DocumentPage {
    page: i64,
    pages: i64,
    documents: Vec<DocumentSummary>,
}

/// A document without its lines.
#[derive(Serialize, JsonSchema)]
pub(super) struct DocumentSummary {
    id: DocumentId,
    kind: DocumentKind,
    /// In its series: `2026-0412`.
    number: String,
    /// The shop that owes, or the producer that is owed.
    party: OrganisationId,
    cycle: Option<CycleId>,
    /// The document that it corrects.
    corrects: Option<DocumentId>,
    borne_by: Option<BorneBy>,
    issued_on: Day,
    due_on: Day,
    /// Without VAT and deposits.
    net: Amount,
    vat: Amount,
    deposits: Amount,
    total: Amount,
    /// The structured reference to pay with.
    payment_reference: String,
}

/// A document with all that it says.
#[derive(Serialize, JsonSchema)]
pub(super) struct DocumentSheet {
    #[serde(flatten)]
    document: DocumentSummary,
    subject: String,
    issuer: Party,
    recipient: Party,
    iban: String,
    notes: Vec<String>,
    lines: Vec<DocumentLine>,
    split: Split,
}

/// A name and an address as they were on the day of issue.
#[derive(Serialize, JsonSchema)]
pub(super) struct Party {
    name: String,
    lines: Vec<String>,
}

/// One line of a document.
#[derive(Serialize, JsonSchema)]
pub(super) struct DocumentLine {
    /// From 0 on: what a credit refers to.
    line: usize,
    /// The goods, of a line of goods.
    reference: Option<ReferenceId>,
    producer: Option<OrganisationId>,
    /// The kind of container, of a line of deposits.
    container: Option<ContainerId>,
    heading: String,
    label: String,
    detail: String,
    /// In the unit that is paid.
    quantity: Measure,
    unit: Unit,
    price: UnitPrice,
    /// None where VAT has nothing to do with it: deposits.
    vat_rate: Option<Percent>,
    split: Split,
    /// The line of the corrected document.
    corrects: Option<i64>,
}

/// Where the money of a line, an order or a document goes.
#[derive(Serialize, JsonSchema)]
pub struct Split {
    producers: Amount,
    transport: Amount,
    packing: Amount,
    hub: Amount,
    vat: Amount,
    deposits: Amount,
    /// Of all these.
    total: Amount,
}

/// What is credited of an invoice.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Credit {
    /// What the shop reads on the note.
    #[schemars(length(min = 1))]
    reason: Text<200>,
    borne_by: BorneBy,
    #[schemars(length(min = 1, max = 5000))]
    lines: Vec<CreditedLine>,
}

/// How much of one line is credited.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CreditedLine {
    /// From 0 on, as the invoice lists them.
    #[schemars(range(max = 100_000))]
    line: usize,
    /// In the unit that is paid, above zero.
    quantity: Measure,
}

impl From<&Document> for DocumentSummary {
    fn from(document: &Document) -> Self {
        Self {
            id: document.id,
            kind: document.kind,
            number: document.written_number(),
            party: document.party,
            cycle: document.cycle,
            corrects: document.corrects,
            borne_by: document.borne_by,
            issued_on: document.issued_on.into(),
            due_on: document.due_on.into(),
            net: document.net.into(),
            vat: document.vat.into(),
            deposits: document.deposit.into(),
            total: document.total().into(),
            payment_reference: document.reference.written(),
        }
    }
}

impl From<&Shares> for Split {
    fn from(shares: &Shares) -> Self {
        Self {
            producers: shares.producer.into(),
            transport: shares.transport.into(),
            packing: shares.packing.into(),
            hub: shares.hub.into(),
            vat: shares.vat.into(),
            deposits: shares.deposit.into(),
            total: shares.total().into(),
        }
    }
}

impl From<&Block> for Party {
    fn from(block: &Block) -> Self {
        Self { name: block.name.clone(), lines: block.lines.clone() }
    }
}

fn line(number: usize, line: &Line) -> DocumentLine {
    let (reference, producer, container) = match line.subject {
        Subject::Goods { reference, producer } => (Some(reference), Some(producer), None),
        Subject::Container(container) => (None, None, Some(container)),
        Subject::Round => (None, None, None),
    };
    DocumentLine {
        line: number,
        reference,
        producer,
        container,
        heading: line.heading.clone(),
        label: line.label.clone(),
        detail: line.detail.clone(),
        quantity: line.quantity.into(),
        unit: line.unit,
        price: line.price.into(),
        vat_rate: line.vat_rate.map(Percent),
        split: Split::from(&line.shares),
        corrects: line.corrects,
    }
}

fn sheet_of(document: &Document, lines: &[Line]) -> DocumentSheet {
    DocumentSheet {
        document: DocumentSummary::from(document),
        subject: document.frozen.subject.clone(),
        issuer: Party::from(&document.frozen.issuer),
        recipient: Party::from(&document.frozen.recipient),
        iban: document.frozen.iban.clone(),
        notes: document.frozen.notes.clone(),
        lines: lines.iter().enumerate().map(|(number, one)| line(number, one)).collect(),
        split: Split::from(&total_of(lines)),
    }
}

pub(super) async fn list(call: Call<CoalitionId, Query<DocumentsAsked>>) -> Outcome<Seen<DocumentPage>> {
    let (hub, Query(asked)) = (call.at, &call.asked);
    let narrowed = Narrowed {
        kind: asked.kind,
        party: asked.party,
        cycle: asked.cycle,
        year: asked.year.map(i64::from),
    };
    let page = asked.page.map_or(1, i64::from);
    let leaf = call.look(move |tx, who| acts::leaf(tx, who, hub, &narrowed, page)).await?;
    Ok(Seen(DocumentPage {
        page: leaf.page,
        pages: leaf.pages.max(1),
        documents: leaf.documents.iter().map(DocumentSummary::from).collect(),
    }))
}

pub(super) async fn show(call: Call<(CoalitionId, DocumentId)>) -> Outcome<Seen<DocumentSheet>> {
    let (hub, id) = call.at;
    let (document, lines) = call.look(move |tx, who| acts::show(tx, who, hub, id)).await?;
    Ok(Seen(sheet_of(&document, &lines)))
}

pub(super) async fn pdf(call: Call<(CoalitionId, DocumentId)>) -> Outcome<File> {
    let (hub, id) = call.at;
    let (document, lines) = call.look(move |tx, who| acts::show(tx, who, hub, id)).await?;
    let zone = call.visit.app.settings.zone.clone();
    let name = format!("{}.pdf", sheet::title(&document, document.frozen.language));
    let bytes = aside(move || sheet::pdf(&document, &lines, &zone)).await??;
    Ok(File { media_type: "application/pdf", name, bytes })
}

pub(super) async fn credit(
    call: Call<(CoalitionId, DocumentId), Body<Credit>>,
) -> Outcome<Written<DocumentSheet>> {
    let (hub, invoice) = call.at;
    let Body(asked) = &call.asked;
    let credited =
        asked.lines.iter().map(|line| Credited { line: line.line, quantity: line.quantity.0 }).collect();
    let (id, reason) = (call.visit.app.ids.next(), asked.reason.must("reason")?.to_owned());
    let new = NewCredit { id, invoice, credited, borne_by: asked.borne_by, reason };
    call.once(move |tx, who| {
        let note = acts::credit(tx, who, hub, &new)?;
        let (note, lines) = acts::show(tx, who, hub, note.id)?;
        Ok(sheet_of(&note, &lines))
    })
    .await
}
