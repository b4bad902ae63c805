//! A form as it came in, read field by field; every fault is one sentence beside its field.

use std::str::FromStr;
use std::sync::{Mutex, MutexGuard};

use axum::extract::multipart::{Multipart, MultipartError};
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use units::decimal::DecimalError;
use units::{Cents, Code, Language, Price, Quantity, Rate};

use crate::outcome::{Outcome, Say, Stop};
use crate::words::words;

/// No form of ours is longer; an order of 5,000 lines takes 400 kB.
const LARGEST_FORM: usize = 4 << 20;
/// No form of ours has more fields: an order of 5,000 lines has two for each.
const MOST_FIELDS: usize = 20_000;
/// The largest file that can be handed in: the largest catalogue that is read.
pub const LARGEST_UPLOAD: usize = 20 << 20;

/// The fields of a form with what is wrong with them.
#[derive(Debug, Default)]
pub struct Form {
    fields: Vec<(String, String)>,
    faults: Mutex<Vec<(String, Fault)>>,
}

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    Missing,
    TooLong {
        most: usize,
    },
    NotAmong,
    NotADate,
    NotATime,
    NotANumber,
    TooManyDecimals {
        most: u32,
    },
    TooLarge,
    Negative,
    NotAnEmail,
    /// Said by whoever found it.
    Said(String),
}

/// A form that was not accepted: its sentences stand beside the fields, this one stands above.
struct SeeFields;

impl Say for SeeFields {
    fn say(&self, language: Language) -> String {
        words(language).form_see_fields()
    }
}

impl Form {
    pub fn of<const N: usize>(fields: [(&str, String); N]) -> Self {
        Self::from_pairs(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// A form as a browser sends it, in `application/x-www-form-urlencoded`.
    pub fn read(body: &[u8]) -> Self {
        Self::from_pairs(read_pairs(body))
    }

    pub fn from_pairs(fields: Vec<(String, String)>) -> Self {
        Self { fields, faults: Mutex::default() }
    }

    /// Adds or replaces a field: how a page shows what is kept already.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.fields.retain(|(field, _)| field != name);
        self.fields.push((name.to_owned(), value.into()));
    }

    /// The form once more, with what is wrong with it: for a page of several forms, of which one was refused.
    pub fn again(&self) -> Self {
        Self { fields: self.fields.clone(), faults: Mutex::new(self.faults().clone()) }
    }

    /// All of it as one text, to know it again by when it is sent once more.
    pub fn written(&self) -> String {
        // A length goes before each part, so that no two forms are written alike.
        let part = |text: &str| format!("{}:{text}", text.len());
        self.fields.iter().map(|(name, value)| part(name) + &part(value)).collect()
    }

    /// The field as it was typed, for showing it again.
    pub fn value(&self, name: &str) -> &str {
        self.fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.as_str())
    }

