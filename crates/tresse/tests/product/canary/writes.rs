//! Whatever names something of another hub, in a path or in what is sent, is refused, and nothing is written.

use std::collections::BTreeSet;

use frame::Role;
use serde_json::{Value as Json, json};
use units::Code as _;

use super::moving::ids;
use super::{Two, two};
use crate::town::{Answer, RUNTIME, Visitor};

type Fields = Vec<(&'static str, String)>;

/// A request that a coordinator's program may send.
struct Example {
    operation: &'static str,
    method: &'static str,
    path: String,
    kind: &'static str,
    body: Vec<u8>,
}

impl Example {
    fn json(operation: &'static str, method: &'static str, path: String, body: &Json) -> Self {
        let body = body.to_string().into_bytes();
        Self { operation, method, path, kind: "application/json", body }
    }

    fn bare(operation: &'static str, path: String) -> Self {
        Self::json(operation, "POST", path, &Json::Null)
    }
}

impl Two {
    fn api(&self, rest: &str) -> String {
        format!("/api/v1{}", self.own.town.hub(rest))
    }

    fn seen(&self, rest: &str) -> Json {
        let answer = self.own.program(Role::Coordinator).get(&self.api(rest));
        assert_eq!(answer.status, 200, "{rest}: {}", answer.body);
        answer.json()
    }

    fn send(&self, key: &str, example: &Example, path: &str, body: &[u8]) -> Answer {
        let program = self.own.program(Role::Coordinator);
        program.send_bytes(key, example.method, path, example.kind, body)
    }

    /// All that is kept, requests and what was refused to them apart.
    fn kept(&self) -> String {
        let migrations = tresse::migrations();
        let dump = store::dump::write(&self.own.town.db, &migrations, Vec::new());
        let (_, bytes) = RUNTIME.block_on(dump).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let mut is_kept = true;
        let lines = text.lines().filter(|line| {
            if line.starts_with("{\"table\"") {
                is_kept = !line.contains("\"api_request\"");
            }
            is_kept && !line.starts_with("{\"rows\"")
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// One request for each operation that writes, in an order in which all of them can be done.
    fn examples(&self) -> Vec<Example> {
        [
            self.of_catalogue(),
            self.of_orders(),
            self.of_rounds(),
            self.of_goods(),
            self.of_cycles(),
            self.of_books(),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn of_catalogue(&self) -> Vec<Example> {
        let world = &self.own.town.world;
        let catalogue = |rest: &str| self.api(&format!("/catalogue/{}{rest}", world.producers[0].id));
        let of_it =
            |rest: &str| catalogue(&format!("/references/{}{rest}", world.producers[0].references[0]));
        let cheese = json!({
            "name": "Tomme de brebis", "family": "mature-cheese", "order_unit": "piece",
            "pay_unit": "kilogram", "measure_per_unit": "1.8", "price": "24.90", "vat": "reduced",
            "storage": "cold", "stock_mode": "on_hand",
            "container": { "kind": world.transport_crate, "count": 1 },
        });
        let counted = world.producers.iter().find_map(|producer| {
            let listed = self.seen(&format!("/catalogue/{}/references", producer.id));
            let counted = listed.as_array()?.iter().find(|one| one["stock_mode"] == "on_hand")?;
            let id = counted["id"].as_str()?;
            Some(self.api(&format!("/catalogue/{}/references/{id}/stock", producer.id)))
        });
        let png = include_bytes!("../data/picture.png").to_vec();
        let csv = "name;family;unit;price;vat\nOseille;vegetable;piece;1.50;6\n".as_bytes().to_vec();
        let import = catalogue("/import");
        let (picture, agreed) =
            (of_it("/picture"), of_it(&format!("/arrangements/{}", world.shops[0].id)));
        vec![
            Example {
                operation: "importCatalogue",
                method: "POST",
                path: import,
                kind: "text/csv",
                body: csv,
            },
            Example::json("createReference", "POST", catalogue("/references"), &cheese),
            Example::json("updateReference", "PUT", of_it(""), &cheese),
            Example {
                operation: "setPicture",
                method: "PUT",
                path: picture,
                kind: "image/png",
                body: png,
            },
            Example::json("arrange", "PUT", agreed, &json!({ "price": "20.00" })),
            Example::json("countStock", "PUT", counted.unwrap(), &json!({ "on_hand": "12" })),
            Example::json(
                "withdrawReference",
                "PUT",
                of_it("/withdrawn"),
                &json!({ "withdrawn": false }),
            ),
        ]
    }

    fn of_orders(&self) -> Vec<Example> {
        let (town, shop) = (&self.own.town, self.own.town.world.shops[0].id);
        let order = format!("/cycles/{}/orders/{shop}", town.cycle(8));
        let offers = self.seen(&format!("{order}/offers"))["offers"].clone();
        let free = offers.as_array().unwrap().iter().find(|offer| offer["left"].is_null()).unwrap();
        let id = free["reference"].as_str().unwrap();
        let lines = json!({ "lines": [{ "reference": id, "quantity": free["step"] }] });
        let day = self.seen(&format!("/cycles/{}", town.cycle(8)))["delivery_days"][0].clone();
        let favourite = self.api(&format!("{order}/favourites/{id}"));
        vec![
            Example::json("changeOrder", "PATCH", self.api(&order), &lines),
            Example::bare("repeatOrder", self.api(&format!("{order}/repeat"))),
            Example::json(
                "setWishes",
                "PUT",
                self.api(&format!("{order}/wishes")),
                &json!({ "delivers_on": day }),
            ),
            Example::json("setFavourite", "PUT", favourite, &json!({ "wanted": true })),
        ]
    }

    fn of_goods(&self) -> Vec<Example> {
        let cycle = format!("/cycles/{}", self.own.town.cycle(7));
        let orders = self.seen(&format!("{cycle}/supply"));
        // Nothing of the last one has come yet, or it has come and is counted again.
        let order = orders.as_array().unwrap().last().unwrap();
        let producer = order["producer"].as_str().unwrap();
        let reference = order["lines"][0]["reference"].as_str().unwrap();
        let sheet = self.seen(&format!("/catalogue/{producer}/references/{reference}"));
        let sheet = sheet.get("reference").cloned().unwrap_or(sheet);
        let is_weighed = sheet["order_unit"] != sheet["pay_unit"];
        let mut lot = json!({ "reference": reference, "lot": "L-17", "quantity": "1" });
        if is_weighed {
            lot["measure"] = json!("1.5");
        }
        let crates = json!({ "container": self.own.town.world.transport_crate, "came": 2, "went": 1 });
        let came = json!({ "lots": [lot], "containers": [crates] });
        let digest = self.seen(&format!("{cycle}/shortages"))["digest"].clone();
        let of_cycle = |rest: &str| self.api(&format!("{cycle}{rest}"));
        vec![
            Example::bare("sendSupplyOrder", of_cycle(&format!("/supply/{producer}/send"))),
            Example::json(
                "shareShortages",
                "POST",
                of_cycle("/shortages"),
                &json!({ "digest": digest }),
            ),
            Example::json("receive", "PUT", of_cycle(&format!("/receptions/{producer}")), &came),
        ]
    }

    fn of_rounds(&self) -> Vec<Example> {
        let (town, hub) = (&self.own.town, self.own.town.world.hub);
        let day = "2026-11-25";
        let place = |id: units::OrganisationId| {
            let sites =
                RUNTIME.block_on(town.db.read(move |tx| people::organisations::store::sites(tx, id)));
            json!({ "organisation": id, "site": sites.unwrap()[0].id })
        };
        let (from, to) = (place(town.world.producers[0].id), place(town.world.shops[0].id));
        let crates = json!({ "from": from, "to": to, "first_day": day, "load": { "kilograms": 30 } });
        let add = Example::json("addShipment", "POST", self.api("/shipments"), &crates);
        let added = self.send("shipment-to-change", &add, &add.path, &add.body).json();
        let of_it =
            |rest: &str| self.api(&format!("/shipments/{}{rest}", added["id"].as_str().unwrap()));
        let drivers = RUNTIME.block_on(town.db.read(move |tx| rounds::fleet::store::drivers(tx, hub)));
        let vehicles = self.seen("/vehicles");
        let vehicle = vehicles[0]["id"].as_str().unwrap();
        let driver = drivers.unwrap()[0].person;
        let search = json!({ "day": day, "goal": "cheapest", "iterations": 10,
            "vehicles": [{ "vehicle": vehicle, "driver": driver }] });
        self.belongs_to(vehicle.parse().unwrap(), town.world.producers[1].id);
        let plan = self.draft(day, vehicle.parse().unwrap());
        let of_plan = |rest: &str| self.api(&format!("/plans/{plan}{rest}"));
        let mut all = vec![
            // First: what changes afterwards would have to be taken into it.
            Example::bare("publishPlan", of_plan("/publish")),
            add,
            Example::json("changeShipment", "PUT", of_it(""), &crates),
            Example::bare("cancelShipment", of_it("/cancel")),
            Example::json("searchPlan", "POST", self.api("/plans"), &search),
            Example::json("searchOnFromPlan", "POST", of_plan("/search"), &json!({ "iterations": 10 })),
            Example::bare("mendPlan", of_plan("/mend")),
            Example::json(
                "setRoundDriver",
                "PUT",
                of_plan("/rounds/1/driver"),
                &json!({ "driver": driver }),
            ),
        ];
        all.extend(self.of_fleet(&from));
        all.extend(self.of_the_road(plan, vehicle));
        all
    }

    fn of_fleet(&self, home: &Json) -> Vec<Example> {
        let shift = json!({ "weekdays": [1, 3], "from_minute": 360, "to_minute": 900 });
        let van = json!({ "name": "Kangoo", "owner": home["organisation"], "home": home["site"], "kind": "van",
            "fuel": "diesel", "dry_crates": 40, "kilograms": 600, "shift": shift });
        let add = Example::json("addVehicle", "POST", self.api("/vehicles"), &van);
        let added = self.send("vehicle-to-change", &add, &add.path, &add.body).json();
        let it = added["vehicle"]["id"].as_str().unwrap().to_owned();
        let away = json!({ "vehicle": it, "driver": null, "first_day": "2026-12-01" });
        let away = Example::json("addAbsence", "POST", self.api("/absences"), &away);
        let noted = self.send("absence-to-end", &away, &away.path, &away.body).json();
        let end = self.api(&format!("/absences/{}/end", noted["id"].as_str().unwrap()));
        let cost = json!({ "use_per_100_km": "7.5", "energy_price": "1.45", "wear_per_km": "0.08",
            "purchase": "24000.00", "resale": "6000.00", "years": 8, "days_per_year": 150,
            "insurance": "1100.00", "tax": "180.00", "wage_per_hour": "26.50" });
        let drivers = self.seen("/drivers");
        let driver = json!({ "organisation": drivers[0]["organisation"], "shift": shift });
        let of_driver =
            |rest: &str| self.api(&format!("/drivers/{}{rest}", drivers[0]["person"].as_str().unwrap()));
        let depot = json!({ "first_day": "2026-11-24", "last_day": "2026-11-25", "rule": "depot", "depot": home,
            "with": null, "iterations": 1 });
        vec![
            add,
            Example::json("changeVehicle", "PUT", self.api(&format!("/vehicles/{it}")), &van),
            Example::json("setVehicleCost", "PUT", self.api(&format!("/vehicles/{it}/cost")), &cost),
            away,
            Example::bare("endAbsence", end),
            Example::json("saveDriver", "PUT", of_driver(""), &driver),
            Example::bare("driverLeaves", of_driver("/leave")),
            Example::json("rehearseSeason", "POST", self.api("/scenarios"), &depot),
        ]
    }

    /// The first round of a plan, from its departure to the books.
    fn of_the_road(&self, plan: units::PlanId, vehicle: &str) -> Vec<Example> {
        let (town, hub) = (&self.own.town, self.own.town.world.hub);
        let who = town.world.staff(&town.app, Role::Coordinator);
        let look = town.app.look(&who, move |tx, _| rounds::plans::acts::whole(tx, hub, plan));
        let whole = RUNTIME.block_on(look).unwrap();
        let stops = rounds::plans::figures::stops(&whole.result.rounds[0]);
        let crates = |request: usize| whole.description.requests[request].load[..3].iter().sum::<u32>();
        let (place, carried) = stops
            .iter()
            .enumerate()
            .find_map(|(at, stop)| {
                let full = stop.iter().find(|halt| crates(halt.request) > 0)?;
                Some((at + 1, whole.description.requests[full.request].id.clone()))
            })
            .unwrap();
        let of_plan = |rest: &str| self.api(&format!("/plans/{plan}{rest}"));
        let of_round = |rest: &str| of_plan(&format!("/rounds/1{rest}"));
        let of_halt = |rest: &str| of_round(&format!("/halts/{place}{rest}"));
        let moved = json!({ "shipment": carried, "vehicle": vehicle });
        let tied = json!({ "shipments": [carried], "tied": true });
        let refused = json!({ "shipment": carried, "crates": 1, "because": "damaged" });
        let left = json!({ "met": "Léa",
            "crates": [{ "container": town.world.transport_crate, "given": 1, "taken": 2 }] });
        let picture = Example {
            operation: "addRefusalPicture",
            method: "PUT",
            path: of_halt(&format!("/refusals/{carried}/picture")),
            kind: "image/png",
            body: include_bytes!("../data/picture.png").to_vec(),
        };
        let now = json!({});
        vec![
            Example::json("moveShipment", "POST", of_plan("/moves"), &moved),
            Example::json("lockShipments", "POST", of_plan("/lock"), &tied),
            Example::json("departOnRound", "POST", of_round("/departure"), &now),
            Example::json("arriveAtHalt", "POST", of_halt("/arrival"), &now),
            Example::json("noteRefusal", "POST", of_halt("/refusals"), &refused),
            picture,
            Example::bare("makeTrackingAddress", of_halt("/track")),
            Example::json("leaveHalt", "POST", of_halt("/departure"), &left),
            Example::json("announceDelay", "POST", of_round("/delay"), &json!({ "minutes": 20 })),
            Example::json("endRound", "POST", of_round("/return"), &json!({ "metres": 40_000 })),
            Example::bare("bookRound", of_round("/cost")),
            Example::bare(
                "stateCarrier",
                self.api(&format!("/rounds/carriers/{}/statement", town.world.producers[1].id)),
            ),
        ]
    }

    /// Lets a vehicle be a member's, so that somebody is to be paid for its round.
    fn belongs_to(&self, vehicle: units::VehicleId, owner: units::OrganisationId) {
        let (town, hub) = (&self.own.town, self.own.town.world.hub);
        let who = town.world.staff(&town.app, Role::Coordinator);
        let given = town.app.act(&who, move |tx, who| {
            let mut one = rounds::fleet::store::vehicle(tx, hub, vehicle)?.unwrap();
            one.home.organisation = owner;
            one.home.site = people::organisations::store::sites(tx, owner)?[0].id;
            rounds::fleet::acts::change(tx, who, hub, &one)
        });
        RUNTIME.block_on(given).unwrap();
    }

    /// A plan of this day that is not published.
    fn draft(&self, day: &str, vehicle: units::VehicleId) -> units::PlanId {
        use rounds::plans::{Goal, acts::Wish, search};
        let (town, hub) = (&self.own.town, self.own.town.world.hub);
        let (who, id) = (town.world.staff(&town.app, Role::Coordinator), town.app.ids.next());
        let (first, vehicles) = (day.parse().unwrap(), vec![(vehicle, None)]);
        let wish = Wish {
            day: first,
            goal: Goal::Cheapest,
            vehicles,
            late_minutes: 0,
            seed: 1,
            iterations: 10,
            pasted: None,
            base: None,
        };
        let language = units::Language::En;
        RUNTIME.block_on(search::search(&town.app, &who, hub, id, &wish, None, language)).unwrap();
        id
    }

    fn of_cycles(&self) -> Vec<Example> {
        let cycles = self.seen("/cycles")["cycles"].clone();
        let planned = cycles.as_array().unwrap().iter().filter(|cycle| cycle["stage"] == "planned");
        let planned: Vec<&str> = planned.map(|cycle| cycle["id"].as_str().unwrap()).collect();
        assert!(planned.len() > 1, "{cycles}");
        let of_cycle = |id: &str, rest: &str| self.api(&format!("/cycles/{id}{rest}"));
        let plan = json!({
            "name": "Vente de Noël", "opens_at": "2026-12-01T10:00:00Z", "closes_at": "2026-12-06T10:00:00Z",
            "delivery_days": ["2026-12-08"], "without": [self.own.town.world.producers[1].id],
        });
        vec![
            Example::json("planCycle", "POST", self.api("/cycles"), &plan),
            Example::json("changeCycle", "PUT", of_cycle(planned[0], ""), &plan),
            Example::bare("skipCycle", of_cycle(planned[0], "/skip")),
            Example::bare("openCycle", of_cycle(planned[1], "/open")),
            Example::bare("closeCycle", of_cycle(planned[1], "/close")),
            Example::bare("cancelCycle", of_cycle(planned[0], "/cancel")),
        ]
    }

    fn of_books(&self) -> Vec<Example> {
        let (town, shop) = (&self.own.town, self.own.town.world.shops[0].id);
        let settlement = |rest: &str| self.api(&format!("/cycles/{}/settlement/{rest}", town.cycle(6)));
        let invoices = self.seen("/documents?kind=invoice")["documents"].clone();
        let own = invoices.as_array().unwrap().iter().find(|one| one["party"] == json!(shop)).unwrap();
        let invoice = own["id"].as_str().unwrap();
        let credit =
            json!({ "reason": "Abîmé", "borne_by": "hub", "lines": [{ "line": 0, "quantity": "1" }] });
        let payment = json!({ "side": "shop", "party": shop, "amount": "1.00", "paid_on": "2026-11-24",
            "method": "transfer", "document": invoice });
        let paid = self.seen(&format!("/accounts/shops/{shop}"));
        let paid = paid["payments"].as_array().unwrap().iter().find(|one| one["reverses"].is_null());
        let reversed = format!("/payments/{}/reverse", paid.unwrap()["id"].as_str().unwrap());
        vec![
            Example::bare("issueInvoices", settlement("invoices")),
            Example::bare("issueStatements", settlement("statements")),
            Example::json(
                "creditInvoice",
                "POST",
                self.api(&format!("/documents/{invoice}/credit")),
                &credit,
            ),
            Example::json("recordPayment", "POST", self.api("/payments"), &payment),
            Example::bare("reversePayment", self.api(&reversed)),
        ]
    }
}

/// The fields of a request's body that name something, wherever they stand in it.
fn naming_fields(document: &Json, schema: &Json, fields: &mut BTreeSet<String>) {
    if let Some(reference) = schema["$ref"].as_str() {
        let found = document.pointer(reference.trim_start_matches('#')).expect("a schema");
        return naming_fields(document, found, fields);
    }
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        if property["format"] == "uuid" || property["items"]["format"] == "uuid" {
            fields.insert(name.clone());
        }
        naming_fields(document, property, fields);
        naming_fields(document, &property["items"], fields);
        property["anyOf"]
            .as_array()
            .into_iter()
            .flatten()
            .for_each(|one| naming_fields(document, one, fields));
    }
}

/// The first few rows that were written in the meantime.
fn written(before: &str, after: &str) -> Vec<String> {
    let known: BTreeSet<&str> = before.lines().collect();
    let new = after.lines().filter(|line| !known.contains(line)).take(5);
    new.map(|line| format!("written: {line}")).collect()
}

#[test]
fn a_program_names_nothing_of_another_hub_wherever_it_writes() {
    let two = two();
    two.load.put_down(&two.own.town.db);
    let document = two.own.town.stranger().get("/api/openapi.json").json();
    let examples = two.examples();
    let operations: BTreeSet<&str> = examples.iter().map(|example| example.operation).collect();
    for (_, methods) in document["paths"].as_object().unwrap() {
        for (_, operation) in methods.as_object().unwrap().iter().filter(|(method, _)| *method != "get")
        {
            let id = operation["operationId"].as_str().unwrap();
            assert!(operations.contains(id), "there is no example of {id}");
            let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
            let mut fields = BTreeSet::new();
            naming_fields(&document, schema, &mut fields);
            let example = examples.iter().find(|example| example.operation == id).unwrap();
            let body = String::from_utf8_lossy(&example.body);
            for field in fields {
                assert!(body.contains(&format!("\"{field}\":")), "the example of {id} names no {field}");
            }
        }
    }

    let before = two.kept();
    let mut faults = Vec::new();
    let mut tried = 0;
    for example in &examples {
        let body = String::from_utf8_lossy(&example.body).into_owned();
        let paths = two.things.crossed(&example.path, &two.others).into_iter();
        let bodies = two.things.crossed(&body, &two.others).into_iter();
        let named = paths.map(|path| (path, example.body.clone()));
        let named = named.chain(bodies.map(|body| (example.path.clone(), body.into_bytes())));
        for (path, body) in named {
            tried += 1;
            let answer = two.send(&format!("foreign-{tried}"), example, &path, &body);
            if !(400..500).contains(&answer.status) || answer.status == 429 {
                let body = String::from_utf8_lossy(&body);
                faults.push(format!("{} {path} {body}: {}", example.operation, answer.status));
            }
        }
    }
    assert!(tried > 80, "{tried} requests");
    let after = two.kept();
    faults.extend(written(&before, &after));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert_eq!(after.len(), before.len(), "nothing is gone");

    // The same with what is one's own is done.
    for (at, example) in examples.iter().enumerate() {
        let answer = two.send(&format!("own-{at}"), example, &example.path, &example.body);
        assert!((200..300).contains(&answer.status), "{}: {}", example.operation, answer.body);
    }
}

#[test]
fn a_form_names_nothing_of_another_hub() {
    let two = two();
    let town = &two.own.town;
    two.load.put_down(&town.db);
    let world = &town.world;
    let (shop, producer) = (world.shops[0].id.to_string(), world.producers[0].id.to_string());
    let reference = world.producers[0].references[0];
    let invoices = two.seen("/documents?kind=invoice")["documents"].clone();
    let invoice = invoices.as_array().unwrap().iter().find(|one| one["party"] == json!(shop)).unwrap();
    let text = |text: &str| text.to_owned();
    let payment: uuid::Uuid = frame::Ids::random().next();
    let forms: [(Role, String, Fields); 5] = [
        (
            Role::Bookkeeper,
            format!("/payments/new?side=shop&party={shop}"),
            vec![
                ("id", payment.to_string()),
                ("amount", text("1,00")),
                ("paid_on", text("2026-11-24")),
                ("method", text("transfer")),
                ("document", text(invoice["id"].as_str().unwrap())),
            ],
        ),
        (
            Role::Coordinator,
            text("/cycles/new"),
            vec![
                ("opens_at", text("2026-12-01T10:00")),
                ("closes_at", text("2026-12-06T10:00")),
                ("delivery_days", text("2026-12-08")),
                ("without", producer.clone()),
                ("from", town.cycle(8)),
            ],
        ),
        (
            Role::Producer,
            format!("/catalogue/{producer}/references/{reference}/arrangements"),
            vec![("shop", shop.clone()), ("agreed_price", text("2,00"))],
        ),
        (
            Role::Coordinator,
            text("/agreement/fees"),
            vec![
                ("kind", text("hub")),
                ("basis", text("percent")),
                ("amount", text("10")),
                ("fee_starts_on", text("2026-12-01")),
                ("producer", producer.clone()),
            ],
        ),
        (
            Role::Coordinator,
            text("/crates"),
            vec![
                ("name", text("Bac")),
                ("deposit", text("1,00")),
                ("container", world.transport_crate.to_string()),
            ],
        ),
    ];
    let roles = [Role::Coordinator, Role::Bookkeeper, Role::Producer, Role::Shop];
    let visitors: Vec<(Role, Visitor)> =
        roles.into_iter().map(|role| (role, town.visitor(role))).collect();
    let post = |role: Role, path: &str, form: &[(&str, String)]| {
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let (_, visitor) = visitors.iter().find(|(of, _)| *of == role).unwrap();
        visitor.post(path, &form)
    };
    let before = two.kept();
    let mut faults = Vec::new();
    let mut check = |role: Role, path: &str, form: &[(&str, String)]| {
        let answer = post(role, path, form);
        if answer.status < 400 || answer.status >= 500 {
            faults.push(format!("{} posts {form:?} to {path}: {}", role.code(), answer.status));
        }
    };
    for (role, path, form) in &forms {
        for path in two.things.crossed(&town.hub(path), &two.others) {
            check(*role, &path, form);
        }
        for at in (0..form.len()).filter(|at| two.things.is_known(&form[*at].1)) {
            let mut foreign = form.clone();
            foreign[at].1 = two.things.crossed(&form[at].1, &two.others).remove(0);
            check(*role, &town.hub(path), &foreign);
        }
    }
    // Every road that takes a form, with the other's things in its path.
    for path in two.things.roads("POST", |road| road.contains("{hub}") && !road.starts_with("/api/")) {
        for path in two.things.crossed(&path, &two.others) {
            for role in roles {
                check(role, &path, &[]);
            }
        }
    }
    let after = two.kept();
    faults.extend(written(&before, &after));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert_eq!(after.len(), before.len(), "nothing is gone");
    for (role, path, form) in &forms {
        let answer = post(*role, &town.hub(path), form);
        assert_eq!(answer.status, 303, "{path}: {}", answer.body);
    }
    assert!(ids(&before).count() > 1000, "there was something to be written over");
}
