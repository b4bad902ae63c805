//! The settlement of a cycle: what is in the way, what is issued, what is next.

use askama::Template;
use axum::response::Response;
use frame::{At, Outcome, Reader, Visit, task};
use units::{CoalitionId, CycleId};

use super::acts::{self, Standing};
use super::run::{issue_invoices, issue_statements};
use crate::cycles::{Cycle, Stage};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "settlement/show.html")]
struct Show {
    t: &'static Words,
    r: Reader,
    cycle: Cycle,
    standing: Standing,
}

type Place = At<(CoalitionId, CycleId)>;

pub(super) async fn show(visit: Visit, At((hub, cycle)): Place) -> Outcome<Response> {
    let (cycle, standing) = visit.look(move |tx, who| acts::standing(tx, who, hub, cycle)).await?;
    let t = words(visit.language);
    visit.page(&t.settlement_title(), &Show { t, r: visit.reader(), cycle, standing })
}

pub(super) async fn invoices(visit: Visit, At((hub, cycle)): Place) -> Outcome<Response> {
    visit.look(move |tx, who| acts::before_invoices(tx, who, hub, cycle).map(|_| ())).await?;
    let title = words(visit.language).settlement_issuing_invoices();
    let target = format!("/hubs/{hub}/cycles/{cycle}/settlement");
    let app = visit.app.clone();
    task::start(&visit, title, target, |who, progress| async move {
        issue_invoices(&app, &who, hub, cycle, Some(&progress)).await.map(|_| ())
    })
    .await
}

pub(super) async fn statements(visit: Visit, At((hub, cycle)): Place) -> Outcome<Response> {
    visit.look(move |tx, who| acts::before_statements(tx, who, hub, cycle).map(|_| ())).await?;
    let title = words(visit.language).settlement_issuing_statements();
    let target = format!("/hubs/{hub}/cycles/{cycle}/settlement");
    let app = visit.app.clone();
    task::start(&visit, title, target, |who, progress| async move {
        issue_statements(&app, &who, hub, cycle, Some(&progress)).await.map(|_| ())
    })
    .await
}

impl Show {
    /// Whether nothing is left to issue, and only the last word is missing.
    fn may_finish(&self) -> bool {
        let s = &self.standing;
        let nothing_left =
            s.not_received + s.not_shared == 0 && s.to_invoice.is_empty() && s.to_state.is_empty();
        self.cycle.stage() == Stage::Closed && nothing_left
    }
}
