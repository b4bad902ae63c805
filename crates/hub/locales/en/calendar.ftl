calendar-title = Calendar
calendar-hint = The dates of your mandate: { $label }.
calendar-none = No dates to come.
calendar-opens = Orders open: { $cycle }
calendar-closes = Orders close: { $cycle }
calendar-delivery = Delivery: { $cycle }
calendar-arrival = Goods to bring: { $cycle }
calendar-to-pay = To pay: { $document }
calendar-to-be-paid = Payment expected: { $document }
calendar-producers-to-pay = { $count ->
    [one] { $count } producer to pay
   *[other] { $count } producers to pay
}
calendar-carriers-to-pay = { $count ->
    [one] { $count } carrier to pay
   *[other] { $count } carriers to pay
}
calendar-shops-to-pay = { $count ->
    [one] { $count } shop has to pay
   *[other] { $count } shops have to pay
}
calendar-on-a-phone = On your phone
calendar-offer = Make a secret address: the calendar of your phone or computer reads these dates there and keeps them up to date.
calendar-shown-once = Copy this address now: it will not be shown again.
calendar-address = Address of the calendar
calendar-add-here = Add to this device
calendar-on-iphone = iPhone, iPad: Settings, Apps, Calendar, Accounts, Add Account, Other, Add Subscribed Calendar.
calendar-on-android = Android with Google Calendar: on a computer, Other calendars, From URL; the dates follow on the phone.
calendar-on-desk = Thunderbird: New Calendar, On the Network. Outlook: Add calendar, Subscribe from web.
calendar-made = There has been an address since { $moment }.
calendar-make = Make the address
calendar-renew = Replace the address
calendar-revoke = Remove the address
calendar-revoked = The address is removed: no calendar reads these dates any more.
calendar-secret = Whoever knows the address reads these dates, without amounts. It is good as long as your mandate is; replace it if word of it got around.
