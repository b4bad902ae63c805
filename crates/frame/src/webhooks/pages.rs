//! The addresses that hear of a coalition, and what each has heard of late.

use askama::Template;
use axum::response::Response;
use units::{CoalitionId, Code, Language};
use uuid::Uuid;

use super::model::{Kind, Message, Webhook, Why};
use super::{acts, sign};
use crate::form::Form;
use crate::outcome::Outcome;
use crate::reader::Reader;
use crate::visit::{At, Visit};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "webhooks/index.html")]
struct Index {
    t: &'static Words,
    language: Language,
    hub: CoalitionId,
    webhooks: Vec<Webhook>,
    form: Form,
}

#[derive(Template)]
#[template(path = "webhooks/show.html")]
struct Show {
    t: &'static Words,
    r: Reader,
    hub: CoalitionId,
    webhook: Webhook,
    messages: Vec<Message>,
    /// The secret, on the one page that shows it.
    secret: Option<String>,
}

impl Index {
    fn kinds(&self) -> impl Iterator<Item = Kind> {
        Kind::to_choose()
    }

    fn chosen(&self, kind: &Kind) -> bool {
        self.form.has("kinds", kind.code())
    }

    fn is_failing(webhook: &Webhook) -> bool {
        matches!(webhook.paused, Some((_, Why::Failing)))
    }
}

impl Show {
    fn kinds(&self) -> String {
        if self.webhook.kinds.is_empty() {
            return self.t.webhook_all_kinds();
        }
        let names: Vec<String> =
            self.webhook.kinds.iter().map(|kind| self.t.webhook_kind(code(*kind))).collect();
        names.join(", ")
    }

    fn kind(&self, message: &Message) -> String {
        self.t.webhook_kind(code(message.kind))
    }

    fn state(&self, message: &Message) -> String {
        if message.heard_at.is_some() {
            self.t.webhook_heard()
        } else if message.tries == 0 || self.webhook.paused.is_some() {
            self.t.webhook_waits()
        } else {
            self.t.webhook_next_try(self.r.moment(message.next_try_at))
        }
    }
}

/// The code of a kind as messages choose by it.
fn code(kind: Kind) -> String {
    kind.code().replace('.', "_")
}

async fn index_page(visit: &Visit, hub: CoalitionId, form: Form) -> Outcome<Index> {
    let webhooks = visit.look(move |tx, who| acts::list(tx, who, hub)).await?;
    Ok(Index { t: words(visit.language), language: visit.language, hub, webhooks, form })
}

pub async fn index(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    let page = index_page(&visit, hub, Form::default()).await?;
    visit.page(&page.t.webhooks_title(), &page)
}

pub async fn add(visit: Visit, At(hub): At<CoalitionId>, form: Form) -> Outcome<Response> {
    let secret = sign::new_secret();
    match add_from(&visit, hub, &form, secret.clone()).await {
        Ok(id) => whole(&visit, hub, id, Some(secret)).await,
        Err(stop) => {
            form.note(&stop, visit.language);
            let page = index_page(&visit, hub, form).await?;
            visit.again(&stop, &page.t.webhooks_title(), &page)
        }
    }
}

async fn add_from(visit: &Visit, hub: CoalitionId, form: &Form, secret: String) -> Outcome<Uuid> {
    let address = form.required("address", 500);
    let kinds: Vec<Kind> =
        form.values("kinds").filter_map(Kind::from_code).filter(|kind| *kind != Kind::Test).collect();
    form.accept()?;
    let address = visit.app.outside.address(&address).map_err(acts::Unheard::BadAddress)?;
    visit.act(move |tx, who| acts::add(tx, who, hub, address.as_str(), &kinds, &secret)).await
}

async fn whole(visit: &Visit, hub: CoalitionId, id: Uuid, secret: Option<String>) -> Outcome<Response> {
    let (webhook, messages) = visit.look(move |tx, who| acts::show(tx, who, hub, id)).await?;
    let t = words(visit.language);
    visit.page(&t.webhook_title(), &Show { t, r: visit.reader(), hub, webhook, messages, secret })
}

pub async fn show(visit: Visit, At((hub, id)): At<(CoalitionId, Uuid)>) -> Outcome<Response> {
    whole(&visit, hub, id, None).await
}

/// Back to the address, with what was done said above it.
fn back(visit: &Visit, hub: CoalitionId, id: Uuid, notice: &str) -> Response {
    visit.done(&format!("/hubs/{hub}/webhooks/{id}"), notice)
}

pub async fn pause(visit: Visit, At((hub, id)): At<(CoalitionId, Uuid)>) -> Outcome<Response> {
    visit.act(move |tx, who| acts::pause(tx, who, hub, id)).await?;
    Ok(back(&visit, hub, id, &words(visit.language).webhook_paused()))
}

pub async fn resume(visit: Visit, At((hub, id)): At<(CoalitionId, Uuid)>) -> Outcome<Response> {
    visit.act(move |tx, who| acts::resume(tx, who, hub, id)).await?;
    Ok(back(&visit, hub, id, &words(visit.language).webhook_resumed()))
}

pub async fn test(visit: Visit, At((hub, id)): At<(CoalitionId, Uuid)>) -> Outcome<Response> {
    visit.act(move |tx, who| acts::test(tx, who, hub, id)).await?;
    Ok(back(&visit, hub, id, &words(visit.language).webhook_test_written()))
}

pub async fn replace_secret(visit: Visit, At((hub, id)): At<(CoalitionId, Uuid)>) -> Outcome<Response> {
    let secret = sign::new_secret();
    let kept = secret.clone();
    visit.act(move |tx, who| acts::replace_secret(tx, who, hub, id, &kept)).await?;
    whole(&visit, hub, id, Some(secret)).await
}

pub async fn remove(visit: Visit, At((hub, id)): At<(CoalitionId, Uuid)>) -> Outcome<Response> {
    visit.act(move |tx, who| acts::remove(tx, who, hub, id)).await?;
    Ok(visit.done(&format!("/hubs/{hub}/webhooks"), &words(visit.language).webhook_removed()))
}

pub async fn again(
    visit: Visit,
    At((hub, id, event)): At<(CoalitionId, Uuid, Uuid)>,
) -> Outcome<Response> {
    visit.act(move |tx, who| acts::again(tx, who, hub, id, event)).await?;
    Ok(back(&visit, hub, id, &words(visit.language).webhook_goes_again()))
}
