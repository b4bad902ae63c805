//! Other programs: what they may, what they are told, and that nothing is done twice.

use std::collections::BTreeSet;

use frame::api::Scope;
use frame::{Role, Settings};
use serde_json::{Value, json};
use units::Code as _;

use crate::town::{Program, RUNTIME, Town, between};

/// A hub with its open cycle and a shop that orders in it.
struct Open {
    town: Town,
    order: String,
    offers: Vec<Value>,
}

fn open() -> (Open, Program) {
    let town = Town::on_sqlite();
    let shop = town.program(Role::Shop, Scope::ALL);
    let cycles = shop.get(&format!("/api/v1{}", town.hub("/cycles"))).json();
    let cycle = cycles["cycles"].as_array().unwrap().iter().find(|cycle| cycle["stage"] == "open");
    let cycle = cycle.unwrap()["id"].as_str().unwrap();
    let own = shop.get("/api/v1/me").json()["organisation"].as_str().unwrap().to_owned();
    let order = format!("/api/v1{}", town.hub(&format!("/cycles/{cycle}/orders/{own}")));
    let offers = shop.get(&format!("{order}/offers")).json();
    let offers = offers["offers"].as_array().unwrap().clone();
    (Open { town, order, offers }, shop)
}

/// The quantity of one reference in an order as the API shows it.
fn ordered(order: &Value, reference: &Value) -> Option<String> {
    let lines = order["lines"].as_array().unwrap();
    let line = lines.iter().find(|line| line["reference"] == *reference)?;
    Some(line["quantity"].as_str().unwrap().to_owned())
}

/// A quantity that goes by whole steps: this many of them.
fn steps(offer: &Value, count: i64) -> String {
    let step = units::Quantity::parse(offer["step"].as_str().unwrap()).unwrap();
    units::Quantity(step.0 * count).plain()
}

#[test]
fn a_shop_orders_by_a_program_as_on_its_page() {
    let (open, shop) = open();
    let offer = open.offers.iter().find(|offer| offer["left"].is_null()).unwrap();
    let quantity = steps(offer, 3);
    let asked = json!({ "lines": [{ "reference": offer["reference"], "quantity": quantity }] });
    let answer = shop.send("PATCH", &open.order, &asked);
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert_eq!(ordered(&answer.json(), &offer["reference"]), Some(quantity.clone()));
    let order = shop.get(&open.order).json();
    assert_eq!(ordered(&order, &offer["reference"]), Some(quantity));
    assert_eq!(order["may_order"], true);
    let summary = format!("{}/summary", open.order.strip_prefix("/api/v1").unwrap());
    let page = open.town.visitor(Role::Shop).get(&summary);
    assert!(page.body.contains(offer["name"].as_str().unwrap()), "{}", offer["name"]);
}

#[test]
fn an_order_is_taken_whole_or_not_at_all() {
    let (open, shop) = open();
    let guarded = open.offers.iter().find(|offer| !offer["left"].is_null()).unwrap();
    let free = open.offers.iter().find(|offer| offer["left"].is_null()).unwrap();
    let before = shop.get(&open.order).json();
    let asked = json!({ "lines": [
        { "reference": free["reference"], "quantity": steps(free, 7) },
        { "reference": guarded["reference"], "quantity": steps(guarded, 4000) },
    ] });
    let answer = shop.send("PATCH", &open.order, &asked);
    assert_eq!((answer.status, answer.kind.as_str()), (409, "application/problem+json"));
    assert!(answer.json()["detail"].as_str().unwrap().contains("reste"), "{}", answer.body);
    assert_eq!(shop.get(&open.order).json()["lines"], before["lines"]);
}

