//! Work that takes longer than a person waits: it shows how far it is, and can be stopped.

use std::future::Future;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use askama::Template;
use axum::response::Response;
use jiff::{SignedDuration, Timestamp};
use schemars::JsonSchema;
use serde::Serialize;
use store::{Tx, params};
use tokio::sync::watch;
use units::{Language, PersonId, TaskId};

use crate::api::{Call, Operation, Seen, Written};
use crate::app::App;
use crate::operation::Queue;
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

/// While work goes on, its row says so this often.
const BEAT: Duration = Duration::from_secs(30);
/// Work that has not said so for this long went down with the program that did it.
const BROKEN_OFF_AFTER: SignedDuration = SignedDuration::from_mins(5);

/// The tasks that this process is at.
#[derive(Default)]
pub struct Work {
    ending: AtomicBool,
    under_way: watch::Sender<usize>,
}

impl Work {
    fn begin(&self, app: App) -> UnderWay {
        self.under_way.send_modify(|tasks| *tasks += 1);
        UnderWay(app)
    }

    /// Asks every task to stop at its next step, and waits until all have, for so long at most. Each can be
    /// started again: what it did is kept step by step.
    pub async fn end(&self, longest: Duration) {
        self.ending.store(true, Ordering::SeqCst);
        let mut under_way = self.under_way.subscribe();
        let ended = tokio::time::timeout(longest, under_way.wait_for(|tasks| *tasks == 0)).await;
        if ended.is_err() {
            tracing::warn!("work was still going on: it was broken off");
        }
    }
}

