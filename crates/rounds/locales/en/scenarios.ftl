scenarios-title = What if?
scenarios-hint = Drive a season once more under another rule, with what was moved and the vehicles of today. Both sides are searched in the same way; the difference comes of the rule alone. Drivers do not count: each vehicle drives at its hours.
scenarios-none = No season was driven once more yet.
scenarios-done = Seasons driven once more
scenario-new = Drive a season once more
scenario-first = From
scenario-last = To
scenario-what = What changes
scenario-rule = { $rule ->
    [no_night] No start at night
    [other_day] Another day
    [depot] One depot more
   *[together] Two hubs together
}
scenario-earliest = First start
scenario-from = What moves on
scenario-to = moves on
scenario-where = Where
scenario-with = With
scenario-with-hint = You have to coordinate the other hub too.
scenario-steps = Steps of each day’s search
scenario-seed = Seed
scenario-start = Drive the season
scenario-working = A season under another rule
scenario-no-night = No start before { $time }
scenario-other-day = On { $to } instead of { $from }
scenario-depot = One depot more: { $place }
scenario-together = Together with { $hub }
scenario-verdict = { $standing ->
    [dearer] The season would have cost { $amount } more ({ $percent } %).
    [cheaper] The season would have cost { $amount } less ({ $percent } %).
   *[even] The season would have cost as much.
}
scenario-period-of = What was moved from { $first } to { $last }.
scenario-side = { $side ->
    [as_it_is] As it is
   *[changed] Under the rule
}
scenario-apart = Difference
scenario-cost = Cost
scenario-days = Days
scenario-rounds = Rounds
scenario-km = Kilometres
scenario-hours = Hours
scenario-co2 = CO₂ in kg
scenario-left-out = Shipments without a place
scenario-more-left-out = { $count ->
    [one] { $count } shipment more finds no place: its cost is missing in this comparison.
   *[other] { $count } shipments more find no place: their cost is missing in this comparison.
}
scenario-by-day = Day by day
scenario-how = Made again the same with { $steps } steps a day, seed { $seed }, engine { $engine }. What each day was planned from is kept with the result.
scenario-period = Choose a period of a day to six months, its end after its beginning.
scenario-nothing-moved = Nothing was moved in this period: choose another.
scenario-not-yours = Choose another hub that you coordinate too.
scenario-same-day = Choose two different days.
scenario-each-hub = Each hub by itself
scenario-both-alone = Both, each by itself
scenario-prices = The vehicles, at the prices of the day of the rehearsal
scenario-per-km = Per km
scenario-per-hour = Per hour
