save = Bewaren
search-button = Zoeken
done = gedaan

catalogue-title = Catalogus
catalogue-hint = Elke producent houdt zijn eigen catalogus bij; de coördinatie kan helpen.
catalogue-references = Artikelen
catalogue-search = Naam of code
catalogue-empty = Geen artikelen. Voeg er een toe of importeer een bestand.
export-as = Exporteren:
reference-new = Nieuw artikel
reference-saved = Het artikel is bewaard. De volgende verkooprondes nemen het zo over.
reference-name = Naam, zoals de winkels die lezen
reference-code = Code
reference-family = Familie
reference-choose-family = Kies een familie
reference-units = Eenheden
reference-order-unit = Besteld per
reference-pay-unit = Betaald per
reference-measure-per-unit = Gemiddelde inhoud van een bestelde eenheid
reference-step = Besteld in veelvouden van
reference-units-hint = Een kaas van 2,4 kg wordt per stuk besteld en per kilo betaald: de gemiddelde inhoud is dan 2,4.
reference-content = Inhoud (ter informatie)
reference-content-unit = Eenheid van de inhoud
reference-price = Prijs van de producent, excl. btw
reference-no-price = zonder prijs
reference-vat = Btw
reference-storage = Bewaring
reference-origin = Herkomst
reference-certificates = Labels
reference-other-certificates = Andere labels, gescheiden door komma’s
reference-allergens = Allergenen
reference-container = Leeggoed met waarborg
reference-containers = Leeggoed per eenheid
reference-no-container = geen
reference-stock = Voorraad
reference-cycle-stock = Hoeveelheid per verkoopronde
reference-second-choice = Tweede keuze
reference-no-second-choice = geen
reference-description = Beschrijving
reference-picture = Foto
reference-choose-picture = Foto (JPEG, PNG of WebP)
reference-send-picture = Foto versturen
reference-withdraw-title = Aanbieden of intrekken
reference-withdraw = Niet meer aanbieden
reference-offer-again = Opnieuw aanbieden
reference-withdrawn = ingetrokken
reference-code-taken = De code { $code } hoort al bij een ander artikel van deze producent: neem een andere.
reference-own-second-choice = Een artikel kan niet zijn eigen tweede keuze zijn.
reference-unknown-second-choice = Geen enkel artikel heeft de code { $code }: kijk de tweede keuze na.
reference-not-a-picture = Dit bestand is geen leesbare foto, of ze is te groot: stuur een JPEG, een PNG of een WebP van hoogstens zes miljoen pixels.
storage = { $storage ->
    [dry] droog
    [cold] gekoeld
   *[frozen] diepvries
}
stock-mode = { $mode ->
    [on_demand] op bestelling
    [on_hand] in voorraad
   *[per_cycle] per verkoopronde
}
stock-title = Voorraad
stock-hint = Wat nog beloofd kan worden, boven op wat al aan de winkels beloofd is.
stock-counted = Getelde hoeveelheid
stock-count = Noteren
stock-below-promised = Dat is minder dan wat al aan de winkels beloofd is.
stock-not-counted = Voor dit artikel is er geen voorraad te tellen: kies eerst “in voorraad”.
arrangements-title = Afspraken met een winkel
arrangements-hint = Een afgesproken prijs, of een artikel dat voor anderen bestemd is. Leeg en niet aangevinkt: geen afspraak meer.
arrangement-shop = Winkel
arrangement-price = Afgesproken prijs, excl. btw
arrangement-hide = Niet aanbieden aan deze winkel
arrangement-hidden = niet aangeboden
arrangement-agree = Afspreken
flaw-name-missing = Geef het artikel een naam.
flaw-unknown-family = Kies een familie uit de lijst.
flaw-measure-of-same-unit = Besteld en betaald in dezelfde eenheid: de gemiddelde inhoud is 1.
flaw-measure-not-positive = De gemiddelde inhoud is groter dan nul.
flaw-step-not-positive = Het bestelveelvoud is groter dan nul.
flaw-price-too-high = Deze prijs is hoger dan € 10.000: kijk de komma na.
certificate = { $certificate ->
    [organic] bio
    [demeter] Demeter
    [nature_progres] Nature & Progrès
    [differentiated_quality] gedifferentieerde kwaliteit
    [fair_producer] eerlijke producentenprijs
   *[protected_origin] BOB / BGA
}
allergen = { $allergen ->
    [gluten] gluten
    [crustaceans] schaaldieren
    [eggs] eieren
    [fish] vis
    [peanuts] pinda’s
    [soy] soja
    [milk] melk
    [nuts] noten
    [celery] selderij
    [mustard] mosterd
    [sesame] sesam
    [sulphites] sulfieten
    [lupin] lupine
   *[molluscs] weekdieren
}

