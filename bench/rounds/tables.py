"""What the answers come to, as tables in Markdown."""

import collections
import pathlib
import re
import statistics

NAMES = {
    "tresse": "Tresse", "pyvrp": "PyVRP", "ortools": "OR-Tools", "vroom": "VROOM", "vroom1": "VROOM, level 1",
    "vrpcli": "vrp-cli",
}
# What is told: vehicles and distance; the distance without rounding; what is wrong; whether only its program says so.
Result = collections.namedtuple("Result", "vehicles distance unrounded fault told")
Best = collections.namedtuple("Best", "vehicles distance_vehicles_first distance_only")
Set = collections.namedtuple("Set", "name kind least most")

BY_DISTANCE = [
    Set("PDPTW, 100 to 400", "li-lim", 0, 500), Set("VRPTW, 100 to 400", "solomon", 0, 500),
    Set("CVRP X, up to 500", "cvrplib", 0, 500), Set("PDPTW, 600 to 1000", "li-lim", 501, 2000),
    Set("VRPTW, 600 to 1000", "solomon", 501, 2000), Set("CVRP X, 500 to 1000", "cvrplib", 501, 2000),
]
BY_VEHICLES = [
    Set("PDPTW, 100", "li-lim", 0, 150), Set("PDPTW, 200 to 400", "li-lim", 151, 500),
    Set("PDPTW, 600 to 1000", "li-lim", 501, 2000), Set("PDPTW, roads", "sartori", 0, 9999),
    Set("VRPTW, 100 to 400", "solomon", 0, 500), Set("VRPTW, 600 to 1000", "solomon", 501, 2000),
]


def best_of(best, objective):
    return best.distance_only if objective == "distance" else best.vehicles


def files_of(group, instances, best, objective):
    return [
        file for file, instance in instances.items()
        if instance.kind == group.kind and group.least <= len(instance) <= group.most
        and best_of(best[file], objective) is not None
    ]


def gaps(results, best, file):
    """How many percent each seed is farther than the best known."""
    return [(result.distance / best[file].distance_only - 1) * 100 for result in results if not result.fault]


def two(number):
    """Two decimals, and no nothing below zero."""
    return f"{round(number, 2) + 0.0:.2f}"


def spelt(seconds):
    return f"{seconds:g} second" + "s" * (seconds != 1)


class Column:
    """What one program found on a set in some time, with distance as the only objective."""

    def __init__(self, results, best, files, solver, seconds):
        of = {file: results.get((solver, file, "distance", seconds), []) for file in files}
        found = {file: gaps(answers, best, file) for file, answers in of.items() if gaps(answers, best, file)}
        self.asked = sum(1 for answers in of.values() if answers)
        self.failed = sum(1 for answers in of.values() for answer in answers if answer.fault)
        self.of = len(files)
        self.mean = statistics.mean(statistics.mean(gap) for gap in found.values()) if found else None
        self.worst = max(max(gap) for gap in found.values()) if found else None

    def cells(self):
        if not self.asked:
            return "| |"
        notes = [f"{self.failed} failed"] * (self.failed > 0) + [f"{self.asked} of {self.of}"] * (self.asked < self.of)
        note = f" ({', '.join(notes)})" if notes else ""
        return f"–{note} | – |" if self.mean is None else f"{two(self.mean)}{note} | {two(self.worst)} |"


def all_tables(results, instances, best):
    head = "Distance alone, percent farther than the best known; in brackets the number of instances:\n"
    parts = [by_set(results, instances, best, BY_DISTANCE[:3], head)]
    parts += [by_set(results, instances, best, BY_DISTANCE[3:], "The same, of larger ones:\n")]
    parts += [by_class(results, instances, best, kind) for kind in ("li-lim", "solomon")]
    parts += [by_vehicles(results, instances, best)]
    parts += [each_distance(results, instances, best), each_vehicles(results, instances, best)]
    return "\n".join(part for part in parts if part)


def asked(results, files, objective):
    """Solvers and times, in the order of NAMES, as far as something is known."""
    known = {(solver, seconds) for solver, file, goal, seconds in results if goal == objective and file in files}
    return sorted(known, key=lambda pair: (pair[1], list(NAMES).index(pair[0])))


def usual(results, files, objective):
    """The times that programs were asked for, without moments that only some of them told on the way."""
    return {
        seconds for (_, file, goal, seconds), answers in results.items()
        if goal == objective and file in files and not all(answer.told for answer in answers)
    }


def by_set(results, instances, best, sets, sentence):
    sets = [(group, files_of(group, instances, best, "distance")) for group in sets]
    sets = [(group, files) for group, files in sets if asked(results, files, "distance")]
    every = [file for _, files in sets for file in files]
    times = usual(results, every, "distance")
    if not sets:
        return ""
    head = "".join(f" {group.name} ({len(files)}): mean | worst |" for group, files in sets)
    lines = [sentence, f"| s | |{head}", "|--:|---|" + "--:|--:|" * len(sets)]
    for solver, seconds in asked(results, every, "distance"):
        if seconds in times:
            cells = " ".join(Column(results, best, files, solver, seconds).cells() for _, files in sets)
            lines.append(f"| {seconds:g} | {NAMES[solver]} | {cells}")
    return "\n".join(lines) + "\n"


