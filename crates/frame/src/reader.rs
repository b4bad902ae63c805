//! How one reader reads numbers, dates and times.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
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

/// A value, or a reference to one: templates hand it over either way.
pub trait Given<T> {
    fn given(&self) -> &T;
}

impl<T> Given<T> for T {
    fn given(&self) -> &T {
        self
    }
}

impl<T> Given<T> for &T {
    fn given(&self) -> &T {
        self
    }
}

impl<T> Given<T> for &&T {
    fn given(&self) -> &T {
        self
    }
}

impl Reader {
    pub fn new(language: Language, zone: &TimeZone) -> Self {
        Self { language, zone: zone.clone() }
    }

    fn words(&self) -> &'static Words {
        words(self.language)
    }

    /// The role's name.
    pub fn role(&self, role: impl Given<Role>) -> String {
        self.words().role(role.given().code())
    }

    pub fn code(&self) -> &'static str {
        self.language.code()
    }

    pub fn euros(&self, amount: impl Given<Cents>) -> String {
        self.language.euros(*amount.given())
    }

    pub fn price(&self, price: impl Given<Price>) -> String {
        self.language.price(*price.given())
    }

    pub fn price_in_euros(&self, price: impl Given<Price>) -> String {
        self.language.price_in_euros(*price.given())
    }

    pub fn percent(&self, rate: impl Given<Rate>) -> String {
        self.language.percent(*rate.given())
    }

    pub fn quantity(&self, quantity: impl Given<Quantity>) -> String {
        self.language.quantity(*quantity.given())
    }

    pub fn count(&self, number: impl Given<i64>) -> String {
        self.language.number(*number.given(), 0, 0)
    }

    /// A plain decimal as a field shows it, with the reader's decimal mark.
    pub fn entry(&self, plain: String) -> String {
        if self.language == Language::En { plain } else { plain.replace('.', ",") }
    }

    /// The unit's short name, as it stands alone or after one: `kg`, `pièce`, `botte`.
    pub fn unit(&self, unit: impl Given<Unit>) -> String {
        self.words().unit(unit.given().code())
    }

    /// A quantity with its unit: `2,4 kg`, `3 bottes`.
    pub fn measure(&self, quantity: impl Given<Quantity>, unit: impl Given<Unit>) -> String {
        let size = quantity.given().0.abs();
        // French counts in the plural from two on, the others whatever is not one (CLDR).
        let is_one = if self.language == Language::Fr { size < 2_000 } else { size == 1_000 };
        let code = unit.given().code();
        let unit = if is_one { self.words().unit(code) } else { self.words().units(code) };
        format!("{}\u{a0}{unit}", self.quantity(quantity))
    }

    /// The date in figures: `24/11/2026`.
    pub fn date(&self, date: impl Given<Date>) -> String {
        let date = date.given();
        let (day, month, year) = (date.day(), date.month(), date.year());
        match self.language {
            Language::Fr | Language::Nl | Language::En => format!("{day:02}/{month:02}/{year}"),
            Language::De => format!("{day:02}.{month:02}.{year}"),
        }
    }

    /// The date with its weekday and month in words: `mardi 24 novembre`.
    pub fn day(&self, date: impl Given<Date>) -> String {
        let date = date.given();
        let weekday = self.weekday(date.weekday().to_monday_one_offset());
        let month = self.words().month(i64::from(date.month()));
        self.words().day(&weekday, i64::from(date.day()), &month)
    }

    /// The weekday's name, 1 for Monday to 7.
    pub fn weekday(&self, number: i8) -> String {
        self.words().weekday(i64::from(number))
    }

    fn civil(&self, instant: impl Given<Timestamp>) -> DateTime {
        self.zone.to_datetime(*instant.given())
    }

    /// The civil date of an instant.
    pub fn date_of(&self, instant: impl Given<Timestamp>) -> Date {
        self.civil(instant).date()
    }

    /// The instant's time of day: `17:30`.
    pub fn time(&self, instant: impl Given<Timestamp>) -> String {
        let civil = self.civil(instant);
        format!("{:02}:{:02}", civil.hour(), civil.minute())
    }

    /// The instant's date in figures and time of day.
    pub fn moment(&self, instant: impl Given<Timestamp>) -> String {
        let instant = instant.given();
        format!("{} {}", self.date(self.date_of(instant)), self.time(instant))
    }

    /// The instant's weekday, date in words and time of day.
    pub fn day_and_time(&self, instant: impl Given<Timestamp>) -> String {
        let instant = instant.given();
        format!("{}, {}", self.day(self.date_of(instant)), self.time(instant))
    }

    /// What a `datetime-local` field holds.
    pub fn local(&self, instant: impl Given<Timestamp>) -> String {
        let civil = self.civil(instant);
        format!("{}T{:02}:{:02}", civil.date(), civil.hour(), civil.minute())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_said_as_people_say_it() {
        let check = |language, date: &str, expected: &str| {
            let date: Date = date.parse().unwrap();
            assert_eq!(Reader::new(language, &TimeZone::UTC).day(date), expected);
        };
        check(Language::Fr, "2026-11-24", "mardi 24 novembre");
        check(Language::Fr, "2026-12-01", "mardi 1er décembre");
        check(Language::Fr, "2026-12-21", "lundi 21 décembre");
        check(Language::Nl, "2026-11-24", "dinsdag 24 november");
        check(Language::En, "2026-11-24", "Tuesday 24 November");
        check(Language::De, "2026-11-24", "Dienstag, 24. November");
    }

    #[test]
    fn a_unit_is_counted_as_people_count() {
        let check = |language, thousandths, expected: &str| {
            let reader = Reader::new(language, &TimeZone::UTC);
            assert_eq!(reader.measure(Quantity(thousandths), Unit::Crate), expected);
        };
        check(Language::Fr, 0, "0\u{a0}caisse");
        check(Language::Fr, 1_500, "1,5\u{a0}caisse");
        check(Language::Fr, 2_000, "2\u{a0}caisses");
        check(Language::Fr, -3_000, "-3\u{a0}caisses");
        check(Language::Nl, 1_000, "1\u{a0}krat");
        check(Language::Nl, 0, "0\u{a0}kratten");
        check(Language::En, 1_500, "1.5\u{a0}crates");
        check(Language::De, 3_000, "3\u{a0}Kisten");
        assert_eq!(
            Reader::new(Language::De, &TimeZone::UTC).measure(Quantity(2_400), Unit::Kilogram),
            "2,4\u{a0}kg"
        );
    }

    #[test]
    fn no_two_days_of_a_year_are_said_alike() {
        for &language in Language::ALL {
            let reader = Reader::new(language, &TimeZone::UTC);
            let first: Date = "2026-01-01".parse().unwrap();
            let said: std::collections::BTreeSet<String> = (0..365)
                .map(|days| reader.day(first.saturating_add(jiff::Span::new().days(days))))
                .collect();
            assert_eq!(said.len(), 365, "{language:?}");
        }
    }
}
