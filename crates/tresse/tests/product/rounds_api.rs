//! What a program does of rounds: the same as on the pages, with the same refusals, and once.

use frame::Role;
use frame::api::Scope;
use serde_json::{Value, json};
use tresse::check;
use units::Code as _;

use crate::convoy::Convoy;
use crate::town::{Answer, Program, RUNTIME, Town};

/// The second delivery day of what is being received when tests visit.
const DAY: &str = "2026-11-25";

fn api(town: &Town, rest: &str) -> String {
    format!("/api/v1{}", town.hub(rest))
}

fn done(answer: &Answer) -> Value {
    assert!((200..300).contains(&answer.status), "{}: {}", answer.status, answer.body);
    answer.json()
}

/// The sentence of a refusal, once it is of this status.
fn refused(answer: &Answer, status: u16) -> String {
    assert_eq!(
        (answer.status, answer.kind.as_str()),
        (status, "application/problem+json"),
        "{}",
        answer.body
    );
    answer.json()["detail"].as_str().unwrap().to_owned()
}

fn sound(town: &Town) {
    for checked in RUNTIME.block_on(check::all(&town.db)).unwrap() {
        assert!(checked.faults.is_empty(), "{}: {:?}", checked.name, checked.faults);
    }
}

fn site_of(town: &Town, id: units::OrganisationId) -> String {
    let sites = RUNTIME.block_on(town.db.read(move |tx| people::organisations::store::sites(tx, id)));
    sites.unwrap()[0].id.to_string()
}

/// Waits for a task to end well.
fn finish(program: &Program, started: &Answer) {
    assert_eq!(started.status, 202, "{}", started.body);
    let path = format!("/api/v1/tasks/{}", started.json()["task"].as_str().unwrap());
    for _ in 0..1_200 {
        let task = program.get(&path).json();
        match task["state"].as_str().unwrap() {
            // A program that asks more often is told to come again later.
            "running" => std::thread::sleep(std::time::Duration::from_millis(100)),
            "done" => return,
            other => panic!("{other}: {task}"),
        }
    }
    panic!("the task does not end");
}

#[test]
fn a_member_keeps_its_vehicles_and_drivers_by_a_program_on_both_databases() {
    for town in Town::on_both() {
        let program = town.program(Role::Producer, Scope::ALL);
        let own: units::OrganisationId =
            program.get("/api/v1/me").json()["organisation"].as_str().unwrap().parse().unwrap();
        let mut van = json!({
            "name": "Kangoo", "owner": own, "home": site_of(&town, own), "kind": "van", "fuel": "diesel",
            "dry_crates": 40, "cold_crates": 10, "kilograms": 600, "traits": ["tail_lift"],
            "shift": { "weekdays": [2, 4, 2], "from_minute": 360, "to_minute": 900 },
        });
        let vehicles = api(&town, "/vehicles");
        let first = program.send_under("kangoo", "POST", &vehicles, &van);
        let again = program.send_under("kangoo", "POST", &vehicles, &van);
        assert_eq!(
            (first.status, again.is_again, &again.body),
            (201, true, &first.body),
            "{}",
            first.body
        );
        let added = done(&first)["vehicle"].clone();
        assert_eq!(added["shift"]["weekdays"], json!([2, 4]));
        let listed = |name: &str| {
            let all = done(&program.get(&vehicles));
            all.as_array().unwrap().iter().filter(|one| one["name"] == name).count()
        };
        assert_eq!(listed("Kangoo"), 1, "sent twice, added once");

        let it = format!("{vehicles}/{}", added["id"].as_str().unwrap());
        let cost = json!({
            "use_per_100_km": "7.5", "energy_price": "1.45", "wear_per_km": "0.08", "purchase": "24000.00",
            "resale": "6000.00", "years": 8, "days_per_year": 150, "insurance": "1100.00", "tax": "180.00",
            "wage_per_hour": "26.50",
        });
        let priced = done(&program.send("PUT", &format!("{it}/cost"), &cost));
        // 7.5 litres at 1.45 and 8 cents of wear; 2,250 euros a year lost, 1,280 paid, on 150 days; 3.24 kg a litre.
        assert_eq!(priced["vehicle"]["prices"]["per_km"], "0.19");
        assert_eq!(priced["vehicle"]["prices"]["fixed"], "23.53");
        assert_eq!(priced["vehicle"]["grams_per_km"], 243);
        van["name"] = json!("Kangoo électrique");
        van["fuel"] = json!("electricity");
        let changed = done(&program.send("PUT", &it, &van));
        assert_eq!(changed["vehicle"]["prices"]["per_km"], "0.19", "its prices stay");
        assert_eq!(changed["vehicle"]["grams_per_km"], 9);
        assert_eq!(listed("Kangoo électrique"), 1);
        let page = town.visitor(Role::Producer).get(&town.hub("/fleet")).body;
        assert!(page.contains("Kangoo électrique"), "{page}");

        refusals_of_vehicles(&town, &program, &it, &van, &cost);
        let absence = json!({ "vehicle": added["id"], "first_day": DAY });
        let away = done(&program.send("POST", &api(&town, "/absences"), &absence));
        assert_eq!(away["last_day"], DAY);
        let end = api(&town, &format!("/absences/{}/end", away["id"].as_str().unwrap()));
        done(&program.send("POST", &end, &Value::Null));
        assert_eq!(program.send("POST", &end, &Value::Null).status, 404, "it was taken back");
        drivers(&town, &program, own);
        sound(&town);
    }
}

