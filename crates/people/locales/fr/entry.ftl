sign-in-or = ou
sign-in-passkey = Se connecter avec une clé d’accès
sign-in-with-code = J’ai un code de secours
sign-in-busy = Beaucoup de monde se connecte en ce moment. Réessayez dans quelques secondes.
sign-in-too-late = Cela a pris trop de temps, ou a déjà servi. Recommencez depuis cette page.
sign-in-again-title = C’est bien vous ?
sign-in-again-hint = Vous allez changer qui peut entrer dans votre compte, et une session ouverte peut être en d’autres mains. Montrez encore une fois que c’est vous : vous revenez à la page, et vous avez dix minutes.
sign-in-again-button = C’est bien moi

account-ways-in = Comment je me connecte
passkeys-title = Clés d’accès
passkeys-hint = Votre téléphone ou votre ordinateur vous reconnaît à son empreinte, son visage ou son code : plus de mot de passe à retenir ni à se faire voler.
passkeys-need-https = Les clés d’accès demandent une adresse en https : l’administration peut la régler.
passkeys-need-script = Ajouter une clé d’accès demande JavaScript et un navigateur récent.
passkey-name = Nom de l’appareil
passkey-name-hint = Par exemple « Mon téléphone » ou « Ordinateur du bureau ».
passkey-add = Ajouter une clé d’accès
passkey-added = La clé d’accès est ajoutée : elle suffit pour se connecter.
passkey-remove = Retirer
passkey-removed = La clé d’accès est retirée. Effacez-la aussi dans l’appareil qui la portait.
# $date (String) - when it was made
passkey-since = ajoutée le { $date }
# $moment (String) - when
passkey-used = a servi le { $moment }
passkey-unused = n’a pas encore servi
passkey-unanswered = L’appareil n’a pas donné de clé d’accès. Réessayez, ou prenez votre mot de passe.
passkey-wrong = Cette clé d’accès n’ouvre aucun compte ici. Prenez-en une autre, ou votre mot de passe.
passkey-known = Cet appareil a déjà une clé d’accès ici.
# $most (Number) - how many at most
passkey-too-many = Vous avez déjà { $most } clés d’accès : retirez-en une d’abord.
password-none = Vous n’avez pas de mot de passe. Pour en avoir un, sortez et demandez un nouveau mot de passe.

codes-title = Codes de secours
codes-hint = Dix codes sur papier, qui servent chacun une fois : pour rentrer si l’appareil est perdu ou l’e-mail inaccessible.
codes-none = Vous n’en avez aucun.
# $left (Number) - how many
codes-left = { $left ->
    [one] Il en reste { $left }.
   *[other] Il en reste { $left }.
}
codes-make = Faire dix nouveaux codes
codes-once = Cette page ne se montre qu’une fois. Imprimez-la ou recopiez les codes, et gardez-les en lieu sûr ; les anciens ne valent plus rien.
codes-where = Où les donner
codes-made-on = Faits le
codes-kept = Je les ai gardés
recovery-title = Rentrer avec un code de secours
recovery-hint = Chaque code sert une fois. Il mène au choix d’un nouveau mot de passe, et tous vos appareils sont déconnectés.
recovery-code = Code de secours
recovery-button = Continuer
recovery-wrong = L’adresse e-mail et le code ne vont pas ensemble, ou le code a déjà servi.

sessions-end = Déconnecter tous mes appareils

# $change (String) - what changed, as a code
entry-change = { $change ->
    [password] Le mot de passe a été changé.
    [passkey_added] Une clé d’accès a été ajoutée.
    [passkey_removed] Une clé d’accès a été retirée.
    [codes_made] De nouveaux codes de secours ont été faits ; les anciens ne valent plus rien.
    [code_used] Un code de secours a servi.
    [provider_linked] Un compte d’un autre service a été lié.
   *[provider_unlinked] Un compte d’un autre service n’est plus lié.
}
letter-change-subject = Tresse : votre façon de vous connecter a changé
# $name (String) - the person
# $change (String) - what changed, in a sentence
# $moment (String) - when
# $address (String) - of the instance
letter-change =
    Bonjour { $name },

    { $change } C’était le { $moment }.

    Si c’est vous, il n’y a rien à faire. Sinon, choisissez tout de suite un nouveau mot de passe, ce qui déconnecte tous vos appareils :
    { $address }/reset
letter-device-subject = Tresse : connexion depuis un nouvel appareil
# $name (String) - the person
# $agent (String) - the browser in short
# $moment (String) - when
# $address (String) - of the instance
letter-device =
    Bonjour { $name },

    Quelqu’un s’est connecté à votre compte depuis un appareil que nous ne connaissions pas : { $agent }, le { $moment }.

    Si c’est vous, il n’y a rien à faire. Sinon, choisissez tout de suite un nouveau mot de passe, ce qui déconnecte tous vos appareils :
    { $address }/reset

# $name (String) - the other service
sign-in-provider = Se connecter avec { $name }
providers-title = Comptes d’autres services
providers-hint = Un compte lié vous laisse entrer sans mot de passe.
# $date (String) - when it was linked
provider-since = lié le { $date }
# $name (String) - the other service
provider-link = Lier mon compte { $name }
provider-link-button = Lier
# $name (String) - the other service
provider-link-hint = Vous allez chez { $name } pour y confirmer que le compte est le vôtre, puis vous revenez ici. Ne continuez que si c’est bien vous qui le demandez.
# $name (String) - the other service
provider-go = Continuer chez { $name }
provider-stay = Ne rien lier
provider-unlink = Délier
provider-linked = Le compte est lié : vous pouvez vous connecter par lui.
provider-unlinked = Le compte n’est plus lié.
# $name (String) - the other service
provider-unanswered = { $name } n’a pas répondu comme il faut. Réessayez, ou connectez-vous autrement.
# $name (String) - the other service
provider-declined = { $name } n’a pas confirmé qui vous êtes. Réessayez, ou connectez-vous autrement.
# $name (String) - the other service
provider-not-linked = Ce compte { $name } n’est lié à personne ici. Connectez-vous autrement, puis liez-le dans « Mon compte ».
# $name (String) - the other service
provider-taken = Ce compte { $name } est déjà lié à quelqu’un, ou vous en avez déjà lié un autre.
