save = Save
edit = Edit
search-button = Search

organisations-title = Organisations
organisations-new = New organisation
organisations-search = Name, town or number
organisations-none = No organisation matches. Widen the search or create it.
organisation-record = Organisation details
organisation-saved = The details are saved.
organisation-name = Name
organisation-legal-form = Legal form
organisation-country = Country
organisation-number = Enterprise number
organisation-vat-number = VAT number
organisation-vat-regime = VAT regime
organisation-iban = Bank account (IBAN)
organisation-email = E-mail
organisation-phone = Telephone
organisation-address = Address
organisation-street = Street and number
organisation-postcode = Postcode
organisation-town = Town
organisation-language = Language
organisation-number-taken = Another organisation already has this enterprise number: look it up rather than creating it twice.

legal-form = { $form ->
    [cooperative] Cooperative
    [limited] Limited company (SRL)
    [public_limited] Public limited company (SA)
    [partnership] Partnership
    [natural_person] Natural person
    [association] Non-profit (ASBL) or association
    [foundation] Foundation
    [public_body] Public body
   *[other] Other
}
vat-regime = { $regime ->
    [liable] Normal regime (charges VAT)
    [exempt] Exempt (small enterprise)
   *[farm] Farmers’ flat rate
}
country = { $country ->
    [BE] Belgium
    [FR] France
    [LU] Luxembourg
    [NL] Netherlands
   *[DE] Germany
}
storage = { $storage ->
    [dry] dry
    [cold] cold
   *[frozen] frozen
}

number-length = The number of digits is not right: copy the whole number again.
number-character = This number contains a character that does not belong in it.
number-check-digits = The check digits do not match: a digit has been copied wrongly.
number-beginning = Such a number does not begin like this.

sites-title = Sites
sites-new = Add a site
sites-none = No site: add the one where goods are fetched or delivered.
site-record = Site details
site-saved = The site is saved.
site-name = Name of the site
site-latitude = Latitude
site-longitude = Longitude
site-receives = Can receive
site-windows = Opening hours
site-windows-hint = For example 7:30-12:00, 13:00-18:00. Empty: closed.
site-note = Access, loading bay, whom to call
site-not-a-place = Latitude runs from -90 to 90 and longitude from -180 to 180, for example 49.9203 and 5.3760.
site-not-a-window = “{ $part }” is not a time slot: write for example 7:30-12:00, in the order of the day.

sign-in-title = Sign in
sign-in-button = Sign in
sign-in-forgotten = Forgotten your password?
sign-in-wrong = The e-mail address and the password do not go together. Try again, or ask for a new password.
person-name = First name and surname
person-email = E-mail address
person-unknown = Nobody here has this e-mail address: invite them first.
person-suspended = suspended
person-suspend = Suspend
person-restore = Restore access
persons-title = Persons
persons-hint = Persons of a coalition or a member are invited from that member’s page.
password = Password
password-new = New password
password-current = Current password
password-change = Change password
password-changed = The password is changed; the other devices are signed out.
password-hint = At least ten characters; a short sentence is safer than a complicated word.
password-too-short = Too short: at least { $fewest } characters.
password-too-long = Too long: { $most } characters at most.
password-guessable = This password is too easy to guess. Take for example four unrelated words.
reset-title = New password
reset-hint = Give your address: if it is known here, a link that works once is sent to it.
reset-button = Send the link
reset-asked = If this address is known here, a link has just been sent to it. It is valid for half an hour.
reset-without-mail = This instance does not send e-mails: ask the administrators for the link.
link-title = Choose a password
link-hint = Hello { $name }. You will sign in with { $email } and this password.
link-button = Save the password
link-done = Your password is saved: please sign in.
link-used = This link has already been used or is no longer valid. Ask for a new one.
link-send = Send a new link
link-sent = A new link has been written.