/// What is refused on the page is refused here with its sentence, and names its field.
fn refusals_of_vehicles(town: &Town, program: &Program, it: &str, van: &Value, cost: &Value) {
    let with = |name: &str, value: Value| {
        let mut other = van.clone();
        other[name] = value;
        other
    };
    let elsewhere = with("home", json!(site_of(town, town.world.shops[0].id)));
    let answer = program.send("PUT", it, &elsewhere);
    assert!(refused(&answer, 422).contains("n’est pas celui d’un membre"), "{}", answer.body);
    assert_eq!(answer.json()["errors"][0]["pointer"], "/home");
    for (name, value) in [
        ("kilograms", json!(0)),
        ("kilograms", json!(200_000)),
        ("shift", json!({ "weekdays": [8], "from_minute": 0, "to_minute": 60 })),
        ("shift", json!({ "weekdays": [1], "from_minute": 600, "to_minute": 60 })),
        ("fuel", json!("coal")),
        ("name", json!("")),
    ] {
        let answer = program.send("PUT", it, &with(name, value.clone()));
        assert_eq!(answer.status, 422, "{name} {value}: {}", answer.body);
    }
    let mut other = cost.clone();
    other["resale"] = json!("90000.00");
    assert_eq!(program.send("PUT", &format!("{it}/cost"), &other).status, 422);
    other = cost.clone();
    other["years"] = json!(99);
    assert_eq!(program.send("PUT", &format!("{it}/cost"), &other).status, 422);
    let both = json!({ "vehicle": null, "driver": null, "first_day": DAY });
    assert_eq!(program.send("POST", &api(town, "/absences"), &both).status, 422);
    // Of another member there is nothing, and a reader's token does not write.
    let shop = town.program(Role::Shop, Scope::ALL);
    assert_eq!(shop.send("PUT", it, van).status, 404);
    assert_eq!(shop.get(it).status, 404);
    let reading = town.program(Role::Producer, &[Scope::RoundsRead]);
    assert_eq!(reading.send("PUT", it, van).status, 403);
    assert_eq!(town.program(Role::Warehouse, Scope::ALL).send("PUT", it, van).status, 403);
    let unknown = it.replace(it.rsplit('/').next().unwrap(), &uuid::Uuid::from_u128(7).to_string());
    assert_eq!(
        program.send("PUT", &unknown, van).status,
        404,
        "nothing is made under a name of the caller's"
    );
}

