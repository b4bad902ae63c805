//! The sealed log: what is changed, removed or added behind its back is found and named.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

use frame::seal::{self, Fault, PublicKey, SealKey, Verified};
use frame::{App, Settings, Who, journal, mail};
use jiff::SignedDuration;
use store::testing::{databases, sqlite};
use store::{Db, Location, params};
use tresse::{backup, migrations, sealed, server};

use crate::backups::{dumped, empty_ones, live, restore};
use crate::town::RUNTIME;

/// Two cycles of a small hub, sealed a hundred rows at a time, and an act of the day after.
async fn life(db: &Db, key: &SealKey) -> App {
    let app = live(db).await;
    while seal::seal_some(&app, key, 100).await.unwrap() == Some(false) {}
    app.clock.set(app.clock.now() + SignedDuration::from_hours(24));
    act(&app, "of the day after").await;
    assert_eq!(seal::seal_some(&app, key, 100).await.unwrap(), Some(true));
    app
}

async fn act(app: &App, subject: &'static str) {
    let who = Who::at_the_machine(&app.moment());
    app.act(&who, move |tx, who| Ok(journal::note(tx, who, "test.act", subject, "")?)).await.unwrap();
}

async fn verified(db: &Db, trusted: &[PublicKey]) -> Verified {
    seal::verify(db, &sealed(), trusted, None).await.unwrap()
}

async fn number(db: &Db, sql: &'static str) -> i64 {
    db.read(move |tx| tx.number(sql, &[])).await.unwrap()
}

async fn run(db: &Db, statements: &str) {
    let statements = statements.to_owned();
    db.write(move |tx| {
        statements.split(';').try_for_each(|statement| tx.execute(statement, &[]).map(drop))
    })
    .await
    .unwrap();
}

