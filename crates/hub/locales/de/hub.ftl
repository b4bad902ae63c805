welcome-title = L’arrière-boutique commune
welcome-lead = Des producteurs et des magasins qui vendent ensemble, et chaque euro au grand jour.
welcome-sign-in = Se connecter
day-title = Journée
day-next = À faire maintenant
day-nothing = Rien ne presse : tout est fait.
day-open = Ventes ouvertes
day-none-open = Aucune vente ouverte.
day-opens = La prochaine vente ouvre { $when }.
day-closes = Ferme { $when }
day-over = fini
day-hours-left = { $hours } h restantes
day-days-left = { $days } jours restants
day-ordered-so-far = { $shops } magasins ont commandé, { $lines } lignes
day-under-way = En cours
day-waiting = Qui attend de l’argent
day-worst-days = jours de retard au plus
day-overdue = en retard envers les producteurs
day-producers-waiting = Producteurs payés en retard
day-shops-late = Magasins en retard
day-days = { $days } j
day-you-owe = Vous devez
day-you-are-owed = Il vous est dû
day-documents = Derniers documents
day-document = { $kind ->
    [invoice] Facture { $number }
    [credit_note] Note de crédit { $number }
    [statement] Relevé { $number }
   *[statement_correction] Correction { $number }
}
day-see-balances = Voir tous les comptes
todo-receive = { $count ->
    [one] { $count } producteur à réceptionner
   *[other] { $count } producteurs à réceptionner
}
todo-share = { $count ->
    [one] { $count } article en pénurie à partager
   *[other] { $count } articles en pénurie à partager
}
todo-prepare = { $count ->
    [one] { $count } magasin à préparer
   *[other] { $count } magasins à préparer
}
todo-deliver = { $count ->
    [one] { $count } magasin à livrer
   *[other] { $count } magasins à livrer
}
todo-invoice = { $count ->
    [one] Émettre { $count } facture
   *[other] Émettre { $count } factures
}
todo-state = { $count ->
    [one] Émettre { $count } relevé
   *[other] Émettre { $count } relevés
}
todo-pay = { $count ->
    [one] Payer { $count } producteur en retard : { $amount }
   *[other] Payer { $count } producteurs en retard : { $amount }
}

cycles-title = Ventes
cycles-none = Aucune vente : planifiez la première.
cycle-label = Vente
cycle-named = Vente { $number } { $name }
cycle-new = Planifier une vente
cycle-change = Modifier
cycle-planned = La vente est planifiée : elle s’ouvrira à l’heure dite.
cycle-changed = La vente est modifiée.
cycle-name = Nom (facultatif)
cycle-opens-at = Ouverture
cycle-closes-at = Clôture
cycle-delivery-days = Jours de livraison
cycle-delivery-days-hint = Dates au format 2026-11-26, séparées par des virgules.
cycle-repeats = Se répète chaque semaine, à partir de celle-ci
cycle-without = Producteurs absents de cette vente
cycle-stage = Étape
stage = { $stage ->
    [planned] planifiée
    [open] ouverte
    [closed] en cours
   *[settled] soldée
}
cycle-shortage-rule = En cas de pénurie
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
cycle-orders-of = { $count } magasins
cycle-open-now = Ouvrir maintenant
cycle-close-now = Clôturer maintenant
cycle-opened = La vente est ouverte avec { $count } articles. Ses prix et ses frais ne changeront plus.
cycle-closed-now = La vente est clôturée et les commandes aux producteurs sont prêtes.
cycle-closes-before-opening = La clôture précède l’ouverture : corrigez l’une des deux.
cycle-no-delivery-day = Donnez au moins un jour de livraison.
cycle-delivers-before-closing = On livrerait avant la clôture : choisissez un jour plus tardif.
cycle-already-open = Cette vente est déjà ouverte ou close : ses heures ne changent plus.
cycle-not-open = Cette vente n’est pas ouverte.
cycle-nothing-to-offer = Rien à offrir : aucun article des producteurs membres n’a de prix.

