//! Documents: numbered without gaps, issued once, taken back to the cent.

use economy::documents::acts::{self, Credited, NewCredit};
use economy::documents::{BorneBy, Document, Line, NewDocument, Shares, store as documents};
use economy::euro::{Division, Of, Period, store as euro};
use economy::ledger::{Account, Component, FeeAccount};
use frame::{Outcome, Stop};
use store::Tx;
use units::{Cents, Quantity};

use super::{
    Books, CARROTS, CHEESE, CRATE, CYCLE, HUB, PRODUCER, SHOP, crates, goods, invoice, is_refused,
    on_both, statement,
};

const TODAY: &str = "2026-11-24";

#[tokio::test(flavor = "multi_thread")]
async fn numbers_have_no_gaps_whoever_is_refused() {
    on_both(|books| async move {
        let writers: Vec<_> =
            (0..30).map(|n| tokio::spawn(issue_or_fail(books.clone(), n % 3 == 0))).collect();
        for writer in writers {
            writer.await.unwrap();
        }
        let numbers = books
            .db
            .read(|tx| {
                tx.rows("SELECT number FROM document ORDER BY number", &[], |row| row.get::<i64>(0))
            })
            .await
            .unwrap();
        assert_eq!(numbers, (1..=20).collect::<Vec<_>>());
        books.must_be_sound().await;
    })
    .await;
}

