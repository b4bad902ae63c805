//! The concepts of the DFC thesauri that we write, and the currencies they know.
//!
//! Source: taxonomies 1.3.0, `measures.rdf` and `facets.rdf`.

/// Currencies by ISO 4217 code.
const CURRENCIES: [(&str, &str); 5] = [
    ("EUR", "Euro"),
    ("GBP", "PoundSterling"),
    ("USD", "USDollar"),
    ("AUD", "AustralianDollar"),
    ("CAD", "CanadianDollar"),
];

/// The concept of a currency, for those that have one.
pub(super) fn currency_concept(code: &str) -> Option<&'static str> {
    CURRENCIES.iter().find(|(known, _)| *known == code).map(|&(_, concept)| concept)
}

/// The ISO code of a concept's fragment, or of what peers write instead: `GBP`, `€`.
pub(super) fn currency_code(fragment: &str) -> Option<String> {
    if let Some((code, _)) =
        CURRENCIES.iter().find(|(_, concept)| concept.eq_ignore_ascii_case(fragment))
    {
        return Some((*code).to_owned());
    }
    match fragment {
        "€" => Some("EUR".to_owned()),
        "£" => Some("GBP".to_owned()),
        code if code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_alphabetic()) => {
            Some(code.to_ascii_uppercase())
        }
        _ => None,
    }
}

/// Certifications of the facets thesaurus.
#[rustfmt::skip]
pub(super) const CERTIFICATIONS: [&str; 26] = [
    "AOC_FR", "AOP_EU", "BiodynamicLabel", "BleuBlancCoeur_FR", "Demeter", "EthicalLabel", "FSC",
    "FairTradeMaxHaavelar", "HEV", "IGP_EU", "LocalLabel", "MSC", "MarketingLabel", "Milk-fed", "NatureEtProgres",
    "Organic-AB", "Organic-BioCoherence", "Organic-EU", "OrganicLabel", "PGS", "PaysansDeNature_FR",
    "ProductOfTheYear", "RainforestAlliance", "RedLabel_FR", "TasteOfTheYear", "UnknownLabel",
];

/// Allergen dimensions of the measures thesaurus, the fourteen of Regulation (EU) 1169/2011.
#[rustfmt::skip]
pub(super) const ALLERGENS: [&str; 14] = [
    "Celeriac", "CerealsWithGluten", "Crustaceans", "Eggs", "Fishs", "LactoseMilks", "Lupine", "Molluscs", "Mustard",
    "Nuts", "Peanuts", "SesameSeeds", "Soy", "Sulphites",
];

/// Geographical origins of the facets thesaurus that lie on our side of the Channel, and countries.
#[rustfmt::skip]
pub(super) const ORIGINS: [&str; 31] = [
    "Africa", "Asia", "Australia", "AuvergneRhoneAlpes", "Belgium", "BourgogneFrancheComte", "Brittany",
    "CentreValLoire", "Corsica", "Europe", "France", "Germany", "GrandEst", "HautsDeFrance", "IleDeFrance", "Ireland",
    "Italy", "MultiGeoOrigin", "Netherlands", "NewZealand", "Normandy", "NorthAmerica", "NouvelleAquitaine",
    "Occitania", "Oceania", "PaysDeLoire", "Portugal", "SouthAmerica", "Spain", "Switzerland", "UnitedKingdom",
];

/// Whether a text can be the fragment of a concept.
pub(super) fn is_fragment(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn currencies_are_read_from_concepts_and_codes() {
        for (fragment, code) in [
            ("Euro", "EUR"),
            ("uSDollar", "USD"),
            ("PoundSterling", "GBP"),
            ("GBP", "GBP"),
            ("chf", "CHF"),
        ] {
            assert_eq!(currency_code(fragment).as_deref(), Some(code));
        }
        assert_eq!(currency_code("Shell"), None);
        assert_eq!(currency_concept("CHF"), None);
    }
}
