map-title = Kaart van de rondes
map-hint = Elke ronde heeft een letter en een lijn; elke halte de letter en haar nummer. De lijnen gaan van halte naar halte en volgen de wegen niet. Een vierkant: vertrek of terugkeer.
map-as-table = De kaart als tabel
map-mark = Halte
map-place = Plaats
map-time = Uur
