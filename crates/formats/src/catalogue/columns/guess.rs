//! Which field each header of a table most likely names.

use units::Code as _;
use units::text::fold;

use super::field::{Field, entry};

/// Guesses the field of each header, in the order of the headers; no field is given twice.
///
/// Headers are known in French, Dutch, English and German, exactly or as words of a longer one
/// (`Prix HTVA (€/kg)`). A price with VAT is not taken for a price, and a producer's name not for an
/// article's. A person should confirm the guess.
pub fn guess(headers: &[String]) -> Vec<Option<Field>> {
    let folded: Vec<String> = headers.iter().map(|header| fold(header)).collect();
    let mut fields = vec![None; headers.len()];
    let mut free: Vec<Field> = Field::ALL.to_vec();
    for closeness in [exact, within] {
        for (index, header) in folded.iter().enumerate() {
            if fields[index].is_none()
                && let Some(field) = closeness(header, &free)
            {
                fields[index] = Some(field);
                free.retain(|&other| other != field);
            }
        }
    }
    name_from_description(&mut fields);
    fields
}

fn exact(header: &str, free: &[Field]) -> Option<Field> {
    free.iter().copied().find(|&field| phrases(field).any(|phrase| phrase == header))
}

/// The field of which the longest phrase stands in the header as whole words.
fn within(header: &str, free: &[Field]) -> Option<Field> {
    let words: Vec<&str> = header.split(' ').collect();
    if words.iter().any(|word| OTHER_SUBJECTS.contains(word)) {
        return None;
    }
    // The whole list, or `prix tva` would be a VAT rate once the price has its column.
    let longest = Field::ALL
        .iter()
        .flat_map(|&field| phrases(field).map(move |phrase| (field, phrase)))
        .filter(|(_, phrase)| phrase.len() > 2 && holds_phrase(header, phrase))
        .max_by_key(|(_, phrase)| phrase.len())?;
    (free.contains(&longest.0) && !(longest.0 == Field::Price && includes_vat(header)))
        .then_some(longest.0)
}

fn phrases(field: Field) -> impl Iterator<Item = String> {
    let (own, others) = entry(field);
    own.into_iter().map(fold).chain(others.split('|').map(str::to_owned))
}

fn holds_phrase(header: &str, phrase: &str) -> bool {
    header.match_indices(phrase).any(|(at, found)| {
        let before = header[..at].chars().next_back();
        let after = header[at + found.len()..].chars().next();
        before.is_none_or(|c| c == ' ') && after.is_none_or(|c| c == ' ')
    })
}

/// Words of headers that speak of something else than the article.
const OTHER_SUBJECTS: [&str; 24] = [
    "producteur",
    "producteurs",
    "fournisseur",
    "fournisseurs",
    "leverancier",
    "producent",
    "producer",
    "supplier",
    "lieferant",
    "erzeuger",
    "hersteller",
    "client",
    "klant",
    "customer",
    "kunde",
    "date",
    "datum",
    "adresse",
    "email",
    "tel",
    "commander",
    "total",
    "totaal",
    "ttc",
];

fn includes_vat(header: &str) -> bool {
    let words =
        ["tvac", "ttc", "incl", "inclusief", "including", "inkl", "inclusive", "comprise", "brutto"];
    header.split(' ').any(|word| words.contains(&word))
}

/// A list with only an `Omschrijving` or `Libellé` calls the name so.
fn name_from_description(fields: &mut [Option<Field>]) {
    if fields.contains(&Some(Field::Name)) {
        return;
    }
    if let Some(field) = fields.iter_mut().find(|field| **field == Some(Field::Description)) {
        *field = Some(Field::Name);
    }
}

#[cfg(test)]
mod tests {
    use units::Language;

    use super::super::header;
    use super::*;

    fn check(headers: &str, expected: &[Option<Field>]) {
        let headers: Vec<String> = headers.split(';').map(str::to_owned).collect();
        assert_eq!(guess(&headers), expected, "{headers:?}");
    }

    #[test]
    fn our_own_headers_are_recognised_in_each_language() {
        for &language in Language::ALL {
            let headers: Vec<String> =
                Field::ALL.iter().map(|&field| header(field, language).to_owned()).collect();
            let expected: Vec<Option<Field>> = Field::ALL.iter().copied().map(Some).collect();
            assert_eq!(guess(&headers), expected, "{language:?}");
        }
    }

    #[test]
    fn headers_are_recognised_as_producers_write_them() {
        use Field::*;
        check(
            "Réf.;Produit;Conditionnement;Prix HT (€);TVA %;Stock",
            &[Some(Code), Some(Name), Some(Content), Some(Price), Some(Vat), Some(Stock)],
        );
        check(
            "Artikelnr.;Omschrijving;Eenheid;Prijs excl. BTW (€/kg);BTW-tarief;Beschikbaar",
            &[Some(Code), Some(Name), Some(OrderUnit), Some(Price), Some(Vat), Some(Stock)],
        );
        check(
            "Artikel-Nr.;Bezeichnung;Beschreibung;Einheit;Preis;MwSt.-Satz",
            &[Some(Code), Some(Name), Some(Description), Some(OrderUnit), Some(Price), Some(Vat)],
        );
        check(
            "SKU;Product name;Unit;Price (excl. VAT);VAT rate;Country of origin",
            &[Some(Code), Some(Name), Some(OrderUnit), Some(Price), Some(Vat), Some(OriginPlace)],
        );
    }

    #[test]
    fn what_looks_like_a_field_but_is_not_stays_free() {
        use Field::*;
        check("Nom du producteur;Article;Prix TVAC", &[None, Some(Name), None]);
        check("Date;Total;;Prix HTVA;Prix TVA comprise", &[None, None, None, Some(Price), None]);
        check("Prix;Prix", &[Some(Price), None]);
        check("", &[None]);
    }
}
