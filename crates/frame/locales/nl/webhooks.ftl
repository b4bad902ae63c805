webhooks-title = Webhooks
webhooks-hint = Andere programma’s vernemen hier wat er in het samenwerkingsverband gebeurt. Een bericht zegt wat er gebeurde en waar te kijken, zonder namen of bedragen; het is ondertekend (Standard Webhooks) en kan meer dan eens aankomen, onder hetzelfde kenmerk.
webhooks-none = Geen adres luistert.
webhook-title = Webhook
webhook-add = Een adres toevoegen
webhook-address = Adres
webhook-hears-of = Wat het verneemt
webhook-kinds-hint = Niets aangevinkt: alles.
webhook-all-kinds = alles
webhook-kind = { $kind ->
    [cycle_opened] verkoopronde geopend
    [cycle_closed] verkoopronde gesloten
    [cycle_settled] verkoopronde afgerekend
    [order_changed] bestelling gewijzigd
    [reception_received] goederen ontvangen
    [delivery_made] goederen afgegeven
    [document_issued] document uitgegeven
    [payment_recorded] betaling genoteerd
    [payment_reversed] betaling teruggedraaid
   *[webhook_test] proef
}
webhook-secret = Geheim
webhook-shown-once = Kopieer dit geheim nu: het wordt niet meer getoond. Het controleert de handtekening van de berichten.
webhook-old-secret = Het vorige geheim geldt tot
webhook-made-at = Toegevoegd op
webhook-is-paused = gepauzeerd
webhook-is-failing = antwoordt niet meer
webhook-paused-since = Gepauzeerd sinds { $moment }: de berichten wachten, hoogstens dertig dagen.
webhook-failing-since = Gepauzeerd op { $moment }: het adres antwoordde drie dagen niet, of zei dat het niet meer bestaat. De berichten wachten, hoogstens dertig dagen.
webhook-test = Een proef sturen
webhook-pause = Pauzeren
webhook-resume = Hervatten
webhook-replace-secret = Het geheim vervangen
webhook-remove = Verwijderen
webhook-paused = Het adres is gepauzeerd: wat gebeurt, wacht erop.
webhook-resumed = Het adres luistert opnieuw; wat het miste, vertrekt eerst.
webhook-removed = Het adres is verwijderd.
webhook-test-written = De proef is geschreven: hij vertrekt binnen enkele seconden. Herlaad de pagina om het antwoord te zien.
webhook-goes-again = Het bericht vertrekt binnen enkele seconden opnieuw, onder hetzelfde kenmerk.
webhook-messages = Laatste berichten
webhook-no-messages = Geen berichten.
webhook-what = Wat
webhook-when = Wanneer
webhook-answer = Antwoord
webhook-state = Toestand
webhook-spent = in { $ms } ms
webhook-tries = { $count } pogingen
webhook-heard = ontvangen
webhook-waits = wacht
webhook-next-try = nieuwe poging op { $moment }
webhook-again = Opnieuw sturen
webhook-not-an-address = Dit is geen webadres: schrijf bijvoorbeeld https://boekhouding.example.org/tresse.
webhook-not-https = Het adres begint met https://. Een host van uw eigen netwerk noemt de beheerder eerst (--inside).
webhook-holds-password = Het adres bevat een naam of een wachtwoord: haal ze eruit, de handtekening volstaat.
webhook-port = De poort is 443, of 1024 en hoger.
webhook-inside = Deze host staat niet op het openbare internet. Is hij van uw netwerk, dan noemt de beheerder hem eerst (--inside).
webhook-too-many = Er luisteren al { $most } adressen: verwijder er eerst een.
letter-webhook-subject = Tresse: een webhook is gepauzeerd
letter-webhook =
    Dag { $name },

    Het adres { $address } antwoordde drie dagen niet, of zei dat het niet meer bestaat. Het is gepauzeerd: wat gebeurt, wacht erop, hoogstens dertig dagen.

    Bekijk wat het antwoordde, en hervat wanneer het hersteld is:
    { $link }
letter-webhook-button = De webhook bekijken
