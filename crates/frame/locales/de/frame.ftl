shell-skip = Zum Inhalt
shell-menu = Menü
shell-act-as = Handeln für
shell-stands-in-for = in Vertretung von { $name }
shell-language = Sprache
shell-my-account = Mein Konto
shell-sign-out = Abmelden
shell-sign-in = Anmelden
shell-foot = Tresse, das gemeinsame Backoffice kooperierender Unternehmen.

role = { $role ->
    [administrator] Verwaltung
    [coordinator] Koordination
    [warehouse] Lager
    [bookkeeper] Buchhaltung
    [driver] Fahren
    [producer] Produktion
    [shop] Laden
   *[reader] Lesen
}

stop-title = Das war nicht möglich
stop-back = Zurück zur Startseite
stop-not-found = Diese Seite gibt es nicht oder nicht mehr. Prüfen Sie die Adresse oder beginnen Sie auf der Startseite.
stop-not-allowed = Keines Ihrer Mandate erlaubt das. Wechseln Sie oben auf der Seite das Mandat oder fragen Sie die Koordination.
stop-sign-in = Melden Sie sich zuerst an.
stop-sign-in-again = Zeigen Sie zuerst noch einmal, dass Sie es sind.
stop-too-often = { $seconds ->
    [one] Das ist zu viel auf einmal. Versuchen Sie es in { $seconds } Sekunde wieder.
   *[other] Das ist zu viel auf einmal. Versuchen Sie es in { $seconds } Sekunden wieder.
}
stop-fault = Bei uns ist ein Fehler aufgetreten. Nichts wurde nur halb gespeichert; versuchen Sie es gleich noch einmal.
stop-full = Die Festplatte des Servers ist voll: Nichts wurde gespeichert. Was da ist, kann noch gelesen werden; sagen Sie der Administration Bescheid.
stop-lost = Die Datenbank antwortet nicht mehr: Ob Ihre letzte Anfrage gespeichert wurde, ist nicht bekannt. Versuchen Sie es gleich noch einmal, und sehen Sie nach, bevor Sie sie wiederholen.

form-see-fields = Einige Felder sind zu korrigieren: Beachten Sie die Hinweise unten. Nichts wurde gespeichert.
form-too-large = Was Sie senden, ist zu groß: Eine Datei hat höchstens { $most } MB. Nichts wurde gespeichert.
fault-missing = Bitte ausfüllen.
fault-too-long = Zu lang: höchstens { $most } Zeichen.
fault-not-among = Wählen Sie einen Wert aus der Liste.
fault-not-a-date = Das ist kein Datum: Schreiben Sie zum Beispiel 2026-11-24.
fault-not-a-time = Das ist keine Uhrzeit: Schreiben Sie zum Beispiel 07:30.
fault-not-a-number = Das ist keine Zahl: Schreiben Sie zum Beispiel 12,50.
fault-too-many-decimals = Zu viele Dezimalstellen: höchstens { $most }.
fault-too-large = Diese Zahl ist zu groß.
fault-negative = Eine negative Zahl ergibt hier keinen Sinn.
fault-not-an-email = Das ist keine E-Mail-Adresse: Schreiben Sie zum Beispiel name@beispiel.be.

task-progress = { $done } von { $total }
task-stop = Anhalten
task-look-again = Stand ansehen
task-stopped = Angehalten nach { $done } von { $total }. Was erledigt ist, bleibt erledigt; Sie können dort weitermachen.
task-back = Zurück

