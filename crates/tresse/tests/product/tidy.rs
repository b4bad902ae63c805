//! The house's rules that a machine can check, read from the sources themselves.
//!
//! Cargo's graph and `clippy.toml` hold the others. A rule that fails names every place.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const ENGINES: [&str; 5] = ["formats", "papers", "roads", "routing", "units"];
const ACTIVITIES: [&str; 5] = ["commons", "hub", "rounds", "supply", "tenders"];
const LANGUAGES: [&str; 4] = ["de", "en", "fr", "nl"];
const LONGEST_FILE_LINES: usize = 600;

/// Who speaks SQL besides `store.rs`, and `check.rs` whose questions cross the tables of a slice.
const SPEAK_SQL: [&str; 7] = [
    // Asks a PostgreSQL of its own about itself.
    "faults/src/cluster.rs",
    // The seam itself: its own table of migrations.
    "store/src/",
    // The ground's tables, each with one file of its own around it.
    "frame/src/attempts.rs",
    "frame/src/api/repeat.rs",
    "frame/src/journal.rs",
    "frame/src/mail.rs",
    "frame/src/task.rs",
];

#[test]
fn a_model_knows_neither_database_nor_clock_nor_web() {
    let strangers = ["Tx", "store", "Clock", "axum", "askama"];
    holds(lines(
        |path| named(path, "model.rs"),
        |line| strangers.iter().any(|word| has_word(line, word)),
    ));
}

#[test]
fn sql_is_in_store_and_check_only() {
    let statements = ["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM "];
    let elsewhere = |path: &str| {
        let may = SPEAK_SQL.iter().any(|place| path.starts_with(place));
        !(may || named(path, "store.rs") || named(path, "check.rs"))
    };
    holds(lines(elsewhere, |line| statements.iter().any(|statement| line.contains(statement))));
}

#[test]
fn a_page_writes_nothing_itself() {
    let is_of_a_door = |path: &str| path.contains("/api/") && !path.starts_with("frame/");
    let page = |path: &str| named(path, "pages.rs") || named(path, "api.rs") || is_of_a_door(path);
    holds(lines(page, |line| line.contains(".execute(") || line.contains(".insert_all(")));
}

#[test]
fn an_engine_uses_no_ground_and_no_web() {
    let above = ["axum", "economy", "frame", "hub", "people", "polity", "store", "tokio"];
    holds(uses(&ENGINES, |_, used| above.contains(&used)));
}

#[test]
fn activities_do_not_use_one_another() {
    holds(uses(&ACTIVITIES, |_, used| ACTIVITIES.contains(&used)));
}

#[test]
fn a_message_is_there_in_four_languages_with_the_same_arguments() {
    let mut faults = Vec::new();
    for name in crates() {
        let locales = root().join(&name).join("locales");
        let all = LANGUAGES.map(|language| (language, messages(&locales.join(language))));
        let keys: BTreeSet<&String> = all.iter().flat_map(|(_, messages)| messages.keys()).collect();
        for key in keys {
            let arguments = all.each_ref().map(|(_, messages)| messages.get(key));
            if arguments.iter().any(|found| *found != arguments[0]) {
                faults.push(format!(
                    "{name}: {key}: {:?}",
                    LANGUAGES.iter().zip(arguments).collect::<Vec<_>>()
                ));
            }
        }
    }
    holds(faults);
}

#[test]
fn the_journal_has_words_for_every_act() {
    let words = read(&root().join("polity/locales/fr/polity.ftl"));
    let mut faults = Vec::new();
    let mut acts = 0;
    for (path, text) in sources() {
        for noted in text.split("journal::note(").skip(1) {
            // Its third argument is the act, where it is not worked out.
            let Some(act) = noted.split(',').nth(2).and_then(|act| act.trim().strip_prefix('"')) else {
                continue;
            };
            acts += 1;
            let code = act.trim_end_matches('"').replace('.', "_");
            if !words.contains(&format!("    [{code}] ")) {
                faults.push(format!("{path}: {code}"));
            }
        }
    }
    assert!(acts > 30, "only {acts} acts were found");
    holds(faults);
}

#[test]
fn no_file_outgrows_a_reader() {
    let long = sources().into_iter().map(|(path, text)| (path, text.lines().count()));
    let long = long.filter(|(_, count)| *count > LONGEST_FILE_LINES);
    holds(long.map(|(path, count)| format!("{path}: {count} lines")).collect());
}

#[test]
fn nothing_is_left_for_later() {
    let marks = ["todo!", "dbg!", "FIXME"];
    let marked = |text: &str| marks.iter().any(|mark| text.contains(mark));
    let all = sources().into_iter().filter(|(_, text)| marked(text));
    holds(all.map(|(path, _)| path).collect());
}

