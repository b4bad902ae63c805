//! Transfers: made once, in balance, and never more than there is.

use economy::ledger::acts::{Posted, Unposted, post};
use economy::ledger::{Account, Book, CauseKind, Posting, Transfer, store as ledger};
use frame::{Outcome, Stop};
use store::{Error, params};
use units::{CauseId, Quantity};

use super::{Books, CARROTS, HUB, is_refused, on_both};

fn book() -> Book {
    HUB.into()
}

fn counted(cause: CauseId, quantity: i64) -> Posting {
    let (stock, supply) = (Account::Stock(CARROTS), Account::Supply(CARROTS));
    let transfers = Transfer::goods(stock, supply, Quantity(quantity)).into_iter().collect();
    Posting { book: book(), kind: CauseKind::Stocktake, cause, transfers }
}

fn promised(cause: CauseId, quantity: i64) -> Posting {
    let (promised, stock) = (Account::Promised(CARROTS), Account::Stock(CARROTS));
    let transfers = Transfer::goods(promised, stock, Quantity(quantity)).into_iter().collect();
    Posting { book: book(), kind: CauseKind::Order, cause, transfers }
}

async fn make(books: &Books, posting: Posting) -> Outcome<Posted> {
    books.act("2026-11-24", move |tx, who| post(tx, who, &posting)).await
}

async fn left(books: &Books) -> i64 {
    books.db.read(|tx| ledger::free(tx, book(), Account::Stock(CARROTS))).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_cause_moves_once() {
    on_both(|books| async move {
        let cause: CauseId = books.ids.next();
        assert_eq!(make(&books, counted(cause, 50)).await.unwrap(), Posted::Now);
        assert_eq!(make(&books, counted(cause, 50)).await.unwrap(), Posted::Before);
        let other = make(&books, counted(cause, 51)).await;
        let Err(Stop::Refused(refusal)) = other else { panic!("{other:?}") };
        assert_eq!(refusal.of::<Unposted>(), Some(&Unposted::OtherContent));
        let other_kind = Posting { kind: CauseKind::Order, ..counted(cause, 50) };
        assert!(is_refused(&make(&books, other_kind).await));
        assert_eq!(left(&books).await, 50);
        books.must_be_sound().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_hundred_shops_never_get_more_than_the_last_fifty() {
    on_both(|books| async move {
        make(&books, counted(books.ids.next(), 50)).await.unwrap();
        let shops: Vec<_> = (0..200).map(|_| tokio::spawn(take_one(books.clone()))).collect();
        let mut served = 0;
        for shop in shops {
            served += i64::from(shop.await.unwrap());
        }
        assert_eq!((served, left(&books).await), (50, 0));
        assert_eq!(books.balance(Account::Promised(CARROTS)).await, 50);
        books.must_be_sound().await;
    })
    .await;
}

/// Tries until the books say yes or no: too many at once are told to come again.
async fn take_one(books: Books) -> bool {
    let cause: CauseId = books.ids.next();
    loop {
        match make(&books, promised(cause, 1)).await {
            Ok(_) => return true,
            Err(Stop::Refused(_)) => return false,
            Err(Stop::Fault(_)) => tokio::task::yield_now().await,
            Err(other) => panic!("{other:?}"),
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_posting_leaves_nothing() {
    on_both(|books| async move {
        make(&books, counted(books.ids.next(), 5)).await.unwrap();
        let cause: CauseId = books.ids.next();
        assert!(is_refused(&make(&books, promised(cause, 6)).await));
        assert_eq!(left(&books).await, 5);
        // The cause is free: the shop asks for less under the same id.
        assert_eq!(make(&books, promised(cause, 5)).await.unwrap(), Posted::Now);
        books.must_be_sound().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_out_of_balance_cannot_be_written() {
    on_both(|books| async move {
        let cause: CauseId = books.ids.next();
        make(&books, counted(cause, 50)).await.unwrap();
        let (stock, supply) = (Account::Stock(CARROTS).name(), Account::Supply(CARROTS).name());
        let sides = [
            (Some(stock.clone()), None, 1),
            (None, Some(supply.clone()), 1),
            (Some(stock.clone()), Some(stock.clone()), 1),
            (Some(stock.clone()), Some(supply.clone()), 0),
            (Some(stock.clone()), Some(supply.clone()), -1),
            (Some(stock.clone()), Some("nowhere".to_owned()), 1),
        ];
        for side in sides {
            let (debit, credit, amount) = side.clone();
            let written = books.db.write(move |tx| {
                tx.execute(
                    "INSERT INTO transfer (book, cause_id, line, debit, credit, amount)
                     VALUES ($1, $2, 9, $3, $4, $5)",
                    params![HUB, cause, debit.as_deref(), credit.as_deref(), amount],
                )
            });
            let written = written.await;
            assert!(
                matches!(written, Err(Error::Check { .. } | Error::ForeignKey)),
                "{side:?}: {written:?}"
            );
        }
        assert_eq!(books.number("SELECT COUNT(*) FROM transfer").await, 1);
    })
    .await;
}
