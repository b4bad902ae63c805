fleet-title = Véhicules et conducteurs
fleet-hint = Chaque membre peut prêter ses véhicules aux tournées du groupe. Un plan compte avec ce qu’ils coûtent vraiment.
fleet-none = Aucun véhicule : ajoutez le premier.
fleet-save = Enregistrer
vehicle-new = Ajouter un véhicule
vehicle-name = Véhicule
vehicle-home = Où il commence et finit sa journée
vehicle-kind-label = Sorte
vehicle-fuel-label = Énergie
# $kind (String) - code
vehicle-kind = { $kind ->
    [cargo_bike] vélo cargo
    [car] voiture
    [van] camionnette
   *[truck] camion
}
# $fuel (String) - code
vehicle-fuel = { $fuel ->
    [muscle] force des jambes
    [electricity] électricité
    [diesel] diesel
    [petrol] essence
   *[natural_gas] gaz naturel
}
# $fuel (String) - code
fuel-unit = { $fuel ->
    [electricity] kWh
    [natural_gas] kg
    [muscle] unités
   *[diesel] litres
}
# $need (String) - code
vehicle-trait = { $need ->
    [fridge] frigo
    [freezer] congélateur
    [tail_lift] hayon
   *[pallet_truck] transpalette
}
vehicle-holds = Ce qu’il contient
vehicle-holds-hint = Des caisses de 60 × 40 cm, par compartiment : ce qui tient en même temps.
# $storage (String) - code
vehicle-crates = { $storage ->
    [dry] Caisses au sec
    [cold] Caisses au frais
   *[frozen] Caisses surgelées
}
vehicle-kilograms = Kilos au plus
vehicle-shift = Quand
shift-from = De
shift-to = À
# $days (String) - weekdays
# $from (String) - time
# $to (String) - time
shift-said = { $days }, de { $from } à { $to }
shift-every-day = tous les jours
# $first (String) - weekday
# $last (String) - weekday
shift-from-to-day = du { $first } au { $last }
vehicle-per-day = Par jour
vehicle-per-km = Par km
vehicle-per-hour = Par heure
vehicle-per-stop = Par arrêt
vehicle-co2 = CO₂
# $grams (String) - how many
grams-per-km = { $grams } g/km
# $source (String) - where the factor is from
co2-source = du puits à la roue ; source : { $source }
vehicle-without-cost = sans coût : aucun plan ne peut s’en servir
# $day (String) - first day
vehicle-retired = plus là depuis le { $day }
vehicle-retired-on = N’est plus là à partir du
vehicle-saved = Le véhicule est enregistré.
vehicle-saved-cost-next = Le véhicule est enregistré. Dites maintenant ce qu’il coûte.
vehicle-home-elsewhere = Ce lieu n’est pas celui d’un membre : choisissez-en un de la liste.
vehicle-never-there = Cochez au moins un jour, et une fin après le début.
vehicle-holds-nothing = Donnez des caisses et des kilos : sans eux rien n’y entre.
drivers-title = Qui conduit
drivers-none = Personne ne conduit encore.
driver-add = Ajouter quelqu’un
driver-person = Personne et pour qui
driver-leaves = Ne conduit plus
# $day (String) - first day
driver-gone = ne conduit plus depuis le { $day }
driver-saved = C’est noté : cette personne conduit.
driver-left = C’est noté : cette personne ne conduit plus.
driver-no-mandate = Cette personne n’a pas de mandat ici : invitez-la d’abord.
absences-title = Absences
absences-none = Tout le monde est là.
absence-add = Noter une absence
absence-of = Véhicule ou personne
absence-first-day = Premier jour
absence-last-day = Dernier jour
# $first (String) - first day
# $last (String) - last day
absence-days = du { $first } au { $last }
absence-end = Retirer
absence-saved = L’absence est notée.
absence-ended = L’absence est retirée.
absence-last-before-first = Le dernier jour vient avant le premier : corrigez l’un des deux.
cost-link = coût
cost-title = Ce qu’il coûte
cost-way = En roulant
# $unit (String) - litres
cost-use = { $unit } aux 100 km
# $unit (String) - litres
cost-energy-price = Prix hors TVA, par unité ({ $unit })
cost-wear = Usure par km : pneus, entretien
cost-days = Chaque jour, qu’il roule loin ou non
cost-purchase = Achat hors TVA
cost-resale = Revente
cost-years = Années de service
cost-days-per-year = Jours de sortie par an
cost-insurance = Assurance par an
cost-tax = Taxe et contrôle par an
cost-driver = Qui conduit
cost-wage = Coût salarial d’une heure
cost-per-stop = En plus par arrêt
cost-hint = Le coût salarial est ce que l’employeur paie, cotisations comprises ; un producteur qui conduit compte aussi ses heures.
cost-save = Enregistrer et calculer
cost-saved = Les coûts sont enregistrés : les plans comptent avec.
cost-of-a-trip = Ce que coûte un trajet
cost-km = km
cost-time = Durée
cost-reckon = Calculer
# $km (String) - how far
# $time (String) - how long
cost-trip = { $km } km en { $time } :
# $part (String) - code
cost-part = { $part ->
    [energy] Énergie
    [wear] Usure
    [value] Perte de valeur du jour
    [insurance] Assurance du jour
    [tax] Taxe du jour
   *[wage] Conduite
}
cost-sum = En tout
cost-not-yet = Remplissez d’abord les coûts.
cost-prices = Ce avec quoi les plans comptent
cost-gains-in-value = La revente dépasse l’achat : vérifiez les deux montants.
