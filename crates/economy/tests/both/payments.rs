//! Payments: recorded once, the oldest due first, and taken back without hiding a day.

use economy::ledger::Account;
use economy::payments::acts::{account, balances, record, reverse};
use economy::payments::{Lateness, Method, Party, Payment, Standing};
use frame::{Outcome, Stop};
use units::{Cents, OrganisationId, PaymentId};
use uuid::Uuid;

use super::{Books, CARROTS, HUB, PRODUCER, SHOP, goods, invoice, is_refused, on_both, statement};

/// A shop of another hub.
const NOBODY: OrganisationId = OrganisationId(Uuid::from_u128(9));

fn paid(books: &Books, party: Party, cents: i64, day: &str) -> Payment {
    Payment {
        id: books.ids.next(),
        party,
        amount: Cents(cents),
        paid_on: day.parse().unwrap(),
        method: Method::Transfer,
        note: String::new(),
        reverses: None,
    }
}

async fn pay(books: &Books, day: &str, payment: &Payment) -> Outcome<()> {
    let payment = payment.clone();
    books.act(day, move |tx, who| record(tx, who, HUB, &payment, None)).await
}

async fn take_back(books: &Books, day: &str, id: PaymentId) -> Outcome<Payment> {
    books.act(day, move |tx, who| reverse(tx, who, HUB, id)).await
}

/// What is open of a party, the oldest due first.
async fn open(books: &Books, party: Party) -> Vec<(String, i64)> {
    let read = move |tx: &store::Tx<'_>, who: &frame::Who| {
        account(tx, who, HUB, party.side(), party.organisation())
    };
    let mut standing: Vec<Standing> = books.act("2026-12-01", read).await.unwrap().standing;
    standing.retain(|one| !one.open.is_zero());
    standing.sort_by_key(|one| (one.claim.due_on, one.claim.id));
    standing.iter().map(|one| (one.claim.due_on.to_string(), one.open.0)).collect()
}

async fn lateness(books: &Books, day: &str) -> Lateness {
    books.act(day, |tx, who| balances(tx, who, HUB)).await.unwrap().lateness
}

/// An invoice of 10.00 without fees or VAT.
async fn ten_euros(books: &Books, due_on: &str) {
    let mut line = goods(CARROTS, 1, 1000, 0);
    (line.shares.hub, line.shares.transport) = (Cents::ZERO, Cents::ZERO);
    let mut new = invoice(books, due_on, vec![line]);
    new.cycle = None;
    books.issue("2026-10-01", new).await.unwrap();
}

/// A statement of 10.00 to the producer.
async fn ten_euros_to_the_producer(books: &Books, due_on: &str) -> Uuid {
    let mut line = goods(CARROTS, 1, 1000, 0);
    (line.shares.hub, line.shares.transport) = (Cents::ZERO, Cents::ZERO);
    books.issue("2026-10-01", statement(books, due_on, vec![line])).await.unwrap().id.0
}

