kept-title = Was wir aufbewahren, und wie lange
kept-hint = Jede Tabelle dieser Instanz: was sie aufbewahrt, über wen, warum und bis wann. Von Ihrem Konto aus können Sie alles mitnehmen und verlangen, gelöscht zu werden.
kept-to-account = Zu meinem Konto
kept-what = Was
kept-of-whom = Über wen
kept-why = Warum
kept-how-long = Wie lange
kept-at-erasure = Wenn die Person gelöscht wird
kept-while-used = Solange es gebraucht wird
kept-terms = Die Fristen und ihre Quellen
kept-terms-hint = Eine Frist zählt ab dem 1. Januar nach dem Datum. Sie kann sich mit dem Gesetz ändern: jede gilt für das, was nach ihrem Beginn datiert.
archive-hint = Die CSV-Dateien öffnen sich in einer Tabellenkalkulation, die JSON-Dateien sind für Programme; sie sagen dasselbe. Beträge sind in Euro, Mengen in der Einheit des Artikels, Zeiten der JSON-Dateien in Weltzeit. In „transfer“ und „fee“ zählt die Spalte „amount“ Cent, oder Stücke, oder Tausendstel einer Einheit, je nach Konto oder Grundlage.
archive-hint-person = Über andere Personen steht nichts darin: wo ihre Kennung stünde, ist das Feld leer. Auch Passwörter, Links und deren Prüfsummen fehlen.
archive-hint-organisation = Es enthält, was hier unter dem anfragenden Mandat zu sehen ist, und sonst nichts. Die Dokumente sind die ausgestellten: die Spalte „frozen“ sagt, was ihr PDF zeigt.
archive-rows = Zeilen
kept-years-deleted = { $years } Jahre, dann gelöscht
kept-years-blanked = Bleibt bei den Büchern; freie Worte und Namen werden nach { $years } Jahren geleert
kept-term-since = für alles ab dem { $date }, { $years } Jahre
archive-title = Alles, was Tresse über { $of } aufbewahrt
archive-made = Erstellt am { $moment }.
kept-whose = { $whose ->
    [person] eine Person
    [organisation] eine Organisation
    [both] eine Person und eine Organisation
   *[nobody] niemanden im Besonderen
}
kept-basis = { $basis ->
    [contract] Es wird gebraucht, um Ihnen zu dienen
    [law] Das Gesetz verlangt es
   *[interest] Für die Sicherheit, und um zu wissen, wer was tat
}
kept-erased = { $erased ->
    [deleted] Gelöscht
    [blanked] Geleert; nur die Kennung bleibt
   *[stays] Bleibt, mit einer Kennung, die zu niemandem mehr führt
}
kept-term = { $term ->
    [books] Bücher, Rechnungen und Belege:
    [lots] Rückverfolgung der Chargen:
   *[acts] Journal der Handlungen:
}
kept-days = { $days ->
    [0] Gelöscht, sobald es abgelaufen ist
    [1] Gelöscht nach { $days } Tag
   *[other] Gelöscht nach { $days } Tagen
}
kept-table = { $table ->
    [provider_link] Konten bei einem Anmeldedienst
    [ceremony] Begonnene Anmeldungen, als Prüfsumme
    [known_device] Wiedererkannte Geräte, als Prüfsumme
    [reset_asked] Verlangte neue Passwörter
    [passkey] Passkeys: ihre öffentliche Hälfte
    [recovery_code] Wiederherstellungscodes, als Prüfsumme
    [feed] Kalenderadressen, als Prüfsumme
    [webhook] Benachrichtigte Adressen (Webhooks)
    [webhook_message] Nachrichten an diese Adressen, ohne personenbezogene Daten
    [seal] Siegel des Protokolls
    [seal_row] Fingerabdrücke der versiegelten Zeilen
    [seal_letter] Tage, deren Siegel an die Prüfer ging
    [lease] Welcher Server eine gemeinsame Arbeit tut
    [node] Server, die laufen
    [api_request] Anfragen von Programmen, mit ihren Antworten
    [api_token] Tokens von Programmen, als Prüfsumme
    [account] Konten des Hauptbuchs
    [allotment] Was jeder Laden erhielt
    [arrangement] Mit einem Laden vereinbarte Preise und Sichtbarkeit
    [attempt] Anmeldeversuche, als Prüfsumme
    [cause] Vorgänge im Hauptbuch
    [claim] Was geschuldet wird
    [coalition] Zusammenschlüsse
    [container] Pfandbehälter
    [counter] Vergebene Nummern
    [cycle] Verkaufsrunden
    [cycle_day] Liefertage
    [cycle_without] Erzeuger, die in einer Runde fehlen
    [delivery] Lieferungen
    [delivery_container] Gelieferte und zurückgegebene Behälter
    [document] Rechnungen, Abrechnungen und Gutschriften
    [document_line] Zeilen dieser Dokumente
    [erasure] Verlangte und erfolgte Löschungen
    [favourite] Lieblingsartikel eines Ladens
    [fee] Vereinbarte Gebühren
    [guard] Verfügbare Bestände
    [import_draft] Katalogdateien in Prüfung
    [journal] Journal der Handlungen
    [letter] Von der Anwendung geschriebene Briefe
    [letter_file] Anhänge dieser Briefe
    [mandate] Mandate und Vertretungen
    [membership] Mitgliedschaften
    [offer] Was eine Runde anbietet
    [offer_arrangement] Eigene Preise eines Ladens in einer Runde
    [opening_window] Öffnungszeiten
    [order_change] Änderungen an Bestellungen
    [order_line] Bestellzeilen
    [organisation] Organisationen
    [payment] Zahlungen
    [person] Personen: Name, E-Mail-Adresse, Telefon, Sprache
    [picture] Bilder von Artikeln
    [preparation] Zusammenstellungen
    [reception] Wareneingänge
    [reception_container] Eingegangene und ausgegangene Behälter
    [reception_lot] Eingegangene Chargen
    [reference] Artikel des Katalogs
    [reference_version] Was jeder Artikel besagt
    [session] Angemeldete Geräte
    [settlement] Den Schulden zugeordnete Zahlungen
    [shop_order] Bestellungen der Läden
    [shortage] Verteilte Engpässe
    [single_use_link] Einmal-Links, als Prüfsumme
    [site] Standorte
    [supply_line] Zeilen der Bestellungen bei Erzeugern
    [supply_order] Bestellungen bei Erzeugern
    [task] Laufende oder beendete Arbeiten
    [terms] Vereinbarte Regeln
    [transfer] Buchungen im Hauptbuch
    [shipment] Was befördert werden muss
    [vehicle] Fahrzeuge von Mitgliedern
    [vehicle_cost] Was Fahrzeuge kosten
    [driver] Wer fährt
    [absence] Abwesenheiten von Fahrzeugen und Fahrern
    [plan] Tourenpläne
    [plan_learnt] Gelernte Minuten, je Plan
    [plan_lock] Transporte, die an ein Fahrzeug gebunden sind
    [plan_vehicle] Fahrzeuge und Fahrer eines Plans
    [round] Veröffentlichte Touren
    [halt] Halte der Touren
    [halt_item] Was bei jedem Halt geschieht
    [transport_terms] Wie Touren bezahlt werden
    [round_cost] Gebuchte Touren
    [stated_round] Touren, jede auf ihrer Aufstellung
    [shipment_cost] Was jede Sendung gekostet hat
    [road_act] Was Fahrende unterwegs taten
    [round_run] Touren, wie sie gefahren wurden
    [halt_run] Halte, wie sie gemacht wurden, mit den Unterschriften
    [halt_crate] Leere Kisten, dagelassen und mitgenommen
    [refusal] Ablehnungen mit ihren Fotos
    [tracking] Links zum Verfolgen, als Fingerabdruck
    [scenario] Saisons unter einer anderen Regel
    [scenario_vehicle] Fahrzeuge einer nachgefahrenen Saison, zu den Preisen jenes Tages
    [scenario_day] Tage dieser Saisons
   *[other] { $table }
}
