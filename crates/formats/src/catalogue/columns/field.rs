//! What a column can hold, and the headers that say so in four languages.

use units::Language;

units::codes! {
    /// One property of an article that a column can hold.
    pub enum Field {
        Code = "code",
        Name = "name",
        Description = "description",
        Family = "family",
        OrderUnit = "order_unit",
        PayUnit = "pay_unit",
        MeasurePerUnit = "measure_per_unit",
        Content = "content",
        Price = "price",
        Currency = "currency",
        Vat = "vat",
        Stock = "stock",
        Step = "step",
        OriginPlace = "origin_place",
        Certificates = "certificates",
        Allergens = "allergens",
        Storage = "storage",
        Picture = "picture",
        Deposit = "deposit",
        SecondChoice = "second_choice",
    }
}

/// The header that we write for a field; [`super::guess`] recognises it.
pub fn header(field: Field, language: Language) -> &'static str {
    let index = match language {
        Language::Fr => 0,
        Language::Nl => 1,
        Language::En => 2,
        Language::De => 3,
    };
    entry(field).0[index]
}

/// Headers in French, Dutch, English and German, then others in their folded form.
type Headers = ([&'static str; 4], &'static str);

#[rustfmt::skip]
pub(super) fn entry(field: Field) -> Headers {
    match field {
        Field::Code => (["Code", "Code", "Code", "Code"],
            "ref|reference|reference article|ref article|code article|code produit|sku|no|n|numero|num|numero article|\
             n article|artikelnummer|artikelnr|artikel nr|art nr|artnr|artikelcode|productcode|nummer|nr|referentie|\
             item number|item code|product code|article number|item no|bestellnummer|bestell nr|artikel nummer|gtin|ean"),
        Field::Name => (["Nom", "Naam", "Name", "Name"],
            "produit|produits|article|articles|designation|libelle|intitule|denomination|nom du produit|nom produit|\
             nom de l article|nom article|product|producten|productnaam|artikel|artikelnaam|artikels|benaming|\
             item|product name|article name|title|produkt|produkte|produktname|bezeichnung|artikelbezeichnung|\
             artikelname|titre|titel"),
        Field::Description => (["Description", "Omschrijving", "Description", "Beschreibung"],
            "descriptif|details|detail|remarque|commentaire|beschrijving|toelichting|opmerking|uitleg|\
             long description|comment|notes|produktbeschreibung|anmerkung|bemerkung"),
        Field::Family => (["Famille", "Familie", "Family", "Familie"],
            "categorie|categories|rayon|type|type de produit|groupe|famille de produit|productgroep|groep|rubriek|\
             soort|category|product type|group|kategorie|warengruppe|produktgruppe|gruppe|produkttyp|rubrique"),
        Field::OrderUnit => (["Unité", "Eenheid", "Unit", "Einheit"],
            "unite de commande|unite commande|unite de vente|unite vente|conditionnement de commande|\
             besteleenheid|verkoopeenheid|verkoopseenheid|eenh|order unit|sales unit|sold by|uom|unit of measure|\
             bestelleinheit|verkaufseinheit|ve|mengeneinheit|u|colisage"),
        Field::PayUnit => (["Unité de prix", "Prijseenheid", "Price unit", "Preiseinheit"],
            "unite de facturation|unite facturee|unite de paiement|unite prix|facturatie eenheid|factuureenheid|\
             betaaleenheid|eenheid prijs|pay unit|billing unit|invoice unit|pricing unit|abrechnungseinheit|\
             zahleinheit|facture par|gefactureerd per|priced per|berechnet pro"),
        Field::MeasurePerUnit => (["Poids par unité", "Gewicht per eenheid", "Weight per unit", "Gewicht pro Einheit"],
            "mesure par unite|poids moyen|poids piece|poids par piece|poids unitaire|poids a la piece|\
             gewicht per stuk|gemiddeld gewicht|stukgewicht|eenheidsgewicht|weight per piece|average weight|\
             piece weight|unit weight|measure per unit|gewicht pro stuck|durchschnittsgewicht|stuckgewicht|\
             quantite par unite|hoeveelheid per eenheid|quantity per unit"),
        Field::Content => (["Contenance", "Inhoud", "Content", "Inhalt"],
            "contenu|conditionnement|format|emballage|poids net|poids|volume|verpakking|nettogewicht|netto gewicht|\
             gewicht|formaat|packaging|pack size|net weight|weight|size|contents|verpackung|fullmenge|gebinde|\
             nettoinhalt|grosse|packungsgrosse|quantite nette"),
        Field::Price => (["Prix HTVA", "Prijs excl. btw", "Price excl. VAT", "Preis ohne MwSt."],
            "prix|prix ht|prix h t|prix hors tva|prix htva eur|prix unitaire|prix unitaire ht|prix unitaire htva|pu ht|\
             pu|pu htva|prix de vente|prix de vente ht|prix par unite|prix par piece|prix par kg|tarif|tarif ht|\
             prijs|prijs ex btw|prijs exclusief btw|prijs zonder btw|prijs excl|eenheidsprijs|stukprijs|verkoopprijs|\
             prijs per eenheid|prijs per stuk|prijs per kg|kiloprijs|price|unit price|net price|price ex vat|\
             price without vat|price excluding vat|price per unit|price per kg|preis|einzelpreis|stuckpreis|\
             nettopreis|netto preis|preis netto|preis exkl mwst|preis zzgl mwst|preis pro einheit|preis pro kg|\
             verkaufspreis|prix au kg|prix au kilo|prix de gros|groothandelsprijs|wholesale price"),
        Field::Currency => (["Devise", "Munt", "Currency", "Währung"],
            "monnaie|valuta|munteenheid|code devise"),
        Field::Vat => (["TVA", "Btw", "VAT", "MwSt."],
            "taux tva|taux de tva|tva pourcent|t v a|btw tarief|btw percentage|btw voet|b t w|vat rate|vat percent|tax|\
             tax rate|mwst satz|mehrwertsteuer|ust|ust satz|umsatzsteuer|steuersatz|taux"),
        Field::Stock => (["Stock", "Voorraad", "Stock", "Bestand"],
            "disponible|disponibilite|quantite disponible|qte disponible|dispo|en stock|stock disponible|beschikbaar|\
             beschikbare hoeveelheid|available|availability|quantity available|available quantity|in stock|inventory|\
             verfugbar|verfugbare menge|lagerbestand|lager|vorrat|quantite en stock"),
        Field::Step => (["Commande par", "Te bestellen per", "Order by", "Bestellbar je"],
            "multiple|multiple de commande|par multiple de|pas|pas de commande|veelvoud|per veelvoud van|bestelstap|\
             step|order multiple|multiples of|vielfaches|schritt|bestellschritt|minimum de commande par"),
        Field::OriginPlace => (["Origine", "Herkomst", "Origin", "Herkunft"],
            "provenance|lieu d origine|pays d origine|pays|oorsprong|land van herkomst|land|place of origin|\
             country of origin|country|region|herkunftsland|ursprung|lieu de production"),
        Field::Certificates => (["Labels", "Labels", "Certificates", "Zertifikate"],
            "label|certification|certifications|certificat|certificats|bio|keurmerk|keurmerken|certificaat|certificaten|\
             certificate|organic|zertifikat|zertifizierung|siegel|gutesiegel|agriculture"),
        Field::Allergens => (["Allergènes", "Allergenen", "Allergens", "Allergene"],
            "allergene|allergeen|allergen|allergies|allergie informatie|allergen information"),
        Field::Storage => (["Conservation", "Bewaring", "Storage", "Lagerung"],
            "stockage|mode de conservation|temperature|bewaren|bewaarwijze|temperatuur|storage conditions|\
             aufbewahrung|lagerungsart|temperatur|chaine du froid"),
        Field::Picture => (["Photo", "Foto", "Picture", "Bild"],
            "image|url photo|url image|lien photo|lien image|afbeelding|beeld|picture url|image url|photo url|bild url|\
             adresse de la photo"),
        Field::Deposit => (["Consigne", "Leeggoed", "Deposit", "Pfand"],
            "vidange|vidanges|emballage consigne|consignes|statiegeld|waarborg|returnable|deposit container|\
             mehrweg|leergut"),
        Field::SecondChoice => (["Article de remplacement", "Vervangartikel", "Second choice", "Ersatzartikel"],
            "second choix|deuxieme choix|2e choix|remplacement|produit de remplacement|substitut|tweede keuze|2e keuze|\
             vervanging|vervangproduct|substitute|replacement|2nd choice|zweite wahl|ersatz|ersatzprodukt"),
    }
}

#[cfg(test)]
mod tests {
    use units::Code as _;
    use units::text::fold;

    use super::*;

    #[test]
    fn no_header_stands_for_two_fields() {
        let mut seen = std::collections::HashMap::new();
        for &field in Field::ALL {
            let (headers, others) = entry(field);
            let own = headers.iter().map(|header| fold(header));
            for word in own.chain(others.split('|').map(str::to_owned)) {
                assert_eq!(word, fold(&word), "{field:?} has a header that is not folded");
                let before = seen.insert(word.clone(), field);
                assert!(before.is_none_or(|before| before == field), "{word}: {before:?} and {field:?}");
            }
        }
    }
}
