//! Between what a catalogue's file says of an article and what a reference says.

use economy::containers::Container;
use economy::vat;
use formats::catalogue::{Article, Origin, Stock};
use jiff::civil::Date;
use people::organisations::Storage;
use units::text::fold;
use units::{Code, Country, Language, Quantity, Rate, ReferenceId, Unit};

use super::acts::Draft;
use super::model::{Allergen, Certificate, Flaw, Item, Reference, StockMode};
use super::recognise::Index;
use crate::families;
use crate::words::words;

/// The currency that the hub counts in.
pub(super) const CURRENCY: &str = "EUR";

/// What files are read against.
pub(super) struct Against<'a> {
    pub country: Country,
    pub today: Date,
    pub references: &'a [Reference],
    pub containers: &'a [Container],
    /// The family of articles that name none.
    pub usual_family: Option<&'a str>,
    /// Whether prices in another currency are left out rather than refused.
    pub without_foreign_prices: bool,
}

/// Something in an article that cannot be taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    pub origin: Origin,
    pub name: String,
    pub problem: Problem,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Problem {
    UnknownFamily {
        given: String,
    },
    FamilyMissing,
    OtherCurrency {
        currency: String,
    },
    NoSuchRate {
        rate: Rate,
    },
    UnknownAllergen {
        given: String,
    },
    UnknownStorage {
        given: String,
    },
    UnknownContainer {
        given: String,
    },
    UnknownSecondChoice {
        given: String,
    },
    /// The same article stands further up in the file.
    Twice {
        first: Origin,
    },
    Flawed(Flaw),
}

/// An article read: the reference that it is, if it is known, what it says, and what was counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Taken {
    pub known: Option<ReferenceId>,
    pub draft: Draft,
    pub stock: Option<Quantity>,
    pub change: Change,
}

units::codes! {
    /// What taking an article in would do.
    pub enum Change {
        New = "new",
        Changed = "changed",
        Same = "same",
    }
}

/// Reads articles against a catalogue: what would be taken in, and everything that is in the way.
pub(super) fn read(articles: &[Article], against: &Against<'_>) -> (Vec<Taken>, Vec<Fault>) {
    let mut taken = Vec::new();
    let mut faults = Vec::new();
    let index = Index::new(articles, against);
    for (at, article) in articles.iter().enumerate() {
        let mut problems: Vec<Problem> = index.twice(at, articles).into_iter().collect();
        let one = read_one(at, article, against, &index, &mut problems);
        if problems.is_empty() {
            taken.push(one);
        } else {
            faults.extend(problems.into_iter().map(|problem| Fault {
                origin: article.origin.clone(),
                name: article.name.clone(),
                problem,
            }));
        }
    }
    (taken, faults)
}

fn read_one(
    at: usize,
    article: &Article,
    against: &Against<'_>,
    index: &Index<'_>,
    problems: &mut Vec<Problem>,
) -> Taken {
    let known = index.known(at, article);
    let family = read_family(article, known, against, problems);
    let item = read_item(article, known, against, &family, problems);
    let (stock_mode, stock) = match article.stock {
        Some(Stock::OnDemand) => (StockMode::OnDemand, None),
        Some(Stock::Limited(quantity)) => match known.map(|known| known.stock_mode) {
            Some(StockMode::PerCycle) => (StockMode::PerCycle, Some(quantity)),
            _ => (StockMode::OnHand, Some(quantity)),
        },
        None => (known.map_or(StockMode::OnDemand, |known| known.stock_mode), None),
    };
    let per_cycle = stock_mode == StockMode::PerCycle;
    let cycle_stock =
        stock.filter(|_| per_cycle).or(known.map(|known| known.cycle_stock)).unwrap_or_default();
    let second_choice = article.second_choice.clone();
    if let Some(code) = &second_choice
        && !index.has_code(code)
    {
        problems.push(Problem::UnknownSecondChoice { given: code.clone() });
    }
    if problems.is_empty() {
        problems.extend(item.flaws().into_iter().map(Problem::Flawed));
    }
    let before = known.and_then(|known| known.second_choice);
    let kept_second_choice =
        before.and_then(|id| index.references_by_id.get(&id)).map(|other| other.code.clone());
    let second_choice = second_choice.or_else(|| kept_second_choice.clone());
    let change = match known {
        None => Change::New,
        Some(known) => {
            let same = known.item == Item { picture: known.item.picture, ..item.clone() }
                && known.stock_mode == stock_mode
                && known.cycle_stock == cycle_stock
                && second_choice == kept_second_choice
                && stock.is_none();
            if same { Change::Same } else { Change::Changed }
        }
    };
    Taken {
        known: known.map(|known| known.id),
        draft: Draft { code: article.code.clone(), item, stock_mode, cycle_stock, second_choice },
        stock: stock.filter(|_| !per_cycle),
        change,
    }
}

