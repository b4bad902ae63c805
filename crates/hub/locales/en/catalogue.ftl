save = Save
search-button = Search
done = done

catalogue-title = Catalogue
catalogue-hint = Each producer keeps its own catalogue; the coordinators can help.
catalogue-references = Articles
catalogue-search = Name or code
catalogue-empty = No articles. Add one, or import a file.
export-as = Export:
reference-new = New article
reference-saved = The article is saved. The next cycles will offer it like this.
reference-name = Name, as shops read it
reference-code = Code
reference-family = Family
reference-choose-family = Choose a family
reference-units = Units
reference-order-unit = Ordered by
reference-pay-unit = Paid by
reference-measure-per-unit = Average content of one unit ordered
reference-step = Ordered in multiples of
reference-units-hint = A 2.4 kg cheese is ordered by the piece and paid by the kilo: its average content is then 2.4.
reference-content = Net content (for information)
reference-content-unit = Unit of the net content
reference-price = Producer’s price, excl. VAT
reference-no-price = no price
reference-vat = VAT
reference-storage = Storage
reference-origin = Origin
reference-certificates = Certifications
reference-other-certificates = Other certifications, separated by commas
reference-allergens = Allergens
reference-container = Container with deposit
reference-containers = Containers per unit
reference-no-container = none
reference-stock = Stock
reference-cycle-stock = Quantity per cycle
reference-second-choice = Second choice
reference-no-second-choice = none
reference-description = Description
reference-picture = Photo
reference-choose-picture = Photo (JPEG, PNG or WebP)
reference-send-picture = Send the photo
reference-withdraw-title = Offer or withdraw
reference-withdraw = Withdraw from the next cycles
reference-offer-again = Offer again
reference-withdrawn = withdrawn
reference-code-taken = The code { $code } already belongs to another article of this producer: choose another one.
reference-own-second-choice = An article is not its own second choice.
reference-unknown-second-choice = No article has the code { $code }: check the second choice.
reference-not-a-picture = This file is not a readable photo, or it is too large: send a JPEG, PNG or WebP of at most six million pixels.
storage = { $storage ->
    [dry] dry
    [cold] cold
   *[frozen] frozen
}
stock-mode = { $mode ->
    [on_demand] on demand
    [on_hand] in stock
   *[per_cycle] per cycle
}
stock-title = Stock
stock-hint = What is left to promise, on top of what is already promised to shops.
stock-counted = Quantity counted
stock-count = Enter
stock-below-promised = This is less than what is already promised to shops.
stock-not-counted = This article has no stock to count: choose “in stock” first.
arrangements-title = Agreements with a shop
arrangements-hint = An agreed price, or an article kept for others. Empty and not ticked: no agreement any more.
arrangement-shop = Shop
arrangement-price = Agreed price, excl. VAT
arrangement-hide = Do not offer to this shop
arrangement-hidden = not offered
arrangement-agree = Agree
flaw-name-missing = Give the article a name.
flaw-unknown-family = Choose a family from the list.
flaw-measure-of-same-unit = When ordered and paid in the same unit, the average content is 1.
flaw-measure-not-positive = The average content is more than zero.
flaw-step-not-positive = The order multiple is more than zero.
flaw-price-too-high = This price is over €10,000: check the decimal point.
certificate = { $certificate ->
    [organic] organic
    [demeter] Demeter
    [nature_progres] Nature & Progrès
    [differentiated_quality] differentiated quality
    [fair_producer] fair producer price
   *[protected_origin] PDO / PGI
}
allergen = { $allergen ->
    [gluten] gluten
    [crustaceans] crustaceans
    [eggs] eggs
    [fish] fish
    [peanuts] peanuts
    [soy] soya
    [milk] milk
    [nuts] nuts
    [celery] celery
    [mustard] mustard
    [sesame] sesame
    [sulphites] sulphites
    [lupin] lupin
   *[molluscs] molluscs
}

