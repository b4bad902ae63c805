ledger-other-content = Cet envoi a déjà été enregistré avec un autre contenu. Rechargez la page et recommencez.
ledger-short = Il n’en reste pas assez.

documents-title = Documents
documents-all = tous
documents-none = Aucun document.
# $kind (String) - the kind's code
document-kind = { $kind ->
    [invoice] factures
    [credit_note] notes de crédit
    [statement] relevés
    [carrier_statement] relevés de tournées
   *[statement_correction] corrections de relevés
}
# $kind (String) - the kind's code
# $number (String) - its number
document-title = { $kind ->
    [invoice] Facture { $number }
    [credit_note] Note de crédit { $number }
    [statement] Relevé { $number }
    [carrier_statement] Relevé de tournées { $number }
   *[statement_correction] Correction de relevé { $number }
}
document-number = Document
document-party = Pour
document-subject = Objet
document-issued-on = Date
document-due-on = Échéance
document-total = Total
line-article = Article
line-quantity = Quantité
line-price = Prix
line-goods = Marchandises
line-fees = Frais
line-net = Hors TVA
line-vat-rate = TVA
line-container = Contenant
line-deposit = Consigne
line-amount = Montant
sheet-containers = Consignes
sheet-page = Page {"{n}"} / {"{total}"}
sheet-continued = suite
component-producer = Producteurs
component-transport = Transport
component-packing = Emballage
component-hub = Regroupement
total-net = Total hors TVA
# $rate (String) - the rate
# $base (String) - the taxable amount
total-vat = TVA { $rate } sur { $base }
total-deposit = Consignes (hors TVA)
total-to-pay = À payer
total-to-be-paid = Vous sera payé
total-credited = En votre faveur
payment-account = Compte
payment-reference = Communication
payment-by = Paiement au plus tard le

credit-title = Créditer
# $invoice (String) - the invoice
# $shop (String) - the shop
credit-hint = { $invoice } pour { $shop } : indiquez ce qui est à créditer. La facture reste telle quelle ; une note de crédit la corrige.
credit-left = Facturé
credit-quantity = À créditer
credit-reason = Motif, tel qu’il figurera sur la note
credit-borne-by-label = Qui le supporte ?
# $who (String) - hub or producer
credit-borne-by = { $who ->
    [hub] le regroupement
   *[producer] le producteur
}
credit-issue = Émettre la note de crédit
# $number (String) - its number
credit-done = La note de crédit { $number } est émise.
credit-not-an-invoice = Seule une facture se crédite.
# $line (Number) - the line's number
credit-too-much = La ligne { $line } n’a plus autant à créditer : diminuez la quantité.
credit-nothing = Indiquez une quantité à créditer sur au moins une ligne.
# $number (String) - the corrected document
credit-subject = Corrige { $number }

balances-title = Comptes
balances-producers = À payer aux producteurs
balances-shops = Dû par les magasins
balances-who = Qui
balances-owed = À recevoir
balances-owes = Doit
balances-since = Échéance la plus ancienne
balances-days-late = Jours de retard
# $amount (String) - overdue
balances-of-which-late = dont { $amount } en retard
balances-nobody-waits = Aucun producteur n’attend d’argent.
balances-nobody-owes = Rien n’est dû.
balances-not-shown = non affiché
lateness-worst = jours de retard au plus envers un producteur
lateness-waiting = producteurs payés en retard aujourd’hui
lateness-overdue = en retard envers les producteurs
# $count (Number) - statements
lateness-mean = jours de retard en moyenne ({ $count } relevés payés en 90 jours)
lateness-hint = Chaque membre voit ces chiffres : un retard caché met une coopérative en danger.
account-open = Solde ouvert :
account-claims = Ce qui est dû et ce qui l’a réglé
account-still-open = Reste
account-settled = Réglé le
account-payment = Paiement
account-payments = Paiements
account-no-payments = Aucun paiement.
# $days (Number) - days
account-days-late = { $days } j de retard
payment-title = Enregistrer un paiement
payment-record = Enregistrer
payment-recorded = Le paiement est enregistré.
payment-reversed = Le paiement est annulé par une écriture inverse.
payment-reverse = Annuler
payment-is-reversal = annulation
payment-was-reversed = annulé
payment-amount = Montant
payment-paid-on = Date du paiement
payment-method-label = Moyen
# $method (String) - the method's code
payment-method = { $method ->
    [transfer] virement
    [card] carte
    [cash] espèces
   *[other] autre
}
payment-note = Communication ou remarque
payment-nothing = Un paiement est supérieur à zéro.
payment-in-the-future = Un paiement à venir ne s’enregistre pas encore : donnez la date où il a eu lieu.
payment-already-reversed = Ce paiement est déjà annulé.

documents-kinds = Par sorte
documents-years = Par année
documents-all-years = toutes les années
documents-pages = Pages
# $page (Number) - this page
# $pages (Number) - how many there are
documents-page = page { $page } sur { $pages }
documents-newer = Plus récents
documents-older = Plus anciens
# $days (Number) - days after the statement's date
lateness-agreed = { $days ->
    [one] Délai convenu pour payer un producteur après son relevé : { $days } jour.
   *[other] Délai convenu pour payer un producteur après son relevé : { $days } jours.
}

transport-already-booked = Cette tournée est déjà dans les comptes : rien n’a été changé.
# $number (String) - the number
block-vat = TVA { $number }
# $number (String) - the number
block-enterprise = N° d’entreprise { $number }

line-round = Tournée
balances-carriers = Transporteurs à payer
# $number (String) - the round's number within its plan
# $day (String) - its day
carrier-line = Tournée { $number } du { $day }
# $first (String) - the first day
# $last (String) - the last day
carrier-subject = Tournées du { $first } au { $last }
# $hub (String) - who issues it
# $carrier (String) - whose vehicles drove
carrier-self-billed = Autofacturation : établi par { $hub } au nom et pour le compte de { $carrier }.
# $regime (String) - its code
carrier-regime = { $regime ->
    [exempt] Petite entreprise soumise au régime de la franchise : TVA non applicable.
   *[farm] Le régime agricole forfaitaire ne vaut pas pour transporter les biens d’autrui : si de la TVA est due sur ces tournées, convenez-en avec le regroupement.
}
carrier-nothing-to-state = Rien de comptabilisé n’attend un relevé pour ce transporteur.
carrier-is-the-hub = Le regroupement ne se paie pas ses propres tournées.
