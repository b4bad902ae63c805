calendar-title = Kalender
calendar-hint = Die Termine Ihres Mandats: { $label }.
calendar-none = Keine kommenden Termine.
calendar-opens = Bestellbeginn: { $cycle }
calendar-closes = Bestellschluss: { $cycle }
calendar-delivery = Lieferung: { $cycle }
calendar-arrival = Waren zu bringen: { $cycle }
calendar-to-pay = Zu zahlen: { $document }
calendar-to-be-paid = Zahlung erwartet: { $document }
calendar-producers-to-pay = { $count ->
    [one] { $count } Erzeuger zu bezahlen
   *[other] { $count } Erzeuger zu bezahlen
}
calendar-carriers-to-pay = { $count ->
    [one] { $count } Transporteur zu bezahlen
   *[other] { $count } Transporteure zu bezahlen
}
calendar-shops-to-pay = { $count ->
    [one] { $count } Laden hat zu zahlen
   *[other] { $count } Läden haben zu zahlen
}
calendar-on-a-phone = Auf Ihrem Telefon
calendar-offer = Erstellen Sie eine geheime Adresse: Der Kalender Ihres Telefons oder Computers liest dort diese Termine und hält sie aktuell.
calendar-shown-once = Kopieren Sie diese Adresse jetzt: Sie wird nicht mehr gezeigt.
calendar-address = Adresse des Kalenders
calendar-add-here = Auf diesem Gerät hinzufügen
calendar-on-iphone = iPhone, iPad: Einstellungen, Apps, Kalender, Accounts, Account hinzufügen, Andere, Kalenderabo hinzufügen.
calendar-on-android = Android mit Google Kalender: am Computer, Weitere Kalender, Per URL; die Termine folgen auf dem Telefon.
calendar-on-desk = Thunderbird: Neuer Kalender, Im Netzwerk. Outlook: Kalender hinzufügen, Aus dem Internet abonnieren.
calendar-made = Seit { $moment } gibt es eine Adresse.
calendar-make = Adresse erstellen
calendar-renew = Adresse ersetzen
calendar-revoke = Adresse löschen
calendar-revoked = Die Adresse ist gelöscht: Kein Kalender liest diese Termine mehr.
calendar-secret = Wer die Adresse kennt, liest diese Termine, ohne Beträge. Sie gilt, solange Ihr Mandat dauert; ersetzen Sie sie, wenn sie sich herumgesprochen hat.
