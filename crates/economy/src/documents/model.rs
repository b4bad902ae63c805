//! What a document says, and what it moves in the ledger.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use units::numbers::PaymentReference;
use units::{
    CauseId, Cents, CoalitionId, Code, ContainerId, CycleId, DocumentId, Language, OrganisationId,
    Price, Quantity, Rate, ReferenceId, Unit, apportion,
};
use uuid::Uuid;

use crate::ledger::{Account, CauseKind, Component, FeeAccount, Posting, Transfer};
use crate::payments::{Party, Side};

units::codes! {
    pub enum DocumentKind {
        /// To a shop, for a cycle.
        Invoice = "invoice",
        /// To a shop, correcting an invoice.
        CreditNote = "credit_note",
        /// To a producer, for a cycle: what was received and what is paid for it.
        Statement = "statement",
        /// To a producer, correcting a statement.
        StatementCorrection = "statement_correction",
        /// To a member whose vehicles drove: its rounds and what is paid for them.
        CarrierStatement = "carrier_statement",
    }
}

units::codes! {
    /// Who bears what is credited to a shop.
    pub enum BorneBy {
        Hub = "hub",
        Producer = "producer",
    }
}

impl DocumentKind {
    /// Whether its party buys.
    pub fn is_to_a_shop(self) -> bool {
        matches!(self, Self::Invoice | Self::CreditNote)
    }

    pub fn cause(self) -> CauseKind {
        match self {
            Self::Invoice => CauseKind::Invoice,
            Self::CreditNote => CauseKind::CreditNote,
            Self::Statement => CauseKind::Statement,
            Self::StatementCorrection => CauseKind::StatementCorrection,
            Self::CarrierStatement => CauseKind::CarrierStatement,
        }
    }

    /// Which way its money goes.
    pub fn side(self) -> Side {
        match self {
            Self::Invoice | Self::CreditNote => Side::Shop,
            Self::Statement | Self::StatementCorrection => Side::Producer,
            Self::CarrierStatement => Side::Carrier,
        }
    }
}

/// Where the money of a line goes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Shares {
    pub producer: Cents,
    pub transport: Cents,
    pub packing: Cents,
    pub hub: Cents,
    pub vat: Cents,
    pub deposit: Cents,
}

impl Shares {
    /// What VAT is counted on.
    pub fn net(&self) -> Cents {
        self.producer + self.fees()
    }

    pub fn fees(&self) -> Cents {
        self.transport + self.packing + self.hub
    }

    pub fn total(&self) -> Cents {
        self.net() + self.vat + self.deposit
    }

    pub fn of(&self, component: Component) -> Cents {
        match component {
            Component::Producer => self.producer,
            Component::Transport => self.transport,
            Component::Packing => self.packing,
            Component::Hub => self.hub,
            Component::Vat => self.vat,
            Component::Deposit => self.deposit,
        }
    }

    pub fn add(&mut self, other: &Self) {
        self.producer += other.producer;
        self.transport += other.transport;
        self.packing += other.packing;
        self.hub += other.hub;
        self.vat += other.vat;
        self.deposit += other.deposit;
    }
}

/// What a line is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    Goods {
        reference: ReferenceId,
        producer: OrganisationId,
    },
    /// Containers that went out, or came back where the quantity is below zero.
    Container(ContainerId),
    /// A round that was driven.
    Round,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub subject: Subject,
    /// Lines of one heading stand together: the producer's name.
    pub heading: String,
    pub label: String,
    /// A small line below: a lot, a reason.
    pub detail: String,
    /// In the unit that is paid.
    pub quantity: Quantity,
    pub unit: Unit,
    pub price: Price,
    /// None where VAT has nothing to do with it: deposits (Belgian VAT code art. 28, 5°).
    pub vat_rate: Option<Rate>,
    pub shares: Shares,
    /// The line of the corrected document that it corrects.
    pub corrects: Option<i64>,
}

