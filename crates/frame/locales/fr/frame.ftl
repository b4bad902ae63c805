shell-skip = Aller au contenu
shell-menu = Menu
shell-act-as = Agir pour
# $name (String) - the absent person
shell-stands-in-for = à la place de { $name }
shell-language = Langue
shell-my-account = Mon compte
shell-sign-out = Se déconnecter
shell-sign-in = Se connecter
shell-foot = Tresse, l’arrière-boutique commune des entreprises qui coopèrent.

# $role (String) - the role's code
role = { $role ->
    [administrator] administration
    [coordinator] coordination
    [warehouse] dépôt
    [bookkeeper] comptabilité
    [driver] conduite
    [producer] production
    [shop] magasin
   *[reader] lecture
}

stop-title = Cela n’a pas pu se faire
stop-back = Retour à l’accueil
stop-not-found = Cette page n’existe pas, ou n’existe plus. Vérifiez l’adresse ou repartez de l’accueil.
stop-not-allowed = Aucun de vos mandats ne le permet. Changez de mandat en haut de la page, ou demandez-le à la coordination.
stop-sign-in = Connectez-vous d’abord.
stop-sign-in-again = Montrez d’abord encore une fois que c’est bien vous.
# $seconds (Number) - how long to wait
stop-too-often = { $seconds ->
    [one] C’est trop à la fois. Réessayez dans { $seconds } seconde.
   *[other] C’est trop à la fois. Réessayez dans { $seconds } secondes.
}
stop-fault = Une erreur s’est produite de notre côté. Rien n’a été enregistré à moitié ; réessayez dans un instant.
stop-full = Le disque du serveur est plein : rien n’a été enregistré. Ce qui est là peut encore être lu ; prévenez l’administration.
stop-lost = La base de données ne répond plus : on ne sait pas si votre dernière demande a été enregistrée. Réessayez dans un instant, et regardez avant de recommencer.

form-see-fields = Certains champs sont à corriger : voyez les remarques ci-dessous. Rien n’a été enregistré.
# $most (Number) - megabytes
form-too-large = Ce que vous envoyez est trop grand : un fichier a { $most } Mo au plus. Rien n’a été enregistré.
fault-missing = À remplir.
# $most (Number) - characters
fault-too-long = Trop long : { $most } caractères au plus.
fault-not-among = Choisissez une valeur de la liste.
fault-not-a-date = Ce n’est pas une date : écrivez par exemple 2026-11-24.
fault-not-a-time = Ce n’est pas une heure : écrivez par exemple 07:30.
fault-not-a-number = Ce n’est pas un nombre : écrivez par exemple 12,50.
# $most (Number) - decimals
fault-too-many-decimals = Trop de décimales : { $most } au plus.
fault-too-large = Ce nombre est trop grand.
fault-negative = Un nombre négatif n’a pas de sens ici.
fault-not-an-email = Ce n’est pas une adresse e-mail : écrivez par exemple nom@exemple.be.

# $done (Number) - steps behind us
# $total (Number) - all steps
task-progress = { $done } sur { $total }
task-stop = Arrêter
task-look-again = Voir où on en est
# $done (Number) - steps behind us
# $total (Number) - all steps
task-stopped = Arrêté après { $done } sur { $total }. Ce qui est fait reste fait ; vous pourrez reprendre là.
task-back = Revenir

