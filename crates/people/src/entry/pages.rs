//! The door: signing in and out, choosing a mandate or a language, and a password set by a link.

use ::store::Tx;
use askama::Template;
use axum::http::HeaderMap;
use axum::http::header::USER_AGENT;
use axum::response::Response;
use frame::{At, Form, Ids, Moment, Outcome, Provider, Settings, Stop, Visit, cookies, redirect};
use units::{Code, Language, PersonId};

use super::acts::{self, Unwelcome};
use super::model::{Arrival, DEVICE_DAYS, LONGEST_DAYS, agent_in_short, own_path};
use super::password::{Password, in_turn};
use crate::account::acts::oneself;
use crate::passkeys;
use crate::persons::{Person, store as persons};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "entry/sign_in.html")]
struct SignIn {
    t: &'static Words,
    language: Language,
    form: Form,
    /// Who is in already, and shows once more who they are.
    known: Option<Person>,
    /// Where passkeys can be asked for: the address of their script.
    key_script: Option<&'static str>,
    providers: Vec<Provider>,
}

impl SignIn {
    fn title(&self) -> String {
        if self.known.is_some() { self.t.sign_in_again_title() } else { self.t.sign_in_title() }
    }
}

#[derive(Template)]
#[template(path = "entry/reset.html")]
struct Reset {
    t: &'static Words,
    language: Language,
    form: Form,
    asked: bool,
    has_mail: bool,
}

#[derive(Template)]
#[template(path = "entry/link.html")]
struct Link {
    t: &'static Words,
    language: Language,
    form: Form,
    person: Person,
}

pub async fn sign_in_form(visit: Visit) -> Outcome<Response> {
    let next = visit.asked("next");
    if visit.who.as_ref().is_some_and(|who| next.is_empty() || who.has_shown_of_late()) {
        return Ok(redirect(own_path(next)));
    }
    let form = Form::of([("next", next.to_owned())]);
    let page = sign_in_page(&visit, form).await?;
    visit.page(&page.title(), &page)
}

async fn sign_in_page(visit: &Visit, mut form: Form) -> Outcome<SignIn> {
    let known = if visit.who.is_some() { Some(visit.look(oneself).await?) } else { None };
    if let Some(known) = &known {
        form.set("email", known.email.clone());
    }
    let key_script = passkeys::are_possible(&visit.app.settings).then(frame::key_script);
    let providers = visit.app.settings.providers.clone();
    let (t, language) = (words(visit.language), visit.language);
    Ok(SignIn { t, language, form, known, key_script, providers })
}

/// The way in again, with what was refused said above it.
pub(crate) async fn sign_in_again(visit: &Visit, stop: &Stop, form: Form) -> Outcome<Response> {
    let page = sign_in_page(visit, form).await?;
    visit.again(stop, &page.title(), &page)
}

pub async fn sign_in(visit: Visit, headers: HeaderMap, form: Form) -> Outcome<Response> {
    match enter(&visit, &headers, &form).await {
        Err(stop) => sign_in_again(&visit, &stop, form).await,
        welcome => welcome,
    }
}

async fn enter(visit: &Visit, headers: &HeaderMap, form: &Form) -> Outcome<Response> {
    let email = form.value("email").trim().to_lowercase();
    let (account, from) = (format!("at {email}"), from_address(visit));
    knock(visit, &account).await?;
    let password = Password::typed(form.value("password"));
    let asked = email.clone();
    let hash = visit.app.db.read(move |tx| persons::password_hash(tx, &asked)).await?;
    if !in_turn(move || password.matches(hash.as_deref())).await? {
        return Err(Unwelcome::WrongPassword.into());
    }
    welcome(visit, headers, form.value("next"), move |tx, _, _| {
        acts::was_right(tx, &account, &from)?;
        Ok(persons::find_by_email(tx, &email)?.ok_or(Unwelcome::WrongPassword)?.id)
    })
    .await
}

/// Counts a try, at an account where one is named, before it is made.
pub(crate) async fn knock(visit: &Visit, account: &str) -> Outcome<()> {
    let (now, account, from) = (visit.app.clock.now(), account.to_owned(), from_address(visit));
    let may = visit.app.db.write(move |tx| acts::knock(tx, &account, &from, now)).await?;
    if may { Ok(()) } else { Err(Unwelcome::TooOften.into()) }
}

/// The key under which tries by this line are counted; empty where it is not known.
pub(crate) fn from_address(visit: &Visit) -> String {
    visit.line().map(|line| format!("from {line}")).unwrap_or_default()
}

