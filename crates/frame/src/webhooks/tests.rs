//! Messages delivered to a receiver that does what each test tells it, and checks every signature.

use std::collections::{BTreeSet, VecDeque};
use std::sync::{Arc, Mutex};

use ::store::testing::{TestDb, databases};
use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::routing::any;
use jiff::{SignedDuration, Timestamp};
use units::{CoalitionId, Language};
use uuid::Uuid;

use super::model::{Event, Kind, Webhook, Why};
use super::{acts, job, sign, store};
use crate::app::{Addressee, App, Door, SHUT, Settings};
use crate::clock::{Clock, Ids};
use crate::mail;
use crate::who::Who;

const HUB: CoalitionId = CoalitionId(Uuid::from_u128(7));

fn noon() -> Timestamp {
    "2026-11-24T12:00:00Z".parse().unwrap()
}

/// What came to a receiver.
#[derive(Debug, Clone)]
struct Heard {
    id: String,
    at: Timestamp,
    signatures: String,
    body: String,
}

/// Another program on a port of its own.
#[derive(Clone)]
struct Receiver {
    address: String,
    /// What it answers next; 200 after that.
    plan: Arc<Mutex<VecDeque<u16>>>,
    heard: Arc<Mutex<Vec<Heard>>>,
}

impl Receiver {
    async fn that_answers(plan: &[u16]) -> Self {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let address = format!("http://{}/in", listener.local_addr().unwrap());
        let plan = Arc::new(Mutex::new(plan.iter().copied().collect()));
        let receiver = Self { address, plan, heard: Arc::default() };
        let own = receiver.clone();
        let road = any(move |request: Request| {
            let own = own.clone();
            async move { own.answer(request).await }
        });
        let router = Router::new().route("/in", road);
        tokio::spawn(async move { axum::serve(listener, router).await });
        receiver
    }

    async fn answer(&self, request: Request) -> (StatusCode, [(&'static str, &'static str); 1]) {
        let (head, body) = request.into_parts();
        let header = |name: &str| head.headers[name].to_str().unwrap().to_owned();
        assert_eq!(header("content-type"), "application/json");
        let heard = Heard {
            id: header("webhook-id"),
            at: Timestamp::from_second(header("webhook-timestamp").parse().unwrap()).unwrap(),
            signatures: header("webhook-signature"),
            body: String::from_utf8(axum::body::to_bytes(body, 1 << 20).await.unwrap().to_vec())
                .unwrap(),
        };
        self.heard.lock().unwrap().push(heard);
        let status = self.plan.lock().unwrap().pop_front().unwrap_or(200);
        (StatusCode::from_u16(status).unwrap(), [("location", "/elsewhere")])
    }

    fn heard(&self) -> Vec<Heard> {
        self.heard.lock().unwrap().clone()
    }
}

fn node(database: &TestDb) -> App {
    let leaders = |_: &::store::Tx<'_>, coalition, _| {
        assert_eq!(coalition, HUB);
        let (name, email) = ("Eva".to_owned(), "eva@example.org".to_owned());
        Ok(vec![Addressee { name, email, language: Language::Nl }])
    };
    let door = Door { leaders, ..SHUT };
    let inside = vec!["127.0.0.1".parse().unwrap()];
    let settings = Settings { inside, ..Settings::default() };
    App::new(database.db.clone(), Clock::set_by_hand(noon()), Ids::random(), settings, None, door)
}

/// Lets an address hear of these kinds; its identifier and its secret.
async fn add(app: &App, receiver: &Receiver, kinds: &[Kind]) -> (Uuid, String) {
    let (who, secret) = (Who::clockwork(app, HUB), sign::new_secret());
    let (address, kinds, kept) = (receiver.address.clone(), kinds.to_vec(), secret.clone());
    let id = app.act(&who, move |tx, who| acts::add(tx, who, HUB, &address, &kinds, &kept)).await;
    (id.unwrap(), secret)
}

async fn tell(app: &App, kind: Kind, cycle: &str) {
    let about = [("cycle", cycle.to_owned())];
    let who = Who::clockwork(app, HUB);
    app.act(&who, move |tx, who| Ok(store::tell(tx, who, HUB, &Event { kind, about: &about })?))
        .await
        .unwrap();
}

/// Lets time pass, and the job run every minute of it.
async fn wait(app: &App, minutes: i64) {
    for _ in 0..minutes {
        app.clock.set(app.clock.now() + SignedDuration::from_mins(1));
        job::deliver(app.clone()).await.unwrap();
    }
}

/// Lets days pass, and the job run every hour of them.
async fn wait_hours(app: &App, hours: i64) {
    for _ in 0..hours {
        app.clock.set(app.clock.now() + SignedDuration::from_hours(1));
        job::deliver(app.clone()).await.unwrap();
    }
}

async fn find(app: &App, id: Uuid) -> Webhook {
    app.db.read(move |tx| store::find(tx, HUB, id)).await.unwrap().unwrap()
}

