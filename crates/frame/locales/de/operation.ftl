operation-title = Server
operation-hint = Wie es um die Installation steht, angesehen am { $moment }. Dieselben Angaben nennen die Überwachung (/metrics) und „tresse doctor“.
operation-fine = Nichts braucht Ihre Aufmerksamkeit.
operation-wrong = zu beheben
operation-mind = anzusehen
operation-disk-fills = { $free } sind noch frei auf dem Datenträger { $holding ->
    [data] der Daten
    [backups] der Sicherungen
   *[both] der Daten und der Sicherungen
}, weniger als ein Zehntel: Schaffen Sie Platz.
operation-disk-full = Nur noch { $free } sind frei auf dem Datenträger { $holding ->
    [data] der Daten
    [backups] der Sicherungen
   *[both] der Daten und der Sicherungen
}: Schaffen Sie jetzt Platz.
operation-backup-late = Die letzte Sicherung ist vom { $moment }, und jede Stunde sollte es eine geben: Das Log des Servers sagt, was sie verhindert.
operation-backup-none = In { $folder } ist keine Sicherung: Das Log des Servers sagt, warum.
operation-backups-not-made = Es werden keine Sicherungen gemacht: Geben Sie dem Server einen Ordner (Einstellung „backups“).
operation-letters-late = Seit dem { $moment } warten Schreiben: Die Seite „Post“ sagt, warum.
operation-letters-to-hand-on = Schreiben warten, und es gibt keinen Mailserver: Jemand muss sie weitergeben.
operation-letters-given-up = { $count ->
    [one] { $count } Schreiben konnte nicht abgehen
   *[other] { $count } Schreiben konnten nicht abgehen
}: Die Seite „Post“ sagt, warum.
operation-webhooks-silent = { $count ->
    [one] { $count } Webhook-Adresse antwortet nicht mehr und wird nicht mehr aufgerufen
   *[other] { $count } Webhook-Adressen antworten nicht mehr und werden nicht mehr aufgerufen
}: Die Koordination des Zusammenschlusses weiß Bescheid.
operation-tasks-failed = { $count ->
    [one] { $count } lange Arbeit ist
   *[other] { $count } lange Arbeiten sind
} in den letzten 24 Stunden fehlgeschlagen: Das Log des Servers sagt, warum.
operation-job-failed = Die wiederkehrende Arbeit „{ $job }“ ist am { $moment } fehlgeschlagen: Das Log des Servers sagt, warum.
operation-job-late = Die wiederkehrende Arbeit „{ $job }“ steht seit dem { $moment } still: Starten Sie den Server neu.
operation-not-sealed = Dieser Server versiegelt das Journal nicht: Geben Sie allen Servern denselben Schlüssel (Einstellung „seal_key“).
operation-seal-late = Eine Zeile wartet seit dem { $moment } auf ihr Siegel: Das Log des Servers oder „tresse verify-log“ sagt, warum.
operation-node-gone = Der Server { $name } gibt seit dem { $moment } kein Lebenszeichen mehr.
operation-size = { $number } { $unit ->
    [kilo] kB
    [mega] MB
   *[giga] GB
}
operation-milliseconds = { $number } ms
operation-percent = { $number } %
operation-free-of = frei auf einem Datenträger von { $whole }
operation-latest-backup = letzte Sicherung
operation-letters-waiting = wartende Schreiben
operation-signed-in = { $persons ->
    [one] angemeldete Person
   *[other] angemeldete Personen
}, auf { $devices ->
    [one] { $devices } Gerät
   *[other] { $devices } Geräten
}
operation-data = Datenträger und Datenbank
operation-holding = { $holding ->
    [data] Datenträger der Daten
    [backups] Datenträger der Sicherungen
   *[both] Datenträger (Daten und Sicherungen)
}
operation-room = { $free } frei ({ $percent } % von { $whole })
operation-database = Datenbank
operation-elsewhere = Ihr Datenträger ist von hier nicht zu sehen: Überwachen Sie ihn dort, wo er ist.
operation-backups = Sicherungen
operation-latest = Die letzte
operation-hourly = Stündlich
operation-daily = Täglich
operation-together = Zusammen
operation-folder = Ordner
operation-no-backups-here = Dieser Server macht keine Sicherungen.
operation-seals = Versiegeltes Journal
operation-seal = Nr. { $number }, { $moment }
operation-latest-seal = Letztes Siegel
operation-seal-hash = Prüfsumme
operation-no-seal = Noch ist nichts versiegelt.
operation-waiting = Was wartet
operation-what = Was
operation-waits = Wartend
operation-oldest = Seit
operation-failed = Fehlgeschlagen
operation-letters = Schreiben
operation-webhooks = Webhook-Nachrichten
operation-tasks = Lange Arbeiten
operation-timed-work = { $count ->
    [one] { $count } wiederkehrende Arbeit wird
   *[other] { $count } wiederkehrende Arbeiten werden
} auf diesem Server verfolgt; was fehlschlägt, steht oben.
operation-letters-link = Schreiben ansehen
operation-nodes = Server
operation-this-server = Tresse { $version }, gestartet am { $moment }.
operation-this-one = dieser
operation-gone = stumm
operation-node-times = gesehen am { $seen }, gestartet am { $started }
operation-slowest = Langsamste Seiten
operation-slowest-hint = Seit dem Start dieses Servers am { $moment }. Eine Seite soll in { $meant } da sein.
operation-no-roads = Noch wurde nichts abgefragt.
operation-road = Seite
operation-answers = Antworten
operation-most = 95 % in
operation-over = Länger als { $meant }
operation-worst = Die langsamste
