welcome-title = De gedeelde backoffice
welcome-lead = Producenten en winkels verkopen samen, en elke euro is zichtbaar.
welcome-sign-in = Aanmelden
day-title = Vandaag
day-next = Nu te doen
day-nothing = Niets dringends: alles is gedaan.
day-open = Open verkooprondes
day-none-open = Geen open verkooprondes.
day-opens = De volgende verkoopronde opent op { $when }.
day-closes = Sluit op { $when }
day-over = afgelopen
day-hours-left = nog { $hours } uur
day-days-left = { $days ->
    [one] nog { $days } dag
   *[other] nog { $days } dagen
}
day-ordered-so-far = Winkels met bestelling: { $shops }, lijnen: { $lines }
day-under-way = Lopend
day-waiting = Wie wacht op geld
day-worst-days = dagen te laat, ten hoogste
day-overdue = achterstand bij de producenten
day-producers-waiting = Te laat betaalde producenten
day-shops-late = Winkels met achterstand
day-days = { $days ->
    [one] { $days } dag
   *[other] { $days } dagen
}
day-you-owe = U bent verschuldigd
day-you-are-owed = U hebt te goed
day-documents = Recentste documenten
day-document = { $kind ->
    [invoice] Factuur { $number }
    [credit_note] Creditnota { $number }
    [statement] Afrekeningsstaat { $number }
    [carrier_statement] Rondestaat { $number }
   *[statement_correction] Correctie { $number }
}
day-see-balances = Alle rekeningen bekijken
todo-receive = { $count ->
    [one] Goederen van { $count } producent te ontvangen
   *[other] Goederen van { $count } producenten te ontvangen
}
todo-share = { $count ->
    [one] { $count } artikel met tekort te verdelen
   *[other] { $count } artikelen met tekort te verdelen
}
todo-prepare = { $count ->
    [one] { $count } winkel voor te bereiden
   *[other] { $count } winkels voor te bereiden
}
todo-deliver = { $count ->
    [one] { $count } winkel te beleveren
   *[other] { $count } winkels te beleveren
}
todo-invoice = { $count ->
    [one] { $count } factuur opmaken
   *[other] { $count } facturen opmaken
}
todo-state = { $count ->
    [one] { $count } afrekeningsstaat opmaken
   *[other] { $count } afrekeningsstaten opmaken
}
todo-pay = { $count ->
    [one] { $count } producent met achterstand betalen: { $amount }
   *[other] { $count } producenten met achterstand betalen: { $amount }
}

cycles-title = Verkooprondes
cycles-none = Nog geen verkoopronde: plan de eerste.
cycle-label = Verkoopronde
cycle-named = Verkoopronde { $number } { $name }
cycle-new = Verkoopronde plannen
cycle-change = Wijzigen
cycle-planned = De verkoopronde is gepland: ze opent op het gekozen uur.
cycle-changed = De verkoopronde is gewijzigd.
cycle-name = Naam (niet verplicht)
cycle-opens-at = Opening
cycle-closes-at = Sluiting
cycle-delivery-days = Leverdagen
cycle-delivery-day = Leverdag { $number }
cycle-repeats = Elke week herhalen, vanaf deze ronde
cycle-without = Producenten die niet meedoen aan deze ronde
cycle-stage = Stap
stage = { $stage ->
    [planned] gepland
    [open] open
    [closed] lopend
   *[settled] afgerekend
}
cycle-shortage-rule = Bij tekort
shortage-rule = { $rule ->
    [proportional] naar verhouding van de bestellingen
    [equal] in gelijke delen
    [first_come] wie eerst komt, eerst maalt
   *[priority] naar rang
}
cycle-references = aangeboden artikelen
cycle-producers = producenten
cycle-shops = winkels met bestelling
cycle-lines = lijnen
cycle-steps = Stappen van de verkoopronde
cycle-orders-of = { $count ->
    [one] { $count } winkel
   *[other] { $count } winkels
}
cycle-open-now = Nu openen
cycle-close-now = Nu sluiten
cycle-opened = { $count ->
    [one] De verkoopronde is open met { $count } artikel. De prijzen en kosten veranderen niet meer.
   *[other] De verkoopronde is open met { $count } artikelen. De prijzen en kosten veranderen niet meer.
}
cycle-closed-now = De verkoopronde is gesloten en de bestellingen bij de producenten staan klaar.
cycle-closes-before-opening = De sluiting valt voor de opening: verbeter een van beide.
cycle-no-delivery-day = Geef minstens één leverdag.
cycle-delivers-before-closing = De levering valt voor de sluiting: kies een latere dag.
cycle-already-open = Deze verkoopronde is al open of gesloten: de uren veranderen niet meer.
cycle-not-open = Deze verkoopronde is niet open.
cycle-nothing-to-offer = Niets aan te bieden: geen enkel artikel van de aangesloten producenten heeft een prijs.

