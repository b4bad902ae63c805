# $count (Number) - how many
plan-in-the-way = { $count ->
    [one] Il y a un obstacle : rien n’est planifié. Levez-le et recommencez.
   *[other] Il y a { $count } obstacles : rien n’est planifié. Levez-les et recommencez.
}
# $why (String) - in the engine’s words
plan-unplannable = Le moteur de tournées refuse ces données : { $why }
plan-already-published = Ce plan est déjà publié, ou un autre a pris sa place : faites-en un nouveau.
plan-past = Ce jour est passé : choisissez un jour à venir.
# $count (Number) - how many
plan-breaks-rules = { $count ->
    [one] Ce plan enfreint { $count } règle : il n’est pas publié. Cherchez-en un autre.
   *[other] Ce plan enfreint { $count } règles : il n’est pas publié. Cherchez-en un autre.
}
# $count (Number) - how many
plan-outdated = { $count ->
    [one] Depuis ce plan, { $count } transport a changé : adaptez-le d’abord.
   *[other] Depuis ce plan, { $count } transports ont changé : adaptez-le d’abord.
}
# $vehicle (String) - its name
plan-on-the-road = { $vehicle } est déjà en route, et sa tournée est autre dans ce plan : laissez-la telle quelle.
plan-nothing-changed = Rien n’a changé depuis ce plan : il n’y a rien à adapter.
obstacle-nothing = Rien n’attend d’être transporté ce jour-là : ajoutez un transport, ou choisissez un autre jour.
obstacle-no-vehicle = Aucun véhicule n’est choisi : cochez-en au moins un.
# $vehicle (String) - its name
obstacle-without-cost = { $vehicle } n’a pas de coût : dites sous Véhicules ce qu’il coûte.
# $vehicle (String) - its name
obstacle-not-there = { $vehicle } ou qui le conduit n’est pas là ce jour-là, ou pas en même temps : choisissez autrement.
# $from (String) - sender
# $to (String) - receiver
obstacle-no-site = De { $from } vers { $to } : l’un des deux n’a pas de lieu. Ajoutez-le à la fiche du membre, avec ses coordonnées.
# $place (String) - its name
obstacle-no-coordinates = { $place } n’a pas de coordonnées : ajoutez-les à son lieu.
# $place (String) - its name
obstacle-closed = { $place } est fermé ce jour-là : changez de jour, ou ses heures.
# $asked (String) - time of day
# $place (String) - its name
obstacle-outside-hours = À { $place }, { $asked } est demandé quand personne n’est là : changez l’heure du transport, ou les heures du lieu.
# $percent (String) - by how much
plan-better-by = Le meilleur plan jusqu’ici est { $percent } % meilleur que le premier.
# $from (String) - sender
# $to (String) - receiver
change-new = nouveau : de { $from } vers { $to }
# $from (String) - sender
# $to (String) - receiver
change-gone = annulé : de { $from } vers { $to }
# $from (String) - sender
# $to (String) - receiver
change-other = changé : de { $from } vers { $to }
move-nobody = Là, ce n’est pas possible : le véhicule n’a pas la place ou pas le temps. Choisissez autrement.
rounds-title = Tournées
rounds-shipments = À transporter
rounds-days = Jours
rounds-nothing = Rien n’attend d’être transporté ce jour-là.
# $count (Number) - how many
# $crates (String) - how many
# $kilograms (String) - how many
rounds-to-move = { $count ->
    [one] { $count } transport : { $crates } caisses, { $kilograms } kg
   *[other] { $count } transports : { $crates } caisses, { $kilograms } kg
}
# $count (Number) - how many
rounds-changed = { $count ->
    [one] Depuis ce plan, { $count } transport a changé :
   *[other] Depuis ce plan, { $count } transports ont changé :
}
plans-title = Les plans côte à côte
plans-none = Aucun plan pour ce jour.
plans-hint = En vert, le meilleur de chaque colonne. Le coût est celui des véhicules et de qui conduit ; le CO₂ compte du puits à la roue.
plan-new = Nouveau plan
# $count (Number) - how many
plan-new-lead = { $count ->
    [one] { $count } transport attend.
   *[other] { $count } transports attendent.
}
plan-name = Plan
# $number (Number) - of the day
plan-number = Plan { $number }
# $number (Number) - of the day
# $day (String) - the day
plan-title = Plan { $number }, { $day }
plan-rounds = Tournées
# $count (Number) - how many
plan-rounds-and-km = { $count ->
    [one] { $count } tournée
   *[other] { $count } tournées
}
plan-cost = Coût
plan-km = Distance
plan-hours = Heures de conduite et d’arrêt
plan-co2 = CO₂
plan-fill = Remplissage
plan-late = Retards
plan-left-out = Laissés de côté
# $state (String) - code
plan-state = { $state ->
    [published] publié
    [superseded] remplacé
   *[draft] brouillon
}
# $goal (String) - code
plan-goal = { $goal ->
    [cheapest] le moins cher
    [fewest_vehicles] le moins de véhicules
    [earliest] fini au plus tôt
   *[balanced] heures équilibrées
}
# $made (String) - code
plan-made = { $made ->
    [by_hand] modifié à la main
    [mended] adapté
   *[searched] cherché
}
# $effort (String) - code
plan-effort = { $effort ->
    [quick] rapide
    [thorough] approfondie
   *[good] bonne
}
# $does (String) - code
plan-does = { $does ->
    [pick_up] charger
    [deliver] livrer
    [hand_over] déposer
   *[take_over] reprendre
}
plan-goal-label = But
plan-effort-label = Recherche
plan-late-minutes = Retard toléré, en minutes
plan-seed = Graine du hasard
plan-late-hint = Avec 0, personne n’attend après ses heures. La même graine et les mêmes données donnent le même plan.
plan-vehicles = Véhicules
plan-no-vehicles = Aucun véhicule n’est là ce jour-là.
plan-driver = Qui conduit
plan-driver-saved = C’est noté.
plan-paste = Coller des durées et des distances
plan-paste-hint = Une ligne de nombres pour chaque lieu, dans cet ordre, de chacun vers chacun ; les véhicules cochés plus haut en font partie.
plan-paste-minutes = Minutes
plan-paste-kilometres = Kilomètres
plan-search = Chercher
# $day (String) - the day
plan-searching = Un plan pour { $day }
plan-publish = Publier
plan-published = Le plan est publié : chacun voit quand on vient.
plan-mend = Proposer le plus petit changement
plan-mended = Voici le plus petit changement : publiez-le s’il convient.
plan-locked = Fixé : une nouvelle recherche le laisse à ce véhicule.
plan-unlocked = Détaché : une nouvelle recherche peut le déplacer.
plan-lock-round = Fixer la tournée
plan-unlock-round = Détacher la tournée
plan-is-locked = fixé
# $departs (String) - time
# $arrives (String) - time
# $km (String) - how far
# $hours (String) - how long
# $cost (String) - how much
# $fill (String) - percent
plan-round-said = { $departs } – { $arrives } · { $km } · { $hours } · { $cost } · rempli à { $fill }
plan-stop = Arrêt
plan-place = Lieu
plan-does-label = À faire
plan-on-board = À bord après
plan-empty = vide
# $minutes (Number) - how many
plan-minutes-late = { $minutes } min de retard
# $from (String) - sender
# $to (String) - receiver
plan-way = { $from } → { $to }
plan-search-on = Chercher mieux à partir d’ici
plan-search-on-hint = Ce qui est fixé reste à son véhicule ; ce plan reste aussi, pour comparer.
plan-how = D’où vient ce plan
# $engine (String) - name and version
# $seed (Number) - of chance
# $iterations (Number) - how many
plan-how-said = Fait par { $engine }, graine { $seed }, { $iterations } pas.
plan-how-hint = Les deux fichiers contiennent tout ce dont le plan est fait ; « tresse plan » en refait un, et la vérification de l’instance refait celui-ci à l’octet près.
plan-base = Le plan dont il part
plan-description-file = Les données
plan-result-file = Le résultat
why-traits = Aucun véhicule n’a l’équipement qu’il faut.
why-too-large = Aucun véhicule équipé pour cela n’est assez grand.
why-too-late = Aucun véhicule n’y est à temps, même s’il ne va nulle part ailleurs.
why-taken = Les véhicules qui pourraient le prendre n’ont plus de place ou de temps à côté du reste.
why-not-yet = Un véhicule pourrait le prendre : cherchez plus longtemps, ou placez-le à la main.
move-link = déplacer
move-title = Déplacer
move-vehicles = Dans quel véhicule
# $vehicle (String) - its name
move-places = À quel moment de la tournée de { $vehicle }
move-time = Heure
move-cost = Coûte en plus
move-now = dans ce plan
move-as-it-is = tel quel
move-see-places = voir les moments
move-here = Mettre ici
move-leave-out = Laisser à quelqu’un d’autre
move-after = Après
move-first = en premier
move-done = Déplacé : c’est un nouveau plan, l’ancien reste pour comparer.
# $count (Number) - how many
# $does (String) - pick up or deliver
# $load (String) - crates
plan-together = { $count ->
    [one] { $does } { $count } transport : { $load }
   *[other] { $does } { $count } transports : { $load }
}
# $count (Number) - how many
plan-see-stops = { $count ->
    [one] Voir le { $count } arrêt
   *[other] Voir les { $count } arrêts
}
# $minutes (Number) - how long
# $halts (Number) - stops that were seen
plan-service-learnt = { $minutes } min sur place, apprises de { $halts } arrêts
# $minutes (Number) - how long
plan-service-given = { $minutes } min sur place, selon la règle
