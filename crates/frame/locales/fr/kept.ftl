kept-title = Ce que nous gardons, et combien de temps
kept-hint = Chaque table de cette instance, avec ce qu’elle garde, de qui, pourquoi et jusqu’à quand. Depuis votre compte, vous pouvez tout emporter, et demander d’être effacé.
kept-to-account = Vers mon compte
kept-what = Quoi
kept-of-whom = De qui
kept-why = Pourquoi
kept-how-long = Combien de temps
kept-at-erasure = Si la personne est effacée
kept-while-used = Aussi longtemps que cela sert
kept-terms = Les délais et leurs sources
kept-terms-hint = Un délai compte à partir du 1er janvier qui suit la date. Il peut changer avec la loi : chacun vaut pour ce qui date d’après lui.
archive-hint = Les fichiers CSV s’ouvrent dans un tableur, les fichiers JSON sont pour les programmes ; ils disent la même chose. Les montants sont en euros, les quantités dans l’unité de l’article, les heures des fichiers JSON en temps universel. Dans « transfer » et « fee », la colonne « amount » compte en centimes, ou en pièces, ou en millièmes d’unité, selon le compte ou la base.
archive-hint-person = D’autres personnes, il n’y a rien : là où se trouverait leur identifiant, la case est vide. Les mots de passe, les liens et leurs empreintes n’y sont pas non plus.
archive-hint-organisation = On y trouve ce que l’on peut voir ici sous le mandat qui l’a demandé, et rien d’autre. Les documents sont ceux qui furent émis : la colonne « frozen » dit ce que leur PDF montre.
archive-rows = Lignes
# $years (String) - how many
kept-years-deleted = { $years } ans, puis supprimé
# $years (String) - how many
kept-years-blanked = Reste avec les livres ; les mots libres et les noms sont vidés après { $years } ans
# $date (String) - first day
# $years (String) - how many
kept-term-since = pour ce qui date d’à partir du { $date }, { $years } ans
# $of (String) - of whom
archive-title = Tout ce que Tresse garde de { $of }
# $moment (String) - when
archive-made = Fait le { $moment }.
# $whose (String) - code
kept-whose = { $whose ->
    [person] une personne
    [organisation] une organisation
    [both] une personne et une organisation
   *[nobody] personne en particulier
}
# $basis (String) - code
kept-basis = { $basis ->
    [contract] C’est ce qui permet de vous servir
    [law] La loi le demande
   *[interest] Pour la sûreté, et pour savoir qui a fait quoi
}
# $erased (String) - code
kept-erased = { $erased ->
    [deleted] Supprimé
    [blanked] Vidé ; seul l’identifiant reste
   *[stays] Reste, avec un identifiant qui ne mène plus à personne
}
# $term (String) - code
kept-term = { $term ->
    [books] Livres, factures et pièces :
    [lots] Traçabilité des lots :
   *[acts] Journal des actes :
}
# $days (Number) - how long
kept-days = { $days ->
    [0] Supprimé dès que c’est échu
    [1] Supprimé après { $days } jour
   *[other] Supprimé après { $days } jours
}
# $table (String) - its name
kept-table = { $table ->
    [provider_link] Comptes chez un service de connexion
    [ceremony] Connexions commencées, sous une empreinte
    [known_device] Appareils reconnus, sous une empreinte
    [reset_asked] Nouveaux mots de passe demandés
    [passkey] Clés d’accès : leur moitié publique
    [recovery_code] Codes de secours, sous une empreinte
    [feed] Adresses d’agenda, sous une empreinte
    [webhook] Adresses prévenues (webhooks)
    [webhook_message] Messages à ces adresses, sans données personnelles
    [seal] Sceaux du journal
    [seal_row] Empreintes des lignes scellées
    [seal_letter] Jours dont le sceau est parti aux réviseurs
    [lease] Quel serveur fait un travail commun
    [node] Serveurs en marche
    [api_request] Demandes de programmes, avec leurs réponses
    [api_token] Jetons de programmes, sous une empreinte
    [account] Comptes du grand livre
    [allotment] Ce que chaque magasin a reçu
    [arrangement] Prix et visibilité convenus avec un magasin
    [attempt] Essais de connexion, sous une empreinte
    [cause] Opérations du grand livre
    [claim] Ce qui est dû
    [coalition] Regroupements
    [container] Contenants consignés
    [counter] Numéros déjà donnés
    [cycle] Ventes
    [cycle_day] Jours de livraison
    [cycle_without] Producteurs absents d’une vente
    [delivery] Livraisons
    [delivery_container] Contenants livrés et rendus
    [document] Factures, décomptes et notes de crédit
    [document_line] Lignes de ces documents
    [erasure] Effacements demandés et faits
    [favourite] Articles favoris d’un magasin
    [fee] Frais convenus
    [guard] Stocks encore disponibles
    [import_draft] Fichiers de catalogue en cours d’examen
    [journal] Journal des actes
    [letter] Lettres écrites par l’application
    [letter_file] Pièces jointes de ces lettres
    [mandate] Mandats et suppléances
    [membership] Adhésions
    [offer] Ce qu’une vente propose
    [offer_arrangement] Prix d’une vente propres à un magasin
    [opening_window] Heures d’ouverture
    [order_change] Changements de commandes
    [order_line] Lignes de commandes
    [organisation] Organisations
    [payment] Paiements
    [person] Personnes : nom, adresse e-mail, téléphone, langue
    [picture] Images d’articles
    [preparation] Préparations
    [reception] Réceptions
    [reception_container] Contenants venus et repartis
    [reception_lot] Lots reçus
    [reference] Références du catalogue
    [reference_version] Ce que dit chaque référence
    [session] Appareils connectés
    [settlement] Paiements mis en face des dettes
    [shop_order] Commandes des magasins
    [shortage] Pénuries réparties
    [single_use_link] Liens à usage unique, sous une empreinte
    [site] Lieux
    [supply_line] Lignes des commandes aux producteurs
    [supply_order] Commandes aux producteurs
    [task] Travaux en cours ou finis
    [terms] Règles convenues
    [transfer] Écritures du grand livre
    [shipment] Ce qui doit être transporté
    [vehicle] Véhicules des membres
    [vehicle_cost] Ce que coûtent les véhicules
    [driver] Qui conduit
    [absence] Absences de véhicules et de conducteurs
    [plan] Plans de tournées
    [plan_learnt] Minutes apprises, par plan
    [plan_lock] Transports fixés à un véhicule
    [plan_vehicle] Véhicules et conducteurs d’un plan
    [round] Tournées publiées
    [halt] Arrêts des tournées
    [halt_item] Ce qui se fait à chaque arrêt
    [transport_terms] Comment les tournées sont payées
    [round_cost] Tournées inscrites dans les comptes
    [stated_round] Tournées, chacune sur son relevé
    [shipment_cost] Ce que chaque envoi a coûté
    [road_act] Actes des conducteurs sur la route
    [round_run] Tournées telles qu’elles furent conduites
    [halt_run] Arrêts tels qu’ils furent faits, avec les signatures
    [halt_crate] Caisses vides laissées et reprises
    [refusal] Refus, avec leurs photos
    [tracking] Liens de suivi, sous une empreinte
    [scenario] Saisons refaites sous une autre règle
    [scenario_vehicle] Véhicules d’une saison refaite, aux prix de ce jour
    [scenario_day] Jours de ces saisons
   *[other] { $table }
}