/// Charges VAT on the total of each rate, as the law asks, and gives each line its part.
///
/// # Source
/// Peppol BIS Billing 3, rule BR-CO-17: the VAT of a category is its taxable amount times its rate,
/// rounded to two decimals.
pub fn spread_vat(mut lines: Vec<(Option<Rate>, &mut Shares)>) {
    let rates: std::collections::BTreeSet<Rate> = lines.iter().filter_map(|(rate, _)| *rate).collect();
    for rate in rates {
        let of_rate = lines.iter_mut().filter(|(own, _)| *own == Some(rate));
        let mut of_rate: Vec<&mut Shares> = of_rate.map(|(_, shares)| &mut **shares).collect();
        let base: Cents = of_rate.iter().map(|shares| shares.net()).sum();
        let weights: Vec<i64> = of_rate.iter().map(|shares| shares.net().0.abs()).collect();
        for (shares, vat) in of_rate.iter_mut().zip(apportion(rate.of(base).0, &weights)) {
            shares.vat = Cents(vat);
        }
    }
}

/// The same for the lines of a document.
pub fn charge_vat(lines: &mut [Line]) {
    spread_vat(lines.iter_mut().map(|line| (line.vat_rate, &mut line.shares)).collect());
}

/// Taxable amount and VAT by rate, lowest rate first.
pub fn vat_by_rate(lines: &[Line]) -> Vec<(Rate, Cents, Cents)> {
    let mut rates: BTreeMap<Rate, (Cents, Cents)> = BTreeMap::new();
    for line in lines {
        if let Some(rate) = line.vat_rate {
            let (base, vat) = rates.entry(rate).or_default();
            *base += line.shares.net();
            *vat += line.shares.vat;
        }
    }
    rates.into_iter().map(|(rate, (base, vat))| (rate, base, vat)).collect()
}

pub fn total_of(lines: &[Line]) -> Shares {
    let mut total = Shares::default();
    for line in lines {
        total.add(&line.shares);
    }
    total
}

/// A name and an address as they were on the day of issue.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    pub name: String,
    pub lines: Vec<String>,
}

/// What a document keeps of its surroundings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frozen {
    pub language: Language,
    pub issuer: Block,
    pub recipient: Block,
    /// The account to pay to, in groups of four.
    pub iban: String,
    /// What it is for, in words: the cycle, the order, the corrected document.
    pub subject: String,
    /// Sentences that the law or the parties want on it.
    pub notes: Vec<String>,
}

impl Frozen {
    /// The same when the law no longer asks for names: what it is for stays.
    pub fn without_names(self) -> Self {
        let nobody = || Block { name: "–".to_owned(), lines: Vec::new() };
        Self { issuer: nobody(), recipient: nobody(), iban: String::new(), notes: Vec::new(), ..self }
    }
}

/// A document to be issued.
#[derive(Debug, Clone)]
pub struct NewDocument {
    pub hub: CoalitionId,
    pub id: DocumentId,
    pub kind: DocumentKind,
    pub party: OrganisationId,
    pub cycle: Option<CycleId>,
    /// What may have one document of this kind only, as a cycle and a shop.
    pub occasion: String,
    pub corrects: Option<DocumentId>,
    /// For a credit note: who bears it.
    pub borne_by: Option<BorneBy>,
    pub due_on: Date,
    pub frozen: Frozen,
    /// With VAT charged already.
    pub lines: Vec<Line>,
    /// Transfers besides those that the lines ask for: rounding, losses.
    pub besides: Vec<Transfer>,
}

impl NewDocument {
    /// The document as it stands once it has its number.
    pub fn issued(&self, year: i64, number: i64, on: Date) -> Document {
        let total = total_of(&self.lines);
        Document {
            hub: self.hub,
            id: self.id,
            kind: self.kind,
            year,
            number,
            party: self.party,
            cycle: self.cycle,
            corrects: self.corrects,
            borne_by: self.borne_by,
            issued_on: on,
            due_on: self.due_on,
            net: total.net(),
            vat: total.vat,
            deposit: total.deposit,
            reference: payment_reference(self.kind, year, number),
            frozen: self.frozen.clone(),
        }
    }

