//! What a round cost, and what the books keep of it, as the agreement says.

use economy::ledger::store as ledger;
use frame::Role;
use tresse::check;

use crate::convoy::Convoy;
use crate::town::{RUNTIME, Town};

pub fn agree(town: &Town, pays: &str, part: &str, from: &str) {
    let coordinator = town.visitor(Role::Coordinator);
    let form = [("pays", pays), ("part", part), ("transport_starts_on", from)];
    let answer = coordinator.post(&town.hub("/agreement/transport"), &form);
    assert_eq!(answer.status, 303, "{}", answer.body);
}

/// Drives the round: on the road from 7:00 to 11:30 UTC, 92 km, 4.20 euros of parking.
pub fn drive(town: &Town, convoy: &Convoy) {
    let driver = town.visitor(Role::Driver);
    let at = |hour: i64, minute: i64| {
        let clock = format!("{}T{hour:02}:{minute:02}:00Z", convoy.day);
        clock.parse::<jiff::Timestamp>().unwrap().as_millisecond().to_string()
    };
    let (left, back) = (at(5, 0), at(9, 30));
    let depart = [("key", "a"), ("kind", "depart"), ("at", left.as_str())];
    let end = [("key", "b"), ("kind", "end"), ("at", back.as_str()), ("km", "92"), ("extra", "4,20")];
    for fields in [&depart[..], &end[..]] {
        assert_eq!(driver.post(&convoy.path(), fields).status, 303);
    }
}

#[test]
fn a_round_is_booked_once_at_what_the_agreement_pays_on_both_databases() {
    for town in Town::on_both() {
        let convoy = Convoy::publish(&town);
        let books = town.visitor(Role::Bookkeeper);
        let page = books.get(&convoy.costs());
        assert!(page.status == 200 && page.body.contains("pas encore rentrée"), "{}", page.body);
        let early = books.post(&convoy.costs(), &[]);
        assert!(early.status == 422 && early.body.contains("pas encore rentrée"), "{}", early.body);

        drive(&town, &convoy);
        let refused = books.post(&convoy.costs(), &[]);
        assert!(
            refused.status == 422 && refused.body.contains("L’accord ne dit pas"),
            "{}",
            refused.body
        );

        agree(&town, "real", "80", "2026-01-01");
        // For leaving, 92 km, four and a half hours, 4.20 of parking; this vehicle's stops cost nothing by themselves.
        let prices = convoy.prices;
        assert_eq!(prices.per_stop.0, 0);
        let real = prices.fixed.0 + 92 * prices.per_km.0 + (9 * prices.per_hour.0 + 1) / 2 + 420;
        let due = (real * 80 + 50) / 100;
        let said = |cents: i64| format!("{},{:02}", cents / 100, cents % 100);
        let page = books.get(&convoy.costs()).body;
        assert!(page.contains(&said(real)) && page.contains(&said(due)), "{real} {due} {page}");
        for expected in [303, 422] {
            let answer = books.post(&convoy.costs(), &[]);
            assert_eq!(answer.status, expected, "{}", answer.body);
        }
        let hub = town.world.hub;
        let owed = RUNTIME
            .block_on(town.db.read(move |tx| ledger::balances(tx, hub.into(), "carrier")))
            .unwrap();
        assert_eq!(owed.iter().map(|(_, debit)| -debit).collect::<Vec<_>>(), [due]);
        let spread = town.db.read(|tx| {
            tx.rows("SELECT booked_cents, marginal_cents FROM shipment_cost", &[], |row| {
                Ok((row.get::<i64>(0)?, row.get::<Option<i64>>(1)?))
            })
        });
        let spread: Vec<(i64, Option<i64>)> = RUNTIME.block_on(spread).unwrap();
        assert_eq!(spread.len(), convoy.shipments.len());
        assert_eq!(spread.iter().map(|(booked, _)| booked).sum::<i64>(), due);
        assert!(spread.iter().all(|(_, marginal)| marginal.is_some()), "{spread:?}");
        assert!(
            spread.iter().any(|(_, marginal)| marginal.is_some_and(|cents| cents > 0)),
            "{spread:?}"
        );
        for checked in RUNTIME.block_on(check::all(&town.db)).unwrap() {
            assert!(checked.faults.is_empty(), "{}: {:?}", checked.name, checked.faults);
        }
        let list = town.visitor(Role::Coordinator).get(&town.hub("/rounds/costs")).body;
        assert!(list.contains(&convoy.costs()) && list.contains(&said(due)), "{list}");
    }
}

#[test]
fn the_euro_shows_what_the_rounds_really_cost() {
    let town = Town::on_sqlite();
    let convoy = Convoy::publish(&town);
    let shop = town.visitor(Role::Shop);
    let euro = town.hub("/euro?period=year:2026");
    assert!(!shop.get(&euro).body.contains("Les tournées ont vraiment coûté"));
    drive(&town, &convoy);
    agree(&town, "planned", "100", "2026-01-01");
    let books = town.visitor(Role::Bookkeeper);
    assert_eq!(books.post(&convoy.costs(), &[]).status, 303);
    let page = shop.get(&euro).body;
    assert!(page.contains("Les tournées ont vraiment coûté"), "{page}");
}

#[test]
fn nothing_is_paid_where_members_bear_their_own_rounds() {
    let town = Town::on_sqlite();
    let convoy = Convoy::publish(&town);
    drive(&town, &convoy);
    agree(&town, "nothing", "100", "2026-01-01");
    // What is agreed from tomorrow on does not hold for today.
    agree(&town, "real", "100", "2027-01-01");
    let books = town.visitor(Role::Bookkeeper);
    let page = books.get(&convoy.costs()).body;
    assert!(page.contains("chaque membre porte les tournées"), "{page}");
    assert_eq!(books.post(&convoy.costs(), &[]).status, 422);
    assert_eq!(town.visitor(Role::Shop).post(&convoy.costs(), &[]).status, 403);
}