/// Issues an invoice in an act that may be refused afterwards.
async fn issue_or_fail(books: Books, fails: bool) {
    let new = invoice(&books, TODAY, vec![goods(CARROTS, 3, 120, 600)]);
    loop {
        let new = new.clone();
        let issued = books.act(TODAY, move |tx, who| {
            let document = acts::issue(tx, who, &new)?;
            if fails { Err(Stop::NotAllowed) } else { Ok(document) }
        });
        match issued.await {
            Err(Stop::Fault(_)) => tokio::task::yield_now().await,
            answer => return assert_eq!(answer.is_ok(), !fails),
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_occasion_has_one_document() {
    on_both(|books| async move {
        let new = invoice(&books, TODAY, vec![goods(CARROTS, 3, 120, 600), crates(1)]);
        let first = books.issue(TODAY, new.clone()).await.unwrap();
        let again = NewDocument { id: books.ids.next(), ..new.clone() };
        assert_eq!(books.issue("2027-01-02", again).await.unwrap(), first);
        let other = invoice(&books, TODAY, vec![goods(CARROTS, 4, 120, 600), crates(1)]);
        let other = NewDocument { occasion: new.occasion.clone(), ..other };
        assert!(is_refused(&books.issue(TODAY, other).await));
        assert_eq!(books.number("SELECT COUNT(*) FROM document").await, 1);
        books.must_be_sound().await;
    })
    .await;
}

fn part(line: usize, pieces: i64) -> Credited {
    Credited { line, quantity: Quantity::whole(pieces) }
}

async fn credit(books: &Books, new: NewCredit) -> Outcome<Document> {
    books.act(TODAY, move |tx, who| acts::credit(tx, who, HUB, &new)).await
}

fn note(books: &Books, of: &Document, borne_by: BorneBy, credited: Vec<Credited>) -> NewCredit {
    NewCredit { id: books.ids.next(), invoice: of.id, credited, borne_by, reason: "moisi".to_owned() }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_credit_note_sent_twice_is_one() {
    on_both(|books| async move {
        let new = invoice(&books, TODAY, vec![goods(CARROTS, 10, 120, 600), goods(CHEESE, 2, 900, 600)]);
        let issued = books.issue(TODAY, new).await.unwrap();
        let twice = note(&books, &issued, BorneBy::Producer, vec![part(0, 3), part(0, 4)]);
        let first = credit(&books, twice.clone()).await.unwrap();
        // Another note in between changes what is left, and not what the first was.
        credit(&books, note(&books, &issued, BorneBy::Hub, vec![part(0, 2), part(1, 1)])).await.unwrap();
        assert_eq!(credit(&books, twice.clone()).await.unwrap(), first);
        let others = [
            NewCredit { credited: vec![part(0, 6)], ..twice.clone() },
            NewCredit { borne_by: BorneBy::Hub, ..twice.clone() },
            NewCredit { reason: "perdu".to_owned(), ..twice.clone() },
            note(&books, &issued, BorneBy::Hub, vec![part(0, 1), part(0, 1)]),
        ];
        for other in others {
            assert!(is_refused(&credit(&books, other).await));
        }
        assert_eq!(books.number("SELECT COUNT(*) FROM document WHERE kind = 'credit_note'").await, 2);
        books.must_be_sound().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invoice_credited_line_by_line_leaves_nothing() {
    on_both(|books| async move {
        let lines = vec![goods(CARROTS, 1, 108, 600), goods(CHEESE, 3, 108, 600), crates(2)];
        let issued = books.issue(TODAY, invoice(&books, TODAY, lines.clone())).await.unwrap();
        let own =
            lines[..2].iter().map(|line| Line { shares: only_goods(line), ..line.clone() }).collect();
        books.issue(TODAY, statement(&books, TODAY, own)).await.unwrap();
        for credited in [part(1, 1), part(0, 1), part(1, 1), part(2, 2), part(1, 1)] {
            credit(&books, note(&books, &issued, BorneBy::Producer, vec![credited])).await.unwrap();
            books.must_be_sound().await;
        }
        for account in [
            Account::Receivable(SHOP),
            Account::Payable(PRODUCER),
            Account::Goods(CYCLE),
            Account::VatDue,
            Account::VatDeductible,
            Account::Fee(FeeAccount::Hub),
            Account::Fee(FeeAccount::Transport),
            Account::Deposit(CRATE),
        ] {
            assert_eq!(books.balance(account).await, 0, "{}", account.name());
        }
    })
    .await;
}

fn only_goods(line: &Line) -> Shares {
    Shares { producer: line.shares.producer, ..Default::default() }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_euro_divides_alike_from_wherever_it_is_seen() {
    on_both(|books| async move {
        let lines = vec![goods(CARROTS, 10, 120, 600), goods(CHEESE, 2, 900, 2100)];
        let issued = books.issue(TODAY, invoice(&books, TODAY, lines)).await.unwrap();
        credit(&books, note(&books, &issued, BorneBy::Hub, vec![part(0, 3)])).await.unwrap();
        credit(&books, note(&books, &issued, BorneBy::Producer, vec![part(1, 1)])).await.unwrap();
        let owed = Cents(books.balance(Account::Receivable(SHOP)).await);
        let read = |tx: &Tx<'_>| {
            let views = [Of::Cycle(CYCLE), Of::Order(CYCLE, SHOP), Of::Shop(SHOP, 2026), Of::Year(2026)];
            let views = views.map(|of| euro::division(tx, HUB, of));
            let products = [CARROTS, CHEESE].map(|product| {
                let year = euro::division(tx, HUB, Of::Product(product, 2026))?;
                let cycle = euro::division(tx, HUB, Of::ProductInCycle(product, CYCLE))?;
                assert_eq!(year, cycle);
                Ok::<Division, store::Error>(cycle)
            });
            let listed = euro::products(tx, HUB, Period::Year(2026))?;
            Ok::<_, store::Error>((views, products, listed))
        };
        let (views, products, listed) = books.db.read(read).await.unwrap();
        let [carrots, cheese] = products.map(Result::unwrap);
        let summed = Division::of(|component| carrots.amount(component) + cheese.amount(component));
        for view in views.map(Result::unwrap) {
            assert_eq!(view, summed);
            assert_eq!(view.total(), owed);
        }
        // The producer keeps what the hub bears: 10 x 1.20 and 1 x 9.00.
        assert_eq!(summed.amount(Component::Producer), Cents(2100));
        assert_eq!(listed.iter().map(|product| product.paid).sum::<Cents>(), owed);
        assert_eq!(listed[0].name, if carrots.total() > cheese.total() { "Carottes" } else { "Tomme" });
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deposit_given_back_is_none() {
    on_both(|books| async move {
        let out = invoice(&books, TODAY, vec![goods(CARROTS, 3, 120, 600), crates(4)]);
        books.issue(TODAY, out).await.unwrap();
        assert_eq!(books.balance(Account::Deposit(CRATE)).await, -1200);
        for (count, held) in [(-3, -300), (-1, 0)] {
            let back = invoice(&books, TODAY, vec![goods(CARROTS, 3, 120, 600), crates(count)]);
            books.issue(TODAY, back).await.unwrap();
            assert_eq!(books.balance(Account::Deposit(CRATE)).await, held);
        }
        books.must_be_sound().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_has_pages_and_years() {
    on_both(|books| async move {
        for day in ["2025-06-01", "2026-06-01"] {
            let news: Vec<_> =
                (0..130).map(|_| invoice(&books, TODAY, vec![goods(CARROTS, 1, 100, 600)])).collect();
            books.act(day, move |tx, who| acts::issue_all(tx, who, &news)).await.unwrap();
        }
        let leaf = |year: Option<i64>, page: i64| {
            let narrowed = documents::Narrowed { year, ..Default::default() };
            let look = move |tx: &Tx<'_>, who: &frame::Who| acts::leaf(tx, who, HUB, &narrowed, page);
            books.act(TODAY, look)
        };
        let all = leaf(None, 1).await.unwrap();
        assert_eq!((all.documents.len(), all.page, all.pages), (100, 1, 3));
        assert_eq!(all.years, [2026, 2025]);
        assert_eq!(all.documents[0].written_number(), "2026-0130");
        let last = leaf(Some(2025), 99).await.unwrap();
        assert_eq!((last.documents.len(), last.page, last.pages), (30, 2, 2));
        assert_eq!(last.documents[29].written_number(), "2025-0001");
        books.must_be_sound().await;
    })
    .await;
}
