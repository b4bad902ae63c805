shipments-title = To be moved
shipments-hint = What leaves and what arrives: sales write it when they close, any member can add to it. A published round takes it along.
shipments-none = Nothing to be moved on these days.
shipments-add = Add a shipment
shipments-from-file = From a file
shipments-as-file = CSV file
shipments-earlier = Earlier
shipments-later = Later
shipments-days = From { $first } to { $last }
shipments-page = Days shown
shipment-change = Change the shipment
shipment-from = From
shipment-to = To
shipment-load = Load
shipment-state = Standing
shipment-needs = Needs
shipment-no-site = without a site
shipment-save = Save
shipment-saved = The shipment is saved.
shipments-saved = { $count } shipments added.
shipment-cancel = Do not move any more
shipment-cancelled = The shipment is cancelled.
shipment-ready-hint = Empty where any time of the day will do.
shipment-note-hint = What the driver has to know; no names of persons.
shipment-crates = { $kind }: { $count }
shipment-ready-from = ready from { $time }
shipment-due-by = by { $time }
shipment-origin = { $origin ->
    [collection] collection
    [delivery] delivery
    [crates_back] crates back
   *[by_hand] added
}
shipment-standing = { $standing ->
    [waiting] waits for a round
    [carried] in a round
    [moved] arrived
   *[cancelled] cancelled
}
shipment-need = { $need ->
    [fridge] fridge
    [freezer] freezer
    [tail_lift] tail lift
   *[pallet_truck] pallet truck
}
shipment-storage = { $storage ->
    [dry] dry
    [cold] cold
   *[frozen] frozen
}
shipments-column = { $column ->
    [from] From
    [to] To
    [first_day] First day
    [last_day] Last day
    [ready] Ready from
    [due] Due by
    [dry] Dry crates
    [cold] Cold crates
    [frozen] Frozen crates
    [kilograms] Kilograms
    [needs] Needs
   *[note] Note
}
shipment-nothing = There is nothing to be moved: give crates or kilograms.
shipment-nowhere-else = It begins where it ends: choose another place.
shipment-last-before-first = The last day comes before the first: correct one of the two.
shipment-due-before-ready = It is due before it is ready: correct one of the two times.
shipment-past = Its last day is over: give a day to come.
shipment-not-a-member = This place is no member’s: choose one of the list.
shipment-of-a-sale = This shipment follows from a sale: change the order, and it will follow.
shipment-too-late = This shipment has arrived or was cancelled: add another.
shipment-too-many = At most { $most } shipments at once: split them.
shipments-file-title = Shipments from a file
shipments-file-hint = A CSV or XLSX file, a row for each shipment, under these headers:
shipments-file-rule = A place is named by the organisation, or by the organisation and its site. One fault refuses the whole file, and each is told.
shipments-file = File
shipments-file-add = Add
shipments-no-file = Choose a file first.
shipments-column-missing = The column “{ $column }” is missing: add it.
shipments-file-empty = This file has no row under its headers: add some.
shipments-file-faulty = { $count ->
    [one] { $count } fault: nothing was added. Correct the file and send it again.
   *[other] { $count } faults: nothing was added. Correct the file and send it again.
}
shipments-fault-on-line = Line { $line }: { $problem }
shipments-fault-in-cell = Line { $line }, { $column }, “{ $value }”: { $problem }
shipments-place-unknown = no member has this name; write it as in the list of members.
shipments-place-several = several sites are called so; write the organisation and the site, such as “Halle Quai”.
shipments-not-a-day = this is no day; write it as 2026-12-01 or 01/12/2026.
shipments-not-a-time = this is no time of day; write it as 9:30.
shipments-not-a-count = this is no whole number from 0 to 100,000.
shipments-need-unknown = this need is not known; write fridge, freezer, tail lift or pallet truck, a comma between two.
