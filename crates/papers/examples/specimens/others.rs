//! The other papers of a week: delivery note, consolidated order, statement, picking list.

use papers::{Align, Column, Day, Paper, Part, Party, Row, Table, TotalLine, Width};

use crate::goods::{Good, PRODUCERS};
use crate::hub;

fn blank(title: &str) -> Paper {
    Paper {
        title: title.to_owned(),
        language: "fr-BE".to_owned(),
        issued: Day { year: 2026, month: 11, day: 20 },
        issuer: hub::issuer(),
        footer: hub::footer(),
        words: hub::words(),
        ..Paper::default()
    }
}

fn party(name: &str, lines: &[&str]) -> Party {
    Party { name: name.to_owned(), lines: hub::lines(lines) }
}

/// What one shop receives, to be checked and signed.
pub(crate) fn delivery_note() -> Paper {
    let mut rows = Vec::new();
    for (producer, goods) in &PRODUCERS[..4] {
        rows.push(Row::Group((*producer).to_owned()));
        for good in *goods {
            let cells = ["□", good.name, good.ordered, &hub::quantity(good.paid, good.unit), ""];
            rows.push(Row::Line(hub::lines(&cells)));
            rows.extend(good.detail.map(|detail| Row::Detail(detail.to_owned())));
        }
    }
    let columns = vec![
        Column::new("", Align::Center, Width::Millimetres(5)),
        Column::new("Article", Align::Left, Width::Share(1)),
        Column::new("Commandé", Align::Left, Width::Fit),
        Column::new("Livré", Align::Right, Width::Fit),
        Column::new("Remarque", Align::Left, Width::Millimetres(32)),
    ];
    Paper {
        recipient: Some(party("L’Épicerie du Lavoir SRL", &["Place de l’Église 3", "6690 Vielsalm"])),
        facts: hub::pairs(&[
            ("Date", "vendredi 20 novembre 2026"),
            ("Tournée", "Salm, arrêt 4, entre 8 h 10 et 8 h 40"),
            ("Colis", "5 bacs dont 2 froids, 5 casiers"),
            ("Température", "frais au départ : 2,4 °C"),
        ]),
        parts: vec![
            Part::Table(Table { columns, rows }),
            Part::Signatures(hub::lines(&[
                "Livré par (nom, heure, signature)",
                "Reçu par (nom, heure, signature)",
                "Température à l’arrivée, bacs rendus",
            ])),
        ],
        ..blank("Bon de livraison 2026-1187")
    }
}

/// What one producer must bring, shop by shop; as many lines as asked for.
pub(crate) fn consolidated_order(lines: usize) -> Paper {
    let goods: Vec<&Good> = PRODUCERS.iter().flat_map(|(_, goods)| goods.iter()).collect();
    let shops = [
        "L’Épicerie du Lavoir, Vielsalm",
        "Le Petit Marché, Gouvy",
        "Coopérative Terroir & Co, Bastogne",
        "Au Vrac d’Ardenne, La Roche-en-Ardenne",
        "Cantine communale de Houffalize",
    ];
    let mut rows = Vec::new();
    for index in 0..lines {
        if index % 26 == 0 {
            rows.push(Row::Group(shops[(index / 26) % shops.len()].to_owned()));
        }
        let good = goods[(index * 7) % goods.len()];
        let cells = [
            good.name,
            good.ordered,
            &hub::quantity(good.paid, good.unit),
            &hub::amount(good.net_cents()),
        ];
        rows.push(Row::Line(hub::lines(&cells)));
        if index % 26 == 25 || index + 1 == lines {
            rows.push(Row::Subtotal(hub::lines(&[
                "Sous-total du magasin",
                "",
                "",
                &hub::amount(123_456),
            ])));
        }
    }
    let columns = vec![
        Column::new("Article", Align::Left, Width::Share(1)),
        Column::new("Commandé", Align::Left, Width::Fit),
        Column::new("Poids estimé ou nombre", Align::Right, Width::Fit),
        Column::new("Valeur estimée", Align::Right, Width::Fit),
    ];
    Paper {
        recipient: Some(party(
            "Ferme du Bois de Chêne",
            &["Famille Wauthier-Lambert", "Chemin des Aulnes 7", "6670 Gouvy"],
        )),
        facts: hub::pairs(&[
            ("Cycle", "Semaine 48, clos le 22 novembre à 20 h"),
            ("À livrer", "jeudi 26 novembre, 6 h à 7 h 30"),
            ("Lieu", "Halle de Houffalize, quai 2"),
        ]),
        notice: Some(
            "Merci de confirmer avant lundi midi ; sans nouvelles, la commande est tenue pour acceptée."
                .to_owned(),
        ),
        parts: vec![
            Part::Heading("Par magasin".to_owned()),
            Part::Table(Table { columns, rows }),
            Part::Totals(vec![TotalLine {
                label: "Valeur estimée".to_owned(),
                amount: hub::euros(1_234_567),
            }]),
        ],
        ..blank("Commande groupée 48-07")
    }
}

