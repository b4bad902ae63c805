save = Bewaren
coalitions-title = Samenwerkingsverbanden
coalitions-hint = Een samenwerkingsverband verenigt organisaties rond een gezamenlijk project. De coördinatie wordt bij de oprichting uitgenodigd en beheert daarna de leden.
coalitions-none = Nog geen samenwerkingsverband: richt het eerste op.
coalition-found = Samenwerkingsverband oprichten
coalition-found-hint = Een coöperatie die gezamenlijk verkoopt: haar onderneming factureert aan de winkels en betaalt de producenten.
coalition-founded = Het samenwerkingsverband is opgericht en de coördinatie is uitgenodigd.
coalition-enterprise = De onderneming die factureert en betaalt
coalition-coordinator = De eerste coördinator
coalition-kind = { $kind ->
   *[hub] gezamenlijke verkoop
}
person-name = Voornaam en naam
person-email = E-mailadres
members-title = Leden
members-on-side = { $side ->
    [producer] Producenten
   *[shop] Winkels
}
side = { $side ->
    [producer] producent
   *[shop] winkel
}
member-admit = Lid toelaten
member-admitted = Het lid is toegelaten. Voeg de locaties toe en nodig uit wie voor dit lid optreedt.
member-sides = Aan welke kant?
member-left = vertrokken
member-wrong-side = Dit lid staat niet aan die kant: kies een rol die erbij past.
member-leaves-before-coming = De laatste dag valt voor de eerste: verbeter een van beide.
member-change = Lidmaatschap wijzigen
member-changed = Het lidmaatschap is gewijzigd.
member-since = Lid sinds
member-until = Laatste dag
member-rank = rang { $rank } bij tekort
member-rank-label = Rang bij tekort
memberships-title = Lidmaatschap
mandates-title = Wie treedt op voor dit lid
mandates-none-for-member = Nog niemand treedt op voor dit lid: nodig iemand uit.
member-invite = Mandaat geven
member-invited = Het mandaat is gegeven. De persoon krijgt een brief.
mandate-role = Rol
mandate-first-day = Eerste dag
mandate-last-day = Laatste dag
mandate-end = Beëindigen
mandate-name-deputy = Plaatsvervanging aanduiden
mandate-deputy-set = De plaatsvervanging is bewaard.
mandate-since = sinds { $date }
mandate-until = tot en met { $date }
mandate-deputy = plaatsvervanging: { $name }
mandate-without-deputy = geen plaatsvervanging
team-title = Team
team-hint = De mandaten die het samenwerkingsverband voor zichzelf geeft. Een mandaat zonder plaatsvervanging is een risico.

