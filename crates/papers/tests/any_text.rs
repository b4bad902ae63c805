//! Whatever people type or files bring: there is a PDF, krilla accepts it, and it is stable.

mod reading;

use papers::{
    Align, Column, Day, Label, LabelSheet, Paper, Part, Party, Row, Table, TotalLine, Width, Words,
    labels, paper,
};
use proptest::collection::vec;
use proptest::prelude::*;

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "(?s).{0,30}",
        2 => "[A-Za-zé€ ,0-9-]{0,60}",
        1 => Just(String::new()),
        1 => Just("\u{0}\u{7}\u{1b}[0m\u{7f}\u{85}".to_owned()),
        1 => Just("שלום عليكم \u{202e}renversé\u{202c}".to_owned()),
        1 => Just("🧀👨\u{200d}👩\u{200d}👧🇧🇪 e\u{301}\u{301}\u{301} \u{301}".to_owned()),
        1 => Just("\u{feff}\u{fffe}\u{ffff}\u{e000}\u{10fffd}\u{fffd}".to_owned()),
        1 => Just("\u{a0}\u{202f}\u{2007}\u{3000}\u{2028}".to_owned()),
        1 => Just("\n".repeat(90)),
        1 => Just("x".repeat(700)),
        1 => Just("日本の食べ物 ".repeat(20)),
        1 => Just("&<>\"']]>(\\)".to_owned()),
    ]
}

fn width() -> impl Strategy<Value = Width> {
    prop_oneof![
        Just(Width::Fit),
        any::<u16>().prop_map(Width::Millimetres),
        (0_u16..4).prop_map(Width::Share)
    ]
}

fn column() -> impl Strategy<Value = Column> {
    let align = prop_oneof![Just(Align::Left), Just(Align::Right), Just(Align::Center)];
    (text(), align, width()).prop_map(|(header, align, width)| Column { header, align, width })
}

fn row() -> impl Strategy<Value = Row> {
    prop_oneof![
        text().prop_map(Row::Group),
        vec(text(), 0..6).prop_map(Row::Line),
        text().prop_map(Row::Detail),
        vec(text(), 0..6).prop_map(Row::Subtotal),
    ]
}

fn table() -> impl Strategy<Value = Table> {
    (vec(column(), 0..7), vec(row(), 0..12)).prop_map(|(columns, rows)| Table { columns, rows })
}

fn pairs() -> impl Strategy<Value = Vec<(String, String)>> {
    vec((text(), text()), 0..4)
}

fn part() -> impl Strategy<Value = Part> {
    let total = (text(), text()).prop_map(|(label, amount)| TotalLine { label, amount });
    prop_oneof![
        1 => text().prop_map(Part::Heading),
        1 => text().prop_map(Part::Text),
        4 => table().prop_map(Part::Table),
        1 => vec(total, 0..5).prop_map(Part::Totals),
        1 => pairs().prop_map(Part::Frame),
        1 => vec(text(), 0..5).prop_map(Part::Signatures),
        1 => any::<u16>().prop_map(Part::Space),
        1 => Just(Part::NewPage),
    ]
}

fn party() -> impl Strategy<Value = Party> {
    (text(), vec(text(), 0..6)).prop_map(|(name, lines)| Party { name, lines })
}

fn any_paper() -> impl Strategy<Value = Paper> {
    let head = (text(), text(), any::<(i16, i8, i8)>(), party(), prop::option::of(party()));
    let rest = (pairs(), prop::option::of(text()), vec(part(), 0..5), text(), text(), text());
    (head, rest).prop_map(|(head, rest)| {
        let (title, language, (year, month, day), issuer, recipient) = head;
        let (facts, notice, parts, footer, page, continued) = rest;
        let (issued, words) = (Day { year, month, day }, Words { page, continued });
        Paper { title, language, issued, issuer, recipient, facts, notice, parts, footer, words }
    })
}

fn any_label() -> impl Strategy<Value = Label> {
    (text(), vec(text(), 0..5), prop::option::of(text()), prop::option::of(text()))
        .prop_map(|(headline, lines, corner, mark)| Label { headline, lines, corner, mark })
}

fn any_sheet() -> impl Strategy<Value = LabelSheet> {
    prop_oneof![Just(LabelSheet::TwoByFour), Just(LabelSheet::ThreeByEight), Just(LabelSheet::Roll)]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn any_paper_is_a_pdf(data in any_paper()) {
        let bytes = paper(&data).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert!(bytes.starts_with(b"%PDF-1.7") && bytes.ends_with(b"%%EOF"));
        prop_assert!(!reading::pages(&bytes).is_empty());
        prop_assert_eq!(Ok(bytes), paper(&data));
    }

    #[test]
    fn any_labels_are_a_pdf(data in vec(any_label(), 0..10), sheet in any_sheet()) {
        let bytes = labels(&data, sheet).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert!(bytes.starts_with(b"%PDF-1.7") && bytes.ends_with(b"%%EOF"));
        prop_assert_eq!(Ok(bytes), labels(&data, sheet));
    }
}

#[test]
fn nothing_at_all_is_a_page() {
    let bytes = paper(&Paper::default()).expect("a paper");
    assert_eq!(reading::pages(&bytes).len(), 1);
}

#[test]
fn long_texts_everywhere_are_cut_but_set() {
    let long = "a".repeat(10_000);
    let lines = vec![long.clone(), "mot ".repeat(2500)];
    let data = Paper {
        title: long.clone(),
        language: long.clone(),
        issuer: Party { name: long.clone(), lines: lines.clone() },
        recipient: Some(Party { name: long.clone(), lines: lines.clone() }),
        facts: vec![(long.clone(), long.clone())],
        notice: Some(long.clone()),
        parts: vec![
            Part::Heading(long.clone()),
            Part::Totals(vec![TotalLine { label: long.clone(), amount: long.clone() }; 2]),
            Part::Frame(vec![(long.clone(), long.clone())]),
            Part::Signatures(lines),
        ],
        footer: long.clone(),
        words: Words { page: long.clone(), continued: long.clone() },
        ..Paper::default()
    };
    assert!(paper(&data).is_ok());
    let label = Label {
        headline: long.clone(),
        lines: vec![long.clone()],
        corner: Some(long.clone()),
        mark: Some(long),
    };
    assert!(labels(&[label], LabelSheet::ThreeByEight).is_ok());
}
