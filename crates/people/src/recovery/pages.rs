//! The page of new codes, and the one for who lost every other way in.

use askama::Template;
use axum::response::Response;
use frame::{Form, Outcome, Reader, Visit, redirect};
use jiff::Timestamp;
use units::Language;

use super::acts;
use crate::entry::acts::was_right;
use crate::entry::pages::{from_address, knock};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "recovery/codes.html")]
struct Paper {
    t: &'static Words,
    r: Reader,
    codes: Vec<String>,
    email: String,
    address: String,
    made_at: Timestamp,
}

#[derive(Template)]
#[template(path = "recovery/recover.html")]
struct Recover {
    t: &'static Words,
    language: Language,
    form: Form,
}

/// New codes, on the only page that ever shows them.
pub async fn make(visit: Visit) -> Outcome<Response> {
    let settings = visit.app.settings.clone();
    let codes = visit.act(move |tx, who| acts::make(tx, who, &settings)).await?;
    let person = visit.look(crate::account::acts::oneself).await?;
    let page = Paper {
        t: words(visit.language),
        r: visit.reader(),
        codes,
        email: person.email,
        address: visit.app.settings.address.clone(),
        made_at: visit.app.clock.now(),
    };
    visit.page(&page.t.codes_title(), &page)
}

pub async fn form(visit: Visit) -> Outcome<Response> {
    let t = words(visit.language);
    visit.page(&t.recovery_title(), &Recover { t, language: visit.language, form: Form::default() })
}

pub async fn recover(visit: Visit, form: Form) -> Outcome<Response> {
    match take(&visit, &form).await {
        Ok(link) => Ok(redirect(&link)),
        Err(stop) => {
            let t = words(visit.language);
            visit.again(&stop, &t.recovery_title(), &Recover { t, language: visit.language, form })
        }
    }
}

async fn take(visit: &Visit, form: &Form) -> Outcome<String> {
    let email = form.value("email").trim().to_lowercase();
    let (account, from) = (format!("recover {email}"), from_address(visit));
    knock(visit, &account).await?;
    let (moment, settings) = (visit.app.moment(), visit.app.settings.clone());
    let code = form.value("code").to_owned();
    let recovered = visit.app.db.write(move |tx| {
        let link = acts::recover(tx, &moment, &settings, &email, &code)?;
        was_right(tx, &account, &from)?;
        Ok(link)
    });
    recovered.await
}