#[test]
fn an_order_answers_with_all_lines_that_were_asked_for() {
    let (open, shop) = open();
    let [first, second] = [&open.offers[0], &open.offers[1]];
    let ask = |counts: [i64; 2]| {
        let lines = [first, second].into_iter().zip(counts);
        let lines = lines.map(
            |(offer, count)| json!({ "reference": offer["reference"], "quantity": steps(offer, count) }),
        );
        shop.send("PATCH", &open.order, &json!({ "lines": lines.collect::<Vec<_>>() }))
    };
    for (counts, why) in [
        ([3, 2], "both are new"),
        ([3, 4], "one grows, the other stays"),
        ([0, 4], "one is taken back"),
        ([0, 4], "nothing changes"),
        ([5, 0], "one comes back"),
    ] {
        let answer = ask(counts);
        assert_eq!(answer.status, 200, "{why}: {}", answer.body);
        let (said, order) = (answer.json(), shop.get(&open.order).json());
        for (offer, count) in [first, second].into_iter().zip(counts) {
            let expected = Some(steps(offer, count));
            assert_eq!(ordered(&said, &offer["reference"]), expected, "{why}: {}", answer.body);
            assert_eq!(ordered(&order, &offer["reference"]), expected, "{why}");
        }
    }
}

#[test]
fn a_reference_that_is_asked_for_twice_is_refused() {
    let (open, shop) = open();
    let line =
        json!({ "reference": open.offers[0]["reference"], "quantity": steps(&open.offers[0], 2) });
    let before = shop.get(&open.order).body;
    let refused = shop.send("PATCH", &open.order, &json!({ "lines": [line, line] }));
    assert_eq!(refused.status, 409, "{}", refused.body);
    assert!(refused.json()["detail"].as_str().unwrap().contains("deux fois"), "{}", refused.body);
    assert_eq!(shop.get(&open.order).body, before, "nothing was written");
}

#[test]
fn a_payment_that_is_sent_again_is_recorded_once() {
    let town = Town::on_sqlite();
    let books = town.program(Role::Bookkeeper, Scope::ALL);
    let shop = town.world.shops[0].id;
    let path = format!("/api/v1{}", town.hub("/payments"));
    let payment = json!({
        "side": "shop", "party": shop, "amount": "123.45", "paid_on": "2026-11-24", "method": "transfer",
        "note": "Versement du marché",
    });
    let first = books.send_under("virement-17", "POST", &path, &payment);
    let again = books.send_under("virement-17", "POST", &path, &payment);
    assert_eq!((first.status, again.status), (201, 201), "{}", first.body);
    assert_eq!((first.is_again, again.is_again), (false, true));
    assert_eq!(first.body, again.body);
    let account = books.get(&format!("/api/v1{}", town.hub(&format!("/accounts/shops/{shop}")))).json();
    let noted = |note: &str| {
        let payments = account["payments"].as_array().unwrap().iter();
        payments.filter(|payment| payment["note"] == note).count()
    };
    assert_eq!(noted("Versement du marché"), 1);

    let mut other = payment.clone();
    other["amount"] = json!("123.46");
    let refused = books.send_under("virement-17", "POST", &path, &other);
    assert_eq!(refused.status, 422);
    assert!(refused.json()["detail"].as_str().unwrap().contains("clé"), "{}", refused.body);
    // A key is its token's own.
    let coordinator = town.program(Role::Coordinator, Scope::ALL);
    assert_eq!(coordinator.send_under("virement-17", "POST", &path, &other).status, 201);
}

#[test]
fn what_was_refused_may_be_sent_again_under_its_key() {
    let town = Town::on_sqlite();
    let books = town.program(Role::Bookkeeper, Scope::ALL);
    let path = format!("/api/v1{}", town.hub("/payments"));
    let mut payment = json!({
        "side": "shop", "party": town.world.shops[0].id, "amount": "10.00", "paid_on": "2026-11-25",
        "method": "transfer",
    });
    let refused = books.send_under("key", "POST", &path, &payment);
    assert_eq!(refused.status, 422, "{}", refused.body);
    assert_eq!(refused.json()["errors"][0]["pointer"], "/paid_on");
    payment["paid_on"] = json!("2026-11-24");
    assert_eq!(books.send_under("key", "POST", &path, &payment).status, 201);
}

