//! Delivering messages: every address by itself, so that a slow one keeps nobody else waiting.

use std::time::Duration;

use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method};
use jiff::{SignedDuration, Timestamp};
use store::Tx;
use tokio::task::JoinSet;
use units::CoalitionId;
use uuid::Uuid;

use super::model::{Ended, ToSend, Why};
use super::{sign, store as messages};
use crate::app::App;
use crate::mail::{self, Letter};
use crate::outcome::Outcome;
use crate::outside::Call;
use crate::words::words;

/// An address has this long to answer.
const PATIENCE: Duration = Duration::from_secs(15);
/// What an address answers beside its status is nothing to us.
const LARGEST_ANSWER: usize = 64 << 10;
/// Addresses that are called at once.
const AT_ONCE: usize = 16;
/// Messages that one address gets in one round.
const A_ROUND: i64 = 50;
/// Messages are kept this long, heard or not.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 30);

/// Delivers what is due.
pub async fn deliver(app: App) -> Outcome<()> {
    let now = app.clock.now();
    let mut waiting = app.db.read(move |tx| messages::due(tx, now)).await?.into_iter();
    let mut called = JoinSet::new();
    for (coalition, webhook) in waiting.by_ref().take(AT_ONCE) {
        called.spawn(deliver_to(app.clone(), coalition, webhook));
    }
    while let Some(ended) = called.join_next().await {
        match ended {
            Ok(Ok(())) => {}
            // One address's trouble is not another's.
            Ok(Err(stop)) => tracing::error!("a webhook was not called: {stop:?}"),
            Err(broken) => tracing::error!("a webhook was not called: {broken}"),
        }
        if let Some((coalition, webhook)) = waiting.next() {
            called.spawn(deliver_to(app.clone(), coalition, webhook));
        }
    }
    Ok(())
}

/// Delivers to one address until it fails, or has heard all.
async fn deliver_to(app: App, coalition: CoalitionId, webhook: Uuid) -> Outcome<()> {
    let now = app.clock.now();
    let due = app.db.read(move |tx| messages::due_of(tx, coalition, webhook, now, A_ROUND)).await?;
    for event in due {
        let at = app.clock.now();
        let taken = app.db.write(move |tx| messages::take(tx, coalition, webhook, event, at)).await?;
        let Some(to_send) = taken else { continue };
        let ended = call(&app, &to_send).await;
        let heard = matches!(ended, Ended::Heard { .. });
        let (moment, address) = (app.moment(), app.settings.address.clone());
        let leaders = app.door.leaders;
        app.db
            .write(move |tx| {
                let goes_on = messages::settle(tx, coalition, webhook, &to_send, moment.at, &ended)?;
                if !goes_on && messages::pause(tx, coalition, webhook, moment.at, Why::Failing)? {
                    let link = format!("{address}/hubs/{coalition}/webhooks/{webhook}");
                    for letter in letters(leaders(tx, coalition, moment.today)?, &to_send.address, &link)
                    {
                        mail::write(tx, &moment.ids, moment.at, &letter)?;
                    }
                }
                Ok::<_, crate::outcome::Stop>(())
            })
            .await?;
        if !heard {
            return Ok(());
        }
    }
    Ok(())
}

/// Tells whoever coordinates that an address hears nothing any more.
fn letters(
    leaders: Vec<crate::app::Addressee>,
    address: &str,
    link: &str,
) -> impl Iterator<Item = Letter> {
    leaders.into_iter().map(move |leader| {
        let t = words(leader.language);
        Letter {
            to: leader.email,
            language: leader.language,
            subject: t.letter_webhook_subject(),
            body: t.letter_webhook(leader.name, address, link),
            button: Some(t.letter_webhook_button()),
            files: Vec::new(),
            secret: false,
        }
    })
}

async fn call(app: &App, to_send: &ToSend) -> Ended {
    let to = match app.outside.address(&to_send.address) {
        Ok(to) => to,
        Err(error) => return Ended::Unanswered(error.to_string()),
    };
    let headers = headers(to_send, app.clock.now());
    let body = to_send.body.clone().into_bytes();
    let (patience, largest) = (PATIENCE, LARGEST_ANSWER);
    match app.outside.call(Call { method: Method::POST, to, headers, body, patience, largest }).await {
        Ok(answer) => {
            Ended::of_status(answer.status, i64::try_from(answer.spent.as_millis()).unwrap_or(i64::MAX))
        }
        Err(error) => Ended::Unanswered(error.to_string()),
    }
}

fn headers(to_send: &ToSend, at: Timestamp) -> HeaderMap {
    let id = to_send.event.to_string();
    let signatures = sign::signatures(&to_send.secrets, &id, at, &to_send.body);
    let pairs = [
        ("webhook-id", id),
        ("webhook-timestamp", at.as_second().to_string()),
        ("webhook-signature", signatures),
    ];
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    for (name, value) in pairs {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    }
    headers
}

/// Forgets old messages.
pub async fn forget_old(app: App) -> Outcome<()> {
    let before = app.clock.now() - KEPT;
    let forget = move |tx: &Tx<'_>| messages::forget(tx, before);
    Ok(app.db.write(forget).await?)
}