    /// All values of a field that may be given several times.
    pub fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> + 'a {
        self.fields.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// The fields whose name begins with `prefix`, by the rest of their name.
    pub fn numbered<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> + 'a {
        self.fields
            .iter()
            .filter_map(move |(field, value)| Some((field.strip_prefix(prefix)?, value.as_str())))
    }

    pub fn has(&self, name: &str, value: &str) -> bool {
        self.values(name).any(|given| given == value)
    }

    /// Whether a box is ticked.
    pub fn ticked(&self, name: &str) -> bool {
        self.fields.iter().any(|(field, _)| field == name)
    }

    /// One line of at most `most` characters, without its outer spaces.
    pub fn text(&self, name: &str, most: usize) -> String {
        let text = self.lines(name, most);
        text.chars().map(|c| if c == '\n' { ' ' } else { c }).collect()
    }

    /// A text of at most `most` characters that may have several lines.
    pub fn lines(&self, name: &str, most: usize) -> String {
        let text: String = self.value(name).chars().filter(|c| !c.is_control() || *c == '\n').collect();
        let text = text.trim();
        if text.chars().count() > most {
            self.fault(name, Fault::TooLong { most });
        }
        text.to_owned()
    }

    /// A table of at most `most` characters as spreadsheets put it on the clipboard: with the tabs between its cells.
    pub fn cells(&self, name: &str, most: usize) -> String {
        let is_seen = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
        let text: String = self.value(name).chars().filter(is_seen).collect();
        if text.chars().count() > most {
            self.fault(name, Fault::TooLong { most });
        }
        if text.trim().is_empty() { String::new() } else { text }
    }

    /// A text that must be there.
    pub fn required(&self, name: &str, most: usize) -> String {
        let text = self.text(name, most);
        if text.is_empty() {
            self.fault(name, Fault::Missing);
        }
        text
    }

    /// A text, or nothing when it is empty.
    pub fn optional(&self, name: &str, most: usize) -> Option<String> {
        Some(self.text(name, most)).filter(|text| !text.is_empty())
    }

    /// An e-mail address, in lower case.
    pub fn email(&self, name: &str) -> Option<String> {
        let text = self.optional(name, 254)?.to_lowercase();
        if !is_email(&text) {
            self.fault(name, Fault::NotAnEmail);
        }
        Some(text)
    }

    pub fn code<T: Code>(&self, name: &str) -> Option<T> {
        let word = self.value(name);
        let found = T::from_code(word);
        if found.is_none() {
            self.fault(name, if word.is_empty() { Fault::Missing } else { Fault::NotAmong });
        }
        found
    }

    /// A code word, or nothing when the field is empty.
    pub fn maybe_code<T: Code>(&self, name: &str) -> Option<T> {
        if self.value(name).is_empty() { None } else { self.code(name) }
    }

    /// An identifier, or nothing when the field is empty.
    pub fn id<T: FromStr>(&self, name: &str) -> Option<T> {
        self.parsed(name, Fault::NotAmong, |text| text.parse().ok())
    }

    pub fn date(&self, name: &str) -> Option<Date> {
        self.parsed(name, Fault::NotADate, |text| text.parse().ok())
    }

    /// A civil date and time in `zone`, as a `datetime-local` field gives it.
    pub fn moment(&self, name: &str, zone: &TimeZone) -> Option<Timestamp> {
        self.parsed(name, Fault::NotADate, |text| {
            let civil: DateTime = text.parse().ok()?;
            zone.to_timestamp(civil).ok()
        })
    }

    /// A time of day in minutes after midnight.
    pub fn minute(&self, name: &str) -> Option<i64> {
        self.parsed(name, Fault::NotATime, |text| {
            let (hour, minute) = text.split_once(':')?;
            let (hour, minute): (u8, u8) = (hour.parse().ok()?, minute.parse().ok()?);
            let minutes = i64::from(hour) * 60 + i64::from(minute);
            (minute < 60 && minutes <= 1440).then_some(minutes)
        })
    }

    pub fn cents(&self, name: &str) -> Option<Cents> {
        self.not_negative(name, Cents::parse, |cents| cents.0)
    }

    pub fn price(&self, name: &str) -> Option<Price> {
        self.not_negative(name, Price::parse, |price| price.0)
    }

    pub fn rate(&self, name: &str) -> Option<Rate> {
        self.not_negative(name, Rate::parse, |rate| rate.0)
    }

    pub fn quantity(&self, name: &str) -> Option<Quantity> {
        self.not_negative(name, Quantity::parse, |quantity| quantity.0)
    }

    /// A whole number from 0 to `most`.
    pub fn whole(&self, name: &str, most: i64) -> Option<i64> {
        let number = self.not_negative(name, |text| units::decimal::parse(text, 0), |number| *number)?;
        if number > most {
            self.fault(name, Fault::TooLarge);
            return None;
        }
        Some(number)
    }

    fn not_negative<T>(
        &self,
        name: &str,
        read: impl Fn(&str) -> Result<T, DecimalError>,
        size: impl Fn(&T) -> i64,
    ) -> Option<T> {
        match read(self.value(name)) {
            Ok(value) if size(&value) >= 0 => return Some(value),
            Ok(_) => self.fault(name, Fault::Negative),
            Err(DecimalError::Empty) => {}
            Err(error) => self.fault(name, error.into()),
        }
        None
    }

    fn parsed<T>(&self, name: &str, fault: Fault, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.value(name).trim();
        if text.is_empty() {
            return None;
        }
        let value = read(text);
        if value.is_none() {
            self.fault(name, fault);
        }
        value
    }

    /// The value, which must be there: where it is not, the field says so.
    pub fn must<T>(&self, name: &str, value: Option<T>) -> Option<T> {
        let silent = !self.faults().iter().any(|(field, _)| field == name);
        if value.is_none() && silent {
            self.fault(name, Fault::Missing);
        }
        value
    }

    fn faults(&self) -> MutexGuard<'_, Vec<(String, Fault)>> {
        self.faults.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    pub fn fault(&self, name: &str, fault: Fault) {
        self.faults().push((name.to_owned(), fault));
    }

    /// # Errors
    /// A refusal when any field was at fault; the fields keep their sentences.
    pub fn accept(&self) -> Outcome<()> {
        if self.faults().is_empty() { Ok(()) } else { Err(SeeFields.into()) }
    }

    /// Whether the field has a fault.
    pub fn wrong(&self, name: &str) -> bool {
        self.faults().iter().any(|(field, _)| field == name)
    }

    /// The sentence beside the field; empty when nothing is wrong with it.
    pub fn complaint(&self, name: &str, language: Language) -> String {
        let faults = self.faults();
        let fault = faults.iter().find(|(field, _)| field == name).map(|(_, fault)| fault);
        fault.map(|fault| fault.say(language)).unwrap_or_default()
    }

    /// Puts a refusal beside the field that it is about.
    pub fn note(&self, stop: &Stop, language: Language) {
        if let Stop::Refused(refusal) = stop
            && let Some(field) = refusal.field()
        {
            self.fault(field, Fault::Said(refusal.say(language)));
        }
    }
}