/// What a producer is owed for a month.
pub(crate) fn statement() -> Paper {
    let week = |name: &str, sold: i64, fee: i64| {
        Row::Line(hub::lines(&[name, &hub::amount(sold), &hub::amount(-fee), &hub::amount(sold - fee)]))
    };
    let columns = vec![
        Column::new("Semaine", Align::Left, Width::Share(1)),
        Column::new("Ventes HTVA", Align::Right, Width::Fit),
        Column::new("Contribution 12 %", Align::Right, Width::Fit),
        Column::new("Net HTVA", Align::Right, Width::Fit),
    ];
    let rows = vec![
        week("Semaine 44", 128_450, 15_414),
        week("Semaine 45", 98_725, 11_847),
        Row::Detail("Dont une note de crédit de 24,50 € pour quatre pots cassés".to_owned()),
        week("Semaine 46", 141_980, 17_038),
        week("Semaine 47", 117_315, 14_078),
        Row::Subtotal(hub::lines(&["Novembre 2026", "4\u{202f}864,70", "-583,77", "4\u{202f}280,93"])),
    ];
    let total =
        |label: &str, cents: i64| TotalLine { label: label.to_owned(), amount: hub::euros(cents) };
    Paper {
        recipient: Some(party("Rucher du Plateau", &["M. Thibault Mignon", "Rue de la Bruyère 41", "6680 Sainte-Ode"])),
        facts: hub::pairs(&[("Période", "Novembre 2026"), ("Date", "30 novembre 2026"), ("Régime", "Forfait agricole, 6 %")]),
        parts: vec![
            Part::Table(Table { columns, rows }),
            Part::Totals(vec![
                total("Net hors TVA", 428_093),
                total("Compensation forfaitaire 6\u{a0}%", 25_686),
                total("Nous vous versons", 453_779),
            ]),
            Part::Heading("Ce que paie votre contribution".to_owned()),
            Part::Text(
                "Sur chaque euro payé par les magasins, 88 cents vous reviennent, 6 paient le transport commun, \
                 4 le travail de préparation et 2 la réserve que l’assemblée a décidée le 14 mars 2026."
                    .to_owned(),
            ),
        ],
        ..blank("Décompte 2026-11-031")
    }
}

/// What must be put into the crates of one shop: no recipient, a page for the wall.
pub(crate) fn picking_list() -> Paper {
    let mut parts = Vec::new();
    for (zone, range) in [("Chambre froide", 0..2), ("Sec", 2..3)] {
        let mut rows = Vec::new();
        for (producer, goods) in &PRODUCERS[range] {
            rows.push(Row::Group((*producer).to_owned()));
            let line =
                |good: &Good| Row::Line(hub::lines(&["☐", "A3", good.name, good.ordered, "……………"]));
            rows.extend(goods.iter().map(line));
        }
        let columns = vec![
            Column::new("", Align::Center, Width::Millimetres(5)),
            Column::new("Rayon", Align::Left, Width::Fit),
            Column::new("Article", Align::Left, Width::Share(1)),
            Column::new("À prendre", Align::Left, Width::Fit),
            Column::new("Poids pesé", Align::Right, Width::Millimetres(25)),
        ];
        parts.extend([Part::Heading(zone.to_owned()), Part::Table(Table { columns, rows })]);
    }
    Paper {
        facts: hub::pairs(&[
            ("Magasin", "L’Épicerie du Lavoir, Vielsalm"),
            ("Tournée", "Salm, arrêt 4"),
        ]),
        parts,
        ..blank("Liste de préparation")
    }
}
