//! Posting to the ledger.

use ::store::Tx;
use frame::{Outcome, Say, Who};
use units::{Code, Language};

use super::model::{Book, Posting};
use super::store;
use crate::words::words;

/// What a posting is refused for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unposted {
    /// The same id came with another content.
    OtherContent,
    /// A guarded account has less than was asked of it.
    Short { account: String },
}

impl Say for Unposted {
    fn say(&self, language: Language) -> String {
        match self {
            Self::OtherContent => words(language).ledger_other_content(),
            Self::Short { .. } => words(language).ledger_short(),
        }
    }
}

/// Whether a posting was made now or had been before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Posted {
    Now,
    Before,
}

/// Makes the transfers of a posting, once.
///
/// # Errors
/// [`Unposted::OtherContent`] when the cause is known with other transfers, [`Unposted::Short`] when a
/// guarded account would fall below zero; nothing is written then.
pub fn post(tx: &Tx<'_>, who: &Who, posting: &Posting) -> Outcome<Posted> {
    let posting = std::slice::from_ref(posting);
    if store::claim_causes(tx, who, posting)? == 0 {
        return repeated(tx, &posting[0]);
    }
    transfer(tx, posting)?;
    Ok(Posted::Now)
}

/// Makes the transfers of many postings of new causes, in as many statements as one takes.
///
/// # Errors
/// [`Unposted::OtherContent`] when one of the causes is known already, [`Unposted::Short`] when a
/// guarded account would fall below zero; nothing is written then.
pub fn post_new(tx: &Tx<'_>, who: &Who, postings: &[Posting]) -> Outcome<()> {
    if store::claim_causes(tx, who, postings)? < postings.len() as u64 {
        return Err(Unposted::OtherContent.into());
    }
    transfer(tx, postings)
}

fn transfer(tx: &Tx<'_>, postings: &[Posting]) -> Outcome<()> {
    for transfer in postings.iter().flat_map(|posting| &posting.transfers) {
        assert_eq!(transfer.debit.unit(), transfer.credit.unit(), "a transfer stays within one unit");
        assert!(transfer.amount > 0, "a transfer moves something");
    }
    store::insert_transfers(tx, postings)?;
    for posting in postings {
        if let Some(account) = store::change_guards(tx, posting.book, &posting.guarded_changes())? {
            return Err(Unposted::Short { account }.into());
        }
    }
    Ok(())
}

fn repeated(tx: &Tx<'_>, posting: &Posting) -> Outcome<Posted> {
    let (kind, known) = store::transfers(tx, posting.book, posting.cause)?;
    let same = kind == posting.kind.code()
        && known.len() == posting.transfers.len()
        && known.iter().zip(&posting.transfers).all(|((debit, credit, amount), transfer)| {
            *debit == transfer.debit.name()
                && *credit == transfer.credit.name()
                && *amount == transfer.amount
        });
    if same { Ok(Posted::Before) } else { Err(Unposted::OtherContent.into()) }
}

/// The next number of a series of a book.
pub fn next_number(tx: &Tx<'_>, book: Book, series: &str) -> Outcome<i64> {
    Ok(store::take_numbers(tx, book, series, 1)?)
}
