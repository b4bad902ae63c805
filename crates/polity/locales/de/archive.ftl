archive-title = Daten mitnehmen
archive-hint = Eine ZIP-Datei, die beim Herunterladen entsteht: jede Tabelle als CSV für eine Tabellenkalkulation und als JSON für ein Programm, mit einer erklärenden Seite. Ein großer Zusammenschluss dauert einige Minuten; der Browser zeigt, wie weit er ist.
archive-button = Herunterladen
archive-kept = Was wir aufbewahren, und wie lange
archive-of-member = Alles über { $of }: Angaben und Standorte, Katalog und vereinbarte Preise, Bestellungen, Wareneingänge, Lieferungen, Dokumente, Zahlungen, Konten und Behälter.
archive-of-hub = Alles, was { $of } aufbewahrt: Mitglieder, Kataloge, Runden, Bestellungen, Wareneingänge, Lieferungen, Dokumente, Zahlungen, Hauptbuch und Journal.
archive-of-books = Was für die Bücher von { $of } gebraucht wird: Mitglieder, Runden, Bestellungen, Wareneingänge, Lieferungen, Dokumente, Zahlungen und Hauptbuch.
