//! Issuing documents, and correcting them by others.

use ::store::Tx;
use frame::{Outcome, Role, Say, Stop, Who, journal};
use units::{Cents, CauseId, CoalitionId, Code, DocumentId, Language, OrganisationId, Quantity};

use super::model::{
    BorneBy, Document, DocumentKind, Line, NewDocument, Shares, charge_vat, payment_reference, series, total_of,
    transfers,
};
use super::store::{self, Narrowed};
use crate::ledger::{Account, Posting, Transfer, acts as ledger};
use crate::payments::{self, Claim, Party};
use crate::words::words;

/// What a correction is refused for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Incorrect {
    /// Only invoices are credited.
    NotAnInvoice,
    /// More than the line has left.
    TooMuch { line: usize },
    Nothing,
}

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
pub fn issue(tx: &Tx<'_>, who: &Who, new: &NewDocument) -> Outcome<Document> {
    if let Some(before) = store::of_occasion(tx, new.hub, new.kind, &new.occasion)? {
        return Ok(before);
    }
    let year = i64::from(who.today.year());
    let number = ledger::next_number(tx, new.hub.into(), &series(new.kind, year))?;
    let reference = payment_reference(new.kind, year, number);
    store::insert(tx, who, new, year, number, &reference)?;
    let cycle = new.cycle.unwrap_or(units::CycleId(uuid::Uuid::nil()));
    let mut moved = transfers(new.kind, new.party, cycle, &new.lines);
    moved.extend(&new.besides);
    if !moved.is_empty() {
        let posting = Posting {
            book: new.hub.into(),
            kind: new.kind.cause(),
            cause: CauseId(new.id.0),
            transfers: moved,
        };
        ledger::post(tx, who, &posting)?;
    }
    let claim = Claim {
        id: new.id.0,
        party: if new.kind.is_to_a_shop() { Party::Shop(new.party) } else { Party::Producer(new.party) },
        source: new.kind.cause(),
        begun_on: who.today,
        due_on: new.due_on,
        amount: total_of(&new.lines).total(),
    };
    payments::acts::open(tx, new.hub, &claim, new.corrects.map(|id| id.0), who.today)?;
    store::find(tx, new.hub, new.id)?.ok_or(Stop::NotFound)
}

/// Documents that this mandate may see: staff all, a member its own.
pub fn list(tx: &Tx<'_>, who: &Who, hub: CoalitionId, narrowed: &Narrowed) -> Outcome<Vec<Document>> {
    who.must_be_within(hub)?;
    let mut narrowed = narrowed.clone();
    if !is_staff(who, hub) {
        narrowed.party = Some(own(who)?);
    }
    let mut documents = store::list(tx, hub, &narrowed, 400)?;
    documents.retain(|document| may_see(who, document));
    Ok(documents)
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
    let role = if document.kind.is_to_a_shop() { Role::Shop } else { Role::Producer };
    is_staff(who, document.hub) || who.acts_for(document.party, role)
}

/// What is credited of an invoice's line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Credited {
    pub line: usize,
    /// In the unit that was paid, above zero.
    pub quantity: Quantity,
}

/// What is left of an invoice's lines after earlier credit notes: the quantity and shares of each.
pub fn left_of(tx: &Tx<'_>, invoice: &Document, lines: &[Line]) -> Outcome<Vec<(Quantity, Shares)>> {
    let mut left: Vec<(Quantity, Shares)> = lines.iter().map(|l| (l.quantity, l.shares)).collect();
    for correction in store::corrections(tx, invoice.hub, invoice.id)? {
        for line in store::lines(tx, invoice.hub, correction.id)? {
            let corrected = line.corrects.and_then(|at| left.get_mut(usize::try_from(at).ok()?));
            if let Some((quantity, shares)) = corrected {
                *quantity += line.quantity;
                shares.add(&line.shares);
            }
        }
    }
    Ok(left)
}

