//! What happens by the clock: cycles open and close at their time, and producers get their orders.

use frame::{App, Outcome, Stop, Who};

use super::{acts, store};
use crate::supply;

/// Opens and closes what is due, in every hub, and sends what closing has made.
pub async fn tick(app: App) -> Outcome<()> {
    let now = app.clock.now();
    for (hub, cycle, is_planned) in app.db.read(move |tx| store::due(tx, now)).await? {
        let who = Who::clockwork(&app, hub);
        let zone = app.settings.zone.clone();
        let outcome = if is_planned {
            app.act(&who, move |tx, who| acts::open(tx, who, hub, cycle, &zone).map(|_| ())).await
        } else {
            app.act(&who, move |tx, who| acts::close(tx, who, hub, cycle)).await
        };
        match outcome {
            // Another node was first, or there is nothing to offer: the coordinator sees it on the page.
            Ok(()) | Err(Stop::Refused(_)) => {}
            // One hub's trouble is not another's.
            Err(stop) => tracing::error!(%hub, %cycle, "a cycle was not moved on: {stop:?}"),
        }
    }
    supply::send_waiting(&app).await
}
