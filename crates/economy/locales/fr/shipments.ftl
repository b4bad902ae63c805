shipments-title = À transporter
shipments-hint = Ce qui part et ce qui arrive : les ventes l’écrivent à leur clôture, chaque membre peut y ajouter. Une tournée publiée s’en charge.
shipments-none = Rien à transporter en ces jours.
shipments-add = Ajouter un transport
shipments-from-file = D’un fichier
shipments-as-file = Fichier CSV
shipments-earlier = Avant
shipments-later = Après
# $first (String) - first day
# $last (String) - last day
shipments-days = Du { $first } au { $last }
shipments-page = Jours montrés
shipment-change = Modifier le transport
shipment-from = De
shipment-to = Vers
shipment-load = Charge
shipment-state = État
shipment-needs = Besoins
shipment-no-site = sans lieu
shipment-save = Enregistrer
shipment-saved = Le transport est enregistré.
# $count (Number) - how many
shipments-saved = { $count } transports ajoutés.
shipment-cancel = Ne plus transporter
shipment-cancelled = Le transport est annulé.
shipment-ready-hint = Vide si toute la journée convient.
shipment-note-hint = Ce que le conducteur doit savoir ; pas de noms de personnes.
# $kind (String) - dry, cold or frozen
# $count (String) - how many
shipment-crates = { $kind } : { $count }
# $time (String) - time of day
shipment-ready-from = prêt dès { $time }
# $time (String) - time of day
shipment-due-by = au plus tard { $time }
# $origin (String) - code
shipment-origin = { $origin ->
    [collection] collecte
    [delivery] livraison
    [crates_back] caisses en retour
   *[by_hand] ajouté
}
# $standing (String) - code
shipment-standing = { $standing ->
    [waiting] attend une tournée
    [carried] en tournée
    [moved] arrivé
   *[cancelled] annulé
}
# $need (String) - code
shipment-need = { $need ->
    [fridge] frigo
    [freezer] congélateur
    [tail_lift] hayon
   *[pallet_truck] transpalette
}
# $storage (String) - code
shipment-storage = { $storage ->
    [dry] sec
    [cold] frais
   *[frozen] surgelé
}
# $column (String) - code
shipments-column = { $column ->
    [from] De
    [to] Vers
    [first_day] Premier jour
    [last_day] Jusqu’au
    [ready] Prêt dès
    [due] Au plus tard
    [dry] Sec
    [cold] Frais
    [frozen] Surgelé
    [kilograms] Kg
    [needs] Besoins
   *[note] Remarque
}
shipment-nothing = Il n’y a rien à transporter : donnez des caisses ou des kilos.
shipment-nowhere-else = Le départ est aussi l’arrivée : choisissez un autre lieu.
shipment-last-before-first = Le dernier jour vient avant le premier : corrigez l’un des deux.
shipment-due-before-ready = L’heure limite vient avant l’heure où c’est prêt : corrigez l’une des deux.
shipment-past = Le dernier jour est passé : donnez un jour à venir.
shipment-not-a-member = Ce lieu n’est celui d’aucun membre : choisissez-en un de la liste.
shipment-of-a-sale = Ce transport vient d’une vente : changez la commande, il suivra.
shipment-too-late = Ce transport est arrivé ou annulé : ajoutez-en un autre.
# $most (Number) - how many
shipment-too-many = Au plus { $most } transports à la fois : partagez-les.
shipments-file-title = Transports d’un fichier
shipments-file-hint = Un fichier CSV ou XLSX, une ligne par transport, sous ces en-têtes :
shipments-file-rule = Un lieu se nomme par l’organisation, ou par l’organisation et son site. Une faute refuse tout le fichier, et chacune est dite.
shipments-file = Fichier
shipments-file-add = Ajouter
shipments-no-file = Choisissez d’abord un fichier.
# $column (String) - its header
shipments-column-missing = Il manque la colonne « { $column } » : ajoutez-la.
shipments-file-empty = Ce fichier n’a pas de ligne sous ses en-têtes : ajoutez-en.
# $count (Number) - how many
shipments-file-faulty = { $count ->
    [one] { $count } faute : rien n’a été ajouté. Corrigez le fichier et envoyez-le à nouveau.
   *[other] { $count } fautes : rien n’a été ajouté. Corrigez le fichier et envoyez-le à nouveau.
}
# $line (Number) - the line
# $problem (String) - a sentence
shipments-fault-on-line = Ligne { $line } : { $problem }
# $line (Number) - the line
# $column (String) - its header
# $value (String) - what stands there
# $problem (String) - a sentence
shipments-fault-in-cell = Ligne { $line }, { $column }, « { $value } » : { $problem }
shipments-place-unknown = aucun membre n’a ce nom ; écrivez-le comme dans la liste des membres.
shipments-place-several = plusieurs lieux portent ce nom ; écrivez l’organisation et le site, comme « Halle Quai ».
shipments-not-a-day = ce n’est pas un jour ; écrivez-le 2026-12-01 ou 01/12/2026.
shipments-not-a-time = ce n’est pas une heure ; écrivez-la 9:30.
shipments-not-a-count = ce n’est pas un nombre entier de 0 à 100 000.
shipments-need-unknown = ce besoin n’est pas connu ; écrivez frigo, congélateur, hayon ou transpalette, une virgule entre deux.