/// Credits parts of an invoice by a credit note; where the producers bear it, their statements are
/// corrected too.
pub fn credit(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    invoice: DocumentId,
    credited: &[Credited],
    borne_by: BorneBy,
    reason: &str,
) -> Outcome<Document> {
    who.must_act_in(hub, &[Role::Coordinator, Role::Bookkeeper])?;
    let (invoice, lines) = show(tx, who, hub, invoice)?;
    if invoice.kind != DocumentKind::Invoice {
        return Err(Incorrect::NotAnInvoice.into());
    }
    let left = left_of(tx, &invoice, &lines)?;
    let mut credit_lines = Vec::new();
    for part in credited.iter().filter(|part| !part.quantity.is_zero()) {
        let line = lines.get(part.line).ok_or(Stop::NotFound)?;
        let (quantity, shares) = &left[part.line];
        if part.quantity > *quantity {
            return Err(Incorrect::TooMuch { line: part.line }.into());
        }
        credit_lines.push(credit_line(line, part, *quantity, shares, reason));
    }
    if credit_lines.is_empty() {
        return Err(Incorrect::Nothing.into());
    }
    charge_vat(&mut credit_lines);
    let id: DocumentId = who.ids.next();
    let goods: Cents = credit_lines.iter().map(|line| line.shares.producer).sum();
    let cycle = invoice.cycle.unwrap_or(units::CycleId(uuid::Uuid::nil()));
    // What the hub bears leaves the goods of the cycle as they were, and is a loss of its own.
    let besides = match borne_by {
        BorneBy::Hub => Transfer::money(Account::Loss, Account::Goods(cycle), -goods),
        BorneBy::Producer => None,
    };
    let t = words(invoice.frozen.language);
    let mut frozen = invoice.frozen.clone();
    frozen.subject = t.credit_subject(invoice.written_number());
    frozen.notes = vec![reason.to_owned()];
    let note = issue(
        tx,
        who,
        &NewDocument {
            hub,
            id,
            kind: DocumentKind::CreditNote,
            party: invoice.party,
            cycle: invoice.cycle,
            occasion: id.to_string(),
            corrects: Some(invoice.id),
            borne_by: Some(borne_by),
            due_on: who.today,
            frozen,
            lines: credit_lines.clone(),
            besides: besides.into_iter().collect(),
        },
    )?;
    if borne_by == BorneBy::Producer {
        correct_statements(tx, who, &note, &credit_lines)?;
    }
    journal::note(tx, who, "document.credit", note.id, borne_by.code())?;
    Ok(note)
}

/// A part of a line, or all that is left of it: then to the cent what was charged.
fn credit_line(line: &Line, part: &Credited, left: Quantity, shares: &Shares, reason: &str) -> Line {
    let portion = |amount: Cents| {
        if part.quantity == left {
            -amount
        } else {
            let weights = [part.quantity.0, left.0 - part.quantity.0];
            Cents(-units::apportion(amount.0, &weights)[0])
        }
    };
    Line {
        detail: reason.to_owned(),
        quantity: -part.quantity,
        shares: Shares {
            producer: portion(shares.producer),
            transport: portion(shares.transport),
            packing: portion(shares.packing),
            hub: portion(shares.hub),
            vat: Cents::ZERO,
            deposit: portion(shares.deposit),
        },
        corrects: Some(part.line as i64),
        ..line.clone()
    }
}

fn correct_statements(tx: &Tx<'_>, who: &Who, note: &Document, lines: &[Line]) -> Outcome<()> {
    use std::collections::BTreeMap;
    let Some(cycle) = note.cycle else { return Ok(()) };
    let mut by_producer: BTreeMap<OrganisationId, Vec<Line>> = BTreeMap::new();
    for line in lines {
        if let super::model::Subject::Goods { producer, .. } = line.subject {
            let only_goods = Shares { producer: line.shares.producer, ..Shares::default() };
            by_producer
                .entry(producer)
                .or_default()
                .push(Line { shares: only_goods, corrects: None, ..line.clone() });
        }
    }
    for (producer, mut of_producer) in by_producer {
        let occasion = format!("{cycle}/{producer}");
        let statement = store::of_occasion(tx, note.hub, DocumentKind::Statement, &occasion)?;
        // Before its statement is out, the statement itself will say less.
        let Some(statement) = statement else { continue };
        let own_rates = store::lines(tx, note.hub, statement.id)?;
        for line in &mut of_producer {
            let own = own_rates.iter().find(|own| own.subject == line.subject);
            line.vat_rate = own.and_then(|own| own.vat_rate);
        }
        charge_vat(&mut of_producer);
        let id: DocumentId = who.ids.next();
        let t = words(statement.frozen.language);
        let mut frozen = statement.frozen.clone();
        frozen.subject = t.credit_subject(statement.written_number());
        issue(
            tx,
            who,
            &NewDocument {
                hub: note.hub,
                id,
                kind: DocumentKind::StatementCorrection,
                party: producer,
                cycle: Some(cycle),
                occasion: id.to_string(),
                corrects: Some(statement.id),
                borne_by: None,
                due_on: who.today,
                frozen,
                lines: of_producer,
                besides: Vec::new(),
            },
        )?;
    }
    Ok(())
}
