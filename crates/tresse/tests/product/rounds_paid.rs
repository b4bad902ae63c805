//! A member whose vehicle drove is paid for it: from the booked round to the settled account.

use economy::ledger::store as ledger;
use frame::Role;
use frame::api::Scope;
use people::organisations::{VatRegime, store as organisations};
use tresse::check;
use units::{Cents, OrganisationId, Rate};

use crate::convoy::Convoy;
use crate::rounds_costs::{agree, drive};
use crate::town::{RUNTIME, Town, between};

fn sound(town: &Town) {
    for checked in RUNTIME.block_on(check::all(&town.db)).unwrap() {
        assert!(checked.faults.is_empty(), "{}: {:?}", checked.name, checked.faults);
    }
}

/// Gives the vehicle of a round to a member under this VAT regime.
fn give(town: &Town, convoy: &Convoy, to: OrganisationId, regime: VatRegime) {
    let (drive, who) = (convoy.drive, town.world.staff(&town.app, Role::Coordinator));
    let given = town.app.act(&who, move |tx, who| {
        let rounds = rounds::plans::store::rounds(tx, drive.hub, drive.plan)?;
        let round = rounds.iter().find(|round| round.number == drive.round).unwrap();
        let mut vehicle = rounds::fleet::store::vehicle(tx, drive.hub, round.vehicle)?.unwrap();
        vehicle.home.organisation = to;
        vehicle.home.site = organisations::sites(tx, to)?[0].id;
        rounds::fleet::acts::change(tx, who, drive.hub, &vehicle)?;
        let mut member = organisations::find(tx, to)?.unwrap();
        member.vat_regime = regime;
        Ok(organisations::save(tx, who, &member)?)
    });
    RUNTIME.block_on(given).unwrap();
}

/// What accounts of the hub's books owe together.
fn owes(town: &Town, prefix: &'static str) -> Cents {
    let hub = town.world.hub;
    let balances = town.db.read(move |tx| ledger::balances(tx, hub.into(), prefix));
    Cents(-RUNTIME.block_on(balances).unwrap().iter().map(|(_, debit)| debit).sum::<i64>())
}

fn said(cents: Cents) -> String {
    units::Language::Fr.euros(cents)
}

