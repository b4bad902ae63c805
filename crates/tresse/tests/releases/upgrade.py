#!/usr/bin/env python3
"""Exchanges two nodes on one PostgreSQL for newer ones, one after the other, while people come in.

    upgrade.py OLD NEW postgres://…      OLD and NEW are programs, the database is empty

Behind a trivial balancer eight clients sign in and look at their account, again and again. A connection that breaks
before its answer is tried again, as a balancer would. No request may be refused, and whoever was let in stays in.
"""
import http.client, itertools, os, signal, socket, subprocess, sys, threading, time

OLD, NEW, DATABASE = sys.argv[1:4]
PASSWORD = "a password of some length"


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


PORTS = [free_port(), free_port()]
turns, answered, faults, stop = itertools.count(), itertools.count(), [], threading.Event()


def start(program, port):
    node = subprocess.Popen([program, "serve", "--log", "error", "--database", DATABASE, "--listen", f"127.0.0.1:{port}",
                             "--address", f"http://127.0.0.1:{PORTS[0]}"],
                            env=os.environ | {"TRESSE_CALLS_PER_MINUTE": "0"})
    for _ in range(1000):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return node
        except OSError:
            if node.poll() is not None:
                sys.exit(f"{program} ended with {node.returncode}")
            time.sleep(0.02)
    sys.exit(f"{program} does not start")


def end(node):
    node.send_signal(signal.SIGTERM)
    if node.wait(60) != 0:
        faults.append(f"a node that was asked to stop ended with {node.returncode}")


def ask(method, path, body=None, headers=None):
    """An answer from whichever node gives one."""
    headers = {"Connection": "close", **(headers or {})}
    if body is not None:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    for _ in range(200):
        port = PORTS[next(turns) % 2]
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            answer.read()
            next(answered)
            return answer
        except (OSError, http.client.HTTPException):
            time.sleep(0.02)
    faults.append(f"no node answers {method} {path}")
    return None


def client():
    form = f"email=eva%40tresse.example&password={PASSWORD.replace(' ', '+')}"
    while not stop.is_set():
        came = ask("POST", "/sign-in", form)
        if came is None or came.status != 303:
            faults.append(f"POST /sign-in: {came and came.status}")
            continue
        cookie = came.getheader("Set-Cookie").split(";")[0]
        for _ in range(5):
            seen = ask("GET", "/me", headers={"Cookie": cookie})
            if seen is None or seen.status != 200:
                faults.append(f"GET /me: {seen and seen.status}")


made = subprocess.run([OLD, "administrator", "eva@tresse.example", "--database", DATABASE], capture_output=True, text=True, check=True)
nodes = [start(OLD, port) for port in PORTS]
link = "/link/" + made.stdout.strip().rsplit("/link/", 1)[1]
chosen = ask("POST", link, f"password={PASSWORD.replace(' ', '+')}")
if chosen.status != 303:
    sys.exit(f"choosing a password: {chosen.status}")
clients = [threading.Thread(target=client) for _ in range(8)]
for one in clients:
    one.start()
time.sleep(3)
for place, port in enumerate(PORTS):
    end(nodes[place])
    nodes[place] = start(NEW, port)
    time.sleep(3)
refused = subprocess.run([OLD, "serve", "--database", DATABASE, "--listen", "127.0.0.1:0"], capture_output=True, text=True, timeout=60)
if refused.returncode == 0 or "newer version" not in refused.stderr:
    faults.append(f"an old node that starts now should refuse: {refused.stderr}")
stop.set()
for one in clients:
    one.join()
for node in nodes:
    end(node)
count = next(answered)
if count < 100:
    faults.append(f"only {count} requests were answered")
for fault in faults[:20]:
    print(fault)
print(f"{count} requests answered, {len(faults)} faults")
sys.exit(1 if faults else 0)
