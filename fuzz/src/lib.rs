//! One function for each kind of text or file that comes from outside: whatever it is given, it comes back.
//!
//! Two callers: the targets of cargo-fuzz in this folder, and `crates/tresse/tests/product/readers.rs`, which calls
//! them with random input in every test run.

use formats::catalogue::columns::{guess, read_rows};
use formats::table::{read, read_csv, read_xlsx};
use frame::Form;
use frame::outside::{Inside, Outside};
use units::{Cents, Coordinates, Country, Language, Price, Quantity, Rate, decimal, numbers};

/// A list as CSV or XLSX, and the articles in it.
pub fn list(bytes: &[u8]) {
    let _ = read_csv(bytes);
    let _ = read_xlsx(bytes);
    if let Ok(table) = read("file", bytes) {
        let (articles, _) = read_rows(&table, &guess(&table.headers));
        assert!(articles.len() <= table.rows.len());
    }
}

/// A catalogue in the JSON-LD of the Data Food Consortium.
pub fn catalogue(bytes: &[u8]) {
    let _ = formats::dfc::read(bytes);
}

/// Numbers as people write them. What was read is written, and read again as the same.
pub fn number(text: &str) {
    for decimals in 0..=6 {
        if let Ok(value) = decimal::parse(text, decimals) {
            let written = decimal::format(value, decimals, 0, '.');
            assert_eq!(decimal::parse(&written, decimals), Ok(value), "{text:?} as {written:?}");
        }
    }
    let _ = (Cents::parse(text), Price::parse(text), Rate::parse(text), Quantity::parse(text));
    let _ = (
        numbers::VatNumber::parse(text),
        numbers::Iban::parse(text),
        numbers::PaymentReference::parse(text),
    );
    if let Some(country) = Country::parse("BE") {
        let _ = numbers::EnterpriseNumber::parse(country, text);
    }
    let _ = Coordinates::parse(text, text);
    let _ = text.parse::<units::PersonId>();
    let _ = Language::negotiate(text);
}

/// A form as a browser sends it, its fields read as everything that a field can be.
pub fn form(body: &[u8]) {
    let form = Form::read(body);
    let names: Vec<String> = form.numbered("").map(|(name, _)| name.to_owned()).collect();
    for name in &names {
        assert!(!form.text(name, 40).contains(['\n', '\0']));
        let _ =
            (form.email(name), form.cents(name), form.price(name), form.rate(name), form.quantity(name));
        let _ = (
            form.whole(name, 100),
            form.date(name),
            form.minute(name),
            form.id::<units::PersonId>(name),
        );
        let _ = (form.lines(name, 40), form.code::<Language>(name));
    }
}

/// A backup, before anything of it is believed.
pub fn backup(bytes: &[u8]) {
    let _ = store::dump::verify(bytes);
}

/// An address that somebody wants called.
pub fn address(text: &str) {
    let _ = text.parse::<Inside>();
    if let Ok(url) = Outside::new(Vec::new()).address(text) {
        assert_eq!(url.scheme(), "https", "{text:?}");
        assert!(url.username().is_empty() && url.password().is_none(), "{text:?}");
    }
}
