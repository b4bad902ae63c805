costs-title = Costs of rounds
costs-hint = What each round was to cost, what it cost by its kilometres and hours, and what the books keep of it.
costs-none = No round was published in the last two months.
costs-vehicle = Vehicle
costs-carrier = Whose vehicle it is
costs-planned = Planned
costs-real = Real
costs-booked = In the books
costs-owed = What is owed for rounds without a statement
costs-owed-hint = Booked rounds that no statement has yet. The statement is a self-billed invoice: it opens the payment on the carrier’s account, within the days agreed for producers.
costs-state = Make out the statement
costs-stated = Statement { $number } is made out: it waits for its payment on the carrier’s account.
costs-see-statement = See the statement
costs-amount = Amount
costs-round = Round { $round } of plan { $plan } of that day.
costs-fixed = For leaving
costs-distance = Kilometres
costs-time = Hours
costs-stops = Stops
costs-extra = Tolls and parking
costs-total = Total
costs-by-stop = By stop
costs-by-shipment = By shipment
costs-average = Average part
costs-marginal = Cost of its own
costs-marginal-hint = The average part divides the round among all; the cost of its own is what the round would save without that stop or shipment, the others staying in their order.
costs-from = From
costs-to = To
costs-crates = Crates
costs-in-the-books = In the books
costs-agreed = { $pays ->
    [nothing] The agreement of that day pays nothing: each member bears the rounds of its vehicles.
    [planned] The agreement of that day pays { $part } of the planned cost.
   *[real] The agreement of that day pays { $part } of the real cost.
}
costs-agreement = See the agreement
costs-is-booked = { $amount } is owed to { $carrier } for this round.
costs-book = Book { $amount } owed to { $carrier }
costs-booked-now = The round is in the books.
costs-still-out = The round is not back yet: its real cost is not known.
costs-nothing-agreed = The agreement does not say that this round is paid: nothing can be booked.