    /// Whether `document`, of these lines, says what this one would: number, days and words aside.
    pub fn says_the_same(&self, document: &Document, lines: &[Line]) -> bool {
        let own = (self.kind, self.party, self.cycle, self.corrects, self.borne_by);
        let other =
            (document.kind, document.party, document.cycle, document.corrects, document.borne_by);
        own == other && document.total() == total_of(&self.lines).total() && lines == self.lines
    }

    /// What it moves in the ledger, if it moves anything.
    pub fn posting(&self) -> Option<Posting> {
        let cycle = self.cycle.unwrap_or(CycleId(Uuid::nil()));
        let mut moved = transfers(self.kind, self.party, cycle, &self.lines);
        moved.extend(&self.besides);
        let (kind, cause) = (self.kind.cause(), CauseId(self.id.0));
        let posting = Posting { book: self.hub.into(), kind, cause, transfers: moved };
        (!posting.transfers.is_empty()).then_some(posting)
    }
}

/// A document as it was issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    pub hub: CoalitionId,
    pub id: DocumentId,
    pub kind: DocumentKind,
    pub year: i64,
    pub number: i64,
    pub party: OrganisationId,
    pub cycle: Option<CycleId>,
    pub corrects: Option<DocumentId>,
    pub borne_by: Option<BorneBy>,
    pub issued_on: Date,
    pub due_on: Date,
    pub net: Cents,
    pub vat: Cents,
    pub deposit: Cents,
    pub reference: PaymentReference,
    pub frozen: Frozen,
}

impl Document {
    pub fn total(&self) -> Cents {
        self.net + self.vat + self.deposit
    }

    /// Its human number: `2026-0412`.
    pub fn written_number(&self) -> String {
        written_number(self.year, self.number)
    }
}

pub fn written_number(year: i64, number: i64) -> String {
    format!("{year}-{number:04}")
}

/// The series that numbers of this kind and year are taken from.
pub fn series(kind: DocumentKind, year: i64) -> String {
    format!("{}/{year}", kind.code())
}

/// The reference that a payment of this document is recognised by: kind, year and number in ten digits.
pub fn payment_reference(kind: DocumentKind, year: i64, number: i64) -> PaymentReference {
    let kind = DocumentKind::ALL.iter().position(|one| *one == kind).unwrap_or(0) as u64 + 1;
    let (year, number) = (year.unsigned_abs() % 100, number.unsigned_abs() % 10_000_000);
    PaymentReference::of(kind * 1_000_000_000 + year * 10_000_000 + number)
}

