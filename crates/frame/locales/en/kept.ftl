kept-title = What we keep, and for how long
kept-hint = Each table of this instance, with what it keeps, of whom, why and until when. From your account you can take everything with you, and ask to be erased.
kept-to-account = To my account
kept-what = What
kept-of-whom = Of whom
kept-why = Why
kept-how-long = How long
kept-at-erasure = When the person is erased
kept-while-used = As long as it serves
kept-terms = The terms and their sources
kept-terms-hint = A term counts from 1 January after the date. It may change with the law: each holds for what dates from after its beginning.
archive-hint = The CSV files open in a spreadsheet, the JSON files are for programs; they say the same. Amounts are in euros, quantities in the unit of the article, times in the JSON files in universal time. In “transfer” and “fee” the column “amount” counts cents, or pieces, or thousandths of a unit, as the account or the basis tells.
archive-hint-person = Of other persons there is nothing: where their identifier would stand, the cell is empty. Neither are there passwords, links or their digests.
archive-hint-organisation = It holds what can be seen here under the mandate that asked for it, and nothing else. The documents are those that were issued: the column “frozen” says what their PDF shows.
archive-rows = Rows
kept-years-deleted = { $years } years, then deleted
kept-years-blanked = Stays with the books; free words and names are blanked after { $years } years
kept-term-since = for what dates from { $date } on, { $years } years
archive-title = All that Tresse keeps of { $of }
archive-made = Made on { $moment }.
kept-whose = { $whose ->
    [person] a person
    [organisation] an organisation
    [both] a person and an organisation
   *[nobody] nobody in particular
}
kept-basis = { $basis ->
    [contract] It is needed to serve you
    [law] The law asks for it
   *[interest] For safety, and to know who did what
}
kept-erased = { $erased ->
    [deleted] Deleted
    [blanked] Blanked; only the identifier stays
   *[stays] Stays, with an identifier that leads to nobody any more
}
kept-term = { $term ->
    [books] Books, invoices and what proves them:
    [lots] Tracing of lots:
   *[acts] Journal of acts:
}
kept-days = { $days ->
    [0] Deleted as soon as it has expired
    [1] Deleted after { $days } day
   *[other] Deleted after { $days } days
}
kept-table = { $table ->
    [provider_link] Accounts at a sign-in provider
    [ceremony] Ways in that were begun, under a digest
    [known_device] Devices that are known again, under a digest
    [reset_asked] New passwords that were asked for
    [passkey] Passkeys: their public half
    [recovery_code] Recovery codes, under a digest
    [feed] Calendar addresses, under a digest
    [webhook] Addresses that are told (webhooks)
    [webhook_message] Messages to these addresses, without personal data
    [seal] Seals of the log
    [seal_row] Hashes of the sealed rows
    [seal_letter] Days whose seal went to the auditors
    [lease] Which server does a common task
    [node] Servers that run
    [api_request] Requests of programs, with their answers
    [api_token] Tokens of programs, under a digest
    [account] Accounts of the ledger
    [allotment] What each shop got
    [arrangement] Prices and visibility agreed with a shop
    [attempt] Attempts to sign in, under a digest
    [cause] Operations of the ledger
    [claim] What is owed
    [coalition] Coalitions
    [container] Containers under deposit
    [counter] Numbers already given
    [cycle] Cycles
    [cycle_day] Delivery days
    [cycle_without] Producers left out of a cycle
    [delivery] Deliveries
    [delivery_container] Containers delivered and given back
    [document] Invoices, statements and credit notes
    [document_line] Lines of these documents
    [erasure] Erasures asked for and done
    [favourite] A shop’s favourite articles
    [fee] Agreed fees
    [guard] Stocks that are left
    [import_draft] Catalogue files being looked at
    [journal] Journal of acts
    [letter] Letters written by the application
    [letter_file] Files of these letters
    [mandate] Mandates and deputies
    [membership] Memberships
    [offer] What a cycle offers
    [offer_arrangement] A shop’s own prices in a cycle
    [opening_window] Opening hours
    [order_change] Changes to orders
    [order_line] Lines of orders
    [organisation] Organisations
    [payment] Payments
    [person] Persons: name, e-mail address, phone, language
    [picture] Pictures of articles
    [preparation] Preparations
    [reception] Receptions
    [reception_container] Containers that came and went
    [reception_lot] Lots received
    [reference] References of the catalogue
    [reference_version] What each reference says
    [session] Signed-in devices
    [settlement] Payments set against debts
    [shop_order] Shops’ orders
    [shortage] Shortages that were shared
    [single_use_link] Single-use links, under a digest
    [site] Sites
    [supply_line] Lines of the orders to producers
    [supply_order] Orders to producers
    [task] Work that goes on or has ended
    [terms] Agreed terms
    [transfer] Entries of the ledger
    [shipment] What must be moved
    [vehicle] Vehicles of members
    [vehicle_cost] What vehicles cost
    [driver] Who drives
    [absence] Absences of vehicles and drivers
    [plan] Plans of rounds
    [plan_learnt] Minutes learnt, by plan
    [plan_lock] Shipments tied to a vehicle
    [plan_vehicle] Vehicles and drivers of a plan
    [round] Published rounds
    [halt] Halts of rounds
    [halt_item] What is done at each halt
    [transport_terms] How rounds are paid
    [round_cost] Rounds in the books
    [stated_round] Rounds, each on its statement
    [shipment_cost] What each shipment cost
    [road_act] What drivers did on the road
    [round_run] Rounds as they were driven
    [halt_run] Halts as they were made, with the signatures
    [halt_crate] Empty crates left and taken back
    [refusal] Refusals, with their photos
    [tracking] Links to follow a vehicle, as digests
    [scenario] Seasons under another rule
    [scenario_vehicle] Vehicles of a rehearsed season, at that day’s prices
    [scenario_day] Days of these seasons
   *[other] { $table }
}
