//! A producer's list becomes articles, or faults that can be mended.

use formats::catalogue::columns::{Field, LineFault, Problem, guess, read_rows, to_table};
use formats::catalogue::{Article, Origin, Stock};
use formats::table::{Table, read_csv, read_xlsx, write_csv, write_xlsx};
use proptest::prelude::*;
use units::{Code as _, Language, Price, Quantity, Rate, Unit};

use crate::articles::article;

fn import(table: &Table) -> (Vec<Article>, Vec<LineFault>) {
    read_rows(table, &guess(&table.headers))
}

#[test]
fn a_cheesemakers_list_is_understood() {
    let file = "Réf.;Produit;Unité;Unité de prix;Poids moyen;Prix HT;TVA;Stock;Allergènes;Conservation\n\
                F1;Tomme de brebis;pièce;kg;2,4 kg;18,90 €;6 %;12;Lait;frais\n\
                F2;Fromage frais;barquette;;;3.2;6;sur commande;;\n";
    let (articles, faults) = import(&read_csv(file.as_bytes()).unwrap());
    assert_eq!(faults, []);
    let tomme = Article {
        code: Some("F1".into()),
        order_unit: Some(Unit::Piece),
        pay_unit: Some(Unit::Kilogram),
        measure_per_unit: Some(Quantity(2400)),
        price: Some(Price(189_000)),
        vat: Some(Rate(600)),
        stock: Some(Stock::Limited(Quantity::whole(12))),
        allergens: vec!["Lait".into()],
        storage: Some("cold".into()),
        ..Article::named(Origin::Line(2), "Tomme de brebis")
    };
    assert_eq!(articles[0], tomme);
    assert_eq!(articles[1].order_unit, Some(Unit::Punnet));
    assert_eq!(articles[1].stock, Some(Stock::OnDemand));
}

#[test]
fn every_wrong_cell_is_named_at_once() {
    let file = "Code;Nom;Prix;TVA;Unité;Contenance;Stock;Poids moyen;Unité de prix\n\
                A;;-1;106;furlong;beaucoup;-3;;\n\
                A;Ail;1e309;6%;kg;500 g;1;250 g;kg\n\
                B;Oignon;0,99999;0.06;kg;6 x 1 kg;peu;2 l;kg\n\
                ;;;;;;;;\n\
                C;Poireau;1,20;6;kg;;;250 g;kg\n";
    let (articles, faults) = import(&read_csv(file.as_bytes()).unwrap());
    let said: Vec<String> = faults
        .iter()
        .map(|fault| format!("{} {} {:?}: {}", fault.line, fault.column, fault.value, fault.problem))
        .collect();
    insta::assert_snapshot!(said.join("\n"), @r#"
    2 Nom "": the article has no name
    2 Prix "-1": a number below zero
    2 TVA "106": a number larger than a catalogue can mean
    2 Unité "furlong": not a unit that we know
    2 Contenance "beaucoup": not a content such as 500 g or 6 x 75 cl
    2 Stock "-3": a number below zero
    3 Code "A": the same code stands on line 2
    3 Prix "1e309": not a plain decimal number
    4 Prix "0,99999": more than 4 decimals
    4 TVA "0.06": a VAT rate below 0.5: write 6 or 6 % for six percent
    4 Stock "peu": neither a quantity nor words for on demand
    4 Poids moyen "2 l": a measure in a unit other than the one that is paid
    "#);
    assert_eq!(articles.len(), 1);
    assert_eq!(articles[0].measure_per_unit, Some(Quantity(250)));
}

#[test]
fn a_long_value_is_cut_and_a_missing_column_is_named() {
    let file = format!("Prix\n{}\n", "é".repeat(300));
    let (_, faults) = import(&read_csv(file.as_bytes()).unwrap());
    assert_eq!(faults[0].problem, Problem::NameMissing);
    assert_eq!(faults[0].column, "");
    assert_eq!(faults[1].value.chars().count(), 80);
}

#[test]
fn the_first_column_of_a_field_counts() {
    let table = read_csv(b"a;b\nAil;Oignon\n").unwrap();
    let (articles, _) = read_rows(&table, &[Some(Field::Name), Some(Field::Name), Some(Field::Price)]);
    assert_eq!(articles[0].name, "Ail");
}

/// Articles as a table holds them: their line, and no code twice.
fn as_lines(articles: Vec<Article>) -> Vec<Article> {
    let mut codes = std::collections::HashSet::new();
    let mut articles: Vec<Article> = articles
        .into_iter()
        .filter(|article| article.code.clone().is_none_or(|code| codes.insert(code)))
        .collect();
    for (line, article) in (2..).zip(&mut articles) {
        article.origin = Origin::Line(line);
    }
    articles
}

/// Line breaks in a CSV cell count as lines.
fn without_origin(mut articles: Vec<Article>) -> Vec<Article> {
    for article in &mut articles {
        article.origin = Origin::Line(0);
    }
    articles
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn export_then_import_gives_the_same_articles(
        articles in prop::collection::vec(article(), 1..5),
        language in prop::sample::select(Language::ALL),
        decimal_mark in prop::sample::select(&[',', '.'][..]),
    ) {
        let articles = as_lines(articles);
        let (headers, rows) = to_table(&articles, language);
        let workbook = read_xlsx(&write_xlsx("Articles", &headers, rows.clone()).unwrap()).unwrap();
        prop_assert_eq!(import(&workbook), (articles.clone(), vec![]));
        let (read, faults) = import(&read_csv(&write_csv(&headers, rows, decimal_mark)).unwrap());
        prop_assert_eq!(faults, vec![]);
        prop_assert_eq!(without_origin(read), without_origin(articles));
    }
}
