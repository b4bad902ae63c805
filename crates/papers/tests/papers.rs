//! What a member finds on paper: every line, whole groups, totals that do not stand alone.

mod reading;

use papers::{
    Align, Column, Day, Label, LabelSheet, Paper, Part, Party, Row, Table, TotalLine, Width, Words,
    labels, paper,
};

fn cells(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|&cell| cell.to_owned()).collect()
}

fn columns() -> Vec<Column> {
    vec![
        Column::new("Article", Align::Left, Width::Share(1)),
        Column::new("TVA", Align::Right, Width::Fit),
        Column::new("Montant", Align::Right, Width::Fit),
    ]
}

/// An invoice of so many lines at 6, 12 and 21 %, from a producer for each ten lines.
fn invoice(lines: usize) -> Paper {
    let mut rows = Vec::new();
    for index in 0..lines {
        if index % 10 == 0 {
            rows.push(Row::Group(format!("Producteur {}", index / 10)));
        }
        let rate = ["6\u{a0}%", "12\u{a0}%", "21\u{a0}%"][index % 3];
        rows.push(Row::Line(cells(&[&format!("Article-{index}"), rate, "1\u{202f}234,50"])));
        if index % 7 == 0 {
            rows.push(Row::Detail(format!("Lot-{index}")));
        }
    }
    let total =
        |label: &str, amount: &str| TotalLine { label: label.to_owned(), amount: amount.to_owned() };
    Paper {
        title: "Facture 2026-0412".to_owned(),
        language: "fr".to_owned(),
        issued: Day { year: 2026, month: 11, day: 24 },
        issuer: Party { name: "Panier des Ourthes".to_owned(), lines: cells(&["Houffalize"]) },
        recipient: Some(Party { name: "L’Épicerie".to_owned(), lines: cells(&["6690 Vielsalm"]) }),
        facts: vec![("Communication".to_owned(), "+++090/9337/55493+++".to_owned())],
        notice: Some("Les œufs ont manqué.".to_owned()),
        parts: vec![
            Part::Table(Table { columns: columns(), rows }),
            Part::Totals(vec![
                total("TVA 6\u{a0}%", "66,95\u{a0}€"),
                total("TVA 21\u{a0}%", "-73,33\u{a0}€"),
                total("À payer", "1\u{202f}807,65\u{a0}€"),
            ]),
        ],
        footer: "RPM Liège".to_owned(),
        words: Words { page: "Page {n} / {total}".to_owned(), continued: "suite".to_owned() },
    }
}

fn pages_of(data: &Paper) -> Vec<String> {
    reading::pages(&paper(data).expect("a paper"))
}

#[test]
fn an_invoice_of_sixty_lines_is_all_there() {
    let pages = pages_of(&invoice(60));
    assert_eq!(pages.len(), 3);
    let all = pages.concat();
    for index in 0..60 {
        assert_eq!(all.matches(&format!("Article-{index}\n")).count(), 1, "{index}");
    }
    for words in [
        "+++090/9337/55493+++",
        "L’Épicerie",
        "Les œufs ont manqué.",
        "-73,33 €",
        "1 807,65 €",
        "21 %",
        "Lot-42",
    ] {
        assert!(all.contains(words), "{words}");
    }
    for (index, page) in pages.iter().enumerate() {
        assert!(page.contains(&format!("Page {} / 3", index + 1)));
        assert!(page.contains("RPM Liège") && page.contains("Montant\n"), "{page}");
    }
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    assert_eq!(paper(&invoice(60)), paper(&invoice(60)));
    assert_ne!(paper(&invoice(60)), paper(&invoice(61)));
}

#[test]
fn the_pdf_says_that_it_is_archival_and_accessible() {
    let bytes = paper(&invoice(3)).expect("a paper");
    let text = String::from_utf8_lossy(&bytes);
    for words in [
        "<pdfaid:part>3<",
        "<pdfaid:conformance>B<",
        "<pdfuaid:part>1<",
        "/Lang(fr)",
        "/S/TH",
        "/S/H1",
        "2026-11-24",
    ] {
        assert!(text.contains(words), "{words}");
    }
}

/// Groups, lines, details and totals are moved down the page line by line: wherever the page ends,
/// nothing stands alone.
#[test]
fn what_belongs_together_is_never_parted() {
    for above in 20..60 {
        let line = |name: String| Row::Line(cells(&[&name, "6 %", "1,00"]));
        let mut rows: Vec<Row> = (0..above).map(|index| line(format!("Avant-{index}"))).collect();
        rows.push(Row::Group("Groupe".to_owned()));
        rows.push(line("Première".to_owned()));
        rows.push(Row::Detail("Lot-1".to_owned()));
        rows.push(line("Dernière".to_owned()));
        rows.push(Row::Subtotal(cells(&["Sous-total", "", "2,00"])));
        let mut data = invoice(0);
        data.parts[0] = Part::Table(Table { columns: columns(), rows });
        let pages = pages_of(&data);
        let page_of = |words: &str| {
            pages.iter().position(|page| page.contains(words)).expect("the words are there")
        };
        assert_eq!(page_of("Groupe\n"), page_of("Première"), "{above}");
        assert_eq!(page_of("Première"), page_of("Lot-1"), "{above}");
        assert_eq!(page_of("Dernière"), page_of("Sous-total"), "{above}");
        assert_eq!(page_of("Sous-total"), page_of("À payer"), "{above}");
        assert_eq!(page_of("TVA 6 %"), page_of("À payer"), "{above}");
        let goes_on = page_of("Première") != page_of("Dernière");
        assert_eq!(pages.concat().contains("Groupe (suite)"), goes_on, "{above}");
    }
}

