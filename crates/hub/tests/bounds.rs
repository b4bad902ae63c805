//! What a hostile file may cost: two seconds of a processor, and 64 MB beside its own bytes.
//!
//! The kernel holds it. Each file is read by a process of its own, this same program, that may take no more
//! time of the processor (`RLIMIT_CPU`) and no more room for addresses (`RLIMIT_AS`) than that beyond what it
//! takes to read nothing: who wants more is ended. Nothing is timed, so that a busy machine changes nothing.
//!
//! Here, and not beside the whole product: an allocator of the program's own may reserve addresses that nobody uses.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output};

use axum::body::Body;
use axum::extract::{FromRequest as _, Request};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use image::{DynamicImage, ImageFormat, RgbImage, RgbaImage};
use zip::write::SimpleFileOptions;

const SECONDS: u64 = 2;
const MOST_MEMORY: u64 = 64 << 20;
const MEGABYTE: usize = 1 << 20;
/// The largest file that can be handed in.
const LARGEST: usize = 20 * MEGABYTE;
/// The largest text of a list or a catalogue.
const LARGEST_TEXT: usize = 8 * MEGABYTE;
const OWN_NAME: &str = "a_hostile_file_costs_two_seconds_and_64_megabytes_at_most";
/// Begins the word by which the program knows that it is to read a file, and as what.
const READS: &str = "reads=";

/// Reads a file as what it says it is; whether anything came of it tells nothing.
fn read(reader: &str, bytes: Vec<u8>) {
    match reader {
        "list" => {
            if let Ok(table) = formats::table::read("file", &bytes) {
                let guessed = formats::catalogue::columns::guess(&table.headers);
                let _ = formats::catalogue::columns::read_rows(&table, &guessed);
            }
        }
        "catalogue" => drop(formats::dfc::read(&bytes)),
        "backup" => drop(store::dump::verify(&bytes[..])),
        "picture" => drop(frame::picture::reduced(&bytes, 480)),
        "form" => {
            let kind = "application/x-www-form-urlencoded";
            let request =
                Request::builder().header("content-type", kind).body(Body::from(bytes)).unwrap();
            drop(alone(frame::Form::from_request(request, &())));
        }
        "upload" => {
            let kind = "multipart/form-data; boundary=edge";
            let request =
                Request::builder().header("content-type", kind).body(Body::from(bytes)).unwrap();
            drop(alone(frame::Upload::from_request(request, &())));
        }
        "nothing" => {}
        "forever" => loop {
            std::hint::spin_loop();
        },
        other => panic!("{other} reads nothing"),
    }
}

fn alone<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(work)
}

/// One to be ended by the kernel when it takes more than it may.
fn reads_within(reader: &str, file: &Path, bytes_of_memory: u64) -> Output {
    let shell = "ulimit -t \"$1\"; ulimit -v \"$2\"; shift 2; exec \"$@\"";
    let mut child = Command::new("sh");
    child.args(["-c", shell, "sh", &SECONDS.to_string(), &(bytes_of_memory >> 10).to_string()]);
    child.arg(std::env::current_exe().unwrap());
    child.args(["--exact", OWN_NAME, "--nocapture", "--test-threads=1"]);
    child.arg(format!("{READS}{reader}:{}", file.display()));
    // Else each thread is given room for addresses that nobody uses.
    child.env("MALLOC_ARENA_MAX", "1").env("RUST_BACKTRACE", "0").output().unwrap()
}

/// The most room for addresses that this process had.
fn peak() -> u64 {
    frame::memory("VmPeak").expect("the system tells")
}

