webhooks-title = Webhooks
webhooks-hint = Here other programs hear of what happens in the coalition. A message says what happened and where to look, without names or amounts; it is signed (Standard Webhooks) and may arrive more than once, under the same identifier.
webhooks-none = No address listens.
webhook-title = Webhook
webhook-add = Add an address
webhook-address = Address
webhook-hears-of = What it hears of
webhook-kinds-hint = Nothing ticked: everything.
webhook-all-kinds = everything
webhook-kind = { $kind ->
    [cycle_opened] cycle opened
    [cycle_closed] cycle closed
    [cycle_settled] cycle settled
    [order_changed] order changed
    [reception_received] goods received
    [delivery_made] goods handed over
    [document_issued] document issued
    [payment_recorded] payment recorded
    [payment_reversed] payment reversed
   *[webhook_test] trial
}
webhook-secret = Secret
webhook-shown-once = Copy this secret now: it will not be shown again. It checks the signature of messages.
webhook-old-secret = The secret before is good until
webhook-made-at = Added on
webhook-is-paused = paused
webhook-is-failing = no longer answers
webhook-paused-since = Paused since { $moment }: messages wait, thirty days at most.
webhook-failing-since = Paused on { $moment }: the address did not answer for three days, or said that it is gone. Messages wait, thirty days at most.
webhook-test = Send a trial
webhook-pause = Pause
webhook-resume = Resume
webhook-replace-secret = Replace the secret
webhook-remove = Remove
webhook-paused = The address is paused: what happens waits for it.
webhook-resumed = The address listens again; what it missed leaves first.
webhook-removed = The address is removed.
webhook-test-written = The trial is written: it leaves within seconds. Reload the page to see the answer.
webhook-goes-again = The message leaves again within seconds, under the same identifier.
webhook-messages = Latest messages
webhook-no-messages = No messages.
webhook-what = What
webhook-when = When
webhook-answer = Answer
webhook-state = State
webhook-spent = in { $ms } ms
webhook-tries = { $count } tries
webhook-heard = received
webhook-waits = waits
webhook-next-try = next try on { $moment }
webhook-again = Send again
webhook-not-an-address = This is no address of the web: write for example https://books.example.org/tresse.
webhook-not-https = The address begins with https://. For a host of your own network, the administrator names it first (--inside).
webhook-holds-password = The address holds a name or a password: take them out, the signature is enough.
webhook-port = The port is 443, or 1024 and more.
webhook-inside = This host is not on the public internet. If it is of your network, the administrator names it first (--inside).
webhook-too-many = { $most } addresses listen already: remove one first.
letter-webhook-subject = Tresse: a webhook is paused
letter-webhook =
    Hello { $name },

    The address { $address } did not answer for three days, or said that it is gone. It is paused: what happens waits for it, thirty days at most.

    See what it answered, and resume once it is mended:
    { $link }
letter-webhook-button = See the webhook
