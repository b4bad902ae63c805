"""Clients that ask one after the other, on connections that they keep: what a server answers a second, and how fast."""

import math
import multiprocessing
import os
import socket
import threading
import time


class Refused(Exception):
    """An answer that is no success."""


class Client:
    """One keeper of one connection; it opens another when the server has closed it."""

    def __init__(self, port):
        self.port = port
        self.socket = None
        self.rest = b""

    def ask(self, request):
        """Sends a whole request, and gives back the body; raises where the status is not 2xx."""
        for again in (True, False):
            try:
                return self.once(request)
            except (ConnectionError, BrokenPipeError):
                self.close()
                if not again:
                    raise

    def once(self, request):
        if self.socket is None:
            self.socket = socket.create_connection(("127.0.0.1", self.port), timeout=120)
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.rest = b""
        self.socket.sendall(request)
        while b"\r\n\r\n" not in self.rest:
            self.more()
        head, self.rest = self.rest.split(b"\r\n\r\n", 1)
        status, *lines = head.decode("latin-1").split("\r\n")
        headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        body = self.body(headers)
        if headers.get("connection", "").lower() == "close":
            self.close()
        if not 200 <= int(status.split()[1]) < 300:
            raise Refused(f"{request.split(b' HTTP')[0].decode()}: {status}: {body[:300].decode(errors='replace')}")
        return body

    def body(self, headers):
        if "content-length" in headers:
            return self.take(int(headers["content-length"]))
        if headers.get("transfer-encoding", "").lower() != "chunked":
            return b""
        parts = []
        while True:
            while b"\r\n" not in self.rest:
                self.more()
            size, self.rest = self.rest.split(b"\r\n", 1)
            part = self.take(int(size.split(b";")[0], 16) + 2)[:-2]
            if not part:
                return b"".join(parts)
            parts.append(part)

    def take(self, length):
        while len(self.rest) < length:
            self.more()
        taken, self.rest = self.rest[:length], self.rest[length:]
        return taken

    def more(self):
        read = self.socket.recv(1 << 18)
        if not read:
            raise ConnectionError("closed")
        self.rest += read

    def close(self):
        if self.socket is not None:
            self.socket.close()
        self.socket = None


def request(method, path, headers, body=b""):
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1"] + [f"{name}: {value}" for name, value in headers.items()]
    if body:
        lines += [f"Content-Length: {len(body)}"]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def measure(port, clients, seconds, question):
    """What `question(client, turn)` costs, asked by so many clients at once for so many seconds.

    Returns requests a second and the median and 99th percentile of the latency in milliseconds. The clients share two
    processes at most, on the machine of the server: a fast server is slowed by them, so its figures are what it does at least.
    """
    processes = min(clients, 2, os.cpu_count() or 1)
    pipes = []
    for process in range(processes):
        here, there = multiprocessing.Pipe(False)
        mine = range(process, clients, processes)
        forked = multiprocessing.get_context("fork").Process(target=clients_of, args=(there, port, mine, seconds, question))
        forked.start()
        pipes.append((forked, here))
    latencies, rate = [], 0.0
    for forked, here in pipes:
        found, took, fault = here.recv()
        forked.join()
        if fault:
            raise Refused(fault)
        latencies += found
        rate += len(found) / took
    latencies.sort()
    at = lambda share: latencies[min(len(latencies) - 1, math.ceil(share * len(latencies)) - 1)] * 1000
    return rate, at(0.5), at(0.99)


def clients_of(pipe, port, mine, seconds, question):
    latencies, faults = [], []
    began = time.perf_counter()

    def run(index):
        client, turn = Client(port), 0
        try:
            while time.perf_counter() - began < seconds or turn == 0:
                asked = question(index, turn)
                before = time.perf_counter()
                client.ask(asked)
                latencies.append(time.perf_counter() - before)
                turn += 1
        except (Refused, OSError) as fault:
            faults.append(str(fault))
        client.close()

    threads = [threading.Thread(target=run, args=(index,)) for index in mine]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    pipe.send((latencies, time.perf_counter() - began, faults[0] if faults else ""))


def memory(pid):
    """Megabytes that a process and its children hold, what they share counted once."""
    pids, total = [pid], 0
    for each in pids:
        with open(f"/proc/{each}/task/{each}/children") as children:
            pids += [int(child) for child in children.read().split()]
        with open(f"/proc/{each}/smaps_rollup") as rolled:
            total += next(int(line.split()[1]) for line in rolled if line.startswith("Pss:"))
    return total / 1024
