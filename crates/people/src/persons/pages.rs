//! The way in, one's own account, and the administrator's list of persons and letters.

use askama::Template;
use axum::http::HeaderMap;
use axum::http::header::{COOKIE, USER_AGENT};
use axum::response::Response;
use frame::mail::{self, Waiting};
use frame::{
    At, Form, Ids, LANGUAGE_COOKIE, Outcome, Reader, Role, SESSION_COOKIE, Stop, Visit, attempts,
    redirect, set_cookie,
};
use jiff::civil::Date;
use units::{Code, Language, MandateId, PersonId};
use uuid::Uuid;

use super::acts::{self, Unwelcome};
use super::model::{Held, Invitation, NewMandate, Person, SESSION_DAYS, Session, agent_in_short};
use super::password::{Password, in_turn};
use super::store;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "persons/sign_in.html")]
struct SignIn {
    t: &'static Words,
    language: Language,
    form: Form,
}

#[derive(Template)]
#[template(path = "persons/reset.html")]
struct Reset {
    t: &'static Words,
    language: Language,
    form: Form,
    asked: bool,
    has_mail: bool,
}

#[derive(Template)]
#[template(path = "persons/link.html")]
struct Link {
    t: &'static Words,
    language: Language,
    form: Form,
    person: Person,
}

#[derive(Template)]
#[template(path = "persons/account.html")]
struct Account {
    t: &'static Words,
    r: Reader,
    language: Language,
    form: Form,
    person: Person,
    mandates: Vec<Held>,
    sessions: Vec<Session>,
    today: Date,
}

#[derive(Template)]
#[template(path = "persons/index.html")]
struct Index {
    t: &'static Words,
    persons: Vec<Person>,
}

#[derive(Template)]
#[template(path = "persons/show.html")]
struct Show {
    t: &'static Words,
    r: Reader,
    person: Person,
    mandates: Vec<Held>,
    today: Date,
}

#[derive(Template)]
#[template(path = "persons/invite.html")]
struct Invite {
    t: &'static Words,
    language: Language,
    form: Form,
}

#[derive(Template)]
#[template(path = "persons/letters.html")]
struct Letters {
    t: &'static Words,
    r: Reader,
    waiting: Vec<Waiting>,
    has_mail: bool,
}

pub async fn sign_in_form(visit: Visit) -> Outcome<Response> {
    if visit.who.is_some() {
        return Ok(redirect("/"));
    }
    let form = Form::of([("next", visit.asked("next").to_owned())]);
    let t = words(visit.language);
    visit.page(&t.sign_in_title(), &SignIn { t, language: visit.language, form })
}

pub async fn sign_in(visit: Visit, headers: HeaderMap, form: Form) -> Outcome<Response> {
    match enter(&visit, &headers, &form).await {
        Ok(secret) => {
            let mut response = redirect(own_path(form.value("next")));
            set_session_cookie(&visit, &mut response, &secret);
            Ok(response)
        }
        Err(stop) => {
            let t = words(visit.language);
            visit.again(&stop, &t.sign_in_title(), &SignIn { t, language: visit.language, form })
        }
    }
}

