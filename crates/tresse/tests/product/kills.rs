//! A server that is killed while shops order: what it said yes to is there, once, and the books are sound.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{JoinHandle, sleep};
use std::time::Duration;

use frame::{Clock, Role, Settings};
use hub::catalogue::StockMode;
use hub::orders::store as order_store;
use store::{Db, Location};
use tresse::sample::{Chance, Plan, World, people};
use tresse::{check, demo, migrations, server};
use units::{CycleId, OrganisationId, Quantity, ReferenceId};

use crate::town::RUNTIME;

pub const CLIENTS: usize = 4;
const KILLS: usize = 8;

/// What a client was told yes to: how much of each article its shop has ordered.
pub type Acknowledged = BTreeMap<ReferenceId, i64>;

/// One shop's client: it orders article after article, and asks again until it has an answer.
pub struct Client {
    agent: ureq::Agent,
    order: String,
    articles: Vec<ReferenceId>,
    stop: Arc<AtomicBool>,
}

impl Client {
    fn run(&self) -> (Acknowledged, usize) {
        let mut acknowledged = Acknowledged::new();
        let mut answers = 0;
        for turn in 0_usize.. {
            if self.stop.load(Ordering::Relaxed) {
                break;
            }
            let article = self.articles[turn % self.articles.len()];
            let quantity = (turn / self.articles.len() + turn) % 9 + 1;
            self.ask_until_answered(article, quantity);
            acknowledged.insert(article, quantity as i64);
            answers += 1;
        }
        (acknowledged, answers)
    }

    /// The same quantity again does no harm: it is what is wanted, not what is added.
    fn ask_until_answered(&self, article: ReferenceId, quantity: usize) {
        let (field, quantity) = (format!("quantity.{article}"), quantity.to_string());
        for _ in 0..2000 {
            let asked = self.agent.post(&self.order).header("x-live", "1");
            match asked.send_form([(field.as_str(), quantity.as_str())]) {
                Ok(answer) => {
                    assert_eq!(answer.status().as_u16(), 200, "{article}");
                    return;
                }
                // Nobody knows what became of it.
                Err(_) => sleep(Duration::from_millis(5)),
            }
        }
        panic!("the server did not come back");
    }
}

/// A running server; it is killed (SIGKILL) when it is let go.
pub struct Server(Child);

impl Server {
    pub fn start(folder: &Path, address: SocketAddr) -> Self {
        Self::start_on(folder, address, &["--data", "."])
    }

