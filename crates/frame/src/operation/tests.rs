//! Servers that share a database, and what an installation tells of itself.

use ::store::testing::databases;
use ::store::{Db, Migration};
use jiff::{SignedDuration, Timestamp};
use units::Language;

use super::{Queue, examine, jobs, leave, repeat, store};
use crate::app::{App, SHUT, Settings};
use crate::clock::{Clock, Ids};
use crate::mail::{self, Letter};
use crate::slice::Job;
use crate::{seal, webhooks};

fn minute(number: i64) -> Timestamp {
    Timestamp::UNIX_EPOCH + SignedDuration::from_mins(number)
}

fn migrations() -> Vec<Migration> {
    let slices = [crate::SLICE, webhooks::SLICE, seal::SLICE, super::SLICE];
    slices.iter().flat_map(|slice| slice.migrations).copied().collect()
}

fn server(db: &Db, clock: &Clock, settings: Settings) -> App {
    App::new(db.clone(), clock.clone(), Ids::random(), settings, None, SHUT)
}

#[tokio::test(flavor = "multi_thread")]
async fn two_servers_on_one_database_see_each_other() {
    for database in databases(&migrations()).await {
        let clock = Clock::set_by_hand(minute(0));
        let at_port =
            |port: u16| Settings { listen: ([10, 0, 0, 1], port).into(), ..Settings::default() };
        let one = server(&database.db, &clock, at_port(8081));
        let two = server(&database.db, &clock, at_port(8082));
        jobs::beat(one.clone()).await.unwrap();
        clock.set(minute(1));
        jobs::beat(two.clone()).await.unwrap();
        let seen = examine(&one).await.unwrap().nodes;
        let ids: Vec<&str> = seen.iter().map(|node| node.id.as_str()).collect();
        assert_eq!(ids, [one.node.as_str(), two.node.as_str()]);
        assert!(seen.iter().all(|node| !node.is_gone(minute(3)) && node.version == super::VERSION));

        // The first goes down without a word, and the second goes on.
        clock.set(minute(4));
        jobs::beat(two.clone()).await.unwrap();
        let seen = examine(&two).await.unwrap().nodes;
        let gone: Vec<bool> = seen.iter().map(|node| node.is_gone(minute(4))).collect();
        assert_eq!(gone, [true, false]);
        clock.set(minute(60));
        jobs::beat(two.clone()).await.unwrap();
        assert_eq!(examine(&two).await.unwrap().nodes.len(), 2, "somebody has to hear of it");
        let successor = server(&database.db, &clock, at_port(8081));
        jobs::beat(successor.clone()).await.unwrap();
        let seen = examine(&two).await.unwrap().nodes;
        assert!(seen.len() == 2 && seen.iter().all(|node| !node.is_gone(minute(60))), "{seen:?}");
        leave(&successor).await;
        leave(&two).await;
        assert!(database.db.read(store::all).await.unwrap().is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_of_one_server_is_a_backup_for_all() {
    for database in databases(&migrations()).await {
        let clock = Clock::set_by_hand("2026-11-24T12:30:00Z".parse().unwrap());
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("tresse-20261124-130000.jsonl.gz"), "rows").unwrap();
        let backups = Some(folder.path().to_owned());
        let one = server(&database.db, &clock, Settings { backups, ..Settings::default() });
        let two = server(&database.db, &clock, Settings::default());
        jobs::beat(one).await.unwrap();
        let standing = examine(&two).await.unwrap();
        assert_eq!(standing.backups, None);
        assert_eq!(standing.latest_backup(), Some("2026-11-24T12:00:00Z".parse().unwrap()));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn letters_that_wait_are_counted_with_the_oldest_of_them() {
    for database in databases(&migrations()).await {
        let app = server(&database.db, &Clock::set_by_hand(minute(90)), Settings::default());
        let ids = app.ids.clone();
        let write = database.db.write(move |tx| {
            for at in [10, 5, 60] {
                let letter = Letter {
                    to: "eva@example.org".to_owned(),
                    language: Language::Fr,
                    subject: "Bonjour".to_owned(),
                    body: "…".to_owned(),
                    button: None,
                    files: Vec::new(),
                    secret: false,
                };
                mail::write(tx, &ids, minute(at), &letter)?;
            }
            Ok::<_, ::store::Error>(())
        });
        write.await.unwrap();
        let letters = examine(&app).await.unwrap().letters;
        assert_eq!(letters, Queue { waiting: 3, oldest: Some(minute(5)), failed: 0 });
        assert!(!letters.is_late(minute(65)) && letters.is_late(minute(66)));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn timed_work_that_fails_is_known() {
    for database in databases(&migrations()).await {
        let app = server(&database.db, &Clock::set_by_hand(minute(0)), Settings::default());
        let job = Job {
            name: "breaks",
            every: std::time::Duration::from_hours(1),
            run: |_| Box::pin(async { Err(anyhow::anyhow!("a planted fault").into()) }),
        };
        let going_on = tokio::spawn(repeat(app.clone(), job));
        while !app.rounds.all().iter().any(super::model::Round::has_failed) {
            tokio::task::yield_now().await;
        }
        going_on.abort();
        let jobs = examine(&app).await.unwrap().jobs;
        assert_eq!(jobs.iter().map(|round| round.name).collect::<Vec<_>>(), ["breaks"]);
    }
}
