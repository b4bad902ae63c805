//! The account's passkeys: a device makes one, and one is removed.

use std::sync::Arc;

use axum::http::HeaderMap;
use axum::response::Response;
use frame::{At, Form, Outcome, Visit, aside};
use uuid::Uuid;

use super::WAYS_IN;
use super::pages::again;
use crate::entry::Unwelcome;
use crate::passkeys::pages::{asked, site};
use crate::passkeys::{LONGEST_NAME, Made, acts};
use crate::words::words;

pub async fn begin(visit: Visit) -> Outcome<Response> {
    let site = site(&visit)?;
    let (secret, begun) = visit.act(move |tx, who| acts::begin_making(tx, who, &site)).await?;
    Ok(asked(&secret, &begun))
}

pub async fn add(visit: Visit, headers: HeaderMap, form: Form) -> Outcome<Response> {
    match keep(&visit, &form).await {
        Ok(()) => Ok(visit.done(WAYS_IN, &words(visit.language).passkey_added())),
        Err(stop) => again(&visit, &headers, stop, form).await,
    }
}

async fn keep(visit: &Visit, form: &Form) -> Outcome<()> {
    let site = site(visit)?;
    let secret = form.value("ceremony").to_owned();
    let state = visit.act(move |tx, who| acts::end_making(tx, who, &secret)).await?;
    let state = state.ok_or(Unwelcome::TooLate)?;
    let name = form.required("passkey", LONGEST_NAME);
    form.accept()?;
    let answer = form.value("answer").to_owned();
    let made: Arc<Made> = Arc::new(aside(move || site.finish_making(&answer, &state)).await??);
    let settings = visit.app.settings.clone();
    visit.act(move |tx, who| acts::add(tx, who, &settings, &name, &made)).await
}

pub async fn remove(visit: Visit, At(passkey): At<Uuid>) -> Outcome<Response> {
    let settings = visit.app.settings.clone();
    visit.act(move |tx, who| acts::remove(tx, who, &settings, passkey)).await?;
    Ok(visit.done(WAYS_IN, &words(visit.language).passkey_removed()))
}
