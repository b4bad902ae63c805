//! Two servers on one PostgreSQL, and one invitation that everybody opens at once: it lets in one of them.

use std::time::Duration;

use frame::{App, Clock, Ids, Outcome, Role, Settings, Stop, Who};
use people::entry::Password;
use people::persons::{self, Invitation, NewMandate};
use store::Db;
use tokio::task::JoinSet;
use tresse::check::sentence;
use tresse::{DOOR, migrations};
use units::{CoalitionId, Language};

use super::servers::{DATABASE, cluster};
use super::{Came, Order};
use crate::caller::{Asked, Caller};
use crate::shopper::Run;
use crate::stage::Stage;
use crate::store as tables;
use crate::verdict::Verdict;

const PEOPLE: usize = 6;

/// Each round: an invitation, six passwords for it at once, and six ways in with them.
pub async fn race(order: Order) -> anyhow::Result<Came> {
    let cluster = match cluster()? {
        Ok(cluster) => cluster,
        Err(not_run) => return Ok(not_run),
    };
    let stage = Stage::on_server(&order.setting("invitation"), &cluster.url(DATABASE), 2).await?;
    let db = Db::open(&stage.location, &migrations()).await?;
    let app = App::new(db, Clock::of_the_machine(), Ids::random(), Settings::default(), None, DOOR);
    let mut verdict = Verdict::default();
    for round in 0..order.times {
        let email = format!("invited-{round}@tresse.example");
        let link = invite(&app, stage.run.ground.hub, &email).await.map_err(sentence)?;
        let set = all_at_once(&stage.run, round, |password| {
            Asked::form(&link, format!("password={password}"))
        });
        let set = set.await?;
        let entered = all_at_once(&stage.run, round, |password| {
            Asked::form("/sign-in", format!("email={email}&password={password}"))
        });
        let entered = entered.await?;
        weigh(&app, &mut verdict, round, &email, (&set[..], &entered[..])).await?;
    }
    let ended = stage.end().await?;
    verdict.faults.extend(ended.faults);
    Ok(Came::Ran { faults: order.times, verdict, seen: Vec::new() })
}

/// Invites somebody to the hub's team, as its coordinator does; the path of the link in the letter.
async fn invite(app: &App, hub: CoalitionId, email: &str) -> Outcome<String> {
    let held = app.db.read(move |tx| persons::store::mandates_in(tx, hub)).await?;
    let leads = held.iter().find(|held| held.mandate.role == Role::Coordinator).ok_or(Stop::NotFound)?;
    let who = Who::acting(app, leads.person, &leads.person_name, leads.mandate.clone());
    let mandate = NewMandate {
        role: Role::Warehouse,
        coalition: Some(hub),
        organisation: None,
        label: leads.mandate.label.clone(),
        starts_on: app.today(),
        ends_on: None,
    };
    let name = "Ève Lambert".to_owned();
    let invitation = Invitation { name, email: email.to_owned(), language: Language::Fr, mandate };
    app.act(&who, move |tx, who| persons::acts::invite(tx, who, "", &invitation)).await?;
    let email = email.to_owned();
    let letter = app.db.read(move |tx| tables::letter_to(tx, &email)).await?.ok_or(Stop::NotFound)?;
    let link = letter.split_whitespace().find(|word| word.starts_with("/link/"));
    link.map(str::to_owned).ok_or(Stop::NotFound)
}

fn password(round: usize, person: usize) -> String {
    format!("porte-du-hangar-{round}-{person}")
}

/// Who was let on, when everybody sent theirs at once to one server or the other.
async fn all_at_once(
    run: &Run,
    round: usize,
    asked: impl Fn(&str) -> Asked,
) -> anyhow::Result<Vec<usize>> {
    let mut people = JoinSet::new();
    for person in 0..PEOPLE {
        let mut caller = Caller::new(run.nodes[person % run.nodes.len()], Duration::from_secs(20));
        let mut asked = asked(&password(round, person));
        // From a network of one's own: whoever guesses often from one is kept waiting.
        asked.headers.push(("x-forwarded-for", format!("10.{}.{}.{person}", round / 250, round % 250)));
        people.spawn(async move {
            loop {
                match caller.ask(&asked).await {
                    Some(answer) if answer.status < 500 => return (person, answer.status == 303),
                    _ => tokio::task::yield_now().await,
                }
            }
        });
    }
    let mut let_on = Vec::new();
    while let Some(came) = people.join_next().await {
        let (person, was_let_on) = came?;
        let_on.extend(was_let_on.then_some(person));
    }
    Ok(let_on)
}

async fn weigh(
    app: &App,
    verdict: &mut Verdict,
    round: usize,
    email: &str,
    (set, entered): (&[usize], &[usize]),
) -> anyhow::Result<()> {
    let asked = email.to_owned();
    let (hash, mandates, sessions) = app
        .db
        .read(move |tx| {
            let Some(person) = persons::store::find_by_email(tx, &asked)? else {
                return Ok((None, 0, 0));
            };
            let hash = persons::store::password_hash(tx, &asked)?;
            let mandates = persons::store::mandates_of(tx, person.id)?.len();
            Ok::<_, store::Error>((hash, mandates, tables::sessions(tx, person.id)?))
        })
        .await?;
    verdict.acknowledged += set.len();
    verdict.refused += PEOPLE - set.len();
    verdict.double += set.len().saturating_sub(1);
    let theirs =
        set.iter().any(|&person| Password::typed(&password(round, person)).matches(hash.as_deref()));
    verdict.lost += usize::from(!theirs);
    if (mandates, sessions) != (1, 1) || set != entered {
        verdict.faults.push(format!(
            "round {round}: {set:?} set a password, {entered:?} came in; {mandates} mandates and {sessions} sessions"
        ));
    }
    Ok(())
}