#[test]
fn two_thousand_rows_keep_their_order() {
    let rows =
        (0..2000).map(|index| Row::Line(cells(&[&format!("Rang-{index:04}"), "6 %", "1,00"]))).collect();
    let mut data = invoice(0);
    data.parts[0] = Part::Table(Table { columns: columns(), rows });
    let pages = pages_of(&data);
    assert!((40..80).contains(&pages.len()), "{} pages", pages.len());
    let all = pages.concat();
    let found: Vec<&str> = all.lines().filter(|line| line.starts_with("Rang-")).collect();
    assert_eq!(found.len(), 2000);
    assert!(found.is_sorted());
}

#[test]
fn a_cell_of_ten_thousand_letters_runs_over_pages_and_loses_none() {
    let rows = vec![Row::Line(cells(&[&"ab".repeat(5000), "6 %", "1,00"]))];
    let mut data = invoice(0);
    data.parts[0] = Part::Table(Table { columns: columns(), rows });
    let pages = pages_of(&data);
    assert!(pages.len() > 2);
    let letters: String =
        pages.concat().lines().filter(|line| line.chars().all(|c| "ab".contains(c))).collect();
    assert_eq!(letters, "ab".repeat(5000));
}

#[test]
fn an_amount_is_never_cut_in_two() {
    let columns = vec![
        Column::new("Article", Align::Left, Width::Share(1)),
        Column::new("Montant", Align::Right, Width::Millimetres(15)),
    ];
    let rows = vec![Row::Line(cells(&["Miel", "1\u{202f}234\u{202f}567,89\u{a0}€"]))];
    let mut data = invoice(0);
    data.parts[0] = Part::Table(Table { columns, rows });
    assert!(pages_of(&data).concat().contains("1 234 567,89 €\n"));
}

#[test]
fn parts_of_every_kind_are_set() {
    let mut data = invoice(2);
    data.recipient = None;
    data.parts.extend([
        Part::Heading("Paiement".to_owned()),
        Part::Text("Un.\nDeux.".to_owned()),
        Part::Space(10),
        Part::Frame(vec![("Compte".to_owned(), "BE68 5390 0754 7034".to_owned())]),
        Part::NewPage,
        Part::Signatures(cells(&["Livré par", "Reçu par", "Vu par", "Et par"])),
    ]);
    let pages = pages_of(&data);
    assert_eq!(pages.len(), 2);
    assert!(pages[0].contains("Paiement\n") && pages[0].contains("Un.\nDeux.\n"));
    assert!(pages[0].contains("BE68 5390 0754 7034"));
    assert!(pages[1].contains("Et par"));
}

#[test]
fn labels_fill_their_sheets() {
    let label = |index: usize| Label {
        headline: format!("Magasin-{index}"),
        lines: cells(&["Ferme du Bois", "Lot 12 🧀"]),
        corner: Some(format!("{index}/20")),
        mark: Some("FRAIS".to_owned()),
    };
    let all: Vec<Label> = (1..=20).map(label).collect();
    for (sheet, expected) in
        [(LabelSheet::TwoByFour, 3), (LabelSheet::ThreeByEight, 1), (LabelSheet::Roll, 20)]
    {
        let pages = reading::pages(&labels(&all, sheet).expect("labels"));
        assert_eq!(pages.len(), expected, "{sheet:?}");
        let text = pages.concat();
        for index in 1..=20 {
            assert!(
                text.contains(&format!("Magasin-{index}\n")) && text.contains(&format!("{index}/20\n"))
            );
        }
        assert_eq!(text.matches("FRAIS").count(), 20);
        assert_eq!(text.matches("Lot 12 🧀").count(), 20);
    }
    assert_eq!(reading::pages(&labels(&[], LabelSheet::Roll).expect("labels")).len(), 1);
}

#[test]
fn a_label_too_full_is_cut_where_one_sees_it() {
    let label =
        Label { headline: "Mot ".repeat(100), lines: vec!["ligne ".repeat(300)], ..Label::default() };
    for sheet in [LabelSheet::TwoByFour, LabelSheet::ThreeByEight, LabelSheet::Roll] {
        let text =
            reading::pages(&labels(std::slice::from_ref(&label), sheet).expect("labels")).concat();
        assert_eq!(text.matches('…').count(), 2, "{sheet:?} {text}");
    }
}
