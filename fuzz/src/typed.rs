//! What people type and programs send.

use std::sync::LazyLock;

use axum::body::Body as Bytes;
use axum::extract::{FromRequest as _, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::{StatusCode, Uri};
use economy::euro::Period;
use formats::catalogue::unit;
use frame::api::{Amount, Asks, Body, Day, Instant, Line, Lines, Measure, Percent, Query, UnitPrice};
use frame::outside::{Inside, Outside};
use frame::{Form, Outcome, Stop, Upload};
use people::organisations::OpeningWindow;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use units::{Cents, Code as _, Coordinates, Country, Language, Price, Quantity, Rate, decimal, numbers};

use super::wait;

/// Numbers, dates and units as people write them. What was read is written, and read again as the same.
pub fn number(text: &str) {
    for decimals in 0..=6 {
        if let Ok(value) = decimal::parse(text, decimals) {
            let written = decimal::format(value, decimals, 0, '.');
            assert_eq!(decimal::parse(&written, decimals), Ok(value), "{text:?} as {written:?}");
            // What a French page shows can be typed again.
            let shown = Language::Fr.number(value, decimals, 0);
            assert_eq!(decimal::parse(&shown, decimals), Ok(value), "{text:?} as {shown:?}");
        }
    }
    let _ = (Cents::parse(text), Price::parse(text), Rate::parse(text), Quantity::parse(text));
    if let Ok(place) = Coordinates::parse(text, text) {
        assert_eq!(Coordinates::parse(&place.latitude(), &place.longitude()), Ok(place), "{text:?}");
    }
    if let Some(unit) = unit::read(text) {
        for &language in Language::ALL {
            assert_eq!(unit::read(unit::name(unit, language)), Some(unit), "{text:?} in {language:?}");
        }
    }
}

/// Numbers with check digits, identifiers, codes. What was read is written, and read again as the same.
pub fn identifier(text: &str) {
    if let Ok(number) = numbers::VatNumber::parse(text) {
        assert_eq!(numbers::VatNumber::parse(number.compact()).as_ref(), Ok(&number), "{text:?}");
        assert!(number.compact().starts_with(number.country().code()), "{text:?}");
    }
    if let Ok(iban) = numbers::Iban::parse(text) {
        assert_eq!(numbers::Iban::parse(&iban.written()).as_ref(), Ok(&iban), "{text:?}");
    }
    if let Ok(reference) = numbers::PaymentReference::parse(text) {
        assert_eq!(
            numbers::PaymentReference::parse(&reference.written()).as_ref(),
            Ok(&reference),
            "{text:?}"
        );
    }
    for country in ["BE", "FR", "LU", "NL", "DE", "IT"].into_iter().filter_map(Country::parse) {
        if let Ok(number) = numbers::EnterpriseNumber::parse(country, text) {
            let again = numbers::EnterpriseNumber::parse(country, &number.written());
            assert_eq!(again.as_ref(), Ok(&number), "{text:?}");
        }
    }
    if let Some(country) = Country::parse(text) {
        assert_eq!(Country::parse(country.code()), Some(country));
    }
    if let Ok(id) = text.parse::<units::PersonId>() {
        assert_eq!(id.to_string().parse(), Ok(id), "{text:?}");
    }
    if let Some(period) = Period::parse(text) {
        assert_eq!(Period::parse(&period.to_string()), Some(period), "{text:?}");
    }
    let _ = Language::negotiate(text);
    let _ = polity::families::recognise(text);
}

/// Hours of a day as people write them: written in full they are the same.
pub fn hours(text: &str) {
    let Ok(windows) = OpeningWindow::read(1, text) else { return };
    let written: Vec<String> = windows.iter().map(OpeningWindow::written).collect();
    assert_eq!(OpeningWindow::read(1, &written.join(", ")), Ok(windows), "{text:?}");
}

/// A recovery code: how it is typed does not count.
pub fn recovery_code(text: &str) {
    let kept = people::recovery::as_kept(text);
    assert_eq!(people::recovery::as_kept(&kept), kept, "{text:?}");
    assert!(kept.bytes().all(|byte| byte.is_ascii_alphanumeric()), "{text:?}");
}

/// A form as a browser sends it, its fields read as everything that a field can be.
pub fn form(body: &[u8]) {
    fields(&Form::read(body));
}

/// The same with a file in it.
pub fn upload(body: &[u8]) {
    let request = Request::builder()
        .header(CONTENT_TYPE, "multipart/form-data; boundary=edge")
        .body(Bytes::from(body.to_vec()))
        .expect("a request");
    match wait(Upload::from_request(request, &())) {
        Ok(upload) => fields(&upload.form),
        Err(refused) => assert!(refused.status().is_client_error(), "{}", refused.status()),
    }
}

fn fields(form: &Form) {
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
        let _ = (
            form.moment(name, &jiff::tz::TimeZone::UTC),
            form.lines(name, 40),
            form.code::<Language>(name),
        );
        for &language in Language::ALL {
            assert_eq!(form.wrong(name), !form.complaint(name, language).is_empty());
        }
    }
}

/// Every kind of value that a program can send.
#[derive(Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Everything {
    amount: Option<Amount>,
    price: Option<UnitPrice>,
    measure: Option<Measure>,
    percent: Option<Percent>,
    at: Option<Instant>,
    day: Option<Day>,
    name: Option<Line<20>>,
    note: Option<Lines<40>>,
    shop: Option<units::OrganisationId>,
    language: Option<Language>,
    page: Option<usize>,
    #[serde(default)]
    parts: Vec<Everything>,
}

/// The JSON of a program, and what it is told where it cannot be read.
pub fn body(bytes: &[u8]) {
    if let Some(Body(read)) = told(Body::<Everything>::read(&Uri::from_static("/"), bytes)) {
        let written = serde_json::to_vec(&read).expect("JSON");
        let again: Option<Body<Everything>> = told(Body::read(&Uri::from_static("/"), &written));
        assert_eq!(again.map(|Body(again)| again), Some(read));
    }
}

#[derive(Deserialize, JsonSchema)]
#[allow(dead_code, reason = "reading it is what is tried")]
struct Narrowed {
    amount: Option<Amount>,
    day: Option<Day>,
    words: Option<Line<20>>,
    shop: Option<units::OrganisationId>,
    language: Option<Language>,
    page: Option<usize>,
    from: Option<i64>,
}

/// The query of an address.
pub fn query(text: &str) {
    if let Ok(uri) = format!("/?{text}").parse::<Uri>() {
        told(Query::<Narrowed>::read(&uri, &[]));
    }
}

/// What was read; a refusal is a sentence in each language, and never a fault of ours.
fn told<T>(outcome: Outcome<T>) -> Option<T> {
    match outcome {
        Ok(read) => Some(read),
        Err(Stop::Refused(refusal)) => {
            assert!(Language::ALL.iter().all(|&language| !refusal.say(language).is_empty()));
            None
        }
        Err(stop) => panic!("{stop:?} {}", StatusCode::INTERNAL_SERVER_ERROR),
    }
}

/// An address that somebody wants called.
pub fn address(text: &str) {
    static OUTSIDE: LazyLock<Outside> = LazyLock::new(|| Outside::new(Vec::new()));
    let _ = text.parse::<Inside>();
    if let Ok(url) = OUTSIDE.address(text) {
        assert_eq!(url.scheme(), "https", "{text:?}");
        assert!(url.username().is_empty() && url.password().is_none(), "{text:?}");
        let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
        if let Ok(address) = host.parse() {
            assert!(frame::outside::is_public(address), "{text:?}");
        }
    }
}
