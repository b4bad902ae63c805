//! The names of units in four languages, as people write them in a cell.
//!
//! French and English names are those of the DFC thesaurus where it has one; the others are what
//! wholesalers' lists of Belgium, France, the Netherlands and Germany use.

use std::collections::HashMap;
use std::sync::LazyLock;

use units::text::fold;
use units::{Code, Language, Unit};

/// The unit that a text names: its code, its DFC name, a name or an abbreviation.
///
/// `kg`, `Kilo`, `par pièce`, `per stuk`, `/kg` and `1 botte` are understood, whatever the case.
pub fn read(text: &str) -> Option<Unit> {
    let folded = fold(text);
    let mut words = folded.as_str();
    loop {
        if let Some(unit) = named(words) {
            return Some(unit);
        }
        // `par pièce`, `le kg`, `1 botte`: what stands before the unit says nothing more.
        let (first, rest) = words.split_once(' ')?;
        if !LEADING_WORDS.contains(&first) {
            return None;
        }
        words = rest;
    }
}

/// The name of a unit in a language, such as `pièce`; [`read`] leads back to the unit.
pub fn name(unit: Unit, language: Language) -> &'static str {
    let index = match language {
        Language::Fr => 0,
        Language::Nl => 1,
        Language::En => 2,
        Language::De => 3,
    };
    NAMES.iter().find(|names| names.0 == unit).map_or(unit.code(), |names| names.1[index])
}

const LEADING_WORDS: [&str; 15] =
    ["1", "par", "per", "pro", "le", "la", "l", "les", "au", "a", "de", "het", "the", "je", "een"];

fn named(folded: &str) -> Option<Unit> {
    // `pièce(s)` folds to two words, plurals in -s to one.
    let singular = folded.strip_suffix(" s").unwrap_or(folded);
    BY_NAME.get(singular).or_else(|| BY_NAME.get(singular.strip_suffix('s')?)).copied()
}

/// Units by every folded name, code and DFC name.
static BY_NAME: LazyLock<HashMap<String, Unit>> = LazyLock::new(|| {
    let mut by_name = HashMap::new();
    for &(unit, names, others) in NAMES {
        let own = [unit.code(), unit.dfc()].into_iter().chain(names).map(fold);
        let others = others.split('|').filter(|name| !name.is_empty()).map(str::to_owned);
        by_name.extend(own.chain(others).map(|name| (name, unit)));
    }
    by_name
});

