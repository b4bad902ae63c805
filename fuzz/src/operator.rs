//! What the operator of an instance writes, and what a database says of itself.

use std::sync::LazyLock;

use clap::Parser as _;
use frame::mail::Mailer;
use frame::seal::{self, PublicKey, SealKey};
use store::testing::{TestDb, dialect as words, sqlite};
use store::{Location, params};
use tresse::command::Command;
use tresse::erasures;
use tresse::sample::Plan;
use tresse::settings::{Place, Reach};

use super::{in_file, wait};

/// A file of settings, or of a plan to rehearse, and what stands in one: an accepted one can be used.
pub fn settings(text: &str) {
    if let Ok(plan) = Plan::read(text) {
        assert!(plan.producers > 0 && plan.references >= plan.producers);
    }
    let read = in_file(text, |path| -> anyhow::Result<Reach> {
        let place = Place { config: Some(path.to_owned()), ..Place::default() }.filled()?;
        let _ = (place.location().to_string(), place.folder());
        Reach::default().filled(&place)
    });
    if let Ok(reach) = read
        && let Ok(settings) = reach.settings()
    {
        assert!(settings.address.starts_with("http"));
    }
    let first = text.lines().next().unwrap_or_default();
    let _ = wait(async {
        Mailer::new(first, "hub@example.org").is_ok() | Mailer::new("smtp://localhost", first).is_ok()
    });
    let location: Location = first.parse().unwrap_or_else(|never| match never {});
    let _ = location.to_string();
}

/// Words after the program's name.
pub fn arguments(text: &str) {
    let words = std::iter::once("tresse").chain(text.split('\0'));
    if let Err(error) = Command::try_parse_from(words) {
        assert!(!error.to_string().is_empty());
    }
}

/// The files beside an instance: the key of its seals, public keys of others, who was erased.
pub fn keys(text: &str) {
    in_file(text, |path| {
        if let Ok(key) = SealKey::of_file(path) {
            assert_eq!(PublicKey::parse(&key.public().to_string()), Some(key.public()));
        }
        if let Ok(keys) = PublicKey::all_of_file(path) {
            assert!(
                keys.iter().all(|key| text.contains(&key.to_string())
                    || !text.is_ascii()
                    || has_capitals(text))
            );
        }
        if let Ok(erased) = erasures::read(path) {
            assert!(erased.len() <= text.lines().count());
        }
    });
}

fn has_capitals(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_uppercase())
}

static LOG: LazyLock<TestDb> = LazyLock::new(|| wait(sqlite(&tresse::migrations())));

/// A sealed log that a database holds, whoever wrote it: `seal` lines with their nine fields, `row` lines with their
/// seven, as the tables have them. It is verified to its end, and what is wrong is said.
pub fn log(text: &str) {
    let lines: Vec<Vec<String>> =
        text.lines().map(|line| line.split(' ').map(str::to_owned).collect()).collect();
    let db = &LOG.db;
    let written = wait(db.write(move |tx| {
        tx.execute("DELETE FROM seal_row", &[])?;
        tx.execute("DELETE FROM seal", &[])?;
        for line in &lines {
            let field = |at: usize| line.get(at).map_or("", String::as_str);
            let number = |at: usize| field(at).parse::<i64>().unwrap_or(0);
            if field(0) == "seal" {
                tx.execute(
                    "INSERT INTO seal VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING",
                    params![
                        number(1),
                        number(2),
                        number(3),
                        field(4) == "yes",
                        field(5),
                        field(6),
                        field(7),
                        field(8),
                        field(9)
                    ],
                )?;
            } else if field(0) == "row" {
                tx.execute(
                    "INSERT INTO seal_row SELECT $1, $2, $3, number, $5, $6, $7 FROM seal WHERE number = $4
                     ON CONFLICT DO NOTHING",
                    params![field(1), field(2), field(3), number(4), number(5), field(6), field(7)],
                )?;
            }
        }
        Ok::<_, store::Error>(())
    }));
    written.expect("rows");
    if let Ok(verified) = wait(seal::verify(db, &tresse::sealed(), &[], None)) {
        assert!(verified.faults.iter().all(|fault| !fault.to_string().is_empty()));
    }
}

/// SQL in PostgreSQL's words as SQLite is told it: of the same length, and each statement of a migration by itself.
pub fn dialect(sql: &str) {
    let statement = words::statement(sql);
    assert_eq!(statement.len(), sql.len());
    assert_eq!(words::statement(&statement), statement);
    let definition = words::definition(sql);
    assert!(
        !definition
            .split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
            .any(|word| word == "BYTEA")
    );
    let statements = words::statements(sql);
    assert!(statements.iter().all(|one| !one.is_empty() && !one.contains(";\n")));
    assert_eq!(words::statements(&(statements.join(";\n") + ";\n")), statements);
}