async fn enter(visit: &Visit, headers: &HeaderMap, form: &Form) -> Outcome<String> {
    let email = form.value("email").trim().to_lowercase();
    knock(visit, &email).await?;
    let password = Password::typed(form.value("password"));
    let asked = email.clone();
    let hash = visit.app.db.read(move |tx| store::password_hash(tx, &asked)).await?;
    let matches = in_turn(move || password.matches(hash.as_deref())).await?;
    if !matches {
        return Err(Unwelcome::WrongPassword.into());
    }
    let_in(visit, &email).await?;
    let agent = agent_in_short(headers.get(USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or("?"));
    let (moment, secret) = (visit.app.moment(), Ids::secret());
    let cookie = secret.clone();
    let open = move |tx: &::store::Tx<'_>| acts::open_session(tx, &moment, &email, &cookie, &agent);
    visit.app.db.write(open).await?;
    Ok(secret)
}

/// Guesses at one account, and from one address on the network, within a quarter of an hour. Many people
/// may share an address, and nobody an account.
const MOST_GUESSES: i64 = 8;
const MOST_GUESSES_FROM_AN_ADDRESS: i64 = 60;

/// Counts a try at this account; the answer to too many is not to try.
async fn knock(visit: &Visit, email: &str) -> Outcome<()> {
    let (now, at, from) = (visit.app.clock.now(), at_account(email), from_address(visit));
    let counted = visit.app.db.write(move |tx| {
        if let Some(from) = &from
            && !attempts::take(tx, from, MOST_GUESSES_FROM_AN_ADDRESS, now)?
        {
            return Ok(false);
        }
        attempts::take(tx, &at, MOST_GUESSES, now)
    });
    if counted.await? { Ok(()) } else { Err(Unwelcome::TooOften.into()) }
}

/// What was tried was right.
async fn let_in(visit: &Visit, email: &str) -> Outcome<()> {
    let (at, from) = (at_account(email), from_address(visit));
    let forgotten = visit.app.db.write(move |tx| {
        attempts::forget(tx, &at)?;
        from.as_ref().map_or(Ok(()), |from| attempts::give_back(tx, from))
    });
    Ok(forgotten.await?)
}

fn at_account(email: &str) -> String {
    format!("at {email}")
}

fn from_address(visit: &Visit) -> Option<String> {
    visit.peer.map(|peer| format!("from {peer}"))
}

/// Only an address of ours: `//elsewhere` and `https://elsewhere` would lead away, and so
/// would `/\elsewhere` and `/` with a tab after it, which browsers read as the first.
fn own_path(next: &str) -> &str {
    let misread = |c: char| c == '\\' || c.is_control();
    let ours = next.starts_with('/') && !next.starts_with("//") && !next.contains(misread);
    if ours { next } else { "/" }
}

fn set_session_cookie(visit: &Visit, response: &mut Response, secret: &str) {
    let seconds = SESSION_DAYS * 24 * 3600;
    let secure = if visit.app.settings.address.starts_with("https:") { "; Secure" } else { "" };
    set_cookie(
        response,
        &format!("{SESSION_COOKIE}={secret}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}"),
    );
}

fn session_cookie(headers: &HeaderMap) -> String {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split("; "))
        .find_map(|pair| pair.strip_prefix(SESSION_COOKIE)?.strip_prefix('='))
        .unwrap_or_default()
        .to_owned()
}

pub async fn sign_out(visit: Visit, headers: HeaderMap) -> Outcome<Response> {
    let cookie = session_cookie(&headers);
    visit.act(move |tx, _| acts::close_session(tx, &cookie)).await?;
    let mut response = redirect("/sign-in");
    set_cookie(&mut response, &format!("{SESSION_COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"));
    Ok(response)
}

pub async fn choose_language(visit: Visit, form: Form) -> Outcome<Response> {
    let language = Language::from_code(form.value("language")).unwrap_or(visit.language);
    let mut response = redirect(own_path(form.value("next")));
    let code = language.code();
    set_cookie(
        &mut response,
        &format!("{LANGUAGE_COOKIE}={code}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax"),
    );
    Ok(response)
}

pub async fn switch_mandate(visit: Visit, headers: HeaderMap, form: Form) -> Outcome<Response> {
    let to = form.id("mandate").ok_or(Stop::NotFound)?;
    let (old, new) = (session_cookie(&headers), Ids::secret());
    let cookie = new.clone();
    visit.act(move |tx, who| acts::switch_mandate(tx, who, to, &old, &cookie)).await?;
    let mut response = redirect("/");
    set_session_cookie(&visit, &mut response, &new);
    Ok(response)
}

pub async fn reset_form(visit: Visit) -> Outcome<Response> {
    show_reset(&visit, Form::default(), false)
}

fn show_reset(visit: &Visit, form: Form, asked: bool) -> Outcome<Response> {
    let t = words(visit.language);
    let has_mail = visit.app.mailer.is_some();
    visit.page(&t.reset_title(), &Reset { t, language: visit.language, form, asked, has_mail })
}

pub async fn reset(visit: Visit, form: Form) -> Outcome<Response> {
    let email = form.value("email").trim().to_lowercase();
    if let Err(stop) = knock(&visit, &email).await {
        let (t, language, has_mail) =
            (words(visit.language), visit.language, visit.app.mailer.is_some());
        return visit.again(
            &stop,
            &t.reset_title(),
            &Reset { t, language, form, asked: false, has_mail },
        );
    }
    let (moment, address) = (visit.app.moment(), visit.app.settings.address.clone());
    visit.app.db.write(move |tx| acts::ask_for_reset(tx, &moment, &address, &email)).await?;
    show_reset(&visit, Form::default(), true)
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
    let moment = visit.app.moment();
    visit.app.db.write(move |tx| acts::use_link(tx, &moment, &token, &hash)).await
}

pub async fn account(visit: Visit, headers: HeaderMap) -> Outcome<Response> {
    let page = account_page(&visit, &headers, None).await?;
    visit.page(&page.t.account_title(), &page)
}

