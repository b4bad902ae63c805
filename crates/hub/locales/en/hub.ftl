welcome-title = The shared back office
welcome-lead = Producers and shops that sell together, with every euro in plain sight.
welcome-sign-in = Sign in
day-title = Today
day-next = To do now
day-nothing = Nothing is pressing: all is done.
day-open = Open cycles
day-none-open = No open cycle.
day-opens = The next cycle opens on { $when }.
day-closes = Closes on { $when }
day-over = over
day-hours-left = { $hours } h left
day-days-left = { $days } days left
day-ordered-so-far = Orders so far: { $shops } · lines: { $lines }
day-under-way = Under way
day-waiting = Who is waiting for money
day-worst-days = longest delay, in days
day-overdue = overdue to producers
day-producers-waiting = Producers paid late
day-shops-late = Shops paying late
day-days = { $days } d
day-you-owe = You owe
day-you-are-owed = You are owed
day-documents = Latest documents
day-document = { $kind ->
    [invoice] Invoice { $number }
    [credit_note] Credit note { $number }
    [statement] Statement { $number }
    [carrier_statement] Statement of rounds { $number }
   *[statement_correction] Correction { $number }
}
day-see-balances = See all balances
todo-receive = { $count ->
    [one] Receive goods from { $count } producer
   *[other] Receive goods from { $count } producers
}
todo-share = { $count ->
    [one] Share { $count } article in shortage
   *[other] Share { $count } articles in shortage
}
todo-prepare = { $count ->
    [one] Prepare for { $count } shop
   *[other] Prepare for { $count } shops
}
todo-deliver = { $count ->
    [one] Deliver to { $count } shop
   *[other] Deliver to { $count } shops
}
todo-invoice = { $count ->
    [one] Issue { $count } invoice
   *[other] Issue { $count } invoices
}
todo-state = { $count ->
    [one] Issue { $count } statement
   *[other] Issue { $count } statements
}
todo-pay = { $count ->
    [one] Pay { $count } producer, overdue: { $amount }
   *[other] Pay { $count } producers, overdue: { $amount }
}

cycles-title = Cycles
cycles-none = No cycle: plan the first one.
cycle-label = Cycle
cycle-named = Cycle { $number } { $name }
cycle-new = Plan a cycle
cycle-change = Change
cycle-planned = The cycle is planned: it will open at the set time.
cycle-changed = The cycle is changed.
cycle-name = Name (optional)
cycle-opens-at = Opens
cycle-closes-at = Closes
cycle-delivery-days = Delivery days
cycle-delivery-day = Delivery day { $number }
cycle-repeats = Repeats every week, starting with this one
cycle-without = Producers absent from this cycle
cycle-stage = Stage
stage = { $stage ->
    [planned] planned
    [open] open
    [closed] under way
   *[settled] settled
}
cycle-shortage-rule = In a shortage
shortage-rule = { $rule ->
    [proportional] in proportion to the orders
    [equal] in equal shares
    [first_come] first come, first served
   *[priority] by rank
}
cycle-references = articles on offer
cycle-producers = producers
cycle-shops = shops have ordered
cycle-lines = lines
cycle-steps = Steps of the cycle
cycle-orders-of = Shops: { $count }
cycle-open-now = Open now
cycle-close-now = Close now
cycle-opened = The cycle is open. Articles on offer: { $count }. Its prices and fees will no longer change.
cycle-closed-now = The cycle is closed and the producers’ orders are ready.
cycle-closes-before-opening = It would close before it opens: correct one of the two.
cycle-no-delivery-day = Give at least one delivery day.
cycle-delivers-before-closing = Delivery would come before closing: choose a later day.
cycle-already-open = This cycle is already open or closed: its times can no longer change.
cycle-not-open = This cycle is not open.
cycle-nothing-to-offer = Nothing to offer: no article of the member producers has a price.

