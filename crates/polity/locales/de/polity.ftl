save = Speichern
coalitions-title = Zusammenschlüsse
coalitions-hint = Ein Zusammenschluss vereint Organisationen um ein gemeinsames Vorhaben. Seine Koordination wird bei der Gründung eingeladen und verwaltet danach die Mitglieder.
coalitions-none = Noch kein Zusammenschluss: Gründen Sie den ersten.
coalition-found = Zusammenschluss gründen
coalition-found-hint = Eine Genossenschaft, die gemeinsam verkauft: Das Unternehmen stellt den Läden Rechnungen aus und bezahlt die Produzenten.
coalition-founded = Der Zusammenschluss ist gegründet, seine Koordination ist eingeladen.
coalition-enterprise = Das Unternehmen, das abrechnet und zahlt
coalition-coordinator = Die erste Koordination
coalition-kind = { $kind ->
   *[hub] gemeinsamer Verkauf
}
person-name = Vor- und Nachname
person-email = E-Mail-Adresse
members-title = Mitglieder
members-on-side = { $side ->
    [producer] Produzenten
   *[shop] Läden
}
side = { $side ->
    [producer] Produzent
   *[shop] Laden
}
member-admit = Mitglied aufnehmen
member-admitted = Das Mitglied ist aufgenommen. Fügen Sie seine Standorte hinzu und laden Sie die Personen ein, die für das Mitglied handeln.
member-sides = Auf welcher Seite?
member-left = ausgetreten
member-wrong-side = Dieses Mitglied steht nicht auf dieser Seite: Wählen Sie eine passende Rolle.
member-leaves-before-coming = Der letzte Tag liegt vor dem ersten: Korrigieren Sie einen von beiden.
member-change = Mitgliedschaft ändern
member-changed = Die Mitgliedschaft ist geändert.
member-since = Mitglied seit
member-until = Letzter Tag
member-rank = Rang { $rank } bei Fehlmengen
member-rank-label = Rang bei Fehlmengen
memberships-title = Mitgliedschaft
mandates-title = Wer für dieses Mitglied handelt
mandates-none-for-member = Noch handelt niemand für dieses Mitglied: Laden Sie jemanden ein.
member-invite = Mandat erteilen
member-invited = Das Mandat ist erteilt. Die Person erhält einen Brief.
mandate-role = Rolle
mandate-first-day = Erster Tag
mandate-last-day = Letzter Tag
mandate-end = Beenden
mandate-name-deputy = Stellvertretung benennen
mandate-deputy-set = Die Stellvertretung ist gespeichert.
mandate-since = seit dem { $date }
mandate-until = bis zum { $date }
mandate-deputy = Stellvertretung: { $name }
mandate-without-deputy = keine Stellvertretung
team-title = Team
team-hint = Die Mandate, die der Zusammenschluss für sich selbst erteilt. Ein Mandat ohne Stellvertretung ist ein Risiko.

