welcome-title = L’arrière-boutique commune
welcome-lead = Des producteurs et des magasins qui vendent ensemble, et chaque euro au grand jour.
welcome-sign-in = Se connecter
day-title = Journée
day-next = À faire maintenant
day-nothing = Rien ne presse : tout est fait.
day-open = Ventes ouvertes
day-none-open = Aucune vente ouverte.
# $when (String) - when
day-opens = La prochaine vente ouvre { $when }.
# $when (String) - when
day-closes = Ferme { $when }
day-over = fini
# $hours (Number) - hours
day-hours-left = { $hours ->
    [one] { $hours } h restante
   *[other] { $hours } h restantes
}
# $days (Number) - days
day-days-left = { $days ->
    [one] { $days } jour restant
   *[other] { $days } jours restants
}
# $shops (Number) - shops
# $lines (Number) - lines
day-ordered-so-far = { $shops ->
    [one] { $shops } magasin a commandé
   *[other] { $shops } magasins ont commandé
}, { $lines ->
    [one] { $lines } ligne
   *[other] { $lines } lignes
}
day-under-way = En cours
day-waiting = Qui attend de l’argent
day-worst-days = jours de retard au plus
day-overdue = en retard envers les producteurs
day-producers-waiting = Producteurs payés en retard
day-shops-late = Magasins en retard
# $days (Number) - days
day-days = { $days } j
day-you-owe = Vous devez
day-you-are-owed = Il vous est dû
day-documents = Derniers documents
# $kind (String) - the kind's code
# $number (String) - its number
day-document = { $kind ->
    [invoice] Facture { $number }
    [credit_note] Note de crédit { $number }
    [statement] Relevé { $number }
    [carrier_statement] Relevé de tournées { $number }
   *[statement_correction] Correction { $number }
}
day-see-balances = Voir tous les comptes
# $count (Number) - producers
todo-receive = { $count ->
    [one] { $count } producteur à réceptionner
   *[other] { $count } producteurs à réceptionner
}
# $count (Number) - references
todo-share = { $count ->
    [one] { $count } article en pénurie à partager
   *[other] { $count } articles en pénurie à partager
}
# $count (Number) - shops
todo-prepare = { $count ->
    [one] { $count } magasin à préparer
   *[other] { $count } magasins à préparer
}
# $count (Number) - shops
todo-deliver = { $count ->
    [one] { $count } magasin à livrer
   *[other] { $count } magasins à livrer
}
# $count (Number) - invoices
todo-invoice = { $count ->
    [one] Émettre { $count } facture
   *[other] Émettre { $count } factures
}
# $count (Number) - statements
todo-state = { $count ->
    [one] Émettre { $count } relevé
   *[other] Émettre { $count } relevés
}
# $count (Number) - producers
# $amount (String) - overdue
todo-pay = { $count ->
    [one] Payer { $count } producteur en retard : { $amount }
   *[other] Payer { $count } producteurs en retard : { $amount }
}

