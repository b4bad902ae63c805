ledger-other-content = This form has already been recorded with different contents. Reload the page and start again.
ledger-short = There is not enough left.

documents-title = Documents
documents-all = all
documents-none = No documents.
document-kind = { $kind ->
    [invoice] invoices
    [credit_note] credit notes
    [statement] statements
    [carrier_statement] statements of rounds
   *[statement_correction] corrections of statements
}
document-title = { $kind ->
    [invoice] Invoice { $number }
    [credit_note] Credit note { $number }
    [statement] Statement { $number }
    [carrier_statement] Statement of rounds { $number }
   *[statement_correction] Correction of statement { $number }
}
document-number = Document
document-party = For
document-subject = Subject
document-issued-on = Date
document-due-on = Due
document-total = Total
line-article = Article
line-quantity = Quantity
line-price = Price
line-goods = Goods
line-fees = Fees
line-net = Excl. VAT
line-vat-rate = VAT
line-container = Container
line-deposit = Deposit
line-amount = Amount
sheet-containers = Deposits
sheet-page = Page {"{n}"} / {"{total}"}
sheet-continued = continued
component-producer = Producers
component-transport = Transport
component-packing = Packing
component-hub = Hub
total-net = Total excl. VAT
total-vat = VAT { $rate } on { $base }
total-deposit = Deposits (outside VAT)
total-to-pay = To pay
total-to-be-paid = You will be paid
total-credited = In your favour
payment-account = Account
payment-reference = Payment reference
payment-by = Paid no later than

credit-title = Credit
credit-hint = { $invoice } for { $shop }: enter what is to be credited. The invoice stays as it is; a credit note corrects it.
credit-left = Invoiced
credit-quantity = To credit
credit-reason = Reason, as it will appear on the credit note
credit-borne-by-label = Who bears it?
credit-borne-by = { $who ->
    [hub] the hub
   *[producer] the producer
}
credit-issue = Issue the credit note
credit-done = Credit note { $number } is issued.
credit-not-an-invoice = Only an invoice can be credited.
credit-too-much = Line { $line } no longer has that much to credit: reduce the quantity.
credit-nothing = Enter a quantity to credit on at least one line.
credit-subject = Corrects { $number }

balances-title = Balances
balances-producers = To pay to producers
balances-shops = Owed by shops
balances-who = Who
balances-owed = To receive
balances-owes = Owes
balances-since = Oldest due date
balances-days-late = Days late
balances-of-which-late = of which { $amount } overdue
balances-nobody-waits = No producer is waiting for money.
balances-nobody-owes = Nothing is owed.
balances-not-shown = not shown
lateness-worst = longest delay to a producer, in days
lateness-waiting = producers paid late today
lateness-overdue = overdue to producers
lateness-mean = average delay in days (statements paid in 90 days: { $count })
lateness-hint = Every member sees these figures: hidden delays put a cooperative in danger.
account-open = Open balance:
account-claims = What is owed and what settled it
account-still-open = Still open
account-settled = Settled on
account-payment = Payment
account-payments = Payments
account-no-payments = No payments.
account-days-late = { $days } d late
payment-title = Record a payment
payment-record = Record
payment-recorded = The payment is recorded.
payment-reversed = The payment is cancelled by a reversal.
payment-reverse = Reverse
payment-is-reversal = reversal
payment-was-reversed = reversed
payment-amount = Amount
payment-paid-on = Date of payment
payment-method-label = Method
payment-method = { $method ->
    [transfer] bank transfer
    [card] card
    [cash] cash
   *[other] other
}
payment-note = Reference or remark
payment-nothing = A payment is more than zero.
payment-in-the-future = A future payment cannot be recorded yet: give the date on which it took place.
payment-already-reversed = This payment is already reversed.

documents-kinds = By kind
documents-years = By year
documents-all-years = all years
documents-pages = Pages
documents-page = page { $page } of { $pages }
documents-newer = Newer
documents-older = Older
lateness-agreed = { $days ->
    [one] Agreed: a producer is paid within { $days } day of the statement.
   *[other] Agreed: a producer is paid within { $days } days of the statement.
}

transport-already-booked = This round is in the books already: nothing was changed.
block-vat = VAT { $number }
block-enterprise = Enterprise no. { $number }

line-round = Round
balances-carriers = Carriers to pay
carrier-line = Round { $number } of { $day }
carrier-subject = Rounds from { $first } to { $last }
carrier-self-billed = Self-billing: made out by { $hub } in the name and on behalf of { $carrier }.
carrier-regime = { $regime ->
    [exempt] Small enterprise under the VAT exemption regime: VAT not applicable.
   *[farm] The farmers’ flat rate does not hold for carrying the goods of others: if VAT is due on these rounds, agree on it with the hub.
}
carrier-nothing-to-state = Nothing that is booked waits for a statement of this carrier.
carrier-is-the-hub = The hub does not pay itself for its own rounds.