#[test]
fn a_carrier_is_stated_what_its_rounds_were_booked_at_and_paid_on_both_databases() {
    for (at, town) in Town::on_both().into_iter().enumerate() {
        let regime = if at == 0 { VatRegime::Liable } else { VatRegime::Farm };
        let convoy = Convoy::publish(&town);
        let member = town.visitor(Role::Producer);
        let program = town.program(Role::Producer, &[Scope::PaymentsRead]);
        let me = program.get("/api/v1/me").json();
        let carrier: OrganisationId = me["organisation"].as_str().unwrap().parse().unwrap();
        give(&town, &convoy, carrier, regime);
        drive(&town, &convoy);
        agree(&town, "real", "80", "2026-01-01");
        let books = town.visitor(Role::Bookkeeper);
        let state = town.hub(&format!("/rounds/carriers/{carrier}/statement"));
        let early = books.post(&state, &[]);
        assert!(early.status == 422 && early.body.contains("Rien de comptabilisé"), "{}", early.body);
        assert_eq!(books.post(&convoy.costs(), &[]).status, 303);
        let net = owes(&town, "carrier");
        assert!(net.0 > 0);
        assert!(books.get(&town.hub("/rounds/costs")).body.contains(&state));

        // The statement: what was booked, VAT as the carrier charges it, and who made it out.
        let answer = books.post(&state, &[]);
        assert_eq!(answer.status, 303, "{}", answer.body);
        let document = answer.location;
        let vat = if regime == VatRegime::Liable { Rate(2_100).of(net) } else { Cents::ZERO };
        let total = net + vat;
        let page = books.get(&document).body;
        let shown = ["Relevé de tournées 2026-0001", "Autofacturation", &said(net), &said(total)];
        for expected in shown {
            assert!(page.contains(expected), "{expected} in {page}");
        }
        assert_eq!(page.contains("régime agricole"), regime == VatRegime::Farm, "{page}");
        let paper = books.get(&format!("{document}/pdf"));
        assert!(paper.kind == "application/pdf" && paper.bytes.starts_with(b"%PDF"));
        assert_eq!((owes(&town, "carrier"), owes(&town, "carrier_payable")), (Cents::ZERO, total));
        let twice = books.post(&state, &[]);
        assert!(twice.status == 422 && twice.body.contains("Rien de comptabilisé"), "{}", twice.body);
        assert!(books.get(&convoy.costs()).body.contains(&document), "a round leads to its statement");
        sound(&town);

        // The carrier sees it, and no other member does.
        let account = town.hub(&format!("/balances/carrier/{carrier}"));
        let shop = town.visitor(Role::Shop);
        assert_eq!(member.get(&document).status, 200);
        assert!(member.get(&account).body.contains(&said(total)));
        assert!(member.get(&town.hub("/balances")).body.contains(&account));
        assert_eq!((shop.get(&document).status, shop.get(&account).status), (404, 404));
        assert!(!shop.get(&town.hub("/balances")).body.contains(&account));
        let open = format!("/api/v1{}", town.hub(&format!("/accounts/carriers/{carrier}")));
        let claims = program.get(&open).json()["claims"].clone();
        assert_eq!(
            (&claims[0]["open"], &claims[0]["source"]),
            (&total.plain().into(), &"carrier_statement".into())
        );

        pay(&town, &open, &account, carrier, total);
    }
}

/// Paid, the account is even; taken back, it is owed again.
fn pay(town: &Town, open: &str, account: &str, carrier: OrganisationId, total: Cents) {
    let books = town.visitor(Role::Bookkeeper);
    let path = town.hub(&format!("/payments/new?side=carrier&party={carrier}"));
    let form = books.get(&path).body;
    let id = between(&form, "name=\"id\" value=\"", "\"").to_owned();
    let amount = total.plain();
    let fields = [
        ("id", id.as_str()),
        ("amount", amount.as_str()),
        ("paid_on", "2026-11-24"),
        ("method", "transfer"),
    ];
    for _ in 0..2 {
        assert_eq!(books.post(&path, &fields).location, account);
    }
    assert_eq!(owes(town, "carrier_payable"), Cents::ZERO);
    let even = town.program(Role::Producer, &[Scope::PaymentsRead]).get(open).json();
    assert_eq!(even["claims"][0]["open"], "0.00");
    assert_eq!(even["payments"].as_array().unwrap().len(), 1, "recorded once, however often it is sent");
    sound(town);
    assert_eq!(books.post(&town.hub(&format!("/payments/{id}/reverse")), &[]).status, 303);
    assert_eq!(owes(town, "carrier_payable"), total);
    sound(town);
}

#[test]
fn a_hub_pays_no_statement_to_itself_or_to_a_stranger() {
    let town = Town::on_sqlite();
    let books = town.visitor(Role::Bookkeeper);
    let state = |carrier: OrganisationId| {
        books.post(&town.hub(&format!("/rounds/carriers/{carrier}/statement")), &[])
    };
    let own = state(town.world.organisation);
    assert!(own.status == 422 && own.body.contains("ne se paie pas"), "{}", own.body);
    let stranger = OrganisationId(uuid::Uuid::from_u128(4));
    assert_eq!(state(stranger).status, 422);
    let pay = format!("/payments/new?side=carrier&party={stranger}");
    assert_eq!(books.get(&town.hub(&pay)).status, 404);
    let path = town.hub(&format!("/rounds/carriers/{}/statement", town.world.shops[0].id));
    assert_eq!(town.visitor(Role::Shop).post(&path, &[]).status, 403);
}
