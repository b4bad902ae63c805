welcome-title = Das gemeinsame Backoffice
welcome-lead = Produzenten und Läden, die gemeinsam verkaufen, und jeder Euro offengelegt.
welcome-sign-in = Anmelden
day-title = Heute
day-next = Jetzt zu tun
day-nothing = Nichts drängt: Alles ist erledigt.
day-open = Offene Verkaufsrunden
day-none-open = Keine offene Verkaufsrunde.
day-opens = Die nächste Verkaufsrunde öffnet am { $when }.
day-closes = Schließt am { $when }
day-over = beendet
day-hours-left = noch { $hours } Std.
day-days-left = noch { $days } Tage
day-ordered-so-far = Läden mit Bestellung: { $shops }, Zeilen: { $lines }
day-under-way = Laufend
day-waiting = Wer auf Geld wartet
day-worst-days = Tage längster Verzug
day-overdue = gegenüber den Produzenten überfällig
day-producers-waiting = Produzenten mit überfälliger Zahlung
day-shops-late = Läden in Verzug
day-days = { $days } T.
day-you-owe = Sie schulden
day-you-are-owed = Sie haben zu erhalten
day-documents = Letzte Belege
day-document = { $kind ->
    [invoice] Rechnung { $number }
    [credit_note] Gutschrift { $number }
    [statement] Aufstellung { $number }
    [carrier_statement] Tourenaufstellung { $number }
   *[statement_correction] Korrektur { $number }
}
day-see-balances = Alle Konten ansehen
todo-receive = { $count ->
    [one] Ware von { $count } Produzenten annehmen
   *[other] Ware von { $count } Produzenten annehmen
}
todo-share = { $count ->
    [one] { $count } Artikel mit Fehlmenge aufteilen
   *[other] { $count } Artikel mit Fehlmenge aufteilen
}
todo-prepare = { $count ->
    [one] Ware für { $count } Laden vorbereiten
   *[other] Ware für { $count } Läden vorbereiten
}
todo-deliver = { $count ->
    [one] { $count } Laden beliefern
   *[other] { $count } Läden beliefern
}
todo-invoice = { $count ->
    [one] { $count } Rechnung ausstellen
   *[other] { $count } Rechnungen ausstellen
}
todo-state = { $count ->
    [one] { $count } Aufstellung erstellen
   *[other] { $count } Aufstellungen erstellen
}
todo-pay = { $count ->
    [one] Überfällig: { $count } Produzenten bezahlen, { $amount }
   *[other] Überfällig: { $count } Produzenten bezahlen, { $amount }
}

cycles-title = Verkaufsrunden
cycles-none = Noch keine Verkaufsrunde: Planen Sie die erste.
cycle-label = Verkaufsrunde
cycle-named = Verkaufsrunde { $number } { $name }
cycle-new = Verkaufsrunde planen
cycle-change = Ändern
cycle-planned = Die Verkaufsrunde ist geplant: Sie öffnet zur angegebenen Zeit.
cycle-changed = Die Verkaufsrunde ist geändert.
cycle-name = Name (optional)
cycle-opens-at = Öffnung
cycle-closes-at = Bestellschluss
cycle-delivery-days = Liefertage
cycle-delivery-day = Liefertag { $number }
cycle-repeats = Wiederholt sich wöchentlich, ab dieser
cycle-without = In dieser Verkaufsrunde abwesende Produzenten
cycle-stage = Schritt
stage = { $stage ->
    [planned] geplant
    [open] offen
    [closed] laufend
   *[settled] abgerechnet
}
cycle-shortage-rule = Bei Fehlmengen
shortage-rule = { $rule ->
    [proportional] anteilig nach Bestellung
    [equal] zu gleichen Teilen
    [first_come] nach Eingang der Bestellungen
   *[priority] nach Rang
}
cycle-references = angebotene Artikel
cycle-producers = Produzenten
cycle-shops = Läden mit Bestellung
cycle-lines = Zeilen
cycle-steps = Schritte der Verkaufsrunde
cycle-orders-of = Läden: { $count }
cycle-open-now = Jetzt öffnen
cycle-close-now = Jetzt schließen
cycle-opened = Die Verkaufsrunde ist offen, { $count } Artikel im Angebot. Ihre Preise und Gebühren ändern sich nicht mehr.
cycle-closed-now = Die Verkaufsrunde ist geschlossen, die Bestellungen bei den Produzenten sind bereit.
cycle-closes-before-opening = Der Bestellschluss liegt vor der Öffnung: Korrigieren Sie eines von beiden.
cycle-no-delivery-day = Geben Sie mindestens einen Liefertag an.
cycle-delivers-before-closing = Die Lieferung läge vor dem Bestellschluss: Wählen Sie einen späteren Tag.
cycle-already-open = Diese Verkaufsrunde ist bereits offen oder geschlossen: Ihre Zeiten ändern sich nicht mehr.
cycle-not-open = Diese Verkaufsrunde ist nicht offen.
cycle-nothing-to-offer = Nichts anzubieten: Kein Artikel der Mitgliedsproduzenten hat einen Preis.

