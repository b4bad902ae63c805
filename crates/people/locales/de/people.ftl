save = Speichern
edit = Ändern
search-button = Suchen

organisations-title = Organisationen
organisations-new = Neue Organisation
organisations-search = Name, Ort oder Nummer
organisations-none = Keine Organisation gefunden. Suchen Sie weiter gefasst oder legen Sie sie an.
organisation-record = Angaben zur Organisation
organisation-saved = Die Angaben sind gespeichert.
organisation-name = Name
organisation-legal-form = Rechtsform
organisation-country = Land
organisation-number = Unternehmensnummer
organisation-vat-number = MwSt.-Nummer
organisation-vat-regime = MwSt.-Regelung
organisation-iban = Bankkonto (IBAN)
organisation-email = E-Mail
organisation-phone = Telefon
organisation-address = Adresse
organisation-street = Straße und Nummer
organisation-postcode = Postleitzahl
organisation-town = Ort
organisation-language = Sprache
organisation-number-taken = Eine andere Organisation hat bereits diese Unternehmensnummer: Suchen Sie sie, statt sie ein zweites Mal anzulegen.

legal-form = { $form ->
    [cooperative] Genossenschaft
    [limited] GmbH
    [public_limited] AG
    [partnership] Personengesellschaft
    [natural_person] Natürliche Person
    [association] VoG oder Verein
    [foundation] Stiftung
    [public_body] Öffentliche Einrichtung
   *[other] Andere
}
vat-regime = { $regime ->
    [liable] Normale MwSt.-Pflicht
    [exempt] Steuerbefreiung (Kleinunternehmen)
   *[farm] Landwirtschaftliche Pauschalregelung
}
country = { $country ->
    [BE] Belgien
    [FR] Frankreich
    [LU] Luxemburg
    [NL] Niederlande
   *[DE] Deutschland
}
storage = { $storage ->
    [dry] trocken
    [cold] gekühlt
   *[frozen] tiefgekühlt
}

number-length = Die Anzahl der Ziffern stimmt nicht: Geben Sie die Nummer vollständig ein.
number-character = Ein Zeichen gehört nicht in diese Nummer.
number-check-digits = Die Prüfziffern stimmen nicht: Eine Ziffer ist falsch übertragen.
number-beginning = Eine solche Nummer beginnt nicht so.

sites-title = Standorte
sites-new = Standort hinzufügen
sites-none = Kein Standort: Fügen Sie den Ort hinzu, an dem abgeholt oder geliefert wird.
site-record = Angaben zum Standort
site-saved = Der Standort ist gespeichert.
site-name = Name des Standorts
site-latitude = Breitengrad
site-longitude = Längengrad
site-receives = Kann annehmen
site-windows = Öffnungszeiten
site-windows-hint = Zum Beispiel 7:30-12:00, 13:00-18:00. Leer: geschlossen.
site-note = Zufahrt, Rampe, Ansprechperson
site-not-a-place = Der Breitengrad liegt zwischen -90 und 90, der Längengrad zwischen -180 und 180, zum Beispiel 49.9203 und 5.3760.
site-not-a-window = „{ $part }“ ist keine Zeitspanne: Schreiben Sie zum Beispiel 7:30-12:00, in der Reihenfolge des Tages.

sign-in-title = Anmelden
sign-in-button = Anmelden
sign-in-forgotten = Passwort vergessen?
sign-in-wrong = E-Mail-Adresse und Passwort passen nicht zusammen. Versuchen Sie es noch einmal oder fordern Sie ein neues Passwort an.
person-name = Vor- und Nachname
person-email = E-Mail-Adresse
person-unknown = Niemand hat hier diese E-Mail-Adresse: Laden Sie die Person zuerst ein.
person-suspended = gesperrt
person-suspend = Sperren
person-restore = Zugang wiederherstellen
persons-title = Personen
persons-hint = Personen eines Zusammenschlusses oder Mitglieds werden auf der Seite dieses Mitglieds eingeladen.
password = Passwort
password-new = Neues Passwort
password-current = Aktuelles Passwort
password-change = Passwort ändern
password-changed = Das Passwort ist geändert; die anderen Geräte sind abgemeldet.
password-hint = Mindestens zehn Zeichen; ein kurzer Satz ist sicherer als ein kompliziertes Wort.
password-too-short = Zu kurz: mindestens { $fewest } Zeichen.
password-too-long = Zu lang: höchstens { $most } Zeichen.
password-guessable = Dieses Passwort ist zu leicht zu erraten. Nehmen Sie zum Beispiel vier Wörter ohne Zusammenhang.
reset-title = Neues Passwort
reset-hint = Geben Sie Ihre Adresse an: Ist sie hier bekannt, wird ein einmal gültiger Link dorthin geschickt.
reset-button = Link senden
reset-asked = Ist diese Adresse hier bekannt, wurde soeben ein Link dorthin geschickt. Er gilt eine halbe Stunde.
reset-without-mail = Diese Instanz verschickt keine E-Mails: Bitten Sie die Verwaltung um den Link.
link-title = Passwort wählen
link-hint = Guten Tag { $name }. Sie melden sich künftig mit { $email } und diesem Passwort an.
link-button = Passwort speichern
link-done = Ihr Passwort ist gespeichert: Melden Sie sich an.
link-used = Dieser Link wurde bereits benutzt oder gilt nicht mehr. Fordern Sie einen neuen an.
link-send = Neuen Link senden
link-sent = Ein neuer Link ist erstellt.

