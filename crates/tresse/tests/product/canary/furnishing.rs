//! What a hub has besides a week's trade, so that there is something of everything.

use std::sync::{Arc, Mutex};

use axum::Router;
use frame::api::Scope;
use frame::mail::Mailer;
use frame::{App, Clock, Ids, Role, Settings};
use serde_json::{Value as Json, json};
use store::params;
use tresse::slices;
use units::Code as _;

use crate::town::{Answer, Program, RUNTIME, Town, Visitor, between, noon};

/// A program of the test's that hears what happens in a hub.
#[derive(Clone, Default)]
pub struct Receiver(pub Arc<Mutex<Vec<String>>>);

impl Receiver {
    /// Listens, whatever the path; the address to write to.
    pub fn listen(&self) -> String {
        let own = self.clone();
        let hear = move |body: String| async move { own.0.lock().unwrap().push(body) };
        RUNTIME.block_on(async {
            let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
            let address = format!("http://{}/tresse", listener.local_addr().unwrap());
            tokio::spawn(async move { axum::serve(listener, Router::new().fallback(hear)).await });
            address
        })
    }
}

/// A hub with the programs and the calendars of its people.
pub struct Furnished {
    pub town: Town,
    pub programs: Vec<(Role, Program)>,
    pub calendars: Vec<String>,
    pub receiver: Receiver,
}

fn done(answer: &Answer) {
    assert!(answer.status < 400, "{}: {}", answer.status, answer.body);
}

pub fn furnish(town: Town) -> Furnished {
    let receiver = Receiver::default();
    let (coordinator, shop) = (town.visitor(Role::Coordinator), town.visitor(Role::Shop));
    let form = [("address", receiver.listen())];
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    done(&coordinator.post(&town.hub("/webhooks"), &form));
    let service = [
        ("name", "Boutique en ligne"),
        ("role", "bookkeeper"),
        ("days", "365"),
        ("scopes", "payments:read"),
    ];
    done(&coordinator.post(&town.hub("/tokens"), &service));
    let invited = [("name", "Ève Lambert"), ("email", "eve@tresse.example"), ("role", "warehouse")];
    done(&coordinator.post(&town.hub("/team"), &invited));
    done(&coordinator.post("/me/codes", &[]));
    done(&shop.post("/me/erasure", &[("confirmed", "yes")]));
    done(&town.stranger().post("/reset", &[("email", &town.email_of(Role::Warehouse))]));
    let roles = Role::ALL.iter().filter(|role| **role != Role::Administrator);
    let programs: Vec<(Role, Program)> =
        roles.clone().map(|role| (*role, town.program(*role, Scope::ALL))).collect();
    let calendars = roles
        .filter_map(|role| {
            let page = town.visitor(*role).post(&town.hub("/calendar"), &[]).body;
            let secret = page.split(".ics").next()?.rsplit('/').next()?;
            (secret.len() == 64).then(|| format!("/calendar/{secret}.ics"))
        })
        .collect();
    let furnished = Furnished { town, programs, calendars, receiver };
    furnished.fill_the_shop();
    furnished.fill_the_books();
    furnished.fill_by_hand();
    furnished.fill_the_plans();
    work_by_the_clock(&application(&furnished.town));
    // An address to follow a vehicle by goes with its round, and may be forgotten within the hour.
    furnished.fill_the_road();
    furnished
}

/// The town's instance by a clock of the test's own, with a mail server that is away: letters wait.
pub fn application(town: &Town) -> App {
    let settings = Settings { inside: vec!["127.0.0.1".parse().unwrap()], ..Settings::default() };
    let mailer = Mailer::new("smtp://127.0.0.1:1", "Tresse <bonjour@tresse.example>").unwrap();
    let clock = Clock::set_by_hand(noon());
    App::new(town.db.clone(), clock, Ids::random(), settings, Some(mailer), tresse::DOOR)
}

/// Everything that the server does by itself, once.
pub fn work_by_the_clock(app: &App) {
    for job in slices().iter().flat_map(|slice| (slice.jobs)()) {
        RUNTIME.block_on((job.run)(app.clone())).unwrap();
    }
}

impl Furnished {
    pub fn program(&self, role: Role) -> &Program {
        &self.programs.iter().find(|(of, _)| *of == role).expect("a program for each role").1
    }

    fn api(&self, rest: &str) -> String {
        format!("/api/v1{}", self.town.hub(rest))
    }

