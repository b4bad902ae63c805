//! What the books may be counted on for, on both databases.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod checks;
mod documents;
mod ledger;
mod payments;

use std::collections::BTreeSet;

use economy::documents::{DocumentKind, Frozen, Line, NewDocument, Shares, Subject, acts, charge_vat};
use frame::{Ids, Mandate, Outcome, Role, Stop, Who};
use jiff::civil::Date;
use store::testing::{TestDb, databases};
use store::{Db, Migration, Tx, params};
use units::{
    Cents, CoalitionId, ContainerId, CycleId, Language, MandateId, OrganisationId, PersonId, Price,
    Quantity, Rate, ReferenceId, Unit,
};
use uuid::Uuid;

const HUB: CoalitionId = CoalitionId(Uuid::from_u128(1));
const CYCLE: CycleId = CycleId(Uuid::from_u128(2));
const SHOP: OrganisationId = OrganisationId(Uuid::from_u128(3));
const PRODUCER: OrganisationId = OrganisationId(Uuid::from_u128(4));
const CARROTS: ReferenceId = ReferenceId(Uuid::from_u128(5));
const CHEESE: ReferenceId = ReferenceId(Uuid::from_u128(6));
const CRATE: ContainerId = ContainerId(Uuid::from_u128(7));

/// A hub's books on one database, with a bookkeeper whose days we choose.
#[derive(Clone)]
struct Books {
    db: Db,
    ids: Ids,
}

/// Runs `test` on empty books on each database at hand.
async fn on_both<F: Future<Output = ()>>(test: impl Fn(Books) -> F) {
    let slices =
        [frame::SLICE, frame::webhooks::SLICE].into_iter().chain(people::SLICES.iter().copied());
    let slices = slices.chain(polity::SLICES.iter().copied());
    let slices = slices.chain(economy::SLICES.iter().copied());
    let migrations: Vec<Migration> = slices.flat_map(|slice| slice.migrations).copied().collect();
    for TestDb { db, location, .. } in &databases(&migrations).await {
        println!("on {location}");
        db.write(members).await.unwrap();
        test(Books { db: db.clone(), ids: Ids::seeded(7) }).await;
    }
}

fn members(tx: &Tx<'_>) -> store::Result<()> {
    for (id, name) in [(SHOP, "Épicerie du Coin"), (PRODUCER, "Ferme du Vieux Tilleul")] {
        tx.execute(
            "INSERT INTO organisation (id, name, legal_form, country, vat_regime, language, street, postcode,
                 town, search, changed_at, changed_by)
             VALUES ($1, $2, 'cooperative', 'BE', 'liable', 'fr', '', '', '', '', 0, '')",
            params![id, name],
        )?;
    }
    tx.execute(
        "INSERT INTO coalition (id, kind, name, organisation_id, public_euro, founded_at)
         VALUES ($1, 'hub', 'Réseau', $2, $3, 0)",
        params![HUB, SHOP, false],
    )?;
    for (id, side) in [(SHOP, "shop"), (PRODUCER, "producer")] {
        tx.execute(
            "INSERT INTO membership (coalition_id, organisation_id, side, since, rank)
             VALUES ($1, $2, $3, '2026-01-01', 100)",
            params![HUB, id, side],
        )?;
    }
    Ok(())
}

impl Books {
    async fn act<T: Send + 'static>(
        &self,
        day: &str,
        act: impl Fn(&Tx<'_>, &Who) -> Outcome<T> + Send + 'static,
    ) -> Outcome<T> {
        let who = bookkeeper(day, self.ids.clone());
        self.db.write(move |tx| act(tx, &who)).await
    }

    async fn issue(&self, day: &str, new: NewDocument) -> Outcome<economy::documents::Document> {
        self.act(day, move |tx, who| acts::issue(tx, who, &new)).await
    }

    /// Debits less credits of an account.
    async fn balance(&self, account: economy::ledger::Account) -> i64 {
        let read = move |tx: &Tx<'_>| economy::ledger::store::balance(tx, HUB.into(), account);
        self.db.read(read).await.unwrap()
    }

