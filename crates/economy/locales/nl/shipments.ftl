shipments-title = Te vervoeren
shipments-hint = Wat vertrekt en wat aankomt: verkopen schrijven het bij hun sluiting, elk lid kan eraan toevoegen. Een gepubliceerde ronde neemt het mee.
shipments-none = Niets te vervoeren op deze dagen.
shipments-add = Vervoer toevoegen
shipments-from-file = Uit een bestand
shipments-as-file = CSV-bestand
shipments-earlier = Eerder
shipments-later = Later
shipments-days = Van { $first } tot { $last }
shipments-page = Getoonde dagen
shipment-change = Vervoer wijzigen
shipment-from = Van
shipment-to = Naar
shipment-load = Lading
shipment-state = Stand
shipment-needs = Benodigdheden
shipment-no-site = zonder plaats
shipment-save = Opslaan
shipment-saved = Het vervoer is opgeslagen.
shipments-saved = { $count } vervoeren toegevoegd.
shipment-cancel = Niet meer vervoeren
shipment-cancelled = Het vervoer is geannuleerd.
shipment-ready-hint = Leeg als de hele dag past.
shipment-note-hint = Wat de bestuurder moet weten; geen namen van personen.
shipment-crates = { $kind }: { $count }
shipment-ready-from = klaar vanaf { $time }
shipment-due-by = ten laatste { $time }
shipment-origin = { $origin ->
    [collection] ophaling
    [delivery] levering
    [crates_back] kratten terug
   *[by_hand] toegevoegd
}
shipment-standing = { $standing ->
    [waiting] wacht op een ronde
    [carried] in een ronde
    [moved] aangekomen
   *[cancelled] geannuleerd
}
shipment-need = { $need ->
    [fridge] koeling
    [freezer] diepvries
    [tail_lift] laadklep
   *[pallet_truck] palletwagen
}
shipment-storage = { $storage ->
    [dry] droog
    [cold] koel
   *[frozen] diepvries
}
shipments-column = { $column ->
    [from] Van
    [to] Naar
    [first_day] Eerste dag
    [last_day] Tot en met
    [ready] Klaar vanaf
    [due] Ten laatste
    [dry] Droog
    [cold] Koel
    [frozen] Diepvries
    [kilograms] Kilogram
    [needs] Nodig
   *[note] Opmerking
}
shipment-nothing = Er is niets te vervoeren: geef kratten of kilo’s.
shipment-nowhere-else = Het begint waar het eindigt: kies een andere plaats.
shipment-last-before-first = De laatste dag komt vóór de eerste: verbeter een van beide.
shipment-due-before-ready = Het uiterste uur komt vóór het uur waarop het klaar is: verbeter een van beide.
shipment-past = De laatste dag is voorbij: geef een dag die nog komt.
shipment-not-a-member = Deze plaats is van geen enkel lid: kies er een uit de lijst.
shipment-of-a-sale = Dit vervoer komt uit een verkoop: wijzig de bestelling, het volgt.
shipment-too-late = Dit vervoer is aangekomen of geannuleerd: voeg een ander toe.
shipment-too-many = Ten hoogste { $most } vervoeren tegelijk: verdeel ze.
shipments-file-title = Vervoer uit een bestand
shipments-file-hint = Een CSV- of XLSX-bestand, een regel per vervoer, onder deze koppen:
shipments-file-rule = Een plaats heet naar de organisatie, of naar de organisatie en haar site. Eén fout weigert het hele bestand, en elke wordt gezegd.
shipments-file = Bestand
shipments-file-add = Toevoegen
shipments-no-file = Kies eerst een bestand.
shipments-column-missing = De kolom “{ $column }” ontbreekt: voeg ze toe.
shipments-file-empty = Dit bestand heeft geen regel onder zijn koppen: voeg er toe.
shipments-file-faulty = { $count ->
    [one] { $count } fout: niets is toegevoegd. Verbeter het bestand en stuur het opnieuw.
   *[other] { $count } fouten: niets is toegevoegd. Verbeter het bestand en stuur het opnieuw.
}
shipments-fault-on-line = Regel { $line }: { $problem }
shipments-fault-in-cell = Regel { $line }, { $column }, “{ $value }”: { $problem }
shipments-place-unknown = geen lid heeft deze naam; schrijf hem zoals in de ledenlijst.
shipments-place-several = meerdere plaatsen heten zo; schrijf de organisatie en de site, zoals “Halle Quai”.
shipments-not-a-day = dit is geen dag; schrijf hem als 2026-12-01 of 01/12/2026.
shipments-not-a-time = dit is geen uur; schrijf het als 9:30.
shipments-not-a-count = dit is geen geheel getal van 0 tot 100.000.
shipments-need-unknown = deze behoefte is niet bekend; schrijf koeling, diepvries, laadklep of palletwagen, met een komma ertussen.