cycles-title = Ventes
cycles-none = Aucune vente : planifiez la première.
cycle-label = Vente
# $number (String) - its number
# $name (String) - its name
cycle-named = Vente { $number } { $name }
cycle-new = Planifier une vente
cycle-change = Modifier
cycle-planned = La vente est planifiée : elle s’ouvrira à l’heure dite.
cycle-changed = La vente est modifiée.
cycle-name = Nom (facultatif)
cycle-opens-at = Ouverture
cycle-closes-at = Clôture
cycle-delivery-days = Jours de livraison
# $number (Number) - which of them, from 1 on
cycle-delivery-day = Jour de livraison { $number }
cycle-repeats = Se répète chaque semaine, à partir de celle-ci
cycle-without = Producteurs absents de cette vente
cycle-stage = Étape
# $stage (String) - its code
stage = { $stage ->
    [planned] planifiée
    [open] ouverte
    [closed] en cours
   *[settled] soldée
}
cycle-shortage-rule = En cas de pénurie
# $rule (String) - its code
shortage-rule = { $rule ->
    [proportional] au prorata des commandes
    [equal] à parts égales
    [first_come] premier arrivé, premier servi
   *[priority] par rang de priorité
}
cycle-references = articles offerts
cycle-producers = producteurs
cycle-shops = magasins ont commandé
cycle-lines = lignes
cycle-steps = Étapes de la vente
# $count (Number) - shops
cycle-orders-of = { $count ->
    [one] { $count } magasin
   *[other] { $count } magasins
}
cycle-open-now = Ouvrir maintenant
cycle-close-now = Clôturer maintenant
# $count (Number) - references
cycle-opened = La vente est ouverte avec { $count ->
    [one] { $count } article
   *[other] { $count } articles
}. Ses prix et ses frais ne changeront plus.
cycle-closed-now = La vente est clôturée et les commandes aux producteurs sont prêtes.
cycle-closes-before-opening = La clôture précède l’ouverture : corrigez l’une des deux.
cycle-no-delivery-day = Donnez au moins un jour de livraison.
cycle-delivers-before-closing = On livrerait avant la clôture : choisissez un jour plus tardif.
cycle-already-open = Cette vente est déjà ouverte ou close : ses heures ne changent plus.
cycle-not-open = Cette vente n’est pas ouverte.
cycle-nothing-to-offer = Rien à offrir : aucun article des producteurs membres n’a de prix.

orders-title = Commandes
orders-none = Aucune commande.
# $count (Number) - shops
orders-silent = Magasins qui n’ont pas commandé ({ $count })
order-title = Commander
order-now = Commander
order-change = Modifier la commande
order-summary = Récapitulatif
order-totals = Totaux de la commande
# $when (String) - closing
order-until = Jusqu’au { $when }
# $day (String) - the day
order-delivered-on = livré { $day }
order-after-closing = La vente est close : chaque changement demande un motif, que le magasin verra.
order-closed = Cette vente ne prend plus de commandes.
order-not-offered = Cet article n’est pas offert dans cette vente.
# $step (String) - the step
order-not-by-steps = Commandez par multiples de { $step }, 10 000 au plus.
order-sold-out = Il n’en reste plus : un autre magasin vient de prendre les derniers.
# $left (String) - how many
order-only-left = Il n’en reste que { $left } : diminuez la quantité.
order-reason-missing = Donnez le motif du changement : il figurera sur la trace de la commande.
order-already-received = La marchandise est déjà réceptionnée : corrigez plutôt à la préparation.
order-not-a-delivery-day = On ne livre pas ce jour-là : choisissez un jour de la liste.
order-negative = Une quantité n’est pas négative.
order-not-a-number = Ce n’est pas une quantité : écrivez par exemple 3 ou 1,5.
order-search = Chercher un article, un producteur, une origine
order-all-producers = tous
order-any = tous
order-show = Montrer
order-everything = tout
order-favourites = les favoris
order-ordered = ma commande
order-favourite = Favori
# $count (Number) - references
order-found = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
order-nothing-found = Rien ne correspond. Cherchez un mot plus court, ou levez un filtre.
# $item (String) - its name
order-quantity-of = Quantité de { $item }
# $left (String) - how many
order-left = reste { $left }
order-second-choice = second choix accepté
order-takes-second-choice = second choix accepté
order-allergens = Contient :
# $price (String) - the price
# $unit (String) - its unit
order-producer-gets = producteur { $price } / { $unit }
# $rate (String) - the rate
order-vat = TVA { $rate }
# $deposit (String) - the deposit
order-deposit = consigne { $deposit }
order-save = Enregistrer ces quantités
order-saved = La commande est enregistrée.
order-repeat = Reprendre la dernière commande
# $count (Number) - lines
order-repeated = { $count ->
    [one] { $count } ligne de la dernière commande est reprise, selon ce qui reste.
   *[other] { $count } lignes de la dernière commande sont reprises, selon ce qui reste.
}
# $count (Number) - lines
order-lines = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
order-pages = Pages
order-previous = précédente
order-next = suivante
# $page (Number) - this page
# $pages (Number) - all pages
order-page-of = { $page } / { $pages }
order-weights-hint = Ce qui se pèse est estimé : la facture suivra le poids réel.
order-wishes = Livraison
order-delivery-day = Jour de livraison
order-note = Remarque pour le dépôt
order-is-empty = La commande est vide.
# $count (Number) - changes
order-trail = Trace des changements ({ $count })
order-changed-at = Changé le
order-before = Avant
order-after = Après
order-by = Par
order-reason = Motif
total-goods = Marchandises
total-fees = Frais
total-vat-alone = TVA
total-deposits = Consignes
total-all = Total

