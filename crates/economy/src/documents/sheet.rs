//! A document as a paper: PDF from what was frozen, the same bytes every time.

use anyhow::Context as _;
use frame::{Outcome, Reader};
use papers::{Align, Column, Day, Paper, Part, Party, Row, Table, TotalLine, Width};
use units::{Code, Language};

use super::model::{Block, Document, DocumentKind, Line, Subject, total_of, vat_by_rate};
use crate::payments::Side;
use crate::words::{Words, words};

/// The PDF of a document, in the language that it was issued in.
pub fn pdf(document: &Document, lines: &[Line], zone: &jiff::tz::TimeZone) -> Outcome<Vec<u8>> {
    let language = document.frozen.language;
    let sheet = Sheet { t: words(language), r: Reader::new(language, zone), document, lines };
    let bytes = papers::paper(&sheet.paper()).context("writing a document")?;
    Ok(bytes)
}

struct Sheet<'a> {
    t: &'static Words,
    r: Reader,
    document: &'a Document,
    lines: &'a [Line],
}

/// The title of a document with its number: `Facture 2026-0412`.
pub(super) fn title(document: &Document, language: Language) -> String {
    words(language).document_title(document.kind.code(), document.written_number())
}

/// What stands above the lines, and above what is paid for each.
pub(super) fn heads(t: &Words, kind: DocumentKind) -> (String, String) {
    match kind.side() {
        Side::Shop | Side::Producer => (t.line_article(), t.line_goods()),
        Side::Carrier => (t.line_round(), t.line_amount()),
    }
}

/// How much a line is of; rounds are counted, and have no unit.
pub(super) fn quantity(r: &Reader, line: &Line) -> String {
    match line.subject {
        Subject::Goods { .. } | Subject::Container(_) => r.measure(line.quantity, line.unit),
        Subject::Round => r.quantity(line.quantity),
    }
}

