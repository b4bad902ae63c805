//! Signing in with a passkey: what the browser is asked, and what it answers.

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use frame::{Form, Outcome, Stop, Visit, aside};
use serde_json::json;

use super::acts;
use super::ceremony::{Begun, Site, named_in};
use crate::entry::Unwelcome;
use crate::entry::acts::was_right;
use crate::entry::pages::{from_address, knock, sign_in_again, welcome};

/// The site, where this instance does passkeys at all.
pub(crate) fn site(visit: &Visit) -> Outcome<Site> {
    Site::of(&visit.app.settings).ok_or(Stop::NotFound)
}

/// What the script hands to the browser, with the secret that it sends back.
pub(crate) fn asked(secret: &str, begun: &Begun) -> Response {
    let body = json!({ "ceremony": secret, "options": begun.options });
    let mut response = Response::new(body.to_string().into());
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

pub async fn begin(visit: Visit) -> Outcome<Response> {
    let site = site(&visit)?;
    knock(&visit, "").await?;
    let (begun, moment) = (site.begin_showing()?, visit.app.moment());
    let begun = std::sync::Arc::new(begun);
    let kept = begun.clone();
    let secret = visit.app.db.write(move |tx| acts::begin_showing(tx, &moment, &kept)).await?;
    Ok(asked(&secret, &begun))
}

pub async fn sign_in(visit: Visit, headers: HeaderMap, form: Form) -> Outcome<Response> {
    match enter(&visit, &headers, &form).await {
        Err(stop) => sign_in_again(&visit, &stop, form).await,
        welcome => welcome,
    }
}

async fn enter(visit: &Visit, headers: &HeaderMap, form: &Form) -> Outcome<Response> {
    let site = site(visit)?;
    let (moment, secret) = (visit.app.moment(), form.value("ceremony").to_owned());
    let state = visit.app.db.write(move |tx| acts::end_showing(tx, &moment, &secret)).await?;
    let state = state.ok_or(Unwelcome::TooLate)?;
    let answer = form.value("answer").to_owned();
    let (credential, holder) = named_in(&answer)?;
    let email = form.value("email").trim().to_lowercase();
    let key = visit.app.db.read(move |tx| acts::find(tx, &credential, holder, &email)).await?;
    let content = key.content.clone();
    let shown = aside(move || site.finish_showing(&answer, &state, &content)).await??;
    let from = from_address(visit);
    welcome(visit, headers, form.value("next"), move |tx, moment, _| {
        was_right(tx, "", &from)?;
        acts::know(tx, moment, &key, &shown)
    })
    .await
}
