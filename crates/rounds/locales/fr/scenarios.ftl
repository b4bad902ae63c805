scenarios-title = Et si ?
scenarios-hint = Refaites une saison sous une autre règle, avec ce qui fut transporté et les véhicules d’aujourd’hui. Les deux côtés sont cherchés de la même façon ; la différence ne tient qu’à la règle. Les conducteurs ne comptent pas : chaque véhicule roule à ses heures.
scenarios-none = Aucune saison n’a encore été refaite.
scenarios-done = Saisons refaites
scenario-new = Refaire une saison
scenario-first = Du
scenario-last = Au
scenario-what = Ce qui change
# $rule (String) - the rule's code
scenario-rule = { $rule ->
    [no_night] Aucun départ de nuit
    [other_day] Un autre jour
    [depot] Un dépôt de plus
   *[together] Deux hubs ensemble
}
scenario-earliest = Premier départ
scenario-from = Ce qui roule le
scenario-to = roule le
scenario-where = Où
scenario-with = Avec
scenario-with-hint = Il faut aussi coordonner l’autre hub.
scenario-steps = Pas de recherche par jour
scenario-seed = Graine
scenario-start = Refaire la saison
scenario-working = Saison refaite sous une autre règle
# $time (String) - of the day
scenario-no-night = Aucun départ avant { $time }
# $from (String) - a weekday
# $to (String) - a weekday
scenario-other-day = Le { $to } au lieu du { $from }
# $place (String) - its name
scenario-depot = Un dépôt de plus : { $place }
# $hub (String) - its name
scenario-together = Ensemble avec { $hub }
# $standing (String) - dearer, cheaper or even
# $amount (String) - by how much
# $percent (String) - of what it is
scenario-verdict = { $standing ->
    [dearer] La saison aurait coûté { $amount } de plus ({ $percent } %).
    [cheaper] La saison aurait coûté { $amount } de moins ({ $percent } %).
   *[even] La saison aurait coûté autant.
}
# $first (String) - the first day
# $last (String) - the last day
scenario-period-of = Ce qui fut transporté du { $first } au { $last }.
# $side (String) - as a code
scenario-side = { $side ->
    [as_it_is] Comme c’est
   *[changed] Sous la règle
}
scenario-apart = Différence
scenario-cost = Coût
scenario-days = Jours
scenario-rounds = Tournées
scenario-km = Kilomètres
scenario-hours = Heures
scenario-co2 = CO₂ en kg
scenario-left-out = Envois non placés
# $count (Number) - shipments
scenario-more-left-out = { $count ->
    [one] { $count } envoi de plus ne trouve pas de place : son coût manque dans cette comparaison.
   *[other] { $count } envois de plus ne trouvent pas de place : leur coût manque dans cette comparaison.
}
scenario-by-day = Jour par jour
# $steps (String) - of each day's search
# $seed (String) - what chance began with
# $engine (String) - its name and version
scenario-how = Refait à l’identique avec { $steps } pas par jour, graine { $seed }, moteur { $engine }. Les données de chaque jour sont gardées avec le résultat.
scenario-period = Choisissez une période d’un jour à six mois, la fin après le début.
scenario-nothing-moved = Rien n’a été transporté dans cette période : choisissez-en une autre.
scenario-not-yours = Choisissez un autre hub que vous coordonnez aussi.
scenario-same-day = Choisissez deux jours différents.
scenario-each-hub = Chaque hub seul
scenario-both-alone = Les deux, chacun seul
scenario-prices = Les véhicules, aux prix du jour de l’essai
scenario-per-km = Par km
scenario-per-hour = Par heure