agreement-title = Overeenkomst
agreement-saved = De overeenkomst is bijgewerkt.
agreement-prices = Elke producent bepaalt zijn prijs. De kosten hieronder komen erbij, zichtbaar voor iedereen; verder komt er niets bij.
agreement-shortage = Als er goederen tekort zijn, { $rule }
agreement-payment = De winkels betalen binnen { $shop } dagen na de factuur; de producenten worden betaald binnen { $producer } dagen na de afrekeningsstaat.
agreement-cycle = Een verkoopronde volgt de kosten en de regels die gelden op de dag dat ze opent.
shortage-rule = { $rule ->
    [proportional] naar verhouding van de bestellingen
    [equal] in gelijke delen
    [first_come] wie eerst komt, eerst maalt
   *[priority] naar rang
}
shortage-rule-sentence = { $rule ->
    [proportional] krijgt elke winkel hetzelfde deel van wat hij bestelde.
    [equal] krijgt elke winkel dezelfde hoeveelheid, nooit meer dan hij bestelde.
    [first_come] wordt wie eerst bestelde, eerst bediend.
   *[priority] worden de winkels bediend volgens hun rang, daarna volgens het uur van hun bestelling.
}
fees-title = Kosten
fees-none = Geen kosten: de winkels betalen de prijs van de producenten, de btw en de waarborg.
fee-new = Kosten afspreken
fee-agree = Afspreken
fee-end = Stopzetten
fee-kind-label = Voor
fee-amount = Bedrag
fee-basis-label = Berekend
fee-for = Op
fee-from = Vanaf
fee-family = Productfamilie
fee-all-producers = alle producenten
fee-kind = { $kind ->
    [hub] het samenwerkingsverband
    [transport] het transport
   *[packing] de verpakking
}
fee-basis = { $basis ->
    [percent] als percentage van de goederen
    [unit] per bestelde eenheid
   *[order] per bestelling
}
fee-order-for-goods = Een bedrag per bestelling geldt voor de hele bestelling: laat producent en familie leeg.
fee-not-a-producer = Deze producent is geen lid.
terms-new = Regels wijzigen
terms-agree = Afspreken
terms-shortage-rule = Bij tekort
terms-shop-days = Betaaltermijn van de winkels (dagen)
terms-producer-days = Betaaltermijn aan de producenten (dagen)
terms-from = Vanaf
terms-none-on = Op { $day } geldt nog geen enkele regel: spreek ze af in de overeenkomst.
public-euro-title = De euro, voor iedereen zichtbaar
public-euro-open = Iedereen kan zien hoe elke euro van een verkoopronde wordt verdeeld.
public-euro-closed = Alleen de leden zien hoe elke euro van een verkoopronde wordt verdeeld.
public-euro-close = Enkel voor leden
public-euro-do-open = Openbaar maken
fee-too-high = Kosten zijn hoogstens 100% of € 10.000: kijk de komma na.
member-admitted-known = Deze organisatie was hier al bekend: haar fiche is ongewijzigd overgenomen. Lees ze na voor u factureert of betaalt.
mandate-send-link = Link sturen
mandate-link-sent = Er is een nieuwe link naar deze persoon gestuurd.
fee-all-families = alle families
fee-unknown-family = Deze productfamilie bestaat niet: kies er een uit de lijst.
team-webhooks = Webhooks
team-tokens = Tokens van diensten
journal-title = Logboek
journal-hint = De laatste handelingen van het samenwerkingsverband, en de nummers die zijn leden waar dan ook gewijzigd hebben.
journal-sealed = Verzegeld tot { $moment }: zegel nr. { $number }, hash { $hash }. Elders bewaard kan ze aantonen dat niets van ervoor gewijzigd is.
journal-none = Er is nog niets gebeurd.
journal-when = Wanneer
journal-who = Wie
journal-what = Wat
journal-old-number = voorheen: …{ $end }
journal-act = { $act ->
    [calendar_revoke] heeft het adres van zijn of haar agenda verwijderd
    [calendar_share] heeft een adres voor zijn of haar agenda gemaakt
    [catalogue_import] heeft een catalogus ingelezen
    [coalition_found] heeft het samenwerkingsverband opgericht
    [container_save] heeft een emballage met statiegeld gewijzigd
    [cycle_cancel] heeft een verkoopronde geannuleerd
    [cycle_change] heeft een verkoopronde gewijzigd
    [cycle_close] heeft een verkoopronde gesloten
    [cycle_open] heeft een verkoopronde geopend
    [cycle_plan] heeft een verkoopronde gepland
    [cycle_settle] heeft een verkoopronde afgerekend
    [cycle_skip] heeft een verkoopronde overgeslagen
    [vehicle_save] heeft een voertuig gewijzigd
    [vehicle_cost] heeft gezegd wat een voertuig kost
    [driver_save] heeft gewijzigd wie rijdt
    [driver_leave] heeft genoteerd dat iemand niet meer rijdt
    [absence_add] heeft een afwezigheid genoteerd
    [absence_end] heeft een afwezigheid weggehaald
    [plan_search] heeft een rondeplan gezocht
    [plan_move] heeft een halte verplaatst
    [plan_mend] heeft een rondeplan aangepast
    [plan_lock] heeft een halte aan een voertuig vastgezet
    [plan_publish] heeft een rondeplan gepubliceerd
    [round_driver] heeft bepaald wie een ronde rijdt
    [shipment_add] heeft vervoer toegevoegd
    [shipment_change] heeft vervoer gewijzigd
    [shipment_cancel] heeft vervoer geannuleerd
    [round_drive] noteerde iets onderweg
    [round_track] maakte een volglink
    [round_book] boekte een ronde
    [round_state] heeft een rondestaat opgemaakt
    [transport_agree] sprak af hoe rondes worden betaald
    [scenario_rehearse] reed een seizoen over onder een andere regel
    [delivery] heeft de goederen van een winkel overhandigd
    [document_credit] heeft een creditnota opgemaakt
    [erasure_ask] heeft gevraagd om gewist te worden
    [erasure_withdraw] heeft de vraag om wissing ingetrokken
    [euro_public] heeft de openbare pagina van de euro geopend of gesloten
    [fee_agree] heeft een kost afgesproken
    [fee_end] heeft een kost beëindigd
    [hub_archive] heeft de gegevens van de samenwerking meegenomen
    [link_send] heeft een toegangslink gestuurd
    [mandate_deputy] heeft een vervanger aangewezen
    [mandate_end] heeft een mandaat beëindigd
    [mandate_give] heeft een mandaat gegeven
    [member_admit] heeft een lid toegelaten
    [member_archive] heeft de gegevens van een lid meegenomen
    [member_change] heeft een lidmaatschap gewijzigd
    [order_change] heeft een bestelling gewijzigd
    [organisation_iban] heeft een bankrekening gewijzigd
    [organisation_number] heeft een ondernemingsnummer gewijzigd
    [organisation_save] heeft een fiche opgeslagen
    [organisation_vat_number] heeft een btw-nummer gewijzigd
    [password_change] heeft het eigen wachtwoord gewijzigd
    [passkey_add] heeft een toegangssleutel toegevoegd
    [passkey_remove] heeft een toegangssleutel verwijderd
    [codes_make] heeft nieuwe herstelcodes gemaakt
    [codes_use] is met een herstelcode binnengekomen
    [sessions_end] heeft alle eigen toestellen afgemeld
    [provider_link] heeft een account van een andere dienst gekoppeld
    [provider_unlink] heeft een account van een andere dienst losgekoppeld
    [payment_record] heeft een betaling genoteerd
    [payment_reverse] heeft een betaling ongedaan gemaakt
    [person_archive] heeft op verzoek de gegevens van een persoon meegenomen
    [person_erase] heeft een persoon gewist
    [preparation] heeft de goederen van een winkel voorbereid
    [reception] heeft de goederen van een producent ontvangen
    [reference_arrange] heeft een prijs of zichtbaarheid afgesproken
    [reference_create] heeft een artikel toegevoegd
    [reference_update] heeft een artikel gewijzigd
    [reference_withdraw] heeft een artikel teruggetrokken
    [shortage_share] heeft een tekort verdeeld
    [site_save] heeft een plaats opgeslagen
    [stock_count] heeft een voorraad geteld
    [terms_agree] heeft de regels gewijzigd
    [token_make] heeft een toegangstoken gemaakt
    [token_revoke] heeft een toegangstoken ingetrokken
    [webhook_add] heeft een webhook toegevoegd
    [webhook_pause] heeft een webhook gepauzeerd
    [webhook_remove] heeft een webhook verwijderd
    [webhook_resume] heeft een webhook hervat
    [webhook_secret] heeft het geheim van een webhook vervangen
   *[other] heeft iets anders gedaan ({ $code })
}

transport-new = Rondes betalen
transport-pays = Het samenwerkingsverband betaalt aan de eigenaar van het voertuig
transport-pay = { $pays ->
    [nothing] niets: elk lid draagt de rondes van zijn voertuigen
    [planned] de geplande kosten van het gepubliceerde plan
   *[real] de werkelijke kosten, naar kilometers en uren
}
transport-part = Betaald deel, in %
transport-sentence = { $pays ->
    [nothing] Elk lid draagt de rondes van zijn voertuigen.
    [planned] Het samenwerkingsverband betaalt { $part } van de geplande kosten van elke ronde aan de eigenaar van het voertuig.
   *[real] Het samenwerkingsverband betaalt { $part } van de werkelijke kosten van elke ronde aan de eigenaar van het voertuig.
}
