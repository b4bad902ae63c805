"""Other programs for rounds, asked as Tresse is: one instance, one objective, one thread; prints routes as JSON.

    python bench/rounds/peers.py pyvrp INSTANCE --objective distance --seconds 10 --seed 1

`pyvrp`, `ortools`, `vroom` (its exploration level 5; `vroom1` is level 1) need what requirements.txt names; `vrpcli` needs
vrp-cli. What they say of their answer is not looked at. All get the same whole distances, and with
vehicles first a price for each vehicle that no way saved can make good, where they have no such objective of their own.
"""

import argparse
import datetime
import itertools
import json
import pathlib
import subprocess
import tempfile
import time

import instances

# Of a vehicle, in the units of the file.
PRICE = 10_000
# When those that tell what they have found so far are listened to.
MOMENTS = (1, 3, 10, 30)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("program", choices=PROGRAMS)
    arguments.add_argument("instance", type=pathlib.Path)
    arguments.add_argument("--objective", choices=("distance", "vehicles-first"), default="distance")
    arguments.add_argument("--seconds", type=float, default=10)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--vrp-cli", default="vrp-cli", help="the program, where it is not found by its name")
    given = arguments.parse_args()
    routes, found = PROGRAMS[given.program](Task(given))
    print(json.dumps({"routes": [route for route in routes if route], "within": within(found, given)}))


