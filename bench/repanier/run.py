"""Tresse and Repanier side by side: the same producers, references and shops; the order page, orders, closing, invoices.

    python3 bench/repanier/run.py --tresse target/release/tresse \\
        --repanier ../repanier --commit b9999c5 --python ../repanier-venv/bin/python \\
        --database postgresql://postgres@127.0.0.1:5432/repanier

Needs a checkout of Repanier (github.com/pcolmant/repanier, GPL-3), a Python with what its requirements folder names and
gunicorn, and an empty PostgreSQL database: Repanier asks for DISTINCT ON, which SQLite has not. The checkout is copied
and stays as it was. Prints a table in Markdown. Linux, for the memory; some five minutes.
"""

import argparse
import pathlib
import shutil
import sys
import tempfile
import time
from decimal import Decimal

from load import Client, measure, memory
from sides import Repanier, Tresse

CLIENTS = (1, 8, 32)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--tresse", type=pathlib.Path, required=True, help="the program")
    arguments.add_argument("--repanier", type=pathlib.Path, required=True, help="a checkout")
    arguments.add_argument("--commit", default="not stated", help="of the checkout, for the table")
    arguments.add_argument("--python", default=sys.executable, help="with what Repanier needs, and gunicorn")
    arguments.add_argument("--database", required=True, help="postgresql://user:password@host:port/name, empty")
    arguments.add_argument("--template", default="bs3", help="which of Repanier's looks")
    arguments.add_argument("--workers", type=int, default=2, help="of gunicorn")
    arguments.add_argument("--size", default="S", help="of Tresse's demonstration: S, M, L or XL")
    arguments.add_argument("--lines", type=int, default=20, help="of each shop's order")
    arguments.add_argument("--seconds", type=float, default=5, help="of each measurement")
    arguments.add_argument("--port", type=int, default=18420, help="the first of two")
    given = arguments.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="bench-"))
    servers = []
    try:
        print(compare(given, folder, servers))
    except BaseException:
        print(f"what the programs said is in {folder}", file=sys.stderr)
        raise
    else:
        shutil.rmtree(folder)
    finally:
        for server in servers:
            server.terminate()
            server.wait(30)


def compare(given, folder, servers):
    tresse = Tresse(str(given.tresse.resolve()), given.size, folder, given.port)
    servers.append(tresse.server)
    data = data_of(tresse)
    repanier = Repanier(
        given.repanier, given.python, given.database, given.template, given.workers, folder, given.port + 1
    )
    repanier.fill(data, folder)
    repanier.start()
    servers.append(repanier.server)
    bench = Bench(tresse, repanier, given.lines, given.seconds)
    bench.empty = (memory(tresse.server.pid), memory(repanier.server.pid))
    bench.pages()
    bench.single_lines()
    bench.whole_orders()
    bench.closing()
    bench.invoicing()
    bench.invoice_pages()
    bench.full = (memory(tresse.server.pid), memory(repanier.server.pid))
    return bench.table(given)


def data_of(tresse):
    """What Tresse offers in its open cycle, for Repanier to be filled with."""
    producers = {}
    for offer in tresse.offers:
        producer = producers.setdefault(offer["producer"], {"name": offer["producer_name"], "references": []})
        producer["references"].append({
            "key": offer["reference"], "name": offer["name"], "family": offer["family"],
            "order_unit": offer["order_unit"], "pay_unit": offer["pay_unit"], "measure": offer["measure_per_unit"],
            "price": offer["price"], "vat": offer["vat_rate"].split(".")[0], "deposit": offer["deposit"],
            "step": offer["step"],
        })
    return {"producers": list(producers.values()), "shops": list(tresse.shops.values()), "multiplier": "1.14"}


