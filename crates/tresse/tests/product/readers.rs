//! Every reader of what comes from outside, with random input: the same functions that `fuzz` has for targets.

use proptest::prelude::*;

#[path = "../../../../fuzz/src/lib.rs"]
mod fuzz;

/// Bytes behind a beginning that makes a reader go on.
fn behind(beginnings: &'static [&'static [u8]]) -> impl Strategy<Value = Vec<u8>> {
    let bytes = prop::collection::vec(any::<u8>(), 0..300);
    (prop::sample::select(beginnings), bytes).prop_map(|(beginning, bytes)| [beginning, &bytes].concat())
}

/// Some of these pieces, in any order, as often as it comes.
fn pieces(pieces: &'static [&'static str], most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(pieces), 0..most).prop_map(|pieces| pieces.concat())
}

/// Values of forms and JSON, of which some are dates, numbers and identifiers at the edge of what there is.
const VALUES: &[&str] = &[
    "",
    "0",
    "1",
    "-1",
    "12,5",
    "1e309",
    "9007199254740991",
    "9223372036854775807",
    "NaN",
    "2026-11-24",
    "2026-02-30",
    "9999-12-31",
    "-009999-01-01",
    "2026-11-24T10:30",
    "9999-12-31T23:59",
    "24:00",
    "07:30",
    "fr",
    "kg",
    "transfer",
    "eva@ferme.be",
    "01890a5d-ac96-774b-bcce-b302099a8057",
    "true",
    "on",
    "null",
    "[]",
    "{}",
    "é\u{202e}\u{0}",
    "%00",
    "=cmd|'/C calc'!A0",
    "../..",
    "' OR 1=1 --",
    "<script>",
];