supply-title = Commandes aux producteurs
supply-hint = Une commande par producteur, tous magasins confondus.
supply-own-hint = Ce que les magasins vous demandent ensemble.
supply-none = Rien n’a été commandé.
supply-number = N°
# $number (Number) - its number
supply-order-title = Commande { $number }
supply-cycle = Vente
supply-made-at = Établie le
supply-wanted-by = Attendue pour
supply-revision = Révision
supply-replaces = Cette commande remplace la précédente : des magasins ont changé d’avis.
supply-expected-total = Total attendu, hors TVA
supply-lots-please = Indiquez le numéro de lot et la date sur chaque caisse.
supply-state = Envoi
supply-is-sent = envoyée
supply-not-sent = à envoyer
supply-changed = changée depuis
supply-send = Envoyer à nouveau
supply-sent = La commande est envoyée.
# $order (String) - the order
# $hub (String) - the hub
letter-supply-subject = { $order } de { $hub }
# $name (String) - the producer
# $count (Number) - lines
# $day (String) - the day
# $hub (String) - the hub
letter-supply =
    Bonjour { $name },

    Voici la commande de la semaine, { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }, attendue { $day }. Elle est jointe en PDF et en CSV.

    Indiquez le numéro de lot et la date sur chaque caisse.

    { $hub }
line-code = Code
line-article = Article
line-ordered = Commandé
line-unit = Unité
line-pay-unit = Unité payée
line-expected-measure = Poids attendu
line-measure = Poids ou mesure
line-price = Prix
line-amount = Montant
line-quantity = Quantité
line-delivered = Livré
line-prepared = Préparé
line-container = Contenant
sheet-page = Page {"{n}"} / {"{total}"}
sheet-continued = suite

reception-title = Réception
reception-hint = Tout est prérempli comme commandé : corrigez ce qui diffère, pesez, notez les lots.
# $when (String) - when
reception-again = Déjà réceptionné le { $when }. Un nouvel enregistrement remplace le précédent.
# $quantity (String) - with its unit
reception-ordered = commandé { $quantity }
# $unit (String) - the unit
reception-quantity = Reçu ({ $unit })
# $unit (String) - the unit
reception-measure = Poids ({ $unit })
reception-extra-measure = Poids, si l’article se pèse
reception-second-lot = Un autre lot du même article
reception-other = Un article qui n’était pas commandé
reception-no-other = aucun
reception-note = Remarque
reception-save = Enregistrer la réception
reception-saved = La réception est enregistrée.
# $count (Number) - lines
reception-lines = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
# $time (String) - when
reception-done-at = reçu à { $time }
reception-expected = attendu
reception-not-now = La vente n’est pas close, ou elle est déjà soldée.
reception-not-expected = Rien n’a été commandé à ce producteur.
reception-already-invoiced = Les factures sont émises : corrigez par une note de crédit.
shortages-title = Pénuries
shortages-none = Rien ne manque.
shortages-see = Voir le partage
# $rule (String) - the rule
shortages-rule = Partage { $rule }, comme le dit l’accord. Rien n’est encore appliqué.
# $received (String) - with its unit
# $ordered (String) - with its unit
shortage-came = Reçu : { $received }, commandé : { $ordered }
shortage-gets = Reçoit
shortage-part = Part servie
shortage-substitutes = En second choix :
# $count (Number) - references
shortages-share = { $count ->
    [one] Partager ainsi cet article
   *[other] Partager ainsi ces { $count } articles
}
# $count (Number) - references
shortages-shared = { $count ->
    [one] { $count } article est partagé.
   *[other] { $count } articles sont partagés.
}
# $reason (String) - its code
reason = { $reason ->
    [short] pénurie
    [second_choice] second choix
    [weighed] poids réel
    [damaged] abîmé
    [missing] manquant
    [refused] refusé à la livraison
   *[other] autre
}
# $item (String) - what it stands for
reason-stands-for = à la place de { $item }

