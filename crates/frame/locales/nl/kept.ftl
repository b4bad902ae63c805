kept-title = Wat we bewaren, en hoe lang
kept-hint = Elke tabel van deze installatie: wat ze bewaart, over wie, waarom en tot wanneer. Vanuit uw account kunt u alles meenemen, en vragen om gewist te worden.
kept-to-account = Naar mijn account
kept-what = Wat
kept-of-whom = Over wie
kept-why = Waarom
kept-how-long = Hoe lang
kept-at-erasure = Als de persoon gewist wordt
kept-while-used = Zolang het dient
kept-terms = De termijnen en hun bronnen
kept-terms-hint = Een termijn loopt vanaf 1 januari na de datum. Hij kan met de wet veranderen: elke termijn geldt voor wat van na zijn begin dateert.
archive-hint = De CSV-bestanden openen in een rekenblad, de JSON-bestanden zijn voor programma’s; ze zeggen hetzelfde. Bedragen zijn in euro, hoeveelheden in de eenheid van het artikel, tijden in de JSON-bestanden in universele tijd. In ‘transfer’ en ‘fee’ telt de kolom ‘amount’ in cent, of in stuks, of in duizendsten van een eenheid, volgens de rekening of de grondslag.
archive-hint-person = Over andere personen staat er niets in: waar hun identificatie zou staan, is het vak leeg. Ook wachtwoorden, links en hun vingerafdrukken staan er niet in.
archive-hint-organisation = Erin staat wat men hier onder het vragende mandaat kan zien, en niets anders. De documenten zijn die welke uitgegeven werden: de kolom ‘frozen’ zegt wat hun PDF toont.
archive-rows = Rijen
kept-years-deleted = { $years } jaar, dan verwijderd
kept-years-blanked = Blijft bij de boeken; vrije woorden en namen worden na { $years } jaar leeggemaakt
kept-term-since = voor wat dateert vanaf { $date }, { $years } jaar
archive-title = Alles wat Tresse bewaart over { $of }
archive-made = Gemaakt op { $moment }.
kept-whose = { $whose ->
    [person] een persoon
    [organisation] een organisatie
    [both] een persoon en een organisatie
   *[nobody] niemand in het bijzonder
}
kept-basis = { $basis ->
    [contract] Nodig om u te dienen
    [law] De wet vraagt het
   *[interest] Voor de veiligheid, en om te weten wie wat deed
}
kept-erased = { $erased ->
    [deleted] Verwijderd
    [blanked] Leeggemaakt; enkel de identificatie blijft
   *[stays] Blijft, met een identificatie die naar niemand meer leidt
}
kept-term = { $term ->
    [books] Boeken, facturen en stukken:
    [lots] Traceerbaarheid van loten:
   *[acts] Logboek van handelingen:
}
kept-days = { $days ->
    [0] Verwijderd zodra het verlopen is
    [1] Verwijderd na { $days } dag
   *[other] Verwijderd na { $days } dagen
}
kept-table = { $table ->
    [provider_link] Accounts bij een aanmelddienst
    [ceremony] Begonnen aanmeldingen, als vingerafdruk
    [known_device] Herkende toestellen, als vingerafdruk
    [reset_asked] Gevraagde nieuwe wachtwoorden
    [passkey] Toegangssleutels: hun publieke helft
    [recovery_code] Herstelcodes, als vingerafdruk
    [feed] Agenda-adressen, als vingerafdruk
    [webhook] Verwittigde adressen (webhooks)
    [webhook_message] Berichten naar die adressen, zonder persoonsgegevens
    [seal] Zegels van het logboek
    [seal_row] Afdrukken van de verzegelde rijen
    [seal_letter] Dagen waarvan het zegel naar de revisoren ging
    [lease] Welke server een gezamenlijk werk doet
    [node] Servers die draaien
    [api_request] Verzoeken van programma’s, met hun antwoorden
    [api_token] Tokens van programma’s, als vingerafdruk
    [account] Rekeningen van het grootboek
    [allotment] Wat elke winkel kreeg
    [arrangement] Met een winkel afgesproken prijs en zichtbaarheid
    [attempt] Aanmeldpogingen, als vingerafdruk
    [cause] Verrichtingen van het grootboek
    [claim] Wat verschuldigd is
    [coalition] Samenwerkingen
    [container] Statiegeldverpakkingen
    [counter] Al gegeven nummers
    [cycle] Verkooprondes
    [cycle_day] Leverdagen
    [cycle_without] Producenten die een ronde overslaan
    [delivery] Leveringen
    [delivery_container] Geleverde en teruggegeven verpakkingen
    [document] Facturen, afrekeningen en creditnota’s
    [document_line] Regels van die documenten
    [erasure] Gevraagde en uitgevoerde wissingen
    [favourite] Favoriete artikelen van een winkel
    [fee] Afgesproken kosten
    [guard] Nog beschikbare voorraden
    [import_draft] Catalogusbestanden in onderzoek
    [journal] Logboek van handelingen
    [letter] Brieven die de toepassing schreef
    [letter_file] Bijlagen van die brieven
    [mandate] Mandaten en vervangingen
    [membership] Lidmaatschappen
    [offer] Wat een ronde aanbiedt
    [offer_arrangement] Eigen prijzen van een winkel in een ronde
    [opening_window] Openingsuren
    [order_change] Wijzigingen van bestellingen
    [order_line] Bestelregels
    [organisation] Organisaties
    [payment] Betalingen
    [person] Personen: naam, e-mailadres, telefoon, taal
    [picture] Beelden van artikelen
    [preparation] Voorbereidingen
    [reception] Ontvangsten
    [reception_container] Verpakkingen die kwamen en gingen
    [reception_lot] Ontvangen loten
    [reference] Referenties van de catalogus
    [reference_version] Wat elke referentie zegt
    [session] Aangemelde toestellen
    [settlement] Betalingen tegenover schulden
    [shop_order] Bestellingen van de winkels
    [shortage] Verdeelde tekorten
    [single_use_link] Eenmalige links, als vingerafdruk
    [site] Plaatsen
    [supply_line] Regels van de bestellingen bij producenten
    [supply_order] Bestellingen bij producenten
    [task] Lopende of afgewerkte taken
    [terms] Afgesproken regels
    [transfer] Boekingen van het grootboek
    [shipment] Wat vervoerd moet worden
    [vehicle] Voertuigen van leden
    [vehicle_cost] Wat voertuigen kosten
    [driver] Wie rijdt
    [absence] Afwezigheden van voertuigen en bestuurders
    [plan] Rondeplannen
    [plan_learnt] Geleerde minuten, per plan
    [plan_lock] Vervoer dat aan een voertuig vastzit
    [plan_vehicle] Voertuigen en bestuurders van een plan
    [round] Gepubliceerde rondes
    [halt] Haltes van rondes
    [halt_item] Wat bij elke halte gebeurt
    [transport_terms] Hoe rondes worden betaald
    [round_cost] Geboekte rondes
    [stated_round] Rondes, elk op haar staat
    [shipment_cost] Wat elke zending kostte
    [road_act] Wat bestuurders onderweg deden
    [round_run] Rondes zoals ze gereden zijn
    [halt_run] Haltes zoals ze gemaakt zijn, met de handtekeningen
    [halt_crate] Lege kratten gelaten en meegenomen
    [refusal] Weigeringen, met hun foto’s
    [tracking] Volglinks, als vingerafdruk
    [scenario] Seizoenen onder een andere regel
    [scenario_vehicle] Voertuigen van een overgedaan seizoen, tegen de prijzen van die dag
    [scenario_day] Dagen van die seizoenen
   *[other] { $table }
}