orders-title = Bestellungen
orders-none = Keine Bestellungen.
orders-silent = Läden ohne Bestellung ({ $count })
order-title = Bestellen
order-now = Bestellen
order-change = Bestellung ändern
order-summary = Bestellübersicht
order-totals = Summen der Bestellung
order-until = Bis { $when }
order-delivered-on = Lieferung am { $day }
order-after-closing = Die Verkaufsrunde ist geschlossen: Jede Änderung braucht einen Grund, den der Laden sieht.
order-closed = Diese Verkaufsrunde nimmt keine Bestellungen mehr an.
order-not-offered = Dieser Artikel wird in dieser Verkaufsrunde nicht angeboten.
order-not-by-steps = Bestellen Sie in Schritten von { $step }, höchstens 10.000.
order-sold-out = Nichts mehr übrig: Ein anderer Laden hat soeben die letzten genommen.
order-only-left = Nur noch { $left } übrig: Verringern Sie die Menge.
order-reason-missing = Geben Sie den Grund der Änderung an: Er erscheint im Änderungsverlauf der Bestellung.
order-already-received = Die Ware ist bereits angenommen: Korrigieren Sie lieber bei der Vorbereitung.
order-not-a-delivery-day = An diesem Tag wird nicht geliefert: Wählen Sie einen Tag aus der Liste.
order-negative = Eine Menge ist nicht negativ.
order-not-a-number = Das ist keine Menge: Schreiben Sie zum Beispiel 3 oder 1,5.
order-search = Artikel, Produzent oder Herkunft suchen
order-all-producers = alle
order-any = alle
order-show = Anzeigen
order-everything = alles
order-favourites = Favoriten
order-ordered = meine Bestellung
order-favourite = Favorit
order-found = { $count ->
    [one] { $count } Artikel
   *[other] { $count } Artikel
}
order-nothing-found = Nichts gefunden. Suchen Sie ein kürzeres Wort oder heben Sie einen Filter auf.
order-quantity-of = Menge von { $item }
order-left = noch { $left }
order-second-choice = Ersatzartikel erlaubt
order-takes-second-choice = Ersatzartikel erlaubt
order-allergens = Enthält:
order-producer-gets = Produzent { $price } / { $unit }
order-vat = MwSt. { $rate }
order-deposit = Pfand { $deposit }
order-save = Diese Mengen speichern
order-saved = Die Bestellung ist gespeichert.
order-repeat = Letzte Bestellung übernehmen
order-repeated = Aus der letzten Bestellung übernommene Zeilen: { $count }, soweit noch verfügbar.
order-lines = { $count ->
    [one] { $count } Zeile
   *[other] { $count } Zeilen
}
order-pages = Seiten
order-previous = zurück
order-next = weiter
order-page-of = { $page } / { $pages }
order-weights-hint = Was gewogen wird, ist geschätzt: Berechnet wird das tatsächliche Gewicht.
order-wishes = Lieferung
order-delivery-day = Liefertag
order-note = Bemerkung für das Lager
order-is-empty = Die Bestellung ist leer.
order-trail = Änderungsverlauf ({ $count })
order-changed-at = Geändert am
order-before = Vorher
order-after = Nachher
order-by = Durch
order-reason = Grund
total-goods = Ware
total-fees = Gebühren
total-vat-alone = MwSt.
total-deposits = Pfand
total-all = Summe

