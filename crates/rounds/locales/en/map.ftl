map-title = Map of the rounds
map-hint = Each round has a letter and a line of its own; each stop the letter and its number. Lines go from stop to stop and do not follow the roads. A square: start or end.
map-as-table = The map as a table
map-mark = Stop
map-place = Place
map-time = Time
