//! A hub that moves into another's instance, with a mark on every word that its people have written.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use serde_json::Value as Json;
use store::catalogue::{self, Kind, Table};
use store::{Db, Tx, Value, params};
use tresse::sample::numbers;
use units::Country;
use units::numbers::{EnterpriseNumber, Iban};

use crate::town::RUNTIME;

/// Stands in every word of the hub that moved in; search folds it to small letters.
pub const MARK: &str = "CanariB";
/// The same in addresses and in what is searched.
pub const SMALL_MARK: &str = "canarib";

/// What an instance keeps for itself, and what passes within minutes.
const OF_THE_INSTANCE: [&str; 8] =
    ["attempt", "ceremony", "lease", "node", "reset_asked", "seal", "seal_letter", "seal_row"];

/// Columns that nobody types: codes, days, digests, identifiers of books. A new column of text is marked
/// unless it is named here.
const UNTYPED: [&str; 70] = [
    "account",
    "act",
    "act_key",
    "allergens",
    "answer",
    "basis",
    "because",
    "begun_on",
    "best_before",
    "book",
    "content",
    "content_unit",
    "country",
    "credential",
    "credit",
    "data",
    "day",
    "debit",
    "delivers_on",
    "digest",
    "does",
    "due_on",
    "ends_on",
    "family",
    "first_day",
    "fuel",
    "goal",
    "id",
    "issued_on",
    "issuer",
    "kind",
    "kinds",
    "language",
    "last_day",
    "left_on",
    "legal_form",
    "made",
    "media_type",
    "method",
    "needs",
    "occasion",
    "old_secret",
    "order_unit",
    "origin",
    "paid_on",
    "password_hash",
    "paused_why",
    "pay_unit",
    "pays",
    "request_key",
    "retired_on",
    "role",
    "rule",
    "scopes",
    "secret",
    "series",
    "settled_on",
    "shortage_rule",
    "side",
    "since",
    "source",
    "standing",
    "starts_on",
    "state",
    "stock_mode",
    "storage",
    "traits",
    "ways",
    "ways_of",
    "weekdays",
];
const UNTYPED_OF: [(&str, &str); 18] = [
    ("account", "unit"),
    ("allotment", "reason"),
    ("document", "borne_by"),
    ("document", "reference"),
    ("document_line", "unit"),
    ("halt_run", "code"),
    ("halt_run", "signature"),
    ("journal", "subject"),
    ("membership", "until"),
    ("organisation", "vat_regime"),
    ("plan", "description"),
    ("plan", "result"),
    ("reference_version", "vat_category"),
    ("scenario", "given"),
    ("scenario_day", "description"),
    ("session", "mandate_id"),
    ("task", "target"),
    ("tracking", "code"),
];
/// Enterprises of the hub that moves in are numbered from here.
const NUMBERED_FROM: usize = 5_000;

/// What tells that something is of the hub that moved in.
pub struct Marks {
    ids: HashSet<String>,
    /// Digits of enterprise numbers and bank accounts.
    numbers: HashSet<String>,
    /// What somebody could look for: a word of each kind.
    pub words: Vec<String>,
}

impl Marks {
    /// The marks in a text, each once.
    pub fn found(&self, text: &str) -> BTreeSet<String> {
        let mut found: BTreeSet<String> =
            ids(text).filter(|id| self.ids.contains(*id)).map(str::to_owned).collect();
        found.extend(runs_of_digits(text).into_iter().flat_map(|run| self.numbers_in(&run)));
        if text.to_ascii_lowercase().contains(SMALL_MARK) {
            found.insert(MARK.to_owned());
        }
        found
    }

    /// The words in a text that nobody should have written down.
    pub fn words_in(&self, text: &str) -> BTreeSet<String> {
        let mut found = self.found(text);
        found.retain(|mark| !self.ids.contains(mark));
        found
    }

    fn numbers_in(&self, run: &str) -> Vec<String> {
        let numbers = self.numbers.iter().filter(|number| run.contains(number.as_str()));
        numbers.cloned().collect()
    }
}

