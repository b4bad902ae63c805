road-title = Driving
road-hint = Your rounds. Open today’s before you leave: afterwards it opens without network too.
road-none = No published round waits for you.
road-stops = { $count ->
    [one] { $count } stop
   *[other] { $count } stops
}
road-today = today
road-left-at = left at { $time }
road-back-at = back at { $time }
road-sheet = Run sheet (PDF)
road-sheet-title = Run sheet { $vehicle }
road-day = Day
road-driver = Driver
road-departs = Leaves
road-back = Back
road-distance = Distance
road-signatures = Signatures
road-what = To do
road-dry = Dry
road-cold = Cold
road-frozen = Frozen
road-kilograms = kg
road-does = { $does ->
    [pick_up] Load for { $other }
    [hand_over] Leave for another round ({ $other })
    [take_over] Take on from another round ({ $other })
   *[deliver] Deliver from { $other }
}
road-waiting = Noted on this telephone, not sent yet:
road-sign-in = Sign in again to send what this telephone has noted: nothing is lost.
road-dismiss = Understood
road-left = Left at
road-behind = The round is { $minutes } minutes late.
road-depart = I am leaving
road-delay = Announce a delay
road-minutes = Minutes late
road-delay-hint = Those who still wait get an e-mail, and their page changes.
road-announce = Announce
road-navigate = Go there
road-arrived = Arrived at
road-gone = left at
road-arrive = I am there
road-refuse = Note a refusal
road-which = Goods
road-how-many = Crates refused
road-why = Reason
because = { $reason ->
    [closed] closed
    [damaged] damaged
    [too_warm] too warm
    [wrong] wrong goods
    [missing] missing
   *[other] another reason
}
road-note = Remark
road-photo = Photo
road-note-refusal = Note the refusal
road-refused = { $crates ->
    [one] { $crates } crate refused
   *[other] { $crates } crates refused
}: { $what } – { $why }
road-leave = Finish this stop
road-met = Taken or given by
road-cold-temperature = Temperature of the cold goods on arrival, in °C
road-frozen-temperature = Temperature of the frozen goods on arrival, in °C
road-crates = Empty crates
road-crates-hint = without those that go with the goods
road-crates-given = Left there
road-crates-taken = Taken back
road-crates-moved = { $given } left there, { $taken } taken back
road-signature = Signature
road-clear = Clear
road-or-code = or the code that the person reads out
road-code-right = right code
road-code-wrong = wrong code
road-done-here = Done
road-end = End of the round
road-km = Kilometres driven
road-extra = Tolls and parking, in euros
road-i-am-back = I am back
road-make-address = Link to follow this stop
road-address-title = Link to follow
road-address-hint = Copy this link and send it to whoever waits: it says when the vehicle comes, names nobody, and is good until the next day. It will not be shown again.
road-back-to-round = The round
road-noted = { $kind ->
    [depart] Safe journey.
    [arrive] The arrival is noted.
    [refuse] The refusal is noted.
    [leave] The stop is finished.
    [delay] The delay is announced.
   *[end] The return is noted.
}
road-other-content = This was sent already with another content: reload the page and do it again.
road-already-left = This stop is finished already: nothing was changed.
road-already-back = The return of this round is noted already: nothing was changed.
road-more-than-carried = There are fewer crates than that in this shipment: correct the number.
road-no-signature = What was sent is no signature: clear it and sign again.
road-too-old = This is more than a week old: tell the coordination, who will note it.
road-superseded = This round was replaced by another: open the list of your rounds again.
road-no-picture = This file is no photo: choose a picture in JPEG, PNG or WebP.

follow-title = When we come
follow-expected = Expected about
follow-late = { $minutes } minutes late: it was planned for { $time }.
follow-on-the-way = { $count ->
    [0] The vehicle is coming to you.
    [one] The vehicle is on its way, { $count } stop before you.
   *[other] The vehicle is on its way, { $count } stops before you.
}
follow-not-left = The vehicle has not left yet.
follow-here = The vehicle has been there since { $time }.
follow-done = Done: the vehicle left at { $time }.
follow-code = Code to read to the driver, if you would rather not sign:
follow-hint = This page names nobody. Reload it for the latest time known; it is gone tomorrow.

letter-left-subject = { $hub }: with you about { $time }
letter-left =
    Hello,

    The vehicle has left and will be with you about { $time }. Follow it here, without signing in:

    { $address }

    { $hub }
letter-late-subject = { $hub }: late, with you about { $time }
letter-late =
    Hello,

    The vehicle is late and will be with you about { $time }. Follow it here, without signing in:

    { $address }

    { $hub }
letter-follow-button = Follow the vehicle

learnt-title = Real times on site
learnt-hint = Time from arrival to departure, by site: the median of the last twenty halts, once there are three. The next plans count with these times.
learnt-none = No site has had three halts yet: plans count with the usual times.
learnt-minutes = Minutes
learnt-from = Halts

sheet-page = Page {"{n}"} / {"{total}"}
sheet-continued = continued
