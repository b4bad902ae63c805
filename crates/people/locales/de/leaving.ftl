data-title = Daten und ihre Löschung
archive-title = Alles mitnehmen
archive-hint-own = Eine ZIP-Datei mit allem, was über Sie aufbewahrt wird: Ihre Angaben, Mandate, Geräte, die Briefe an Sie, Ihre Handlungen. Als CSV für eine Tabellenkalkulation, als JSON für ein Programm, mit einer erklärenden Seite.
archive-hint = Eine ZIP-Datei mit allem, was über die Person aufbewahrt wird: Angaben, Mandate, Geräte, an sie geschriebene Briefe, Handlungen. Als CSV für eine Tabellenkalkulation, als JSON für ein Programm, mit einer erklärenden Seite.
archive-button = Herunterladen
archive-kept = Was wir aufbewahren, und wie lange
erasure-title = Gelöscht werden
erasure-hint = Name, E-Mail-Adresse, Telefon, Passwort, Geräte, Links und Briefe verschwinden; Mandate enden. Dokumente und Bücher bleiben, solange das Gesetz es verlangt, mit einer Kennung, die zu niemandem mehr führt. Das lässt sich nicht rückgängig machen.
erasure-ask = Löschung verlangen
erasure-confirm-own = Ich will gelöscht werden und weiß, dass es sich nicht rückgängig machen lässt.
erasure-button = Die Person löschen
erasure-unconfirmed = Bestätigen Sie mit dem Häkchen: eine Löschung lässt sich nicht rückgängig machen.
erasure-already = Diese Person ist bereits gelöscht.
erasure-asked = Ihre Anfrage ist an die Verwaltung weitergegeben.
erasure-withdraw = Anfrage zurückziehen
erasure-withdrawn = Die Anfrage ist zurückgezogen.
erasure-done = Die Person ist gelöscht.
person-erased = gelöschte Person
letter-erasure-subject = Tresse: jemand verlangt, gelöscht zu werden
erasure-confirm = { $name } hat es verlangt und weiß, dass es sich nicht rückgängig machen lässt.
erasure-last-coordinator = Niemand würde { $label } mehr koordinieren: geben Sie dieses Mandat zuerst jemand anderem.
erasure-asked-on = Verlangt am { $moment }.
erasure-erased = Gelöscht am { $moment }.
letter-erasure =
    Guten Tag { $name },

    Jemand verlangt, gelöscht zu werden. Sie haben einen Monat Zeit für die Antwort:
    { $link }
