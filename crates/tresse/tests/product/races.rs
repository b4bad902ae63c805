//! Two nodes on one database at the same moment: what there is once is given once.

use frame::{App, Role, Stop};
use hub::catalogue::{StockMode, acts as catalogue};
use hub::cycles::assortment;
use hub::orders::Ask;
use hub::orders::acts::{self as orders, NotOrdered};
use store::testing::{TestDb, databases};
use store::{Db, Error, Location};
use tresse::sample::week::later;
use tresse::sample::{Chance, Plan, Week, World};
use tresse::{check, migrations, rehearsal};
use units::{CycleId, Quantity};

const HASH: &str = "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0$no-password-has-this-hash";
const UNITS: i64 = 50;
const ROUNDS: usize = 3;
const CLIENTS: usize = 16;

/// A hub on one database, with the nodes that serve it.
struct Hub {
    database: TestDb,
    nodes: Vec<App>,
    world: World,
    cycle: CycleId,
}

/// A hub on each database: two programs share PostgreSQL; SQLite has one, with two doors.
async fn hubs() -> Vec<Hub> {
    let mut hubs = Vec::new();
    for database in databases(&migrations()).await {
        let first = rehearsal::application(database.db.clone(), 1);
        let other = match &database.location {
            Location::File(_) => database.db.clone(),
            Location::Server(_) => Db::open(&database.location, &migrations()).await.unwrap(),
        };
        let plan =
            Plan { producers: 6, shops: CLIENTS, references: 60, lines_a_week: 60, ..Plan::default() };
        let mut chance = Chance::new(3);
        let today = first.today();
        let world = World::found(&first, &plan, &mut chance, HASH, today.month()).await.unwrap();
        let mut week = Week::new(&first, &world, &mut chance);
        let cycle = week.plan_first(later(today, 2)).await.unwrap();
        week.open(cycle).await.unwrap();
        let second = rehearsal::application(other, 2);
        second.clock.set(first.clock.now());
        hubs.push(Hub { database, nodes: vec![first, second], world, cycle });
    }
    hubs
}

impl Hub {
    /// Does `act` as client after client, all at once, on the nodes by turns.
    async fn all_at_once<T: Send + 'static, F>(&self, act: impl Fn(App, usize) -> F) -> Vec<T>
    where
        F: Future<Output = T> + Send + 'static,
    {
        let clients: Vec<_> = (0..CLIENTS)
            .map(|client| tokio::spawn(act(self.nodes[client % self.nodes.len()].clone(), client)))
            .collect();
        let mut outcomes = Vec::new();
        for client in clients {
            outcomes.push(client.await.unwrap());
        }
        outcomes
    }

    async fn is_sound(&self) {
        for checked in check::all(&self.database.db).await.unwrap() {
            assert_eq!(checked.faults, Vec::<String>::new(), "{} on {}", checked.name, self.engine());
        }
    }

    fn engine(&self) -> &'static str {
        self.database.db.engine()
    }
}