/// Something, an at sign, a domain with a point.
pub fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty()
            && domain.contains('.')
            && !domain.starts_with('.')
            && !domain.ends_with('.')
            && !text.contains(char::is_whitespace)
            && !domain.contains('@')
    })
}

impl From<DecimalError> for Fault {
    fn from(error: DecimalError) -> Self {
        match error {
            DecimalError::Empty => Self::Missing,
            DecimalError::NotANumber => Self::NotANumber,
            DecimalError::TooManyDecimals { most } => Self::TooManyDecimals { most },
            DecimalError::TooLarge => Self::TooLarge,
        }
    }
}

impl Say for Fault {
    fn say(&self, language: Language) -> String {
        let words = words(language);
        match self {
            Self::Missing => words.fault_missing(),
            Self::TooLong { most } => words.fault_too_long(*most as i64),
            Self::NotAmong => words.fault_not_among(),
            Self::NotADate => words.fault_not_a_date(),
            Self::NotATime => words.fault_not_a_time(),
            Self::NotANumber => words.fault_not_a_number(),
            Self::TooManyDecimals { most } => words.fault_too_many_decimals(i64::from(*most)),
            Self::TooLarge => words.fault_too_large(),
            Self::Negative => words.fault_negative(),
            Self::NotAnEmail => words.fault_not_an_email(),
            Self::Said(sentence) => sentence.clone(),
        }
    }
}

/// What was sent is larger than anything that a page takes.
struct TooLarge;

impl Say for TooLarge {
    fn say(&self, language: Language) -> String {
        words(language).form_too_large((LARGEST_UPLOAD >> 20) as i64)
    }

    fn status(&self) -> Option<StatusCode> {
        Some(StatusCode::PAYLOAD_TOO_LARGE)
    }
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = Response;

    async fn from_request(request: Request, _: &S) -> Result<Self, Response> {
        let body = axum::body::to_bytes(request.into_body(), LARGEST_FORM)
            .await
            .map_err(|_| Stop::from(TooLarge).into_response())?;
        if body.split(|byte| *byte == b'&').count() > MOST_FIELDS {
            return Err(Stop::from(TooLarge).into_response());
        }
        Ok(Self::read(&body))
    }
}

/// Pairs of `application/x-www-form-urlencoded`.
pub(crate) fn read_pairs(body: &[u8]) -> Vec<(String, String)> {
    body.split(|&b| b == b'&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let at = pair.iter().position(|&b| b == b'=').unwrap_or(pair.len());
            (decoded(&pair[..at]), decoded(pair.get(at + 1..).unwrap_or_default()))
        })
        .collect()
}

fn decoded(part: &[u8]) -> String {
    let mut out = Vec::with_capacity(part.len());
    let mut rest = part;
    while let [first, tail @ ..] = rest {
        let hex = |b: u8| char::from(b).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        match (first, tail) {
            (b'+', _) => out.push(b' '),
            (b'%', [high, low, after @ ..]) if hex(*high).is_some() && hex(*low).is_some() => {
                let byte = hex(*high).unwrap_or(0) * 16 + hex(*low).unwrap_or(0);
                out.push(byte);
                rest = after;
                continue;
            }
            _ => out.push(*first),
        }
        rest = tail;
    }
    as_text(&out)
}

/// Bytes that are no UTF-8 become replacement characters; NUL, which PostgreSQL takes in no text, goes.
fn as_text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).replace('\0', "")
}

/// A form with a file in it.
#[derive(Debug)]
pub struct Upload {
    pub form: Form,
    /// The file's name as the browser gave it, and its bytes; none when no file was chosen.
    pub file: Option<(String, Vec<u8>)>,
}