#[test]
fn what_was_refused_for_how_things_stand_stays_refused_under_its_key() {
    let (open, shop) = open();
    let parsed = |value: &Value| units::Quantity::parse(value.as_str().unwrap()).unwrap().0;
    let guarded = open
        .offers
        .iter()
        .find(|offer| !offer["left"].is_null() && parsed(&offer["left"]) >= parsed(&offer["step"]));
    let guarded = guarded.unwrap();
    let step = parsed(&guarded["step"]);
    let asks = |units: i64| {
        let quantity = units::Quantity(units).plain();
        json!({ "lines": [{ "reference": guarded["reference"], "quantity": quantity }] })
    };
    let held = |program: &Program, order: &str| {
        let order = program.get(order).json();
        let units = ordered(&order, &guarded["reference"]);
        units.map_or(0, |units| units::Quantity::parse(&units).unwrap().0)
    };
    // Another shop takes one, so that there are not all.
    let coordinator = open.town.program(Role::Coordinator, Scope::ALL);
    let (orders, own) = open.order.rsplit_once('/').unwrap();
    let others = open.town.world.shops.iter().filter(|other| other.id.to_string() != own);
    let taken = others.map(|other| format!("{orders}/{}", other.id)).find_map(|other| {
        let before = held(&coordinator, &other);
        let taken = coordinator.send("PATCH", &other, &asks(before + step));
        (taken.status == 200).then_some((other, before))
    });
    let (other, before) = taken.unwrap();
    let all = asks(held(&shop, &open.order) + parsed(&guarded["left"]) / step * step);
    let first = shop.send_under("tout", "PATCH", &open.order, &all);
    assert_eq!(first.status, 409, "{}", first.body);
    // It is given back: a copy of the request that was held up on its way finds enough.
    assert_eq!(coordinator.send("PATCH", &other, &asks(before)).status, 200);
    let again = shop.send_under("tout", "PATCH", &open.order, &all);
    assert_eq!((again.status, &again.json()["detail"]), (409, &first.json()["detail"]));
    assert_eq!(shop.send_under("encore", "PATCH", &open.order, &all).status, 200);
}

#[test]
fn a_token_is_good_for_its_scopes_and_no_more() {
    let town = Town::on_sqlite();
    let reads = town.program(Role::Bookkeeper, &[Scope::PaymentsRead]);
    let balances = format!("/api/v1{}", town.hub("/balances"));
    assert_eq!(reads.get(&balances).status, 200);
    let cycles = reads.get(&format!("/api/v1{}", town.hub("/cycles")));
    assert_eq!(cycles.status, 403);
    assert!(cycles.json()["detail"].as_str().unwrap().contains("cycles:read"), "{}", cycles.body);
    let payment = json!({ "side": "shop", "party": town.world.shops[0].id, "amount": "1.00",
        "paid_on": "2026-11-24", "method": "cash" });
    let path = format!("/api/v1{}", town.hub("/payments"));
    assert_eq!(reads.send("POST", &path, &payment).status, 403);
}

#[test]
fn without_a_good_token_nobody_comes_in() {
    let town = Town::on_sqlite();
    let path = format!("/api/v1{}", town.hub("/cycles"));
    for token in ["tresse_0123456789abcdef", "Bearer", "tresse_", "x y"] {
        let answer = town.program_with(token).get(&path);
        assert_eq!(
            (answer.status, answer.kind.as_str()),
            (401, "application/problem+json"),
            "{token:?}"
        );
    }
    // A browser's session is none: what a page can do without a token, another site's page could.
    let answer = town.visitor(Role::Coordinator).get(&path);
    assert_eq!(answer.status, 401);
    // And a token opens no page.
    let program = town.program(Role::Coordinator, Scope::ALL);
    assert_eq!(program.get("/me").location, "/sign-in?next=/me");
}

