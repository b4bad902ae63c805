save = Speichern
search-button = Suchen
done = erledigt

catalogue-title = Katalog
catalogue-hint = Jeder Produzent führt seinen Katalog; die Koordination kann ihm helfen.
catalogue-references = Artikel
catalogue-search = Name oder Code
catalogue-empty = Keine Artikel. Legen Sie einen an oder importieren Sie eine Datei.
export-as = Exportieren:
reference-new = Neuer Artikel
reference-saved = Der Artikel ist gespeichert. Die nächsten Verkaufsrunden übernehmen ihn so.
reference-name = Name, wie ihn die Läden lesen
reference-code = Code
reference-family = Familie
reference-choose-family = Familie wählen
reference-units = Einheiten
reference-order-unit = Bestelleinheit
reference-pay-unit = Preiseinheit
reference-measure-per-unit = Mittlerer Inhalt einer Bestelleinheit
reference-step = Bestellbar in Schritten von
reference-units-hint = Ein Käse von 2,4 kg wird pro Stück bestellt und pro Kilo bezahlt: Der mittlere Inhalt ist dann 2,4.
reference-content = Inhalt (zur Information)
reference-content-unit = Einheit des Inhalts
reference-price = Preis des Produzenten, ohne MwSt.
reference-no-price = ohne Preis
reference-vat = MwSt.
reference-storage = Lagerung
reference-origin = Herkunft
reference-certificates = Zertifikate
reference-other-certificates = Andere Zertifikate, durch Kommas getrennt
reference-allergens = Allergene
reference-container = Pfandgebinde
reference-containers = Gebinde pro Einheit
reference-no-container = keines
reference-stock = Bestand
reference-cycle-stock = Menge pro Verkaufsrunde
reference-second-choice = Ersatzartikel
reference-no-second-choice = keiner
reference-description = Beschreibung
reference-picture = Foto
reference-choose-picture = Foto (JPEG, PNG oder WebP)
reference-send-picture = Foto senden
reference-withdraw-title = Anbieten oder zurückziehen
reference-withdraw = Nicht mehr anbieten
reference-offer-again = Wieder anbieten
reference-withdrawn = zurückgezogen
reference-code-taken = Der Code { $code } bezeichnet bereits einen anderen Artikel dieses Produzenten: Nehmen Sie einen anderen.
reference-own-second-choice = Ein Artikel ist nicht sein eigener Ersatzartikel.
reference-unknown-second-choice = Kein Artikel hat den Code { $code }: Prüfen Sie den Ersatzartikel.
reference-not-a-picture = Diese Datei ist kein lesbares Foto, oder es ist zu groß: Senden Sie ein JPEG, PNG oder WebP von höchstens sechs Millionen Pixeln.
storage = { $storage ->
    [dry] trocken
    [cold] gekühlt
   *[frozen] tiefgekühlt
}
stock-mode = { $mode ->
    [on_demand] auf Bestellung
    [on_hand] auf Lager
   *[per_cycle] pro Verkaufsrunde
}
stock-title = Bestand
stock-hint = Was noch zugesagt werden kann, zusätzlich zu dem, was den Läden bereits zugesagt ist.
stock-counted = Gezählte Menge
stock-count = Eintragen
stock-below-promised = Das ist weniger, als den Läden bereits zugesagt ist.
stock-not-counted = Dieser Artikel hat keinen zu zählenden Bestand: Wählen Sie zuerst „auf Lager“.
arrangements-title = Absprachen mit Läden
arrangements-hint = Ein abgesprochener Preis oder ein Artikel nur für andere. Leer und nicht angekreuzt: keine Absprache mehr.
arrangement-shop = Laden
arrangement-price = Abgesprochener Preis, ohne MwSt.
arrangement-hide = Diesem Laden nicht anbieten
arrangement-hidden = nicht angeboten
arrangement-agree = Festhalten
flaw-name-missing = Geben Sie dem Artikel einen Namen.
flaw-unknown-family = Wählen Sie eine Familie aus der Liste.
flaw-measure-of-same-unit = Sind Bestell- und Preiseinheit gleich, ist der mittlere Inhalt 1.
flaw-measure-not-positive = Der mittlere Inhalt ist größer als null.
flaw-step-not-positive = Der Bestellschritt ist größer als null.
flaw-price-too-high = Dieser Preis übersteigt 10.000 €: Prüfen Sie das Komma.
certificate = { $certificate ->
    [organic] Bio
    [demeter] Demeter
    [nature_progres] Nature & Progrès
    [differentiated_quality] differenzierte Qualität
    [fair_producer] fairer Produzentenpreis
   *[protected_origin] g.U. / g.g.A.
}
allergen = { $allergen ->
    [gluten] Gluten
    [crustaceans] Krebstiere
    [eggs] Eier
    [fish] Fisch
    [peanuts] Erdnüsse
    [soy] Soja
    [milk] Milch
    [nuts] Schalenfrüchte
    [celery] Sellerie
    [mustard] Senf
    [sesame] Sesam
    [sulphites] Sulfite
    [lupin] Lupinen
   *[molluscs] Weichtiere
}