/// Whether another was in the way until it gave up: nothing was done then, and one may try again.
fn gave_up(stop: &Stop) -> bool {
    let Stop::Fault(error) = stop else { return false };
    matches!(error.downcast_ref::<Error>(), Some(Error::Conflict))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_units_are_promised_once() {
    for hub in hubs().await {
        let (id, cycle) = (hub.world.hub, hub.cycle);
        let offers = assortment(&hub.nodes[0], id, cycle).await.unwrap();
        let sells_to_all = |offer: &&hub::cycles::Offer| {
            offer.stock_mode == StockMode::OnHand
                && hub.world.shops.iter().all(|shop| offers.price_for(offer, shop.id).is_some())
        };
        let offer = offers.offers.iter().find(sells_to_all).expect("an article in stock");
        let (producer, reference) = (offer.producer, offer.reference);
        let shops: Vec<_> = hub.world.shops.iter().map(|shop| shop.id).collect();
        for round in 0..ROUNDS {
            let coordinator = hub.world.staff(&hub.nodes[0], Role::Coordinator);
            let count = move |tx: &store::Tx<'_>, who: &frame::Who| {
                catalogue::count_stock(tx, who, id, producer, reference, Quantity::whole(UNITS))
            };
            hub.nodes[0].act(&coordinator, count).await.unwrap();
            let taken = hub
                .all_at_once(|app, client| {
                    let who = hub.world.member(&app, Role::Shop, shops[client]);
                    let shop = shops[client];
                    async move {
                        let mut taken = 0;
                        loop {
                            let quantity = Quantity::whole(taken + 1);
                            let ask = Ask { reference, quantity, takes_second_choice: None };
                            let asked = app
                                .act(&who, move |tx, who| {
                                    orders::ask(tx, who, id, cycle, shop, &[ask], "")
                                })
                                .await;
                            match asked {
                                Ok(_) => taken += 1,
                                Err(stop) if gave_up(&stop) => {}
                                Err(Stop::Refused(refusal)) => {
                                    let why = refusal.of::<NotOrdered>();
                                    assert!(matches!(why, Some(NotOrdered::SoldOut { .. })), "{why:?}");
                                    return taken;
                                }
                                Err(other) => panic!("{other:?}"),
                            }
                        }
                    }
                })
                .await;
            assert_eq!(taken.iter().sum::<i64>(), UNITS, "round {round} on {}", hub.engine());
            hub.is_sound().await;
            for shop in &hub.world.shops {
                let who = hub.world.member(&hub.nodes[0], Role::Shop, shop.id);
                let (shop, quantity) = (shop.id, Quantity::ZERO);
                let ask = Ask { reference, quantity, takes_second_choice: None };
                let given_back = move |tx: &store::Tx<'_>, who: &frame::Who| {
                    orders::ask(tx, who, id, cycle, shop, &[ask], "")
                };
                hub.nodes[0].act(&who, given_back).await.unwrap();
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_is_used_once() {
    for hub in hubs().await {
        let moment = hub.nodes[0].moment();
        let link = hub.nodes[0]
            .db
            .write(move |tx| {
                people::persons::acts::make_administrator(tx, &moment, "", "eva@tresse.example", "Eva")
            })
            .await
            .unwrap();
        let token = link.rsplit('/').next().unwrap().to_owned();
        let used = hub
            .all_at_once(|app, _| {
                let token = token.clone();
                async move {
                    loop {
                        let (moment, token) = (app.moment(), token.clone());
                        let used = app
                            .db
                            .write(move |tx| {
                                let settings = frame::Settings::default();
                                people::entry::acts::use_link(tx, &moment, &settings, &token, HASH)
                            })
                            .await;
                        match used {
                            Err(stop) if gave_up(&stop) => {}
                            other => return other.is_ok(),
                        }
                    }
                }
            })
            .await;
        let used = used.into_iter().filter(|used| *used).count();
        assert_eq!(used, 1, "on {}", hub.engine());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_payment_is_recorded_once() {
    use economy::payments::{Method, Party, Payment, Side, acts as payments, store as payment_store};
    for hub in hubs().await {
        let (id, shop) = (hub.world.hub, hub.world.shops[0].id);
        let payment = Payment {
            id: hub.nodes[0].ids.next(),
            party: Party::new(Side::Shop, shop),
            amount: units::Cents(12_345),
            paid_on: hub.nodes[0].today(),
            method: Method::Transfer,
            note: String::new(),
            reverses: None,
        };
        hub.all_at_once(|app, _| {
            let (who, payment) = (hub.world.staff(&app, Role::Bookkeeper), payment.clone());
            async move {
                loop {
                    let payment = payment.clone();
                    let recorded = app
                        .act(&who, move |tx, who| payments::record(tx, who, id, &payment, None))
                        .await;
                    match recorded {
                        Err(stop) if gave_up(&stop) => {}
                        // Who comes second is told what the first was told.
                        other => return other.unwrap(),
                    }
                }
            }
        })
        .await;
        let standing = hub
            .database
            .db
            .read(move |tx| payment_store::open_of(tx, id, &[Party::new(Side::Shop, shop)]))
            .await
            .unwrap();
        let open: Vec<i64> = standing.iter().map(|one| one.open.0).collect();
        assert_eq!(open, [-12_345], "on {}", hub.engine());
        hub.is_sound().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn guesses_are_counted_for_all_nodes_together() {
    for hub in hubs().await {
        let taken = hub
            .all_at_once(|app, _| async move {
                let now = app.clock.now();
                loop {
                    let counted = app
                        .db
                        .write(move |tx| frame::attempts::take(tx, "at eva@tresse.example", 5, now))
                        .await;
                    match counted {
                        Err(Error::Conflict) => {}
                        other => return other.unwrap(),
                    }
                }
            })
            .await;
        assert_eq!(taken.into_iter().filter(|may| *may).count(), 5, "on {}", hub.engine());
    }
}