    fn fill_the_shop(&self) {
        let (town, shop, producer) =
            (&self.town, self.program(Role::Shop), self.program(Role::Producer));
        let order = format!("/cycles/{}/orders/{}", town.cycle(8), town.world.shops[0].id);
        let offers = shop.get(&self.api(&format!("{order}/offers"))).json();
        let reference = offers["offers"][0]["reference"].as_str().unwrap().to_owned();
        let favourite = self.api(&format!("{order}/favourites/{reference}"));
        done(&shop.send("PUT", &favourite, &json!({ "wanted": true })));
        let day = shop.get(&self.api(&format!("/cycles/{}", town.cycle(8)))).json();
        let wishes = json!({ "delivers_on": day["delivery_days"][0], "note": "Avant midi" });
        done(&shop.send("PUT", &self.api(&format!("{order}/wishes")), &wishes));
        let own = town.world.producers[0].id;
        let catalogue = self.api(&format!("/catalogue/{own}"));
        let of_it = format!("{catalogue}/references/{}", town.world.producers[0].references[0]);
        let png = include_bytes!("../data/picture.png");
        done(&producer.send_bytes("p", "PUT", &format!("{of_it}/picture"), "image/png", png));
        let agreed = format!("{of_it}/arrangements/{}", town.world.shops[0].id);
        done(&producer.send("PUT", &agreed, &json!({ "price": "2.50" })));
        let file = "code;name;family;unit;price;vat\nN-1;Oseille;vegetable;piece;1.50;6\n";
        let import = town.hub(&format!("/catalogue/{own}/import"));
        done(&town.visitor(Role::Producer).upload(&import, "oseille.csv", file.as_bytes()));
        let plan = json!({
            "name": "Vente de Noël", "opens_at": "2026-12-01T10:00:00Z", "closes_at": "2026-12-06T10:00:00Z",
            "delivery_days": ["2026-12-08"], "without": [town.world.producers[1].id],
        });
        let coordinator = self.program(Role::Coordinator);
        done(&coordinator.send("POST", &self.api("/cycles"), &plan));
        let orders = format!("/cycles/{}/supply", town.cycle(7));
        let first =
            coordinator.get(&self.api(&orders)).json()[0]["producer"].as_str().unwrap().to_owned();
        done(&coordinator.send("POST", &self.api(&format!("{orders}/{first}/send")), &Json::Null));
    }

    fn fill_the_books(&self) {
        let (town, books) = (&self.town, self.program(Role::Bookkeeper));
        let payment = json!({
            "side": "shop", "party": town.world.shops[0].id, "amount": "12.50", "paid_on": "2026-11-24",
            "method": "transfer", "note": "Versement du marché",
        });
        done(&books.send("POST", &self.api("/payments"), &payment));
        let invoices = self.api(&format!("/cycles/{}/settlement/invoices", town.cycle(6)));
        done(&books.send("POST", &invoices, &Json::Null));
        let issued = books.get(&self.api("/documents?kind=invoice")).json();
        let invoice =
            self.api(&format!("/documents/{}/credit", issued["documents"][0]["id"].as_str().unwrap()));
        let credit = json!({ "reason": "Abîmé", "borne_by": "producer", "lines": [{ "line": 0, "quantity": "1" }] });
        done(&books.send("POST", &invoice, &credit));
    }

    /// A vehicle that is away, and a round that is tied to its own.
    fn fill_the_plans(&self) {
        let (town, hub, today) = (&self.town, self.town.world.hub, self.town.app.today());
        let found = town.db.read(move |tx| {
            let plan = rounds::plans::store::published_on(tx, hub, today)?.expect("a plan for today");
            Ok::<_, store::Error>((plan.id, rounds::fleet::store::vehicles(tx, hub)?))
        });
        let (plan, vehicles) = RUNTIME.block_on(found).unwrap();
        let coordinator = town.visitor(Role::Coordinator);
        let away = format!("vehicle.{}", vehicles.last().unwrap().id);
        let absence = [("absent", away.as_str()), ("first_day", "2026-12-21")];
        done(&coordinator.post(&town.hub("/absences"), &absence));
        let lock = [("round", "1"), ("tied", "yes")];
        done(&coordinator.post(&town.hub(&format!("/plans/{plan}/lock")), &lock));
    }

