//! Driving a round: with and without network, once however often it is sent, and what follows from it.

use std::io::Cursor;

use frame::Role;
use image::{ImageFormat, RgbImage};
use rounds::road::store as road;
use tresse::check;

use crate::convoy::Convoy;
use crate::town::{Answer, RUNTIME, Town, Visitor, between};

/// What was done on a round, in the order that it came in: kind and halt.
pub fn done(town: &Town, convoy: &Convoy) -> Vec<(String, Option<i64>)> {
    let drive = convoy.drive;
    let acts = RUNTIME.block_on(town.db.read(move |tx| road::acts(tx, drive))).unwrap();
    acts.into_iter().map(|(_, kind, place)| (kind, place)).collect()
}

fn number(town: &Town, sql: &'static str) -> i64 {
    let count = town.db.read(move |tx| tx.row(sql, &[], |row| row.get::<i64>(0)));
    RUNTIME.block_on(count).unwrap().unwrap_or_default()
}

fn act(driver: &Visitor, convoy: &Convoy, fields: &[(&str, &str)]) -> Answer {
    driver.post(&convoy.path(), fields)
}

#[test]
fn acts_are_counted_once_in_order_on_both_databases() {
    for town in Town::on_both() {
        let convoy = Convoy::publish(&town);
        let driver = town.visitor(Role::Driver);
        let page = driver.get(&convoy.path());
        assert_eq!(page.status, 200, "{}", page.body);
        let container = between(&page.body, "name=\"given.", "\"").to_owned();
        let (given, taken) = (format!("given.{container}"), format!("taken.{container}"));
        let (shipment, place) = (convoy.first.to_string(), convoy.place(0));
        let acts: Vec<Vec<(&str, &str)>> = vec![
            vec![("key", "a"), ("kind", "depart"), ("at", "1795516200000")],
            vec![("key", "b"), ("kind", "arrive"), ("place", &place)],
            vec![
                ("key", "c"),
                ("kind", "leave"),
                ("place", &place),
                ("met", "Léa"),
                ("signature", "10,20 30,40;50,60"),
                (given.as_str(), "2"),
                (taken.as_str(), "7"),
            ],
            vec![("key", "d"), ("kind", "delay"), ("minutes", "25")],
            vec![("key", "e"), ("kind", "end"), ("km", "84,2"), ("extra", "3,50")],
        ];
        for fields in &acts {
            // Sent three times, as a telephone does that never hears the answer.
            for _ in 0..3 {
                let answer = act(&driver, &convoy, fields);
                assert_eq!(answer.status, 303, "{fields:?}: {}", answer.body);
            }
        }
        let expected = ["depart", "arrive", "leave", "delay", "end"].map(str::to_owned);
        let kinds: Vec<String> = done(&town, &convoy).into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(kinds, expected);

        // Another content under the same key is a mistake, and a halt is left once.
        let other = act(&driver, &convoy, &[("key", "d"), ("kind", "delay"), ("minutes", "40")]);
        assert_eq!(other.status, 422, "{}", other.body);
        let again = act(&driver, &convoy, &[("key", "f"), ("kind", "leave"), ("place", &place)]);
        assert!(again.status == 422 && again.body.contains("déjà terminé"), "{}", again.body);
        let refusal = [
            ("key", "g"),
            ("kind", "refuse"),
            ("place", &place),
            ("shipment", &shipment),
            ("crates", "1"),
            ("because", "damaged"),
        ];
        assert_eq!(act(&driver, &convoy, &refusal).status, 422);

        // Seven crates came back and two went: once.
        let sql = "SELECT CAST(SUM(t.amount) AS BIGINT) FROM transfer t JOIN cause c
             ON c.book = t.book AND c.id = t.cause_id WHERE c.kind = 'delivery' AND t.amount = 5";
        let before = number(&town, "SELECT COUNT(*) FROM halt_crate");
        assert_eq!((before, number(&town, sql)), (1, 5));
        let departed = number(&town, "SELECT departed_at FROM round_run");
        assert_eq!(departed, 1_795_516_200_000_000);
        for checked in RUNTIME.block_on(check::all(&town.db)).unwrap() {
            assert!(checked.faults.is_empty(), "{}: {:?}", checked.name, checked.faults);
        }
    }
}