/// What the lines of a document move in the ledger.
///
/// An invoice: the shop owes its total, to the goods of the cycle, the fees, the State, the deposits. A
/// statement: the producer is owed, by the goods of the cycle, the State, the deposits; a carrier by what its rounds
/// were booked at. A correction the same with its negative amounts, and so the other way.
pub fn transfers(
    kind: DocumentKind,
    party: OrganisationId,
    cycle: CycleId,
    lines: &[Line],
) -> Vec<Transfer> {
    let total = total_of(lines);
    let mut deposits: BTreeMap<ContainerId, Cents> = BTreeMap::new();
    for line in lines {
        if let Subject::Container(container) = line.subject {
            *deposits.entry(container).or_default() += line.shares.deposit;
        }
    }
    let to_shop = kind.is_to_a_shop();
    let vat = if to_shop { Account::VatDue } else { Account::VatDeductible };
    let delivered = match kind.side() {
        Side::Shop | Side::Producer => Account::Goods(cycle),
        Side::Carrier => Account::Carrier(party),
    };
    let own = Party::new(kind.side(), party).account();
    let counterparts = [
        (delivered, total.producer),
        (Account::Fee(FeeAccount::Transport), total.transport),
        (Account::Fee(FeeAccount::Packing), total.packing),
        (Account::Fee(FeeAccount::Hub), total.hub),
        (vat, total.vat),
    ];
    let deposits = deposits.into_iter().map(|(container, amount)| (Account::Deposit(container), amount));
    counterparts
        .into_iter()
        .chain(deposits)
        .filter_map(|(account, amount)| {
            if to_shop {
                Transfer::money(own, account, amount)
            } else {
                Transfer::money(account, own, amount)
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn line(net: i64, rate: Option<i64>) -> Line {
        Line {
            subject: Subject::Goods {
                reference: ReferenceId(Uuid::from_u128(1)),
                producer: OrganisationId(Uuid::from_u128(2)),
            },
            heading: "Ferme du Vieux Tilleul".to_owned(),
            label: "Carottes".to_owned(),
            detail: String::new(),
            quantity: Quantity::ONE,
            unit: Unit::Kilogram,
            price: Price(net * 100),
            vat_rate: rate.map(Rate),
            shares: Shares { producer: Cents(net), ..Shares::default() },
            corrects: None,
        }
    }

    #[test]
    fn vat_is_rounded_once_for_each_rate() {
        let mut lines = vec![
            line(108, Some(600)),
            line(108, Some(600)),
            line(108, Some(600)),
            line(1000, Some(2100)),
        ];
        charge_vat(&mut lines);
        // Three times 1.08 is 3.24, of which 6 % is 0.19; three times 6.48 cents rounded would be 0.18.
        assert_eq!(
            vat_by_rate(&lines),
            [(Rate(600), Cents(324), Cents(19)), (Rate(2100), Cents(1000), Cents(210))]
        );
        assert_eq!(lines.iter().map(|l| l.shares.vat.0).collect::<Vec<_>>(), [7, 6, 6, 210]);
    }

    #[test]
    fn numbers_and_references_are_written_as_people_read_them() {
        assert_eq!(written_number(2026, 412), "2026-0412");
        let reference = payment_reference(DocumentKind::Invoice, 2026, 412);
        assert_eq!(&reference.digits()[..10], "1260000412");
        assert_eq!(PaymentReference::parse(&reference.written()), Ok(reference));
    }

    proptest! {
        #[test]
        fn what_a_document_moves_is_what_it_says(
            nets in prop::collection::vec((0_i64..100_000, 0_usize..4), 1..30),
            sign in prop::sample::select(vec![1_i64, -1]),
        ) {
            let rates = [Some(600), Some(1200), Some(2100), None];
            let mut lines: Vec<Line> =
                nets.iter().map(|&(net, rate)| line(sign * net, rates[rate])).collect();
            charge_vat(&mut lines);
            let total = total_of(&lines);
            let (shop, cycle) = (OrganisationId(Uuid::from_u128(3)), CycleId(Uuid::from_u128(4)));
            for kind in [DocumentKind::Invoice, DocumentKind::Statement, DocumentKind::CarrierStatement] {
                let party = match kind {
                    DocumentKind::Invoice => Account::Receivable(shop),
                    DocumentKind::CarrierStatement => Account::CarrierPayable(shop),
                    _ => Account::Payable(shop),
                };
                let moved: i64 = transfers(kind, shop, cycle, &lines)
                    .iter()
                    .map(|t| match (t.debit == party, t.credit == party) {
                        (true, false) => t.amount,
                        (false, true) => -t.amount,
                        _ => panic!("every transfer has the party on one side"),
                    })
                    .sum();
                let owed = if kind == DocumentKind::Invoice { moved } else { -moved };
                prop_assert_eq!(owed, total.total().0);
            }
            for (rate, base, vat) in vat_by_rate(&lines) {
                prop_assert_eq!(vat, rate.of(base));
            }
        }
    }
}
