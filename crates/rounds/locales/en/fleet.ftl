fleet-title = Vehicles and drivers
fleet-hint = Any member can lend its vehicles to the rounds of the group. A plan counts with what they really cost.
fleet-none = No vehicle: add the first one.
fleet-save = Save
vehicle-new = Add a vehicle
vehicle-name = Vehicle
vehicle-home = Where it begins and ends its day
vehicle-kind-label = Kind
vehicle-fuel-label = Energy
vehicle-kind = { $kind ->
    [cargo_bike] cargo bike
    [car] car
    [van] van
   *[truck] truck
}
vehicle-fuel = { $fuel ->
    [muscle] muscle
    [electricity] electricity
    [diesel] diesel
    [petrol] petrol
   *[natural_gas] natural gas
}
fuel-unit = { $fuel ->
    [electricity] kWh
    [natural_gas] kg
    [muscle] units
   *[diesel] litres
}
vehicle-trait = { $need ->
    [fridge] fridge
    [freezer] freezer
    [tail_lift] tail lift
   *[pallet_truck] pallet truck
}
vehicle-holds = What it holds
vehicle-holds-hint = Crates of 60 × 40 cm, by compartment: what fits at the same time.
vehicle-crates = { $storage ->
    [dry] Dry crates
    [cold] Cold crates
   *[frozen] Frozen crates
}
vehicle-kilograms = Kilograms at most
vehicle-shift = When
shift-from = From
shift-to = To
shift-said = { $days }, from { $from } to { $to }
shift-every-day = every day
shift-from-to-day = { $first } to { $last }
vehicle-per-day = A day
vehicle-per-km = A km
vehicle-per-hour = An hour
vehicle-per-stop = A stop
vehicle-co2 = CO₂
grams-per-km = { $grams } g/km
co2-source = well to wheel; source: { $source }
vehicle-without-cost = without a cost: no plan may use it
vehicle-retired = gone from { $day }
vehicle-retired-on = No longer there from
vehicle-saved = The vehicle is saved.
vehicle-saved-cost-next = The vehicle is saved. Now say what it costs.
vehicle-home-elsewhere = This place is no member’s: choose one of the list.
vehicle-never-there = Tick at least one day, and an end after the beginning.
vehicle-holds-nothing = Give crates and kilograms: without them nothing fits in.
drivers-title = Who drives
drivers-none = Nobody drives yet.
driver-add = Add somebody
driver-person = Person, and for whom
driver-leaves = Drives no longer
driver-gone = drives no longer from { $day }
driver-saved = Noted: this person drives.
driver-left = Noted: this person drives no longer.
driver-no-mandate = This person has no mandate here: invite them first.
absences-title = Absences
absences-none = Everybody is there.
absence-add = Note an absence
absence-of = Vehicle or person
absence-first-day = First day
absence-last-day = Last day
absence-days = from { $first } to { $last }
absence-end = Take away
absence-saved = The absence is noted.
absence-ended = The absence is taken away.
absence-last-before-first = The last day comes before the first: correct one of the two.
cost-link = cost
cost-title = What it costs
cost-way = While it drives
cost-use = { $unit } in 100 km
cost-energy-price = Price without VAT, of one ({ $unit })
cost-wear = Wear a km: tyres, maintenance
cost-days = Each day, however far it goes
cost-purchase = Purchase without VAT
cost-resale = Resale
cost-years = Years of service
cost-days-per-year = Days out a year
cost-insurance = Insurance a year
cost-tax = Tax and inspection a year
cost-driver = Who drives
cost-wage = What an hour of work costs
cost-per-stop = Besides, a stop
cost-hint = The hour is what the employer pays, contributions included; a producer who drives counts their hours too.
cost-save = Save and reckon
cost-saved = The costs are saved: plans count with them.
cost-of-a-trip = What a trip costs
cost-km = km
cost-time = Time
cost-reckon = Reckon
cost-trip = { $km } km in { $time }:
cost-part = { $part ->
    [energy] Energy
    [wear] Wear
    [value] The day’s loss in value
    [insurance] The day’s insurance
    [tax] The day’s tax
   *[wage] Driving
}
cost-sum = In all
cost-not-yet = Fill in the costs first.
cost-prices = What plans count with
cost-gains-in-value = The resale is more than the purchase: look at both amounts again.
