//! Whose data it is: what is kept is told, taken along, erased, and ends; all by one table.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read as _;

use frame::Role;
use frame::keep::{self, Holds, Kept, Of, Period, Since};
use frame::seal::{self, SealKey};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use store::catalogue::{self, Kind, Table};
use store::testing::{databases, sqlite};
use store::{Db, dump};
use tresse::{backup, check, erasures, keeps, migrations, sealed};
use units::{Code as _, Language};

use crate::town::{RUNTIME, Town, Visitor, noon};

/// Columns with such names hold something of somebody, or let somebody in.
const TELLING: [&str; 27] = [
    "agent",
    "body",
    "bytes",
    "deputy_id",
    "digest",
    "email",
    "enterprise_number",
    "frozen",
    "iban",
    "label",
    "name",
    "note",
    "person_id",
    "phone",
    "postcode",
    "reason",
    "recipient",
    "remark",
    "secret",
    "password_hash",
    "street",
    "taken_by",
    "title",
    "token",
    "town",
    "url",
    "vat_number",
];

fn tables(db: &Db) -> Vec<Table> {
    let migrations = migrations();
    RUNTIME.block_on(db.read(move |tx| catalogue::tables(tx, &migrations))).unwrap()
}

#[test]
fn every_table_has_a_line_and_every_line_a_table() {
    let database = RUNTIME.block_on(sqlite(&migrations()));
    let tables = tables(&database.db);
    let there: Vec<&str> = tables.iter().map(|table| table.name.as_str()).collect();
    let lines: Vec<&str> = keeps().iter().map(|kept| kept.table).collect();
    let without: Vec<&&str> = there.iter().filter(|table| !lines.contains(table)).collect();
    assert!(
        without.is_empty(),
        "say in its slice's keeps.rs what is kept in {without:?}: of whom, why, and for how long"
    );
    let distinct: BTreeSet<&&str> = lines.iter().collect();
    assert_eq!((lines.len(), distinct.len()), (there.len(), there.len()), "a line each");
}

#[test]
fn a_line_names_columns_that_there_are_and_every_column_that_tells_of_somebody() {
    let database = RUNTIME.block_on(sqlite(&migrations()));
    let tables = tables(&database.db);
    let columns = |table: &str| -> Vec<&str> {
        let table = tables.iter().find(|one| one.name == table);
        table.map_or(Vec::new(), |table| table.columns.iter().map(|c| c.name.as_str()).collect())
    };
    let mut faults = Vec::new();
    for kept in keeps() {
        let own = columns(kept.table);
        for (table, column) in named(&kept) {
            if !columns(table).contains(&column) {
                faults.push(format!("{}: there is no {table}.{column}", kept.table));
            }
        }
        let table = tables.iter().find(|table| table.name == kept.table).unwrap();
        for column in &table.columns {
            let telling = TELLING.contains(&column.name.as_str()) && column.kind != Kind::Int
                || column.name.ends_with("_by") && column.name != "borne_by"
                || column.kind == Kind::Bytes;
            // What is the person's own by its name only: a table of their tokens has them as its rows.
            let is_flag = kept
                .columns
                .iter()
                .any(|(_, holds)| matches!(holds, Holds::WordsUnless(flag) if *flag == column.name));
            if telling && kept.holds(&column.name).is_none() && !is_flag {
                faults.push(format!("{}.{}: whose is it?", kept.table, column.name));
            }
        }
        let ends = kept.columns.iter().any(|(_, holds)| matches!(holds, Holds::Words | Holds::Name));
        if matches!(kept.period, Period::Blank { .. }) && !ends {
            faults.push(format!("{}: nothing in it can be blanked", kept.table));
        }
        assert!(!own.is_empty());
    }
    // What was sold, in the words of the catalogue; why a quantity differs, as a code; a server by its machine's name.
    let of_things = ["document_line.label:", "allotment.reason:", "node.name:"];
    faults.retain(|fault| !of_things.iter().any(|column| fault.starts_with(column)));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Every column that a line names, with its table.
fn named(kept: &Kept) -> Vec<(&'static str, &'static str)> {
    let mut named: Vec<_> = kept.columns.iter().map(|(column, _)| (kept.table, *column)).collect();
    let hub = kept.hub.as_slice().iter();
    for of in kept.persons.iter().chain(kept.members).chain(hub) {
        match *of {
            Of::Column(column)
            | Of::Own(column)
            | Of::ColumnOrNone(column)
            | Of::Ending(column)
            | Of::Email(column) => named.push((kept.table, column)),
            Of::Through { column, table, key } => named.extend([(kept.table, column), (table, key)]),
            Of::All => {}
        }
    }
    let since = match kept.period {
        Period::WhileUsed => return named,
        Period::Days { since, .. }
        | Period::Delete { since, .. }
        | Period::Blank { since, .. }
        | Period::Rewrite { since, .. } => since,
    };
    match since {
        Since::Instant(column) | Since::Day(column) => named.push((kept.table, column)),
        Since::Through { column, table, key, instant } => {
            named.extend([(kept.table, column), (table, key), (table, instant)]);
        }
    }
    named
}

#[test]
fn everybody_is_told_of_every_table_in_words() {
    let town = Town::on_sqlite();
    let shop = town.visitor(Role::Shop);
    for &language in Language::ALL {
        let page = shop.get_in(language, "/kept");
        assert_eq!(page.status, 200);
        for kept in keeps() {
            let table = kept.table;
            assert!(page.body.contains(&format!(" <small>{table}</small>")), "{table} is not told of");
            assert!(!page.body.contains(&format!(">{table} <small>")), "{table} has no words");
        }
        assert!(page.body.contains("178/2002"), "the sources are named");
    }
    for guide in ["docs/fr/donnees.md", "docs/en/data.md"] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(guide);
        let text = std::fs::read_to_string(&path).unwrap();
        for kept in keeps() {
            assert!(text.contains(&format!(" `{}` |", kept.table)), "{guide}: {}", kept.table);
        }
    }
}