fn drivers(town: &Town, program: &Program, own: units::OrganisationId) {
    let me = town.person_of(Role::Producer);
    let path = api(town, &format!("/drivers/{me}"));
    let asked = json!({
        "organisation": own, "shift": { "weekdays": [2], "from_minute": 300, "to_minute": 720 },
    });
    done(&program.send("PUT", &path, &asked));
    let listed = done(&program.get(&api(town, "/drivers")));
    assert!(listed.as_array().unwrap().iter().any(|one| one["person"] == json!(me)), "{listed}");
    let stranger = api(town, &format!("/drivers/{}", town.person_of(Role::Shop)));
    let answer = program.send("PUT", &stranger, &asked);
    assert!(refused(&answer, 422).contains("mandat"), "{}", answer.body);
    let mut other = asked.clone();
    other["organisation"] = json!(town.world.shops[0].id);
    assert_eq!(program.send("PUT", &path, &other).status, 404, "for nobody else");
    done(&program.send("POST", &format!("{path}/leave"), &Value::Null));
    let listed = done(&program.get(&api(town, "/drivers")));
    let gone = listed.as_array().unwrap().iter().find(|one| one["person"] == json!(me)).unwrap();
    assert!(gone["left_on"].is_string(), "{gone}");
}

fn plans(program: &Program, town: &Town) -> Vec<Value> {
    done(&program.get(&format!("{}?day={DAY}", api(town, "/plans")))).as_array().unwrap().clone()
}

#[test]
fn a_plan_is_searched_moved_tied_mended_and_published_by_a_program_on_both_databases() {
    for town in Town::on_both() {
        let program = town.program(Role::Coordinator, Scope::ALL);
        let vehicles = done(&program.get(&api(&town, "/vehicles")));
        let chosen: Vec<Value> =
            vehicles.as_array().unwrap().iter().map(|one| json!({ "vehicle": one["id"] })).collect();
        let search =
            json!({ "day": DAY, "goal": "cheapest", "iterations": 300, "seed": 3, "vehicles": chosen });
        finish(&program, &program.send("POST", &api(&town, "/plans"), &search));
        let draft = plans(&program, &town).pop().unwrap();
        let of_draft =
            |rest: &str| api(&town, &format!("/plans/{}{rest}", draft["id"].as_str().unwrap()));

        // What a move is told to change comes true.
        let waiting = done(&program.get(&format!("{}?from={DAY}", api(&town, "/shipments"))));
        let shipment = waiting.as_array().unwrap().iter().find(|one| one["standing"] != "cancelled");
        let shipment = shipment.unwrap()["id"].clone();
        let moves = done(&program.get(&of_draft(&format!("/moves/{}", shipment.as_str().unwrap()))));
        let cheapest = moves["cheapest"].as_array().unwrap();
        let other =
            cheapest.iter().find(|one| one["is_now"] == false).expect("another vehicle can take it");
        let wanted = json!({ "shipment": shipment, "vehicle": other["vehicle"], "place": null });
        let moved = program.send_under("move", "POST", &of_draft("/moves"), &wanted);
        let again = program.send_under("move", "POST", &of_draft("/moves"), &wanted);
        assert_eq!(
            (moved.status, again.is_again, &again.body),
            (201, true, &moved.body),
            "{}",
            moved.body
        );
        let moved = done(&moved);
        assert_eq!(moved["made"], "by_hand");
        let cents = |value: &Value| units::Cents::parse(value.as_str().unwrap()).unwrap();
        assert_eq!(cents(&moved["cost"]) - cents(&draft["cost"]), cents(&other["more_cost"]));
        assert_eq!(plans(&program, &town).len(), 3, "sent twice, moved once");
        let nowhere = json!({ "shipment": shipment, "vehicle": uuid::Uuid::from_u128(9) });
        assert_eq!(program.send("POST", &of_draft("/moves"), &nowhere).status, 404);

        // Tied, it stays where it is in what is searched from there.
        let of_moved =
            |rest: &str| api(&town, &format!("/plans/{}{rest}", moved["id"].as_str().unwrap()));
        let tie = json!({ "shipments": [shipment], "round": null, "tied": true });
        let tied = done(&program.send("POST", &of_moved("/lock"), &tie));
        assert_eq!(tied["locks"], json!([{ "shipment": shipment, "vehicle": other["vehicle"] }]));
        let on = json!({ "goal": "cheapest", "iterations": 200 });
        finish(&program, &program.send("POST", &of_moved("/search"), &on));
        let found = plans(&program, &town).pop().unwrap();
        let of_found =
            |rest: &str| api(&town, &format!("/plans/{}{rest}", found["id"].as_str().unwrap()));
        let there = done(&program.get(&of_found(&format!("/moves/{}", shipment.as_str().unwrap()))));
        let now = there["cheapest"].as_array().unwrap().iter().find(|one| one["is_now"] == true);
        assert_eq!(now.map(|one| &one["vehicle"]), Some(&other["vehicle"]), "{there}");
        let all = json!({ "round": 1, "tied": true });
        let locks = done(&program.send("POST", &of_found("/lock"), &all));
        assert!(locks["locks"].as_array().unwrap().len() > 1, "a whole round: {locks}");
        let none = json!({ "round": 99, "tied": true });
        assert_eq!(program.send("POST", &of_found("/lock"), &none).status, 404);

        done(&program.send("POST", &of_found("/publish"), &Value::Null));
        mend(&town, &program, &found, &of_found(""));
        sound(&town);
    }
}

