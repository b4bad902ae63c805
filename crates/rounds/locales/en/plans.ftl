plan-in-the-way = { $count ->
    [one] Something is in the way: nothing is planned. Mend it and begin again.
   *[other] { $count } things are in the way: nothing is planned. Mend them and begin again.
}
plan-unplannable = The engine refuses this: { $why }
plan-already-published = This plan is published already, or another took its place: make a new one.
plan-past = This day is over: choose a day to come.
plan-breaks-rules = { $count ->
    [one] This plan breaks { $count } rule: it is not published. Look for another.
   *[other] This plan breaks { $count } rules: it is not published. Look for another.
}
plan-outdated = { $count ->
    [one] Since this plan { $count } shipment has changed: mend it first.
   *[other] Since this plan { $count } shipments have changed: mend it first.
}
plan-on-the-road = { $vehicle } is on the road already, and its round is another in this plan: leave it as it is.
plan-nothing-changed = Nothing has changed since this plan: there is nothing to mend.
obstacle-nothing = Nothing waits to be moved on that day: add a shipment, or choose another day.
obstacle-no-vehicle = No vehicle is chosen: tick at least one.
obstacle-without-cost = { $vehicle } has no cost: say under Vehicles what it costs.
obstacle-not-there = { $vehicle } or who drives it is not there on that day, or not at the same time: choose otherwise.
obstacle-no-site = From { $from } to { $to }: one of the two has no site. Add it to the member’s sheet, with its coordinates.
obstacle-no-coordinates = { $place } has no coordinates: add them to its site.
obstacle-closed = { $place } is closed on that day: choose another day, or change its hours.
obstacle-outside-hours = At { $place }, { $asked } is asked for when nobody is there: change the time of the shipment, or the hours of the site.
plan-better-by = The best plan so far is { $percent }% better than the first.
change-new = new: from { $from } to { $to }
change-gone = cancelled: from { $from } to { $to }
change-other = changed: from { $from } to { $to }
move-nobody = There it cannot be: the vehicle has no room or no time. Choose otherwise.
rounds-title = Rounds
rounds-shipments = To be moved
rounds-days = Days
rounds-nothing = Nothing waits to be moved on that day.
rounds-to-move = { $count ->
    [one] { $count } shipment: { $crates } crates, { $kilograms } kg
   *[other] { $count } shipments: { $crates } crates, { $kilograms } kg
}
rounds-changed = { $count ->
    [one] Since this plan { $count } shipment has changed:
   *[other] Since this plan { $count } shipments have changed:
}
plans-title = The plans side by side
plans-none = No plan for this day.
plans-hint = In green, the best of each column. The cost is that of vehicles and of who drives; CO₂ counts well to wheel.
plan-new = New plan
plan-new-lead = { $count ->
    [one] { $count } shipment waits.
   *[other] { $count } shipments wait.
}
plan-name = Plan
plan-number = Plan { $number }
plan-title = Plan { $number }, { $day }
plan-rounds = Rounds
plan-rounds-and-km = { $count ->
    [one] { $count } round
   *[other] { $count } rounds
}
plan-cost = Cost
plan-km = Distance
plan-hours = Hours on the road
plan-co2 = CO₂
plan-fill = Filled
plan-late = Lateness
plan-left-out = Left out
plan-state = { $state ->
    [published] published
    [superseded] superseded
   *[draft] draft
}
plan-goal = { $goal ->
    [cheapest] cheapest
    [fewest_vehicles] fewest vehicles
    [earliest] done earliest
   *[balanced] balanced hours
}
plan-made = { $made ->
    [by_hand] changed by hand
    [mended] mended
   *[searched] looked for
}
plan-effort = { $effort ->
    [quick] quick
    [thorough] thorough
   *[good] good
}
plan-does = { $does ->
    [pick_up] pick up
    [deliver] deliver
    [hand_over] hand over
   *[take_over] take over
}
plan-goal-label = Goal
plan-effort-label = Search
plan-late-minutes = Lateness that is borne, in minutes
plan-seed = Seed of chance
plan-late-hint = With 0 nobody waits after their hours. The same seed and data give the same plan.
plan-vehicles = Vehicles
plan-no-vehicles = No vehicle is there on that day.
plan-driver = Who drives
plan-driver-saved = Noted.
plan-paste = Paste times and distances
plan-paste-hint = A row of numbers for each place, in this order, from each to each; the vehicles ticked above are among them.
plan-paste-minutes = Minutes
plan-paste-kilometres = Kilometres
plan-search = Search
plan-searching = A plan for { $day }
plan-publish = Publish
plan-published = The plan is published: everybody sees when somebody comes.
plan-mend = Propose the smallest change
plan-mended = This is the smallest change: publish it if it will do.
plan-locked = Tied: a new search leaves it with this vehicle.
plan-unlocked = Untied: a new search may move it.
plan-lock-round = Tie the round
plan-unlock-round = Untie the round
plan-is-locked = tied
plan-round-said = { $departs } – { $arrives } · { $km } · { $hours } · { $cost } · { $fill } filled
plan-stop = Stop
plan-place = Place
plan-does-label = To do
plan-on-board = On board after
plan-empty = empty
plan-minutes-late = { $minutes } min late
plan-way = { $from } → { $to }
plan-search-on = Look for better from here
plan-search-on-hint = What is tied stays with its vehicle; this plan stays too, to compare.
plan-how = Where this plan comes from
plan-how-said = Made by { $engine }, seed { $seed }, { $iterations } steps.
plan-how-hint = The two files hold everything that the plan is made from; “tresse plan” makes one again, and the check of the instance makes this one again to the byte.
plan-base = The plan that it began from
plan-description-file = What it was made from
plan-result-file = What came of it
why-traits = No vehicle has what it needs.
why-too-large = No vehicle that could take it is large enough.
why-too-late = No vehicle is there in time, even if it goes nowhere else.
why-taken = The vehicles that could take it have no room or no time beside the others.
why-not-yet = A vehicle could take it: look for longer, or place it by hand.
move-link = move
move-title = Move
move-vehicles = In which vehicle
move-places = When in the round of { $vehicle }
move-time = Time
move-cost = Costs more
move-now = in this plan
move-as-it-is = as it is
move-see-places = see when
move-here = Put it here
move-leave-out = Leave it to somebody else
move-after = After
move-first = first
move-done = Moved: this is a new plan, the old one stays to compare.
plan-together = { $count ->
    [one] { $does } { $count } shipment: { $load }
   *[other] { $does } { $count } shipments: { $load }
}
plan-see-stops = { $count ->
    [one] See the { $count } stop
   *[other] See the { $count } stops
}
plan-service-learnt = { $minutes } min on site, learnt from { $halts } stops
plan-service-given = { $minutes } min on site, given