    /// The same on a database elsewhere.
    pub fn start_on(folder: &Path, address: SocketAddr, place: &[&str]) -> Self {
        let server = Self(
            Command::new(env!("CARGO_BIN_EXE_tresse"))
                .args(["serve", "--log", "error", "--listen", &address.to_string()])
                .args(place)
                .env("TRESSE_CALLS_PER_MINUTE", "0")
                .current_dir(folder)
                .stderr(Stdio::null())
                .spawn()
                .unwrap(),
        );
        let answers = (0..1000).any(|_| {
            sleep(Duration::from_millis(10));
            std::net::TcpStream::connect(address).is_ok()
        });
        assert!(answers, "the server did not start");
        server
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

pub fn come_in(address: SocketAddr, email: &str) -> ureq::Agent {
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .max_redirects(0)
        .http_status_as_error(false)
        .timeout_global(Some(Duration::from_secs(5)))
        .build()
        .into();
    let form = [("email", email), ("password", people::PASSWORD)];
    let answer = agent.post(format!("http://{address}/sign-in")).send_form(form).unwrap();
    assert_eq!(answer.status().as_u16(), 303);
    agent
}

/// A hub with an open cycle, and the articles that every shop may order there.
pub async fn founded(location: &Location) -> (World, CycleId, Vec<ReferenceId>) {
    let db = server::open(location).await.unwrap();
    let plan = Plan { producers: 8, shops: 6, references: 80, lines_a_week: 60, ..Plan::default() };
    let now = Clock::of_the_machine().now();
    let world = demo::fill(&db, &plan, Settings::default(), now, &|_| {}).await.unwrap();
    let hub = world.hub;
    let cycles = db.read(move |tx| hub::cycles::store::latest(tx, hub, 60)).await.unwrap();
    let cycle = cycles.iter().find(|cycle| cycle.number == 8).unwrap().id;
    let app = server::application(db, Settings::default(), None);
    let offers = hub::cycles::assortment(&app, hub, cycle).await.unwrap();
    let to_all = offers.offers.iter().filter(|offer| {
        offer.stock_mode == StockMode::OnDemand
            && world.shops.iter().all(|shop| offers.price_for(offer, shop.id).is_some())
    });
    let articles: Vec<ReferenceId> = to_all.map(|offer| offer.reference).take(12).collect();
    assert!(articles.len() > 5);
    (world, cycle, articles)
}

/// What the client of each of the first shops was told yes to, and how often, once it ends.
pub type AtWork = JoinHandle<(Acknowledged, usize)>;

/// One client for each of the first shops, at work until `stop`.
pub fn clients(
    agent: &ureq::Agent,
    address: SocketAddr,
    world: &World,
    cycle: CycleId,
    articles: &[ReferenceId],
    stop: &Arc<AtomicBool>,
) -> Vec<AtWork> {
    let shops = world.shops.iter().take(CLIENTS);
    let clients = shops.map(|shop| {
        let client = Client {
            agent: agent.clone(),
            order: format!("http://{address}/hubs/{}/cycles/{cycle}/orders/{}", world.hub, shop.id),
            articles: articles.to_vec(),
            stop: Arc::clone(stop),
        };
        std::thread::spawn(move || client.run())
    });
    clients.collect()
}

#[test]
fn what_was_acknowledged_survives_being_killed() {
    let folder = tempfile::tempdir().unwrap();
    let location = Location::File(folder.path().join("tresse.db"));
    let (world, cycle, articles) = RUNTIME.block_on(founded(&location));

    // A port that was free a moment ago.
    let address = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let mut server = Server::start(folder.path(), address);
    let email = &world.cast.logins.iter().find(|login| login.0 == Role::Coordinator).unwrap().1;
    let agent = come_in(address, email);
    let stop = Arc::new(AtomicBool::new(false));
    let shops: Vec<OrganisationId> = world.shops.iter().take(CLIENTS).map(|shop| shop.id).collect();
    let clients = clients(&agent, address, &world, cycle, &articles, &stop);
    let mut chance = Chance::new(11);
    for _ in 0..KILLS {
        sleep(Duration::from_millis(chance.between(30, 250).unsigned_abs()));
        drop(server);
        server = Server::start(folder.path(), address);
    }
    sleep(Duration::from_millis(100));
    stop.store(true, Ordering::Relaxed);
    let acknowledged: Vec<(Acknowledged, usize)> =
        clients.into_iter().map(|client| client.join().unwrap()).collect();
    drop(server);

    // However busy the machine is, each of them was told yes between most of the kills.
    let answers: Vec<usize> = acknowledged.iter().map(|(_, answers)| *answers).collect();
    assert!(
        answers.iter().all(|answers| *answers > KILLS),
        "too few orders were acknowledged: {answers:?}"
    );
    let db = RUNTIME.block_on(Db::open(&location, &migrations())).unwrap();
    for (shop, (acknowledged, _)) in shops.into_iter().zip(acknowledged) {
        let hub = world.hub;
        let lines =
            RUNTIME.block_on(db.read(move |tx| order_store::lines(tx, hub, cycle, shop))).unwrap();
        for (article, quantity) in acknowledged {
            let line = lines.iter().find(|line| line.reference == article);
            let ordered = line.map(|line| line.ordered);
            assert_eq!(ordered, Some(Quantity::whole(quantity)), "{article} of {shop}");
        }
    }
    let checked = RUNTIME.block_on(check::all(&db)).unwrap();
    let faults: Vec<String> = checked.into_iter().flat_map(|one| one.faults).collect();
    assert_eq!(faults, Vec::<String>::new());
}
