"""Tresse's rounds and other programs', on published instances: how far from the best known, and with how many vehicles.

    python3 bench/rounds/run.py INSTANCES --tresse target/release/tresse --answers answers.jsonl --picture rounds.svg

INSTANCES is a folder with a `bks.csv`; see README.md for that, and for the other programs. Each answer is looked at by
instances.py and not taken on trust, then appended to the file of answers, so that a run that was broken off goes on where
it was. Prints tables in Markdown.
"""

import argparse
import collections
import csv
import fnmatch
import hashlib
import json
import os
import pathlib
import subprocess
import sys

import instances
import picture
import tables

HERE = pathlib.Path(__file__).resolve().parent
# More places than that are given `--large-seconds`.
LARGE = 500
# They tell what they would have answered earlier, so that one run serves for all times.
ANYTIME = ("pyvrp", "ortools")
OBJECTIVES = ("distance", "vehicles-first")

Task = collections.namedtuple("Task", "solver file objective seconds seed")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("instances", type=pathlib.Path, help="a folder with bks.csv and what it names")
    arguments.add_argument("--tresse", type=pathlib.Path, help="the program; without it, only what was answered before is told")
    arguments.add_argument("--answers", type=pathlib.Path, default=pathlib.Path("answers.jsonl"), help="read, and appended to")
    arguments.add_argument("--solvers", nargs="*", default=["tresse"], choices=list(tables.NAMES), help="whom to ask")
    arguments.add_argument("--only", nargs="*", default=["*"], help="files, as pdptw/*")
    arguments.add_argument("--objective", nargs="*", default=OBJECTIVES, choices=OBJECTIVES)
    arguments.add_argument("--seconds", nargs="*", type=float, default=[1, 10])
    arguments.add_argument("--large-seconds", nargs="*", type=float, default=[60], help=f"for more than {LARGE} places")
    arguments.add_argument("--seeds", nargs="*", type=int, default=[1])
    arguments.add_argument("--picture", type=pathlib.Path, help="where to draw it, as SVG")
    arguments.add_argument("--python", default=sys.executable, help="with what requirements.txt names")
    arguments.add_argument("--vrp-cli", default="vrp-cli", help="the program")
    arguments.add_argument("--clock", type=pathlib.Path, help="cpuclock.so, on a machine that does other things too")
    bench = Bench(arguments.parse_args())
    bench.ask_all()
    results = bench.results()
    print(tables.all_tables(results, bench.instances, bench.best))
    if bench.given.picture:
        bench.given.picture.write_text(picture.draw(results, bench.instances, bench.best))


class Bench:
    def __init__(self, given):
        self.given = given
        with open(given.instances / "bks.csv", newline="") as file:
            rows = [row for row in csv.DictReader(file) if any(fnmatch.fnmatch(row["file"], only) for only in given.only)]
        number = lambda row, field: float(row[field]) if row[field] else None
        self.best = {
            row["file"]: tables.Best(*(number(row, f"bk_{field}") for field in tables.Best._fields)) for row in rows
        }
        self.instances = {file: instances.read(given.instances / file) for file in self.best}
        self.program = None
        if given.tresse:
            self.program = hashlib.sha256(given.tresse.read_bytes()).hexdigest()[:12]
        self.answers = [json.loads(line) for line in given.answers.read_text().splitlines()] if given.answers.exists() else []

    def ask_all(self):
        have = {key(answer) for answer in self.answers if self.counts(answer)}
        tasks = [task for task in self.tasks() if task not in have]
        for at, task in enumerate(tasks, 1):
            answer = self.ask(task)
            self.answers.append(answer)
            with open(self.given.answers, "a") as file:
                file.write(json.dumps(answer) + "\n")
            print(f"{at} of {len(tasks)}: {' '.join(map(str, task))} {answer.get('failure', '')}", file=sys.stderr, flush=True)

    def tasks(self):
        """Short times first, so that there is soon something to see."""
        given, found = self.given, []
        for solver in given.solvers:
            if solver == "tresse" and not given.tresse:
                continue
            for file, instance in self.instances.items():
                times = given.seconds if len(instance) <= LARGE else given.large_seconds
                if solver in ANYTIME:
                    times = times and [max(times)]
                for objective in given.objective:
                    if tables.best_of(self.best[file], objective) is not None:
                        found += [Task(solver, file, objective, float(time), seed) for time in times for seed in given.seeds]
        return sorted(found, key=lambda task: (task.seconds, task.objective, task.seed))

    def ask(self, task):
        given, file = self.given, str(self.given.instances / task.file)
        command = [str(given.tresse.resolve()), "plan", file, "--threads", "1", "--json"] if task.solver == "tresse" else [
            given.python, str(HERE / "peers.py"), task.solver, file, "--vrp-cli", given.vrp_cli,
        ]
        command += ["--objective", task.objective, "--seconds", f"{task.seconds:g}", "--seed", str(task.seed)]
        environment = dict(os.environ, OMP_NUM_THREADS="1", RAYON_NUM_THREADS="1")
        if given.clock:
            environment["LD_PRELOAD"] = str(given.clock.resolve())
        answer = task._asdict() | ({"program": self.program} if task.solver == "tresse" else {})
        done = subprocess.run(command, capture_output=True, text=True, env=environment)
        if done.returncode:
            return answer | {"routes": [], "failure": done.stderr.strip()[-300:]}
        told = json.loads(done.stdout)
        return answer | {"routes": told["routes"], "within": told.get("within", {})}

    def counts(self, answer):
        """Not what another build of the program answered."""
        return answer["solver"] != "tresse" or self.program in (None, answer.get("program"))

    def results(self):
        """By solver, file, objective and seconds: what each seed came to; a later answer replaces an earlier one."""
        latest = {key(answer): answer for answer in self.answers if self.counts(answer) and answer["file"] in self.best}
        results = collections.defaultdict(list)
        for task, answer in latest.items():
            results[task[:4]].append(self.looked_at(task, answer))
        for task, answer in latest.items():
            for seconds, told in (answer.get("within") or {}).items():
                earlier = (*task[:3], float(seconds))
                if earlier not in results or results[earlier][0].told:
                    results[earlier].append(said(told))
        return dict(results)

    def looked_at(self, task, answer):
        instance, routes = self.instances[task.file], answer["routes"]
        faults = instance.faults(routes) if routes else [answer.get("failure") or "no answer"]
        if faults:
            print(f"failed: {' '.join(map(str, task))}: {faults[0]}", file=sys.stderr)
            return tables.Result(None, None, None, faults[0], False)
        return tables.Result(len(routes), instance.distance(routes), instance.unrounded(routes), None, False)


def said(told):
    """What a program had on the way, by its own word."""
    if told is None:
        return tables.Result(None, None, None, "nothing yet", True)
    return tables.Result(told.get("vehicles"), told["distance"], told["distance"], None, True)


def key(answer):
    return Task(*(answer[field] for field in Task._fields[:3]), float(answer["seconds"]), answer["seed"])


if __name__ == "__main__":
    main()