supply-title = Bestellungen bei Produzenten
supply-hint = Eine Bestellung pro Produzent, für alle Läden zusammen.
supply-own-hint = Was die Läden gemeinsam bei Ihnen bestellen.
supply-none = Nichts wurde bestellt.
supply-number = Nr.
supply-order-title = Bestellung { $number }
supply-cycle = Verkaufsrunde
supply-made-at = Erstellt am
supply-wanted-by = Erwartet für
supply-revision = Fassung
supply-replaces = Diese Bestellung ersetzt die vorherige: Läden haben ihre Bestellung geändert.
supply-expected-total = Erwartete Summe, ohne MwSt.
supply-lots-please = Geben Sie auf jeder Kiste Chargennummer und Datum an.
supply-state = Versand
supply-is-sent = gesendet
supply-not-sent = zu senden
supply-changed = seitdem geändert
supply-send = Erneut senden
supply-sent = Die Bestellung ist gesendet.
letter-supply-subject = { $order } von { $hub }
letter-supply =
    Guten Tag { $name },

    hier ist die Bestellung der Woche: { $count } Artikel, erwartet am { $day }. Sie liegt als PDF und CSV bei.

    Geben Sie auf jeder Kiste Chargennummer und Datum an.

    { $hub }
line-code = Code
line-article = Artikel
line-ordered = Bestellt
line-unit = Einheit
line-pay-unit = Preiseinheit
line-expected-measure = Erwartetes Gewicht
line-measure = Gewicht oder Maß
line-price = Preis
line-amount = Betrag
line-quantity = Menge
line-delivered = Geliefert
line-prepared = Vorbereitet
line-container = Gebinde
sheet-page = Seite {"{n}"} / {"{total}"}
sheet-continued = Fortsetzung

reception-title = Warenannahme
reception-hint = Alles ist wie bestellt vorausgefüllt: Korrigieren Sie Abweichungen, wiegen Sie, notieren Sie die Chargen.
reception-again = Bereits angenommen am { $when }. Ein neuer Eintrag ersetzt den vorherigen.
reception-ordered = bestellt { $quantity }
reception-quantity = Erhalten ({ $unit })
reception-measure = Gewicht ({ $unit })
reception-extra-measure = Gewicht, falls der Artikel gewogen wird
reception-second-lot = Weitere Charge desselben Artikels
reception-other = Ein Artikel, der nicht bestellt war
reception-no-other = keiner
reception-note = Bemerkung
reception-save = Warenannahme speichern
reception-saved = Die Warenannahme ist gespeichert.
reception-lines = { $count } Artikel
reception-done-at = angenommen um { $time }
reception-expected = erwartet
reception-not-now = Die Verkaufsrunde ist nicht geschlossen oder bereits abgerechnet.
reception-not-expected = Bei diesem Produzenten wurde nichts bestellt.
reception-already-invoiced = Die Rechnungen sind ausgestellt: Korrigieren Sie mit einer Gutschrift.
shortages-title = Fehlmengen
shortages-none = Nichts fehlt.
shortages-see = Aufteilung ansehen
shortages-rule = Aufteilung { $rule }, wie in der Vereinbarung festgelegt. Noch ist nichts angewendet.
shortage-came = Erhalten { $received }, bestellt { $ordered }
shortage-gets = Erhält
shortage-part = Gelieferter Anteil
shortage-substitutes = Als Ersatzartikel:
shortages-share = { $count ->
    [one] { $count } Artikel so aufteilen
   *[other] { $count } Artikel so aufteilen
}
shortages-shared = Aufgeteilt: { $count } Artikel.
reason = { $reason ->
    [short] Fehlmenge
    [second_choice] Ersatzartikel
    [weighed] tatsächliches Gewicht
    [damaged] beschädigt
    [missing] fehlend
    [refused] bei Lieferung abgelehnt
   *[other] anderer
}
reason-stands-for = anstelle von { $item }

