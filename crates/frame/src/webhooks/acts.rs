//! What a coordinator does with the addresses that hear of their coalition.

use ::store::Tx;
use jiff::SignedDuration;
use units::{CoalitionId, Language};
use uuid::Uuid;

use super::model::{Event, Kind, Message, Webhook, Why};
use super::store;
use crate::journal;
use crate::outcome::{Outcome, Say, Stop};
use crate::outside::BadAddress;
use crate::who::{Role, Who};
use crate::words::words;

/// Addresses that one coalition may have.
const MOST: usize = 20;
/// Messages that a page shows.
const SHOWN: i64 = 50;
/// After it is replaced, a secret is good for as long as it takes to change it elsewhere.
const OLD_SECRET: SignedDuration = SignedDuration::from_hours(24);

/// What an address is refused for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unheard {
    BadAddress(BadAddress),
    TooMany,
}

impl Say for Unheard {
    fn say(&self, language: Language) -> String {
        let t = words(language);
        match self {
            Self::BadAddress(BadAddress::NotAnAddress) => t.webhook_not_an_address(),
            Self::BadAddress(BadAddress::NotHttps) => t.webhook_not_https(),
            Self::BadAddress(BadAddress::HoldsPassword) => t.webhook_holds_password(),
            Self::BadAddress(BadAddress::Port) => t.webhook_port(),
            Self::BadAddress(BadAddress::Inside) => t.webhook_inside(),
            Self::TooMany => t.webhook_too_many(MOST as i64),
        }
    }

    fn field(&self) -> Option<&'static str> {
        Some("address")
    }
}

fn lead(who: &Who, hub: CoalitionId) -> Outcome<()> {
    who.must_be_within(hub)?;
    who.must_act_in(hub, &[Role::Coordinator])
}

fn find(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: Uuid) -> Outcome<Webhook> {
    lead(who, hub)?;
    store::find(tx, hub, id)?.ok_or(Stop::NotFound)
}

pub fn list(tx: &Tx<'_>, who: &Who, hub: CoalitionId) -> Outcome<Vec<Webhook>> {
    lead(who, hub)?;
    Ok(store::all(tx, hub)?)
}

pub fn show(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: Uuid) -> Outcome<(Webhook, Vec<Message>)> {
    let webhook = find(tx, who, hub, id)?;
    Ok((webhook, store::latest(tx, hub, id, SHOWN)?))
}

/// Adds an address that was read as one; messages to it are signed with `secret`.
pub fn add(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    address: &str,
    kinds: &[Kind],
    secret: &str,
) -> Outcome<Uuid> {
    lead(who, hub)?;
    if store::all(tx, hub)?.len() >= MOST {
        return Err(Unheard::TooMany.into());
    }
    let webhook = Webhook {
        coalition: hub,
        id: who.ids.next(),
        address: address.to_owned(),
        kinds: kinds.to_vec(),
        made_at: who.at,
        paused: None,
        old_secret_until: None,
    };
    store::insert(tx, who, &webhook, secret)?;
    journal::note(tx, who, "webhook.add", webhook.id, "")?;
    Ok(webhook.id)
}

/// Lets an address hear nothing for now. What happens meanwhile waits for it, thirty days at most.
pub fn pause(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: Uuid) -> Outcome<()> {
    find(tx, who, hub, id)?;
    if store::pause(tx, hub, id, who.at, Why::Asked)? {
        journal::note(tx, who, "webhook.pause", id, "")?;
    }
    Ok(())
}

/// Lets it hear again, and first what it has missed.
pub fn resume(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: Uuid) -> Outcome<()> {
    find(tx, who, hub, id)?;
    store::resume(tx, hub, id, who.at)?;
    journal::note(tx, who, "webhook.resume", id, "")?;
    Ok(())
}

pub fn remove(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: Uuid) -> Outcome<()> {
    find(tx, who, hub, id)?;
    store::remove(tx, hub, id)?;
    journal::note(tx, who, "webhook.remove", id, "")?;
    Ok(())
}

/// Signs with `secret` from now on, and with the one before it too for a day.
pub fn replace_secret(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: Uuid, secret: &str) -> Outcome<()> {
    find(tx, who, hub, id)?;
    store::replace_secret(tx, hub, id, secret, who.at + OLD_SECRET)?;
    journal::note(tx, who, "webhook.secret", id, "")?;
    Ok(())
}

/// Writes a message that says only that it is a trial.
pub fn test(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: Uuid) -> Outcome<()> {
    find(tx, who, hub, id)?;
    let event = Event { kind: Kind::Test, about: &[] };
    Ok(store::write(tx, hub, id, who.ids.next(), who.at, &event)?)
}

/// Sends a message once more, under the same identifier.
pub fn again(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: Uuid, event: Uuid) -> Outcome<()> {
    find(tx, who, hub, id)?;
    if store::again(tx, hub, id, event, who.at)? { Ok(()) } else { Err(Stop::NotFound) }
}
