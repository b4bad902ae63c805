save = Bewaren
edit = Wijzigen
search-button = Zoeken

organisations-title = Organisaties
organisations-new = Nieuwe organisatie
organisations-search = Naam, gemeente of nummer
organisations-none = Geen enkele organisatie gevonden. Zoek ruimer of maak ze aan.
organisation-record = Fiche van de organisatie
organisation-saved = De fiche is bewaard.
organisation-name = Naam
organisation-legal-form = Rechtsvorm
organisation-country = Land
organisation-number = Ondernemingsnummer
organisation-vat-number = Btw-nummer
organisation-vat-regime = Btw-regeling
organisation-iban = Bankrekening (IBAN)
organisation-email = E-mail
organisation-phone = Telefoon
organisation-address = Adres
organisation-street = Straat en nummer
organisation-postcode = Postcode
organisation-town = Gemeente
organisation-language = Taal
organisation-number-taken = Een andere organisatie heeft dit ondernemingsnummer al: zoek ze op in plaats van ze tweemaal aan te maken.

legal-form = { $form ->
    [cooperative] Coöperatieve vennootschap
    [limited] BV
    [public_limited] NV
    [partnership] Personenvennootschap
    [natural_person] Natuurlijke persoon
    [association] Vzw of vereniging
    [foundation] Stichting
    [public_body] Overheidsinstelling
   *[other] Andere
}
vat-regime = { $regime ->
    [liable] Gewone btw-plichtige
    [exempt] Vrijgesteld (kleine onderneming)
   *[farm] Bijzondere landbouwregeling
}
country = { $country ->
    [BE] België
    [FR] Frankrijk
    [LU] Luxemburg
    [NL] Nederland
   *[DE] Duitsland
}
storage = { $storage ->
    [dry] droog
    [cold] gekoeld
   *[frozen] diepvries
}

number-length = Het aantal cijfers klopt niet: neem het nummer volledig over.
number-character = Dit nummer bevat een teken dat er niet in thuishoort.
number-check-digits = Het controlegetal klopt niet: een cijfer is verkeerd overgenomen.
number-beginning = Zo begint dit soort nummer niet.

sites-title = Locaties
sites-new = Locatie toevoegen
sites-none = Nog geen locatie: voeg de plaats toe waar men afhaalt of levert.
site-record = Fiche van de locatie
site-saved = De locatie is bewaard.
site-name = Naam van de locatie
site-latitude = Breedtegraad
site-longitude = Lengtegraad
site-receives = Kan ontvangen
site-windows = Openingsuren
site-windows-hint = Bijvoorbeeld 7:30-12:00, 13:00-18:00. Leeg: gesloten.
site-note = Toegang, laadkade, wie te bellen
site-not-a-place = De breedtegraad gaat van -90 tot 90 en de lengtegraad van -180 tot 180, bijvoorbeeld 49.9203 en 5.3760.
site-not-a-window = “{ $part }” is geen tijdvak: schrijf bijvoorbeeld 7:30-12:00, in de volgorde van de dag.

sign-in-title = Aanmelden
sign-in-button = Aanmelden
sign-in-forgotten = Wachtwoord vergeten?
sign-in-wrong = Het e-mailadres en het wachtwoord horen niet bij elkaar. Probeer opnieuw of vraag een nieuw wachtwoord.
person-name = Voornaam en naam
person-email = E-mailadres
person-unknown = Niemand heeft hier dit e-mailadres: nodig die persoon eerst uit.
person-suspended = geblokkeerd
person-suspend = Blokkeren
person-restore = Toegang herstellen
persons-title = Personen
persons-hint = De personen van een samenwerkingsverband of een lid nodigt u uit op de pagina van dat lid.
password = Wachtwoord
password-new = Nieuw wachtwoord
password-current = Huidig wachtwoord
password-change = Wachtwoord wijzigen
password-changed = Het wachtwoord is gewijzigd; de andere toestellen zijn afgemeld.
password-hint = Minstens tien tekens; een korte zin is veiliger dan een ingewikkeld woord.
password-too-short = Te kort: minstens { $fewest } tekens.
password-too-long = Te lang: hoogstens { $most } tekens.
password-guessable = Dit wachtwoord is te snel te raden. Neem bijvoorbeeld vier woorden die niets met elkaar te maken hebben.
reset-title = Nieuw wachtwoord
reset-hint = Geef uw e-mailadres: als het hier bekend is, sturen we een link die eenmaal werkt.
reset-button = Link sturen
reset-asked = Als dit adres hier bekend is, is er zonet een link naartoe gestuurd. Die is een halfuur geldig.
reset-without-mail = Deze installatie verstuurt geen e-mails: vraag de link aan het beheer.
link-title = Wachtwoord kiezen
link-hint = Dag { $name }. U meldt zich voortaan aan met { $email } en dit wachtwoord.
link-button = Wachtwoord bewaren
link-done = Uw wachtwoord is bewaard: meld u aan.
link-used = Deze link is al gebruikt of niet meer geldig. Vraag een nieuwe.
link-send = Nieuwe link sturen
link-sent = Er is een nieuwe link klaargezet.