orders-title = Orders
orders-none = No orders.
orders-silent = Shops that have not ordered ({ $count })
order-title = Order
order-now = Order
order-change = Change the order
order-summary = Summary
order-totals = Order totals
order-until = Until { $when }
order-delivered-on = delivery on { $day }
order-after-closing = The cycle is closed: every change needs a reason, which the shop will see.
order-closed = This cycle no longer takes orders.
order-not-offered = This article is not offered in this cycle.
order-not-by-steps = Order in multiples of { $step }, 10,000 at most.
order-sold-out = None is left: another shop has just taken the last.
order-only-left = Only { $left } left: reduce the quantity.
order-reason-missing = Give the reason for the change: it will be kept in the order’s history.
order-already-received = The goods have already been received: correct this in preparation instead.
order-not-a-delivery-day = There is no delivery on that day: choose a day from the list.
order-negative = A quantity cannot be negative.
order-not-a-number = This is not a quantity: write for example 3 or 1.5.
order-search = Search for an article, a producer, an origin
order-all-producers = all
order-any = any
order-show = Show
order-everything = everything
order-favourites = favourites
order-ordered = my order
order-favourite = Favourite
order-found = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
order-nothing-found = Nothing matches. Search for a shorter word, or lift a filter.
order-quantity-of = Quantity of { $item }
order-left = { $left } left
order-second-choice = second choice accepted
order-takes-second-choice = second choice accepted
order-allergens = Contains:
order-producer-gets = producer { $price } / { $unit }
order-vat = VAT { $rate }
order-deposit = deposit { $deposit }
order-save = Save these quantities
order-saved = The order is saved.
order-repeat = Repeat the last order
order-repeated = Lines repeated from the last order, as far as stock allows: { $count }.
order-lines = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
order-pages = Pages
order-previous = previous
order-next = next
order-page-of = { $page } / { $pages }
order-weights-hint = Weighed goods are estimated: the invoice will follow the actual weight.
order-wishes = Delivery
order-delivery-day = Delivery day
order-note = Remark for the warehouse
order-is-empty = The order is empty.
order-trail = History of changes ({ $count })
order-changed-at = Changed on
order-before = Before
order-after = After
order-by = By
order-reason = Reason
total-goods = Goods
total-fees = Fees
total-vat-alone = VAT
total-deposits = Deposits
total-all = Total

supply-title = Producers’ orders
supply-hint = One order per producer, all shops together.
supply-own-hint = What the shops together ask of you.
supply-none = Nothing was ordered.
supply-number = No.
supply-order-title = Order { $number }
supply-cycle = Cycle
supply-made-at = Drawn up on
supply-wanted-by = Expected on
supply-revision = Revision
supply-replaces = This order replaces the previous one: shops have changed their minds.
supply-expected-total = Expected total, excl. VAT
supply-lots-please = Please put the lot number and the date on every crate.
supply-state = Sending
supply-is-sent = sent
supply-not-sent = to send
supply-changed = changed since
supply-send = Send again
supply-sent = The order is sent.
letter-supply-subject = { $order } from { $hub }
letter-supply =
    Hello { $name },

    Here is this week’s order (articles: { $count }), expected on { $day }. It is attached as PDF and CSV.

    Please put the lot number and the date on every crate.

    { $hub }
line-code = Code
line-article = Article
line-ordered = Ordered
line-unit = Unit
line-pay-unit = Unit paid
line-expected-measure = Expected weight
line-measure = Weight or measure
line-price = Price
line-amount = Amount
line-quantity = Quantity
line-delivered = Delivered
line-prepared = Prepared
line-container = Container
sheet-page = Page {"{n}"} / {"{total}"}
sheet-continued = continued

reception-title = Reception
reception-hint = Everything is filled in as ordered: correct what differs, weigh, note the lots.
reception-again = Already received on { $when }. Saving again replaces the earlier reception.
reception-ordered = ordered: { $quantity }
reception-quantity = Received ({ $unit })
reception-measure = Weight ({ $unit })
reception-extra-measure = Weight, if the article is weighed
reception-second-lot = Another lot of the same article
reception-other = An article that was not ordered
reception-no-other = none
reception-note = Remark
reception-save = Save the reception
reception-saved = The reception is saved.
reception-lines = Articles: { $count }
reception-done-at = received at { $time }
reception-expected = expected
reception-not-now = The cycle is not closed yet, or it is already settled.
reception-not-expected = Nothing was ordered from this producer.
reception-already-invoiced = The invoices are issued: correct with a credit note.
shortages-title = Shortages
shortages-none = Nothing is short.
shortages-see = See the shares
shortages-rule = Shared { $rule }, as the agreement says. Nothing has been applied yet.
shortage-came = Received { $received } of { $ordered } ordered
shortage-gets = Receives
shortage-part = Part served
shortage-substitutes = As second choice:
shortages-share = { $count ->
    [one] Share this article like this
   *[other] Share these { $count } articles like this
}
shortages-shared = Articles shared: { $count }.
reason = { $reason ->
    [short] shortage
    [second_choice] second choice
    [weighed] actual weight
    [damaged] damaged
    [missing] missing
    [refused] refused on delivery
   *[other] other
}
reason-stands-for = in place of { $item }

preparation-title = Preparation
preparation-hint = Lists per shop, labels, delivery notes.
preparation-ready = Lines ready
preparation-waiting = to prepare
preparation-nothing = Nothing has been shared out for this shop yet.
preparation-reason = Reason
preparation-remark = Remark
preparation-reason-missing = Give a reason wherever the quantity prepared differs from the shop’s share.
preparation-save = Prepared
preparation-saved = The preparation is saved.
prepared-at = prepared at { $time }
delivered-at = delivered on { $when }
labels-title = Labels
delivery-title = Delivery
delivery-note = Delivery note
delivery-note-title = Delivery note { $number }
delivery-note-draft = Delivery note (to be delivered)
delivery-hand-over = Hand over
delivery-taken-by = Received by
delivery-remark = Remark
delivery-crates-hint = The containers of articles with a deposit are counted by themselves: add the others, and what comes back.
delivery-sent-back = The shop refuses a part
delivery-refused = Refused
delivery-confirm = Confirm the handover
delivery-saved = The delivery is saved.
delivery-already = This shop has already been delivered to.
delivery-more-than-prepared = No more can be refused than is delivered.
delivery-signed-by-hub = For the warehouse
delivery-signed-by-shop = For the shop