#[test]
fn a_token_ends_with_its_day_its_revocation_its_mandate_and_its_person() {
    let town = Town::on_sqlite();
    let path = format!("/api/v1{}", town.hub("/cycles"));
    let visitor = town.visitor(Role::Shop);

    let revoked = town.program(Role::Shop, &[Scope::CyclesRead]);
    assert_eq!(revoked.get(&path).status, 200);
    let page = visitor.get("/me/tokens").body;
    let revoke = crate::town::between(&page, "action=\"/me/tokens/", "\"");
    assert_eq!(visitor.post(&format!("/me/tokens/{revoke}"), &[]).status, 303);
    assert_eq!(revoked.get(&path).status, 401);

    let suspended = town.program(Role::Shop, &[Scope::CyclesRead]);
    let administrator = town.visitor(Role::Administrator);
    let person = format!("/persons/{}/suspend", town.person_of(Role::Shop));
    assert_eq!(administrator.post(&person, &[("suspended", "yes")]).status, 303);
    assert_eq!(suspended.get(&path).status, 401);
    assert_eq!(administrator.post(&person, &[("suspended", "no")]).status, 303);
    assert_eq!(suspended.get(&path).status, 200);

    let of_warehouse = town.program(Role::Warehouse, &[Scope::CyclesRead]);
    let person = town.person_of(Role::Warehouse);
    let page = administrator.get(&format!("/persons/{person}")).body;
    let end = crate::town::between(&page, &format!("action=\"/persons/{person}/mandates/"), "\"");
    assert_eq!(administrator.post(&format!("/persons/{person}/mandates/{end}"), &[]).status, 303);
    assert_eq!(of_warehouse.get(&path).status, 401);
}

#[test]
fn a_service_acts_for_the_hub_and_is_named_in_its_journal() {
    let town = Town::on_sqlite();
    let coordinator = town.visitor(Role::Coordinator);
    let form = [
        ("name", "Boutique en ligne"),
        ("role", "bookkeeper"),
        ("days", "365"),
        ("scopes", "payments:write"),
    ];
    let answer = coordinator.post(&town.hub("/tokens"), &form);
    let token = crate::town::between(&answer.body, "readonly value=\"", "\"");
    let service = town.program_with(token);
    let payment = json!({ "side": "shop", "party": town.world.shops[1].id, "amount": "7.00",
        "paid_on": "2026-11-24", "method": "card" });
    let path = format!("/api/v1{}", town.hub("/payments"));
    assert_eq!(service.send("POST", &path, &payment).status, 201);
    assert!(coordinator.get(&town.hub("/journal")).body.contains("Boutique en ligne"));
    for role in [Role::Shop, Role::Bookkeeper, Role::Administrator] {
        assert_eq!(town.visitor(role).get(&town.hub("/tokens")).status, 403, "{}", role.code());
    }
}

