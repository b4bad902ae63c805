save = Enregistrer
coalitions-title = Regroupements
coalitions-hint = Un regroupement réunit des organisations autour d’un projet commun. Sa coordination s’invite à la fondation et gère ensuite ses membres.
coalitions-none = Aucun regroupement : fondez le premier.
coalition-found = Fonder un regroupement
coalition-found-hint = Une coopérative qui vend en commun : son entreprise facture les magasins et paie les producteurs.
coalition-founded = Le regroupement est fondé et sa coordination est invitée.
coalition-enterprise = L’entreprise qui facture et paie
coalition-coordinator = La première coordination
# $kind (String) - the kind's code
coalition-kind = { $kind ->
   *[hub] vente en commun
}
person-name = Prénom et nom
person-email = Adresse e-mail
members-title = Membres
# $side (String) - producer or shop
members-on-side = { $side ->
    [producer] Producteurs
   *[shop] Magasins
}
# $side (String) - producer or shop
side = { $side ->
    [producer] producteur
   *[shop] magasin
}
member-admit = Admettre un membre
member-admitted = Le membre est admis. Ajoutez ses lieux et invitez les personnes qui agissent pour lui.
member-sides = De quel côté ?
member-left = parti
member-wrong-side = Ce membre n’est pas de ce côté : choisissez un rôle qui lui correspond.
member-leaves-before-coming = Le dernier jour précède le premier : corrigez l’un des deux.
member-change = Modifier l’adhésion
member-changed = L’adhésion est modifiée.
member-since = Membre depuis le
member-until = Dernier jour
# $rank (Number) - the rank
member-rank = rang { $rank } en cas de pénurie
member-rank-label = Rang en cas de pénurie
memberships-title = Adhésion
mandates-title = Qui agit pour ce membre
mandates-none-for-member = Personne n’agit encore pour ce membre : invitez quelqu’un.
member-invite = Donner un mandat
member-invited = Le mandat est donné. La personne reçoit une lettre.
mandate-role = Rôle
mandate-first-day = Premier jour
mandate-last-day = Dernier jour
mandate-end = Mettre fin
mandate-name-deputy = Nommer une suppléance
mandate-deputy-set = La suppléance est enregistrée.
# $date (String) - first day
mandate-since = depuis le { $date }
# $date (String) - last day
mandate-until = jusqu’au { $date }
# $name (String) - the deputy
mandate-deputy = suppléance : { $name }
mandate-without-deputy = sans suppléance
team-title = Équipe
team-hint = Les mandats que le regroupement donne pour lui-même. Un mandat sans suppléance est un risque.