account-title = Mein Konto
account-record = Meine Angaben
account-password = Passwort
account-saved = Ihre Angaben sind gespeichert.
mandates-title = Mandate
mandates-none = Kein Mandat: Ohne Mandat sieht und tut man nichts.
mandate-since = seit dem { $date }
mandate-until = bis zum { $date }
mandate-deputy = Stellvertretung: { $name }
mandate-without-deputy = keine Stellvertretung
mandate-standing-in-for = in Vertretung von { $name }
mandate-own-deputy = Man vertritt sich nicht selbst: Geben Sie die Adresse einer anderen Person an.
sessions-title = Angemeldete Geräte
sessions-hint = Melden Sie Geräte ab, die Sie nicht kennen.
session-since = angemeldet am { $moment }
session-seen = zuletzt aktiv am { $moment }
session-revoke = Abmelden
session-revoked = Das Gerät ist abgemeldet.

invite-title = Person einladen
invite-button = Einladen
invite-done = Die Person ist eingeladen: Sie erhält einen Link, um ihr Passwort zu wählen.
invite-administrator-hint = Die Person wird die ganze Instanz verwalten.
letters-title = Post
letters-with-mail = Die Schreiben gehen von selbst hinaus; ein Zugangslink wird nach dem Versand gelöscht.
letters-without-mail = Diese Instanz hat keinen Mailserver: Übergeben Sie diese Schreiben und ihre Links selbst.
letters-none = Keine Post.
letter-sent = gesendet
letter-reset-subject = Tresse: neues Passwort wählen
letter-reset =
    Guten Tag { $name },

    jemand hat ein neues Passwort für Ihr Konto angefordert. Wenn Sie das waren, wählen Sie es hier:
    { $link }

    Der Link lässt sich einmal benutzen und gilt { $minutes } Minuten. Wenn Sie es nicht waren, brauchen Sie nichts zu tun.
letter-invitation-subject = { $label } lädt Sie zu Tresse ein
letter-invitation =
    Guten Tag { $name },

    Ihnen wurde ein Mandat für { $label } anvertraut. Wählen Sie hier Ihr Passwort:
    { $link }

    Der Link lässt sich einmal benutzen und gilt { $days } Tage.
person-is-suspended = Diese Person ist gesperrt: Stellen Sie zuerst den Zugang wieder her.
sign-in-too-often = Zu viele Versuche in kurzer Zeit. Warten Sie eine Viertelstunde, oder bitten Sie die Verwaltung um Hilfe.
mandate-last-coordinator = Dann würde niemand mehr koordinieren: Geben Sie dieses Mandat zuerst jemand anderem.
mandate-last-administrator = Dann würde niemand mehr diese Instanz verwalten: Geben Sie dieses Mandat zuerst jemand anderem.
person-end-mandate = Mandat beenden
person-let-administer = Verwaltung anvertrauen
deputy-name = Meine Vertretung benennen
deputy-hint = Die Person handelt an Ihrer Stelle, wenn Sie abwesend sind. Leer lassen für niemanden.
deputy-saved = Die Vertretung ist gespeichert.
session-current = dieses Gerät
letter-mandate-subject = Ein neues Mandat für { $label }
letter-mandate =
    Guten Tag { $name },

    Sie erhalten ein neues Mandat für { $label }. Melden Sie sich wie gewohnt an und wählen Sie es oben auf der Seite:
    { $address }

tokens-own = Meine Zugangstoken
tokens-own-hint = Ein Token lässt ein Programm an Ihrer Stelle ein, unter einem Ihrer Mandate und nur für das, was Sie ankreuzen.
tokens-of-services = Token der Dienste
tokens-of-services-hint = Ein Diensttoken lässt ein Programm des Zusammenschlusses ein (einen Webshop, eine Buchhaltung). Es überdauert, wer es erstellt hat.
tokens-document = Was Programme verlangen können, ist hier beschrieben:
token-shown-once = Das ist das Token. Kopieren Sie es jetzt: Es wird nie wieder gezeigt.
token-secret = Das Token
tokens-list = Token
tokens-none = Noch keine Token.
token-is-revoked = widerrufen
token-is-expired = abgelaufen
token-is-good = gültig
token-until = bis { $moment }
token-used = verwendet am { $moment }
token-never-used = nie verwendet
token-revoke = Widerrufen
token-new = Neues Token
token-no-mandate = Keines Ihrer Mandate erlaubt, eines zu erstellen.
token-name = Name, um es zu erkennen
token-acts-as = Es handelt als
token-scopes = Es darf
token-subject = { $subject ->
    [catalogue] Katalog
    [cycles] Verkäufe
    [orders] Bestellungen
    [receptions] Wareneingänge
    [documents] Belege
    [payments] Zahlungen
    [shipments] Transporte
    [rounds] Touren
   *[other] anderes
}
token-write = schreiben
token-read = lesen
token-for = Gültig
token-days = { $days } Tage
token-make = Token erstellen
token-revoked = Das Token ist widerrufen: Nichts kommt mehr damit herein.
token-no-scope = Kreuzen Sie mindestens einen Bereich an.
token-no-such-period = Wählen Sie eine Dauer aus der Liste.
token-no-such-mandate = Wählen Sie eines Ihrer Mandate.
token-not-for-administrators = Das Verwaltungsmandat hat kein Token: Wählen Sie ein anderes.
letter-button-password = Ein Passwort wählen
letter-button-open = Tresse öffnen
letter-given-up = ist nicht abgegangen
letter-in-doubt = niemand weiß, ob er angekommen ist
letter-try-again = Erneut versuchen
letter-tried-again = Der Brief geht mit der nächsten Post ab.
