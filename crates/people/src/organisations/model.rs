//! What an organisation is.

use jiff::civil::Time;
use units::numbers::{EnterpriseNumber, Iban, VatNumber};
use units::{Coordinates, Country, Language, OrganisationId, SiteId};

units::codes! {
    /// A legal form, by the family that matters for rights and duties; names follow each country's.
    pub enum LegalForm {
        Cooperative = "cooperative",
        Limited = "limited",
        PublicLimited = "public_limited",
        Partnership = "partnership",
        NaturalPerson = "natural_person",
        Association = "association",
        Foundation = "foundation",
        PublicBody = "public_body",
        Other = "other",
    }
}

units::codes! {
    /// Whether an enterprise charges VAT on what it sells.
    pub enum VatRegime {
        /// Charges it.
        Liable = "liable",
        /// Small enterprise, exempt: Belgian VAT code art. 56bis, French CGI art. 293 B.
        Exempt = "exempt",
        /// Farmers' flat-rate scheme: the buyer pays a compensation on top (Belgian VAT code art. 57).
        Farm = "farm",
    }
}

units::codes! {
    /// The cold that goods need, and that a place can keep.
    pub enum Storage {
        Dry = "dry",
        Cold = "cold",
        Frozen = "frozen",
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    pub id: OrganisationId,
    pub name: String,
    pub legal_form: LegalForm,
    pub country: Country,
    pub enterprise_number: Option<EnterpriseNumber>,
    pub vat_number: Option<VatNumber>,
    pub vat_regime: VatRegime,
    pub iban: Option<Iban>,
    pub email: Option<String>,
    pub phone: Option<String>,
    /// The language it is written to.
    pub language: Language,
    pub street: String,
    pub postcode: String,
    pub town: String,
}

impl Organisation {
    /// What a search looks in.
    pub fn search_text(&self) -> String {
        let number = self.enterprise_number.as_ref().map_or("", |number| number.compact());
        units::text::fold(&format!("{} {} {} {number}", self.name, self.town, self.postcode))
    }
}

/// The acts by which a journal tells that a number of an organisation's is another.
pub const NUMBER_CHANGES: [&str; 3] =
    ["organisation.iban", "organisation.number", "organisation.vat_number"];

impl Organisation {
    /// The numbers that are others in `after`: the act of each, and the last four characters of what it was,
    /// which tell it to who knows it and to nobody else.
    pub fn numbers_lost(&self, after: &Self) -> Vec<(&'static str, String)> {
        let numbers = |of: &Self| {
            [
                of.iban.as_ref().map(|iban| iban.compact().to_owned()),
                of.enterprise_number.as_ref().map(|number| number.compact().to_owned()),
                of.vat_number.as_ref().map(|number| number.compact().to_owned()),
            ]
        };
        let pairs = numbers(self).into_iter().zip(numbers(after));
        let changed = NUMBER_CHANGES.into_iter().zip(pairs).filter(|(_, (old, new))| old != new);
        changed.map(|(act, (old, _))| (act, last_four(&old.unwrap_or_default()))).collect()
    }
}

fn last_four(number: &str) -> String {
    let from = number.char_indices().rev().nth(3).map_or(0, |(at, _)| at);
    number[from..].to_owned()
}

/// A place of an organisation's where goods are fetched or brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    pub id: SiteId,
    pub organisation: OrganisationId,
    pub name: String,
    pub street: String,
    pub postcode: String,
    pub town: String,
    pub country: Country,
    pub coordinates: Option<Coordinates>,
    pub receives: Vec<Storage>,
    pub note: String,
    pub windows: Vec<OpeningWindow>,
}

impl Site {
    pub fn can_receive(&self, storage: Storage) -> bool {
        self.receives.contains(&storage)
    }

    /// The windows of a weekday, 1 for Monday.
    pub fn windows_on(&self, weekday: i8) -> impl Iterator<Item = &OpeningWindow> {
        self.windows.iter().filter(move |window| window.weekday == weekday)
    }
}

