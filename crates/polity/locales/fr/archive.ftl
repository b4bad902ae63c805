archive-title = Emporter les données
archive-hint = Un fichier ZIP, fait pendant qu’il se télécharge : chaque table en CSV pour un tableur et en JSON pour un programme, avec une page qui l’explique. Un grand regroupement prend quelques minutes ; le navigateur montre où il en est.
archive-button = Télécharger
archive-kept = Ce que nous gardons, et combien de temps
# $of (String) - whose
archive-of-member = Tout ce qui concerne { $of } : fiche et lieux, catalogue et prix convenus, commandes, réceptions, livraisons, documents, paiements, comptes et contenants.
# $of (String) - whose
archive-of-hub = Tout ce que garde { $of } : membres, catalogues, ventes, commandes, réceptions, livraisons, documents, paiements, grand livre et journal.
# $of (String) - whose
archive-of-books = Ce qu’il faut pour les livres de { $of } : membres, ventes, commandes, réceptions, livraisons, documents, paiements et grand livre.
