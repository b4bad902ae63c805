//! Articles of any kind, for the laws that export and import must keep.

use formats::catalogue::{Article, Origin, Stock, bounds};
use proptest::option;
use proptest::prelude::*;
use units::{Code as _, Price, Quantity, Rate, Unit};

/// Text as trimming leaves it, whatever else it holds.
pub(crate) fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[^\\p{C}\\p{Z}]([^\\p{C}]{0,20}[^\\p{C}\\p{Z}])?",
        "[=+@'-]{1,2}[a-z ;,|\"\n]{0,8}[a-z]",
        "[a-z<>&;#\n]{0,10}(&amp;|<b>|&#233;|<br>)[a-z]".prop_map(|text| text.trim().to_owned()),
    ]
}

fn unit() -> impl Strategy<Value = Unit> {
    prop::sample::select(Unit::ALL)
}

fn quantity() -> impl Strategy<Value = Quantity> {
    prop_oneof![1_i64..=bounds::QUANTITY.0, 1_i64..5000, Just(1000)].prop_map(Quantity)
}

fn words() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(
        prop_oneof![
            "[A-Za-z][A-Za-z ()é-]{0,10}[a-z]",
            Just("Organic-EU".to_owned()),
            Just("Nuts".to_owned())
        ],
        0..4,
    )
}

fn storage() -> impl Strategy<Value = String> {
    prop::sample::select(&["dry", "cold", "frozen"][..]).prop_map(str::to_owned)
}

pub(crate) fn article() -> impl Strategy<Value = Article> {
    let identity = (option::of(text()), text(), option::of(text()), option::of(family()));
    let measures = (
        option::of(unit()),
        option::of(unit()),
        option::of(quantity()),
        option::of((quantity(), unit())),
    );
    let money =
        (option::of(0..=bounds::PRICE.0), option::of("[A-Z]{3}|EUR|GBP"), option::of(0_i64..=10_000));
    let stock = option::of(prop_oneof![
        Just(Stock::OnDemand),
        Just(Stock::Limited(Quantity::ZERO)),
        quantity().prop_map(Stock::Limited)
    ]);
    let labels = (option::of(text()), words(), words(), option::of(storage()));
    let rest = (option::of(quantity()), option::of(text()), option::of(text()), option::of(text()));
    (identity, measures, money, stock, labels, rest).prop_map(
        |(identity, measures, money, stock, labels, rest)| Article {
            origin: Origin::Line(0),
            code: identity.0,
            name: identity.1,
            description: identity.2,
            family: identity.3,
            order_unit: measures.0,
            pay_unit: measures.1,
            measure_per_unit: measures.2,
            content: measures.3,
            price: money.0.map(Price),
            currency: money.1,
            vat: money.2.map(Rate),
            stock,
            step: rest.0,
            origin_place: labels.0,
            certificates: labels.1,
            allergens: labels.2,
            storage: labels.3,
            picture: rest.1,
            deposit: rest.2,
            second_choice: rest.3,
        },
    )
}

fn family() -> impl Strategy<Value = String> {
    prop_oneof![Just("processed-vegetable".to_owned()), text()]
}