orders-title = Bestellingen
orders-none = Geen bestellingen.
orders-silent = Winkels zonder bestelling ({ $count })
order-title = Bestellen
order-now = Bestellen
order-change = Bestelling wijzigen
order-summary = Overzicht
order-totals = Totalen van de bestelling
order-until = Tot { $when }
order-delivered-on = levering op { $day }
order-after-closing = De verkoopronde is gesloten: elke wijziging vraagt een reden, die de winkel te zien krijgt.
order-closed = Deze verkoopronde neemt geen bestellingen meer aan.
order-not-offered = Dit artikel wordt in deze verkoopronde niet aangeboden.
order-not-by-steps = Bestel in veelvouden van { $step }, hoogstens 10.000.
order-sold-out = Er zijn er geen meer: een andere winkel nam net de laatste.
order-only-left = Er is nog maar { $left }: verminder de hoeveelheid.
order-reason-missing = Geef de reden van de wijziging: ze komt in de historiek van de bestelling.
order-already-received = De goederen zijn al ontvangen: verbeter liever bij de voorbereiding.
order-not-a-delivery-day = Op die dag wordt niet geleverd: kies een dag uit de lijst.
order-negative = Een hoeveelheid is niet negatief.
order-not-a-number = Dit is geen hoeveelheid: schrijf bijvoorbeeld 3 of 1,5.
order-search = Zoek een artikel, een producent, een herkomst
order-all-producers = alle
order-any = alle
order-show = Tonen
order-everything = alles
order-favourites = favorieten
order-ordered = mijn bestelling
order-favourite = Favoriet
order-found = { $count ->
    [one] { $count } artikel
   *[other] { $count } artikelen
}
order-nothing-found = Niets gevonden. Zoek met een korter woord of haal een filter weg.
order-quantity-of = Hoeveelheid { $item }
order-left = nog { $left }
order-second-choice = tweede keuze aanvaard
order-takes-second-choice = tweede keuze aanvaard
order-allergens = Bevat:
order-producer-gets = producent { $price } / { $unit }
order-vat = btw { $rate }
order-deposit = waarborg { $deposit }
order-save = Deze hoeveelheden bewaren
order-saved = De bestelling is bewaard.
order-repeat = Laatste bestelling overnemen
order-repeated = { $count ->
    [one] { $count } lijn van de laatste bestelling is overgenomen, naargelang wat er nog is.
   *[other] { $count } lijnen van de laatste bestelling zijn overgenomen, naargelang wat er nog is.
}
order-lines = { $count ->
    [one] { $count } lijn
   *[other] { $count } lijnen
}
order-pages = Pagina’s
order-previous = vorige
order-next = volgende
order-page-of = { $page } / { $pages }
order-weights-hint = Wat gewogen wordt, is geschat: de factuur volgt het werkelijke gewicht.
order-wishes = Levering
order-delivery-day = Leverdag
order-note = Opmerking voor het depot
order-is-empty = De bestelling is leeg.
order-trail = Historiek van de wijzigingen ({ $count })
order-changed-at = Gewijzigd op
order-before = Voor
order-after = Na
order-by = Door
order-reason = Reden
total-goods = Goederen
total-fees = Kosten
total-vat-alone = Btw
total-deposits = Waarborg
total-all = Totaal