day = { $weekday }, { $day }. { $month }
weekday = { $number ->
    [1] Montag
    [2] Dienstag
    [3] Mittwoch
    [4] Donnerstag
    [5] Freitag
    [6] Samstag
   *[7] Sonntag
}
month = { $number ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[12] Dezember
}
unit = { $unit ->
    [piece] Stück
    [kilogram] kg
    [gram] g
    [tonne] t
    [milligram] mg
    [ounce] oz
    [pound] lb
    [litre] l
    [decilitre] dl
    [centilitre] cl
    [millilitre] ml
    [gallon] gal
    [bunch] Bund
    [punnet] Schale
    [jar] Glas
    [bottle] Flasche
    [pot] Topf
    [bag] Sack
    [packet] Packung
    [pouch] Beutel
    [box] Schachtel
    [carton] Karton
    [crate] Kiste
    [tray] Tablett
    [basket] Korb
    [net] Netz
    [bundle] Bündel
    [package] Paket
    [dozen] Dutzend
    [half_dozen] halbes Dutzend
    [pair] Paar
    [four_pack] Viererpack
    [six_pack] Sechserpack
    [beer_crate] Bierkasten
    [can] Dose
    [tin] Konservendose
    [bucket] Eimer
    [tub] Wanne
    [tube] Tube
    [tablet] Tafel
    [roll] Rolle
    [cup] Becher
    [kit] Set
    [keg] Fässchen
    [cask] Fass
    [drum] Trommel
   *[pallet] Palette
}
units = { $unit ->
    [piece] Stück
    [kilogram] kg
    [gram] g
    [tonne] t
    [milligram] mg
    [ounce] oz
    [pound] lb
    [litre] l
    [decilitre] dl
    [centilitre] cl
    [millilitre] ml
    [gallon] gal
    [bunch] Bund
    [punnet] Schalen
    [jar] Gläser
    [bottle] Flaschen
    [pot] Töpfe
    [bag] Säcke
    [packet] Packungen
    [pouch] Beutel
    [box] Schachteln
    [carton] Kartons
    [crate] Kisten
    [tray] Tabletts
    [basket] Körbe
    [net] Netze
    [bundle] Bündel
    [package] Pakete
    [dozen] Dutzend
    [half_dozen] halbe Dutzend
    [pair] Paar
    [four_pack] Viererpacks
    [six_pack] Sechserpacks
    [beer_crate] Bierkästen
    [can] Dosen
    [tin] Konservendosen
    [bucket] Eimer
    [tub] Wannen
    [tube] Tuben
    [tablet] Tafeln
    [roll] Rollen
    [cup] Becher
    [kit] Sets
    [keg] Fässchen
    [cask] Fässer
    [drum] Trommeln
   *[pallet] Paletten
}
task-broken-off = Der Vorgang wurde unterbrochen: Der Server wurde neu gestartet. Was erledigt ist, bleibt erledigt; starten Sie den Vorgang erneut.

api-lacks-scope = Diesem Token fehlt der Bereich „{ $scope }“: Erstellen Sie eines, das ihn hat.
api-sign-in = Zeigen Sie ein gültiges Token vor: „Authorization: Bearer …“. Es ist unbekannt, abgelaufen, widerrufen oder fehlt.
api-not-found = Das gibt es nicht, oder nicht für das Mandat dieses Tokens.
api-not-allowed = Das Mandat dieses Tokens erlaubt es nicht.
api-method-not-allowed = Diese Adresse nimmt diese Methode nicht an: siehe /api/openapi.json.
api-not-json = Der Inhalt muss JSON sein: Senden Sie „Content-Type: application/json“.
api-too-large = Der Inhalt der Anfrage ist zu lang.
api-unknown-field = Dieses Feld ist unbekannt: siehe /api/openapi.json.
api-unreadable = Das liest sich nicht, wie das Dokument es verlangt: siehe /api/openapi.json.
api-key-missing = Geben Sie jedem Schreibvorgang einen eigenen Schlüssel, „Idempotency-Key“, von 1 bis { $most } sichtbaren Zeichen.
api-key-reused = Dieser Schlüssel wurde schon für eine andere Anfrage verwendet: Geben Sie einen neuen.
letter-copy-link = Der Knopf tut nichts? Kopieren Sie diese Adresse in Ihren Browser:
letter-foot = Dieser Brief kommt von Tresse, dem gemeinsamen Backoffice von Betrieben, die zusammenarbeiten.

seal-letter-subject = Siegel vom { $day }: Nr. { $number }
seal-letter =
    Guten Tag,

    hier ist das letzte Siegel vom { $day } des Journals von { $address }. Bewahren Sie diesen Brief auf: Mit ihm können Sie zeigen, dass weder das Journal noch die Buchungen noch die Belege von vor diesem Siegel seither geändert wurden.

    Siegel Nr. { $number }, vom { $moment }
    Prüfsumme: { $hash }
    Öffentlicher Schlüssel: { $key }

    Zum Prüfen, auf dem Server oder an einer Sicherung:
    tresse verify-log --seal { $hash }
