//! The way to a provider and back.

use ::store::Tx;
use askama::Template;
use axum::http::HeaderMap;
use axum::response::Response;
use frame::{At, Form, Ids, Outcome, Provider, Stop, Visit, cookies, redirect};
use units::PersonId;

use super::acts::{self, NotKnown};
use super::dialogue;
use super::model::{Asked, Identity};
use crate::account::WAYS_IN;
use crate::account::pages::again as account_again;
use crate::entry::CEREMONY_MINUTES;
use crate::entry::acts::was_right;
use crate::entry::pages::{from_address, knock, sign_in_again, welcome};
use crate::persons::acts::digest;
use crate::words::{Words, words};

/// Binds the way back to the browser that went.
const GONE_COOKIE: &str = "tresse_gone";

#[derive(Template)]
#[template(path = "providers/go.html")]
struct Go {
    t: &'static Words,
    name: String,
    to: String,
}

fn provider(visit: &Visit, key: &str) -> Outcome<Provider> {
    let found = visit.app.settings.providers.iter().find(|provider| provider.key == key);
    found.cloned().ok_or(Stop::NotFound)
}

/// Sends somebody to the provider, to come in by it.
pub async fn begin(visit: Visit, At(key): At<String>) -> Outcome<Response> {
    let provider = provider(&visit, &key)?;
    match go(&visit, &provider, None).await {
        Ok((to, browser)) => Ok(remembering(&visit, redirect(&to), &browser)),
        Err(stop) => sign_in_again(&visit, &stop, Form::default()).await,
    }
}

/// Begins to link an account to oneself. A button was pressed for it, and a link is to be followed: no other
/// site can bring somebody onto this way.
pub async fn begin_linking(visit: Visit, At(key): At<String>, headers: HeaderMap) -> Outcome<Response> {
    let provider = provider(&visit, &key)?;
    let person = visit.who()?.person;
    match go(&visit, &provider, Some(person)).await {
        Ok((to, browser)) => {
            let t = words(visit.language);
            let name = provider.name;
            let page = visit.page(&t.provider_link(&name), &Go { t, name: name.clone(), to })?;
            Ok(remembering(&visit, page, &browser))
        }
        Err(stop) => account_again(&visit, &headers, stop, Form::default()).await,
    }
}

/// The address to go to, and what the browser is to remember.
async fn go(visit: &Visit, provider: &Provider, who: Option<PersonId>) -> Outcome<(String, String)> {
    knock(visit, "").await?;
    let browser = Ids::secret();
    let asked = Asked {
        provider: provider.key.clone(),
        nonce: Ids::secret(),
        verifier: Ids::secret(),
        browser: digest(&browser),
        again: visit.who.is_some() && who.is_none(),
        next: visit.asked("next").to_owned(),
    };
    let (moment, kept) = (visit.app.moment(), asked.clone());
    let state = visit.app.db.write(move |tx| acts::begin(tx, &moment, who, &kept)).await?;
    let to = dialogue::ask(&visit.app, provider, &asked, state).await?;
    Ok((to, browser))
}

fn remembering(visit: &Visit, mut response: Response, browser: &str) -> Response {
    let settings = &visit.app.settings;
    cookies::set(&mut response, settings, GONE_COOKIE, browser, CEREMONY_MINUTES * 60);
    response
}

/// Somebody comes back from the provider.
pub async fn back(visit: Visit, At(key): At<String>, headers: HeaderMap) -> Outcome<Response> {
    let provider = provider(&visit, &key)?;
    let (who, asked) = match returned(&visit, &headers, &provider).await {
        Ok(returned) => returned,
        Err(stop) => return sign_in_again(&visit, &stop, Form::default()).await,
    };
    let heard = hear(&visit, &provider, &asked).await;
    let answered = match who {
        Some(person) => link(&visit, &headers, provider, person, heard).await,
        None => come_in(&visit, &headers, provider, &asked, heard).await,
    };
    let mut response = answered?;
    cookies::forget(&mut response, &visit.app.settings, GONE_COOKIE);
    Ok(response)
}

async fn returned(
    visit: &Visit,
    headers: &HeaderMap,
    provider: &Provider,
) -> Outcome<(Option<PersonId>, Asked)> {
    let browser = cookies::read(headers, &visit.app.settings, GONE_COOKIE).unwrap_or_default();
    let (moment, secret) = (visit.app.moment(), visit.asked("state").to_owned());
    let key = provider.key.clone();
    let finish = move |tx: &Tx<'_>| match acts::finish(tx, &moment, &secret, &key, &browser) {
        // What is refused is over all the same: it is kept, and said afterwards.
        Err(refused @ Stop::Refused(_)) => Ok(Err(refused)),
        found => found.map(Ok),
    };
    visit.app.db.write(finish).await?
}

async fn hear(visit: &Visit, provider: &Provider, asked: &Asked) -> Outcome<Identity> {
    // Where a provider says who it is (RFC 9207), it is the one that was asked.
    let issuer = visit.asked("iss");
    let is_another = !issuer.is_empty() && issuer != provider.issuer;
    if visit.asked("code").is_empty() || is_another {
        return Err(NotKnown::Declined(provider.name.clone()).into());
    }
    dialogue::hear(&visit.app, provider, asked, visit.asked("code").to_owned()).await
}

async fn come_in(
    visit: &Visit,
    headers: &HeaderMap,
    provider: Provider,
    asked: &Asked,
    heard: Outcome<Identity>,
) -> Outcome<Response> {
    let welcomed = match heard {
        Ok(identity) => {
            let from = from_address(visit);
            welcome(visit, headers, &asked.next, move |tx, moment, _| {
                was_right(tx, "", &from)?;
                acts::know(tx, moment, &provider, &identity)
            })
            .await
        }
        Err(stop) => Err(stop),
    };
    match welcomed {
        Err(stop) => sign_in_again(visit, &stop, Form::default()).await,
        welcome => welcome,
    }
}

async fn link(
    visit: &Visit,
    headers: &HeaderMap,
    provider: Provider,
    person: PersonId,
    heard: Outcome<Identity>,
) -> Outcome<Response> {
    // Who began and has gone out meanwhile, or is another, comes in again first.
    if visit.who()?.person != person {
        return Err(Stop::SignIn);
    }
    let linked = match heard {
        Ok(identity) => {
            let settings = visit.app.settings.clone();
            visit.act(move |tx, who| acts::link(tx, who, &settings, &provider, &identity)).await
        }
        Err(stop) => Err(stop),
    };
    match linked {
        Ok(()) => Ok(visit.done(WAYS_IN, &words(visit.language).provider_linked())),
        Err(stop) => account_again(visit, headers, stop, Form::default()).await,
    }
}

pub async fn unlink(visit: Visit, At(key): At<String>) -> Outcome<Response> {
    let (provider, settings) = (provider(&visit, &key)?, visit.app.settings.clone());
    visit.act(move |tx, who| acts::unlink(tx, who, &settings, &provider)).await?;
    Ok(visit.done(WAYS_IN, &words(visit.language).provider_unlinked()))
}
