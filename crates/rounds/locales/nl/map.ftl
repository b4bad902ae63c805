map-title = Kaart van de rondes
map-hint = Elke ronde heeft een letter en een lijn; elke halte de letter en haar nummer. Een vierkant: vertrek of terugkeer.
map-guess = Een dunne, rechte lijn gaat van halte naar halte: de weg is niet bekend.
map-as-table = De kaart als tabel
map-mark = Halte
map-place = Plaats
map-time = Uur
