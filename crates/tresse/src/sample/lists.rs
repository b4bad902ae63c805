//! The lists that sample lives are made of; `data/README.md` says where they come from.

use std::sync::LazyLock;

use economy::vat::VatCategory;
use people::organisations::{LegalForm, Storage};
use units::{Code, Coordinates, Price, Quantity, Unit};

/// A real Belgian municipality.
pub struct Municipality {
    pub name: String,
    pub postcode: String,
    pub province: String,
    pub place: Coordinates,
}

/// An article that some trade makes.
pub struct Article {
    pub trade: String,
    pub name: String,
    pub family: String,
    pub order_unit: Unit,
    pub pay_unit: Unit,
    pub measure_per_unit: Quantity,
    pub content: Option<(Quantity, Unit)>,
    pub price: Price,
    pub vat: VatCategory,
    pub storage: Storage,
    pub certificates: Vec<String>,
    pub allergens: Vec<String>,
    pub deposit: Option<String>,
    /// Months of the season, both included; none all year.
    pub season: Option<(i8, i8)>,
}

impl Article {
    /// Whether it is in season in this month; seasons may run over the new year.
    pub fn is_in_season(&self, month: i8) -> bool {
        match self.season {
            None => true,
            Some((from, to)) if from <= to => (from..=to).contains(&month),
            Some((from, to)) => month >= from || month <= to,
        }
    }
}

/// An invented enterprise: its trade or kind, its name, its legal form.
pub struct Enterprise {
    pub kind: String,
    pub name: String,
    pub legal_form: LegalForm,
}

pub static MUNICIPALITIES: LazyLock<Vec<Municipality>> = LazyLock::new(|| {
    records(include_str!("../../data/municipalities.csv"), |cell| Municipality {
        name: cell(0),
        postcode: cell(1),
        province: cell(2),
        place: Coordinates::parse(&cell(3), &cell(4)).expect("coordinates"),
    })
});

pub static ARTICLES: LazyLock<Vec<Article>> = LazyLock::new(|| {
    records(include_str!("../../data/articles.csv"), |cell| {
        let unit = |at: usize| Unit::from_code(&cell(at)).expect("a unit");
        let several =
            |at: usize| cell(at).split(';').filter(|one| !one.is_empty()).map(str::to_owned).collect();
        Article {
            trade: cell(0),
            name: cell(1),
            family: cell(2),
            order_unit: unit(3),
            pay_unit: unit(4),
            measure_per_unit: Quantity::parse(&cell(5)).expect("a measure"),
            content: Quantity::parse(&cell(6)).ok().map(|quantity| (quantity, unit(7))),
            price: Price::parse(&cell(8)).expect("a price"),
            vat: VatCategory::from_code(&cell(9)).expect("a VAT category"),
            storage: Storage::from_code(&cell(10)).expect("a storage"),
            certificates: several(11),
            allergens: several(12),
            deposit: Some(cell(13)).filter(|deposit| !deposit.is_empty()),
            season: cell(15)
                .split_once('-')
                .map(|(from, to)| (from.parse().expect("a month"), to.parse().expect("a month"))),
        }
    })
});

pub static PRODUCERS: LazyLock<Vec<Enterprise>> =
    LazyLock::new(|| enterprises(include_str!("../../data/producers.csv")));
pub static SHOPS: LazyLock<Vec<Enterprise>> =
    LazyLock::new(|| enterprises(include_str!("../../data/shops.csv")));
pub static PEOPLE: LazyLock<Vec<String>> = LazyLock::new(|| {
    records(include_str!("../../data/people.csv"), |cell| format!("{} {}", cell(0), cell(1)))
});
static NAME_PARTS: LazyLock<Vec<(String, String)>> =
    LazyLock::new(|| records(include_str!("../../data/name-parts.csv"), |cell| (cell(0), cell(1))));

/// The texts of one list of name parts.
pub fn name_parts(list: &str) -> Vec<&'static str> {
    NAME_PARTS.iter().filter(|(of, _)| of == list).map(|(_, text)| text.as_str()).collect()
}

/// The trades that articles are made by, each once, in the order of the list.
pub fn trades() -> Vec<&'static str> {
    let mut trades: Vec<&str> = Vec::new();
    for article in ARTICLES.iter() {
        if trades.last() != Some(&article.trade.as_str()) && !trades.contains(&article.trade.as_str()) {
            trades.push(&article.trade);
        }
    }
    trades
}

fn enterprises(text: &str) -> Vec<Enterprise> {
    records(text, |cell| Enterprise {
        kind: cell(0),
        name: cell(1),
        legal_form: match cell(2).as_str() {
            "natural_person" => LegalForm::NaturalPerson,
            "srl" => LegalForm::Limited,
            "sa" => LegalForm::PublicLimited,
            "asbl" => LegalForm::Association,
            "sc" | "scagr" | "scrl" => LegalForm::Cooperative,
            "snc" | "sagr" => LegalForm::Partnership,
            "public" | "public_body" => LegalForm::PublicBody,
            _ => LegalForm::Other,
        },
    })
}

fn records<T>(text: &str, read: impl Fn(&dyn Fn(usize) -> String) -> T) -> Vec<T> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader
        .records()
        .map(|record| {
            let record = record.expect("the lists are part of the program");
            read(&|at| record.get(at).unwrap_or_default().trim().to_owned())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_article_is_of_a_known_family_and_trade() {
        assert!(ARTICLES.len() > 300 && MUNICIPALITIES.len() > 150);
        for article in ARTICLES.iter() {
            assert!(hub::families::find(&article.family).is_some(), "{}", article.name);
        }
        for producer in PRODUCERS.iter() {
            assert!(trades().contains(&producer.kind.as_str()), "{}", producer.name);
        }
    }
}
