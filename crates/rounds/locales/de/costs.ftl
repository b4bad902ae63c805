costs-title = Kosten der Touren
costs-hint = Was jede Tour kosten sollte, was sie nach Kilometern und Stunden gekostet hat, und was die Bücher davon behalten.
costs-none = In den letzten zwei Monaten wurde keine Tour veröffentlicht.
costs-vehicle = Fahrzeug
costs-carrier = Wem das Fahrzeug gehört
costs-planned = Geplant
costs-real = Wirklich
costs-booked = In den Büchern
costs-owed = Was für Touren ohne Aufstellung geschuldet wird
costs-owed-hint = Gebuchte Touren, die noch auf keiner Aufstellung stehen. Die Aufstellung ist eine Gutschrift des Leistungsempfängers: Sie eröffnet die Zahlung auf dem Konto des Transporteurs, in der für Erzeuger vereinbarten Frist.
costs-state = Aufstellung ausstellen
costs-stated = Aufstellung { $number } ist ausgestellt: Sie wartet auf dem Konto des Transporteurs auf Zahlung.
costs-see-statement = Aufstellung ansehen
costs-amount = Betrag
costs-round = Tour { $round } des Plans { $plan } dieses Tages.
costs-fixed = Je Ausfahrt
costs-distance = Kilometer
costs-time = Stunden
costs-stops = Halte
costs-extra = Maut und Parken
costs-total = Summe
costs-by-stop = Je Halt
costs-by-shipment = Je Sendung
costs-average = Durchschnittlicher Teil
costs-marginal = Eigene Kosten
costs-marginal-hint = Der durchschnittliche Teil teilt die Tour unter allen; die eigenen Kosten sind, was die Tour ohne diesen Halt oder diese Sendung sparen würde, während die anderen in ihrer Reihenfolge bleiben.
costs-from = Von
costs-to = Nach
costs-crates = Kisten
costs-in-the-books = In den Büchern
costs-agreed = { $pays ->
    [nothing] Die Vereinbarung dieses Tages zahlt nichts: Jedes Mitglied trägt die Touren seiner Fahrzeuge.
    [planned] Die Vereinbarung dieses Tages zahlt { $part } der geplanten Kosten.
   *[real] Die Vereinbarung dieses Tages zahlt { $part } der wirklichen Kosten.
}
costs-agreement = Vereinbarung ansehen
costs-is-booked = { $amount } werden { $carrier } für diese Tour geschuldet.
costs-book = { $amount } buchen, geschuldet an { $carrier }
costs-booked-now = Die Tour steht in den Büchern.
costs-still-out = Die Tour ist noch nicht zurück: Ihre wirklichen Kosten sind nicht bekannt.
costs-nothing-agreed = Die Vereinbarung sagt nicht, dass diese Tour bezahlt wird: Es kann nichts gebucht werden.
