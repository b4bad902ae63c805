plan-in-the-way = { $count ->
    [one] Ein Hindernis ist im Weg: Nichts ist geplant. Beheben Sie es und beginnen Sie noch einmal.
   *[other] { $count } Hindernisse sind im Weg: Nichts ist geplant. Beheben Sie sie und beginnen Sie noch einmal.
}
plan-unplannable = Die Tourenplanung weist diese Daten zurück: { $why }
plan-already-published = Dieser Plan ist schon veröffentlicht, oder ein anderer ersetzt ihn: Machen Sie einen neuen.
plan-past = Dieser Tag ist vorbei: Wählen Sie einen kommenden Tag.
plan-breaks-rules = { $count ->
    [one] Dieser Plan verletzt { $count } Regel: Er wird nicht veröffentlicht. Suchen Sie einen anderen.
   *[other] Dieser Plan verletzt { $count } Regeln: Er wird nicht veröffentlicht. Suchen Sie einen anderen.
}
plan-outdated = { $count ->
    [one] Seit diesem Plan hat sich { $count } Transport geändert: Passen Sie ihn zuerst an.
   *[other] Seit diesem Plan haben sich { $count } Transporte geändert: Passen Sie ihn zuerst an.
}
plan-on-the-road = { $vehicle } ist schon unterwegs, und seine Tour ist in diesem Plan eine andere: Lassen Sie sie, wie sie ist.
plan-nothing-changed = Seit diesem Plan hat sich nichts geändert: Es gibt nichts anzupassen.
obstacle-nothing = An diesem Tag wartet nichts auf Beförderung: Fügen Sie einen Transport hinzu, oder wählen Sie einen anderen Tag.
obstacle-no-vehicle = Kein Fahrzeug ist gewählt: Kreuzen Sie mindestens eines an.
obstacle-without-cost = { $vehicle } hat keine Kosten: Sagen Sie unter Fahrzeuge, was es kostet.
obstacle-not-there = { $vehicle } oder wer es fährt ist an diesem Tag nicht da, oder nicht zur gleichen Zeit: Wählen Sie anders.
obstacle-no-site = Von { $from } nach { $to }: Einer von beiden hat keinen Ort. Fügen Sie ihn dem Blatt des Mitglieds hinzu, mit seinen Koordinaten.
obstacle-no-coordinates = { $place } hat keine Koordinaten: Fügen Sie sie seinem Ort hinzu.
obstacle-closed = { $place } ist an diesem Tag geschlossen: Wählen Sie einen anderen Tag, oder ändern Sie seine Zeiten.
obstacle-outside-hours = Bei { $place } ist { $asked } verlangt, wenn niemand da ist: Ändern Sie die Zeit des Transports, oder die Zeiten des Ortes.
plan-better-by = Der beste Plan bisher ist { $percent } % besser als der erste.
change-new = neu: von { $from } nach { $to }
change-gone = abgesagt: von { $from } nach { $to }
change-other = geändert: von { $from } nach { $to }
move-nobody = Dort geht es nicht: Das Fahrzeug hat keinen Platz oder keine Zeit. Wählen Sie anders.
rounds-title = Touren
rounds-shipments = Zu befördern
rounds-days = Tage
rounds-nothing = An diesem Tag wartet nichts auf Beförderung.
rounds-to-move = { $count ->
    [one] { $count } Transport: { $crates } Kisten, { $kilograms } kg
   *[other] { $count } Transporte: { $crates } Kisten, { $kilograms } kg
}
rounds-changed = { $count ->
    [one] Seit diesem Plan hat sich { $count } Transport geändert:
   *[other] Seit diesem Plan haben sich { $count } Transporte geändert:
}
plans-title = Die Pläne nebeneinander
plans-none = Kein Plan für diesen Tag.
plans-hint = Grün ist das Beste jeder Spalte. Die Kosten sind die der Fahrzeuge und derer, die fahren; CO₂ zählt von der Quelle bis zum Rad.
plan-new = Neuer Plan
plan-new-lead = { $count ->
    [one] { $count } Transport wartet.
   *[other] { $count } Transporte warten.
}
plan-name = Plan
plan-number = Plan { $number }
plan-title = Plan { $number }, { $day }
plan-rounds = Touren
plan-rounds-and-km = { $count ->
    [one] { $count } Tour
   *[other] { $count } Touren
}
plan-cost = Kosten
plan-km = Strecke
plan-hours = Stunden unterwegs
plan-co2 = CO₂
plan-fill = Auslastung
plan-late = Verspätung
plan-left-out = Nicht mitgenommen
plan-state = { $state ->
    [published] veröffentlicht
    [superseded] ersetzt
   *[draft] Entwurf
}
plan-goal = { $goal ->
    [cheapest] am günstigsten
    [fewest_vehicles] wenigste Fahrzeuge
    [earliest] am frühesten fertig
   *[balanced] ausgeglichene Stunden
}
plan-made = { $made ->
    [by_hand] von Hand geändert
    [mended] angepasst
   *[searched] gesucht
}
plan-effort = { $effort ->
    [quick] schnell
    [thorough] gründlich
   *[good] gut
}
plan-does = { $does ->
    [pick_up] laden
    [deliver] liefern
    [hand_over] übergeben
   *[take_over] übernehmen
}
plan-goal-label = Ziel
plan-effort-label = Suche
plan-late-minutes = Geduldete Verspätung, in Minuten
plan-seed = Startwert des Zufalls
plan-late-hint = Bei 0 wartet niemand nach seinen Zeiten. Derselbe Startwert und dieselben Daten geben denselben Plan.
plan-vehicles = Fahrzeuge
plan-no-vehicles = Kein Fahrzeug ist an diesem Tag da.
plan-driver = Wer fährt
plan-driver-saved = Notiert.
plan-paste = Fahrzeiten und Strecken einfügen
plan-paste-hint = Eine Zeile Zahlen je Ort, in dieser Reihenfolge, von jedem zu jedem; die oben angekreuzten Fahrzeuge gehören dazu.
plan-paste-minutes = Minuten
plan-paste-kilometres = Kilometer
plan-search = Suchen
plan-searching = Ein Plan für { $day }
plan-publish = Veröffentlichen
plan-published = Der Plan ist veröffentlicht: Alle sehen, wann jemand kommt.
plan-mend = Die kleinste Änderung vorschlagen
plan-mended = Das ist die kleinste Änderung: Veröffentlichen Sie sie, wenn sie passt.
plan-locked = Gebunden: Eine neue Suche lässt es bei diesem Fahrzeug.
plan-unlocked = Gelöst: Eine neue Suche darf es verschieben.
plan-lock-round = Tour binden
plan-unlock-round = Tour lösen
plan-is-locked = gebunden
plan-round-said = { $departs } – { $arrives } · { $km } · { $hours } · { $cost } · zu { $fill } gefüllt
plan-stop = Halt
plan-place = Ort
plan-does-label = Zu tun
plan-on-board = Danach an Bord
plan-empty = leer
plan-minutes-late = { $minutes } Min. zu spät
plan-way = { $from } → { $to }
plan-search-on = Von hier aus besser suchen
plan-search-on-hint = Was gebunden ist, bleibt bei seinem Fahrzeug; auch dieser Plan bleibt, zum Vergleichen.
plan-how = Woher dieser Plan kommt
plan-how-said = Gemacht von { $engine }, Startwert { $seed }, { $iterations } Schritte.
plan-how-hint = Die beiden Dateien enthalten alles, woraus der Plan gemacht ist; „tresse plan“ macht wieder einen daraus, und die Prüfung der Instanz macht diesen auf das Byte genau noch einmal.
plan-base = Der Plan, von dem er ausgeht
plan-description-file = Die Daten
plan-result-file = Das Ergebnis
why-traits = Kein Fahrzeug hat die nötige Ausstattung.
why-too-large = Kein dafür ausgestattetes Fahrzeug ist groß genug.
why-too-late = Kein Fahrzeug ist rechtzeitig dort, selbst wenn es sonst nirgends hinfährt.
why-taken = Die Fahrzeuge, die es nehmen könnten, haben neben dem Rest keinen Platz oder keine Zeit.
why-not-yet = Ein Fahrzeug könnte es nehmen: Suchen Sie länger, oder setzen Sie es von Hand ein.
move-link = verschieben
move-title = Verschieben
move-vehicles = In welches Fahrzeug
move-places = Wann in der Tour von { $vehicle }
move-time = Uhrzeit
move-cost = Kostet mehr
move-now = in diesem Plan
move-as-it-is = wie es ist
move-see-places = Zeitpunkte ansehen
move-here = Hierher setzen
move-leave-out = Jemand anderem überlassen
move-after = Nach
move-first = zuerst
move-done = Verschoben: Das ist ein neuer Plan, der alte bleibt zum Vergleichen.
plan-together = { $count ->
    [one] { $count } Transport { $does }: { $load }
   *[other] { $count } Transporte { $does }: { $load }
}
plan-see-stops = { $count ->
    [one] Den { $count } Halt ansehen
   *[other] Die { $count } Halte ansehen
}
plan-service-learnt = { $minutes } Min. vor Ort, gelernt aus { $halts } Halten
plan-service-given = { $minutes } Min. vor Ort, vorgegeben