supply-title = Bestellingen bij de producenten
supply-hint = Eén bestelling per producent, voor alle winkels samen.
supply-own-hint = Wat de winkels samen bij u bestellen.
supply-none = Er is niets besteld.
supply-number = Nr.
supply-order-title = Bestelling { $number }
supply-cycle = Verkoopronde
supply-made-at = Opgemaakt op
supply-wanted-by = Verwacht tegen
supply-revision = Herziening
supply-replaces = Deze bestelling vervangt de vorige: sommige winkels hebben hun bestelling gewijzigd.
supply-expected-total = Verwacht totaal, excl. btw
supply-lots-please = Vermeld het lotnummer en de datum op elk krat.
supply-state = Verzending
supply-is-sent = verstuurd
supply-not-sent = te versturen
supply-changed = sindsdien gewijzigd
supply-send = Opnieuw versturen
supply-sent = De bestelling is verstuurd.
letter-supply-subject = { $order } van { $hub }
letter-supply =
    Beste { $name },

    Hierbij de bestelling van de week, verwacht op { $day } (artikelen: { $count }). U vindt ze in bijlage als pdf en csv.

    Vermeld het lotnummer en de datum op elk krat.

    { $hub }
line-code = Code
line-article = Artikel
line-ordered = Besteld
line-unit = Eenheid
line-pay-unit = Betaald per
line-expected-measure = Verwacht gewicht
line-measure = Gewicht of maat
line-price = Prijs
line-amount = Bedrag
line-quantity = Hoeveelheid
line-delivered = Geleverd
line-prepared = Voorbereid
line-container = Leeggoed
sheet-page = Pagina {"{n}"} / {"{total}"}
sheet-continued = vervolg

reception-title = Ontvangst
reception-hint = Alles is ingevuld zoals besteld: verbeter wat afwijkt, weeg, noteer de loten.
reception-again = Al ontvangen op { $when }. Opnieuw bewaren vervangt de vorige ontvangst.
reception-ordered = besteld { $quantity }
reception-quantity = Ontvangen ({ $unit })
reception-measure = Gewicht ({ $unit })
reception-extra-measure = Gewicht, als het artikel gewogen wordt
reception-second-lot = Nog een lot van hetzelfde artikel
reception-other = Een artikel dat niet besteld was
reception-no-other = geen
reception-note = Opmerking
reception-save = Ontvangst bewaren
reception-saved = De ontvangst is bewaard.
reception-lines = { $count ->
    [one] { $count } artikel
   *[other] { $count } artikelen
}
reception-done-at = ontvangen om { $time }
reception-expected = verwacht
reception-not-now = De verkoopronde is nog niet gesloten of is al afgerekend.
reception-not-expected = Bij deze producent is niets besteld.
reception-already-invoiced = De facturen zijn opgemaakt: verbeter met een creditnota.
shortages-title = Tekorten
shortages-none = Er is niets tekort.
shortages-see = Verdeling bekijken
shortages-rule = Verdeling: { $rule }, zoals de overeenkomst zegt. Er is nog niets toegepast.
shortage-came = Ontvangen: { $received } van { $ordered } besteld
shortage-gets = Krijgt
shortage-part = Geleverd deel
shortage-substitutes = Als tweede keuze:
shortages-share = { $count ->
    [one] Dit artikel zo verdelen
   *[other] Deze { $count } artikelen zo verdelen
}
shortages-shared = { $count ->
    [one] { $count } artikel is verdeeld.
   *[other] { $count } artikelen zijn verdeeld.
}
reason = { $reason ->
    [short] tekort
    [second_choice] tweede keuze
    [weighed] werkelijk gewicht
    [damaged] beschadigd
    [missing] ontbreekt
    [refused] geweigerd bij levering
   *[other] andere
}
reason-stands-for = in de plaats van { $item }