agreement-title = Vereinbarung
agreement-saved = Die Vereinbarung ist aktualisiert.
agreement-prices = Jeder Produzent legt seinen Preis fest. Die folgenden Gebühren kommen für alle sichtbar hinzu; sonst kommt nichts hinzu.
agreement-shortage = Wenn Ware fehlt, gilt: { $rule }
agreement-payment = Die Läden zahlen binnen { $shop } Tagen nach der Rechnung; die Produzenten werden binnen { $producer } Tagen nach der Aufstellung bezahlt.
agreement-cycle = Für eine Verkaufsrunde gelten die Gebühren und Regeln vom Tag ihrer Öffnung.
shortage-rule = { $rule ->
    [proportional] anteilig nach Bestellung
    [equal] zu gleichen Teilen
    [first_come] nach Eingang der Bestellungen
   *[priority] nach Rang
}
shortage-rule-sentence = { $rule ->
    [proportional] Jeder Laden erhält denselben Anteil dessen, was er bestellt hat.
    [equal] Jeder Laden erhält dieselbe Menge, höchstens jedoch seine Bestellung.
    [first_come] Wer zuerst bestellt hat, wird zuerst beliefert.
   *[priority] Die Läden werden nach ihrem Rang beliefert, dann nach dem Zeitpunkt ihrer Bestellung.
}
fees-title = Gebühren
fees-none = Keine Gebühren: Die Läden zahlen den Preis der Produzenten, die MwSt. und das Pfand.
fee-new = Gebühr vereinbaren
fee-agree = Vereinbaren
fee-end = Beenden
fee-kind-label = Für
fee-amount = Betrag
fee-basis-label = Berechnet
fee-for = Gilt für
fee-from = Ab dem
fee-family = Produktfamilie
fee-all-producers = alle Produzenten
fee-kind = { $kind ->
    [hub] den Zusammenschluss
    [transport] den Transport
   *[packing] die Verpackung
}
fee-basis = { $basis ->
    [percent] in Prozent der Ware
    [unit] pro bestellte Einheit
   *[order] pro Bestellung
}
fee-order-for-goods = Ein Betrag pro Bestellung gilt für die ganze Bestellung: Lassen Sie Produzent und Familie leer.
fee-not-a-producer = Dieser Produzent ist kein Mitglied.
terms-new = Regeln ändern
terms-agree = Vereinbaren
terms-shortage-rule = Bei Fehlmengen
terms-shop-days = Zahlungsfrist der Läden (Tage)
terms-producer-days = Zahlungsfrist gegenüber Produzenten (Tage)
terms-from = Ab dem
terms-none-on = Am { $day } gelten noch keine Regeln: Legen Sie sie in der Vereinbarung fest.
public-euro-title = Der Euro, offengelegt
public-euro-open = Alle können sehen, wie sich jeder Euro einer Verkaufsrunde aufteilt.
public-euro-closed = Nur die Mitglieder sehen, wie sich jeder Euro einer Verkaufsrunde aufteilt.
public-euro-close = Nur für Mitglieder
public-euro-do-open = Öffentlich machen
fee-too-high = Eine Gebühr beträgt höchstens 100 % oder 10.000 €: Prüfen Sie das Komma.
member-admitted-known = Diese Organisation war hier schon bekannt: Ihr Eintrag wird unverändert übernommen. Lesen Sie ihn, bevor Sie Rechnungen stellen oder zahlen.
mandate-send-link = Link senden
mandate-link-sent = Ein neuer Link wurde an diese Person gesendet.
fee-all-families = alle Familien
fee-unknown-family = Diese Produktfamilie gibt es nicht: Wählen Sie eine aus der Liste.
team-webhooks = Webhooks
team-tokens = Token der Dienste
journal-title = Journal
journal-hint = Die letzten Handlungen des Zusammenschlusses, und die Nummern, die seine Mitglieder geändert haben, wo auch immer.
journal-sealed = Versiegelt bis { $moment }: Siegel Nr. { $number }, Prüfsumme { $hash }. Anderswo aufbewahrt, kann sie zeigen, dass nichts von davor geändert wurde.
journal-none = Noch ist nichts geschehen.
journal-when = Wann
journal-who = Wer
journal-what = Was
journal-old-number = vorher: …{ $end }
journal-act = { $act ->
    [calendar_revoke] hat die Adresse des eigenen Kalenders gelöscht
    [calendar_share] hat eine Adresse für den eigenen Kalender erstellt
    [catalogue_import] hat einen Katalog eingelesen
    [coalition_found] hat den Zusammenschluss gegründet
    [container_save] hat ein Pfandgebinde geändert
    [cycle_cancel] hat eine Verkaufsrunde abgesagt
    [cycle_change] hat eine Verkaufsrunde geändert
    [cycle_close] hat eine Verkaufsrunde geschlossen
    [cycle_open] hat eine Verkaufsrunde eröffnet
    [cycle_plan] hat eine Verkaufsrunde geplant
    [cycle_settle] hat eine Verkaufsrunde abgerechnet
    [cycle_skip] hat eine Verkaufsrunde übersprungen
    [vehicle_save] hat ein Fahrzeug geändert
    [vehicle_cost] hat gesagt, was ein Fahrzeug kostet
    [driver_save] hat geändert, wer fährt
    [driver_leave] hat vermerkt, dass jemand nicht mehr fährt
    [absence_add] hat eine Abwesenheit notiert
    [absence_end] hat eine Abwesenheit entfernt
    [plan_search] hat einen Tourenplan gesucht
    [plan_move] hat einen Halt verschoben
    [plan_mend] hat einen Tourenplan angepasst
    [plan_lock] hat einen Halt an ein Fahrzeug gebunden
    [plan_publish] hat einen Tourenplan veröffentlicht
    [round_driver] hat bestimmt, wer eine Tour fährt
    [shipment_add] hat einen Transport hinzugefügt
    [shipment_change] hat einen Transport geändert
    [shipment_cancel] hat einen Transport abgesagt
    [round_drive] hat unterwegs etwas notiert
    [round_track] hat einen Link zum Verfolgen erstellt
    [round_book] hat eine Tour gebucht
    [round_state] hat eine Tourenaufstellung ausgestellt
    [transport_agree] hat vereinbart, wie Touren bezahlt werden
    [scenario_rehearse] hat eine Saison unter einer anderen Regel noch einmal gefahren
    [delivery] hat die Ware eines Ladens übergeben
    [document_credit] hat eine Gutschrift ausgestellt
    [erasure_ask] hat verlangt, gelöscht zu werden
    [erasure_withdraw] hat die Löschanfrage zurückgezogen
    [euro_public] hat die öffentliche Seite des Euro geöffnet oder geschlossen
    [fee_agree] hat eine Gebühr vereinbart
    [fee_end] hat eine Gebühr beendet
    [hub_archive] hat die Daten des Zusammenschlusses mitgenommen
    [link_send] hat einen Zugangslink geschickt
    [mandate_deputy] hat eine Vertretung benannt
    [mandate_end] hat ein Mandat beendet
    [mandate_give] hat ein Mandat erteilt
    [member_admit] hat ein Mitglied aufgenommen
    [member_archive] hat die Daten eines Mitglieds mitgenommen
    [member_change] hat eine Mitgliedschaft geändert
    [order_change] hat eine Bestellung geändert
    [organisation_iban] hat ein Bankkonto geändert
    [organisation_number] hat eine Unternehmensnummer geändert
    [organisation_save] hat einen Eintrag gespeichert
    [organisation_vat_number] hat eine USt-Nummer geändert
    [password_change] hat das eigene Passwort geändert
    [passkey_add] hat einen Passkey hinzugefügt
    [passkey_remove] hat einen Passkey entfernt
    [codes_make] hat neue Notfallcodes gemacht
    [codes_use] ist mit einem Notfallcode hereingekommen
    [sessions_end] hat alle eigenen Geräte abgemeldet
    [provider_link] hat ein Konto eines anderen Dienstes verknüpft
    [provider_unlink] hat ein Konto eines anderen Dienstes gelöst
    [payment_record] hat eine Zahlung erfasst
    [payment_reverse] hat eine Zahlung zurückgenommen
    [person_archive] hat auf Wunsch die Daten einer Person mitgenommen
    [person_erase] hat eine Person gelöscht
    [preparation] hat die Ware eines Ladens vorbereitet
    [reception] hat die Ware eines Produzenten angenommen
    [reference_arrange] hat einen Preis oder die Sichtbarkeit vereinbart
    [reference_create] hat einen Artikel hinzugefügt
    [reference_update] hat einen Artikel geändert
    [reference_withdraw] hat einen Artikel zurückgezogen
    [shortage_share] hat einen Engpass aufgeteilt
    [site_save] hat einen Ort gespeichert
    [stock_count] hat einen Bestand gezählt
    [terms_agree] hat die Regeln geändert
    [token_make] hat ein Zugangstoken erstellt
    [token_revoke] hat ein Zugangstoken widerrufen
    [webhook_add] hat einen Webhook hinzugefügt
    [webhook_pause] hat einen Webhook pausiert
    [webhook_remove] hat einen Webhook entfernt
    [webhook_resume] hat einen Webhook fortgesetzt
    [webhook_secret] hat das Geheimnis eines Webhooks ersetzt
   *[other] hat etwas anderes getan ({ $code })
}

transport-new = Touren bezahlen
transport-pays = Der Zusammenschluss zahlt dem, dem das Fahrzeug gehört
transport-pay = { $pays ->
    [nothing] nichts: Jedes Mitglied trägt die Touren seiner Fahrzeuge
    [planned] die geplanten Kosten des veröffentlichten Plans
   *[real] die wirklichen Kosten nach Kilometern und Stunden
}
transport-part = Bezahlter Teil, in %
transport-sentence = { $pays ->
    [nothing] Jedes Mitglied trägt die Touren seiner Fahrzeuge.
    [planned] Der Zusammenschluss zahlt { $part } der geplanten Kosten jeder Tour dem, dem das Fahrzeug gehört.
   *[real] Der Zusammenschluss zahlt { $part } der wirklichen Kosten jeder Tour dem, dem das Fahrzeug gehört.
}
