//! A shop's program: it orders, pays, and asks again under the same key until it has an answer.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use hyper::Method;
use serde_json::json;
use tresse::sample::Chance;
use units::{Quantity, ReferenceId};

use crate::book::{Deed, End, Entry, Notebook};
use crate::caller::{Answer, Asked, Caller};
use crate::ground::Ground;

/// Quantities of an order begin again from one after this many: an order has 10,000 units at most.
const ROUND: i64 = 9_000;
/// Tries before a shop gives up on the server.
const TRIES: usize = 4_000;
const PAUSE: Duration = Duration::from_millis(5);

/// What a shop does besides ordering.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Habits {
    /// Orders for everything, payments, requests that come twice, and another shop's order now and then.
    All,
    /// Orders of three lines without a limit, and nothing else: for measuring.
    OrdersOnly,
}

/// What all shops of a run share.
pub struct Run {
    pub name: String,
    pub ground: Arc<Ground>,
    pub notebook: Notebook,
    pub stop: AtomicBool,
    pub done: AtomicUsize,
    pub nodes: Vec<SocketAddr>,
    pub patience: Duration,
    pub habits: Habits,
    /// The day of every payment.
    pub paid_on: String,
}

pub struct Shopper {
    run: Arc<Run>,
    shop: usize,
    callers: Vec<Caller>,
    node: usize,
    chance: Chance,
    sent: i64,
    lines: [ReferenceId; 3],
}

impl Shopper {
    pub fn new(run: &Arc<Run>, shop: usize, seed: u64) -> Self {
        let callers = run.nodes.iter().map(|node| Caller::new(*node, run.patience)).collect();
        let free = &run.ground.free;
        let lines = [0, 1, 2].map(|at| free[(shop * 3 + at) % free.len()]);
        let chance = Chance::new(seed.wrapping_add(shop as u64));
        let node = shop % run.nodes.len();
        Self { run: Arc::clone(run), shop, callers, node, chance, sent: 0, lines }
    }

    /// Shops until it is told to stop, and until what it sent last has an answer.
    pub async fn shop(mut self) -> anyhow::Result<()> {
        while !self.run.stop.load(Ordering::Relaxed) {
            let (entry, asked) = self.next();
            let end = self.ask_until_answered(entry, &asked).await?;
            if end == End::Unknown {
                break;
            }
        }
        Ok(())
    }

    fn next(&mut self) -> (Entry, Asked) {
        self.sent += 1;
        let key = format!("{}-{}-{}", self.run.name, self.shop, self.sent);
        let all = self.run.habits == Habits::All;
        let (deed, asked) = match self.sent % 4 {
            3 if all => self.payment(&key),
            _ => self.order(&key, all && self.sent % 4 != 1),
        };
        (Entry { key, end: End::Unknown, deed }, asked)
    }

    /// Three lines; one of them may be of what others want too.
    fn order(&mut self, key: &str, wants_few: bool) -> (Deed, Asked) {
        let ground = Arc::clone(&self.run.ground);
        let quantity = self.sent % ROUND + 1;
        let mut lines: Vec<(ReferenceId, i64)> =
            self.lines.iter().map(|reference| (*reference, quantity)).collect();
        if wants_few && !ground.guarded.is_empty() {
            let few = self.chance.one_of(&ground.guarded);
            lines[2] = (few.reference, self.chance.between(0, 5));
        }
        let shop = &ground.shops[self.shop];
        let asked = order(&ground.order_path(shop.id), &shop.token, key, &lines);
        (Deed::Order { shop: self.shop, lines }, asked)
    }

    fn payment(&mut self, key: &str) -> (Deed, Asked) {
        let ground = &self.run.ground;
        let body = json!({
            "side": "shop", "party": ground.shops[self.shop].id, "amount": "1.00",
            "paid_on": self.run.paid_on, "method": "transfer", "note": key,
        });
        let path = ground.payments_path();
        let asked = Asked::write(Method::POST, path, &ground.books, key, body.to_string());
        (Deed::Payment { note: key.to_owned() }, asked)
    }

    async fn ask_until_answered(&mut self, mut entry: Entry, asked: &Asked) -> anyhow::Result<End> {
        let answer = self.until_answered(asked).await;
        entry.end = match &answer {
            None => End::Unknown,
            Some(answer) if answer.status < 300 => End::Done,
            Some(_) => End::Refused,
        };
        self.run.notebook.note(&entry)?;
        self.run.done.fetch_add(usize::from(entry.end == End::Done), Ordering::Relaxed);
        if self.run.habits == Habits::All {
            if let Some(answer) = answer.filter(|answer| answer.status < 300)
                && self.chance.happens(15)
            {
                self.ask_again(asked, &answer).await;
            }
            if self.chance.happens(4) {
                self.trespass(&entry.key).await;
            }
        }
        Ok(entry.end)
    }

    /// On a node after the other, under the same key. A fault of the server's is no answer.
    async fn until_answered(&mut self, asked: &Asked) -> Option<Answer> {
        for _ in 0..TRIES {
            let caller = &mut self.callers[self.node];
            match caller.ask(asked).await {
                Some(answer) if answer.status < 500 && answer.status != 429 => return Some(answer),
                _ => {
                    self.node = (self.node + 1) % self.callers.len();
                    tokio::time::sleep(PAUSE).await;
                }
            }
        }
        None
    }

    /// The same request once more: it must be answered as the first time.
    async fn ask_again(&mut self, asked: &Asked, first: &Answer) {
        let Some(again) = self.until_answered(asked).await else { return };
        if (again.status, &again.body) != (first.status, &first.body) {
            let key = &asked.headers[1].1;
            self.run.notebook.complain(format!("{key}: asked twice, answered {} then", again.status));
        }
    }

    /// Another shop's order is none of its business.
    async fn trespass(&mut self, key: &str) {
        let ground = Arc::clone(&self.run.ground);
        let other = &ground.shops[(self.shop + 1) % ground.shops.len()];
        let own = &ground.shops[self.shop].token;
        let lines = [(self.lines[0], 1)];
        let asked = order(&ground.order_path(other.id), own, &format!("{key}-other"), &lines);
        if let Some(answer) = self.until_answered(&asked).await
            && !matches!(answer.status, 403 | 404)
        {
            let status = answer.status;
            self.run.notebook.complain(format!("{key}: a stranger's order was answered {status}"));
        }
    }
}

/// An order as the interface takes it.
pub fn order(path: &str, token: &str, key: &str, lines: &[(ReferenceId, i64)]) -> Asked {
    let lines: Vec<serde_json::Value> = lines
        .iter()
        .map(|(reference, units)| {
            json!({ "reference": reference, "quantity": Quantity::whole(*units).plain() })
        })
        .collect();
    let body = json!({ "lines": lines }).to_string();
    Asked::write(Method::PATCH, path.to_owned(), token, key, body)
}