/// Names in French, Dutch, English and German, then others in their folded form.
type Names = (Unit, [&'static str; 4], &'static str);

#[rustfmt::skip]
const NAMES: &[Names] = &[
    (Unit::Piece, ["pièce", "stuk", "piece", "Stück"],
        "pc|pce|pcs|p|u|un|unite|unit|unity|st|stk|stuks|stuck|stueck|ea|each|item|eenheid|einheit|colli"),
    (Unit::Kilogram, ["kg", "kg", "kg", "kg"],
        "kilo|kgs|kilogramme|kilogram|kilogramm|kilogrammes"),
    (Unit::Gram, ["g", "g", "g", "g"], "gr|gramme|gram|gramm|grammes|grs"),
    (Unit::Tonne, ["tonne", "ton", "tonne", "Tonne"], "t|tonnes"),
    (Unit::Milligram, ["mg", "mg", "mg", "mg"], "milligramme|milligram|milligramm"),
    (Unit::Ounce, ["once", "ons", "ounce", "Unze"], "oz"),
    (Unit::Pound, ["livre", "pond", "pound", "Pfund"], "lb|lbs"),
    (Unit::Litre, ["l", "l", "l", "l"], "litre|liter|lt|ltr|litres"),
    (Unit::Decilitre, ["dl", "dl", "dl", "dl"], "decilitre|deciliter"),
    (Unit::Centilitre, ["cl", "cl", "cl", "cl"], "centilitre|centiliter"),
    (Unit::Millilitre, ["ml", "ml", "ml", "ml"], "millilitre|milliliter"),
    (Unit::Gallon, ["gallon", "gallon", "gallon", "Gallone"], "gal"),
    (Unit::Bunch, ["botte", "bos", "bunch", "Bund"], "bt|bottillon|bosje|bussel|bussels|bouquet|bd"),
    (Unit::Punnet, ["barquette", "bakje", "punnet", "Schale"],
        "barq|ravier|schaaltje|bakjes|schalchen|schaelchen"),
    (Unit::Jar, ["bocal", "glas", "jar", "Glas"], "bocaux|bokaal|weckpot|glaser"),
    (Unit::Bottle, ["bouteille", "fles", "bottle", "Flasche"], "bout|btl|flessen|flaschen|fl"),
    (Unit::Pot, ["pot", "pot", "pot", "Topf"], "potje|topfchen|potten"),
    (Unit::Bag, ["sac", "zak", "bag", "Sack"], "zakken|tute|tuete|sacke"),
    (Unit::Packet, ["sachet", "pakje", "packet", "Packung"], "paquet|pak|packung|packungen|pkt|pakjes"),
    (Unit::Pouch, ["poche", "zakje", "pouch", "Beutel"], "zakjes|berlingot"),
    (Unit::Box, ["boîte", "doos", "box", "Schachtel"], "bte|doosje|schachteln"),
    (Unit::Carton, ["carton", "karton", "carton", "Karton"], "ctn|kartons"),
    (Unit::Crate, ["caisse", "krat", "crate", "Kiste"],
        "cs|cageot|cagette|caissette|bak|bakken|kist|kratten|steige|kisten|case"),
    (Unit::Tray, ["plateau", "plateau", "tray", "Tablett"], "plateaux|plaque|trays"),
    (Unit::Basket, ["panier", "mand", "basket", "Korb"], "mandje|korbchen"),
    (Unit::Net, ["filet", "net", "net", "Netz"], "netje"),
    (Unit::Bundle, ["lot", "bundel", "bundle", "Bündel"], "buendel"),
    (Unit::Package, ["colis", "pakket", "package", "Paket"], "pack|verpakking|emballage|gebinde"),
    (Unit::Dozen, ["douzaine", "dozijn", "dozen", "Dutzend"], "dz|dzn|dtz"),
    (Unit::HalfDozen, ["demi-douzaine", "half dozijn", "half dozen", "halbes Dutzend"], "1 2 douzaine"),
    (Unit::Pair, ["paire", "paar", "pair", "Paar"], ""),
    (Unit::FourPack, ["pack de 4", "vierpak", "pack of 4", "Viererpack"], "4 pack|4pack|4er pack"),
    (Unit::SixPack, ["pack de 6", "zespak", "pack of 6", "Sechserpack"], "6 pack|6pack|6er pack|sixpack"),
    (Unit::BeerCrate, ["casier", "bierbak", "beer crate", "Bierkasten"],
        "casier a biere|bac de biere|casier de biere|bak bier|kasten|krat bier"),
    (Unit::Can, ["canette", "blikje", "can", "Dose"], "cannette|dosen"),
    (Unit::Tin, ["conserve", "conservenblik", "tin", "Konservendose"], "boite de conserve|blik"),
    (Unit::Bucket, ["seau", "emmer", "bucket", "Eimer"], "seaux"),
    (Unit::Tub, ["bac", "kuip", "tub", "Wanne"], "kuipje|cuvette"),
    (Unit::Tube, ["tube", "tube", "tube", "Tube"], "tuben"),
    (Unit::Tablet, ["tablette", "reep", "tablet", "Tafel"], "reepje|plaquette"),
    (Unit::Roll, ["rouleau", "rol", "roll", "Rolle"], "rouleaux|rollen"),
    (Unit::Cup, ["tasse", "beker", "cup", "Becher"], "gobelet|bekertje|tas"),
    (Unit::Kit, ["kit", "kit", "kit", "Set"], ""),
    (Unit::Keg, ["fût", "vaatje", "keg", "Fässchen"], ""),
    (Unit::Cask, ["tonneau", "vat", "cask", "Fass"], "tonneaux"),
    (Unit::Drum, ["baril", "bidon", "drum", "Trommel"], "kanister"),
    (Unit::Pallet, ["palette", "pallet", "pallet", "Palette"], "pal|palettes|paletten"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_is_read_from_its_code_and_its_name_in_each_language() {
        for &unit in Unit::ALL {
            assert!(NAMES.iter().any(|names| names.0 == unit), "{unit:?}");
            assert_eq!(read(unit.code()), Some(unit));
            assert_eq!(read(unit.dfc()), Some(unit));
            for &language in Language::ALL {
                assert_eq!(read(name(unit, language)), Some(unit), "{unit:?} {language:?}");
            }
        }
    }

    #[test]
    fn no_name_stands_for_two_units() {
        let mut seen = std::collections::HashMap::new();
        for (unit, names, others) in NAMES {
            let folded = names.iter().map(|name| fold(name));
            for word in
                folded.chain(others.split('|').map(str::to_owned)).filter(|word| !word.is_empty())
            {
                assert_eq!(word, fold(&word), "{unit:?} has a name that is not folded");
                let before = seen.insert(word.clone(), *unit);
                assert!(
                    before.is_none_or(|before| before == *unit),
                    "{word} is {before:?} and {unit:?}"
                );
            }
        }
    }

    #[test]
    fn units_are_read_as_people_write_them() {
        let cells = [
            ("KG", Some(Unit::Kilogram)),
            ("/kg", Some(Unit::Kilogram)),
            ("le kilo", Some(Unit::Kilogram)),
            ("pièce(s)", Some(Unit::Piece)),
            ("Stk.", Some(Unit::Piece)),
            ("per stuk", Some(Unit::Piece)),
            ("à la pièce", Some(Unit::Piece)),
            ("1 botte", Some(Unit::Bunch)),
            ("bottes", Some(Unit::Bunch)),
            ("Barquettes", Some(Unit::Punnet)),
            ("bakje", Some(Unit::Punnet)),
            ("bak", Some(Unit::Crate)),
            ("half_dozen", Some(Unit::HalfDozen)),
            ("6Pack", Some(Unit::SixPack)),
            ("Flaschen", Some(Unit::Bottle)),
            ("furlong", None),
            ("", None),
            ("par", None),
        ];
        for (cell, unit) in cells {
            assert_eq!(read(cell), unit, "{cell}");
        }
    }
}