orders-title = Commandes
orders-none = Aucune commande.
orders-silent = Magasins qui n’ont pas commandé ({ $count })
order-title = Commander
order-now = Commander
order-change = Modifier la commande
order-summary = Récapitulatif
order-totals = Totaux de la commande
order-until = Jusqu’à { $when }
order-delivered-on = livré { $day }
order-after-closing = La vente est close : chaque changement demande un motif, que le magasin verra.
order-closed = Cette vente ne prend plus de commandes.
order-not-offered = Cet article n’est pas offert dans cette vente.
order-not-by-steps = Commandez par multiples de { $step }, 10 000 au plus.
order-sold-out = Il n’en reste plus : un autre magasin vient de prendre les derniers.
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
order-found = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
order-nothing-found = Rien ne correspond. Cherchez un mot plus court, ou levez un filtre.
order-quantity-of = Quantité de { $item }
order-left = reste { $left }
order-second-choice = second choix accepté
order-takes-second-choice = second choix accepté
order-allergens = Contient :
order-producer-gets = producteur { $price } €/{ $unit }
order-vat = TVA { $rate }
order-deposit = consigne { $deposit }
order-save = Enregistrer ces quantités
order-saved = La commande est enregistrée.
order-repeat = Reprendre la dernière commande
order-repeated = { $count } lignes de la dernière commande sont reprises, selon ce qui reste.
order-lines = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
order-pages = Pages
order-previous = précédente
order-next = suivante
order-page-of = { $page } / { $pages }
order-weights-hint = Ce qui se pèse est estimé : la facture suivra le poids réel.
order-wishes = Livraison
order-delivery-day = Jour de livraison
order-note = Remarque pour le dépôt
order-is-empty = La commande est vide.
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
letter-supply-subject = { $order } de { $hub }
letter-supply =
    Bonjour { $name },

    Voici la commande de la semaine, { $count } articles, attendue { $day }. Elle est jointe en PDF et en CSV.

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
reception-again = Déjà réceptionné le { $when }. Un nouvel enregistrement remplace le précédent.
reception-ordered = commandé { $quantity }
reception-quantity = Reçu ({ $unit })
reception-measure = Poids ({ $unit })
reception-extra-measure = Poids, si l’article se pèse
reception-second-lot = Un autre lot du même article
reception-other = Un article qui n’était pas commandé
reception-no-other = aucun
reception-note = Remarque
reception-save = Enregistrer la réception
reception-saved = La réception est enregistrée.
reception-lines = { $count } articles
reception-done-at = reçu à { $time }
reception-expected = attendu
reception-not-now = La vente n’est pas close, ou elle est déjà soldée.
reception-not-expected = Rien n’a été commandé à ce producteur.
reception-already-invoiced = Les factures sont émises : corrigez par une note de crédit.
shortages-title = Pénuries
shortages-none = Rien ne manque.
shortages-see = Voir le partage
shortages-rule = Partage { $rule }, comme le dit l’accord. Rien n’est encore appliqué.
shortage-came = Reçu { $received } sur { $ordered } commandés
shortage-gets = Reçoit
shortage-part = Part servie
shortage-substitutes = En second choix :
shortages-share = { $count ->
    [one] Partager ainsi cet article
   *[other] Partager ainsi ces { $count } articles
}
shortages-shared = { $count } articles sont partagés.
reason = { $reason ->
    [short] pénurie
    [second_choice] second choix
    [weighed] poids réel
    [damaged] abîmé
    [missing] manquant
    [refused] refusé à la livraison
   *[other] autre
}
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
prepared-at = préparé à { $time }
delivered-at = livré le { $when }
labels-title = Étiquettes
delivery-title = Livraison
delivery-note = Bon de livraison
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
settlement-invoices = { $count } factures émises
settlement-statements = { $count } relevés émis
settlement-see = voir
settlement-settled = La vente est soldée depuis le { $when }.
settlement-issuing-invoices = Émission des factures
settlement-issuing-statements = Émission des relevés
settlement-not-closed = La vente n’est pas encore close.
settlement-not-received = { $count } producteurs ne sont pas encore réceptionnés. Pour une absence, enregistrez une réception vide.
settlement-not-shared = { $count } articles en pénurie ne sont pas encore partagés.
settlement-not-invoiced = { $count } magasins ne sont pas encore facturés : les relevés viennent ensuite.
invoice-subject = Vente { $number } { $name }, livrée le { $day }
statement-subject = Vente { $number } { $name }
statement-agreed-price = prix convenu avec le magasin
statement-regime = { $regime ->
    [exempt] Petite entreprise soumise au régime de la franchise : TVA non applicable.
   *[farm] Régime agricole forfaitaire : la compensation s’ajoute au prix.
}
block-vat = TVA { $number }
block-enterprise = N° d’entreprise { $number }
container-out = { $name } – sortis
container-back = { $name } – rendus
container-came = { $name } – apportés
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
lot-went-to = { $count ->
    [one] { $count } magasin l’a reçu
   *[other] { $count } magasins l’ont reçu
}
lot-may-have-gone-to = { $count } magasins ont pu le recevoir : { $lots } lots sont venus ensemble

crates-title = Caisses et consignes
crates-hint = Les caisses, bocaux et bouteilles se comptent comme l’argent : chacun voit ce qu’il détient.
crates-none = Aucun contenant consigné.
crates-out = Sortis
crates-back = Rendus
crates-came = Apportés
crates-went = Repris
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
euro-picture = Une pièce d’un euro découpée selon ce qu’elle paie : { $subject }
component = { $component ->
    [producer] les producteurs
    [transport] le transport
    [packing] l’emballage
    [hub] le regroupement
    [vat] la TVA
   *[deposit] les consignes
}
