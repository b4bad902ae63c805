data-title = Data, and erasing them
archive-title = Take everything along
archive-hint-own = A ZIP file with all that is kept of you: your record, your mandates, your devices, the letters that you were sent, your acts. As CSV for a spreadsheet, as JSON for a program, with a page that explains it.
archive-hint = A ZIP file with all that is kept of the person: their record, mandates, devices, the letters written to them, their acts. As CSV for a spreadsheet, as JSON for a program, with a page that explains it.
archive-button = Download
archive-kept = What we keep, and for how long
erasure-title = Being erased
erasure-hint = Name, e-mail address, telephone, password, devices, links and letters disappear; mandates end. Documents and books stay as long as the law asks for it, with an identifier that leads to nobody any more. This cannot be undone.
erasure-ask = Ask to be erased
erasure-confirm-own = I want to be erased, and know that it cannot be undone.
erasure-button = Erase the person
erasure-unconfirmed = Tick the box to confirm: an erasure cannot be undone.
erasure-already = This person has been erased already.
erasure-asked = Your request has gone to the administration.
erasure-withdraw = Withdraw the request
erasure-withdrawn = The request is withdrawn.
erasure-done = The person is erased.
person-erased = erased person
letter-erasure-subject = Tresse: somebody asks to be erased
erasure-confirm = { $name } asked for it, and knows that it cannot be undone.
erasure-last-coordinator = Nobody would coordinate { $label } any more: give that mandate to somebody else first.
erasure-asked-on = Asked for on { $moment }.
erasure-erased = Erased on { $moment }.
letter-erasure =
    Hello { $name },

    Somebody asks to be erased. You have a month to answer:
    { $link }
