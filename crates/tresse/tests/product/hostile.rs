//! Bad input over HTTP: one clear sentence, and nothing written.

use frame::Role;
use units::Language;

use crate::town::Town;

#[test]
fn a_bad_catalogue_is_refused_whole_with_its_lines_named() {
    let town = Town::on_sqlite();
    let producer = town.visitor(Role::Producer);
    let catalogue = town.hub(&format!("/catalogue/{}", town.world.producers[0].id));
    producer.get_in(Language::En, "/");
    let before = producer.get(&format!("{catalogue}/export/csv")).body;
    let import = format!("{catalogue}/import");
    let huge_row = format!("name;price\n{};1\n", "x".repeat(2_000_000));
    let files: [(&str, &[u8]); 9] = [
        ("empty.csv", b""),
        ("cut.xlsx", b"PK\x03\x04 and then nothing"),
        ("cut.json", b"{\"@context\": \"https://example.org\", \"@graph\": ["),
        ("negative.csv", b"name;unit;price;vat\nCarottes;kg;-3;6\n"),
        ("infinite.csv", b"name;unit;price;vat\nCarottes;kg;1e309;6\n"),
        ("decimals.csv", b"name;unit;price;vat\nCarottes;kg;1.12345678901234567890;6\n"),
        ("twice.csv", b"code;name;unit;price;vat\nA1;Carottes;kg;2;6\nA1;Panais;kg;2;6\n"),
        ("latin.csv", b"name;unit;price;vat\n\xff\xfe\x00\x01;kg;2;6\n"),
        ("wide.csv", huge_row.as_bytes()),
    ];
    for (name, bytes) in files {
        let answer = producer.upload(&import, name, bytes);
        assert!(matches!(answer.status, 303 | 422), "{name}: {}", answer.status);
        if answer.status == 303 {
            let preview = producer.get(&answer.location);
            assert!(
                preview.body.contains("notice bad") || preview.body.contains("class=\"fault"),
                "{name}"
            );
            let taken = producer.post(&answer.location, &[]);
            assert_eq!(taken.status, 422, "{name} is taken in");
        }
    }
    assert_eq!(producer.get(&format!("{catalogue}/export/csv")).body, before, "nothing was written");
}

#[test]
fn a_formula_comes_out_harmless_and_goes_in_again_as_it_was() {
    let town = Town::on_sqlite();
    let producer = town.visitor(Role::Producer);
    let catalogue = town.hub(&format!("/catalogue/{}", town.world.producers[0].id));
    let csv = "code;name;family;unit;price;vat\nEVIL-1;=cmd|' /C calc'!A0;vegetable;piece;1.50;6\n";
    let answer = producer.upload(&format!("{catalogue}/import"), "evil.csv", csv.as_bytes());
    assert_eq!(answer.status, 303, "{}", answer.body);
    let taken = producer.post(&answer.location, &[]);
    assert_eq!(taken.status, 303, "{}", taken.body);
    let export = producer.get(&format!("{catalogue}/export/csv")).body;
    let line = export.lines().find(|line| line.contains("EVIL-1")).unwrap();
    assert!(line.split(';').all(|cell| !cell.trim_matches('"').starts_with(['=', '+', '@'])), "{line}");
    assert!(line.contains("=cmd"), "{line}");
}

#[test]
fn hostile_numbers_in_forms_are_refused_in_a_sentence() {
    let town = Town::on_sqlite();
    let shop = town.visitor(Role::Shop);
    let buyer = &town.world.shops[0];
    let order = town.hub(&format!("/cycles/{}/orders/{}", town.cycle(8), buyer.id));
    let page = shop.get(&order).body;
    let field = page.split("name=\"quantity.").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let field = format!("quantity.{field}");
    for typed in [
        "-1",
        "1e309",
        "0.12345678901234567890",
        "NaN",
        "99999999999999999999",
        "=1+1",
        "1 000 000",
        "½",
    ] {
        let answer = shop.post(&order, &[(&field, typed)]);
        assert_eq!(answer.status, 422, "{typed}");
        assert!(answer.body.contains("class=\"complaint\""), "{typed} has a sentence beside its field");
    }
    for page in ["0", "-1", "18446744073709551615", "99999999999999999999", "x"] {
        assert_eq!(shop.get(&format!("{order}?page={page}")).status, 200, "page {page}");
    }
    for path in ["/hubs/x", "/hubs/%00", "/link/%ff", "/open/../../etc/passwd"] {
        let status = shop.get(path).status;
        assert!((400..500).contains(&status), "{path}: {status}");
    }
    let nul = town.stranger().post("/sign-in", &[("email", "a\0b@c.d"), ("password", "x\0y")]);
    assert_eq!(nul.status, 422);
}

#[test]
fn guessing_a_password_is_slowed_down() {
    let town = Town::on_sqlite();
    let stranger = town.stranger();
    let email = town.email_of(Role::Reader);
    for at in 0..30 {
        let guess = format!("guess number {at}");
        let status = stranger.post("/sign-in", &[("email", &email), ("password", &guess)]).status;
        assert!(matches!(status, 422 | 429), "{guess}: {status}");
    }
    let right =
        stranger.post("/sign-in", &[("email", &email), ("password", tresse::sample::people::PASSWORD)]);
    assert!(matches!(right.status, 422 | 429), "even the right one waits: {}", right.status);
}
