webhooks-title = Webhooks
webhooks-hint = Hier erfahren andere Programme, was im Zusammenschluss geschieht. Eine Nachricht sagt, was geschah und wo nachzusehen ist, ohne Namen und Beträge; sie ist unterschrieben (Standard Webhooks) und kann mehr als einmal ankommen, unter derselben Kennung.
webhooks-none = Keine Adresse hört zu.
webhook-title = Webhook
webhook-add = Adresse hinzufügen
webhook-address = Adresse
webhook-hears-of = Was sie erfährt
webhook-kinds-hint = Nichts angekreuzt: alles.
webhook-all-kinds = alles
webhook-kind = { $kind ->
    [cycle_opened] Verkaufsrunde geöffnet
    [cycle_closed] Verkaufsrunde geschlossen
    [cycle_settled] Verkaufsrunde abgerechnet
    [order_changed] Bestellung geändert
    [reception_received] Waren angenommen
    [delivery_made] Waren übergeben
    [document_issued] Dokument ausgestellt
    [payment_recorded] Zahlung erfasst
    [payment_reversed] Zahlung zurückgenommen
   *[webhook_test] Probe
}
webhook-secret = Geheimnis
webhook-shown-once = Kopieren Sie dieses Geheimnis jetzt: Es wird nicht mehr gezeigt. Es prüft die Unterschrift der Nachrichten.
webhook-old-secret = Das vorige Geheimnis gilt bis
webhook-made-at = Hinzugefügt am
webhook-is-paused = pausiert
webhook-is-failing = antwortet nicht mehr
webhook-paused-since = Pausiert seit { $moment }: Die Nachrichten warten, höchstens dreißig Tage.
webhook-failing-since = Pausiert am { $moment }: Die Adresse antwortete drei Tage lang nicht oder sagte, dass es sie nicht mehr gibt. Die Nachrichten warten, höchstens dreißig Tage.
webhook-test = Probe senden
webhook-pause = Pausieren
webhook-resume = Fortsetzen
webhook-replace-secret = Geheimnis ersetzen
webhook-remove = Entfernen
webhook-paused = Die Adresse ist pausiert: Was geschieht, wartet auf sie.
webhook-resumed = Die Adresse hört wieder zu; was sie versäumt hat, geht zuerst ab.
webhook-removed = Die Adresse ist entfernt.
webhook-test-written = Die Probe ist geschrieben: Sie geht in den nächsten Sekunden ab. Laden Sie die Seite neu, um die Antwort zu sehen.
webhook-goes-again = Die Nachricht geht in den nächsten Sekunden erneut ab, unter derselben Kennung.
webhook-messages = Letzte Nachrichten
webhook-no-messages = Keine Nachrichten.
webhook-what = Was
webhook-when = Wann
webhook-answer = Antwort
webhook-state = Zustand
webhook-spent = in { $ms } ms
webhook-tries = { $count } Versuche
webhook-heard = angekommen
webhook-waits = wartet
webhook-next-try = neuer Versuch am { $moment }
webhook-again = Erneut senden
webhook-not-an-address = Das ist keine Webadresse: Schreiben Sie zum Beispiel https://buchhaltung.example.org/tresse.
webhook-not-https = Die Adresse beginnt mit https://. Einen Host Ihres eigenen Netzes nennt zuerst die Administration (--inside).
webhook-holds-password = Die Adresse enthält einen Namen oder ein Passwort: Nehmen Sie sie heraus, die Unterschrift genügt.
webhook-port = Der Port ist 443, oder 1024 und höher.
webhook-inside = Dieser Host ist nicht im öffentlichen Internet. Gehört er zu Ihrem Netz, nennt ihn zuerst die Administration (--inside).
webhook-too-many = { $most } Adressen hören schon zu: Entfernen Sie zuerst eine.
letter-webhook-subject = Tresse: Ein Webhook ist pausiert
letter-webhook =
    Guten Tag { $name },

    die Adresse { $address } hat drei Tage lang nicht geantwortet oder gesagt, dass es sie nicht mehr gibt. Sie ist pausiert: Was geschieht, wartet auf sie, höchstens dreißig Tage.

    Sehen Sie nach, was sie geantwortet hat, und setzen Sie fort, sobald sie wieder geht:
    { $link }
letter-webhook-button = Webhook ansehen
