webhooks-title = Webhooks
webhooks-hint = D’autres programmes apprennent ici ce qui se passe dans le regroupement. Un message dit ce qui s’est passé et où regarder, sans noms ni montants ; il est signé (Standard Webhooks) et peut arriver plus d’une fois, sous le même identifiant.
webhooks-none = Aucune adresse n’écoute.
webhook-title = Webhook
webhook-add = Ajouter une adresse
webhook-address = Adresse
webhook-hears-of = Ce qu’elle apprend
webhook-kinds-hint = Rien de coché : tout.
webhook-all-kinds = tout
# $kind (String) - its code, with underscores
webhook-kind = { $kind ->
    [cycle_opened] vente ouverte
    [cycle_closed] vente clôturée
    [cycle_settled] vente décomptée
    [order_changed] commande modifiée
    [reception_received] marchandises réceptionnées
    [delivery_made] marchandises remises
    [document_issued] document émis
    [payment_recorded] paiement noté
    [payment_reversed] paiement annulé
   *[webhook_test] essai
}
webhook-secret = Secret
webhook-shown-once = Copiez ce secret maintenant : il ne sera plus montré. Il vérifie la signature des messages.
webhook-old-secret = Le secret d’avant vaut jusqu’au
webhook-made-at = Ajoutée le
webhook-is-paused = en pause
webhook-is-failing = ne répond plus
# $moment (String) - when
webhook-paused-since = En pause depuis le { $moment } : les messages attendent, trente jours au plus.
# $moment (String) - when
webhook-failing-since = Mise en pause le { $moment } : l’adresse n’a pas répondu pendant trois jours, ou a dit ne plus exister. Les messages attendent, trente jours au plus.
webhook-test = Envoyer un essai
webhook-pause = Mettre en pause
webhook-resume = Reprendre
webhook-replace-secret = Remplacer le secret
webhook-remove = Supprimer
webhook-paused = L’adresse est en pause : ce qui se passe l’attend.
webhook-resumed = L’adresse écoute de nouveau ; ce qu’elle a manqué part d’abord.
webhook-removed = L’adresse est supprimée.
webhook-test-written = L’essai est écrit : il part dans les secondes qui viennent. Rechargez la page pour voir la réponse.
webhook-goes-again = Le message repart dans les secondes qui viennent, sous le même identifiant.
webhook-messages = Derniers messages
webhook-no-messages = Aucun message.
webhook-what = Quoi
webhook-when = Quand
webhook-answer = Réponse
webhook-state = État
# $ms (Number) - milliseconds
webhook-spent = en { $ms } ms
# $count (Number) - tries
webhook-tries = { $count } essais
webhook-heard = reçu
webhook-waits = attend
# $moment (String) - when
webhook-next-try = nouvel essai le { $moment }
webhook-again = Renvoyer
webhook-not-an-address = Ce n’est pas une adresse du web : écrivez par exemple https://compta.example.org/tresse.
webhook-not-https = L’adresse commence par https://. Pour un hôte de votre propre réseau, l’administration le nomme d’abord (--inside).
webhook-holds-password = L’adresse contient un nom ou un mot de passe : ôtez-les, la signature suffit.
webhook-port = Le port est 443, ou 1024 et plus.
webhook-inside = Cet hôte n’est pas sur l’internet public. S’il est de votre réseau, l’administration le nomme d’abord (--inside).
# $most (Number) - addresses
webhook-too-many = { $most } adresses écoutent déjà : supprimez-en une d’abord.
letter-webhook-subject = Tresse : un webhook est en pause
# $name (String) - the person
# $address (String) - the webhook's
# $link (String) - its page
letter-webhook =
    Bonjour { $name },

    L’adresse { $address } n’a pas répondu pendant trois jours, ou a dit ne plus exister. Elle est mise en pause : ce qui se passe l’attend, trente jours au plus.

    Voyez ce qu’elle a répondu, et reprenez quand elle est réparée :
    { $link }
letter-webhook-button = Voir le webhook
