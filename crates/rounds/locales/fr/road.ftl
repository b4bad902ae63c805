road-title = Conduite
road-hint = Vos tournées. Ouvrez celle du jour avant de partir : elle s’affiche ensuite aussi sans réseau.
road-none = Aucune tournée publiée ne vous attend.
# $count (Number) - stops
road-stops = { $count ->
    [one] { $count } arrêt
   *[other] { $count } arrêts
}
road-today = aujourd’hui
# $time (String) - when
road-left-at = partie à { $time }
# $time (String) - when
road-back-at = rentrée à { $time }
road-sheet = Feuille de route (PDF)
# $vehicle (String) - its name
road-sheet-title = Feuille de route { $vehicle }
road-day = Jour
road-driver = Conduite
road-departs = Départ
road-back = Retour
road-distance = Distance
road-signatures = Signatures
road-what = À faire
road-dry = Sec
road-cold = Frais
road-frozen = Surgelé
road-kilograms = kg
# $does (String) - what is done, as a code
# $other (String) - whose goods it is, or for whom
road-does = { $does ->
    [pick_up] Charger pour { $other }
    [hand_over] Déposer pour une autre tournée ({ $other })
    [take_over] Reprendre d’une autre tournée ({ $other })
   *[deliver] Livrer de { $other }
}
road-waiting = Noté sur ce téléphone, pas encore envoyé :
road-sign-in = Reconnectez-vous pour envoyer ce que ce téléphone a noté : rien n’est perdu.
road-dismiss = J’ai compris
road-left = Parti à
# $minutes (Number) - how many
road-behind = La tournée a { $minutes } minutes de retard.
road-depart = Je pars
road-delay = Annoncer un retard
road-minutes = Minutes de retard
road-delay-hint = Ceux qui attendent encore reçoivent un courriel, et leur page de suivi change.
road-announce = Annoncer
road-navigate = Y aller
road-arrived = Arrivé à
road-gone = reparti à
road-arrive = J’y suis
road-refuse = Signaler un refus
road-which = Marchandise
road-how-many = Caisses refusées
road-why = Raison
# $reason (String) - the reason's code
because = { $reason ->
    [closed] fermé
    [damaged] abîmé
    [too_warm] trop chaud
    [wrong] pas la bonne marchandise
    [missing] manquant
   *[other] autre raison
}
road-note = Remarque
road-photo = Photo
road-note-refusal = Noter le refus
# $crates (Number) - how many
# $what (String) - of what
# $why (String) - the reason
road-refused = { $crates ->
    [one] { $crates } caisse refusée
   *[other] { $crates } caisses refusées
} : { $what } – { $why }
road-leave = Terminer cet arrêt
road-met = Reçu ou remis par
road-cold-temperature = Température du frais à l’arrivée, en °C
road-frozen-temperature = Température du surgelé à l’arrivée, en °C
road-crates = Caisses vides
road-crates-hint = sans celles qui vont avec la marchandise
road-crates-given = Laissées
road-crates-taken = Reprises
# $given (Number) - how many
# $taken (Number) - how many
road-crates-moved = { $given } laissées, { $taken } reprises
road-signature = Signature
road-clear = Effacer
road-or-code = ou code lu par la personne
road-code-right = code exact
road-code-wrong = code inexact
road-done-here = C’est fait
road-end = Fin de la tournée
road-km = Kilomètres parcourus
road-extra = Péages et parkings, en euros
road-i-am-back = Je suis rentré
road-make-address = Lien de suivi pour cet arrêt
road-address-title = Lien de suivi
road-address-hint = Copiez ce lien et envoyez-le à qui attend : il dit quand le véhicule arrive, sans nommer personne, jusqu’au lendemain. Il ne sera plus montré.
road-back-to-round = La tournée
# $kind (String) - what was done, as a code
road-noted = { $kind ->
    [depart] Bonne route.
    [arrive] L’arrivée est notée.
    [refuse] Le refus est noté.
    [leave] L’arrêt est terminé.
    [delay] Le retard est annoncé.
   *[end] Le retour est noté.
}
road-other-content = Cet acte a déjà été envoyé avec un autre contenu : rechargez la page et recommencez.
road-already-left = Cet arrêt est déjà terminé : rien n’a été changé.
road-already-back = Le retour de cette tournée est déjà noté : rien n’a été changé.
road-more-than-carried = Il y a moins de caisses que cela dans cet envoi : corrigez le nombre.
road-no-signature = Ce qui a été envoyé n’est pas une signature : effacez et signez à nouveau.
road-too-old = Cela date de plus d’une semaine : dites-le à la coordination, qui le notera.
road-superseded = Cette tournée a été remplacée par une autre : rouvrez la liste de vos tournées.
road-no-picture = Ce fichier n’est pas une photo : choisissez une image JPEG, PNG ou WebP.

follow-title = Votre passage
follow-expected = Attendu vers
# $minutes (Number) - how many
# $time (String) - when it was planned
follow-late = { $minutes } minutes de retard : le passage était prévu à { $time }.
# $count (Number) - stops
follow-on-the-way = { $count ->
    [0] Le véhicule vient chez vous.
    [one] Le véhicule est en route, { $count } arrêt avant vous.
   *[other] Le véhicule est en route, { $count } arrêts avant vous.
}
follow-not-left = Le véhicule n’est pas encore parti.
# $time (String) - when
follow-here = Le véhicule est là depuis { $time }.
# $time (String) - when
follow-done = C’est fait : le véhicule est reparti à { $time }.
follow-code = Code à lire à la personne qui conduit, si vous préférez cela à une signature :
follow-hint = Cette page ne nomme personne. Rechargez-la pour la dernière heure connue ; elle disparaît le lendemain.

# $hub (String) - its name
# $time (String) - when
letter-left-subject = { $hub } : passage vers { $time }
# $time (String) - when
# $address (String) - of the page
# $hub (String) - its name
letter-left =
    Bonjour,

    Le véhicule est parti et passe chez vous vers { $time }. Suivez-le ici, sans vous connecter :

    { $address }

    { $hub }
# $hub (String) - its name
# $time (String) - when
letter-late-subject = { $hub } : retard, passage vers { $time }
# $time (String) - when
# $address (String) - of the page
# $hub (String) - its name
letter-late =
    Bonjour,

    Le véhicule a du retard et passera vers { $time }. Suivez-le ici, sans vous connecter :

    { $address }

    { $hub }
letter-follow-button = Suivre le passage

learnt-title = Durées réelles sur place
learnt-hint = Temps entre l’arrivée et le départ, par lieu : la médiane des vingt derniers passages, dès qu’il y en a trois. Les prochains plans comptent avec ces durées.
learnt-none = Pas encore trois passages au même endroit : les plans comptent avec les durées habituelles.
learnt-minutes = Minutes
learnt-from = Passages

sheet-page = Page {"{n}"} / {"{total}"}
sheet-continued = suite
