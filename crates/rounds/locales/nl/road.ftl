road-title = Rijden
road-hint = Uw rondes. Open die van vandaag voor u vertrekt: daarna opent ze ook zonder netwerk.
road-none = Er wacht geen gepubliceerde ronde op u.
road-stops = { $count ->
    [one] { $count } halte
   *[other] { $count } haltes
}
road-today = vandaag
road-left-at = vertrokken om { $time }
road-back-at = terug om { $time }
road-sheet = Ritblad (pdf)
road-sheet-title = Ritblad { $vehicle }
road-day = Dag
road-driver = Bestuurder
road-departs = Vertrek
road-back = Terug
road-distance = Afstand
road-signatures = Handtekeningen
road-what = Te doen
road-dry = Droog
road-cold = Koel
road-frozen = Diepvries
road-kilograms = kg
road-does = { $does ->
    [pick_up] Laden voor { $other }
    [hand_over] Afgeven voor een andere ronde ({ $other })
    [take_over] Overnemen van een andere ronde ({ $other })
   *[deliver] Leveren van { $other }
}
road-waiting = Op deze telefoon genoteerd, nog niet verstuurd:
road-sign-in = Meld u opnieuw aan om te versturen wat deze telefoon noteerde: er is niets verloren.
road-dismiss = Begrepen
road-left = Vertrokken om
road-behind = De ronde is { $minutes } minuten te laat.
road-depart = Ik vertrek
road-delay = Vertraging melden
road-minutes = Minuten vertraging
road-delay-hint = Wie nog wacht, krijgt een e-mail, en hun volgpagina verandert.
road-announce = Melden
road-navigate = Erheen
road-arrived = Aangekomen om
road-gone = vertrokken om
road-arrive = Ik ben er
road-refuse = Weigering noteren
road-which = Goederen
road-how-many = Geweigerde kratten
road-why = Reden
because = { $reason ->
    [closed] gesloten
    [damaged] beschadigd
    [too_warm] te warm
    [wrong] verkeerde goederen
    [missing] ontbreekt
   *[other] andere reden
}
road-note = Opmerking
road-photo = Foto
road-note-refusal = Weigering noteren
road-refused = { $crates ->
    [one] { $crates } krat geweigerd
   *[other] { $crates } kratten geweigerd
}: { $what } – { $why }
road-leave = Deze halte afsluiten
road-met = Ontvangen of gegeven door
road-cold-temperature = Temperatuur van het koele bij aankomst, in °C
road-frozen-temperature = Temperatuur van de diepvries bij aankomst, in °C
road-crates = Lege kratten
road-crates-hint = zonder die met de goederen meegaan
road-crates-given = Gelaten
road-crates-taken = Meegenomen
road-crates-moved = { $given } gelaten, { $taken } meegenomen
road-signature = Handtekening
road-clear = Wissen
road-or-code = of code die de persoon voorleest
road-code-right = code klopt
road-code-wrong = code klopt niet
road-done-here = Klaar
road-end = Einde van de ronde
road-km = Gereden kilometers
road-extra = Tol en parkeren, in euro
road-i-am-back = Ik ben terug
road-make-address = Volglink voor deze halte
road-address-title = Volglink
road-address-hint = Kopieer deze link en stuur hem aan wie wacht: hij zegt wanneer het voertuig komt, zonder iemand te noemen, tot de volgende dag. Hij wordt niet meer getoond.
road-back-to-round = De ronde
road-noted = { $kind ->
    [depart] Goede reis.
    [arrive] De aankomst is genoteerd.
    [refuse] De weigering is genoteerd.
    [leave] De halte is afgesloten.
    [delay] De vertraging is gemeld.
   *[end] De terugkeer is genoteerd.
}
road-other-content = Dit werd al met een andere inhoud verstuurd: laad de pagina opnieuw en begin opnieuw.
road-already-left = Deze halte is al afgesloten: er is niets veranderd.
road-already-back = De terugkeer van deze ronde is al genoteerd: er is niets veranderd.
road-more-than-carried = Er zijn minder kratten in deze zending: verbeter het aantal.
road-no-signature = Wat verstuurd werd, is geen handtekening: wis en teken opnieuw.
road-too-old = Dit is meer dan een week oud: zeg het aan de coördinatie, die het zal noteren.
road-superseded = Deze ronde werd door een andere vervangen: open de lijst van uw rondes opnieuw.
road-no-picture = Dit bestand is geen foto: kies een beeld in JPEG, PNG of WebP.

follow-title = Wanneer we langskomen
follow-expected = Verwacht rond
follow-late = { $minutes } minuten vertraging: gepland was { $time }.
follow-on-the-way = { $count ->
    [0] Het voertuig komt naar u.
    [one] Het voertuig is onderweg, { $count } halte voor u.
   *[other] Het voertuig is onderweg, { $count } haltes voor u.
}
follow-not-left = Het voertuig is nog niet vertrokken.
follow-here = Het voertuig is er sinds { $time }.
follow-done = Klaar: het voertuig vertrok om { $time }.
follow-code = Code om aan de bestuurder voor te lezen, als u dat liever doet dan tekenen:
follow-hint = Deze pagina noemt niemand. Laad haar opnieuw voor het laatst bekende uur; morgen verdwijnt ze.

letter-left-subject = { $hub }: we komen rond { $time }
letter-left =
    Dag,

    Het voertuig is vertrokken en komt rond { $time } bij u. Volg het hier, zonder aan te melden:

    { $address }

    { $hub }
letter-late-subject = { $hub }: vertraging, we komen rond { $time }
letter-late =
    Dag,

    Het voertuig heeft vertraging en komt rond { $time }. Volg het hier, zonder aan te melden:

    { $address }

    { $hub }
letter-follow-button = De rit volgen

learnt-title = Werkelijke tijden ter plaatse
learnt-hint = Tijd tussen aankomst en vertrek, per plaats: de mediaan van de laatste twintig keer, vanaf drie. De volgende plannen rekenen met deze tijden.
learnt-none = Nog geen drie keer op dezelfde plaats: de plannen rekenen met de gewone tijden.
learnt-minutes = Minuten
learnt-from = Keren

sheet-page = Blad {"{n}"} / {"{total}"}
sheet-continued = vervolg