async fn account_page(visit: &Visit, headers: &HeaderMap, form: Option<Form>) -> Outcome<Account> {
    let cookie = session_cookie(headers);
    let (person, mandates, sessions) =
        visit.look(move |tx, who| acts::account(tx, who, &cookie)).await?;
    let form = form.unwrap_or_else(|| {
        Form::of([
            ("name", person.name.clone()),
            ("phone", person.phone.clone().unwrap_or_default()),
            ("language", person.language.code().to_owned()),
        ])
    });
    Ok(Account {
        t: words(visit.language),
        r: visit.reader(),
        language: visit.language,
        form,
        person,
        mandates,
        sessions,
        today: visit.app.today(),
    })
}

async fn account_again(visit: &Visit, headers: &HeaderMap, stop: Stop, form: Form) -> Outcome<Response> {
    form.note(&stop, visit.language);
    let page = account_page(visit, headers, Some(form)).await?;
    visit.again(&stop, &page.t.account_title(), &page)
}

pub async fn save_account(visit: Visit, headers: HeaderMap, form: Form) -> Outcome<Response> {
    let name = form.required("name", 120);
    let phone = form.optional("phone", 40);
    let language = form.code("language").unwrap_or(visit.language);
    if let Err(stop) = form.accept() {
        return account_again(&visit, &headers, stop, form).await;
    }
    visit.act(move |tx, who| acts::save_account(tx, who, &name, phone.as_deref(), language)).await?;
    let mut response = visit.done("/me", &words(language).account_saved());
    let code = language.code();
    set_cookie(
        &mut response,
        &format!("{LANGUAGE_COOKIE}={code}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax"),
    );
    Ok(response)
}

pub async fn change_password(visit: Visit, headers: HeaderMap, form: Form) -> Outcome<Response> {
    match set_own_password(&visit, &headers, &form).await {
        Ok(()) => Ok(visit.done("/me", &words(visit.language).password_changed())),
        Err(stop) => account_again(&visit, &headers, stop, form).await,
    }
}

async fn set_own_password(visit: &Visit, headers: &HeaderMap, form: &Form) -> Outcome<()> {
    let email = visit.look(|tx, who| acts::account(tx, who, "")).await?.0.email;
    knock(visit, &email).await?;
    let (asked, known) = (email.clone(), email.clone());
    let current = Password::typed(form.value("current"));
    let hash = visit.app.db.read(move |tx| store::password_hash(tx, &asked)).await?;
    let new = Password::typed(form.value("password"));
    let hash = in_turn(move || {
        if current.matches(hash.as_deref()) {
            acts::sound_hash(&new, &email)
        } else {
            Err(Unwelcome::WrongPassword.into())
        }
    })
    .await??;
    let_in(visit, &known).await?;
    let cookie = session_cookie(headers);
    visit.act(move |tx, who| acts::change_password(tx, who, &hash, &cookie)).await
}

pub async fn revoke_session(visit: Visit, At(session): At<Uuid>) -> Outcome<Response> {
    visit.act(move |tx, who| acts::revoke_session(tx, who, session)).await?;
    Ok(visit.done("/me", &words(visit.language).session_revoked()))
}

/// Names who stands in for oneself, or nobody where the field is left empty.
pub async fn set_own_deputy(
    visit: Visit,
    At(mandate): At<MandateId>,
    headers: HeaderMap,
    form: Form,
) -> Outcome<Response> {
    let email = form.optional("email", 254).map(|email| email.to_lowercase());
    let named = visit.act(move |tx, who| acts::set_deputy(tx, who, mandate, email.as_deref())).await;
    match named {
        Ok(()) => Ok(visit.done("/me", &words(visit.language).deputy_saved())),
        Err(stop) => {
            let page = account_page(&visit, &headers, None).await?;
            visit.again(&stop, &page.t.account_title(), &page)
        }
    }
}

pub async fn index(visit: Visit) -> Outcome<Response> {
    let persons = visit.look(acts::list).await?;
    let t = words(visit.language);
    visit.page(&t.persons_title(), &Index { t, persons })
}

pub async fn show(visit: Visit, At(id): At<PersonId>) -> Outcome<Response> {
    let page = person_page(&visit, id).await?;
    visit.page(&page.person.name.clone(), &page)
}

async fn person_page(visit: &Visit, id: PersonId) -> Outcome<Show> {
    let (person, mandates) = visit.look(move |tx, who| acts::show(tx, who, id)).await?;
    let today = visit.app.today();
    Ok(Show { t: words(visit.language), r: visit.reader(), person, mandates, today })
}

