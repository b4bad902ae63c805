//! Bytes sent by somebody who wishes us harm, or by a broken program: an error, never a panic, and
//! soon.

use crate::dfc_files::files;
use crate::workbooks::{by_hand, by_hand_with};
use formats::catalogue::columns::{guess, read_rows};
use formats::dfc;
use formats::table::{TableError, limits, read, read_csv, read_xlsx};
use proptest::prelude::*;

/// Whatever comes of it, it comes back.
fn read_anything(bytes: &[u8]) {
    let _ = dfc::read(bytes);
    let _ = read_xlsx(bytes);
    if let Ok(table) = read("file", bytes) {
        let _ = read_rows(&table, &guess(&table.headers));
    }
}

const MEGABYTE: u32 = 1024 * 1024;

/// An archive of a workbook's parts, each of which unpacks to 128 MiB and claims `claimed` bytes.
fn bomb(claimed: u32) -> Vec<u8> {
    let mut megabyte = Vec::with_capacity(8192);
    let spaces = vec![b' '; MEGABYTE as usize];
    let mut compress = flate2::Compress::new(flate2::Compression::best(), false);
    compress.compress_vec(&spaces, &mut megabyte, flate2::FlushCompress::Full).unwrap();
    let data = [&megabyte.repeat(128)[..], &[3, 0]].concat();
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    let parts = ["_rels/.rels", "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"];
    for part in parts {
        let number = |number: usize| u32::try_from(number).unwrap().to_le_bytes();
        let offset = number(archive.len());
        // Deflated, no date, no checksum.
        let sizes = [&[0; 8], &number(data.len())[..], &claimed.to_le_bytes()].concat();
        let head =
            [&[20, 0, 0, 0, 8, 0][..], &sizes, &[u8::try_from(part.len()).unwrap(), 0, 0, 0]].concat();
        archive.extend([b"PK\x03\x04", &head[..], part.as_bytes(), &data].concat());
        directory.extend([b"PK\x01\x02\x14\0", &head[..], &[0; 10], &offset, part.as_bytes()].concat());
    }
    let (start, size) = (archive.len(), directory.len());
    archive.extend(directory);
    archive.extend(b"PK\x05\x06\0\0\0\0\x04\0\x04\0");
    archive.extend(u32::try_from(size).unwrap().to_le_bytes());
    archive.extend(u32::try_from(start).unwrap().to_le_bytes());
    archive.extend([0, 0]);
    archive
}

#[test]
fn a_small_archive_of_half_a_gigabyte_is_refused() {
    let honest = bomb(128 * MEGABYTE);
    assert!(honest.len() < 600_000, "{}", honest.len());
    assert_eq!(read_xlsx(&honest), Err(TableError::UnpackedTooLarge));
    // A single text of 128 MiB, in parts that stay under the limit together or claim to.
    assert_eq!(read_xlsx(&bomb(40 * MEGABYTE)), Err(TableError::UnpackedTooLarge));
    assert!(matches!(read_xlsx(&bomb(10)), Err(TableError::NotAWorkbook | TableError::Damaged { .. })));
}

#[test]
fn workbooks_that_claim_too_much_are_refused() {
    let cell = |address: &str| format!("<row r=\"1\"><c r=\"{address}\" t=\"str\"><v>x</v></c></row>");
    let wide = by_hand(&cell("XFD1"));
    assert_eq!(read_xlsx(&wide), Err(TableError::TooManyColumns { line: 1 }));
    let far = by_hand(&format!("{}<row r=\"4294967295\"><c t=\"str\"><v>y</v></c></row>", cell("A1")));
    assert_eq!(read_xlsx(&far), Err(TableError::TooManyRows { line: u32::MAX }));
    let long = by_hand(&format!("<row><c t=\"str\"><v>{}</v></c></row>", "x".repeat(2_000_000)));
    assert_eq!(read_xlsx(&long), Err(TableError::UnpackedTooLarge));
    let deep = by_hand(&"<row>".repeat(100_000));
    assert!(matches!(read_xlsx(&deep), Err(TableError::Damaged { .. })));
    let missing = by_hand("<row><c t=\"s\"><v>99</v></c></row>");
    assert!(matches!(read_xlsx(&missing), Err(TableError::Damaged { .. })));

    // One text of ten thousand characters, in seven thousand cells.
    let strings = format!("<sst><si><t>{}</t></si></sst>", "é".repeat(limits::CELL_CHARACTERS));
    let rows = format!(
        "<row><c t=\"s\"><v>0</v></c></row>{}",
        "<row><c t=\"s\"><v>0</v></c></row>".repeat(7_000)
    );
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    assert!(matches!(read_xlsx(&by_hand_with(&sheet, &strings)), Err(TableError::TooMuch { .. })));

    let entity = by_hand_with(
        "<!DOCTYPE w [<!ENTITY a \"&a;&a;&a;\">]><worksheet><sheetData><row><c t=\"str\"><v>&a;x</v></c></row>\
         </sheetData></worksheet>",
        "<sst/>",
    );
    assert_eq!(read_xlsx(&entity).map(|table| table.headers), Ok(vec!["x".to_owned()]));
}

