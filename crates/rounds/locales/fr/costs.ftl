costs-title = Coûts des tournées
costs-hint = Ce que chaque tournée devait coûter, ce qu’elle a coûté par ses kilomètres et ses heures, et ce que les comptes en retiennent.
costs-none = Aucune tournée publiée ces deux derniers mois.
costs-vehicle = Véhicule
costs-carrier = À qui est le véhicule
costs-planned = Prévu
costs-real = Réel
costs-booked = Dans les comptes
costs-owed = Ce qui est dû pour les tournées sans relevé
costs-owed-hint = Les tournées comptabilisées qui n’ont pas encore de relevé. Le relevé est une autofacture : il ouvre le paiement sur le compte du transporteur, dans le délai convenu pour les producteurs.
costs-state = Établir le relevé
# $number (String) - its number
costs-stated = Le relevé { $number } est établi : il attend son paiement sur le compte du transporteur.
costs-see-statement = Voir le relevé
costs-amount = Montant
# $round (String) - its number
# $plan (String) - its number
costs-round = Tournée { $round } du plan { $plan } de ce jour.
costs-fixed = Par sortie
costs-distance = Kilomètres
costs-time = Heures
costs-stops = Arrêts
costs-extra = Péages et parkings
costs-total = Total
costs-by-stop = Par arrêt
costs-by-shipment = Par envoi
costs-average = Part moyenne
costs-marginal = Coût propre
costs-marginal-hint = La part moyenne divise la tournée entre tous ; le coût propre est ce que la tournée économiserait sans cet arrêt ou cet envoi, les autres restant dans le même ordre.
costs-from = De
costs-to = À
costs-crates = Caisses
costs-in-the-books = Dans les comptes
# $pays (String) - what is paid, as a code
# $part (String) - of it
costs-agreed = { $pays ->
    [nothing] L’accord de ce jour ne paie rien : chaque membre porte les tournées de ses véhicules.
    [planned] L’accord de ce jour paie { $part } du coût prévu.
   *[real] L’accord de ce jour paie { $part } du coût réel.
}
costs-agreement = Voir l’accord
# $amount (String) - how much
# $carrier (String) - to whom
costs-is-booked = { $amount } sont dus à { $carrier } pour cette tournée.
# $amount (String) - how much
# $carrier (String) - to whom
costs-book = Inscrire { $amount } dus à { $carrier }
costs-booked-now = La tournée est dans les comptes.
costs-still-out = La tournée n’est pas encore rentrée : son coût réel n’est pas connu.
costs-nothing-agreed = L’accord ne dit pas que cette tournée est payée : rien ne peut être inscrit dans les comptes.
