shipments-title = Zu befördern
shipments-hint = Was abgeht und was ankommt: Verkäufe schreiben es bei ihrem Schluss, jedes Mitglied kann hinzufügen. Eine veröffentlichte Tour nimmt es mit.
shipments-none = An diesen Tagen ist nichts zu befördern.
shipments-add = Transport hinzufügen
shipments-from-file = Aus einer Datei
shipments-as-file = CSV-Datei
shipments-earlier = Früher
shipments-later = Später
shipments-days = Vom { $first } bis { $last }
shipments-page = Gezeigte Tage
shipment-change = Transport ändern
shipment-from = Von
shipment-to = Nach
shipment-load = Ladung
shipment-state = Stand
shipment-needs = Bedarf
shipment-no-site = ohne Ort
shipment-save = Speichern
shipment-saved = Der Transport ist gespeichert.
shipments-saved = { $count } Transporte hinzugefügt.
shipment-cancel = Nicht mehr befördern
shipment-cancelled = Der Transport ist abgesagt.
shipment-ready-hint = Leer, wenn jede Zeit des Tages passt.
shipment-note-hint = Was der Fahrer wissen muss; keine Namen von Personen.
shipment-crates = { $kind }: { $count }
shipment-ready-from = fertig ab { $time }
shipment-due-by = spätestens { $time }
shipment-origin = { $origin ->
    [collection] Abholung
    [delivery] Lieferung
    [crates_back] Kisten zurück
   *[by_hand] hinzugefügt
}
shipment-standing = { $standing ->
    [waiting] wartet auf eine Tour
    [carried] in einer Tour
    [moved] angekommen
   *[cancelled] abgesagt
}
shipment-need = { $need ->
    [fridge] Kühlung
    [freezer] Tiefkühlung
    [tail_lift] Ladebordwand
   *[pallet_truck] Hubwagen
}
shipment-storage = { $storage ->
    [dry] trocken
    [cold] kühl
   *[frozen] tiefgekühlt
}
shipments-column = { $column ->
    [from] Von
    [to] Nach
    [first_day] Erster Tag
    [last_day] Bis
    [ready] Fertig ab
    [due] Spätestens
    [dry] Trocken
    [cold] Gekühlt
    [frozen] Tiefgekühlt
    [kilograms] Kilogramm
    [needs] Bedarf
   *[note] Bemerkung
}
shipment-nothing = Es gibt nichts zu befördern: Geben Sie Kisten oder Kilogramm an.
shipment-nowhere-else = Es beginnt, wo es endet: Wählen Sie einen anderen Ort.
shipment-last-before-first = Der letzte Tag liegt vor dem ersten: Korrigieren Sie einen der beiden.
shipment-due-before-ready = Es soll da sein, bevor es fertig ist: Korrigieren Sie eine der beiden Zeiten.
shipment-past = Der letzte Tag ist vorbei: Geben Sie einen kommenden Tag an.
shipment-not-a-member = Dieser Ort gehört keinem Mitglied: Wählen Sie einen aus der Liste.
shipment-of-a-sale = Dieser Transport folgt aus einem Verkauf: Ändern Sie die Bestellung, er folgt ihr.
shipment-too-late = Dieser Transport ist angekommen oder abgesagt: Fügen Sie einen anderen hinzu.
shipment-too-many = Höchstens { $most } Transporte auf einmal: Teilen Sie sie auf.
shipments-file-title = Transporte aus einer Datei
shipments-file-hint = Eine CSV- oder XLSX-Datei, eine Zeile je Transport, unter diesen Überschriften:
shipments-file-rule = Ein Ort heißt nach der Organisation, oder nach der Organisation und ihrem Standort. Ein Fehler weist die ganze Datei zurück, und jeder wird genannt.
shipments-file = Datei
shipments-file-add = Hinzufügen
shipments-no-file = Wählen Sie zuerst eine Datei.
shipments-column-missing = Die Spalte „{ $column }“ fehlt: Fügen Sie sie hinzu.
shipments-file-empty = Diese Datei hat keine Zeile unter ihren Überschriften: Fügen Sie welche hinzu.
shipments-file-faulty = { $count ->
    [one] { $count } Fehler: Nichts wurde hinzugefügt. Korrigieren Sie die Datei und senden Sie sie noch einmal.
   *[other] { $count } Fehler: Nichts wurde hinzugefügt. Korrigieren Sie die Datei und senden Sie sie noch einmal.
}
shipments-fault-on-line = Zeile { $line }: { $problem }
shipments-fault-in-cell = Zeile { $line }, { $column }, „{ $value }“: { $problem }
shipments-place-unknown = kein Mitglied heißt so; schreiben Sie den Namen wie in der Mitgliederliste.
shipments-place-several = mehrere Orte heißen so; schreiben Sie die Organisation und den Standort, etwa „Halle Quai“.
shipments-not-a-day = das ist kein Tag; schreiben Sie ihn als 2026-12-01 oder 01.12.2026.
shipments-not-a-time = das ist keine Uhrzeit; schreiben Sie sie als 9:30.
shipments-not-a-count = das ist keine ganze Zahl von 0 bis 100.000.
shipments-need-unknown = dieser Bedarf ist nicht bekannt; schreiben Sie Kühlung, Tiefkühlung, Ladebordwand oder Hubwagen, ein Komma dazwischen.