/// The files of an archive, by name; each is read to its end.
fn opened(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a whole archive");
    (0..zip.len())
        .map(|at| {
            let mut file = zip.by_index(at).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            (file.name().unwrap().into_owned(), text)
        })
        .collect()
}

/// The rows of an archive's tables as programs read them; as many stand in the files for people.
fn rows(files: &BTreeMap<String, String>) -> BTreeMap<String, Vec<Value>> {
    let mut tables = BTreeMap::new();
    for (name, text) in files {
        let Some(table) = name.strip_prefix("json/").and_then(|name| name.strip_suffix(".json")) else {
            continue;
        };
        let rows: Vec<Value> = serde_json::from_str(text).unwrap_or_else(|e| panic!("{name}: {e}"));
        let csv = &files[&format!("csv/{table}.csv")];
        assert!(csv.starts_with('\u{feff}'), "{table}.csv opens as UTF-8");
        let read = formats::table::read_csv(csv.as_bytes()).unwrap_or_else(|e| panic!("{table}: {e:?}"));
        assert_eq!(read.rows.len(), rows.len(), "{table} as CSV and as JSON");
        assert!(files["index.html"].contains(&format!("csv/{table}.csv")), "{table} is explained");
        tables.insert(table.to_owned(), rows);
    }
    tables
}

/// Each row of the database as (table, columns, cells).
fn dumped(db: &Db) -> Vec<(String, Vec<String>, Vec<Value>)> {
    let (_, bytes) = RUNTIME.block_on(dump::write(db, &migrations(), Vec::new())).unwrap();
    let (mut table, mut columns) = (String::new(), Vec::new());
    let mut all = Vec::new();
    for line in String::from_utf8(bytes).unwrap().lines() {
        match serde_json::from_str(line).unwrap() {
            Value::Array(cells) => all.push((table.clone(), columns.clone(), cells)),
            Value::Object(head) if head.contains_key("table") => {
                head["table"].as_str().unwrap().clone_into(&mut table);
                let names = head["columns"].as_array().unwrap().iter();
                columns = names.map(|name| name.as_str().unwrap().to_owned()).collect();
            }
            _ => {}
        }
    }
    all
}

fn faults(db: &Db) -> Vec<String> {
    let checked = RUNTIME.block_on(check::all(db)).unwrap();
    checked.into_iter().flat_map(|checked| checked.faults).collect()
}

/// Somebody with marks of their own, who comes in and does what leaves traces.
struct Marked {
    id: String,
    marks: [String; 4],
    visitor: Visitor,
}

