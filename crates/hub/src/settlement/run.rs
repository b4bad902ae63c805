//! Settling a whole cycle: a batch of documents a transaction, so that others get their turn, progress is
//! seen, and what is done stays done when somebody stops it.

use std::sync::Arc;

use frame::task::Progress;
use frame::{App, Outcome, Who};
use units::{CoalitionId, CycleId};

use super::acts;
use crate::cycles::assortment;

/// Documents issued in one transaction.
const A_BATCH: usize = 100;

/// Issues the invoices that a cycle still lacks; how many.
pub async fn issue_invoices(
    app: &App,
    who: &Who,
    hub: CoalitionId,
    cycle: CycleId,
    progress: Option<&Progress>,
) -> Outcome<usize> {
    let desk = app.look(who, move |tx, who| acts::before_invoices(tx, who, hub, cycle)).await?;
    let assortment = assortment(app, hub, cycle).await?;
    let desk = Arc::new(desk);
    let total = desk.parties.len();
    let mut done = 0;
    for batch in desk.parties.chunks(A_BATCH) {
        let (desk, assortment, batch) = (Arc::clone(&desk), Arc::clone(&assortment), batch.to_vec());
        done += batch.len();
        app.act(who, move |tx, who| acts::invoice(tx, who, &desk, &assortment, &batch)).await?;
        if !goes_on(progress, done, total).await? {
            break;
        }
    }
    Ok(done)
}

/// Issues the statements that a cycle still lacks, and marks it settled; how many.
pub async fn issue_statements(
    app: &App,
    who: &Who,
    hub: CoalitionId,
    cycle: CycleId,
    progress: Option<&Progress>,
) -> Outcome<usize> {
    let desk = app.look(who, move |tx, who| acts::before_statements(tx, who, hub, cycle)).await?;
    let assortment = assortment(app, hub, cycle).await?;
    let for_goods = Arc::clone(&assortment);
    let goods = app.look(who, move |tx, _| acts::goods(tx, hub, cycle, &for_goods)).await?;
    let (desk, goods) = (Arc::new(desk), Arc::new(goods));
    let total = desk.parties.len();
    let mut done = 0;
    for batch in desk.parties.chunks(A_BATCH) {
        let (desk, goods) = (Arc::clone(&desk), Arc::clone(&goods));
        let (assortment, batch) = (Arc::clone(&assortment), batch.to_vec());
        done += batch.len();
        app.act(who, move |tx, who| acts::state(tx, who, &desk, &goods, &assortment, &batch)).await?;
        if !goes_on(progress, done, total).await? {
            return Ok(done);
        }
    }
    app.act(who, move |tx, who| acts::finish(tx, who, hub, cycle)).await?;
    Ok(done)
}

async fn goes_on(progress: Option<&Progress>, done: usize, total: usize) -> Outcome<bool> {
    match progress {
        Some(progress) => progress.step(done, total).await,
        None => Ok(true),
    }
}
