archive-title = Gegevens meenemen
archive-hint = Een ZIP-bestand, gemaakt terwijl het downloadt: elke tabel als CSV voor een rekenblad en als JSON voor een programma, met een pagina uitleg. Een grote samenwerking duurt enkele minuten; de browser toont hoever hij is.
archive-button = Downloaden
archive-kept = Wat we bewaren, en hoe lang
archive-of-member = Alles over { $of }: fiche en plaatsen, catalogus en afgesproken prijzen, bestellingen, ontvangsten, leveringen, documenten, betalingen, rekeningen en verpakkingen.
archive-of-hub = Alles wat { $of } bewaart: leden, catalogi, rondes, bestellingen, ontvangsten, leveringen, documenten, betalingen, grootboek en logboek.
archive-of-books = Wat nodig is voor de boeken van { $of }: leden, rondes, bestellingen, ontvangsten, leveringen, documenten, betalingen en grootboek.
