operation-title = Server
operation-hint = Hoe het met de installatie gaat, gezien op { $moment }. Dit zijn ook de feiten van het toezicht (/metrics) en van “tresse doctor”.
operation-fine = Niets vraagt uw aandacht.
operation-wrong = op te lossen
operation-mind = te bekijken
operation-disk-fills = Er is nog { $free } vrij op de schijf { $holding ->
    [data] van de gegevens
    [backups] van de back-ups
   *[both] van de gegevens en de back-ups
}, minder dan een tiende: maak plaats.
operation-disk-full = Er is nog maar { $free } vrij op de schijf { $holding ->
    [data] van de gegevens
    [backups] van de back-ups
   *[both] van de gegevens en de back-ups
}: maak nu plaats.
operation-backup-late = De laatste back-up is van { $moment }, en er hoort er elk uur een te zijn: het log van de server zegt wat hem tegenhoudt.
operation-backup-none = Er is geen enkele back-up in { $folder }: het log van de server zegt waarom.
operation-backups-not-made = Er worden geen back-ups gemaakt: geef de server een map (instelling “backups”).
operation-letters-late = Er wachten brieven sinds { $moment }: de pagina “Post” zegt waarom.
operation-letters-to-hand-on = Er wachten brieven, en er is geen mailserver: iemand moet ze doorgeven.
operation-letters-given-up = { $count ->
    [one] { $count } brief kon niet vertrekken
   *[other] { $count } brieven konden niet vertrekken
}: de pagina “Post” zegt waarom.
operation-webhooks-silent = { $count ->
    [one] { $count } webhookadres antwoordt niet meer en wordt niet meer opgeroepen
   *[other] { $count } webhookadressen antwoorden niet meer en worden niet meer opgeroepen
}: de coördinatie van het samenwerkingsverband is verwittigd.
operation-tasks-failed = { $count ->
    [one] { $count } lange taak is niet gelukt
   *[other] { $count } lange taken zijn niet gelukt
} in de laatste 24 uur: het log van de server zegt waarom.
operation-job-failed = De geplande taak “{ $job }” is mislukt op { $moment }: het log van de server zegt waarom.
operation-job-late = De geplande taak “{ $job }” staat stil sinds { $moment }: herstart de server.
operation-not-sealed = Deze server verzegelt het journaal niet: geef alle servers dezelfde sleutel (instelling “seal_key”).
operation-seal-late = Een regel wacht op zijn zegel sinds { $moment }: het log van de server of “tresse verify-log” zegt waarom.
operation-node-gone = De server { $name } geeft geen teken van leven meer sinds { $moment }.
operation-size = { $number } { $unit ->
    [kilo] kB
    [mega] MB
   *[giga] GB
}
operation-milliseconds = { $number } ms
operation-percent = { $number }%
operation-free-of = vrij op een schijf van { $whole }
operation-latest-backup = laatste back-up
operation-letters-waiting = wachtende brieven
operation-signed-in = { $persons ->
    [one] aangemelde persoon
   *[other] aangemelde personen
}, op { $devices ->
    [one] { $devices } toestel
   *[other] { $devices } toestellen
}
operation-data = Schijven en databank
operation-holding = { $holding ->
    [data] Schijf van de gegevens
    [backups] Schijf van de back-ups
   *[both] Schijf (gegevens en back-ups)
}
operation-room = { $free } vrij ({ $percent }% van { $whole })
operation-database = Databank
operation-elsewhere = Haar schijf is van hieruit niet te zien: hou ze in het oog waar ze staat.
operation-backups = Back-ups
operation-latest = De laatste
operation-hourly = Per uur
operation-daily = Per dag
operation-together = Samen
operation-folder = Map
operation-no-backups-here = Deze server maakt geen back-ups.
operation-seals = Verzegeld journaal
operation-seal = nr. { $number }, { $moment }
operation-latest-seal = Laatste zegel
operation-seal-hash = Vingerafdruk
operation-no-seal = Nog niets is verzegeld.
operation-waiting = Wat wacht
operation-what = Wat
operation-waits = Wachtend
operation-oldest = Sinds
operation-failed = Mislukt
operation-letters = Brieven
operation-webhooks = Webhookberichten
operation-tasks = Lange taken
operation-timed-work = { $count ->
    [one] { $count } geplande taak wordt gevolgd
   *[other] { $count } geplande taken worden gevolgd
} op deze server; wat mislukt staat bovenaan.
operation-letters-link = Brieven bekijken
operation-nodes = Servers
operation-this-server = Tresse { $version }, gestart op { $moment }.
operation-this-one = deze
operation-gone = stil
operation-node-times = gezien op { $seen }, gestart op { $started }
operation-slowest = Traagste pagina’s
operation-slowest-hint = Sinds deze server startte, op { $moment }. Een pagina hoort er binnen { $meant } te zijn.
operation-no-roads = Er is nog niets gevraagd.
operation-road = Pagina
operation-answers = Antwoorden
operation-most = 95% binnen
operation-over = Langer dan { $meant }
operation-worst = De traagste
