map-title = Carte des tournées
map-hint = Chaque tournée a une lettre et un trait ; chaque arrêt, la lettre et son rang. Un carré : départ ou retour.
map-guess = Un trait fin et droit va d’un arrêt au suivant : la route n’est pas connue.
map-as-table = La carte en tableau
map-mark = Arrêt
map-place = Lieu
map-time = Heure