#[test]
fn a_problem_says_where_it_is_in_the_callers_language() {
    let (open, shop) = open();
    let check = |body: &str, status: u16, pointer: &str| {
        let answer = shop.send_bytes("k", "PATCH", &open.order, "application/json", body.as_bytes());
        assert_eq!(
            (answer.status, answer.kind.as_str()),
            (status, "application/problem+json"),
            "{body}"
        );
        let problem = answer.json();
        assert_eq!(problem["errors"][0]["pointer"], pointer, "{body}: {problem}");
        assert_eq!(problem["status"], status);
    };
    let id = "01935f6e-0000-7000-8000-000000000001";
    check("{", 400, "");
    check("{}", 422, "");
    check(r#"{"lines":[{"reference":"x","quantity":"1"}]}"#, 422, "/lines/0/reference");
    check(
        &format!(r#"{{"lines":[{{"reference":"{id}","quantity":"deux"}}]}}"#),
        422,
        "/lines/0/quantity",
    );
    check(&format!(r#"{{"lines":[{{"reference":"{id}","quantity":3}}]}}"#), 422, "/lines/0/quantity");
    check(
        &format!(r#"{{"lines":[{{"reference":"{id}","quantity":"0.0001"}}]}}"#),
        422,
        "/lines/0/quantity",
    );
    check(r#"{"lines":[],"reasons":"x"}"#, 422, "/reasons");
    check(r#"{"lines":[]} {}"#, 400, "");
    let deep = format!("{}{}", r#"{"lines":"#, "[".repeat(100_000));
    let answer = shop.send_bytes("k", "PATCH", &open.order, "application/json", deep.as_bytes());
    assert_eq!(answer.status, 422);

    let said: BTreeSet<String> = ["fr", "nl", "en", "de"]
        .iter()
        .map(|language| {
            let missing = shop.get_in(language, "/api/v1/nothing").json();
            missing["detail"].as_str().unwrap().to_owned()
        })
        .collect();
    assert_eq!(said.len(), 4, "{said:?}");
    let none = shop.send_bytes("", "PATCH", &open.order, "application/json", b"{\"lines\":[]}");
    assert_eq!(none.status, 400);
    assert_eq!(shop.send_bytes("k", "PATCH", &open.order, "text/plain", b"{}").status, 415);
    assert_eq!(shop.send("DELETE", &open.order, &json!({})).status, 405);
    let long = vec![b' '; (4 << 20) + 1];
    assert_eq!(shop.send_bytes("k", "PATCH", &open.order, "application/json", &long).status, 413);
}

fn document() -> Value {
    Town::on_sqlite().stranger().get("/api/openapi.json").json()
}

#[test]
fn the_document_says_all_that_programs_can_do() {
    let document = document();
    let mut operations: Vec<(String, String)> = Vec::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let id = operation["operationId"].as_str().unwrap();
            assert!(operations.iter().all(|(_, other)| other != id), "{id} twice");
            operations.push((format!("{} {path}", method.to_uppercase()), id.to_owned()));
            let parameters = operation["parameters"].as_array().unwrap();
            let takes_key = parameters.iter().any(|one| one["name"] == "Idempotency-Key");
            assert_eq!(takes_key, method != "get", "{id}");
        }
    }
    let roads: BTreeSet<String> = tresse::routes()
        .list
        .iter()
        .filter(|route| route.path.starts_with("/api/v1/"))
        .map(|route| format!("{} {}", route.method, route.path))
        .collect();
    assert_eq!(operations.into_iter().map(|(road, _)| road).collect::<BTreeSet<_>>(), roads);
    let mut missing = Vec::new();
    walk(&document, &mut |reference| {
        let pointer = reference.strip_prefix('#').unwrap();
        if document.pointer(pointer).is_none() {
            missing.push(reference.to_owned());
        }
    });
    assert_eq!(missing, Vec::<String>::new());
}

/// Every reference in the document.
fn walk(value: &Value, visit: &mut impl FnMut(&str)) {
    match value {
        Value::Object(fields) => {
            if let Some(Value::String(reference)) = fields.get("$ref") {
                visit(reference);
            }
            fields.values().for_each(|value| walk(value, visit));
        }
        Value::Array(values) => values.iter().for_each(|value| walk(value, visit)),
        _ => {}
    }
}

#[test]
fn the_document_changes_only_when_somebody_means_it() {
    insta::assert_snapshot!(serde_json::to_string_pretty(&document()).unwrap());
}

#[test]
fn old_requests_are_forgotten_after_a_week() {
    let town = Town::on_sqlite();
    let books = town.program(Role::Bookkeeper, Scope::ALL);
    let path = format!("/api/v1{}", town.hub("/payments"));
    let payment = json!({ "side": "shop", "party": town.world.shops[0].id, "amount": "9.00",
        "paid_on": "2026-11-24", "method": "cash" });
    assert_eq!(books.send("POST", &path, &payment).status, 201);
    let kept = |days: i64| {
        let clock =
            frame::Clock::set_by_hand(crate::town::noon() + jiff::SignedDuration::from_hours(24 * days));
        let app = tresse::server::application_at(town.db.clone(), frame::Settings::default(), clock);
        RUNTIME.block_on(frame::api::forget_old(app)).unwrap();
        RUNTIME.block_on(town.db.read(|tx| tx.number("SELECT COUNT(*) FROM api_request", &[]))).unwrap()
    };
    assert_eq!((kept(6), kept(8)), (1, 0));
}

/// Asks until the work of a task is done.
fn finish(program: &Program, started: &Value) {
    let path = format!("/api/v1/tasks/{}", started["task"].as_str().unwrap());
    for _ in 0..1000 {
        let task = program.get(&path).json();
        match task["state"].as_str().unwrap() {
            "running" => std::thread::yield_now(),
            "done" => return,
            state => panic!("{state}: {task}"),
        }
    }
    panic!("the task does not end");
}

#[test]
fn programs_alone_bring_a_cycle_from_its_plan_to_its_payments() {
    let town = Town::on_sqlite();
    let hub = |rest: &str| format!("/api/v1{}", town.hub(rest));
    let coordinator = town.program(Role::Coordinator, Scope::ALL);
    let books = town.program(Role::Bookkeeper, Scope::ALL);
    let done = |answer: crate::town::Answer| {
        assert!((200..300).contains(&answer.status), "{}", answer.body);
        answer.json()
    };
    let plan = json!({
        "name": "Vente des programmes",
        "opens_at": "2026-11-24T10:40:00Z",
        "closes_at": "2026-11-26T16:00:00Z",
        "delivery_days": ["2026-11-27"],
    });
    let cycle = done(coordinator.send("POST", &hub("/cycles"), &plan));
    let cycle = cycle["id"].as_str().unwrap();
    let of_cycle = |rest: &str| hub(&format!("/cycles/{cycle}{rest}"));
    done(coordinator.send("POST", &of_cycle("/open"), &Value::Null));
    let shop = town.world.shops[2].id;
    let order = of_cycle(&format!("/orders/{shop}"));
    let offers = done(coordinator.get(&format!("{order}/offers?page=1")));
    let offers = offers["offers"].as_array().unwrap();
    let ordered: Vec<&Value> = offers.iter().filter(|offer| offer["left"].is_null()).take(4).collect();
    let lines: Vec<Value> = ordered
        .iter()
        .map(|offer| json!({ "reference": offer["reference"], "quantity": steps(offer, 10) }))
        .collect();
    done(coordinator.send("PATCH", &order, &json!({ "lines": lines })));
    let wishes = json!({ "delivers_on": "2026-11-27", "note": "Avant midi" });
    done(coordinator.send("PUT", &format!("{order}/wishes"), &wishes));
    assert_eq!(coordinator.get(&order).json()["note"], "Avant midi");
    done(coordinator.send("POST", &of_cycle("/close"), &Value::Null));

    let supply = done(coordinator.get(&of_cycle("/supply")));
    let supply = supply.as_array().unwrap();
    assert!(!supply.is_empty());
    for order in supply {
        let producer = order["producer"].as_str().unwrap();
        let lots: Vec<Value> = order["lines"]
            .as_array()
            .unwrap()
            .iter()
            .map(|line| {
                let offer = offers.iter().find(|offer| offer["reference"] == line["reference"]).unwrap();
                // Half of it comes.
                let quantity = steps(offer, 5);
                let is_weighed = offer["order_unit"] != offer["pay_unit"];
                let mut lot =
                    json!({ "reference": line["reference"], "lot": "L-17", "quantity": quantity });
                if is_weighed {
                    lot["measure"] = json!("9.75");
                }
                lot
            })
            .collect();
        let path = of_cycle(&format!("/receptions/{producer}"));
        let stranger = json!({ "lots": [{ "reference": order["producer"], "quantity": "1" }] });
        assert_eq!(coordinator.send("PUT", &path, &stranger).status, 422);
        let received =
            done(coordinator.send("PUT", &path, &json!({ "lots": lots, "note": "À l’aube" })));
        assert_eq!(received["lots"][0]["lot"], "L-17");
    }
    let proposal = done(coordinator.get(&of_cycle("/shortages")));
    assert_eq!(proposal["shortages"].as_array().unwrap().len(), 4);
    let other = json!({ "digest": "0123456789abcdef" });
    assert_eq!(coordinator.send("POST", &of_cycle("/shortages"), &other).status, 409);
    let shared = json!({ "digest": proposal["digest"] });
    assert_eq!(done(coordinator.send("POST", &of_cycle("/shortages"), &shared))["references"], 4);

    let standing = done(books.get(&of_cycle("/settlement")));
    assert_eq!(standing["to_invoice"], json!([shop]));
    let begun = books.send_under("invoices", "POST", &of_cycle("/settlement/invoices"), &Value::Null);
    let again = books.send_under("invoices", "POST", &of_cycle("/settlement/invoices"), &Value::Null);
    assert_eq!((begun.status, begun.body.clone()), (202, again.body));
    finish(&books, &begun.json());
    let begun = done(books.send("POST", &of_cycle("/settlement/statements"), &Value::Null));
    finish(&books, &begun);
    assert_eq!(done(books.get(&of_cycle("/settlement")))["stage"], "settled");

    let invoices = done(books.get(&hub(&format!("/documents?kind=invoice&cycle={cycle}"))));
    let invoice = &invoices["documents"][0];
    let id = invoice["id"].as_str().unwrap();
    let sheet = done(books.get(&hub(&format!("/documents/{id}"))));
    let split = sheet["split"].as_object().unwrap().iter().filter(|(part, _)| *part != "total");
    let cents = |part: &Value| units::Cents::parse(part.as_str().unwrap()).unwrap();
    let sum: units::Cents = split.map(|(_, part)| cents(part)).sum();
    assert_eq!(
        (json!(sum.plain()), &sheet["split"]["total"]),
        (sheet["total"].clone(), &sheet["total"])
    );
    let pdf = books.get(&hub(&format!("/documents/{id}/pdf")));
    assert_eq!((pdf.status, pdf.kind.as_str()), (200, "application/pdf"));
    let credit =
        json!({ "reason": "Abîmé", "borne_by": "hub", "lines": [{ "line": 0, "quantity": "1" }] });
    let note = done(books.send("POST", &hub(&format!("/documents/{id}/credit")), &credit));
    assert_eq!((note["kind"].as_str(), &note["corrects"]), (Some("credit_note"), &invoice["id"]));
    let payment = json!({ "side": "shop", "party": shop, "amount": invoice["total"],
        "paid_on": "2026-11-24", "method": "transfer", "document": id });
    let payment = done(books.send("POST", &hub("/payments"), &payment));
    let reverse = hub(&format!("/payments/{}/reverse", payment["id"].as_str().unwrap()));
    assert_eq!(done(books.send("POST", &reverse, &Value::Null))["reverses"], payment["id"]);
    assert_eq!(books.send("POST", &reverse, &Value::Null).status, 409);
    let checked = RUNTIME.block_on(tresse::check::all(&town.db)).unwrap();
    let faults: Vec<String> = checked.into_iter().flat_map(|one| one.faults).collect();
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn a_producer_keeps_its_catalogue_by_a_program() {
    let town = Town::on_sqlite();
    let producer = town.program(Role::Producer, Scope::ALL);
    let own = producer.get("/api/v1/me").json()["organisation"].as_str().unwrap().to_owned();
    let path = |rest: &str| format!("/api/v1{}", town.hub(&format!("/catalogue/{own}{rest}")));
    let cheese = json!({
        "name": "Tomme de brebis", "family": "mature-cheese", "order_unit": "piece",
        "pay_unit": "kilogram", "measure_per_unit": "1.8", "price": "24.90", "vat": "reduced",
        "storage": "cold", "origin": "Tenneville", "certificates": ["organic", "Lait cru"],
        "allergens": ["milk"], "stock_mode": "on_hand",
    });
    let made = producer.send("POST", &path("/references"), &cheese);
    assert_eq!(made.status, 201, "{}", made.body);
    let made = made.json();
    let of_it = |rest: &str| path(&format!("/references/{}{rest}", made["id"].as_str().unwrap()));
    assert_eq!((&made["version"], &made["price"]), (&json!(1), &json!("24.90")));
    let counted = producer.send("PUT", &of_it("/stock"), &json!({ "on_hand": "12" }));
    assert_eq!(counted.json()["on_hand"], "12", "{}", counted.body);
    let mut dearer = cheese.clone();
    dearer["price"] = json!("26.00");
    dearer["code"] = made["code"].clone();
    assert_eq!(producer.send("PUT", &of_it(""), &dearer).json()["version"], 2);
    let shop = town.world.shops[1].id;
    let agreed =
        producer.send("PUT", &of_it(&format!("/arrangements/{shop}")), &json!({ "price": "25.00" }));
    assert_eq!(agreed.status, 200, "{}", agreed.body);
    assert_eq!(producer.get(&of_it("")).json()["arrangements"][0]["price"], "25.00");
    let png = include_bytes!("data/picture.png");
    let pictured = producer.send_bytes("p", "PUT", &of_it("/picture"), "image/png", png).json();
    let picture = producer.get(&path(&format!("/pictures/{}", pictured["picture"].as_str().unwrap())));
    assert_eq!((picture.status, picture.kind.as_str()), (200, "image/jpeg"));
    let withdrawn = producer.send("PUT", &of_it("/withdrawn"), &json!({ "withdrawn": true }));
    assert_eq!(withdrawn.json()["withdrawn"], true);

    // What goes out comes back in; a stock that stands in the file is a count, and so a change.
    let file = producer.get(&path("/export.csv")).body;
    let same = producer.send_bytes("i", "POST", &path("/import"), "text/csv", file.as_bytes());
    assert_eq!(same.status, 200, "{}", same.body);
    let listed = producer.get(&path("/references")).json();
    let of = |field: &str| same.json()[field].as_u64().unwrap();
    assert_eq!(
        (of("new"), of("changed") + of("same")),
        (0, listed.as_array().unwrap().len() as u64 - 1)
    );
    let wrong = "Nom;Prix;Famille\nLait;cher;milk\n;1,20;milk\n";
    let refused = producer.send_bytes("j", "POST", &path("/import"), "text/csv", wrong.as_bytes());
    assert_eq!(refused.status, 409);
    assert_eq!(refused.json()["errors"].as_array().unwrap().len(), 2, "{}", refused.body);
    for format in ["xlsx", "jsonld"] {
        assert_eq!(producer.get(&path(&format!("/export.{format}"))).status, 200);
    }
}

#[test]
fn a_payment_of_somebody_unknown_is_not_found() {
    let town = Town::on_sqlite();
    let books = town.program(Role::Bookkeeper, Scope::ALL);
    let path = format!("/api/v1{}", town.hub("/payments"));
    for side in ["shop", "producer"] {
        let payment = json!({
            "side": side, "party": "01935f6e-0000-7000-8000-000000000001", "amount": "12.50",
            "paid_on": "2026-11-24", "method": "card",
        });
        assert_eq!(books.send_under(side, "POST", &path, &payment).status, 404, "{side}");
    }
}

#[test]
fn who_asks_too_often_is_told_when_to_come_again() {
    let town = Town::known_as("127.0.0.1", |settings| Settings { calls_a_minute: 30, ..settings });
    let shop = town.program(Role::Shop, Scope::ALL);
    let other = town.program(Role::Shop, Scope::ALL);
    for _ in 0..30 {
        assert_eq!(shop.get("/api/v1/me").status, 200);
    }
    let refused = shop.get("/api/v1/me");
    assert_eq!((refused.status, refused.kind.as_str()), (429, "application/problem+json"));
    assert_eq!(refused.retry_after, "3");
    assert!(refused.json()["detail"].as_str().unwrap().contains("3 secondes"), "{}", refused.body);
    assert_eq!(other.get("/api/v1/me").status, 200, "each token has its own");
    town.wait(3);
    assert_eq!(shop.get("/api/v1/me").status, 200);
    assert_eq!(shop.get("/api/v1/me").status, 429);

    // Whoever shows no token that we know, and nobody who came in, is known by the line alone.
    town.wait(600);
    let visitor = town.visitor(Role::Shop);
    let stranger = town.stranger();
    let statuses: Vec<u16> = (0..40).map(|_| stranger.get("/sign-in").status).collect();
    assert_eq!(statuses.iter().filter(|&&status| status == 200).count(), 29, "one came in by this line");
    let refused = stranger.get("/sign-in");
    assert_eq!((refused.status, refused.retry_after.as_str()), (429, "3"));
    assert!(refused.body.contains("C’est trop à la fois"), "{}", refused.body);
    assert_eq!(town.program_with("tresse_nobody").get("/api/v1/me").status, 429);
    assert_eq!(visitor.get("/me").status, 200);
    let style = between(&visitor.get("/me").body, "rel=\"stylesheet\" href=\"", "\"").to_owned();
    assert_eq!(stranger.get(&style).status, 200, "what pages are drawn with is not counted");
}