/// Lets in whom `prove` finds to be who they say, with a new session, and goes on to `next`.
pub(crate) async fn welcome(
    visit: &Visit,
    headers: &HeaderMap,
    next: &str,
    prove: impl Fn(&Tx<'_>, &Moment, &Settings) -> Outcome<PersonId> + Send + 'static,
) -> Outcome<Response> {
    let (moment, settings) = (visit.app.moment(), visit.app.settings.clone());
    let read = |name| cookies::read(headers, &settings, name);
    let agent = headers.get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or("?");
    let arrival = Arrival {
        session: Ids::secret(),
        before: read(cookies::SESSION).unwrap_or_default(),
        device: read(cookies::DEVICE).filter(|known| !known.is_empty()).unwrap_or_else(Ids::secret),
        agent: agent_in_short(agent),
    };
    let (arriving, known) = (arrival.clone(), settings.clone());
    visit
        .app
        .db
        .write(move |tx| {
            let person = prove(tx, &moment, &known)?;
            acts::let_in(tx, &moment, &known, person, &arriving)
        })
        .await?;
    let mut response = redirect(own_path(next));
    set_session(&mut response, &settings, &arrival.session);
    cookies::set(&mut response, &settings, cookies::DEVICE, &arrival.device, DEVICE_DAYS * DAY);
    Ok(response)
}

const DAY: i64 = 24 * 3600;

pub(crate) fn set_session(response: &mut Response, settings: &Settings, secret: &str) {
    cookies::set(response, settings, cookies::SESSION, secret, LONGEST_DAYS * DAY);
}

/// The cookie of the session that asks; empty without one.
pub(crate) fn session_cookie(visit: &Visit, headers: &HeaderMap) -> String {
    cookies::read(headers, &visit.app.settings, cookies::SESSION).unwrap_or_default()
}

pub async fn sign_out(visit: Visit, headers: HeaderMap) -> Outcome<Response> {
    let cookie = session_cookie(&visit, &headers);
    visit.act(move |tx, _| acts::close_session(tx, &cookie)).await?;
    Ok(gone_out(&visit))
}

/// At the door, without a session.
pub(crate) fn gone_out(visit: &Visit) -> Response {
    let mut response = redirect("/sign-in");
    cookies::forget(&mut response, &visit.app.settings, cookies::SESSION);
    response
}

pub async fn choose_language(visit: Visit, form: Form) -> Outcome<Response> {
    let language = Language::from_code(form.value("language")).unwrap_or(visit.language);
    let mut response = redirect(own_path(form.value("next")));
    remember_language(&visit, &mut response, language);
    Ok(response)
}

pub(crate) fn remember_language(visit: &Visit, response: &mut Response, language: Language) {
    cookies::set(response, &visit.app.settings, cookies::LANGUAGE, language.code(), 365 * DAY);
}

pub async fn switch_mandate(visit: Visit, headers: HeaderMap, form: Form) -> Outcome<Response> {
    let to = form.id("mandate").ok_or(Stop::NotFound)?;
    let (old, new) = (session_cookie(&visit, &headers), Ids::secret());
    let cookie = new.clone();
    visit.act(move |tx, who| acts::switch_mandate(tx, who, to, &old, &cookie)).await?;
    let mut response = redirect("/");
    set_session(&mut response, &visit.app.settings, &new);
    Ok(response)
}

pub async fn reset_form(visit: Visit) -> Outcome<Response> {
    let page = reset_page(&visit, Form::default(), false);
    visit.page(&page.t.reset_title(), &page)
}

fn reset_page(visit: &Visit, form: Form, asked: bool) -> Reset {
    let has_mail = visit.app.mailer.is_some();
    Reset { t: words(visit.language), language: visit.language, form, asked, has_mail }
}

pub async fn reset(visit: Visit, form: Form) -> Outcome<Response> {
    let email = form.value("email").trim().to_lowercase();
    if let Err(stop) = knock(&visit, &format!("reset {email}")).await {
        let page = reset_page(&visit, form, false);
        return visit.again(&stop, &page.t.reset_title(), &page);
    }
    let moment = visit.app.moment();
    visit.app.db.write(move |tx| acts::ask_for_reset(tx, &moment, &email)).await?;
    // After the answer; should this node stop in between, the timed work finds what was asked.
    tokio::spawn(acts::write_asked_resets(visit.app.clone()));
    let page = reset_page(&visit, Form::default(), true);
    visit.page(&page.t.reset_title(), &page)
}

pub async fn link_form(visit: Visit, At(token): At<String>) -> Outcome<Response> {
    let person = link_holder(&visit, token).await?;
    let t = words(visit.language);
    visit.page(&t.link_title(), &Link { t, language: visit.language, form: Form::default(), person })
}

async fn link_holder(visit: &Visit, token: String) -> Outcome<Person> {
    let now = visit.app.clock.now();
    visit.app.db.read(move |tx| acts::link_holder(tx, &token, now)).await
}

pub async fn use_link(visit: Visit, At(token): At<String>, form: Form) -> Outcome<Response> {
    let person = link_holder(&visit, token.clone()).await?;
    let t = words(visit.language);
    match set_by_link(&visit, token, &form, person.email.clone()).await {
        Ok(()) => Ok(visit.done("/sign-in", &t.link_done())),
        Err(stop) => {
            form.note(&stop, visit.language);
            visit.again(&stop, &t.link_title(), &Link { t, language: visit.language, form, person })
        }
    }
}

async fn set_by_link(visit: &Visit, token: String, form: &Form, email: String) -> Outcome<()> {
    let password = Password::typed(form.value("password"));
    let hash = in_turn(move || acts::sound_hash(&password, &email)).await??;
    let (moment, settings) = (visit.app.moment(), visit.app.settings.clone());
    visit.app.db.write(move |tx| acts::use_link(tx, &moment, &settings, &token, &hash)).await
}