preparation-title = Vorbereitung
preparation-hint = Listen pro Laden, Etiketten, Lieferscheine.
preparation-ready = Fertige Zeilen
preparation-waiting = vorzubereiten
preparation-nothing = Diesem Laden ist noch nichts zugeteilt.
preparation-reason = Grund
preparation-remark = Bemerkung
preparation-reason-missing = Geben Sie einen Grund an, wo die vorbereitete Menge vom Anteil des Ladens abweicht.
preparation-save = Vorbereitet
preparation-saved = Die Vorbereitung ist gespeichert.
prepared-at = vorbereitet um { $time }
delivered-at = geliefert am { $when }
labels-title = Etiketten
delivery-title = Lieferung
delivery-note = Lieferschein
delivery-note-title = Lieferschein { $number }
delivery-note-draft = Lieferschein (zu liefern)
delivery-hand-over = Übergeben
delivery-taken-by = Erhalten von
delivery-remark = Bemerkung
delivery-crates-hint = Gebinde von Pfandartikeln werden von selbst gezählt: Tragen Sie nur die übrigen ein und was zurückkommt.
delivery-sent-back = Der Laden lehnt einen Teil ab
delivery-refused = Abgelehnt
delivery-confirm = Übergabe bestätigen
delivery-saved = Die Lieferung ist gespeichert.
delivery-already = Dieser Laden ist bereits beliefert.
delivery-more-than-prepared = Es kann nicht mehr abgelehnt werden, als geliefert wird.
delivery-signed-by-hub = Für das Lager
delivery-signed-by-shop = Für den Laden

settlement-title = Abrechnung
settlement-hint = Rechnungen an die Läden, Aufstellungen an die Produzenten.
settlement-invoices = Ausgestellte Rechnungen: { $count }
settlement-statements = Erstellte Aufstellungen: { $count }
settlement-see = ansehen
settlement-settled = Die Verkaufsrunde ist seit dem { $when } abgerechnet.
settlement-issuing-invoices = Rechnungen werden ausgestellt
settlement-issuing-statements = Aufstellungen werden erstellt
settlement-not-closed = Die Verkaufsrunde ist noch nicht geschlossen.
settlement-not-received = Noch nicht angenommen: Ware von { $count } Produzenten. Bei Abwesenheit speichern Sie eine leere Warenannahme.
settlement-not-shared = Noch nicht aufgeteilt: { $count } Artikel mit Fehlmenge.
settlement-not-invoiced = Läden noch ohne Rechnung: { $count }. Die Aufstellungen folgen danach.
invoice-subject = Lieferung am { $day }, Verkaufsrunde { $number } { $name }
statement-subject = Verkaufsrunde { $number } { $name }
statement-agreed-price = mit dem Laden abgesprochener Preis
statement-regime = { $regime ->
    [exempt] Kleinunternehmen, das der Steuerbefreiungsregelung unterliegt: MwSt. nicht anwendbar.
   *[farm] Landwirtschaftliche Pauschalregelung: Der Pauschalausgleich kommt zum Preis hinzu.
}
container-out = { $name } – ausgegeben
container-back = { $name } – zurückgegeben
container-came = { $name } – gebracht
container-went = { $name } – mitgenommen

lots-title = Chargen
lots-search = Chargennummer, Artikel oder Produzent
lots-hint = Eine Suche genügt: woher die Charge kommt und an wen sie ging.
lots-none = Keine Charge gefunden.
lots-recall = Rückrufliste
lot-number = Charge
lot-best-before = Haltbar bis
lot-producer = Produzent
lot-received-at = Erhalten am
lot-shop = Laden
lot-town = Ort
lot-phone = Telefon
lot-email = E-Mail
lot-certainty = Gewissheit
lot-certain = sicher
lot-possible = möglich
lot-went-to = { $count ->
    [one] { $count } Laden hat sie erhalten
   *[other] { $count } Läden haben sie erhalten
}
lot-may-have-gone-to = Läden, die sie erhalten haben können: { $count } ({ $lots } Chargen kamen zusammen)