/// A stretch of a weekday when somebody is there, in minutes after midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpeningWindow {
    /// 1 for Monday to 7.
    pub weekday: i8,
    pub opens: i64,
    pub closes: i64,
}

impl OpeningWindow {
    /// `07:30-12:00`
    pub fn written(&self) -> String {
        let clock = |minute: i64| format!("{:02}:{:02}", minute / 60, minute % 60);
        format!("{}-{}", clock(self.opens), clock(self.closes))
    }

    /// Reads windows of one weekday as people write them: `7:30-12:00, 13-18h`.
    ///
    /// # Errors
    /// The part that is none, or that overlaps the one before it.
    pub fn read(weekday: i8, text: &str) -> Result<Vec<Self>, String> {
        let mut windows: Vec<Self> = Vec::new();
        for part in text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
            let window = part
                .split_once(['-', '–'])
                .and_then(|(opens, closes)| Some((read_minute(opens)?, read_minute(closes)?)))
                .filter(|(opens, closes)| opens < closes)
                .filter(|(opens, _)| windows.last().is_none_or(|last| last.closes <= *opens));
            let (opens, closes) = window.ok_or_else(|| part.to_owned())?;
            windows.push(Self { weekday, opens, closes });
        }
        Ok(windows)
    }
}

fn read_minute(text: &str) -> Option<i64> {
    let text = text.trim().trim_end_matches(['h', 'H', 'u', 'U']);
    let (hour, minute) = text.split_once([':', 'h', 'H', 'u', 'U', '.']).unwrap_or((text, "0"));
    let (hour, minute): (i8, i8) = (hour.trim().parse().ok()?, minute.trim().parse().ok()?);
    if (hour, minute) == (24, 0) {
        return Some(1440);
    }
    let time = Time::new(hour, minute, 0, 0).ok()?;
    Some(i64::from(time.hour()) * 60 + i64::from(time.minute()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_number_is_told_by_the_end_of_what_it_was() {
        let before = Organisation {
            id: OrganisationId(uuid::Uuid::nil()),
            name: "Ferme du Pont".to_owned(),
            legal_form: LegalForm::NaturalPerson,
            country: Country::BELGIUM,
            enterprise_number: None,
            vat_number: None,
            vat_regime: VatRegime::Liable,
            iban: Some(Iban::parse("BE68 5390 0754 7034").unwrap()),
            email: None,
            phone: None,
            language: Language::Fr,
            street: String::new(),
            postcode: String::new(),
            town: String::new(),
        };
        let moved = Organisation { town: "Namur".to_owned(), ..before.clone() };
        assert_eq!(before.numbers_lost(&moved), []);
        let vat_number = VatNumber::parse("BE0403019261").ok();
        assert!(vat_number.is_some());
        let after = Organisation { iban: None, vat_number, ..before.clone() };
        assert_eq!(
            before.numbers_lost(&after),
            [("organisation.iban", "7034".to_owned()), ("organisation.vat_number", String::new())]
        );
    }

    #[test]
    fn opening_windows_are_read_as_people_write_them() {
        let check = |text: &str, expected: Result<&str, &str>| {
            let read = OpeningWindow::read(1, text)
                .map(|windows| windows.iter().map(OpeningWindow::written).collect::<Vec<_>>().join(" "));
            assert_eq!(read, expected.map(str::to_owned).map_err(str::to_owned), "{text}");
        };
        check("7:30-12:00, 13-18h", Ok("07:30-12:00 13:00-18:00"));
        check("8h30 – 12h", Ok("08:30-12:00"));
        check("", Ok(""));
        check("18-24", Ok("18:00-24:00"));
        check("12-8", Err("12-8"));
        check("8-12, 11-13", Err("11-13"));
        check("25-26", Err("25-26"));
        check("matin", Err("matin"));
    }
}
