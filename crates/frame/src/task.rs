//! Work that takes longer than a person waits: it shows how far it is, and can be stopped.

use std::future::Future;

use askama::Template;
use axum::response::Response;
use store::{Tx, params};
use units::{Language, PersonId, TaskId};

use crate::app::App;
use crate::outcome::{Outcome, Stop};
use crate::page::redirect;
use crate::slice::{Gate, Routes};
use crate::visit::{At, Visit};
use crate::who::Who;
use crate::words::{Words, words};

units::codes! {
    pub enum State {
        Running = "running",
        Done = "done",
        Stopped = "stopped",
        Failed = "failed",
    }
}

/// A handle for the work to say how far it is.
#[derive(Clone)]
pub struct Progress {
    app: App,
    id: TaskId,
}

impl Progress {
    /// Says that `done` of `total` steps are behind us; `false` when somebody asked to stop.
    pub async fn step(&self, done: usize, total: usize) -> Outcome<bool> {
        let id = self.id;
        self.app
            .db
            .write(move |tx| {
                tx.execute(
                    "UPDATE task SET done = $2, total = $3 WHERE id = $1",
                    params![id, done as i64, total as i64],
                )?;
                let asked = tx.row("SELECT stop_asked FROM task WHERE id = $1", params![id], |row| {
                    row.get::<bool>(0)
                })?;
                Ok(asked != Some(true))
            })
            .await
    }
}

/// Starts work in the background and goes to the page that shows it; it ends at `target`.
pub async fn start<F>(
    visit: &Visit,
    title: String,
    target: String,
    work: impl FnOnce(Who, Progress) -> F,
) -> Outcome<Response>
where
    F: Future<Output = Outcome<()>> + Send + 'static,
{
    let app = visit.app.clone();
    let who = visit.who()?.clone();
    let id: TaskId = app.ids.next();
    let (person, at) = (who.person, app.clock.now());
    app.db
        .write(move |tx| {
            tx.execute(
                "INSERT INTO task (id, person_id, title, target, started_at, done, total, state, stop_asked, message)
                 VALUES ($1, $2, $3, $4, $5, 0, 0, 'running', FALSE, '')",
                params![id, person, &title, &target, at],
            )
        })
        .await?;
    let language = visit.language;
    let work = work(who, Progress { app: app.clone(), id });
    tokio::spawn(async move {
        let outcome = work.await;
        if let Err(Stop::Fault(error)) = &outcome {
            tracing::error!(task = %id, "{error:#}");
        }
        let ended = app.db.write(move |tx| end(tx, id, outcome.as_ref().err(), language)).await;
        if let Err(error) = ended {
            tracing::error!(task = %id, "{error}");
        }
    });
    Ok(redirect(&format!("/tasks/{id}")))
}

fn end(tx: &Tx<'_>, id: TaskId, stop: Option<&Stop>, language: Language) -> store::Result<()> {
    let message = stop.map(|stop| stop.say(language)).unwrap_or_default();
    tx.execute(
        "UPDATE task SET message = $2, state = CASE
             WHEN $3 THEN 'failed' WHEN stop_asked AND done < total THEN 'stopped' ELSE 'done' END
         WHERE id = $1",
        params![id, message, stop.is_some()],
    )?;
    Ok(())
}

struct Task {
    id: TaskId,
    title: String,
    target: String,
    done: i64,
    total: i64,
    state: State,
    message: String,
}

fn find(tx: &Tx<'_>, id: TaskId, person: PersonId) -> Outcome<Task> {
    let found = tx.row(
        "SELECT title, target, done, total, state, message FROM task WHERE id = $1 AND person_id = $2",
        params![id, person],
        |row| {
            Ok(Task {
                id,
                title: row.get(0)?,
                target: row.get(1)?,
                done: row.get(2)?,
                total: row.get(3)?,
                state: row.code(4)?,
                message: row.get(5)?,
            })
        },
    )?;
    found.ok_or(Stop::NotFound)
}

#[derive(Template)]
#[template(path = "task.html")]
struct TaskPage {
    t: &'static Words,
    task: Task,
}

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .get("/tasks/{task}", Gate::SignedIn, show)
        .post("/tasks/{task}/stop", Gate::SignedIn, ask_to_stop)
}

async fn show(visit: Visit, At(id): At<TaskId>) -> Outcome<Response> {
    let task = visit.look(move |tx, who| find(tx, id, who.person)).await?;
    if task.state == State::Done {
        return Ok(redirect(&task.target));
    }
    let title = task.title.clone();
    visit.page(&title, &TaskPage { t: words(visit.language), task })
}

async fn ask_to_stop(visit: Visit, At(id): At<TaskId>) -> Outcome<Response> {
    visit
        .act(move |tx, who| {
            find(tx, id, who.person)?;
            tx.execute("UPDATE task SET stop_asked = TRUE WHERE id = $1", params![id])?;
            Ok(())
        })
        .await?;
    Ok(redirect(&format!("/tasks/{id}")))
}