#[test]
fn a_hostile_file_costs_two_seconds_and_64_megabytes_at_most() {
    let asked = std::env::args().find_map(|word| word.strip_prefix(READS).map(str::to_owned));
    if let Some((reader, file)) = asked.as_deref().and_then(|asked| asked.split_once(':')) {
        read(reader, std::fs::read(file).unwrap());
        println!("peak={}", peak());
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    let nothing = peak_of_nothing(&file);
    let mut faults = Vec::new();
    for (reader, name, bytes) in hostile() {
        std::fs::write(&file, &bytes).unwrap();
        let own = bytes.len() as u64;
        let output = reads_within(reader, &file, nothing + own + MOST_MEMORY);
        if let Some(peak) = peak_of(&output) {
            let more = peak.saturating_sub(nothing + own) >> 20;
            println!("{reader}, {name}: {more} MB, of {own} bytes");
        } else {
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            faults.push(format!("{reader}, {name}: {}, {}", output.status, said.trim()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What the process that reads said of its room for addresses, if it came to its end.
fn peak_of(output: &Output) -> Option<u64> {
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    said.split("peak=")
        .nth(1)?
        .split_whitespace()
        .next()?
        .parse()
        .ok()
        .filter(|_| output.status.success())
}

fn peak_of_nothing(file: &Path) -> u64 {
    std::fs::write(file, "").unwrap();
    let output = reads_within("nothing", file, 1 << 40);
    peak_of(&output).unwrap_or_else(|| panic!("{output:?}"))
}

/// Else the test above would say nothing.
#[test]
fn who_takes_too_much_is_ended() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    let nothing = peak_of_nothing(&file);
    let forever = reads_within("forever", &file, nothing + MOST_MEMORY);
    assert_eq!(peak_of(&forever), None, "it has ended by itself");
    std::fs::write(&file, vec![b'x'; LARGEST]).unwrap();
    assert!(peak_of(&reads_within("nothing", &file, nothing + LARGEST as u64 + MOST_MEMORY)).is_some());
    assert_eq!(peak_of(&reads_within("nothing", &file, nothing + LARGEST as u64 / 2)), None);
}

fn hostile() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let mut all = Vec::new();
    all.extend(lists().into_iter().map(|(name, bytes)| ("list", name, bytes)));
    all.extend(catalogues().into_iter().map(|(name, bytes)| ("catalogue", name, bytes)));
    all.extend(backups().into_iter().map(|(name, bytes)| ("backup", name, bytes)));
    all.extend(pictures().into_iter().map(|(name, bytes)| ("picture", name, bytes)));
    let pairs = |pair: &str| pair.repeat((4 * MEGABYTE) / pair.len()).into_bytes();
    all.extend([
        ("form", "of two million fields", pairs("a&")),
        ("form", "of escapes", pairs("%ff")),
        ("form", "of one long field", pairs("a")),
    ]);
    let part = "--edge\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n";
    let file = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n";
    let long = format!("{file}{}\r\n--edge--\r\n", "x".repeat(LARGEST - 1000));
    let unnamed = format!("--edge\r\n{}", "a: b\r\n".repeat(LARGEST / 6));
    all.extend([
        ("upload", "of hundreds of thousands of fields", part.repeat(LARGEST / part.len()).into_bytes()),
        ("upload", "of one long file", long.into_bytes()),
        ("upload", "of one field's heads", unnamed.into_bytes()),
        ("upload", "of edges", "--edge\r\n\r\n".repeat(LARGEST / 10).into_bytes()),
    ]);
    all
}

fn lists() -> Vec<(&'static str, Vec<u8>)> {
    let filled = |text: &str| text.repeat((LARGEST_TEXT - 10) / text.len()).into_bytes();
    let names: Vec<String> = (0..200).map(|n| format!("c{n}")).collect();
    let wide = format!("{}\n", names.join(";"));
    let row = format!("{}x\n", "x;".repeat(199));
    let cells = format!("{wide}{}", row.repeat(LARGEST_TEXT / row.len() - 10));
    let million = |cell: &str| {
        let row = format!("<row>{}</row>", cell.repeat(200));
        sheet(&format!(
            "<worksheet><sheetData>{}{}</sheetData></worksheet>",
            headers(),
            row.repeat(5_000)
        ))
    };
    let strings = "<si><t>x</t></si>".repeat(MEGABYTE);
    vec![
        ("CSV of blank lines", filled("\n")),
        ("CSV of columns", filled("a;")),
        ("CSV of one cell", filled("a")),
        ("CSV of quotes", filled("\"")),
        ("CSV of millions of cells", cells.into_bytes()),
        ("CSV of short rows", [b"a;b\n".to_vec(), filled("x;\n")].concat()),
        ("CSV in Latin letters", filled("\u{e9};\n").into_iter().filter(|byte| *byte != 0xc3).collect()),
        ("CSV in UTF-16", [vec![0xff, 0xfe], filled("a\0;\0\n\0")].concat()),
        ("XLSX that unpacks to 128 MB", sheet(&" ".repeat(128 * MEGABYTE))),
        ("XLSX of a million cells", million("<c t=\"str\"><v>x</v></c>")),
        ("XLSX of a million numbers", million("<c><v>1.5</v></c>")),
        ("XLSX of empty cells", million("<c/>")),
        ("XLSX of a million texts", {
            let strings = format!("<sst>{strings}</sst>");
            let sheet = format!("<worksheet><sheetData>{}</sheetData></worksheet>", headers());
            workbook(&[
                ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
                ("xl/sharedStrings.xml", strings.as_bytes()),
            ])
        }),
        (
            "XLSX of empty tags",
            sheet(&format!("<worksheet><sheetData>{}", "<a/>".repeat(10 * MEGABYTE))),
        ),
        ("XLSX nested deeply", sheet(&"<row>".repeat(MEGABYTE))),
        (
            "XLSX of one long text",
            sheet(&format!("<worksheet><sheetData><row><c t=\"str\"><v>{}", "x".repeat(100 * MEGABYTE))),
        ),
        ("XLSX of a hundred thousand parts", {
            let names: Vec<String> = (0..60_000).map(|n| format!("{n}")).collect();
            workbook(&names.iter().map(|name| (name.as_str(), &b""[..])).collect::<Vec<_>>())
        }),
    ]
}

fn headers() -> String {
    let cells: Vec<String> = (0..200).map(|n| format!("<c t=\"str\"><v>c{n}</v></c>")).collect();
    format!("<row>{}</row>", cells.concat())
}

fn sheet(xml: &str) -> Vec<u8> {
    workbook(&[("xl/worksheets/sheet1.xml", xml.as_bytes())])
}

/// A workbook of one sheet with these parts.
fn workbook(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relations = format!(
        "<Relationships><Relationship Id=\"r1\" Type=\"{kind}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let own = format!(
        "<Relationships><Relationship Id=\"r1\" Type=\"{kind}/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
         <Relationship Id=\"r2\" Type=\"{kind}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
    );
    let book = format!(
        "<workbook xmlns:r=\"{kind}\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let fixed = [
        ("_rels/.rels", relations.as_bytes()),
        ("xl/_rels/workbook.xml.rels", own.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
    ];
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in fixed.iter().chain(parts) {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn catalogues() -> Vec<(&'static str, Vec<u8>)> {
    let many = |part: &str, bytes: usize| format!("[{}0]", part.repeat(bytes / part.len())).into_bytes();
    let products: Vec<String> = (0..12_000)
        .map(|n| format!(r#"{{"@id":"p{n}","@type":"dfc-b:SuppliedProduct","dfc-b:name":"n{n}","dfc-b:hasQuantity":{{"dfc-b:value":"1"}}}},"#))
        .collect();
    let products = products.concat();
    vec![
        ("nested deeply", "[".repeat(100_000).into_bytes()),
        ("of objects nested deeply", "{\"a\":".repeat(100_000).into_bytes()),
        ("of empty objects", many("{},", LARGEST_TEXT - 10)),
        ("of small objects", many("{\"\":0},", LARGEST_TEXT - 10)),
        ("of as many objects as may be", many("{\"\":0},", 240_000)),
        ("of numbers", many("0,", LARGEST_TEXT - 10)),
        ("of as many numbers as may be", many("0,", 700_000)),
        ("of texts", many("\"\",", LARGEST_TEXT - 10)),
        ("of one text", format!("[\"{}\"]", "x".repeat(LARGEST_TEXT - 10)).into_bytes()),
        ("of one key", format!("{{\"{}\":0}}", "x".repeat(LARGEST_TEXT - 10)).into_bytes()),
        ("of escapes", format!("[\"{}\"]", "\\u00e9".repeat(LARGEST_TEXT / 6 - 10)).into_bytes()),
        (
            "of products",
            format!("{{\"@context\":\"https://www.datafoodconsortium.org\",\"@graph\":[{products}0]}}")
                .into_bytes(),
        ),
    ]
}

fn backups() -> Vec<(&'static str, Vec<u8>)> {
    let line = |line: String| format!("{}\n{line}\n", head()).into_bytes();
    let table = "{\"table\":\"person\",\"columns\":[\"id\"]}";
    let large = 80 * MEGABYTE;
    vec![
        ("of one line", "x".repeat(large).into_bytes()),
        ("of one row's text", line(format!("{table}\n[\"{}\"]", "x".repeat(large)))),
        ("of one row's cells", line(format!("{table}\n[{}0]", "0,".repeat(large / 2)))),
        ("of rows within rows", line(format!("{table}\n[[{}0]]", "0,".repeat(large / 2)))),
        ("nested deeply", line(format!("{table}\n{}", "[".repeat(large)))),
        (
            "of one table's columns",
            line(format!("{{\"table\":\"a\",\"columns\":[{}\"\"]}}", "\"\",".repeat(large / 3))),
        ),
        (
            "of a head's steps",
            format!(
                "{{\"format\":\"tresse-dump\",\"version\":1,\"migrations\":[{}",
                "{\"slice\":\"\",\"number\":0,\"sha256\":\"\"},".repeat(large / 38)
            )
            .into_bytes(),
        ),
        ("of many rows", line(format!("{table}{}", "\n[0]".repeat(MEGABYTE)))),
    ]
}

fn head() -> &'static str {
    "{\"format\":\"tresse-dump\",\"version\":1,\"migrations\":[]}"
}

fn pictures() -> Vec<(&'static str, Vec<u8>)> {
    let written = |picture: DynamicImage, format: ImageFormat| {
        let mut out = std::io::Cursor::new(Vec::new());
        picture.write_to(&mut out, format).unwrap();
        out.into_inner()
    };
    let rgb = || DynamicImage::ImageRgb8(RgbImage::new(5_000, 4_000));
    let rgba = || DynamicImage::ImageRgba8(RgbaImage::new(5_000, 4_800));
    vec![
        ("JPEG of 20 million pixels", written(rgb(), ImageFormat::Jpeg)),
        ("PNG of 20 million pixels", written(rgb(), ImageFormat::Png)),
        ("PNG of 24 million clear pixels", written(rgba(), ImageFormat::Png)),
        ("PNG of 24 million deep pixels", png(6_000, 4_000, 16, 6, false)),
        ("PNG by turns", png(5_000, 4_000, 8, 2, true)),
        ("PNG that says it is larger than all", png(1 << 30, 1 << 30, 8, 2, false)),
        (
            "WebP of 16 million pixels",
            written(DynamicImage::ImageRgb8(RgbImage::new(4_096, 4_096)), ImageFormat::WebP),
        ),
        ("WebP of clear pixels", written(rgba(), ImageFormat::WebP)),
        ("JPEG in many turns", progressive(5_000, 4_000, 1_000)),
        ("JPEG in turns", progressive(2_500, 2_500, 1_000)),
    ]
}

/// A PNG of zeros: depth in bits, kind of colour, and whether its rows come by turns.
fn png(width: u32, height: u32, depth: u8, colour: u8, by_turns: bool) -> Vec<u8> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
    for _ in 0..200 {
        packed.write_all(&vec![0; MEGABYTE]).unwrap();
    }
    let head =
        [&width.to_be_bytes()[..], &height.to_be_bytes(), &[depth, colour, 0, 0, u8::from(by_turns)]]
            .concat();
    let chunk = |kind: &[u8; 4], bytes: &[u8]| {
        let mut checked = flate2::Crc::new();
        checked.update(kind);
        checked.update(bytes);
        let length = u32::try_from(bytes.len()).unwrap();
        [&length.to_be_bytes()[..], kind, bytes, &checked.sum().to_be_bytes()].concat()
    };
    let data = packed.finish().unwrap();
    [&b"\x89PNG\r\n\x1a\n"[..], &chunk(b"IHDR", &head), &chunk(b"IDAT", &data), &chunk(b"IEND", b"")]
        .concat()
}

/// A progressive JPEG (ITU-T T.81, SOF2) of almost nothing, that goes over all of its blocks `turns` times.
fn progressive(width: u16, height: u16, turns: usize) -> Vec<u8> {
    let segment = |mark: u8, bytes: &[u8]| {
        let length = u16::try_from(bytes.len() + 2).unwrap();
        [&[0xff, mark][..], &length.to_be_bytes(), bytes].concat()
    };
    let size = [&[8][..], &height.to_be_bytes(), &width.to_be_bytes()].concat();
    let frame = [&size[..], &[3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]].concat();
    // One code of one bit: no difference, or the end of 32,767 blocks.
    let one_code = |class: u8, value: u8| {
        let mut lengths = [0; 16];
        lengths[0] = 1;
        [&[class][..], &lengths, &[value]].concat()
    };
    let mut all = [
        &[0xff, 0xd8][..],
        &segment(0xdb, &[&[0][..], &[1; 64]].concat()),
        &segment(0xc2, &frame),
        &segment(0xc4, &one_code(0x00, 0)),
        &segment(0xc4, &one_code(0x10, 0xe0)),
    ]
    .concat();
    all.extend(segment(0xda, &[3, 1, 0, 2, 0, 3, 0, 0, 0, 0]));
    all.extend(vec![0; usize::from(width) * usize::from(height) / 64 * 3 / 8]);
    for turn in 0..turns {
        let component = u8::try_from(turn % 3 + 1).unwrap();
        all.extend(segment(0xda, &[1, component, 0, 1, 63, 0]));
        all.extend([0; 40]);
    }
    all.extend([0xff, 0xd9]);
    all
}