preparation-title = Préparation
preparation-hint = Listes par magasin, étiquettes, bons de livraison.
preparation-ready = Lignes prêtes
preparation-waiting = à préparer
preparation-nothing = Rien n’est encore réparti pour ce magasin.
preparation-reason = Motif
preparation-remark = Remarque
preparation-reason-missing = Donnez un motif là où la quantité préparée diffère de la part du magasin.
preparation-save = Préparé
preparation-saved = La préparation est enregistrée.
# $time (String) - when
prepared-at = préparé à { $time }
# $when (String) - when
delivered-at = livré le { $when }
labels-title = Étiquettes
delivery-title = Livraison
delivery-note = Bon de livraison
# $number (String) - its number
delivery-note-title = Bon de livraison { $number }
delivery-note-draft = Bon de livraison (à livrer)
delivery-hand-over = Remettre
delivery-taken-by = Reçu par
delivery-remark = Remarque
delivery-crates-hint = Les contenants des articles consignés sont comptés d’eux-mêmes : ajoutez les autres, et ce qui revient.
delivery-sent-back = Le magasin refuse une partie
delivery-refused = Refusé
delivery-confirm = Confirmer la remise
delivery-saved = La livraison est enregistrée.
delivery-already = Ce magasin est déjà livré.
delivery-more-than-prepared = On ne peut pas refuser plus que ce qui est livré.
delivery-signed-by-hub = Pour le dépôt
delivery-signed-by-shop = Pour le magasin

settlement-title = Décompte
settlement-hint = Factures aux magasins, relevés aux producteurs.
# $count (Number) - invoices
settlement-invoices = { $count ->
    [one] { $count } facture émise
   *[other] { $count } factures émises
}
# $count (Number) - statements
settlement-statements = { $count ->
    [one] { $count } relevé émis
   *[other] { $count } relevés émis
}
settlement-see = voir
# $when (String) - when
settlement-settled = La vente est soldée depuis le { $when }.
settlement-issuing-invoices = Émission des factures
settlement-issuing-statements = Émission des relevés
settlement-not-closed = La vente n’est pas encore close.
# $count (Number) - producers
settlement-not-received = { $count ->
    [one] { $count } producteur n’est pas encore réceptionné.
   *[other] { $count } producteurs ne sont pas encore réceptionnés.
} Pour une absence, enregistrez une réception vide.
# $count (Number) - references
settlement-not-shared = { $count ->
    [one] { $count } article en pénurie n’est pas encore partagé.
   *[other] { $count } articles en pénurie ne sont pas encore partagés.
}
# $count (Number) - shops
settlement-not-invoiced = { $count ->
    [one] { $count } magasin n’est pas encore facturé : les relevés viennent ensuite.
   *[other] { $count } magasins ne sont pas encore facturés : les relevés viennent ensuite.
}
# $number (String) - the cycle's number
# $name (String) - the cycle's name
# $day (String) - delivery day
invoice-subject = Livraison du { $day }, vente { $number } { $name }
# $number (String) - the cycle's number
# $name (String) - the cycle's name
statement-subject = Vente { $number } { $name }
statement-agreed-price = prix convenu avec le magasin
# $regime (String) - its code
statement-regime = { $regime ->
    [exempt] Petite entreprise soumise au régime de la franchise : TVA non applicable.
   *[farm] Régime agricole forfaitaire : la compensation s’ajoute au prix.
}
# $name (String) - the container
container-out = { $name } – sortis
# $name (String) - the container
container-back = { $name } – rendus
# $name (String) - the container
container-came = { $name } – apportés
# $name (String) - the container
container-went = { $name } – repris

