save = Enregistrer
edit = Modifier
search-button = Chercher

organisations-title = Organisations
organisations-new = Nouvelle organisation
organisations-search = Nom, commune ou numéro
organisations-none = Aucune organisation ne correspond. Élargissez la recherche ou créez-la.
organisation-record = Fiche de l’organisation
organisation-saved = La fiche est enregistrée.
organisation-name = Nom
organisation-legal-form = Forme juridique
organisation-country = Pays
organisation-number = Numéro d’entreprise
organisation-vat-number = Numéro de TVA
organisation-vat-regime = Régime de TVA
organisation-iban = Compte bancaire (IBAN)
organisation-email = E-mail
organisation-phone = Téléphone
organisation-address = Adresse
organisation-street = Rue et numéro
organisation-postcode = Code postal
organisation-town = Localité
organisation-language = Langue
organisation-number-taken = Une autre organisation porte déjà ce numéro d’entreprise : cherchez-la plutôt que de la créer deux fois.

# $form (String) - the form's code
legal-form = { $form ->
    [cooperative] Société coopérative
    [limited] Société à responsabilité limitée (SRL, SARL)
    [public_limited] Société anonyme (SA)
    [partnership] Société de personnes
    [natural_person] Personne physique
    [association] Association (ASBL, loi 1901)
    [foundation] Fondation
    [public_body] Organisme public
   *[other] Autre
}
# $regime (String) - the regime's code
vat-regime = { $regime ->
    [liable] Assujetti ordinaire
    [exempt] Franchise (petite entreprise)
   *[farm] Régime agricole forfaitaire
}
# $country (String) - ISO code
country = { $country ->
    [BE] Belgique
    [FR] France
    [LU] Luxembourg
    [NL] Pays-Bas
   *[DE] Allemagne
}
# $storage (String) - dry, cold or frozen
storage = { $storage ->
    [dry] sec
    [cold] froid
   *[frozen] surgelé
}

number-length = Le nombre de chiffres ne va pas : recopiez le numéro en entier.
number-character = Un caractère n’a pas sa place dans ce numéro.
number-check-digits = La clé de contrôle ne correspond pas : un chiffre est mal recopié.
number-beginning = Un tel numéro ne commence pas ainsi.

sites-title = Lieux
sites-new = Ajouter un lieu
sites-none = Aucun lieu : ajoutez celui où l’on enlève ou livre.
site-record = Fiche du lieu
site-saved = Le lieu est enregistré.
site-name = Nom du lieu
site-latitude = Latitude
site-longitude = Longitude
site-receives = Peut recevoir
site-windows = Heures d’ouverture
site-windows-hint = Par exemple 7:30-12:00, 13:00-18:00. Vide : fermé.
site-note = Accès, quai, personne à appeler
site-not-a-place = La latitude va de -90 à 90 et la longitude de -180 à 180, par exemple 49.9203 et 5.3760.
# $part (String) - what was typed
site-not-a-window = « { $part } » n’est pas une plage horaire : écrivez par exemple 7:30-12:00, dans l’ordre du jour.

sign-in-title = Se connecter
sign-in-button = Se connecter
sign-in-forgotten = Mot de passe oublié ?
sign-in-wrong = L’adresse e-mail et le mot de passe ne vont pas ensemble. Réessayez, ou demandez un nouveau mot de passe.
person-name = Prénom et nom
person-email = Adresse e-mail
person-unknown = Personne ici n’a cette adresse e-mail : invitez-la d’abord.
person-suspended = suspendu
person-suspend = Suspendre
person-restore = Rétablir l’accès
persons-title = Personnes
persons-hint = Les personnes d’un regroupement ou d’un membre s’invitent depuis la page de ce membre.
password = Mot de passe
password-new = Nouveau mot de passe
password-current = Mot de passe actuel
password-change = Changer le mot de passe
password-changed = Le mot de passe est changé ; les autres appareils sont déconnectés.
password-hint = Dix caractères au moins ; une phrase courte est plus sûre qu’un mot compliqué.
# $fewest (Number) - characters
password-too-short = Trop court : { $fewest } caractères au moins.
# $most (Number) - characters
password-too-long = Trop long : { $most } caractères au plus.
password-guessable = Ce mot de passe se devine trop vite. Prenez par exemple quatre mots sans rapport.
reset-title = Nouveau mot de passe
reset-hint = Donnez votre adresse : si elle est connue ici, un lien à usage unique y est envoyé.
reset-button = Envoyer le lien
reset-asked = Si cette adresse est connue ici, un lien vient d’y être envoyé. Il vaut une demi-heure.
reset-without-mail = Cette instance n’envoie pas d’e-mails : demandez le lien à l’administration.
link-title = Choisir un mot de passe
# $name (String) - the person
# $email (String) - their address
link-hint = Bonjour { $name }. Vous vous connecterez avec { $email } et ce mot de passe.
link-button = Enregistrer le mot de passe
link-done = Votre mot de passe est enregistré : connectez-vous.
link-used = Ce lien a déjà servi ou n’est plus valable. Demandez-en un nouveau.
link-send = Envoyer un nouveau lien
link-sent = Un nouveau lien est écrit.