impl<S: Send + Sync> FromRequest<S> for Upload {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let is_multipart = request
            .headers()
            .get(CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|value| value.starts_with("multipart/form-data"));
        if !is_multipart {
            let form = Form::from_request(request, state).await?;
            return Ok(Self { form, file: None });
        }
        let mut parts =
            Multipart::from_request(request, state).await.map_err(IntoResponse::into_response)?;
        let unread = |error: MultipartError| match error.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Stop::from(TooLarge).into_response(),
            _ => error.into_response(),
        };
        let mut fields = Vec::new();
        let mut file = None;
        while let Some(part) = parts.next_field().await.map_err(unread)? {
            if fields.len() == MOST_FIELDS {
                return Err(Stop::from(TooLarge).into_response());
            }
            let name = part.name().unwrap_or_default().to_owned();
            let file_name = part.file_name().map(str::to_owned);
            let bytes = part.bytes().await.map_err(unread)?;
            match file_name {
                Some(file_name) if !bytes.is_empty() => file = Some((file_name, bytes.into())),
                Some(_) => {}
                None => fields.push((name, as_text(&bytes))),
            }
        }
        Ok(Self { form: Form::from_pairs(fields), file })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(body: &str) -> Form {
        Form::from_pairs(read_pairs(body.as_bytes()))
    }

    #[test]
    fn a_browsers_encoding_is_undone() {
        let form = form("name=Caf%C3%A9+%26+co&empty=&alone&bad=%zz%4");
        assert_eq!(form.value("name"), "Café & co");
        assert_eq!(form.value("empty"), "");
        assert!(form.ticked("alone"));
        assert_eq!(form.value("bad"), "%zz%4");
        assert_eq!(form.value("absent"), "");
    }

    #[test]
    fn a_line_is_one_and_holds_nothing_unseen() {
        let form = form("email=eva%00%40ferme.be&name=+Ferme%0D%0Adu+%07Pont%0A");
        assert_eq!(form.value("email"), "eva@ferme.be");
        assert_eq!(form.text("name", 40), "Ferme du Pont");
        assert_eq!(form.lines("name", 40), "Ferme\ndu Pont");
    }

    #[test]
    fn a_table_keeps_the_tabs_between_its_cells() {
        let form = form("minutes=%09A%09B%0D%0A1%0912%00%0D%0A&hours=%09%0A");
        assert_eq!(form.cells("minutes", 40), "\tA\tB\n1\t12\n");
        assert_eq!(form.cells("hours", 40), "", "a table of nothing is none");
        assert!(!form.wrong("minutes"));
        form.cells("minutes", 3);
        assert!(form.wrong("minutes"), "it is longer");
    }

    #[test]
    fn faults_stand_beside_their_fields() {
        let form = form("price=-2&stock=1e309&email=at%40home&name=&from=2026-02-30");
        assert_eq!(form.price("price"), None);
        assert_eq!(form.quantity("stock"), None);
        form.email("email");
        form.required("name", 10);
        assert_eq!(form.date("from"), None);
        assert!(form.accept().is_err());
        for field in ["price", "stock", "email", "name", "from"] {
            assert!(form.wrong(field), "{field}");
            for &language in Language::ALL {
                assert!(!form.complaint(field, language).is_empty());
            }
        }
        assert!(!form.wrong("other"));
    }

    #[test]
    fn a_time_is_one_of_a_day() {
        let table = [
            ("00:00", Some(0)),
            ("24:00", Some(1440)),
            ("24:01", None),
            ("07:60", None),
            ("-1:00", None),
            ("624547932516969494:30", None),
        ];
        for (typed, expected) in table {
            let form = Form::of([("opens", typed.to_owned())]);
            assert_eq!(form.minute("opens"), expected, "{typed}");
            assert_eq!(form.wrong("opens"), expected.is_none(), "{typed}");
        }
    }

    #[test]
    fn what_is_sound_is_accepted() {
        let form = form("price=18%2C90&email=Eva%40ferme.be&opens=07%3A30&q.a=1&q.b=2&days=1&days=3");
        assert_eq!(form.price("price"), Some(Price(189_000)));
        assert_eq!(form.email("email").as_deref(), Some("eva@ferme.be"));
        assert_eq!(form.minute("opens"), Some(450));
        assert_eq!(form.numbered("q.").collect::<Vec<_>>(), [("a", "1"), ("b", "2")]);
        assert_eq!(form.values("days").collect::<Vec<_>>(), ["1", "3"]);
        assert!(form.accept().is_ok());
    }
}
