//! The page of one's own account, and what is changed there.

use askama::Template;
use axum::http::HeaderMap;
use axum::response::Response;
use frame::{At, Form, Ids, Outcome, Reader, Stop, Visit};
use jiff::civil::Date;
use units::{Code, Language, MandateId};
use uuid::Uuid;

use super::SESSIONS;
use super::acts::{self, Account};
use crate::entry::acts::{sound_hash, was_right};
use crate::entry::pages::{
    from_address, gone_out, knock, remember_language, session_cookie, set_session,
};
use crate::entry::{Password, Unwelcome, in_turn};
use crate::passkeys;
use crate::persons::{acts as mandates, store as persons};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "account/account.html")]
struct Page {
    t: &'static Words,
    r: Reader,
    language: Language,
    form: Form,
    own: Account,
    /// Where passkeys are possible: the address of their script.
    key_script: Option<&'static str>,
    today: Date,
}

impl Page {
    fn languages(&self) -> Vec<(String, String)> {
        Language::ALL.iter().map(|l| (l.code().to_owned(), l.name().to_owned())).collect()
    }
}

pub async fn account(visit: Visit, headers: HeaderMap) -> Outcome<Response> {
    let page = page(&visit, &headers, None).await?;
    visit.page(&page.t.account_title(), &page)
}

async fn page(visit: &Visit, headers: &HeaderMap, form: Option<Form>) -> Outcome<Page> {
    let (cookie, providers) = (session_cookie(visit, headers), visit.app.settings.providers.clone());
    let own = visit.look(move |tx, who| acts::account(tx, who, &cookie, &providers)).await?;
    let mut filled = form.unwrap_or_default();
    // A form of another part of the page leaves the record as it is kept.
    if filled.value("language").is_empty() {
        filled.set("name", own.person.name.clone());
        filled.set("phone", own.person.phone.clone().unwrap_or_default());
        filled.set("language", own.person.language.code());
    }
    Ok(Page {
        t: words(visit.language),
        r: visit.reader(),
        language: visit.language,
        form: filled,
        own,
        key_script: passkeys::are_possible(&visit.app.settings).then(frame::key_script),
        today: visit.app.today(),
    })
}

/// The page again, with what was refused said above it.
pub(crate) async fn again(
    visit: &Visit,
    headers: &HeaderMap,
    stop: Stop,
    form: Form,
) -> Outcome<Response> {
    form.note(&stop, visit.language);
    let page = page(visit, headers, Some(form)).await?;
    visit.again(&stop, &page.t.account_title(), &page)
}

pub async fn save(visit: Visit, headers: HeaderMap, form: Form) -> Outcome<Response> {
    let name = form.required("name", 120);
    let phone = form.optional("phone", 40);
    let language = form.code("language").unwrap_or(visit.language);
    if let Err(stop) = form.accept() {
        return again(&visit, &headers, stop, form).await;
    }
    visit.act(move |tx, who| acts::save(tx, who, &name, phone.as_deref(), language)).await?;
    let mut response = visit.done("/me", &words(language).account_saved());
    remember_language(&visit, &mut response, language);
    Ok(response)
}

pub async fn change_password(visit: Visit, headers: HeaderMap, form: Form) -> Outcome<Response> {
    match set_own_password(&visit, &headers, &form).await {
        Ok(session) => {
            let mut response = visit.done("/me", &words(visit.language).password_changed());
            set_session(&mut response, &visit.app.settings, &session);
            Ok(response)
        }
        Err(stop) => again(&visit, &headers, stop, form).await,
    }
}

/// The new cookie of the session.
async fn set_own_password(visit: &Visit, headers: &HeaderMap, form: &Form) -> Outcome<String> {
    let email = visit.look(acts::oneself).await?.email;
    let (account, from) = (format!("at {email}"), from_address(visit));
    knock(visit, &account).await?;
    let (asked, current) = (email.clone(), Password::typed(form.value("current")));
    let hash = visit.app.db.read(move |tx| persons::password_hash(tx, &asked)).await?;
    let new = Password::typed(form.value("password"));
    let hash = in_turn(move || {
        if current.matches(hash.as_deref()) {
            sound_hash(&new, &email)
        } else {
            Err(Unwelcome::WrongPassword.into())
        }
    })
    .await??;
    let (old, settings) = (session_cookie(visit, headers), visit.app.settings.clone());
    let session = Ids::secret();
    let new = session.clone();
    visit
        .act(move |tx, who| {
            was_right(tx, &account, &from)?;
            acts::change_password(tx, who, &settings, &hash, &old, &new)
        })
        .await?;
    Ok(session)
}

pub async fn revoke_session(visit: Visit, At(session): At<Uuid>) -> Outcome<Response> {
    visit.act(move |tx, who| acts::revoke_session(tx, who, session)).await?;
    Ok(visit.done(SESSIONS, &words(visit.language).session_revoked()))
}

pub async fn sign_out_everywhere(visit: Visit) -> Outcome<Response> {
    visit.act(acts::sign_out_everywhere).await?;
    Ok(gone_out(&visit))
}

/// Names who stands in for oneself, or nobody where the field is left empty.
pub async fn set_own_deputy(
    visit: Visit,
    At(mandate): At<MandateId>,
    headers: HeaderMap,
    form: Form,
) -> Outcome<Response> {
    let email = form.optional("email", 254).map(|email| email.to_lowercase());
    let named = visit.act(move |tx, who| mandates::set_deputy(tx, who, mandate, email.as_deref())).await;
    match named {
        Ok(()) => Ok(visit.done("/me", &words(visit.language).deputy_saved())),
        Err(stop) => again(&visit, &headers, stop, form).await,
    }
}
