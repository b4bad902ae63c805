//! A newer version beside an older one on the same database: what the older one may count on.

use store::testing::databases;
use store::{Db, Error, Migration};
use tresse::sample::{Chance, Plan, Week, World, week::later};
use tresse::{check, migrations, rehearsal};

/// What tomorrow's version adds.
const OF_TOMORROW: &[Migration] = &[
    Migration {
        slice: "frame",
        number: 900,
        sql: "CREATE TABLE of_tomorrow (id TEXT NOT NULL PRIMARY KEY);\n",
    },
    Migration {
        slice: "frame",
        number: 901,
        sql: "ALTER TABLE journal ADD COLUMN of_tomorrow TEXT;\n
ALTER TABLE document ADD COLUMN of_tomorrow BIGINT NOT NULL DEFAULT 0;\n
CREATE INDEX of_tomorrow_journal ON journal (of_tomorrow);\n",
    },
];

/// A hub trades on, through whole cycles, on a node that started before the tables were added to.
#[tokio::test(flavor = "multi_thread")]
async fn a_node_that_runs_goes_on_while_a_newer_one_adds_to_the_tables() {
    for database in databases(&migrations()).await {
        let app = rehearsal::application(database.db.clone(), 7);
        let plan = Plan { producers: 6, shops: 5, references: 50, lines_a_week: 50, ..Plan::default() };
        let (mut chance, first) = (Chance::new(7), app.today());
        let world = World::found(&app, &plan, &mut chance, "no hash", first.month()).await.unwrap();
        let mut week = Week::new(&app, &world, &mut chance);
        let mut id = week.plan_first(later(first, 2)).await.unwrap();
        week.whole(id).await.unwrap();
        let newer: Vec<Migration> = migrations().into_iter().chain(OF_TOMORROW.to_vec()).collect();
        let other = Db::open(&database.location, &newer).await.unwrap();
        for _ in 0..2 {
            id = week.after(id).await.unwrap();
            week.whole(id).await.unwrap();
        }
        for db in [&database.db, &other] {
            let checked = check::all(db).await.unwrap();
            let faults: Vec<String> = checked.into_iter().flat_map(|one| one.faults).collect();
            assert_eq!(faults, Vec::<String>::new());
        }
        // One that starts now would not know what it writes into: it says so, and does nothing.
        let refused = Db::open(&database.location, &migrations()).await.err();
        assert!(matches!(refused, Some(Error::Newer { .. })), "{refused:?}");
    }
}

/// Expand, then contract: what takes something away says which version was the last to use it.
#[test]
fn a_step_adds_or_says_since_when_nobody_needs_what_it_takes_away() {
    let mut faults = Vec::new();
    let mut tables = 0;
    for step in migrations() {
        if step.sql.starts_with("-- contract: unused since ") {
            continue;
        }
        let lines = step.sql.lines().filter(|line| !line.trim_start().starts_with("--"));
        let text = lines.collect::<Vec<_>>().join(" ");
        for statement in text.split(';').map(str::trim).filter(|statement| !statement.is_empty()) {
            let words: Vec<&str> = statement.split([' ', '(']).filter(|word| !word.is_empty()).collect();
            let adds = match words[..] {
                ["CREATE", "TABLE", ..] => {
                    tables += 1;
                    true
                }
                ["CREATE", "INDEX", ..] => true,
                // On a table of this very step: elsewhere an older node may still write what it forbids.
                ["CREATE", "UNIQUE", "INDEX", _, "ON", table, ..] => {
                    step.sql.contains(&format!("CREATE TABLE {table} ("))
                }
                ["ALTER", "TABLE", _, "ADD", "COLUMN", ..] => {
                    !statement.contains("NOT NULL") || statement.contains("DEFAULT")
                }
                _ => false,
            };
            if !adds {
                faults.push(format!("{}/{}: {statement}", step.slice, step.number));
            }
        }
    }
    assert!(tables > 50, "{tables} tables were found");
    assert!(faults.is_empty(), "these do more than add:\n{}", faults.join("\n"));
}
