sign-in-or = of
sign-in-passkey = Aanmelden met een toegangssleutel
sign-in-with-code = Ik heb een herstelcode
sign-in-busy = Veel mensen melden zich op dit ogenblik aan. Probeer het over enkele seconden opnieuw.
sign-in-too-late = Dat duurde te lang, of is al gebruikt. Begin opnieuw vanaf deze bladzijde.
sign-in-again-title = Bent u het echt?
sign-in-again-hint = U gaat wijzigen wie in uw account binnen kan, en een open sessie kan in andere handen zijn. Toon nog eens dat u het bent: u keert terug naar de pagina en hebt tien minuten.
sign-in-again-button = Ik ben het

account-ways-in = Hoe ik me aanmeld
passkeys-title = Toegangssleutels
passkeys-hint = Uw telefoon of computer herkent u aan uw vinger, uw gezicht of zijn code: geen wachtwoord meer om te onthouden of te laten stelen.
passkeys-need-https = Toegangssleutels vragen een https-adres: de administratie kan dat instellen.
passkeys-need-script = Een toegangssleutel toevoegen vraagt JavaScript en een recente browser.
passkey-name = Naam van het toestel
passkey-name-hint = Bijvoorbeeld “Mijn telefoon” of “Computer op kantoor”.
passkey-add = Een toegangssleutel toevoegen
passkey-added = De toegangssleutel is toegevoegd: hij volstaat om u aan te melden.
passkey-remove = Verwijderen
passkey-removed = De toegangssleutel is verwijderd. Wis hem ook op het toestel dat hem droeg.
passkey-since = toegevoegd op { $date }
passkey-used = gebruikt op { $moment }
passkey-unused = nog niet gebruikt
passkey-unanswered = Het toestel gaf geen toegangssleutel. Probeer opnieuw, of neem uw wachtwoord.
passkey-wrong = Deze toegangssleutel opent hier geen enkele account. Neem een andere, of uw wachtwoord.
passkey-known = Dit toestel heeft hier al een toegangssleutel.
passkey-too-many = U hebt al { $most } toegangssleutels: verwijder er eerst een.
password-none = U hebt geen wachtwoord. Om er een te krijgen, meldt u zich af en vraagt u een nieuw wachtwoord.

codes-title = Herstelcodes
codes-hint = Tien codes op papier, elk één keer geldig: om weer binnen te komen als het toestel verloren is of de e-mail onbereikbaar.
codes-none = U hebt er geen.
codes-left = { $left ->
    [one] Er is er nog { $left }.
   *[other] Er zijn er nog { $left }.
}
codes-make = Tien nieuwe codes maken
codes-once = Deze bladzijde wordt maar één keer getoond. Druk ze af of schrijf de codes over, en bewaar ze op een veilige plaats; de oude zijn niets meer waard.
codes-where = Waar u ze geeft
codes-made-on = Gemaakt op
codes-kept = Ik heb ze bewaard
recovery-title = Binnenkomen met een herstelcode
recovery-hint = Elke code is één keer geldig. Hij leidt naar de keuze van een nieuw wachtwoord, en al uw toestellen worden afgemeld.
recovery-code = Herstelcode
recovery-button = Doorgaan
recovery-wrong = Het e-mailadres en de code horen niet bij elkaar, of de code is al gebruikt.

sessions-end = Al mijn toestellen afmelden

entry-change = { $change ->
    [password] Het wachtwoord is gewijzigd.
    [passkey_added] Er is een toegangssleutel toegevoegd.
    [passkey_removed] Er is een toegangssleutel verwijderd.
    [codes_made] Er zijn nieuwe herstelcodes gemaakt; de oude zijn niets meer waard.
    [code_used] Er is een herstelcode gebruikt.
    [provider_linked] Er is een account van een andere dienst gekoppeld.
   *[provider_unlinked] Een account van een andere dienst is niet meer gekoppeld.
}
letter-change-subject = Tresse: uw manier van aanmelden is gewijzigd
letter-change =
    Dag { $name },

    { $change } Dat was op { $moment }.

    Was u het zelf, dan hoeft u niets te doen. Zo niet, kies dan meteen een nieuw wachtwoord; dat meldt al uw toestellen af:
    { $address }/reset
letter-device-subject = Tresse: aanmelding vanaf een nieuw toestel
letter-device =
    Dag { $name },

    Iemand heeft zich bij uw account aangemeld vanaf een toestel dat we niet kenden: { $agent }, op { $moment }.

    Was u het zelf, dan hoeft u niets te doen. Zo niet, kies dan meteen een nieuw wachtwoord; dat meldt al uw toestellen af:
    { $address }/reset

sign-in-provider = Aanmelden met { $name }
providers-title = Accounts van andere diensten
providers-hint = Een gekoppelde account laat u binnen zonder wachtwoord.
provider-since = gekoppeld op { $date }
provider-link = Mijn { $name }-account koppelen
provider-link-button = Koppelen
provider-link-hint = U gaat naar { $name } om te bevestigen dat de account van u is, en komt dan hier terug. Ga alleen verder als u het zelf vraagt.
provider-go = Verder bij { $name }
provider-stay = Niets koppelen
provider-unlink = Loskoppelen
provider-linked = De account is gekoppeld: u kunt zich ermee aanmelden.
provider-unlinked = De account is niet meer gekoppeld.
provider-unanswered = { $name } heeft niet geantwoord zoals het hoort. Probeer opnieuw, of meld u anders aan.
provider-declined = { $name } heeft niet bevestigd wie u bent. Probeer opnieuw, of meld u anders aan.
provider-not-linked = Deze { $name }-account is hier aan niemand gekoppeld. Meld u anders aan en koppel hem onder “Mijn account”.
provider-taken = Deze { $name }-account is al aan iemand gekoppeld, of u hebt al een andere gekoppeld.
