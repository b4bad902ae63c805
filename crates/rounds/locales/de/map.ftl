map-title = Karte der Touren
map-hint = Jede Tour hat einen Buchstaben und eine eigene Linie; jeder Halt den Buchstaben und seine Nummer. Die Linien gehen von Halt zu Halt und folgen nicht den Straßen. Ein Quadrat: Abfahrt oder Rückkehr.
map-as-table = Die Karte als Tabelle
map-mark = Halt
map-place = Ort
map-time = Uhrzeit