# $day (Number) - day of the month
# $month (String) - its name
# $weekday (String) - its name
day = { $weekday } { $day ->
    [1] 1er
   *[other] { $day }
} { $month }
# $number (Number) - 1 for Monday
weekday = { $number ->
    [1] lundi
    [2] mardi
    [3] mercredi
    [4] jeudi
    [5] vendredi
    [6] samedi
   *[7] dimanche
}
# $number (Number) - 1 for January
month = { $number ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
}
# $unit (String) - the unit's code
unit = { $unit ->
    [piece] pièce
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
    [bunch] botte
    [punnet] barquette
    [jar] bocal
    [bottle] bouteille
    [pot] pot
    [bag] sac
    [packet] sachet
    [pouch] poche
    [box] boîte
    [carton] carton
    [crate] caisse
    [tray] plateau
    [basket] panier
    [net] filet
    [bundle] lot
    [package] colis
    [dozen] douzaine
    [half_dozen] demi-douzaine
    [pair] paire
    [four_pack] pack de 4
    [six_pack] pack de 6
    [beer_crate] casier
    [can] canette
    [tin] conserve
    [bucket] seau
    [tub] bac
    [tube] tube
    [tablet] tablette
    [roll] rouleau
    [cup] tasse
    [kit] kit
    [keg] fût
    [cask] tonneau
    [drum] baril
   *[pallet] palette
}
# $unit (String) - the code of a unit that there are several of
units = { $unit ->
    [piece] pièces
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
    [bunch] bottes
    [punnet] barquettes
    [jar] bocaux
    [bottle] bouteilles
    [pot] pots
    [bag] sacs
    [packet] sachets
    [pouch] poches
    [box] boîtes
    [carton] cartons
    [crate] caisses
    [tray] plateaux
    [basket] paniers
    [net] filets
    [bundle] lots
    [package] colis
    [dozen] douzaines
    [half_dozen] demi-douzaines
    [pair] paires
    [four_pack] packs de 4
    [six_pack] packs de 6
    [beer_crate] casiers
    [can] canettes
    [tin] conserves
    [bucket] seaux
    [tub] bacs
    [tube] tubes
    [tablet] tablettes
    [roll] rouleaux
    [cup] tasses
    [kit] kits
    [keg] fûts
    [cask] tonneaux
    [drum] barils
   *[pallet] palettes
}
task-broken-off = Le travail s’est interrompu en chemin : le serveur a redémarré. Ce qui est fait reste fait ; relancez-le.

# $scope (String) - its code
api-lacks-scope = Ce jeton n’a pas la portée « { $scope } » : créez-en un qui l’a.
api-sign-in = Présentez un jeton valable : « Authorization: Bearer … ». Il est inconnu, expiré, révoqué ou absent.
api-not-found = Cela n’existe pas, ou pas pour le mandat de ce jeton.
api-not-allowed = Le mandat de ce jeton ne le permet pas.
api-method-not-allowed = Cette adresse ne prend pas cette méthode : voyez /api/openapi.json.
api-not-json = Le corps doit être en JSON : envoyez « Content-Type: application/json ».
api-too-large = Le corps de la demande est trop long.
api-unknown-field = Ce champ est inconnu : voyez /api/openapi.json.
api-unreadable = Cela ne se lit pas comme le document le demande : voyez /api/openapi.json.
# $most (Number) - characters
api-key-missing = Donnez à chaque écriture une clé à elle, « Idempotency-Key », de 1 à { $most } caractères visibles.
api-key-reused = Cette clé a déjà servi pour une autre demande : donnez-en une nouvelle.
letter-copy-link = Le bouton ne répond pas ? Copiez cette adresse dans votre navigateur :
letter-foot = Cette lettre vient de Tresse, l’arrière-boutique commune des entreprises qui coopèrent.

# $day (String) - the civil day
# $number (String) - the seal's number
seal-letter-subject = Sceau du { $day } : n° { $number }
# $address (String) - the instance
# $day (String) - the civil day
# $number (String) - the seal's number
# $moment (String) - when it was made
# $hash (String) - the seal's hash
# $key (String) - the public key
seal-letter =
    Bonjour,

    Voici le dernier sceau du { $day } du journal de { $address }. Gardez cette lettre : avec elle, vous pourrez montrer que ni le journal, ni les écritures, ni les documents d’avant ce sceau n’ont été changés depuis.

    Sceau n° { $number }, du { $moment }
    Empreinte : { $hash }
    Clé publique : { $key }

    Pour vérifier, sur le serveur ou sur une sauvegarde :
    tresse verify-log --seal { $hash }
