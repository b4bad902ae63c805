save = Save
coalitions-title = Coalitions
coalitions-hint = A coalition brings organisations together around a common project. Its coordinator is invited when it is founded and then manages its members.
coalitions-none = No coalition: found the first one.
coalition-found = Found a coalition
coalition-found-hint = A cooperative that sells together: its enterprise invoices the shops and pays the producers.
coalition-founded = The coalition is founded and its coordinator is invited.
coalition-enterprise = The enterprise that invoices and pays
coalition-coordinator = The first coordinator
coalition-kind = { $kind ->
   *[hub] selling together
}
person-name = First name and surname
person-email = E-mail address
members-title = Members
members-on-side = { $side ->
    [producer] Producers
   *[shop] Shops
}
side = { $side ->
    [producer] producer
   *[shop] shop
}
member-admit = Admit a member
member-admitted = The member is admitted. Add its sites and invite the persons who act for it.
member-sides = On which side?
member-left = left
member-wrong-side = This member is not on that side: choose a role that fits it.
member-leaves-before-coming = The last day is before the first: correct one of the two.
member-change = Change the membership
member-changed = The membership is changed.
member-since = Member since
member-until = Last day
member-rank = rank { $rank } in a shortage
member-rank-label = Rank in a shortage
memberships-title = Membership
mandates-title = Who acts for this member
mandates-none-for-member = Nobody acts for this member yet: invite somebody.
member-invite = Give a mandate
member-invited = The mandate is given. The person receives a letter.
mandate-role = Role
mandate-first-day = First day
mandate-last-day = Last day
mandate-end = End
mandate-name-deputy = Name a deputy
mandate-deputy-set = The deputy is saved.
mandate-since = since { $date }
mandate-until = until { $date }
mandate-deputy = deputy: { $name }
mandate-without-deputy = no deputy
team-title = Team
team-hint = The mandates that the coalition gives for itself. A mandate without a deputy is a risk.