impl Sheet<'_> {
    fn paper(&self) -> Paper {
        let d = self.document;
        let (year, month, day) = (d.issued_on.year(), d.issued_on.month(), d.issued_on.day());
        Paper {
            title: title(d, d.frozen.language),
            language: d.frozen.language.code().to_owned(),
            issued: Day { year, month, day },
            issuer: party(&d.frozen.issuer),
            recipient: Some(party(&d.frozen.recipient)),
            facts: self.facts(),
            notice: None,
            parts: self.parts(),
            footer: self.footer(),
            words: papers::Words { page: self.t.sheet_page(), continued: self.t.sheet_continued() },
        }
    }

    fn facts(&self) -> Vec<(String, String)> {
        let d = self.document;
        let mut facts = vec![
            (self.t.document_issued_on(), self.r.date(d.issued_on)),
            (self.t.document_subject(), d.frozen.subject.clone()),
        ];
        if d.kind == DocumentKind::Invoice {
            facts.push((self.t.document_due_on(), self.r.date(d.due_on)));
        }
        facts
    }

    fn parts(&self) -> Vec<Part> {
        let mut parts = vec![Part::Table(self.goods())];
        let containers = self.containers();
        if !containers.rows.is_empty() {
            parts.push(Part::Heading(self.t.sheet_containers()));
            parts.push(Part::Table(containers));
        }
        parts.push(Part::Totals(self.totals()));
        if let Some(frame) = self.payment() {
            parts.push(frame);
        }
        parts.extend(self.document.frozen.notes.iter().map(|note| Part::Text(note.clone())));
        parts
    }

    fn goods(&self) -> Table {
        let to_shop = self.document.kind.is_to_a_shop();
        let right = |header: String| Column::new(header, Align::Right, Width::Fit);
        let (what, amount) = heads(self.t, self.document.kind);
        let mut columns = vec![
            Column::new(what, Align::Left, Width::Share(1)),
            right(self.t.line_quantity()),
            right(self.t.line_price()),
            right(amount),
        ];
        if to_shop {
            columns.push(right(self.t.line_fees()));
            columns.push(right(self.t.line_net()));
        }
        columns.push(right(self.t.line_vat_rate()));
        let mut rows = Vec::new();
        let mut heading = "";
        for line in self.lines.iter().filter(|line| !matches!(line.subject, Subject::Container(_))) {
            if line.heading != heading {
                heading = &line.heading;
                rows.push(Row::Group(line.heading.clone()));
            }
            let mut cells = vec![
                line.label.clone(),
                quantity(&self.r, line),
                self.r.price(line.price),
                self.r.language.number(line.shares.producer.0, 2, 2),
            ];
            if to_shop {
                cells.push(self.r.language.number(line.shares.fees().0, 2, 2));
                cells.push(self.r.language.number(line.shares.net().0, 2, 2));
            }
            cells.push(line.vat_rate.map(|rate| self.r.percent(rate)).unwrap_or_default());
            rows.push(Row::Line(cells));
            if !line.detail.is_empty() {
                rows.push(Row::Detail(line.detail.clone()));
            }
        }
        Table { columns, rows }
    }

    fn containers(&self) -> Table {
        let right = |header: String| Column::new(header, Align::Right, Width::Fit);
        let columns = vec![
            Column::new(self.t.line_container(), Align::Left, Width::Share(1)),
            right(self.t.line_quantity()),
            right(self.t.line_deposit()),
            right(self.t.line_amount()),
        ];
        let of_containers =
            self.lines.iter().filter(|line| matches!(line.subject, Subject::Container(_)));
        let rows = of_containers
            .map(|line| {
                Row::Line(vec![
                    line.label.clone(),
                    self.r.quantity(line.quantity),
                    self.r.price(line.price),
                    self.r.language.number(line.shares.deposit.0, 2, 2),
                ])
            })
            .collect();
        Table { columns, rows }
    }

    fn totals(&self) -> Vec<TotalLine> {
        let total = total_of(self.lines);
        let mut lines = Vec::new();
        let mut push =
            |label: String, amount| lines.push(TotalLine { label, amount: self.r.euros(amount) });
        if self.document.kind.is_to_a_shop() {
            push(self.t.component_producer(), total.producer);
            let fees = [
                (self.t.component_transport(), total.transport),
                (self.t.component_packing(), total.packing),
                (self.t.component_hub(), total.hub),
            ];
            for (label, amount) in fees.into_iter().filter(|(_, amount)| !amount.is_zero()) {
                push(label, amount);
            }
        }
        push(self.t.total_net(), total.net());
        for (rate, base, vat) in vat_by_rate(self.lines) {
            push(self.t.total_vat(self.r.percent(rate), self.r.euros(base)), vat);
        }
        if !total.deposit.is_zero() {
            push(self.t.total_deposit(), total.deposit);
        }
        let label = match self.document.kind {
            DocumentKind::Invoice => self.t.total_to_pay(),
            DocumentKind::Statement | DocumentKind::CarrierStatement => self.t.total_to_be_paid(),
            DocumentKind::CreditNote | DocumentKind::StatementCorrection => self.t.total_credited(),
        };
        push(label, total.total());
        lines
    }

    /// How to pay an invoice, or where a statement's money goes.
    fn payment(&self) -> Option<Part> {
        let d = self.document;
        if d.frozen.iban.is_empty() {
            return None;
        }
        let mut frame = vec![(self.t.payment_account(), d.frozen.iban.clone())];
        match d.kind {
            DocumentKind::Invoice => {
                frame.push((self.t.payment_reference(), d.reference.written()));
                frame.push((self.t.document_due_on(), self.r.date(d.due_on)));
            }
            DocumentKind::Statement | DocumentKind::CarrierStatement => {
                frame.push((self.t.payment_by(), self.r.date(d.due_on)));
            }
            DocumentKind::CreditNote | DocumentKind::StatementCorrection => return None,
        }
        Some(Part::Frame(frame))
    }

    fn footer(&self) -> String {
        let issuer = &self.document.frozen.issuer;
        std::iter::once(issuer.name.as_str())
            .chain(issuer.lines.iter().map(String::as_str))
            .collect::<Vec<_>>()
            .join(" · ")
    }
}

fn party(block: &Block) -> Party {
    Party { name: block.name.clone(), lines: block.lines.clone() }
}
