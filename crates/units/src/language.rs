//! The four languages of the product and how each writes numbers.

use crate::code::Code;
use crate::decimal;
use crate::money::{Cents, Price, Rate};
use crate::quantity::Quantity;

crate::codes! {
    /// A language, by its two-letter code of ISO 639-1.
    pub enum Language {
        Fr = "fr",
        Nl = "nl",
        En = "en",
        De = "de",
    }
}

const NARROW_SPACE: char = '\u{202f}';
const NO_BREAK_SPACE: char = '\u{a0}';

impl Language {
    /// The language's own name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fr => "Français",
            Self::Nl => "Nederlands",
            Self::En => "English",
            Self::De => "Deutsch",
        }
    }

    /// The language of a tag such as `fr`, `fr-BE` or `fr_BE`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next()?.to_ascii_lowercase();
        Self::from_code(&primary)
    }

    /// The first language of an `Accept-Language` header that we speak, by the reader's preference.
    ///
    /// # Source
    /// RFC 9110, section 12.5.4.
    pub fn negotiate(accept: &str) -> Option<Self> {
        let mut wishes: Vec<(i64, Self)> = accept
            .split(',')
            .filter_map(|wish| {
                let mut parts = wish.split(';');
                let language = Self::from_tag(parts.next()?)?;
                let weight = parts
                    .find_map(|part| part.trim().strip_prefix("q="))
                    .map_or(Some(1000), |q| decimal::parse(q, 3).ok())?;
                (weight > 0).then_some((weight, language))
            })
            .collect();
        wishes.sort_by_key(|&(weight, _)| -weight);
        wishes.first().map(|&(_, language)| language)
    }

    /// An amount of euros as this language's readers write it.
    pub fn euros(self, amount: Cents) -> String {
        self.with_euro_sign(&self.number(amount.0, 2, 2))
    }

    fn with_euro_sign(self, number: &str) -> String {
        match self {
            Self::Fr | Self::De => format!("{number}{NO_BREAK_SPACE}€"),
            Self::Nl => format!("€{NO_BREAK_SPACE}{number}"),
            Self::En => match number.strip_prefix('-') {
                Some(size) => format!("-€{size}"),
                None => format!("€{number}"),
            },
        }
    }

    /// A unit price in euros, with two to four decimals.
    pub fn price_in_euros(self, price: Price) -> String {
        self.with_euro_sign(&self.price(price))
    }

    /// A unit price, with two to four decimals and no currency sign.
    pub fn price(self, price: Price) -> String {
        self.number(price.0, 4, 2)
    }

    pub fn percent(self, rate: Rate) -> String {
        let number = self.number(rate.0, 2, 0);
        match self {
            Self::En | Self::Nl => format!("{number}%"),
            Self::Fr | Self::De => format!("{number}{NO_BREAK_SPACE}%"),
        }
    }

    pub fn quantity(self, quantity: Quantity) -> String {
        self.number(quantity.0, 3, 0)
    }

    /// A scaled integer with this language's decimal mark and groups of three digits.
    pub fn number(self, value: i64, decimals: u32, shortest: u32) -> String {
        let (group, mark) = match self {
            Self::Fr => (NARROW_SPACE, ','),
            Self::Nl | Self::De => ('.', ','),
            Self::En => (',', '.'),
        };
        let plain = decimal::format(value.saturating_abs(), decimals, shortest, mark);
        let (whole, fraction) = match plain.find(mark) {
            Some(at) => plain.split_at(at),
            None => (plain.as_str(), ""),
        };
        let mut out = String::with_capacity(plain.len() + 4);
        if value < 0 {
            out.push('-');
        }
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place).is_multiple_of(3) {
                out.push(group);
            }
            out.push(digit);
        }
        out.push_str(fraction);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_writes_money_its_own_way() {
        let amount = Cents(-123_456);
        assert_eq!(Language::Fr.euros(amount), "-1\u{202f}234,56\u{a0}€");
        assert_eq!(Language::Nl.euros(amount), "€\u{a0}-1.234,56");
        assert_eq!(Language::En.euros(amount), "-€1,234.56");
        assert_eq!(Language::De.euros(amount), "-1.234,56\u{a0}€");
        assert_eq!(Language::Fr.euros(Cents(100)), "1,00\u{a0}€");
        assert_eq!(Language::Fr.price_in_euros(Price(14_820)), "1,482\u{a0}€");
        assert_eq!(Language::En.price_in_euros(Price(14_820)), "€1.482");
    }

    #[test]
    fn the_readers_preference_decides() {
        let cases = [
            ("nl-BE,nl;q=0.9,fr;q=0.8", Some(Language::Nl)),
            ("es, fr;q=0.4, de;q=0.7", Some(Language::De)),
            ("en;q=0, fr", Some(Language::Fr)),
            ("*", None),
            ("", None),
            ("fr;q=banana", None),
        ];
        for (header, expected) in cases {
            assert_eq!(Language::negotiate(header), expected, "{header}");
        }
    }
}