account-title = My account
account-record = My details
account-password = Password
account-saved = Your details are saved.
mandates-title = Mandates
mandates-none = No mandate: without one, you can neither see nor do anything.
mandate-since = since { $date }
mandate-until = until { $date }
mandate-deputy = deputy: { $name }
mandate-without-deputy = no deputy
mandate-standing-in-for = standing in for { $name }
mandate-own-deputy = Nobody can be their own deputy: give another person’s address.
sessions-title = Signed-in devices
sessions-hint = Sign out any that you do not recognise.
session-since = signed in { $moment }
session-seen = last seen { $moment }
session-revoke = Sign out
session-revoked = The device is signed out.

invite-title = Invite a person
invite-button = Invite
invite-done = The person is invited: they receive a link to choose their password.
invite-administrator-hint = This person will administer the whole instance.
letters-title = Letters
letters-with-mail = Letters go out by themselves; an access link is forgotten once sent.
letters-without-mail = This instance has no mail server: please pass on these letters and their links yourself.
letters-none = No letters.
letter-sent = sent
letter-reset-subject = Tresse: choose a new password
letter-reset =
    Hello { $name },

    Somebody has asked for a new password for your account. If it was you, choose it here:
    { $link }

    The link works once and is valid for { $minutes } minutes. If it was not you, you need do nothing.
letter-invitation-subject = { $label } invites you to Tresse
letter-invitation =
    Hello { $name },

    You have been given a mandate for { $label }. Choose your password here:
    { $link }

    The link works once and is valid for { $days } days.
person-is-suspended = This person is suspended: restore their access first.
sign-in-too-often = Too many attempts in a short time. Wait a quarter of an hour, or ask the administrators for help.
mandate-last-coordinator = Nobody would coordinate any more: give this mandate to somebody else first.
mandate-last-administrator = Nobody would administer this instance any more: give this mandate to somebody else first.
person-end-mandate = End the mandate
person-let-administer = Make an administrator
deputy-name = Name my deputy
deputy-hint = They act in your place while you are away. Leave empty to have nobody.
deputy-saved = The deputy is saved.
session-current = this device
letter-mandate-subject = A new mandate for { $label }
letter-mandate =
    Hello { $name },

    You are given a new mandate for { $label }. Sign in as usual, and choose it at the top of the page:
    { $address }

tokens-own = My access tokens
tokens-own-hint = A token lets a program in for you, under one of your mandates, and only for what you tick.
tokens-of-services = Tokens of services
tokens-of-services-hint = A service token lets in a program of the coalition’s (a web shop, an accounting program). It outlives who made it.
tokens-document = What programs can ask for is described here:
token-shown-once = This is the token. Copy it now: it is never shown again.
token-secret = The token
tokens-list = Tokens
tokens-none = No tokens yet.
token-is-revoked = revoked
token-is-expired = expired
token-is-good = good
token-until = until { $moment }
token-used = used { $moment }
token-never-used = never used
token-revoke = Revoke
token-new = New token
token-no-mandate = None of your mandates allows making one.
token-name = Name, to know it by
token-acts-as = It acts as
token-scopes = It may
token-subject = { $subject ->
    [catalogue] catalogue
    [cycles] sales
    [orders] orders
    [receptions] receptions
    [documents] documents
    [payments] payments
    [shipments] shipments
    [rounds] rounds
   *[other] other
}
token-write = write
token-read = read
token-for = Good for
token-days = { $days } days
token-make = Make the token
token-revoked = The token is revoked: nothing comes in with it any more.
token-no-scope = Tick at least one scope.
token-no-such-period = Choose a period from the list.
token-no-such-mandate = Choose one of your mandates.
token-not-for-administrators = The administrator’s mandate has no token: choose another.
letter-button-password = Choose a password
letter-button-open = Open Tresse
letter-given-up = did not leave
letter-in-doubt = nobody knows whether it arrived
letter-try-again = Try again
letter-tried-again = The letter leaves with the next post.
