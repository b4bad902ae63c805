//! Every check finds the fault that it is there for.

use std::collections::BTreeSet;

use economy::ledger::acts::post;
use economy::ledger::{Account, CauseKind, Posting, Transfer};
use economy::payments::acts::record;
use economy::payments::{Method, Party, Payment};
use economy::shipments::{self, End, Load, Origin, Shipment, Standing};
use economy::transport::{self, RoundCost, Share};
use frame::Stop;
use store::{Db, Tx};
use units::{CauseId, Cents, PersonId, Quantity};
use uuid::Uuid;

use super::{Books, CARROTS, HUB, PRODUCER, SHOP, crates, faults, goods, invoice, on_both, statement};

/// A check, and what somebody could do to a database behind our back that it finds.
const PLANTED: [(&str, &str); 23] = [
    ("every guard equals the sum of its account's transfers", "UPDATE guard SET free = free + 1"),
    ("every guarded account has a guard", "DELETE FROM guard"),
    (
        "both accounts of a transfer count the same unit",
        "UPDATE account SET unit = 'CHF' WHERE id = 'bank'",
    ),
    (
        "no cause is without transfers",
        "INSERT INTO cause (book, id, kind, at, day, person_id)
         SELECT book, 'nothing', 'order', at, day, person_id FROM cause WHERE kind = 'payment'",
    ),
    (
        "no transfer is without its cause",
        "UPDATE transfer SET cause_id = 'nothing' WHERE credit LIKE 'supply/%'",
    ),
    ("document numbers have no gaps", "UPDATE document SET number = 2 WHERE kind = 'invoice'"),
    (
        "document numbers have no gaps",
        "INSERT INTO counter (book, series, last)
         SELECT book, 'credit_note/2026', 1 FROM counter WHERE series LIKE 'invoice/%'",
    ),
    ("every document has its transfers", "UPDATE cause SET kind = 'statement' WHERE kind = 'invoice'"),
    (
        "every document's transfers have their document",
        "UPDATE cause SET kind = 'invoice' WHERE kind = 'payment'",
    ),
    (
        "a document's totals are its lines' and its transfers'",
        "UPDATE document SET net = net + 1 WHERE kind = 'statement'",
    ),
    (
        "what shops are charged divides in the ledger as on the documents",
        "UPDATE document_line SET to_hub = to_hub + 1, to_producer = to_producer - 1 WHERE to_hub > 0",
    ),
    (
        "the deposit held for each kind of container is what documents charged for it",
        "UPDATE document_line SET to_deposit = to_deposit + 1 WHERE container_id IS NOT NULL",
    ),
    (
        "what is open of each party is its balance in the ledger",
        "UPDATE transfer SET amount = amount + 1 WHERE debit = 'bank'",
    ),
    (
        "what is open of a claim is its amount less what settled it",
        "UPDATE settlement SET amount = amount + 1",
    ),
    (
        "a claim is marked settled when nothing of it is open, and only then",
        "UPDATE claim SET settled_on = due_on WHERE still_open <> 0",
    ),
    (
        "every payment has its transfer, and every such transfer its payment",
        "UPDATE payment SET amount = amount + 1",
    ),
    (
        "what moves has somewhere else to go, and something to take there",
        "UPDATE shipment SET dry_crates = 0",
    ),
    ("a shipment that is carried names its round", "UPDATE shipment SET standing = 'carried'"),
    ("who sends and who receives is a member, or the hub", "UPDATE shipment SET sender_id = 'nobody'"),
    (
        "each booked round is in the ledger at what it was booked",
        "UPDATE round_cost SET booked_cents = booked_cents + 1",
    ),
    (
        "what a round is booked at is spread to the cent",
        "UPDATE shipment_cost SET booked_cents = booked_cents + 1",
    ),
    (
        "a statement of rounds says what its rounds were booked at",
        "UPDATE document SET net = net - 1, vat = vat + 1 WHERE kind = 'carrier_statement'",
    ),
    ("what a carrier is owed is booked and on no statement yet", "DELETE FROM stated_round"),
];

#[tokio::test(flavor = "multi_thread")]
async fn every_planted_fault_is_found() {
    on_both(|books| async move {
        some_of_everything(&books).await;
        books.must_be_sound().await;
        for (check, plant) in PLANTED {
            let found = found_after(&books.db, plant).await;
            assert!(found.contains(check), "{plant}: only {found:?}");
        }
        books.must_be_sound().await;
    })
    .await;
}