account-title = Mijn account
account-record = Mijn gegevens
account-password = Wachtwoord
account-saved = Uw gegevens zijn bewaard.
mandates-title = Mandaten
mandates-none = Geen mandaat: zonder mandaat ziet en doet men niets.
mandate-since = sinds { $date }
mandate-until = tot en met { $date }
mandate-deputy = plaatsvervanging: { $name }
mandate-without-deputy = geen plaatsvervanging
mandate-standing-in-for = in de plaats van { $name }
mandate-own-deputy = U kunt uzelf niet vervangen: geef het adres van iemand anders.
sessions-title = Aangemelde toestellen
sessions-hint = Meld de toestellen af die u niet herkent.
session-since = aangemeld op { $moment }
session-seen = laatst gezien op { $moment }
session-revoke = Afmelden
session-revoked = Het toestel is afgemeld.

invite-title = Iemand uitnodigen
invite-button = Uitnodigen
invite-done = De persoon is uitgenodigd en krijgt een link om een wachtwoord te kiezen.
invite-administrator-hint = Deze persoon zal de hele installatie beheren.
letters-title = Post
letters-with-mail = De brieven vertrekken vanzelf; een toegangslink wordt na het versturen gewist.
letters-without-mail = Deze installatie heeft geen mailserver: bezorg deze brieven en hun links zelf.
letters-none = Geen brieven.
letter-sent = verstuurd
letter-reset-subject = Tresse: een nieuw wachtwoord kiezen
letter-reset =
    Beste { $name },

    Iemand heeft een nieuw wachtwoord gevraagd voor uw account. Als u dat bent, kies het dan hier:
    { $link }

    De link werkt eenmaal en is { $minutes } minuten geldig. Als u dit niet gevraagd hebt, hoeft u niets te doen.
letter-invitation-subject = { $label } nodigt u uit op Tresse
letter-invitation =
    Beste { $name },

    U krijgt een mandaat voor { $label }. Kies hier uw wachtwoord:
    { $link }

    De link werkt eenmaal en is { $days } dagen geldig.
person-is-suspended = Deze persoon is geblokkeerd: herstel eerst de toegang.
sign-in-too-often = Te veel pogingen op korte tijd. Wacht een kwartier, of vraag hulp aan het beheer.
mandate-last-coordinator = Dan zou niemand nog coördineren: geef dit mandaat eerst aan iemand anders.
mandate-last-administrator = Dan zou niemand deze instantie nog beheren: geef dit mandaat eerst aan iemand anders.
person-end-mandate = Mandaat beëindigen
person-let-administer = Beheer toevertrouwen
deputy-name = Mijn vervanger aanwijzen
deputy-hint = Deze persoon handelt in uw plaats als u afwezig bent. Laat leeg voor niemand.
deputy-saved = De vervanging is opgeslagen.
session-current = dit toestel
letter-mandate-subject = Een nieuw mandaat voor { $label }
letter-mandate =
    Dag { $name },

    U krijgt een nieuw mandaat voor { $label }. Meld u aan zoals gewoonlijk en kies het bovenaan de pagina:
    { $address }

tokens-own = Mijn toegangstokens
tokens-own-hint = Een token laat een programma in uw plaats binnen, onder een van uw mandaten, en alleen voor wat u aanvinkt.
tokens-of-services = Tokens van diensten
tokens-of-services-hint = Een diensttoken laat een programma van het samenwerkingsverband binnen (een webwinkel, een boekhouding). Het overleeft wie het gemaakt heeft.
tokens-document = Wat programma’s kunnen vragen staat hier beschreven:
token-shown-once = Dit is het token. Kopieer het nu: het wordt nooit meer getoond.
token-secret = Het token
tokens-list = Tokens
tokens-none = Nog geen tokens.
token-is-revoked = ingetrokken
token-is-expired = verlopen
token-is-good = geldig
token-until = tot { $moment }
token-used = gebruikt op { $moment }
token-never-used = nooit gebruikt
token-revoke = Intrekken
token-new = Nieuw token
token-no-mandate = Geen van uw mandaten laat toe er een te maken.
token-name = Naam, om het te herkennen
token-acts-as = Het handelt als
token-scopes = Het mag
token-subject = { $subject ->
    [catalogue] catalogus
    [cycles] verkopen
    [orders] bestellingen
    [receptions] ontvangsten
    [documents] documenten
    [payments] betalingen
    [shipments] vervoer
    [rounds] rondes
   *[other] ander
}
token-write = schrijven
token-read = lezen
token-for = Geldig
token-days = { $days } dagen
token-make = Token maken
token-revoked = Het token is ingetrokken: niets komt er nog mee binnen.
token-no-scope = Vink minstens één bereik aan.
token-no-such-period = Kies een duur uit de lijst.
token-no-such-mandate = Kies een van uw mandaten.
token-not-for-administrators = Het beheerdersmandaat heeft geen token: kies een ander.
letter-button-password = Een wachtwoord kiezen
letter-button-open = Tresse openen
letter-given-up = is niet vertrokken
letter-in-doubt = niemand weet of hij is aangekomen
letter-try-again = Opnieuw proberen
letter-tried-again = De brief vertrekt met de volgende post.