fn is_open(expected: &[(&str, i64)]) -> Vec<(String, i64)> {
    expected.iter().map(|(due, open)| ((*due).to_owned(), *open)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_payment_settles_the_oldest_first_and_once() {
    on_both(|books| async move {
        for due in ["2026-11-20", "2026-10-20", "2026-12-20"] {
            ten_euros(&books, due).await;
        }
        let shop = Party::Shop(SHOP);
        let payment = paid(&books, shop, 1500, "2026-11-01");
        for _ in 0..2 {
            pay(&books, "2026-11-01", &payment).await.unwrap();
        }
        assert_eq!(open(&books, shop).await, is_open(&[("2026-11-20", 500), ("2026-12-20", 1000)]));
        let other = Payment { amount: Cents(1600), ..payment };
        assert!(is_refused(&pay(&books, "2026-11-01", &other).await));
        assert!(is_refused(&pay(&books, "2026-11-01", &paid(&books, shop, 0, "2026-11-01")).await));
        assert!(is_refused(&pay(&books, "2026-11-01", &paid(&books, shop, 1, "2026-11-02")).await));
        // What is too much stays as credit, and settles the next invoice.
        pay(&books, "2026-11-02", &paid(&books, shop, 2000, "2026-11-02")).await.unwrap();
        assert_eq!(open(&books, shop).await, is_open(&[("2026-11-02", -500)]));
        ten_euros(&books, "2026-12-30").await;
        assert_eq!(open(&books, shop).await, is_open(&[("2026-12-30", 500)]));
        assert_eq!(books.balance(Account::Receivable(SHOP)).await, 500);
        books.must_be_sound().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_payment_taken_back_is_late_since_the_first_day() {
    on_both(|books| async move {
        let producer = Party::Producer(PRODUCER);
        ten_euros_to_the_producer(&books, "2026-11-01").await;
        assert_eq!(lateness(&books, "2026-11-21").await.worst_days, 20);
        let payment = paid(&books, producer, 1000, "2026-11-21");
        pay(&books, "2026-11-21", &payment).await.unwrap();
        assert_eq!(lateness(&books, "2026-11-21").await.worst_days, 0);
        take_back(&books, "2026-11-22", payment.id).await.unwrap();
        assert_eq!(open(&books, producer).await, is_open(&[("2026-11-01", 1000)]));
        let late = lateness(&books, "2026-11-23").await;
        assert_eq!((late.worst_days, late.overdue, late.settled_recently), (22, Cents(1000), 0));
        assert!(is_refused(&take_back(&books, "2026-11-23", payment.id).await));
        books.must_be_sound().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_payment_taken_back_had_settled_is_settled_by_what_is_there() {
    on_both(|books| async move {
        let shop = Party::Shop(SHOP);
        for due in ["2026-10-20", "2026-11-20"] {
            ten_euros(&books, due).await;
        }
        let wrong = paid(&books, shop, 1300, "2026-11-01");
        pay(&books, "2026-11-01", &wrong).await.unwrap();
        pay(&books, "2026-11-02", &paid(&books, shop, 1100, "2026-11-02")).await.unwrap();
        assert_eq!(open(&books, shop).await, is_open(&[("2026-11-02", -400)]));
        take_back(&books, "2026-11-03", wrong.id).await.unwrap();
        // The four euros of credit go to the oldest of what is owed again.
        assert_eq!(open(&books, shop).await, is_open(&[("2026-10-20", 600), ("2026-11-20", 300)]));
        assert_eq!(books.balance(Account::Receivable(SHOP)).await, 900);
        books.must_be_sound().await;
    })
    .await;
}

/// Who stands on the other side of the hub's trade is no party on this one.
#[tokio::test(flavor = "multi_thread")]
async fn money_comes_from_the_hubs_shops_and_goes_to_its_producers() {
    on_both(|books| async move {
        for party in [Party::Shop(PRODUCER), Party::Producer(SHOP), Party::Shop(NOBODY)] {
            let refused = pay(&books, "2026-11-01", &paid(&books, party, 1000, "2026-11-01")).await;
            assert!(matches!(refused, Err(Stop::NotFound)), "{party:?}");
            let read = move |tx: &store::Tx<'_>, who: &frame::Who| {
                account(tx, who, HUB, party.side(), party.organisation())
            };
            assert!(matches!(books.act("2026-11-01", read).await, Err(Stop::NotFound)), "{party:?}");
        }
        ten_euros(&books, "2026-11-20").await;
        let statement = ten_euros_to_the_producer(&books, "2026-11-20").await;
        let payment = paid(&books, Party::Shop(SHOP), 1000, "2026-11-01");
        let refused =
            books.act("2026-11-01", move |tx, who| record(tx, who, HUB, &payment, Some(statement)));
        assert!(matches!(refused.await, Err(Stop::NotFound)), "another party's document");
        assert_eq!(books.balance(Account::Receivable(SHOP)).await, 1000);
        books.must_be_sound().await;
    })
    .await;
}