fn read_family(
    article: &Article,
    known: Option<&Reference>,
    against: &Against<'_>,
    problems: &mut Vec<Problem>,
) -> String {
    let found = match &article.family {
        Some(given) => {
            let found = families::recognise(given);
            if found.is_none() {
                problems.push(Problem::UnknownFamily { given: given.clone() });
            }
            found.map(|family| family.code.clone())
        }
        None => known.map(|known| known.item.family.clone()).or(against.usual_family.map(str::to_owned)),
    };
    if found.is_none() && article.family.is_none() {
        problems.push(Problem::FamilyMissing);
    }
    found.unwrap_or_default()
}

fn read_item(
    article: &Article,
    known: Option<&Reference>,
    against: &Against<'_>,
    family: &str,
    problems: &mut Vec<Problem>,
) -> Item {
    let before = known.map(|known| &known.item);
    let usual = families::find(family);
    let order_unit = article.order_unit.or(before.map(|item| item.order_unit)).unwrap_or(Unit::Piece);
    let pay_unit = article.pay_unit.unwrap_or(match (article.order_unit, before) {
        (None, Some(item)) => item.pay_unit,
        _ => order_unit,
    });
    let measure_per_unit = match before {
        Some(item)
            if article.measure_per_unit.is_none()
                && item.order_unit == order_unit
                && item.pay_unit == pay_unit =>
        {
            item.measure_per_unit
        }
        _ => article.pay_units_per_order_unit().unwrap_or(Quantity::ONE),
    };
    let foreign = article.currency.as_deref().filter(|currency| *currency != CURRENCY);
    let price = match (article.price, foreign) {
        (Some(_), Some(currency)) if !against.without_foreign_prices => {
            problems.push(Problem::OtherCurrency { currency: currency.to_owned() });
            None
        }
        (Some(_), Some(_)) => None,
        (price, _) => price.or(before.and_then(|item| item.price)),
    };
    let vat = match article.vat {
        Some(rate) => {
            let category = vat::category_of(against.country, rate, against.today);
            if category.is_none() {
                problems.push(Problem::NoSuchRate { rate });
            }
            category
        }
        None => before.map(|item| item.vat).or(usual.map(families::usual_vat)),
    };
    let storage = match &article.storage {
        Some(given) => {
            let storage = Storage::from_code(given);
            if storage.is_none() {
                problems.push(Problem::UnknownStorage { given: given.clone() });
            }
            storage
        }
        None => before.map(|item| item.storage).or(usual.map(|family| family.storage)),
    };
    let text = |given: &Option<String>, kept: Option<&String>| {
        given.clone().or(kept.cloned()).unwrap_or_default()
    };
    Item {
        name: article.name.clone(),
        description: text(&article.description, before.map(|item| &item.description)),
        family: family.to_owned(),
        order_unit,
        pay_unit,
        measure_per_unit,
        content: article.content.or(before.and_then(|item| item.content)),
        price,
        vat: vat.unwrap_or(vat::VatCategory::Standard),
        storage: storage.unwrap_or(Storage::Dry),
        origin: text(&article.origin_place, before.map(|item| &item.origin)),
        certificates: read_certificates(article, before),
        allergens: read_allergens(article, before, problems),
        step: article.step.or(before.map(|item| item.step)).unwrap_or(Quantity::ONE),
        picture: None,
        container: read_container(article, before, against, problems),
    }
}