    async fn number(&self, sql: &'static str) -> i64 {
        self.db.read(move |tx| tx.number(sql, &[])).await.unwrap()
    }

    /// Nothing is wrong with the books.
    async fn must_be_sound(&self) {
        let faults = self.db.read(|tx| faults(tx).map(|(_, faults)| faults)).await.unwrap();
        assert_eq!(faults, Vec::<String>::new());
    }
}

/// The checks that find something, by name, with what they find.
fn faults(tx: &Tx<'_>) -> Outcome<(BTreeSet<&'static str>, Vec<String>)> {
    let mut names = BTreeSet::new();
    let mut found = Vec::new();
    for check in economy::SLICES.iter().flat_map(|slice| slice.checks) {
        let faults = (check.run)(tx)?;
        if !faults.is_empty() {
            names.insert(check.name);
        }
        found.extend(faults);
    }
    Ok((names, found))
}

fn bookkeeper(day: &str, ids: Ids) -> Who {
    let today: Date = day.parse().unwrap();
    let mandate = Mandate {
        id: MandateId(Uuid::nil()),
        role: Role::Bookkeeper,
        coalition: Some(HUB),
        organisation: None,
        label: String::new(),
        stands_in_for: None,
    };
    Who {
        person: PersonId(Uuid::nil()),
        name: String::new(),
        language: Language::Fr,
        mandate: Some(mandate),
        mandates: Vec::new(),
        at: today.in_tz("UTC").unwrap().timestamp(),
        today,
        ids,
        seen_at: None,
        shown_at: None,
    }
}

/// Goods at a price for the piece, with a twelfth of it on top for the hub and its lorry.
fn goods(reference: ReferenceId, pieces: i64, cents: i64, rate: i64) -> Line {
    let price = Cents(pieces * cents);
    Line {
        subject: Subject::Goods { reference, producer: PRODUCER },
        heading: String::new(),
        label: if reference == CARROTS { "Carottes" } else { "Tomme" }.to_owned(),
        detail: String::new(),
        quantity: Quantity::whole(pieces),
        unit: Unit::Piece,
        price: Price(cents * 100),
        vat_rate: Some(Rate(rate)),
        shares: Shares {
            producer: price,
            hub: Rate(633).of(price),
            transport: Rate(200).of(price),
            ..Shares::default()
        },
        corrects: None,
    }
}

/// Crates against three euros each, given back where there are fewer than none.
fn crates(count: i64) -> Line {
    Line {
        subject: Subject::Container(CRATE),
        label: "Bac".to_owned(),
        quantity: Quantity::whole(count),
        price: Price(30_000),
        vat_rate: None,
        shares: Shares { deposit: Cents(300 * count), ..Shares::default() },
        ..goods(CARROTS, 1, 0, 0)
    }
}

fn invoice(books: &Books, due_on: &str, mut lines: Vec<Line>) -> NewDocument {
    charge_vat(&mut lines);
    let id: units::DocumentId = books.ids.next();
    NewDocument {
        hub: HUB,
        id,
        kind: DocumentKind::Invoice,
        party: SHOP,
        cycle: Some(CYCLE),
        occasion: id.to_string(),
        corrects: None,
        borne_by: None,
        due_on: due_on.parse().unwrap(),
        frozen: Frozen {
            language: Language::Fr,
            issuer: economy::documents::Block::default(),
            recipient: economy::documents::Block::default(),
            iban: String::new(),
            subject: String::new(),
            notes: Vec::new(),
        },
        lines,
        besides: Vec::new(),
    }
}

fn statement(books: &Books, due_on: &str, lines: Vec<Line>) -> NewDocument {
    NewDocument {
        kind: DocumentKind::Statement,
        party: PRODUCER,
        occasion: format!("{CYCLE}/{PRODUCER}"),
        ..invoice(books, due_on, lines)
    }
}

/// Whether the act was refused with a sentence, as people are.
fn is_refused<T>(outcome: &Outcome<T>) -> bool {
    matches!(outcome, Err(Stop::Refused(_)))
}