preparation-title = Voorbereiding
preparation-hint = Lijsten per winkel, etiketten, leveringsbonnen.
preparation-ready = Lijnen klaar
preparation-waiting = voor te bereiden
preparation-nothing = Er is nog niets verdeeld voor deze winkel.
preparation-reason = Reden
preparation-remark = Opmerking
preparation-reason-missing = Geef een reden waar de voorbereide hoeveelheid afwijkt van het deel van de winkel.
preparation-save = Voorbereid
preparation-saved = De voorbereiding is bewaard.
prepared-at = voorbereid om { $time }
delivered-at = geleverd op { $when }
labels-title = Etiketten
delivery-title = Levering
delivery-note = Leveringsbon
delivery-note-title = Leveringsbon { $number }
delivery-note-draft = Leveringsbon (te leveren)
delivery-hand-over = Overhandigen
delivery-taken-by = Ontvangen door
delivery-remark = Opmerking
delivery-crates-hint = Het leeggoed van artikelen met waarborg wordt vanzelf geteld: voeg de rest toe, en wat terugkomt.
delivery-sent-back = De winkel weigert een deel
delivery-refused = Geweigerd
delivery-confirm = Overhandiging bevestigen
delivery-saved = De levering is bewaard.
delivery-already = Aan deze winkel is al geleverd.
delivery-more-than-prepared = Er kan niet meer geweigerd worden dan er geleverd is.
delivery-signed-by-hub = Voor het depot
delivery-signed-by-shop = Voor de winkel

settlement-title = Afrekening
settlement-hint = Facturen aan de winkels, afrekeningsstaten aan de producenten.
settlement-invoices = { $count ->
    [one] { $count } factuur opgemaakt
   *[other] { $count } facturen opgemaakt
}
settlement-statements = { $count ->
    [one] { $count } afrekeningsstaat opgemaakt
   *[other] { $count } afrekeningsstaten opgemaakt
}
settlement-see = bekijken
settlement-settled = De verkoopronde is afgerekend sinds { $when }.
settlement-issuing-invoices = Facturen opmaken
settlement-issuing-statements = Afrekeningsstaten opmaken
settlement-not-closed = De verkoopronde is nog niet gesloten.
settlement-not-received = { $count ->
    [one] De goederen van { $count } producent zijn nog niet ontvangen. Kwam hij niet, bewaar dan een lege ontvangst.
   *[other] De goederen van { $count } producenten zijn nog niet ontvangen. Kwam iemand niet, bewaar dan een lege ontvangst.
}
settlement-not-shared = { $count ->
    [one] { $count } artikel met tekort is nog niet verdeeld.
   *[other] { $count } artikelen met tekort zijn nog niet verdeeld.
}
settlement-not-invoiced = { $count ->
    [one] { $count } winkel is nog niet gefactureerd: de afrekeningsstaten volgen daarna.
   *[other] { $count } winkels zijn nog niet gefactureerd: de afrekeningsstaten volgen daarna.
}
invoice-subject = Geleverd op { $day }, verkoopronde { $number } { $name }
statement-subject = Verkoopronde { $number } { $name }
statement-agreed-price = met de winkel afgesproken prijs
statement-regime = { $regime ->
    [exempt] Kleine onderneming onderworpen aan de vrijstellingsregeling van belasting: btw niet toepasselijk.
   *[farm] Bijzondere landbouwregeling: de forfaitaire compensatie komt bij de prijs.
}
container-out = { $name } – uitgegeven
container-back = { $name } – teruggegeven
container-came = { $name } – aangebracht
container-went = { $name } – teruggenomen

