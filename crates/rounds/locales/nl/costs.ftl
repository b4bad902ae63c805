costs-title = Kosten van de rondes
costs-hint = Wat elke ronde moest kosten, wat ze naar kilometers en uren kostte, en wat de boeken ervan onthouden.
costs-none = Geen gepubliceerde ronde in de laatste twee maanden.
costs-vehicle = Voertuig
costs-carrier = Van wie het voertuig is
costs-planned = Gepland
costs-real = Werkelijk
costs-booked = In de boeken
costs-owed = Wat verschuldigd is voor rondes zonder staat
costs-owed-hint = Geboekte rondes die nog op geen staat staan. De staat is een factuur die de afnemer uitreikt: hij opent de betaling op de rekening van de vervoerder, binnen de termijn die voor producenten is afgesproken.
costs-state = De staat opmaken
costs-stated = Staat { $number } is opgemaakt: hij wacht op betaling op de rekening van de vervoerder.
costs-see-statement = De staat bekijken
costs-amount = Bedrag
costs-round = Ronde { $round } van plan { $plan } van die dag.
costs-fixed = Per rit
costs-distance = Kilometers
costs-time = Uren
costs-stops = Haltes
costs-extra = Tol en parkeren
costs-total = Totaal
costs-by-stop = Per halte
costs-by-shipment = Per zending
costs-average = Gemiddeld deel
costs-marginal = Eigen kosten
costs-marginal-hint = Het gemiddelde deel verdeelt de ronde over allen; de eigen kosten zijn wat de ronde zou besparen zonder die halte of zending, terwijl de andere in dezelfde volgorde blijven.
costs-from = Van
costs-to = Naar
costs-crates = Kratten
costs-in-the-books = In de boeken
costs-agreed = { $pays ->
    [nothing] De afspraak van die dag betaalt niets: elk lid draagt de rondes van zijn voertuigen.
    [planned] De afspraak van die dag betaalt { $part } van de geplande kosten.
   *[real] De afspraak van die dag betaalt { $part } van de werkelijke kosten.
}
costs-agreement = De afspraak bekijken
costs-is-booked = { $amount } is aan { $carrier } verschuldigd voor deze ronde.
costs-book = { $amount } verschuldigd aan { $carrier } boeken
costs-booked-now = De ronde staat in de boeken.
costs-still-out = De ronde is nog niet terug: de werkelijke kosten zijn niet bekend.
costs-nothing-agreed = De afspraak zegt niet dat deze ronde wordt betaald: er kan niets geboekt worden.