fn ids(heard: &[Heard]) -> BTreeSet<String> {
    heard.iter().map(|one| one.id.clone()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_happens_is_told_once_signed_and_without_what_it_was() {
    for database in databases(&migrations()).await {
        let (app, receiver) = (node(&database), Receiver::that_answers(&[]).await);
        let (id, secret) = add(&app, &receiver, &[Kind::CycleOpened]).await;
        tell(&app, Kind::CycleOpened, "c1").await;
        tell(&app, Kind::CycleClosed, "c1").await;
        wait(&app, 5).await;
        let heard = receiver.heard();
        assert_eq!(heard.len(), 1, "it asked for one kind only");
        let one = &heard[0];
        assert_eq!(one.signatures, sign::signatures(&[secret], &one.id, one.at, &one.body));
        assert_eq!(one.at, noon() + SignedDuration::from_mins(1));
        assert_eq!(
            one.body,
            format!(
                r#"{{"data":{{"cycle":"c1","hub":"{HUB}"}},"timestamp":"2026-11-24T12:00:00Z","type":"cycle.opened"}}"#
            )
        );
        let messages = app.db.read(move |tx| store::latest(tx, HUB, id, 10)).await.unwrap();
        assert_eq!((messages.len(), messages[0].status), (1, Some(200)));
        assert!(messages[0].heard_at.is_some() && messages[0].spent_ms.is_some());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_told_of_an_act_that_was_refused() {
    for database in databases(&migrations()).await {
        let (app, receiver) = (node(&database), Receiver::that_answers(&[]).await);
        add(&app, &receiver, &[]).await;
        let who = Who::clockwork(&app, HUB);
        let refused = app.act(&who, |tx, who| {
            store::tell(tx, who, HUB, &Event { kind: Kind::CycleOpened, about: &[] })?;
            Err::<(), _>(crate::outcome::Stop::NotAllowed)
        });
        assert!(refused.await.is_err());
        wait(&app, 3).await;
        assert!(receiver.heard().is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_fails_is_told_again_under_the_same_identifier() {
    for database in databases(&migrations()).await {
        let (app, receiver) = (node(&database), Receiver::that_answers(&[500, 302, 503]).await);
        add(&app, &receiver, &[]).await;
        tell(&app, Kind::CycleOpened, "c1").await;
        wait(&app, 60).await;
        let heard = receiver.heard();
        assert_eq!((heard.len(), ids(&heard).len()), (4, 1), "a redirect is not followed");
        assert!(heard.windows(2).all(|pair| pair[0].body == pair[1].body));
        assert!(heard.windows(2).all(|pair| pair[0].at < pair[1].at), "each try has its time");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_to_be_told_is_not_told_twice() {
    for database in databases(&migrations()).await {
        let (app, receiver) = (node(&database), Receiver::that_answers(&[]).await);
        add(&app, &receiver, &[]).await;
        for _ in 0..20 {
            tell(&app, Kind::OrderChanged, "c1").await;
        }
        tell(&app, Kind::OrderChanged, "c2").await;
        wait(&app, 3).await;
        assert_eq!(receiver.heard().len(), 2, "one for each order");
        tell(&app, Kind::OrderChanged, "c1").await;
        wait(&app, 3).await;
        assert_eq!(receiver.heard().len(), 3, "a change after it was told is told");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_silent_for_days_is_paused_and_loses_nothing() {
    for database in databases(&migrations()).await {
        let (app, receiver) = (node(&database), Receiver::that_answers(&[500; 10]).await);
        let (id, _) = add(&app, &receiver, &[]).await;
        tell(&app, Kind::CycleOpened, "c1").await;
        wait_hours(&app, 70).await;
        assert_eq!(find(&app, id).await.paused, None, "not before three days");
        wait_hours(&app, 60).await;
        assert_eq!(receiver.heard().len(), 10);
        assert!(matches!(find(&app, id).await.paused, Some((_, Why::Failing))));
        let letters = app.db.read(|tx| mail::latest(tx, 10)).await.unwrap();
        assert_eq!(letters.len(), 1, "the coordinator is written to, once");
        assert_eq!(letters[0].to, "eva@example.org");
        assert!(letters[0].subject.contains("gepauzeerd"), "in their language");
        tell(&app, Kind::CycleClosed, "c1").await;
        wait_hours(&app, 5).await;
        assert_eq!(receiver.heard().len(), 10, "nothing goes to who is paused");
        let who = Who::clockwork(&app, HUB);
        app.act(&who, move |tx, who| acts::resume(tx, who, HUB, id)).await.unwrap();
        wait(&app, 1).await;
        let missed: Vec<String> = receiver.heard()[10..].iter().map(|one| one.body.clone()).collect();
        assert_eq!(missed.len(), 2);
        assert!(missed[0].contains("cycle.opened") && missed[1].contains("cycle.closed"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_says_that_it_is_gone_is_paused_at_once() {
    let database = ::store::testing::sqlite(&migrations()).await;
    let (app, receiver) = (node(&database), Receiver::that_answers(&[410]).await);
    let (id, _) = add(&app, &receiver, &[]).await;
    tell(&app, Kind::CycleOpened, "c1").await;
    wait(&app, 10).await;
    assert_eq!(receiver.heard().len(), 1);
    assert!(matches!(find(&app, id).await.paused, Some((_, Why::Failing))));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_that_was_replaced_is_good_for_a_day_more() {
    let database = ::store::testing::sqlite(&migrations()).await;
    let (app, receiver) = (node(&database), Receiver::that_answers(&[]).await);
    let (id, old) = add(&app, &receiver, &[]).await;
    let (who, new) = (Who::clockwork(&app, HUB), sign::new_secret());
    let kept = new.clone();
    app.act(&who, move |tx, who| acts::replace_secret(tx, who, HUB, id, &kept)).await.unwrap();
    tell(&app, Kind::CycleOpened, "c1").await;
    wait(&app, 1).await;
    wait_hours(&app, 24).await;
    tell(&app, Kind::CycleClosed, "c1").await;
    wait(&app, 1).await;
    let heard = receiver.heard();
    let by = |secrets: &[String], one: &Heard| sign::signatures(secrets, &one.id, one.at, &one.body);
    assert_eq!(heard[0].signatures, by(&[new.clone(), old], &heard[0]));
    assert_eq!(heard[1].signatures, by(&[new], &heard[1]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_trial_and_what_is_sent_again() {
    let database = ::store::testing::sqlite(&migrations()).await;
    let (app, receiver) = (node(&database), Receiver::that_answers(&[]).await);
    let (id, _) = add(&app, &receiver, &[Kind::CycleClosed]).await;
    let who = Who::clockwork(&app, HUB);
    app.act(&who, move |tx, who| acts::test(tx, who, HUB, id)).await.unwrap();
    wait(&app, 2).await;
    let heard = receiver.heard();
    assert!(heard.len() == 1 && heard[0].body.contains("webhook.test"), "whatever it asked for");
    let event: Uuid = heard[0].id.parse().unwrap();
    app.act(&who, move |tx, who| acts::again(tx, who, HUB, id, event)).await.unwrap();
    wait(&app, 2).await;
    assert_eq!((receiver.heard().len(), ids(&receiver.heard()).len()), (2, 1));
    let elsewhere = CoalitionId(Uuid::from_u128(8));
    let other = Who::clockwork(&app, elsewhere);
    let refused = app.act(&other, move |tx, who| acts::again(tx, who, HUB, id, event)).await;
    assert!(matches!(refused, Err(crate::outcome::Stop::NotFound)));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_nodes_tell_each_thing_once() {
    for database in databases(&migrations()).await {
        let receivers = [Receiver::that_answers(&[]).await, Receiver::that_answers(&[]).await];
        let nodes = [node(&database), node(&database)];
        for receiver in &receivers {
            add(&nodes[0], receiver, &[]).await;
        }
        for number in 0..25 {
            tell(&nodes[number % 2], Kind::CycleOpened, &format!("c{number}")).await;
        }
        let (first, second) = tokio::join!(
            tokio::spawn(job::deliver(nodes[0].clone())),
            tokio::spawn(job::deliver(nodes[1].clone()))
        );
        first.unwrap().unwrap();
        second.unwrap().unwrap();
        for receiver in &receivers {
            let heard = receiver.heard();
            assert_eq!((heard.len(), ids(&heard).len()), (25, 25));
        }
    }
}

/// The node stops after it took a message in hand: another one finds it when its time is over.
#[tokio::test(flavor = "multi_thread")]
async fn what_a_node_had_in_hand_when_it_stopped_is_told_by_another() {
    for database in databases(&migrations()).await {
        let (app, receiver) = (node(&database), Receiver::that_answers(&[]).await);
        let (id, _) = add(&app, &receiver, &[]).await;
        tell(&app, Kind::CycleOpened, "c1").await;
        let now = app.clock.now();
        let taken = app.db.write(move |tx| {
            let event = store::due_of(tx, HUB, id, now, 1)?.remove(0);
            store::take(tx, HUB, id, event, now)
        });
        assert!(taken.await.unwrap().is_some());
        wait(&app, 1).await;
        assert!(receiver.heard().is_empty(), "it is still in hand");
        wait(&app, 2).await;
        assert_eq!(receiver.heard().len(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_leads_inside_is_not_called() {
    let database = ::store::testing::sqlite(&migrations()).await;
    let (app, receiver) = (node(&database), Receiver::that_answers(&[]).await);
    let (id, _) = add(&app, &receiver, &[]).await;
    tell(&app, Kind::CycleOpened, "c1").await;
    // The same database, where the operator no longer names the host.
    let strict = App::new(
        database.db.clone(),
        Clock::set_by_hand(noon()),
        Ids::random(),
        Settings::default(),
        None,
        SHUT,
    );
    wait(&strict, 2).await;
    assert!(receiver.heard().is_empty());
    let messages = app.db.read(move |tx| store::latest(tx, HUB, id, 1)).await.unwrap();
    assert!(messages[0].problem.is_some() && messages[0].heard_at.is_none());
}

fn migrations() -> Vec<::store::Migration> {
    [crate::SLICE.migrations, super::SLICE.migrations].concat()
}
