data-title = Mijn gegevens en hun wissing
archive-title = Alles meenemen
archive-hint-own = Een ZIP-bestand met alles wat over u bewaard wordt: uw fiche, uw mandaten, uw toestellen, de brieven die u kreeg, uw handelingen. Als CSV voor een rekenblad, als JSON voor een programma, met een pagina uitleg.
archive-hint = Een ZIP-bestand met alles wat over de persoon bewaard wordt: fiche, mandaten, toestellen, ontvangen brieven, handelingen. Als CSV voor een rekenblad, als JSON voor een programma, met een pagina uitleg.
archive-button = Downloaden
archive-kept = Wat we bewaren, en hoe lang
erasure-title = Gewist worden
erasure-hint = Naam, e-mailadres, telefoon, wachtwoord, toestellen, links en brieven verdwijnen; mandaten eindigen. Documenten en boeken blijven zolang de wet het vraagt, met een identificatie die naar niemand meer leidt. Dit kan niet ongedaan worden gemaakt.
erasure-ask = Vragen om gewist te worden
erasure-confirm-own = Ik wil gewist worden, en weet dat dit niet ongedaan kan worden gemaakt.
erasure-button = De persoon wissen
erasure-unconfirmed = Vink het vakje aan om te bevestigen: een wissing kan niet ongedaan worden gemaakt.
erasure-already = Deze persoon is al gewist.
erasure-asked = Uw vraag is doorgegeven aan het beheer.
erasure-withdraw = De vraag intrekken
erasure-withdrawn = De vraag is ingetrokken.
erasure-done = De persoon is gewist.
person-erased = gewiste persoon
letter-erasure-subject = Tresse: iemand vraagt om gewist te worden
erasure-confirm = { $name } heeft het gevraagd, en weet dat dit niet ongedaan kan worden gemaakt.
erasure-last-coordinator = Niemand zou { $label } nog coördineren: geef dat mandaat eerst aan iemand anders.
erasure-asked-on = Gevraagd op { $moment }.
erasure-erased = Gewist op { $moment }.
letter-erasure =
    Dag { $name },

    Iemand vraagt om gewist te worden. U hebt een maand om te antwoorden:
    { $link }
