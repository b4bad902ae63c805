sign-in-or = or
sign-in-passkey = Sign in with a passkey
sign-in-with-code = I have a recovery code
sign-in-busy = Many people are signing in at this moment. Try again in a few seconds.
sign-in-too-late = That took too long, or was used already. Start again from this page.
sign-in-again-title = Is it you?
sign-in-again-hint = You are about to change who can come into your account, and an open session may be in other hands. Show once more that it is you: you come back to the page, and have ten minutes.
sign-in-again-button = It is me

account-ways-in = How I sign in
passkeys-title = Passkeys
passkeys-hint = Your phone or computer knows you by its fingerprint, your face or its code: no password to remember, and none to be stolen.
passkeys-need-https = Passkeys need an https address: the administration can set one up.
passkeys-need-script = Adding a passkey needs JavaScript and a recent browser.
passkey-name = Name of the device
passkey-name-hint = For example “My phone” or “Office computer”.
passkey-add = Add a passkey
passkey-added = The passkey is added: it is enough to sign in.
passkey-remove = Remove
passkey-removed = The passkey is removed. Delete it from the device that held it too.
passkey-since = added on { $date }
passkey-used = used on { $moment }
passkey-unused = not used yet
passkey-unanswered = The device gave no passkey. Try again, or use your password.
passkey-wrong = This passkey opens no account here. Take another one, or your password.
passkey-known = This device has a passkey here already.
passkey-too-many = You have { $most } passkeys already: remove one first.
password-none = You have no password. To get one, sign out and ask for a new password.

codes-title = Recovery codes
codes-hint = Ten codes on paper, each good once: to come in again when the device is lost or the mail cannot be read.
codes-none = You have none.
codes-left = { $left ->
    [one] { $left } is left.
   *[other] { $left } are left.
}
codes-make = Make ten new codes
codes-once = This page is shown only once. Print it or copy the codes, and keep them in a safe place; the old ones are worth nothing any more.
codes-where = Where to give them
codes-made-on = Made on
codes-kept = I have kept them
recovery-title = Come in with a recovery code
recovery-hint = Each code is good once. It leads to the choice of a new password, and all your devices are signed out.
recovery-code = Recovery code
recovery-button = Continue
recovery-wrong = The e-mail address and the code do not go together, or the code was used already.

sessions-end = Sign out all my devices

entry-change = { $change ->
    [password] The password was changed.
    [passkey_added] A passkey was added.
    [passkey_removed] A passkey was removed.
    [codes_made] New recovery codes were made; the old ones are worth nothing any more.
    [code_used] A recovery code was used.
    [provider_linked] An account of another service was linked.
   *[provider_unlinked] An account of another service is no longer linked.
}
letter-change-subject = Tresse: the way you sign in has changed
letter-change =
    Hello { $name },

    { $change } It was on { $moment }.

    If it was you, there is nothing to do. If not, choose a new password at once, which signs out all your devices:
    { $address }/reset
letter-device-subject = Tresse: sign-in from a new device
letter-device =
    Hello { $name },

    Somebody signed in to your account from a device that we did not know: { $agent }, on { $moment }.

    If it was you, there is nothing to do. If not, choose a new password at once, which signs out all your devices:
    { $address }/reset

sign-in-provider = Sign in with { $name }
providers-title = Accounts of other services
providers-hint = A linked account lets you in without a password.
provider-since = linked on { $date }
provider-link = Link my { $name } account
provider-link-button = Link
provider-link-hint = You go to { $name } to confirm that the account is yours, and then come back here. Go on only if it is you who asks for it.
provider-go = Continue at { $name }
provider-stay = Link nothing
provider-unlink = Unlink
provider-linked = The account is linked: you can sign in by it.
provider-unlinked = The account is no longer linked.
provider-unanswered = { $name } did not answer as it should. Try again, or sign in another way.
provider-declined = { $name } did not confirm who you are. Try again, or sign in another way.
provider-not-linked = This { $name } account is linked to nobody here. Sign in another way, then link it under “My account”.
provider-taken = This { $name } account is linked to somebody already, or you have linked another one.
