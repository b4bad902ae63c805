//! What a cell says, read field by field.

use units::text::fold;
use units::{Price, Quantity, Rate, Unit};

use super::fault::Problem;
use crate::catalogue::{Stock, bounds, unit};

pub(super) fn price(text: &str) -> Result<Price, Problem> {
    let text = without_euro(text);
    within(Price::parse(text)?, Price(0), bounds::PRICE)
}

/// `12,50 €`, `€ 12.50` and `EUR 12.50` are prices in euros; other currencies have their column.
fn without_euro(text: &str) -> &str {
    let signs = ["€", "EUR", "eur", "euros", "euro", "Euro"];
    let text = signs.iter().find_map(|sign| text.strip_prefix(sign)).unwrap_or(text).trim();
    signs.iter().find_map(|sign| text.strip_suffix(sign)).unwrap_or(text).trim()
}

/// A percentage from 0 to 100, with or without its sign.
pub(super) fn rate(text: &str) -> Result<Rate, Problem> {
    let rate = within(Rate::parse(text)?, Rate::ZERO, bounds::RATE)?;
    if rate > Rate::ZERO && rate < Rate(50) && !text.contains('%') {
        return Err(Problem::RateAsFraction);
    }
    Ok(rate)
}

/// A quantity that may be zero.
pub(super) fn quantity(text: &str) -> Result<Quantity, Problem> {
    within(Quantity::parse(text)?, Quantity::ZERO, bounds::QUANTITY)
}

pub(super) fn positive(text: &str) -> Result<Quantity, Problem> {
    match quantity(text)? {
        Quantity::ZERO => Err(Problem::Zero),
        quantity => Ok(quantity),
    }
}

fn within<T: PartialOrd>(value: T, least: T, most: T) -> Result<T, Problem> {
    if value < least {
        Err(Problem::Negative)
    } else if value > most {
        Err(Problem::TooLarge)
    } else {
        Ok(value)
    }
}

pub(super) fn unit(text: &str) -> Result<Unit, Problem> {
    unit::read(text).ok_or(Problem::UnknownUnit)
}

/// `500 g`, `0,75 l`, `± 1 kg`, `6 x 75 cl` (which is 450 cl).
pub(super) fn content(text: &str) -> Result<(Quantity, Unit), Problem> {
    let (amount, rest) = split_number(after_about(text));
    let amount = if amount.is_empty() { Err(Problem::ContentForm) } else { positive(amount) }?;
    let Some(each) = rest.trim_start().strip_prefix(['x', 'X', '×', '*']) else {
        return Ok((amount, content_unit(rest)?));
    };
    let (each, rest) = split_number(each);
    let each = if each.is_empty() { Err(Problem::ContentForm) } else { positive(each) }?;
    let product = i128::from(amount.0) * i128::from(each.0);
    if product % 1000 != 0 {
        return Err(Problem::ContentForm);
    }
    let total = i64::try_from(product / 1000).map(Quantity).map_err(|_| Problem::TooLarge)?;
    Ok((within(total, Quantity::ZERO, bounds::QUANTITY)?, content_unit(rest)?))
}

fn content_unit(text: &str) -> Result<Unit, Problem> {
    if text.trim().is_empty() { Err(Problem::ContentForm) } else { unit(text) }
}

/// A measure with the unit it may name.
pub(super) fn measure(text: &str) -> Result<(Quantity, Option<Unit>), Problem> {
    let (amount, rest) = split_number(after_about(text));
    let amount = positive(if amount.is_empty() { text } else { amount })?;
    Ok((amount, if rest.trim().is_empty() { None } else { Some(unit(rest)?) }))
}

/// What follows `±`, `env.`, `ca.`: the weight of a cheese is never exact.
fn after_about(text: &str) -> &str {
    let signs =
        ["±", "+/-", "~", "environ", "env.", "env", "ca.", "ca", "circa", "about", "approx.", "ong."];
    signs.iter().find_map(|sign| text.strip_prefix(sign)).unwrap_or(text).trim_start()
}

/// The digits, marks and spaces that a text begins with, and the rest.
fn split_number(text: &str) -> (&str, &str) {
    let belongs =
        |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | ',' | '-' | '\'' | '’');
    let end = text.find(|c| !belongs(c)).unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    (number.trim(), rest)
}

pub(super) fn stock(text: &str) -> Result<Stock, Problem> {
    if ON_DEMAND.contains(&fold(text).as_str()) {
        return Ok(Stock::OnDemand);
    }
    match quantity(text) {
        Ok(quantity) => Ok(Stock::Limited(quantity)),
        Err(Problem::Number(_)) if !text.contains(|c: char| c.is_ascii_digit()) => {
            Err(Problem::UnknownStock)
        }
        Err(problem) => Err(problem),
    }
}

const ON_DEMAND: [&str; 21] = [
    "sur commande",
    "a la demande",
    "sur demande",
    "illimite",
    "illimitee",
    "non limite",
    "op bestelling",
    "op aanvraag",
    "onbeperkt",
    "on demand",
    "to order",
    "on order",
    "unlimited",
    "no limit",
    "auf bestellung",
    "auf anfrage",
    "unbegrenzt",
    "unbeschrankt",
    "on request",
    "infini",
    "no stock limit",
];