import-title = Import a file
import-hint = A CSV or XLSX table, or a DFC catalogue (JSON-LD). You will see everything before anything is saved.
import-file = File
import-look = See what it contains
import-preview = Import preview
import-no-file = Choose a file first.
import-empty = This file contains no articles.
import-faulty = To correct: { $count }. Nothing has been saved. Correct the file, or how its columns are read.
import-faults = { $count ->
    [one] { $count } point to correct before importing:
   *[other] { $count } points to correct before importing:
}
import-notes = Reading notes ({ $count })
import-note = { $product }: { $remark }
import-count = { $change ->
    [new] { $count } to create
    [changed] { $count } to change
   *[same] { $count } unchanged
}
import-change = { $change ->
    [new] new
    [changed] changed
   *[same] unchanged
}
import-columns = Each column is read as
import-ignored = (ignored)
import-usual-family = Family for articles without one
import-no-usual-family = (none)
import-without-foreign-prices = Leave prices in foreign currency empty
import-read-again = Read again like this
import-take-in = Import the articles ({ $count })
import-done = Import finished. Articles created or changed: { $count }.
fault-on-line = Line { $line }: { $problem }
fault-in-cell = Line { $line }, column “{ $column }”, “{ $value }”: { $problem }
fault-of-article-on-line = Line { $line }, { $name }: { $problem }
fault-of-article = { $name }: { $problem }
problem-name-missing = the article has no name.
problem-same-code = the same code is on line { $line }.
problem-number = this is not an acceptable number; write for example 12.50.
problem-negative = a negative number makes no sense here.
problem-zero = zero makes no sense here.
problem-too-large = this number is too large.
problem-rate-as-fraction = write the rate as a percentage, for example 6.
problem-unknown-unit = this unit is not known; write for example piece, kg, bunch.
problem-content-form = write a net content such as 500 g or 6 x 75 cl.
problem-other-unit = this weight is not in the unit paid by.
problem-unknown-stock = write a quantity, or “on demand”.
problem-unknown-storage = write dry, cold or frozen.
problem-unknown-currency = write a currency as three letters, for example EUR.
problem-unknown-family = the family “{ $given }” is not known; take one from the thesaurus.
problem-family-missing = the family is missing; choose below the one for articles without a family.
problem-other-currency = the price is in { $currency } and this coalition counts in euros; give a price in euros or leave it empty.
problem-no-such-rate = the rate { $rate } does not exist in this producer’s country.
problem-unknown-allergen = the allergen “{ $given }” is not one of the fourteen to declare; check it.
problem-unknown-storage-given = the storage “{ $given }” is not known; write dry, cold or frozen.
problem-unknown-container = the container “{ $given }” does not exist; create it first under Crates and deposits.
file-not-json = The file is not valid JSON at line { $line }, column { $column }.
file-no-product = This DFC file contains no supplied product.
flaw-measure-too-large = The average content is over 100,000: check the decimal point and the units.
flaw-step-too-large = The order multiple is over 10,000: check the decimal point.
flaw-unit-too-dear = One unit ordered would cost more than €100,000: check the price and the average content.
stock-too-large = This quantity is over ten million: check the decimal point.
problem-twice-on-line = the same article is already on line { $line }; keep one of them, or give each its own code.
problem-twice = the same article already appears further up in the file; keep one of them, or give each its own code.
remark-name-missing = the product has no name and is left out.
remark-quantity-unknown = the net content is zero and is taken as unknown.
remark-unreadable = “{ $value }” ({ $property }) is not an acceptable number and is left out.
remark-rounded = “{ $value }” ({ $property }) is rounded.
remark-unknown-unit = the unit “{ $value }” is not known; the net content is left out.
remark-unknown-currency = the currency “{ $value }” is not known.
remark-other-prices = { $count ->
    [one] the file holds { $count } more price: the first is kept.
   *[other] the file holds { $count } more prices: the first is kept.
}
remark-disagreement = { $property }, which Tresse had added, no longer agrees with the rest and is left out.
reference-second-choice-other-unit = { $code } is not ordered in the same unit as { $of }: a second choice stands in unit for unit.
