//! Our own exports: what a peer finds in them, and that importing gives the same articles.

use formats::catalogue::{Article, Origin, Stock};
use formats::dfc::{self, Remark, WriteOptions, write};
use proptest::prelude::*;
use units::{Price, Quantity, Rate, Unit};

use crate::articles::article;
use crate::dfc_files::found;
use crate::oracle::products_in;

const OPTIONS: WriteOptions<'_> = WriteOptions {
    base: "https://hub.example/api/dfc/Enterprises/12/",
    organisation: "Le Hub",
    currency: "EUR",
};

fn tomme() -> Article {
    Article {
        code: Some("F 1".into()),
        description: Some("Affinée 3 mois".into()),
        family: Some("sheep-mature-cheese".into()),
        order_unit: Some(Unit::Piece),
        pay_unit: Some(Unit::Kilogram),
        measure_per_unit: Some(Quantity(2412)),
        price: Some(Price(189_000)),
        vat: Some(Rate(600)),
        stock: Some(Stock::Limited(Quantity::whole(12))),
        origin_place: Some("Belgium".into()),
        certificates: vec!["Organic-EU".into()],
        allergens: vec!["LactoseMilks".into()],
        storage: Some("cold".into()),
        ..Article::named(Origin::Line(2), "Tomme de brebis")
    }
}

#[test]
fn a_cheese_paid_by_weight_has_the_price_of_a_piece() {
    insta::assert_snapshot!(write(&[tomme()], OPTIONS));
}

#[test]
fn what_a_peer_changed_counts_more_than_our_own_properties() {
    let changed = write(&[tomme()], OPTIONS).replace("45.5868", "44");
    let catalogue = dfc::read(changed.as_bytes()).unwrap();
    let article = &catalogue.products[0].article;
    assert_eq!((article.price, article.pay_unit), (Some(Price(440_000)), Some(Unit::Piece)));
    assert_eq!(catalogue.notes[0].remark, Remark::Disagreement { property: "tresse:payPrice" });
}

#[test]
fn a_quantity_that_a_peer_changed_is_a_content() {
    let changed = write(&[tomme()], OPTIONS).replace("2.412,", "2,").replace("45.5868", "40");
    let article = dfc::read(changed.as_bytes()).unwrap().products.remove(0).article;
    assert_eq!(article.content, Some((Quantity::whole(2), Unit::Kilogram)));
    assert_eq!((article.measure_per_unit, article.price), (None, Some(Price(400_000))));
}

#[test]
fn addresses_are_kept_encoded_and_unique() {
    let mut articles = vec![tomme(), tomme(), Article::named(Origin::Line(4), "Ail"), tomme()];
    let kept = "https://hub.example/api/dfc/Enterprises/12/SuppliedProducts/42";
    articles[3].origin = Origin::Iri(kept.into());
    let text = write(&articles, OPTIONS);
    let iris: Vec<String> =
        dfc::read(text.as_bytes()).unwrap().products.into_iter().map(|product| product.iri).collect();
    let folder = "https://hub.example/api/dfc/Enterprises/12/SuppliedProducts";
    assert_eq!(
        iris,
        [format!("{folder}/F%201"), format!("{folder}/F%201~2"), format!("{folder}/3"), kept.into()]
    );
}

/// What an article is after a journey through DFC: an address for its origin, a currency for its price.
fn travelled(mut article: Article, iri: &str) -> Article {
    article.origin = Origin::Iri(iri.to_owned());
    if article.price.is_some() {
        article.currency.get_or_insert_with(|| "EUR".into());
    }
    article
}

proptest! {
    #[test]
    fn export_then_import_gives_the_same_articles(articles in prop::collection::vec(article(), 1..5)) {
        let text = write(&articles, OPTIONS);
        prop_assert_eq!(&text, &write(&articles, OPTIONS));
        let catalogue = dfc::read(text.as_bytes()).unwrap();
        prop_assert_eq!(catalogue.products.len(), articles.len());
        prop_assert_eq!(catalogue.notes, vec![]);
        for (product, article) in catalogue.products.iter().zip(articles) {
            prop_assert_eq!(&product.article, &travelled(article, &product.iri));
        }
    }

    /// A peer knows nothing of `tresse:`; the oracle neither.
    #[test]
    fn a_peer_finds_what_dfc_can_say(article in article()) {
        let text = write(std::slice::from_ref(&article), OPTIONS);
        let seen = &products_in(text.as_bytes())[0];
        let read = dfc::read(text.as_bytes()).unwrap().products.remove(0);
        let ours = found(&read);
        prop_assert_eq!(&seen.name, &ours.name);
        prop_assert_eq!(&seen.stock, &ours.stock);
        if article.content.is_some() {
            prop_assert_eq!(&seen.quantity, &ours.quantity);
        }
        if article.pay_unit.is_none() || article.pay_unit == article.order_unit {
            prop_assert_eq!(&seen.price, &ours.price);
            prop_assert_eq!(article.price.and(seen.vat.clone()), article.price.and(ours.vat));
        }
    }
}
