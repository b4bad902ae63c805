//! The administrator's list of persons and letters.

use askama::Template;
use axum::response::Response;
use frame::mail::{self, Waiting};
use frame::{At, Form, Outcome, Reader, Role, Visit, redirect};
use jiff::civil::Date;
use units::{Code, Language, MandateId, PersonId};
use uuid::Uuid;

use super::acts;
use super::model::{Held, Invitation, NewMandate, Person};
use crate::words::{Words, words};

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

pub async fn try_letter_again(visit: Visit, At(letter): At<Uuid>) -> Outcome<Response> {
    visit
        .act(move |tx, who| {
            who.must_be_administrator()?;
            mail::try_again(tx, letter, who.at)
        })
        .await?;
    Ok(visit.done("/letters", &words(visit.language).letter_tried_again()))
}

impl Invite {
    fn languages(&self) -> Vec<(String, String)> {
        Language::ALL.iter().map(|l| (l.code().to_owned(), l.name().to_owned())).collect()
    }
}
