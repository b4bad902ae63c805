//! A hub's webhooks as its coordinator meets them, and what a whole week tells.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::http::HeaderMap;
use axum::routing::post;
use frame::webhooks::Kind;
use frame::{Clock, Role, Settings};
use tresse::sample::{Chance, Week};
use tresse::server;
use units::{Code as _, Language};

use crate::town::{RUNTIME, Town, between, noon};

/// What came to a program of the test's, as kind and body, each with an identifier and a signature.
#[derive(Clone, Default)]
struct Receiver(Arc<Mutex<Vec<serde_json::Value>>>);

impl Receiver {
    /// Listens; the address to write to.
    fn listen(&self) -> String {
        let own = self.clone();
        let road = post(move |headers: HeaderMap, body: String| async move {
            assert!(headers["webhook-signature"].to_str().unwrap().starts_with("v1,"));
            assert_eq!(headers["webhook-id"].len(), 36);
            own.0.lock().unwrap().push(serde_json::from_str(&body).unwrap());
        });
        RUNTIME.block_on(async {
            let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
            let address = format!("http://{}/tresse", listener.local_addr().unwrap());
            tokio::spawn(
                async move { axum::serve(listener, Router::new().route("/tresse", road)).await },
            );
            address
        })
    }

    fn kinds(&self) -> BTreeSet<String> {
        let heard = self.0.lock().unwrap();
        heard.iter().map(|one| one["type"].as_str().unwrap().to_owned()).collect()
    }
}

/// The town's hub by a clock of the test's own.
fn application(town: &Town) -> frame::App {
    let settings = Settings { inside: vec!["127.0.0.1".parse().unwrap()], ..Settings::default() };
    server::application_at(town.db.clone(), settings, Clock::set_by_hand(noon()))
}

#[test]
fn a_coordinator_adds_an_address_tries_it_and_takes_it_away() {
    let town = Town::on_sqlite();
    let (coordinator, receiver, app) =
        (town.visitor(Role::Coordinator), Receiver::default(), application(&town));
    let form = [("address", receiver.listen()), ("kinds", "cycle.closed".to_owned())];
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let added = coordinator.post(&town.hub("/webhooks"), &form);
    assert_eq!(added.status, 200, "{}", added.body);
    let secret = between(&added.body, "value=\"whsec_", "\"");
    let id = between(&added.body, "/webhooks/", "/test");
    let page = town.hub(&format!("/webhooks/{id}"));
    assert!(!coordinator.get(&page).body.contains(secret), "it is shown once");

    assert_eq!(coordinator.post(&format!("{page}/test"), &[]).status, 303);
    coordinator.post(&town.hub(&format!("/cycles/{}/close", town.cycle(8))), &[]);
    RUNTIME.block_on(frame::webhooks::deliver(app)).unwrap();
    assert_eq!(receiver.kinds(), ["cycle.closed", "webhook.test"].map(str::to_owned).into());
    let closed = receiver.0.lock().unwrap().iter().find(|one| one["type"] == "cycle.closed").cloned();
    let data = &closed.unwrap()["data"];
    assert_eq!(data["cycle"], town.cycle(8));
    assert_eq!(data["hub"], town.world.hub.to_string());
    let shown = coordinator.get_in(Language::En, &page).body;
    assert_eq!(shown.matches(">received").count(), 2, "{shown}");

    assert_eq!(coordinator.post(&format!("{page}/pause"), &[]).status, 303);
    assert!(coordinator.get(&page).body.contains("Paused since"));
    assert_eq!(coordinator.post(&format!("{page}/remove"), &[]).status, 303);
    assert_eq!(coordinator.get(&page).status, 404);
}

#[test]
fn an_address_that_leads_inside_is_refused_with_a_sentence() {
    let town = Town::on_sqlite();
    let coordinator = town.visitor(Role::Coordinator);
    coordinator.get_in(Language::En, "/");
    for (address, sentence) in [
        ("https://169.254.169.254/latest", "not on the public internet"),
        ("https://[::1]/", "not on the public internet"),
        ("http://books.example.org/", "begins with https://"),
        ("https://eva:secret@books.example.org/", "holds a name or a password"),
        ("https://books.example.org:25/", "The port is 443"),
        ("books", "no address of the web"),
    ] {
        let answer = coordinator.post(&town.hub("/webhooks"), &[("address", address)]);
        assert_eq!(answer.status, 422, "{address}");
        assert!(answer.body.contains(sentence), "{address}: {}", answer.body);
    }
}

#[test]
fn a_week_tells_of_everything_that_happens_in_it() {
    let town = Town::on_sqlite();
    let (coordinator, receiver, app) =
        (town.visitor(Role::Coordinator), Receiver::default(), application(&town));
    let added = coordinator.post(&town.hub("/webhooks"), &[("address", &receiver.listen())]);
    assert_eq!(added.status, 200);
    let open = town.cycle(8).parse().unwrap();
    RUNTIME.block_on(async {
        let mut chance = Chance::new(7);
        let mut week = Week::new(&app, &town.world, &mut chance);
        let next = week.after(open).await.unwrap();
        week.whole(next).await.unwrap();
    });
    let (hub, who) = (town.world.hub, town.world.staff(&app, Role::Bookkeeper));
    RUNTIME.block_on(async {
        let reversed = app.act(&who, move |tx, who| {
            let paid =
                tx.row("SELECT id FROM payment ORDER BY id DESC LIMIT 1", &[], |row| row.get(0))?;
            economy::payments::acts::reverse(tx, who, hub, paid.unwrap())
        });
        reversed.await.unwrap();
        // More than fifty messages for one address are delivered round by round.
        for _ in 0..20 {
            frame::webhooks::deliver(app.clone()).await.unwrap();
        }
    });
    let all: BTreeSet<String> = Kind::to_choose().map(|kind| kind.code().to_owned()).collect();
    assert_eq!(receiver.kinds(), all);
    // By reference only: whoever finds a message learns no name, no amount, no address.
    let told = serde_json::to_string(&*receiver.0.lock().unwrap()).unwrap();
    for name in town.world.shops.iter().map(|shop| &shop.name) {
        assert!(!told.contains(name.as_str()), "{name}");
    }
    for one in receiver.0.lock().unwrap().iter() {
        for (key, value) in one["data"].as_object().unwrap() {
            let is_id = value.as_str().is_some_and(|text| text.len() == 36);
            assert!(is_id || key == "kind", "{key}: {value}");
        }
    }
}