agreement-title = Agreement
agreement-saved = The agreement is updated.
agreement-prices = Each producer sets its own price. The fees below are added to it, visible to all; nothing else is added.
agreement-shortage = When goods run short, { $rule }
agreement-payment = Shops pay within { $shop } days of the invoice; producers are paid within { $producer } days of the statement.
agreement-cycle = A cycle applies the fees and rules in force on the day it opens.
shortage-rule = { $rule ->
    [proportional] in proportion to the orders
    [equal] in equal shares
    [first_come] first come, first served
   *[priority] by rank
}
shortage-rule-sentence = { $rule ->
    [proportional] each shop receives the same part of what it ordered.
    [equal] each shop receives the same quantity, up to what it ordered.
    [first_come] the first to have ordered is served first.
   *[priority] shops are served by rank, then by the time of their order.
}
fees-title = Fees
fees-none = No fees: shops pay the producers’ prices, VAT and deposits.
fee-new = Agree a fee
fee-agree = Agree
fee-end = End it
fee-kind-label = For
fee-amount = Amount
fee-basis-label = Calculated
fee-for = Applies to
fee-from = From
fee-family = Product family
fee-all-producers = all producers
fee-kind = { $kind ->
    [hub] the hub
    [transport] transport
   *[packing] packing
}
fee-basis = { $basis ->
    [percent] as a percentage of the goods
    [unit] per unit ordered
   *[order] per order
}
fee-order-for-goods = An amount per order applies to the whole order: leave the producer and the family empty.
fee-not-a-producer = This producer is not a member.
terms-new = Change the rules
terms-agree = Agree
terms-shortage-rule = In a shortage
terms-shop-days = Days for shops to pay
terms-producer-days = Days to pay the producers
terms-from = From
terms-none-on = No rules are in force yet on { $day }: set them in the agreement.
public-euro-title = The euro, in plain sight
public-euro-open = Anyone can see how each euro of a cycle is divided.
public-euro-closed = Only members see how each euro of a cycle is divided.
public-euro-close = Keep to members
public-euro-do-open = Open to the public
fee-too-high = A fee is at most 100% or €10,000: check the decimal point.
member-admitted-known = This organisation was known here already: its record is taken over as it is. Read it again before you invoice or pay.
mandate-send-link = Send a link
mandate-link-sent = A new link is sent to this person.
fee-all-families = all families
fee-unknown-family = There is no such product family: choose one from the list.
team-webhooks = Webhooks
team-tokens = Tokens of services
journal-title = Journal
journal-hint = The latest acts of the coalition, and the numbers that its members changed, wherever they did.
journal-sealed = Sealed until { $moment }: seal no. { $number }, hash { $hash }. Kept elsewhere, it can show that nothing from before was changed.
journal-none = Nothing has been done yet.
journal-when = When
journal-who = Who
journal-what = What
journal-old-number = before: …{ $end }
journal-act = { $act ->
    [calendar_revoke] removed the address of their calendar
    [calendar_share] made an address for their calendar
    [catalogue_import] imported a catalogue
    [coalition_found] founded the coalition
    [container_save] changed a deposit container
    [cycle_cancel] cancelled a cycle
    [cycle_change] changed a cycle
    [cycle_close] closed a cycle
    [cycle_open] opened a cycle
    [cycle_plan] planned a cycle
    [cycle_settle] settled a cycle
    [cycle_skip] skipped a cycle
    [vehicle_save] changed a vehicle
    [vehicle_cost] said what a vehicle costs
    [driver_save] changed who drives
    [driver_leave] noted that somebody drives no more
    [absence_add] noted an absence
    [absence_end] took an absence away
    [plan_search] looked for a plan of rounds
    [plan_move] moved a stop
    [plan_mend] mended a plan of rounds
    [plan_lock] tied a stop to a vehicle
    [plan_publish] published a plan of rounds
    [round_driver] named who drives a round
    [shipment_add] added a shipment
    [shipment_change] changed a shipment
    [shipment_cancel] cancelled a shipment
    [round_drive] noted an act on the road
    [round_track] made a link to follow a vehicle
    [round_book] booked a round
    [round_state] made out a statement of rounds
    [transport_agree] agreed how rounds are paid
    [scenario_rehearse] drove a season once more under another rule
    [delivery] handed over a shop’s goods
    [document_credit] issued a credit note
    [erasure_ask] asked to be erased
    [erasure_withdraw] withdrew the request to be erased
    [euro_public] opened or closed the public page of the euro
    [fee_agree] agreed on a fee
    [fee_end] ended a fee
    [hub_archive] took the coalition’s data along
    [link_send] sent a link to come in
    [mandate_deputy] named a deputy
    [mandate_end] ended a mandate
    [mandate_give] gave a mandate
    [member_admit] admitted a member
    [member_archive] took a member’s data along
    [member_change] changed a membership
    [order_change] changed an order
    [organisation_iban] changed a bank account
    [organisation_number] changed an enterprise number
    [organisation_save] saved a record
    [organisation_vat_number] changed a VAT number
    [password_change] changed their password
    [passkey_add] added a passkey
    [passkey_remove] removed a passkey
    [codes_make] made new recovery codes
    [codes_use] came in with a recovery code
    [sessions_end] signed out all their devices
    [provider_link] linked an account of another service
    [provider_unlink] unlinked an account of another service
    [payment_record] recorded a payment
    [payment_reverse] reversed a payment
    [person_archive] took a person’s data along, as they asked
    [person_erase] erased a person
    [preparation] prepared a shop’s goods
    [reception] received a producer’s goods
    [reference_arrange] agreed on a price or who sees it
    [reference_create] added a reference
    [reference_update] changed a reference
    [reference_withdraw] withdrew a reference
    [shortage_share] shared a shortage
    [site_save] saved a site
    [stock_count] counted a stock
    [terms_agree] changed the terms
    [token_make] made an access token
    [token_revoke] revoked an access token
    [webhook_add] added a webhook
    [webhook_pause] paused a webhook
    [webhook_remove] removed a webhook
    [webhook_resume] resumed a webhook
    [webhook_secret] replaced the secret of a webhook
   *[other] did something else ({ $code })
}

transport-new = Paying for rounds
transport-pays = The coalition pays whose vehicle it is
transport-pay = { $pays ->
    [nothing] nothing: each member bears the rounds of its vehicles
    [planned] the cost that the published plan says
   *[real] the real cost, by kilometres and hours
}
transport-part = Part that is paid, in %
transport-sentence = { $pays ->
    [nothing] Each member bears the rounds of its vehicles.
    [planned] The coalition pays { $part } of the planned cost of each round to whose vehicle it is.
   *[real] The coalition pays { $part } of the real cost of each round to whose vehicle it is.
}
