ways-too-many = Er zijn { $sites } plaatsen, en hoogstens { $most } kunnen samen worden gepland: plan in delen.
ways-off-road = { $count ->
    [one] Binnen een kilometer van deze plaats loopt geen weg: { $sites }. Verbeter de coördinaten.
   *[other] Binnen een kilometer van { $count } plaatsen loopt geen weg: { $sites }. Verbeter hun coördinaten.
}
ways-no-way = Geen weg leidt van { $from } naar { $to }: verbeter de coördinaten van een van beide, of plan ze apart.
ways-no-way-and-others = Geen weg leidt van { $from } naar { $to }, en zo is het ook met { $others ->
    [one] { $others } ander paar plaatsen
   *[other] { $others } andere paren plaatsen
}: verbeter hun coördinaten, of plan die plaatsen apart.
ways-pasted-empty = De tabel is leeg: plak een rij getallen voor elke plaats.
ways-pasted-too-large = De tabel heeft meer dan { $most } plaatsen of meer dan 64 MB: plan in delen.
ways-pasted-rows = De tabel heeft { $rows } rijen voor { $sites } plaatsen: plak een rij voor elke plaats, in hun volgorde.
ways-pasted-columns = Rij { $row } ({ $site }) heeft { $cells } vakken voor { $sites } plaatsen: geef voor elke plaats een getal.
ways-pasted-hole = In rij { $row }, kolom { $column } (van { $from } naar { $to }) staat niets: vul het in, of schrijf x waar geen weg leidt.
ways-pasted-no-number = ‘{ $text }’ in rij { $row }, kolom { $column } (van { $from } naar { $to }) is geen getal van nul of meer: verbeter het.
ways-pasted-diagonal = Rij { $row } ({ $site }) heeft een ander getal dan 0 van de plaats naar zichzelf: staan de rijen in een andere volgorde?
ways-pasted-other = ‘{ $name }’ staat waar ‘{ $site }’ werd verwacht, op plaats { $row }: zet rijen en kolommen in de volgorde van de plaatsen.
ways-pasted-other-size = De tijden zijn van { $times } plaatsen en de afstanden van { $distances }: plak beide voor dezelfde plaatsen.
ways-server-silent = De routeserver { $server } antwoordt niet ({ $why }). Probeer opnieuw, of vraag wie de instantie beheert om een andere te noemen.
ways-server-refuses = De routeserver { $server } weigert: ‘{ $why }’.
ways-server-no-table = De routeserver { $server } antwoordde iets anders dan een tabel van tijden en afstanden: is het het juiste adres?
ways-by-road = Tijden en afstanden over de weg. { $attribution }
ways-by-server = Tijden en afstanden van de { $kind }-server { $server }, gevraagd op { $day }.
ways-by-hand = Tijden en afstanden met de hand ingevoerd op { $day }.
ways-by-estimate = Tijden en afstanden geschat, zonder de wegen te kennen: de rechte lijn, verlengd { $parts } (naar Boscoe, Henry en Zdeb, 2012). Kijk ritten na die een rivier of een dal kruisen.
ways-estimate-part = met { $longer } % tot { $until } km ({ $kmh } km/u)
ways-estimate-last-part = met { $longer } % daarboven ({ $kmh } km/u)
