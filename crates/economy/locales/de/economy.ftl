ledger-other-content = Diese Eingabe wurde bereits mit anderem Inhalt gespeichert. Laden Sie die Seite neu und beginnen Sie noch einmal.
ledger-short = Es ist nicht genug übrig.

documents-title = Belege
documents-all = alle
documents-none = Keine Belege.
document-kind = { $kind ->
    [invoice] Rechnungen
    [credit_note] Gutschriften
    [statement] Aufstellungen
    [carrier_statement] Tourenaufstellungen
   *[statement_correction] Korrekturen von Aufstellungen
}
document-title = { $kind ->
    [invoice] Rechnung { $number }
    [credit_note] Gutschrift { $number }
    [statement] Aufstellung { $number }
    [carrier_statement] Tourenaufstellung { $number }
   *[statement_correction] Korrektur einer Aufstellung { $number }
}
document-number = Beleg
document-party = Für
document-subject = Betreff
document-issued-on = Datum
document-due-on = Fällig am
document-total = Summe
line-article = Artikel
line-quantity = Menge
line-price = Preis
line-goods = Ware
line-fees = Gebühren
line-net = Ohne MwSt.
line-vat-rate = MwSt.
line-container = Gebinde
line-deposit = Pfand
line-amount = Betrag
sheet-containers = Pfand
sheet-page = Seite {"{n}"} / {"{total}"}
sheet-continued = Fortsetzung
component-producer = Produzenten
component-transport = Transport
component-packing = Verpackung
component-hub = Zusammenschluss
total-net = Summe ohne MwSt.
total-vat = MwSt. { $rate } auf { $base }
total-deposit = Pfand (ohne MwSt.)
total-to-pay = Zu zahlen
total-to-be-paid = Wird Ihnen gezahlt
total-credited = Zu Ihren Gunsten
payment-account = Konto
payment-reference = Mitteilung
payment-by = Zahlbar bis

credit-title = Gutschrift erstellen
credit-hint = { $invoice } für { $shop }: Geben Sie an, was gutzuschreiben ist. Die Rechnung bleibt unverändert; eine Gutschrift korrigiert sie.
credit-left = Berechnet
credit-quantity = Gutzuschreiben
credit-reason = Grund, wie er auf der Gutschrift steht
credit-borne-by-label = Wer trägt es?
credit-borne-by = { $who ->
    [hub] der Zusammenschluss
   *[producer] der Produzent
}
credit-issue = Gutschrift ausstellen
credit-done = Die Gutschrift { $number } ist ausgestellt.
credit-not-an-invoice = Eine Gutschrift ist nur zu einer Rechnung möglich.
credit-too-much = Auf Zeile { $line } ist nicht mehr so viel gutzuschreiben: Verringern Sie die Menge.
credit-nothing = Geben Sie auf mindestens einer Zeile eine gutzuschreibende Menge an.
credit-subject = Korrigiert { $number }

balances-title = Konten
balances-producers = An Produzenten zu zahlen
balances-shops = Offen bei den Läden
balances-who = Wer
balances-owed = Zu erhalten
balances-owes = Schuldet
balances-since = Älteste Fälligkeit
balances-days-late = Tage Verzug
balances-of-which-late = davon { $amount } überfällig
balances-nobody-waits = Kein Produzent wartet auf Geld.
balances-nobody-owes = Nichts ist offen.
balances-not-shown = nicht angezeigt
lateness-worst = Tage längster Verzug gegenüber einem Produzenten
lateness-waiting = Produzenten, deren Zahlung heute überfällig ist
lateness-overdue = gegenüber den Produzenten überfällig
lateness-mean = Tage Verzug im Durchschnitt (in 90 Tagen bezahlte Aufstellungen: { $count })
lateness-hint = Jedes Mitglied sieht diese Zahlen: Verborgener Verzug bringt eine Genossenschaft in Gefahr.
account-open = Offener Saldo:
account-claims = Forderungen und ihre Begleichung
account-still-open = Offen
account-settled = Beglichen am
account-payment = Zahlung
account-payments = Zahlungen
account-no-payments = Keine Zahlungen.
account-days-late = { $days } T. Verzug
payment-title = Zahlung erfassen
payment-record = Speichern
payment-recorded = Die Zahlung ist gespeichert.
payment-reversed = Die Zahlung ist durch eine Gegenbuchung storniert.
payment-reverse = Stornieren
payment-is-reversal = Stornierung
payment-was-reversed = storniert
payment-amount = Betrag
payment-paid-on = Zahlungsdatum
payment-method-label = Zahlungsart
payment-method = { $method ->
    [transfer] Überweisung
    [card] Karte
    [cash] bar
   *[other] andere
}
payment-note = Mitteilung oder Bemerkung
payment-nothing = Eine Zahlung ist größer als null.
payment-in-the-future = Eine künftige Zahlung lässt sich noch nicht erfassen: Geben Sie das Datum an, an dem sie erfolgt ist.
payment-already-reversed = Diese Zahlung ist bereits storniert.
documents-kinds = Nach Art
documents-years = Nach Jahr
documents-all-years = alle Jahre
documents-pages = Seiten
documents-page = Seite { $page } von { $pages }
documents-newer = Neuere
documents-older = Ältere
lateness-agreed = { $days ->
    [one] Vereinbart: Ein Produzent wird binnen { $days } Tag nach seiner Aufstellung bezahlt.
   *[other] Vereinbart: Ein Produzent wird binnen { $days } Tagen nach seiner Aufstellung bezahlt.
}

transport-already-booked = Diese Tour steht schon in den Büchern: Nichts wurde geändert.
block-vat = MwSt.-Nr. { $number }
block-enterprise = Unternehmensnr. { $number }

line-round = Tour
balances-carriers = Zu bezahlende Transporteure
carrier-line = Tour { $number } vom { $day }
carrier-subject = Touren vom { $first } bis { $last }
carrier-self-billed = Gutschrift: ausgestellt von { $hub } im Namen und für Rechnung von { $carrier }.
carrier-regime = { $regime ->
    [exempt] Kleinunternehmen, das der Steuerbefreiungsregelung unterliegt: MwSt. nicht anwendbar.
   *[farm] Die landwirtschaftliche Pauschalregelung gilt nicht für den Transport fremder Waren: Ist auf diese Touren MwSt. geschuldet, vereinbaren Sie dies mit dem Verbund.
}
carrier-nothing-to-state = Nichts Gebuchtes wartet auf eine Aufstellung für diesen Transporteur.
carrier-is-the-hub = Der Verbund bezahlt sich seine eigenen Touren nicht selbst.