settlement-title = Settlement
settlement-hint = Invoices to shops, statements to producers.
settlement-invoices = Invoices issued: { $count }
settlement-statements = Statements issued: { $count }
settlement-see = see
settlement-settled = The cycle was settled on { $when }.
settlement-issuing-invoices = Issuing the invoices
settlement-issuing-statements = Issuing the statements
settlement-not-closed = The cycle is not closed yet.
settlement-not-received = Producers with no reception yet: { $count }. If one does not come, save an empty reception.
settlement-not-shared = Articles in shortage not shared yet: { $count }.
settlement-not-invoiced = Shops not invoiced yet: { $count }. The statements come after that.
invoice-subject = Delivered on { $day }, cycle { $number } { $name }
statement-subject = Cycle { $number } { $name }
statement-agreed-price = price agreed with the shop
statement-regime = { $regime ->
    [exempt] Small enterprise under the VAT exemption regime: VAT not applicable.
   *[farm] Farmers’ flat rate: the compensation is added to the price.
}
container-out = { $name } – sent out
container-back = { $name } – returned
container-came = { $name } – brought in
container-went = { $name } – taken back

lots-title = Lots
lots-search = Lot number, article or producer
lots-hint = One search is enough: where the lot came from, and who has received it.
lots-none = No lot matches.
lots-recall = Recall list
lot-number = Lot
lot-best-before = Best before
lot-producer = Producer
lot-received-at = Received on
lot-shop = Shop
lot-town = Town
lot-phone = Telephone
lot-email = E-mail
lot-certainty = Certainty
lot-certain = certain
lot-possible = possible
lot-went-to = { $count ->
    [one] { $count } shop received it
   *[other] { $count } shops received it
}
lot-may-have-gone-to = Shops that may have received it: { $count } · lots that came together: { $lots }

crates-title = Crates and deposits
crates-hint = Crates, jars and bottles are counted like money: everyone sees what they hold.
crates-none = No container with a deposit.
crates-out = Sent out
crates-back = Returned
crates-came = Brought in
crates-went = Taken back
crates-out-now = { $count } in circulation
crates-holders = Who has them?
crates-new = New container
crates-name = Name
crates-deposit = Deposit
crates-saved = The container is saved.

euro-title = The euro, opened
euro-hint = How each euro that a shop pays is divided, according to the books.
euro-year = Year
euro-all-shops = all
euro-open = Open
euro-empty = Nothing has been invoiced here yet.
euro-goes-to = Goes to
euro-of-one = Of one euro
euro-products = By article
euro-paid = Paid, incl. VAT
euro-picture = A one-euro coin cut up by what it pays for: { $subject }
component = { $component ->
    [producer] the producers
    [transport] transport
    [packing] packing
    [hub] the hub
    [vat] VAT
   *[deposit] deposits
}
cycle-plan-next = Plan a cycle based on this one
cycle-skip = Skip this week
cycle-skipped = The cycle is postponed by a week.
cycle-cancel = Cancel this cycle
cycle-cancel-hint = Nothing follows a cancelled cycle. For a holiday, skip this week instead.
cycle-cancelled = The cycle is cancelled.
order-has-left = This shop is not a member of the coalition today, so it cannot order.
order-twice = One reference is there twice: put its quantity on a single line.
line-invoiced = Invoiced

euro-period = Cycle or year
euro-search = Search for an article
euro-rounds = The rounds really cost { $cost }; shops paid { $paid } for transport. { $standing ->
    [left] { $apart } is left.
    [short] { $apart } is short.
   *[even] It comes out even.
}
euro-some-products = The { $shown } articles most paid for, out of { $found }; search for the others by name.
euro-not-found = No invoiced article contains “{ $search }”.
day-agreed = { $days ->
    [one] Agreed: producers are paid within { $days } day.
   *[other] Agreed: producers are paid within { $days } days.
}
reception-already-delivered = Shops have their goods already: what differs is credited on the invoice.
reception-unknown-container = One of these containers belongs neither to the hub nor to this producer.
shortages-changed = Something has changed meanwhile: this is how it would be shared now. Nothing is applied yet.
settlement-finish = Settle the cycle
delivery-not-complete = { $articles } articles of this shop are still to be received or shared: a shop signs once, for everything.

reception-not-offered = The sale does not offer this reference of this producer.
reception-not-weighed = These goods are paid by weight: say how much (“measure”).