agreement-title = Accord
agreement-saved = L’accord est mis à jour.
agreement-prices = Chaque producteur fixe son prix. Les frais ci-dessous s’y ajoutent, visibles de tous ; rien d’autre ne s’ajoute.
# $rule (String) - the rule in a sentence
agreement-shortage = Quand il manque de la marchandise, { $rule }
# $shop (Number) - days
# $producer (Number) - days
agreement-payment = Les magasins paient dans les { $shop } jours de la facture ; les producteurs sont payés dans les { $producer } jours du relevé.
agreement-cycle = Une vente applique les frais et les règles en vigueur le jour de son ouverture.
# $rule (String) - the rule's code
shortage-rule = { $rule ->
    [proportional] au prorata des commandes
    [equal] à parts égales
    [first_come] premier arrivé, premier servi
   *[priority] par rang de priorité
}
# $rule (String) - the rule's code
shortage-rule-sentence = { $rule ->
    [proportional] chaque magasin reçoit la même part de ce qu’il a commandé.
    [equal] chaque magasin reçoit la même quantité, sans dépasser sa commande.
    [first_come] le premier à avoir commandé est servi le premier.
   *[priority] les magasins sont servis selon leur rang, puis selon l’heure de leur commande.
}
fees-title = Frais
fees-none = Aucun frais : les magasins paient le prix des producteurs, la TVA et les consignes.
fee-new = Convenir de frais
fee-agree = Convenir
fee-end = Y mettre fin
fee-kind-label = Pour
fee-amount = Montant
fee-basis-label = Calculé
fee-for = Sur
fee-from = À partir du
fee-family = Famille de produits
fee-all-producers = tous les producteurs
# $kind (String) - the kind's code
fee-kind = { $kind ->
    [hub] le regroupement
    [transport] le transport
   *[packing] l’emballage
}
# $basis (String) - the basis's code
fee-basis = { $basis ->
    [percent] en pour cent des marchandises
    [unit] par unité commandée
   *[order] par commande
}
fee-order-for-goods = Un montant par commande vaut pour toute la commande : laissez vides le producteur et la famille.
fee-not-a-producer = Ce producteur n’est pas membre.
terms-new = Changer les règles
terms-agree = Convenir
terms-shortage-rule = En cas de pénurie
terms-shop-days = Jours pour que les magasins paient
terms-producer-days = Jours pour payer les producteurs
terms-from = À partir du
# $day (String) - the day
terms-none-on = Aucune règle n’est encore en vigueur le { $day } : convenez-en dans l’accord.
public-euro-title = L’euro, au grand jour
public-euro-open = N’importe qui peut voir comment se partage chaque euro d’une vente.
public-euro-closed = Seuls les membres voient comment se partage chaque euro d’une vente.
public-euro-close = Réserver aux membres
public-euro-do-open = Ouvrir au public
fee-too-high = Un frais ne dépasse pas 100 % ou 10 000 € : vérifiez la virgule.
member-admitted-known = Cette organisation était déjà connue ici : sa fiche est reprise telle quelle. Relisez-la avant de facturer ou de payer.
mandate-send-link = Envoyer un lien
mandate-link-sent = Un nouveau lien est envoyé à cette personne.
fee-all-families = toutes les familles
fee-unknown-family = Cette famille de produits n’existe pas : choisissez-en une dans la liste.
team-webhooks = Webhooks
team-tokens = Jetons des services
journal-title = Journal
journal-hint = Les derniers actes du regroupement, et les numéros que ses membres ont changés, où que ce soit.
# $number (String) - the latest seal's number
# $moment (String) - when it was made
# $hash (String) - its hash
journal-sealed = Scellé jusqu’au { $moment } : sceau n° { $number }, empreinte { $hash }. Gardée ailleurs, elle permettra de montrer que rien d’antérieur n’a été changé.
journal-none = Rien n’a encore été fait.
journal-when = Quand
journal-who = Qui
journal-what = Quoi
# $end (String) - the last characters of the old number
journal-old-number = avant : …{ $end }
# $act (String) - the code of the act, with underscores
# $code (String) - the code of the act
journal-act = { $act ->
    [calendar_revoke] a supprimé l’adresse de son agenda
    [calendar_share] a créé une adresse pour son agenda
    [catalogue_import] a importé un catalogue
    [coalition_found] a fondé le regroupement
    [container_save] a modifié un contenant consigné
    [cycle_cancel] a annulé une vente
    [cycle_change] a modifié une vente
    [cycle_close] a clôturé une vente
    [cycle_open] a ouvert une vente
    [cycle_plan] a prévu une vente
    [cycle_settle] a décompté une vente
    [cycle_skip] a sauté une vente
    [vehicle_save] a modifié un véhicule
    [vehicle_cost] a dit ce que coûte un véhicule
    [driver_save] a modifié qui conduit
    [driver_leave] a noté que quelqu’un ne conduit plus
    [absence_add] a noté une absence
    [absence_end] a retiré une absence
    [plan_search] a cherché un plan de tournées
    [plan_move] a déplacé un arrêt
    [plan_mend] a adapté un plan de tournées
    [plan_lock] a fixé un arrêt à un véhicule
    [plan_publish] a publié un plan de tournées
    [round_driver] a désigné qui conduit une tournée
    [shipment_add] a ajouté un transport
    [shipment_change] a changé un transport
    [shipment_cancel] a annulé un transport
    [round_drive] a noté un acte sur la route
    [round_track] a fait un lien de suivi
    [round_book] a inscrit une tournée dans les comptes
    [round_state] a établi un relevé de tournées
    [transport_agree] a convenu comment les tournées sont payées
    [scenario_rehearse] a refait une saison sous une autre règle
    [delivery] a remis les marchandises d’un magasin
    [document_credit] a émis une note de crédit
    [erasure_ask] a demandé d’être effacé
    [erasure_withdraw] a retiré sa demande d’effacement
    [euro_public] a ouvert ou fermé la page publique de l’euro
    [fee_agree] a convenu de frais
    [fee_end] a mis fin à des frais
    [hub_archive] a emporté les données du regroupement
    [link_send] a envoyé un lien d’accès
    [mandate_deputy] a nommé une suppléance
    [mandate_end] a mis fin à un mandat
    [mandate_give] a donné un mandat
    [member_admit] a admis un membre
    [member_archive] a emporté les données d’un membre
    [member_change] a modifié une adhésion
    [order_change] a modifié une commande
    [organisation_iban] a changé un compte bancaire
    [organisation_number] a changé un numéro d’entreprise
    [organisation_save] a enregistré une fiche
    [organisation_vat_number] a changé un numéro de TVA
    [password_change] a changé son mot de passe
    [passkey_add] a ajouté une clé d’accès
    [passkey_remove] a retiré une clé d’accès
    [codes_make] a fait de nouveaux codes de secours
    [codes_use] est rentré avec un code de secours
    [sessions_end] a déconnecté tous ses appareils
    [provider_link] a lié un compte d’un autre service
    [provider_unlink] a délié un compte d’un autre service
    [payment_record] a noté un paiement
    [payment_reverse] a annulé un paiement
    [person_archive] a emporté les données d’une personne, à sa demande
    [person_erase] a effacé une personne
    [preparation] a préparé les marchandises d’un magasin
    [reception] a réceptionné un producteur
    [reference_arrange] a convenu d’un prix ou d’une visibilité
    [reference_create] a ajouté une référence
    [reference_update] a modifié une référence
    [reference_withdraw] a retiré une référence
    [shortage_share] a réparti une pénurie
    [site_save] a enregistré un lieu
    [stock_count] a compté un stock
    [terms_agree] a changé les règles
    [token_make] a créé un jeton d’accès
    [token_revoke] a révoqué un jeton d’accès
    [webhook_add] a ajouté un webhook
    [webhook_pause] a mis un webhook en pause
    [webhook_remove] a supprimé un webhook
    [webhook_resume] a repris un webhook
    [webhook_secret] a remplacé le secret d’un webhook
   *[other] a fait autre chose ({ $code })
}

transport-new = Payer les tournées
transport-pays = Le regroupement paie à qui appartient le véhicule
# $pays (String) - what is paid, as a code
transport-pay = { $pays ->
    [nothing] rien : chaque membre porte les tournées de ses véhicules
    [planned] le coût prévu par le plan publié
   *[real] le coût réel, par les kilomètres et les heures
}
transport-part = Part payée, en %
# $pays (String) - what is paid, as a code
# $part (String) - of it
transport-sentence = { $pays ->
    [nothing] Chaque membre porte les tournées de ses véhicules.
    [planned] Le regroupement paie { $part } du coût prévu de chaque tournée à qui appartient le véhicule.
   *[real] Le regroupement paie { $part } du coût réel de chaque tournée à qui appartient le véhicule.
}
