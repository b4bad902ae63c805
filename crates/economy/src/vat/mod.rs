//! Rates of VAT: dated data with their source, never constants in code.

use std::sync::LazyLock;

use jiff::civil::Date;
use units::{Code, Country, Rate};

units::codes! {
    /// A category of goods that the law names; its rate depends on the country and the day.
    pub enum VatCategory {
        Zero = "zero",
        SuperReduced = "super_reduced",
        Reduced = "reduced",
        Intermediate = "intermediate",
        Standard = "standard",
        /// What a buyer pays on top to a farmer under the flat-rate scheme.
        FarmCompensation = "farm_compensation",
    }
}

/// One line of the table: a rate, from when it holds, and the text of law that says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatedRate {
    pub country: Country,
    pub category: VatCategory,
    pub starts_on: Date,
    pub rate: Rate,
    pub source: &'static str,
}

static TABLE: LazyLock<Vec<DatedRate>> =
    LazyLock::new(|| read_table(include_str!("../../data/vat-rates.csv")));

fn read_table(text: &'static str) -> Vec<DatedRate> {
    text.lines()
        .skip(1)
        .map(|line| {
            let mut cells = line.splitn(5, ',');
            let mut cell = || cells.next().expect("five columns");
            DatedRate {
                country: Country::parse(cell()).expect("a country"),
                category: VatCategory::from_code(cell()).expect("a category"),
                starts_on: cell().parse().expect("a date"),
                rate: Rate::parse(cell()).expect("a rate"),
                source: cell(),
            }
        })
        .collect()
}

/// The line that holds in `country` for `category` on `day`; none where no such rate exists.
pub fn rate_on(country: Country, category: VatCategory, day: Date) -> Option<&'static DatedRate> {
    TABLE
        .iter()
        .filter(|line| line.country == country && line.category == category && line.starts_on <= day)
        .max_by_key(|line| line.starts_on)
}

/// The category that has this rate in `country` on `day`, as files name rates and the law categories.
pub fn category_of(country: Country, rate: Rate, day: Date) -> Option<VatCategory> {
    rates_on(country, day).into_iter().find(|(_, own)| *own == rate).map(|(category, _)| category)
}

/// The categories that goods can have in `country` on `day`, each with its rate, lowest first.
pub fn rates_on(country: Country, day: Date) -> Vec<(VatCategory, Rate)> {
    let mut rates: Vec<(VatCategory, Rate)> = VatCategory::ALL
        .iter()
        .filter(|&&category| category != VatCategory::FarmCompensation)
        .filter_map(|&category| Some((category, rate_on(country, category, day)?.rate)))
        .collect();
    rates.sort_by_key(|&(_, rate)| rate);
    rates
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rate_is_that_of_the_day() {
        let check = |country, category, day: &str, expected: Option<i64>| {
            let found = rate_on(country, category, day.parse().unwrap()).map(|line| line.rate.0);
            assert_eq!(found, expected, "{day}");
        };
        check(Country::BELGIUM, VatCategory::Reduced, "2026-11-24", Some(600));
        check(Country::BELGIUM, VatCategory::Standard, "2026-11-24", Some(2100));
        check(Country::BELGIUM, VatCategory::SuperReduced, "2026-11-24", None);
        check(Country::FRANCE, VatCategory::Reduced, "2026-11-24", Some(550));
        check(Country::FRANCE, VatCategory::Reduced, "2013-12-31", None);
        check(Country::LUXEMBOURG, VatCategory::Standard, "2023-06-30", Some(1600));
        check(Country::LUXEMBOURG, VatCategory::Standard, "2024-01-01", Some(1700));
        check(Country::GERMANY, VatCategory::Reduced, "2020-12-31", Some(500));
    }

    #[test]
    fn every_line_names_its_source() {
        assert!(TABLE.iter().all(|line| line.source.len() > 3));
        let today: Date = "2026-11-24".parse().unwrap();
        let belgian: Vec<i64> =
            rates_on(Country::BELGIUM, today).iter().map(|(_, rate)| rate.0).collect();
        assert_eq!(belgian, [0, 600, 1200, 2100]);
        assert_eq!(category_of(Country::BELGIUM, Rate(1200), today), Some(VatCategory::Intermediate));
        assert_eq!(category_of(Country::BELGIUM, Rate(500), today), None);
    }
}
