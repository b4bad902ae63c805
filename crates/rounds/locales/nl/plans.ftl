plan-in-the-way = { $count ->
    [one] Er is één hindernis: niets is gepland. Los ze op en begin opnieuw.
   *[other] Er zijn { $count } hindernissen: niets is gepland. Los ze op en begin opnieuw.
}
plan-unplannable = De rondemotor weigert deze gegevens: { $why }
plan-already-published = Dit plan is al gepubliceerd, of een ander nam zijn plaats in: maak een nieuw.
plan-past = Deze dag is voorbij: kies een dag die nog komt.
plan-breaks-rules = { $count ->
    [one] Dit plan overtreedt { $count } regel: het wordt niet gepubliceerd. Zoek een ander.
   *[other] Dit plan overtreedt { $count } regels: het wordt niet gepubliceerd. Zoek een ander.
}
plan-outdated = { $count ->
    [one] Sinds dit plan is { $count } vervoer veranderd: pas het eerst aan.
   *[other] Sinds dit plan zijn { $count } vervoeren veranderd: pas het eerst aan.
}
plan-on-the-road = { $vehicle } is al onderweg, en zijn ronde is anders in dit plan: laat ze zoals ze is.
plan-nothing-changed = Niets is veranderd sinds dit plan: er is niets aan te passen.
obstacle-nothing = Niets wacht die dag op vervoer: voeg vervoer toe, of kies een andere dag.
obstacle-no-vehicle = Geen voertuig is gekozen: vink er minstens één aan.
obstacle-without-cost = { $vehicle } heeft geen kost: zeg onder Voertuigen wat het kost.
obstacle-not-there = { $vehicle } of wie het rijdt is er die dag niet, of niet tegelijk: kies anders.
obstacle-no-site = Van { $from } naar { $to }: een van beide heeft geen plaats. Voeg ze toe aan de fiche van het lid, met haar coördinaten.
obstacle-no-coordinates = { $place } heeft geen coördinaten: voeg ze toe aan zijn plaats.
obstacle-closed = { $place } is die dag gesloten: kies een andere dag, of andere uren.
obstacle-outside-hours = Bij { $place } wordt { $asked } gevraagd als er niemand is: wijzig het uur van het vervoer, of de uren van de plaats.
plan-better-by = Het beste plan tot nu is { $percent } % beter dan het eerste.
change-new = nieuw: van { $from } naar { $to }
change-gone = geannuleerd: van { $from } naar { $to }
change-other = gewijzigd: van { $from } naar { $to }
move-nobody = Daar kan het niet: het voertuig heeft geen plaats of geen tijd. Kies anders.
rounds-title = Rondes
rounds-shipments = Te vervoeren
rounds-days = Dagen
rounds-nothing = Niets wacht die dag op vervoer.
rounds-to-move = { $count ->
    [one] { $count } vervoer: { $crates } kratten, { $kilograms } kg
   *[other] { $count } vervoeren: { $crates } kratten, { $kilograms } kg
}
rounds-changed = { $count ->
    [one] Sinds dit plan is { $count } vervoer veranderd:
   *[other] Sinds dit plan zijn { $count } vervoeren veranderd:
}
plans-title = De plannen naast elkaar
plans-none = Geen plan voor deze dag.
plans-hint = Groen is het beste van elke kolom. De kost is die van voertuigen en wie rijdt; de CO₂ telt van bron tot wiel.
plan-new = Nieuw plan
plan-new-lead = { $count ->
    [one] { $count } vervoer wacht.
   *[other] { $count } vervoeren wachten.
}
plan-name = Plan
plan-number = Plan { $number }
plan-title = Plan { $number }, { $day }
plan-rounds = Rondes
plan-rounds-and-km = { $count ->
    [one] { $count } ronde
   *[other] { $count } rondes
}
plan-cost = Kost
plan-km = Afstand
plan-hours = Uren rijden en stilstaan
plan-co2 = CO₂
plan-fill = Vulling
plan-late = Vertraging
plan-left-out = Niet meegenomen
plan-state = { $state ->
    [published] gepubliceerd
    [superseded] vervangen
   *[draft] ontwerp
}
plan-goal = { $goal ->
    [cheapest] goedkoopst
    [fewest_vehicles] minste voertuigen
    [earliest] vroegst klaar
   *[balanced] evenwichtige uren
}
plan-made = { $made ->
    [by_hand] met de hand gewijzigd
    [mended] aangepast
   *[searched] gezocht
}
plan-effort = { $effort ->
    [quick] snel
    [thorough] grondig
   *[good] goed
}
plan-does = { $does ->
    [pick_up] laden
    [deliver] leveren
    [hand_over] afgeven
   *[take_over] overnemen
}
plan-goal-label = Doel
plan-effort-label = Zoeken
plan-late-minutes = Geduld, in minuten
plan-seed = Zaad van het toeval
plan-late-hint = Met 0 wacht niemand na zijn uren. Hetzelfde zaad en dezelfde gegevens geven hetzelfde plan.
plan-vehicles = Voertuigen
plan-no-vehicles = Geen voertuig is er die dag.
plan-driver = Wie rijdt
plan-driver-saved = Genoteerd.
plan-paste = Duren en afstanden plakken
plan-paste-hint = Een regel getallen per plaats, in deze volgorde, van elk naar elk; de hierboven aangevinkte voertuigen horen erbij.
plan-paste-minutes = Minuten
plan-paste-kilometres = Kilometer
plan-search = Zoeken
plan-searching = Een plan voor { $day }
plan-publish = Publiceren
plan-published = Het plan is gepubliceerd: iedereen ziet wanneer men komt.
plan-mend = De kleinste wijziging voorstellen
plan-mended = Dit is de kleinste wijziging: publiceer ze als ze past.
plan-locked = Vastgezet: een nieuwe zoektocht laat het bij dit voertuig.
plan-unlocked = Losgemaakt: een nieuwe zoektocht mag het verplaatsen.
plan-lock-round = Ronde vastzetten
plan-unlock-round = Ronde losmaken
plan-is-locked = vast
plan-round-said = { $departs } – { $arrives } · { $km } · { $hours } · { $cost } · { $fill } gevuld
plan-stop = Halte
plan-place = Plaats
plan-does-label = Te doen
plan-on-board = Daarna aan boord
plan-empty = leeg
plan-minutes-late = { $minutes } min te laat
plan-way = { $from } → { $to }
plan-search-on = Van hieruit beter zoeken
plan-search-on-hint = Wat vaststaat blijft bij zijn voertuig; dit plan blijft ook, om te vergelijken.
plan-how = Waar dit plan vandaan komt
plan-how-said = Gemaakt door { $engine }, zaad { $seed }, { $iterations } stappen.
plan-how-hint = Beide bestanden bevatten alles waaruit het plan gemaakt is; “tresse plan” maakt er opnieuw een, en de controle van de instantie maakt dit tot op de byte opnieuw.
plan-base = Het plan waarvan het vertrekt
plan-description-file = De gegevens
plan-result-file = Het resultaat
why-traits = Geen voertuig heeft de nodige uitrusting.
why-too-large = Geen voertuig dat ervoor is uitgerust is groot genoeg.
why-too-late = Geen voertuig is er op tijd, zelfs als het nergens anders heen gaat.
why-taken = De voertuigen die het kunnen nemen hebben naast de rest geen plaats of tijd meer.
why-not-yet = Een voertuig kan het nemen: zoek langer, of plaats het met de hand.
move-link = verplaatsen
move-title = Verplaatsen
move-vehicles = In welk voertuig
move-places = Wanneer in de ronde van { $vehicle }
move-time = Uur
move-cost = Kost meer
move-now = in dit plan
move-as-it-is = zoals het is
move-see-places = momenten bekijken
move-here = Hier zetten
move-leave-out = Aan iemand anders laten
move-after = Na
move-first = als eerste
move-done = Verplaatst: dit is een nieuw plan, het oude blijft om te vergelijken.
plan-together = { $count ->
    [one] { $count } vervoer { $does }: { $load }
   *[other] { $count } vervoeren { $does }: { $load }
}
plan-see-stops = { $count ->
    [one] De { $count } halte bekijken
   *[other] De { $count } haltes bekijken
}
plan-service-learnt = { $minutes } min ter plaatse, geleerd uit { $halts } stops
plan-service-given = { $minutes } min ter plaatse, opgegeven
