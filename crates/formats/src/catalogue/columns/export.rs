//! Articles as the rows of a table, in the words of a language, so that importing them gives the
//! same articles.

use units::{Code as _, Language, Quantity, Rate, Unit, decimal};

use super::{Field, header, list};
use crate::catalogue::{Article, Stock, unit};
use crate::table::Cell;

/// The headers and rows of a catalogue in a language, one column for every field.
///
/// Prices, rates and quantities alone in their cell are numbers, the rest is text.
pub fn to_table(articles: &[Article], language: Language) -> (Vec<String>, Vec<Vec<Cell>>) {
    let headers = Field::ALL.iter().map(|&field| header(field, language).to_owned()).collect();
    let row = |article| Field::ALL.iter().map(|&field| cell(article, field, language)).collect();
    (headers, articles.iter().map(row).collect())
}

fn cell(article: &Article, field: Field, language: Language) -> Cell {
    match field {
        Field::Code => text(article.code.as_deref()),
        Field::Name => text(Some(&article.name)),
        Field::Description => text(article.description.as_deref()),
        Field::Family => text(article.family.as_deref()),
        Field::OrderUnit => unit_name(article.order_unit, language),
        Field::PayUnit => unit_name(article.pay_unit, language),
        Field::MeasurePerUnit => number(article.measure_per_unit.map(Quantity::plain)),
        Field::Content => content(article.content, language),
        Field::Price => number(article.price.map(|price| decimal::format(price.0, 4, 0, '.'))),
        Field::Currency => text(article.currency.as_deref()),
        Field::Vat => vat(article.vat),
        Field::Stock => stock(article.stock, language),
        Field::Step => number(article.step.map(Quantity::plain)),
        Field::OriginPlace => text(article.origin_place.as_deref()),
        Field::Certificates => text(Some(&list::join(&article.certificates))),
        Field::Allergens => text(Some(&list::join(&article.allergens))),
        Field::Storage => storage(article.storage.as_deref(), language),
        Field::Picture => text(article.picture.as_deref()),
        Field::Deposit => text(article.deposit.as_deref()),
        Field::SecondChoice => text(article.second_choice.as_deref()),
    }
}

fn text(text: Option<&str>) -> Cell {
    match text {
        Some(text) if !text.is_empty() => Cell::Text(text.to_owned()),
        _ => Cell::Empty,
    }
}

fn number(plain: Option<String>) -> Cell {
    plain.map_or(Cell::Empty, Cell::Number)
}

fn unit_name(unit: Option<Unit>, language: Language) -> Cell {
    text(unit.map(|unit| unit::name(unit, language)))
}

fn content(content: Option<(Quantity, Unit)>, language: Language) -> Cell {
    content.map_or(Cell::Empty, |(quantity, unit)| {
        let mark = if language == Language::En { '.' } else { ',' };
        let amount = decimal::format(quantity.0, 3, 0, mark);
        Cell::Text(format!("{amount} {}", unit::name(unit, language)))
    })
}

/// Half a percent or less needs its sign to be believed.
fn vat(vat: Option<Rate>) -> Cell {
    match vat {
        Some(rate) if rate > Rate::ZERO && rate < Rate(50) => Cell::Text(format!("{} %", rate.plain())),
        rate => number(rate.map(Rate::plain)),
    }
}

fn stock(stock: Option<Stock>, language: Language) -> Cell {
    match stock {
        None => Cell::Empty,
        Some(Stock::Limited(quantity)) => Cell::Number(quantity.plain()),
        Some(Stock::OnDemand) => text(Some(match language {
            Language::Fr => "sur commande",
            Language::Nl => "op bestelling",
            Language::En => "on demand",
            Language::De => "auf Bestellung",
        })),
    }
}

fn storage(code: Option<&str>, language: Language) -> Cell {
    let words = match code {
        Some("dry") => ["sec", "droog", "dry", "trocken"],
        Some("cold") => ["frais", "gekoeld", "cold", "gekühlt"],
        Some("frozen") => ["surgelé", "diepvries", "frozen", "tiefgekühlt"],
        other => return text(other),
    };
    let index = Language::ALL.iter().position(|&known| known == language).unwrap_or_default();
    text(Some(words[index]))
}
