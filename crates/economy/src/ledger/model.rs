//! Accounts, transfers and what they are made for.

use std::collections::BTreeMap;

use units::{CauseId, Cents, CoalitionId, ContainerId, CycleId, OrganisationId, Quantity, ReferenceId};
use uuid::Uuid;

units::codes! {
    /// What a euro of a shop's can go to.
    pub enum Component {
        /// The producer's price.
        Producer = "producer",
        Transport = "transport",
        Packing = "packing",
        Hub = "hub",
        Vat = "vat",
        Deposit = "deposit",
    }
}

units::codes! {
    /// What transfers are made for.
    pub enum CauseKind {
        Invoice = "invoice",
        CreditNote = "credit_note",
        Statement = "statement",
        /// What a producer's statement is corrected by.
        StatementCorrection = "statement_correction",
        Payment = "payment",
        /// A shop's order, or a change to it.
        Order = "order",
        /// A producer's count of its stock, or a cycle's opening.
        Stocktake = "stocktake",
        /// Crates that came with goods or went back with a producer.
        Reception = "reception",
        /// Crates that went with a delivery or came back with it.
        Delivery = "delivery",
        /// A round that was driven.
        Round = "round",
        /// What a carrier is paid by for its rounds.
        CarrierStatement = "carrier_statement",
    }
}

/// Whose books: a coalition's or a producer's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Book(pub Uuid);

impl From<CoalitionId> for Book {
    fn from(coalition: CoalitionId) -> Self {
        Self(coalition.0)
    }
}

impl From<OrganisationId> for Book {
    fn from(organisation: OrganisationId) -> Self {
        Self(organisation.0)
    }
}

/// An account, by what it stands for; its name is made of that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Account {
    /// What a shop owes.
    Receivable(OrganisationId),
    /// What a producer is owed.
    Payable(OrganisationId),
    /// Goods of a cycle, between the shops' invoices and the producers' statements: zero once both are out.
    Goods(CycleId),
    Fee(FeeAccount),
    /// VAT charged to shops, due to the State.
    VatDue,
    /// VAT charged by producers, due by the State.
    VatDeductible,
    /// Deposit money held for containers that are out.
    Deposit(ContainerId),
    Bank,
    /// What rounds cost.
    Rounds,
    /// What is owed whose vehicles drove them, until a statement is out for it.
    Carrier(OrganisationId),
    /// What a carrier is owed by its statements.
    CarrierPayable(OrganisationId),
    /// What rounding a total once, rather than each line, leaves over.
    Rounding,
    /// What the hub bears: goods paid to a producer that no shop was charged for, or was given back.
    Loss,
    /// Containers of a kind in somebody's hands.
    Held(ContainerId, OrganisationId),
    /// What a reference has left to promise; guarded.
    Stock(ReferenceId),
    /// What a cycle has left to promise of a reference; guarded.
    CycleStock(CycleId, ReferenceId),
    /// What was promised to shops.
    Promised(ReferenceId),
    /// Where stock comes from and counted losses go to.
    Supply(ReferenceId),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FeeAccount {
    Hub,
    Transport,
    Packing,
}

impl Account {
    /// The account's name within its book.
    pub fn name(self) -> String {
        match self {
            Self::Receivable(shop) => format!("receivable/{shop}"),
            Self::Payable(producer) => format!("payable/{producer}"),
            Self::Goods(cycle) => format!("goods/{cycle}"),
            Self::Fee(FeeAccount::Hub) => "fee/hub".to_owned(),
            Self::Fee(FeeAccount::Transport) => "fee/transport".to_owned(),
            Self::Fee(FeeAccount::Packing) => "fee/packing".to_owned(),
            Self::VatDue => "vat_due".to_owned(),
            Self::VatDeductible => "vat_deductible".to_owned(),
            Self::Deposit(container) => format!("deposit/{container}"),
            Self::Bank => "bank".to_owned(),
            Self::Rounds => "cost/rounds".to_owned(),
            Self::Carrier(carrier) => format!("carrier/{carrier}"),
            Self::CarrierPayable(carrier) => format!("carrier_payable/{carrier}"),
            Self::Rounding => "rounding".to_owned(),
            Self::Loss => "loss".to_owned(),
            Self::Held(container, holder) => format!("held/{container}/{holder}"),
            Self::Stock(reference) => format!("stock/{reference}"),
            Self::CycleStock(cycle, reference) => format!("stock/{cycle}/{reference}"),
            Self::Promised(reference) => format!("promised/{reference}"),
            Self::Supply(reference) => format!("supply/{reference}"),
        }
    }

