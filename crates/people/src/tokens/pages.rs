//! Pages of tokens: one's own, and those of the hub's services.

use askama::Template;
use axum::response::Response;
use frame::api::Scope;
use frame::{At, Form, Outcome, Reader, Role, Visit};
use units::{CoalitionId, Code, Language, MandateId};
use uuid::Uuid;

use super::acts::{self, NotMade};
use super::model::{DAYS, NewToken, Token};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "tokens/index.html")]
struct Index {
    t: &'static Words,
    r: Reader,
    language: Language,
    title: String,
    hint: String,
    /// Where the page's forms go.
    path: String,
    /// What a program may act as: the field's name and its choices.
    acts_as: (&'static str, Vec<(String, String)>),
    tokens: Vec<(Token, bool)>,
    form: Form,
    /// The token just made, shown this once.
    secret: Option<String>,
}

pub(super) async fn own(visit: Visit) -> Outcome<Response> {
    let page = own_page(&visit, fresh_form(), None).await?;
    visit.page(&page.title.clone(), &page)
}

fn fresh_form() -> Form {
    Form::of([("days", "90".to_owned())])
}

async fn own_page(visit: &Visit, form: Form, secret: Option<String>) -> Outcome<Index> {
    let t = words(visit.language);
    let tokens = visit.look(acts::own).await?;
    let r = visit.reader();
    let choices = visit
        .who()?
        .mandates
        .iter()
        .filter(|mandate| mandate.role != Role::Administrator)
        .map(|mandate| (mandate.id.to_string(), format!("{} – {}", mandate.label, r.role(mandate.role))))
        .collect();
    Ok(Index {
        t,
        r,
        language: visit.language,
        title: t.tokens_own(),
        hint: t.tokens_own_hint(),
        path: "/me/tokens".to_owned(),
        acts_as: ("mandate", choices),
        tokens: with_state(visit, tokens),
        form,
        secret,
    })
}

fn with_state(visit: &Visit, tokens: Vec<Token>) -> Vec<(Token, bool)> {
    let now = visit.app.clock.now();
    tokens
        .into_iter()
        .map(|token| (token.is_good_at(now), token))
        .map(|(good, token)| (token, good))
        .collect()
}

fn read_token(form: &Form) -> Outcome<NewToken> {
    let new = NewToken {
        name: form.required("name", 80),
        scopes: form.values("scopes").filter_map(Scope::from_code).collect(),
        days: form.must("days", form.whole("days", 366)).unwrap_or_default(),
    };
    form.accept()?;
    Ok(new)
}

/// The page with the token that was just made, or with what was refused.
fn made(visit: &Visit, made: Outcome<()>, page: &Index) -> Outcome<Response> {
    match made {
        Ok(()) => visit.page(&page.title.clone(), page),
        Err(stop) => {
            page.form.note(&stop, visit.language);
            visit.again(&stop, &page.title.clone(), page)
        }
    }
}

pub(super) async fn make_own(visit: Visit, form: Form) -> Outcome<Response> {
    let mandate: Option<MandateId> = form.id("mandate");
    let secret = match (read_token(&form), mandate) {
        (Ok(new), Some(mandate)) => {
            visit.act(move |tx, who| acts::make_own(tx, who, mandate, &new)).await
        }
        (Ok(_), None) => Err(NotMade::NoSuchMandate.into()),
        (Err(stop), _) => Err(stop),
    };
    let (outcome, form, secret) = answer(secret, form);
    made(&visit, outcome, &own_page(&visit, form, secret).await?)
}

/// After a token was made the form is fresh; after a refusal it keeps what was typed.
fn answer(secret: Outcome<String>, form: Form) -> (Outcome<()>, Form, Option<String>) {
    match secret {
        Ok(secret) => (Ok(()), fresh_form(), Some(secret)),
        Err(stop) => (Err(stop), form, None),
    }
}

pub(super) async fn revoke_own(visit: Visit, At(token): At<Uuid>) -> Outcome<Response> {
    visit.act(move |tx, who| acts::revoke_own(tx, who, token)).await?;
    Ok(visit.done("/me/tokens", &words(visit.language).token_revoked()))
}

pub(super) async fn of_services(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    let page = services_page(&visit, hub, fresh_form(), None).await?;
    visit.page(&page.title.clone(), &page)
}

async fn services_page(
    visit: &Visit,
    hub: CoalitionId,
    form: Form,
    secret: Option<String>,
) -> Outcome<Index> {
    let t = words(visit.language);
    let tokens = visit.look(move |tx, who| acts::of_services(tx, who, hub)).await?;
    let r = visit.reader();
    let roles = Role::OF_A_COALITION.map(|role| (role.code().to_owned(), r.role(role)));
    Ok(Index {
        t,
        r,
        language: visit.language,
        title: t.tokens_of_services(),
        hint: t.tokens_of_services_hint(),
        path: format!("/hubs/{hub}/tokens"),
        acts_as: ("role", roles.to_vec()),
        tokens: with_state(visit, tokens),
        form,
        secret,
    })
}

pub(super) async fn make_for_service(
    visit: Visit,
    At(hub): At<CoalitionId>,
    form: Form,
) -> Outcome<Response> {
    let role: Option<Role> = form.code("role");
    let secret = match (read_token(&form), role) {
        (Ok(new), Some(role)) => {
            visit.act(move |tx, who| acts::make_for_service(tx, who, hub, role, &new)).await
        }
        (Ok(_), None) => form.accept().map(|()| String::new()),
        (Err(stop), _) => Err(stop),
    };
    let (outcome, form, secret) = answer(secret, form);
    made(&visit, outcome, &services_page(&visit, hub, form, secret).await?)
}

pub(super) async fn revoke_of_service(
    visit: Visit,
    At((hub, token)): At<(CoalitionId, Uuid)>,
) -> Outcome<Response> {
    visit.act(move |tx, who| acts::revoke_of_service(tx, who, hub, token)).await?;
    Ok(visit.done(&format!("/hubs/{hub}/tokens"), &words(visit.language).token_revoked()))
}

impl Index {
    /// The scopes by subject, reading first.
    fn subjects(&self) -> Vec<(&'static str, Vec<Scope>)> {
        let chunks = Scope::ALL.chunk_by(|a, b| a.subject() == b.subject());
        chunks.map(|chunk| (chunk[0].subject(), chunk.to_vec())).collect()
    }

    fn chosen(&self, scope: &Scope) -> bool {
        self.form.has("scopes", scope.code())
    }

    fn writes(&self, scope: &Scope) -> bool {
        scope.code().ends_with(":write")
    }

    fn scopes(&self, token: &Token) -> String {
        token.scopes.iter().map(|scope| scope.code()).collect::<Vec<_>>().join(", ")
    }

    fn periods(&self) -> Vec<(String, String)> {
        DAYS.iter().map(|days| (days.to_string(), self.t.token_days(*days))).collect()
    }
}