impl Marked {
    fn of(town: &Town, role: Role) -> Self {
        let (id, email) = (town.person_of(role), town.email_of(role));
        let code = role.code();
        let (name, phone) = (format!("Ondine Canari-{code}"), format!("+32 499 00 {:04}", code.len()));
        let visitor = town.visitor_by(&email);
        let saved = visitor.post("/me", &[("name", &name), ("phone", &phone), ("language", "fr")]);
        assert_eq!(saved.status, 303, "{}", saved.body);
        assert_eq!(town.stranger().post("/reset", &[("email", &email)]).status, 200);
        let token = format!("Canari caisse {code}");
        let me = visitor.get("/me/tokens").body;
        let mandate = crate::town::between(&me, "name=\"mandate\"", "</select>");
        let mandate = crate::town::between(mandate, "<option value=\"", "\"").to_owned();
        let made = visitor.post(
            "/me/tokens",
            &[("name", &token), ("mandate", &mandate), ("days", "90"), ("scopes", "orders:read")],
        );
        assert_eq!(made.status, 200, "{}", made.body);
        Self { id, marks: [name, phone, email, token], visitor }
    }
}

#[test]
fn what_is_kept_of_a_person_is_theirs_to_take_and_to_have_erased() {
    for town in Town::on_both() {
        let administrator = town.visitor(Role::Administrator);
        let persons = [Role::Shop, Role::Producer, Role::Warehouse, Role::Bookkeeper]
            .map(|r| Marked::of(&town, r));
        let others: Vec<String> = persons.iter().flat_map(|one| one.marks.clone()).collect();
        let before = dumped(&town.db);
        for person in &persons {
            let files = opened(&person.visitor.take("/me/archive"));
            let taken = rows(&files);
            // Every row that has their identifier or address in a cell is there, and no other.
            let mut expected: BTreeMap<&str, usize> = BTreeMap::new();
            for (table, _, cells) in &before {
                if cells.iter().any(|cell| *cell == *person.id || *cell == *person.marks[2]) {
                    *expected.entry(table).or_default() += 1;
                }
            }
            // Requests of programs and files of letters are theirs by what they belong to.
            for (table, count) in &expected {
                let got = taken.get(*table).map_or(0, Vec::len);
                // Taking it along is no row of theirs, but coming in for it may be.
                assert_eq!(got, *count, "{table} of {}", person.marks[0]);
            }
            assert!(expected.len() >= 6, "{expected:?}");
            let whole: String = files.values().cloned().collect();
            for mark in &person.marks {
                assert!(whole.contains(mark.as_str()), "{mark} is theirs");
            }
            for mark in others.iter().filter(|mark| !person.marks.contains(mark)) {
                assert!(!whole.contains(mark.as_str()), "{mark} is somebody else's");
            }
            for other in persons.iter().filter(|other| other.id != person.id) {
                assert!(!whole.contains(&other.id), "{} is told of {}", person.marks[0], other.id);
            }
            for secret in ["argon2", "digest", "password_hash"] {
                assert!(!whole.contains(secret), "{secret} is nobody's to take");
            }
            let path = format!("/persons/{}", person.id);
            let on_behalf = rows(&opened(&administrator.take(&format!("{path}/archive"))));
            assert_eq!(on_behalf["person"], taken["person"]);

            assert_eq!(person.visitor.post("/me/erasure", &[]).status, 422, "the box is not ticked");
            assert_eq!(person.visitor.post("/me/erasure", &[("confirmed", "yes")]).status, 303);
            assert_eq!(administrator.post(&format!("{path}/erase"), &[]).status, 422);
            let erased = administrator.post(&format!("{path}/erase"), &[("confirmed", "yes")]);
            assert_eq!(erased.status, 303, "{}", erased.body);
            assert_eq!(person.visitor.get("/me").location, "/sign-in?next=/me", "out at once");
            let again = administrator.post(&format!("{path}/erase"), &[("confirmed", "yes")]);
            assert_eq!(again.status, 422, "once");
            let back = administrator.post(&format!("{path}/suspend"), &[("suspended", "no")]);
            assert_eq!(back.status, 422, "nobody comes back");
        }
        let keeps = keeps();
        let mut left = BTreeSet::new();
        for (table, columns, cells) in dumped(&town.db) {
            let kept = keeps.iter().find(|kept| kept.table == table).unwrap();
            for (column, cell) in columns.iter().zip(&cells) {
                let text = cell.as_str().unwrap_or_default();
                if others.iter().any(|mark| text.contains(mark.as_str())) {
                    let holds = kept.holds(column);
                    assert!(
                        matches!(holds, Some(Holds::Words | Holds::Name)),
                        "{table}.{column} still has {text}"
                    );
                    left.insert(format!("{table}.{column}"));
                }
            }
        }
        assert!(left.is_empty(), "{left:?}");
        assert_eq!(faults(&town.db), Vec::<String>::new());
    }
}

