//! Pages on which somebody takes their data away or asks to be erased, and an administrator does it for them.

use askama::Template;
use axum::response::Response;
use frame::{At, Form, Outcome, Reader, Visit, keep};
use units::PersonId;

use super::acts;
use super::erasure::{self, NotErased};
use super::model::{Erasure, Person};
use crate::account::acts::oneself;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "persons/data.html")]
struct Data {
    t: &'static Words,
    r: Reader,
    language: units::Language,
    form: Form,
    person: Person,
    erasure: Option<Erasure>,
    is_own: bool,
}

pub async fn own(visit: Visit) -> Outcome<Response> {
    let page = own_page(&visit, Form::default()).await?;
    visit.page(&page.t.data_title(), &page)
}

async fn own_page(visit: &Visit, form: Form) -> Outcome<Data> {
    let (person, erasure) =
        visit.look(|tx, who| Ok((oneself(tx, who)?, erasure::of(tx, who.person)?))).await?;
    Ok(page(visit, form, person, erasure, true))
}

fn page(visit: &Visit, form: Form, person: Person, erasure: Option<Erasure>, is_own: bool) -> Data {
    let (t, r, language) = (words(visit.language), visit.reader(), visit.language);
    Data { t, r, language, form, person, erasure, is_own }
}

/// All that is kept of oneself, as a file.
pub async fn own_archive(visit: Visit) -> Outcome<Response> {
    keep::download(&visit.app, erasure::own_archive(visit.who()?, visit.language))
}

pub async fn ask_for_erasure(visit: Visit, form: Form) -> Outcome<Response> {
    if let Err(stop) = confirmed(&form) {
        form.note(&stop, visit.language);
        let page = own_page(&visit, form).await?;
        return visit.again(&stop, &page.t.data_title(), &page);
    }
    let address = visit.app.settings.address.clone();
    visit.act(move |tx, who| erasure::ask(tx, who, &address)).await?;
    Ok(visit.done("/me/data", &words(visit.language).erasure_asked()))
}

fn confirmed(form: &Form) -> Outcome<()> {
    if form.value("confirmed") == "yes" { Ok(()) } else { Err(NotErased::Unconfirmed.into()) }
}

pub async fn withdraw_erasure(visit: Visit) -> Outcome<Response> {
    visit.act(erasure::withdraw).await?;
    Ok(visit.done("/me/data", &words(visit.language).erasure_withdrawn()))
}

pub async fn of_person(visit: Visit, At(id): At<PersonId>) -> Outcome<Response> {
    let page = person_page(&visit, id, Form::default()).await?;
    visit.page(&page.t.data_title(), &page)
}

async fn person_page(visit: &Visit, id: PersonId, form: Form) -> Outcome<Data> {
    let (person, erasure) =
        visit.look(move |tx, who| Ok((acts::show(tx, who, id)?.0, erasure::of(tx, id)?))).await?;
    Ok(page(visit, form, person, erasure, false))
}

pub async fn archive(visit: Visit, At(id): At<PersonId>) -> Outcome<Response> {
    let archive = visit.act(move |tx, who| erasure::archive_for(tx, who, id)).await?;
    keep::download(&visit.app, archive)
}

pub async fn erase(visit: Visit, At(id): At<PersonId>, form: Form) -> Outcome<Response> {
    let keeps = (visit.app.door.keeps)();
    let erased = match confirmed(&form) {
        Ok(()) => visit.act(move |tx, who| erasure::erase(tx, who, &keeps, id)).await,
        unconfirmed => unconfirmed,
    };
    match erased {
        Ok(()) => Ok(visit.done("/persons", &words(visit.language).erasure_done())),
        Err(stop) => {
            form.note(&stop, visit.language);
            let page = person_page(&visit, id, form).await?;
            visit.again(&stop, &page.t.data_title(), &page)
        }
    }
}
