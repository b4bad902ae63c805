fleet-title = Voertuigen en bestuurders
fleet-hint = Elk lid kan zijn voertuigen voor de rondes van de groep inzetten. Een plan rekent met wat ze echt kosten.
fleet-none = Geen voertuig: voeg het eerste toe.
fleet-save = Opslaan
vehicle-new = Voertuig toevoegen
vehicle-name = Voertuig
vehicle-home = Waar het zijn dag begint en eindigt
vehicle-kind-label = Soort
vehicle-fuel-label = Energie
vehicle-kind = { $kind ->
    [cargo_bike] bakfiets
    [car] auto
    [van] bestelwagen
   *[truck] vrachtwagen
}
vehicle-fuel = { $fuel ->
    [muscle] spierkracht
    [electricity] elektriciteit
    [diesel] diesel
    [petrol] benzine
   *[natural_gas] aardgas
}
fuel-unit = { $fuel ->
    [electricity] kWh
    [natural_gas] kg
    [muscle] eenheden
   *[diesel] liter
}
vehicle-trait = { $need ->
    [fridge] koeling
    [freezer] diepvries
    [tail_lift] laadklep
   *[pallet_truck] palletwagen
}
vehicle-holds = Wat erin past
vehicle-holds-hint = Kratten van 60 × 40 cm, per vak: wat er tegelijk in past.
vehicle-crates = { $storage ->
    [dry] Droge kratten
    [cold] Koele kratten
   *[frozen] Diepvrieskratten
}
vehicle-kilograms = Ten hoogste kilo’s
vehicle-shift = Wanneer
shift-from = Van
shift-to = Tot
shift-said = { $days }, van { $from } tot { $to }
shift-every-day = elke dag
shift-from-to-day = { $first } tot { $last }
vehicle-per-day = Per dag
vehicle-per-km = Per km
vehicle-per-hour = Per uur
vehicle-per-stop = Per stop
vehicle-co2 = CO₂
grams-per-km = { $grams } g/km
co2-source = van bron tot wiel; bron: { $source }
vehicle-without-cost = zonder kost: geen plan kan het gebruiken
vehicle-retired = niet meer vanaf { $day }
vehicle-retired-on = Niet meer daar vanaf
vehicle-saved = Het voertuig is opgeslagen.
vehicle-saved-cost-next = Het voertuig is opgeslagen. Zeg nu wat het kost.
vehicle-home-elsewhere = Deze plaats is niet van een lid: kies er een uit de lijst.
vehicle-never-there = Vink minstens één dag aan, en een einde na het begin.
vehicle-holds-nothing = Geef kratten en kilo’s: zonder past er niets in.
drivers-title = Wie rijdt
drivers-none = Nog niemand rijdt.
driver-add = Iemand toevoegen
driver-person = Persoon en voor wie
driver-leaves = Rijdt niet meer
driver-gone = rijdt niet meer vanaf { $day }
driver-saved = Genoteerd: deze persoon rijdt.
driver-left = Genoteerd: deze persoon rijdt niet meer.
driver-no-mandate = Deze persoon heeft hier geen mandaat: nodig hem of haar eerst uit.
absences-title = Afwezigheden
absences-none = Iedereen is er.
absence-add = Een afwezigheid noteren
absence-of = Voertuig of persoon
absence-first-day = Eerste dag
absence-last-day = Laatste dag
absence-days = van { $first } tot { $last }
absence-end = Weghalen
absence-saved = De afwezigheid is genoteerd.
absence-ended = De afwezigheid is weggehaald.
absence-last-before-first = De laatste dag komt vóór de eerste: verbeter een van beide.
cost-link = kost
cost-title = Wat het kost
cost-way = Rijdend
cost-use = { $unit } per 100 km
cost-energy-price = Prijs zonder btw, per eenheid ({ $unit })
cost-wear = Slijtage per km: banden, onderhoud
cost-days = Elke dag, of het ver rijdt of niet
cost-purchase = Aankoop zonder btw
cost-resale = Wederverkoop
cost-years = Jaren dienst
cost-days-per-year = Ritdagen per jaar
cost-insurance = Verzekering per jaar
cost-tax = Belasting en keuring per jaar
cost-driver = Wie rijdt
cost-wage = Loonkost van een uur
cost-per-stop = Extra per stop
cost-hint = De loonkost is wat de werkgever betaalt, bijdragen inbegrepen; een producent die rijdt telt zijn uren ook.
cost-save = Opslaan en berekenen
cost-saved = De kosten zijn opgeslagen: plannen rekenen ermee.
cost-of-a-trip = Wat een rit kost
cost-km = km
cost-time = Duur
cost-reckon = Berekenen
cost-trip = { $km } km in { $time }:
cost-part = { $part ->
    [energy] Energie
    [wear] Slijtage
    [value] Waardeverlies van de dag
    [insurance] Verzekering van de dag
    [tax] Belasting van de dag
   *[wage] Rijden
}
cost-sum = In totaal
cost-not-yet = Vul eerst de kosten in.
cost-prices = Waarmee plannen rekenen
cost-gains-in-value = De wederverkoop is hoger dan de aankoop: kijk beide bedragen na.