fn said(verified: &Verified) -> String {
    verified.faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[tokio::test(flavor = "multi_thread")]
async fn every_act_posting_and_document_is_sealed_once() {
    for database in databases(&migrations()).await {
        let (db, key) = (&database.db, SealKey::fresh());
        life(db, &key).await;
        let verified = verified(db, &[key.public()]).await;
        assert_eq!(said(&verified), "");
        let rows = number(
            db,
            "SELECT (SELECT COUNT(*) FROM journal) + (SELECT COUNT(*) FROM cause) + (SELECT COUNT(*) FROM document)",
        )
        .await;
        assert_eq!(verified.rows, rows.unsigned_abs());
        assert!(verified.seals > 3, "{} seals", verified.seals);
        assert!(number(db, "SELECT COUNT(*) FROM document").await > 10);
    }
}

const FIRST_ACT: &str = "(SELECT MIN(id) FROM journal)";

/// What somebody does behind the log's back, and what is said of it.
fn crimes() -> Vec<(String, &'static str)> {
    let of_a_bill = "document_id = (SELECT MIN(id) FROM document)";
    let last = "(SELECT MAX(number) FROM seal)";
    vec![
        (format!("UPDATE journal SET detail = 'other' WHERE id = {FIRST_ACT}"), "journal ID was changed"),
        (format!("UPDATE journal SET at = at + 1 WHERE id = {FIRST_ACT}"), "journal ID was changed"),
        (format!("DELETE FROM journal WHERE id = {FIRST_ACT}"), "journal ID was removed"),
        (
            "INSERT INTO journal (id, at, coalition_id, person_id, mandate_id, act, subject, detail)
             SELECT 'made-up', at, coalition_id, person_id, mandate_id, act, subject, detail FROM journal
             WHERE id = (SELECT MIN(id) FROM journal)"
                .to_owned(),
            "journal made-up was added into the past",
        ),
        (
            "UPDATE transfer SET amount = amount + 1 WHERE cause_id = (SELECT MIN(id) FROM cause) AND line = 0"
                .to_owned(),
            "was changed after it was sealed",
        ),
        (
            "UPDATE cause SET person_id = 'somebody else' WHERE id = (SELECT MIN(id) FROM cause)".to_owned(),
            "was changed after it was sealed",
        ),
        ("UPDATE document SET net = net + 1 WHERE id = (SELECT MIN(id) FROM document)".to_owned(), "document "),
        (format!("UPDATE document_line SET label = 'Or' WHERE line = 0 AND {of_a_bill}"), "document "),
        (format!("DELETE FROM document_line WHERE line = 0 AND {of_a_bill}"), "document "),
        (
            "DELETE FROM seal_row WHERE seal = 2; DELETE FROM seal WHERE number = 2".to_owned(),
            "seal 2 was removed",
        ),
        (
            "DELETE FROM seal_row WHERE seal = 1; DELETE FROM seal WHERE number = 1".to_owned(),
            "seal 1 was removed",
        ),
        (
            format!("DELETE FROM seal_row WHERE row_id = {FIRST_ACT}; DELETE FROM journal WHERE id = {FIRST_ACT}"),
            "the list of rows of seal",
        ),
        ("UPDATE seal_row SET place = -1 WHERE seal = 2 AND place = 0".to_owned(), "the list of rows of seal 2"),
        ("UPDATE seal SET made_at = made_at - 1 WHERE number = 2".to_owned(), "seal 2 was changed"),
        (format!("UPDATE seal SET root = previous WHERE number = {last}"), "was changed: its hash is another"),
        (
            "UPDATE seal SET signature = (SELECT signature FROM seal WHERE number = 1) WHERE number = 2".to_owned(),
            "seal 2 is not signed with the key that it names",
        ),
        ("UPDATE seal SET previous = root WHERE number = 2".to_owned(), "seal 2 does not follow the one before"),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_done_behind_its_back_is_found_and_named() {
    let (source, key) = (sqlite(&migrations()).await, SealKey::fresh());
    life(&source.db, &key).await;
    let id =
        source.db.read(|tx| tx.row(&format!("SELECT {FIRST_ACT}"), &[], |row| row.get::<String>(0)));
    let id = id.await.unwrap().unwrap();
    let whole = dumped(&source.db).await.into_bytes();
    for (crime, expected) in crimes() {
        for copy in empty_ones().await {
            let (db, _) = restore(&copy.location, whole.clone()).await.unwrap();
            assert_eq!(said(&verified(&db, &[key.public()]).await), "", "restored into {}", db.engine());
            run(&db, &crime).await;
            let (found, expected) = (verified(&db, &[key.public()]).await, expected.replace("ID", &id));
            assert!(said(&found).contains(&expected), "{crime} on {}: {}", db.engine(), said(&found));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn another_key_is_told_once_and_one_that_is_trusted_is_not() {
    for database in databases(&migrations()).await {
        let (db, own, other) = (&database.db, SealKey::fresh(), SealKey::fresh());
        let app = life(db, &own).await;
        let first = number(db, "SELECT MAX(number) FROM seal").await + 1;
        for subject in ["one", "two"] {
            act(&app, subject).await;
            seal::seal_some(&app, &other, 100).await.unwrap();
        }
        let faults = verified(db, &[own.public()]).await.faults;
        assert_eq!(faults, [Fault::OtherKey { number: first, key: other.public().to_string() }]);
        assert_eq!(said(&verified(db, &[own.public(), other.public()]).await), "");
        // Nobody said whom to trust: the first seal's key is.
        assert_eq!(verified(db, &[]).await.faults.len(), 1);
    }
}

/// Whoever has the database can cut off its end; whoever has kept a seal's hash sees it.
#[tokio::test(flavor = "multi_thread")]
async fn a_log_that_was_cut_short_lacks_the_seal_that_somebody_kept() {
    let (database, key) = (sqlite(&migrations()).await, SealKey::fresh());
    life(&database.db, &key).await;
    let kept = verified(&database.db, &[]).await.latest.unwrap();
    let known = async |hash: &str| {
        said(&seal::verify(&database.db, &sealed(), &[key.public()], Some(hash)).await.unwrap())
    };
    assert_eq!(known(&kept.hash).await, "");
    run(
        &database.db,
        &format!(
            "DELETE FROM journal WHERE id IN (SELECT row_id FROM seal_row WHERE seal = {0});
             DELETE FROM seal_row WHERE seal = {0}; DELETE FROM seal WHERE number = {0}",
            kept.number
        ),
    )
    .await;
    assert_eq!(said(&verified(&database.db, &[key.public()]).await), "", "by itself it looks whole");
    assert!(known(&kept.hash).await.contains("no seal has the hash"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_late_commit_is_sealed_and_one_of_another_hour_is_told() {
    for database in databases(&migrations()).await {
        let (db, key) = (&database.db, SealKey::fresh());
        let app = life(db, &key).await;
        let now = app.clock.now();
        app.clock.set(now - SignedDuration::from_secs(5));
        act(&app, "committed after the seal of its time").await;
        app.clock.set(now + SignedDuration::from_mins(1));
        assert_eq!(seal::seal_some(&app, &key, 100).await.unwrap(), Some(true));
        assert_eq!(said(&verified(db, &[key.public()]).await), "");
        app.clock.set(now - SignedDuration::from_hours(2));
        act(&app, "made up").await;
        app.clock.set(now + SignedDuration::from_mins(2));
        assert_eq!(seal::seal_some(&app, &key, 100).await.unwrap(), Some(true));
        let faults = verified(db, &[key.public()]).await.faults;
        assert!(matches!(faults[..], [Fault::RowAddedIntoPast { .. }]), "{faults:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_nodes_seal_each_row_once() {
    for database in databases(&migrations()).await {
        let (db, key) = (&database.db, SealKey::fresh());
        let one = live(db).await;
        let other = server::application_at(db.clone(), Settings::default(), one.clock.clone());
        assert_ne!(one.node, other.node);
        let seal_on = |app: App| {
            let key = key.clone();
            tokio::spawn(async move {
                let mut made = 0;
                for _ in 0..40 {
                    // The lease of whoever had it runs out.
                    app.clock.set(app.clock.now() + SignedDuration::from_mins(1));
                    made += i64::from(seal::seal_some(&app, &key, 20).await.unwrap().is_some());
                }
                made
            })
        };
        let (first, second) = (seal_on(one.clone()), seal_on(other));
        let made = first.await.unwrap() + second.await.unwrap();
        assert_eq!(made, number(db, "SELECT COUNT(*) FROM seal").await);
        assert!(made > 10, "{made} seals");
        while seal::seal_some(&one, &key, 500).await.unwrap() == Some(false) {}
        assert_eq!(said(&verified(db, &[key.public()]).await), "");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_content_that_is_forgotten_with_its_salt_breaks_nothing() {
    for database in databases(&migrations()).await {
        let (db, key) = (&database.db, SealKey::fresh());
        life(db, &key).await;
        let forgotten = db.write(|tx| {
            let id = tx.row(&format!("SELECT {FIRST_ACT}"), &[], |row| row.get::<String>(0))?.unwrap();
            seal::store::forget(tx, &journal::SEALED, "id = $1", vec![(&id).into()])?;
            tx.execute("UPDATE journal SET detail = '' WHERE id = $1", params![&id])
        });
        assert_eq!(forgotten.await.unwrap(), 1);
        let verified = verified(db, &[key.public()]).await;
        assert_eq!((said(&verified), verified.forgotten), (String::new(), 1));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn auditors_get_the_last_seal_of_a_day_once() {
    for database in databases(&migrations()).await {
        let (db, key) = (&database.db, SealKey::fresh());
        let app = life(db, &key).await;
        let latest = verified(db, &[]).await.latest.unwrap();
        let settings =
            Settings { auditors: vec!["audit@example.org".to_owned()], ..Settings::default() };
        let app = server::application_at(db.clone(), settings, app.clock.clone());
        app.clock.set(app.clock.now() + SignedDuration::from_hours(24));
        let job = |app: App| {
            let jobs = (seal::SLICE.jobs)();
            let job = jobs.into_iter().find(|job| job.name == "seals for the auditors").unwrap();
            (job.run)(app)
        };
        job(app.clone()).await.unwrap();
        job(app.clone()).await.unwrap();
        let letters = db.read(|tx| mail::latest(tx, 500)).await.unwrap();
        let letters: Vec<_> = letters.iter().filter(|letter| letter.to == "audit@example.org").collect();
        assert_eq!(letters.len(), 1);
        assert!(
            letters[0].body.contains(&format!("verify-log --seal {}", latest.hash)),
            "{}",
            letters[0].body
        );
    }
}

/// The whole way, as an operator goes it.
#[test]
fn an_operator_verifies_a_database_and_a_backup() {
    let folder = tempfile::tempdir().unwrap();
    let location = Location::File(folder.path().join("own/tresse.db"));
    let verify = |arguments: &[&str]| tresse(folder.path(), &[&["verify-log"], arguments].concat());
    let db = RUNTIME.block_on(async {
        let db = server::open(&location).await.unwrap();
        let key = SealKey::of_file(&folder.path().join("own/seal.key")).unwrap();
        life(&db, &key).await;
        backup::write(&db, &folder.path().join("b.jsonl.gz")).await.unwrap();
        db
    });
    let mode = std::fs::metadata(folder.path().join("own/seal.key")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let whole = verify(&["--data", "own"]);
    assert!(whole.0 && whole.1.contains("the latest is seal"), "{}", whole.1);
    let copy = verify(&["b.jsonl.gz"]);
    assert!(copy.0 && copy.1.contains("no key was given"), "{}", copy.1);
    let copy = verify(&["b.jsonl.gz", "--key", "own/seal.key", "--seal", &"0".repeat(64)]);
    assert!(!copy.0 && copy.1.contains("no seal has the hash"), "{}", copy.1);

    RUNTIME.block_on(run(&db, "UPDATE document SET net = net + 1 WHERE number = 1"));
    let changed = verify(&["--data", "own"]);
    assert!(!changed.0 && changed.1.contains("was changed after it was sealed"), "{}", changed.1);
}

fn tresse(folder: &Path, arguments: &[&str]) -> (bool, String) {
    let output =
        Command::new(env!("CARGO_BIN_EXE_tresse")).args(arguments).current_dir(folder).output().unwrap();
    let said =
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    (output.status.success(), said)
}