/// After something was added, the smallest change is proposed and taken; who drives is said.
fn mend(town: &Town, program: &Program, found: &Value, path: &str) {
    let answer = program.send("POST", &format!("{path}/mend"), &Value::Null);
    assert!(refused(&answer, 409).contains("changé"), "{}", answer.body);
    let place = |id: units::OrganisationId| json!({ "organisation": id, "site": site_of(town, id) });
    let crates = json!({
        "from": place(town.world.organisation), "to": place(town.world.shops[0].id), "first_day": DAY,
        "load": { "dry_crates": 2, "kilograms": 20 },
    });
    done(&program.send("POST", &api(town, "/shipments"), &crates));
    let answer = program.send_under("mend", "POST", &format!("{path}/mend"), &Value::Null);
    let mended = done(&answer);
    assert_eq!((mended["made"].as_str(), answer.status), (Some("mended"), 201));
    assert!(mended["rounds"].as_i64() >= found["rounds"].as_i64());
    let next = api(town, &format!("/plans/{}", mended["id"].as_str().unwrap()));
    assert_eq!(
        town.program(Role::Warehouse, Scope::ALL)
            .send("POST", &format!("{next}/publish"), &Value::Null)
            .status,
        403
    );
    done(&program.send("POST", &format!("{next}/publish"), &Value::Null));
    // Asked again under its key, it is answered as then, though nothing is to be mended by now.
    let again = program.send_under("mend", "POST", &format!("{path}/mend"), &Value::Null);
    assert_eq!(
        (again.status, again.is_again, again.json()["id"].clone()),
        (201, true, mended["id"].clone())
    );
    let drivers = done(&program.get(&api(town, "/drivers")));
    let driver = json!({ "driver": drivers[0]["person"] });
    let sheet = done(&program.send("PUT", &format!("{next}/rounds/1/driver"), &driver));
    assert_eq!(sheet["rounds"][0]["driver"], drivers[0]["person"]);
    assert_eq!(program.send("PUT", &format!("{next}/rounds/77/driver"), &driver).status, 404);
}