    /// Drives a round of the week's, with all that can happen on it, and books it.
    fn fill_the_road(&self) {
        let town = &self.town;
        let (coordinator, books) = (town.visitor(Role::Coordinator), town.visitor(Role::Bookkeeper));
        let pays = [("pays", "real"), ("part", "100"), ("transport_starts_on", "2026-01-01")];
        done(&coordinator.post(&town.hub("/agreement/transport"), &pays));
        let list = coordinator.get("/drive").body;
        let drive = between(&list, "data-drive href=\"", "\"").to_owned();
        let page = coordinator.get(&drive).body;
        let container = between(&page, "name=\"given.", "\"").to_owned();
        let halt =
            page.split("<li class=\"card stop\"").find(|halt| halt.contains("name=\"given.")).unwrap();
        let place = between(halt, "id=\"stop-", "\"").to_owned();
        let shipment = between(halt, "name=\"shipment\"><option value=\"", "\"").to_owned();
        let (given, taken) = (format!("given.{container}"), format!("taken.{container}"));
        let act = |fields: &[(&str, &str)]| done(&coordinator.post(&drive, fields));
        act(&[("key", "a"), ("kind", "depart")]);
        act(&[("key", "b"), ("kind", "arrive"), ("place", &place)]);
        let refused = [
            ("key", "c"),
            ("kind", "refuse"),
            ("place", &place),
            ("shipment", &shipment),
            ("crates", "1"),
            ("because", "damaged"),
            ("note", "Cageot percé"),
        ];
        let png = include_bytes!("../data/picture.png");
        done(&coordinator.upload_with(&drive, &refused, "picture", "photo.png", png));
        act(&[
            ("key", "d"),
            ("kind", "leave"),
            ("place", &place),
            ("met", "Odile"),
            ("signature", "1,2 30,40"),
            (&given, "1"),
            (&taken, "4"),
        ]);
        act(&[("key", "e"), ("kind", "delay"), ("minutes", "20")]);
        done(&coordinator.post(&format!("{drive}/{place}/track"), &[]));
        act(&[("key", "f"), ("kind", "end"), ("km", "61,5"), ("note", "Pneu à voir")]);
        let costs = drive.split('/').skip(3).collect::<Vec<_>>().join("/");
        let carrier = self.give_away(&costs);
        done(&books.post(&town.hub(&format!("/rounds/costs/{costs}")), &[]));
        done(&books.post(&town.hub(&format!("/rounds/carriers/{carrier}/statement")), &[]));
        self.learn(&costs);
        self.rehearse(&coordinator);
    }

    /// Lets a producer have the vehicle of a round, so that somebody is to be paid for it.
    fn give_away(&self, round: &str) -> units::OrganisationId {
        let (town, hub, carrier) = (&self.town, self.town.world.hub, self.town.world.producers[0].id);
        let (plan, number) = read_round(round);
        let who = town.world.staff(&town.app, Role::Coordinator);
        let given = town.app.act(&who, move |tx, who| {
            let rounds = rounds::plans::store::rounds(tx, hub, plan)?;
            let round = rounds.iter().find(|round| round.number == number).unwrap();
            let mut vehicle = rounds::fleet::store::vehicle(tx, hub, round.vehicle)?.unwrap();
            vehicle.home.organisation = carrier;
            vehicle.home.site = people::organisations::store::sites(tx, carrier)?[0].id;
            rounds::fleet::acts::change(tx, who, hub, &vehicle)
        });
        RUNTIME.block_on(given).unwrap();
        carrier
    }

    /// A plan of which some minutes were learnt.
    fn learn(&self, round: &str) {
        let (hub, (plan, _)) = (self.town.world.hub, read_round(round));
        let learnt = self.town.db.write(move |tx| {
            let place = rounds::plans::store::rounds(tx, hub, plan)?[0].halts[0].at;
            let learnt = rounds::road::Learnt { seconds: 480, halts: 4 };
            rounds::plans::store::insert_learnt(tx, hub, plan, &[(place, learnt)])
        });
        RUNTIME.block_on(learnt).unwrap();
    }

    /// A season under another rule, until it is through.
    fn rehearse(&self, coordinator: &Visitor) {
        let season = [
            ("first", "2026-11-20"),
            ("last", "2026-11-24"),
            ("rule", "no_night"),
            ("earliest", "06:00"),
            ("iterations", "20"),
            ("seed", "1"),
        ];
        let started = coordinator.post(&self.town.hub("/scenarios"), &season);
        done(&started);
        for _ in 0..1_500 {
            if coordinator.get(&started.location).status == 303 {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        panic!("{}", coordinator.get(&started.location).body);
    }

    /// Keys of devices and of other services are made by other programs than ours.
    fn fill_by_hand(&self) {
        let person = self.town.person_of(Role::Coordinator);
        let key = Ids::random().next::<uuid::Uuid>().to_string();
        let written = self.town.db.write(move |tx| {
            tx.execute(
                "INSERT INTO passkey (id, person_id, credential, name, content, created_at)
                 VALUES ($1, $2, $1, 'Téléphone', '', 0)",
                params![&key, &person],
            )?;
            tx.execute(
                "INSERT INTO provider_link (issuer, subject, person_id, linked_at)
                 VALUES ('https://accounts.example', $1, $2, 0)",
                params![&key, &person],
            )
        });
        RUNTIME.block_on(written).unwrap();
    }
}

/// A round as an address has it: plan and number.
fn read_round(path: &str) -> (units::PlanId, i64) {
    let (plan, number) = path.split_once('/').unwrap();
    (plan.parse().unwrap(), number.parse().unwrap())
}
