map-title = Karte der Touren
map-hint = Jede Tour hat einen Buchstaben und eine eigene Linie; jeder Halt den Buchstaben und seine Nummer. Ein Quadrat: Abfahrt oder Rückkehr.
map-guess = Eine dünne, gerade Linie geht von Halt zu Halt: Die Straße ist nicht bekannt.
map-as-table = Die Karte als Tabelle
map-mark = Halt
map-place = Ort
map-time = Uhrzeit