lots-title = Lots
lots-search = Numéro de lot, article ou producteur
lots-hint = Une recherche suffit : d’où vient le lot, et chez qui il est allé.
lots-none = Aucun lot ne correspond.
lots-recall = Liste de rappel
lot-number = Lot
lot-best-before = Date limite
lot-producer = Producteur
lot-received-at = Reçu le
lot-shop = Magasin
lot-town = Localité
lot-phone = Téléphone
lot-email = E-mail
lot-certainty = Certitude
lot-certain = certain
lot-possible = possible
# $count (Number) - shops
lot-went-to = { $count ->
    [one] { $count } magasin l’a reçu
   *[other] { $count } magasins l’ont reçu
}
# $count (Number) - shops
# $lots (Number) - lots
lot-may-have-gone-to = { $count ->
    [one] { $count } magasin a pu le recevoir
   *[other] { $count } magasins ont pu le recevoir
} : { $lots ->
    [one] { $lots } lot est venu
   *[other] { $lots } lots sont venus ensemble
}

crates-title = Caisses et consignes
crates-hint = Les caisses, bocaux et bouteilles se comptent comme l’argent : chacun voit ce qu’il détient.
crates-none = Aucun contenant consigné.
crates-out = Sortis
crates-back = Rendus
crates-came = Apportés
crates-went = Repris
# $count (Number) - containers
crates-out-now = { $count } en circulation
crates-holders = Chez qui ?
crates-new = Nouveau contenant
crates-name = Nom
crates-deposit = Consigne
crates-saved = Le contenant est enregistré.

euro-title = L’euro ouvert
euro-hint = Comment se partage chaque euro payé par un magasin, d’après les comptes.
euro-year = Année
euro-all-shops = tous
euro-open = Ouvrir
euro-empty = Rien n’a encore été facturé ici.
euro-goes-to = Pour
euro-of-one = Sur un euro
euro-products = Par article
euro-paid = Payé, TVA comprise
# $subject (String) - whose euro
euro-picture = Une pièce d’un euro découpée selon ce qu’elle paie : { $subject }
# $component (String) - its code
component = { $component ->
    [producer] les producteurs
    [transport] le transport
    [packing] l’emballage
    [hub] le regroupement
    [vat] la TVA
   *[deposit] les consignes
}
cycle-plan-next = Planifier une vente d’après celle-ci
cycle-skip = Passer cette semaine
cycle-skipped = La vente est reportée d’une semaine.
cycle-cancel = Annuler cette vente
cycle-cancel-hint = Une vente annulée n’a plus de suite. Pour un congé, passez plutôt cette semaine.
cycle-cancelled = La vente est annulée.
order-has-left = Ce magasin ne fait pas partie du regroupement aujourd’hui : il ne commande pas.
order-twice = Une référence y est deux fois : mettez sa quantité sur une seule ligne.
line-invoiced = Facturé

euro-period = Vente ou année
euro-search = Chercher un article
# $cost (String) - what the rounds cost
# $paid (String) - what shops paid for transport
# $standing (String) - left, short or even
# $apart (String) - by how much
euro-rounds = Les tournées ont vraiment coûté { $cost } ; les magasins ont payé { $paid } pour le transport. { $standing ->
    [left] Il reste { $apart }.
    [short] Il manque { $apart }.
   *[even] Le compte y est.
}
# $shown (Number) - how many are shown
# $found (Number) - how many there are
euro-some-products = Les { $shown } articles les plus payés sur { $found } ; cherchez les autres par leur nom.
# $search (String) - what was typed
euro-not-found = Aucun article facturé ne contient « { $search } ».
# $days (Number) - days after the statement's date
day-agreed = { $days ->
    [one] Délai convenu pour payer un producteur : { $days } jour.
   *[other] Délai convenu pour payer un producteur : { $days } jours.
}
reception-already-delivered = Des magasins ont déjà leurs marchandises : ce qui diffère se crédite sur la facture.
reception-unknown-container = Une de ces caisses n’est ni au regroupement ni à ce producteur.
shortages-changed = Entre-temps, autre chose est arrivé : voici le nouveau partage. Rien n’est encore appliqué.
settlement-finish = Solder la vente
# $articles (Number) - how many
delivery-not-complete = Il reste { $articles } articles de ce magasin à réceptionner ou à partager : la remise se signe une fois, pour tout.

reception-not-offered = La vente n’offre pas cette référence de ce producteur.
reception-not-weighed = Ces marchandises se paient au poids : indiquez-le (« measure »).