/// The code of a storage condition.
pub(super) fn storage(text: &str) -> Result<String, Problem> {
    let folded = fold(text);
    let code = STORAGE.iter().find(|(_, words)| words.split('|').any(|word| word == folded));
    code.map(|(code, _)| (*code).to_owned()).ok_or(Problem::UnknownStorage)
}

const STORAGE: [(&str, &str); 3] = [
    (
        "dry",
        "dry|sec|ambiant|ambiante|temperature ambiante|droog|ambient|omgevingstemperatuur|trocken|\
             raumtemperatur|endroit sec|secs",
    ),
    (
        "cold",
        "cold|frais|froid|refrigere|frigo|au frais|au frigo|gekoeld|koel|koelkast|fris|chilled|cool|fresh|\
              refrigerated|fridge|gekuhlt|kuhl|kuhlschrank|frisch|positif",
    ),
    (
        "frozen",
        "frozen|surgele|congele|surgeles|diepvries|diepgevroren|bevroren|ingevroren|freezer|tiefgekuhlt|\
                gefroren|tk|tiefkuhl|negatif",
    ),
];

pub(super) fn currency(text: &str) -> Result<String, Problem> {
    match text {
        "€" => Ok("EUR".to_owned()),
        "£" => Ok("GBP".to_owned()),
        code if code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_alphabetic()) => {
            Ok(code.to_ascii_uppercase())
        }
        name if fold(name).starts_with("euro") => Ok("EUR".to_owned()),
        _ => Err(Problem::UnknownCurrency),
    }
}

#[cfg(test)]
mod tests {
    use units::decimal::DecimalError;

    use super::*;

    #[test]
    fn contents_are_read_as_labels_write_them() {
        let total = |thousandths, unit| Ok((Quantity(thousandths), unit));
        let cells = [
            ("500 g", total(500_000, Unit::Gram)),
            ("500gr", total(500_000, Unit::Gram)),
            ("0,75 l", total(750, Unit::Litre)),
            ("1 000 ml", total(1_000_000, Unit::Millilitre)),
            ("6 x 75 cl", total(450_000, Unit::Centilitre)),
            ("12×33cl", total(396_000, Unit::Centilitre)),
            ("± 2,4 kg", total(2400, Unit::Kilogram)),
            ("12 pièces", total(12_000, Unit::Piece)),
            ("0 g", Err(Problem::Zero)),
            ("500", Err(Problem::ContentForm)),
            ("g", Err(Problem::ContentForm)),
            ("6 x", Err(Problem::ContentForm)),
            ("0,001 x 0,001 kg", Err(Problem::ContentForm)),
            ("3 furlongs", Err(Problem::UnknownUnit)),
            ("-3 g", Err(Problem::Negative)),
            ("900000000 x 900000000 kg", Err(Problem::TooLarge)),
        ];
        for (cell, expected) in cells {
            assert_eq!(content(cell), expected, "{cell}");
        }
    }

    #[test]
    fn rates_have_a_percent_sign_or_not() {
        for cell in ["6", "6%", "6 %", "6,00 %"] {
            assert_eq!(rate(cell), Ok(Rate(600)), "{cell}");
        }
        assert_eq!(rate("5,5"), Ok(Rate(550)));
        assert_eq!(rate("0"), Ok(Rate::ZERO));
        assert_eq!(rate("0.06"), Err(Problem::RateAsFraction));
        assert_eq!(rate("101"), Err(Problem::TooLarge));
        assert_eq!(rate("-6"), Err(Problem::Negative));
    }

    #[test]
    fn hostile_numbers_are_named() {
        let too_many = DecimalError::TooManyDecimals { most: 4 };
        let cells = [
            ("-1", Problem::Negative),
            ("1e309", Problem::Number(DecimalError::NotANumber)),
            ("0.12345678901234567890", Problem::Number(too_many)),
            ("99999999999999999999999", Problem::TooLarge),
            ("2000000", Problem::TooLarge),
            ("NaN", Problem::Number(DecimalError::NotANumber)),
        ];
        for (cell, problem) in cells {
            assert_eq!(price(cell), Err(problem), "{cell}");
        }
        for cell in ["12,50 €", "€ 12.5", "EUR 12.50", "12.5000"] {
            assert_eq!(price(cell), Ok(Price(125_000)), "{cell}");
        }
    }

    #[test]
    fn stock_is_a_number_or_on_demand() {
        for cell in ["Sur commande", "op bestelling", "ON DEMAND", "auf Bestellung", "illimité"] {
            assert_eq!(stock(cell), Ok(Stock::OnDemand), "{cell}");
        }
        assert_eq!(stock("0"), Ok(Stock::Limited(Quantity::ZERO)));
        assert_eq!(stock("beaucoup"), Err(Problem::UnknownStock));
        assert_eq!(stock("-1"), Err(Problem::Negative));
    }
}
