//! The server is killed, anywhere or at one call to the system; or such a call fails.

use std::time::Duration;

use anyhow::ensure;
use tresse::sample::Chance;

use super::{Came, Order, has};
use crate::node::Node;
use crate::stage::Stage;

pub async fn at_random(order: Order) -> anyhow::Result<Came> {
    let folder = tempfile::tempdir()?;
    let mut stage = Stage::on_file(&order.setting("kill"), folder.path()).await?;
    let mut chance = Chance::new(order.seed);
    let mut longest = Duration::ZERO;
    stage.begin();
    for _ in 0..order.times {
        pause(&mut chance, 20, 250).await;
        stage.nodes[0].kill();
        longest = longest.max(stage.restart(0).await?);
    }
    stage.acknowledges(20).await;
    let verdict = stage.end().await?;
    let seen = vec![format!("longest from kill to the first page: {} ms", longest.as_millis())];
    Ok(Came::Ran { faults: order.times, verdict, seen })
}

/// A call of the server's to the system that a write goes through.
const CALLS: [&str; 4] = ["pwrite64", "pwrite64", "fdatasync", "fsync"];

/// What happens at the n-th of them.
fn strace(chance: &mut Chance, what: &str, most: i64) -> Vec<String> {
    let call = *chance.one_of(&CALLS);
    // A commit writes dozens of times and syncs once.
    let most = if call == "pwrite64" { most * 20 } else { most };
    let at = chance.between(1, most);
    let trace = format!("trace={call}");
    let inject = format!("inject={call}:{what}:when={at}");
    let words = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", &trace, "-e", &inject];
    words.map(str::to_owned).to_vec()
}

pub async fn at_a_call(order: Order) -> anyhow::Result<Came> {
    under_strace(order, "call", "signal=KILL").await
}

/// After a sync that failed the server must stop promising; somebody starts it again.
pub async fn errors(order: Order) -> anyhow::Result<Came> {
    under_strace(order, "error", "error=EIO").await
}

async fn under_strace(order: Order, name: &str, what: &str) -> anyhow::Result<Came> {
    if !has("strace") {
        return Ok(Came::NotRun("strace is not installed".to_owned()));
    }
    let folder = tempfile::tempdir()?;
    let mut stage = Stage::on_file(&order.setting(name), folder.path()).await?;
    let mut chance = Chance::new(order.seed);
    let (mut struck, mut at_start) = (0, 0);
    let kills = what.starts_with("signal");
    let mut starts = 0;
    stage.begin();
    while struck < order.times {
        starts += 1;
        // A server that makes no such call is never struck: it writes nothing, whatever it says.
        let most = 10 + 5 * order.times;
        ensure!(starts <= most, "of {most} servers only {struck} came to the call that was waited for");
        stage.nodes[0].kill();
        let mut launch = stage.launches[0].clone();
        launch.wrapper = strace(&mut chance, what, 40);
        let mut node = Node::begin(&launch)?;
        if node.answers_within(Duration::from_secs(20)).await {
            let before = stage.done();
            let ended = if kills {
                node.ends_within(Duration::from_secs(4)).await
            } else {
                // Until it has promised nothing for a while, or enough.
                while_it_promises(&stage, before).await;
                true
            };
            struck += usize::from(ended);
        } else if node.has_ended() {
            (struck, at_start) = (struck + 1, at_start + 1);
        }
        node.kill();
        stage.nodes[0] = node;
    }
    stage.restart(0).await?;
    let back = stage.acknowledges(20).await;
    let verdict = stage.end().await?;
    let mut seen = vec![format!("of these at the start of the server: {at_start}")];
    if !back {
        seen.push("the server did not take orders again afterwards".to_owned());
    }
    Ok(Came::Ran { faults: struck, verdict, seen })
}

/// Waits as long as writes are acknowledged, and two seconds at most.
async fn while_it_promises(stage: &Stage, mut before: usize) {
    for _ in 0..8 {
        tokio::time::sleep(Duration::from_millis(250)).await;
        let now = stage.done();
        if now == before {
            return;
        }
        before = now;
    }
}

pub async fn pause(chance: &mut Chance, least: i64, most: i64) {
    let milliseconds = chance.between(least, most).unsigned_abs();
    tokio::time::sleep(Duration::from_millis(milliseconds)).await;
}
