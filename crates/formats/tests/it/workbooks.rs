//! Workbooks as programs write them, and as nobody should.

use std::io::{Cursor, Write as _};

use calamine::{Data, Reader as _};
use formats::table::{Cell, TableError, read, read_xlsx, write_xlsx};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use zip::write::SimpleFileOptions;

/// A workbook of one sheet with these rows, written by hand.
pub(crate) fn by_hand(sheet_data: &str) -> Vec<u8> {
    by_hand_with(&format!("<worksheet><sheetData>{sheet_data}</sheetData></worksheet>"), STRINGS)
}

const STRINGS: &str = "<sst uniqueCount=\"99999999999999\"><si><t>Nom</t></si>\
    <si><r><t>Ail </t></r><r><t>ros\u{e9} &amp; cie</t></r><rPh><t>no</t></rPh></si></sst>";

pub(crate) fn by_hand_with(sheet: &str, strings: &str) -> Vec<u8> {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |id: &str, word: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{kind}/{word}\" Target=\"{target}\"/>")
    };
    let parts = [
        (
            "_rels/.rels",
            format!(
                "<Relationships>{}</Relationships>",
                relation("a", "officeDocument", "/xl/workbook.xml")
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships>{}{}</Relationships>",
                relation("b", "worksheet", "sheets/../sheet.xml"),
                relation("c", "sharedStrings", "strings.xml"),
            ),
        ),
        (
            "xl/Workbook.xml",
            "<x:workbook xmlns:x=\"m\"><x:workbookPr date1904=\"0\"/><x:sheets>\
             <x:sheet name=\"S\" r:id=\"b\"/></x:sheets></x:workbook>"
                .to_owned(),
        ),
        ("xl/strings.xml", strings.to_owned()),
        ("xl/sheet.xml", sheet.to_owned()),
    ];
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn rows(bytes: &[u8]) -> Vec<(u32, String)> {
    let table = read_xlsx(bytes).unwrap();
    table.rows.into_iter().map(|row| (row.line, row.cells.join("|"))).collect()
}

#[test]
fn cells_are_read_as_their_owner_sees_them() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("Notes").unwrap().set_hidden(true).write(0, 0, "hidden").unwrap();
    workbook.add_worksheet().set_name("Empty").unwrap();
    let sheet = workbook.add_worksheet().set_active(true);
    let date = Format::new().set_num_format("dd/mm/yyyy");
    let moment = Format::new().set_num_format("d mmm yyyy hh:mm");
    let percent = Format::new().set_num_format("0.0%");
    let euros = Format::new().set_num_format("#,##0.00\\ \"€\"");
    sheet.write_row(2, 0, ["Produit", "Prix", "TVA", "Bio", "Date"]).unwrap();
    sheet.write(4, 0, "Ail rosé\nd'Arleux").unwrap();
    sheet.write_with_format(4, 1, 2.4, &euros).unwrap();
    sheet.write_with_format(4, 2, 0.06, &percent).unwrap();
    sheet.write(4, 3, true).unwrap();
    sheet.write_with_format(4, 4, ExcelDateTime::from_ymd(2026, 11, 24).unwrap(), &date).unwrap();
    sheet.write(6, 0, Formula::new("=\"Ai\"&\"l\"").set_result("Ail")).unwrap();
    sheet.write(6, 1, Formula::new("=0.1+0.2").set_result("0.30000000000000004")).unwrap();
    sheet.write(6, 2, 2.0).unwrap();
    sheet.write_with_format(6, 4, 46_350.437_5, &moment).unwrap();
    let table = read("liste.csv", &workbook.save_to_buffer().unwrap()).unwrap();
    assert_eq!(table.headers, ["Produit", "Prix", "TVA", "Bio", "Date"]);
    let rows: Vec<(u32, String)> =
        table.rows.into_iter().map(|row| (row.line, row.cells.join("|"))).collect();
    assert_eq!(
        rows,
        [
            (5, "Ail rosé\nd'Arleux|2.4|6%|true|2026-11-24".to_owned()),
            (7, "Ail|0.3|2||2026-11-24T10:30:00".to_owned()),
        ]
    );
}

#[test]
fn an_error_cell_refuses_the_file_by_its_address() {
    let bytes = by_hand(
        "<row r=\"1\"><c t=\"s\"><v>0</v></c></row><row r=\"12\"><c r=\"B12\" t=\"e\"><v>#N/A</v></c></row>",
    );
    assert_eq!(
        read_xlsx(&bytes),
        Err(TableError::ErrorCell { cell: "B12".into(), shown: "#N/A".into() })
    );
}