fn read_certificates(article: &Article, before: Option<&Item>) -> Vec<String> {
    if article.certificates.is_empty() {
        return before.map(|item| item.certificates.clone()).unwrap_or_default();
    }
    article
        .certificates
        .iter()
        .map(|given| match certificate(given) {
            Some(known) => known.code().to_owned(),
            None => given.clone(),
        })
        .collect()
}

/// A certificate by its code, its name in any language, or what the field calls it.
fn certificate(given: &str) -> Option<Certificate> {
    let folded = fold(given);
    let others = |certificate: Certificate| match certificate {
        Certificate::Organic => "bio|organic|biologique|biologisch|ab|certisys|organic eu|eu organic",
        Certificate::Demeter => "demeter|biodynamic|biodynamie",
        Certificate::NatureProgres => "nature et progres|nature progres",
        Certificate::DifferentiatedQuality => "qualite differenciee|differentiated quality",
        Certificate::FairProducer => "prix juste producteur|prix juste|fair producer",
        Certificate::ProtectedOrigin => "aop|igp|dop|pdo|pgi|bob|bga",
    };
    Certificate::ALL.iter().copied().find(|one| {
        fold(one.code()) == folded
            || others(*one).split('|').any(|name| name == folded)
            || Language::ALL.iter().any(|&l| fold(&words(l).certificate(one.code())) == folded)
    })
}

fn read_allergens(
    article: &Article,
    before: Option<&Item>,
    problems: &mut Vec<Problem>,
) -> Vec<Allergen> {
    if article.allergens.is_empty() {
        return before.map(|item| item.allergens.clone()).unwrap_or_default();
    }
    let mut found = Vec::new();
    for given in &article.allergens {
        match allergen(given) {
            Some(allergen) if !found.contains(&allergen) => found.push(allergen),
            Some(_) => {}
            None => problems.push(Problem::UnknownAllergen { given: given.clone() }),
        }
    }
    found.sort_unstable();
    found
}

/// An allergen by its code, its name in any language, or its DFC concept.
fn allergen(given: &str) -> Option<Allergen> {
    let folded = fold(given);
    let others = |allergen: Allergen| match allergen {
        Allergen::Gluten => "cerealswithgluten|cereals|cereales|ble|wheat|tarwe|weizen",
        Allergen::Eggs => "egg|oeuf|ei|eieren",
        Allergen::Fish => "fishs",
        Allergen::Soy => "soya|soja",
        Allergen::Milk => "lactosemilks|lactose|lait et lactose",
        Allergen::Nuts => "noix|noisettes|amandes",
        Allergen::Celery => "celeriac|celeri",
        Allergen::Sesame => "sesameseeds",
        Allergen::Sulphites => "so2|sulfites",
        Allergen::Lupin => "lupine",
        Allergen::Crustaceans | Allergen::Peanuts | Allergen::Mustard | Allergen::Molluscs => "",
    };
    Allergen::ALL.iter().copied().find(|one| {
        fold(one.code()) == folded
            || others(*one).split('|').any(|name| name == folded)
            || Language::ALL.iter().any(|&l| fold(&words(l).allergen(one.code())) == folded)
    })
}

