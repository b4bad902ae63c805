//! The machine's clock is wrong by a day.

use super::{Came, Order, has};
use crate::stage::Stage;

pub async fn clock(order: Order) -> anyhow::Result<Came> {
    if !has("faketime") {
        return Ok(Came::NotRun("faketime is not installed".to_owned()));
    }
    let folder = tempfile::tempdir()?;
    let mut stage = Stage::on_file(&order.setting("clock"), folder.path()).await?;
    let usual = stage.launches[0].clone();
    let mut seen = Vec::new();
    stage.begin();
    stage.acknowledges(20).await;
    for time in 0..order.times {
        for shift in ["+1d", "-1d", "+0"] {
            stage.nodes[0].kill();
            stage.launches[0] = usual.under(&["faketime", "-f", shift]);
            stage.restart(0).await?;
            let goes_on = stage.acknowledges(20).await;
            if time == 0 || !goes_on {
                seen.push(format!("{shift}: orders are taken: {goes_on}"));
            }
        }
    }
    let verdict = stage.end().await?;
    Ok(Came::Ran { faults: 2 * order.times, verdict, seen })
}