def class_of(file):
    """C1 to RC2, LC1 to LRC2: clustered, random, both; short or long rounds."""
    found = re.match(r"l?r?c?[12]", pathlib.Path(file).stem.lower())
    return found[0].upper() if found else None


def by_class(results, instances, best, kind):
    files = [file for group in BY_DISTANCE[:2] if group.kind == kind for file in files_of(group, instances, best, "distance")]
    times = usual(results, files, "distance")
    if not times:
        return ""
    columns = [(solver, seconds) for solver, seconds in asked(results, files, "distance") if seconds == max(times)]
    lines = [
        f"By class, means after {spelt(max(times))}:\n",
        "| | instances |" + "".join(f" {NAMES[solver]} |" for solver, _ in columns), "|---|--:|" + "--:|" * len(columns),
    ]
    classes = sorted({class_of(file) for file in files if class_of(file)})
    for name in classes:
        of = [file for file in files if class_of(file) == name]
        cells = [Column(results, best, of, *column).cells().split(" |")[0] for column in columns]
        lines.append(f"| {name} | {len(of)} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def by_vehicles(results, instances, best):
    lines = []
    for group in BY_VEHICLES:
        files = files_of(group, instances, best, "vehicles-first")
        times = usual(results, files, "vehicles-first")
        for solver, seconds in asked(results, files, "vehicles-first"):
            if seconds in times:
                cells = fewest(results, best, files, solver, seconds)
                lines.append(f"| {group.name} | {seconds:g} | {NAMES[solver]} | {cells} |")
    if not lines:
        return ""
    head = [
        "Vehicles first, then distance. How many vehicles more than the best known in all; on how many instances as few; and\n"
        "there, how many percent farther:\n",
        "| | s | | vehicles more | as few | farther |", "|---|--:|---|--:|--:|--:|",
    ]
    return "\n".join(head + lines) + "\n"


def fewest(results, best, files, solver, seconds):
    answers = [(file, answer) for file in files for answer in results.get((solver, file, "vehicles-first", seconds), [])]
    good = [(file, answer) for file, answer in answers if not answer.fault and answer.vehicles is not None]
    if not good:
        return "– | – | –"
    more = sum(answer.vehicles - best[file].vehicles for file, answer in good)
    known = sum(best[file].vehicles for file, _ in good)
    few = [(file, answer) for file, answer in good if answer.vehicles <= best[file].vehicles]
    farther = [
        (answer.unrounded / best[file].distance_vehicles_first - 1) * 100 for file, answer in few
        if answer.vehicles == best[file].vehicles
    ]
    failed = f" ({len(answers) - len(good)} failed)" if len(good) < len(answers) else ""
    mean = two(statistics.mean(farther)) if farther else "–"
    return f"{more:g} on {known:g}{failed} | {len(few)} of {len(good)} | {mean}"


def longest(results, files, objective):
    """For each file the longest time that somebody was asked for."""
    return {file: max(usual(results, [file], objective), default=None) for file in files}


def each(results, instances, best, objective, head, cell):
    files = sorted((file for file in instances if best_of(best[file], objective) is not None), key=lambda file: (
        instances[file].kind, len(instances[file]), file.lower()))
    times = longest(results, files, objective)
    files = [file for file in files if times[file]]
    solvers = [solver for solver in NAMES if any((solver, file, objective, times[file]) in results for file in files)]
    if not solvers:
        return ""
    lines = [head, "| | s | best known |" + "".join(f" {NAMES[solver]} |" for solver in solvers)]
    lines.append("|---|--:|--:|" + "--:|" * len(solvers))
    for file in files:
        answers = [results.get((solver, file, objective, times[file]), []) for solver in solvers]
        known, cells = cell(file, answers)
        lines.append(f"| {pathlib.Path(file).stem} | {times[file]:g} | {known} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def each_distance(results, instances, best):
    def cells(file, answers):
        means = [statistics.mean(gaps(of, best, file)) if gaps(of, best, file) else None for of in answers]
        least = min((round(mean, 2) for mean in means if mean is not None), default=None)
        shown = [
            ("failed" if of else "") if mean is None else f"**{two(mean)}**" if round(mean, 2) == least else two(mean)
            for mean, of in zip(means, answers)
        ]
        return f"{best[file].distance_only:.10g}", shown

    head = "Instance by instance, distance alone, percent farther than the best known:\n"
    return each(results, instances, best, "distance", head, cells)


def each_vehicles(results, instances, best):
    def cells(file, answers):
        known, shown = best[file], []
        for of in answers:
            good = [(answer.vehicles, answer.unrounded) for answer in of if not answer.fault]
            vehicles, distance = min(good, default=(None, None))
            few = vehicles is not None and vehicles <= known.vehicles
            text = f"{vehicles} / {distance:.1f}" if good else "failed" if of else ""
            shown.append(f"**{text}**" if few else text)
        return f"{known.vehicles:g} / {known.distance_vehicles_first:.1f}", shown

    head = "Instance by instance, vehicles first: vehicles / distance, in bold where as few as the best known:\n"
    return each(results, instances, best, "vehicles-first", head, cells)
