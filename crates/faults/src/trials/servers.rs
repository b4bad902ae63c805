//! Two servers on one PostgreSQL: one is killed or stands still, the database is lost or out of reach, and
//! everybody wants the same thing at once.

use std::time::Duration;

use hyper::Method;
use rustix::process::Signal;
use serde_json::json;
use tokio::task::JoinSet;
use tresse::sample::Chance;

use super::kills::pause;
use super::{Came, Order};
use crate::caller::{Asked, Caller};
use crate::cluster::{Cluster, programs};
use crate::relay::{Relay, Way};
use crate::shopper::order as an_order;
use crate::stage::{Setting, Stage};

pub(super) const DATABASE: &str = "tresse";
const CLIENTS: usize = 16;

pub(super) fn cluster() -> anyhow::Result<Result<Cluster, Came>> {
    let Some(programs) = programs() else {
        return Ok(Err(Came::NotRun("PostgreSQL's programs are not installed".to_owned())));
    };
    let cluster = Cluster::start(&programs, false, &[])?;
    cluster.create_database(DATABASE)?;
    Ok(Ok(cluster))
}

pub async fn kill(order: Order) -> anyhow::Result<Came> {
    let cluster = match cluster()? {
        Ok(cluster) => cluster,
        Err(not_run) => return Ok(not_run),
    };
    let mut stage = Stage::on_server(&order.setting("node"), &cluster.url(DATABASE), 2).await?;
    let mut chance = Chance::new(order.seed);
    stage.begin();
    for time in 0..order.times {
        pause(&mut chance, 20, 250).await;
        stage.nodes[time % 2].kill();
        stage.restart(time % 2).await?;
    }
    stage.acknowledges(20).await;
    let verdict = stage.end().await?;
    Ok(Came::Ran { faults: order.times, verdict, seen: Vec::new() })
}

/// What the frozen server was doing it finishes later, when the shop has long asked the other one again.
pub async fn frozen(order: Order) -> anyhow::Result<Came> {
    let cluster = match cluster()? {
        Ok(cluster) => cluster,
        Err(not_run) => return Ok(not_run),
    };
    let setting = Setting { patience: Duration::from_millis(700), ..order.setting("frozen") };
    let mut stage = Stage::on_server(&setting, &cluster.url(DATABASE), 2).await?;
    let mut chance = Chance::new(order.seed);
    let mut seen = Vec::new();
    stage.begin();
    for time in 0..order.times {
        pause(&mut chance, 100, 400).await;
        stage.nodes[time % 2].signal(Signal::STOP);
        let before = stage.done();
        pause(&mut chance, 2000, 3000).await;
        seen.push(stage.done() - before);
        stage.nodes[time % 2].signal(Signal::CONT);
    }
    stage.acknowledges(20).await;
    let verdict = stage.end().await?;
    let least = seen.iter().min().copied().unwrap_or_default();
    let seen = vec![format!("the other server acknowledged at least {least} meanwhile")];
    Ok(Came::Ran { faults: order.times, verdict, seen })
}

/// By turns the bytes are held for a while, or every connection breaks after that.
pub async fn cut(order: Order) -> anyhow::Result<Came> {
    let cluster = match cluster()? {
        Ok(cluster) => cluster,
        Err(not_run) => return Ok(not_run),
    };
    let relay = Relay::before(cluster.primary().socket())?;
    let setting = Setting { patience: Duration::from_secs(1), ..order.setting("cut") };
    let url = Cluster::url_at(relay.folder.path(), DATABASE);
    let mut stage = Stage::on_server(&setting, &url, 1).await?;
    let mut chance = Chance::new(order.seed);
    let mut longest = Duration::ZERO;
    stage.begin();
    for time in 0..order.times {
        pause(&mut chance, 100, 400).await;
        relay.turn(Way::Silent);
        pause(&mut chance, 1500, 2500).await;
        if time % 2 == 1 {
            relay.turn(Way::Broken);
            pause(&mut chance, 50, 60).await;
        }
        relay.turn(Way::Open);
        let healed = frame::monotonic();
        anyhow::ensure!(stage.acknowledges(1).await, "nothing was acknowledged after the cut");
        longest = longest.max(frame::monotonic().saturating_sub(healed));
    }
    stage.acknowledges(20).await;
    stage.finish().await?;
    stage.location = store::Location::Server(cluster.url(DATABASE));
    let verdict = stage.end().await?;
    let seen = vec![
        "by a relay of our own that holds the bytes".to_owned(),
        format!("longest from the mended network to an acknowledged write: {} ms", longest.as_millis()),
    ];
    Ok(Came::Ran { faults: order.times, verdict, seen })
}

