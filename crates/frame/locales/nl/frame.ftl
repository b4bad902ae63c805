shell-skip = Naar de inhoud
shell-menu = Menu
shell-act-as = Optreden voor
shell-stands-in-for = in de plaats van { $name }
shell-language = Taal
shell-my-account = Mijn account
shell-sign-out = Afmelden
shell-sign-in = Aanmelden
shell-foot = Tresse, de gedeelde backoffice van ondernemingen die samenwerken.

role = { $role ->
    [administrator] beheer
    [coordinator] coördinatie
    [warehouse] depot
    [bookkeeper] boekhouding
    [driver] rijden
    [producer] productie
    [shop] winkel
   *[reader] inzage
}

stop-title = Dit is niet gelukt
stop-back = Terug naar de startpagina
stop-not-found = Deze pagina bestaat niet of niet meer. Kijk het adres na of begin opnieuw op de startpagina.
stop-not-allowed = Geen van uw mandaten laat dit toe. Wissel bovenaan van mandaat of vraag het aan de coördinatie.
stop-sign-in = Meld u eerst aan.
stop-sign-in-again = Toon eerst nog eens dat u het bent.
stop-too-often = { $seconds ->
    [one] Dat is te veel tegelijk. Probeer het opnieuw over { $seconds } seconde.
   *[other] Dat is te veel tegelijk. Probeer het opnieuw over { $seconds } seconden.
}
stop-fault = Er is iets misgegaan aan onze kant. Er is niets half bewaard; probeer het zo meteen opnieuw.
stop-full = De schijf van de server is vol: er is niets bewaard. Wat er is, kan nog gelezen worden; verwittig het beheer.
stop-lost = De databank antwoordt niet meer: het is niet geweten of uw laatste vraag bewaard is. Probeer het zo meteen opnieuw, en kijk na voor u herbegint.

form-see-fields = Enkele velden moeten worden verbeterd: zie de opmerkingen hieronder. Er is niets bewaard.
form-too-large = Wat u verstuurt is te groot: een bestand heeft hoogstens { $most } MB. Er is niets opgeslagen.
fault-missing = Vul dit in.
fault-too-long = Te lang: hoogstens { $most } tekens.
fault-not-among = Kies een waarde uit de lijst.
fault-not-a-date = Dit is geen datum: schrijf bijvoorbeeld 2026-11-24.
fault-not-a-time = Dit is geen uur: schrijf bijvoorbeeld 07:30.
fault-not-a-number = Dit is geen getal: schrijf bijvoorbeeld 12,50.
fault-too-many-decimals = Te veel decimalen: hoogstens { $most }.
fault-too-large = Dit getal is te groot.
fault-negative = Een negatief getal kan hier niet.
fault-not-an-email = Dit is geen e-mailadres: schrijf bijvoorbeeld naam@voorbeeld.be.

task-progress = { $done } van { $total }
task-stop = Stoppen
task-look-again = Stand bekijken
task-stopped = Gestopt na { $done } van { $total }. Wat gedaan is, blijft gedaan; u kunt daar later verdergaan.
task-back = Terug

day = { $weekday } { $day } { $month }
weekday = { $number ->
    [1] maandag
    [2] dinsdag
    [3] woensdag
    [4] donderdag
    [5] vrijdag
    [6] zaterdag
   *[7] zondag
}
month = { $number ->
    [1] januari
    [2] februari
    [3] maart
    [4] april
    [5] mei
    [6] juni
    [7] juli
    [8] augustus
    [9] september
    [10] oktober
    [11] november
   *[12] december
}
unit = { $unit ->
    [piece] stuk
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
    [bunch] bos
    [punnet] bakje
    [jar] bokaal
    [bottle] fles
    [pot] pot
    [bag] zak
    [packet] pakje
    [pouch] zakje
    [box] doos
    [carton] karton
    [crate] krat
    [tray] plateau
    [basket] mand
    [net] net
    [bundle] bundel
    [package] pakket
    [dozen] dozijn
    [half_dozen] half dozijn
    [pair] paar
    [four_pack] vierpak
    [six_pack] zespak
    [beer_crate] bierbak
    [can] blikje
    [tin] blik
    [bucket] emmer
    [tub] kuipje
    [tube] tube
    [tablet] reep
    [roll] rol
    [cup] beker
    [kit] kit
    [keg] vaatje
    [cask] vat
    [drum] bidon
   *[pallet] pallet
}
units = { $unit ->
    [piece] stuks
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
    [bunch] bossen
    [punnet] bakjes
    [jar] bokalen
    [bottle] flessen
    [pot] potten
    [bag] zakken
    [packet] pakjes
    [pouch] zakjes
    [box] dozen
    [carton] kartons
    [crate] kratten
    [tray] plateaus
    [basket] manden
    [net] netten
    [bundle] bundels
    [package] pakketten
    [dozen] dozijn
    [half_dozen] half dozijn
    [pair] paar
    [four_pack] vierpakken
    [six_pack] zespakken
    [beer_crate] bierbakken
    [can] blikjes
    [tin] blikken
    [bucket] emmers
    [tub] kuipjes
    [tube] tubes
    [tablet] repen
    [roll] rollen
    [cup] bekers
    [kit] kits
    [keg] vaatjes
    [cask] vaten
    [drum] bidons
   *[pallet] pallets
}
task-broken-off = Het werk is onderweg afgebroken: de server is herstart. Wat gedaan is, blijft gedaan; start het opnieuw.

api-lacks-scope = Dit token heeft het bereik „{ $scope }” niet: maak er een dat het heeft.
api-sign-in = Toon een geldig token: „Authorization: Bearer …”. Het is onbekend, verlopen, ingetrokken of ontbreekt.
api-not-found = Dit bestaat niet, of niet voor het mandaat van dit token.
api-not-allowed = Het mandaat van dit token laat dit niet toe.
api-method-not-allowed = Dit adres neemt deze methode niet aan: zie /api/openapi.json.
api-not-json = De inhoud moet JSON zijn: stuur „Content-Type: application/json”.
api-too-large = De inhoud van de vraag is te lang.
api-unknown-field = Dit veld is onbekend: zie /api/openapi.json.
api-unreadable = Dit leest niet zoals het document het vraagt: zie /api/openapi.json.
api-key-missing = Geef elke schrijfactie een eigen sleutel, „Idempotency-Key”, van 1 tot { $most } zichtbare tekens.
api-key-reused = Deze sleutel is al voor een andere vraag gebruikt: geef een nieuwe.
letter-copy-link = Werkt de knop niet? Kopieer dit adres in uw browser:
letter-foot = Deze brief komt van Tresse, de gedeelde backoffice van ondernemingen die samenwerken.

seal-letter-subject = Zegel van { $day }: nr. { $number }
seal-letter =
    Goedendag,

    Hier is het laatste zegel van { $day } van het logboek van { $address }. Bewaar deze brief: daarmee kunt u aantonen dat noch het logboek, noch de boekingen, noch de documenten van vóór dit zegel sindsdien gewijzigd zijn.

    Zegel nr. { $number }, van { $moment }
    Hash: { $hash }
    Publieke sleutel: { $key }

    Om na te gaan, op de server of op een back-up:
    tresse verify-log --seal { $hash }
