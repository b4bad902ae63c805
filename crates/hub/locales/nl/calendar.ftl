calendar-title = Agenda
calendar-hint = De data van uw mandaat: { $label }.
calendar-none = Geen data op komst.
calendar-opens = Bestellingen openen: { $cycle }
calendar-closes = Bestellingen sluiten: { $cycle }
calendar-delivery = Levering: { $cycle }
calendar-arrival = Goederen af te geven: { $cycle }
calendar-to-pay = Te betalen: { $document }
calendar-to-be-paid = Betaling verwacht: { $document }
calendar-producers-to-pay = { $count ->
    [one] { $count } producent te betalen
   *[other] { $count } producenten te betalen
}
calendar-carriers-to-pay = { $count ->
    [one] { $count } vervoerder te betalen
   *[other] { $count } vervoerders te betalen
}
calendar-shops-to-pay = { $count ->
    [one] { $count } winkel moet betalen
   *[other] { $count } winkels moeten betalen
}
calendar-on-a-phone = Op uw telefoon
calendar-offer = Maak een geheim adres: de agenda van uw telefoon of computer leest er deze data en houdt ze bij.
calendar-shown-once = Kopieer dit adres nu: het wordt niet meer getoond.
calendar-address = Adres van de agenda
calendar-add-here = Op dit toestel toevoegen
calendar-on-iphone = iPhone, iPad: Instellingen, Apps, Agenda, Accounts, Voeg account toe, Andere, Voeg agenda-abonnement toe.
calendar-on-android = Android met Google Agenda: op een computer, Andere agenda’s, Via URL; de data volgen op de telefoon.
calendar-on-desk = Thunderbird: Nieuwe agenda, Op het netwerk. Outlook: Agenda toevoegen, Abonneren via internet.
calendar-made = Er bestaat een adres sinds { $moment }.
calendar-make = Het adres maken
calendar-renew = Het adres vervangen
calendar-revoke = Het adres verwijderen
calendar-revoked = Het adres is verwijderd: geen agenda leest deze data nog.
calendar-secret = Wie het adres kent, leest deze data, zonder bedragen. Het geldt zolang uw mandaat duurt; vervang het als het uitgelekt is.