lots-title = Loten
lots-search = Lotnummer, artikel of producent
lots-hint = Eén zoekopdracht volstaat: waar het lot vandaan komt en bij wie het terechtkwam.
lots-none = Geen enkel lot gevonden.
lots-recall = Terugroeplijst
lot-number = Lot
lot-best-before = Houdbaar tot
lot-producer = Producent
lot-received-at = Ontvangen op
lot-shop = Winkel
lot-town = Gemeente
lot-phone = Telefoon
lot-email = E-mail
lot-certainty = Zekerheid
lot-certain = zeker
lot-possible = mogelijk
lot-went-to = { $count ->
    [one] { $count } winkel kreeg het
   *[other] { $count } winkels kregen het
}
lot-may-have-gone-to = { $count ->
    [one] { $count } winkel kan het gekregen hebben: { $lots } loten kwamen samen aan
   *[other] { $count } winkels kunnen het gekregen hebben: { $lots } loten kwamen samen aan
}

crates-title = Leeggoed en waarborg
crates-hint = Kratten, bokalen en flessen worden geteld zoals geld: iedereen ziet wat hij in huis heeft.
crates-none = Geen leeggoed met waarborg.
crates-out = Uitgegeven
crates-back = Teruggegeven
crates-came = Aangebracht
crates-went = Teruggenomen
crates-out-now = { $count } in omloop
crates-holders = Bij wie?
crates-new = Nieuw leeggoed
crates-name = Naam
crates-deposit = Waarborg
crates-saved = Het leeggoed is bewaard.

euro-title = De open euro
euro-hint = Hoe elke euro die een winkel betaalt wordt verdeeld, volgens de boeken.
euro-year = Jaar
euro-all-shops = alle
euro-open = Openen
euro-empty = Hier is nog niets gefactureerd.
euro-goes-to = Voor
euro-of-one = Per euro
euro-products = Per artikel
euro-paid = Betaald, btw inbegrepen
euro-picture = Een muntstuk van één euro, verdeeld volgens wat het betaalt: { $subject }
component = { $component ->
    [producer] de producenten
    [transport] het transport
    [packing] de verpakking
    [hub] het samenwerkingsverband
    [vat] de btw
   *[deposit] de waarborg
}
cycle-plan-next = Een verkoopronde plannen op basis van deze
cycle-skip = Deze week overslaan
cycle-skipped = De verkoopronde is een week uitgesteld.
cycle-cancel = Deze verkoopronde annuleren
cycle-cancel-hint = Na een geannuleerde verkoopronde volgt er geen meer. Bij vakantie slaat u beter deze week over.
cycle-cancelled = De verkoopronde is geannuleerd.
order-has-left = Deze winkel is vandaag geen lid van het samenwerkingsverband: hij bestelt niet.
order-twice = Een referentie staat er tweemaal in: zet haar hoeveelheid op één regel.
line-invoiced = Gefactureerd

euro-period = Verkoopronde of jaar
euro-search = Zoek een artikel
euro-rounds = De rondes kostten werkelijk { $cost }; de winkels betaalden { $paid } voor het vervoer. { $standing ->
    [left] Er blijft { $apart } over.
    [short] Er ontbreekt { $apart }.
   *[even] Het klopt precies.
}
euro-some-products = De { $shown } artikelen waarvoor het meest is betaald, van { $found }; zoek de andere op naam.
euro-not-found = Geen gefactureerd artikel bevat “{ $search }”.
day-agreed = { $days ->
    [one] Afgesproken: producenten worden binnen { $days } dag betaald.
   *[other] Afgesproken: producenten worden binnen { $days } dagen betaald.
}
reception-already-delivered = Winkels hebben hun goederen al gekregen: wat verschilt, wordt op de factuur gecrediteerd.
reception-unknown-container = Een van deze bakken is niet van het samenwerkingsverband en niet van deze producent.
shortages-changed = Intussen is er iets veranderd: dit is de nieuwe verdeling. Er is nog niets toegepast.
settlement-finish = De verkoopronde afsluiten
delivery-not-complete = Voor deze winkel moeten nog { $articles } artikelen ontvangen of verdeeld worden: er wordt één keer getekend, voor alles.

reception-not-offered = De verkoop biedt deze referentie van deze producent niet aan.
reception-not-weighed = Deze goederen worden per gewicht betaald: geef het op („measure”).