    /// What the account counts; a transfer stays within one unit.
    pub fn unit(self) -> String {
        match self {
            Self::Held(container, _) => format!("container/{container}"),
            Self::Stock(reference)
            | Self::CycleStock(_, reference)
            | Self::Promised(reference)
            | Self::Supply(reference) => format!("reference/{reference}"),
            _ => "EUR".to_owned(),
        }
    }

    /// Whether its balance may never fall below zero.
    pub fn is_guarded(self) -> bool {
        matches!(self, Self::Stock(_) | Self::CycleStock(..))
    }
}

/// The component that an account's name belongs to, for accounts that a shop's euro goes to. What the
/// hub bears of a credit note comes out of its own share.
pub fn component_of(account: &str) -> Option<Component> {
    let (head, _) = account.split_once('/').unwrap_or((account, ""));
    match (head, account) {
        ("goods", _) => Some(Component::Producer),
        (_, "fee/hub" | "loss") => Some(Component::Hub),
        (_, "fee/transport") => Some(Component::Transport),
        (_, "fee/packing") => Some(Component::Packing),
        ("vat_due", _) => Some(Component::Vat),
        ("deposit", _) => Some(Component::Deposit),
        _ => None,
    }
}

/// An amount that goes from one account to another: the debited one receives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Transfer {
    pub debit: Account,
    pub credit: Account,
    /// In the unit's smallest part: cents, containers, thousandths of a unit ordered.
    pub amount: i64,
}

impl Transfer {
    /// A transfer of any sign: a negative amount goes the other way, and zero is none.
    pub fn signed(debit: Account, credit: Account, amount: i64) -> Option<Self> {
        match amount {
            0 => None,
            1.. => Some(Self { debit, credit, amount }),
            _ => Some(Self { debit: credit, credit: debit, amount: -amount }),
        }
    }

    pub fn money(debit: Account, credit: Account, amount: Cents) -> Option<Self> {
        Self::signed(debit, credit, amount.0)
    }

    pub fn goods(debit: Account, credit: Account, quantity: Quantity) -> Option<Self> {
        Self::signed(debit, credit, quantity.0)
    }
}

/// Transfers to be made together, for one cause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posting {
    pub book: Book,
    pub kind: CauseKind,
    /// The caller's: the same id with the same content is answered as the first time, with another refused.
    pub cause: CauseId,
    pub transfers: Vec<Transfer>,
}

impl Posting {
    /// How much each guarded account gains or loses, in the order of their names.
    pub fn guarded_changes(&self) -> BTreeMap<String, i64> {
        let mut changes = BTreeMap::new();
        for transfer in &self.transfers {
            for (account, sign) in [(transfer.debit, 1), (transfer.credit, -1)] {
                if account.is_guarded() {
                    *changes.entry(account.name()).or_insert(0) += sign * transfer.amount;
                }
            }
        }
        changes.retain(|_, change| *change != 0);
        changes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_negative_transfer_goes_the_other_way() {
        let back = Transfer::money(Account::Bank, Account::Rounding, Cents(-3)).unwrap();
        assert_eq!((back.debit, back.credit, back.amount), (Account::Rounding, Account::Bank, 3));
        assert_eq!(Transfer::money(Account::Bank, Account::Rounding, Cents(0)), None);
    }

    #[test]
    fn a_shops_euro_goes_to_known_places() {
        let id = Uuid::from_u128(7);
        let table = [
            (Account::Goods(CycleId(id)), Some(Component::Producer)),
            (Account::Fee(FeeAccount::Hub), Some(Component::Hub)),
            (Account::Fee(FeeAccount::Transport), Some(Component::Transport)),
            (Account::Fee(FeeAccount::Packing), Some(Component::Packing)),
            (Account::VatDue, Some(Component::Vat)),
            (Account::Deposit(ContainerId(id)), Some(Component::Deposit)),
            (Account::Loss, Some(Component::Hub)),
            (Account::Bank, None),
            (Account::Rounds, None),
            (Account::Receivable(OrganisationId(id)), None),
        ];
        for (account, component) in table {
            assert_eq!(component_of(&account.name()), component, "{}", account.name());
        }
    }
}