import-title = Datei importieren
import-hint = Eine Tabelle (CSV oder XLSX) oder ein DFC-Katalog (JSON-LD). Sie sehen alles, bevor etwas gespeichert wird.
import-file = Datei
import-look = Inhalt ansehen
import-preview = Importvorschau
import-no-file = Wählen Sie zuerst eine Datei.
import-empty = Diese Datei enthält keine Artikel.
import-faulty = Zu korrigierende Punkte: { $count }. Nichts ist gespeichert. Korrigieren Sie die Datei oder die Zuordnung der Spalten.
import-faults = { $count ->
    [one] { $count } Punkt vor dem Import zu korrigieren:
   *[other] { $count } Punkte vor dem Import zu korrigieren:
}
import-notes = Anmerkungen beim Lesen ({ $count })
import-note = { $product }: { $remark }
import-count = { $change ->
    [new] { $count } anzulegen
    [changed] { $count } zu ändern
   *[same] { $count } unverändert
}
import-change = { $change ->
    [new] neu
    [changed] geändert
   *[same] unverändert
}
import-columns = Jede Spalte wird gelesen als
import-ignored = (ignoriert)
import-usual-family = Familie für Artikel ohne Familie
import-no-usual-family = (keine)
import-without-foreign-prices = Preise in fremder Währung leer lassen
import-read-again = So neu lesen
import-take-in = { $count } Artikel importieren
import-done = Import abgeschlossen: { $count } Artikel angelegt oder geändert.
fault-on-line = Zeile { $line }: { $problem }
fault-in-cell = Zeile { $line }, Spalte „{ $column }“, „{ $value }“: { $problem }
fault-of-article-on-line = Zeile { $line }, { $name }: { $problem }
fault-of-article = { $name }: { $problem }
problem-name-missing = Der Artikel hat keinen Namen.
problem-same-code = Derselbe Code steht schon in Zeile { $line }.
problem-number = Das ist keine zulässige Zahl; schreiben Sie zum Beispiel 12,50.
problem-negative = Eine negative Zahl ergibt hier keinen Sinn.
problem-zero = Null ergibt hier keinen Sinn.
problem-too-large = Diese Zahl ist zu groß.
problem-rate-as-fraction = Schreiben Sie den Satz in Prozent, zum Beispiel 6.
problem-unknown-unit = Diese Einheit ist nicht bekannt; schreiben Sie zum Beispiel Stück, kg, Bund.
problem-content-form = Schreiben Sie einen Inhalt wie 500 g oder 6 x 75 cl.
problem-other-unit = Dieses Gewicht steht nicht in der Preiseinheit.
problem-unknown-stock = Schreiben Sie eine Menge oder „auf Bestellung“.
problem-unknown-storage = Schreiben Sie trocken, gekühlt oder tiefgekühlt.
problem-unknown-currency = Schreiben Sie eine Währung mit drei Buchstaben, zum Beispiel EUR.
problem-unknown-family = Die Familie „{ $given }“ ist nicht bekannt; nehmen Sie eine aus dem Thesaurus.
problem-family-missing = Die Familie fehlt; wählen Sie unten eine für die Artikel ohne Familie.
problem-other-currency = Der Preis ist in { $currency }, dieser Zusammenschluss rechnet in Euro; geben Sie einen Preis in Euro an oder lassen Sie ihn leer.
problem-no-such-rate = Den Satz { $rate } gibt es im Land dieses Produzenten nicht.
problem-unknown-allergen = Das Allergen „{ $given }“ gehört nicht zu den vierzehn anzugebenden; prüfen Sie es.
problem-unknown-storage-given = Die Lagerung „{ $given }“ ist nicht bekannt; schreiben Sie trocken, gekühlt oder tiefgekühlt.
problem-unknown-container = Das Gebinde „{ $given }“ gibt es nicht; legen Sie es zuerst unter Kisten und Pfand an.
file-not-json = Die Datei ist kein gültiges JSON: Zeile { $line }, Spalte { $column }.
file-no-product = Diese DFC-Datei enthält kein angebotenes Produkt.
flaw-measure-too-large = Der mittlere Inhalt übersteigt 100.000: Prüfen Sie das Komma und die Einheiten.
flaw-step-too-large = Der Bestellschritt übersteigt 10.000: Prüfen Sie das Komma.
flaw-unit-too-dear = Eine Bestelleinheit würde mehr als 100.000 € kosten: Prüfen Sie den Preis und den mittleren Inhalt.
stock-too-large = Diese Menge übersteigt zehn Millionen: Prüfen Sie das Komma.
problem-twice-on-line = Derselbe Artikel steht schon in Zeile { $line }; behalten Sie nur eine der beiden oder geben Sie jeder ihren Code.
problem-twice = Derselbe Artikel steht schon weiter oben in der Datei; behalten Sie nur einen oder geben Sie jedem seinen Code.
remark-name-missing = Das Produkt hat keinen Namen und wird ausgelassen.
remark-quantity-unknown = Der Inhalt ist null und gilt als unbekannt.
remark-unreadable = „{ $value }“ ({ $property }) ist keine zulässige Zahl und wird ausgelassen.
remark-rounded = „{ $value }“ ({ $property }) wird gerundet.
remark-unknown-unit = Die Einheit „{ $value }“ ist nicht bekannt, der Inhalt wird ausgelassen.
remark-unknown-currency = Die Währung „{ $value }“ ist nicht bekannt.
remark-other-prices = { $count ->
    [one] Die Datei enthält { $count } weiteren Preis: Der erste gilt.
   *[other] Die Datei enthält { $count } weitere Preise: Der erste gilt.
}
remark-disagreement = { $property }, von Tresse hinzugefügt, stimmt nicht mehr mit dem Rest überein und wird ausgelassen.
reference-second-choice-other-unit = { $code } wird nicht in derselben Einheit bestellt wie { $of }: Ein Ersatzartikel ersetzt Einheit für Einheit.