/// A task under way, until it is let go.
struct UnderWay(App);

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.0.work.under_way.send_modify(|tasks| *tasks -= 1);
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
        self.say(done, total, "").await
    }

    /// The same, with what it has come to so far, in words.
    pub async fn say(&self, done: usize, total: usize, so_far: &str) -> Outcome<bool> {
        let (id, so_far) = (self.id, so_far.to_owned());
        let ending = self.app.work.ending.load(Ordering::SeqCst);
        self.app
            .db
            .write(move |tx| {
                tx.execute(
                    "UPDATE task SET done = $2, total = $3, stop_asked = stop_asked OR $4, message = $5
                     WHERE id = $1",
                    params![id, done as i64, total as i64, ending, &so_far],
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
    let Started { task } = visit.act(move |tx, who| begin(tx, who, &title, &target)).await?;
    run(visit, task, work)?;
    Ok(redirect(&format!("/tasks/{task}")))
}

/// Work that a program has started.
#[derive(Serialize, JsonSchema)]
pub struct Started {
    task: TaskId,
}

/// Writes down that work begins; it ends at the page `target`.
pub fn begin(tx: &Tx<'_>, who: &Who, title: &str, target: &str) -> Outcome<Started> {
    let task: TaskId = who.ids.next();
    tx.execute(
        "INSERT INTO task (id, person_id, title, target, started_at, beat_at, done, total, state,
             stop_asked, message)
         VALUES ($1, $2, $3, $4, $5, $5, 0, 0, 'running', FALSE, '')",
        params![task, who.person, title, target, who.at],
    )?;
    Ok(Started { task })
}

/// Does the work of a task that a program has begun, unless it had begun it before.
pub fn run_if_new<P, A, F>(
    call: &Call<P, A>,
    started: &Written<Started>,
    work: impl FnOnce(Who, Progress) -> F,
) -> Outcome<()>
where
    F: Future<Output = Outcome<()>> + Send + 'static,
{
    match started.done_now() {
        Some(Started { task }) => run(&call.visit, *task, work),
        None => Ok(()),
    }
}

fn run<F>(visit: &Visit, id: TaskId, work: impl FnOnce(Who, Progress) -> F) -> Outcome<()>
where
    F: Future<Output = Outcome<()>> + Send + 'static,
{
    let (app, who, language) = (visit.app.clone(), visit.who()?.clone(), visit.language);
    let work = work(who, Progress { app: app.clone(), id });
    let under_way = app.work.begin(app.clone());
    tokio::spawn(async move {
        let _under_way = under_way;
        let outcome = watched(&app, id, work).await;
        if let Err(Stop::Fault(error)) = &outcome {
            tracing::error!(task = %id, "{error:#}");
        }
        let ended = app.db.write(move |tx| end(tx, id, outcome.as_ref().err(), language)).await;
        if let Err(error) = ended {
            tracing::error!(task = %id, "{error}");
        }
    });
    Ok(())
}

/// How the work ended; while it goes on, its row says so, and a panic is a fault like another.
async fn watched(
    app: &App,
    id: TaskId,
    work: impl Future<Output = Outcome<()>> + Send + 'static,
) -> Outcome<()> {
    let mut work = tokio::spawn(work);
    loop {
        tokio::select! {
            ended = &mut work => {
                return ended.unwrap_or_else(|broken| {
                    Err(anyhow::Error::new(broken).context("the work broke off").into())
                });
            }
            () = tokio::time::sleep(BEAT) => {
                let now = app.clock.now();
                if let Err(error) = app.db.write(move |tx| beat(tx, id, now)).await {
                    tracing::warn!(task = %id, "{error}");
                }
            }
        }
    }
}

fn beat(tx: &Tx<'_>, id: TaskId, now: Timestamp) -> store::Result<u64> {
    tx.execute("UPDATE task SET beat_at = $2 WHERE id = $1", params![id, now])
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
    beat_at: Timestamp,
    message: String,
}

impl Task {
    /// Whether whatever did the work is gone: its end was never written.
    fn is_broken_off(&self, now: Timestamp) -> bool {
        self.state == State::Running && now.duration_since(self.beat_at) > BROKEN_OFF_AFTER
    }
}

/// The tasks under way, and those that failed or broke off among the ones begun since `since`.
pub fn queue(tx: &Tx<'_>, now: Timestamp, since: Timestamp) -> store::Result<Queue> {
    let queue = tx.row(
        "SELECT COUNT(CASE WHEN state = 'running' AND beat_at >= $1 THEN 1 END),
             MIN(CASE WHEN state = 'running' AND beat_at >= $1 THEN started_at END),
             COUNT(CASE WHEN started_at >= $2 AND (state = 'failed' OR beat_at < $1) THEN 1 END)
         FROM task WHERE state IN ('running', 'failed')",
        params![now - BROKEN_OFF_AFTER, since],
        |row| Ok(Queue { waiting: row.get(0)?, oldest: row.get(1)?, failed: row.get(2)? }),
    )?;
    Ok(queue.unwrap_or_default())
}

fn find(tx: &Tx<'_>, id: TaskId, person: PersonId) -> Outcome<Task> {
    let found = tx.row(
        "SELECT title, target, done, total, state, message, beat_at FROM task WHERE id = $1 AND person_id = $2",
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
                beat_at: row.get(6)?,
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
        .api(SHOW, show_to_a_program)
}

const SHOW: Operation = Operation::get(
    "/api/v1/tasks/{task}",
    "getTask",
    "How far work is that the token's holder started.",
);

/// How far work is.
#[derive(Serialize, JsonSchema)]
struct TaskStanding {
    state: State,
    done: i64,
    total: i64,
    /// What it has come to so far; once it has failed, why.
    message: String,
}

async fn show_to_a_program(call: Call<TaskId>) -> Outcome<Seen<TaskStanding>> {
    let id = call.at;
    let task = call.look(move |tx, who| find(tx, id, who.person)).await?;
    let is_broken_off = task.is_broken_off(call.visit.app.clock.now());
    let t = words(call.language());
    Ok(Seen(TaskStanding {
        state: if is_broken_off { State::Failed } else { task.state },
        done: task.done,
        total: task.total,
        message: if is_broken_off { t.task_broken_off() } else { task.message },
    }))
}

async fn show(visit: Visit, At(id): At<TaskId>) -> Outcome<Response> {
    let mut task = visit.look(move |tx, who| find(tx, id, who.person)).await?;
    if task.state == State::Done {
        return Ok(redirect(&task.target));
    }
    let (t, title) = (words(visit.language), task.title.clone());
    if task.is_broken_off(visit.app.clock.now()) {
        task.state = State::Failed;
        task.message = t.task_broken_off();
    }
    visit.page(&title, &TaskPage { t, task })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_that_no_longer_says_so_is_broken_off() {
        let now: Timestamp = "2026-11-24T12:00:00Z".parse().unwrap();
        let check = |state: State, seconds_ago: i64, expected: bool| {
            let task = Task {
                id: TaskId(uuid::Uuid::nil()),
                title: String::new(),
                target: String::new(),
                done: 1,
                total: 2,
                state,
                beat_at: now - SignedDuration::from_secs(seconds_ago),
                message: String::new(),
            };
            assert_eq!(task.is_broken_off(now), expected, "{state:?} {seconds_ago}");
        };
        check(State::Running, 290, false);
        check(State::Running, 310, true);
        check(State::Stopped, 310, false);
        check(State::Done, 310, false);
    }
}
