calendar-title = Agenda
# $label (String) - whose dates
calendar-hint = Les dates de votre mandat : { $label }.
calendar-none = Aucune date à venir.
# $cycle (String) - its name
calendar-opens = Ouverture des commandes : { $cycle }
# $cycle (String) - its name
calendar-closes = Clôture des commandes : { $cycle }
# $cycle (String) - its name
calendar-delivery = Livraison : { $cycle }
# $cycle (String) - its name
calendar-arrival = Marchandises à remettre : { $cycle }
# $document (String) - its name
calendar-to-pay = À payer : { $document }
# $document (String) - its name
calendar-to-be-paid = Paiement attendu : { $document }
# $count (Number) - producers
calendar-producers-to-pay = { $count ->
    [one] { $count } producteur à payer
   *[other] { $count } producteurs à payer
}
# $count (Number) - carriers
calendar-carriers-to-pay = { $count ->
    [one] { $count } transporteur à payer
   *[other] { $count } transporteurs à payer
}
# $count (Number) - shops
calendar-shops-to-pay = { $count ->
    [one] { $count } magasin doit payer
   *[other] { $count } magasins doivent payer
}
calendar-on-a-phone = Dans votre téléphone
calendar-offer = Créez une adresse secrète : l’agenda de votre téléphone ou de votre ordinateur y lit ces dates et les tient à jour.
calendar-shown-once = Copiez cette adresse maintenant : elle ne sera plus montrée.
calendar-address = Adresse de l’agenda
calendar-add-here = Ajouter sur cet appareil
calendar-on-iphone = iPhone, iPad : Réglages, Apps, Calendrier, Comptes, Ajouter un compte, Autre, Ajouter un calendrier avec abonnement.
calendar-on-android = Android avec Google Agenda : sur un ordinateur, Autres agendas, À partir de l’URL ; les dates suivent sur le téléphone.
calendar-on-desk = Thunderbird : Nouvel agenda, Sur le réseau. Outlook : Ajouter un calendrier, S’abonner à partir du web.
# $moment (String) - when
calendar-made = Une adresse existe depuis le { $moment }.
calendar-make = Créer l’adresse
calendar-renew = Remplacer l’adresse
calendar-revoke = Supprimer l’adresse
calendar-revoked = L’adresse est supprimée : plus aucun agenda ne lit ces dates.
calendar-secret = Qui connaît l’adresse lit ces dates, sans montants. Elle vaut tant que votre mandat dure ; remplacez-la si elle s’est ébruitée.
