//! What a producer of a trade offers: articles of the list at prices of its own.

use frame::App;
use hub::catalogue::acts::Draft;
use hub::catalogue::{Allergen, Item, StockMode};
use units::{Code, Price, Quantity, ReferenceId};

use super::chance::Chance;
use super::lists::{self, Article};
use super::world::Kinds;

/// Drafts ready to be taken in, under identifiers made already.
pub struct Shelf {
    pub references: Vec<ReferenceId>,
    pub drafts: Vec<(Option<ReferenceId>, Draft, Option<Quantity>)>,
}

/// How many references each producer offers, `total` in all: as evenly as what their trades make allows.
pub fn counts(trades: &[&str], total: usize) -> Vec<usize> {
    let most: Vec<usize> = trades
        .iter()
        .map(|trade| lists::ARTICLES.iter().filter(|article| article.trade == *trade).count() * VARIANTS)
        .collect();
    let mut counts = vec![1; trades.len()];
    let mut left = total.saturating_sub(trades.len());
    while left > 0 {
        let before = left;
        for (count, &most) in counts.iter_mut().zip(&most) {
            if left > 0 && *count < most {
                *count += 1;
                left -= 1;
            }
        }
        if left == before {
            break;
        }
    }
    counts
}

/// An article comes in at most so many variants at one producer, where a hub wants more than the list has.
const VARIANTS: usize = 3;
const VARIANT_NAMES: [&str; VARIANTS] = ["", ", grand format", ", lot de deux"];

/// Fills a shelf with articles of the trade, those in season first.
pub fn fill(
    app: &App,
    chance: &mut Chance,
    kinds: &Kinds,
    trade: &str,
    town: &str,
    count: usize,
    month: i8,
    weekly_lines: i64,
) -> Shelf {
    let of_trade: Vec<&Article> =
        lists::ARTICLES.iter().filter(|article| article.trade == trade).collect();
    let (in_season, out): (Vec<&Article>, Vec<&Article>) =
        of_trade.iter().partition(|article| article.is_in_season(month));
    let mut chosen = chance.some_of(&in_season, count);
    chosen.extend(chance.some_of(&out, count - chosen.len()));
    let mut varied: Vec<(&Article, usize)> = chosen.into_iter().map(|article| (*article, 0)).collect();
    for variant in 1..VARIANTS {
        let missing = count - varied.len();
        varied.extend(of_trade.iter().take(missing).map(|article| (*article, variant)));
    }
    let prefix: String = units::text::fold(trade).chars().take(3).collect::<String>().to_uppercase();
    let mut shelf = Shelf { references: Vec::new(), drafts: Vec::new() };
    for (at, (article, variant)) in varied.iter().enumerate() {
        let code = format!("{prefix}-{:02}", at + 1);
        let item = item(chance, kinds, article, *variant, town);
        let (stock_mode, cycle_stock, counted) = stock(chance, weekly_lines);
        // What goes in its place: the next article of the same family, where there is one.
        let second = varied.iter().enumerate().find(|(other, (like, _))| {
            *other != at && like.family == article.family && like.order_unit == article.order_unit
        });
        let second_choice =
            second.filter(|_| chance.happens(40)).map(|(other, _)| format!("{prefix}-{:02}", other + 1));
        let draft = Draft { code: Some(code), item, stock_mode, cycle_stock, second_choice };
        let id = app.ids.next();
        shelf.references.push(id);
        shelf.drafts.push((Some(id), draft, counted));
    }
    shelf
}

fn item(chance: &mut Chance, kinds: &Kinds, article: &Article, variant: usize, town: &str) -> Item {
    // Within a tenth of the list's price, by steps of five cents; a larger format costs more.
    let scale = [100, 185, 190][variant];
    let price = article.price.0 * chance.between(92, 110) * scale / 10_000;
    let kind = article
        .deposit
        .as_ref()
        .and_then(|code| kinds.of_deposits.iter().find(|(known, _)| known == code));
    Item {
        name: format!("{}{}", article.name, VARIANT_NAMES[variant]),
        description: String::new(),
        family: article.family.clone(),
        order_unit: article.order_unit,
        pay_unit: article.pay_unit,
        measure_per_unit: article.measure_per_unit,
        content: article.content,
        price: Some(Price((price / 500).max(1) * 500)),
        vat: article.vat,
        storage: article.storage,
        origin: town.to_owned(),
        certificates: article.certificates.clone(),
        allergens: article.allergens.iter().filter_map(|code| Allergen::from_code(code)).collect(),
        step: Quantity::ONE,
        picture: None,
        container: kind.map(|(_, id)| (*id, 1)),
    }
}

/// Seven references in ten are made as ordered; the others have a stock that usually suffices.
fn stock(chance: &mut Chance, weekly_lines: i64) -> (StockMode, Quantity, Option<Quantity>) {
    let usual = weekly_lines * 3 / 2;
    match chance.between(0, 9) {
        0..=6 => (StockMode::OnDemand, Quantity::ZERO, None),
        7 | 8 => (StockMode::PerCycle, Quantity::whole(usual * chance.between(1, 4)), None),
        _ => {
            let counted = Quantity::whole(usual * chance.between(8, 30));
            (StockMode::OnHand, Quantity::ZERO, Some(counted))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_producer_offers_something_and_the_sum_is_kept() {
        let trades = ["market_garden", "mushrooms", "eggs"];
        let counts = counts(&trades, 60);
        assert_eq!(counts.iter().sum::<usize>(), 60);
        assert_eq!(counts, [20, 20, 20]);
        // Eight kinds of mushroom in three variants: the others take what is left.
        assert_eq!(super::counts(&trades, 120), [69, 24, 27]);
    }
}