#[test]
fn a_driver_opens_their_own_rounds_and_no_others() {
    let town = Town::on_sqlite();
    let convoy = Convoy::publish(&town);
    let driver = town.visitor(Role::Driver);
    assert!(driver.get("/drive").body.contains(&convoy.path()));
    assert_eq!(driver.get("/").location, "/drive");
    for shut in [town.hub(""), town.hub("/members"), town.hub("/cycles"), convoy.costs()] {
        assert_eq!(driver.get(&shut).status, 403, "{shut}");
    }
    // A shop does not drive this round, and so does not find it; the coordination sees them all.
    let shop = town.visitor(Role::Shop);
    assert_eq!(shop.get(&convoy.path()).status, 404);
    assert_eq!(act(&shop, &convoy, &[("key", "x"), ("kind", "depart")]).status, 404);
    assert!(!shop.get("/drive").body.contains(&convoy.path()));
    assert_eq!(town.visitor(Role::Coordinator).get(&convoy.path()).status, 200);
    // Given to somebody else, it is gone.
    let drive = convoy.drive;
    let given = town
        .db
        .write(move |tx| rounds::plans::store::set_driver(tx, drive.hub, drive.plan, drive.round, None));
    RUNTIME.block_on(given).unwrap();
    assert_eq!(driver.get(&convoy.path()).status, 404);
}

#[test]
fn who_waits_follows_the_vehicle_without_a_name_until_the_address_expires() {
    let town = Town::on_sqlite();
    let convoy = Convoy::publish(&town);
    let driver = town.visitor(Role::Driver);
    let place = convoy.place(2);
    let made = driver.post(&format!("{}/{place}/track", convoy.path()), &[]);
    let address = between(&made.body, "/track/", "\"").to_owned();
    let path = format!("/track/{address}");
    let stranger = town.stranger();
    let page = stranger.get(&path);
    assert_eq!(page.status, 200);
    assert!(page.body.contains("pas encore parti"), "{}", page.body);
    let code = between(&page.body, "<strong class=\"code\">", "<").to_owned();

    act(&driver, &convoy, &[("key", "a"), ("kind", "depart")]);
    act(&driver, &convoy, &[("key", "b"), ("kind", "delay"), ("minutes", "45")]);
    let page = stranger.get(&path).body;
    assert!(page.contains("45 minutes de retard") || page.contains("minutes de retard"), "{page}");
    // Nobody is named: neither who drives nor who else waits.
    let names: Vec<String> = town.world.shops.iter().map(|one| one.name.clone()).collect();
    for name in names.iter().map(String::as_str).chain(["Camion", "Boxer", "Master"]) {
        assert!(!page.contains(name), "{name} in {page}");
    }
    // The database has only a digest of the address.
    let secret = address.clone();
    let kept =
        RUNTIME
            .block_on(town.db.read(move |tx| {
                tx.rows("SELECT digest FROM tracking", &[], |row| row.get::<String>(0))
            }));
    assert!(kept.unwrap().iter().all(|digest| *digest != secret && digest.len() == 64));

    let right = [("key", "c"), ("kind", "leave"), ("place", place.as_str()), ("code", code.as_str())];
    assert_eq!(act(&driver, &convoy, &right).status, 303);
    assert!(stranger.get(&path).body.contains("C’est fait"));
    assert!(driver.get(&convoy.path()).body.contains("code exact"));
    // Those who wait and have an e-mail address were written to, each with an address of their own.
    let letters = number(&town, "SELECT COUNT(*) FROM letter WHERE body LIKE '%/track/%'");
    assert!(letters >= 2, "{letters}");

    town.wait(3 * 24 * 3_600);
    assert_eq!(stranger.get(&path).status, 404);
    assert_eq!(stranger.get("/track/guess").status, 404);
}

fn picture() -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    RgbImage::from_pixel(1_600, 900, image::Rgb([120, 90, 60]))
        .write_to(&mut out, ImageFormat::Png)
        .unwrap();
    out.into_inner()
}

#[test]
fn a_refusal_has_a_reason_and_a_photo_that_only_those_of_the_round_see() {
    let town = Town::on_sqlite();
    let convoy = Convoy::publish(&town);
    let driver = town.visitor(Role::Driver);
    let page = driver.get(&convoy.path()).body;
    let place = convoy.place(0);
    let stop = page.split(&format!("id=\"stop-{place}\"")).nth(1).unwrap().to_owned();
    let shipment = between(&stop, "name=\"shipment\"><option value=\"", "\"").to_owned();
    let fields = [
        ("key", "k"),
        ("kind", "refuse"),
        ("place", place.as_str()),
        ("shipment", shipment.as_str()),
        ("crates", "1"),
        ("because", "too_warm"),
        ("note", "9 degrés"),
    ];
    for _ in 0..2 {
        let answer = driver.upload_with(&convoy.path(), &fields, "picture", "photo.png", &picture());
        assert_eq!(answer.status, 303, "{}", answer.body);
    }
    let page = driver.get(&convoy.path()).body;
    assert!(page.contains("1 caisse refusée") && page.contains("trop chaud – 9 degrés"), "{page}");
    let photo = format!("{}/{place}/{shipment}", convoy.path());
    let found = driver.get(&photo);
    assert_eq!((found.status, found.kind.as_str()), (200, "image/jpeg"));
    assert_eq!(town.visitor(Role::Shop).get(&photo).status, 404);
    assert_eq!(town.stranger().get(&photo).status, 303);

    let too_many = [("crates", "999"), ("key", "l")];
    let mut wrong = fields.to_vec();
    wrong.retain(|(name, _)| !["crates", "key"].contains(name));
    wrong.extend(too_many);
    let answer = driver.upload_with(&convoy.path(), &wrong, "picture", "photo.png", &picture());
    assert!(answer.status == 422 && answer.body.contains("moins de caisses"), "{}", answer.body);
    let answer = driver.upload_with(&convoy.path(), &fields, "picture", "photo.png", b"<svg/>");
    assert!(answer.status == 422 && answer.body.contains("pas une photo"), "{}", answer.body);
}