#[test]
fn a_million_columns_are_refused() {
    let wide = "a;".repeat(1_000_000);
    assert_eq!(read_csv(wide.as_bytes()), Err(TableError::TooManyColumns { line: 1 }));
    let later = format!("a\nb\n{}c", ";".repeat(1_000_000));
    assert!(read_csv(later.as_bytes()).is_err());
}

#[test]
fn deep_json_does_not_reach_the_stack() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("{\"@graph\":[", "]}")] {
        let deep = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        assert!(matches!(dfc::read(deep.as_bytes()), Err(dfc::DfcError::TooDeep { .. })));
        let shallow = format!("{}1{}", open.repeat(30), close.repeat(30));
        assert!(matches!(dfc::read(shallow.as_bytes()), Err(dfc::DfcError::NoProduct { .. })));
    }
}

/// Thousands of products that share one node with thousands of values.
#[test]
fn shared_nodes_do_not_multiply() {
    let products: Vec<String> = (0..10_000)
        .map(|n| {
            format!(r#"{{"@id":"p{n}","@type":"SuppliedProduct","name":"n","referencedBy":"i","hasQuantity":"q"}}"#)
        })
        .collect();
    let offers: Vec<String> =
        (0..10_000).map(|n| format!(r#"{{"@id":"o{n}","hasPrice":{{"value":{n}}}}}"#)).collect();
    let long = "9".repeat(1_000_000);
    let item = format!(r#"{{"@id":"i","sku":"{long}","offeredThrough":[{}]}}"#, offers.join(","));
    let quantity = format!(r#"{{"@id":"q","value":["{long}"],"hasUnit":"Gram"}}"#);
    let document = format!(r#"{{"@graph":[{},{item},{quantity}]}}"#, products.join(","));
    assert_eq!(dfc::read(document.as_bytes()).unwrap().products.len(), 10_000);
}

#[test]
fn real_files_cut_anywhere_are_refused_or_read() {
    let folders = ["ofn-recorded", "ofn-api-examples", "ofn-fixtures", "standard-examples"];
    for (_, bytes) in folders.into_iter().flat_map(files) {
        for end in (0..bytes.len()).step_by(97 * (1 + bytes.len() / 20_000)) {
            read_anything(&bytes[..end]);
        }
    }
    let workbook =
        by_hand("<row><c t=\"s\"><v>0</v></c><c><v>1</v></c></row><row><c t=\"s\"><v>1</v></c></row>");
    let list = "Code;Nom;Prix\nA;\"Ail \"\"rosé\"\"\";1,20\nB;Oignon;0,80\n".repeat(20);
    for bytes in [&workbook[..], list.as_bytes()] {
        (0..bytes.len()).for_each(|end| read_anything(&bytes[..end]));
    }
}

#[test]
fn real_files_in_the_wrong_encoding_are_refused_or_read() {
    for (_, bytes) in files("ofn-recorded").into_iter().take(4) {
        let text = String::from_utf8(bytes).unwrap();
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let marked = [&[0xff, 0xfe], &utf16[..]].concat();
        let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
        for bytes in [utf16, marked, latin] {
            read_anything(&bytes);
        }
    }
}

/// Pieces of sheets, in any order and nesting.
fn sheet() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(
        &[
            "<row>",
            "</row>",
            "<row r=\"2\">",
            "<row r=\"-1\">",
            "<c>",
            "</c>",
            "<c r=\"B2\" t=\"s\">",
            "<c t=\"e\">",
            "<c r=\"\" s=\"999\">",
            "<c t=\"b\">",
            "<c t=\"inlineStr\">",
            "<is>",
            "</is>",
            "<t>",
            "</t>",
            "<v>",
            "</v>",
            "<f>",
            "</f>",
            "1",
            "-1e308",
            "=1+1",
            "&amp;",
            "&#0;",
            "&#xD800;",
            "&x;",
            "<![CDATA[x]]>",
            "<!--",
            "-->",
            "</sheetData>",
            "<",
            "é",
        ][..],
    );
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

/// Pieces of a DFC file, of which some make one.
fn document() -> impl Strategy<Value = String> {
    let value = prop::sample::select(
        &[
            "\"p\"",
            "\"_:b\"",
            "\"\"",
            "\"#\"",
            "\"-1\"",
            "-1",
            "1e300",
            "0.1234567",
            "\"1e309\"",
            "null",
            "true",
            "[]",
            "{}",
            "{\"@id\":\"p\"}",
            "{\"@value\":{\"@value\":[1]}}",
            "[[\"p\"],{\"@list\":[]}]",
            "\"<b>&amp;<\"",
            "\"dfc-m:Kilogram\"",
            "{\"value\":2,\"hasUnit\":\"Euro\",\"VATrate\":\"101\"}",
            "{\"@context\":{\"name\":\"@id\"},\"name\":\"p\"}",
        ][..],
    );
    let name = prop::sample::select(
        &[
            "@id",
            "@type",
            "@context",
            "@graph",
            "name",
            "description",
            "hasQuantity",
            "quantity",
            "hasUnit",
            "value",
            "referencedBy",
            "references",
            "offeredThrough",
            "offers",
            "offeredItem",
            "hasPrice",
            "VATrate",
            "stockLimitation",
            "sku",
            "isVariantOf",
            "hasVariant",
            "consumes",
            "produces",
            "hasIncome",
            "hasOutcome",
            "supplies",
            "tresse:version",
            "tresse:payPrice",
            "tresse:orderUnit",
            "tresse:measurePerUnit",
            "image",
            "frozen",
        ][..],
    );
    let entry = (name, value).prop_map(|(name, value)| format!("\"{name}\":{value}"));
    let object = prop::collection::vec(entry, 0..12).prop_map(|entries| entries.join(","));
    prop::collection::vec(object, 1..4).prop_map(|objects| {
        let objects = objects
            .iter()
            .map(|object| format!("{{\"@id\":\"p\",\"@type\":\"SuppliedProduct\",\"x\":0,{object}}}"));
        format!("[{}]", objects.collect::<Vec<_>>().join(",")).replace(",}", "}")
    })
}

proptest! {
    #[test]
    fn arbitrary_bytes_do_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..400), start in 0_usize..5) {
        let starts: [&[u8]; 5] = [b"", b"PK\x03\x04", b"\xff\xfe", b"\xef\xbb\xbf{", b"[{\"@type\":\"SuppliedProduct\","];
        read_anything(&[starts[start], &bytes].concat());
    }

    #[test]
    fn arbitrary_sheets_do_no_harm(sheet in sheet()) {
        read_anything(&by_hand(&sheet));
    }

    #[test]
    fn arbitrary_documents_do_no_harm(document in document()) {
        read_anything(document.as_bytes());
    }

    #[test]
    fn flipped_bytes_of_a_workbook_do_no_harm(place in any::<prop::sample::Index>(), byte: u8) {
        let mut bytes = by_hand("<row><c t=\"s\"><v>0</v></c></row><row><c><v>1</v></c></row>");
        let place = place.index(bytes.len());
        bytes[place] = byte;
        read_anything(&bytes);
    }

    #[test]
    fn arbitrary_cells_do_no_harm(
        cells in prop::collection::vec("[0-9a-z,.;x×%€ +=@'\"\n-]{0,12}", 1..60),
    ) {
        let headers = "Code;Nom;Prix;TVA;Unité;Contenance;Stock;Poids par unité;Conservation;Devise;Multiple";
        let rows: Vec<String> = cells.chunks(11).map(|row| row.join(";")).collect();
        read_anything(format!("{headers}\n{}", rows.join("\n")).as_bytes());
    }
}
