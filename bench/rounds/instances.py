"""Published instances, and whether an answer to one keeps its rules. Written apart from the engine, and shares nothing with it.

Distances, also as times, are rounded as those who publish best known values do: Solomon and Gehring & Homberger ten times
the file's, down; Li & Lim a thousand times, to the nearest; CVRPLIB to the nearest whole; Sartori & Buriol are whole minutes.
"""

import math


class Instance:
    """Places are counted from the depot, 0; `scale` of what is reckoned with is one unit of the file."""

    def __init__(self, kind, scale, capacity, fleet, places, pairs, ways=None):
        self.kind, self.scale, self.capacity, self.fleet, self.pairs, self.ways = kind, scale, capacity, fleet, pairs, ways
        self.at = [place[0] for place in places]
        self.load = [place[1] for place in places]
        self.window = [(place[2] * scale, place[3] * scale) for place in places]
        self.service = [place[4] * scale for place in places]

    def __len__(self):
        return len(self.at)

    def far(self, a, b):
        """From one place to another as it is published."""
        if self.ways:
            return self.ways[a][b]
        whole = math.dist(self.at[a], self.at[b]) * self.scale
        return math.floor(whole if self.kind == "solomon" else whole + 0.5)

    def distance(self, routes):
        return sum(self.far(a, b) for a, b in legs(routes)) / self.scale

    def unrounded(self, routes):
        """The distance as those reckon it who count vehicles first."""
        if self.ways or self.kind == "cvrplib":
            return self.distance(routes)
        return sum(math.dist(self.at[a], self.at[b]) for a, b in legs(routes))

    def faults(self, routes):
        """What is wrong with an answer: nothing, or sentences."""
        found = []
        visits = [place for route in routes for place in route]
        unknown = {place for place in visits if place not in range(1, len(self))}
        if unknown:
            return [f"no such place: {sorted(unknown, key=str)[:3]}"]
        if len(set(visits)) < len(visits):
            found.append("a place is visited twice")
        if len(set(visits)) < len(self) - 1:
            found.append(f"{len(self) - 1 - len(set(visits))} places are not visited")
        if self.fleet and len(routes) > self.fleet:
            found.append(f"{len(routes)} vehicles of {self.fleet}")
        for number, route in enumerate(routes, 1):
            found += [f"route {number}: {fault}" for fault in self.faults_of(route)]
        return found

    def faults_of(self, route):
        if not route:
            yield "nothing is visited"
        # Without pairs, all that is brought is on board from the beginning.
        load = 0 if self.pairs else sum(self.load[place] for place in route)
        if load > self.capacity:
            yield f"{load} on board, of {self.capacity}"
        clock, before, aboard = self.window[0][0], 0, set()
        for place in [*route, 0]:
            clock = max(clock + self.service[before] + self.far(before, place), self.window[place][0])
            if clock > self.window[place][1]:
                yield f"late at {place} by {(clock - self.window[place][1]) / self.scale:g}"
            before = place
            if not self.pairs or place == 0:
                continue
            load += self.load[place]
            if not 0 <= load <= self.capacity:
                yield f"{load} on board at {place}, of {self.capacity}"
            if place in self.pairs:
                aboard.add(self.pairs[place])
            elif place in aboard:
                aboard.remove(place)
            else:
                yield f"{place} is visited before what it gets"
        if aboard:
            yield f"nothing is brought to {sorted(aboard)[:3]}"


def legs(routes):
    for route in routes:
        yield from zip([0, *route], [*route, 0])


def read(path):
    """An instance; of which kind it is shows its text."""
    text = path.read_text()
    if "NODE_COORD_SECTION" in text:
        return cvrplib(text)
    if "EDGES" in text:
        return sartori(text)
    return solomon(text) if "CUSTOMER" in text else li_lim(text)


def numbers(lines):
    """The lines that hold nothing but numbers."""
    for line in lines:
        try:
            found = [float(word) for word in line.split()]
        except ValueError:
            continue
        if found:
            yield [int(number) if number == int(number) else number for number in found]


def solomon(text):
    (fleet, capacity), *rows = numbers(text.splitlines()[1:])
    places = [((x, y), load, ready, due, service) for _, x, y, load, ready, due, service in rows]
    return Instance("solomon", 10, capacity, fleet, places, {})


def li_lim(text):
    (fleet, capacity, *_), *rows = numbers(text.splitlines())
    places = [((row[1], row[2]), *row[3:7]) for row in rows]
    pairs = {row[0]: row[8] for row in rows[1:] if row[7] == 0}
    return Instance("li-lim", 1000, capacity, fleet, places, pairs)


def sartori(text):
    head, rest = text.split("NODES")
    rows, ways = rest.split("EDGES")
    fields = dict(line.split(":", 1) for line in head.splitlines() if ":" in line)
    rows = list(numbers(rows.splitlines()))
    places = [((row[1], row[2]), *row[3:7]) for row in rows]
    pairs = {row[0]: row[8] for row in rows[1:] if row[7] == 0}
    return Instance("sartori", 1, int(fields["CAPACITY"]), None, places, pairs, list(numbers(ways.splitlines())))


def cvrplib(text):
    head, rest = text.split("NODE_COORD_SECTION")
    at, rest = rest.split("DEMAND_SECTION")
    loads = rest.split("DEPOT_SECTION")[0]
    fields = {key.strip(): value.strip() for key, value in (line.split(":", 1) for line in head.splitlines() if ":" in line)}
    if fields["EDGE_WEIGHT_TYPE"] != "EUC_2D":
        raise ValueError("of CVRPLIB's files only those with coordinates are read")
    rows = zip(numbers(at.splitlines()), numbers(loads.splitlines()))
    places = [((x, y), load, 0, math.inf, 0) for (_, x, y), (_, load) in rows]
    return Instance("cvrplib", 1, int(fields["CAPACITY"]), None, places, {})
