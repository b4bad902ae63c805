fleet-title = Fahrzeuge und Fahrer
fleet-hint = Jedes Mitglied kann seine Fahrzeuge für die Touren der Gruppe stellen. Ein Plan rechnet mit dem, was sie wirklich kosten.
fleet-none = Kein Fahrzeug: Fügen Sie das erste hinzu.
fleet-save = Speichern
vehicle-new = Fahrzeug hinzufügen
vehicle-name = Fahrzeug
vehicle-home = Wo es seinen Tag beginnt und beendet
vehicle-kind-label = Art
vehicle-fuel-label = Energie
vehicle-kind = { $kind ->
    [cargo_bike] Lastenrad
    [car] Pkw
    [van] Lieferwagen
   *[truck] Lkw
}
vehicle-fuel = { $fuel ->
    [muscle] Muskelkraft
    [electricity] Strom
    [diesel] Diesel
    [petrol] Benzin
   *[natural_gas] Erdgas
}
fuel-unit = { $fuel ->
    [electricity] kWh
    [natural_gas] kg
    [muscle] Einheiten
   *[diesel] Liter
}
vehicle-trait = { $need ->
    [fridge] Kühlung
    [freezer] Tiefkühlung
    [tail_lift] Ladebordwand
   *[pallet_truck] Hubwagen
}
vehicle-holds = Was hineinpasst
vehicle-holds-hint = Kisten von 60 × 40 cm, je Abteil: was gleichzeitig hineinpasst.
vehicle-crates = { $storage ->
    [dry] Trockene Kisten
    [cold] Gekühlte Kisten
   *[frozen] Tiefgekühlte Kisten
}
vehicle-kilograms = Höchstens Kilogramm
vehicle-shift = Wann
shift-from = Von
shift-to = Bis
shift-said = { $days }, von { $from } bis { $to }
shift-every-day = jeden Tag
shift-from-to-day = { $first } bis { $last }
vehicle-per-day = Je Tag
vehicle-per-km = Je km
vehicle-per-hour = Je Stunde
vehicle-per-stop = Je Halt
vehicle-co2 = CO₂
grams-per-km = { $grams } g/km
co2-source = von der Quelle bis zum Rad; Quelle: { $source }
vehicle-without-cost = ohne Kosten: Kein Plan kann es nutzen
vehicle-retired = nicht mehr ab { $day }
vehicle-retired-on = Nicht mehr da ab
vehicle-saved = Das Fahrzeug ist gespeichert.
vehicle-saved-cost-next = Das Fahrzeug ist gespeichert. Sagen Sie nun, was es kostet.
vehicle-home-elsewhere = Dieser Ort gehört keinem Mitglied: Wählen Sie einen aus der Liste.
vehicle-never-there = Kreuzen Sie mindestens einen Tag an, und ein Ende nach dem Beginn.
vehicle-holds-nothing = Geben Sie Kisten und Kilogramm an: Ohne sie passt nichts hinein.
drivers-title = Wer fährt
drivers-none = Noch fährt niemand.
driver-add = Jemanden hinzufügen
driver-person = Person, und für wen
driver-leaves = Fährt nicht mehr
driver-gone = fährt nicht mehr ab { $day }
driver-saved = Notiert: Diese Person fährt.
driver-left = Notiert: Diese Person fährt nicht mehr.
driver-no-mandate = Diese Person hat hier kein Mandat: Laden Sie sie zuerst ein.
absences-title = Abwesenheiten
absences-none = Alle sind da.
absence-add = Abwesenheit notieren
absence-of = Fahrzeug oder Person
absence-first-day = Erster Tag
absence-last-day = Letzter Tag
absence-days = vom { $first } bis { $last }
absence-end = Entfernen
absence-saved = Die Abwesenheit ist notiert.
absence-ended = Die Abwesenheit ist entfernt.
absence-last-before-first = Der letzte Tag liegt vor dem ersten: Korrigieren Sie einen der beiden.
cost-link = Kosten
cost-title = Was es kostet
cost-way = Beim Fahren
cost-use = { $unit } auf 100 km
cost-energy-price = Preis ohne MwSt., je Einheit ({ $unit })
cost-wear = Verschleiß je km: Reifen, Wartung
cost-days = Jeden Tag, wie weit es auch fährt
cost-purchase = Kauf ohne MwSt.
cost-resale = Wiederverkauf
cost-years = Jahre im Dienst
cost-days-per-year = Fahrtage im Jahr
cost-insurance = Versicherung im Jahr
cost-tax = Steuer und Prüfung im Jahr
cost-driver = Wer fährt
cost-wage = Lohnkosten einer Stunde
cost-per-stop = Zusätzlich je Halt
cost-hint = Die Stunde ist, was der Arbeitgeber zahlt, mit Beiträgen; ein Erzeuger, der fährt, zählt seine Stunden auch.
cost-save = Speichern und rechnen
cost-saved = Die Kosten sind gespeichert: Pläne rechnen damit.
cost-of-a-trip = Was eine Fahrt kostet
cost-km = km
cost-time = Dauer
cost-reckon = Rechnen
cost-trip = { $km } km in { $time }:
cost-part = { $part ->
    [energy] Energie
    [wear] Verschleiß
    [value] Wertverlust des Tages
    [insurance] Versicherung des Tages
    [tax] Steuer des Tages
   *[wage] Fahren
}
cost-sum = Insgesamt
cost-not-yet = Füllen Sie zuerst die Kosten aus.
cost-prices = Womit Pläne rechnen
cost-gains-in-value = Der Wiederverkauf übersteigt den Kauf: Prüfen Sie beide Beträge.