proptest! {
    #[test]
    fn a_list_is_read_or_refused(
        bytes in behind(&[b"", b"PK\x03\x04", b"\xff\xfe", b"name;unit;price;vat\n", b"\xef\xbb\xbf{"]),
        cells in pieces(
            &["Nom", "naam", "Artikel", "Prix", "prijs", "TVA", "btw", "MwSt", "kg", "Stück", "bakje", "1,20", "-3", "6 %",
              "12 x 75 cl", ";", ";", ";", ",", "\t", "\n", "\n", "\"", "\"\"", "=1+1", "é"],
            60,
        ),
    ) {
        fuzz::list(&bytes);
        fuzz::list(cells.as_bytes());
    }

    #[test]
    fn a_sheet_is_read_or_refused(
        parts in pieces(
            &["<worksheet><sheetData>", "<row r=\"2\">", "<row>", "<c r=\"B2\" t=\"s\">", "<c t=\"inlineStr\" s=\"1\">", "<c>",
              "<v>", "1", "-1e308", "45987.5", "</v>", "<is><t>", "x", "</t></is>", "</c>", "</row>", "</sheetData></worksheet>",
              "\0", "<sst><si><t>Nom</t></si></sst>", "<styleSheet><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>", "&amp;",
              "&#0;", "<!--", "]]>"],
            40,
        ),
    ) {
        fuzz::sheet(parts.as_bytes());
    }

    #[test]
    fn a_catalogue_is_read_or_refused(bytes in behind(&[b"", b"{", b"{\"@graph\":[", b"\xef\xbb\xbf["])) {
        fuzz::catalogue(&bytes);
    }

    #[test]
    fn rounds_are_planned_or_refused(
        published in pieces(
            &["25 200\n", "0 40 50 0 0 240 0 0 0\n", "1 45 68 10 0 200 9 0 2\n", "2 42 66 -10 0 220 9 1 0\n", "-1", "1e9",
              "VEHICLE\nNUMBER CAPACITY\n2 9\nCUST NO.\n", "0 1 1 0 0 99 0\n", "1 2 2 3 0 90 1\n", "NaN", " ", "\n",
              "DIMENSION : 2\nCAPACITY : 9\nNODE_COORD_SECTION\n1 0 0\n2 5 5\nDEMAND_SECTION\n1 0\n2 3\n", "ROUTE-TIME: 9\n"],
            12,
        ),
        ours in pieces(
            &["{\"dimensions\":[\"crates\"],\"sites\":[{\"id\":\"a\"},{\"id\":\"b\"}],", "\"profiles\":[{\"id\":\"van\",",
              "\"seconds\":[[0,9],[9,0]],\"metres\":[[0,4294967295],[5,0]]}],", "\"requests\":[{\"id\":\"r\",\"load\":[1],",
              "\"deliver\":{\"site\":\"b\",\"windows\":[[0,99]]}}],", "\"vehicles\":[", "]", "}", "1", "null"],
            12,
        ),
    ) {
        fuzz::rounds(&published);
        fuzz::rounds(&ours);
    }

    #[test]
    fn an_extract_becomes_roads_or_is_refused(
        bytes in behind(&[b"", b"\0\0\0\x0e\x0a\x09OSMHeader\x18\x10", b"\0\0\0\x0d\x0a\x07OSMData\x18\x10\x1a\x0c"]),
    ) {
        fuzz::extract(&bytes);
        fuzz::network(&bytes);
    }

    #[test]
    fn what_is_to_be_moved_is_read_or_refused(
        rows in pieces(
            &["De", "Vers", "to", "first_day", "Kg", "Frais", "Besoins", "Halle Quai 1", "Halle Quai 2", "Halle", "2026-12-01",
              "31/02/2026", "9h30", "24:00", "-3", "12", "hayon", "frigo,", ";", ";", ";", "\n", "\n", "\"", "=1+1", "é"],
            60,
        ),
    ) {
        fuzz::shipments(format!("De;Vers;Premier jour;Kg\nHalle Quai 1;Halle Quai 2;{rows}").as_bytes());
        fuzz::shipments(rows.as_bytes());
    }

    #[test]
    fn a_pasted_matrix_is_taken_or_refused(
        text in pieces(&["dock", "shop", ";", ",", "\t", "\n", "0", "600", "-1", "4294967295", "\"", " ", "é"], 30),
    ) {
        fuzz::pasted(&text);
    }

    #[test]
    fn what_a_route_server_answers_is_a_table_or_refused(
        text in pieces(&["{", "}", "[", "]", "\"code\":\"Ok\"", "\"durations\":", "\"distances\":", "\"sources\":",
                         "\"destinations\":", "\"distance\":", "\"sources_to_targets\":", "\"time\":", "[[0,5.5],[7,0]]",
                         "[{\"distance\":1},{\"distance\":2}]", "null", "-1", "1e309", "NaN", ",", ":"], 30),
    ) {
        fuzz::table(text.as_bytes());
    }

    #[test]
    fn a_description_becomes_words(
        text in pieces(&["<", ">", "p", "br", "td", "script", "style", "/", "!--", "--", "&", "amp", "#x20AC", "#0", "nbsp", ";",
                         "\"", "'", " ", "\n", "é", "a=b"], 40),
    ) {
        fuzz::html(&text);
    }

    #[test]
    fn a_picture_is_read_or_refused(
        bytes in behind(&[b"", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x02\x08\x02", b"\xff\xd8\xff\xe0", b"RIFF\0\0\0\0WEBPVP8 "]),
    ) {
        fuzz::picture(&bytes);
    }

    #[test]
    fn a_backup_is_believed_or_refused(
        bytes in behind(&[b"", b"\x1f\x8b\x08\x00", b"{\"", b"{\"format\":\"tresse-dump\",\"version\":1,\"migrations\":[]}\n", b"[\"person\","]),
    ) {
        fuzz::backup(&bytes);
    }

    #[test]
    fn a_number_is_read_or_refused(text in "\\PC{0,24}", plain in "[-+ 0-9.,'eE\u{a0}\u{202f}]{0,24}") {
        fuzz::number(&text);
        fuzz::number(&plain);
    }

    #[test]
    fn an_identifier_is_read_or_refused(
        text in "\\PC{0,24}",
        likely in "(BE|FR|NL|LU|DE|IT|\\+\\+\\+|cycle:|year:-?)?[0-9 ./Bb-]{4,20}[+]{0,3}",
        language in "([a-zA-Z]{2}(-[A-Z]{2})?(;q=[0-9.-]{0,5})?,?){0,4}",
    ) {
        fuzz::identifier(&text);
        fuzz::identifier(&likely);
        fuzz::identifier(&language);
    }

    #[test]
    fn hours_are_read_or_refused(text in "([0-9]{1,2}[:hu.]?[0-9]{0,2} ?[-–] ?[0-9]{1,2}h?[,;] ?){0,3}", any in "\\PC{0,16}") {
        fuzz::hours(&text);
        fuzz::hours(&any);
    }

    #[test]
    fn a_recovery_code_is_kept_however_it_is_typed(text in "\\PC{0,30}") {
        fuzz::recovery_code(&text);
    }

    #[test]
    fn a_form_is_read(bytes in prop::collection::vec(any::<u8>(), 0..300), text in "[a-z0-9.=&%+:@-]{0,80}") {
        fuzz::form(&bytes);
        fuzz::form(text.as_bytes());
    }

    #[test]
    fn a_form_with_a_file_is_read_or_refused(
        parts in pieces(
            &["--edge", "--edge--", "\r\n", "\r\n\r\n", "\n", "Content-Disposition: form-data", "; name=\"file\"", "; name=\"a\"",
              "; filename=\"x.csv\"", "Content-Type: text/csv", "2026-11-24", "12,50", "\0", "é"],
            30,
        ),
    ) {
        fuzz::upload(parts.as_bytes());
    }

    #[test]
    fn json_is_read_or_refused_in_a_sentence(
        value in prop::sample::select(VALUES),
        name in prop::sample::select(
            &["amount", "price", "measure", "percent", "at", "day", "name", "note", "shop", "language", "page", "other"][..]
        ),
        noise in "[\\[\\]{}\",:0-9a-z\\\\]{0,40}",
    ) {
        let text = serde_json::json!({ name: value, "parts": [{ name: value }] }).to_string();
        fuzz::body(text.as_bytes());
        fuzz::body(format!("{{\"{name}\":{value}}}").as_bytes());
        fuzz::body(noise.as_bytes());
        fuzz::query(&format!("{name}={}", value.replace(['{', '}', '<', ' '], "+")));
        fuzz::query(&noise);
    }

    #[test]
    fn an_address_is_outside_or_refused(
        text in "\\PC{0,60}",
        host in "(https?|ftp)://([a-z]{1,4}@)?[0-9a-fx.:\\[\\]-]{1,20}(:[0-9]{1,6})?/",
    ) {
        fuzz::address(&text);
        fuzz::address(&host);
    }

    #[test]
    fn settings_and_plans_are_read_or_refused(
        text in pieces(
            &["listen", "address", "zone", "inside", "producers", "references", "town", "[agreement]\n", "[[provider]]\n", "hub_percent",
              "key", "issuer", " = ", "\"https://id.example.org\"", "\"127.0.0.1:80\"", "\"Europe/Paris\"", "[\"nas.local\"]", "12.5",
              "-1", "1e309", "\"\"", "\n", "\n", "é"],
            20,
        ),
        url in "(smtps?|postgres)://[a-z:@.%/?=0-9]{0,30}",
    ) {
        fuzz::settings(&text);
        fuzz::settings(&url);
    }

    #[test]
    fn words_on_the_command_line_are_read_or_refused(
        words in pieces(
            &["serve", "demo", "rehearse", "restore", "verify-log", "--data", "--listen", "--size", "--plan", "--cycles", "--inside", "x",
              "XL", "-1", "127.0.0.1:0", "\0", "\0", "\0", "é", "--"],
            16,
        ),
    ) {
        fuzz::arguments(&words);
    }

    #[test]
    fn key_files_are_read_or_refused(
        text in "((secret|public|#|)[ ]?[0-9a-fA-F]{60,66}\n){0,3}",
        list in "(\\{\"person\":\"[0-9a-f-]{36}\",\"erased_at\":\"[0-9TZ:-]{0,24}\"\\}\n){0,2}",
    ) {
        fuzz::keys(&text);
        fuzz::keys(&list);
    }

    #[test]
    fn sql_is_translated(
        text in pieces(&["CREATE TABLE t (", "a BIGINT", "BYTEA", "BOOLEAN_x", "$1", "$12", "$", "'", ";", "\n", "-- why", " ", ",", ")", "é"], 30),
    ) {
        fuzz::dialect(&text);
    }

    #[test]
    fn a_calendar_has_its_events_whatever_they_are_called(
        text in "[\\PC\r\n\t;:,\\\\\"]{0,80}",
        hostile in pieces(&["\r\n", "\n", "\r", "END:VEVENT", "BEGIN:VEVENT", "SUMMARY:x", ";", ",", "\\", "\\n", "é", "\u{2028}", "\t"], 12),
    ) {
        fuzz::calendar(&text);
        fuzz::calendar(&hostile);
    }

    #[test]
    fn a_signature_is_what_its_receiver_computes(secret in "whsec_[A-Za-z0-9+/]{0,40}={0,2}", text in "\\PC{0,40}") {
        fuzz::signature(&format!("{secret}\n{text}"));
        fuzz::signature(&text);
    }
}

proptest! {
    // Each on a database.
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn rows_of_a_backup_are_taken_or_refused(
        lines in pieces(
            &["[\"a\",1,1,\"AAAA\"]\n", "[\"b\",null,null,null]\n", "[\"a\",", "9223372036854775808", "1.5", "-1", "\"\u{0}\"", "]\n",
              "{\"table\":\"t\",\"columns\":[\"n\",\"id\"]}\n", "{\"table\":\"t\",\"columns\":[]}\n", "{\"table\":\"migration\",\"columns\":[\"sql\"]}\n",
              "[\"SELECT\"]\n", "[]\n", "\n", ","],
            12,
        ),
    ) {
        fuzz::rows(&lines);
    }

    #[test]
    fn a_log_is_verified_whoever_wrote_it(
        lines in prop::collection::vec(
            (
                prop::sample::select(&["1", "2", "3", "9223372036854775807", "-1"][..]),
                prop::sample::select(&["0", "1700000000000000", "-377705023201000000", "253402207200999999", "9223372036854775807"][..]),
                prop::sample::select(&["yes", "no"][..]),
                prop::sample::select(&["0", "1", "9223372036854775807", "-9223372036854775808"][..]),
            ),
            0..5,
        ),
    ) {
        let lines = lines.iter().map(|(number, at, whole, rows)| {
            format!("seal {number} {at} {rows} {whole} r p k s h{number}\nrow journal b {rows} {number} {rows} x h\n")
        });
        let text = lines.collect::<Vec<_>>().concat();
        fuzz::log(&text);
    }
}

proptest! {
    // Each is a request of the whole product.
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_request_is_a_fault_of_ours(
        who in any::<u8>(),
        road in any::<u8>(),
        how in prop::sample::select(&[0_u8, 0, 0, 1, 2, 3, 7, 0x80, 0x90, 0xa0, 0xb0, 0xc0][..]),
        query in (prop::sample::select(&["page", "q", "date", "year", "cycle", "from", "period"][..]), prop::sample::select(VALUES)),
        fields in prop::collection::vec((prop::sample::select(FIELDS), prop::sample::select(VALUES)), 0..8),
    ) {
        let (name, value) = query;
        let body = if how % 4 == 3 || how == 0 && road % 2 == 0 {
            let fields = fields.iter().map(|&(name, value)| (name.to_owned(), serde_json::json!(value)));
            serde_json::Value::Object(fields.collect()).to_string()
        } else {
            fields.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&")
        };
        let text = format!("{name}={}\n{body}", value.replace('\n', " "));
        fuzz::request(&[&[who, road, how], text.as_bytes()].concat());
    }
}

/// Names that fields have in our forms and in the JSON of programs.
const FIELDS: &[&str] = &[
    "name",
    "email",
    "amount",
    "paid_on",
    "note",
    "method",
    "side",
    "party",
    "date",
    "opens_at",
    "closes_at",
    "opens",
    "closes",
    "day",
    "days",
    "delivery_days",
    "starts_on",
    "price",
    "quantity",
    "vat",
    "unit",
    "step",
    "reason",
    "url",
    "scopes",
    "mandate",
    "language",
    "role",
    "lines",
    "reference",
    "lots",
    "use_by",
    "code",
    "password",
    "street",
    "latitude",
    "longitude",
    "iban",
    "vat_number",
    "enterprise_number",
    "country",
    "percent",
    "kind",
    "next",
    "number",
    "received",
    "weight",
    "best_before",
];

/// What random input has found, and what stays mended.
#[test]
fn what_was_found_is_read_or_refused() {
    // The last number and the first time that there are.
    fuzz::log("seal 9223372036854775807 0 9223372036854775807 no r p k s h");
    fuzz::log("seal 1 -377705023201000000 0 yes r p k s h\nseal 2 0 0 no r p k s g");
    // A row without columns, which is counted and kept nowhere.
    fuzz::rows("{\"table\":\"t\",\"columns\":[]}\n[]\n");
    // Lines of 76 octets in a calendar.
    fuzz::calendar(
        "Pains, œufs; et tout ce qui se mange pendant la semaine, jusqu’à la dernière miette du dernier panier",
    );
    // An hour of which the minutes cannot be counted.
    fuzz::form(b"opens=624547932516969494:30");
    // What nobody sees, before a space.
    fuzz::body(br#"{"name":"\u0000 a"}"#);
}