crates-title = Kisten und Pfand
crates-hint = Kisten, Gläser und Flaschen werden gezählt wie Geld: Alle sehen, was sie haben.
crates-none = Keine Pfandgebinde.
crates-out = Ausgegeben
crates-back = Zurückgegeben
crates-came = Gebracht
crates-went = Mitgenommen
crates-out-now = { $count } im Umlauf
crates-holders = Bei wem?
crates-new = Neues Gebinde
crates-name = Name
crates-deposit = Pfand
crates-saved = Das Gebinde ist gespeichert.

euro-title = Der Euro, offengelegt
euro-hint = Wie sich jeder von einem Laden gezahlte Euro aufteilt, nach den Büchern.
euro-year = Jahr
euro-all-shops = alle
euro-open = Öffnen
euro-empty = Hier wurde noch nichts in Rechnung gestellt.
euro-goes-to = Für
euro-of-one = Von einem Euro
euro-products = Nach Artikel
euro-paid = Bezahlt, mit MwSt.
euro-picture = Eine Euromünze, aufgeteilt nach dem, was sie bezahlt: { $subject }
component = { $component ->
    [producer] die Produzenten
    [transport] den Transport
    [packing] die Verpackung
    [hub] den Zusammenschluss
    [vat] die MwSt.
   *[deposit] das Pfand
}
cycle-plan-next = Weitere Verkaufsrunde nach dieser Vorlage planen
cycle-skip = Diese Woche auslassen
cycle-skipped = Die Verkaufsrunde ist um eine Woche verschoben.
cycle-cancel = Diese Verkaufsrunde absagen
cycle-cancel-hint = Auf eine abgesagte Verkaufsrunde folgt keine weitere. Bei Urlaub lassen Sie besser diese Woche aus.
cycle-cancelled = Die Verkaufsrunde ist abgesagt.
order-has-left = Dieser Laden gehört heute nicht zum Zusammenschluss: Er bestellt nicht.
order-twice = Ein Artikel steht zweimal darin: Setzen Sie seine Menge auf eine einzige Zeile.
line-invoiced = Berechnet

euro-period = Verkaufsrunde oder Jahr
euro-search = Artikel suchen
euro-rounds = Die Touren haben wirklich { $cost } gekostet; die Läden haben { $paid } für den Transport bezahlt. { $standing ->
    [left] { $apart } bleibt übrig.
    [short] { $apart } fehlt.
   *[even] Es geht genau auf.
}
euro-some-products = Die { $shown } Artikel, für die am meisten bezahlt wurde, von { $found }; die anderen finden Sie über die Suche.
euro-not-found = Kein berechneter Artikel enthält „{ $search }“.
day-agreed = { $days ->
    [one] Vereinbart: Erzeuger werden innerhalb von { $days } Tag bezahlt.
   *[other] Vereinbart: Erzeuger werden innerhalb von { $days } Tagen bezahlt.
}
reception-already-delivered = Läden haben ihre Waren schon erhalten: Was abweicht, wird auf der Rechnung gutgeschrieben.
reception-unknown-container = Eine dieser Kisten gehört weder dem Zusammenschluss noch diesem Produzenten.
shortages-changed = Inzwischen hat sich etwas geändert: So würde jetzt aufgeteilt. Noch ist nichts angewendet.
settlement-finish = Verkaufsrunde abschließen
delivery-not-complete = { $articles } Artikel dieses Ladens sind noch zu empfangen oder aufzuteilen: Die Übergabe wird einmal unterschrieben, für alles.

reception-not-offered = Der Verkauf bietet diesen Artikel dieses Erzeugers nicht an.
reception-not-weighed = Diese Ware wird nach Gewicht bezahlt: Geben Sie es an („measure“).