#[test]
fn every_check_has_its_fault() {
    let all = economy::SLICES.iter().flat_map(|slice| slice.checks).map(|check| check.name);
    let planted: BTreeSet<&str> = PLANTED.iter().map(|(check, _)| *check).collect();
    assert_eq!(all.collect::<BTreeSet<_>>(), planted);
}

/// The checks that find something once `plant` has run; it is undone afterwards.
async fn found_after(db: &Db, plant: &'static str) -> BTreeSet<String> {
    // Somebody who mends a database by hand may lift its rules first.
    let lift = match db.engine() {
        "SQLite" => "PRAGMA defer_foreign_keys = ON",
        _ => "SET LOCAL session_replication_role = replica",
    };
    let undone = db
        .write(move |tx: &Tx<'_>| {
            tx.execute(lift, &[])?;
            assert!(tx.execute(plant, &[])? > 0, "{plant} changes nothing");
            let (names, _) = faults(tx)?;
            let names: Vec<&str> = names.into_iter().collect();
            Err::<(), Stop>(anyhow::anyhow!(names.join("\n")).into())
        })
        .await;
    let Err(Stop::Fault(names)) = undone else { panic!("{plant} was kept") };
    names.to_string().lines().map(str::to_owned).collect()
}

/// An invoice with a deposit, a statement, a payment in part, stock that was promised, and crates that a round moved
/// which is booked and stated to its carrier.
async fn some_of_everything(books: &Books) {
    let day = "2026-11-24";
    let lines = vec![goods(CARROTS, 3, 120, 600), crates(2)];
    books.issue(day, invoice(books, "2026-12-24", lines.clone())).await.unwrap();
    books.issue(day, statement(books, "2026-12-24", vec![only_goods(&lines[0])])).await.unwrap();
    let payment = Payment {
        id: books.ids.next(),
        party: Party::Shop(SHOP),
        amount: Cents(100),
        paid_on: day.parse().unwrap(),
        method: Method::Cash,
        note: String::new(),
        reverses: None,
    };
    books.act(day, move |tx, who| record(tx, who, HUB, &payment, None)).await.unwrap();
    let counted = Posting {
        book: HUB.into(),
        kind: CauseKind::Stocktake,
        cause: books.ids.next::<CauseId>(),
        transfers: Transfer::goods(
            Account::Stock(CARROTS),
            Account::Supply(CARROTS),
            Quantity::whole(9),
        )
        .into_iter()
        .collect(),
    };
    books.act(day, move |tx, who| post(tx, who, &counted)).await.unwrap();
    assert_eq!(books.balance(Account::Payable(PRODUCER)).await, -382);
    let at = "2026-11-24T06:00:00Z".parse().unwrap();
    let shipment = Shipment {
        id: books.ids.next(),
        origin: Origin::ByHand,
        cycle: None,
        from: End { organisation: PRODUCER, site: None },
        to: End { organisation: SHOP, site: None },
        first_day: day.parse().unwrap(),
        last_day: day.parse().unwrap(),
        ready: None,
        due: None,
        load: Load { dry: 4, ..Load::default() },
        needs: Vec::new(),
        standing: Standing::Waiting,
        carried: None,
        note: String::new(),
        asked_for: Some(PRODUCER),
        added_at: at,
        added_by: PersonId(Uuid::nil()),
    };
    let round = RoundCost {
        cause: books.ids.next(),
        plan: books.ids.next(),
        round: 1,
        day: day.parse().unwrap(),
        carrier: PRODUCER,
        planned: Cents(4_200),
        real: Cents(4_350),
        booked: Cents(4_350),
        shares: vec![Share {
            shipment: shipment.id,
            cycle: None,
            sender: PRODUCER,
            receiver: SHOP,
            booked: Cents(4_350),
            marginal: None,
        }],
    };
    books.db.write(move |tx| shipments::store::save(tx, HUB, &shipment)).await.unwrap();
    books.act(day, move |tx, who| transport::acts::book(tx, who, HUB, &round)).await.unwrap();
    let stated = books.act(day, |tx, who| {
        let hub = people::organisations::store::find(tx, SHOP)?.ok_or(Stop::NotFound)?;
        transport::acts::state(tx, who, HUB, &hub, PRODUCER, who.today)
    });
    assert_eq!(stated.await.unwrap().net, Cents(4_350));
    assert_eq!(books.balance(Account::Carrier(PRODUCER)).await, 0);
    assert_eq!(books.balance(Account::CarrierPayable(PRODUCER)).await, -5_264, "with 21 % of VAT");
}

fn only_goods(line: &economy::documents::Line) -> economy::documents::Line {
    let shares = economy::documents::Shares { producer: line.shares.producer, ..Default::default() };
    economy::documents::Line { shares, ..line.clone() }
}
