map-title = Carte des tournées
map-hint = Chaque tournée a une lettre et un tracé ; chaque arrêt, la lettre et son rang. Les traits vont d’un arrêt au suivant, sans suivre les routes. Un carré : départ ou retour.
map-as-table = La carte en tableau
map-mark = Arrêt
map-place = Lieu
map-time = Heure
