//! How one reader reads numbers, dates and times.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use units::{Cents, Code, Language, Price, Quantity, Rate, Unit};

use crate::who::Role;
use crate::words::{Words, words};

/// A reader's language and time zone; templates call it `r`.
#[derive(Clone)]
pub struct Reader {
    pub language: Language,
    pub zone: TimeZone,
}

impl Reader {
    pub fn new(language: Language, zone: &TimeZone) -> Self {
        Self { language, zone: zone.clone() }
    }

    fn words(&self) -> &'static Words {
        words(self.language)
    }

    /// The role's name.
    pub fn role(&self, role: &Role) -> String {
        self.words().role(role.code())
    }

    pub fn code(&self) -> &'static str {
        self.language.code()
    }

    pub fn euros(&self, amount: &Cents) -> String {
        self.language.euros(*amount)
    }

    pub fn price(&self, price: &Price) -> String {
        self.language.price(*price)
    }

    pub fn percent(&self, rate: &Rate) -> String {
        self.language.percent(*rate)
    }

    pub fn quantity(&self, quantity: &Quantity) -> String {
        self.language.quantity(*quantity)
    }

    pub fn count(&self, number: &i64) -> String {
        self.language.number(*number, 0, 0)
    }

    /// The unit's short name, as it stands after a number: `kg`, `pièce`, `botte`.
    pub fn unit(&self, unit: &Unit) -> String {
        self.words().unit(unit.code())
    }

    /// A quantity with its unit: `2,4 kg`.
    pub fn measure(&self, quantity: &Quantity, unit: &Unit) -> String {
        format!("{}\u{a0}{}", self.quantity(quantity), self.unit(unit))
    }

    /// The date in figures: `24/11/2026`.
    pub fn date(&self, date: &Date) -> String {
        let (day, month, year) = (date.day(), date.month(), date.year());
        match self.language {
            Language::Fr | Language::En => format!("{day:02}/{month:02}/{year}"),
            Language::Nl => format!("{day:02}-{month:02}-{year}"),
            Language::De => format!("{day:02}.{month:02}.{year}"),
        }
    }

    /// The date with its weekday and month in words: `mardi 24 novembre`.
    pub fn day(&self, date: &Date) -> String {
        let weekday = self.weekday(date.weekday().to_monday_one_offset());
        let month = self.words().month(&date.month().to_string());
        self.words().day(&weekday, i64::from(date.day()), &month)
    }

    /// The weekday's name, 1 for Monday to 7.
    pub fn weekday(&self, number: i8) -> String {
        self.words().weekday(&number.to_string())
    }

    /// The civil date of an instant.
    pub fn date_of(&self, instant: &Timestamp) -> Date {
        self.zone.to_datetime(*instant).date()
    }

    /// The instant's time of day: `17:30`.
    pub fn time(&self, instant: &Timestamp) -> String {
        let zoned = self.zone.to_datetime(*instant);
        format!("{:02}:{:02}", zoned.hour(), zoned.minute())
    }

    /// The instant's date in figures and time of day.
    pub fn moment(&self, instant: &Timestamp) -> String {
        format!("{} {}", self.date(&self.date_of(instant)), self.time(instant))
    }

    /// The instant's weekday, date in words and time of day.
    pub fn day_and_time(&self, instant: &Timestamp) -> String {
        format!("{}, {}", self.day(&self.date_of(instant)), self.time(instant))
    }

    /// What a `datetime-local` field holds.
    pub fn local(&self, instant: &Timestamp) -> String {
        let zoned = self.zone.to_datetime(*instant);
        format!("{}T{:02}:{:02}", zoned.date(), zoned.hour(), zoned.minute())
    }
}