fn png() -> Vec<u8> {
    include_bytes!("data/picture.png").to_vec()
}

#[test]
fn a_round_is_driven_and_booked_by_programs_on_both_databases() {
    for town in Town::on_both() {
        let convoy = Convoy::publish(&town);
        let driver = town.program(Role::Driver, Scope::ALL);
        let listed = done(&driver.get(&api(&town, "/rounds")));
        assert!(
            listed.as_array().unwrap().iter().any(|one| one["plan"] == json!(convoy.drive.plan)),
            "{listed}"
        );
        let it = api(&town, &format!("/plans/{}/rounds/{}", convoy.drive.plan, convoy.drive.round));
        let halt = |at: usize, rest: &str| format!("{it}/halts/{}{rest}", convoy.place(at));
        let at = |time: &str| json!({ "at": format!("{}T{time}:00Z", convoy.day) });

        let out = done(&driver.send("POST", &format!("{it}/departure"), &at("05:00")));
        assert_eq!(out["departed_at"], json!(format!("{}T05:00:00Z", convoy.day)));
        done(&driver.send("POST", &halt(0, "/arrival"), &at("05:30")));
        let refusal =
            json!({ "shipment": convoy.first, "crates": 1, "because": "too_warm", "note": "9 degrés" });
        done(&driver.send("POST", &halt(0, "/refusals"), &refusal));
        let mut many = refusal.clone();
        many["crates"] = json!(9_999);
        let answer = driver.send("POST", &halt(0, "/refusals"), &many);
        assert!(refused(&answer, 409).contains("moins de caisses"), "{}", answer.body);
        let photo = halt(0, &format!("/refusals/{}/picture", convoy.first));
        let shown = done(&driver.send_bytes("photo", "PUT", &photo, "image/png", &png()));
        let seen = shown["halts"]
            .as_array()
            .unwrap()
            .iter()
            .find(|one| !one["refusals"].as_array().unwrap().is_empty());
        assert_eq!(seen.unwrap()["refusals"][0]["has_picture"], true, "{shown}");
        assert_eq!(driver.send_bytes("text", "PUT", &photo, "image/png", b"<svg/>").status, 422);

        // An address is told once: what is kept is its digest, also in what is kept of requests.
        let track = driver.send_under("track", "POST", &halt(2, "/track"), &Value::Null);
        let address = done(&track)["address"].as_str().unwrap().to_owned();
        let path = address.split_once("/track/").map(|(_, secret)| format!("/track/{secret}")).unwrap();
        assert_eq!(town.stranger().get(&path).status, 200);
        let again = driver.send_under("track", "POST", &halt(2, "/track"), &Value::Null);
        assert_eq!((again.is_again, done(&again)["address"].clone()), (true, Value::Null));
        let kept = town
            .db
            .read(|tx| tx.rows("SELECT answer FROM api_request", &[], |row| row.get::<String>(0)));
        let secret = path.rsplit('/').next().unwrap().to_owned();
        assert!(RUNTIME.block_on(kept).unwrap().iter().all(|answer| !answer.contains(&secret)));

        let left = json!({ "met": "Léa", "signature": "10,20 30,40;50,60", "cold": 34, "frozen": -181, "crates": [] });
        done(&driver.send_under("left", "POST", &halt(0, "/departure"), &left));
        assert!(driver.send_under("left", "POST", &halt(0, "/departure"), &left).is_again);
        let twice = driver.send("POST", &halt(0, "/departure"), &left);
        assert!(refused(&twice, 409).contains("déjà terminé"), "{}", twice.body);
        let mut wrong = left.clone();
        wrong["cold"] = json!(-2_730);
        assert_eq!(driver.send("POST", &halt(1, "/departure"), &wrong).status, 422);
        let late = done(&driver.send("POST", &format!("{it}/delay"), &json!({ "minutes": 45 })));
        assert!(late["late_seconds"].as_i64() >= Some(45 * 60), "{late}");
        let mut back = at("09:30");
        back["metres"] = json!(92_000);
        back["extra"] = json!("4.20");
        let back = done(&driver.send("POST", &format!("{it}/return"), &back));
        assert!(back["ended_at"].is_string());
        let page = town.visitor(Role::Driver).get(&convoy.path()).body;
        assert!(page.contains("9 degrés"), "{page}");

        let shop = town.program(Role::Shop, Scope::ALL);
        assert_eq!(shop.send("POST", &format!("{it}/departure"), &json!({})).status, 404);
        book(&town, &convoy, &it);
        sound(&town);
    }
}

