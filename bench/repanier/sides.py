"""The two programs: started, filled alike, and asked for the same things."""

import configparser
import http.cookiejar
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

from load import request

HERE = pathlib.Path(__file__).resolve().parent
PASSWORD = "tresse-demo"
SETTINGS = """
from mysite.common_settings import *


class WithoutMigrations(dict):
    def __contains__(self, app):
        return True

    def __getitem__(self, app):
        return None

    def get(self, app, default=None):
        return None


SECRET_KEY = "only for a measurement"
MIGRATION_MODULES = WithoutMigrations()
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
STATICFILES_STORAGE = "django.contrib.staticfiles.storage.StaticFilesStorage"
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
"""


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class Tresse:
    """A demonstration of Tresse: its open cycle, and a coordinator who orders for every shop."""

    def __init__(self, program, size, folder, port):
        self.base, self.port = f"http://127.0.0.1:{port}", port
        self.version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.split()[-1]
        command = [program, "demo", "--size", size, "--data", "data", "--listen", f"127.0.0.1:{port}"]
        log = open(folder / "tresse.log", "w")
        self.server = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
        wait_for(self.server, self.base + "/api/openapi.json")
        self.sign_in("coordination@tresse.example")
        me = self.get("/api/v1/me")
        self.hub = f"/api/v1/hubs/{me['hub']}"
        cycles = self.get(f"{self.hub}/cycles")["cycles"]
        self.cycle = next(cycle["id"] for cycle in cycles if cycle["stage"] == "open")
        self.orders = f"{self.hub}/cycles/{self.cycle}/orders"
        self.shops = self.shops_of(cycles)
        self.offers = self.offers_to(next(iter(self.shops)))

    def sign_in(self, email):
        jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar), Stay)
        self.page("/sign-in", {"email": email, "password": PASSWORD})
        self.cookie = "; ".join(f"{cookie.name}={cookie.value}" for cookie in jar)
        asked = self.page("/me/tokens")
        select = re.search(r'<select[^>]*name="mandate".*?</select>', asked, re.S)
        mandates = re.findall(r'value="([0-9a-f-]{36})"', select.group(0) if select else asked)
        scopes = sorted(set(re.findall(r'value="([a-z_]+:(?:read|write))"', asked)))
        made = self.page("/me/tokens", {"name": "bench", "mandate": mandates[0], "scopes": scopes, "days": "7"})
        self.token = re.search(r"tresse_[0-9A-Za-z]{20,}", made).group(0)

    def page(self, path, form=None):
        data = urllib.parse.urlencode(form, doseq=True).encode() if form else None
        try:
            with self.opener.open(urllib.request.Request(self.base + path, data), timeout=60) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as answer:
            if answer.code != 303:
                raise
            return answer.read().decode()

    def get(self, path):
        return self.send("GET", path)

    def send(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        asked = urllib.request.Request(self.base + path, data, self.headers(), method=method)
        try:
            with urllib.request.urlopen(asked, timeout=600) as answer:
                return json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as refused:
            sys.exit(f"{method} {path}: {refused.code}: {refused.read().decode()[:500]}")

    def headers(self):
        key = {"Idempotency-Key": str(uuid.uuid4()), "Content-Type": "application/json"}
        return {"Authorization": f"Bearer {self.token}", **key}

    def shops_of(self, cycles):
        """Every shop that ordered in one of the weeks of the demonstration, by its id."""
        shops = {}
        for cycle in cycles:
            if cycle["stage"] != "planned":
                for order in self.get(f"{self.hub}/cycles/{cycle['id']}/orders"):
                    shops[order["shop"]] = order["shop_name"]
        return dict(sorted(shops.items()))

    def offers_to(self, shop):
        found, page = [], 1
        while True:
            sheet = self.get(f"{self.orders}/{shop}/offers?page={page}")
            found += sheet["offers"]
            if page >= sheet["pages"]:
                return found
            page += 1

    def empty_orders(self):
        """Takes out what the demonstration ordered in the open cycle, so that both have the same lines."""
        for order in self.get(self.orders):
            lines = self.get(f"{self.orders}/{order['shop']}")["lines"]
            nothing = [{"reference": line["reference"], "quantity": "0"} for line in lines]
            self.send("PATCH", f"{self.orders}/{order['shop']}", {"lines": nothing})

    def lines_of(self, shop):
        return sum(float(line["quantity"]) > 0 for line in self.get(f"{self.orders}/{shop}")["lines"])

    def order_page(self, shop):
        path = self.orders.removeprefix("/api/v1") + f"/{shop}"
        return request("GET", path, {"Cookie": self.cookie})

    def order(self, shop, lines):
        body = json.dumps({"lines": [{"reference": reference, "quantity": quantity} for reference, quantity in lines]})
        return request("PATCH", f"{self.orders}/{shop}", self.headers(), body.encode())

    def close(self):
        began = time.perf_counter()
        self.send("POST", f"{self.hub}/cycles/{self.cycle}/close", {})
        return time.perf_counter() - began

    def receive(self):
        """Everything comes as it was ordered."""
        weights = {offer["reference"]: offer for offer in self.offers}
        for supply in self.get(f"{self.hub}/cycles/{self.cycle}/supply"):
            lots = [lot_of(line, weights[line["reference"]]) for line in supply["lines"]]
            if lots:
                path = f"{self.hub}/cycles/{self.cycle}/receptions/{supply['producer']}"
                self.send("PUT", path, {"lots": lots})

    def settle(self, kind):
        """Issues the cycle's invoices or statements: the seconds until all are out."""
        began = time.perf_counter()
        task = self.send("POST", f"{self.hub}/cycles/{self.cycle}/settlement/{kind}", {})["task"]
        while True:
            standing = self.get(f"/api/v1/tasks/{task}")
            if standing["state"] == "done":
                return time.perf_counter() - began
            if standing["state"] != "running":
                sys.exit(f"{kind}: {standing}")
            time.sleep(0.005)

    def invoices(self):
        found, page = [], 1
        while True:
            sheet = self.get(f"{self.hub}/documents?page={page}")
            found += [d["id"] for d in sheet["documents"] if d.get("cycle") == self.cycle and d["kind"] == "invoice"]
            if page >= sheet["pages"]:
                return found
            page += 1

    def invoice_page(self, document):
        path = self.hub.removeprefix("/api/v1") + f"/documents/{document}"
        return request("GET", path, {"Cookie": self.cookie})


def lot_of(line, offer):
    lot = {"reference": line["reference"], "quantity": line["ordered"], "lot": "1"}
    if offer["pay_unit"] != offer["order_unit"]:
        lot["measure"] = f"{float(line['ordered']) * float(offer['measure_per_unit']):.3f}"
    return lot


class Repanier:
    """A copy of a checkout of Repanier, under gunicorn, on PostgreSQL."""

    def __init__(self, checkout, python, database, template, workers, folder, port):
        self.base, self.port, self.python, self.workers = f"http://127.0.0.1:{port}", port, python, workers
        self.folder = folder / "repanier"
        shutil.copytree(checkout, self.folder, ignore=shutil.ignore_patterns(".git", "__pycache__"))
        self.write_settings(database, template, folder)
        shutil.copy(HERE / "inside.py", self.folder / "inside.py")
        self.environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "bench_settings", "PYTHONPATH": str(self.folder)}
        self.log = open(folder / "repanier.log", "w")
        versions = "import django, sys; print(f'Django {django.__version__}, Python {sys.version.split()[0]}')"
        self.version = self.run("-c", versions).strip()
        # The first start finds no tables, and enters nothing; the second enters the group and its page.
        self.run("-m", "django", "migrate", "--run-syncdb", "-v", "0")

    def write_settings(self, database, template, folder):
        found = urllib.parse.urlparse(database)
        ini = configparser.ConfigParser()
        ini.optionxform = str
        setting = {"ADMIN_EMAIL": "admin@example.org", "ADMIN_NAME": "Coordination", "CACHE": str(folder / "cache")}
        setting |= {"SESSION": str(folder / "sessions"), "EMAIL_HOST": "localhost", "EMAIL_HOST_PASSWORD": ""}
        setting |= {"EMAIL_HOST_USER": "hub@example.org", "DATABASE_HOST": found.hostname or "127.0.0.1"}
        setting |= {"DATABASE_NAME": found.path.strip("/"), "DATABASE_PORT": str(found.port or 5432)}
        setting |= {"DATABASE_USER": found.username or "postgres", "DATABASE_PASSWORD": found.password or ""}
        ini["DJANGO_SETTINGS"] = {f"DJANGO_SETTINGS_{name}": value for name, value in setting.items()}
        ini["REPANIER_SETTINGS"] = {"REPANIER_SETTINGS_TEMPLATE": template, "REPANIER_SETTINGS_GROUP_NAME": "Bench"}
        ini["ALLOWED_HOSTS"] = {"host1": "127.0.0.1"}
        with open(self.folder / "mysite" / "mysite.ini", "w") as file:
            ini.write(file)
        settings = self.folder / "mysite" / "settings.py"
        if not settings.exists():
            settings.write_text('SECRET_KEY = "only for a measurement"\n')
        (self.folder / "bench_settings.py").write_text(SETTINGS)

    def run(self, *words):
        done = subprocess.run(
            [self.python, *words], cwd=self.folder, env=self.environment, stdout=subprocess.PIPE, stderr=self.log, text=True
        )
        if done.returncode != 0:
            sys.exit(f"Repanier: {' '.join(words)} failed: see {self.log.name}")
        return done.stdout

    def inside(self, verb, subject):
        return json.loads(self.run("inside.py", verb, str(subject)).splitlines()[-1])

    def fill(self, data, folder):
        path = folder / "data.json"
        path.write_text(json.dumps(data))
        made = self.inside("fill", path)
        self.sale, self.offers, self.sessions = made["sale"], made["offers"], made["sessions"]

    def start(self):
        command = [self.python, "-m", "gunicorn", "mysite.wsgi:application", "--workers", str(self.workers)]
        command += ["--bind", f"127.0.0.1:{self.port}", "--timeout", "600"]
        self.server = subprocess.Popen(
            command, cwd=self.folder, env=self.environment, stdout=self.log, stderr=self.log
        )
        wait_for(self.server, f"{self.base}/fr/repanier/order/{self.sale}/")

    def headers(self, shop):
        return {"Cookie": f"sessionid={self.sessions[shop]}"}

    def order_page(self, shop):
        return request("GET", f"/fr/repanier/order/{self.sale}/", self.headers(shop))

    def arrive(self, shop):
        """What the order page asks for by itself: it makes the shop's empty order."""
        return request("GET", f"/fr/repanier/ajax/order-init/?pe={self.sale}", self.headers(shop))

    def order(self, shop, reference, steps):
        query = f"offer_item={self.offers[reference]}&value={steps}"
        return request("GET", f"/fr/repanier/ajax/order/?{query}", self.headers(shop))

    def invoice_page(self, shop, invoice):
        return request("GET", f"/fr/repanier/customer-invoice/{invoice}/", self.headers(shop))


def wait_for(server, address):
    for _ in range(3000):
        if server.poll() is not None:
            sys.exit(f"what should answer at {address} has stopped")
        try:
            with urllib.request.urlopen(address, timeout=60):
                return
        except OSError:
            time.sleep(0.1)
    sys.exit(f"{address} does not answer")
