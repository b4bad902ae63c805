save = Enregistrer
coalitions-title = Regroupements
coalitions-hint = Un regroupement réunit des organisations autour d’un projet commun. Sa coordination s’invite à la fondation et gère ensuite ses membres.
coalitions-none = Aucun regroupement : fondez le premier.
coalition-found = Fonder un regroupement
coalition-found-hint = Une coopérative qui vend en commun : son entreprise facture les magasins et paie les producteurs.
coalition-founded = Le regroupement est fondé et sa coordination est invitée.
coalition-enterprise = L’entreprise qui facture et paie
coalition-coordinator = La première coordination
coalition-kind = { $kind ->
   *[hub] vente en commun
}
person-name = Prénom et nom
person-email = Adresse e-mail
members-title = Membres
members-on-side = { $side ->
    [producer] Producteurs
   *[shop] Magasins
}
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
member-rank = rang { $rank } en cas de pénurie
member-rank-label = Rang en cas de pénurie
memberships-title = Adhésion
mandates-title = Qui agit pour ce membre
mandates-none-for-member = Personne n’agit encore pour ce membre : invitez quelqu’un.
member-invite = Donner un mandat
member-invited = Le mandat est donné. La personne reçoit une lettre si elle n’était pas encore connue.
mandate-role = Rôle
mandate-first-day = Premier jour
mandate-last-day = Dernier jour
mandate-end = Mettre fin
mandate-name-deputy = Nommer une suppléance
mandate-deputy-set = La suppléance est enregistrée.
mandate-since = depuis le { $date }
mandate-until = jusqu’au { $date }
mandate-deputy = suppléance : { $name }
mandate-without-deputy = personne ne supplée
team-title = Équipe
team-hint = Les mandats que le regroupement donne pour lui-même. Un mandat sans suppléance est un risque.

agreement-title = Accord
agreement-saved = L’accord est mis à jour.
agreement-prices = Chaque producteur fixe son prix. Les frais ci-dessous s’y ajoutent, visibles de tous ; rien d’autre ne s’ajoute.
agreement-shortage = Quand il manque de la marchandise, { $rule }
agreement-payment = Les magasins paient dans les { $shop } jours de la facture ; les producteurs sont payés dans les { $producer } jours du relevé.
agreement-cycle = Une vente applique les frais et les règles en vigueur le jour de son ouverture.
shortage-rule = { $rule ->
    [proportional] au prorata des commandes
    [equal] à parts égales
    [first_come] premier arrivé, premier servi
   *[priority] par rang de priorité
}
shortage-rule-sentence = { $rule ->
    [proportional] chaque magasin reçoit la même part de ce qu’il a commandé.
    [equal] chaque magasin reçoit la même quantité, sans dépasser sa commande.
    [first_come] le premier à avoir commandé est servi le premier.
   *[priority] les magasins sont servis selon leur rang, puis selon l’heure de leur commande.
}
fees-title = Frais
fees-none = Aucun frais : les magasins paient le prix des producteurs, la TVA et les consignes.
fee-new = Convenir d’un frais
fee-agree = Convenir
fee-end = Y mettre fin
fee-kind-label = Pour
fee-amount = Montant
fee-basis-label = Calculé
fee-for = Sur
fee-from = À partir du
fee-family = Famille de produits (code)
fee-all-producers = tous les producteurs
fee-kind = { $kind ->
    [hub] le regroupement
    [transport] le transport
   *[packing] l’emballage
}
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
terms-none-on = Aucune règle n’est encore en vigueur le { $day } : convenez-en dans l’accord.
public-euro-title = L’euro, au grand jour
public-euro-open = N’importe qui peut voir comment se partage chaque euro d’une vente.
public-euro-closed = Seuls les membres voient comment se partage chaque euro d’une vente.
public-euro-close = Réserver aux membres
public-euro-do-open = Ouvrir au public
