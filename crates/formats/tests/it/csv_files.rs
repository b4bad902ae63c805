//! CSV as spreadsheet programs of several countries write it.

use formats::table::{Cell, Table, TableError, limits, read, read_csv, write_csv};
use proptest::prelude::*;

/// Headers and rows with their lines, one row a line, cells between bars.
fn shown(table: &Table) -> String {
    let rows = table.rows.iter().map(|row| format!("{}: {}", row.line, row.cells.join("|")));
    std::iter::once(table.headers.join("|")).chain(rows).collect::<Vec<_>>().join("\n")
}

fn check(file: &str, expected: &str) {
    let table = read_csv(file.as_bytes()).expect(file);
    assert_eq!(shown(&table), expected, "{file:?}");
}

#[test]
fn the_delimiter_is_found_in_the_header_line() {
    check("Nom;Prix\nAil;1,20\n", "Nom|Prix\n2: Ail|1,20");
    check("Name,Price\nGarlic,1.20\n", "Name|Price\n2: Garlic|1.20");
    check("Naam\tPrijs\nLook\t1,20\n", "Naam|Prijs\n2: Look|1,20");
    check("Name|Preis\nLauch|1,20\n", "Name|Preis\n2: Lauch|1,20");
    check("\"Nom, en entier\";Prix\nAil;1,20\n", "Nom, en entier|Prix\n2: Ail|1,20");
    check("Nom\nAil\n", "Nom\n2: Ail");
    check("sep=,\nNom;complet,Prix\nAil,1\n", "Nom;complet|Prix\n3: Ail|1");
}

#[test]
fn lines_are_counted_as_the_person_sees_them() {
    check("\n\nNom;Prix\n\nAil;1\n;\nLaurier;2", "Nom|Prix\n5: Ail|1\n7: Laurier|2");
    check("Nom;Prix\r\n\"Ail\r\nrose\";1\r\nLaurier;2\r\n", "Nom|Prix\n2: Ail\r\nrose|1\n4: Laurier|2");
    check("Nom;Prix\rAil;1\r\rLaurier;2\r", "Nom|Prix\n2: Ail|1\n4: Laurier|2");
}

#[test]
fn quotation_marks_hold_delimiters_and_themselves() {
    check("a;b\n\"x;\"\"y\"\"\";24\" de long\n", "a|b\n2: x;\"y\"|24\" de long");
    check("a;b\n\"x\"y ; z \n", "a|b\n2: xy|z");
    check("a;b\n;\"\"\n1;\n", "a|b\n3: 1|");
}

#[test]
fn what_a_table_cannot_be_is_refused_with_its_place() {
    let long = format!("a;b\n1;{}\n", "é".repeat(limits::CELL_CHARACTERS + 1));
    let wide = format!("{}\n", "a;".repeat(limits::COLUMNS) + "b");
    let tall = format!("a\n{}", "1\n".repeat(limits::ROWS + 1));
    let cases: [(&str, TableError); 10] = [
        ("", TableError::NoHeader),
        (" ; ;\n\n", TableError::NoHeader),
        (
            "Prix;Nom;PRIX !\n",
            TableError::DuplicateColumn { header: "PRIX !".into(), first: 1, second: 3 },
        ),
        ("Name,Price\nGarlic,1,20\n", TableError::RowTooLong { line: 2, cells: 3, headers: 2 }),
        ("a;b\n1;2\n\"3;4\n5;6\n", TableError::OpenQuote { line: 3 }),
        ("a;b\n1;\0\n", TableError::NotText { line: 2 }),
        (&long, TableError::CellTooLong { line: 2, column: 2 }),
        (&wide, TableError::TooManyColumns { line: 1 }),
        (&tall, TableError::TooManyRows { line: 50_002 }),
        (&"\"".repeat(1_000_001), TableError::CellTooLong { line: 1, column: 1 }),
    ];
    for (file, error) in cases {
        assert_eq!(read_csv(file.as_bytes()), Err(error));
    }
    let bytes = vec![b'a'; 20 * 1024 * 1024 + 1];
    assert_eq!(read_csv(&bytes), Err(TableError::FileTooLarge { bytes: bytes.len() as u64 }));
}

#[test]
fn a_file_is_taken_for_what_it_holds() {
    assert_eq!(read("list.xlsx", b"a;b\n1;2").map(|table| table.rows.len()), Ok(1));
    assert_eq!(read("list.xls", b"\xd0\xcf\x11\xe0\xa1\xb1"), Err(TableError::OldWorkbook));
    assert_eq!(read("list.XLSX", b"\x01\0\0"), Err(TableError::NotAWorkbook));
    assert_eq!(read("list.csv", b"\x01\0\0"), Err(TableError::NotText { line: 1 }));
}

#[test]
fn an_export_opens_in_a_belgian_spreadsheet() {
    let rows = vec![
        vec![Cell::Text("Crème; \"épaisse\"".into()), Cell::Number("-12.5".into())],
        vec![Cell::Text("=1+1".into()), Cell::Empty],
    ];
    let bytes = write_csv(&["Nom", "Prix"], rows, ',');
    insta::assert_snapshot!(String::from_utf8(bytes).unwrap().escape_debug(), @r#"\u{feff}Nom;Prix\r\n\"Crème; \"\"épaisse\"\"\";-12,5\r\n\'=1+1;\r\n"#);
}

/// Cells that trimming leaves alone; the last column is never blank, so no row is.
fn grid() -> impl Strategy<Value = Vec<Vec<String>>> {
    let cell = "[a-c;,|\t\"'=\n\ré€ -]{0,6}".prop_map(|text| text.trim().to_owned());
    let row = (prop::collection::vec(cell, 2), "[a-z]{1,3}");
    prop::collection::vec(
        row.prop_map(|(mut cells, last)| {
            cells.push(last);
            cells
        }),
        0..8,
    )
}

const HEADERS: [&str; 3] = ["one", "two", "three"];

proptest! {
    #[test]
    fn what_we_write_is_read_back(grid in grid()) {
        let rows = grid.iter().map(|row| row.iter().cloned().map(Cell::Text).collect());
        let table = read_csv(&write_csv(&HEADERS, rows, '.')).unwrap();
        let cells: Vec<Vec<String>> = table.rows.into_iter().map(|row| row.cells).collect();
        prop_assert_eq!(cells, grid);
    }

    /// The `csv` crate as a second opinion, on our reading and on our writing.
    #[test]
    fn another_program_writes_and_reads_the_same(grid in grid()) {
        // Ours takes a guarding apostrophe off; this one knows of none.
        prop_assume!(grid.iter().flatten().all(|cell| !cell.starts_with(['\'', '=', '-', '\t', '\r'])));
        let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
        writer.write_record(HEADERS).unwrap();
        for row in &grid {
            writer.write_record(row).unwrap();
        }
        let table = read_csv(&writer.into_inner().unwrap()).unwrap();
        let cells: Vec<Vec<String>> = table.rows.into_iter().map(|row| row.cells).collect();
        prop_assert_eq!(&cells, &grid);

        let rows = grid.iter().map(|row| row.iter().cloned().map(Cell::Text).collect());
        let bytes = write_csv(&HEADERS, rows, '.');
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(&bytes[3..]);
        let theirs: Vec<Vec<String>> =
            reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
        prop_assert_eq!(&theirs, &grid);
    }
}
