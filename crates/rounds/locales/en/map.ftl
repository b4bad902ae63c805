map-title = Map of the rounds
map-hint = Each round has a letter and a line of its own; each stop the letter and its number. A square: start or end.
map-guess = A thin, straight line goes from stop to stop: the road is not known.
map-as-table = The map as a table
map-mark = Stop
map-place = Place
map-time = Time