/// Back to the person, with what was refused said above.
async fn person_again(visit: &Visit, id: PersonId, done: Outcome<()>) -> Outcome<Response> {
    match done {
        Ok(()) => Ok(redirect(&format!("/persons/{id}"))),
        Err(stop) => {
            let page = person_page(visit, id).await?;
            visit.again(&stop, &page.person.name.clone(), &page)
        }
    }
}

impl Show {
    fn administers(&self) -> bool {
        self.mandates.iter().any(|held| {
            held.person == self.person.id
                && held.mandate.role == Role::Administrator
                && held.is_good_on(self.today)
        })
    }
}

pub async fn let_administer(visit: Visit, At(id): At<PersonId>) -> Outcome<Response> {
    let address = visit.app.settings.address.clone();
    let given = visit.act(move |tx, who| acts::let_administer(tx, who, &address, id)).await;
    person_again(&visit, id, given).await
}

pub async fn end_mandate(
    visit: Visit,
    At((id, mandate)): At<(PersonId, MandateId)>,
) -> Outcome<Response> {
    let ended = visit.act(move |tx, who| acts::end_mandate(tx, who, mandate)).await;
    person_again(&visit, id, ended).await
}

pub async fn invitation_form(visit: Visit) -> Outcome<Response> {
    let form = Form::of([("language", visit.language.code().to_owned())]);
    let t = words(visit.language);
    visit.page(&t.invite_title(), &Invite { t, language: visit.language, form })
}

/// The administrator invites administrators; members' and coalitions' people are invited where they are.
pub async fn invite(visit: Visit, form: Form) -> Outcome<Response> {
    let t = words(visit.language);
    match invite_administrator(&visit, &form).await {
        Ok(person) => Ok(visit.done(&format!("/persons/{person}"), &t.invite_done())),
        Err(stop) => {
            form.note(&stop, visit.language);
            visit.again(&stop, &t.invite_title(), &Invite { t, language: visit.language, form })
        }
    }
}

async fn invite_administrator(visit: &Visit, form: &Form) -> Outcome<PersonId> {
    let mandate = NewMandate::of_an_administrator(visit.app.today());
    let invitation = read_invitation(form, visit.language, mandate)?;
    let address = visit.app.settings.address.clone();
    visit.act(move |tx, who| acts::invite(tx, who, &address, &invitation)).await
}

/// The person that an invitation form names, with the mandate to be given.
///
/// # Errors
/// A refusal; the form keeps what is wrong with each field.
pub fn read_invitation(form: &Form, language: Language, mandate: NewMandate) -> Outcome<Invitation> {
    let email = form.must("email", form.email("email"));
    let invitation = Invitation {
        name: form.required("name", 120),
        email: email.unwrap_or_default(),
        language: form.maybe_code("language").unwrap_or(language),
        mandate,
    };
    form.accept()?;
    Ok(invitation)
}

pub async fn send_link(visit: Visit, At(id): At<PersonId>) -> Outcome<Response> {
    let address = visit.app.settings.address.clone();
    let sent = visit.act(move |tx, who| acts::send_link(tx, who, &address, id)).await;
    match sent {
        Ok(()) => Ok(visit.done("/letters", &words(visit.language).link_sent())),
        refused => person_again(&visit, id, refused).await,
    }
}

pub async fn suspend(visit: Visit, At(id): At<PersonId>, form: Form) -> Outcome<Response> {
    let suspended = form.value("suspended") == "yes";
    let done = visit.act(move |tx, who| acts::suspend(tx, who, id, suspended)).await;
    person_again(&visit, id, done).await
}

pub async fn letters(visit: Visit) -> Outcome<Response> {
    let waiting = visit
        .look(|tx, who| {
            who.must_be_administrator()?;
            Ok(mail::latest(tx, 100)?)
        })
        .await?;
    let t = words(visit.language);
    let has_mail = visit.app.mailer.is_some();
    visit.page(&t.letters_title(), &Letters { t, r: visit.reader(), waiting, has_mail })
}

impl Account {
    fn languages(&self) -> Vec<(String, String)> {
        Language::ALL.iter().map(|l| (l.code().to_owned(), l.name().to_owned())).collect()
    }
}

impl Invite {
    fn languages(&self) -> Vec<(String, String)> {
        Language::ALL.iter().map(|l| (l.code().to_owned(), l.name().to_owned())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_comes_back_only_to_an_address_of_ours() {
        assert_eq!(own_path("/me"), "/me");
        assert_eq!(own_path("/hubs/1/day?on=2026-11-24"), "/hubs/1/day?on=2026-11-24");
        for elsewhere in [
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "/\n/evil.example",
            "\u{1}//evil.example",
            "",
        ] {
            assert_eq!(own_path(elsewhere), "/", "{elsewhere}");
        }
    }
}