#[test]
fn a_run_sheet_is_a_paper() {
    let town = Town::on_sqlite();
    let convoy = Convoy::publish(&town);
    let paper = town.visitor(Role::Driver).get(&format!("{}/sheet", convoy.path()));
    assert_eq!((paper.status, paper.kind.as_str()), (200, "application/pdf"));
    assert!(paper.bytes.starts_with(b"%PDF") && paper.bytes.len() > 10_000);
}

#[test]
fn real_times_become_the_times_that_the_next_plan_counts_with() {
    for town in Town::on_both() {
        let convoy = Convoy::publish(&town);
        let (hub, drive, own) = (town.world.hub, convoy.drive, town.world.organisation);
        // Three visits at the same site: of 5, 9 and 12 minutes.
        let visits = town.db.write(move |tx| {
            let halts = rounds::plans::store::rounds(tx, drive.hub, drive.plan)?.remove(0).halts;
            let place = halts.iter().map(|halt| halt.at).find(|at| at.organisation != own).unwrap();
            for (number, minutes) in [(11_i64, 5_i64), (12, 12), (13, 9)] {
                let base = jiff::Timestamp::from_second(1_795_500_000 + number * 1_000).unwrap();
                let plan = rounds::plans::store::rounds(tx, drive.hub, drive.plan)?;
                let mut round = plan[0].clone();
                round.number = number;
                round.halts.truncate(1);
                round.halts[0].at = place;
                round.halts[0].items.clear();
                rounds::plans::store::insert_rounds(tx, drive.hub, drive.plan, &[round])?;
                let one = road::Drive { round: number, ..drive };
                road::arrive(tx, one, 1, base)?;
                let left = base + jiff::SignedDuration::from_mins(minutes);
                let leaving = rounds::road::Leaving { place: 1, ..rounds::road::Leaving::default() };
                assert!(road::leave(tx, one, left, &leaving, None)?);
            }
            Ok::<_, store::Error>(place)
        });
        let place = RUNTIME.block_on(visits).unwrap();
        let learnt =
            RUNTIME.block_on(town.db.read(move |tx| rounds::road::acts::learnt(tx, hub))).unwrap();
        assert_eq!(learnt.get(&place.site), Some(&rounds::road::Learnt { seconds: 540, halts: 3 }));
        let page = town.visitor(Role::Coordinator).get(&town.hub("/rounds/sites"));
        assert!(page.status == 200 && page.body.contains("<td class=\"num\">9</td>"), "{}", page.body);
        the_next_plan_says_so(&town, &convoy, place);
    }
}

/// A plan that is made from now on says which of its minutes were learnt and which were given.
fn the_next_plan_says_so(town: &Town, convoy: &Convoy, learnt: economy::shipments::Place) {
    use rounds::plans::acts as plans;
    let (hub, who) = (town.world.hub, town.world.staff(&town.app, Role::Coordinator));
    let (drive, id) = (convoy.drive, town.app.ids.next());
    let whole = |id: units::PlanId| {
        RUNTIME.block_on(town.app.look(&who, move |tx, _| plans::whole(tx, hub, id))).unwrap()
    };
    let before = whole(drive.plan);
    assert_eq!(before.learnt_at(learnt), None, "it was made before");
    let wish = plans::Wish { iterations: 20, base: None, ..plans::wish_of(&before) };
    let language = units::Language::Fr;
    let search = rounds::plans::search::search(&town.app, &who, hub, id, &wish, None, language);
    RUNTIME.block_on(search).unwrap();
    let after = whole(id);
    assert_eq!(after.learnt_at(learnt), Some(rounds::road::Learnt { seconds: 540, halts: 3 }));
    let page = town.visitor(Role::Coordinator).get(&town.hub(&format!("/plans/{id}"))).body;
    assert!(page.contains("min sur place, selon la règle"), "{page}");
    assert!(page.contains("9 min sur place, apprises de 3 arrêts"), "{page}");
    let sheet = town.visitor(Role::Driver).get(&convoy.path()).body;
    assert!(sheet.contains("min sur place, selon la règle") && !sheet.contains("apprises"), "{sheet}");
}