account-title = Mon compte
account-record = Mes coordonnées
account-password = Mot de passe
account-saved = Vos coordonnées sont enregistrées.
mandates-title = Mandats
mandates-none = Aucun mandat : sans mandat, on ne voit ni ne fait rien.
# $date (String) - first day
mandate-since = depuis le { $date }
# $date (String) - last day
mandate-until = jusqu’au { $date }
# $name (String) - the deputy
mandate-deputy = suppléance : { $name }
mandate-without-deputy = sans suppléance
# $name (String) - the holder
mandate-standing-in-for = à la place de { $name }
mandate-own-deputy = On ne se supplée pas soi-même : donnez l’adresse d’une autre personne.
sessions-title = Appareils connectés
sessions-hint = Déconnectez ceux que vous ne reconnaissez pas.
# $moment (String) - when
session-since = ouverte le { $moment }
# $moment (String) - when
session-seen = vue le { $moment }
session-revoke = Déconnecter
session-revoked = L’appareil est déconnecté.

invite-title = Inviter une personne
invite-button = Inviter
invite-done = La personne est invitée : elle reçoit un lien pour choisir son mot de passe.
invite-administrator-hint = La personne administrera toute l’instance.
letters-title = Courrier
letters-with-mail = Les lettres partent d’elles-mêmes ; un lien d’accès est oublié une fois envoyé.
letters-without-mail = Cette instance n’a pas de serveur de courrier : remettez vous-même ces lettres et leurs liens.
letters-none = Aucune lettre.
letter-sent = envoyée
letter-reset-subject = Tresse : choisir un nouveau mot de passe
# $name (String) - the person
# $link (String) - the address
# $minutes (Number) - how long
letter-reset =
    Bonjour { $name },

    Quelqu’un a demandé un nouveau mot de passe pour votre compte. Si c’est vous, choisissez-le ici :
    { $link }

    Le lien sert une fois, et vaut { $minutes } minutes. Si ce n’est pas vous, ne faites rien.
# $label (String) - for whom
letter-invitation-subject = { $label } vous invite sur Tresse
# $name (String) - the person
# $label (String) - for whom
# $link (String) - the address
# $days (Number) - how long
letter-invitation =
    Bonjour { $name },

    Un mandat vous est confié pour { $label }. Choisissez votre mot de passe ici :
    { $link }

    Le lien sert une fois, et vaut { $days } jours.
person-is-suspended = Cette personne est suspendue : rétablissez d’abord son accès.
sign-in-too-often = Trop d’essais en peu de temps. Attendez un quart d’heure, ou demandez de l’aide à l’administration.
mandate-last-coordinator = Plus personne ne coordonnerait : donnez d’abord ce mandat à quelqu’un d’autre.
mandate-last-administrator = Plus personne n’administrerait cette instance : donnez d’abord ce mandat à quelqu’un d’autre.
person-end-mandate = Mettre fin au mandat
person-let-administer = Confier l’administration
deputy-name = Nommer ma suppléance
deputy-hint = La personne agit à votre place en votre absence. Laissez vide pour n’avoir personne.
deputy-saved = La suppléance est enregistrée.
session-current = cet appareil
# $label (String) - for whom
letter-mandate-subject = Un nouveau mandat pour { $label }
# $name (String) - the person
# $label (String) - for whom
# $address (String) - of the instance
letter-mandate =
    Bonjour { $name },

    Un nouveau mandat vous est confié pour { $label }. Connectez-vous comme d’habitude, et choisissez-le en haut de la page :
    { $address }

tokens-own = Mes jetons d’accès
tokens-own-hint = Un jeton laisse entrer un programme à votre place, sous un de vos mandats, et pour ce que vous cochez seulement.
tokens-of-services = Jetons des services
tokens-of-services-hint = Un jeton de service laisse entrer un programme du regroupement (une boutique en ligne, une comptabilité). Il survit à la personne qui l’a créé.
tokens-document = Ce que les programmes peuvent demander est décrit ici :
token-shown-once = Voici le jeton. Copiez-le maintenant : il ne sera plus jamais montré.
token-secret = Le jeton
tokens-list = Jetons
tokens-none = Aucun jeton pour l’instant.
token-is-revoked = révoqué
token-is-expired = expiré
token-is-good = valable
# $moment (String) - day and time
token-until = jusqu’au { $moment }
# $moment (String) - day and time
token-used = utilisé le { $moment }
token-never-used = jamais utilisé
token-revoke = Révoquer
token-new = Nouveau jeton
token-no-mandate = Aucun de vos mandats ne permet d’en créer un.
token-name = Nom, pour le reconnaître
token-acts-as = Il agit comme
token-scopes = Il peut
# $subject (String) - the scope's subject
token-subject = { $subject ->
    [catalogue] catalogue
    [cycles] ventes
    [orders] commandes
    [receptions] réceptions
    [documents] documents
    [payments] paiements
    [shipments] transports
    [rounds] tournées
   *[other] autre
}
token-write = écrire
token-read = lire
token-for = Valable
# $days (Number) - days
token-days = { $days } jours
token-make = Créer le jeton
token-revoked = Le jeton est révoqué : plus rien n’entre avec lui.
token-no-scope = Cochez au moins une portée.
token-no-such-period = Choisissez une durée de la liste.
token-no-such-mandate = Choisissez un de vos mandats.
token-not-for-administrators = Le mandat d’administration n’a pas de jeton : choisissez-en un autre.
letter-button-password = Choisir un mot de passe
letter-button-open = Ouvrir Tresse
letter-given-up = n’est pas partie
letter-in-doubt = nul ne sait si elle est arrivée
letter-try-again = Réessayer
letter-tried-again = La lettre repart avec le prochain courrier.
