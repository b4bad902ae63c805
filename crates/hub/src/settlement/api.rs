//! Settlement for programs: what is in the way, and issuing what is to be issued.

use frame::Outcome;
use frame::api::{Call, Nothing, Operation, Scope, Seen, Written};
use frame::task::{self, Started};
use schemars::JsonSchema;
use serde::Serialize;
use units::{CoalitionId, CycleId, OrganisationId};

use super::{BOOKKEEPERS, acts, issue_invoices, issue_statements};
use crate::cycles::Stage;
use crate::words::words;

pub(super) const SHOW: Operation = Operation::get(
    "/api/v1/hubs/{hub}/cycles/{cycle}/settlement",
    "getSettlement",
    "How far the settlement of a cycle is, and what is in the way.",
)
.for_(BOOKKEEPERS, Scope::DocumentsRead);
pub(super) const INVOICES: Operation = Operation::post(
    "/api/v1/hubs/{hub}/cycles/{cycle}/settlement/invoices",
    "issueInvoices",
    "Starts issuing the invoices that a cycle still lacks; the task says how far it is.",
)
.starts()
.for_(BOOKKEEPERS, Scope::DocumentsWrite);
pub(super) const STATEMENTS: Operation = Operation::post(
    "/api/v1/hubs/{hub}/cycles/{cycle}/settlement/statements",
    "issueStatements",
    "Starts issuing the statements that a cycle still lacks; the task says how far it is.",
)
.starts()
.for_(BOOKKEEPERS, Scope::DocumentsWrite);

/// How far a settlement is.
#[derive(Serialize, JsonSchema)]
pub(super) struct Settlement {
    stage: Stage,
    /// Producers whose goods are still to be received, or marked as not come.
    not_received: i64,
    /// References that are short and not shared yet.
    not_shared: i64,
    /// Shops with goods and no invoice yet.
    to_invoice: Vec<OrganisationId>,
    invoiced: i64,
    /// Producers with a reception and no statement yet.
    to_state: Vec<OrganisationId>,
    stated: i64,
}

type Place = (CoalitionId, CycleId);

pub(super) async fn show(call: Call<Place>) -> Outcome<Seen<Settlement>> {
    let (hub, cycle) = call.at;
    let (cycle, standing) = call.look(move |tx, who| acts::standing(tx, who, hub, cycle)).await?;
    Ok(Seen(Settlement {
        stage: cycle.stage(),
        not_received: standing.not_received,
        not_shared: standing.not_shared,
        to_invoice: standing.to_invoice,
        invoiced: standing.invoiced,
        to_state: standing.to_state,
        stated: standing.stated,
    }))
}

pub(super) async fn invoices(call: Call<Place, Nothing>) -> Outcome<Written<Started>> {
    let (hub, cycle) = call.at;
    let (title, target) = task_of(&call, words(call.language()).settlement_issuing_invoices());
    let app = call.visit.app.clone();
    let started = call
        .once(move |tx, who| {
            acts::before_invoices(tx, who, hub, cycle)?;
            task::begin(tx, who, &title, &target)
        })
        .await?;
    task::run_if_new(&call, &started, |who, progress| async move {
        issue_invoices(&app, &who, hub, cycle, Some(&progress)).await.map(|_| ())
    })?;
    Ok(started)
}

pub(super) async fn statements(call: Call<Place, Nothing>) -> Outcome<Written<Started>> {
    let (hub, cycle) = call.at;
    let (title, target) = task_of(&call, words(call.language()).settlement_issuing_statements());
    let app = call.visit.app.clone();
    let started = call
        .once(move |tx, who| {
            acts::before_statements(tx, who, hub, cycle)?;
            task::begin(tx, who, &title, &target)
        })
        .await?;
    task::run_if_new(&call, &started, |who, progress| async move {
        issue_statements(&app, &who, hub, cycle, Some(&progress)).await.map(|_| ())
    })?;
    Ok(started)
}

/// The title of a task, and the page that it ends at.
fn task_of(call: &Call<Place, Nothing>, title: String) -> (String, String) {
    let (hub, cycle) = call.at;
    (title, format!("/hubs/{hub}/cycles/{cycle}/settlement"))
}