class Bench:
    def __init__(self, tresse, repanier, lines, seconds):
        self.tresse, self.repanier, self.seconds = tresse, repanier, seconds
        self.shops = list(tresse.shops)
        # What nobody can sell out: every shop orders the same number of lines of it, spread over the catalogue.
        free = [offer for offer in tresse.offers if offer.get("left") is None]
        self.baskets = [
            [free[(shop * 7 + line * max(1, len(free) // lines)) % len(free)] for line in range(lines)]
            for shop in range(len(self.shops))
        ]
        self.rows = []

    def both(self, what, tresse, repanier, rate="a second", clients=CLIENTS):
        """The same question to both, at each number of clients."""
        for count in clients:
            ours = measure(self.tresse.port, count, self.seconds, tresse)
            theirs = measure(self.repanier.port, count, self.seconds, repanier)
            self.rows.append((f"{what}, {count} client{'s' * (count > 1)}", rate, ours, theirs))
            print(f"{what}, {count}: {ours[0]:.1f} and {theirs[0]:.1f} {rate}", file=sys.stderr, flush=True)

    def pages(self):
        client = Client(self.repanier.port)
        for shop in range(len(self.shops)):
            client.ask(self.repanier.arrive(shop))
        self.tresse.empty_orders()
        pick = lambda client, turn: (client * 13 + turn) % len(self.shops)
        self.both(
            "order page", lambda c, t: self.tresse.order_page(self.shops[pick(c, t)]),
            lambda c, t: self.repanier.order_page(pick(c, t)),
        )
        self.sizes = tuple(
            len(Client(side.port).ask(side.order_page(shop)))
            for side, shop in ((self.tresse, self.shops[0]), (self.repanier, 0))
        )

    def single_lines(self):
        def line(client, turn):
            shop = client % len(self.shops)
            offer = self.baskets[shop][turn % len(self.baskets[shop])]
            return shop, offer, 1 + turn % 5

        def tresse(client, turn):
            shop, offer, steps = line(client, turn)
            return self.tresse.order(self.shops[shop], [(offer["reference"], quantity(offer, steps))])

        def repanier(client, turn):
            shop, offer, steps = line(client, turn)
            return self.repanier.order(shop, offer["reference"], steps)

        self.both("a line ordered", tresse, repanier)

    def whole_orders(self):
        """Each shop's whole order, one shop after the other; afterwards both have the same lines."""
        taken = []
        for place in (self.tresse_orders, self.repanier_orders):
            began = time.perf_counter()
            place()
            taken.append((time.perf_counter() - began) / len(self.shops))
        self.rows.append((f"an order of {len(self.baskets[0])} lines", "ms", *taken))

    def tresse_orders(self):
        client = Client(self.tresse.port)
        for shop, basket in zip(self.shops, self.baskets):
            client.ask(self.tresse.order(shop, [(offer["reference"], quantity(offer, 2)) for offer in basket]))

    def repanier_orders(self):
        client = Client(self.repanier.port)
        for shop, basket in enumerate(self.baskets):
            for offer in basket:
                client.ask(self.repanier.order(shop, offer["reference"], 2))

    def closing(self):
        ours = self.tresse.close()
        theirs = self.repanier.inside("close", self.repanier.sale)
        ordered = sum(self.tresse.lines_of(shop) for shop in self.shops)
        if theirs["lines"] != ordered:
            sys.exit(f"Tresse has {ordered} lines, Repanier {theirs['lines']}")
        self.lines = ordered
        self.rows.append(("closing", "ms", ours, theirs["seconds"]))

    def invoicing(self):
        self.tresse.receive()
        ours = self.tresse.settle("invoices") + self.tresse.settle("statements")
        theirs = self.repanier.inside("invoice", self.repanier.sale)
        if theirs["status"] < "800":
            sys.exit(f"Repanier has not booked the sale: its status is {theirs['status']}")
        self.documents, self.invoices = self.tresse.invoices(), theirs["invoices"]
        self.rows.append(("invoices and producers' statements", "ms", ours, theirs["seconds"]))

    def invoice_pages(self):
        theirs = sorted((int(shop), invoice) for shop, invoice in self.invoices.items())
        if len(self.documents) != len(self.shops) or len(theirs) != len(self.shops):
            sys.exit(f"{len(self.shops)} shops, {len(self.documents)} invoices here and {len(theirs)} there")
        ours = each(self.tresse.port, [self.tresse.invoice_page(document) for document in self.documents])
        first = each(self.repanier.port, [self.repanier.invoice_page(*invoice) for invoice in theirs])
        self.rows.append(("page of an invoice, the first time", "ms", ours, first))
        pick = lambda client, turn: (client * 13 + turn) % len(self.shops)
        self.both(
            "page of an invoice", lambda c, t: self.tresse.invoice_page(self.documents[pick(c, t)]),
            lambda c, t: self.repanier.invoice_page(*theirs[pick(c, t)]),
        )

    def table(self, given):
        producers = len({offer["producer"] for offer in self.tresse.offers})
        head = (
            f"Tresse {self.tresse.version} (SQLite, one process), Repanier at {given.commit} ({self.repanier.version}, "
            f"PostgreSQL, {given.workers} gunicorn workers): {producers} producers, {len(self.tresse.offers)} references, "
            f"{len(self.shops)} shops, {self.lines} lines ordered.\n\n"
            "| | unit | Tresse | Repanier | ratio | p50, p99 ms: Tresse | Repanier |\n|---|---|--:|--:|--:|--:|--:|\n"
        )
        rows = [self.row(*row) for row in self.rows]
        for when, (ours, theirs) in (("before", self.empty), ("after", self.full)):
            rows.append(f"| memory {when} | MB | {ours:.0f} | {theirs:.0f} | {theirs / ours:.1f} | | |")
        return head + "\n".join(rows) + "\n" + NOTES.format(*self.sizes)

    @staticmethod
    def row(what, unit, ours, theirs):
        if unit == "ms":
            return f"| {what} | ms | {ours * 1000:.1f} | {theirs * 1000:.1f} | {theirs / ours:.1f} | | |"
        latency = lambda side: f"{side[1]:.1f}, {side[2]:.1f}"
        figures = f"{ours[0]:.0f} | {theirs[0]:.1f} | {ours[0] / theirs[0]:.1f} | {latency(ours)} | {latency(theirs)}"
        return f"| {what} | {unit} | {figures} |"


def each(port, questions):
    """The seconds that one of the questions takes, asked one after the other."""
    client, began = Client(port), time.perf_counter()
    for question in questions:
        client.ask(question)
    return (time.perf_counter() - began) / len(questions)


def quantity(offer, steps):
    return format(Decimal(offer["step"]) * steps, "f")


NOTES = """
A ratio is how many times as long, or as much, Repanier takes. What is not the same:
- An order page shows 60 references here ({0} bytes), 18 there ({1} bytes; the browser then asks twice more for itself).
- Tresse's hub has weeks of trade behind it, Repanier's database holds nothing but this sale.
- A line goes to Tresse by its API, one write for one line or for a whole order; Repanier takes one line a request, and
  answers with the pieces of the page that change.
- Tresse checks every write into a ledger and a journal, and acknowledges it once it is on the disk; its closing makes
  the producers' consolidated orders and plans their mails; its invoices and statements are numbered and frozen documents,
  issued after a reception of everything (not counted). Repanier closes and books within its own functions (no request is
  counted); mails and the workbooks that they carry, which it makes while closing, are left out.
- Repanier keeps the page of an invoice in files for an hour, and answers from there after the first time.
- The memory is that of the server's processes, pages that they share counted once; PostgreSQL's is not in it.
- The clients are Python on the same machine, and slow a fast server: its figures are what it does at least. Tresse keeps
  their connections; gunicorn's plain workers close each.
"""


if __name__ == "__main__":
    main()