#[test]
fn who_is_needed_stays_until_another_is_named() {
    let town = Town::on_sqlite();
    let administrator = town.visitor(Role::Administrator);
    for role in [Role::Administrator, Role::Coordinator] {
        let path = format!("/persons/{}/erase", town.person_of(role));
        let answer = administrator.post(&path, &[("confirmed", "yes")]);
        assert_eq!(answer.status, 422, "{role:?}");
        assert!(answer.body.contains("Plus personne"), "{}", answer.body);
    }
    let coordinator = town.person_of(Role::Coordinator);
    assert_eq!(town.visitor(Role::Shop).post(&format!("/persons/{coordinator}/erase"), &[]).status, 403);
    // With a second one, the first may go.
    let invited = administrator.post(
        &town.hub("/team"),
        &[("name", "Ada"), ("email", "ada@exemple.be"), ("role", "coordinator")],
    );
    assert_eq!(invited.status, 303, "{}", invited.body);
    let erased = administrator.post(&format!("/persons/{coordinator}/erase"), &[("confirmed", "yes")]);
    assert_eq!(erased.status, 303, "{}", erased.body);
    let page = administrator.get(&format!("/persons/{coordinator}"));
    assert!(page.body.contains("personne effacée"), "{}", page.body);
}

#[test]
fn an_organisation_takes_its_own_and_nobody_elses() {
    let town = Town::on_sqlite();
    let world = &town.world;
    let shops: Vec<String> = world.shops.iter().map(|shop| shop.id.to_string()).collect();
    let producers: Vec<String> = world.producers.iter().map(|one| one.id.to_string()).collect();
    let bookkeeper = town.visitor(Role::Bookkeeper);
    let all = dumped(&town.db);
    let count = |table: &str, column: &str, id: &str| {
        let has = |columns: &[String], cells: &[Value]| {
            columns.iter().zip(cells).any(|(name, cell)| name == column && *cell == *id)
        };
        all.iter().filter(|(of, columns, cells)| of == table && has(columns, cells)).count()
    };
    let path = town.hub("/archive");
    for (role, own, side) in [
        (Role::Shop, world.shops[0].id.to_string(), "shop_id"),
        (Role::Producer, world.producers[0].id.to_string(), "producer_id"),
    ] {
        let visitor = town.visitor(role);
        assert_eq!(visitor.get(&path).status, 200);
        let files = opened(&visitor.take(&path));
        let taken = rows(&files);
        let mut compared = 0;
        for table in ["order_line", "delivery", "reception_lot", "supply_line", "offer", "reference"] {
            let expected = count(table, side, &own);
            assert_eq!(taken.get(table).map_or(0, Vec::len), expected, "{table} of {role:?}");
            compared += expected;
        }
        assert!(compared > 50, "{compared} rows");
        assert_eq!(taken["document"].len(), count("document", "party_id", &own));
        assert_eq!(taken["organisation"].len(), 1);
        assert!(taken["transfer"].len() > 5, "its accounts");
        let whole: String = files.values().cloned().collect();
        // An invoice names the producer of each line; no shop is told of another, no producer of any other.
        let hidden = if role == Role::Shop { &shops } else { &producers };
        for id in hidden.iter().filter(|id| **id != own) {
            assert!(!whole.contains(id.as_str()), "{role:?} is told of {id}");
        }
        for person in [Role::Coordinator, Role::Warehouse, Role::Bookkeeper] {
            assert!(!whole.contains(&town.person_of(person)), "{role:?} is told of persons");
        }
        assert!(!taken.contains_key("journal"));
    }
    let coordinator = rows(&opened(&town.visitor(Role::Coordinator).take(&path)));
    let bookkeeper = rows(&opened(&bookkeeper.take(&path)));
    for table in ["order_line", "document", "document_line", "transfer", "payment", "organisation"] {
        assert!(!coordinator[table].is_empty(), "{table}");
        assert_eq!(coordinator[table].len(), bookkeeper[table].len(), "{table}");
    }
    let hub = world.hub.to_string();
    assert_eq!(coordinator["document"].len(), count("document", "book", &hub));
    assert!(coordinator.contains_key("journal") && coordinator.contains_key("reference"));
    for table in ["journal", "mandate", "reference", "offer_arrangement"] {
        assert!(!bookkeeper.contains_key(table), "a bookkeeper sees no {table}");
    }
    for role in [Role::Warehouse, Role::Reader, Role::Administrator] {
        assert_eq!(town.visitor(role).post(&path, &[]).status, 403, "{role:?}");
    }
}