/// Identifiers in a text: 36 characters of which four are strokes.
pub fn ids(text: &str) -> impl Iterator<Item = &str> {
    let bytes = text.as_bytes();
    let is_id = move |start: usize| {
        bytes.get(start..start + 36).is_some_and(|id| {
            id.iter().enumerate().all(|(at, byte)| match at {
                8 | 13 | 18 | 23 => *byte == b'-',
                _ => byte.is_ascii_hexdigit(),
            })
        })
    };
    let starts = text.match_indices('-').filter_map(|(at, _)| at.checked_sub(8));
    starts.filter(move |start| is_id(*start)).map(|start| &text[start..start + 36])
}

/// Digits that stand together, whatever groups them, from as many on as an enterprise number has.
fn runs_of_digits(text: &str) -> Vec<String> {
    let (mut runs, mut run) = (Vec::new(), String::new());
    for byte in text.bytes().chain([b'\n']) {
        match byte {
            b'0'..=b'9' => run.push(char::from(byte)),
            // Also half of a space that breaks no line.
            b' ' | b'.' | 0x80.. => {}
            _ if run.len() >= 10 => runs.push(std::mem::take(&mut run)),
            _ => run.clear(),
        }
    }
    runs
}

/// Everything of a hub, marked, on its way.
pub struct Load(Vec<(String, Vec<Vec<Value<'static>>>)>);

/// Takes up everything of the hub in `from`, which is to move to where `there` is.
pub fn take_up(from: &Db, there: &Db) -> (Load, Marks) {
    let mut marks = Marks { ids: HashSet::new(), numbers: HashSet::new(), words: Vec::new() };
    let mut load = Vec::new();
    for table in tables(from) {
        if OF_THE_INSTANCE.contains(&table.name.as_str()) {
            continue;
        }
        let into = format!("INSERT INTO \"{}\" ({})", table.name, table.column_list());
        let rows = cells(from, &table).into_iter().filter(|row| !is_of_the_instance(&table, row));
        load.push((into, rows.map(|row| marks.mark(&table, row)).collect()));
    }
    for id in all_ids(there) {
        // A picture is known by what it shows: the same one has the same identifier everywhere.
        marks.ids.remove(&id);
    }
    marks.words.push(SMALL_MARK.to_owned());
    marks.words.extend(marks.numbers.iter().min().cloned());
    marks.words.extend(marks.ids.iter().max().cloned());
    (Load(load), marks)
}

impl Load {
    pub fn put_down(&self, into: &Db) {
        let load = self.0.clone();
        let written = into.write(move |tx| {
            for (into, rows) in &load {
                for row in rows {
                    let places: Vec<String> = (1..=row.len()).map(|at| format!("${at}")).collect();
                    tx.execute(&format!("{into} VALUES ({})", places.join(", ")), row)?;
                }
            }
            Ok::<_, store::Error>(())
        });
        RUNTIME.block_on(written).unwrap();
    }
}

/// The tables in which there is nothing.
pub fn empty_tables(db: &Db) -> Vec<String> {
    let empty = tables(db).into_iter().filter(|table| cells(db, table).is_empty());
    empty.map(|table| table.name).filter(|name| !OF_THE_INSTANCE.contains(&name.as_str())).collect()
}

/// The mandate to keep the instance stays with who has it there.
fn is_of_the_instance(table: &Table, row: &[Json]) -> bool {
    table.name == "mandate" && row.iter().any(|cell| cell == "administrator")
}

fn tables(db: &Db) -> Vec<Table> {
    let migrations = tresse::migrations();
    RUNTIME.block_on(db.read(move |tx| catalogue::tables(tx, &migrations))).unwrap()
}

fn cells(db: &Db, table: &Table) -> Vec<Vec<Json>> {
    let read = |tx: &Tx<'_>, table: &Table| {
        let sql = format!("SELECT {} FROM \"{}\"", table.column_list(), table.name);
        tx.rows(&sql, params![], |row| {
            table.columns.iter().enumerate().map(|(at, column)| column.value(row, at)).collect()
        })
    };
    let name = table.name.clone();
    let found = db.read(move |tx| {
        let table = catalogue::table(tx, &name)?.expect("a table of the catalogue");
        read(tx, &table)
    });
    RUNTIME.block_on(found).unwrap()
}

fn all_ids(db: &Db) -> HashSet<String> {
    let mut all = HashSet::new();
    for table in tables(db) {
        for text in cells(db, &table).iter().flatten().filter_map(Json::as_str) {
            all.extend(ids(text).map(str::to_owned));
        }
    }
    all
}

/// Identifiers by what they name, oldest first.
pub fn by_kind(db: &Db) -> BTreeMap<String, Vec<String>> {
    let mut kinds: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for table in tables(db) {
        let Some(at) = table.columns.iter().position(|column| column.name == "id") else { continue };
        for row in cells(db, &table) {
            let id = row[at].as_str().filter(|id| ids(id).next().is_some());
            kinds.entry(table.name.clone()).or_default().extend(id.map(str::to_owned));
        }
    }
    let sides = db.read(|tx| {
        tx.rows("SELECT organisation_id, side FROM membership", params![], |row| {
            Ok((row.get::<String>(0)?, row.get::<String>(1)?))
        })
    });
    for (organisation, side) in RUNTIME.block_on(sides).unwrap() {
        let of_no_side = kinds.get_mut("organisation").expect("organisations");
        of_no_side.retain(|id| *id != organisation);
        kinds.entry(side).or_default().push(organisation);
    }
    for ids in kinds.values_mut() {
        ids.sort();
    }
    kinds
}

impl Marks {
    fn mark(&mut self, table: &Table, row: Vec<Json>) -> Vec<Value<'static>> {
        let cells = row.into_iter().zip(&table.columns);
        cells
            .map(|(cell, column)| match (cell, column.kind) {
                (Json::Number(number), Kind::Bool) => Value::Bool(number.as_i64() != Some(0)),
                (Json::Number(number), _) => Value::Int(number.as_i64().unwrap()),
                (Json::String(bytes), Kind::Bytes) => Value::Bytes(decoded(&bytes).into()),
                (Json::String(text), _) => Value::from(self.marked(&table.name, &column.name, &text)),
                _ => Value::Null,
            })
            .collect()
    }

    fn marked(&mut self, table: &str, column: &str, text: &str) -> String {
        self.ids.extend(ids(text).map(str::to_owned));
        let is_id = column.ends_with("_id") || column.ends_with("_by") && column != "taken_by";
        if is_id || UNTYPED.contains(&column) || UNTYPED_OF.contains(&(table, column)) {
            return text.to_owned();
        }
        match column {
            "enterprise_number" => self.number(numbers::enterprise_number(at(text)).compact()),
            "vat_number" => {
                let own = text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
                self.number(numbers::vat_number(at(own)).compact())
            }
            "iban" => {
                let known = Iban::parse(text).expect("an account of the sample");
                let at = (0..NUMBERED_FROM).find(|at| numbers::iban(*at) == known);
                let at = at.expect("an account of the sample") + NUMBERED_FROM;
                self.number(numbers::iban(at).compact())
            }
            "email" | "recipient" => format!("{SMALL_MARK}-{text}"),
            "search" | "searched" => format!("{SMALL_MARK} {text}"),
            "certificates" => format!("{text}\n{MARK}").trim_start().to_owned(),
            "address" => format!("{text}/{SMALL_MARK}"),
            "frozen" => {
                let mut frozen: Json = serde_json::from_str(text).unwrap();
                mark_all(&mut frozen);
                frozen.to_string()
            }
            _ => format!("{MARK} {text}").trim_end().to_owned(),
        }
    }

    fn number(&mut self, number: &str) -> String {
        self.numbers.insert(number.chars().filter(char::is_ascii_digit).collect());
        number.to_owned()
    }
}

/// The other number of the sample's enterprise that has this one.
fn at(number: &str) -> usize {
    let known = EnterpriseNumber::parse(Country::BELGIUM, number).expect("a number of the sample");
    let at = (0..NUMBERED_FROM).find(|at| numbers::enterprise_number(*at) == known);
    at.expect("a number of the sample") + NUMBERED_FROM
}

fn mark_all(value: &mut Json) {
    match value {
        Json::String(text) => *text = format!("{MARK} {text}"),
        Json::Array(values) => values.iter_mut().for_each(mark_all),
        Json::Object(fields) => {
            fields
                .iter_mut()
                .filter(|(name, _)| *name != "language")
                .for_each(|(_, value)| mark_all(value));
        }
        _ => {}
    }
}

fn decoded(bytes: &str) -> Vec<u8> {
    use base64::Engine as _;
    base64::prelude::BASE64_STANDARD.decode(bytes).unwrap()
}
