//! Linking an account elsewhere, and knowing somebody by it.

use ::store::Tx;
use anyhow::Context as _;
use frame::{Moment, Outcome, Provider, Say, Settings, Stop, Who, journal};
use units::{Language, PersonId};

use super::model::{Asked, Identity, Offered};
use super::store;
use crate::entry::{Change, Unwelcome, acts as entry, letters};
use crate::persons::acts::digest;
use crate::persons::store as persons;
use crate::words::words;

const KIND: &str = "provider";

/// What coming in by another service is refused for; each names the service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotKnown {
    /// The service does not answer, or not as the standard has it.
    Unanswered(String),
    /// The service, or the person there, said no.
    Declined(String),
    /// Nobody here has this account linked.
    NotLinked(String),
    /// The account is linked to somebody else here, or another account to this person.
    Taken(String),
}

impl Say for NotKnown {
    fn say(&self, language: Language) -> String {
        let t = words(language);
        match self {
            Self::Unanswered(name) => t.provider_unanswered(name),
            Self::Declined(name) => t.provider_declined(name),
            Self::NotLinked(name) => t.provider_not_linked(name),
            Self::Taken(name) => t.provider_taken(name),
        }
    }
}

/// Remembers that somebody went to a provider, to come in or to link their account; the secret that comes
/// back with them.
pub fn begin(tx: &Tx<'_>, moment: &Moment, person: Option<PersonId>, asked: &Asked) -> Outcome<String> {
    let state = serde_json::to_string(asked).context("writing what was asked of a provider")?;
    entry::begin(tx, moment, KIND, person, &state)
}

/// Who went to this provider from this browser, and what they were asked, once.
///
/// # Errors
/// [`Unwelcome::TooLate`] when nobody did, when they did long ago, from another browser, to another provider,
/// or came back already.
pub fn finish(
    tx: &Tx<'_>,
    moment: &Moment,
    secret: &str,
    provider: &str,
    browser: &str,
) -> Outcome<(Option<PersonId>, Asked)> {
    let (person, state) = entry::finish(tx, moment, KIND, secret)?.ok_or(Unwelcome::TooLate)?;
    let asked: Asked = serde_json::from_str(&state).context("reading what was asked of a provider")?;
    if asked.provider == provider && asked.browser == digest(browser) {
        Ok((person, asked))
    } else {
        Err(Unwelcome::TooLate.into())
    }
}

/// The person whose account it is.
pub fn know(
    tx: &Tx<'_>,
    moment: &Moment,
    provider: &Provider,
    identity: &Identity,
) -> Outcome<PersonId> {
    let holder =
        store::holder(tx, identity)?.ok_or_else(|| NotKnown::NotLinked(provider.name.clone()))?;
    store::used(tx, identity, moment.at)?;
    Ok(holder)
}

/// Links an account elsewhere to oneself.
pub fn link(
    tx: &Tx<'_>,
    who: &Who,
    settings: &Settings,
    provider: &Provider,
    identity: &Identity,
) -> Outcome<()> {
    let taken = store::holder(tx, identity)?.is_some()
        || store::link(tx, who.person, &identity.issuer)?.is_some();
    if taken {
        return Err(NotKnown::Taken(provider.name.clone()).into());
    }
    store::insert(tx, identity, who.person, who.at)?;
    journal::note(tx, who, "provider.link", who.person, &provider.key)?;
    let person = persons::find(tx, who.person)?.ok_or(Stop::NotFound)?;
    letters::tell_of_change(tx, &who.moment(), settings, &person, Change::ProviderLinked)
}

pub fn unlink(tx: &Tx<'_>, who: &Who, settings: &Settings, provider: &Provider) -> Outcome<()> {
    if !store::delete(tx, who.person, &provider.issuer)? {
        return Err(Stop::NotFound);
    }
    journal::note(tx, who, "provider.unlink", who.person, &provider.key)?;
    let person = persons::find(tx, who.person)?.ok_or(Stop::NotFound)?;
    letters::tell_of_change(tx, &who.moment(), settings, &person, Change::ProviderUnlinked)
}

/// The providers of the instance, as one's own page shows them.
pub fn offered(tx: &Tx<'_>, who: &Who, providers: &[Provider]) -> Outcome<Vec<Offered>> {
    let offered = providers.iter().map(|provider| {
        let linked = store::link(tx, who.person, &provider.issuer)?;
        Ok(Offered { key: provider.key.clone(), name: provider.name.clone(), linked })
    });
    offered.collect()
}
