scenarios-title = En als?
scenarios-hint = Rijd een seizoen over onder een andere regel, met wat vervoerd werd en de voertuigen van vandaag. Beide kanten worden op dezelfde manier gezocht; het verschil komt alleen van de regel. Bestuurders tellen niet mee: elk voertuig rijdt op zijn uren.
scenarios-none = Er is nog geen seizoen overgereden.
scenarios-done = Overgereden seizoenen
scenario-new = Een seizoen overrijden
scenario-first = Van
scenario-last = Tot
scenario-what = Wat verandert
scenario-rule = { $rule ->
    [no_night] Geen vertrek ’s nachts
    [other_day] Een andere dag
    [depot] Een depot meer
   *[together] Twee hubs samen
}
scenario-earliest = Eerste vertrek
scenario-from = Wat rijdt op
scenario-to = rijdt op
scenario-where = Waar
scenario-with = Met
scenario-with-hint = U moet ook de andere hub coördineren.
scenario-steps = Zoekstappen per dag
scenario-seed = Zaadgetal
scenario-start = Seizoen overrijden
scenario-working = Seizoen onder een andere regel
scenario-no-night = Geen vertrek voor { $time }
scenario-other-day = Op { $to } in plaats van { $from }
scenario-depot = Een depot meer: { $place }
scenario-together = Samen met { $hub }
scenario-verdict = { $standing ->
    [dearer] Het seizoen had { $amount } meer gekost ({ $percent } %).
    [cheaper] Het seizoen had { $amount } minder gekost ({ $percent } %).
   *[even] Het seizoen had evenveel gekost.
}
scenario-period-of = Wat van { $first } tot { $last } vervoerd werd.
scenario-side = { $side ->
    [as_it_is] Zoals het is
   *[changed] Onder de regel
}
scenario-apart = Verschil
scenario-cost = Kosten
scenario-days = Dagen
scenario-rounds = Rondes
scenario-km = Kilometers
scenario-hours = Uren
scenario-co2 = CO₂ in kg
scenario-left-out = Niet geplaatste zendingen
scenario-more-left-out = { $count ->
    [one] { $count } zending meer vindt geen plaats: haar kosten ontbreken in deze vergelijking.
   *[other] { $count } zendingen meer vinden geen plaats: hun kosten ontbreken in deze vergelijking.
}
scenario-by-day = Dag per dag
scenario-how = Precies over te doen met { $steps } stappen per dag, zaadgetal { $seed }, motor { $engine }. De gegevens van elke dag blijven bij het resultaat.
scenario-period = Kies een periode van een dag tot zes maanden, het einde na het begin.
scenario-nothing-moved = In deze periode werd niets vervoerd: kies een andere.
scenario-not-yours = Kies een andere hub die u ook coördineert.
scenario-same-day = Kies twee verschillende dagen.
scenario-each-hub = Elke hub apart
scenario-both-alone = Beide, elk apart
scenario-prices = De voertuigen, tegen de prijzen van de dag van de proef
scenario-per-km = Per km
scenario-per-hour = Per uur
