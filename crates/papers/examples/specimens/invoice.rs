//! An invoice to a village shop: five producers, three rates of VAT, deposits.

use papers::{Align, Column, Day, Paper, Part, Party, Row, Table, TotalLine, Width};

use crate::goods::{Good, PRODUCERS};
use crate::hub;

/// What stands on the deposits: name, number, cents each.
const DEPOSITS: [(&str, i64, i64); 4] = [
    ("Casier de bière 24 × 33 cl, livré", 5, 450),
    ("Pot de yaourt consigné, livré", 24, 20),
    ("Bac gerbable EPS 180, livré", 9, 387),
    ("Bac gerbable EPS 180, repris le 17 novembre", -7, 387),
];

pub(crate) fn invoice() -> Paper {
    Paper {
        title: "Facture 2026-0412".to_owned(),
        language: "fr".to_owned(),
        issued: Day { year: 2026, month: 11, day: 24 },
        issuer: hub::issuer(),
        recipient: Some(Party {
            name: "L’Épicerie du Lavoir SRL".to_owned(),
            lines: hub::lines(&["À l’attention de Mme Noémie Léonard", "Place de l’Église 3", "6690 Vielsalm"]),
        }),
        facts: hub::pairs(&[
            ("Date", "24 novembre 2026"),
            ("Échéance", "24 décembre 2026"),
            ("Commande", "Semaine 47, n° 1187"),
            ("Livraison", "20 novembre 2026, tournée Salm"),
            ("Votre TVA", "BE 0698.331.270"),
            ("Communication", "+++090/9337/55493+++"),
        ]),
        notice: Some(
            "Les poireaux ont manqué cette semaine : 1,5 kg n’a pu vous être livré et n’est pas facturé.".to_owned(),
        ),
        parts: vec![
            Part::Table(Table { columns: columns(), rows: rows() }),
            Part::Totals(totals()),
            Part::Frame(hub::pairs(&[
                ("À payer avant le", "24 décembre 2026"),
                ("Compte", "BE68 5390 0754 7034 · NOBNBEBB"),
                ("Communication", "+++090/9337/55493+++"),
            ])),
            Part::Text(
                "Les denrées voyagent à la température convenue et sont vérifiées ensemble à la livraison. \
                 Toute remarque est à nous dire dans les 24 heures pour le frais, dans les huit jours pour le sec. \
                 Les emballages consignés sont repris au prix facturé, propres et en état."
                    .to_owned(),
            ),
        ],
        footer: hub::footer(),
        words: hub::words(),
    }
}

fn columns() -> Vec<Column> {
    vec![
        Column::new("Article", Align::Left, Width::Share(1)),
        Column::new("Commandé", Align::Left, Width::Fit),
        Column::new("Facturé", Align::Right, Width::Fit),
        Column::new("Prix HTVA", Align::Right, Width::Fit),
        Column::new("TVA", Align::Right, Width::Fit),
        Column::new("Montant HTVA", Align::Right, Width::Fit),
    ]
}

fn rows() -> Vec<Row> {
    let mut rows = Vec::new();
    for (producer, goods) in PRODUCERS {
        rows.push(Row::Group(producer.to_owned()));
        for good in goods {
            rows.push(line(good));
            rows.extend(good.detail.map(|detail| Row::Detail(detail.to_owned())));
        }
    }
    rows.push(Row::Group("Emballages consignés, hors TVA".to_owned()));
    for (name, number, each) in DEPOSITS {
        let cells =
            [name, "", &number.to_string(), &hub::amount(each), "–", &hub::amount(number * each)];
        rows.push(Row::Line(hub::lines(&cells)));
    }
    rows
}

fn line(good: &Good) -> Row {
    Row::Line(vec![
        good.name.to_owned(),
        good.ordered.to_owned(),
        hub::quantity(good.paid, good.unit),
        hub::amount(good.price_cents),
        format!("{}\u{a0}%", good.vat_percent),
        hub::amount(good.net_cents()),
    ])
}

fn totals() -> Vec<TotalLine> {
    let mut lines = Vec::new();
    let mut due: i64 = DEPOSITS.iter().map(|(_, number, each)| number * each).sum();
    let mut total = |label: String, cents: i64| {
        lines.push(TotalLine { label, amount: hub::euros(cents) });
    };
    let goods = || PRODUCERS.iter().flat_map(|(_, goods)| goods.iter());
    total("Total hors TVA".to_owned(), goods().map(Good::net_cents).sum());
    for percent in [6, 12, 21] {
        let net: i64 = goods().filter(|good| good.vat_percent == percent).map(Good::net_cents).sum();
        let vat = (net * percent + 50) / 100;
        due += net + vat;
        total(format!("TVA {percent}\u{a0}% sur {}", hub::euros(net)), vat);
    }
    total(
        "Emballages consignés".to_owned(),
        DEPOSITS.iter().map(|(_, number, each)| number * each).sum(),
    );
    total("À payer".to_owned(), due);
    lines
}
