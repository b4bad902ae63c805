//! Files that somebody hands in.

use std::io::{Cursor, Write as _};

use economy::shipments::files::Against;
use formats::catalogue::columns::{guess, read_rows};
use formats::table::{read, read_csv, read_xlsx};
use people::organisations::Site;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use store::{Location, Migration, dump};
use units::{Country, Language};
use zip::write::SimpleFileOptions;

use super::wait;

/// A list as CSV or XLSX, and the articles in it.
pub fn list(bytes: &[u8]) {
    let _ = read_csv(bytes);
    let _ = read_xlsx(bytes);
    if let Ok(table) = read("file", bytes) {
        let (articles, _) = read_rows(&table, &guess(&table.headers));
        assert!(articles.len() <= table.rows.len());
    }
}

/// The parts of a workbook, with a NUL between: sheet, strings, styles, workbook. Packed, so that the readers of its
/// XML are reached.
pub fn sheet(bytes: &[u8]) {
    const NAMES: [&str; 4] =
        ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"];
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relations = |targets: &[(&str, &str)]| {
        let each = targets.iter().enumerate().map(|(id, (word, target))| {
            format!("<Relationship Id=\"r{id}\" Type=\"{OFFICE}/{word}\" Target=\"{target}\"/>")
        });
        format!("<Relationships>{}</Relationships>", each.collect::<String>()).into_bytes()
    };
    let workbook = b"<workbook><sheets><sheet name=\"S\" r:id=\"r0\"/></sheets></workbook>";
    let mut given = bytes.split(|&byte| byte == 0);
    let mut parts = NAMES.map(|name| (name, given.next().unwrap_or_default().to_vec())).to_vec();
    if parts[3].1.is_empty() {
        parts[3].1 = workbook.to_vec();
    }
    parts.push(("_rels/.rels", relations(&[("officeDocument", "xl/workbook.xml")])));
    let beside = [
        ("worksheet", "worksheets/sheet1.xml"),
        ("sharedStrings", "sharedStrings.xml"),
        ("styles", "styles.xml"),
    ];
    parts.push(("xl/_rels/workbook.xml.rels", relations(&beside)));
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, part) in parts {
        archive.start_file(name, stored).expect("memory");
        archive.write_all(&part).expect("memory");
    }
    list(archive.finish().expect("memory").get_ref());
}

/// A catalogue in the JSON-LD of the Data Food Consortium.
pub fn catalogue(bytes: &[u8]) {
    let _ = formats::dfc::read(bytes);
}

/// A description in HTML, within a catalogue: words are never more than the markup around them.
pub fn html(text: &str) {
    let product = json!({ "@id": "p", "@type": "SuppliedProduct", "name": "n", "description": text });
    let read = formats::dfc::read(product.to_string().as_bytes()).expect("a catalogue of one product");
    let words = read.products[0].article.description.clone().unwrap_or_default();
    assert!(words.len() <= text.len(), "{text:?} as {words:?}");
}

/// A photograph of goods: what comes of it is small.
pub fn picture(bytes: &[u8]) {
    if let Ok(small) = frame::picture::reduced(bytes, 480) {
        assert!(small.starts_with(&[0xff, 0xd8]) && small.len() < 1 << 20);
    }
}

/// A backup, before anything of it is believed.
pub fn backup(bytes: &[u8]) {
    let _ = dump::verify(bytes);
}

const TABLE: Migration = Migration {
    slice: "fuzz",
    number: 1,
    sql: "CREATE TABLE t (id TEXT NOT NULL PRIMARY KEY, n BIGINT, yes BOOLEAN, b BYTEA);\n",
};

/// The rows of a backup that is whole, put into a database: each line is what stands between its head and its end.
pub fn rows(lines: &str) {
    let step = json!({ "slice": "fuzz", "number": 1, "sha256": digest(TABLE.sql) });
    let head = json!({ "format": "tresse-dump", "version": 1, "migrations": [step] });
    let table = json!({ "table": "t", "columns": ["id", "n", "yes", "b"] });
    let mut text = format!("{head}\n{table}\n{lines}");
    if !text.ends_with('\n') {
        text.push('\n');
    }
    let rows = lines.lines().filter(|line| line.starts_with('[')).count();
    let end: Value = json!({ "rows": rows, "sha256": digest(&text) });
    let text = format!("{text}{end}\n");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let location = Location::File(folder.path().join("t.db"));
    let opened = text.clone();
    let restored =
        wait(dump::restore(&location, &[TABLE], move || Ok(Cursor::new(opened.clone().into_bytes()))));
    if let Ok((db, dumped)) = restored {
        let again = wait(dump::write(&db, &[TABLE], Vec::new()));
        let (written, _) = again.unwrap_or_else(|error| panic!("{error} of {text}"));
        assert_eq!(written.rows, dumped.rows, "{text}");
    }
}

fn digest(text: &str) -> String {
    Sha256::digest(text).iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

/// A file of what must be moved: what is taken of it can be moved, and is one of the places that there are.
pub fn shipments(bytes: &[u8]) {
    let organisation = units::OrganisationId(uuid::Uuid::from_u128(1));
    let sites = [1, 2].map(|number| Site {
        id: units::SiteId(uuid::Uuid::from_u128(number)),
        organisation,
        name: format!("Quai {number}"),
        street: String::new(),
        postcode: String::new(),
        town: String::new(),
        country: Country::BELGIUM,
        coordinates: None,
        receives: Vec::new(),
        note: String::new(),
        windows: Vec::new(),
    });
    let names = [(organisation, "Halle".to_owned())];
    let today = jiff::civil::date(2026, 11, 28);
    let against = Against { names: &names, sites: &sites, today };
    if let Ok(all) = economy::shipments::files::read("file.csv", bytes, &against, Language::Fr) {
        for asked in all {
            assert_eq!(asked.check(today), Ok(()));
            assert!(asked.from.organisation == organisation && asked.to.organisation == organisation);
        }
    }
}
