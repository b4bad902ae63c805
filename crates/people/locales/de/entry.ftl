sign-in-or = oder
sign-in-passkey = Mit einem Passkey anmelden
sign-in-with-code = Ich habe einen Notfallcode
sign-in-busy = Gerade melden sich viele an. Versuchen Sie es in ein paar Sekunden wieder.
sign-in-too-late = Das hat zu lange gedauert oder wurde schon verwendet. Beginnen Sie auf dieser Seite von vorn.
sign-in-again-title = Sind Sie es?
sign-in-again-hint = Sie ändern gleich, wer in Ihr Konto kommt, und eine offene Sitzung kann in anderen Händen sein. Zeigen Sie noch einmal, dass Sie es sind: Sie kommen zur Seite zurück und haben zehn Minuten.
sign-in-again-button = Ich bin es

account-ways-in = Wie ich mich anmelde
passkeys-title = Passkeys
passkeys-hint = Ihr Telefon oder Rechner erkennt Sie am Finger, am Gesicht oder an seinem Code: kein Passwort mehr, das man sich merken muss oder das gestohlen werden kann.
passkeys-need-https = Passkeys brauchen eine https-Adresse: Die Verwaltung kann sie einrichten.
passkeys-need-script = Einen Passkey hinzuzufügen braucht JavaScript und einen neueren Browser.
passkey-name = Name des Geräts
passkey-name-hint = Zum Beispiel „Mein Telefon“ oder „Rechner im Büro“.
passkey-add = Einen Passkey hinzufügen
passkey-added = Der Passkey ist hinzugefügt: Er genügt, um sich anzumelden.
passkey-remove = Entfernen
passkey-removed = Der Passkey ist entfernt. Löschen Sie ihn auch auf dem Gerät, das ihn hatte.
passkey-since = hinzugefügt am { $date }
passkey-used = verwendet am { $moment }
passkey-unused = noch nicht verwendet
passkey-unanswered = Das Gerät hat keinen Passkey gegeben. Versuchen Sie es wieder, oder nehmen Sie Ihr Passwort.
passkey-wrong = Dieser Passkey öffnet hier kein Konto. Nehmen Sie einen anderen, oder Ihr Passwort.
passkey-known = Dieses Gerät hat hier schon einen Passkey.
passkey-too-many = Sie haben schon { $most } Passkeys: Entfernen Sie zuerst einen.
password-none = Sie haben kein Passwort. Um eines zu bekommen, melden Sie sich ab und fragen Sie nach einem neuen Passwort.

codes-title = Notfallcodes
codes-hint = Zehn Codes auf Papier, jeder einmal gültig: um wieder hereinzukommen, wenn das Gerät verloren oder die E-Mail nicht erreichbar ist.
codes-none = Sie haben keine.
codes-left = { $left ->
    [one] Es ist noch { $left } übrig.
   *[other] Es sind noch { $left } übrig.
}
codes-make = Zehn neue Codes machen
codes-once = Diese Seite wird nur einmal gezeigt. Drucken Sie sie oder schreiben Sie die Codes ab, und bewahren Sie sie sicher auf; die alten gelten nicht mehr.
codes-where = Wo man sie angibt
codes-made-on = Gemacht am
codes-kept = Ich habe sie aufbewahrt
recovery-title = Mit einem Notfallcode hereinkommen
recovery-hint = Jeder Code gilt einmal. Er führt zur Wahl eines neuen Passworts, und alle Ihre Geräte werden abgemeldet.
recovery-code = Notfallcode
recovery-button = Weiter
recovery-wrong = E-Mail-Adresse und Code gehören nicht zusammen, oder der Code wurde schon verwendet.

sessions-end = Alle meine Geräte abmelden

entry-change = { $change ->
    [password] Das Passwort wurde geändert.
    [passkey_added] Ein Passkey wurde hinzugefügt.
    [passkey_removed] Ein Passkey wurde entfernt.
    [codes_made] Neue Notfallcodes wurden gemacht; die alten gelten nicht mehr.
    [code_used] Ein Notfallcode wurde verwendet.
    [provider_linked] Ein Konto eines anderen Dienstes wurde verknüpft.
   *[provider_unlinked] Ein Konto eines anderen Dienstes ist nicht mehr verknüpft.
}
letter-change-subject = Tresse: Ihre Anmeldung hat sich geändert
letter-change =
    Guten Tag { $name },

    { $change } Das war am { $moment }.

    Waren Sie es, ist nichts zu tun. Wenn nicht, wählen Sie sofort ein neues Passwort; das meldet alle Ihre Geräte ab:
    { $address }/reset
letter-device-subject = Tresse: Anmeldung von einem neuen Gerät
letter-device =
    Guten Tag { $name },

    Jemand hat sich bei Ihrem Konto von einem Gerät angemeldet, das wir nicht kannten: { $agent }, am { $moment }.

    Waren Sie es, ist nichts zu tun. Wenn nicht, wählen Sie sofort ein neues Passwort; das meldet alle Ihre Geräte ab:
    { $address }/reset

sign-in-provider = Mit { $name } anmelden
providers-title = Konten anderer Dienste
providers-hint = Ein verknüpftes Konto lässt Sie ohne Passwort herein.
provider-since = verknüpft am { $date }
provider-link = Mein Konto bei { $name } verknüpfen
provider-link-button = Verknüpfen
provider-link-hint = Sie gehen zu { $name }, um zu bestätigen, dass das Konto Ihres ist, und kommen dann hierher zurück. Machen Sie nur weiter, wenn Sie es selbst verlangen.
provider-go = Weiter bei { $name }
provider-stay = Nichts verknüpfen
provider-unlink = Lösen
provider-linked = Das Konto ist verknüpft: Sie können sich damit anmelden.
provider-unlinked = Das Konto ist nicht mehr verknüpft.
provider-unanswered = { $name } hat nicht geantwortet, wie es sollte. Versuchen Sie es wieder, oder melden Sie sich anders an.
provider-declined = { $name } hat nicht bestätigt, wer Sie sind. Versuchen Sie es wieder, oder melden Sie sich anders an.
provider-not-linked = Dieses Konto bei { $name } ist hier mit niemandem verknüpft. Melden Sie sich anders an und verknüpfen Sie es unter „Mein Konto“.
provider-taken = Dieses Konto bei { $name } ist schon mit jemandem verknüpft, oder Sie haben schon ein anderes verknüpft.