pub async fn failover(order: Order) -> anyhow::Result<Came> {
    let mut cluster = match cluster()? {
        Ok(cluster) => cluster,
        Err(not_run) => return Ok(not_run),
    };
    cluster.replicate().await?;
    let setting = Setting { patience: Duration::from_secs(2), ..order.setting("failover") };
    let mut stage = Stage::on_server(&setting, &cluster.url(DATABASE), 2).await?;
    let mut chance = Chance::new(order.seed);
    let mut gaps = Vec::new();
    stage.begin();
    for _ in 0..order.times {
        stage.acknowledges(30).await;
        pause(&mut chance, 20, 200).await;
        let killed = frame::monotonic();
        cluster.fail_over()?;
        anyhow::ensure!(stage.acknowledges(1).await, "nothing was acknowledged after the failover");
        gaps.push(frame::monotonic().saturating_sub(killed));
        cluster.replicate().await?;
    }
    stage.acknowledges(20).await;
    let verdict = stage.end().await?;
    gaps.sort();
    let median = gaps.get(gaps.len() / 2).copied().unwrap_or_default();
    let longest = gaps.last().copied().unwrap_or_default();
    let seen = vec![format!(
        "from the kill to the next acknowledged write: median {} ms, longest {} ms",
        median.as_millis(),
        longest.as_millis()
    )];
    Ok(Came::Ran { faults: order.times, verdict, seen })
}

/// Each round: everybody gives back, then takes one more until there is none; and one payment is sent by all.
pub async fn race(order: Order) -> anyhow::Result<Came> {
    let cluster = match cluster()? {
        Ok(cluster) => cluster,
        Err(not_run) => return Ok(not_run),
    };
    let setting = Setting { shops: CLIENTS, units: 50, ..order.setting("race") };
    let stage = Stage::on_server(&setting, &cluster.url(DATABASE), 2).await?;
    let run = &stage.run;
    let few = run.ground.guarded[0].clone();
    let units = few.units;
    let mut wrong = Vec::new();
    let mut oversold = 0;
    for round in 0..order.times {
        let mut clients = JoinSet::new();
        for client in 0..CLIENTS {
            let shop = &run.ground.shops[client];
            let (path, token) = (run.ground.order_path(shop.id), shop.token.clone());
            let mut caller = Caller::new(run.nodes[client % 2], Duration::from_secs(20));
            let reference = few.reference;
            let payment = json!({
                "side": "shop", "party": run.ground.shops[0].id, "amount": "1.00", "paid_on": run.paid_on,
                "method": "transfer", "note": format!("race-{round}"),
            });
            let key = format!("race-{round}");
            let pay = Asked::write(
                Method::POST,
                run.ground.payments_path(),
                &run.ground.books,
                &key,
                payment.to_string(),
            );
            clients.spawn(async move {
                let mut taken = 0;
                // Who has more than there was need not go on: it has been shown.
                while taken <= units {
                    let wanted = [(reference, taken + 1)];
                    let key = format!("race-{round}-{client}-{}", taken + 1);
                    let asked = an_order(&path, &token, &key, &wanted);
                    match caller.ask(&asked).await {
                        Some(answer) if answer.status < 300 => taken += 1,
                        Some(answer) if answer.status == 409 => break,
                        Some(answer) if answer.status < 500 => {
                            anyhow::bail!("an order was answered {}", answer.status)
                        }
                        _ => {}
                    }
                }
                let back =
                    an_order(&path, &token, &format!("race-{round}-{client}-0"), &[(reference, 0)]);
                Ok((taken, caller, pay, back))
            });
        }
        let mut taken = 0;
        let mut ends = Vec::new();
        while let Some(client) = clients.join_next().await {
            let (own, caller, pay, back) = client??;
            taken += own;
            ends.push((caller, pay, back));
        }
        if taken != few.units {
            oversold += usize::from(taken > few.units);
            wrong.push(format!("round {round}: {taken} of {} were sold", few.units));
        }
        let mut paying = JoinSet::new();
        for (mut caller, pay, back) in ends {
            paying.spawn(async move {
                for asked in [pay, back] {
                    while caller.ask(&asked).await.is_none_or(|answer| answer.status >= 300) {}
                }
            });
        }
        while paying.join_next().await.is_some() {}
    }
    let location = stage.location.clone();
    let hub = run.ground.hub;
    let mut verdict = stage.end().await?;
    let db = store::Db::open(&location, &tresse::migrations()).await?;
    let payments = db.read(move |tx| crate::store::payments(tx, hub)).await?;
    for round in 0..order.times {
        let there = payments.get(&format!("race-{round}")).copied().unwrap_or_default();
        verdict.acknowledged += 1;
        verdict.lost += usize::from(there == 0);
        verdict.double += usize::from(there > 1);
    }
    verdict.oversold += oversold;
    verdict.faults.extend(wrong.into_iter().take(12));
    Ok(Came::Ran { faults: order.times, verdict, seen: Vec::new() })
}