import-title = Bestand importeren
import-hint = Een tabel in CSV of XLSX, of een DFC-catalogus (JSON-LD). U ziet alles voordat er iets bewaard wordt.
import-file = Bestand
import-look = Inhoud bekijken
import-preview = Voorbeeld van de import
import-no-file = Kies eerst een bestand.
import-empty = Dit bestand bevat geen enkel artikel.
import-faulty = { $count ->
    [one] { $count } punt moet worden verbeterd: er is niets bewaard. Verbeter het bestand of hoe de kolommen gelezen worden.
   *[other] { $count } punten moeten worden verbeterd: er is niets bewaard. Verbeter het bestand of hoe de kolommen gelezen worden.
}
import-faults = { $count ->
    [one] { $count } punt te verbeteren voor de import:
   *[other] { $count } punten te verbeteren voor de import:
}
import-notes = Opmerkingen bij het lezen ({ $count })
import-note = { $product }: { $remark }
import-count = { $change ->
    [new] { $count } aan te maken
    [changed] { $count } te wijzigen
   *[same] { $count } ongewijzigd
}
import-change = { $change ->
    [new] nieuw
    [changed] gewijzigd
   *[same] ongewijzigd
}
import-columns = Elke kolom wordt gelezen als
import-ignored = (genegeerd)
import-usual-family = Familie van de artikelen zonder familie
import-no-usual-family = (geen)
import-without-foreign-prices = Prijzen in vreemde munt leeg laten
import-read-again = Zo opnieuw lezen
import-take-in = { $count ->
    [one] { $count } artikel importeren
   *[other] { $count } artikelen importeren
}
import-done = { $count ->
    [one] Import klaar: { $count } artikel aangemaakt of gewijzigd.
   *[other] Import klaar: { $count } artikelen aangemaakt of gewijzigd.
}
fault-on-line = Rij { $line }: { $problem }
fault-in-cell = Rij { $line }, kolom “{ $column }”, “{ $value }”: { $problem }
fault-of-article-on-line = Rij { $line }, { $name }: { $problem }
fault-of-article = { $name }: { $problem }
problem-name-missing = het artikel heeft geen naam.
problem-same-code = dezelfde code staat op rij { $line }.
problem-number = dit getal is niet bruikbaar; schrijf bijvoorbeeld 12,50.
problem-negative = een negatief getal kan hier niet.
problem-zero = nul kan hier niet.
problem-too-large = dit getal is te groot.
problem-rate-as-fraction = schrijf het tarief in procent, bijvoorbeeld 6.
problem-unknown-unit = deze eenheid is niet bekend; schrijf bijvoorbeeld stuk, kg, bos.
problem-content-form = schrijf een inhoud zoals 500 g of 6 x 75 cl.
problem-other-unit = dit gewicht staat niet in de betaalde eenheid.
problem-unknown-stock = schrijf een hoeveelheid of “op bestelling”.
problem-unknown-storage = schrijf droog, gekoeld of diepvries.
problem-unknown-currency = schrijf een munt in drie letters, bijvoorbeeld EUR.
problem-unknown-family = de familie “{ $given }” is niet bekend; neem er een uit de thesaurus.
problem-family-missing = de familie ontbreekt; kies hieronder die van de artikelen zonder familie.
problem-other-currency = de prijs staat in { $currency } en dit samenwerkingsverband rekent in euro; geef een prijs in euro of laat hem leeg.
problem-no-such-rate = het tarief van { $rate } bestaat niet in het land van deze producent.
problem-unknown-allergen = het allergeen “{ $given }” is geen van de veertien die vermeld moeten worden; kijk het na.
problem-unknown-storage-given = de bewaring “{ $given }” is niet bekend; schrijf droog, gekoeld of diepvries.
problem-unknown-container = het leeggoed “{ $given }” bestaat niet; maak het eerst aan onder Leeggoed en waarborg.
file-not-json = Het bestand is geen geldige JSON op regel { $line }, kolom { $column }.
file-no-product = Dit DFC-bestand bevat geen enkel aangeboden product.
flaw-measure-too-large = De gemiddelde inhoud is meer dan 100.000: kijk de komma en de eenheden na.
flaw-step-too-large = Het bestelveelvoud is meer dan 10.000: kijk de komma na.
flaw-unit-too-dear = Een bestelde eenheid zou meer dan € 100.000 kosten: kijk de prijs en de gemiddelde inhoud na.
stock-too-large = Deze hoeveelheid is meer dan tien miljoen: kijk de komma na.
problem-twice-on-line = hetzelfde artikel staat al op rij { $line }; houd er één over, of geef elk een eigen code.
problem-twice = hetzelfde artikel staat al eerder in het bestand; houd er één over, of geef elk een eigen code.
remark-name-missing = het product heeft geen naam en wordt overgeslagen.
remark-quantity-unknown = de inhoud is nul en geldt als onbekend.
remark-unreadable = “{ $value }” ({ $property }) is geen bruikbaar getal en wordt overgeslagen.
remark-rounded = “{ $value }” ({ $property }) wordt afgerond.
remark-unknown-unit = de eenheid “{ $value }” is niet bekend, de inhoud wordt overgeslagen.
remark-unknown-currency = de munt “{ $value }” is niet bekend.
remark-other-prices = { $count ->
    [one] er staat nog { $count } andere prijs in het bestand: de eerste geldt.
   *[other] er staan nog { $count } andere prijzen in het bestand: de eerste geldt.
}
remark-disagreement = { $property }, door Tresse toegevoegd, klopt niet meer met de rest en wordt overgeslagen.
reference-second-choice-other-unit = { $code } wordt niet in dezelfde eenheid besteld als { $of }: een tweede keuze vervangt eenheid per eenheid.
