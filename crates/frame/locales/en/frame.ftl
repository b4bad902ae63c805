shell-skip = Skip to content
shell-menu = Menu
shell-act-as = Act for
shell-stands-in-for = standing in for { $name }
shell-language = Language
shell-my-account = My account
shell-sign-out = Sign out
shell-sign-in = Sign in
shell-foot = Tresse, the shared back office of enterprises that cooperate.

role = { $role ->
    [administrator] administration
    [coordinator] coordination
    [warehouse] warehouse
    [bookkeeper] bookkeeping
    [driver] driving
    [producer] production
    [shop] shop
   *[reader] reading
}

stop-title = This could not be done
stop-back = Back to the start
stop-not-found = This page does not exist, or no longer does. Check the address or go back to the start.
stop-not-allowed = None of your mandates allows this. Switch to another mandate at the top of the page, or ask the coordinators.
stop-sign-in = Please sign in first.
stop-sign-in-again = First show once more that it is you.
stop-too-often = { $seconds ->
    [one] That is too much at once. Try again in { $seconds } second.
   *[other] That is too much at once. Try again in { $seconds } seconds.
}
stop-fault = Something went wrong on our side. Nothing was half saved; please try again in a moment.
stop-full = The server’s disk is full: nothing was saved. What is there can still be read; tell the administrator.
stop-lost = The database no longer answers: whether your last request was saved is not known. Try again in a moment, and look before you repeat it.

form-see-fields = Some fields need correcting: see the remarks below. Nothing has been saved.
form-too-large = What you send is too large: a file has { $most } MB at most. Nothing was saved.
fault-missing = Please fill this in.
fault-too-long = Too long: { $most } characters at most.
fault-not-among = Choose a value from the list.
fault-not-a-date = This is not a date: write for example 2026-11-24.
fault-not-a-time = This is not a time: write for example 07:30.
fault-not-a-number = This is not a number: write for example 12.50.
fault-too-many-decimals = Too many decimals: { $most } at most.
fault-too-large = This number is too large.
fault-negative = A negative number makes no sense here.
fault-not-an-email = This is not an e-mail address: write for example name@example.be.

task-progress = { $done } of { $total }
task-stop = Stop
task-look-again = See how far it is
task-stopped = Stopped after { $done } of { $total }. What is done stays done; you can carry on from there.
task-back = Go back

day = { $weekday } { $day } { $month }
weekday = { $number ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
month = { $number ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
unit = { $unit ->
    [piece] piece
    [kilogram] kg
    [gram] g
    [tonne] t
    [milligram] mg
    [ounce] oz
    [pound] lb
    [litre] l
    [decilitre] dl
    [centilitre] cl
    [millilitre] ml
    [gallon] gal
    [bunch] bunch
    [punnet] punnet
    [jar] jar
    [bottle] bottle
    [pot] pot
    [bag] bag
    [packet] packet
    [pouch] pouch
    [box] box
    [carton] carton
    [crate] crate
    [tray] tray
    [basket] basket
    [net] net
    [bundle] bundle
    [package] package
    [dozen] dozen
    [half_dozen] half-dozen
    [pair] pair
    [four_pack] 4-pack
    [six_pack] 6-pack
    [beer_crate] beer crate
    [can] can
    [tin] tin
    [bucket] bucket
    [tub] tub
    [tube] tube
    [tablet] bar
    [roll] roll
    [cup] cup
    [kit] kit
    [keg] keg
    [cask] cask
    [drum] drum
   *[pallet] pallet
}
units = { $unit ->
    [piece] pieces
    [kilogram] kg
    [gram] g
    [tonne] t
    [milligram] mg
    [ounce] oz
    [pound] lb
    [litre] l
    [decilitre] dl
    [centilitre] cl
    [millilitre] ml
    [gallon] gal
    [bunch] bunches
    [punnet] punnets
    [jar] jars
    [bottle] bottles
    [pot] pots
    [bag] bags
    [packet] packets
    [pouch] pouches
    [box] boxes
    [carton] cartons
    [crate] crates
    [tray] trays
    [basket] baskets
    [net] nets
    [bundle] bundles
    [package] packages
    [dozen] dozen
    [half_dozen] half-dozens
    [pair] pairs
    [four_pack] 4-packs
    [six_pack] 6-packs
    [beer_crate] beer crates
    [can] cans
    [tin] tins
    [bucket] buckets
    [tub] tubs
    [tube] tubes
    [tablet] bars
    [roll] rolls
    [cup] cups
    [kit] kits
    [keg] kegs
    [cask] casks
    [drum] drums
   *[pallet] pallets
}
task-broken-off = The work was interrupted: the server restarted. What is done stays done; please start it again.

api-lacks-scope = This token lacks the scope “{ $scope }”: make one that has it.
api-sign-in = Show a token that is good: “Authorization: Bearer …”. It is unknown, expired, revoked or missing.
api-not-found = There is no such thing, or not for this token’s mandate.
api-not-allowed = This token’s mandate does not allow it.
api-method-not-allowed = This address does not take this method: see /api/openapi.json.
api-not-json = The body must be JSON: send “Content-Type: application/json”.
api-too-large = The body of the request is too long.
api-unknown-field = This field is unknown: see /api/openapi.json.
api-unreadable = This does not read as the document asks for: see /api/openapi.json.
api-key-missing = Give each write a key of its own, “Idempotency-Key”, of 1 to { $most } visible characters.
api-key-reused = This key was used for another request: give a new one.
letter-copy-link = The button does nothing? Copy this address into your browser:
letter-foot = This letter comes from Tresse, the shared back office of enterprises that cooperate.

seal-letter-subject = Seal of { $day }: no. { $number }
seal-letter =
    Hello,

    Here is the last seal of { $day } of the log of { $address }. Keep this letter: with it you can show that neither the journal, nor the ledger, nor the documents from before this seal have been changed since.

    Seal no. { $number }, of { $moment }
    Hash: { $hash }
    Public key: { $key }

    To verify, on the server or on a backup:
    tresse verify-log --seal { $hash }