#[test]
fn a_crate_says_what_it_is_and_under_which_licence() {
    let mut faults = Vec::new();
    for name in crates() {
        let manifest = manifest(&name);
        let engine = ENGINES.contains(&name.as_str());
        let licence =
            if engine { r#"license = "MIT OR Apache-2.0""# } else { "license.workspace = true" };
        if !manifest.lines().any(|line| line == licence) {
            faults.push(format!("{name}: its Cargo.toml should say {licence}"));
        }
        if !manifest.contains("\ndescription = \"") {
            faults.push(format!("{name}: its Cargo.toml has no description"));
        }
    }
    let workspace = read(&root().join("../Cargo.toml"));
    if !workspace.contains("\nlicense = \"AGPL-3.0-or-later\"") {
        faults.push("the workspace's licence is another one".into());
    }
    holds(faults);
}

fn holds(faults: Vec<String>) {
    assert!(faults.is_empty(), "the rule does not hold:\n{}", faults.join("\n"));
}

/// Every line of code, comments left out, that `is_fault` finds in the files that `look_at` chooses.
fn lines(look_at: impl Fn(&str) -> bool, is_fault: impl Fn(&str) -> bool) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, text) in sources().into_iter().filter(|(path, _)| look_at(path)) {
        let code = text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
        let wrong = code.filter(|(_, line)| is_fault(line));
        faults.extend(wrong.map(|(index, line)| format!("{path}:{}: {}", index + 1, line.trim())));
    }
    faults
}

/// What these crates use, tests aside, where `is_fault(crate, used)`.
fn uses(crates: &[&str], is_fault: impl Fn(&str, &str) -> bool) -> Vec<String> {
    let mut faults = Vec::new();
    for name in crates.iter().filter(|name| root().join(name).exists()) {
        let manifest = manifest(name);
        let section = manifest.split("\n[dependencies]\n").nth(1).unwrap_or_default();
        let section = section.split("\n[").next().unwrap_or_default();
        let used = section.lines().filter_map(|line| line.split(['.', ' ', '=']).next());
        faults
            .extend(used.filter(|used| is_fault(name, used)).map(|used| format!("{name} uses {used}")));
    }
    faults
}

/// The messages of a language, as `hub.ftl: cycle-title`, each with the arguments that it takes.
fn messages(folder: &Path) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages = BTreeMap::new();
    for path in files(folder, "ftl") {
        let file = path.strip_prefix(folder).expect("a file in its folder").display();
        // A message begins at the margin and goes on, indented, to the next one.
        let mut taken = &mut BTreeSet::new();
        for line in read(&path).lines().filter(|line| !line.starts_with('#')) {
            if let Some((key, _)) = line.split_once('=').filter(|_| !line.starts_with([' ', '}'])) {
                taken = messages.entry(format!("{file}: {}", key.trim())).or_default();
            }
            taken.extend(line.split('$').skip(1).map(first_word));
        }
    }
    messages
}

fn first_word(text: &str) -> String {
    text.chars().take_while(|letter| letter.is_alphanumeric() || "-_".contains(*letter)).collect()
}

/// Every source file, as `hub/src/orders/acts.rs` with its text.
fn sources() -> Vec<(String, String)> {
    let folders = crates().into_iter().map(|name| root().join(name).join("src"));
    let found: Vec<(String, String)> = folders
        .flat_map(|folder| files(&folder, "rs"))
        .map(|path| {
            let short = path.strip_prefix(root()).expect("a file under its root");
            (short.display().to_string(), read(&path))
        })
        .collect();
    assert!(found.len() > 100, "only {} source files were found", found.len());
    found
}

fn crates() -> Vec<String> {
    let entries = entries(&root()).into_iter().filter(|path| path.join("Cargo.toml").exists());
    entries.filter_map(|path| Some(path.file_name()?.to_str()?.to_owned())).collect()
}

/// The files with this extension, at any depth; none where there is no such folder.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let (folders, files): (Vec<_>, Vec<_>) = entries(folder).into_iter().partition(|path| path.is_dir());
    let mut found: Vec<_> =
        files.into_iter().filter(|path| path.extension().is_some_and(|e| e == extension)).collect();
    found.extend(folders.iter().flat_map(|inner| self::files(inner, extension)));
    found
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

fn named(path: &str, name: &str) -> bool {
    path.rsplit('/').next() == Some(name)
}

fn has_word(line: &str, word: &str) -> bool {
    line.split(|letter: char| !letter.is_alphanumeric() && letter != '_').any(|part| part == word)
}

fn manifest(name: &str) -> String {
    read(&root().join(name).join("Cargo.toml"))
}

/// The folder of the crates.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the folder of the crates").to_owned()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("reading {}: {error}", path.display()))
}