class Task:
    def __init__(self, given):
        self.instance = instance = instances.read(given.instance)
        self.seconds, self.seed, self.vrp_cli = given.seconds, given.seed, given.vrp_cli
        self.vehicles_first = given.objective == "vehicles-first"
        self.price = PRICE * instance.scale if self.vehicles_first else 0
        places = range(len(instance))
        self.ways = [[instance.far(a, b) for b in places] for a in places]
        # Where there are no windows, any that nobody meets.
        self.windows = [(ready, min(due, 10**7)) for ready, due in instance.window]
        least = -(-sum(load for load in instance.load if load > 0) // instance.capacity)
        self.fleet = instance.fleet or len(instance.pairs) or 2 * least + 5
        self.customers = [] if instance.pairs else list(places)[1:]


def within(found, given):
    """The best found by certain moments; with vehicles first, a price tells vehicles from ways."""
    best = {}
    for moment in MOMENTS if found is not None else ():
        least = min((cost for when, cost in found if when <= moment), default=None)
        if moment >= given.seconds:
            break
        if least is None:
            best[f"{moment}"] = None
        elif given.objective == "distance":
            best[f"{moment}"] = {"distance": round(least, 3)}
        else:
            vehicles, distance = divmod(least, PRICE)
            best[f"{moment}"] = {"vehicles": int(vehicles), "distance": round(distance, 3)}
    return best


def pyvrp(task):
    import pyvrp

    instance, model = task.instance, pyvrp.Model()
    at = [model.add_location(*place) for place in instance.at]
    model.add_depot(location=at[0])
    early, late = task.windows[0]
    model.add_vehicle_type(task.fleet, capacity=instance.capacity, fixed_cost=task.price, tw_early=early, tw_late=late)
    for place in task.customers:
        early, late = task.windows[place]
        model.add_client(
            location=at[place], delivery=instance.load[place], service_duration=instance.service[place],
            tw_early=early, tw_late=late,
        )
    pairs = list(instance.pairs.items())
    for fetched, brought in pairs:
        sides = {}
        for side, place in (("pickup", fetched), ("delivery", brought)):
            sides |= {
                f"{side}_location": at[place], f"{side}_service_duration": instance.service[place],
                f"{side}_tw_early": task.windows[place][0], f"{side}_tw_late": task.windows[place][1],
            }
        model.add_shipment(amount=instance.load[fetched], **sides)
    for a, b in itertools.product(range(len(instance)), repeat=2):
        model.add_edge(at[a], at[b], distance=task.ways[a][b], duration=task.ways[a][b])
    began, found = time.perf_counter(), []

    def stop(cost):
        """At the end of the time; notes on the way the best that keeps the rules."""
        elapsed = time.perf_counter() - began
        if cost < 2**60 and (not found or cost / instance.scale < found[-1][1]):
            found.append((elapsed, cost / instance.scale))
        return elapsed >= task.seconds

    best = model.solve(stop=stop, seed=task.seed, display=False, collect_stats=False).best
    if not best.is_feasible():
        return [], found

    def place(visit):
        return visit.idx + 1 if visit.is_client() else pairs[visit.idx][0 if visit.is_pickup() else 1]

    return [[place(visit) for visit in route if not visit.is_depot()] for route in best.routes()], found


def ortools(task):
    from ortools.constraint_solver import pywrapcp, routing_enums_pb2

    instance, places = task.instance, range(len(task.instance))
    manager = pywrapcp.RoutingIndexManager(len(instance), task.fleet, 0)
    model = pywrapcp.RoutingModel(manager)
    model.SetArcCostEvaluatorOfAllVehicles(model.RegisterTransitMatrix(task.ways))
    takes = model.RegisterTransitMatrix([[task.ways[a][b] + instance.service[a] for b in places] for a in places])
    horizon = task.windows[0][1]
    model.AddDimension(takes, horizon, horizon, False, "time")
    model.AddDimension(model.RegisterUnaryTransitVector(instance.load), 0, instance.capacity, True, "load")
    clock = model.GetDimensionOrDie("time")
    for place in places[1:]:
        clock.CumulVar(manager.NodeToIndex(place)).SetRange(*task.windows[place])
    model.SetFixedCostOfAllVehicles(task.price)
    for fetched, brought in instance.pairs.items():
        a, b = manager.NodeToIndex(fetched), manager.NodeToIndex(brought)
        model.AddPickupAndDelivery(a, b)
        model.solver().Add(model.VehicleVar(a) == model.VehicleVar(b))
        model.solver().Add(clock.CumulVar(a) <= clock.CumulVar(b))
    how = pywrapcp.DefaultRoutingSearchParameters()
    how.first_solution_strategy = routing_enums_pb2.FirstSolutionStrategy.PARALLEL_CHEAPEST_INSERTION
    how.local_search_metaheuristic = routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    how.time_limit.FromMilliseconds(int(task.seconds * 1000))
    began, found = time.perf_counter(), []
    model.AddAtSolutionCallback(
        lambda: found.append((time.perf_counter() - began, model.CostVar().Max() / instance.scale))
    )
    answer = model.SolveWithParameters(how)
    routes = []
    for vehicle in range(task.fleet if answer else 0):
        route, index = [], answer.Value(model.NextVar(model.Start(vehicle)))
        while not model.IsEnd(index):
            route.append(manager.IndexToNode(index))
            index = answer.Value(model.NextVar(index))
        routes.append(route)
    return routes, found


def vroom(task, level=5):
    import numpy
    import vroom

    instance, problem = task.instance, vroom.Input()
    problem.set_durations_matrix("car", numpy.array(task.ways, dtype=numpy.uint32))
    costs = vroom.VehicleCosts(fixed=task.price)
    for vehicle in range(1, task.fleet + 1):
        problem.add_vehicle(vroom.Vehicle(
            vehicle, start=0, end=0, capacity=[instance.capacity], time_window=task.windows[0], costs=costs,
        ))
    stop = lambda place: {
        "id": place, "location": place, "default_service": instance.service[place], "time_windows": [task.windows[place]],
    }
    for place in task.customers:
        problem.add_job(vroom.Job(**stop(place), delivery=[instance.load[place]]))
    for fetched, brought in instance.pairs.items():
        steps = vroom.ShipmentStep(**stop(fetched)), vroom.ShipmentStep(**stop(brought))
        problem.add_job(vroom.Shipment(*steps, amount=[instance.load[fetched]]))
    most = datetime.timedelta(seconds=task.seconds)
    steps = problem.solve(exploration_level=level, nb_threads=1, timeout=most).routes
    routes = {}
    for vehicle, kind, place in zip(steps["vehicle_id"], steps["type"], steps["id"]):
        if kind in ("job", "pickup", "delivery"):
            routes.setdefault(vehicle, []).append(int(place))
    return list(routes.values()), None


def vrp_cli(task):
    instance = task.instance
    moment = lambda seconds: (datetime.datetime(2020, 1, 1) + datetime.timedelta(seconds=seconds)).isoformat() + "Z"
    stop = lambda place: {"demand": [abs(instance.load[place])], "places": [{
        "location": {"index": place}, "duration": instance.service[place], "tag": str(place),
        "times": [[moment(when) for when in task.windows[place]]],
    }]}
    jobs = [{"id": str(place), "deliveries": [stop(place)]} for place in task.customers]
    for fetched, brought in instance.pairs.items():
        jobs.append({"id": str(fetched), "pickups": [stop(fetched)], "deliveries": [stop(brought)]})
    early, late = map(moment, task.windows[0])
    vehicles = {
        "typeId": "vehicle", "vehicleIds": [str(vehicle) for vehicle in range(task.fleet)], "profile": {"matrix": "car"},
        "costs": {"fixed": 0, "distance": 1, "time": 0}, "capacity": [instance.capacity],
        "shifts": [{"start": {"earliest": early, "location": {"index": 0}}, "end": {"latest": late, "location": {"index": 0}}}],
    }
    wanted = ["minimize-unassigned", *["minimize-tours"] * task.vehicles_first, "minimize-cost"]
    problem = {
        "plan": {"jobs": jobs}, "objectives": [{"type": objective} for objective in wanted],
        "fleet": {"profiles": [{"name": "car"}], "vehicles": [vehicles]},
    }
    ways = [way for row in task.ways for way in row]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "problem").write_text(json.dumps(problem))
        (folder / "matrix").write_text(json.dumps({"profile": "car", "travelTimes": ways, "distances": ways}))
        command = [task.vrp_cli, "solve", "pragmatic", "problem", "-m", "matrix", "-o", "answer", "--parallelism", "1,1"]
        command += ["--max-time", str(int(task.seconds)), "--max-generations", "100000000"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        tours = json.loads((folder / "answer").read_text())["tours"]
    acts = lambda tour: (act for stop in tour["stops"] for act in stop["activities"])
    return [[int(act["jobTag"]) for act in acts(tour) if act["type"] in ("pickup", "delivery")] for tour in tours], None


PROGRAMS = {
    "pyvrp": pyvrp, "ortools": ortools, "vroom": vroom, "vroom1": lambda task: vroom(task, 1), "vrpcli": vrp_cli,
}

if __name__ == "__main__":
    main()