#[test]
fn a_formula_that_was_never_worked_out_is_not_an_empty_cell() {
    let uncalculated = by_hand("<row><c><f>1+1</f><v/></c></row>");
    assert_eq!(read_xlsx(&uncalculated), Err(TableError::Uncalculated { cell: "A1".into() }));
    let empty_text = by_hand("<row><c t=\"str\"><f>A2</f><v></v></c></row>");
    assert_eq!(read_xlsx(&empty_text), Err(TableError::NoHeader));
}

#[test]
fn positions_and_texts_have_many_forms() {
    let bytes = by_hand(
        "<row><c t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><t>Prix</t></is></c></row>\
         <row r=\"5\"><c r=\"B5\"><v>1.50</v></c><c r=\"A5\" t=\"s\"><v>1</v></c><c r=\"ZZ5\" s=\"9\"/></row>\
         <row><c t=\"str\"><f>A1</f><v>&#39;=x&lt;</v></c><c t=\"b\"><v>0</v></c></row>",
    );
    assert_eq!(rows(&bytes), [(5, "Ail rosé & cie|1.5".to_owned()), (6, "=x<|false".to_owned())]);
}

#[test]
fn an_archive_of_something_else_is_no_workbook() {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("mimetype", SimpleFileOptions::default()).unwrap();
    archive.write_all(b"application/vnd.oasis.opendocument.spreadsheet").unwrap();
    let bytes = archive.finish().unwrap().into_inner();
    assert_eq!(read_xlsx(&bytes), Err(TableError::NotAWorkbook));
    assert!(matches!(read_xlsx(b"PK\x03\x04"), Err(TableError::Damaged { .. })));
}

#[test]
fn writing_twice_gives_the_same_bytes() {
    let write = || {
        let row = vec![Cell::Text("Ail".into()), Cell::Number("1.2".into()), Cell::Empty];
        write_xlsx("Catalogue", &["a", "b", "c"], vec![row]).unwrap()
    };
    assert_eq!(write(), write());
    assert!(write_xlsx("a/b", &["a"], Vec::new()).is_err());
    let long = vec![vec![Cell::Text("x".repeat(40_000))]];
    assert!(write_xlsx("a", &["a"], long).is_err());
}

#[test]
fn a_text_never_becomes_a_formula() {
    let formula = "=HYPERLINK(\"http://evil.example\",\"Ail\")";
    let bytes = write_xlsx("a", &["a"], vec![vec![Cell::Text(formula.into())]]).unwrap();
    let mut workbook = calamine::Xlsx::new(Cursor::new(&bytes[..])).unwrap();
    assert_eq!(workbook.worksheet_formula("a").unwrap().used_cells().count(), 0);
    assert_eq!(rows(&bytes), [(2, formula.to_owned())]);
}

fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        "[^\\p{C}\\p{Z}]([^\\p{C}]{0,12}[^\\p{C}\\p{Z}])?".prop_map(Cell::Text),
        "['=+@_x0-9A-F-]{1,9}".prop_map(Cell::Text),
        (-1_000_000_000_000_i64..1_000_000_000_000)
            .prop_map(|value| Cell::Number(units::decimal::format(value, 4, 0, '.'))),
        Just(Cell::Empty),
    ]
}

fn text(cell: &Cell) -> &str {
    match cell {
        Cell::Text(text) | Cell::Number(text) => text,
        Cell::Empty => "",
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_we_write_is_read_back(cells in prop::collection::vec(cell(), 1..30)) {
        let rows = cells.iter().map(|cell| vec![Cell::Text("x".into()), cell.clone()]);
        let table = read_xlsx(&write_xlsx("S", &["a", "b"], rows).unwrap()).unwrap();
        let read: Vec<&str> = table.rows.iter().map(|row| row.cells[1].as_str()).collect();
        prop_assert_eq!(read, cells.iter().map(text).collect::<Vec<_>>());
    }

    /// `calamine` as a second opinion on what we write and on what we read.
    #[test]
    fn another_program_reads_the_same(cells in prop::collection::vec(cell(), 1..30)) {
        // It leaves the apostrophe and the `_x0041_` that stand for something else.
        let cells: Vec<Cell> = cells.into_iter().filter(|cell| !text(cell).contains(['\'', '_'])).collect();
        let rows = cells.iter().map(|cell| vec![Cell::Text("x".into()), cell.clone()]);
        let bytes = write_xlsx("S", &["a", "b"], rows).unwrap();
        let range = calamine::Xlsx::new(Cursor::new(&bytes[..])).unwrap().worksheet_range("S").unwrap();
        let table = read_xlsx(&bytes).unwrap();
        for (index, row) in table.rows.iter().enumerate() {
            let theirs = match range.get((index + 1, 1)) {
                Some(Data::Float(number)) => number.to_string(),
                Some(Data::Empty) | None => String::new(),
                Some(other) => other.to_string(),
            };
            prop_assert_eq!(&row.cells[1], &theirs);
        }
    }
}
