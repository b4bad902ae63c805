//! The invented hub that issues the specimens, and how it writes numbers.

use papers::{Party, Words};

pub(crate) fn issuer() -> Party {
    Party {
        name: "Panier des Deux Ourthes".to_owned(),
        lines: lines(&[
            "Société coopérative agréée",
            "Rue du Vivier 12, 6660 Houffalize",
            "+32 61 28 90 17 · bonjour@deuxourthes.example",
            "BE 0762.145.318 · RPM Liège, division Marche",
        ]),
    }
}

pub(crate) fn footer() -> String {
    "Panier des Deux Ourthes SC agréée · Rue du Vivier 12, 6660 Houffalize · TVA BE 0762.145.318 · RPM Liège\n\
     IBAN BE68 5390 0754 7034 · Contrôle bio BE-BIO-01 · AFSCA : autorisation AER/LUX/004512"
        .to_owned()
}

pub(crate) fn words() -> Words {
    Words { page: "Page {n} / {total}".to_owned(), continued: "suite".to_owned() }
}

pub(crate) fn lines(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|&line| line.to_owned()).collect()
}

pub(crate) fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// Cents as a Walloon reader writes them.
pub(crate) fn euros(cents: i64) -> String {
    format!("{}\u{a0}€", amount(cents))
}

/// The same without the sign of the euro, for columns.
pub(crate) fn amount(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{},{:02}", grouped(cents.unsigned_abs() / 100), cents.unsigned_abs() % 100)
}

fn grouped(number: u64) -> String {
    if number < 1000 {
        return number.to_string();
    }
    format!("{}\u{202f}{:03}", grouped(number / 1000), number % 1000)
}

/// Thousandths with their unit: `2400, "kg"` is "2,4 kg".
pub(crate) fn quantity(thousandths: i64, unit: &str) -> String {
    let text = format!("{},{:03}", thousandths / 1000, thousandths % 1000);
    format!("{}\u{a0}{unit}", text.trim_end_matches('0').trim_end_matches(','))
}