fn read_container(
    article: &Article,
    before: Option<&Item>,
    against: &Against<'_>,
    problems: &mut Vec<Problem>,
) -> Option<(units::ContainerId, i64)> {
    let Some(given) = &article.deposit else { return before.and_then(|item| item.container) };
    let folded = fold(given);
    let found = against.containers.iter().find(|container| fold(&container.name) == folded);
    if found.is_none() {
        problems.push(Problem::UnknownContainer { given: given.clone() });
    }
    let count = before.and_then(|item| item.container).map_or(1, |(_, count)| count);
    found.map(|container| (container.id, count))
}

/// What a catalogue's file says of a reference.
pub(super) fn article_of(
    reference: &Reference,
    all: &[Reference],
    on_hand: Option<Quantity>,
    containers: &[Container],
    country: Country,
    today: Date,
) -> Article {
    let item = &reference.item;
    let mut article = Article::named(Origin::Iri(reference.id.to_string()), item.name.clone());
    let some = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    article.code = Some(reference.code.clone());
    article.description = some(&item.description);
    article.family = Some(item.family.clone());
    article.order_unit = Some(item.order_unit);
    if item.is_weighed() {
        article.pay_unit = Some(item.pay_unit);
        article.measure_per_unit = Some(item.measure_per_unit);
    }
    article.content = item.content;
    article.price = item.price;
    article.currency = item.price.map(|_| CURRENCY.to_owned());
    article.vat = vat::rate_on(country, item.vat, today).map(|line| line.rate);
    article.stock = Some(match (reference.stock_mode, on_hand) {
        (StockMode::OnDemand, _) => Stock::OnDemand,
        (StockMode::PerCycle, _) => Stock::Limited(reference.cycle_stock),
        (StockMode::OnHand, left) => Stock::Limited(left.unwrap_or_default()),
    });
    article.step = Some(item.step).filter(|step| *step != Quantity::ONE);
    article.origin_place = some(&item.origin);
    article.certificates.clone_from(&item.certificates);
    article.allergens = item.allergens.iter().map(|allergen| allergen.code().to_owned()).collect();
    article.storage = Some(item.storage.code().to_owned());
    article.deposit = item.container.and_then(|(id, _)| {
        containers.iter().find(|container| container.id == id).map(|container| container.name.clone())
    });
    article.second_choice = reference
        .second_choice
        .and_then(|id| all.iter().find(|other| other.id == id))
        .map(|other| other.code.clone());
    article
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::model::tests::cheese;
    use units::{OrganisationId, Price};
    use uuid::Uuid;

    fn reference() -> Reference {
        Reference {
            id: ReferenceId(Uuid::from_u128(1)),
            producer: OrganisationId(Uuid::from_u128(2)),
            code: "R001".to_owned(),
            version: 1,
            item: cheese(),
            stock_mode: StockMode::OnHand,
            cycle_stock: Quantity::ZERO,
            second_choice: None,
            is_withdrawn: false,
        }
    }

    fn against(references: &[Reference]) -> Against<'_> {
        Against {
            country: Country::BELGIUM,
            today: "2026-11-24".parse().unwrap(),
            references,
            containers: &[],
            usual_family: None,
            without_foreign_prices: false,
        }
    }

    fn usual(references: &[Reference]) -> Against<'_> {
        Against { usual_family: Some("carrot"), ..against(references) }
    }

    fn carrots(line: u32) -> Article {
        Article::named(Origin::Line(line), "Carottes")
    }

    #[test]
    fn what_goes_out_comes_back_the_same() {
        let known = [reference()];
        let mut article = article_of(
            &known[0],
            &known,
            Some(Quantity::whole(4)),
            &[],
            Country::BELGIUM,
            against(&known).today,
        );
        let (taken, faults) = read(&[article.clone()], &against(&known));
        assert_eq!(faults, []);
        assert_eq!(taken[0].known, Some(known[0].id));
        assert_eq!(taken[0].draft.item, known[0].item);
        assert_eq!(taken[0].stock, Some(Quantity::whole(4)));
        article.stock = None;
        let (taken, _) = read(&[article], &against(&known));
        assert_eq!(taken[0].change, Change::Same);
    }

    #[test]
    fn another_second_choice_is_a_change() {
        let other =
            Reference { id: ReferenceId(Uuid::from_u128(9)), code: "R002".to_owned(), ..reference() };
        let known = [Reference { second_choice: Some(other.id), ..reference() }, other];
        let mut article =
            article_of(&known[0], &known, None, &[], Country::BELGIUM, against(&known).today);
        article.stock = None;
        let change = |second_choice: Option<&str>| {
            let article = Article { second_choice: second_choice.map(str::to_owned), ..article.clone() };
            let (taken, faults) = read(
                &[article, Article { code: Some("R003".to_owned()), ..carrots(3) }],
                &usual(&known),
            );
            assert_eq!(faults, []);
            taken[0].change
        };
        assert_eq!(change(Some("R002")), Change::Same);
        assert_eq!(change(None), Change::Same);
        assert_eq!(change(Some("R003")), Change::Changed);
    }

    #[test]
    fn an_article_stands_in_a_file_once() {
        let known =
            [Reference { item: Item { name: "Carottes".to_owned(), ..cheese() }, ..reference() }];
        let coded = |code: &str, line| Article { code: Some(code.to_owned()), ..carrots(line) };
        let check = |articles: &[Article], known: &[Reference], expected: &[u32]| {
            let (_, faults) = read(articles, &usual(known));
            let first: Vec<Problem> =
                expected.iter().map(|&line| Problem::Twice { first: Origin::Line(line) }).collect();
            assert_eq!(faults.into_iter().map(|fault| fault.problem).collect::<Vec<_>>(), first);
        };
        check(&[carrots(2), carrots(3), carrots(4)], &[], &[2, 2]);
        check(&[coded("A", 2), coded("B", 3)], &[], &[]);
        check(&[coded("A", 2), coded("A", 3)], &[], &[2]);
        // Without a code it is the reference of that name, which another line names by its code.
        check(&[coded("R001", 2), carrots(3)], &known, &[2]);
        check(&[carrots(2), coded("B", 3)], &[], &[2]);
        check(&[coded("B", 2), carrots(3)], &known, &[2]);
    }

    #[test]
    fn everything_in_the_way_is_named() {
        let mut article = Article::named(Origin::Line(7), "Stilton");
        article.family = Some("moon".to_owned());
        article.price = Some(Price(112_500));
        article.currency = Some("GBP".to_owned());
        article.vat = Some(Rate(500));
        article.allergens = vec!["Lait".to_owned(), "plutonium".to_owned()];
        article.deposit = Some("Caisse verte".to_owned());
        article.second_choice = Some("R999".to_owned());
        let (taken, faults) = read(&[article.clone()], &against(&[]));
        assert!(taken.is_empty());
        let problems: Vec<Problem> = faults.into_iter().map(|fault| fault.problem).collect();
        assert_eq!(
            problems,
            [
                Problem::UnknownFamily { given: "moon".to_owned() },
                Problem::OtherCurrency { currency: "GBP".to_owned() },
                Problem::NoSuchRate { rate: Rate(500) },
                Problem::UnknownAllergen { given: "plutonium".to_owned() },
                Problem::UnknownContainer { given: "Caisse verte".to_owned() },
                Problem::UnknownSecondChoice { given: "R999".to_owned() },
            ]
        );
    }

    #[test]
    fn a_file_without_families_asks_for_one() {
        let (_, faults) = read(&[carrots(2)], &against(&[]));
        assert_eq!(faults[0].problem, Problem::FamilyMissing);
        let (taken, faults) = read(&[carrots(2)], &usual(&[]));
        assert_eq!(faults, []);
        assert_eq!(taken[0].draft.item.storage, Storage::Cold);
        assert_eq!(taken[0].draft.item.vat, vat::VatCategory::Reduced);
    }
}
