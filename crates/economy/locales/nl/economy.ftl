ledger-other-content = Deze invoer is al bewaard met een andere inhoud. Herlaad de pagina en begin opnieuw.
ledger-short = Er is niet genoeg over.

documents-title = Documenten
documents-all = alle
documents-none = Geen documenten.
document-kind = { $kind ->
    [invoice] facturen
    [credit_note] creditnota’s
    [statement] afrekeningsstaten
    [carrier_statement] rondestaten
   *[statement_correction] correcties van staten
}
document-title = { $kind ->
    [invoice] Factuur { $number }
    [credit_note] Creditnota { $number }
    [statement] Afrekeningsstaat { $number }
    [carrier_statement] Rondestaat { $number }
   *[statement_correction] Correctie van afrekeningsstaat { $number }
}
document-number = Document
document-party = Voor
document-subject = Betreft
document-issued-on = Datum
document-due-on = Vervaldag
document-total = Totaal
line-article = Artikel
line-quantity = Hoeveelheid
line-price = Prijs
line-goods = Goederen
line-fees = Kosten
line-net = Excl. btw
line-vat-rate = Btw
line-container = Leeggoed
line-deposit = Waarborg
line-amount = Bedrag
sheet-containers = Waarborg
sheet-page = Pagina {"{n}"} / {"{total}"}
sheet-continued = vervolg
component-producer = Producenten
component-transport = Transport
component-packing = Verpakking
component-hub = Samenwerkingsverband
total-net = Totaal excl. btw
total-vat = Btw { $rate } op { $base }
total-deposit = Waarborg (buiten btw)
total-to-pay = Te betalen
total-to-be-paid = Aan u te betalen
total-credited = In uw voordeel
payment-account = Rekening
payment-reference = Mededeling
payment-by = Betaling uiterlijk op

credit-title = Crediteren
credit-hint = { $invoice } voor { $shop }: vul in wat gecrediteerd moet worden. De factuur blijft zoals ze is; een creditnota verbetert ze.
credit-left = Gefactureerd
credit-quantity = Te crediteren
credit-reason = Reden, zoals ze op de creditnota komt
credit-borne-by-label = Wie draagt het?
credit-borne-by = { $who ->
    [hub] het samenwerkingsverband
   *[producer] de producent
}
credit-issue = Creditnota opmaken
credit-done = Creditnota { $number } is opgemaakt.
credit-not-an-invoice = Alleen een factuur kan gecrediteerd worden.
credit-too-much = Op lijn { $line } kan niet meer zoveel gecrediteerd worden: verminder de hoeveelheid.
credit-nothing = Vul op minstens één lijn een te crediteren hoeveelheid in.
credit-subject = Verbetert { $number }

balances-title = Rekeningen
balances-producers = Te betalen aan de producenten
balances-shops = Verschuldigd door de winkels
balances-who = Wie
balances-owed = Te ontvangen
balances-owes = Verschuldigd
balances-since = Oudste vervaldag
balances-days-late = Dagen te laat
balances-of-which-late = waarvan { $amount } te laat
balances-nobody-waits = Geen enkele producent wacht op geld.
balances-nobody-owes = Er is niets verschuldigd.
balances-not-shown = niet getoond
lateness-worst = dagen te laat bij een producent, ten hoogste
lateness-waiting = producenten die vandaag te laat betaald worden
lateness-overdue = achterstand bij de producenten
lateness-mean = { $count ->
    [one] dagen te laat gemiddeld ({ $count } staat betaald in 90 dagen)
   *[other] dagen te laat gemiddeld ({ $count } staten betaald in 90 dagen)
}
lateness-hint = Elk lid ziet deze cijfers: een verborgen achterstand brengt een coöperatie in gevaar.
account-open = Openstaand saldo:
account-claims = Wat verschuldigd is en waarmee het betaald is
account-still-open = Nog open
account-settled = Voldaan op
account-payment = Betaling
account-payments = Betalingen
account-no-payments = Geen betalingen.
account-days-late = { $days ->
    [one] { $days } dag te laat
   *[other] { $days } dagen te laat
}
payment-title = Betaling registreren
payment-record = Registreren
payment-recorded = De betaling is geregistreerd.
payment-reversed = De betaling is ongedaan gemaakt met een tegenboeking.
payment-reverse = Ongedaan maken
payment-is-reversal = tegenboeking
payment-was-reversed = ongedaan gemaakt
payment-amount = Bedrag
payment-paid-on = Betaald op
payment-method-label = Betaalwijze
payment-method = { $method ->
    [transfer] overschrijving
    [card] kaart
    [cash] contant
   *[other] andere
}
payment-note = Mededeling of opmerking
payment-nothing = Een betaling is groter dan nul.
payment-in-the-future = Een toekomstige betaling kan nog niet geregistreerd worden: geef de datum waarop ze gebeurd is.
payment-already-reversed = Deze betaling is al ongedaan gemaakt.

documents-kinds = Per soort
documents-years = Per jaar
documents-all-years = alle jaren
documents-pages = Pagina’s
documents-page = pagina { $page } van { $pages }
documents-newer = Nieuwere
documents-older = Oudere
lateness-agreed = { $days ->
    [one] Afgesproken: een producent wordt binnen { $days } dag na zijn afrekeningsstaat betaald.
   *[other] Afgesproken: een producent wordt binnen { $days } dagen na zijn afrekeningsstaat betaald.
}

transport-already-booked = Deze ronde staat al in de boeken: er is niets veranderd.
block-vat = Btw { $number }
block-enterprise = Ondernemingsnr. { $number }

line-round = Ronde
balances-carriers = Te betalen vervoerders
carrier-line = Ronde { $number } van { $day }
carrier-subject = Rondes van { $first } tot { $last }
carrier-self-billed = Factuur uitgereikt door afnemer: opgesteld door { $hub } in naam en voor rekening van { $carrier }.
carrier-regime = { $regime ->
    [exempt] Kleine onderneming onderworpen aan de vrijstellingsregeling van belasting: btw niet toepasselijk.
   *[farm] De forfaitaire landbouwregeling geldt niet voor het vervoeren van goederen van anderen: is op deze rondes btw verschuldigd, spreek dit dan af met het samenwerkingsverband.
}
carrier-nothing-to-state = Niets wat geboekt is wacht op een staat voor deze vervoerder.
carrier-is-the-hub = Het samenwerkingsverband betaalt zichzelf niet voor zijn eigen rondes.
