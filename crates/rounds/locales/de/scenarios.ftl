scenarios-title = Was wäre, wenn?
scenarios-hint = Fahren Sie eine Saison noch einmal unter einer anderen Regel, mit dem, was befördert wurde, und den Fahrzeugen von heute. Beide Seiten werden gleich gesucht; der Unterschied kommt allein von der Regel. Fahrende zählen nicht mit: Jedes Fahrzeug fährt zu seinen Zeiten.
scenarios-none = Noch wurde keine Saison noch einmal gefahren.
scenarios-done = Noch einmal gefahrene Saisons
scenario-new = Eine Saison noch einmal fahren
scenario-first = Von
scenario-last = Bis
scenario-what = Was sich ändert
scenario-rule = { $rule ->
    [no_night] Keine Abfahrt in der Nacht
    [other_day] Ein anderer Tag
    [depot] Ein Depot mehr
   *[together] Zwei Hubs gemeinsam
}
scenario-earliest = Erste Abfahrt
scenario-from = Was fährt am
scenario-to = fährt am
scenario-where = Wo
scenario-with = Mit
scenario-with-hint = Sie müssen auch den anderen Hub koordinieren.
scenario-steps = Suchschritte je Tag
scenario-seed = Startwert
scenario-start = Saison fahren
scenario-working = Saison unter einer anderen Regel
scenario-no-night = Keine Abfahrt vor { $time }
scenario-other-day = Am { $to } statt am { $from }
scenario-depot = Ein Depot mehr: { $place }
scenario-together = Gemeinsam mit { $hub }
scenario-verdict = { $standing ->
    [dearer] Die Saison hätte { $amount } mehr gekostet ({ $percent } %).
    [cheaper] Die Saison hätte { $amount } weniger gekostet ({ $percent } %).
   *[even] Die Saison hätte gleich viel gekostet.
}
scenario-period-of = Was vom { $first } bis zum { $last } befördert wurde.
scenario-side = { $side ->
    [as_it_is] Wie es ist
   *[changed] Unter der Regel
}
scenario-apart = Unterschied
scenario-cost = Kosten
scenario-days = Tage
scenario-rounds = Touren
scenario-km = Kilometer
scenario-hours = Stunden
scenario-co2 = CO₂ in kg
scenario-left-out = Sendungen ohne Platz
scenario-more-left-out = { $count ->
    [one] { $count } Sendung mehr findet keinen Platz: Ihre Kosten fehlen in diesem Vergleich.
   *[other] { $count } Sendungen mehr finden keinen Platz: Ihre Kosten fehlen in diesem Vergleich.
}
scenario-by-day = Tag für Tag
scenario-how = Genau so wieder zu machen mit { $steps } Schritten je Tag, Startwert { $seed }, Motor { $engine }. Woraus jeder Tag geplant wurde, bleibt beim Ergebnis.
scenario-period = Wählen Sie einen Zeitraum von einem Tag bis sechs Monate, das Ende nach dem Anfang.
scenario-nothing-moved = In diesem Zeitraum wurde nichts befördert: Wählen Sie einen anderen.
scenario-not-yours = Wählen Sie einen anderen Hub, den Sie auch koordinieren.
scenario-same-day = Wählen Sie zwei verschiedene Tage.
scenario-each-hub = Jeder Hub für sich
scenario-both-alone = Beide, jeder für sich
scenario-prices = Die Fahrzeuge, zu den Preisen vom Tag der Probe
scenario-per-km = Je km
scenario-per-hour = Je Stunde