#[test]
fn money_dates_and_texts_stand_in_the_files_as_people_write_them() {
    let town = Town::on_sqlite();
    let coordinator = town.visitor(Role::Coordinator);
    let formula = "=cmd|' /C calc'!A0";
    let paid = coordinator.post(
        &town.hub(&format!("/payments/new?side=shop&party={}", town.world.shops[0].id)),
        &[
            ("id", "01935f6e-0000-7000-8000-00000000abcd"),
            ("amount", "12,50"),
            ("paid_on", "2026-11-20"),
            ("method", "transfer"),
            ("note", formula),
        ],
    );
    assert_eq!(paid.status, 303, "{}", paid.body);
    let files = opened(&coordinator.take(&town.hub("/archive")));
    let taken = rows(&files);
    let payment = taken["payment"].iter().find(|one| one["note"] == formula).expect("the payment");
    assert_eq!(payment["amount"], "12.50");
    assert_eq!(payment["recorded_at"], "2026-11-24T10:30:00Z");
    let csv = &files["csv/payment.csv"];
    let line = csv.lines().find(|line| line.contains("cmd")).unwrap();
    assert!(line.contains(";12,50;2026-11-20;") && line.contains("2026-11-24 11:30:00"), "{line}");
    assert!(!line.contains(";=cmd") && !line.contains("\"=cmd") && line.contains("'=cmd"), "{line}");
    assert!(taken["order_line"][0]["takes_second_choice"].is_boolean());
    assert!(taken["document"][0]["frozen"]["recipient"]["name"].is_string(), "as it was issued");
}

#[test]
fn periods_end_by_the_clock() {
    for town in Town::on_both() {
        let shop = Marked::of(&town, Role::Shop);
        let count = |table: &str| dumped(&town.db).iter().filter(|(of, _, _)| of == table).count();
        let at = |days: i64| {
            let now: Timestamp = noon() + SignedDuration::from_hours(24 * days);
            let today = jiff::tz::TimeZone::UTC.to_datetime(now).date();
            let ended = town.db.write(move |tx| keep::end_periods(tx, &keeps(), &sealed(), now, today));
            RUNTIME.block_on(ended).unwrap();
        };
        let key = SealKey::fresh();
        let app = tresse::server::application_at(
            town.db.clone(),
            frame::Settings::default(),
            frame::Clock::set_by_hand(noon() + SignedDuration::from_mins(1)),
        );
        RUNTIME.block_on(async {
            while seal::seal_some(&app, &key, 1000).await.unwrap() == Some(false) {}
        });
        let verified = || {
            let (sealed, keys) = (sealed(), [key.public()]);
            let verified = seal::verify(&town.db, &sealed, &keys, None);
            let verified = RUNTIME.block_on(verified).unwrap();
            (verified.faults.iter().map(ToString::to_string).collect::<Vec<_>>(), verified.forgotten)
        };
        assert_eq!(verified(), (Vec::new(), 0));
        let (letters, acts) = (count("letter"), count("journal"));
        assert!(letters > 0 && acts > 0 && count("session") > 0 && count("single_use_link") > 0);
        at(1);
        assert_eq!(count("single_use_link"), 0, "links end when they are over");
        assert!(count("session") > 0);
        at(31);
        assert_eq!((count("session"), count("letter_file")), (0, 0));
        assert_eq!(shop.visitor.get("/me").location, "/sign-in?next=/me");
        let told_of = |text: &str| {
            dumped(&town.db)
                .iter()
                .filter(|(table, _, _)| table == "document" || table == "delivery")
                .any(|(_, _, cells)| cells.iter().any(|c| c.as_str().is_some_and(|c| c.contains(text))))
        };
        let name = &town.world.shops[0].name;
        let taken_by = dumped(&town.db)
            .into_iter()
            .filter(|(table, _, _)| table == "delivery")
            .filter_map(|(_, columns, cells)| {
                let at = columns.iter().position(|column| column == "taken_by")?;
                Some(cells[at].as_str()?.to_owned())
            })
            .find(|name| !name.is_empty())
            .expect("somebody took a delivery");
        at(400);
        assert_eq!(count("letter"), 0);
        assert_eq!(count("journal"), acts, "acts are kept with the books");
        at(365 * 10);
        assert!(told_of(name) && told_of(&taken_by), "ten years are not over before the year is");
        at(365 * 10 + 60);
        assert!(!told_of(name), "no document names {name}");
        assert!(!told_of(&taken_by), "no delivery names {taken_by}");
        assert_eq!(count("journal"), 0);
        assert_eq!(faults(&town.db), Vec::<String>::new(), "the books are whole without the names");
        let (faults, forgotten) = verified();
        assert_eq!(faults, Vec::<String>::new(), "what ended by law is not taken for a crime");
        assert!(forgotten > acts as u64, "acts and documents: {forgotten}");
    }
}