fn book(town: &Town, convoy: &Convoy, it: &str) {
    let books = town.program(Role::Bookkeeper, Scope::ALL);
    let cost = format!("{it}/cost");
    let answer = books.send("POST", &cost, &Value::Null);
    assert!(refused(&answer, 409).contains("L’accord ne dit pas"), "{}", answer.body);
    let form = [("pays", "real"), ("part", "80"), ("transport_starts_on", "2026-01-01")];
    assert_eq!(
        town.visitor(Role::Coordinator).post(&town.hub("/agreement/transport"), &form).status,
        303
    );
    let before = done(&books.get(&cost));
    let prices = convoy.prices;
    let real = prices.fixed.0 + 92 * prices.per_km.0 + (9 * prices.per_hour.0 + 1) / 2 + 420;
    let due = units::Cents((real * 80 + 50) / 100);
    assert_eq!(before["real"]["total"], units::Cents(real).plain());
    assert_eq!((before["due"].clone(), before["booked"].clone()), (json!(due.plain()), Value::Null));
    let booked = done(&books.send_under("book", "POST", &cost, &Value::Null));
    assert_eq!(booked["booked"], due.plain());
    assert!(books.send_under("book", "POST", &cost, &Value::Null).is_again);
    assert!(!refused(&books.send("POST", &cost, &Value::Null), 409).is_empty());
    let list = done(&books.get(&api(town, "/rounds/costs")));
    assert_eq!(list["owed"][0]["owed"], due.plain());
    assert_eq!(town.program(Role::Shop, Scope::ALL).send("POST", &cost, &Value::Null).status, 403);
}

#[test]
fn a_season_is_rehearsed_by_a_program() {
    let town = Town::on_sqlite();
    let program = town.program(Role::Coordinator, Scope::ALL);
    let path = api(&town, "/scenarios");
    let asked = json!({
        "first_day": "2026-11-20", "last_day": "2026-11-26", "rule": "no_night", "earliest_minute": 570,
        "seed": 7, "iterations": 40,
    });
    finish(&program, &program.send("POST", &path, &asked));
    let listed = done(&program.get(&path));
    let one = done(&program.get(&format!("{path}/{}", listed[0]["id"].as_str().unwrap())));
    assert_eq!(
        (one["scenario"]["rule"].as_str(), one["scenario"]["seed"].as_i64()),
        (Some("no_night"), Some(7))
    );
    let days = one["days"].as_array().unwrap();
    let cents = |value: &Value| units::Cents::parse(value.as_str().unwrap()).unwrap().0;
    for side in ["as_it_is", "changed"] {
        let of_side = days.iter().filter(|day| day["side"] == side);
        assert_eq!(
            of_side.map(|day| cents(&day["cost"])).sum::<i64>(),
            cents(&one[side]["cost"]),
            "{side}"
        );
        assert!(cents(&one[side]["cost"]) > 0);
    }
    let mut lacking = asked.clone();
    lacking["earliest_minute"] = Value::Null;
    let answer = program.send("POST", &path, &lacking);
    assert_eq!(
        (answer.status, &answer.json()["errors"][0]["pointer"]),
        (422, &json!("/earliest_minute"))
    );
}
