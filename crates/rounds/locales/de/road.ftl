road-title = Fahren
road-hint = Ihre Touren. Öffnen Sie die heutige, bevor Sie losfahren: Danach öffnet sie sich auch ohne Netz.
road-none = Keine veröffentlichte Tour wartet auf Sie.
road-stops = { $count ->
    [one] { $count } Halt
   *[other] { $count } Halte
}
road-today = heute
road-left-at = abgefahren um { $time }
road-back-at = zurück um { $time }
road-sheet = Fahrtenblatt (PDF)
road-sheet-title = Fahrtenblatt { $vehicle }
road-day = Tag
road-driver = Fahrt
road-departs = Abfahrt
road-back = Rückkehr
road-distance = Entfernung
road-signatures = Unterschriften
road-what = Zu tun
road-dry = Trocken
road-cold = Gekühlt
road-frozen = Tiefgekühlt
road-kilograms = kg
road-does = { $does ->
    [pick_up] Laden für { $other }
    [hand_over] Für eine andere Tour abgeben ({ $other })
    [take_over] Von einer anderen Tour übernehmen ({ $other })
   *[deliver] Liefern von { $other }
}
road-waiting = Auf diesem Telefon notiert, noch nicht gesendet:
road-sign-in = Melden Sie sich wieder an, um zu senden, was dieses Telefon notiert hat: Nichts ist verloren.
road-dismiss = Verstanden
road-left = Abgefahren um
road-behind = Die Tour hat { $minutes } Minuten Verspätung.
road-depart = Ich fahre los
road-delay = Verspätung melden
road-minutes = Minuten Verspätung
road-delay-hint = Wer noch wartet, bekommt eine E-Mail, und die Seite zum Verfolgen ändert sich.
road-announce = Melden
road-navigate = Hinfahren
road-arrived = Angekommen um
road-gone = weitergefahren um
road-arrive = Ich bin da
road-refuse = Ablehnung notieren
road-which = Ware
road-how-many = Abgelehnte Kisten
road-why = Grund
because = { $reason ->
    [closed] geschlossen
    [damaged] beschädigt
    [too_warm] zu warm
    [wrong] falsche Ware
    [missing] fehlt
   *[other] anderer Grund
}
road-note = Bemerkung
road-photo = Foto
road-note-refusal = Ablehnung notieren
road-refused = { $crates ->
    [one] { $crates } Kiste abgelehnt
   *[other] { $crates } Kisten abgelehnt
}: { $what } – { $why }
road-leave = Diesen Halt abschließen
road-met = Angenommen oder übergeben von
road-cold-temperature = Temperatur der gekühlten Ware bei Ankunft, in °C
road-frozen-temperature = Temperatur der tiefgekühlten Ware bei Ankunft, in °C
road-crates = Leere Kisten
road-crates-hint = ohne die, die mit der Ware gehen
road-crates-given = Dagelassen
road-crates-taken = Mitgenommen
road-crates-moved = { $given } dagelassen, { $taken } mitgenommen
road-signature = Unterschrift
road-clear = Löschen
road-or-code = oder Code, den die Person vorliest
road-code-right = Code richtig
road-code-wrong = Code falsch
road-done-here = Erledigt
road-end = Ende der Tour
road-km = Gefahrene Kilometer
road-extra = Maut und Parken, in Euro
road-i-am-back = Ich bin zurück
road-make-address = Link zum Verfolgen dieses Halts
road-address-title = Link zum Verfolgen
road-address-hint = Kopieren Sie diesen Link und senden Sie ihn an die Wartenden: Er sagt, wann das Fahrzeug kommt, nennt niemanden und gilt bis zum nächsten Tag. Er wird nicht mehr gezeigt.
road-back-to-round = Die Tour
road-noted = { $kind ->
    [depart] Gute Fahrt.
    [arrive] Die Ankunft ist notiert.
    [refuse] Die Ablehnung ist notiert.
    [leave] Der Halt ist abgeschlossen.
    [delay] Die Verspätung ist gemeldet.
   *[end] Die Rückkehr ist notiert.
}
road-other-content = Das wurde schon mit anderem Inhalt gesendet: Laden Sie die Seite neu und beginnen Sie erneut.
road-already-left = Dieser Halt ist schon abgeschlossen: Nichts wurde geändert.
road-already-back = Die Rückkehr dieser Tour ist schon notiert: Nichts wurde geändert.
road-more-than-carried = So viele Kisten hat diese Sendung nicht: Berichtigen Sie die Zahl.
road-no-signature = Das Gesendete ist keine Unterschrift: Löschen Sie und unterschreiben Sie erneut.
road-too-old = Das ist über eine Woche alt: Sagen Sie es der Koordination, die es notiert.
road-superseded = Diese Tour wurde durch eine andere ersetzt: Öffnen Sie die Liste Ihrer Touren erneut.
road-no-picture = Diese Datei ist kein Foto: Wählen Sie ein Bild in JPEG, PNG oder WebP.

follow-title = Wann wir kommen
follow-expected = Erwartet gegen
follow-late = { $minutes } Minuten Verspätung: geplant war { $time }.
follow-on-the-way = { $count ->
    [0] Das Fahrzeug kommt zu Ihnen.
    [one] Das Fahrzeug ist unterwegs, { $count } Halt vor Ihnen.
   *[other] Das Fahrzeug ist unterwegs, { $count } Halte vor Ihnen.
}
follow-not-left = Das Fahrzeug ist noch nicht abgefahren.
follow-here = Das Fahrzeug ist seit { $time } da.
follow-done = Erledigt: Das Fahrzeug ist um { $time } weitergefahren.
follow-code = Code zum Vorlesen, wenn Sie lieber nicht unterschreiben:
follow-hint = Diese Seite nennt niemanden. Laden Sie sie neu für die letzte bekannte Uhrzeit; morgen ist sie weg.

letter-left-subject = { $hub }: gegen { $time } bei Ihnen
letter-left =
    Guten Tag,

    das Fahrzeug ist abgefahren und gegen { $time } bei Ihnen. Verfolgen Sie es hier, ohne Anmeldung:

    { $address }

    { $hub }
letter-late-subject = { $hub }: Verspätung, gegen { $time } bei Ihnen
letter-late =
    Guten Tag,

    das Fahrzeug hat Verspätung und kommt gegen { $time }. Verfolgen Sie es hier, ohne Anmeldung:

    { $address }

    { $hub }
letter-follow-button = Fahrzeug verfolgen

learnt-title = Wirkliche Zeiten vor Ort
learnt-hint = Zeit von Ankunft bis Abfahrt, je Ort: der Median der letzten zwanzig Halte, sobald es drei sind. Die nächsten Pläne rechnen mit diesen Zeiten.
learnt-none = Noch kein Ort hatte drei Halte: Die Pläne rechnen mit den üblichen Zeiten.
learnt-minutes = Minuten
learnt-from = Halte

sheet-page = Seite {"{n}"} / {"{total}"}
sheet-continued = Fortsetzung