#[test]
fn a_backup_from_before_brings_nobody_back() {
    let folder = tempfile::tempdir().unwrap();
    let town = Town::on_sqlite();
    let (before, after) = (folder.path().join("before.jsonl.gz"), folder.path().join("after.jsonl.gz"));
    RUNTIME.block_on(backup::write(&town.db, &before)).unwrap();
    let list = erasures::beside(&before);
    assert!(!list.exists(), "nobody was erased");
    let email = town.email_of(Role::Shop);
    let person = town.person_of(Role::Shop);
    let erased = town
        .visitor(Role::Administrator)
        .post(&format!("/persons/{person}/erase"), &[("confirmed", "yes")]);
    assert_eq!(erased.status, 303);
    RUNTIME.block_on(backup::write(&town.db, &after)).unwrap();
    let text = std::fs::read_to_string(&list).unwrap();
    assert!(text.contains(&person) && !text.contains(&email), "{text}");
    for database in RUNTIME.block_on(databases(&[])) {
        let restored = RUNTIME.block_on(async {
            let (db, _) = backup::restore(&database.location, &before).await.unwrap();
            let moment = tresse::rehearsal::application(db.clone(), 1).moment();
            let list = erasures::read(&list).unwrap();
            assert_eq!(erasures::replay(&db, &moment, list.clone()).await.unwrap(), 1);
            assert_eq!(erasures::replay(&db, &moment, list).await.unwrap(), 0, "once is enough");
            db
        });
        for (table, _, cells) in dumped(&restored) {
            assert!(!cells.iter().any(|cell| *cell == *email), "{table} has {email}");
        }
        assert_eq!(faults(&restored), Vec::<String>::new());
    }
}

#[test]
fn restoring_reads_the_list_beside_the_backup() {
    let folder = tempfile::tempdir().unwrap();
    let town = Town::on_sqlite();
    let path = folder.path().join("b.jsonl.gz");
    RUNTIME.block_on(backup::write(&town.db, &path)).unwrap();
    let restore = |data: &str| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_tresse"))
            .args(["restore", "--data", data, "b.jsonl.gz"])
            .current_dir(folder.path())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned()
            + &String::from_utf8_lossy(&output.stdout);
        (output.status.success(), said)
    };
    let without = restore("one");
    assert!(without.0 && without.1.contains("nobody was erased again"), "{}", without.1);
    let line = format!(
        "{{\"person\":\"{}\",\"erased_at\":\"2026-11-24T10:30:00Z\"}}\n",
        town.person_of(Role::Shop)
    );
    std::fs::write(erasures::beside(&path), line).unwrap();
    let with = restore("two");
    assert!(with.0 && with.1.contains("1 persons erased again"), "{}", with.1);
    std::fs::write(erasures::beside(&path), "nobody\n").unwrap();
    let unreadable = restore("three");
    assert!(!unreadable.0 && unreadable.1.contains("line 1 of"), "{}", unreadable.1);
    assert!(!folder.path().join("three/tresse.db").exists(), "nobody is back");
}
